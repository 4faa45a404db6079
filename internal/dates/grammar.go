package dates

import "parallax/internal/text"

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
	short := t.end-t.start <= 5 && t.end-t.start != 6 && !p.isAny(i, "friday monday sunday")
	if short && p.tight(j, '.') {
		j++
	}
	k := p.comma(j)
	if p.is(k, "the") {
		k++
	}
	if p.among(k, 1<<kMonth|1<<kNumber|1<<kOrdinal) {
		r, e := p.date(k)
		if e > k && r.day > 0 && r.weekday == 0 && (r.month > 0 || p.kind(k) == kOrdinal) {
			r.weekday = int8(t.val)
			return r, e
		}
	}
	if short && j == i+1 && !p.is(i, "tues") && !p.is(i, "thurs") {
		// "Sun" and "Sat" alone are words of their own.
		if !p.among(j, 1<<kPart|1<<kNumber) {
			return reading{}, i
		}
	}
	if plural(p.text(i)) && p.among(i-1, 1<<kCardinal|1<<kNumber) {
		return reading{}, i // "two Tuesdays ago"
	}
	if plural(p.text(i)) && t.end-t.start > 5 && t.end-t.start != 8 || p.isAny(i, "sundays mondays fridays tuesdays thursdays") {
		return reading{form: formSet, weekday: int8(t.val), unit: unitWeek, amount: 10}, j
	}
	if p.namesThing(i) {
		return reading{}, i
	}
	if k := p.skip(j, "of"); p.isAny(k, "last next this") && p.is(k+1, "week") {
		// "Wednesday last week"
		return reading{form: formCalendar, weekday: int8(t.val), shift: int8(p.val(k)), ofUnit: 1 + unitWeek}, k + 2
	}
	if p.is(k, "the") && p.kind(k+1) == kOrdinal {
		k++
	}
	if p.kind(k) == kOrdinal && p.is(k-1, "the") && p.val(k) <= 31 && isDigit(p.s[p.toks[k].start]) && p.closes(k+1) && p.kind(k+1) != kPart {
		return reading{form: formCalendar, weekday: int8(t.val), day: int8(p.val(k))}, k + 1 // "Friday the 14th"
	}
	return reading{form: formCalendar, weekday: int8(t.val)}, j
}

// namesThing reports whether the weekday at i is part of a name: "the Sunday
// Times", "Black Friday".
func (p *parser) namesThing(i int) bool {
	if k := p.kind(i + 1); p.is(i-1, "the") && (k == kWord || k == kFunc) && p.capital(i+1) {
		return true
	}
	return p.capital(i-1) && p.isAny(i-1, "black bloody super cyber holy maundy shrove fat good ash palm")
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
	if p.is(j, "quarter") && r.month%3 == 0 && !p.punct(i-1, '-') && !p.isAny(i-1, "to through") {
		return reading{form: formCalendar, quarter: r.month / 3}, j + 1 // as companies name them: "the June quarter"
	}
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
		if t.digits <= 2 && t.val >= 1 && t.val <= 31 && !(p.glued(i+1, kWord)) {
			return int(t.val), i + 1
		}
	case kOrdinal:
		if v := p.val(i); v <= 31 && (isDigit(p.s[p.toks[i].start]) || p.is(i+1, "of") && p.named(i+2, kMonth)) {
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
	if t.digits != 4 || t.val < firstYear || t.val > lastYear || p.tight(i+1, ':') && p.glued(i+2, kNumber) {
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
	case kDecade, kDecadeWord:
		return p.decadeDate(i)
	case kPunct:
		return p.shortYear(i)
	case kOrdinal, kCardinal:
		if r, j := p.centuryDate(i); j > i {
			return r, j
		}
		if r, j := p.spokenYear(i); j > i {
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
	if r, j := p.dayMonth(i); j > i {
		return r, j
	}
	if r, j := p.foreignDay(i); j > i {
		return r, j
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

// decadeDate reads "1980s", "'80s" without its mark, "eighties".
func (p *parser) decadeDate(i int) (reading, int) {
	r := reading{form: formCalendar, year: int16(p.val(i)), decade: true}
	if p.kind(i) == kDecadeWord {
		r.year += 1900
		if p.is(i-1, "the") || p.kind(i-1) == kEdge || p.punct(i-1, '-') {
			return r, i + 1
		}
		return r, i
	}
	switch {
	case p.val(i)%100 == 0 && p.toks[i].digits == 4 && p.is(i+1, "century"):
		return r, i
	case p.toks[i].digits == 2 && (!p.is(i-1, "the") && !p.punct(i-1, '\'') && p.kind(i-1) != kEdge || p.measures(i)):
		return r, i
	case p.kind(i+1) == kEra:
		r.bc = p.val(i+1) == 1
		return r, i + 2
	}
	return r, i + 1
}

// shortYear reads "'80s", "'92".
func (p *parser) shortYear(i int) (reading, int) {
	if !p.punct(i, '\'') {
		return reading{}, i
	}
	if p.glued(i+1, kDecade) && p.toks[i+1].digits == 2 {
		return reading{form: formCalendar, year: int16(p.val(i + 1)), decade: true}, i + 2
	}
	if y, j := p.year(i); j > i && !p.joined(i) && (p.isAny(i-1, "in of since and the") || p.among(i-1, 1<<kMonth|1<<kSeason)) {
		r := reading{form: formCalendar}
		y.set(&r)
		return r, j
	}
	return reading{}, i
}

// dayMonth reads "9 October 2020", "9th of October, 2020", "9-October".
func (p *parser) dayMonth(i int) (reading, int) {
	day, j := p.dayNumber(i)
	if j == i {
		return reading{}, i
	}
	k := p.skip(j, "of")
	if h := p.hyphen(k); h > k && p.joined(k) {
		k = h
	}
	if !p.named(k, kMonth) || !validDay(0, p.val(k), day) {
		return reading{}, i
	}
	r := reading{form: formCalendar, month: int8(p.val(k)), day: int8(day)}
	e := p.monthDot(k)
	if y, ye := p.yearAfter(e); ye > e {
		if !validDay(y.value(), p.val(k), day) {
			return reading{}, i
		}
		y.set(&r)
		return r, ye
	}
	return p.ofYear(r, e)
}

var measured = text.WordSet{Words: "temperature temperatures highs lows degrees mercury readings prices price scores shot"}

// measures reports whether the sentence before token i speaks of what is
// measured in tens, as "temperatures in the 80s".
func (p *parser) measures(i int) bool {
	for j := i - 1; j >= 0 && j > i-15 && !p.sentenceEnds(j); j-- {
		if p.kind(j) == kWord && inSet(&measured, p.text(j)) {
			return true
		}
	}
	return false
}

// spokenYear reads a year as broadcasters say it: "nineteen ninety-four".
func (p *parser) spokenYear(i int) (reading, int) {
	if p.kind(i) != kCardinal || p.val(i) < 17 || p.val(i) > 20 || p.kind(i+1) != kCardinal || !p.afterTimePreposition(i) {
		return reading{}, i
	}
	n, j := p.val(i+1), i+2
	if n%10 == 0 && n >= 20 {
		if k := p.hyphen(j); p.kind(k) == kCardinal && p.val(k) > 0 && p.val(k) < 10 {
			n, j = n+p.val(k), k+1
		}
	}
	if n < 10 || p.among(j, 1<<kUnit|1<<kHundred) || p.kind(j) == kWord && inSet(&counted, p.text(j)) {
		return reading{}, i
	}
	return reading{form: formCalendar, year: int16(p.val(i)*100 + n)}, j
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
	if !(p.punct(i+3, sep) && p.joined(i+3) && p.glued(i+4, kNumber)) {
		if sep == '/' && a.val == 9 && b.val == 11 && !p.joined(i) && !p.punct(i-1, '$') {
			return reading{form: formCalendar, year: 2001, month: 9, day: 11}, i + 3 // the attacks go by their date
		}
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
	if y < firstYear || y > lastYear || !validDay(y, m, d) || p.glued(i+5, kNumber) ||
		p.punct(i+5, sep) && p.joined(i+5) && p.glued(i+6, kNumber) {
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
