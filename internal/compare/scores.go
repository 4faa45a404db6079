package compare

import "slices"

// scores compares results such as 3-1, which 1-3 is only if won is lost.
func (x *clasher) scores() {
	p, q := x.s.results(x.f.numbers), x.t.results(x.g.numbers)
	sOnly, tOnly := unmatched(len(p), len(q), func(i, j int) bool { return p[i].equals(q[j]) || p[i].turned().equals(q[j]) })
	for _, i := range sOnly {
		for _, j := range tOnly {
			x.addScores(p[i], q[j])
		}
	}
	for term, sign := range x.f.signs {
		if x.c.lex.traits[term].converse && sign*x.g.signs[term] < 0 {
			return
		}
	}
	for _, a := range p {
		for _, b := range q {
			if a.turned().equals(b) && !slices.ContainsFunc(q, a.equals) && !slices.ContainsFunc(p, b.equals) {
				x.addScores(a, b)
			}
		}
	}
}

func (x *clasher) addScores(a, b score) { x.addAt(ClashNumber, a.from, a.to, b.from, b.to) }

// oneResult reports whether n and m stand in the same result, written alike or
// not: "61 to 40", "a 61-40 vote". ours and theirs are those of the sentences.
func oneResult(n, m *number, ours, theirs []score) bool {
	in := func(r score, n *number) bool { return r.from <= n.from && n.to <= r.to }
	for _, a := range ours {
		for _, b := range theirs {
			if in(a, n) && in(b, m) && a.equals(b) {
				return true
			}
		}
	}
	return false
}

// score is the result of a match or a vote, "3-1".
type score struct {
	home, away float64
	from, to   int
}

func (r score) equals(o score) bool { return r.home == o.home && r.away == o.away }

// turned is r as the other side has it.
func (r score) turned() score { return score{r.away, r.home, r.from, r.to} }

// results returns the scores among the numbers of s.
func (s *sentence) results(ns []number) []score {
	var out []score
	for i := 1; i < len(ns); i++ {
		if p, q := &ns[i-1], &ns[i]; s.joined(p, q) {
			out = append(out, score{p.raw, q.raw, p.from, q.to})
		}
	}
	return out
}

// joined reports whether a hyphen, a dash or "to" joins two numbers.
func (s *sentence) joined(p, q *number) bool {
	if p.to+1 == q.from && s.fold(p.to) == "to" {
		return p.lead == "" && p.measure == count && q.measure == count
	}
	if p.to != q.from {
		return false
	}
	return isDash(s.gap(q.from))
}

// isDash reports whether a gap between words is a hyphen or a dash.
func isDash(gap string) bool { return gap == "-" || gap == "–" || gap == "—" }
