package compare

// Unmet things. Where two sentences tell one fact in other words, what the one
// names the other names too, if by another word, and a word that only one has is
// a detail. But where each names a thing for which the other has nothing, in no
// form and by no word of the tables, they tell of two things: "the strike hit the
// port", "a fire closed the port". Of the kept facts of testdata one in a hundred
// has that, of those with one noun changed by chance a third.

// unmetThings finds a thing of each sentence for which the other has nothing.
func (x *clasher) unmetThings() {
	if x.own {
		return
	}
	for i := range x.f.arguments {
		p := x.unmetThing(x.s, x.t, x.f, &x.f.arguments[i])
		for j := range x.g.arguments {
			if q := x.unmetThing(x.t, x.s, x.g, &x.g.arguments[j]); p >= 0 && q >= 0 && !x.sayLess(p, q) {
				x.addWord(clashName, p, q)
				return
			}
		}
	}
}

// unmetThing returns the word of s that names the argument a of s, if t has
// nothing for that thing or those people, else -1.
func (x *clasher) unmetThing(s, t *sentence, f *facts, a *argument) int {
	if a == nil || a.role == noRole || s.fold(a.at) == "ago" {
		return -1
	}
	if i, ok := x.loneHead(s, t, f, a); ok {
		return i
	}
	w := &s.words[a.at]
	if w.class == plain && w.form.generic && w.form.stem != "compani" && !w.tail && !has(t.terms, w.term) && !x.c.anySynonym(s, a.at, t, [2]int{0, len(t.words)}) {
		return a.at
	}
	return -1
}

// sayLess reports whether one of the words i and j speaks less exactly of people
// of whom the other may speak: "residents", "fishermen".
func (x *clasher) sayLess(i, j int) bool {
	v, w := x.s.words[i].form, x.t.words[j].form
	return v.generic && w.party || w.generic && v.party
}
