package compare

// Words that have changed places. What has only moved with all that hangs on it
// ("on Tuesday" to the front) tells the same. But where one word stands between
// the neighbours that another has in the other sentence, and that one between
// its, both tell something else: "the lake fills the river", "the river fills
// the lake". This needs no knowledge of verbs and nouns.

// wordsExchanged finds two such words among those that moved, of which moved
// says which words of s they are.
func (x *clasher) wordsExchanged(moved []int) {
	if len(x.s.words) > maxFacts || x.otherVoice() || x.otherSign() {
		return
	}
	for _, i := range moved {
		k, ok := x.s.only(x.t, i)
		if !ok {
			continue
		}
		for j := range x.s.words {
			if j == i || x.s.words[j].term == x.s.words[i].term {
				continue
			}
			l, ok := x.s.only(x.t, j)
			if !ok || (i < j) == (k < l) || !x.sameNeighbours(i, l, j, k) || !x.sameNeighbours(j, k, i, l) || x.s.eitherWay(min(i, j), max(i, j)) || x.t.eitherWay(min(k, l), max(k, l)) {
				continue
			}
			x.addWord(ClashDirection, i, l)
			return
		}
	}
}

// only returns where t has the word i of s, if each has it once and it tells
// something.
func (s *sentence) only(t *sentence, i int) (int, bool) {
	w := &s.words[i]
	if w.tail || w.class != plain && w.class != light && w.class != name && w.class != country || s.isVerb(i) || s.occurrences(w.term) != 1 || t.occurrences(w.term) != 1 {
		return 0, false
	}
	for k := range t.words {
		if t.words[k].term == w.term {
			return k, !t.words[k].tail && t.words[k].sign == w.sign
		}
	}
	return 0, false
}

// sameNeighbours reports whether the two words before i in s stand before l in t
// too, or the two after; articles do not count, and the words at j and k, which
// the words at i and l exchange places with, pass for one.
func (x *clasher) sameNeighbours(i, l, j, k int) bool {
	for _, step := range [...]int{-1, 1} {
		p, q := i, l
		same := 0
		for same < 2 {
			p, q = x.s.neighbour(p, step), x.t.neighbour(q, step)
			inS, inT := p >= 0 && p < len(x.s.words), q >= 0 && q < len(x.t.words)
			if !inS || !inT {
				if inS == inT {
					same = 2
				}
				break
			}
			v, w := &x.s.words[p], &x.t.words[q]
			if v.term != w.term && !(p == j && (q == k || w.term == x.s.words[i].term)) {
				break
			}
			same++
		}
		if same == 2 {
			return true
		}
	}
	return false
}

// neighbour returns the word before or after i that is no article.
func (s *sentence) neighbour(i, step int) int {
	i += step
	for s.formAt(i).determiner || s.fold(i) == "this" || s.fold(i) == "that" {
		i += step
	}
	return i
}

// eitherWay reports whether the words i and j may change places freely: they
// stand in one list or one name of a thing, or on both sides of "is" or of a verb
// that both do.
func (s *sentence) eitherWay(i, j int) bool {
	list, is := true, false
	for k := i + 1; k < j; k++ {
		w := &s.words[k]
		switch {
		case mutual[w.form.stem] && (s.isVerb(k) || s.fold(k+1) == "with" || s.fold(k+1) == "between"):
			return true
		case w.form.be:
			is = true
		case w.class != function:
			is = false
		}
		if w.form.determiner && k > i+1 && s.words[k-1].class == plain && s.gap(k) == " " {
			list = false // "the owls eat the mice"
		}
		if s.isVerb(k) || w.form.preposition || w.form.fold == "of" || w.class == saying {
			list = false
		}
	}
	return list || is
}

// otherSign reports whether a verb that can be turned round is: "bought",
// "sold".
func (x *clasher) otherSign() bool {
	for i := range x.f.acts {
		for j := range x.g.acts {
			if a, b := &x.f.acts[i], &x.g.acts[j]; a.term == b.term && a.sign != b.sign {
				return true
			}
		}
	}
	return false
}

// exchanged finds two things that have changed their roles in what one verb
// tells: "the strike was caused by the collapse", "the collapse was caused by
// the strike".
func (x *clasher) exchanged() {
	for i := range x.f.arguments {
		p := &x.f.arguments[i]
		for j := range x.f.arguments {
			q := &x.f.arguments[j]
			if q.role < p.role || p.role == q.role && i >= j || !x.s.mayExchange(p, q) {
				continue
			}
			if w := x.inPlaceOf(p, q); w != nil && x.inPlaceOf(q, p) != nil && !x.alsoThere(p) && !x.alsoThere(q) {
				x.addAt(ClashDirection, p.from, p.at+1, w.from, w.at+1)
				return
			}
		}
	}
}

// mayExchange reports whether it makes another statement of s that its arguments p
// and q exchange their roles: not what "is" joins, nor what stands with or between.
func (s *sentence) mayExchange(p, q *argument) bool {
	switch {
	case placeNouns[s.stem(p.at)] && s.properAt(q.at), placeNouns[s.stem(q.at)] && s.properAt(p.at):
		return false // the one may be called the other
	case p.role == noRole, p.role == doer && q.role == predicate, q.role == between:
		return false
	case q.role == with && !(q.verb >= 0 && s.negative(q.verb)):
		return false
	case p.role != q.role:
		return true
	}
	return p.role <= ownerOf && meaning(&s.words[p.verb]) != meaning(&s.words[q.verb])
}

// inPlaceOf returns the argument of t that is what q is in s and has the role
// there that p has in s, nil if there is none.
func (x *clasher) inPlaceOf(p, q *argument) *argument {
	for k := range x.g.arguments {
		v := &x.g.arguments[k]
		if v.role == p.role && x.sameThing(q, v) && x.sameVerb(p, v) && (p.term != q.term || x.s.stem(p.at) != x.s.stem(q.at) && x.s.stem(q.at) == x.t.stem(v.at)) {
			return v
		}
	}
	return nil
}

// kindsExchanged finds words that say of what kind a thing is, each of which
// says it of another thing in the other sentence: "the younger brother hid the
// elder", "the elder brother hid the younger".
func (x *clasher) kindsExchanged() {
	moved := func(s, t *sentence, f, g *facts, a *argument) int {
		for k := a.from; k < a.at; k++ {
			if w := &s.words[k]; w.class == plain && w.term != a.term && !gerund(w.form.fold) && !f.dated(k) && has(t.terms, w.term) && !t.kindOf(g, w.term, a.term) {
				return k
			}
		}
		return -1
	}
	for i := range x.f.arguments {
		for j := range x.g.arguments {
			a, b := &x.f.arguments[i], &x.g.arguments[j]
			if a.term != b.term {
				continue
			}
			k, l := moved(x.s, x.t, x.f, x.g, a), moved(x.t, x.s, x.g, x.f, b)
			if k >= 0 && l >= 0 {
				x.addAt(ClashDirection, k, a.at+1, l, b.at+1)
				return
			}
		}
	}
}

// kindOf reports whether kind stands in s before thing or hangs on it.
func (s *sentence) kindOf(f *facts, kind, thing int32) bool {
	for i := range f.arguments {
		a := &f.arguments[i]
		if a.verb >= 0 && a.term == kind && s.words[a.verb].term == thing || a.from > 1 && a.term == kind && s.words[a.from-2].term == thing && s.formAt(a.from-1).preposition {
			return true // "the director of the museum", "quotas for cod"
		}
		for k := a.from; k < a.at && a.term == thing; k++ {
			if s.words[k].term == kind {
				return true
			}
		}
	}
	return false
}
