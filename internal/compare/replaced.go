package compare

import "strings"

// Replaced words. A table of opposites is never complete: "praised" has
// "derided" against it, and "lent", "sold" is no opposite at all but another
// deed. So the rule is the other way round: where one sentence has a word and
// the other has another in its place, they tell the same only if something says
// so: a common stem, a row of concepts or of synonyms. What is unknown counts as
// another statement. A word that only one sentence has, with nothing in its
// place, is a detail and contradicts nothing.

// maxReplaced is how many words a side of a change may have for its words to
// stand in each other's place. Longer ones are other clauses.
const maxReplaced = 6

// replaced compares the words of a change that nothing accounts for.
func (x *clasher) replaced(a, b [2]int) {
	if max(a[1]-a[0], b[1]-b[0]) > maxReplaced {
		return
	}
	i, j := x.unaccounted(x.s, x.t, a, b), x.unaccounted(x.t, x.s, b, a)
	if i < 0 || j < 0 || x.bothNegative(i, j) && x.f.denied(i, x.s) != x.g.denied(j, x.t) {
		return
	}
	kind := clashNegation
	if x.s.isNoun(i) && x.t.isNoun(j) {
		kind = clashName
	}
	x.addWord(kind, i, j)
}

// unaccounted returns the first word of s within in that tells something for
// which t has nothing, neither anywhere else nor, in other words, within there;
// -1 if there is none.
func (x *clasher) unaccounted(s, t *sentence, in, there [2]int) int {
	for i := in[0]; i < in[1]; i++ {
		w := &s.words[i]
		named := w.class == name && w.form.shout || w.class == saying && !w.tail && !s.isVerb(i) && s.formAt(i-1).determiner
		if (named || s.tells(i)) && s.countAlike(w.term, w.sign < 0) > t.countAlike(w.term, w.sign < 0) && !x.c.anySynonym(s, i, t, there) {
			return i
		}
	}
	return -1
}

// countAlike counts the words and phrases of s that stand for a meaning, or for
// its opposite.
func (s *sentence) countAlike(term int32, opposite bool) int {
	n := 0
	for i := range s.words {
		if w := &s.words[i]; w.term == term && w.sign < 0 == opposite && (w.sign != 0 || i == 0 || s.words[i-1].term != term) {
			n++
		}
	}
	return n
}

// tells reports whether word i is a verb, a noun or an adjective of its own.
func (s *sentence) tells(i int) bool {
	w := &s.words[i]
	switch {
	case w.tail || w.form.joins:
		return false
	case w.form.fold == "own":
		// "The tenants own the house", not "their own house".
		return i > 0 && s.words[i-1].class == plain && s.formAt(i+1).determiner
	case w.class == saying && !s.isVerb(i):
		return w.form.party
	case w.class == saying:
		return w.form.stem != "say" && w.form.stem != "tell"
	case w.class != plain && w.class != light:
		return false
	}
	return w.sign != 0 || i == 0 || s.words[i-1].term != w.term
}

// anySynonym reports whether a word of t within in may stand for word i of s.
func (c *Comparer) anySynonym(s *sentence, i int, t *sentence, in [2]int) bool {
	for j := in[0]; j < in[1]; j++ {
		if t.tells(j) && !has(s.terms, t.words[j].term) && c.synonymous(s, i, t, j) {
			return true
		}
	}
	return false
}

// synonymous reports whether word j of t may stand for word i of s.
func (c *Comparer) synonymous(s *sentence, i int, t *sentence, j int) bool {
	v, w := &s.words[i], &t.words[j]
	if v.term == w.term {
		return true
	}
	p, q := v.form.fold, w.form.fold
	if degree(p, q) || degree(q, p) || sameStart(p, q) || derived(p, q) || misspelt(p, q) || v.form.spelling() == w.form.spelling() {
		return true
	}
	if again(v, w) || again(w, v) || s.fold(i-1)+p == q || t.fold(j-1)+q == p {
		return true // "reopen", "open"; "air strike", "airstrike"
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

// spelled returns what withParticle does, but not the verb alone where "down" or
// "off" makes another of it: "vote down" is no voting.
func (c *Comparer) spelled(s *sentence, i int) [2]string {
	out := s.withParticle(i)
	if next := s.fold(i + 1); (next == "down" || next == "off") && len(c.synonymRows(out[1])) > 0 {
		out[0] = ""
	}
	return out
}

// again reports whether v does once more what w does: "reopen", "open".
func again(v, w *word) bool {
	rest, ok := strings.CutPrefix(v.form.stem, "re")
	return ok && len(rest) > 2 && strings.TrimPrefix(rest, "-") == w.form.stem
}

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
var synonymsBy = later(readSynonyms)

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

func readSynonyms(m map[byte][]synonymAt) {
	from, row := -1, int16(0) // where the entry being read begins
	var head synonymAt        // the word whose rows are being read; none if its to is 0
	add := func(at synonymAt) { m[synonyms[at.from]] = append(m[synonyms[at.from]], at) }
	for i := range len(synonyms) {
		c := synonyms[i]
		if c >= 'a' && c <= 'z' || c == '_' || c == '-' {
			if from < 0 {
				from = i
			}
			continue
		}
		if from >= 0 {
			at := synonymAt{int32(from), int32(i), row}
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
	c.rows[strings.Clone(stemmed)] = rows
	return rows
}

// stemEntry returns the stems of the words of an entry: "put_off" is "put off".
func stemEntry(entry string) string {
	words := strings.Split(entry, "_")
	for i, w := range words {
		words[i] = stem(w)
	}
	return strings.Join(words, " ")
}

// otherDeeds finds verbs of which one sentence has the one and the other has
// another: done by the same or to the same, or, where each has one such verb, by
// one to whom the other is done.
func (x *clasher) otherDeeds() {
	p, q := x.ownDeeds(x.s, x.t), x.ownDeeds(x.t, x.s)
	for _, i := range p {
		for _, j := range q {
			if x.bothNegative(i, j) {
				continue
			}
			if !x.near && !x.own || len(p) == 1 && len(q) == 1 && x.anyParty(i, j) || x.sameParty(i, j) || x.sameParts(i, j) {
				x.addWord(clashNegation, i, j)
			}
		}
	}
}

// onlyWords finds the only word of each sentence for which the other has nothing,
// if both are verbs, adjectives or name things that have a like place: what else
// could they tell but the same?
func (x *clasher) onlyWords() {
	i, j := x.onlyWord(x.s, x.t, x.f), x.onlyWord(x.t, x.s, x.g)
	if i < 0 || j < 0 || x.s.negative(i) || x.t.negative(j) || x.s.isVerb(i) != x.t.isVerb(j) || x.s.isNoun(i) != x.t.isNoun(j) {
		return
	}
	kind := clashNegation
	switch {
	case x.s.isVerb(i):
		if len(x.f.denials) != len(x.g.denials) {
			return
		}
	case x.s.isNoun(i):
		kind = clashName
		if !x.besideSame(i, j) && !x.samePart(i, j) && (len(x.f.denials) != len(x.g.denials) || !x.f.heads(i) || !x.g.heads(j)) {
			return
		}
	case strings.HasSuffix(x.s.fold(i), "ly") || strings.HasSuffix(x.t.fold(j), "ly"):
		return
	}
	x.addWord(kind, i, j)
}

// onlyWord returns the one word of s for which t has nothing, -1 if there is
// none or another.
func (x *clasher) onlyWord(s, t *sentence, f *facts) int {
	found := -1
	for i := range s.words {
		if !x.loneWord(s, t, f, i) || s.isVerb(i) && s.onlyJoins(i) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}

// heads reports whether word i is the head of an argument.
func (f *facts) heads(i int) bool {
	for k := range f.arguments {
		if f.arguments[k].at == i {
			return f.arguments[k].role != noRole
		}
	}
	return false
}

// dated reports whether word i belongs to a time or a number.
func (f *facts) dated(i int) bool {
	for k := range f.times {
		if f.times[k].from <= i && i < f.times[k].to {
			return true
		}
	}
	for k := range f.numbers {
		if f.numbers[k].from <= i && i < f.numbers[k].to {
			return true
		}
	}
	return false
}

// samePart reports whether the words i and j both do, or both suffer, what one
// verb tells.
func (x *clasher) samePart(i, j int) bool {
	v, w := x.s.words[i].term, x.t.words[j].term
	for p := range x.f.acts {
		for q := range x.g.acts {
			if a, b := &x.f.acts[p], &x.g.acts[q]; a.term == b.term && (has(a.agents, v) && has(b.agents, w) || has(a.patients, v) && has(b.patients, w)) {
				return true
			}
		}
	}
	return false
}

// anyParty reports whether anybody is named beside both verbs, at i and j.
func (x *clasher) anyParty(i, j int) bool {
	a, b := x.f.actAt(i), x.g.actAt(j)
	return x.sameParty(i, j) || meet(a.agents, b.agents) || meet(a.agents, b.patients) || meet(a.patients, b.agents)
}

// sameParts reports whether the verbs at i and j have one doer, and it is done to
// one thing.
func (x *clasher) sameParts(i, j int) bool {
	same := func(r role) bool {
		for p := range x.f.arguments {
			for q := range x.g.arguments {
				if a, b := &x.f.arguments[p], &x.g.arguments[q]; a.verb == i && b.verb == j && a.role == r && b.role == r && x.c.synonymous(x.s, a.at, x.t, b.at) {
					return true
				}
			}
		}
		return false
	}
	return same(doer) && same(sufferer)
}

// ownDeeds returns the verbs of s for which t has no word that may stand for
// them.
func (x *clasher) ownDeeds(s, t *sentence) []int {
	var out []int
	for i := range s.words {
		if w := &s.words[i]; s.tells(i) && w.class == plain && s.isVerb(i) && !s.onlyJoins(i) && !has(t.terms, w.term) && !x.c.anySynonym(s, i, t, [2]int{0, len(t.words)}) && len(out) < maxFacts {
			out = append(out, i)
		}
	}
	return out
}

// joiningVerbs say nothing of their own before "to" or "that", or behind what
// they are about: "managed to escape", "the council has decided".
var joiningVerbs = stemSet(`manage decide force oblige compel rule find happen seem appear prove turn_out serve announce`)

// supportVerbs say little beside a noun or an adjective that says it: "led to an
// adjournment", "fell ill", "lost strength".
var supportVerbs = stemSet(`lead fall spend cost suffer undergo receive experience occur need require cause let`)

// onlyJoins reports whether the verb at word i says nothing of its own.
func (s *sentence) onlyJoins(i int) bool {
	next := s.fold(i + 1)
	if supportVerbs[s.stem(i)] || next == "place" && s.stem(i) == "take" {
		return true
	}
	return joiningVerbs[s.stem(i)] && (next == "to" || next == "that" || i == len(s.words)-1 && s.clauseStart(i) > 0)
}

// bothNegative reports whether both sentences tell by the words i and j that
// something is not so: "refused to release", "denied bail"; "did not play",
// "missed".
func (x *clasher) bothNegative(i, j int) bool {
	p, q := x.s.negative(i), x.t.negative(j)
	return (p || x.f.denied(i, x.s)) && (q || x.g.denied(j, x.t)) && (p || q)
}

// negative reports whether word i says by itself that something is not so.
func (s *sentence) negative(i int) bool {
	w := &s.words[i]
	return w.form.denying || negative[w.form.stem] || denialVerbs[w.form.stem]
}
