package compare

import "parallax/internal/names"

// sidesTurned finds somebody who does in the one sentence what is done to him in
// the other, whoever the other side is there: "the senator's wife drove him",
// "the senator drove his wife".
func (x *clasher) sidesTurned() {
	for i := range x.f.arguments {
		p := &x.f.arguments[i]
		for j := range x.g.arguments {
			q := &x.g.arguments[j]
			if p.term != q.term || p.role+q.role != doer+sufferer || p.role == q.role || p.verb < 0 || x.s.words[p.verb].class == light || x.s.stem(p.at) != x.t.stem(q.at) {
				continue
			}
			turned := *q
			turned.role = p.role
			if !x.sameVerb(p, &turned) || x.s.words[p.verb].term != x.t.words[q.verb].term || !x.s.transitive(x.f, p.verb) || !x.t.transitive(x.g, q.verb) || x.alsoThere(p) || x.alsoHere(q) {
				continue
			}
			x.addAt(clashDirection, min(p.from, p.verb), max(p.at, p.verb)+1, min(q.from, q.verb), max(q.at, q.verb)+1)
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

// keptBy finds a deed that the one sentence tells of somebody and the other of
// one who hangs on him: "the gunman", "the father of the gunman".
func (x *clasher) keptBy() {
	for i := range x.f.arguments {
		p := &x.f.arguments[i]
		for j := range x.g.arguments {
			q := &x.g.arguments[j]
			if p.role == q.role && p.role >= doer && p.role <= sufferer && p.term != q.term && x.sameVerb(p, q) && (x.s.words[p.at].form.party || x.t.words[q.at].form.party) &&
				(x.hangsOn(x.t, x.s, x.g, p, q) || x.hangsOn(x.s, x.t, x.f, q, p)) {
				x.addAt(clashName, p.from, p.at+1, q.from, q.at+1)
				return
			}
		}
	}
}

// hangsOn reports whether in s, whose facts are f, the argument p of t hangs on
// the argument q, of which t has nothing.
func (x *clasher) hangsOn(s, t *sentence, f *facts, p, q *argument) bool {
	w := &s.words[q.at]
	for i := range f.arguments {
		if a := &f.arguments[i]; a.role == ownerOf && a.verb == q.at && a.term == p.term {
			return w.class == plain && !w.form.capital && !containers[w.form.stem] && !has(t.terms, w.term) && !x.c.anySynonym(s, q.at, t, [2]int{0, len(t.words)})
		}
	}
	return false
}

// containers are what many of one kind make up: "a group of gunmen".
var containers = stemSet(`group member number majority minority part half third quarter crowd team crew gang band rest dozen hundred thousand score pair couple
	family people lot handful series list life home house
	office party government ministry administration`)

// otherOwner finds one thing that belongs to two: "the rainforest of Ecuador",
// "Borneo's rainforest".
func (x *clasher) otherOwner() {
	all := [2]int{0, len(x.s.words) + len(x.t.words)}
	for i := range x.f.actors {
		for j := range x.g.actors {
			p, q := &x.f.actors[i], &x.g.actors[j]
			v, w := x.s.ownedBy(x.f, p), x.t.ownedBy(x.g, q)
			if v >= 0 && v == w && rivals(p, q, p.kind != names.Person && q.kind != names.Person) && !x.actorWithin(p, x.s, x.g.actors, x.t, all) && !x.actorWithin(q, x.t, x.f.actors, x.s, all) {
				x.addNames(p, q)
			}
		}
	}
}

// ownedBy returns the term of the thing that the actor p has, -1 if there is none.
func (s *sentence) ownedBy(f *facts, p *actor) int32 {
	for k := range f.arguments {
		if a := &f.arguments[k]; a.role == ownerOf && a.verb >= 0 && p.from <= a.at && a.at < p.to {
			return s.words[a.verb].term
		}
	}
	return -1
}

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
