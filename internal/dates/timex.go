package dates

import "strconv"

var unitCodes = [...]string{unitSecond: "S", unitMinute: "M", unitHour: "H", unitDay: "D", unitWeekend: "WE", unitWeek: "W", unitMonth: "M", unitQuarter: "Q", unitYear: "Y", unitDecade: "Y", unitCentury: "Y", unitFortnight: "W", unitNight: "D"}

// unitFactors turn units that ISO 8601 has no letter for into those it has.
var unitFactors = [...]quantity{unitFortnight: 2, unitDecade: 10, unitCentury: 100, unitNight: 0}

// length is the TIMEX3 value of a duration: "P2.5Y", "PT30M", "PXW".
func (r *reading) length() string {
	b := append(make([]byte, 0, 8), 'P')
	if int(r.unit) <= unitHour {
		b = append(b, 'T')
	}
	n := r.amount
	if f := unitFactors[r.unit]; f > 0 && n != vague {
		n *= f
	}
	switch {
	case n == vague:
		b = append(b, 'X')
	default:
		b = strconv.AppendInt(b, int64(n/10), 10)
		if n%10 != 0 {
			b = append(b, '.', byte('0'+n%10))
		}
	}
	b = append(b, unitCodes[r.unit]...)
	if r.finer > 0 {
		b = strconv.AppendInt(b, int64(r.finer/10), 10)
		if int(r.unit) == unitMinute {
			b = append(b, 'S')
		} else {
			b = append(b, 'M') // of an hour or a year
		}
	}
	return string(b)
}

// period is the TIMEX3 value of a set: "P1D", "XXXX-WXX-1".
func (r *reading) period() string {
	switch {
	case r.weekday > 0:
		v := "XXXX-WXX-" + string(byte('0'+r.weekday))
		if r.part > 0 {
			v += partCodes[r.part]
		}
		return v
	case r.season > 0:
		return "XXXX-" + seasonCodes[r.season]
	case r.month > 0:
		return "XXXX-" + string(pad(nil, int(r.month), 2))
	case r.part > 0:
		return "XXXX-XX-XX" + partCodes[r.part]
	}
	return r.length()
}

// pattern is the TIMEX3 value of what could not be placed.
func (r *reading) pattern() string {
	m := r.timeOfDay()
	switch {
	case r.clock || r.part > 0:
		return string(m.timeOfDay([]byte("XXXX-XX-XX")))
	case r.weekday > 0:
		return "XXXX-WXX-" + string(byte('0'+r.weekday))
	case r.season > 0:
		return "XXXX-" + seasonCodes[r.season]
	case r.quarter > 0:
		return "XXXX-Q" + string(byte('0'+r.quarter))
	case r.half > 0:
		return "XXXX-H" + string(byte('0'+r.half))
	case r.month > 0:
		return "XXXX-" + string(pad(nil, int(r.month), 2))
	case r.form == formOffset:
		switch int(r.unit) {
		case unitSecond, unitMinute, unitHour:
			return "XXXX-XX-XX" + partCodes[partUnknown]
		case unitWeek, unitWeekend, unitFortnight:
			return "XXXX-WXX"
		case unitMonth:
			return "XXXX-XX"
		case unitYear:
			return "XXXX"
		}
	}
	return "XXXX-XX-XX"
}
