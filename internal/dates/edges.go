package dates

// unitsEnd reads "year-end", "month's end".
func (p *parser) unitsEnd(i int) (reading, int) {
	if u := p.kind(i); u != kUnit || p.val(i) < unitWeek || p.val(i) == unitFortnight || p.isAny(i-1, "the a") {
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

// partOfMonth reads "the first week of October", "the final days of 1999", "the
// second half of the 1990s": no finer than what is named, with the part as mod.
func (p *parser) partOfMonth(i int) (reading, int) {
	j := p.skip(i, "the")
	mod := int8(0)
	switch {
	case p.isAny(j, "first opening"):
		mod = modStart
	case p.isAny(j, "final closing"):
		mod = modEnd
	case p.is(j, "second") && p.kind(j+1) == kHalf:
		mod = modEnd
	case p.isAny(j, "second third") && p.is(j+1, "week"):
		mod = modMid
	default:
		return reading{}, i
	}
	k := j + 1
	if !p.isAny(k, "week weeks days weekend half part months years") || !p.is(k+1, "of") {
		return reading{}, i
	}
	d, e := p.date(k + 2)
	if e == k+2 || d.form != formCalendar || d.day > 0 || d.weekday > 0 || d.month == 0 && !d.decade && !d.century && !d.bareYear() || d.bareYear() && p.kind(k) == kHalf {
		return reading{}, i
	}
	d.mod = mod
	return d, e
}

// nthWeekday reads "the second Tuesday in May", "the last Sunday of each month".
func (p *parser) nthWeekday(i int) (reading, int) {
	j := p.skip(i, "the")
	r := reading{form: formCalendar, nth: -1}
	if p.kind(j) == kOrdinal && p.val(j) <= 4 {
		r.nth = int8(p.val(j))
	} else if !p.is(j, "last") {
		return r, i
	}
	if p.kind(j+1) != kWeekday || !p.capital(j+1) || !p.isAny(j+2, "of in") {
		return r, i
	}
	r.weekday = int8(p.val(j + 1))
	k := j + 3
	if p.isAny(k, "each every") && p.is(k+1, "month") {
		return reading{form: formSet, weekday: r.weekday, unit: unitMonth, amount: 10}, k + 2
	}
	d, e := p.date(k)
	if e == k || d.form != formCalendar || d.month == 0 || d.day > 0 {
		return r, i
	}
	d.nth, d.weekday = r.nth, r.weekday
	return d, e
}

// weekOf reads "the week of March 2".
func (p *parser) weekOf(i int) (reading, int) {
	j := p.skip(i, "the")
	if !p.is(j, "week") || !p.is(j+1, "of") {
		return reading{}, i
	}
	d, e := p.date(j + 2)
	if e == j+2 || d.form != formCalendar || d.day == 0 || d.month == 0 {
		return reading{}, i
	}
	d.ofWeek = true
	return d, e
}

// edgePhrase reads "early October", "the end of March", "mid-September",
// "the beginning of the year", "the rest of 496".
func (p *parser) edgePhrase(i int) (reading, int) {
	if r, j := p.unitsEnd(i); j > i {
		return r, j
	}
	if r, j := p.weekOf(i); j > i {
		return r, j
	}
	mod, j := p.edge(i)
	if j == i {
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
		k := j + 1
		fiscal := p.kind(k) == kFiscal
		if fiscal {
			k++
		}
		if u, ue := p.unitAt(k); ue > k && u >= unitDay && !plural(p.text(k)) {
			r, e = reading{form: formOffset, unit: int8(u), shift: shiftSame, told: !fiscal, fiscal: fiscal}, ue
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

// edge reads which part of a date is meant, or that it is meant roughly: "the
// end of", "mid-to-late", "about".
func (p *parser) edge(i int) (mod, end int) {
	j := p.skip(i, "the")
	j = p.skip(j, "very")
	switch {
	case p.is(j, "rest") && p.is(j+1, "of"):
		return modEnd, j + 2
	case p.kind(j) == kApprox && !p.isAny(j, "some nearly almost"):
		if p.tight(j+1, '.') {
			return modApprox, j + 2
		}
		return modApprox, j + 1
	case p.kind(j) != kEdge:
		return noMod, i
	}
	mod = p.val(j)
	k := j + 1
	if p.isAny(j, "latter early late middle") && p.isAny(k, "part half days years months stages") && p.is(k+1, "of") {
		k++
	}
	if mod == modMid {
		k = p.hyphen(k)
	}
	if p.is(k, "of") || p.is(k, "in") && p.isAny(j, "early late") {
		return mod, k + 1
	}
	if p.tight(k, '-') && p.isAny(j, "early late") { // "mid-to-late June"
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
	if m := p.hyphen(k); p.is(j, "end") && j == i && (p.named(m, kMonth) || p.clearYear(m)) {
		k = m // "end-March", "end 2013"
	} else if p.isAny(j, "start end beginning close opening outset middle") {
		return noMod, i
	}
	if j > i && p.is(j-1, "very") {
		return noMod, i
	}
	return mod, k
}

// clearYear reports whether token i is a year of four digits and no measure.
func (p *parser) clearYear(i int) bool {
	_, e := p.year(i)
	return e == i+1 && p.closes(e) && p.plausibleYear(i)
}

// partPhrase reads "the evening of October 25", "the early morning hours of 30
// April", "the afternoon", "that night" without its "that".
func (p *parser) partPhrase(i int) (reading, int) {
	part, mod, j, the := p.partWords(i)
	if j == i {
		return reading{}, i
	}
	if p.isAny(j, "before after") && the && mod == 0 && p.closesClause(j+1) {
		r := reading{form: formOffset, unit: unitDay, part: part, told: true, offset: 1}
		if p.is(j, "before") {
			r.offset = -1
		}
		return r, j + 1
	}
	if d, e := p.date(j); p.kind(j) == kWeekday && e > j && d.form == formCalendar {
		d.part, d.mod = part, mod // "midday Wednesday"
		return d, e
	}
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
	if r, ok := p.partAlone(i, j, the, reading{form: formOffset, unit: unitDay, part: part, told: true, shift: shiftSame, mod: mod}); ok {
		return r, j
	}
	return reading{}, i
}

// partWords reads the part of day itself: "the early morning", "late in the
// evening", "the small hours"; the tells that an article stands before it, or is
// understood ("by mid-morning").
func (p *parser) partWords(i int) (part, mod int8, end int, the bool) {
	the = p.is(i, "the")
	j := p.skip(i, "the")
	if p.kind(j) == kEdge && (p.kind(j+1) == kPart || p.is(j+1, "in") || p.is(j+1, "on")) {
		mod = int8(p.val(j))
		j = p.skip(j+1, "in")
		j = p.skip(j, "on")
		j = p.skip(j, "the")
	}
	if p.is(j, "mid") && p.kind(p.hyphen(j+1)) == kPart {
		mod, j = modMid, p.hyphen(j+1)
		the = the || p.is(i-1, "by") || p.is(i-1, "in")
	}
	switch {
	case the && p.isAny(j, "early small wee") && p.is(j+1, "hours") && p.isAny(j+2, "of on"):
		return partMorning, modStart, j + 1, the // "the early hours of Sunday"
	case p.kind(j) != kPart || plural(p.text(j)):
		return 0, 0, i, the
	}
	return int8(p.val(j)), mod, j + 1, the
}

// partAlone reports whether the part of day in tokens [i, j) stands for itself,
// without a date, and which day's it is; r is that of the day told last.
func (p *parser) partAlone(i, j int, the bool, r reading) (reading, bool) {
	closes := p.closes(j)
	switch {
	case the && !p.is(j, "of") && closes && p.isAny(i-1, "in during by of for"):
		return r, true
	case !the && r.mod != 0 && closes && p.isAny(i-1, "by until till since in during"):
		return r, true // "by late afternoon"
	case !the && p.is(i, "overnight") && closes:
		night := reading{form: formOffset, unit: unitDay, part: partNight, offset: -1} // the one just past
		if p.direction(i, j) == tenseFuture {
			night.offset = 0
		}
		return night, true
	case !the && r.mod == 0 && p.isAny(i-1, "at by one") && (r.part == partNight || r.part == partDaytime || r.part == partMorning):
		r.form, r.shift, r.told = formCalendar, noShift, false
		return r, true
	}
	return r, false
}
