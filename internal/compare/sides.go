package compare

// sidesTurned finds somebody who does in the one sentence what is done to him in
// the other, whoever the other side is there: "the senator's wife drove him",
// "the senator drove his wife".
func (x *clasher) sidesTurned() {
	for i := range x.f.arguments {
		p := &x.f.arguments[i]
		if p.role != doer && p.role != sufferer || p.verb < 0 || x.s.words[p.verb].class == light {
			continue
		}
		turned := *p
		turned.role = doer + sufferer - p.role
		q := x.thereAs(&turned)
		if q != nil && x.s.words[p.verb].term == x.t.words[q.verb].term && x.s.transitive(x.f, p.verb) && x.t.transitive(x.g, q.verb) && !x.alsoThere(p) && !x.alsoHere(q) {
			x.addAt(clashDirection, p.from, p.at+1, q.from, q.at+1)
			return
		}
	}
}

// transitive reports whether the verb at word i has both sides: who does it and
// whom it is done to.
func (s *sentence) transitive(f *facts, i int) bool {
	sides := [sufferer + 1]bool{}
	for k := range f.arguments {
		if a := &f.arguments[k]; a.verb == i && a.role <= sufferer {
			sides[a.role] = true
		}
	}
	sides[sufferer] = sides[sufferer] || objectPronouns[s.fold(i+1)]
	sides[doer] = sides[doer] || subjectPronouns[s.fold(i-1)] || s.fold(i-1) == "to"
	return sides[doer] && sides[sufferer]
}

var (
	objectPronouns  = wordSet(`him her it them me us you himself herself itself themselves`)
	subjectPronouns = wordSet(`he she it they i we you who which`)
)

// contraries are roles of which one thing can have only one.
var contraries = [...][2]role{{earlier, afterwards}, {because, despite}, {with, without}, {above, beneath}, {before, behind}, {place, outside}}

// contrary finds a thing that has opposite roles in the two sentences: "after
// the robbery", "before the robbery".
func (x *clasher) contrary() {
	if len(x.f.denials)+len(x.g.denials) > 0 {
		return // "not before the vote", "only after the vote"
	}
	for i := range x.f.arguments {
		p := &x.f.arguments[i]
		for j := range x.g.arguments {
			q := &x.g.arguments[j]
			if p.term != q.term {
				continue
			}
			for _, c := range contraries {
				if (c == [2]role{p.role, q.role} || c == [2]role{q.role, p.role}) && !x.alsoThere(p) && !x.alsoHere(q) {
					x.addAt(clashNegation, p.from-2, p.at+1, q.from-2, q.at+1)
				}
			}
		}
	}
}

// alsoHere is alsoThere for an argument of t.
func (x *clasher) alsoHere(q *argument) bool {
	for i := range x.f.arguments {
		if p := &x.f.arguments[i]; q.term == p.term && q.role == p.role && x.sameVerb(p, q) {
			return true
		}
	}
	return false
}
