package compare

import "slices"

// directions finds verbs whose doer and sufferer changed places, or whose doer
// is another. A verb that has the same doer or sufferer anywhere in the other
// sentence clashes with none of it.
func (x *clasher) directions() {
	x.compareActs(func(p, q *act) bool { return q.term == p.term })
}

// actsTurned does that with verbs that one party does to another and that tell
// one thing, each in one sentence alone: "stabbed", "knifed".
func (x *clasher) actsTurned() {
	x.compareActs(func(p, q *act) bool {
		return p.sided && q.sided && p.sign == q.sign && !x.converseVerbs(p.at, q.at) && !has(x.t.terms, p.term) && !has(x.s.terms, q.term) && x.c.synonymous(x.s, p.at, x.t, q.at)
	})
}

// compareActs is directions for the pairs of acts that tell the same deed.
func (x *clasher) compareActs(sameDeed func(p, q *act) bool) {
	agreed, agreedThere := make([]bool, len(x.f.acts)), make([]bool, len(x.g.acts))
	type clash struct {
		i, j int
		kind ClashKind
	}
	var found []clash
	for i := range x.f.acts {
		for j := range x.g.acts {
			p, q := &x.f.acts[i], x.g.acts[j]
			if p.term < 0 || p.mutual || q.mutual || !sameDeed(p, &q) {
				continue
			}
			turn := x.c.lex.traits[p.term].converse && p.sign != q.sign
			if turn {
				q = q.turned()
			}
			kind, agrees := x.actsClash(p, &q, turn)
			agreed[i], agreedThere[j] = agreed[i] || agrees, agreedThere[j] || agrees
			if kind != "" {
				found = append(found, clash{i, j, kind})
			}
		}
	}
	for _, c := range found {
		if !agreed[c.i] && !agreedThere[c.j] {
			x.add(c.kind, x.s.actPhrase(&x.f.acts[c.i]), x.t.actPhrase(&x.g.acts[c.j]))
		}
	}
}

// actsClash tells in what two acts of one verb clash, "" if in nothing, and whether
// they have the same doer or sufferer; it may be that neither can be told. Turned is
// whether q is turned round.
func (x *clasher) actsClash(p, q *act, turned bool) (kind ClashKind, agrees bool) {
	if !turned && (p.exchangedWith(q) || x.sidesExchanged(p, q)) {
		return ClashDirection, false
	}
	sided := p.sided && q.sided
	doers, sufferers := only(p.agents, p.patients), only(p.patients, p.agents)
	doers2, sufferers2 := only(q.agents, q.patients), only(q.patients, q.agents)
	up, down := common(doers, sufferers2), common(sufferers, doers2)
	if len(up) > 0 && len(down) > 0 && (sided || len(x.parties(up)) > 0 && len(x.parties(down)) > 0) {
		return ClashDirection, false
	}
	if meet(doers, doers2) || meet(sufferers, sufferers2) {
		if !turned && p.sign != q.sign && x.f.signs[p.term]*x.g.signs[q.term] <= 0 && meet(doers, doers2) {
			return ClashNegation, false
		}
		if meet(doers, doers2) || len(doers) == 0 || len(doers2) == 0 {
			return "", true
		}
	}
	if sided && (len(x.parties(up)) > 0 && len(doers2) == 0 || len(x.parties(down)) > 0 && len(doers) == 0) || p.suffersIn(q) || q.suffersIn(p) || x.winsIn(p, q) || x.winsIn(q, p) {
		return ClashDirection, false
	}
	if p.sided && x.othersSuffer(p, q) {
		return ClashDirection, false
	}
	a, b := x.parties(doers), x.parties(doers2)
	if len(a) == 0 || len(b) == 0 || meet(a, b) {
		return "", false
	}
	elsewhere := x.t.mentions(a...) && x.s.mentions(b...)
	if elsewhere && (p.accused || q.accused || !meet(a, sufferers2) && !meet(b, sufferers) && x.allNamed(a) && x.allNamed(b)) {
		return ClashDirection, false // another doer, who stands elsewhere in the other sentence
	}
	if meet(sufferers, sufferers2) && x.otherPeople(a, b) {
		return ClashName, false
	}
	return "", false
}

// exchangedWith reports whether the nouns beside the verbs p and q have changed
// sides.
func (p *act) exchangedWith(q *act) bool {
	return p.subject >= 0 && p.object >= 0 && p.subject != p.object && p.subject == q.object && p.object == q.subject
}

// sidesExchanged reports whether who stands before the one of two active verbs is
// among those whom the other is done to, and the other way round.
func (x *clasher) sidesExchanged(p, q *act) bool {
	if p.passive || q.passive || p.subject < 0 || q.subject < 0 || p.subject == q.subject {
		return false
	}
	both := p.object >= 0 && q.object >= 0 || x.s.fold(p.at+1) == "to" && x.t.fold(q.at+1) == "to"
	return both && has(q.patients, p.subject) && has(p.patients, q.subject)
}

// otherPeople reports whether a, of s, and b, of t, are people without a name of
// different kinds, each of whom only one sentence knows: "a nurse", "a surgeon".
func (x *clasher) otherPeople(a, b []int32) bool {
	return !meet(a, x.t.terms) && !meet(b, x.s.terms) && !x.allNamed(a) && !x.allNamed(b) && !x.generic(a) && !x.generic(b) && !x.alike(a, b)
}

// winsIn reports whether whoever wins a thing by p is beaten in q: "won the run-off",
// "was defeated in the run-off".
func (x *clasher) winsIn(p, q *act) bool {
	if !p.sided || len(x.parties(common(only(p.agents, p.patients), only(q.patients, q.agents)))) == 0 {
		return false
	}
	return p.object >= 0 && !x.c.lex.traits[p.object].party || len(only(x.parties(p.patients), q.patients)) == 0
}

// suffersIn reports whether who does p is only whom it is done to in q: "wolves
// killed 30 sheep", "30 wolves were killed".
func (p *act) suffersIn(q *act) bool {
	return p.sided && p.subject >= 0 && p.object >= 0 && len(q.agents) == 0 && has(q.patients, p.subject) && !meet(p.patients, q.patients)
}

// othersSuffer reports whether p and q are done to people of other names, whom both
// sentences name: "for murdering Ann Lee", "for the murder of Joe Fox".
func (x *clasher) othersSuffer(p, q *act) bool {
	named := func(terms []int32) []int32 {
		return slices.DeleteFunc(slices.Clone(terms), func(t int32) bool { return !x.c.lex.traits[t].proper })
	}
	a, b := named(p.patients), named(q.patients)
	return len(a) > 0 && len(b) > 0 && !meet(a, b) && !meet(a, q.agents) && !meet(b, p.agents) && x.t.mentions(a...) && x.s.mentions(b...)
}

// mentions reports whether s has words of all of terms, be it to tell who says so.
func (s *sentence) mentions(terms ...int32) bool {
	for _, term := range terms {
		if s.occurrences(term) == 0 {
			return false
		}
	}
	return true
}

// alike reports whether some of the terms a of s may stand for some of b of t.
func (x *clasher) alike(a, b []int32) bool {
	for i := range x.s.words {
		for j := range x.t.words {
			if has(a, x.s.words[i].term) && has(b, x.t.words[j].term) && x.c.synonymous(x.s, i, x.t, j) {
				return true
			}
		}
	}
	return false
}

// parties returns those of terms that are people or states.
func (x *clasher) parties(terms []int32) []int32 {
	var out []int32
	for _, t := range terms {
		if tr := &x.c.lex.traits[t]; tr.party || tr.title {
			out = append(out, t)
		}
	}
	return out
}

// generic reports whether others may speak of some of terms more exactly.
func (x *clasher) generic(terms []int32) bool {
	for _, t := range terms {
		if x.c.lex.traits[t].generic {
			return true
		}
	}
	return false
}

func (x *clasher) allNamed(terms []int32) bool {
	for _, t := range terms {
		if !x.c.lex.traits[t].proper {
			return false
		}
	}
	return true
}

// maxActWords is how many words around a verb a clash shows.
const maxActWords = 4

func (s *sentence) actPhrase(a *act) string {
	from, to := a.at, a.at+1
	for from > 0 && a.at-from < maxActWords && !endsClause(s, from) {
		from--
	}
	for to < len(s.words) && to-a.at <= maxActWords && !endsClause(s, to) {
		to++
	}
	return s.phrase(from, to)
}
