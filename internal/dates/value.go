// Package dates finds the times an article's text mentions and resolves them
// to calendar intervals.
//
// The tagging follows TimeML's TIMEX3 (Pustejovsky et al., 2003): a mention is
// a span of text plus a value whose precision is the one the words give.
//
// The grammar is that of English. Of other languages of news agencies it reads
// days with the names of their months, in datelines and elsewhere.
package dates

import (
	"time"

	"parallax/internal/text"
)

// Type is the TIMEX3 type of a mention.
type Type string

// The four types of TIMEX3.
const (
	Date     Type = "DATE"
	Time     Type = "TIME"
	Duration Type = "DURATION"
	Set      Type = "SET"
)

// Precision is how exact the words of a mention are, coarsest first.
type Precision uint8

// The precisions. The zero Precision belongs to what has no place on the
// calendar: durations, sets, "now", "recently".
const (
	NoPrecision Precision = iota
	Century
	Decade
	Year
	Season // season, half or quarter
	Month
	Week
	Day
	PartOfDay // "the evening of October 25"
	Minute    // a clock time
)

// Value is a time as precise as its words.
type Value struct {
	TIMEX3 string // value attribute: "2020-10-25TEV", "1992", "PRESENT_REF", "P3D"
	Mod    string // mod attribute: "APPROX", "START", "BEFORE" … or ""
	Limit  string // "before", "by" or "after", if the words only bound the time; "" if they name it
	EDTF   string // ISO 8601-2: "2014-22", "1992/..", "2020-10~"; "" if not on the calendar

	Precision Precision

	// Earliest (inclusive) and Latest (exclusive) bound the time as the wall
	// clock of the place shows it, written as if it were UTC. Both are zero
	// if the value is not on the calendar; Latest alone is zero if it is open
	// ("since 1992"), Earliest alone if it is open towards the past.
	Earliest, Latest time.Time

	// UTC is the moment itself, where a clock and its zone are known.
	UTC time.Time
	// Zone is the offset as EDTF writes it, "+03:00", or "".
	Zone string
}

// Mention is one time expression in an article.
type Mention struct {
	Span  text.Span
	Type  Type
	Value Value

	// Group joins the mentions of one range ("1992-1994") or of one moment
	// told by two clocks; it counts from 1 within a text, 0 is no group.
	Group int32
	// Each is set in a group whose members are meant one by one ("two and
	// three years ago") and not as the ends of a range.
	Each bool
	// Anchor is what an incomplete expression was resolved against:
	// "published", "dateline", "last day told", "sibling", or "".
	Anchor string
	// Rule names the rule that read the expression, for evidence and debugging.
	Rule string
}

// OnCalendar reports whether v has a place on a timeline.
func (v Value) OnCalendar() bool { return !v.Earliest.IsZero() || !v.Latest.IsZero() }

// Begin is where v begins on a timeline: of what is open towards the past, on
// its last day.
func (v Value) Begin() time.Time {
	if v.Earliest.IsZero() {
		return v.Latest.AddDate(0, 0, -1)
	}
	return v.Earliest
}

// Claim is what is believed of an article's publication date, and why.
type Claim struct {
	// EDTF is "" if no single day (or month) is supported; "2020-10-20~" says
	// "20 October 2020 or soon after".
	EDTF             string
	Earliest, Latest time.Time // Earliest inclusive, Latest exclusive; zero if EDTF is ""

	Evidence   []string // reasons in plain words, strongest first
	Candidates []string // EDTF of all that fit equally, when several do
	Yearless   string   // EDTF of the day if nothing tells its year, "XXXX-03-17"
	Borrowed   []int    // indexes of the texts the year was borrowed from
	Circular   bool     // a lender had itself borrowed
}

// Day returns the claimed day, or the zero time if no single day is claimed: a
// month or a year is never turned into its first day.
func (c Claim) Day() time.Time {
	if c.Latest.Sub(c.Earliest) > 24*time.Hour {
		return time.Time{}
	}
	return c.Earliest
}

// Source is one text whose publication date is wanted.
type Source struct {
	Text string
	// Given is the date stated outside the text (metadata, front matter), in
	// EDTF or a common written form; "" if there is none.
	Given string
	// URL may hold a date in its path.
	URL string
}
