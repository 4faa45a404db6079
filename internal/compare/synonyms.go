package compare

import (
	"slices"
	"strings"
)

// synonymous reports whether word j of t may stand for word i of s.
func (c *Comparer) synonymous(s *sentence, i int, t *sentence, j int) bool {
	v, w := &s.words[i], &t.words[j]
	if v.term == w.term {
		return true
	}
	p, q := v.form.fold, w.form.fold
	if degree(p, q) || degree(q, p) || v.form.sameFamily(w.form) || misspelt(p, q) || v.form.spelling() == w.form.spelling() {
		return true
	}
	if again(v, w) || again(w, v) || oneWord(s.fold(i-1)+p, q) || oneWord(t.fold(j-1)+q, p) {
		return true // "reopen", "open"; "air strike", "airstrikes"
	}
	for _, m := range c.spelled(s, i) {
		for _, n := range c.spelled(t, j) {
			if meetRows(c.synonymRows(m), c.synonymRows(n)) {
				return true
			}
		}
	}
	return false
}

// oneWord reports whether u and v are one word, be one of them the plural.
func oneWord(u, v string) bool { return strings.TrimSuffix(u, "s") == strings.TrimSuffix(v, "s") }

// spelled returns what withParticle does, but not the verb alone where "down" or
// "off" makes another of it: "vote down" is no voting.
func (c *Comparer) spelled(s *sentence, i int) [2]string {
	out := s.withParticle(i)
	if base := positive(s.fold(i)); base != "" && len(c.synonymRows(out[0])) == 0 {
		out[0] = stem(base)
	}
	if next := s.fold(i + 1); (next == "down" || next == "off") && len(c.synonymRows(out[1])) > 0 {
		out[0] = ""
	}
	return out
}

// again reports whether v does once more what w does: "reopen", "open".
func again(v, w *word) bool {
	rest, ok := strings.CutPrefix(v.form.stem, "re")
	return ok && len(rest) > 2 && strings.TrimPrefix(rest, "-") == w.form.stem && !notAgain[rest]
}

// notAgain are words of which "re" makes others: to resign is not to sign again.
var notAgain = stemSet(`sign call port turn lease cover form present move mark sort treat tire strict main cord act count quest tail pair bound serve strain mind source tract ward lay press bell peal`)

// degree reports whether u is an adjective and v a degree of it: "low",
// "lowest".
func degree(u, v string) bool {
	end, ok := strings.CutPrefix(v, u)
	return ok && (end == "er" || end == "est" || end == "r" || end == "st")
}

// meetRows reports whether two increasing lists share a row.
func meetRows(a, b []int16) bool {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] == b[0]:
			return true
		case a[0] < b[0]:
			a = a[1:]
		default:
			b = b[1:]
		}
	}
	return false
}

// synonymAt is an entry of the table of synonyms: where it stands there, and in
// which row.
type synonymAt struct {
	from, to int32
	row      int16
}

// synonymsBy has the entries by their first letter, in the order of the table.
// The entries are stemmed only when asked for: a map of all would cost every
// reader the stems of all.
var synonymsBy = later(func(m map[byte][]synonymAt) {
	readSynonyms(func(at synonymAt) { m[synonyms[at.from]] = append(m[synonyms[at.from]], at) })
})

// oddRows has the rows of the words that do not begin with their stem, by stem:
// "stuck", "ruling".
var oddRows = later(func(m map[string][]int16) {
	readSynonyms(func(at synonymAt) {
		word := synonyms[at.from:at.to]
		_, odd := irregular[word]
		_, own := ownStems[word]
		if !odd && !own && !strings.HasSuffix(word, "ing") {
			return
		}
		if base := stem(word); !strings.HasPrefix(word, base) {
			m[base] = append(m[base], at.row)
		}
	})
})

// phraseEnds are the stems of words that end a phrase of a table.
var phraseEnds = later(func(m map[string]bool) {
	for _, table := range [...]string{synonyms, antonyms} {
		for {
			_, rest, ok := strings.Cut(table, "_")
			if !ok {
				break
			}
			m[stem(rest[:strings.IndexAny(rest, " _,;|\n")])] = true
			table = rest
		}
	}
})

// readSynonyms calls add for each entry of the table, in order.
func readSynonyms(add func(synonymAt)) {
	from, row := -1, int16(0) // where the entry being read begins
	var head synonymAt        // the word whose rows are being read; none if its to is 0
	for i := range len(synonyms) {
		c := synonyms[i]
		if c >= 'a' && c <= 'z' || c == '_' || c == '-' {
			if from < 0 {
				from = i
			}
			continue
		}
		if from >= 0 {
			at := synonymAt{from: int32(from), to: int32(i), row: row}
			if head.to == 0 {
				head = at
			}
			add(at)
			from = -1
		}
		switch c {
		case ',':
			row++
			head.row = row
			add(head)
		case ';':
			row++
			head = synonymAt{}
		}
	}
}

// synonymRows returns the rows of synonyms that have the word or the two words
// of a stem, increasing.
func (c *Comparer) synonymRows(stemmed string) []int16 {
	if stemmed == "" {
		return nil
	}
	if rows, ok := c.rows[stemmed]; ok {
		return rows
	}
	var rows []int16
	// What the entry begins with: an ending may have made an i of a y.
	first, _, _ := strings.Cut(stemmed, " ")
	first = strings.TrimSuffix(first, "i")
	for _, at := range synonymsBy[stemmed[0]] {
		entry := synonyms[at.from:at.to]
		if strings.HasPrefix(entry, first) && stemEntry(entry) == stemmed && (len(rows) == 0 || rows[len(rows)-1] != at.row) {
			rows = append(rows, at.row)
		}
	}
	if odd := oddRows[stemmed]; len(odd) > 0 {
		rows = append(rows, odd...)
		slices.Sort(rows)
		rows = slices.Compact(rows)
	}
	c.rows[strings.Clone(stemmed)] = rows
	return rows
}

// A Thesaurus says which words may stand for one another, as a comparison has
// it. It is safe for use by one goroutine.
type Thesaurus struct{ c Comparer }

// NewThesaurus returns one that has looked up nothing yet.
func NewThesaurus() *Thesaurus {
	fillTables()
	return &Thesaurus{Comparer{rows: map[string][]int16{}}}
}

// Verb returns the stem of a verb, or of the verb and the word after it where
// the two are one, "step down", and the rows of synonyms it stands in,
// increasing.
func (t *Thesaurus) Verb(word, next string) (stemmed string, rows []int16) {
	stemmed, next = stem(foldWord(word)), stem(foldWord(next))
	if phraseEnds[next] {
		if phrase := stemmed + " " + next; len(t.c.synonymRows(phrase)) > 0 {
			return phrase, t.c.synonymRows(phrase)
		}
	}
	return stemmed, t.c.synonymRows(stemmed)
}

// stemEntry returns the stems of the words of an entry: "put_off" is "put off".
func stemEntry(entry string) string {
	words := strings.Split(entry, "_")
	for i, w := range words {
		words[i] = stem(w)
	}
	return strings.Join(words, " ")
}

// anySynonym reports whether a word of t within in may stand for word i of s, or for
// a phrase that it ends: the spell of "a hot spell", "a heatwave".
func (c *Comparer) anySynonym(s *sentence, i int, t *sentence, in [2]int) bool {
	ended := c.phraseRows(s, i)
	for j := in[0]; j < in[1]; j++ {
		if t.tells(j) && !has(s.terms, t.words[j].term) && (c.synonymous(s, i, t, j) || len(ended) > 0 && c.inRows(t, j, ended)) {
			return true
		}
	}
	return s.compoundIn(i, t, in) || t.partIn(i, s, in)
}

// phraseRows returns the rows of synonyms of the phrase that word i ends.
func (c *Comparer) phraseRows(s *sentence, i int) []int16 {
	if i == 0 || !phraseEnds[s.stem(i)] {
		return nil
	}
	k := i - 1
	if k > 0 && s.formAt(k).determiner {
		k--
	}
	return c.synonymRows(s.stem(k) + " " + s.stem(i))
}

// inRows reports whether word j of t stands in one of rows.
func (c *Comparer) inRows(t *sentence, j int, rows []int16) bool {
	for _, w := range c.spelled(t, j) {
		if meetRows(rows, c.synonymRows(w)) {
			return true
		}
	}
	return false
}

// minPart is how many letters a word of a compound has.
const minPart = 4

// compoundIn reports whether word i of s is made of two words that t has within in:
// "roadblocks", "blocked the roads".
func (s *sentence) compoundIn(i int, t *sentence, in [2]int) bool {
	whole := s.fold(i)
	for j := in[0]; len(whole) >= 2*minPart && j < in[1]; j++ {
		first := strings.TrimSuffix(t.fold(j), "s")
		if len(first) < minPart || first[0] != whole[0] {
			continue
		}
		if rest, ok := strings.CutPrefix(whole, first); ok && len(rest) >= minPart && t.hasStem(stem(rest), in) {
			return true
		}
	}
	return false
}

// partIn reports whether t has within in a compound of word i of s and another word
// of s: the holders of "holders of bonds", "bondholders".
func (t *sentence) partIn(i int, s *sentence, in [2]int) bool {
	part := s.fold(i)
	for j := in[0]; len(part) >= minPart && j < in[1]; j++ {
		whole := t.fold(j)
		if n := len(whole); n < 2*minPart || whole[0] != part[0] && whole[n-1] != part[len(part)-1] {
			continue
		}
		rest, ok := strings.CutSuffix(whole, part)
		if !ok {
			rest, ok = strings.CutPrefix(whole, strings.TrimSuffix(part, "s"))
		}
		if ok && len(rest) >= minPart && s.hasStem(stem(rest), [2]int{0, len(s.words)}) {
			return true
		}
	}
	return false
}

// hasStem reports whether s has a word of a stem within in.
func (s *sentence) hasStem(stemmed string, in [2]int) bool {
	for i := in[0]; i < in[1]; i++ {
		if s.stem(i) == stemmed {
			return true
		}
	}
	return false
}

// wordEnd is what an ending makes of a word.
type wordEnd int

// The kinds of endings.
const (
	noEnd     wordEnd = iota
	formEnd           // another form of it: "evacuated"
	actionEnd         // what is done: "evacuation"
	personEnd         // who does it or has it done: "evacuee"
	kindEnd           // anything else that is made of it: "rental"
)

// wordEnds are the endings that join to a word what is still of that word.
var wordEnds = later(func(m map[string]wordEnd) {
	m[""] = formEnd
	for kind, ends := range [...]string{
		formEnd:   `s e es d ed ked ing king y ies ied o`,
		actionEnd: `ion ions ation ations`,
		personEnd: `er ers or ors ee ees`,
		kindEnd: `al als ial ance ence ant ants ent ents ment ments ist ists ity ities ive ives able ible ure ures ery eries ary age ages ic ics ical ian ians
			ous ful ness ly ate ated ates ating ise ised ises ising ize ized izes izing en ens ened ening ern ship ships ition itions ication ications out outs away off up down over back`,
	} {
		for end := range strings.FieldsSeq(ends) {
			m[end] = wordEnd(kind)
		}
	}
})

// joins reports whether words of one beginning with these endings tell of one
// thing: employers are no employees.
func (e wordEnd) joins(f wordEnd) bool {
	if e > f {
		e, f = f, e
	}
	return e == formEnd || e == actionEnd && f == personEnd
}

// stemTurns are the ends of stems that a verb exchanges for those of its noun:
// "decide", "decision".
var stemTurns = opposed(`d s t ss b pt oy uct`)

// sameFamily reports whether v and w are one word with other endings:
// "evacuation", "evacuee"; "extend", "extension". "Expelled" and "expected" only
// begin alike.
func (f *form) sameFamily(g *form) bool {
	u, v := f.fold, g.fold
	n := 0
	for n < min(len(u), len(v)) && u[n] == v[n] {
		n++
	}
	for k := n; n >= minFamily && k >= n-1; k-- {
		if wordEnds[undoubled(u, k)].joins(wordEnds[undoubled(v, k)]) {
			return true
		}
	}
	u, v = f.stem, g.stem
	return n >= minFamily && n <= min(len(u), len(v)) && stemTurns[[2]string{u[n:], v[n:]}]
}

// minFamily is how many letters words of one family share.
const minFamily = 4

// undoubled returns what follows the first k bytes of w, without the letter that
// an ending doubles: "council", "councillor".
func undoubled(w string, k int) string {
	if k < len(w) && w[k] == w[k-1] {
		return w[k+1:]
	}
	return w[k:]
}

// misspelt reports whether two long words are one in two spellings: two
// neighbouring letters have changed places, one is dropped, doubled, or written as
// British or as American English has it: "holder", "hodler"; "defence", "defense".
func misspelt(u, v string) bool {
	if len(u) > len(v) {
		u, v = v, u
	}
	if len(v) < minMisspelt || len(v) > len(u)+1 {
		return false
	}
	i := 0
	for i < len(u) && u[i] == v[i] {
		i++
	}
	switch {
	case i < 2 || i == len(v):
		return false
	case len(u) == len(v) && u[i+1:] == v[i+1:]:
		return i+1 < len(u) && strings.IndexByte("aei", u[i+1]) >= 0 && spelledAlike[[2]string{u[i : i+1], v[i : i+1]}]
	case len(u) == len(v):
		return i+1 < len(u) && u[i] == v[i+1] && u[i+1] == v[i] && u[i+2:] == v[i+2:]
	}
	return u[i:] == v[i+1:] && (v[i] == v[i-1] || v[i-1:i+1] == "ou" || len(v) >= minDropped)
}

// How long a word is whose other spelling is seen, and one that has lost a letter.
const (
	minMisspelt = 6
	minDropped  = 9
)

// spelledAlike are letters before a vowel of which British English has the one and
// American the other.
var spelledAlike = opposed(`s z c s`)

// nationEnds make of the name of a place or people that of those who belong to it:
// "Europe", "European".
var nationEnds = wordSet(`s a n an ian ean ese ish i er ern y`)

// derived reports whether one of two names is the other with such an ending.
func derived(u, v string) bool {
	if len(u) > len(v) {
		u, v = v, u
	}
	n := 0
	for n < len(u) && u[n] == v[n] {
		n++
	}
	return n >= 4 && n >= len(u)-1 && nationEnds[v[n:]]
}
