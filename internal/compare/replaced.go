package compare

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
	if i < 0 || j < 0 || x.ofTimes(i, j) || x.bothNegative(i, j) && x.f.denied(i, x.s) != x.g.denied(j, x.t) {
		return
	}
	kind := ClashNegation
	if x.s.isNoun(i) && x.t.isNoun(j) {
		kind = ClashName
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

// bothNegative reports whether both sentences tell by the words i and j that
// something is not so: "refused to release", "denied bail"; "did not play",
// "missed".
func (x *clasher) bothNegative(i, j int) bool {
	p, q := x.s.negative(i) || undone(x.s.fold(i)), x.t.negative(j) || undone(x.t.fold(j))
	return (p || x.f.denied(i, x.s)) && (q || x.g.denied(j, x.t)) && (p || q)
}

// negative reports whether word i says by itself that something is not so.
func (s *sentence) negative(i int) bool {
	w := &s.words[i]
	return w.form.denying || negative[w.form.stem] || denialVerbs[w.form.stem]
}
