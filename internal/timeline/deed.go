package timeline

import (
	"slices"
	"strings"

	"parallax/internal/sorting"
	"parallax/internal/text"
)

// A deed is what a clause tells was done: its verb, who did it and to whom. Two
// articles tell of one deed where the verbs may stand for each other and so do
// those it was done to, or those who did it where it was done to nobody: "police
// arrested the captain" and "the captain was detained", "the ship hit the reef"
// and "the ferry struck the Kestrel reef".
type deed struct {
	verb     string  // its stem
	rows     []int16 // of its synonyms
	doer     bag
	sufferer bag
	words    bag  // of the clause, the verb aside
	definite bool // the doer was named before: "the vessel", "it"
	timed    bool // a time of its sentence is its own; by deedsIn
}

// deedOf reads the deed of the verb at token v, nil if it says or is something.
func (s *shelf) deedOf(c *clause, v int) *deed {
	v = c.mainVerb(v)
	if v < 0 || c.speaks(v) && !deeds.Has(c.word(v)) {
		return nil
	}
	next := ""
	if v+1 < len(c.toks) && c.toks[v+1].seg == c.toks[v].seg {
		next = c.word(v + 1)
	}
	d := new(deed)
	var phrase bool
	d.verb, d.rows, phrase = s.rowsOf(c.word(v), next)
	from, to := c.subject(v)
	object := v + 1
	if phrase || next == "with" { // "met with the owner"
		object++
	}
	d.definite = from < to && (c.word(from) == "the" || pronouns.Has(c.word(from)))
	after := v + 1
	for after < len(c.toks) && c.toks[after].seg == c.toks[v].seg && !c.toks[after].verb {
		after++
	}
	d.doer, d.sufferer = s.words(c, from, to), s.sufferer(c, object)
	d.words = join(join(d.doer, s.words(c, v+1, after)), d.sufferer)
	if c.passive(v) {
		d.doer, d.sufferer = nil, d.doer
	}
	return d
}

// sufferer is the words of the object that begins at token i: with the name in
// an aside behind it, "the head of the mine, Elena Brandt, at his office", and of
// people of any kind with what is said of them, "200 people who had blocked the
// line".
func (s *shelf) sufferer(c *clause, i int) bag {
	end := c.objectEnd(i)
	b := s.words(c, i, end)
	stop := end
	switch {
	case end == len(c.toks):
	case c.opens(end) && c.gap(end) == ", ":
		for stop < len(c.toks) && c.toks[stop].seg == c.toks[end].seg && c.toks[stop].cap {
			stop++
		}
		if stop < len(c.toks) && !c.opens(stop) {
			stop = end // the aside is more than a name
		}
	case c.word(end) == "who" && len(b) > 0 && s.nobody(b):
		for stop < len(c.toks) && c.toks[stop].seg == c.toks[end].seg && !c.toks[stop].date {
			stop++
		}
	}
	return join(b, s.words(c, end, stop))
}

// nobody reports whether b tells of nobody in particular.
func (s *shelf) nobody(b bag) bool {
	return !slices.ContainsFunc(b, func(n uint32) bool { return !s.anybody[n] })
}

// mainVerb returns the verb that the auxiliary at token v stands for: "were taken
// off", "will be towed"; v itself if it is none, -1 if there is no other.
func (c *clause) mainVerb(v int) int {
	for i := max(v, 0); v >= 0 && i < len(c.toks) && c.toks[i].seg == c.toks[v].seg; i++ {
		switch w := c.word(i); {
		case auxiliaries.Has(w), beings.Has(w), planning.Has(w) && c.word(i+1) == "to", w == "to", w == "not", w == "also", len(w) > 2 && w[len(w)-2:] == "ly":
		case closed(w) || c.toks[i].date:
			return -1
		default:
			return i
		}
	}
	return -1
}

// passive reports whether the verb at token v is done to its subject.
func (c *clause) passive(v int) bool {
	for i := c.chain(v); i < v; i++ {
		if beings.Has(c.word(i)) {
			return true
		}
	}
	return c.reduced(v)
}

var beings = text.WordSet{Words: text.Is + " be been being got"}

// reduced reports whether the verb at token v opens a clause that says more of
// the noun before it: "The Aurora Star, built in 1994, ran aground".
func (c *clause) reduced(v int) bool {
	return v > 0 && c.opens(v) && c.word(v) != "said" && closed(c.word(v+1)) && !c.toks[v-1].verb && !c.toks[v-1].date
}

// subject returns the tokens [from, to) of what stands before the verb at token v
// and belongs to it.
func (c *clause) subject(v int) (from, to int) {
	const most = 12 // tokens of a subject
	to = c.chain(v)
	for to > 0 && c.conjoins(to-1, to) { // "left Brennvik and hit the reef"
		verb := to - 2
		for !c.toks[verb].verb {
			verb--
		}
		to = c.chain(verb)
	}
	if to > 0 && (c.opens(to) || c.opens(to-1) && relatives.Has(c.word(to-1))) {
		to = c.antecedentEnd(to)
	}
	from = to
	if to > 0 && persons.Has(c.word(to-1)) {
		return to - 1, to // "Before the trial he was arrested"
	}
	for from > 0 && to-from < most && c.toks[from-1].seg == c.toks[to-1].seg && !c.toks[from-1].verb && !c.toks[from-1].date && !relatives.Has(c.word(from-1)) {
		from--
	}
	return from, to
}

// antecedentEnd returns where the noun ends that a verb at the head of a segment
// belongs to, which ends at token i: before an aside, "The captain, a man of 52,
// was held".
func (c *clause) antecedentEnd(i int) int {
	end := i
	for end > 0 && !c.opens(end) {
		end--
	}
	if end != i || end < 1 || c.reduced(i) {
		return end // "who resigned", "built in 1994"
	}
	seg := c.toks[end-1].seg
	begin := end
	for begin > 0 && c.toks[begin-1].seg == seg {
		begin--
	}
	if begin > 0 && (c.aside(seg) || c.reduced(begin) || !c.verbIn(begin, end)) {
		if c.opens(begin-1) && isFigure(c.word(begin-1)) { // "Aker, 47, a captain, was held"
			begin--
		}
		return begin
	}
	return end
}

// objectEnd returns where the object that begins at token i ends: with its
// clause, or before a preposition that does not carry it on.
func (c *clause) objectEnd(i int) int {
	end := i
	for end < len(c.toks) && c.toks[end].seg == c.toks[i-1].seg && !c.toks[end].date && !c.toks[end].verb {
		w := c.word(end)
		if prepositions.Has(w) && w != "of" || relatives.Has(w) || particles.Has(w) {
			break
		}
		end++
	}
	return end
}

// words is the content words of the tokens [from, to).
func (s *shelf) words(c *clause, from, to int) bag {
	var b bag
	for i := from; i < to; i++ {
		if n, ok := s.numberOf(c, i); ok {
			b = append(b, n)
		}
	}
	sorting.Ordered(b)
	return slices.Compact(b)
}

// tellingWeight is how heavy, beside a word that stands once in the collection,
// one must be to tell who did something or to whom: "captain" where a few
// articles tell of one, not "shares" where all tell of theirs.
const tellingWeight = 0.4

// sameDeed reports whether two deeds may be one. What stands for anybody, such
// as "people", counts for nothing unless sure, that is, unless something else
// speaks for it.
func (s *shelf) sameDeed(a, b *deed, sure bool) bool {
	if a == nil || b == nil || a.verb != b.verb && !meet(a.rows, b.rows) || s.elsewhere(a, b) {
		return false
	}
	sure = sure || s.alike(a.words, b.words).name
	if len(a.sufferer) > 0 && len(b.sufferer) > 0 {
		return s.tellsWho(a.sufferer, b.sufferer, sure)
	}
	return s.tellsWho(a.doer, b.doer, sure) || s.tellsWho(a.sufferer, b.doer, sure) || s.tellsWho(a.doer, b.sufferer, sure)
}

// sameButWhom reports whether two deeds may be one that was done to people of
// whom nothing but their number is told, "arrested 27", "detained 17 people", or
// of whom one is named before: "he was arrested".
func (s *shelf) sameButWhom(a, b *deed) bool {
	if a == nil || b == nil || a.verb != b.verb && !meet(a.rows, b.rows) || s.elsewhere(a, b) {
		return false
	}
	return len(a.sufferer) > 0 && len(b.sufferer) > 0 && s.nobody(a.sufferer) && s.nobody(b.sufferer) || a.pronoun() || b.pronoun()
}

// pronoun reports whether a deed was done to somebody who is named before.
func (d *deed) pronoun() bool { return d.definite && len(d.doer)+len(d.sufferer) == 0 }

// sameNames reports whether two deeds may be one that was done to, or by, people
// of one name, however often the collection has it.
func (s *shelf) sameNames(a, b *deed) bool {
	if a == nil || b == nil || a.verb != b.verb && !meet(a.rows, b.rows) {
		return false
	}
	if len(a.sufferer) > 0 && len(b.sufferer) > 0 {
		return s.alike(a.sufferer, b.sufferer).name
	}
	return s.alike(a.doer, b.doer).name
}

// tellsWho reports whether a and b have a word in common that tells who or what
// is meant.
func (s *shelf) tellsWho(a, b bag, sure bool) bool {
	for _, n := range a {
		if _, ok := slices.BinarySearch(b, n); ok && s.weights[n] >= tellingWeight*s.heaviest && (sure || !s.anybody[n]) {
			return true
		}
	}
	return false
}

// elsewhere reports whether two deeds have names and none in common: they are of
// other places, or of others.
func (s *shelf) elsewhere(a, b *deed) bool {
	return s.named(a.words) && s.named(b.words) && !s.alike(a.words, b.words).name
}

// named reports whether a name is in b.
func (s *shelf) named(b bag) bool {
	for _, n := range b {
		if s.name[n] {
			return true
		}
	}
	return false
}

// meet reports whether two lists share an entry.
func meet(a, b []int16) bool {
	for _, row := range a {
		if slices.Contains(b, row) {
			return true
		}
	}
	return false
}

// rowsOf returns the stem of a verb and the rows of its synonyms, with those of
// deedRows, which are counted down from -1, and whether the word after it is
// part of it: "ran aground".
func (s *shelf) rowsOf(word, next string) (verb string, rows []int16, phrase bool) {
	verb, rows = s.thesaurus.Verb(text.American(word), next)
	phrase = strings.Contains(verb, " ")
	for n := range deedRows {
		pair := deedRows[n].Has(word + "_" + next)
		if pair || deedRows[n].Has(word) {
			return verb, append([]int16{int16(-1 - n)}, rows...), phrase || pair
		}
	}
	return verb, rows, phrase
}
