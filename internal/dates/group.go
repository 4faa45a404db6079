package dates

import "time"

// group numbers the mentions that belong together: the ends of a range, the
// members of a list with one head, the clocks of one moment.
func (p *parser) group(rs []resolved, ms []Mention) {
	next := int32(1)
	join := func(i, j int, each bool) {
		if ms[i].Group == 0 {
			ms[i].Group = next
			next++
		}
		ms[j].Group = ms[i].Group
		ms[i].Each, ms[j].Each = each, each
	}
	for i := 0; i+1 < len(rs); i++ {
		a, b := &rs[i], &rs[i+1]
		switch {
		case p.otherClock(a, b):
			if !sameMoment(a, b) {
				continue
			}
			ms[i].Value, ms[i+1].Value = a.value, b.value
			join(i, i+1, false)
			if i+2 < len(rs) && b.clock && p.dateOfClock(int(b.end), &rs[i+2].reading) {
				join(i, i+2, false)
			}
		case a.needs == needsNext || b.needs == needsPrev:
			c := int(a.end)
			join(i, i+1, !(p.punct(c, '-') || p.is(c, "to") || p.is(c, "through") || p.is(int(a.start)-1, "between")))
		case a.moment.known() && b.moment.known() && p.rangeBetween(a, b) && !a.moment.date().After(b.moment.date()):
			if a.open != 0 {
				a.open = 0
				a.value = a.moment.value()
				ms[i].Value = a.value
			}
			if b.open != 0 {
				b.open = 0
				b.value = b.moment.value()
				ms[i+1].Value = b.value
			}
			join(i, i+1, false)
		}
	}
}

// rangeBetween reports whether the words between a and b make them the two
// ends of one span: "1992-1994", "from May to July", "between 1955 and 1957".
func (p *parser) rangeBetween(a, b *resolved) bool {
	c := int(a.end)
	if int(b.start)-c > 2 {
		return false
	}
	if p.is(c+1, "the") {
		// one article more may stand before the second
	} else if int(b.start)-c != 1 {
		return false
	}
	before := int(a.start) - 1
	switch {
	case p.punct(c, '-'):
		return true
	case p.isAny(c, "to until till through"):
		return !p.is(before, "on") || a.moment.prec <= b.moment.prec // not "was prolonged on 28 May until 2045"
	case p.is(c, "and"):
		return p.is(before, "between") || p.is(before, "the") && p.is(before-1, "between")
	}
	return false
}

// otherClock reports whether b tells the time of a by another clock: "12:00
// local time (11:00 Moscow time)".
func (p *parser) otherClock(a, b *resolved) bool {
	c := int(a.end)
	return a.clock && b.clock && int(b.start) == c+1 && (p.marks(c, "(/") || p.punct(c, ',') && b.zone > 0)
}

// dateOfClock reports whether r is the date that follows a clock: ") on October 10".
func (p *parser) dateOfClock(end int, r *reading) bool {
	if r.form != formCalendar || r.clock || !r.hasDay() && r.weekday == 0 {
		return false
	}
	j := end
	if p.punct(j, ')') {
		j++
	}
	j = p.skip(p.comma(j), "on")
	return j > end && j == int(r.start)
}

// sameMoment checks that two clocks can tell one moment and, where one zone is
// known, works out the other: at most a day apart and whole quarter hours.
func sameMoment(a, b *resolved) bool {
	if a.moment.prec != Minute || b.moment.prec != Minute {
		return false
	}
	if b.moment.fixed && !a.moment.fixed {
		a, b = b, a
	}
	if !a.moment.fixed {
		return false
	}
	wa, _ := a.moment.bounds()
	wb, _ := b.moment.bounds()
	utc := wa.Add(-time.Duration(a.moment.offset) * time.Minute)
	offset := int(wb.Sub(utc) / time.Minute)
	if b.moment.fixed {
		return offset == b.moment.offset
	}
	if offset < -12*60 || offset > 14*60 || offset%15 != 0 {
		return false
	}
	b.moment.fixed, b.moment.offset = true, offset
	b.value = b.moment.value()
	return true
}

// lendDates gives the date that follows a clock, or two clocks, to them:
// "12:00 local time (11:00 Moscow time) on October 10".
func (p *parser) lendDates(rs []reading) {
	for i := 0; i < len(rs); i++ {
		if !rs[i].clockOnly() {
			continue
		}
		j := i + 1
		for j < len(rs) && rs[j].clockOnly() && rs[j].start == rs[j-1].end+1 {
			j++
		}
		if j < len(rs) && p.dateOfClock(int(rs[j-1].end), &rs[j]) {
			for k := i; k < j; k++ {
				d := &rs[j]
				rs[k].year, rs[k].bc, rs[k].month, rs[k].day, rs[k].weekday, rs[k].holiday = d.year, d.bc, d.month, d.day, d.weekday, d.holiday
			}
		}
		i = j - 1 // the clocks of a row end where the first's do
	}
}

// clockOnly reports whether r is a time of day without a day.
func (r *reading) clockOnly() bool {
	return r.form == formCalendar && r.clock && r.day == 0 && r.weekday == 0 && r.holiday == 0
}
