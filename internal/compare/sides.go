package compare

import (
	"slices"

	"parallax/internal/text"
)

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
			x.addAt(ClashDirection, p.from, p.at+1, q.from, q.at+1)
			return
		}
	}
}

// dealingsTurned finds two things of which the one does something to the other in
// the one sentence, and in the other what that tells by another verb is done to it:
// "the fungus protects the beetles", "the beetles shield the fungus".
func (x *clasher) dealingsTurned() {
	for _, p := range x.s.dealings(x.f) {
		for _, q := range x.t.dealings(x.g) {
			if x.sameThing(p[0], q[1]) && x.sameThing(p[1], q[0]) && p[0].term != p[1].term && !x.converseVerbs(p[0].verb, q[0].verb) {
				x.addAt(ClashDirection, p[0].from, p[0].at+1, q[0].from, q[0].at+1)
				return
			}
		}
	}
}

// conversesAlike finds somebody who does to a thing in the one sentence what one does
// in the other from the other side, where neither sentence has both verbs: "supplied
// the tanks", "received the tanks".
func (x *clasher) conversesAlike() {
	for i := range x.f.arguments {
		for j := range x.g.arguments {
			p, q := &x.f.arguments[i], &x.g.arguments[j]
			if p.role == doer && q.role == doer && p.verb >= 0 && q.verb >= 0 && x.sameThing(p, q) && conversePairs[[2]string{x.s.stem(p.verb), x.t.stem(q.verb)}] &&
				x.alsoDealt(p, q) && !x.t.hasVerb(x.s.stem(p.verb)) && !x.s.hasVerb(x.t.stem(q.verb)) {
				x.addWord(ClashDirection, p.verb, q.verb)
				return
			}
		}
	}
}

// alsoDealt reports whether the verbs of p and q have another thing in common.
func (x *clasher) alsoDealt(p, q *argument) bool {
	for i := range x.f.arguments {
		for j := range x.g.arguments {
			v, w := &x.f.arguments[i], &x.g.arguments[j]
			if v != p && w != q && v.verb == p.verb && w.verb == q.verb && x.sameThing(v, w) {
				return true
			}
		}
	}
	return false
}

// dealings returns who or what does something in s with those it is done to.
func (s *sentence) dealings(f *facts) [][2]*argument {
	var out [][2]*argument
	for i := range f.arguments {
		for j := range f.arguments {
			p, q := &f.arguments[i], &f.arguments[j]
			if p.role != doer || p.verb < 0 || p.verb != q.verb || mutual[s.stem(p.verb)] {
				continue
			}
			switch q.role {
			case sufferer, before, against:
			case behind:
				if !s.transitive(f, p.verb) {
					p, q = q, p // "finished behind her rival", not "threw her support behind"
				}
			case goal:
				if !s.transitive(f, p.verb) && !ramming[s.stem(p.verb)] {
					continue
				}
			case source:
				if s.withParticle(p.verb)[1] != "take over" {
					continue
				}
			default:
				continue
			}
			out = append(out, [2]*argument{p, q})
		}
	}
	return out
}

// ramming verbs tell with "into" what is done to a thing: "ran into the coach".
var ramming = stemSet(`run crash drive plough slam smash bump`)

// converseVerbs reports whether the verbs i and j tell one thing from its two
// sides: "hosted", "visited".
func (x *clasher) converseVerbs(i, j int) bool {
	v, w := &x.s.words[i], &x.t.words[j]
	return v.term == w.term && v.sign != w.sign || conversePairs[[2]string{v.form.stem, w.form.stem}]
}

// conversePairs are the stems of verbs of which one tells from the one side what the
// other tells from the other.
var conversePairs = later(func(m map[[2]string]bool) {
	for pair := range converseVerbs {
		m[[2]string{stem(pair[0]), stem(pair[1])}] = true
	}
})

var converseVerbs = opposed(`visit host visit receive visit welcome join hire join recruit join employ serve employ follow lead trail lead follow precede succeed precede fear frighten fear threaten
	charge pay owe lend get give receive give teach learn contain fill attract visit draw visit bring visit like please own join hear tell survive kill follow prompt follow cause follow trigger follow spark
	supply receive provide receive send receive deliver receive donate receive hand receive grant receive infect catch lend receive lend obtain supply obtain`)

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
	objectPronouns  = wordSet(text.Objects + " himself herself itself themselves")
	subjectPronouns = wordSet(text.Subjects + " who which")
)

// contraries are roles of which one thing can have only one.
var contraries = [...][2]role{{earlier, afterwards}, {because, despite}, {with, without}, {above, beneath}, {before, behind}, {place, outside}}

// contrary finds what has opposite roles in the two sentences: "after the
// robbery", "before the robbery"; "before the capital fell", "after the capital's
// fall".
func (x *clasher) contrary() {
	if len(x.f.denials)+len(x.g.denials) > 0 {
		return // "not before the vote", "only after the vote"
	}
	for _, c := range contraries {
		for _, r := range [...][2]role{c, {c[1], c[0]}} {
			turned := common(x.s.inRole(x.f, r[0]), x.t.inRole(x.g, r[1]))
			if len(only(only(turned, x.t.inRole(x.g, r[0])), x.s.inRole(x.f, r[1]))) > 0 {
				p, q := x.f.firstIn(r[0]), x.g.firstIn(r[1])
				x.addAt(ClashNegation, p.from-2, p.at+1, q.from-2, q.at+1)
			}
		}
	}
}

// nearby are prepositions of a place that is as well outside of it.
var nearby = wordSet(`near around off`)

// inRole returns the terms of the things in a role, of those that they belong to
// and of the verbs right after them.
func (s *sentence) inRole(f *facts, r role) []int32 {
	var out []int32
	for i := range f.arguments {
		a := &f.arguments[i]
		if a.role != r || nearby[s.fold(a.from-1)] {
			continue
		}
		out = append(out, a.term)
		if i > 0 && f.arguments[i-1].role == ownerOf && f.arguments[i-1].verb == a.at {
			out = append(out, f.arguments[i-1].term)
		}
		if i+1 < len(f.arguments) && f.arguments[i+1].role == place && f.arguments[i+1].from <= a.at+3 && !nearby[s.fold(f.arguments[i+1].from-1)] {
			out = append(out, f.arguments[i+1].term) // "before the launch in Japan"
		}
		if s.isVerb(a.at+1) && s.gap(a.at+1) == " " {
			out = append(out, s.words[a.at+1].term)
		}
	}
	return sortedSet(out)
}

// firstIn returns the first argument in a role.
func (f *facts) firstIn(r role) *argument {
	i := slices.IndexFunc(f.arguments, func(a argument) bool { return a.role == r })
	return &f.arguments[i]
}

// alsoHere is alsoThere for an argument of t.
func (x *clasher) alsoHere(q *argument) bool {
	for i := range x.f.arguments {
		if p := &x.f.arguments[i]; q.term == p.term && x.s.stem(p.at) == x.t.stem(q.at) && x.sameVerb(p, q) {
			return true
		}
	}
	return false
}
