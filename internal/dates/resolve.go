package dates

import "time"

// Anchors, as Mention.Anchor names them.
const (
	anchorPublished = "published"
	anchorTold      = "last day told"
	anchorSibling   = "sibling"
)

// resolver turns readings into values, in the order of the text.
type resolver struct {
	p         *parser
	pub       moment // of publication; unknown if there is none
	narrative bool   // the text tells a history: it carries its own year along
	told      moment // the last date told
	toldBC    bool
	sentence  int // the sentence of the last date with a year of its own
	toldIn    int
	toldEnd   int    // the token after it
	late      bool   // it was "late on Monday" or "on Monday evening"
	heading   moment // the last day told in the title or on a line of its own
}

// resolved is a reading with its place on the calendar.
type resolved struct {
	reading
	moment moment
	typ    Type
	value  Value
	anchor string
}

// resolve places one reading; sentence numbers the sentence it stands in.
func (rs *resolver) resolve(r reading, sentence int) resolved {
	out := resolved{reading: r, typ: Date}
	switch r.form {
	case formDuration:
		out.typ = Duration
		out.value.TIMEX3 = r.length()
	case formSet:
		out.typ = Set
		out.value.TIMEX3 = r.period()
	case formRef:
		out.value.TIMEX3 = refNames[r.ref]
	case formOffset:
		out.moment, out.anchor = rs.offset(&r, &out)
	case formCalendar:
		out.moment, out.anchor = rs.calendar(&r, sentence)
	}
	if out.moment.prec != NoPrecision {
		m := &out.moment
		m.settleZone()
		if y := m.year; y > 9999 || y < -9998 {
			out.moment, out.value.TIMEX3 = moment{}, "XXXX"
		} else {
			out.value = m.value()
			rs.remember(&out, sentence)
		}
	} else if out.value.TIMEX3 == "" {
		out.value.TIMEX3 = r.pattern()
	}
	if r.lent && out.anchor == "" && out.moment.known() {
		out.anchor = anchorSibling
	}
	if r.part > 0 && r.form != formSet || r.clock || out.moment.part > 0 {
		out.typ = Time
	}
	out.value.Mod = modNames[r.mod]
	if m := &out.moment; r.mod == modMid && m.prec == Year && m.known() && m.year > 0 && !m.fiscal {
		out.value.EDTF += "-38" // the second of three parts, May to August
		out.value.Earliest, out.value.Latest = civil(m.year, 5, 1), civil(m.year, 9, 1)
	}
	rs.qualify(&out)
	return out
}

// qualify marks what is approximate or open in EDTF.
func (rs *resolver) qualify(out *resolved) {
	v := &out.value
	if v.EDTF == "" || !v.OnCalendar() {
		return
	}
	v.Limit = limits[out.open]
	if out.mod == modApprox || out.form == formOffset && out.offset != 0 && out.amount != 0 && int(out.unit) >= unitWeek || out.mod == modMore || out.mod == modLess {
		if v.Precision <= Day && v.Precision != Week {
			v.EDTF += "~"
		}
	}
	if v.Precision == Week || out.moment.year < 0 && v.Precision <= Decade {
		return
	}
	switch out.open {
	case openSince:
		v.EDTF += "/.."
		v.Latest = time.Time{}
	case openUntil:
		v.EDTF = "../" + v.EDTF
		v.Earliest = time.Time{}
	}
}

const (
	openSince = 1 + iota
	openUntil
	openBefore
	openBy
	openAfter
)

// limits are the words of Value.Limit.
var limits = [...]string{openBefore: "before", openBy: "by", openAfter: "after"}

var refNames = [...]string{refPast: "PAST_REF", refPresent: "PRESENT_REF", refFuture: "FUTURE_REF"}

// remember keeps the date for what follows.
func (rs *resolver) remember(out *resolved, sentence int) {
	m := out.moment
	if !m.known() || rs.p.colophon(int(out.start)) {
		return
	}
	if m.prec < Decade || out.form == formOffset && !out.told && rs.narrative {
		return
	}
	if m.prec == Decade {
		return
	}
	if m.prec == Year && rs.told.year == m.year && rs.told.prec > Year && rs.toldIn == sentence {
		return
	}
	if rs.narrative && rs.told.prec >= Month && rs.passing(out) {
		return
	}
	if out.year != 0 {
		rs.sentence = sentence
		rs.toldBC = out.bc
	}
	rs.told, rs.toldIn, rs.toldEnd = m, sentence, int(out.end)
	if from, to := rs.p.lineOf(int(out.start)); m.prec == Day && (from == 0 || from == int(out.start) && to == int(out.end)) {
		rs.heading = m
	}
	if !m.clock {
		start := int(out.start)
		rs.late = m.part == partEvening || m.part == partNight || rs.p.is(start-2, "late") && rs.p.is(start-1, "on") || rs.p.is(start-1, "late") || rs.p.is(start, "late")
	}
}

// colophon reports whether token i, near the top, stands in a line that says when
// the page was written: "Posted on Monday, last updated 00:15 on Tuesday".
//
//go:noinline
func (p *parser) colophon(i int) bool {
	if i > 80 {
		return false
	}
	from, _ := p.lineOf(i)
	return p.isAny(from, "published posted updated")
}

// passing reports whether a history mentions out in passing and does not move
// on to it: another year in mid-sentence, a season, a look back.
func (rs *resolver) passing(out *resolved) bool {
	m := &out.moment
	switch {
	case out.form == formOffset:
		return out.offset < 0 && int(out.unit) >= unitMonth
	case out.season > 0:
		return out.year == 0
	case out.year == 0 || m.year == rs.told.year:
		return false
	case out.bareYear() || m.year < rs.told.year:
		return rs.p.aside(int(out.start))
	}
	return false
}

// aside reports whether a year at token i is mentioned in passing, so that a
// history does not move on to it: what opens a sentence or a line does.
func (p *parser) aside(i int) bool {
	for j := i - 1; j >= i-3; j-- {
		if j < 0 || p.sentenceEnds(j) || p.toks[j+1].line {
			return false
		}
	}
	return true
}

// timeOfDay is the part of day or clock that r names, without its date.
func (r *reading) timeOfDay() moment {
	return moment{
		part: int(r.part), clock: r.clock, hour: int(r.hour), minute: int(r.minute), second: int(r.second), hasSec: r.hasSec,
		zone: int(r.zone), fixed: r.fixed, offset: int(r.east),
	}
}

// calendar completes a calendar date.
func (rs *resolver) calendar(r *reading, sentence int) (moment, string) {
	m := r.timeOfDay()
	m.prec, m.fiscal = r.precision(), r.fiscal
	m.month, m.day, m.season, m.quarter, m.half = int(r.month), int(r.day), int(r.season), int(r.quarter), int(r.half)
	anchor := ""
	switch {
	case r.year != 0:
		m.year = rs.writtenYear(r)
	case r.ofUnit == 1+unitWeek:
		return rs.weekday(r, m)
	case r.ofUnit != 0:
		base, a := rs.base(int(r.shift))
		if base.prec == NoPrecision {
			return moment{}, ""
		}
		m.year, anchor = base.year+step(int(r.shift)), a
	case r.month == 0 && r.weekday > 0 && r.day == 0:
		return rs.weekday(r, m)
	case r.month == 0 && r.day > 0 && r.weekday > 0:
		return rs.weekdayAndDay(r, m)
	case r.month == 0 && r.day > 0:
		if rs.told.prec == NoPrecision && rs.pub.prec >= Day {
			return rs.dayOfMonth(r, m)
		}
		if rs.told.prec < Month || rs.told.prec == Week || !validDay(rs.told.year, rs.told.month, m.day) {
			return moment{}, ""
		}
		m.year, m.month, anchor = rs.told.year, rs.told.month, anchorTold
	case m.prec == NoPrecision || m.month == 0 && r.season == 0 && r.quarter == 0 && r.half == 0 && r.holiday == 0:
		return rs.timeOnly(r, m, sentence)
	default:
		y, a, ok := rs.yearOf(r, sentence)
		if !ok {
			m.noYear = true
			if r.holiday > 0 || r.season > 0 || r.quarter > 0 || r.half > 0 || r.nth != 0 {
				return moment{}, ""
			}
			return m, ""
		}
		m.year, anchor = y, a
	}
	if !m.settleDay(r) {
		return moment{}, ""
	}
	return m, anchor
}

// writtenYear is the year that r names, in astronomical count: of decades and
// centuries the first.
func (rs *resolver) writtenYear(r *reading) int {
	year := int(r.year)
	switch {
	case r.bc && r.decade:
		return 1 - (year + 9)
	case r.bc && r.century:
		return 1 - (year + 100)
	case r.bc, rs.toldBC && r.bareYear() && year < firstYear:
		return 1 - year
	}
	return year
}

// settleDay finds the day in m's year that r names by rule: a holiday, the
// second Tuesday of May, 24:00. It reports whether m is a day that exists.
func (m *moment) settleDay(r *reading) bool {
	if r.holiday > 0 {
		m.month, m.day = holidays[r.holiday-1].in(m.year)
	}
	if r.nth != 0 {
		h := holiday{rule: onWeekday, month: r.month, day: r.weekday, nth: r.nth}
		m.month, m.day = h.in(m.year)
	}
	if m.day > 0 && !validDay(m.year, m.month, m.day) {
		return false
	}
	if r.ofWeek {
		m.prec, m.monday = Week, monday(civil(m.year, m.month, m.day))
	}
	if m.clock && m.hour == 24 {
		m.setDay(civil(m.year, m.month, m.day+1))
		m.hour = 0
	}
	return true
}

// dayOfMonth places "the 29th" of a text that told no day: in the month of
// publication, unless the verbs want the one beside it.
func (rs *resolver) dayOfMonth(r *reading, m moment) (moment, string) {
	n := 0
	switch t := rs.p.direction(int(r.start), int(r.end)); {
	case t == tenseFuture && m.day < rs.pub.day:
		n = 1
	case t == tensePast && m.day > rs.pub.day:
		n = -1
	}
	m.year, m.month = fromOrdinal(ordinalOf(rs.pub.year, rs.pub.month) + n)
	if !validDay(m.year, m.month, m.day) {
		return moment{}, ""
	}
	return m, anchorPublished
}

// weekdayAndDay places "Friday the 14th": in the month of publication or the one
// beside it in which that day is that weekday.
func (rs *resolver) weekdayAndDay(r *reading, m moment) (moment, string) {
	if rs.pub.prec < Month {
		return moment{}, ""
	}
	beside := [...]int{0, -1, 1}
	if rs.p.direction(int(r.start), int(r.end)) == tenseFuture {
		beside = [...]int{0, 1, -1}
	}
	for _, n := range beside {
		m.year, m.month = fromOrdinal(ordinalOf(rs.pub.year, rs.pub.month) + n)
		if validDay(m.year, m.month, m.day) && weekdayOf(m.year, m.month, m.day) == int(r.weekday) {
			return m, anchorPublished
		}
	}
	return moment{}, ""
}

func (r *reading) precision() Precision {
	switch {
	case r.clock:
		return Minute
	case r.part > 0:
		return PartOfDay
	case r.day > 0 || r.holiday > 0 || r.weekday > 0:
		return Day
	case r.month > 0:
		return Month
	case r.season > 0 || r.quarter > 0 || r.half > 0:
		return Season
	case r.century:
		return Century
	case r.decade:
		return Decade
	}
	return Year
}

// onlyWeekday reports whether r is a weekday, without a date, that has its day.
func (r *resolved) onlyWeekday() bool {
	return r.form == formCalendar && r.weekday > 0 && r.reading.day == 0 && r.moment.prec >= Day
}

// follow moves the second weekday of a range behind the first: "Monday to Friday".
func (r *resolved) follow(first *resolved) {
	if m := &r.moment; m.date().Before(first.moment.date()) {
		m.setDay(m.date().AddDate(0, 0, 7))
		r.value = m.value()
		r.value.Mod = modNames[r.mod]
	}
}

// timeOnly places a clock or part of day that names no day.
func (rs *resolver) timeOnly(r *reading, m moment, sentence int) (moment, string) {
	if !m.clock {
		return moment{}, ""
	}
	base, anchor := rs.pub, anchorPublished
	if entry := rs.p.headsEntry(int(r.start)); entry && rs.heading.prec == Day {
		m.year, m.month, m.day = rs.heading.year, rs.heading.month, rs.heading.day
		return m, anchorTold
	} else if rs.told.prec >= Day && !(entry && rs.pub.prec >= Day) && !(rs.pub.prec >= Day && rs.told.date().After(rs.pub.date()) && rs.p.breaks(rs.toldEnd, int(r.start))) {
		base, anchor = rs.told, anchorTold
	}
	if base.prec < Day || base.prec == Week {
		return moment{}, ""
	}
	m.year, m.month, m.day = base.year, base.month, base.day
	if anchor != anchorTold {
		return m, anchor
	}
	k := rs.p.kind(int(r.start))
	switch inSentence := rs.toldIn == sentence; {
	case !inSentence && rs.p.looksBack(int(r.start)):
		return moment{}, ""
	case m.hour >= 12:
	case rs.late && (k == kHalf || k == kCardinal) && rs.p.kind(int(r.end)-1) != kMeridiem && 5 <= m.hour:
		m.hour += 12 // "half past ten" after "late on Monday" is of the evening
	case inSentence && rs.evening(), rs.nightAfter(m.hour, sentence, int(r.start)):
		m.setDay(m.date().AddDate(0, 0, 1)) // "left on Monday evening and was due at 6 a.m."
	}
	return m, anchor
}

// headsEntry reports whether the clock at token i heads an entry of a live page:
// it opens a paragraph, without a preposition. What the entries above it told of
// other days does not move it.
func (p *parser) headsEntry(i int) bool { return i == 0 || p.kind(i-1) == kBreak }

// nightAfter reports whether an hour at token i is of the night after the evening
// that the sentence before told of: "They sat down on Monday evening. The police
// came at 4 a.m." It does not lead past the day of publication.
func (rs *resolver) nightAfter(hour, sentence, i int) bool {
	const ends = 6 // o'clock
	return hour < ends && rs.toldIn == sentence-1 && rs.evening() && !rs.p.breaks(rs.toldEnd, i) &&
		!(rs.pub.prec >= Day && !rs.told.date().Before(rs.pub.date()))
}

// evening reports whether the time told last is in the evening or the night.
func (rs *resolver) evening() bool {
	const begins = 17 // o'clock
	return rs.told.part == partEvening || rs.told.part == partNight || rs.told.clock && rs.told.hour >= begins
}

// looksBack reports whether the sentence has gone back, before token i, to what
// had happened before: "records showed that he had made a call, which ended at
// 5:31". Its clock is not of the day that was told before it.
func (p *parser) looksBack(i int) bool {
	for end := i - clauseReach; i > max(end, 0) && !p.sentenceEnds(i-1); i-- {
		if p.is(i-1, "had") && (p.verb(i) == tensePast || p.verb(i+1) == tensePast && p.isAny(i, "not also already just never")) {
			return true
		}
	}
	return false
}

// breaks reports whether a paragraph ends between tokens i and j.
//
//go:noinline
func (p *parser) breaks(i, j int) bool {
	for ; i < j; i++ {
		if p.kind(i) == kBreak {
			return true
		}
	}
	return false
}

// base is the anchor of a shift.
func (rs *resolver) base(shift int) (moment, string) {
	if shift == shiftPrev || shift == shiftFoll || shift == shiftSame || rs.narrative {
		if rs.told.prec != NoPrecision {
			return rs.told, anchorTold
		}
	}
	return rs.pub, anchorPublished
}

// step is the distance a shift goes.
func step(shift int) int {
	switch shift {
	case shiftLast, shiftPrev, shiftPast:
		return -1
	case shiftNext, shiftFoll:
		return 1
	}
	return 0
}

// weekday places a weekday without a date.
func (rs *resolver) weekday(r *reading, m moment) (moment, string) {
	base, anchor := rs.base(int(r.shift))
	if base.prec < Day && !rs.narrative {
		base, anchor = rs.pub, anchorPublished
	}
	if base.prec < Day {
		return moment{}, ""
	}
	now := base.date()
	if r.ofUnit == 1+unitWeek {
		m.setDay(monday(now).AddDate(0, 0, 7*step(int(r.shift))+int(r.weekday)-1))
		return m, anchor
	}
	ahead := (int(r.weekday) - isoWeekday(now) + 7) % 7 // 0 is today
	switch int(r.shift) {
	case shiftLast, shiftPast, shiftPrev:
		ahead -= 7
	case shiftNext, shiftFoll:
		if ahead <= 2 {
			ahead += 7 // on a Wednesday, "next Thursday" is not tomorrow
		}
	case shiftThis, shiftSame:
		if ahead > 0 && rs.p.direction(int(r.start), int(r.end)) == tensePast {
			ahead -= 7
		}
	default:
		if ahead > 0 && rs.p.direction(int(r.start), int(r.end)) != tenseFuture {
			ahead -= 7
		}
	}
	m.setDay(now.AddDate(0, 0, ahead))
	return m, anchor
}
