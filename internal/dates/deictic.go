package dates

// deicticPhrase reads "today", "yesterday morning", "tonight", "the day
// before", "the day after tomorrow".
func (p *parser) deicticPhrase(i int) (reading, int) {
	r := reading{form: formOffset, unit: unitDay}
	switch {
	case p.kind(i) == kDayWord:
		r.offset = int32(p.val(i))
		if p.is(i, "tonight") {
			r.part = partNight
			return r, i + 1
		}
		return p.tailDeictic(r, i+1)
	case p.is(i, "the") && p.is(i+1, "day") && p.kind(i+2) == kLater && (p.is(i+2, "before") || p.is(i+2, "after")):
		r.offset = 1
		if p.is(i+2, "before") {
			r.offset = -1
		}
		if p.kind(i+3) == kDayWord {
			r.offset += int32(p.val(i + 3))
			return r, i + 4
		}
		r.told = true
		if !p.closesClause(i + 3) {
			return r, i
		}
		return r, i + 3
	case p.is(i, "the") && p.kind(i+1) == kUnit && (p.is(i+2, "before") && p.is(i+3, "last") || p.is(i+2, "after") && p.is(i+3, "next")) && !plural(p.text(i+1)):
		r.unit, r.offset, r.weekend = int8(p.val(i+1)), 2, p.val(i+1) == unitWeekend
		if p.is(i+3, "last") {
			r.offset = -2
		}
		return r, i + 4
	case p.is(i, "the") && p.kind(i+1) == kUnit && p.val(i+1) != unitDay && p.isAny(i+2, "before after") && p.closesClause(i+3) && !plural(p.text(i+1)):
		r.unit, r.told, r.offset = int8(p.val(i+1)), true, 1
		if p.is(i+2, "before") {
			r.offset = -1
		}
		r.amount = 10
		return r, i + 3
	}
	return r, i
}

// tailDeictic adds a part of day or clock to "yesterday".
func (p *parser) tailDeictic(r reading, j int) (reading, int) {
	if p.kind(j) == kPart {
		r.part = int8(p.val(j))
		return r, j + 1
	}
	k := p.skip(p.comma(j), "at")
	if c, e := p.clock(k); e > k && (k > j || p.kind(j) != kNumber || c.zone != 0) {
		return withClock(r, c), e
	}
	return r, j
}

// shiftPhrase reads "last week", "the next day", "this past July", "that same
// year", "late last year", "earlier this month".
func (p *parser) shiftPhrase(i int) (reading, int) {
	r := reading{form: formOffset}
	j := p.shiftLead(i, &r)
	lead := j > i
	if lead && p.kind(j) == kDayWord && j == i+1 && !p.isAny(i, "start end beginning close opening outset") {
		d, e := p.deicticPhrase(j)
		d.mod = r.mod
		return d, e
	}
	the := p.is(j, "the")
	if the {
		j++
	}
	shift, k := p.shiftWords(j, the)
	if k == j {
		// "later in the year"
		if u, e := p.unitAt(j); the && lead && e > j && u >= unitDay && !plural(p.text(j)) && p.isAny(i+1, "in on") {
			r.unit, r.shift, r.told = int8(u), shiftSame, true
			return r, e
		}
		return r, i
	}
	r.shift = int8(shift)
	r.told = shift == shiftPrev || shift == shiftFoll || shift == shiftSame
	if p.kind(k) == kEdge && p.kind(k+1) == kPart {
		k++
	}
	if (p.kind(k) == kFiscal || p.is(k, "calendar")) && p.kind(k+1) == kUnit {
		r.fiscal = p.kind(k) == kFiscal
		k++
	}
	d, e := p.shifted(k, r, the)
	if e == k {
		return r, i
	}
	return d, e
}

// shiftLead skips "late", "earlier in" before what is shifted and keeps in r
// which edge of it is meant.
func (p *parser) shiftLead(i int, r *reading) int {
	if p.kind(i) == kEdge && p.val(i) != modMid {
		r.mod = int8(p.val(i))
	} else if !p.isAny(i, "earlier later") { // "earlier this month" is not its beginning, just before now
		return i
	}
	return p.skip(i+1, "on in")
}

// shiftWords reads "last", "that same", "this very", "this past"; the tells
// that "the" stands before them.
func (p *parser) shiftWords(i int, the bool) (shift, end int) {
	if p.is(i, "that") {
		if the {
			return noShift, i
		}
		return shiftSame, p.skip(p.skip(i+1, "very"), "same")
	}
	if p.kind(i) != kShift {
		return noShift, i
	}
	shift, end = p.val(i), i+1
	if shift == shiftThis && p.kind(end) == kShift {
		switch p.val(end) {
		case shiftPast, shiftLast:
			shift = shiftPast
		case shiftNext:
			shift = shiftNext
		}
		end++
	} else if p.is(i, "this") {
		end = p.skip(end, "very")
	}
	switch {
	case the && shift == shiftThis && p.is(end-1, "this"):
		return noShift, i
	case the && shift == shiftNext && !p.isAny(end-1, "coming upcoming"):
		shift = shiftFoll
	}
	return shift, end
}

// shifted reads at token i what r shifts: a unit, a part of day, a date without
// its year. It returns i if nothing there can be shifted so.
func (p *parser) shifted(i int, r reading, the bool) (reading, int) {
	switch p.kind(i) {
	case kUnit:
		return p.shiftedUnit(i, r, the)
	case kPart:
		r.unit, r.part = unitDay, int8(p.val(i))
		if r.shift == shiftPast || r.shift == shiftLast && r.part != partNight && r.part != partEvening {
			return r, i
		}
		return r, i + 1
	case kWeekday, kMonth:
		if !p.capital(i) || p.kind(i) == kMonth && r.shift == shiftSame {
			return r, i
		}
		d, e := p.date(i)
		if e == i || d.year != 0 || d.shift != 0 {
			return r, i
		}
		d.shift, d.told, d.mod = r.shift, r.told, r.mod
		return p.tail(d, e)
	case kSeason:
		r.form, r.season = formCalendar, int8(p.val(i))
		return r, i + 1
	case kHoliday:
		d, e := p.holidayDate(i)
		d.shift, d.told, d.mod = r.shift, r.told, r.mod
		return d, e
	}
	return r, i
}

// shiftedUnit reads the unit of "last week", "the next day", "the last week of
// August"; it returns i where the words are a length ("the past year").
func (p *parser) shiftedUnit(i int, r reading, the bool) (reading, int) {
	u, shift := p.val(i), int(r.shift)
	switch {
	case plural(p.text(i)) || u == unitSecond || u == unitMinute || u == unitHour:
		return r, i
	case shift == shiftPast && (the && u != unitWeekend || u >= unitDecade && u <= unitCentury):
		return r, i
	case the && u == unitDecade && p.isAny(i-1, "next last coming"):
		return r, i
	case p.tight(i+1, '-'):
		return r, i
	}
	r.unit = int8(u)
	if u == unitDay {
		if shift == shiftLast || shift == shiftPast || shift == shiftThis && !p.is(i-1, "this") {
			return r, i
		}
		return p.tailDeictic(r, i+1)
	}
	if u == unitWeekend {
		r.weekend, r.unit = true, unitWeek
	}
	if d, e := p.lastOf(shift, u, i+1); e > i+1 {
		return d, e
	}
	return r, i + 1
}

// lastOf reads the rest of "the last week of August": the end of that month,
// whatever its last week is counted from.
func (p *parser) lastOf(shift, unit, i int) (reading, int) {
	if shift != shiftLast || unit > unitMonth || !p.is(i, "of") {
		return reading{}, i
	}
	d, e := p.date(i + 1)
	if e == i+1 || d.form != formCalendar || d.day > 0 || d.weekday > 0 || d.month == 0 && !d.bareYear() || unit == unitMonth && d.month > 0 {
		return reading{}, i
	}
	d.mod = modEnd
	return d, e
}

// weekendPhrase reads "the weekend": the one just past, or the one to come.
func (p *parser) weekendPhrase(i int) (reading, int) {
	j := p.skip(i, "the")
	if j == i || !p.is(j, "weekend") || !p.isAny(i-1, "over during at for on of before after by this through until till since") {
		return reading{}, i
	}
	r := reading{form: formOffset, unit: unitWeek, weekend: true, shift: shiftPast}
	if p.direction(i, j+1) == tenseFuture {
		r.shift = shiftThis
	}
	return r, j + 1
}

// yearEarlier reads "the year-earlier period", "the year-ago quarter", "the same
// month last year", "the corresponding period of the previous year".
func (p *parser) yearEarlier(i int) (reading, int) {
	j := p.skip(i, "the a")
	r := reading{form: formOffset, unit: unitYear, offset: -1, amount: 10, alike: true}
	if p.isAny(j, "same corresponding comparable") && p.isAny(j+1, "period quarter month week half day time") {
		k := p.skip(j+2, "of in the")
		k = p.skip(k, "the")
		if y, e := p.year(k); e > k && k > j+2 {
			y.set(&r) // "the same quarter of 2017"
			return r, e
		}
		for _, year := range [...]string{"last year", "previous year", "prior year", "a year ago", "a year earlier", "a year before", "year earlier"} {
			if e := p.run(k, year); e > k {
				return r, e
			}
		}
		return reading{}, i
	}
	if !p.is(j, "year") || !p.punct(j+1, '-') || !p.isAny(j+2, "earlier ago") {
		return reading{}, i
	}
	e := p.skip(j+3, "period quarter month week half")
	r.alike = e > j+3
	return r, e
}
