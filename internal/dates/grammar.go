package dates

import "strings"

// parser reads time expressions from the tokens of one text.
type parser struct {
	s    string
	toks []token
}

func (p *parser) kind(i int) kind {
	if i < 0 || i >= len(p.toks) {
		return kBreak
	}
	return p.toks[i].kind
}

func (p *parser) val(i int) int { return int(p.toks[i].val) }

func (p *parser) text(i int) string { return p.s[p.toks[i].start:p.toks[i].end] }

// is reports whether token i is the word w, in any case.
func (p *parser) is(i int, w string) bool {
	if i < 0 || i >= len(p.toks) {
		return false
	}
	t := &p.toks[i]
	return int(t.end-t.start) == len(w) && t.kind != kBreak && strings.EqualFold(p.s[t.start:t.end], w)
}

func (p *parser) isAny(i int, words ...string) bool {
	for _, w := range words {
		if p.is(i, w) {
			return true
		}
	}
	return false
}

func (p *parser) punct(i int, c byte) bool { return p.kind(i) == kPunct && p.toks[i].val == int32(c) }

// joined reports whether token i touches the one before it.
func (p *parser) joined(i int) bool { return i > 0 && i < len(p.toks) && !p.toks[i].space }

func (p *parser) capital(i int) bool { return i >= 0 && i < len(p.toks) && p.toks[i].capital }

// comma skips one comma.
func (p *parser) comma(i int) int {
	if p.punct(i, ',') {
		return i + 1
	}
	return i
}

// hyphen skips one dash.
func (p *parser) hyphen(i int) int {
	if p.punct(i, '-') {
		return i + 1
	}
	return i
}

func (p *parser) skip(i int, words ...string) int {
	if p.isAny(i, words...) {
		return i + 1
	}
	return i
}

// A rule reads one family of phrases at token i. It returns the token after
// the phrase, or i if there is none.
type rule struct {
	name string
	read func(p *parser, i int) (reading, int)
}

// rules are tried in order; the longest phrase wins, the first among equals.
var rules = []rule{
	{"clock", (*parser).clockPhrase},
	{"edge", (*parser).edgePhrase},
	{"part of day", (*parser).partPhrase},
	{"date", (*parser).datePhrase},
	{"deictic", (*parser).deicticPhrase},
	{"shift", (*parser).shiftPhrase},
	{"weekend", (*parser).weekendPhrase},
	{"part", (*parser).partOfMonth},
	{"year earlier", (*parser).yearEarlier},
	{"duration", (*parser).durationPhrase},
	{"set", (*parser).setPhrase},
	{"vague", (*parser).refPhrase},
}

// starts marks the kinds of token a phrase can begin with.
var starts = [...]bool{
	kNumber: true, kAmount: true, kDecimal: true, kOrdinal: true, kCardinal: true, kHundred: true, kHalf: true, kDecade: true, kDecadeWord: true,
	kMonth: true, kWeekday: true, kUnit: true, kSeason: true, kPart: true, kClockWord: true, kDayWord: true,
	kRef: true, kShift: true, kLater: true, kEdge: true, kApprox: true, kVague: true, kEvery: true, kSetWord: true,
	kHoliday: true, kFiscal: true, kEra: true, kQuarterLetter: true, kArticle: true, kFunc: true, kPunct: true,
}

// phrase reads the longest time expression at token i.
func (p *parser) phrase(i int) (best reading, end int) {
	k := p.toks[i].kind
	if int(k) >= len(starts) || !starts[k] || k == kFunc && !p.funcStarts(i) || k == kPunct && !p.punct(i, '\'') {
		return best, i
	}
	if k == kShift && p.is(i, "last") && p.isAny(i-1, "to", "will", "would", "could", "might", "may", "can", "should", "not") && !p.is(i+1, "year") {
		return best, i // a verb: "expected to last six weeks"
	}
	end = i
	for n := range rules {
		if r, j := rules[n].read(p, i); j > end {
			if r.rule == "" {
				r.rule = rules[n].name
			}
			best, end = r, j
		}
	}
	best.start, best.end = int32(i), int32(end)
	return best, end
}

// funcStarts reports whether a word of the closed classes can begin a phrase.
func (p *parser) funcStarts(i int) bool {
	switch p.s[p.toks[i].start] | 0x20 {
	case 'm', 'l', 'o', 'u', 'a', 't', 'r', 'j', 'e', 'd', 'n', 'c', 'b', 's', 'p':
		return true
	}
	return false
}

// date reads a calendar date: as many parts as stand together.
func (p *parser) date(i int) (reading, int) {
	switch p.kind(i) {
	case kWeekday:
		return p.weekdayDate(i)
	case kMonth:
		return p.monthDate(i)
	case kNumber, kOrdinal, kDecade, kDecadeWord, kPunct, kCardinal:
		return p.numberDate(i)
	case kSeason:
		return p.seasonDate(i)
	case kHoliday:
		return p.holidayDate(i)
	case kFiscal:
		return p.fiscalDate(i)
	case kQuarterLetter:
		return p.quarterCode(i)
	case kEra:
		if y, j := p.year(i); j > i {
			r := reading{form: formCalendar}
			y.set(&r)
			return r, j
		}
	case kArticle:
		return p.articleDate(i)
	}
	return reading{}, i
}

func (p *parser) datePhrase(i int) (reading, int) {
	r, j := p.date(i)
	if j == i || !p.plausible(i, j, &r) {
		return r, i
	}
	return p.tail(r, j)
}

// tail adds a part of day or a clock that follows a date.
func (p *parser) tail(r reading, j int) (reading, int) {
	if r.clock || r.part != 0 {
		return r, j
	}
	if r.hasDay() || r.weekday > 0 {
		k := p.comma(j)
		if p.is(k, "at") || p.is(k, "around") {
			k++
		}
		if c, e := p.clock(k); e > k && (k > j || p.joined(k) || p.kind(k) != kNumber || c.zone > 0 || c.clock) {
			return withClock(r, c), e
		}
		k, mod := j, r.mod
		if p.kind(k) == kEdge && p.kind(k+1) == kPart {
			mod = int8(p.val(k))
			k++
		}
		if p.kind(k) == kPart {
			r.part, r.mod = int8(p.val(k)), mod
			if plural(p.text(k)) && r.day == 0 { // "Friday nights"
				r.form, r.unit, r.amount = formSet, unitWeek, 10
			}
			return r, k + 1
		}
	}
	return r, j
}

func withClock(r, c reading) reading {
	r.clock, r.hour, r.minute, r.second, r.hasSec, r.zone, r.local = true, c.hour, c.minute, c.second, c.hasSec, c.zone, c.local
	r.fixed, r.east = c.fixed, c.east
	if c.part != 0 {
		r.part = c.part
	}
	return r
}

// weekdayDate reads "Tuesday", "Tuesday, October 20", "Tuesday the 20th".
func (p *parser) weekdayDate(i int) (reading, int) {
	t := &p.toks[i]
	if !t.capital {
		return reading{}, i
	}
	j := i + 1
	short := t.end-t.start <= 5 && t.end-t.start != 6 && !p.isAny(i, "friday", "monday", "sunday")
	if short && p.punct(j, '.') && p.joined(j) {
		j++
	}
	k := p.comma(j)
	if p.is(k, "the") {
		k++
	}
	if p.kind(k) == kMonth || p.kind(k) == kNumber || p.kind(k) == kOrdinal {
		r, e := p.date(k)
		if e > k && r.day > 0 && r.weekday == 0 && (r.month > 0 || p.kind(k) == kOrdinal) {
			r.weekday = int8(t.val)
			return r, e
		}
	}
	if short && j == i+1 && !p.is(i, "tues") && !p.is(i, "thurs") {
		// "Sun" and "Sat" alone are words of their own.
		if p.kind(j) != kPart && p.kind(j) != kNumber {
			return reading{}, i
		}
	}
	if plural(p.text(i)) && t.end-t.start > 5 && t.end-t.start != 8 || p.isAny(i, "sundays", "mondays", "fridays", "tuesdays", "thursdays") {
		return reading{form: formSet, weekday: int8(t.val), unit: unitWeek, amount: 10}, j
	}
	if p.namesThing(i) {
		return reading{}, i
	}
	return reading{form: formCalendar, weekday: int8(t.val)}, j
}

// namesThing reports whether the weekday at i is part of a name: "the Sunday
// Times", "Black Friday".
func (p *parser) namesThing(i int) bool {
	if k := p.kind(i + 1); p.is(i-1, "the") && (k == kWord || k == kFunc) && p.capital(i+1) {
		return true
	}
	return p.capital(i-1) && p.isAny(i-1, "black", "bloody", "super", "cyber", "holy", "maundy", "shrove", "fat", "good", "ash", "palm")
}

// monthDate reads what begins with a month: "October", "Oct. 9", "October 9,
// 2020", "October 2020", "October of that year".
func (p *parser) monthDate(i int) (reading, int) {
	t := &p.toks[i]
	if !t.capital {
		return reading{}, i
	}
	r := reading{form: formCalendar, month: int8(t.val)}
	if n := i - 1; p.kind(n) == kNumber && p.toks[n].digits <= 2 && p.val(n) <= 39 && p.val(n) > 28 && !validDay(0, int(t.val), p.val(n)) {
		return reading{}, i // "31 February 2020"
	}
	j := p.monthDot(i)
	end := j
	// A day, perhaps after a hyphen or a "the": "Oct-9", "October the 9th".
	d := j
	if p.is(d, "the") && p.kind(d+1) == kOrdinal {
		d++
	}
	if n := p.hyphen(d); n > d && p.joined(d) && p.joined(n) && p.kind(n) == kNumber {
		d = n
	}
	if day, e := p.dayNumber(d); e > d && !p.clockAt(d) {
		if !validDay(0, int(r.month), day) {
			return reading{}, i
		}
		r.day = int8(day)
		end = e
		if y, e := p.yearAfter(end); e > end {
			if !validDay(y.value(), int(r.month), day) {
				return reading{}, i
			}
			y.set(&r)
			return r, e
		}
		return p.ofYear(r, end)
	}
	y := p.comma(j)
	y = p.hyphen(y)
	if p.is(y, "of") && p.kind(y+1) == kNumber {
		y++
	}
	if yr, e := p.year(y); e > y {
		yr.set(&r)
		return r, e
	}
	if n := p.kind(j); (n == kNumber || n == kAmount) && p.toks[j].digits >= 1 && !p.clockAt(j) && p.val(j) > 31 && p.toks[j].digits != 3 {
		return reading{}, i // "October 45", "May 99999"
	}
	return p.ofYear(r, end)
}

// monthDot returns the token after the month at i and the dot that shortens
// it, if it is one: "Oct. 26", not "in July." and, before a capital, not "in
// Oct. The".
func (p *parser) monthDot(i int) int {
	j := i + 1
	if n := p.toks[i].end - p.toks[i].start; n > 4 || n == 4 && !p.is(i, "sept") || p.is(i, "may") || !p.punct(j, '.') || !p.joined(j) {
		return j
	}
	if k := p.kind(j + 1); k == kBreak || p.capital(j+1) {
		return j
	}
	return j + 1
}

// ofYear reads "of that year", "of last year", "last year" after a month or
// a day, and the year told in it.
func (p *parser) ofYear(r reading, j int) (reading, int) {
	k := p.comma(j)
	k = p.skip(k, "of")
	if p.is(k, "the") {
		k++
	}
	shift := 0
	switch {
	case p.is(k, "that"):
		shift = shiftSame
	case p.kind(k) == kShift:
		shift = p.val(k)
	default:
		return r, j
	}
	if p.kind(k+1) == kUnit && p.val(k+1) == unitYear && p.is(k+1, "year") {
		r.ofUnit = 1 + unitYear
		r.shift = int8(shift)
		return r, k + 2
	}
	return r, j
}

// dayNumber reads the number of a day in a month.
func (p *parser) dayNumber(i int) (day, end int) {
	switch p.kind(i) {
	case kNumber:
		t := &p.toks[i]
		if t.digits <= 2 && t.val >= 1 && t.val <= 31 && !(p.kind(i+1) == kWord && p.joined(i+1)) {
			return int(t.val), i + 1
		}
	case kOrdinal:
		if v := p.val(i); v <= 31 && (isDigit(p.s[p.toks[i].start]) || p.is(i+1, "of") && p.kind(i+2) == kMonth && p.capital(i+2)) {
			return v, i + 1
		}
	}
	return 0, i
}

// eraYear is a year with its era.
type eraYear struct {
	n  int
	bc bool
}

// value is the astronomical year: 1 BC is 0.
func (y eraYear) value() int {
	if y.bc {
		return 1 - y.n
	}
	return y.n
}

func (y eraYear) set(r *reading) { r.year, r.bc = int16(y.n), y.bc }

// yearAfter reads a year after a day: ", 2020", "2020", "of 2020", ", '20".
func (p *parser) yearAfter(i int) (eraYear, int) {
	j := p.comma(i)
	j = p.hyphen(j)
	if p.is(j, "of") || p.is(j, "in") && p.kind(j+1) == kNumber && p.toks[j+1].digits == 4 {
		j++
	}
	if y, e := p.year(j); e > j {
		return y, e
	}
	return eraYear{}, i
}

// firstYear and lastYear bound what four digits alone can mean.
const (
	firstYear = 1000
	lastYear  = 2199
)

// year reads "1992", "'92", "490 BC", "AD 70".
func (p *parser) year(i int) (eraYear, int) {
	if p.kind(i) == kEra && p.val(i) == 0 && p.toks[i].upper && p.kind(i+1) == kNumber && p.toks[i+1].digits <= 4 {
		return eraYear{n: p.val(i + 1)}, i + 2
	}
	if p.punct(i, '\'') && p.kind(i+1) == kNumber && p.toks[i+1].digits == 2 && p.joined(i+1) {
		return eraYear{n: century(p.val(i + 1))}, i + 2
	}
	if p.kind(i) != kNumber {
		return eraYear{}, i
	}
	t := &p.toks[i]
	if t.digits <= 4 && p.kind(i+1) == kEra && t.val > 0 && p.toks[i+1].upper {
		return eraYear{n: int(t.val), bc: p.val(i+1) == 1}, i + 2
	}
	if t.digits != 4 || t.val < firstYear || t.val > lastYear || p.punct(i+1, ':') && p.joined(i+1) && p.kind(i+2) == kNumber && p.joined(i+2) {
		return eraYear{}, i
	}
	return eraYear{n: int(t.val)}, i + 1
}

// century completes a year of two digits: 30–99 is 1930–1999, the rest 2000–2029.
func century(two int) int {
	if two >= 30 {
		return 1900 + two
	}
	return 2000 + two
}

// numberDate reads what begins with a number: "9 October 2020", "2020-10-09",
// "10/9/2020", "1992", "the 1980s" without its article, "20th century".
func (p *parser) numberDate(i int) (reading, int) {
	switch p.kind(i) {
	case kDecade:
		r := reading{form: formCalendar, year: int16(p.val(i)), decade: true}
		if p.val(i)%100 == 0 && p.toks[i].digits == 4 && p.is(i+1, "century") {
			return reading{}, i
		}
		if p.toks[i].digits == 2 && !p.is(i-1, "the") && !p.punct(i-1, '\'') && p.kind(i-1) != kEdge {
			return reading{}, i
		}
		if p.kind(i+1) == kEra {
			r.bc = p.val(i+1) == 1
			return r, i + 2
		}
		return r, i + 1
	case kDecadeWord:
		if p.is(i-1, "the") || p.kind(i-1) == kEdge || p.punct(i-1, '-') {
			return reading{form: formCalendar, year: int16(1900 + p.val(i)), decade: true}, i + 1
		}
		return reading{}, i
	case kPunct:
		if !p.punct(i, '\'') {
			return reading{}, i
		}
		if p.kind(i+1) == kDecade && p.toks[i+1].digits == 2 && p.joined(i+1) {
			return reading{form: formCalendar, year: int16(p.val(i + 1)), decade: true}, i + 2
		}
		if y, j := p.year(i); j > i && !p.joined(i) && (p.isAny(i-1, "in", "of", "since", "and", "the") || p.kind(i-1) == kMonth || p.kind(i-1) == kSeason) {
			r := reading{form: formCalendar}
			y.set(&r)
			return r, j
		}
		return reading{}, i
	case kOrdinal, kCardinal:
		if r, j := p.centuryDate(i); j > i {
			return r, j
		}
		if p.kind(i) == kOrdinal {
			if r, j := p.quarterDate(i); j > i {
				return r, j
			}
		}
	case kNumber:
		if r, j := p.numericDate(i); j != i {
			if j < i {
				return reading{}, i
			}
			return r, j
		}
	}
	// 9 October 2020, 9th of October, 2020
	if day, j := p.dayNumber(i); j > i {
		k := p.skip(j, "of")
		if h := p.hyphen(k); h > k && p.joined(k) {
			k = h
		}
		if p.kind(k) == kMonth && p.capital(k) {
			month := p.val(k)
			e := p.monthDot(k)
			if !validDay(0, month, day) {
				return reading{}, i
			}
			r := reading{form: formCalendar, month: int8(month), day: int8(day)}
			if y, ye := p.yearAfter(e); ye > e {
				if !validDay(y.value(), month, day) {
					return reading{}, i
				}
				y.set(&r)
				return r, ye
			}
			return p.ofYear(r, e)
		}
	}
	if y, j := p.year(i); j > i {
		r := reading{form: formCalendar}
		y.set(&r)
		if p.kind(j) == kSeason { // "1982 summer"
			r.season = int8(p.val(j))
			return r, j + 1
		}
		return p.codeAfterYear(r, j)
	}
	// 3Q, 3Q 2020
	if p.kind(i) == kNumber && p.toks[i].digits == 1 && p.val(i) >= 1 && p.val(i) <= 4 && p.is(i+1, "q") && p.capital(i+1) && p.joined(i+1) && !p.joined(i) {
		r := reading{form: formCalendar, quarter: int8(p.val(i))}
		if y, j := p.year(i + 2); j > i+2 {
			y.set(&r)
			return r, j
		}
		return r, i + 2
	}
	return reading{}, i
}

// numericDate reads dates of numbers and marks. It returns an end below i if
// the numbers are no date but must not be read in pieces: "13/13/2020".
func (p *parser) numericDate(i int) (reading, int) {
	sep := byte(0)
	for _, c := range []byte("-/.") {
		if p.punct(i+1, c) && p.joined(i+1) {
			sep = c
		}
	}
	if sep == 0 || p.kind(i+2) != kNumber || !p.joined(i+2) {
		return reading{}, i
	}
	a, b := &p.toks[i], &p.toks[i+2]
	if !(p.punct(i+3, sep) && p.joined(i+3) && p.kind(i+4) == kNumber && p.joined(i+4)) {
		// 2020-10 is a month, 1992-94 and 24/7 are not.
		if sep == '-' && a.digits == 4 && b.digits == 2 && b.val >= 1 && b.val <= 12 && int(b.val) <= int(a.val)%100 && a.val <= lastYear && a.val >= firstYear {
			return reading{form: formCalendar, year: int16(a.val), month: int8(b.val)}, i + 3
		}
		return reading{}, i
	}
	c := &p.toks[i+4]
	y, m, d := 0, 0, 0
	switch {
	case a.digits == 4 && b.digits <= 2 && c.digits <= 2:
		y, m, d = int(a.val), int(b.val), int(c.val)
	case a.digits <= 2 && b.digits <= 2 && (c.digits == 4 || c.digits == 2 && sep == '/'):
		y, m, d = int(c.val), int(a.val), int(b.val)
		if c.digits == 2 {
			y = century(y)
		}
		if sep == '.' || m > 12 {
			m, d = d, m // 26.10.2020, 26/10/2020
		}
	default:
		return reading{}, i
	}
	if y < firstYear || y > lastYear || !validDay(y, m, d) || p.kind(i+5) == kNumber && p.joined(i+5) ||
		p.punct(i+5, sep) && p.joined(i+5) && p.kind(i+6) == kNumber && p.joined(i+6) {
		return reading{}, i - 1
	}
	r := reading{form: formCalendar, rule: "numeric", year: int16(y), month: int8(m), day: int8(d)}
	// 2020-10-26T12:00:00Z
	if p.is(i+5, "t") && p.joined(i+5) {
		if c, e := p.clock(i + 6); e > i+6 {
			return withClock(r, c), e
		}
	}
	return r, i + 5
}

// centuryDate reads "20th century", "fourth century BC", "twenty-first century".
func (p *parser) centuryDate(i int) (reading, int) {
	n, j := 0, i
	switch {
	case p.kind(i) == kOrdinal:
		n, j = p.val(i), i+1
	case p.kind(i) == kCardinal && p.val(i)%10 == 0 && p.punct(i+1, '-') && p.kind(i+2) == kOrdinal:
		n, j = p.val(i)+p.val(i+2), i+3
	default:
		return reading{}, i
	}
	j = p.hyphen(j)
	if !p.is(j, "century") || n < 1 || n > 22 {
		return reading{}, i
	}
	r := reading{form: formCalendar, century: true, year: int16((n - 1) * 100)}
	j++
	if p.kind(j) == kEra && p.toks[j].upper {
		r.bc = p.val(j) == 1
		j++
	}
	return r, j
}

// seasonDate reads "summer 2014", "summer of 2014", "spring".
func (p *parser) seasonDate(i int) (reading, int) {
	r := reading{form: formCalendar, season: int8(p.val(i))}
	j := i + 1
	if y, e := p.year(p.skip(p.comma(j), "of")); e > j+1 || e > j && p.kind(j) == kNumber {
		y.set(&r)
		return r, e
	}
	return p.ofYear(r, j)
}

// holidayDate reads "Christmas", "Christmas 1963", "New Year's Eve".
func (p *parser) holidayDate(i int) (reading, int) {
	if !p.capital(i) {
		return reading{}, i
	}
	for h := p.val(i); h < len(holidays) && holidays[h].first == p.val(i); h++ {
		j := i
		for _, w := range holidays[h].words {
			if w == "'" && p.punct(j, '\'') || p.is(j, w) {
				j++
				continue
			}
			j = -1
			break
		}
		if j < 0 {
			continue
		}
		r := reading{form: formCalendar, holiday: int8(h + 1)}
		if y, e := p.year(p.skip(p.comma(j), "of")); e > j {
			y.set(&r)
			return r, e
		}
		return p.ofYear(r, j)
	}
	return reading{}, i
}

// fiscalDate reads "fiscal 1990", "fiscal year 1990".
func (p *parser) fiscalDate(i int) (reading, int) {
	j := p.skip(i+1, "year")
	if y, e := p.year(j); e > j {
		r := reading{form: formCalendar, fiscal: true}
		y.set(&r)
		return r, e
	}
	return reading{}, i
}

// quarterCode reads "Q3", "Q3 2020", "H1 2020"; a half needs its year, since
// "H1" is much else besides.
func (p *parser) quarterCode(i int) (reading, int) {
	if !p.capital(i) || p.kind(i+1) != kNumber || !p.joined(i+1) || p.toks[i+1].digits != 1 || p.joined(i+2) && p.kind(i+2) != kPunct {
		return reading{}, i
	}
	r := reading{form: formCalendar}
	n, j := p.val(i+1), i+2
	k := p.skip(p.hyphen(p.comma(j)), "of")
	fiscal := p.kind(k) == kFiscal
	if fiscal {
		k = p.skip(k+1, "year")
	}
	y, e := p.year(k)
	switch {
	case n < 1 || n > 4:
		return reading{}, i
	case p.is(i, "q"):
		r.quarter = int8(n)
	case n <= 2 && e > k:
		r.half = int8(n)
	default:
		return reading{}, i
	}
	if e > k {
		y.set(&r)
		r.fiscal = fiscal
		return r, e
	}
	if !p.afterTimePreposition(i) && !p.isAny(i-1, "the", "for", "its", "their") && p.kind(i-1) != kShift {
		return reading{}, i // an Audi Q3
	}
	return r, j
}

// codeAfterYear reads the rest of "2020 Q3", "2020-Q3", "2020H1".
func (p *parser) codeAfterYear(r reading, j int) (reading, int) {
	k := p.hyphen(j)
	if p.kind(k) != kQuarterLetter || !p.capital(k) || p.kind(k+1) != kNumber || !p.joined(k+1) || p.toks[k+1].digits != 1 {
		return r, j
	}
	switch n := p.val(k + 1); {
	case n < 1 || n > 4:
	case p.is(k, "q"):
		r.quarter = int8(n)
		return r, k + 2
	case n <= 2:
		r.half = int8(n)
		return r, k + 2
	}
	return r, j
}

// quarterDate reads "third quarter", "third quarter of 1989", "first half of
// 2008", "second fiscal quarter".
func (p *parser) quarterDate(i int) (reading, int) {
	n := p.val(i)
	j := i + 1
	if p.kind(j) == kFiscal {
		j++
	}
	j = p.hyphen(j)
	r := reading{form: formCalendar}
	switch {
	case p.is(j, "quarter") && n <= 4:
		r.quarter = int8(n)
	case p.kind(j) == kHalf && n <= 2:
		r.half = int8(n)
	default:
		return reading{}, i
	}
	j++
	k := p.comma(j)
	if k == j {
		k = p.skip(j, "of", "in")
	}
	if p.kind(k) == kFiscal {
		if f, e := p.fiscalDate(k); e > k {
			r.year, r.fiscal = f.year, true
			return r, e
		}
	}
	if y, e := p.year(k); e > k {
		y.set(&r)
		return r, e
	}
	if k > j || p.kind(j) == kShift {
		if q, e := p.ofYear(r, j); e > j {
			return q, e
		}
	}
	if r.half > 0 && !p.is(k, "of") {
		// "the first half" of what? Of a match as often as of a year.
		if !p.isAny(i-2, "in", "for", "during") {
			return reading{}, i
		}
	}
	if p.is(j, "of") {
		if r.half > 0 {
			return reading{}, i
		}
	}
	return r, j
}

// articleDate reads "the 1980s", "the 20th of October", "the summer of 2014",
// "the third quarter", "the year 1950", "the 13th".
func (p *parser) articleDate(i int) (reading, int) {
	if !p.is(i, "the") {
		return reading{}, i
	}
	j := i + 1
	switch {
	case p.is(j, "year"):
		if y, e := p.year(j + 1); e > j+1 {
			r := reading{form: formCalendar}
			y.set(&r)
			return r, e
		}
	case p.is(j, "years"):
		return reading{}, i
	case p.kind(j) == kFiscal, p.kind(j) == kSeason, p.kind(j) == kDecade, p.kind(j) == kDecadeWord, p.kind(j) == kPunct, p.kind(j) == kOrdinal, p.kind(j) == kCardinal, p.kind(j) == kNumber:
		r, e := p.date(j)
		if e == j {
			return p.dayOnly(i, j)
		}
		if r.bareYear() || p.kind(j) == kNumber && r.day == 0 {
			return reading{}, i
		}
		if p.kind(j) == kNumber && !p.is(i-1, "on") && !p.closes(e) && !p.capital(e) {
			return reading{}, i // "the 15 September attack": the article is the noun's
		}
		if r.season > 0 && r.year == 0 && r.ofUnit == 0 && p.kind(e) == kWord && p.capital(e) && !p.toks[e].line {
			return reading{}, i // "the Spring Offensive"
		}
		return r, e
	}
	return reading{}, i
}

// dayOnly reads "the 13th": a day whose month was told.
func (p *parser) dayOnly(i, j int) (reading, int) {
	if p.kind(j) != kOrdinal || !isDigit(p.s[p.toks[j].start]) || p.val(j) > 31 || p.val(j) == 0 {
		return reading{}, i
	}
	if !p.isAny(i-1, "on", "by", "until", "since", "from", "of", "to", "till") || !p.closes(j+1) {
		return reading{}, i
	}
	return reading{form: formCalendar, day: int8(p.val(j)), told: true}, j + 1
}

// closes reports whether a noun phrase ends before token i.
func (p *parser) closes(i int) bool {
	switch p.kind(i) {
	case kWord, kMonth, kUnit, kNumber, kCardinal, kHundred, kOrdinal, kAmount:
		return false
	}
	return true
}
