package compare

import (
	"math"
	"slices"
	"sort"
	"strconv"
	"strings"
	"time"

	"parallax/internal/dates"
)

// moment is a time as far as the words of a sentence give it. Fields that are
// not given are 0; minute is one more than the minute of the day.
type moment struct {
	year, month, day, weekday int
	minute                    int
	relative                  int    // 1 yesterday, 2 today, 3 tomorrow, 4 the day before yesterday, 5 the day after tomorrow
	season                    string // "summer", "easter"
	part                      int    // of the day, 1 morning … 4 night
	zone                      string // by whose clock: "moscow", "local", "gmt"
	lead                      string // the preposition before it, if that is "from", "since", "to" or "until"
	edge                      string // the part of it that is told, a TIMEX3 mod: "START", "MID", "END"
	denied                    bool   // it was not then: "not on June 9"
	from, to                  int    // words [from, to)
	verb                      int32  // term of the verb it tells the time of, -1 if none

	// As the article's publication date resolves it; zero if it does not.
	earliest, latest time.Time
}

var relativeDays = numbered(`yesterday today tomorrow`)

var partsOfDay = numbered(`morning afternoon evening night`)

var seasons = wordSet(`spring summer autumn fall winter`)

// feasts are holidays, with the month they fall in if it is always one.
var feasts = sized(`christmas:12 halloween:10 thanksgiving:11 easter|passover|ramadan|diwali|pentecost|hanukkah:0`)

// clockNames are times of day with a name.
var clockNames = sized(`midnight:0 noon|midday:720`)

// zoneWords say by whose clock.
var zoneWords = wordSet(`local moscow gmt utc est edt cet cest pst pdt bst eastern pacific greenwich`)

// yearLeads stand before a number that is a year.
var yearLeads = wordSet(`in since of by during until till from before after between and to early late mid through summer winter spring autumn`)

// dayLeads stand before "the" and a part of the day.
var dayLeads = wordSet(`in on during`)

// earlyWords stand before an "as" that leads to a time: "as early as 2012".
var earlyWords = wordSet(`early late recently back soon`)

// readTimes returns the times that the words of s give, marking the words that
// belong to them. mentions are those of s as the dossier has read them.
func readTimes(s *sentence, mentions []dates.Mention, used []bool) []moment {
	var out []moment
	for i := 0; i < len(s.words); {
		m := moment{from: i, to: i}
		for m.to < len(s.words) && (m.to == i || !strings.ContainsAny(s.gap(m.to), ".;:(") || strings.HasPrefix(s.gap(m.to), ". ")) && m.add(s, m.to, mentions) {
		}
		// Words that only join are no part of the time.
		for m.to > m.from && s.words[m.to-1].class == function && clockNames[s.fold(m.to-1)] == 0 {
			m.to--
		}
		if m.to == m.from || m.empty() {
			i++
			continue
		}
		switch lead := s.fold(m.from - 1); lead {
		case "from", "to", "until", "till", "since":
			m.lead = lead
		case "the":
			if before := s.fold(m.from - 2); leadsOn[before] || leadsUp[before] {
				m.lead = before
			}
		}
		for k := m.from; k < m.to; k++ {
			used[k] = true
		}
		out = append(out, m)
		i = m.to
	}
	return out
}

func (m *moment) empty() bool {
	return m.year == 0 && m.month == 0 && m.day == 0 && m.weekday == 0 && m.minute == 0 && m.relative == 0 && m.season == "" && m.part == 0
}

// add takes word i into m and reports whether it belongs there.
func (m *moment) add(s *sentence, i int, mentions []dates.Mention) bool {
	w, prev := s.fold(i), s.fold(i-1)
	starts := m.to == m.from
	switch {
	case s.words[i].class == calendar && months[w] > 0 && m.month == 0:
		m.month = months[w]
	case s.words[i].class == calendar && weekdays[w] > 0 && m.weekday == 0 && m.minute == 0:
		m.weekday = weekdays[w]
	case dayNumber(w) > 0 && m.day == 0 && (s.words[i].class == day || s.monthBeside(i) > 0 || prev == "of" && m.day == 0 && m.month > 0 ||
		s.fold(i+1) == "of" && i+2 < len(s.words) && s.words[i+2].class == calendar || s.dayAlone(i, mentions)):
		m.day = dayNumber(w)
	case isYear(w) && m.year == 0 && !s.unitAt(i+1) && (m.month > 0 || m.season != "" || yearLeads[prev] || prev == "as" && earlyWords[s.fold(i-2)] || s.yearOfThing(i) || isYear(prev) && strings.ContainsAny(s.gap(i), "-–")):
		if isYear(prev) && !starts {
			return false
		}
		m.year, _ = strconv.Atoi(w)
	case starts && w == "day" && s.fold(i+1) == "before" && s.fold(i+2) == "yesterday":
		m.relative, m.to = 4, m.to+2
	case starts && w == "day" && s.fold(i+1) == "after" && s.fold(i+2) == "tomorrow":
		m.relative, m.to = 5, m.to+2
	case relativeDays[w] > 0 && m.relative == 0:
		m.relative = relativeDays[w]
	case w == "tonight" && m.relative == 0:
		m.relative, m.part = relativeDays["today"], partsOfDay["night"]
	case seasons[w] && (prev == "the" || prev == "last" || prev == "this" || prev == "next" || w != "fall" && w != "spring" && yearLeads[prev]) && m.season == "":
		m.season = w
	case s.words[i].form.capital && m.season == "" && m.isFeast(w):
	case partsOfDay[w] > 0 && m.part == 0 && (!starts || prev == "the" && (dayLeads[s.fold(i-2)] || leadsOn[s.fold(i-2)] || leadsUp[s.fold(i-2)])):
		m.part = partsOfDay[w]
	case m.minute == 0:
		minute, words := clock(s, i)
		if minute == 0 {
			return joinsTime(s, i, starts) && m.step()
		}
		m.minute = minute
		m.to += words
		if zoneWords[s.fold(m.to)] {
			m.zone = s.fold(m.to)
			m.to++
			if s.fold(m.to) == "time" {
				m.to++
			}
		}
		return true
	default:
		return joinsTime(s, i, starts) && m.step()
	}
	m.to++
	return true
}

// dayAlone reports whether the ordinal at word i is a day of a month that is not
// named: "on the 14th", not "on the 14th floor".
func (s *sentence) dayAlone(i int, mentions []dates.Mention) bool {
	return s.fold(i-1) == "the" && slices.ContainsFunc(mentions, func(x dates.Mention) bool {
		return x.Span.End == s.words[i].at.End && len(x.Value.TIMEX3) >= len("2020-10-26")
	})
}

// isFeast takes into m the holiday that w names, if it does.
func (m *moment) isFeast(w string) bool {
	month, ok := feasts[w]
	if ok {
		m.season, m.month = w, max(m.month, int(month))
	}
	return ok
}

func (m *moment) step() bool {
	m.to++
	return true
}

// joinsTime reports whether word i, "of" or "on", goes on a time: "July 8 in the
// morning", "the evening of the 13th".
func joinsTime(s *sentence, i int, starts bool) bool {
	if starts || i+1 >= len(s.words) {
		return false
	}
	next, after := &s.words[i+1], s.fold(i+2)
	switch s.fold(i) {
	case "of", "on", "in":
		if next.form.fold == "the" && (partsOfDay[after] > 0 || dayNumber(after) > 0) {
			return true
		}
	case "the":
		if partsOfDay[next.form.fold] > 0 || dayNumber(next.form.fold) > 0 {
			return true
		}
	default:
		return false
	}
	return next.class == calendar || next.class == day || isYear(next.form.fold)
}

// yearOfThing reports whether the number at word i tells of which year a thing is:
// "the 2019 collapse", "his 2015 campaign", not "the 2000 workers".
func (s *sentence) yearOfThing(i int) bool {
	f, next := s.fold(i), i+1
	return s.formAt(i-1).determiner && (strings.HasPrefix(f, "19") || strings.HasPrefix(f, "20")) && !strings.HasSuffix(f, "00") &&
		next < len(s.words) && s.gap(next) == " " && (s.words[next].class == plain || s.words[next].class == name)
}

func isYear(w string) bool {
	if len(w) != 4 || !isDigit(w[0]) {
		return false
	}
	n, err := strconv.Atoi(w)
	return err == nil && n >= 1000 && n <= 2100
}

// dayNumber reads "27" or "27th" as a day of a month, else 0.
func dayNumber(w string) int {
	if w == "" || !isDigit(w[0]) {
		return 0
	}
	for _, end := range []string{"st", "nd", "rd", "th"} {
		w = strings.TrimSuffix(w, end)
	}
	n, err := strconv.Atoi(w)
	if err != nil || n < 1 || n > 31 || len(w) > 2 {
		return 0
	}
	return n
}

// clock reads a time of day at word i: "23:00", "3 p.m.", "3pm", "noon". It
// returns one more than the minute of the day, or 0, and how many words it is.
func clock(s *sentence, i int) (minute, words int) {
	w := s.fold(i)
	if m, ok := clockNames[w]; ok {
		return int(m) + 1, 1
	}
	if m, n := spokenClock(s, i); n > 0 {
		return m, n
	}
	figures, half := splitNumber(w)
	if figures == "" {
		return 0, 0
	}
	hours, minutes, dotted := strings.Cut(figures, ".")
	h, err := strconv.Atoi(hours)
	if err != nil || h > 24 || len(hours) > 2 {
		return 0, 0
	}
	words = 1
	past := 0
	colon := i+1 < len(s.words) && s.gap(i+1) == ":" && len(s.fold(i+1)) >= 2
	if colon {
		minutes, half = splitNumber(s.fold(i + 1))
		words++
	}
	if colon || dotted {
		past, err = strconv.Atoi(minutes)
		if err != nil || past > 59 || len(minutes) != 2 {
			return 0, 0
		}
	}
	if half == "" && (s.fold(i+words) == "pm" || s.fold(i+words) == "am") {
		half = s.fold(i + words)
		words++
	}
	switch {
	case half == "pm" && h < 12:
		h += 12
	case half == "am" && h == 12:
		h = 0
	case half == "pm", half == "am", half == "" && colon:
	default:
		return 0, 0
	}
	return h%24*60 + past + 1, words
}

// minutesPast are the minutes that stand before "past" or "to" an hour.
var minutesPast = sized(`half:30 quarter:15 ten:10 five:5 twenty:20`)

// spokenClock reads "half past nine in the evening", "quarter to six" or "eight
// in the evening" at word i, as clock does. After minutes and without a part of
// the day the hour is that of the morning.
func spokenClock(s *sentence, i int) (minute, words int) {
	hourAt := i
	turn := s.fold(i + 1)
	if turn == "past" || turn == "to" {
		past := int(minutesPast[s.fold(i)])
		if past == 0 || turn == "to" && past == 30 {
			return 0, 0
		}
		minute = past
		if turn == "to" {
			minute = 12*60 - past
		}
		hourAt += 2
	}
	half := s.fold(hourAt + 1)
	part := 0
	if half == "in" && s.fold(hourAt+2) == "the" {
		part = partsOfDay[s.fold(hourAt+3)]
	}
	if hourAt == i && part == 0 {
		return 0, 0
	}
	hour := s.formAt(hourAt).number // NaN if there is none
	if !(hour >= 1 && hour <= 12) || hour != math.Trunc(hour) {
		return 0, 0
	}
	minute = (minute + int(hour)%12*60) % (12 * 60)
	words = hourAt + 1 - i
	switch {
	case part > 0:
		words += len([...]string{"in", "the", "evening"})
	case half == "pm" || half == "am":
		words++
	}
	if part > partsOfDay["morning"] || half == "pm" {
		minute += 12 * 60
	}
	return minute + 1, words
}

// resolveTimes adds to each moment what the publication date makes of its
// words: "yesterday" is a day, "in October" a month of some year.
func resolveTimes(s *sentence, ms []moment, mentions []dates.Mention) {
	for i := range ms {
		m := &ms[i]
		start, end := s.words[m.from].at.Start, s.words[m.to-1].at.End
		for _, x := range mentions {
			v := &x.Value
			if x.Span.Start > end || x.Span.End < start || v.Precision < dates.Year || v.Precision > dates.PartOfDay || v.Earliest.IsZero() || v.Latest.IsZero() {
				continue
			}
			if x.Span.Start <= start && end <= x.Span.End || start <= x.Span.Start && x.Span.End <= end {
				m.earliest, m.latest = v.Earliest, v.Latest
				if v.Mod == "START" || v.Mod == "MID" || v.Mod == "END" {
					m.edge = v.Mod
					for m.from > 0 && s.words[m.from-1].at.Start >= x.Span.Start {
						m.from-- // "the middle of 2028"
					}
				}
				break
			}
		}
	}
}

// numericDates returns the moments that only figures give, "2020-10-26" or
// "26/10/2020", as the dossier has read them, marking their words.
func numericDates(s *sentence, mentions []dates.Mention, used []bool) []moment {
	var out []moment
	for _, x := range mentions {
		day := x.Value.TIMEX3
		if len(day) < 10 || day[4] != '-' || day[7] != '-' || x.Value.Precision < dates.Day {
			continue
		}
		from := sort.Search(len(s.words), func(k int) bool { return s.words[k].at.Start >= x.Span.Start })
		m := moment{from: from, to: from}
		figures := 0
		for ; m.to < len(s.words) && s.words[m.to].at.End <= x.Span.End; m.to++ {
			if s.words[m.to].class == quantity {
				figures++
			}
		}
		if figures < 3 || figures != m.to-m.from {
			continue
		}
		m.year, _ = strconv.Atoi(day[:4])
		m.month, _ = strconv.Atoi(day[5:7])
		m.day, _ = strconv.Atoi(day[8:10])
		m.earliest, m.latest = x.Value.Earliest, x.Value.Latest
		for i := m.from; i < m.to; i++ {
			used[i] = true
		}
		out = append(out, m)
	}
	return out
}

// readDenied marks the times at which something was not, of which the denial is
// then no other: "arrested not on June 9 but on June 8", "was not arrested on June 9
// but on June 8". One that only goes on denying is left to the verb: "did not come on
// Monday and not on Tuesday".
func (f *facts) readDenied(s *sentence) {
	before := func(k int) string { return s.text[:s.words[f.times[k].from].at.Start-s.at.Start] }
	for k := range f.times {
		m := &f.times[k]
		if len(f.denials) == 0 || f.denials[0].at >= m.from {
			continue
		}
		d := f.denials[0]
		switch {
		case dates.Denied(before(k)) && m.from-d.to <= len([...]string{"on", "the"}):
			m.from = d.at
		case k+1 == len(f.times) || !dates.Instead(before(k+1)) || f.times[k+1].from-m.to > 4:
			continue
		}
		m.denied, f.denials = true, f.denials[1:]
	}
}

// ofTimes reports whether words i and j belong to times, which have a rule of their own.
func (x *clasher) ofTimes(i, j int) bool {
	in := func(times []moment, i int) bool {
		return slices.ContainsFunc(times, func(m moment) bool { return m.from <= i && i < m.to })
	}
	return in(x.f.times, i) && in(x.g.times, j)
}

// agreement says how two moments stand to each other.
type agreement uint8

const (
	unrelated agreement = iota // nothing to compare: "Monday", "October 26"
	agrees
	conflicts
)

// against compares two moments. Less exact is no conflict: "September" beside
// "27 September". Words go before what was made of them, so that two articles
// that both say "Monday" agree.
//
// That it was not at one time tells nothing of another.
func (m moment) against(o moment) agreement {
	result := m.beside(o)
	if result == agrees && m.edge != "" && o.edge != "" && m.edge != o.edge {
		result = conflicts
	}
	switch {
	case m.denied == o.denied:
		return result
	case result == agrees:
		return conflicts
	}
	return unrelated
}

// beside is against of two moments at which something was, or was not.
func (m moment) beside(o moment) agreement {
	result := unrelated
	compare := func(x, y int) {
		if x == 0 || y == 0 {
			return
		}
		switch {
		case x != y:
			result = conflicts
		case result == unrelated:
			result = agrees
		}
	}
	compare(m.year, o.year)
	compare(m.month, o.month)
	compare(m.day, o.day)
	compare(m.weekday, o.weekday)
	compare(m.relative, o.relative)
	if evening := partsOfDay["evening"]; m.part >= evening && o.part >= evening {
		compare(evening, evening) // where it ends and the night begins nobody says
	} else {
		compare(m.part, o.part)
	}
	switch {
	case m.zone == o.zone:
		compare(m.minute, o.minute)
	case m.minute > 0 && o.minute > 0 && result != conflicts:
		// Two clocks show one moment differently.
		return agrees
	case m.minute > 0 && o.minute > 0:
		// And perhaps on two days.
		return unrelated
	}
	if m.season != "" && o.season != "" && m.season != o.season && seasons[m.season] == seasons[o.season] {
		return conflicts
	}
	if m.day > 0 && o.day > 0 && result == conflicts && (m.part == 0 || o.part == 0) {
		return conflicts // the night of the 13th is the 14th only where that says at what time
	}
	if result != agrees && !m.earliest.IsZero() && !o.earliest.IsZero() && m.minute == 0 && o.minute == 0 {
		if m.earliest.Before(o.latest) && o.earliest.Before(m.latest) {
			return agrees
		}
		return conflicts
	}
	return result
}
