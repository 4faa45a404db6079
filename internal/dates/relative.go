package dates

// maxCount bounds what is counted in units of time.
const maxCount = 99999

// number reads a whole or fractional count: "three", "twenty-five", "2.5",
// "two and a half", "a", "half a".
func (p *parser) number(i int) (quantity, int) {
	switch p.kind(i) {
	case kNumber, kAmount:
		if p.toks[i].digits > 4 || p.val(i) > maxCount {
			return vague, i
		}
		return p.andHalf(quantity(p.val(i)*10), i+1)
	case kDecimal:
		return quantity(p.val(i)), i + 1
	case kCardinal, kHundred:
		n, j := p.cardinal(i)
		return p.andHalf(quantity(n*10), j)
	case kVague:
		j := i + 1
		return vague, j
	case kHalf:
		j := i + 1
		j = p.hyphen(j)
		if p.isAny(j, "a", "an") {
			return 5, j + 1
		}
		if p.kind(j) == kUnit {
			return 5, j
		}
	case kArticle:
		if p.is(i, "the") {
			break
		}
		switch {
		case p.kind(i+1) == kVague && p.is(i+1, "few"):
			return vague, i + 2
		case p.is(i+1, "couple"):
			return 20, p.skip(i+2, "of")
		case p.is(i+1, "dozen"):
			return 120, i + 2
		case p.kind(i+1) == kHundred:
			return quantity(p.val(i+1) * 10), i + 2
		case p.kind(i+1) == kHalf && (p.kind(i+2) == kUnit || p.punct(i+2, '-')):
			return 5, p.hyphen(i + 2)
		case p.kind(i+1) == kUnit:
			return 10, i + 1
		}
	case kFunc:
		switch {
		case p.is(i, "dozen"):
			return 120, i + 1
		case p.is(i, "couple"):
			return 20, p.skip(i+1, "of")
		case p.is(i, "dozens") && p.is(i+1, "of"):
			return vague, i + 2
		}
	}
	return vague, i
}

// andHalf adds "and a half", "-and-a-half", "1/2".
func (p *parser) andHalf(q quantity, j int) (quantity, int) {
	k := p.hyphen(j)
	if p.is(k, "and") {
		k = p.hyphen(k + 1)
		if p.is(k, "a") {
			k = p.hyphen(k + 1)
		}
		if p.kind(k) == kHalf {
			return q + 5, k + 1
		}
	}
	if p.kind(j) == kNumber && p.val(j) == 1 && p.punct(j+1, '/') && p.kind(j+2) == kNumber && p.val(j+2) == 2 {
		return q + 5, j + 3
	}
	return q, j
}

// cardinal reads "twenty-five", "one hundred and twenty".
func (p *parser) cardinal(i int) (n, j int) {
	j = i
	for {
		switch p.kind(j) {
		case kCardinal:
			if j > i && n%100 != 0 && !(n%10 == 0 && p.val(j) < 10) {
				return n, j
			}
			n += p.val(j)
		case kHundred:
			n = max(n, 1) * p.val(j)
			if n > 9999 {
				return n, j + 1
			}
			if p.is(j+1, "and") && p.kind(j+2) == kCardinal {
				j++
			}
		default:
			return n, j
		}
		j++
		if p.punct(j, '-') && p.joined(j) && p.kind(j+1) == kCardinal && p.joined(j+1) && n%10 == 0 && n%100 != 0 {
			j++
		}
	}
}

// approx reads what qualifies a duration: "about", "more than", "at least",
// "just under".
func (p *parser) approx(i int) (mod int8, j int) {
	j = i
	if p.isAny(i, "just", "only") && p.isAny(i+1, "over", "under", "about", "more", "less") {
		j++
	}
	switch {
	case p.kind(j) == kApprox:
		return int8(p.val(j)), j + 1
	case p.is(j, "more") && p.is(j+1, "than"):
		return modMore, j + 2
	case p.isAny(j, "less", "fewer") && p.is(j+1, "than"):
		return modLess, j + 2
	case p.is(j, "over") && p.counts(j+1):
		return modMore, j + 1
	case p.is(j, "under"):
		return modLess, j + 1
	case p.is(j, "at") && p.is(j+1, "least"):
		return modEqualMore, j + 2
	case p.is(j, "at") && p.is(j+1, "most"):
		return modEqualLess, j + 2
	case p.is(j, "as") && (p.is(j+1, "many") || p.is(j+1, "long") || p.is(j+1, "much")) && p.is(j+2, "as"):
		return modEqualLess, j + 3
	case p.is(j, "up") && p.is(j+1, "to"):
		return modEqualLess, j + 2
	case p.is(j, "close") && p.is(j+1, "to"):
		return modApprox, j + 2
	}
	return 0, j
}

// counts reports whether a number stands at i, so that "over" before it means
// more than and not during.
func (p *parser) counts(i int) bool {
	switch p.kind(i) {
	case kNumber, kAmount, kDecimal, kCardinal, kHundred:
		return true
	}
	return p.isAny(i, "a", "an", "half")
}

// unitAt reads a unit; "second" counts as one only after a number or "a".
func (p *parser) unitAt(i int) (unit, j int) {
	if p.kind(i) == kUnit {
		return p.val(i), i + 1
	}
	switch {
	case p.is(i, "second") && (p.kind(i-1) == kNumber || p.kind(i-1) == kCardinal || p.punct(i-1, '-')):
		return unitSecond, i + 1
	case p.is(i, "night") && (p.kind(i-1) == kCardinal || p.kind(i-1) == kNumber):
		return unitNight, i + 1
	}
	return 0, i
}

// durationPhrase reads a length of time and, if "ago" or "later" follows, the
// date it leads to.
func (p *parser) durationPhrase(i int) (reading, int) {
	r := reading{form: formDuration}
	mod, j := p.approx(i)
	r.mod = mod
	if p.is(j, "a") && p.kind(j+1) == kVague && p.is(j+1, "few") {
		// "a few": the article is part of the number.
	} else if p.isAny(j, "the", "its", "his", "their", "her", "these", "those") {
		j++
	}
	if p.kind(j) == kShift && (p.kind(j+1) != kUnit || p.bareSpan(i, j)) {
		r.shift = int8(p.val(j))
		j++
	} else if p.kind(j) == kOrdinal && p.is(j, "first") && p.kind(j+1) != kUnit {
		r.shift = shiftFirst
		j++
	} else if p.is(j, "another") {
		j++
	}
	q, k := p.number(j)
	if k == j && (r.shift == shiftPast || p.bareSpan(i, j-1)) && p.kind(k) == kUnit {
		q = 10
		if plural(p.text(k)) {
			q = vague
		}
	} else if k == j {
		return p.bareUnits(i, j, r)
	}
	k = p.skip(k, "more", "full", "consecutive", "straight", "long", "additional", "further", "whole", "bloody", "successive", "previous", "other", "entire", "brutal")
	if p.is(k, "of") && p.kind(k-1) != kVague {
		k++
	}
	hyphenated := false
	if h := p.hyphen(k); h > k {
		k, hyphenated = h, true
	}
	unit, e := p.unitAt(k)
	if e == k || unit == unitQuarter && (q == 10 && !hyphenated || p.is(e, "of") || hyphenated && plural(p.text(k))) {
		return reading{}, i
	}
	if unit == unitWeekend {
		return reading{}, i
	}
	if !plural(p.text(k)) && q == vague && !hyphenated {
		return reading{}, i
	}
	if j > i && p.kind(j-1) == kArticle && q != vague && (hyphenated || p.punct(e, '-') && p.is(e+1, "long")) {
		return reading{}, i // the article belongs to the noun: "a two-year deal"
	}
	r.amount, r.unit = q, int8(unit)
	// "an hour and a half", "a year and a half"
	if q != vague {
		r.amount, e = p.andHalf(q, e)
	}
	if h := p.hyphen(e); h > e && p.isAny(h, "old", "olds") && p.joined(h) {
		return r, h + 1 // "two-year-old"
	}
	if h := p.hyphen(e); h > e && p.is(h, "long") && p.joined(h) {
		if p.kind(j) == kArticle {
			return reading{}, i // "a month-long siege"
		}
		e = h + 1
	} else if p.is(e, "long") {
		e++
	} else if p.is(e, "old") && p.kind(j) != kArticle {
		return r, e + 1
	}
	if p.isAny(i-1, "in", "within") && r.shift == noShift {
		if t := p.apostrophe(e); p.is(t, "time") {
			r.form, r.offset = formOffset, 1 // "in two years' time"
			return r, t + 1
		}
	}
	if p.punct(e, '\'') && p.joined(e) && plural(p.text(e-1)) {
		return p.later(r, e)
	}
	if r.shift == shiftSame {
		r.shift = noShift
	}
	l, le := p.later(r, e)
	if l.form == formDuration && j == i && p.isAny(i, "a", "an") && (p.rateBefore(i) || p.isAny(le, "job", "trip", "care", "school", "shift", "off")) {
		return reading{}, i // "barrels a day" is a rate, "a day job" no length
	}
	return l, le
}

// apostrophe skips the genitive of the word before i: "years'", "year's".
func (p *parser) apostrophe(i int) int {
	if p.punct(i, '\'') && p.joined(i) {
		return p.skip(i+1, "s")
	}
	return i
}

// bareSpan reports whether "past", "last", "next" before a bare unit counts a
// length ("the past year") rather than names a unit ("last year").
func (p *parser) bareSpan(i, j int) bool {
	if p.kind(j) != kShift || p.kind(j+1) != kUnit || !p.is(j-1, "the") {
		return false
	}
	return p.val(j) == shiftPast || p.val(j+1) == unitDecade && p.isAny(j, "next", "last", "coming") || plural(p.text(j+1)) && p.isAny(j, "next", "coming")
}

// bareUnits reads a plural without a number: "for weeks", "years ago",
// "months-long".
func (p *parser) bareUnits(i, j int, r reading) (reading, int) {
	unit, e := p.unitAt(j)
	if e == j || unit == unitWeekend {
		return reading{}, i
	}
	h := p.hyphen(e)
	long := h > e && p.is(h, "long") && p.joined(h)
	r.amount, r.unit = vague, int8(unit)
	if long && j > i && p.kind(j-1) == kArticle {
		return reading{}, i
	}
	if long {
		if !plural(p.text(j)) {
			r.amount = 10
		}
		return r, h + 1
	}
	if !plural(p.text(j)) || r.shift != 0 && j > i+1 && r.shift != shiftPast && r.shift != shiftNext {
		return reading{}, i
	}
	if l, le := p.later(r, e); le > e && j == i {
		return l, le
	}
	if j == i+1 && p.is(i, "the") && p.isAny(i-1, "over", "through", "down") && unit >= unitYear {
		return r, e // "over the years"
	}
	if j > i || !p.isAny(i-1, "for", "in", "within", "after", "took", "lasted", "of", "over", "take", "by", "last") || p.is(e, "of") && !p.is(i-1, "for") && !p.is(i-1, "after") {
		return reading{}, i
	}
	return r, e
}

func plural(word string) bool { return len(word) > 1 && word[len(word)-1]|0x20 == 's' }

// later reads "ago", "earlier", "later", "from now" after a duration.
func (p *parser) later(r reading, e int) (reading, int) {
	if r.shift != 0 {
		return r, e
	}
	toward := int32(0)
	j := e + 1
	switch {
	case p.is(e, "from") && p.is(e+1, "now"):
		toward, j = 1, e+2
	case p.punct(e, '-') && p.joined(e) && p.kind(e+1) == kLater && p.val(e+1) == laterAgo:
		toward, j = -1, e+2
	case p.kind(e) != kLater:
		return r, e
	default:
		switch p.val(e) {
		case laterAgo:
			toward = -1
		case laterHence:
			toward = 1
		case laterEarlier:
			toward, r.told = -1, true
			if p.is(e, "before") && !p.closesClause(j) {
				return undo(r, e)
			}
		case laterLater:
			toward, r.told = 1, true
			if p.is(e, "after") && !p.closesClause(j) {
				return undo(r, e)
			}
		}
		if p.is(j, "than") {
			r.told = true
		}
	}
	r.form, r.offset = formOffset, toward
	return r, j
}

func undo(r reading, e int) (reading, int) {
	r.told = false
	return r, e
}

// closesClause reports whether the clause ends before token i.
func (p *parser) closesClause(i int) bool {
	return p.kind(i) == kBreak || p.punct(i, ',') || p.punct(i, '.') || p.punct(i, ';') || p.punct(i, ')') || p.punct(i, '?') || p.punct(i, '"')
}

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
	case p.is(i, "the") && p.kind(i+1) == kUnit && p.val(i+1) != unitDay && p.isAny(i+2, "before", "after") && p.closesClause(i+3) && !plural(p.text(i+1)):
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
	j := i
	r := reading{form: formOffset}
	lead := p.kind(j) == kEdge && p.val(j) != modMid || p.isAny(j, "earlier", "later")
	if lead {
		// "Earlier this month" is not its beginning, just before now.
		if p.kind(j) == kEdge {
			r.mod = int8(p.val(j))
		}
		j++
		if p.is(j, "on") || p.is(j, "in") {
			j++
		}
		if p.kind(j) == kDayWord && j == i+1 && !p.isAny(i, "start", "end", "beginning", "close", "opening", "outset") {
			d, e := p.deicticPhrase(j)
			d.mod = r.mod
			return d, e
		}
	}
	the := p.is(j, "the")
	if the {
		j++
	}
	shift := noShift
	switch {
	case p.is(j, "that"):
		shift = shiftSame
		if the {
			return r, i
		}
		j++
		j = p.skip(j, "very")
		if p.is(j, "same") {
			j++
		}
	case p.kind(j) == kShift:
		shift = p.val(j)
		if shift == shiftThis && p.kind(j+1) == kShift {
			j++
			if p.val(j) == shiftPast || p.val(j) == shiftLast {
				shift = shiftPast
			} else if p.val(j) == shiftNext {
				shift = shiftNext
			}
		} else if p.is(j, "this") && p.is(j+1, "very") {
			j++
		}
		j++
	case the && lead:
		// "later in the year"
		if u, e := p.unitAt(j); e > j && u >= unitDay && !plural(p.text(j)) && p.isAny(i+1, "in", "on") {
			r.unit, r.shift, r.told = int8(u), shiftSame, true
			return r, e
		}
		return r, i
	default:
		return r, i
	}
	if the && (shift == shiftNext || shift == shiftThis && p.is(j-1, "this")) {
		if shift == shiftThis {
			return r, i
		}
		if !p.isAny(j-1, "coming", "upcoming") {
			shift = shiftFoll
		}
	}
	r.shift = int8(shift)
	r.told = shift == shiftPrev || shift == shiftFoll || shift == shiftSame
	if p.kind(j) == kEdge && p.kind(j+1) == kPart {
		j++
	}
	fiscal := false
	if (p.kind(j) == kFiscal || p.is(j, "calendar")) && p.kind(j+1) == kUnit {
		fiscal = p.kind(j) == kFiscal
		j++
	}
	switch p.kind(j) {
	case kUnit:
		u := p.val(j)
		if plural(p.text(j)) || u == unitSecond || u == unitMinute || u == unitHour {
			return r, i
		}
		if shift == shiftPast && (the || u >= unitDecade && u <= unitCentury) || the && u == unitDecade && p.isAny(j-1, "next", "last", "coming") {
			return r, i // a length
		}
		r.unit, r.fiscal = int8(u), fiscal
		if p.punct(j+1, '-') && p.joined(j+1) {
			return r, i
		}
		if u == unitDay {
			if shift == shiftLast || shift == shiftPast || shift == shiftThis && !p.is(j-1, "this") {
				return r, i
			}
			return p.tailDeictic(r, j+1)
		}
		if u == unitWeekend {
			r.weekend, r.unit = true, unitWeek
		}
		if d, e := p.lastOf(shift, u, j+1); e > j+1 {
			return d, e
		}
		return r, j + 1
	case kPart:
		if shift == shiftPast {
			return r, i
		}
		r.unit, r.part = unitDay, int8(p.val(j))
		if shift == shiftLast && r.part != partNight && r.part != partEvening {
			return r, i
		}
		return r, j + 1
	case kWeekday, kMonth:
		if !p.capital(j) || p.kind(j) == kMonth && shift == shiftSame {
			return r, i
		}
		d, e := p.date(j)
		if e == j || d.year != 0 || d.shift != 0 {
			return r, i
		}
		m := r.mod
		d.shift, d.told, d.mod = r.shift, r.told, m
		return p.tail(d, e)
	case kSeason:
		r.form, r.season = formCalendar, int8(p.val(j))
		return r, j + 1
	case kHoliday:
		d, e := p.holidayDate(j)
		if e == j {
			return r, i
		}
		d.shift, d.told, d.mod = r.shift, r.told, r.mod
		return d, e
	}
	return r, i
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

// unitsEnd reads "year-end", "month's end".
func (p *parser) unitsEnd(i int) (reading, int) {
	if u := p.kind(i); u != kUnit || p.val(i) < unitWeek || p.val(i) == unitFortnight || p.isAny(i-1, "the", "a") {
		return reading{}, i
	}
	j := p.apostrophe(i + 1)
	if j == i+1 {
		j = p.hyphen(j)
	}
	if j == i+1 || !p.is(j, "end") || plural(p.text(i)) {
		return reading{}, i
	}
	return reading{form: formOffset, unit: int8(p.val(i)), shift: shiftSame, told: true, mod: modEnd}, j + 1
}

// weekendPhrase reads "the weekend": the one just past, or the one to come.
func (p *parser) weekendPhrase(i int) (reading, int) {
	j := p.skip(i, "the")
	if j == i || !p.is(j, "weekend") || !p.isAny(i-1, "over", "during", "at", "for", "on", "of", "before", "after", "by", "this") {
		return reading{}, i
	}
	r := reading{form: formOffset, unit: unitWeek, weekend: true, shift: shiftPast}
	if p.direction(i, j+1) == tenseFuture {
		r.shift = shiftThis
	}
	return r, j + 1
}

// partOfMonth reads "the first week of October", "the final days of 1999", "the
// second half of the 1990s": no finer than what is named, with the part as mod.
func (p *parser) partOfMonth(i int) (reading, int) {
	j := p.skip(i, "the")
	mod := int8(0)
	switch {
	case p.isAny(j, "first", "opening"):
		mod = modStart
	case p.isAny(j, "final", "closing"):
		mod = modEnd
	case p.is(j, "second") && p.kind(j+1) == kHalf:
		mod = modEnd
	case p.isAny(j, "second", "third") && p.is(j+1, "week"):
		mod = modMid
	default:
		return reading{}, i
	}
	k := j + 1
	if !p.isAny(k, "week", "weeks", "days", "weekend", "half", "part", "months", "years") || !p.is(k+1, "of") {
		return reading{}, i
	}
	d, e := p.date(k + 2)
	if e == k+2 || d.form != formCalendar || d.day > 0 || d.weekday > 0 || d.month == 0 && !d.decade && !d.bareYear() || d.bareYear() && p.kind(k) == kHalf {
		return reading{}, i
	}
	d.mod = mod
	return d, e
}

// yearEarlier reads "the year-earlier period", "the year-ago quarter".
func (p *parser) yearEarlier(i int) (reading, int) {
	j := p.skip(i, "the", "a")
	if !p.is(j, "year") || !p.punct(j+1, '-') || !p.isAny(j+2, "earlier", "ago") {
		return reading{}, i
	}
	return reading{form: formOffset, unit: unitYear, offset: -1, amount: 10}, p.skip(j+3, "period", "quarter", "month", "week", "half")
}

// edgePhrase reads "early October", "the end of March", "mid-September",
// "the beginning of the year", "the rest of 496".
func (p *parser) edgePhrase(i int) (reading, int) {
	if r, j := p.unitsEnd(i); j > i {
		return r, j
	}
	j := p.skip(i, "the")
	j = p.skip(j, "very")
	mod := noMod
	switch {
	case p.kind(j) == kEdge:
		mod = p.val(j)
		k := j + 1
		if p.is(j, "latter") || p.is(j, "early") || p.is(j, "late") || p.is(j, "middle") {
			if p.isAny(k, "part", "half", "days", "years", "months", "stages") && p.is(k+1, "of") {
				k++
			}
		}
		if mod == modMid {
			k = p.hyphen(k)
		}
		if p.is(k, "of") || p.is(k, "in") && p.isAny(j, "early", "late") {
			k++
			j = k
			break
		}
		if p.punct(k, '-') && p.joined(k) && p.isAny(j, "early", "late") { // "mid-to-late June"
			k++
			if p.is(k, "to") {
				k = p.hyphen(k + 1)
				if p.kind(k) == kEdge {
					k++
				}
			}
		}
		if p.is(k, "to") && p.kind(p.hyphen(k+1)) == kEdge {
			k = p.hyphen(k+1) + 1
		}
		if p.isAny(j, "start", "end", "beginning", "close", "opening", "outset", "middle") {
			return reading{}, i
		}
		if j > i && p.is(j-1, "very") {
			return reading{}, i
		}
		j = k
	case p.is(j, "rest") && p.is(j+1, "of"):
		mod, j = modEnd, j+2
	case p.kind(j) == kApprox && !p.is(j, "some") && !p.is(j, "nearly") && !p.is(j, "almost"):
		mod = modApprox
		j++
		if p.punct(j, '.') && p.joined(j) {
			j++
		}
	default:
		return reading{}, i
	}
	r, e := p.date(j)
	if e == j {
		r, e = p.shiftPhrase(j)
		if e > j && p.is(j-1, "the") {
			return reading{}, i
		}
	}
	if e == j && p.is(j, "the") {
		if u, ue := p.unitAt(j + 1); ue > j+1 && u >= unitDay && !plural(p.text(j+1)) {
			r, e = reading{form: formOffset, unit: int8(u), shift: shiftSame, told: true}, ue
		}
	}
	if e == j || r.clock || mod == modApprox && r.day == 0 && r.month == 0 && r.year == 0 {
		return reading{}, i
	}
	if r.mod == 0 {
		r.mod = int8(mod)
	}
	if r.weekday > 0 && r.day == 0 || r.day > 0 {
		return p.tail(r, e)
	}
	return r, e
}

// partPhrase reads "the evening of October 25", "the early morning hours of 30
// April", "the afternoon", "that night" without its "that".
func (p *parser) partPhrase(i int) (reading, int) {
	the := p.is(i, "the")
	j := p.skip(i, "the")
	mod := int8(0)
	if p.kind(j) == kEdge && (p.kind(j+1) == kPart || p.is(j+1, "in") || p.is(j+1, "on")) {
		mod = int8(p.val(j))
		j = p.skip(j+1, "in")
		j = p.skip(j, "on")
		j = p.skip(j, "the")
	}
	if p.kind(j) != kPart || plural(p.text(j)) {
		return reading{}, i
	}
	part := int8(p.val(j))
	j++
	k := p.skip(j, "hours")
	if p.is(k, "of") || p.is(k, "on") {
		k++
	}
	if k > j {
		d, e := p.date(k)
		if e > k && (d.hasDay() || d.weekday > 0) {
			d.part, d.mod = part, mod
			return d, e
		}
		if p.is(k, "the") || p.is(k, "that") {
			if d, e := p.shiftPhrase(k); e > k && d.unit == unitDay {
				d.part = part
				return d, e
			}
		}
	}
	r := reading{form: formOffset, unit: unitDay, part: part, told: true, shift: shiftSame, mod: mod}
	switch {
	case the && !p.is(j, "of") && p.closes(j) && p.isAny(i-1, "in", "during", "by", "of", "for"):
		return r, j
	case !the && mod == 0 && (p.isAny(i-1, "at", "by", "one") || p.is(i, "overnight")) && (part == partNight || part == partDaytime || part == partMorning):
		r.shift = noShift
		r.form = formCalendar
		r.told = false
		return r, j
	}
	return reading{}, i
}

// setPhrase reads "daily", "every Monday", "each year", "per month", "twice a
// week".
func (p *parser) setPhrase(i int) (reading, int) {
	r := reading{form: formSet, amount: 10}
	switch p.kind(i) {
	case kSetWord:
		if p.capital(i) && !p.toks[i].line && !p.punct(i-1, '"') && !p.punct(i-1, '.') {
			return r, i // the name of a paper
		}
		if p.capital(i) && p.capital(i+1) {
			return r, i
		}
		if p.is(i, "annual") && (p.isAny(i-1, "its", "his", "her", "their", "our") || p.is(i-1, "s") && p.punct(i-2, '\'')) {
			return r, i // "the company's annual conference" is one event, not a rate
		}
		r.unit = int8(p.val(i))
		return r, i + 1
	case kEvery:
		j := i + 1
		if p.val(i) == eachEvery {
			if p.is(j, "other") {
				r.amount = 20
				j++
			} else if q, k := p.number(j); k > j && q > 0 {
				r.amount, j = q, k
			}
		}
		if p.kind(j) == kWeekday && p.capital(j) {
			r.weekday, r.unit = int8(p.val(j)), unitWeek
			return r, j + 1
		}
		if p.kind(j) == kPart && p.val(i) == eachEvery {
			r.part, r.unit = int8(p.val(j)), unitDay
			return r, j + 1
		}
		if p.kind(j) == kMonth && p.capital(j) && p.val(i) == eachEvery {
			r.month, r.unit = int8(p.val(j)), unitYear
			return r, j + 1
		}
		if p.kind(j) == kSeason && p.val(i) == eachEvery {
			r.season, r.unit = int8(p.val(j)), unitYear
			return r, j + 1
		}
		if u, e := p.unitAt(j); e > j {
			r.unit = int8(u)
			return r, e
		}
	case kFunc, kCardinal, kNumber:
		j := i + 1
		if !p.isAny(i, "once", "twice") {
			if !p.is(j, "times") || p.kind(i) == kFunc {
				return r, i
			}
			j++
		}
		if h := p.hyphen(j); p.kind(h) == kSetWord && !p.is(h, "annual") {
			r.unit = int8(p.val(h))
			return r, h + 1
		}
		if p.isAny(j, "a", "an") || p.kind(j) == kEvery {
			if u, e := p.unitAt(j + 1); e > j+1 {
				r.unit = int8(u)
				return r, e
			}
		}
	case kArticle:
		// "$5 a day", "15 a year": a rate.
		if p.is(i, "the") {
			return r, i
		}
		if u, e := p.unitAt(i + 1); e > i+1 && u >= unitHour && !plural(p.text(i+1)) && p.rateBefore(i) {
			r.unit = int8(u)
			return r, e
		}
	}
	return r, i
}

// rateBefore reports whether an amount stands right before token i, or one noun
// before it: "15 a year", "two million barrels a day".
func (p *parser) rateBefore(i int) bool {
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		switch p.kind(j) {
		case kNumber, kAmount, kDecimal, kHundred, kCardinal:
			return true
		case kWord, kUnit:
		default:
			return p.punct(j, '%')
		}
	}
	return false
}

// refPhrase reads what points to past, present or future without a date.
func (p *parser) refPhrase(i int) (reading, int) {
	r := reading{form: formRef}
	end := i
	switch {
	case p.kind(i) == kRef:
		r.ref = int8(p.val(i))
		end = i + 1
		switch {
		case p.is(i, "recent"):
			// "recent years"; alone it is an adjective like any other.
			if p.kind(i+1) != kUnit {
				return r, i
			}
			end = i + 2
		case p.is(i, "future"):
			if !p.isAny(i-1, "the", "in", "near", "foreseeable") {
				return r, i
			}
		case p.is(i, "now"):
			if p.punct(i+1, '-') && p.joined(i+1) {
				return r, i
			}
		}
	case p.is(i, "right") && p.is(i+1, "now"), p.is(i, "just") && p.is(i+1, "now"):
		r.ref, end = refPresent, i+2
	case p.is(i, "more") && p.is(i+1, "recently"), p.is(i, "most") && p.is(i+1, "recently"):
		r.ref, end = refPast, i+2
	case p.is(i, "to") && p.is(i+1, "date") && p.closesClause(i+2):
		r.ref, end = refPresent, i+2
	case p.isAny(i, "present", "modern") && (p.is(i+1, "day") || p.punct(i+1, '-') && p.is(i+2, "day")):
		r.ref, end = refPresent, p.hyphen(i+1)+1
	case p.is(i, "long") && p.is(i+1, "ago"):
		r.ref, end = refPast, i+2
	case p.is(i, "not") && p.is(i+1, "long") && p.is(i+2, "ago"), p.is(i, "so") && p.is(i+1, "long") && p.is(i+2, "ago"):
		r.ref, end = refPast, i+3
	case p.is(i, "a") && p.is(i+1, "long") && p.is(i+2, "time") && p.is(i+3, "ago"):
		r.ref, end = refPast, i+4
	case p.is(i, "these") && p.is(i+1, "days"):
		r.ref, end = refPresent, i+2
	case p.is(i, "the") && p.is(i+1, "past") && !p.phraseFollows(i+2):
		if p.isAny(i-1, "in", "of", "from", "than") {
			r.ref, end = refPast, i+2
		}
	case p.is(i, "the") && p.isAny(i+1, "near", "future", "foreseeable"):
		r.ref = refFuture
		j := p.skip(i+1, "near", "foreseeable")
		if p.is(j, "future") {
			end = j + 1
		}
	case p.is(i, "the") && p.is(i+1, "moment") && p.is(i-1, "at"):
		r.ref, end = refPresent, i+2
	case p.is(i, "the") && p.is(i+1, "time") && p.is(i+2, "being"):
		r.ref, end = refPresent, i+3
	case p.is(i, "once"):
		return r, i
	}
	return r, end
}

// phraseFollows reports whether a unit or number follows "the past".
func (p *parser) phraseFollows(i int) bool {
	switch p.kind(i) {
	case kUnit, kNumber, kCardinal, kVague, kMonth, kSeason, kWeekday, kWord, kHalf, kPart:
		return true
	}
	return false
}
