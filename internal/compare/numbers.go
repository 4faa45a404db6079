package compare

import "math"

// measure is what kind of thing a number counts; only numbers of one measure
// can contradict each other.
type measure uint8

const (
	count    measure = iota
	share            // percent and fractions, as a part of 1
	money            // in the currency of unit
	duration         // hours
	distance         // metres
	mass             // kilograms
	order            // "the second truce"
	times            // "doubled"
	age              // years of a person or thing
)

// number is a number of a sentence with what it may be.
type number struct {
	lo, hi  float64 // the values that its words allow, in the base unit of the measure
	least   float64 // lo and hi without "about" or "more than" before it: what its
	most    float64 // figures allow
	raw     float64 // as written, without its unit
	measure measure
	unit    string  // "dollar", "kilometre"; "" for plain counts
	counts  []int32 // terms of what it counts, nearest first
	lead    string  // the preposition before it, if that is "from", "to" or "by"
	bound   int8    // 1 "more than", -1 "less than"
	verb    int32   // term of the verb it hangs on, -1 if none
	from    int     // words [from, to)
	to      int
	rest    bool // "all but two"
	rough   bool // "about", "some"
	figures int  // how many letters its figures are, 0 if it is told in words
	// soft numbers ("both", "a soldier") can agree with another but contradict
	// it only if they count the same thing.
	soft bool
}

// How far a rough number may be off, as a part of it.
const (
	roughly   = 0.06
	rounded   = 0.03  // at most, of a round figure
	beyond    = 0.10  // "more than 100" may be 110
	converted = 0.06  // 10 km, six miles
	fraction  = 0.015 // "a third", 34 percent
	sameBound = 0.02  // "more than 2,040", "over 2,000"
)

// agrees reports whether two numbers can be the same.
func (n number) agrees(m number) bool {
	const eps = 1e-9
	if n.bound*m.bound < 0 || n.rest != m.rest {
		return false
	}
	if n.bound*m.bound > 0 && n.measure == m.measure && n.unit == m.unit {
		// "Up to 40", "up to 44": the bounds themselves.
		return math.Abs(n.raw-m.raw) <= sameBound*max(n.raw, m.raw) && (n.raw >= 100 || n.raw == m.raw)
	}
	if n.measure != m.measure {
		return n.raw == m.raw && (n.measure == count || m.measure == count)
	}
	slack := eps
	if n.unit != m.unit && n.unit != "" && m.unit != "" {
		if n.measure == money || n.measure == share {
			return false // two percent are not two percentage points
		}
		slack = converted
	}
	if slack == eps && n.rough == m.rough && n.bound == 0 && m.bound == 0 {
		return n.allows(m) || m.allows(n)
	}
	return n.lo <= m.hi*(1+slack)+eps && m.lo <= n.hi*(1+slack)+eps
}

// allows reports whether the figures of m may be told less exactly by those of
// n: 2,487,000 by 2.5 million, but not 21.3 billion by 21.4.
func (n number) allows(m number) bool {
	const eps = 1e-9
	v := (m.least + m.most) / 2
	return n.least <= v*(1+eps)+eps && v <= n.most*(1+eps)+eps
}

// otherFigures reports whether n and m are written alike but for the figures, so
// that neither is the other told less exactly: "300 million", "304 million".
func (n *number) otherFigures(m *number) bool {
	plain := !n.rough && n.bound == 0 && !n.soft && n.raw > 0 && !m.rough && m.bound == 0 && !m.soft && m.raw > 0
	return plain && n.measure == m.measure && n.unit == m.unit && n.figures == m.figures && n.to-n.from == m.to-m.from && n.raw != m.raw
}

// differs reports whether n in the place of m tells something else. A soft number
// counts only where both measure something.
func (n *number) differs(m *number) bool {
	told := !n.soft && !m.soft || n.measure != count && n.measure == m.measure
	return told && (!n.agrees(*m) || n.otherFigures(m))
}

// wide reports whether n is a word such as "dozens".
func (n *number) wide() bool { return n.measure == count && n.most > 1.9*n.least }

// contradicts reports whether n and m, which nothing else agrees with, cannot
// both hold.
func (n number) contradicts(m number) bool {
	if n.agrees(m) || n.measure != m.measure {
		return false
	}
	if n.rest != m.rest {
		return n.raw == m.raw
	}
	if n.soft || m.soft {
		return n.sameCount(m)
	}
	return !n.otherScale(&m)
}

// otherScale reports whether only one of n and m is in percentage points, and not
// as many as the other is percent: "by half a point", "7.5 percent".
func (n *number) otherScale(m *number) bool {
	return n.measure == share && m.measure == share && (n.unit == "point") != (m.unit == "point") && n.raw != m.raw
}

// sameCount reports whether n and m count things of one name.
func (n number) sameCount(m number) bool {
	return len(n.counts) > 0 && len(m.counts) > 0 && n.counts[0] == m.counts[0] && n.measure == m.measure
}
