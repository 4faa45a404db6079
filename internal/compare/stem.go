package compare

import "strings"

// stemEnglish reduces an English word in small ASCII letters to its stem, by
// the rules of Porter2 (M. F. Porter, The English stemmer, snowballstem.org,
// 2002). It works in one buffer of the caller's stack: comparing stems tens of
// thousands of words, and a table of the letters' places is all it needs.
//
// The word is cut from the end in steps. R1 is what follows the first
// consonant after a vowel, R2 the same within R1: in "beautiful" R1 is "iful"
// and R2 is "ul". Most endings go only where they lie in one of them.
func stemEnglish(word string) string {
	if len(word) <= 2 || len(word) > maxStemmed {
		return word
	}
	if s, ok := wholeStems[word]; ok {
		return s
	}
	var buffer [maxStemmed + 1]byte
	w := stemmer{b: append(buffer[:0], word...)}
	w.markY()
	w.regions()
	w.plural()
	w.past()
	if n := len(w.b); n > 2 && (w.b[n-1] == 'y' || w.b[n-1] == 'Y') && !vowel(w.b[n-2]) {
		w.b[n-1] = 'i'
	}
	w.replace(derived2[:], w.r1)
	w.replace(derived3[:], w.r1)
	w.drop()
	w.last()
	for i, c := range w.b {
		if c == 'Y' {
			w.b[i] = 'y'
		}
	}
	if string(w.b) == word {
		return word
	}
	return string(w.b)
}

// maxStemmed is the length from which on a word is no word, in bytes.
const maxStemmed = 40

// wholeStems are words that the rules would spoil.
var wholeStems = pairs(`skis ski skies sky dying die lying lie tying tie idly idl gently gentl ugly ugli early earli only onli singly singl sky sky news news howe howe atlas
	atlas cosmos cosmos bias bias andes andes inning inning innings inning outing outing outings outing canning canning cannings canning herring herring
	herrings herring earring earring earrings earring proceed proceed proceeds proceed proceeded proceed proceeding proceed exceed exceed exceeds exceed
	exceeded exceed exceeding exceed succeed succeed succeeds succeed succeeded succeed succeeding succeed`)

// stemmer is a word being cut. A y that is no vowel stands as Y.
type stemmer struct {
	b      []byte
	r1, r2 int // where the regions begin
}

func vowel(c byte) bool {
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'
}

func (w *stemmer) markY() {
	for i, c := range w.b {
		if c == 'y' && (i == 0 || vowel(w.b[i-1])) {
			w.b[i] = 'Y'
		}
	}
}

func (w *stemmer) regions() {
	w.r1 = w.region(0)
	for _, start := range [...]string{"gener", "commun", "arsen"} {
		if strings.HasPrefix(string(w.b), start) {
			w.r1 = len(start)
		}
	}
	w.r2 = w.region(w.r1)
}

// region returns where the part after the first consonant behind a vowel
// begins, from byte i on.
func (w *stemmer) region(i int) int {
	for i++; i < len(w.b); i++ {
		if vowel(w.b[i-1]) && !vowel(w.b[i]) {
			return i + 1
		}
	}
	return len(w.b)
}

// ends reports whether the word ends with s.
func (w *stemmer) ends(s string) bool {
	n := len(w.b) - len(s)
	return n >= 0 && string(w.b[n:]) == s
}

// put sets s in the place of the last n bytes.
func (w *stemmer) put(n int, s string) { w.b = append(w.b[:len(w.b)-n], s...) }

// plural takes off the "s" of plurals and the third person.
func (w *stemmer) plural() {
	switch {
	case w.ends("sses"):
		w.put(2, "")
	case w.ends("ied"), w.ends("ies"):
		if len(w.b) > 4 {
			w.put(2, "")
		} else {
			w.put(1, "")
		}
	case w.ends("us"), w.ends("ss"):
	case w.ends("s"):
		if len(w.b) > 2 && w.hasVowel(len(w.b)-2) {
			w.put(1, "")
		}
	}
}

// hasVowel reports whether one of the first n bytes is a vowel.
func (w *stemmer) hasVowel(n int) bool {
	for _, c := range w.b[:n] {
		if vowel(c) {
			return true
		}
	}
	return false
}

// past takes off "ed" and "ing" and mends what they had changed: "hoping",
// "hopping".
func (w *stemmer) past() {
	for _, end := range [...]string{"eedly", "ingly", "edly", "ing", "eed", "ed"} {
		if !w.ends(end) {
			continue
		}
		if end[:2] == "ee" {
			if len(w.b)-len(end) >= w.r1 {
				w.put(len(end), "ee")
			}
			return
		}
		if !w.hasVowel(len(w.b) - len(end)) {
			return
		}
		w.put(len(end), "")
		n := len(w.b)
		switch {
		case w.ends("at"), w.ends("bl"), w.ends("iz"):
			w.b = append(w.b, 'e')
		case n > 1 && w.b[n-1] == w.b[n-2] && strings.IndexByte("bdfgmnprt", w.b[n-1]) >= 0:
			w.b = w.b[:n-1]
		case w.r1 >= n && w.shortSyllable(n):
			w.b = append(w.b, 'e')
			w.r1, w.r2 = n+1, n+1
		}
		return
	}
}

// shortSyllable reports whether a short syllable ends before byte i: that of
// "hop", "at".
func (w *stemmer) shortSyllable(i int) bool {
	switch {
	case i == 2:
		return vowel(w.b[0]) && !vowel(w.b[1])
	case i < 3:
		return false
	}
	c := w.b[i-1]
	return !vowel(c) && c != 'w' && c != 'x' && c != 'Y' && vowel(w.b[i-2]) && !vowel(w.b[i-3])
}

// ending is an ending, what takes its place, and the letters of which one must
// stand before it, any if there are none.
type ending struct{ from, to, after string }

// Endings that make one word of another, longest first.
var (
	derived2 = [...]ending{
		{"ational", "ate", ""},
		{"fulness", "ful", ""},
		{"iveness", "ive", ""},
		{"ization", "ize", ""},
		{"ousness", "ous", ""},
		{"biliti", "ble", ""},
		{"lessli", "less", ""},
		{"tional", "tion", ""},
		{"alism", "al", ""},
		{"aliti", "al", ""},
		{"ation", "ate", ""},
		{"entli", "ent", ""},
		{"fulli", "ful", ""},
		{"iviti", "ive", ""},
		{"ousli", "ous", ""},
		{"anci", "ance", ""},
		{"abli", "able", ""},
		{"alli", "al", ""},
		{"ator", "ate", ""},
		{"enci", "ence", ""},
		{"izer", "ize", ""},
		{"bli", "ble", ""},
		{"ogi", "og", "l"},
		{"li", "", "cdeghkmnrt"},
	}
	derived3 = [...]ending{
		{"ational", "ate", ""},
		{"tional", "tion", ""},
		{"alize", "al", ""},
		{"icate", "ic", ""},
		{"ative", "", ""},
		{"iciti", "ic", ""},
		{"ical", "ic", ""},
		{"ful", "", ""},
		{"ness", "", ""},
	}
	dropped = [...]ending{
		{"ement", "", ""},
		{"ance", "", ""},
		{"ence", "", ""},
		{"able", "", ""},
		{"ible", "", ""},
		{"ment", "", ""},
		{"ent", "", ""},
		{"ant", "", ""},
		{"ism", "", ""},
		{"ate", "", ""},
		{"iti", "", ""},
		{"ous", "", ""},
		{"ive", "", ""},
		{"ize", "", ""},
		{"ion", "", "st"},
		{"al", "", ""},
		{"er", "", ""},
		{"ic", "", ""},
	}
)

// replace replaces the first of endings that the word has, if it lies behind
// byte region.
func (w *stemmer) replace(endings []ending, region int) {
	for i := range endings {
		e := &endings[i]
		if !w.ends(e.from) {
			continue
		}
		at := len(w.b) - len(e.from)
		if at < region || e.from == "ative" && at < w.r2 || e.after != "" && (at == 0 || strings.IndexByte(e.after, w.b[at-1]) < 0) {
			return
		}
		w.put(len(e.from), e.to)
		return
	}
}

// drop takes off endings in R2.
func (w *stemmer) drop() { w.replace(dropped[:], w.r2) }

// last takes off a closing "e" and one of two "l".
func (w *stemmer) last() {
	n := len(w.b) - 1
	switch {
	case n < w.r1:
	case w.b[n] == 'e':
		if n >= w.r2 || !w.shortSyllable(n) {
			w.b = w.b[:n]
		}
	case w.b[n] == 'l' && n >= w.r2 && n > 0 && w.b[n-1] == 'l':
		w.b = w.b[:n]
	}
}
