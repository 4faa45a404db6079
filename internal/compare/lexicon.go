package compare

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/internal/names"
	"parallax/internal/text"
)

// class says how much a word tells about what a sentence is about.
type class uint8

const (
	plain    class = iota // "ceasefire"
	light                 // "process", "take", "president": stands in every story
	function              // "the", "however"
	saying                // "told": who speaks, not what of
	quantity              // "three", "84.1"
	calendar              // "September", "Monday", "1992"
	day                   // the 27 of "September 27": a whole date
	name                  // "Peskov"
	country               // "Russian", "Moscow", "Kremlin"
)

// weights is how much a shared word of each class counts, in thousandths,
// before the word's rarity. A full date outweighs any word, because two
// sentences that date something to one day mostly tell the same event; a word
// of saying counts next to nothing, because it tells of no event.
var weights = [...]int32{
	plain: 1000, light: 350, function: 0, saying: 50, quantity: 1100, calendar: 700, day: 2600, name: 1200, country: 900,
}

// form is what is known of one spelling of a word.
type form struct {
	id    int32  // of the folded spelling
	fold  string // "ceasefires", without the possessive ending
	stem  string // "ceasefir"; irregular verbs as their base form
	class class
	key   string        // names.SpellingKey, made when first needed
	terms [senses]int32 // by sense, -1 if not yet asked for

	concept                  concept // of the stem alone; its key is "" if it has none
	party, generic, converse bool    // in actorNouns, genericActors, converse
	title, sided, denying    bool    // in titles, sidedVerbs, denyStems
	preposition, helper, be  bool    // in prepositions, helpers, bePassive
	joins                    bool    // in prepositions or compoundRoles
	clause, past             bool    // in clauseWords, pastForms
	clock                    bool    // a time of day may begin with it
	determiner               bool    // an article or a possessive pronoun
	asNoun                   concept // if it means another thing as a noun
	number                   float64 // NaN if it is none
	capital                  bool    // written with a capital first letter
	shout                    bool    // written in capitals, two letters at least
	longest                  int     // words of the longest phrase of concepts that begins with it
}

// The senses in which a form can get its term from itself alone.
const (
	asWritten = iota
	asConcept
	asName
	asNumber
	senses
)

func (f *form) spelling() string {
	if f.key == "" {
		f.key = names.SpellingKey(f.fold)
	}
	return f.key
}

// lexicon numbers the spellings and the meanings of a dossier's words. A
// meaning (term) is what two wordings of one fact have in common: the stem, or
// for synonyms the first of their row in concepts, for Moscow and Russian
// "Russia", for "three" and 3 the value.
type lexicon struct {
	forms map[string]*form // by spelling as written
	folds map[string]int32
	terms map[string]int32
	base  []int32 // class weight of each term, in thousandths

	traits []traits // of each term

	acronyms map[string]bool // folded words in capitals, such as "who" of the WHO

	named  []bool            // by id of a fold: names within a sentence
	stems  map[string]bool   // of all words, made when first needed
	states map[string]string // of names as written, what names.CountryOf says

	roomForms []form // not yet used
	roomWords []word
	spans     []text.Span // of the words of the sentence being read
}

// traits is what kind of thing a term is.
type traits struct {
	proper   bool // a name
	title    bool // "president", "prime minister"
	party    bool // a name, or a person without one
	generic  bool // a person of whom others may speak more exactly
	converse bool // a verb that can be turned round: buy, sell
}

// newLexicon returns the lexicon for so many bytes of text. The maps are made as
// large as they will be: a language has new words as a power of all words
// (Heaps, 1978).
func newLexicon(size int) *lexicon {
	fillTables()
	n := int(5 * math.Pow(float64(size)/6, 0.65))
	return &lexicon{
		forms: make(map[string]*form, n), folds: make(map[string]int32, n), terms: make(map[string]int32, n),
		acronyms: map[string]bool{}, states: map[string]string{},
	}
}

// mark notes what kind of thing the term of w is.
func (l *lexicon) mark(w *word) {
	t := &l.traits[w.term]
	switch {
	case w.class == name || w.class == country:
		t.proper, t.party = true, true
	case w.form.title && (w.class == light || w.class == plain):
		t.title = true
	case w.class != plain && w.class != light:
	case w.form.party:
		t.party, t.generic = true, w.form.generic
	case w.form.converse:
		t.converse = true
	}
}

// chunk is how many words and forms are made room for at a time: at most, and
// no more than there are already.
const chunk = 256

func (l *lexicon) room() int { return min(max(len(l.forms), chunk/8), chunk) }

// newForm returns an empty form.
func (l *lexicon) newForm() *form {
	if len(l.roomForms) == 0 {
		l.roomForms = make([]form, l.room())
	}
	f := &l.roomForms[0]
	l.roomForms = l.roomForms[1:]
	f.terms = [senses]int32{-1, -1, -1, -1}
	return f
}

// newWords returns room for n words.
func (l *lexicon) newWords(n int) []word {
	if len(l.roomWords) < n {
		l.roomWords = make([]word, max(n, l.room()))
	}
	ws := l.roomWords[:n:n]
	l.roomWords = l.roomWords[n:]
	return ws
}

// termAs returns the term of f in a sense, which is called key.
func (l *lexicon) termAs(f *form, sense int, key string, c class) int32 {
	if f.terms[sense] < 0 {
		f.terms[sense] = l.term(key, c)
	}
	return f.terms[sense]
}

// stateOf is names.CountryOf, remembered.
func (l *lexicon) stateOf(name string) string {
	state, ok := l.states[name]
	if !ok {
		state = names.CountryOf(name)
		l.states[strings.Clone(name)] = state
	}
	return state
}

// term returns the number of the meaning called key.
func (l *lexicon) term(key string, c class) int32 {
	id, ok := l.terms[key]
	if !ok {
		id = int32(len(l.terms))
		l.terms[strings.Clone(key)] = id
		l.base = append(l.base, weights[c])
		l.traits = append(l.traits, traits{})
	}
	return id
}

// form looks up a word as written.
func (l *lexicon) form(written string) *form {
	if f, ok := l.forms[written]; ok {
		return f
	}
	f := l.newForm()
	f.fold = foldWord(written)
	id, ok := l.folds[f.fold]
	if !ok {
		id = int32(len(l.folds))
		l.folds[f.fold] = id
		l.named = append(l.named, false)
	}
	f.id = id
	f.stem = stem(f.fold)
	f.class = classOf(written, f.fold, f.stem)
	f.concept, f.longest = conceptOf[f.stem], phraseStarts[f.stem]
	f.party, f.generic, f.converse = actorNouns[f.stem], genericActors[f.stem], converse[f.stem]
	f.title, f.sided, f.denying = titles[f.stem], sidedVerbs[f.stem], denyStems[f.stem]
	f.preposition, f.helper, f.be = prepositions[f.fold], helpers[f.fold], bePassive[f.fold]
	f.joins = f.preposition || compoundRoles[f.fold] != noRole
	f.asNoun, f.number = conceptOf[nounSenses[f.stem]], math.NaN()
	if n, ok := numberWord(f.fold); ok {
		f.number = n
	}
	f.clock = f.class == quantity || !math.IsNaN(f.number) || minutesPast[f.fold] != 0
	f.clause, f.past = clauseWords[f.fold], pastForms[f.fold]
	if _, again := irregularAgain(f.fold); again {
		f.past = true
	}
	switch f.fold {
	case "the", "a", "an", "its", "their", "his", "her":
		f.determiner = true
	}
	f.capital = capital(written)
	f.shout = len(written) > 1 && isASCII(written) && strings.ToUpper(written) == written && strings.ToLower(written) != written
	l.forms[strings.Clone(written)] = f
	return f
}

// writtenSmall reports whether the dossier also has the word f with a small
// first letter, so that it is no name.
func (l *lexicon) writtenSmall(f *form) bool {
	_, ok := l.forms[f.fold]
	return ok
}

func classOf(written, fold, stem string) class {
	switch {
	case functionWords[fold]:
		// "US" is no pronoun.
		if written == "US" || written == "U.S" {
			return country
		}
		return function
	case sayingStems[stem]:
		return saying
	case lightStems[stem]:
		return light
	}
	r, _ := utf8.DecodeRuneInString(written)
	if unicode.IsDigit(r) {
		return quantity
	}
	if unicode.IsUpper(r) {
		if names.CountryOf(written) != "" || names.CountryOf(fold) != "" {
			return country
		}
		if months[fold] != 0 || weekdays[fold] != 0 {
			return calendar
		}
	}
	return plain
}

// foldWord lowers a word's case and takes off the possessive ending.
func foldWord(w string) string {
	w = strings.ReplaceAll(w, "’", "'")
	if n := len(w) - len("'s"); n > 0 && w[n] == '\'' && (w[n+1] == 's' || w[n+1] == 'S') {
		w = w[:n]
	}
	if !isASCII(w) {
		return string(text.AppendFold(nil, w))
	}
	w = strings.ToLower(w)
	if strings.IndexByte(w, '.') > 0 && !isDigit(w[0]) {
		w = strings.ReplaceAll(w, ".", "") // "u.s"
	}
	return w
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// stemLength is where words of other alphabets than Latin are cut: long enough
// to keep words apart, short enough to lose most endings of Russian or Greek.
const stemLength = 6

// stem reduces a folded word to what its inflected forms share.
func stem(w string) string {
	if own, ok := ownStems[w]; ok {
		return own
	}
	if base, ok := irregular[w]; ok {
		w = base
	} else if base, ok := irregularAgain(w); ok {
		w = base
	}
	r, _ := utf8.DecodeRuneInString(w)
	switch {
	case unicode.IsDigit(r) || strings.Contains(w, "'"):
		return w
	case unicode.Is(unicode.Latin, r):
		if isASCII(w) {
			return stemEnglish(w)
		}
		return w
	}
	n := 0
	for i := range w {
		if n == stemLength {
			return w[:i]
		}
		n++
	}
	return w
}

// irregularAgain returns the base form of an irregular verb with a prefix:
// "repaid", "outsold".
func irregularAgain(w string) (base string, ok bool) {
	for _, prefix := range [...]string{"re", "out", "over", "under", "un", "mis"} {
		if rest, cut := strings.CutPrefix(w, prefix); cut && len(rest) > 2 {
			if base, ok := irregular[rest]; ok && pastForms[rest] {
				return prefix + base, true
			}
		}
	}
	return "", false
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
