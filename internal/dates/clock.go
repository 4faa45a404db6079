package dates

// clock reads a time of day: "12:00", "3 p.m.", "18:00 UTC", "1530 GMT",
// "noon", "11:00 Moscow time".
func (p *parser) clock(i int) (reading, int) {
	r := reading{form: formCalendar, clock: true}
	if p.kind(i) == kClockWord {
		r.hour = int8(p.val(i))
		if p.among(i-1, 1<<kNumber|1<<kCardinal) {
			return r, i
		}
		return p.zoneAfter(r, i+1)
	}
	j := p.hourMinute(i, &r)
	if j == i {
		return r, i
	}
	if p.is(j, "o'clock") {
		j++
	}
	if p.kind(j) == kMeridiem && r.hour <= 12 {
		r.hour = r.hour%12 + int8(p.val(j))
		j++
	}
	j = p.skip(j, "hrs hours")
	if p.is(j, "in") && p.is(j+1, "the") && p.kind(j+2) == kPart {
		if pt := p.val(j + 2); (pt == partAfternoon || pt == partEvening) && r.hour < 12 {
			r.hour += 12
		}
		j += 3
	}
	return p.zoneAfter(r, j)
}

// hourMinute reads the number of a clock into r where what stands around it
// makes it one: "12:00", "1530" before "GMT", "3" before "p.m.", "half past
// seven".
func (p *parser) hourMinute(i int, r *reading) int {
	switch p.kind(i) {
	case kNumber:
		n, digits := p.val(i), p.toks[i].digits
		switch {
		case digits <= 2 && p.tight(i+1, ':') && p.glued(i+2, kNumber) && p.toks[i+2].digits == 2:
			if n > 24 || p.val(i+2) > 59 {
				return i
			}
			r.hour, r.minute = int8(n), int8(p.val(i+2))
			if p.tight(i+3, ':') && p.glued(i+4, kNumber) && p.toks[i+4].digits == 2 && p.val(i+4) <= 60 {
				r.second, r.hasSec = int8(min(p.val(i+4), 59)), true
				return i + 5
			}
			return i + 3
		case digits == 4 && n%100 < 60 && n < 2400 && (p.kind(i+1) == kZone && !zones[p.val(i+1)].time || p.is(i+1, "hrs") || p.is(i+1, "hours") && n < 1000):
			r.hour, r.minute = int8(n/100), int8(n%100)
			return i + 1
		case digits <= 2 && n <= 12 && n > 0 && (p.kind(i+1) == kMeridiem || p.is(i+1, "o'clock")):
			r.hour = int8(n)
			return i + 1
		}
	case kDecimal: // "3.30 p.m."
		w := p.text(i)
		if p.kind(i+1) != kMeridiem || len(w) < 4 || len(w) > 5 || w[len(w)-3] != '.' {
			return i
		}
		hour, minute := p.val(i)/10, int(w[len(w)-2]-'0')*10+int(w[len(w)-1]-'0')
		if hour > 12 || minute > 59 {
			return i
		}
		r.hour, r.minute = int8(hour), int8(minute)
		return i + 1
	case kHalf:
		if !p.is(i+1, "past") || p.kind(i+2) != kCardinal || p.val(i+2) < 1 || p.val(i+2) > 12 {
			return i
		}
		r.hour, r.minute = int8(p.val(i+2)), 30 // "half past seven"
		return i + 3
	case kCardinal:
		if p.val(i) < 1 || p.val(i) > 12 || p.kind(i+1) != kMeridiem && !p.is(i+1, "o'clock") {
			return i
		}
		r.hour = int8(p.val(i))
		return i + 1
	}
	return i
}

// clockAt reports whether a clock time stands at i.
func (p *parser) clockAt(i int) bool {
	_, e := p.clock(i)
	return e > i
}

// zoneAfter reads "GMT", "Moscow time", "local time", "(EST)" after a clock.
func (p *parser) zoneAfter(r reading, j int) (reading, int) {
	if p.is(j, "z") && p.joined(j) {
		r.zone = 1
		return r, j + 1
	}
	k := j
	open := p.punct(k, '(')
	if open {
		k++
	}
	end := 0
	switch {
	case p.is(k, "local") && p.is(k+1, "time"):
		r.local = true
		end = k + 2
	case p.named(k, kZone):
		z := zones[p.val(k)]
		e := k + 1
		if p.kind(e) == kWord && p.isAny(e, "standard daylight") {
			e++
		}
		if p.is(e, "time") {
			e++
		} else if z.time || z.unknown && !p.toks[k].upper {
			break
		}
		r.zone = int8(1 + p.val(k))
		end = e
		if r.zone == 1 && e == k+1 {
			if east, oe := p.zoneOffset(e); oe > e {
				r.zone, r.fixed, r.east, end = 0, true, int16(east), oe
			}
		}
	case p.named(k, kWord) && p.is(k+1, "time"):
		end = k + 2 // a place whose offset is not known
	case p.named(k, kWord) && p.named(k+1, kWord) && p.is(k+2, "time"):
		end = k + 3
	}
	switch {
	case end == 0:
		return r, j
	case open && p.punct(end, ')') && p.kind(k) == kZone && (end == k+1 || r.fixed):
		return r, end + 1
	case open:
		r.local, r.zone = false, 0
		return r, j
	}
	return r, end
}

// zoneOffset reads what is written after GMT or UTC: "+8", "-03:30", "+0400".
func (p *parser) zoneOffset(i int) (minutes, end int) {
	plus := p.punct(i, '+')
	if !plus && !p.punct(i, '-') || p.kind(i+1) != kNumber || !p.joined(i+1) {
		return 0, i
	}
	n, end := p.val(i+1), i+2
	switch p.toks[i+1].digits {
	case 1, 2:
		n *= 60
		if p.tight(end, ':') && p.glued(end+1, kNumber) && p.toks[end+1].digits == 2 {
			n += p.val(end + 1)
			end += 2
		}
	case 4:
		n = n/100*60 + n%100
	default:
		return 0, i
	}
	if n > 14*60 {
		return 0, i
	}
	if !plus {
		n = -n
	}
	return n, end
}

// clockPhrase reads a clock and the date that follows it: "midnight on October
// 18", "9:34 p.m., March 19 EST".
func (p *parser) clockPhrase(i int) (reading, int) {
	k := i
	mod := int8(0)
	if p.among(k, 1<<kApprox|1<<kEdge) && p.val(k) != modMid {
		mod = modApprox
		k++
	}
	c, j := p.clock(k)
	if j == k {
		return c, i
	}
	if p.kind(k) == kNumber && p.kind(j-1) == kNumber && !p.clockContext(i, j) {
		return c, i
	}
	c.mod = mod
	if mod != 0 && !p.is(i, "about") && !p.is(i, "around") {
		c.mod = 0
	}
	d := p.comma(j)
	d = p.skip(d, "on of")
	if d == j && p.kind(d) == kPart && !p.is(i, "noon") {
		return c, j
	}
	if p.kind(d) == kDayWord {
		c.form, c.offset, c.unit = formOffset, int32(p.val(d)), unitDay
		if p.is(d, "tonight") && c.hour < 12 && c.hour >= 5 && p.kind(j-1) != kMeridiem {
			c.hour += 12 // "7:30 tonight"
		}
		return c, d + 1
	}
	if p.is(d, "that") && p.is(d+1, "day") {
		c.form, c.unit, c.told, c.shift = formOffset, unitDay, true, shiftSame
		return c, d + 2
	}
	if d > j || p.among(d, 1<<kWeekday|1<<kMonth|1<<kNumber) {
		if r, e := p.date(d); e > d && (r.hasDay() || r.weekday > 0) {
			m := c.mod
			c = withClock(r, c)
			c.mod = m
			if c.zone == 0 {
				c, e = p.zoneAfter(c, e)
			}
			if pt := p.kind(e) == kPart; pt && (p.kind(j-1) == kMeridiem || p.val(e) == partMorning) {
				e++ // "5:30 Thursday morning"
			} else if pt && c.hour < 12 {
				c.hour += 12
				e++
			}
			return c, e
		}
	}
	return c, j
}

// clockContext reports whether digits with a colon are a time of day rather
// than a score or a verse.
func (p *parser) clockContext(i, j int) bool {
	if p.among(i-1, 1<<kWeekday|1<<kMonth|1<<kNumber|1<<kDayWord) {
		return true
	}
	switch {
	case p.isAny(i-1, "at by around about until till from since before after between to than and"):
		return true
	case p.marks(i-1, "(-,"):
		return p.val(i) <= 24 && p.toks[i].digits == 2
	case p.is(j, "on"), p.is(j, "when"):
		return true
	}
	return i == 0 || p.kind(i-1) == kBreak || p.toks[i].line
}
