package engine

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"parallax/internal/dates"
	"parallax/internal/names"
	"parallax/internal/quotes"
	"parallax/internal/text"
)

// Dates and counts as a reader says them. English only: the interface is.

// shortDay says "26 Oct 2020".
func shortDay(t time.Time) string {
	return strconv.Itoa(t.Day()) + " " + monthShort(t) + " " + strconv.Itoa(t.Year())
}

// longDay says "26 October 2020".
func longDay(t time.Time) string {
	return strconv.Itoa(t.Day()) + " " + t.Month().String() + " " + strconv.Itoa(t.Year())
}

// monthShort says "Oct".
func monthShort(t time.Time) string { return t.Month().String()[:3] }

func monthYear(t time.Time) string {
	return t.Month().String() + " " + strconv.Itoa(t.Year())
}

// claimDate says when an article was published: the date as short as an
// outlet's name wants beside it, and a note of how sure that is.
func claimDate(c dates.Claim) (date, note string) {
	switch {
	case c.EDTF != "" && c.Latest.Sub(c.Earliest) > 48*time.Hour:
		date = monthShort(c.Earliest) + " " + strconv.Itoa(c.Earliest.Year())
	case c.EDTF != "":
		date = shortDay(c.Earliest)
	case len(c.Candidates) > 0:
		return candidateDates(c.Candidates), "the texts fit each of these"
	default:
		if t, err := time.Parse("XXXX-01-02", c.Yearless); err == nil {
			return strconv.Itoa(t.Day()) + " " + monthShort(t) + ", no year", ""
		}
		return "no date", ""
	}
	if strings.HasSuffix(c.EDTF, "~") {
		note = "or soon after"
	}
	return date, note
}

// candidateDates joins dates that fit equally well: "26 Oct 2020 or 26 Oct 2026".
func candidateDates(edtf []string) string {
	words := make([]string, len(edtf))
	for i, c := range edtf {
		words[i] = edtfDay(c)
	}
	return strings.Join(words, " or ")
}

// edtfDay says an EDTF day in words and leaves anything else as it is.
func edtfDay(edtf string) string {
	if t, err := time.Parse(time.DateOnly, strings.TrimRight(edtf, "~?%")); err == nil {
		return shortDay(t)
	}
	return edtf
}

// partsOfDay are the TIMEX3 codes for parts of a day.
const partsOfDay = `
MO morning
MI midday
AF afternoon
EV evening
NI night
DT daytime
`

// seasons are the TIMEX3 codes for seasons, halves and quarters of a year.
const seasons = `
SP Spring
SU Summer
FA Autumn
AU Autumn
WI Winter
H1 First half of
H2 Second half of
Q1 First quarter of
Q2 Second quarter of
Q3 Third quarter of
Q4 Fourth quarter of
`

// eventDate says a resolved time as precisely as its words were, never more.
func eventDate(v dates.Value) string {
	switch {
	case !v.OnCalendar():
		return "No date"
	case v.Latest.IsZero():
		return "since " + one(v, v.Earliest)
	case v.Earliest.IsZero():
		return "until " + one(v, v.Latest.AddDate(0, 0, -1))
	}
	words := one(v, v.Earliest)
	if last, ok := rangeEnd(v); ok {
		words = period(v.Earliest, last, v.Precision)
	}
	if v.Limit != "" && v.Mod == "END" && v.Precision < dates.Day {
		words = lowerFirst(words)
		if p := v.Precision; p == dates.Week || p <= dates.Decade {
			words = "the " + words
		}
		words = "the end of " + words
	} else if part := text.Row(edges, v.Mod); part != "" && v.Precision <= dates.Month {
		words = part + " " + lowerFirst(words)
	}
	if strings.Contains(v.EDTF, "~") || v.Mod == "APPROX" {
		words = "about " + lowerFirst(words)
	}
	if v.Limit != "" {
		words = v.Limit + " " + lowerFirst(words)
	}
	return words
}

// edges are the TIMEX3 mods that name a part of what is longer than a day.
const edges = `
START early
MID mid
END late
`

// one says a single time that begins at t, as precise as v.
func one(v dates.Value, t time.Time) string {
	year := strconv.Itoa(t.Year())
	switch v.Precision {
	case dates.Century:
		return ordinal((t.Year()+99)/100) + " century"
	case dates.Decade:
		return year[:len(year)-1] + "0s"
	case dates.Year:
		return year
	case dates.Season:
		if _, code, ok := strings.Cut(v.TIMEX3, "-"); ok && text.Row(seasons, code) != "" {
			return text.Row(seasons, code) + " " + year
		}
		return "about " + monthYear(t)
	case dates.Month:
		return monthYear(t)
	case dates.Week:
		if strings.HasSuffix(v.TIMEX3, "-WE") {
			return "weekend of " + period(t, t.AddDate(0, 0, 1), dates.Day)
		}
		return "week of " + longDay(t)
	case dates.PartOfDay:
		if _, code, ok := strings.Cut(v.TIMEX3, "T"); ok && text.Row(partsOfDay, code) != "" {
			return longDay(t) + ", " + text.Row(partsOfDay, code)
		}
	case dates.Minute:
		return longDay(t) + ", " + t.Format("15:04")
	}
	return longDay(t)
}

// rangeEnd reports the last unit of a value that spans several, by its EDTF. A
// week, which is an interval there, is one unit: what happened "last week" took
// a moment of it.
func rangeEnd(v dates.Value) (time.Time, bool) {
	if !strings.Contains(v.EDTF, "/") || v.Precision == dates.Week && !strings.Contains(v.TIMEX3, "/") {
		return time.Time{}, false
	}
	return v.Latest.Add(-time.Minute), true
}

// period says a stretch from first to last without repeating what they share.
func period(first, last time.Time, p dates.Precision) string {
	y1, y2 := strconv.Itoa(first.Year()), strconv.Itoa(last.Year())
	switch {
	case p <= dates.Year && y1 == y2:
		return y1
	case p <= dates.Year:
		return y1 + "–" + y2
	case p <= dates.Month && y1 == y2 && first.Month() == last.Month():
		return monthYear(first)
	case p <= dates.Month && y1 == y2:
		return first.Month().String() + " to " + monthYear(last)
	case p <= dates.Month:
		return monthYear(first) + " to " + monthYear(last)
	case y1 == y2 && first.Month() == last.Month() && first.Day() == last.Day():
		return longDay(first)
	case y1 == y2 && first.Month() == last.Month():
		return strconv.Itoa(first.Day()) + "–" + longDay(last)
	case y1 == y2:
		return strconv.Itoa(first.Day()) + " " + first.Month().String() + " to " + longDay(last)
	}
	return longDay(first) + " to " + longDay(last)
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

// apart says how far two days lie from each other: "6 days", "3 years"; "" for
// the same day.
func apart(a, b time.Time) string {
	if a.After(b) {
		a, b = b, a
	}
	days := int(b.Sub(a).Hours()/24 + 0.5)
	switch {
	case days == 0:
		return ""
	case days < 60:
		return Count(days, "day")
	case days < 700:
		return Count((days*2+30)/61, "month")
	}
	return Count((days*4+730)/1461, "year")
}

// Count says "1 article", "5 articles".
func Count(n int, noun string) string {
	return strconv.Itoa(n) + " " + plural(n, noun)
}

func plural(n int, noun string) string {
	switch {
	case n == 1:
		return noun
	case strings.HasSuffix(noun, "y") && !strings.HasSuffix(noun, "ay"):
		return noun[:len(noun)-1] + "ies"
	}
	return noun + "s"
}

// thousands writes a number of up to six digits: "2,000".
func thousands(n int) string {
	if n < 1000 {
		return strconv.Itoa(n)
	}
	return strconv.Itoa(n/1000) + "," + strconv.Itoa(1000 + n%1000)[1:]
}

// times says "once", "3 times".
func times(n int) string {
	if n == 1 {
		return "once"
	}
	return strconv.Itoa(n) + " times"
}

// list joins words with commas and "and".
func list(words []string) string {
	switch n := len(words); n {
	case 0:
		return ""
	case 1:
		return words[0]
	default:
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
}

// numeral says small numbers at the start of a sentence in words.
func numeral(n int) string {
	small := [...]string{"No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"}
	if n < len(small) {
		return small[n]
	}
	return strconv.Itoa(n)
}

// lowerFirst lowers the first letter of words that begin with a season or the
// like; months keep their capital.
func lowerFirst(s string) string {
	for m := time.January; m <= time.December; m++ {
		if strings.HasPrefix(s, m.String()) {
			return s
		}
	}
	return strings.ToLower(s[:1]) + s[1:]
}

// opening returns the first words of s, at most limit bytes, cut between words.
func opening(s string, limit int) string {
	s = strings.TrimSpace(s)
	if len(s) <= limit {
		return s
	}
	cut := strings.LastIndexByte(s[:limit+1], ' ')
	if cut <= 0 {
		cut = limit
		for cut > 0 && s[cut]&0xC0 == 0x80 {
			cut--
		}
	}
	s = strings.TrimRight(s[:cut], cutOff)
	for {
		before := strings.LastIndexByte(s, ' ')
		if before <= 0 || !leadsOn(s[before+1:]) {
			return s + " …"
		}
		s = strings.TrimRight(s[:before], cutOff)
	}
}

// cutOff are the marks that an opening does not end in.
const cutOff = " ,;:—-"

// leadsOn reports whether word promises the next, so that nothing is cut off
// right behind it.
func leadsOn(word string) bool {
	return leading.Has(word)
}

var leading = text.WordSet{Words: `a an the and or but of to in on at for with by from as that which who its his her their this into over after before between when while where if`}

// surname is the last word of a name with the small words before it: "van der
// Hoek".
func surname(name string) string {
	at := strings.LastIndexByte(name, ' ') + 1
	for at > 0 {
		before := strings.LastIndexByte(name[:at-1], ' ') + 1
		if before == 0 || name[before] < 'a' || name[before] > 'z' {
			break
		}
		at = before
	}
	return name[at:]
}

// called is what a sentence calls a speaker: by the surname, in full where
// another bears it, and as the article has it who is no person by name.
func (e *Engine) called(name string) string {
	person, alone := e.bears(name)
	switch {
	case !person:
		return lowerArticle(name)
	case alone:
		return surname(name)
	}
	return name
}

// short is called for a small picture: "G. Petrou" where another is Petrou, too.
func (e *Engine) short(name string) string {
	_, n := utf8.DecodeRuneInString(name)
	person, alone := e.bears(name)
	switch {
	case !person:
		return name[strings.LastIndexByte(name, ' ')+1:]
	case alone || n == 0:
		return surname(name)
	}
	return name[:n] + ". " + surname(name)
}

// bears reports whether name is that of a person, and of nobody else by surname.
func (e *Engine) bears(name string) (person, alone bool) {
	alone = true
	last := surname(name)
	for i := range e.names().Entities {
		switch n := &e.names().Entities[i]; {
		case n.Kind != names.Person:
		case n.Name == name:
			person = true
		case surname(n.Name) == last:
			alone = false
		}
	}
	return person, alone
}

// lowerArticle puts the article that name begins with in lower case: "A
// spokesman" opens a sentence no more.
func lowerArticle(name string) string {
	if first, _, ok := strings.Cut(name, " "); ok && (first == "A" || first == "An" || first == "The") {
		return lowerFirst(name)
	}
	return name
}

// foldedWords returns the words of s in lower case.
func foldedWords(s string) []string {
	spans := text.Words(s)
	words := make([]string, len(spans))
	for i, sp := range spans {
		words[i] = strings.ToLower(sp.Of(s))
	}
	return words
}

// MarksTotal counts what marks stand for: one may stand for several.
func MarksTotal(marks []Mark) int {
	n := 0
	for _, m := range marks {
		n += max(m.Count, 1)
	}
	return n
}

// Statements counts statements and, apart, how often somebody would not speak:
// "2 statements, 1 declined".
func Statements(list []QuoteRef) string {
	declined := 0
	for i := range list {
		if list[i].Type == string(quotes.Declined) {
			declined++
		}
	}
	switch {
	case declined == 0:
		return Count(len(list), "statement")
	case declined == len(list):
		return strconv.Itoa(declined) + " declined"
	}
	return Count(len(list)-declined, "statement") + ", " + strconv.Itoa(declined) + " declined"
}

// TypeWords says how a quotation gives its words.
func (q QuoteRef) TypeWords() string {
	switch q.Type {
	case "direct":
		return "quotation"
	case "mixed":
		return "part of a sentence"
	case "indirect":
		if q.Denied {
			return "denied, not quoted" // what stands there is what was not so
		}
		return "reported, not quoted"
	case "declined":
		return "did not comment"
	}
	return q.Type
}
