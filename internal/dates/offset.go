package dates

import (
	"math"
	"time"
)

// offset places a distance from an anchor.
func (rs *resolver) offset(r *reading, out *resolved) (moment, string) {
	base, anchor := rs.pub, anchorPublished
	told := r.told
	if told && r.shift == shiftSame && !rs.narrative && int(r.unit) >= unitWeek && rs.pub.prec != NoPrecision &&
		rs.p.direction(int(r.start), int(r.end)) == tenseFuture {
		told = false // "by the end of the year it will have doubled": this year
	}
	if (told || rs.narrative && r.shift != noShift && r.shift != shiftThis) && rs.told.prec != NoPrecision {
		base, anchor = rs.told, anchorTold
	}
	if rs.told.prec == PartOfDay && r.part == partNight && r.offset == -1 && rs.p.is(int(r.start), "overnight") {
		m := rs.told // "by Sunday evening …; two died overnight"
		m.part = partNight
		return m, anchorTold
	}
	n := int(r.offset)
	if r.shift == noShift && int(r.unit) <= unitHour && r.amount != 0 {
		out.typ = Time
	}
	if told && n > 0 && rs.p.is(int(r.start)-2, "until") {
		return moment{}, "" // "was empty until, four days later, it broke": later than it was so
	}
	if told && rs.told.prec == NoPrecision && (n > 0 || int(r.shift) == shiftFoll) && rs.p.tense(int(r.start), int(r.end)) == tensePast {
		return moment{}, "" // "six months later, he died": later than what?
	}
	if t := &rs.told; r.alike && (t.prec == Month || t.prec == Season || t.prec == Week) && t.year >= base.year-1 {
		return rs.yearBefore(int(r.year)), anchorTold
	}
	if r.alike && r.year != 0 {
		return moment{prec: Year, year: int(r.year)}, ""
	}
	switch {
	case r.shift != noShift:
		n = step(int(r.shift))
		if r.weekend && r.shift == shiftPast && base.prec >= Day && base.prec != Week && isoWeekday(base.date()) >= 6 {
			n = 0 // "over the weekend", said on a Sunday
		}
	case r.amount == vague:
		if int(r.unit) <= unitHour && base.prec >= Day {
			return someTime(base), anchor
		}
		out.value.TIMEX3 = refNames[refPast]
		if n > 0 {
			out.value.TIMEX3 = refNames[refFuture]
		}
		return moment{}, ""
	case r.amount != 0:
		n *= int(r.amount)
		if n%10 != 0 {
			return rs.halfOffset(r, base, n, anchor)
		}
		n /= 10
	}
	if base.prec == NoPrecision {
		return moment{}, ""
	}
	return rs.shiftBy(r, base, n), anchor
}

// yearBefore is what was told last, a year earlier or in the year given.
func (rs *resolver) yearBefore(year int) moment {
	m := rs.told
	back := 1
	if year != 0 {
		back = m.year - year
	}
	m.year -= back
	if m.prec == Week {
		m.monday = m.monday.AddDate(0, 0, -52*7*back)
	}
	return m
}

// halfOffset places "two and a half years ago" by its months.
func (rs *resolver) halfOffset(r *reading, base moment, tenths int, anchor string) (moment, string) {
	half := *r
	switch int(r.unit) {
	case unitYear:
		half.unit = unitMonth
		return rs.shiftBy(&half, base, tenths*12/10), anchor
	case unitDecade:
		half.unit = unitYear
		return rs.shiftBy(&half, base, tenths), anchor
	case unitCentury:
		half.unit = unitYear
		return rs.shiftBy(&half, base, tenths*10), anchor
	}
	return moment{}, ""
}

// shiftBy moves base by n units and keeps the precision of the unit.
func (rs *resolver) shiftBy(r *reading, base moment, n int) moment {
	if base.prec == NoPrecision || n > math.MaxInt16 || n < -math.MaxInt16 {
		return moment{}
	}
	m := r.timeOfDay()
	dayKnown := base.prec >= Day
	if r.ofDay > 0 && dayKnown && int(r.unit) != unitQuarter {
		if r.ofWeek { // the week whose Monday is nearest
			m.setWeek(monday(base.date()).AddDate(n, 0, 3))
			return m
		}
		return dayAgo(base.date().AddDate(0, 0, int(r.ofDay)-2), int(r.unit), n)
	}
	switch int(r.unit) {
	case unitSecond, unitMinute, unitHour:
		return shiftClock(base, int(r.unit), n)
	case unitDay, unitNight:
		if !dayKnown {
			return someDay(base, n)
		}
		m.setDay(base.date().AddDate(0, 0, n))
		m.prec = Day
		if m.part > 0 {
			m.prec = PartOfDay
		}
		if m.clock {
			m.prec = Minute
		}
	case unitWeek, unitFortnight, unitWeekend:
		if !dayKnown && base.prec != Week {
			return someDay(base, n)
		}
		if int(r.unit) == unitFortnight {
			n *= 2
		}
		start := base.monday
		if dayKnown {
			start = base.date()
		}
		m.setWeek(start.AddDate(0, 0, 7*n))
		m.weekend = r.weekend
	case unitMonth:
		if base.prec < Month || base.prec == Season {
			return moment{}
		}
		m.year, m.month = fromOrdinal(ordinalOf(base.year, base.month) + n)
		m.prec = Month
	case unitQuarter:
		if base.prec < Month && base.quarter == 0 {
			return moment{}
		}
		q := base.quarter
		if q == 0 {
			q = (base.month-1)/3 + 1
		}
		o := base.year*4 + q - 1 + n
		m.year, m.quarter, m.prec, m.fiscal = o>>2, o&3+1, Season, r.fiscal
	case unitYear:
		m.year, m.prec, m.fiscal = base.year+n, Year, r.fiscal
	case unitDecade:
		m.year, m.prec = floorTo(base.year, 10)+10*n, Decade
	case unitCentury:
		m.year, m.prec = floorTo(base.year, 100)+100*n, Century
	}
	return m
}

// shiftClock moves base by n seconds, minutes or hours: exactly if it has a
// clock, else to some time of its day.
func shiftClock(base moment, unit, n int) moment {
	switch {
	case base.prec == Minute && base.clock:
		m := base
		size := [...]time.Duration{unitSecond: time.Second, unitMinute: time.Minute, unitHour: time.Hour}[unit]
		t := time.Date(base.year, time.Month(base.month), base.day, base.hour, base.minute, base.second, 0, time.UTC).Add(time.Duration(n) * size)
		m.setDay(t)
		m.hour, m.minute, m.second = t.Hour(), t.Minute(), t.Second()
		return m
	case base.prec >= Day:
		return someTime(base)
	}
	return moment{}
}

// dayAgo is the day n units from day: "two years ago today".
func dayAgo(day time.Time, unit, n int) moment {
	switch unit {
	case unitWeek:
		return momentOf(day.AddDate(0, 0, 7*n))
	case unitFortnight:
		return momentOf(day.AddDate(0, 0, 14*n))
	case unitMonth:
		return momentOf(day.AddDate(0, n, 0))
	case unitYear:
		return momentOf(day.AddDate(n, 0, 0))
	case unitDecade:
		return momentOf(day.AddDate(10*n, 0, 0))
	case unitCentury:
		return momentOf(day.AddDate(100*n, 0, 0))
	}
	return moment{}
}

// someTime is a time not known of the day that base names.
func someTime(base moment) moment {
	base.prec, base.part, base.clock, base.zone, base.fixed = PartOfDay, partUnknown, false, 0, false
	return base
}

// someDay is a day not known of the month that base names.
func someDay(base moment, n int) moment {
	if n == 0 || base.prec != Month {
		return moment{}
	}
	base.dayless = true
	return base
}

func floorTo(n, size int) int {
	if n%size < 0 {
		return n - n%size - size
	}
	return n - n%size
}
