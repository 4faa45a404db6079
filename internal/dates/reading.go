package dates

// form is the grammatical family of a reading.
type form uint8

const (
	noForm       form = iota
	formCalendar      // names parts of a calendar date, however few
	formOffset        // a distance from an anchor: "two years ago", "last week"
	formDuration
	formSet
	formRef // PAST_REF and its kin
)

// A quantity counts units in tenths, so that "two and a half" is 25.
// vague is "a few", "several" or a bare plural.
type quantity int32

const vague quantity = -1

// A reading is what the grammar understood of a phrase before anything is
// resolved: the typed tree of a time expression, flattened. Zero means absent.
type reading struct {
	form form
	rule string

	year    int16 // as written; with era 1 BC
	bc      bool
	decade  bool // year is the first of a decade
	century bool // year is the first of a century: 1900
	month   int8
	day     int8
	weekday int8
	nth     int8 // "the second Tuesday of May": 2; -1 is the last
	season  int8
	quarter int8
	half    int8
	fiscal  bool
	weekend bool
	holiday int8 // 1 + index of holidays

	part   int8
	clock  bool
	hour   int8
	minute int8
	second int8
	hasSec bool
	zone   int8  // 1 + index of zones
	local  bool  // "local time"
	fixed  bool  // the offset is written: "GMT+8"
	east   int16 // then minutes east of UTC

	shift  int8 // to the anchor, of unit or of the named part
	told   bool // the anchor is the last day told, not publication
	offset int32
	unit   int8
	amount quantity // of a duration, or of the offset when vague
	finer  quantity // and so many of the next finer unit: "two hours and 30 minutes"
	ofDay  int8     // "two years ago today": 2 + the days of "today"
	ofWeek bool     // "the week of March 2"
	alike  bool     // "the same period last year": as precise as what was told
	ref    int8
	mod    int8
	ofUnit int8 // "the end of the week": 1 + unit the edge applies to
	open   int8 // 1 "since": open to the future, 2 "until": open to the past

	start, end int32 // tokens, half-open
	lent       bool  // a neighbour gave the month or the year
	needs      int8  // which neighbour completes it: needsNext, needsPrev
}

const (
	needsNext = 1 + iota // "9 and 10 October"
	needsPrev            // "October 9 and 10"
)

// hasDay reports whether the reading names a single day, with or without year.
func (r *reading) hasDay() bool { return r.day > 0 || r.holiday > 0 }

// bareYear reports whether nothing but a year was read.
func (r *reading) bareYear() bool {
	return r.form == formCalendar && r.year != 0 && r.month == 0 && r.season == 0 && r.quarter == 0 && r.half == 0 && !r.decade && !r.century && r.holiday == 0
}
