package dates

import "time"

// yearOf finds the year of a month, day, season, quarter or holiday without one.
func (rs *resolver) yearOf(r *reading, sentence int) (year int, anchor string, ok bool) {
	if rs.carries(r, sentence) {
		return rs.carry(r), anchorTold, true
	}
	base, anchor := rs.base(int(r.shift))
	if base.prec == NoPrecision {
		return 0, "", false
	}
	now := base.date()
	y := now.Year()
	if r.weekday > 0 && r.day > 0 && r.month > 0 { // together they fix the year
		for _, c := range [...]int{y, y - 1, y + 1} {
			if validDay(c, int(r.month), int(r.day)) && weekdayOf(c, int(r.month), int(r.day)) == int(r.weekday) {
				return c, anchor, true
			}
		}
	}
	same := r.covers(y, now)
	switch int(r.shift) {
	case shiftLast, shiftPast, shiftPrev:
		// "last December": the one before this month.
		if same || r.inYear(y).After(now) {
			y--
		}
	case shiftNext, shiftFoll:
		if same || r.inYear(y).Before(now) || r.season > 0 && r.inYear(y).Sub(now) < nearDays*24*time.Hour {
			y++ // in May, "next summer" is not the coming one
		}
	case shiftThis, shiftSame:
	default:
		if !same {
			y = rs.yearBeside(r, now)
		}
	}
	return y, anchor, true
}

// carries reports whether r, which has no year, is of the year last told rather
// than of the one around publication.
func (rs *resolver) carries(r *reading, sentence int) bool {
	switch {
	case rs.told.prec == NoPrecision:
		return false
	case rs.p.asOf(int(r.start)) && rs.pub.prec != NoPrecision:
		return false
	case rs.sentence == sentence && rs.p.afterAside(rs.toldEnd) && !rs.narrative:
		return false
	case rs.pub.prec == NoPrecision:
		return true
	case r.shift != noShift:
		return false
	}
	return rs.narrative || rs.sentence == sentence && rs.told.year != rs.pub.year || rs.goesOn(r, sentence)
}

// yearBeside is the year of r in which it lies before or after now, as the verbs
// tell. A verb far off says little; where none stands near it is the nearer
// one: in October, "Dec. 31" is ahead.
func (rs *resolver) yearBeside(r *reading, now time.Time) int {
	start, end := int(r.start), int(r.end)
	future := rs.p.direction(start, end) == tenseFuture && !(r.quarter > 0 && rs.p.isAny(end, "earnings results figures"))
	y := now.Year()
	if !rs.p.governed(start, end) {
		last, next := r.inYear(y-1), r.inYear(y)
		if next.Before(now) {
			last, next = next, r.inYear(y+1)
		}
		ago, ahead := now.Sub(last), next.Sub(now)
		if min(ago, ahead) < nearDays*24*time.Hour {
			future = ahead < ago
		}
	}
	switch {
	case future && rs.p.wasToBe(start):
		// "was due to open on June 12": the plan may lie on either side of now.
		for _, c := range [...]int{y - 1, y + 1} {
			if r.inYear(c).Sub(now).Abs() < r.inYear(y).Sub(now).Abs() {
				y = c
			}
		}
	case future && r.inYear(y).Before(now):
		y++
	case !future && r.inYear(y).After(now):
		y--
	}
	return y
}

// afterAside reports whether a year before token i stood in an aside that the
// main verb follows: "built in 1994, passed its last inspection in October".
func (p *parser) afterAside(i int) bool {
	return p.punct(i, ',') && p.among(i+1, 1<<kWord|1<<kFunc) && p.verb(i+1) == tensePast
}

// nearDays is how far a date without its year may lie from publication to be
// taken for that one rather than for the one on the other side.
const nearDays = 100

// goesOn reports whether r goes on with what the sentence before told of
// another year: "On 29 August 2005 … By September 4".
func (rs *resolver) goesOn(r *reading, sentence int) bool {
	if r.day == 0 || r.month == 0 || r.weekday > 0 || rs.toldIn < sentence-1 || rs.told.prec < Day || rs.told.prec == Week || rs.told.year >= rs.pub.year ||
		rs.p.direction(int(r.start), int(r.end)) == tenseFuture || !validDay(rs.told.year, int(r.month), int(r.day)) {
		return false
	}
	gap := r.inYear(rs.carry(r)).Sub(rs.told.date())
	return gap >= 0 && gap < 60*24*time.Hour
}

// asOf reports whether "as of" stands before token i: the state of things when
// the text was published.
func (p *parser) asOf(i int) bool { return p.is(i-1, "of") && p.is(i-2, "as") }

// inYear is the first day of what r names in a year.
func (r *reading) inYear(year int) time.Time {
	switch {
	case r.holiday > 0:
		m, d := holidays[r.holiday-1].in(year)
		return civil(year, m, d)
	case r.quarter > 0:
		return civil(year, 3*int(r.quarter)-2, 1)
	case r.half > 0:
		return civil(year, 6*int(r.half)-5, 1)
	case r.season > 0:
		if r.season == winter {
			return civil(year-1, 12, 1)
		}
		return civil(year, 3*int(r.season), 1)
	case r.day > 0:
		return civil(year, int(r.month), int(r.day))
	}
	return civil(year, int(r.month), 1)
}

// covers reports whether the day now lies in what r names in that year.
func (r *reading) covers(year int, now time.Time) bool {
	lo := r.inYear(year)
	if now.Before(lo) {
		return false
	}
	switch {
	case r.holiday > 0 || r.day > 0:
		return now.Equal(lo)
	case r.half > 0:
		return now.Before(lo.AddDate(0, 6, 0))
	case r.quarter > 0 || r.season > 0:
		return now.Before(lo.AddDate(0, 3, 0))
	}
	return now.Before(lo.AddDate(0, 1, 0))
}

// carry is the year of r in a narrative: the year told, or the one beside it
// when the story has just crossed the turn of the year.
func (rs *resolver) carry(r *reading) int {
	y := rs.told.year
	month := int(r.month)
	if r.season > 0 {
		if r.season == winter && rs.told.prec >= Season {
			if lo, _ := rs.told.bounds(); int(lo.Month()) >= 8 && lo.Year() == y {
				return y + 1
			}
		}
		return y
	}
	if r.month == 0 || rs.told.prec < Month || rs.told.prec == Week {
		return y
	}
	switch {
	case rs.told.month >= 10 && month <= 2:
		return y + 1
	case rs.told.month <= 2 && month >= 11:
		return y - 1
	}
	return y
}
