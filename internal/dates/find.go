package dates

import (
	"time"

	"parallax/internal/text"
)

// Find returns the mentions in s, by increasing Start and never overlapping.
// Incomplete expressions are resolved against published, the publication day
// (midnight UTC); the zero time leaves them unresolved. Nothing depends on the
// clock or zone of the machine.
//
// One pass cuts s into tokens; a typed grammar grows time words, numerals and
// modifiers into phrases (after SynTime, Zhong et al., ACL 2017); the phrases
// are then resolved in order, each against publication, the last date told or
// its sibling. The cost is linear in the length of s.
func Find(s string, published time.Time) []Mention {
	p := &parser{s: s}
	p.toks = scan(s, make([]token, 0, len(s)/5+16))
	return p.mentions(p.readings(), published)
}

// readings finds every phrase of the text.
func (p *parser) readings() []reading {
	var rs []reading
	for i := 0; i < len(p.toks); {
		r, j := p.phrase(i)
		if j == i {
			if r, j := p.shared(i); j > i {
				rs = append(rs, r)
				i = j
				continue
			}
			i++
			continue
		}
		if q, k := p.shared(i); k > i && k <= j && k < int(r.end) && q.start == r.start {
			rs = append(rs, q)
			i = k
			continue
		}
		r.open = p.openAt(i, j)
		rs = append(rs, p.endsDay(r, i))
		i = j
		for {
			q, k := p.continued(i, &rs[len(rs)-1])
			if k == i {
				break
			}
			rs = append(rs, q)
			i = k
		}
	}
	return rs
}

// openAt tells whether the words before tokens [i, end) leave one end open, or
// make a limit of them: "by the end of April", and not "by Monday's vote".
func (p *parser) openAt(i, end int) int8 {
	j := i - 1
	if p.is(j, "the") {
		j--
	}
	switch {
	case p.is(j, "since"):
		return openSince
	case p.is(j, "until") || p.is(j, "till"):
		return openUntil
	case p.is(j, "before"):
		return openBefore
	case !p.closes(end) && !p.is(end, "whether") || p.apostrophe(end) > end:
	case p.is(j, "by"), p.run(j-2, "no later than") == j+1:
		return openBy
	case p.is(j, "after"):
		return openAfter
	}
	return 0
}

// endsDay makes of "before midnight on Friday", tokens [i, end), the night of that
// Friday: a midnight that something comes before is the one that ends its day.
func (p *parser) endsDay(r reading, i int) reading {
	if r.open == openBefore && p.is(i, "midnight") && r.clock && (r.day > 0 || r.weekday > 0) {
		r.clock, r.part, r.mod, r.open = false, partNight, modEnd, 0
	}
	return r
}

// maxShared is how many members of a list may share one head.
const maxShared = 12

// shared reads a number that shares its head with a phrase after it: the "9"
// of "9 and 10 October", the "two" of "two and three years ago".
func (p *parser) shared(i int) (reading, int) { return p.sharedOf(i, maxShared) }

// sharedOf is shared for a list of at most so many members.
func (p *parser) sharedOf(i, members int) (reading, int) {
	j, ok := p.nextMember(i)
	if members == 0 || !ok {
		return reading{}, i
	}
	r, ok := p.sharedYear(i, j)
	if !ok {
		r, ok = p.sharedHour(i, j)
	}
	if !ok {
		r, ok = p.sharedDay(i, j, members)
	}
	if !ok {
		r, ok = p.sharedAmount(i, j)
	}
	if !ok {
		return reading{}, i
	}
	r.rule, r.start, r.end = "shared head", int32(i), int32(i+1)
	return r, i + 1
}

// nextMember returns where the number stands that follows the one at token i in a
// list: the "10" of "9 and 10 October".
func (p *parser) nextMember(i int) (j int, ok bool) {
	if !p.among(i, 1<<kNumber|1<<kCardinal|1<<kOrdinal) || p.joined(i) && !p.punct(i-1, '(') && !p.punct(i-1, '"') {
		return 0, false
	}
	if !p.marks(i+1, "-,") && !p.isAny(i+1, "and to or") {
		return 0, false
	}
	return i + 2, p.among(i+2, 1<<kNumber|1<<kCardinal|1<<kOrdinal)
}

// sharedYear reads the number at token i as the year before the one at j: "499-493 BC".
func (p *parser) sharedYear(i, j int) (reading, bool) {
	if !p.punct(i+1, '-') || p.kind(i) != kNumber || !p.joined(j) {
		return reading{}, false
	}
	y, e := p.year(j)
	if e == j || !y.bc || y.n >= p.val(i) || p.toks[i].digits > 4 {
		return reading{}, false
	}
	return reading{form: formCalendar, year: int16(p.val(i)), bc: true}, true
}

// sharedHour reads the number at token i as an hour of the half of the day that
// the one at j is of: "2 and 3 a.m."
func (p *parser) sharedHour(i, j int) (reading, bool) {
	if p.kind(i) != kNumber || p.val(i) > 12 || p.val(i) <= 0 || p.toks[i].digits > 2 {
		return reading{}, false
	}
	c, e := p.clock(j)
	if e == j || c.minute != 0 || p.kind(j+1) != kMeridiem {
		return reading{}, false
	}
	c.hour = int8(p.val(i)%12) + c.hour/12*12
	return c, true
}

// sharedDay reads the number at token i as a day of the month that follows the one
// at j, or the last of so many members of the list.
func (p *parser) sharedDay(i, j, members int) (reading, bool) {
	day, e := p.dayNumber(i)
	if e == i {
		return reading{}, false
	}
	if day2, _ := p.dayNumber(j); day2 <= 0 {
		return reading{}, false
	}
	if next, e := p.date(j); e == j || next.day == 0 || next.month == 0 || next.form != formCalendar {
		if r, e := p.sharedOf(j, members-1); e == j || r.day <= 0 {
			return reading{}, false
		}
	} else if p.kind(j+1) != kMonth && !p.is(j+1, "of") {
		return reading{}, false
	}
	return reading{form: formCalendar, day: int8(day), needs: needsNext}, true
}

// sharedAmount reads the number at token i as of the unit that follows the one at
// j: "two and three years ago".
func (p *parser) sharedAmount(i, j int) (reading, bool) {
	n, e := p.number(i)
	if e != i+1 || n == vague {
		return reading{}, false
	}
	next, e := p.durationPhrase(j)
	if e == j || next.amount == vague || next.amount <= n || p.kind(j) == kOrdinal || p.kind(i) == kOrdinal {
		return reading{}, false
	}
	next.amount, next.needs = n, needsNext
	return next, true
}

// continued reads the short second half of what began before: the "10" of
// "October 9-10", the "94" of "1993-94".
func (p *parser) continued(i int, prev *reading) (reading, int) {
	if prev.form == formSet && prev.weekday > 0 && prev.part == 0 && p.is(i, "and") && p.named(i+1, kWeekday) {
		r := *prev // "every Tuesday and Thursday"
		r.weekday, r.start, r.end = int8(p.val(i+1)), int32(i+1), int32(i+2)
		return r, i + 2
	}
	if prev.form != formCalendar || prev.clock || prev.part > 0 {
		return reading{}, i
	}
	j := i + 1
	dash := p.marks(i, "-/")
	word := p.isAny(i, "and to or through") || p.punct(i, ',')
	if !dash && !word {
		return reading{}, i
	}
	r := reading{form: formCalendar, rule: "shared head", needs: needsPrev, start: int32(j)}
	t := p.kind(j)
	switch {
	case t != kNumber && t != kOrdinal:
		return reading{}, i
	case prev.bareYear() && t == kNumber && p.toks[j].digits == 2 && dash && p.joined(j) && p.val(j) > int(prev.year)%100 && p.kind(j-2) == kNumber:
		if p.tight(j+1, '-') {
			return reading{}, i
		}
		r.year = prev.year - prev.year%100 + int16(p.val(j))
		r.end = int32(j + 1)
		return r, j + 1
	case prev.month > 0 && prev.day > 0 && prev.year == 0:
		day, e := p.dayNumber(j)
		if e == j || p.clockAt(j) || p.kind(int(prev.end)-1) == kMonth {
			return reading{}, i
		}
		if !dash && (day <= int(prev.day) || !p.dayCloses(e)) {
			return reading{}, i
		}
		if p.kind(e) == kMonth || p.is(e, "of") && p.kind(e+1) == kMonth {
			return reading{}, i // "October 9 and 10 November"
		}
		r.day, r.month = int8(day), prev.month
		if !validDay(0, int(r.month), day) {
			return reading{}, i
		}
		if y, ye := p.yearAfter(e); ye > e {
			y.set(&r)
			e = ye
		}
		r.end = int32(e)
		return r, e
	}
	return reading{}, i
}

// dayCloses reports whether a number before token i can be a day by itself.
func (p *parser) dayCloses(i int) bool {
	switch p.kind(i) {
	case kPunct:
		return !p.punct(i, '%') && !p.punct(i, '-') && !p.punct(i, '$') && !p.punct(i, ':')
	case kBreak, kFunc, kArticle, kShift:
		return true
	}
	return false
}

// mentions resolves the readings of one text.
func (p *parser) mentions(rs []reading, published time.Time) []Mention {
	if len(rs) == 0 {
		return nil
	}
	p.complete(rs)
	p.lendDates(rs)
	v := resolver{p: p, sentence: -1, toldIn: -1}
	if !published.IsZero() {
		v.pub = momentOf(published.UTC())
	}
	v.narrative = narrates(rs, v.pub)
	out := make([]resolved, len(rs))
	sentence, at := 0, 0
	for i := range rs {
		for ; at < int(rs[i].start); at++ {
			if p.sentenceEnds(at) {
				sentence++
			}
		}
		told := v.told
		out[i] = v.resolve(rs[i], sentence)
		if i > 0 && out[i].onlyWeekday() && out[i-1].onlyWeekday() && p.rangeBetween(&out[i-1], &out[i]) {
			out[i].follow(&out[i-1])
		}
		if i > 0 && p.otherClock(&out[i-1], &out[i]) {
			v.told = told // the story goes on by the teller's clock
		}
	}
	ms := make([]Mention, len(rs))
	for i := range out {
		o := &out[i]
		ms[i] = Mention{
			Span:   text.Span{Start: p.toks[o.start].start, End: p.toks[o.end-1].end},
			Type:   o.typ,
			Value:  o.value,
			Anchor: o.anchor,
			Rule:   o.rule,
		}
	}
	p.group(out, ms)
	return ms
}

// complete lets each reading take what its neighbour in a range or list gives:
// the month of "9 and 10 October", the year of "between March and May 1992".
func (p *parser) complete(rs []reading) {
	for i := len(rs) - 2; i >= 0; i-- {
		r, next := &rs[i], &rs[i+1]
		if r.form != formCalendar || next.form != formCalendar || !p.listed(int(r.end), int(next.start)) {
			continue
		}
		if r.needs == needsNext {
			r.month, r.year, r.bc, r.lent = next.month, next.year, next.bc, true
			if r.month > 0 && !validDay(0, int(r.month), int(r.day)) {
				r.month = 0
			}
			continue
		}
		if next.ofUnit == 1+unitWeek && r.ofUnit == 0 && r.shift == noShift && r.day == 0 && r.weekday > 0 && r.weekday <= next.weekday {
			r.ofUnit, r.shift = next.ofUnit, next.shift // "Monday to Wednesday next week"
		}
		if r.bareYear() && next.bareYear() && next.bc && !r.bc && r.year < firstYear {
			r.bc = true
		}
		if r.year == 0 && next.year == 0 && r.month > 0 && r.month <= next.month && r.shift == noShift && next.shift != noShift && next.ofUnit != 0 {
			r.shift, r.ofUnit = next.shift, next.ofUnit // "May and October last year"
		}
		if r.year == 0 && next.year != 0 && !next.bc && r.month > 0 && next.month > 0 && r.shift == 0 {
			r.year, r.lent = next.year, true
			if r.month > next.month {
				r.year--
			}
		}
	}
	for i := 1; i < len(rs); i++ {
		r, prev := &rs[i], &rs[i-1]
		if r.needs == needsPrev && r.year != 0 && prev.year == 0 && prev.month > 0 {
			prev.year, prev.lent = r.year, true
		}
	}
}

// listed reports whether nothing but a connective stands in tokens [a, b).
func (p *parser) listed(a, b int) bool {
	if b-a > 3 {
		return false
	}
	for i := a; i < b; i++ {
		if !p.punct(i, '-') && !p.punct(i, ',') && !p.punct(i, '/') && !p.isAny(i, "and to or until till through of") {
			return false
		}
	}
	return true
}

// narrates reports whether a text tells a history rather than news: its years
// are many and not of its own time, and hardly anything points at today.
func narrates(rs []reading, pub moment) bool {
	old, today := 0, 0
	for i := range rs {
		r := &rs[i]
		switch r.form {
		case formCalendar:
			switch {
			case r.year != 0 && (pub.prec == NoPrecision || int(r.year) < pub.year-1 || r.bc):
				old++
			case r.weekday > 0 && r.day == 0, r.shift != noShift && r.ofUnit == 0 && !r.told:
				today++
			}
		case formOffset:
			if !r.told {
				today++
			}
		}
	}
	return old >= 6 && old >= 6*today
}
