package compare

import (
	"math"
	"strings"
)

// fractions of one.
var fractions = sized(`half|halves:0.5 third|thirds:0.33333333333333333 quarter|quarters:0.25 fifth|fifths:0.2 sixth|sixths:0.16666666666666667
	seventh|sevenths:0.14285714285714285 eighth|eighths:0.125 ninth|ninths:0.11111111111111111 tenth|tenths:0.1 twelfth|twelfths:0.08333333333333333 twentieth|twentieths:0.05`)

// wholeBefore reads the number that stands before a fraction, 0 if w is none.
func wholeBefore(w string) float64 {
	if w == "a" {
		return 1
	}
	if n := numberWords[w]; n == math.Trunc(n) && n < 20 {
		return n
	}
	return 0
}

// fractionAt reads "two-thirds", "half", "half a million", "one in three".
func (s *sentence) fractionAt(i int) (number, bool) {
	w, next, after := s.fold(i), s.fold(i+1), s.fold(i+2)
	n := number{from: i, to: i + 1, measure: share}
	if w == "half" {
		return s.halfAt(i)
	}
	if (w == "majority" || w == "minority") && next == "of" {
		n.raw, n.lo, n.hi = 0.5, 0.5, 1
		if w == "minority" {
			n.lo, n.hi = 0, 0.5
		}
		return n, true
	}
	whole := wholeBefore(w)
	if f, ok := fractions[next]; ok && whole > 0 && whole*f < 1 {
		// "a third" is a part, but "a third truce" a place in a row.
		if next == "half" || w != "a" && w != "one" || s.fold(i-1) == "by" || afterPart[after] || after == "" || i+2 < len(s.words) && strings.ContainsAny(s.gap(i+2), ",.;") {
			if s.ofPoint(i + 2) {
				v := whole * f
				n.raw, n.unit, n.lo, n.hi, n.to = v, "percent", v/100, v/100, i+5
				if s.fold(i+4) == "point" {
					n.to-- // what it is of stands behind it
				}
				return n, true
			}
			return n.part(whole*f, i+2), true
		}
	}
	if v, ok := numberWord(w); ok && v > 0 {
		k := i + 1
		if next == "out" && after == "of" || next == "in" && after == "every" {
			k++
		}
		if next != "in" && s.fold(k+1) == "in" && s.formAt(k).class == plain {
			if total, ok := numberWord(s.fold(k + 2)); ok && total > v && total <= 20 && s.gap(k+3) != "-" && !isDigit(s.fold(k + 2)[0]) && (k+3 >= len(s.words) || s.words[k+3].class == function) {
				return n.part(v/total, k+3), true // "one passenger in ten"
			}
		}
		total, ok := numberWord(s.fold(k + 1))
		if ok && (k > i+1 || next == "in") && total > v && (total <= 20 && v < 20 || k > i+1 && (total == 100 || total == 1000)) && (next != "out" || total <= 10 || total >= 100) {
			return n.part(v/total, k+2), true
		}
	}
	return n, false
}

// afterPart are words after "a third" that make it a part.
var afterPart = wordSet(`of to from in on by and last this since at during`)

// part is n as a part of one, which other words may tell a little less exactly, with
// the words up to to.
func (n number) part(v float64, to int) number {
	n.raw, n.lo, n.hi, n.to = v, v-fraction, v+fraction, to
	return n
}

// ofPoint reports whether word i begins "of a percentage point".
func (s *sentence) ofPoint(i int) bool {
	one, point := s.fold(i+1), s.fold(i+2)
	return s.fold(i) == "of" && (one == "a" || one == "one") && (point == "percentage" || point == "percent" || point == "point")
}

// halfAt reads "half", "half a million", "half a dozen", "half an hour".
func (s *sentence) halfAt(i int) (number, bool) {
	next := s.fold(i + 1)
	n := number{from: i, to: i + 1, measure: share}
	if ordinal(s.fold(i-1)) > 0 || next == "time" || next == "past" || next == "year" || next == "brother" || next == "sister" {
		return n, false
	}
	k := i + 1
	if next == "a" || next == "an" {
		k++
	}
	if s.fold(k) == "dozen" {
		n.to = k + 1
		n.measure = count
		return n.exactly(6, s), true
	}
	if m := multipliers[s.fold(k)]; m > 0 {
		n.measure, n.raw, n.to = count, m/2, k+1
		n.measured(s, "")
		base := n.base(s, "")
		n.lo, n.hi = n.raw*base*(1-roughly), n.raw*base*(1+roughly)
		return n, true
	}
	if k < len(s.words) {
		if sc, ok := scales[s.words[k].form.stem]; ok && k > i+1 {
			n.measure, n.unit, n.raw, n.lo, n.hi, n.to = sc.measure, sc.unit, 0.5, sc.base/2, sc.base/2, k+1
			return n, true
		}
	}
	return n.part(0.5, i+1), true
}
