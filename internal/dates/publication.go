package dates

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// Years that a text found on the web may come from. They bound the candidates
// of a date without a year where the text itself does not. Nothing here may
// depend on the clock, or a collection would read otherwise next year, so the
// last is written down: the end of the decade in which this was. A text that
// names a later year moves it on (see lastFit), and one that is later but names
// nothing to show it gets candidates among which its day is missing. That is
// why one candidate is never picked for being alone.
const (
	earliestFit = 1990
	latestFit   = 2029
	afterNewest = 10 // years a text may be younger than the latest it names
	maxFits     = 6  // more candidates say nothing

	// latestOnWeb is the last year that four or eight digits in an address are
	// taken for.
	latestOnWeb = 2099
)

// Publication infers when each text was published. In order of trust: the date
// given with the text; a full date in the head of the page, in the address or
// in the dateline; and for a dateline without a year ("MOSCOW, October 26")
// the years that its weekday and the years named in the text leave. If one
// text dates as "in September 2020" what another tells of "September 27" in
// nearly the same words, the other borrows the year. That happens only if the
// texts are read together. A text that nothing dates gets no date; several
// dates that fit become candidates, and none is picked. A date given that is
// not understood is told as evidence that counts for nothing.
func Publication(sources []Source, together bool) []Claim {
	claims := infer(sources, together)
	for i, s := range sources {
		if !Understood(s.Given) {
			claims[i].Evidence = append(claims[i].Evidence, "Stated with the article, but not understood: "+quoted(s.Given)+".")
		}
	}
	return claims
}

// infer is Publication for dates given that are understood.
func infer(sources []Source, together bool) []Claim {
	fs := make([]facts, len(sources))
	claims := make([]Claim, len(sources))
	open := 0
	for i, s := range sources {
		given := stated(s)
		if given.EDTF != "" {
			claims[i] = given
			continue
		}
		fs[i] = readFacts(s.Text)
		claims[i] = fs[i].alone(s.URL)
		if len(given.Candidates) > 0 {
			claims[i] = settle(given, claims[i])
		}
		if claims[i].EDTF == "" && fs[i].day > 0 {
			open++
		}
	}
	if !together || open == 0 || len(sources) == 1 {
		return claims
	}
	for i, s := range sources {
		if fs[i].names == nil {
			fs[i] = readFacts(s.Text)
		}
	}
	l := newLending(fs, claims)
	for l.round(false) || l.round(true) {
	}
	l.narrow()
	return claims
}

// settle lets the text decide between the readings of the date given with it.
func settle(given, alone Claim) Claim {
	if slices.Contains(given.Candidates, strings.TrimRight(alone.EDTF, "~")) {
		alone.Evidence = append(given.Evidence, alone.Evidence...)
		return alone
	}
	return given
}

// dayClaim claims a single day.
func dayClaim(t time.Time, qualifier string, evidence ...string) Claim {
	return Claim{EDTF: t.Format(time.DateOnly) + qualifier, Earliest: t, Latest: t.AddDate(0, 0, 1), Evidence: evidence}
}

// alone is what one text says of its own publication.
func (f *facts) alone(url string) Claim {
	if !f.line.IsZero() {
		return dayClaim(f.line, "", "The page says "+quoted(f.lineText)+".")
	}
	if t, month, where := urlDate(url); !t.IsZero() {
		holds := "The address holds " + where + "."
		if !month {
			return dayClaim(t, "", holds)
		}
		if f.day > 0 && f.month == int(t.Month()) && f.year == 0 && validDay(t.Year(), f.month, f.day) {
			return dayClaim(civil(t.Year(), f.month, f.day), f.qualifier(), f.dayEvidence(), holds)
		}
		if f.day == 0 {
			return Claim{EDTF: t.Format("2006-01"), Earliest: t, Latest: t.AddDate(0, 1, 0), Evidence: []string{holds}}
		}
	}
	switch {
	case f.day == 0:
		return Claim{}
	case f.year != 0:
		return dayClaim(civil(f.year, f.month, f.day), f.qualifier(), f.dayEvidence())
	}
	fits := f.fits()
	if f.agoText != "" && len(fits) > 0 && fits[0].Year() == f.newest.Year() && f.agoYear == fits[0].Year() {
		return dayClaim(fits[0], f.qualifier(), f.dayEvidence(), f.newestEvidence(),
			"Counted from "+strconv.Itoa(f.agoYear)+", "+quoted(f.agoText)+" leads to a year that the text names.")
	}
	c := Claim{Evidence: []string{f.dayEvidence()}}
	if e := f.fitEvidence(fits); e != "" {
		c.Evidence = append(c.Evidence, e)
	}
	if f.newestText != "" {
		c.Evidence = append(c.Evidence, f.newestEvidence())
	}
	if f.weekday > 0 && len(fits) <= maxFits {
		c.Candidates = edtfDays(fits)
	}
	day := moment{prec: Day, noYear: true, month: f.month, day: f.day}
	c.Yearless = day.edtf()
	return c
}

// qualifier is "~" if the day is not the dateline's but one told of: the
// article appeared then or soon after.
func (f *facts) qualifier() string {
	if f.told {
		return "~"
	}
	return ""
}

func (f *facts) dayEvidence() string {
	if f.told {
		return "The opening reports " + quoted(f.dayText) + " as its news, so the article appeared then or soon after."
	}
	return "The dateline " + quoted(f.dayText) + " gives the day."
}

func (f *facts) newestEvidence() string {
	return "The text looks back on " + quoted(f.newestText) + "."
}

// fitEvidence says which years the weekday leaves.
func (f *facts) fitEvidence(fits []time.Time) string {
	if f.weekday == 0 || len(fits) == 0 {
		return ""
	}
	years := make([]string, len(fits))
	for i, t := range fits {
		years[i] = strconv.Itoa(t.Year())
	}
	last := years[len(years)-1]
	if len(years) > 1 {
		last = strings.Join(years[:len(years)-1], ", ") + " and " + last
	}
	since := ""
	if f.newest.Year() > earliestFit {
		since = " Of the years since " + strconv.Itoa(f.newest.Year()) + ","
	}
	return "The text says " + quoted(f.weekdayText) + "." + since + " " + strconv.Itoa(f.day) + " " + time.Month(f.month).String() + " was a " + fits[0].Weekday().String() + " in " + last + "."
}

// fits are the days of all years that agree with what the text says.
func (f *facts) fits() []time.Time {
	var out []time.Time
	for y := max(earliestFit, f.newest.Year()); y <= f.lastFit(); y++ {
		if f.fitsYear(y) && (f.weekday == 0 || weekdayOf(y, f.month, f.day) == f.weekday) {
			out = append(out, civil(y, f.month, f.day))
		}
	}
	return out
}

// lastFit is the last year the text may come from.
func (f *facts) lastFit() int { return max(latestFit, f.newest.Year()+afterNewest) }

// fitsYear reports whether the day exists in that year and does not lie before
// what the text looks back on.
func (f *facts) fitsYear(y int) bool {
	return validDay(y, f.month, f.day) && !civil(y, f.month, f.day).Before(f.newest)
}

// weekdayFits reports whether the weekday told is that of day t or, as papers
// made overnight have it, of the day before.
func (f *facts) weekdayFits(t time.Time) bool {
	return f.weekday == 0 || isoWeekday(t) == f.weekday || isoWeekday(t.AddDate(0, 0, -1)) == f.weekday
}

func edtfDays(days []time.Time) []string {
	var out []string
	for _, t := range days {
		out = append(out, t.Format(time.DateOnly))
	}
	return out
}

// quoted puts words of a text between quotation marks, on one line and cut
// after a dozen words.
func quoted(s string) string {
	words := strings.Fields(s)
	if len(words) > 12 {
		words = append(slices.Clip(words[:12]), "…")
	}
	return "“" + strings.Join(words, " ") + "”"
}
