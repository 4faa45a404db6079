package compare

import "strings"

// numbers finds the numbers that cannot both hold, and those that have changed
// places.
func (x *clasher) numbers() {
	sOnly, tOnly := unmatched(len(x.f.numbers), len(x.g.numbers), func(i, j int) bool {
		n, m := &x.f.numbers[i], &x.g.numbers[j]
		if n.wide() != m.wide() && (n.wide() && n.toldWide(x.g.numbers) || m.wide() && m.toldWide(x.f.numbers)) {
			return false // "14 killed and dozens hurt": the dozens are told apart
		}
		return n.agrees(*m) && (!n.soft || !m.soft || n.sameCount(*m)) && (n.measure == m.measure || !n.toldBy(x.g.numbers) && !m.toldBy(x.f.numbers))
	})
	for _, i := range sOnly {
		for _, j := range tOnly {
			if n, m := &x.f.numbers[i], &x.g.numbers[j]; n.contradicts(*m) && !n.sums(x.g.numbers) && !m.sums(x.f.numbers) {
				x.addNumbers(n, m)
			}
		}
	}
	ours, theirs := x.s.results(x.f.numbers), x.t.results(x.g.numbers)
	// Numbers that changed places: 5 killed and 12 hurt, 12 killed and 5 hurt.
	for i := range x.f.numbers {
		for j := range x.g.numbers {
			n, m := &x.f.numbers[i], &x.g.numbers[j]
			if n.agrees(*m) && (x.s.partTold(n)*x.t.partTold(m) < 0 || !n.soft && !m.soft && (n.lead == "by" && m.lead == "to" || n.lead == "to" && m.lead == "by")) {
				x.addNumbers(n, m)
			}
			if n.agrees(*m) || n.measure != m.measure || n.otherScale(m) || oneResult(n, m, ours, theirs) {
				continue
			}
			switch {
			case n.lead != "" && n.lead != "by" && n.lead == m.lead && !n.soft && !m.soft && !(n.ledAlike(x.g.numbers) && m.toldBy(x.f.numbers)) && !(m.ledAlike(x.f.numbers) && n.toldBy(x.g.numbers)):
				x.addNumbers(n, m)
			case n.soft || m.soft:
			case n.verb >= 0 && n.verb == m.verb && hangsElsewhere(n, x.g.numbers) && hangsElsewhere(m, x.f.numbers):
				x.addNumbers(n, m)
			case hangsAlike(n, x.g.numbers) && hangsAlike(m, x.f.numbers):
			case n.sameCount(*m) && !countedAlike(n, x.g.numbers) && !countedAlike(m, x.f.numbers):
				x.addNumbers(n, m)
			}
		}
	}
	x.scores()
}

// countsOther finds a number that counts one thing in the one sentence and another
// in the other, for neither of which the other has anything: "six hostages", "six
// houses"; "2 million euros", "2 million containers".
func (x *clasher) countsOther() {
	for i := range x.f.numbers {
		for j := range x.g.numbers {
			n, m := &x.f.numbers[i], &x.g.numbers[j]
			if n.raw != m.raw || n.soft || m.soft || n.measure == order || m.measure == order {
				continue
			}
			p, q := x.unmetThing(x.s, x.t, x.f, x.f.thingAt(n.to)), x.unmetThing(x.t, x.s, x.g, x.g.thingAt(m.to))
			switch {
			case n.measure == count && m.measure == count && p >= 0 && q >= 0 && !x.sayLess(p, q),
				n.measure == count && p >= 0 && m.hasUnit(), m.measure == count && q >= 0 && n.hasUnit():
				x.addAt(ClashNumber, n.from, n.to+1, m.from, m.to+1)
			}
		}
	}
}

// hasUnit reports whether n is an amount of what is no thing: euros, hours.
func (n *number) hasUnit() bool { return n.measure >= share && n.measure <= mass }

// thingAt returns the thing whose words begin at word i, nil if none do.
func (f *facts) thingAt(i int) *argument {
	for k := range f.arguments {
		if a := &f.arguments[k]; a.from == i {
			return a
		}
	}
	return nil
}

// partTold is 1 if s tells something of all n, -1 if of a number of them, 0 if
// of n: "all 24 drones", "18 of the 24 drones".
func (s *sentence) partTold(n *number) int {
	k := n.from - 1
	if s.fold(k) == "the" {
		k--
	}
	switch {
	case s.fold(k) == "all":
		return 1
	case s.fold(k) == "of" && k > 0 && s.words[k-1].class == quantity:
		return -1
	}
	return 0
}

func (x *clasher) addNumbers(n, m *number) {
	x.add(ClashNumber, x.s.numberPhrase(n), x.t.numberPhrase(m))
}

// numberPhrase returns the words of n with the mark of a currency or percent.
func (s *sentence) numberPhrase(n *number) string {
	p := s.phrase(n.from, n.to)
	if n.measure == money {
		gap := strings.TrimSpace(s.gap(n.from))
		for mark := range currencyMarks {
			if strings.HasSuffix(gap, string(mark)) {
				p = string(mark) + p
			}
		}
	}
	if strings.HasPrefix(s.gap(n.to), "%") {
		p += "%"
	}
	return p
}

// toldBy reports whether some of ms agrees with n and measures the same.
func (n *number) toldBy(ms []number) bool {
	for i := range ms {
		if n.measure == ms[i].measure && n.agrees(ms[i]) {
			return true
		}
	}
	return false
}

// toldWide reports whether some of ms is a word such as n and agrees with it.
func (n *number) toldWide(ms []number) bool {
	for i := range ms {
		if ms[i].wide() && n.agrees(ms[i]) {
			return true
		}
	}
	return false
}

// hangsAlike reports whether some of ms agrees with n and hangs on the same
// verb.
func hangsAlike(n *number, ms []number) bool {
	for i := range ms {
		if n.agrees(ms[i]) && n.verb >= 0 && n.verb == ms[i].verb {
			return true
		}
	}
	return false
}

// ledAlike reports whether some of ms agrees with n and hangs on the same preposition.
func (n *number) ledAlike(ms []number) bool {
	for i := range ms {
		if n.agrees(ms[i]) && n.lead == ms[i].lead {
			return true
		}
	}
	return false
}

// hangsElsewhere reports whether some of ms agrees with n, and none of those
// hangs on the same verb.
func hangsElsewhere(n *number, ms []number) bool {
	for i := range ms {
		if n.agrees(ms[i]) {
			return !hangsAlike(n, ms)
		}
	}
	return false
}

// countedAlike reports whether some of ms agrees with n and counts the same.
func countedAlike(n *number, ms []number) bool {
	for i := range ms {
		if n.agrees(ms[i]) && n.sameCount(ms[i]) {
			return true
		}
	}
	return false
}

// sums reports whether n is the sum of two of ms: two men and two women, four
// people.
func (n *number) sums(ms []number) bool {
	for i := range ms {
		for j := range i {
			if p, q := &ms[i], &ms[j]; n.measure == count && p.measure == count && q.measure == count && !p.soft && !q.soft && p.raw+q.raw == n.raw {
				return true
			}
		}
	}
	return false
}
