package dates

import (
	"strconv"
	"strings"
	"time"
)

var monthNames = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

var seasonNames = map[string]string{
	"21": "Spring", "22": "Summer", "23": "Autumn", "24": "Winter",
	"33": "First quarter of", "34": "Second quarter of", "35": "Third quarter of", "36": "Fourth quarter of",
	"40": "First half of", "41": "Second half of",
}

var partNames = map[string]string{"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}

// Words says v as it stands on the screen, "27 September 2020", "Summer 2014",
// "1992–1994", "since 1992", "25 October 2020, evening", and a note that goes
// with it, "local · 08:00 UTC", or "". Both are empty if v is not on the calendar.
func (v Value) Words() (main, note string) { return v.say(true) }

// Short is Words with month names of three letters: "26 Oct 2020".
func (v Value) Short() string {
	main, _ := v.say(false)
	return main
}

func (v Value) say(long bool) (main, note string) {
	if v.EDTF == "" || !v.OnCalendar() {
		return "", ""
	}
	e := v.EDTF
	if strings.HasPrefix(e, "{") {
		parts := strings.Split(strings.Trim(e, "{}"), ",")
		for i := range parts {
			parts[i] = sayDate(parts[i], long)
		}
		return strings.Join(parts, " and "), ""
	}
	if a, b, ok := strings.Cut(e, "/"); ok {
		switch {
		case b == "..":
			return "since " + v.sayOne(a, long), ""
		case a == "..":
			return "until " + v.sayOne(b, long), ""
		}
		return sayRange(a, b, long), ""
	}
	main = v.sayOne(e, long)
	if v.Precision == Minute && !v.UTC.IsZero() && v.Zone != "+00:00" {
		note = "local · " + v.UTC.Format("15:04") + " UTC"
	}
	return main, note
}

// sayOne says one end, with the qualifier and the time of day.
func (v Value) sayOne(edtf string, long bool) string {
	date, clock, _ := strings.Cut(edtf, "T")
	approx := strings.HasSuffix(date, "~")
	s := sayDate(strings.TrimSuffix(date, "~"), long)
	switch v.Mod {
	case "START":
		s = "early " + s
	case "MID":
		s = "mid-" + s
	case "END":
		s = "late " + s
	}
	if approx {
		s = "about " + s
	}
	switch {
	case v.Precision == Minute && len(clock) >= 5:
		s += ", " + clock[:5]
	case v.Precision == PartOfDay:
		if i := strings.IndexByte(v.TIMEX3, 'T'); i >= 0 {
			if n := partNames[v.TIMEX3[i+1:]]; n != "" {
				s += ", " + n
			}
		}
	}
	return s
}

// sayDate says one EDTF date without time or qualifier.
func sayDate(edtf string, long bool) string {
	bc := strings.HasPrefix(edtf, "-")
	y, rest, _ := strings.Cut(strings.TrimPrefix(edtf, "-"), "-")
	m, d, _ := strings.Cut(rest, "-")
	if n, err := strconv.Atoi(y); err == nil {
		if bc || n == 0 {
			y = strconv.Itoa(n+1) + " BC"
		} else {
			y = strconv.Itoa(n)
		}
	} else if strings.HasSuffix(y, "XX") {
		n, _ := strconv.Atoi(strings.TrimSuffix(y, "XX"))
		return ordinal(n+1) + " century"
	} else if strings.HasSuffix(y, "X") {
		return strings.TrimSuffix(y, "X") + "0s"
	}
	if name := seasonNames[m]; name != "" {
		return name + " " + y
	}
	n, err := strconv.Atoi(m)
	if err != nil || n < 1 || n > 12 {
		return y
	}
	month := monthNames[n-1]
	if !long {
		month = month[:3]
	}
	if day, err := strconv.Atoi(d); err == nil {
		return strconv.Itoa(day) + " " + month + " " + y
	}
	return month + " " + y
}

func ordinal(n int) string {
	suffix := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return strconv.Itoa(n) + suffix
}

// sayRange says "1992–1994", "9–10 October 2020", "May–July 1992".
func sayRange(a, b string, long bool) string {
	first, last := strings.Fields(sayDate(a, long)), strings.Fields(sayDate(b, long))
	// What both ends share is said once, at the end.
	i, j := len(first), len(last)
	for i > 1 && j > 1 && first[i-1] == last[j-1] {
		i--
		j--
	}
	sep := "–"
	if i > 1 || j > 1 {
		sep = " – "
	}
	return strings.Join(first[:i], " ") + sep + strings.Join(last, " ")
}

// DayWords says a day as "26 October 2020"; the zero time is "".
func DayWords(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return strconv.Itoa(t.Day()) + " " + monthNames[t.Month()-1] + " " + strconv.Itoa(t.Year())
}
