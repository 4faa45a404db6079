package export

import (
	"strings"
	"time"
)

// A period is what an EDTF date covers.
type period struct {
	first, after time.Time // after is the first day no longer included
	unit         unit
	open         bool // no end is known: after belongs to the first date only
	rough        bool // approximate, uncertain, a choice, or without a beginning

	zone string        // of a clock: "Z" if first is so far east of it, "" if not known
	east time.Duration // 0 without a zone
}

// A unit is how exact an EDTF date is.
type unit uint8

const (
	years unit = iota // years, decades and centuries
	seasons
	months
	days
	clock
)

// parseEDTF reads the dates of ISO 8601-2 that the engine writes: years,
// months, days, clocks, seasons, unspecified figures ("199X"), qualifiers,
// intervals and sets. It reports false for anything else.
func parseEDTF(s string) (period, bool) {
	if inner, ok := enclosed(s); ok {
		first, rest, several := strings.Cut(inner, ",")
		p, ok := parseDate(first)
		if several && ok {
			p.rough = true
			if last, ok := parseDate(rest[strings.LastIndexByte(rest, ',')+1:]); ok && last.after.After(p.after) {
				p.after = last.after
			}
		}
		return p, ok
	}
	from, to, interval := strings.Cut(s, "/")
	if !interval {
		return parseDate(s)
	}
	a, okA := parseDate(from)
	b, okB := parseDate(to)
	switch {
	case okA && okB:
		return period{first: a.first, after: b.after, unit: min(a.unit, b.unit), rough: a.rough || b.rough}, b.after.After(a.first)
	case okA:
		a.open = true
		return a, true
	case okB:
		b.rough = true
		return b, true
	}
	return period{}, false
}

// enclosed returns what stands between the brackets of a set.
func enclosed(s string) (string, bool) {
	if len(s) > 2 && (s[0] == '{' && s[len(s)-1] == '}' || s[0] == '[' && s[len(s)-1] == ']') {
		return s[1 : len(s)-1], true
	}
	return "", false
}

// seasonStart has the first month of the seasons, quarters and halves of ISO
// 8601-2 table 1 by their number, and seasonLength how many months they have.
// The seasons are those of the north.
var (
	seasonStart  = map[string]time.Month{"21": 3, "22": 6, "23": 9, "24": 12, "33": 1, "34": 4, "35": 7, "36": 10, "40": 1, "41": 7}
	seasonLength = map[string]int{"21": 3, "22": 3, "23": 3, "24": 3, "33": 3, "34": 3, "35": 3, "36": 3, "40": 6, "41": 6}
)

func parseDate(s string) (period, bool) {
	bare := strings.Map(func(r rune) rune {
		if strings.ContainsRune("~?%", r) {
			return -1
		}
		return r
	}, s)
	p := period{rough: bare != s}
	date, hour, timed := strings.Cut(bare, "T")
	parts := strings.Split(date, "-")
	y := parts[0]
	if len(y) != 4 || strings.Trim(y, "0123456789X") != "" || len(parts) > 3 {
		return period{}, false
	}
	known := strings.TrimRight(y, "X")
	span := 1
	for range len(y) - len(known) {
		span *= 10
	}
	base := 0
	for _, c := range strings.ReplaceAll(y, "X", "0") {
		base = base*10 + int(c-'0')
	}
	p.first = time.Date(base, 1, 1, 0, 0, 0, 0, time.UTC)
	p.after = p.first.AddDate(span, 0, 0)
	p.rough = p.rough || span > 1
	if len(parts) == 1 || span > 1 {
		return p, true
	}
	if n, ok := seasonLength[parts[1]]; ok && len(parts) == 2 {
		p.unit = seasons
		p.first = time.Date(base, seasonStart[parts[1]], 1, 0, 0, 0, 0, time.UTC)
		p.after = p.first.AddDate(0, n, 0)
		return p, true
	}
	layout, value := "2006-01", date
	p.unit = months
	if len(parts) == 3 {
		layout, p.unit = time.DateOnly, days
	}
	first, err := time.Parse(layout, value)
	if err != nil {
		return period{}, false
	}
	p.first = first
	if p.unit == months {
		p.after = first.AddDate(0, 1, 0)
		return p, true
	}
	p.after = first.AddDate(0, 0, 1)
	if at, err := time.Parse("15:04", hour[:min(len(hour), 5)]); timed && err == nil {
		p.unit = clock
		p.first = first.Add(time.Duration(at.Hour())*time.Hour + time.Duration(at.Minute())*time.Minute)
		if n := strings.IndexAny(hour, "Z+-"); n >= 0 {
			if zone, err := time.Parse("Z07:00", hour[n:]); err == nil {
				_, east := zone.Zone()
				p.zone, p.east = "Z", time.Duration(east)*time.Second
			}
		}
	}
	return p, true
}
