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
	j := p.skip(i, "the")
	j = p.skip(j, "very")
	mod := noMod
	switch {
	case p.kind(j) == kEdge:
		mod = p.val(j)
		k := j + 1
		if p.is(j, "latter") || p.is(j, "early") || p.is(j, "late") || p.is(j, "middle") {
			if p.isAny(k, "part half days years months stages") && p.is(k+1, "of") {
				k++
			}
		}
		if mod == modMid {
			k = p.hyphen(k)
		}
		if p.is(k, "of") || p.is(k, "in") && p.isAny(j, "early late") {
			k++
			j = k
			break
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
		if p.tight(j, '.') {
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

// clearYear reports whether token i is a year of four digits and no measure.
func (p *parser) clearYear(i int) bool {
	_, e := p.year(i)
	return e == i+1 && p.closes(e) && p.plausibleYear(i)
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
	if p.is(j, "mid") && p.kind(p.hyphen(j+1)) == kPart {
		mod, j = modMid, p.hyphen(j+1)
		the = the || p.is(i-1, "by") || p.is(i-1, "in")
	}
	part := int8(0)
	switch {
	case the && p.isAny(j, "early small wee") && p.is(j+1, "hours") && p.isAny(j+2, "of on"):
		part, mod = partMorning, modStart // "the early hours of Sunday"
		j++
	case p.kind(j) != kPart || plural(p.text(j)):
		return reading{}, i
	default:
		part = int8(p.val(j))
		j++
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
	r := reading{form: formOffset, unit: unitDay, part: part, told: true, shift: shiftSame, mod: mod}
	switch {
	case the && !p.is(j, "of") && p.closes(j) && p.isAny(i-1, "in during by of for"):
		return r, j
	case !the && mod != 0 && p.closes(j) && p.isAny(i-1, "by until till since in during"):
		return r, j // "by late afternoon"
	case !the && p.is(i, "overnight") && p.closes(j):
		night := reading{form: formOffset, unit: unitDay, part: partNight, offset: -1} // the one just past
		if p.direction(i, j) == tenseFuture {
			night.offset = 0
		}
		return night, j
	case !the && mod == 0 && p.isAny(i-1, "at by one") && (part == partNight || part == partDaytime || part == partMorning):
		r.shift = noShift
		r.form = formCalendar
		r.told = false
		return r, j
	}
	return reading{}, i
}
