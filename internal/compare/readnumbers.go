package compare

import (
	"math"
	"strconv"
	"strings"
)

// numberWords are the numbers written in letters that stand for themselves.
var numberWords = later(readNumberWords)

func readNumberWords(m map[string]float64) {
	m["dozen"], m["zero"], m["nil"] = 12, 0, 0
	for i, w := range strings.Fields(`one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
		sixteen seventeen eighteen nineteen`) {
		m[w] = float64(i + 1)
	}
	for i, w := range strings.Fields(`twenty thirty forty fifty sixty seventy eighty ninety`) {
		m[w] = float64(20 + 10*i)
	}
	for w, n := range multipliers {
		m[w] = n
	}
}

// multipliers follow a number: "84.1 mln".
var multipliers = sized(`hundred:1e2 thousand|k:1e3 million|mln|mn:1e6 billion|bln|bn:1e9 trillion|tn|trn:1e12`)

// ordinals count places in a row.
var ordinals = numbered(`first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
	sixteenth seventeenth eighteenth nineteenth twentieth`)

// vague words are numbers of a rough size.
var vague = map[string][2]float64{
	"dozens": {24, 99}, "scores": {40, 199}, "hundreds": {200, 999}, "thousands": {2e3, 999999},
	"millions": {2e6, 999e6}, "billions": {2e9, 999e9},
}

// fold words multiply.
var foldWords = sized(`double|doubled|doubles|doubling|twice|twofold:2 triple|tripled|triples|tripling|treble|trebled|threefold|thrice:3
	once:1 quadruple|quadrupled|fourfold:4 fivefold:5 tenfold:10`)

// softNumbers count without a number word.
var softNumbers = sized(`both|couple|pair|duo|twins:2 trio:3 single:1`)

// Words before a number that make it a rough one or a bound.
var (
	aboutWords = wordSet(`about around nearly almost roughly approximately some close circa estimated`)
	aboveWords = wordSet(`over least exceeding above`)
	belowWords = wordSet(`under below nearly almost`)
)

// numberWord reads one folded word as a number.
func numberWord(w string) (float64, bool) {
	if n, ok := numberWords[w]; ok {
		return n, true
	}
	if w == "" || !isDigit(w[0]) {
		return 0, false
	}
	n, err := strconv.ParseFloat(strings.ReplaceAll(w, ",", ""), 64)
	return n, err == nil
}

// splitNumber cuts a word such as "2.5bn" or "10km" into figures and letters.
func splitNumber(w string) (figures, letters string) {
	i := 0
	for i < len(w) && (isDigit(w[i]) || w[i] == '.' || w[i] == ',') {
		i++
	}
	return w[:i], w[i:]
}

// readNumbers returns the numbers of s that belong to no date.
func readNumbers(s *sentence, used []bool) []number {
	var out []number
	for i := 0; i < len(s.words); {
		if used[i] {
			i++
			continue
		}
		n, ok := readNumber(s, i, used)
		if !ok {
			i++
			continue
		}
		if n.most == 0 {
			n.least, n.most = n.lo, n.hi
		}
		n.counts = counted(s, n, used)
		if n.measure == share && (points[s.fold(n.to)] || points[s.fold(n.to+1)]) {
			n.unit = "point"
		}
		if lead := s.fold(i - 1); lead == "from" || lead == "to" || lead == "by" {
			n.lead = lead
		}
		switch k := len(out) - 1; {
		case s.fold(i-2) == "compared":
			n.lead = "from" // "9 million compared to 7": up from 7
		case s.fold(i-1) == "and" && k >= 0 && out[k].lead == "from" && out[k].measure == n.measure:
			n.lead = "from" // "from 7 in May and 5 a year ago"
		}
		if s.fold(i-1) == "of" && s.fold(i-2) == "instead" {
			n.lead = "from" // "50 instead of 40": from 40 to 50
			if k := len(out) - 1; k >= 0 && out[k].lead == "" {
				out[k].lead = "to"
			}
		}
		n.rest = s.fold(i-1) == "but" && s.fold(i-2) == "all"
		out = append(out, n)
		i = max(n.to, i+1)
	}
	for k := 1; k < len(out); k++ {
		if !s.shareUnit(&out[k-1], &out[k]) {
			s.shareUnit(&out[k], &out[k-1])
		}
	}
	return out
}

var points = wordSet(`point points`)

// readNumber reads the number that starts at word i.
func readNumber(s *sentence, i int, used []bool) (number, bool) {
	if n, ok := s.fractionAt(i); ok {
		return n, true
	}
	if n, ok := s.numberAsWord(i); ok {
		return n, true
	}
	if next := s.fold(i + 1); indefinite(s.fold(i)) && multipliers[next] == 0 && next != "dozen" {
		return s.oneThing(i)
	}
	return s.plainNumber(i, used)
}

// numberAsWord reads a number that word i is by itself, with no words joined to
// it: "tripled", "both", "third", "dozens".
func (s *sentence) numberAsWord(i int) (number, bool) {
	w, next := s.fold(i), s.fold(i+1)
	n := number{from: i, to: i + 1}
	if v, ok := foldWords[w]; ok {
		n.measure = times
		return n.exactly(v, s), true
	}
	if w == "halved" || w == "halving" || w == "halve" {
		n.measure = share
		return n.exactly(0.5, s), true
	}
	if v, ok := softNumbers[w]; ok {
		n.soft = true
		return n.exactly(v, s), true
	}
	if v := ordinal(next); v > 0 && v < 10 && !isDigit(next[0]) && numberWords[w] >= 20 && numberWords[w] < 100 && joinsGroup(s.gap(i+1)) {
		n.measure, n.to = order, i+2 // "twenty-first"
		return n.exactly(numberWords[w]+v, s), true
	}
	if v := ordinal(w); v > 0 && !(w == "second" && i > 0 && s.words[i-1].class == quantity) {
		n.measure = order
		return n.exactly(v, s), true
	}
	if r, ok := vague[w]; ok {
		n.lo, n.hi, n.raw = r[0], r[1], r[0]
		if s.fold(i-1) == "of" && s.fold(i-2) == "tens" {
			n.lo, n.hi = r[0]*5, r[1]*100
		}
		return n, true
	}
	if s.timeApart(i) {
		return n.exactly(1, s), true
	}
	return n, false
}

// oneThing reads the article at word i as one of what follows it: "a bridge".
func (s *sentence) oneThing(i int) (number, bool) {
	n := number{from: i, to: i + 1, soft: true}
	if i+1 >= len(s.words) || s.gap(i+1) != " " {
		return n, false
	}
	if s.words[i+1].class != plain && (scales[s.stem(i+1)].measure != duration || s.fold(i-1) != "in") {
		return n, false
	}
	return n.exactly(1, s), true
}

// plainNumber reads a number in figures or words from word i on, with its unit:
// "2.5bn", "a hundred", "twenty-one years".
func (s *sentence) plainNumber(i int, used []bool) (number, bool) {
	w := s.fold(i)
	v, letters, ok := figuresOf(w)
	if !ok || w == "one" && !countsOne(s, i) {
		return number{}, false
	}
	n := number{from: i}
	v, n.to = s.grow(v, i+1, isDigit(w[0]), used)
	if m := multipliers[letters]; m > 0 {
		v *= m
	} else if letters == "m" && currencyBefore(s, i) != "" {
		v *= 1e6
	}
	n.raw = v
	if isDigit(w[0]) {
		n.figures = len(w)
	}
	n.measured(s, letters)
	if v < oldest && s.isAge(n.from, n.to) {
		n.measure, n.unit = age, ""
	}
	if n.measure == count && n.from > 0 && s.numbered(n) {
		n.measure = order
	}
	base := n.base(s, letters)
	off := rounding(v, significant(w)) * base
	n.lo, n.hi = v*base-off, v*base+off
	qualify(s, &n)
	return n, true
}

// figuresOf reads one folded word as a number with what is written onto it:
// "2.5bn" is 2.5 and "bn", "a" is 1.
func figuresOf(w string) (v float64, letters string, ok bool) {
	if indefinite(w) {
		return 1, "", true
	}
	if v, ok = numberWord(w); ok || w == "" || !isDigit(w[0]) {
		return v, "", ok
	}
	figures, letters := splitNumber(w)
	v, ok = numberWord(figures)
	return v, letters, ok
}

// rounding is how far a round figure with so many significant digits may be off: 2.5
// million may be 2,487,000.
func rounding(v float64, digits int) float64 {
	if v < 1e4 || digits > 3 {
		return 0
	}
	step := math.Pow(10, math.Floor(math.Log10(v))-float64(digits)+1) / 2
	return min(step, rounded*v)
}

func indefinite(w string) bool { return w == "a" || w == "an" }

// timeApart reports whether word i is the article of one day, week or year by which
// something was before or after something else: "the day before", "a year later".
func (s *sentence) timeApart(i int) bool {
	return articles[s.fold(i)] && scales[s.stem(i+1)].measure == duration && apartWords[s.fold(i+2)]
}

var apartWords = wordSet(`before after earlier later prior`)

// numbered reports whether n only tells which of a row: "round four".
func (s *sentence) numbered(n number) bool {
	return n.raw < 100 && s.gap(n.from) == " " && n.to == n.from+1 && (n.to == len(s.words) || strings.ContainsAny(s.gap(n.to), ",.")) && s.isNoun(n.from-1) && !plural(s.fold(n.from-1))
}

// exactly gives n one value.
func (n number) exactly(v float64, s *sentence) number {
	n.lo, n.hi, n.raw = v, v, v
	if n.measure == count {
		n.measured(s, "")
		base := n.base(s, "")
		n.lo, n.hi = v*base, v*base
	}
	qualify(s, &n)
	return n
}

// grow joins the words after a number that belong to it: "twenty-one", "two
// hundred and five", "84.1 million", "one and a half".
func (s *sentence) grow(v float64, to int, figures bool, used []bool) (float64, int) {
	for to < len(s.words) && !used[to] && !strings.ContainsAny(s.gap(to), ",;:()") {
		next := s.fold(to)
		u, isNumber := numberWords[next]
		switch {
		case multipliers[next] > 0:
			v *= multipliers[next]
			to++
		case next == "dozen":
			v *= 12
			to++
		case isNumber && !figures && (u < 10 && v >= 20 && v < 100 && math.Mod(v, 10) == 0 || u < 100 && v >= 100 && math.Mod(v, 100) == 0):
			v += u
			to++
		case next == "and" && !figures && v >= 100 && numberWords[s.fold(to+1)] > 0 && numberWords[s.fold(to+1)] < 100:
			to++
		case next == "and" && (s.fold(to+1) == "a" || s.fold(to+1) == "one") && s.fold(to+2) == "half":
			v += 0.5
			to += 3
		default:
			return v, to
		}
	}
	return v, to
}

// ordinal reads "third", "3rd" or "21st", else 0.
func ordinal(w string) float64 {
	if n := ordinals[w]; n > 0 {
		return float64(n)
	}
	if len(w) > 2 && isDigit(w[0]) {
		figures, letters := splitNumber(w)
		if letters == "st" || letters == "nd" || letters == "rd" || letters == "th" {
			v, _ := numberWord(figures)
			return v
		}
	}
	return 0
}

// countsOne reports whether the "one" at word i is a number, not a pronoun.
func countsOne(s *sentence, i int) bool {
	switch s.fold(i - 1) {
	case "no", "any", "every", "each", "this", "that", "which", "the", "another":
		return false
	}
	if s.fold(i+1) == "of" {
		_, ten := numberWord(s.fold(i + 2))
		_, theTen := numberWord(s.fold(i + 3))
		return s.fold(i-1) == "only" || s.fold(i-1) == "but" || ten || s.fold(i+2) == "the" && theTen
	}
	switch s.fold(i + 1) {
	case "another", "", "day", "that", "who", "has", "is":
		return false
	}
	return true
}

// oldest is the age from which on nobody lives: what is older dates back so many
// years, which other words may tell.
const oldest = 150

// isAge reports whether the words [from, to) are somebody's age: "aged 27",
// "27-year-old", "Novak, 36, withdrew".
func (s *sentence) isAge(from, to int) bool {
	if prev := s.fold(from - 1); prev == "aged" || prev == "of" && s.fold(from-2) == "age" {
		return true
	}
	if unit := s.stem(to); unit == "year" || unit == "month" || unit == "day" || unit == "week" {
		return unit == "year" && s.fold(to+1) == "old"
	}
	if s.saysAge(from, to) {
		return true
	}
	if to != from+1 || from == 0 || s.gap(from) != ", " || !strings.HasPrefix(s.gap(to), ",") || !isDigit(s.fold(from)[0]) || len(s.fold(from)) > 3 {
		return false
	}
	before := s.words[from-1].class
	return before == name || before == plain
}

// saysAge reports whether the words before [from, to) make somebody's age of them,
// with nothing after that they could count: "a boy of 15", "he was 88", "at 21, she",
// "now 99,".
func (s *sentence) saysAge(from, to int) bool {
	if to < len(s.words) && s.gap(to) == " " && s.words[to].class != function && !s.isVerb(to) {
		return false
	}
	before, comma := s.fold(from-2), strings.HasPrefix(s.gap(to), ",")
	switch s.fold(from - 1) {
	case "of":
		return ofAge[s.stem(from-2)]
	case "was", "is":
		return before == "he" || before == "she"
	case "at":
		return comma && (from == 1 || strings.HasPrefix(s.gap(from-1), ","))
	case "now":
		return comma && strings.HasPrefix(s.gap(from-1), ",")
	}
	return false
}

// ofAge are people whose age "of" leads to.
var ofAge = stemSet(`man woman boy girl teenager youth child`)

// significant counts the figures of a number written in digits that are not
// closing noughts; of words it is 1.
func significant(w string) int {
	w, _ = splitNumber(w)
	d := strings.TrimLeft(strings.NewReplacer(",", "", ".", "").Replace(w), "0")
	if !strings.Contains(w, ".") {
		d = strings.TrimRight(d, "0")
	}
	return max(len(d), 1)
}

// qualify widens n by the words before it: "about", "more than", "at least".
func qualify(s *sentence, n *number) {
	n.least, n.most = n.lo, n.hi
	one, two := s.fold(n.from-1), s.fold(n.from-2)
	above := two == "more" || two == "greater" || two == "higher"
	below := two == "less" || two == "fewer" || two == "lower"
	if three := s.fold(n.from - 3); one == "than" && (three == "no" || three == "not") {
		above, below = below, above // "no fewer than fourteen"
	}
	switch {
	case one == "than" && above, aboveWords[one] && (one != "least" || two == "at"), one == "of" && two == "upwards":
		n.hi *= 1 + beyond
		n.bound = 1
	case one == "than" && below, one == "to" && two == "up", one == "most" && two == "at", belowWords[one]:
		n.lo *= 1 - beyond
		n.bound = -1
	case aboutWords[one], one == "to" && two == "close":
		n.rough = true
		n.lo *= 1 - roughly
		n.hi *= 1 + roughly
	}
}

// currencyBefore returns the currency whose mark stands before word i.
func currencyBefore(s *sentence, i int) string {
	for _, r := range s.gap(i) {
		if c := currencyMarks[r]; c != "" {
			return c
		}
	}
	return ""
}

// measured finds what n measures, by the mark or word beside it.
func (n *number) measured(s *sentence, letters string) {
	if c := currencyBefore(s, n.from); c != "" {
		n.measure, n.unit = money, c
		return
	}
	if strings.HasPrefix(s.gap(n.to), "%") || s.fold(n.to) == "per" && s.fold(n.to+1) == "cent" || s.fold(n.to) == "basis" {
		n.measure, n.unit = share, "percent"
		return
	}
	if s.fold(n.to) == "times" {
		n.measure = times
		return
	}
	if sc, ok := n.scale(s, letters); ok {
		n.measure, n.unit = sc.measure, sc.unit
	}
}

// scale returns the unit written after n.
func (n *number) scale(s *sentence, letters string) (scale, bool) {
	if letters == "m" {
		return scales["metr"], true
	}
	if letters != "" {
		sc, ok := scales[letters]
		return sc, ok
	}
	at := n.to
	if s.properAt(at) && s.words[at].class == country && s.gap(at) == " " {
		at++ // "four billion U.S. dollars"
	}
	if at < len(s.words) && !strings.ContainsAny(s.gap(at), ",;:()") {
		sc, ok := scales[s.words[at].form.stem]
		return sc, ok && (at == n.to || sc.measure == money)
	}
	return scale{}, false
}

// base is how many base units one of n is.
func (n *number) base(s *sentence, letters string) float64 {
	switch n.measure {
	case count, order, times, age:
		return 1
	case share:
		if s.fold(n.to) == "basis" {
			return 0.0001
		}
		return 0.01
	}
	if sc, ok := n.scale(s, letters); ok && sc.measure == n.measure {
		return sc.base
	}
	return 1
}

// maxCounted is how many words after a number are taken for what it counts.
const maxCounted = 2

// uncounted words stand beside numbers of anything.
var uncounted = stemSet(`point people`)

// counted returns what n counts: the terms of the words that follow, up to the
// next number or clause, or else of the word before.
func counted(s *sentence, n number, used []bool) []int32 {
	var out []int32
	for i := n.to; i < len(s.words) && len(out) < maxCounted && !strings.ContainsAny(s.gap(i), ",;:()"); i++ {
		w := &s.words[i]
		if used[i] || w.class == quantity || w.form.fold == "and" || w.form.fold == "in" && len(out) > 0 {
			break
		}
		if _, unit := scales[w.form.stem]; !unit && !uncounted[w.form.stem] && (w.class == plain || w.class == name || w.class == country) {
			out = append(out, w.term)
		}
	}
	for i := n.from - 1; i >= 0 && len(out) == 0 && n.from-i < 4; i-- {
		if _, unit := scales[s.words[i].form.stem]; !unit && s.words[i].class == plain {
			out = append(out, s.words[i].term)
		}
	}
	return out
}
