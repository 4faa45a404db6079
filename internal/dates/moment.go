package dates

import (
	"strconv"
	"time"
)

// A moment is a place on the calendar, as precise as it is known. Years are
// astronomical: 1 BC is 0.
type moment struct {
	prec    Precision
	year    int
	month   int
	day     int
	season  int
	quarter int
	half    int
	fiscal  bool
	monday  time.Time // of a week
	weekend bool
	part    int
	clock   bool
	hour    int
	minute  int
	second  int
	hasSec  bool
	zone    int // 1 + index of zones
	offset  int // minutes east of UTC, if fixed
	fixed   bool
	noYear  bool // month and day without a year
	dayless bool // a day of a known month, unknown which
}

func momentOf(t time.Time) moment {
	return moment{prec: Day, year: t.Year(), month: int(t.Month()), day: t.Day()}
}

// setDay moves m to the day of t and leaves its precision and time of day.
func (m *moment) setDay(t time.Time) {
	m.year, m.month, m.day = t.Year(), int(t.Month()), t.Day()
}

// setWeek makes m the week in which t lies.
func (m *moment) setWeek(t time.Time) {
	m.prec, m.monday = Week, monday(t)
	m.setDay(m.monday)
}

// date is the first day of m.
func (m *moment) date() time.Time {
	lo, _ := m.bounds()
	return civil(lo.Year(), int(lo.Month()), lo.Day())
}

// known reports whether m has a place on the calendar.
func (m *moment) known() bool { return m.prec != NoPrecision && !m.noYear }

// bounds are the first moment of m and the first no longer in it.
func (m *moment) bounds() (lo, hi time.Time) {
	from, months := m.month, 0 // of a month and what is longer
	switch m.prec {
	case Century:
		from, months = 1, 1200
	case Decade:
		from, months = 1, 120
	case Year:
		from, months = 1, 12
	case Season:
		switch {
		case m.quarter > 0:
			from, months = 3*m.quarter-2, 3
		case m.half > 0:
			from, months = 6*m.half-5, 6
		case m.season == winter:
			// The winter named by a year may be the one that ends or the one that begins in it.
			from, months = 0, 15
		default:
			from, months = 3*m.season, 3
		}
	case Month:
		months = 1
	case Week:
		if m.weekend {
			return m.monday.AddDate(0, 0, 5), m.monday.AddDate(0, 0, 7)
		}
		return m.monday, m.monday.AddDate(0, 0, 7)
	case Day:
		return civil(m.year, m.month, m.day), civil(m.year, m.month, m.day+1)
	case PartOfDay:
		day := civil(m.year, m.month, m.day)
		h := partHours[m.part]
		return day.Add(time.Duration(h[0]) * time.Hour), day.Add(time.Duration(h[1]) * time.Hour)
	case Minute:
		t := time.Date(m.year, time.Month(m.month), m.day, m.hour, m.minute, m.second, 0, time.UTC)
		if m.hasSec {
			return t, t.Add(time.Second)
		}
		return t, t.Add(time.Minute)
	default:
		return time.Time{}, time.Time{}
	}
	return civil(m.year, from, 1), civil(m.year, from+months, 1)
}

const winter = 4

// partHours are the hours a part of the day spans, from midnight; the night
// runs into the next day.
var partHours = [...][2]int{
	partMorning: {5, 12}, partMidday: {11, 14}, partAfternoon: {12, 18}, partEvening: {17, 24},
	partNight: {18, 30}, partDaytime: {6, 18}, partUnknown: {0, 24},
}

var partCodes = [...]string{partMorning: "TMO", partMidday: "TMI", partAfternoon: "TAF", partEvening: "TEV", partNight: "TNI", partDaytime: "TDT", partUnknown: "TXX"}

var seasonCodes = [...]string{1: "SP", 2: "SU", 3: "FA", 4: "WI"}

// add writes s. (Called, not written out: an append is a hundred bytes of wasm.)
func add(b []byte, s string) []byte { return append(b, s...) }

// put writes a mark and then n with at least width digits.
func put(b []byte, mark byte, n, width int) []byte { return pad(append(b, mark), n, width) }

// pad writes n with at least width digits.
func pad(b []byte, n, width int) []byte {
	for w, lim := width-1, pow10(width-1); w > 0 && n < lim; w, lim = w-1, lim/10 {
		b = append(b, '0')
	}
	return strconv.AppendInt(b, int64(n), 10)
}

func pow10(n int) int {
	p := 1
	for range n {
		p *= 10
	}
	return p
}

// timex is the TIMEX3 value of m.
func (m *moment) timex() string {
	b := m.timexYear(make([]byte, 0, 24))
	switch m.prec {
	case Season:
		b = append(b, '-')
		switch {
		case m.quarter > 0:
			b = append(b, 'Q', byte('0'+m.quarter))
		case m.half > 0:
			b = append(b, 'H', byte('0'+m.half))
		default:
			b = add(b, seasonCodes[m.season])
		}
	case Week:
		_, w := m.monday.ISOWeek()
		b = pad(add(b, "-W"), w, 2)
		if m.weekend {
			b = add(b, "-WE")
		}
	case Month:
		b = put(b, '-', m.month, 2)
		if m.dayless {
			b = add(b, "-XX")
		}
	case Day, PartOfDay, Minute:
		b = put(b, '-', m.month, 2)
		b = put(b, '-', m.day, 2)
		b = m.timeOfDay(b)
	}
	return string(b)
}

// timexYear appends the year of m as TIMEX3 writes it: "2015", "FY2015", "BC0044",
// of a decade "201".
func (m *moment) timexYear(b []byte) []byte {
	if m.noYear {
		return add(b, "XXXX")
	}
	y := m.year
	if m.prec == Week {
		y, _ = m.monday.ISOWeek()
	} else if y <= 0 && !m.monday.IsZero() {
		y = 1
	}
	years, width := 1, 4 // that one value stands for, and its digits
	switch m.prec {
	case Century:
		years, width = 100, 2
	case Decade:
		years, width = 10, 3
	}
	if y < 0 || y == 0 && years == 1 {
		b = add(b, "BC")
		y = 1 - (y + years - 1) // a BC decade counts down to its last year
	}
	if m.fiscal {
		b = add(b, "FY")
	}
	return pad(b, y/years, width)
}

// timeOfDay appends "TEV" or "T11:00".
func (m *moment) timeOfDay(b []byte) []byte {
	switch {
	case m.clock:
		b = put(b, 'T', m.hour, 2)
		b = put(b, ':', m.minute, 2)
		if m.hasSec {
			b = put(b, ':', m.second, 2)
		}
		if m.zone == 1 {
			b = append(b, 'Z')
		}
	case m.part > 0:
		b = add(b, partCodes[m.part])
	}
	return b
}

// edtf is m in ISO 8601-2; a week is an interval there.
func (m *moment) edtf() string {
	b := make([]byte, 0, 32)
	if m.prec == Week {
		lo, hi := m.bounds()
		b = appendDay(b, lo)
		return string(appendDay(append(b, '/'), hi.AddDate(0, 0, -1)))
	}
	if m.prec == Season && m.season == winter && m.quarter == 0 && m.half == 0 {
		return string(add(appendYear(b, m.year), "-24"))
	}
	if m.noYear {
		b = add(b, "XXXX")
	} else if m.prec == Century || m.prec == Decade {
		if m.year < 0 {
			lo, hi := m.bounds()
			b = appendYear(b, lo.Year())
			return string(appendYear(append(b, '/'), hi.Year()-1))
		}
		if m.prec == Century {
			return string(add(pad(b, m.year/100, 2), "XX"))
		}
		return string(append(pad(b, m.year/10, 3), 'X'))
	} else {
		b = appendYear(b, m.year)
	}
	switch m.prec {
	case Season:
		n := 20 + m.season
		if m.quarter > 0 {
			n = 32 + m.quarter
		} else if m.half > 0 {
			n = 39 + m.half
		}
		b = put(b, '-', n, 2)
	case Month:
		b = put(b, '-', m.month, 2)
	case Day, PartOfDay, Minute:
		b = put(b, '-', m.month, 2)
		b = put(b, '-', m.day, 2)
		if m.clock && !m.noYear {
			b = put(b, 'T', m.hour, 2)
			b = put(b, ':', m.minute, 2)
			b = put(b, ':', m.second, 2)
			b = add(b, m.zoneText())
		}
	}
	return string(b)
}

func appendYear(b []byte, year int) []byte {
	if year < 0 {
		return put(b, '-', -year, 4)
	}
	return pad(b, year, 4)
}

func appendDay(b []byte, t time.Time) []byte {
	b = appendYear(b, t.Year())
	b = put(b, '-', int(t.Month()), 2)
	return put(b, '-', t.Day(), 2)
}

// zoneText is "+03:00", or "" if the offset is not known.
func (m *moment) zoneText() string {
	if !m.fixed {
		return ""
	}
	n, sign := m.offset, byte('+')
	if n < 0 {
		n, sign = -n, '-'
	}
	b := pad([]byte{sign}, n/60, 2)
	return string(put(b, ':', n%60, 2))
}

// settleZone fills in the offset of the zone named, if it held in that year.
func (m *moment) settleZone() {
	if m.zone == 0 || !m.clock {
		return
	}
	if z := zones[m.zone-1]; !z.unknown && m.year >= int(z.since) {
		m.fixed, m.offset = true, int(z.minutes)
	}
}

// value renders m.
func (m *moment) value() Value {
	v := Value{TIMEX3: m.timex(), Precision: m.prec}
	if m.prec == NoPrecision {
		return v
	}
	v.EDTF = m.edtf()
	if m.noYear {
		v.Precision = NoPrecision
		return v
	}
	v.Earliest, v.Latest = m.bounds()
	if m.clock && m.fixed {
		v.Zone = m.zoneText()
		v.UTC = v.Earliest.Add(-time.Duration(m.offset) * time.Minute)
	}
	return v
}
