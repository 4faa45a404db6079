package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentences returns the sentences of s within one paragraph, trimmed, by
// increasing Start. They cover all of within but white space.
//
// A sentence ends at a mark that ends sentences in some script, together with
// the closing quotation marks and brackets that follow it. A multi-sentence
// quotation is several sentences. What follows decides: a small letter or a
// comma goes on ("“Stop!” he said"), and so does the one who speaks
// ("“Why?” Peskov asked"). A point is read with the word before it: initials,
// titles and other abbreviations go on, as do points within numbers. Tokenised
// text, with spaces before the marks, is read the same way.
func Sentences(s string, within Span) []Span {
	var out []Span
	p := splitter{s: s[:within.End]}
	start := int(within.Start)
	for i := start; i < int(within.End); {
		r, n := utf8.DecodeRuneInString(p.s[i:])
		if r == '"' {
			p.open = !p.open
		}
		if !Terminal(r) {
			i += n
			continue
		}
		end, isEnd := p.after(start, i)
		if isEnd {
			if sp := Trim(s, Span{int32(start), int32(end)}); !sp.Empty() {
				out = append(out, sp)
			}
			start = end
		}
		i = end
	}
	if sp := Trim(s, Span{int32(start), within.End}); !sp.Empty() {
		out = append(out, sp)
	}
	return out
}

// A splitter walks over one paragraph.
type splitter struct {
	s    string
	open bool // within straight quotation marks, which do not tell left from right
}

// after reads the marks from i on, the first of which is terminal, and what
// closes with them. It returns their end and whether a sentence that began at
// start ends there.
func (p *splitter) after(start, i int) (end int, isEnd bool) {
	first, _ := utf8.DecodeRuneInString(p.s[i:])
	end = i
	marks := 0
	last := first
	for end < len(p.s) {
		r, n := utf8.DecodeRuneInString(p.s[end:])
		if !Terminal(r) {
			break
		}
		last = r
		marks++
		end += n
	}
	closed := p.closers(i, &end)

	rest := p.s[end:]
	next, spaces := firstVisible(rest)
	switch {
	case spaces == len(rest):
		return end, true
	case wide(last):
		return end, next != '，' && next != '、'
	case spaces == 0:
		// "3.5" and "gov.uk" go on; "the region.Renewed" lost a space.
		return end, marks == 1 && lostSpace(p.s[start:i], rest)
	case strings.ContainsRune(",;:.…)]}»”’", next):
		return end, false // ". ..." is an ellipsis after a full stop
	}

	word := firstWord(rest[spaces:])
	letter, _ := utf8.DecodeRuneInString(word)
	opens := next == '"' || unicode.In(next, unicode.Pi) || next == '„' || next == '`' || next == '「'
	if unicode.IsLower(letter) && !opens && !innerCapital(word) {
		return end, false
	}
	if last != '.' && closed && speaks(rest[spaces:]) {
		return end, false
	}
	if first != '.' || marks > 1 {
		return end, true
	}
	return end, p.pointEnds(start, i, closed || opens, word, rest[spaces:])
}

// pointEnds decides on a single point at i: quoted says that a quotation ends
// or begins there, word is the first one of rest.
func (p *splitter) pointEnds(start, i int, quoted bool, word, rest string) bool {
	before := wordBefore(p.s[start:i])
	if number(p.s[start:i]) || ordinal(p.s[start:i]) {
		return false // "1. The first item"; "am 22. Februar"
	}
	switch pointAfter(before) {
	case never:
		return false
	case forDigit:
		figure, _ := utf8.DecodeRuneInString(word)
		return !unicode.IsDigit(figure)
	case perhaps:
		if strings.HasPrefix(rest, word+".") && utf8.RuneCountInString(word) == 1 {
			return false // another initial
		}
		return quoted && strings.Contains(before, ".") || starters.Has(strings.ToLower(word))
	}
	return true
}

// closers moves *end past quotation marks and brackets that close with the
// marks at i, and reports whether there were quotation marks. In tokenised
// text, where a space stands before the marks, one may stand after them too.
func (p *splitter) closers(i int, end *int) (quoted bool) {
	spaced := i > 0 && p.s[i-1] == ' '
	for *end < len(p.s) {
		at := *end
		if spaced && p.s[at] == ' ' {
			at++
		}
		r, n := utf8.DecodeRuneInString(p.s[at:])
		switch {
		case r == '"':
			// Glued to the mark it closes; apart, only if one is open or
			// nothing comes after it.
			next, spaces := firstVisible(p.s[at+n:])
			if at > *end && !p.open && next != 0 || at == *end && spaces == 0 && WordRune(next) && !p.open {
				return quoted
			}
			p.open = false
			quoted = true
		case r == '\'' && at > *end && !strings.HasPrefix(p.s[at:], "''"):
			return quoted // tokenised "dogs . 'Tis"
		case r == '\'' || r == '“' && at == *end || unicode.Is(unicode.Pf, r) || r == '」' || r == '』':
			// German closes with “, glued to the point.
			quoted = true
		case r == ')' || r == ']' || r == '}' || r == '）' || r == '】':
		default:
			return quoted
		}
		*end = at + n
	}
	return quoted
}

// Terminal reports whether r can end a sentence.
func Terminal(r rune) bool {
	switch r {
	case '.', '!', '?', '…', '‽', '⁇', '⁈', '⁉',
		'؟', '۔', // Arabic, Urdu
		'։',      // Armenian
		'\u037e', // Greek; it looks like a semicolon
		'।', '॥', // Devanagari and other scripts of India
		'။',      // Burmese
		'។', '៕', // Khmer
		'།',           // Tibetan
		'።', '፧', '፨', // Ethiopic
		'᠃': // Mongolian
		return true
	}
	return wide(r)
}

// wide reports whether r ends a sentence in a script that needs no space after it.
func wide(r rune) bool {
	switch r {
	case '。', '！', '？', '｡', '．':
		return true
	}
	return false
}

// firstVisible returns the first rune of s that is no white space, and how
// many bytes of white space stand before it.
func firstVisible(s string) (r rune, spaces int) {
	for spaces < len(s) {
		r, n := utf8.DecodeRuneInString(s[spaces:])
		if !Space(r) {
			return r, spaces
		}
		spaces += n
	}
	return 0, spaces
}

// maxWord bounds how far a word is followed, in bytes.
const maxWord = 64

// firstWord returns the first word of s, past any marks before it.
func firstWord(s string) string {
	s = s[:min(len(s), maxWord)]
	for i, r := range s {
		if Space(r) {
			if i > 4 { // marks only, such as a row of stars
				return ""
			}
			continue
		}
		if WordRune(r) {
			return s[i:wordEnd(s, i)]
		}
	}
	return ""
}

// wordBefore returns the letters that end s, with points between letters.
func wordBefore(s string) string {
	i := len(s)
	for i > 0 && len(s)-i < maxWord {
		r, n := utf8.DecodeLastRuneInString(s[:i])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '.' && !(r == '-' && i < len(s)) {
			break
		}
		i -= n
	}
	return strings.TrimLeft(s[i:], ".-")
}

// number reports whether s is nothing but a short number, as before an item of
// a list.
func number(s string) bool {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 3 {
		return false
	}
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return true
}

// ordinal reports whether s ends in a number of one or two digits behind a word
// that makes it an ordinal in German, which writes them with a point.
func ordinal(s string) bool {
	words := strings.TrimRight(s, "0123456789")
	if n := len(s) - len(words); n < 1 || n > 2 || !strings.HasSuffix(words, " ") {
		return false
	}
	words = strings.TrimRight(words, " ")
	before := wordBefore(words)
	return ordinals.Has(strings.ToLower(before)) && !strings.HasSuffix(words, "I am")
}

var ordinals = WordSet{Words: "am dem den der vom zum im"}

// lostSpace reports whether before and after look like two sentences run
// together: "the region" and "Renewed clashes".
func lostSpace(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	word := wordBefore(before)
	if !unicode.IsLower(last) || utf8.RuneCountInString(word) < 2 || pointAfter(word) != ends {
		return false
	}
	first, n := utf8.DecodeRuneInString(after)
	second, m := utf8.DecodeRuneInString(after[n:])
	if !unicode.IsUpper(first) || !(unicode.IsLower(second) || Space(second)) {
		return false
	}
	// An address has no space soon after: "example.Com/page".
	for _, r := range after[n+m : min(len(after), maxWord)] {
		if Space(r) {
			return true
		}
		if !unicode.IsLetter(r) && r != ',' && r != '’' && r != '\'' && r != '-' {
			return false
		}
	}
	return false
}

// innerCapital reports whether word is a name that starts in lower case, such
// as "iPhone".
func innerCapital(word string) bool {
	_, n := utf8.DecodeRuneInString(word)
	r, _ := utf8.DecodeRuneInString(word[n:])
	return unicode.IsUpper(r)
}

// speech holds verbs that name the act of speaking after a quotation.
var speech = WordSet{Words: `said says asked asks added adds told tells wrote writes replied replies answered answers
		shouted cried exclaimed wondered tweeted posted declared demanded quipped joked insisted noted stressed
		asserted continued concluded stated responded retorted warned
		сказал сказала спросил спросила заявил заявила ответил ответила добавил добавила`}

// speaks reports whether s opens with who said what came before: up to five
// words in capitals or with an article, then a verb of speaking.
func speaks(s string) bool {
	s = s[:min(len(s), 2*maxWord)]
	for n := 0; n < 6; n++ {
		_, spaces := firstVisible(s)
		s = s[spaces:]
		first, _ := utf8.DecodeRuneInString(s)
		if !WordRune(first) {
			return false
		}
		end := wordEnd(s, 0)
		word := s[:end]
		if n > 0 && speech.Has(word) {
			return true
		}
		if unicode.IsLower(first) && n > 1 && !strings.Contains(" of the de von al spokesman spokeswoman minister president ", " "+word+" ") {
			return false
		}
		s = s[end:]
		s = strings.TrimLeft(s, "-")
	}
	return false
}
