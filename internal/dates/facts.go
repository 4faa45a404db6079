package dates

import (
	"strings"
	"time"

	"parallax/internal/text"
)

// headBytes is how far into a text its date line, dateline and opening stand.
const headBytes = 3000

// facts are what one text says about when it was published.
type facts struct {
	line     time.Time // a full date on a line of its own
	lineText string

	// The day of the dateline, or one the opening reports; day 0 if there is
	// none. year is 0 unless written.
	year, month, day int
	told             bool // the opening reports it
	dayText          string

	weekday     int // 1–7 that the day must fall on, 0 if not said
	weekdayText string

	newest     time.Time // first day of the latest time of the past with its year
	newestText string

	agoYear int // the year from which "three years ago" leads to a year named
	agoText string

	tellings []telling
	names    map[string]bool // capitalised words
}

// A telling is one sentence with a month or a day in it.
type telling struct {
	date   string // the words of the date
	year   int    // 0 if not written
	month  int
	day    int      // 0 if only the month is told
	ahead  bool     // tells of the future
	terms  []string // content words, lower case, sorted, without repetition
	proper []string // those of them that are names
}

// readFacts collects the facts of one text.
func readFacts(s string) facts {
	p := &parser{s: s}
	p.toks = scan(s, make([]token, 0, len(s)/5+16))
	rs := p.readings()
	p.complete(rs)
	f := facts{names: p.names()}
	p.dateLine(rs, &f)
	p.datelineDay(rs, &f)
	p.openingDay(rs, &f)
	p.datelineWeekday(rs, &f)
	p.lookBack(rs, &f)
	p.countBack(rs, &f)
	p.tell(rs, &f)
	return f
}

// words returns the text of the tokens [i, j).
func (p *parser) words(i, j int) string {
	if i >= j {
		return ""
	}
	return p.s[p.toks[i].start:p.toks[j-1].end]
}

// reach is how many tokens to either side the line or the sentence of a date
// is looked for. What is longer is cut there: it is no date line and no sentence
// that could lend a year, and a text without full stops stays linear.
const reach = 200

// lineOf returns the tokens of the line that token i stands on.
func (p *parser) lineOf(i int) (from, to int) {
	for from = i; from > 0 && from > i-reach && !p.toks[from].line; from-- {
	}
	for to = i + 1; to < len(p.toks) && to < i+reach && !p.toks[to].line && p.kind(to) != kBreak; to++ {
	}
	return from, to
}

// sentenceOf returns the tokens of the sentence that token i stands in. Lines
// end sentences too: a heading has no full stop.
func (p *parser) sentenceOf(i int) (from, to int) {
	for from = i; from > 0 && from > i-reach && !p.sentenceEnds(from-1); from-- {
	}
	for to = i; to < len(p.toks) && to < i+reach && !p.sentenceEnds(to); to++ {
	}
	return from, to
}

// dateLine finds a line that holds a full date and nothing else but the words
// pages put around it: "Published: October 26, 2020, 10:00 GMT". A bare date
// counts near the top only, and not if there are several, as in a chronicle.
func (p *parser) dateLine(rs []reading, f *facts) {
	const bareBytes = 600
	best, several := 0, false
	for i := range rs {
		r := &rs[i]
		if r.form != formCalendar || r.year == 0 || r.bc || !r.hasDay() || int(p.toks[r.start].start) > headBytes && int(p.toks[r.start].start) < len(p.s)-headBytes/4 {
			continue
		}
		from, to := p.lineOf(int(r.start))
		rank, rest := 1, false
		for j := from; j < to; j++ {
			switch {
			case j >= int(r.start) && j < int(r.end), p.kind(j) == kPunct, p.kind(j) == kWeekday:
			case p.isAny(j, "published posted date dated issued released created veröffentlicht publié publicado pubblicato опубликовано"):
				rank = 3
			case p.isAny(j, "updated modified edited last on at time gmt utc est edt et cet msk bst pst am pm hrs um uhr le el"):
			case p.among(j, 1<<kNumber|1<<kDecimal) && p.toks[j].digits <= 4 && j >= int(r.end):
			default:
				rest = true
			}
		}
		if rest {
			rank = -1
		}
		if rank < 0 && from == 0 && r.weekday > 0 && p.running(from, to) {
			rank = 2
		}
		if rank == 1 && (int(p.toks[from].start) > bareBytes || from == 0 && to >= len(p.toks)) {
			continue
		}
		if p.isAny(from, "updated modified last edited") {
			rank = min(rank, 1)
		}
		day, ok := r.fullDay()
		switch {
		case !ok:
		case rank > best:
			best, several = rank, false
			f.line, f.lineText = day, p.words(from, to)
		case rank == best && !day.Equal(f.line):
			several = true
		}
	}
	if several && best == 1 {
		f.line, f.lineText = time.Time{}, ""
	}
}

// running reports whether the line [from, to) is the headline of a page written
// while its events went on: "LIVE: … – Thursday 12 March 2026, as it happened".
func (p *parser) running(from, to int) bool {
	if p.is(from, "live") {
		return true
	}
	for j := from; j+2 < to; j++ {
		if p.run(j, "as it happened") > j || p.run(j, "minute by minute") > j {
			return true
		}
	}
	return false
}

// fullDay is the day of a reading that names it in full.
func (r *reading) fullDay() (time.Time, bool) {
	y := eraYear{int(r.year), r.bc}.value()
	m, d := int(r.month), int(r.day)
	if r.holiday > 0 {
		m, d = holidays[r.holiday-1].in(y)
	}
	return civil(y, m, d), r.year != 0 && validDay(y, m, d)
}

// datelineDay finds the day of a dateline: "MOSCOW, October 26. /TASS/.",
// "LONDON, Nov 2 (Reuters) -", "WASHINGTON, Jan. 5, 2020 /PRNewswire/".
func (p *parser) datelineDay(rs []reading, f *facts) {
	for i := range rs {
		r := &rs[i]
		if r.form != formCalendar || r.day == 0 || r.month == 0 || r.bc {
			continue
		}
		if int(p.toks[r.start].start) > headBytes {
			return
		}
		from, to := p.lineOf(int(r.start))
		if !p.isDateline(r, from, to) {
			continue
		}
		f.year, f.month, f.day, f.dayText = int(r.year), int(r.month), int(r.day), p.words(from, int(r.end))
		if r.weekday > 0 {
			f.weekday, f.weekdayText = int(r.weekday), p.words(int(r.start), int(r.end))
		}
		return
	}
}

// isDateline reports whether the line [from, to) opens with a dateline whose
// date is r.
func (p *parser) isDateline(r *reading, from, to int) bool {
	at, end := int(r.start), int(r.end)
	if at-from > 12 {
		return false
	}
	places, capitals := 0, false
	for j := from; j < at; j++ {
		switch {
		case p.kind(j) == kPunct:
			if !strings.ContainsRune(",./()[]-", rune(p.val(j))) {
				return false
			}
		case p.name(j):
			places++
			capitals = capitals || p.toks[j].upper
		case p.isAny(j, "of de el the"):
		case j > from && j+2 == at && r.year > 0 && p.punct(j+1, ',') && p.isAny(j, "comment opinion editorial analysis leader column"):
		default:
			return false
		}
	}
	j := end
	if p.marks(j, ".,") {
		j++
	}
	agency := p.marks(j, "/([") && (p.name(j+1) || p.isAny(j+1, "dpa epa apa"))
	switch {
	case agency:
		return true
	case places == 0:
		return false
	case j >= to, p.punct(j, ':'):
		return capitals || j >= to && at-from <= 5 && p.punct(at-1, ',')
	case p.punct(j, '-') && p.toks[j].space:
		return true
	}
	return capitals && j > end && p.punct(end, '.') && p.capital(j)
}

// name reports whether token i may be a name: it begins with a capital or, as
// in other alphabets, might.
func (p *parser) name(i int) bool {
	return p.capital(i) || p.kind(i) == kWord && p.s[p.toks[i].start] >= 0x80
}

var reportVerbs = text.WordSet{Words: `said told announced reported stated declared confirmed says informed`}

// reports reports whether somebody says something in the sentence [from, to).
func (p *parser) reports(from, to int) bool {
	for j := from; j < to; j++ {
		if p.kind(j) == kWord && reportVerbs.Has(p.text(j)) {
			return true
		}
	}
	return false
}

// openingDay finds, where there is no dateline, the day the opening reports as
// its news: "This was announced on Tuesday, October 20, by …". Without the
// weekday it might be any day looked back on.
func (p *parser) openingDay(rs []reading, f *facts) {
	if f.day > 0 {
		return
	}
	for i := range rs {
		r := &rs[i]
		if int(p.toks[r.start].start) > headBytes/2 {
			return
		}
		if r.form != formCalendar || r.day == 0 || r.month == 0 || r.weekday == 0 || r.bc {
			continue
		}
		from, to := p.sentenceOf(int(r.start))
		if !p.reports(from, to) || p.tense(int(r.start), int(r.end)) != tensePast {
			continue
		}
		f.told = true
		f.year, f.month, f.day, f.dayText = int(r.year), int(r.month), int(r.day), p.words(int(r.start), int(r.end))
		f.weekday, f.weekdayText = int(r.weekday), f.dayText
		return
	}
}

// datelineWeekday finds the weekday of a dateline's day: "told reporters on
// Monday" in the opening, by day.
func (p *parser) datelineWeekday(rs []reading, f *facts) {
	if f.day == 0 || f.weekday > 0 {
		return
	}
	for i := range rs {
		r := &rs[i]
		if int(p.toks[r.start].start) > headBytes/2 {
			return
		}
		if r.form != formCalendar || r.weekday == 0 || r.day > 0 || r.shift != noShift || r.part == partNight || r.part == partEvening || r.mod == modEnd {
			continue
		}
		from, to := p.sentenceOf(int(r.start))
		if p.is(int(r.start)-1, "on") && p.reports(from, to) && p.tense(int(r.start), int(r.end)) == tensePast {
			f.weekday, f.weekdayText = int(r.weekday), p.words(int(r.start)-1, int(r.end))
			return
		}
	}
}

// lookBack finds the latest time of the past that the text names with its year:
// the article appeared after it began.
func (p *parser) lookBack(rs []reading, f *facts) {
	for i := range rs {
		r := &rs[i]
		if r.form != formCalendar || r.year < 1900 || r.bc || r.decade || r.century || r.fiscal || p.isAny(int(r.start)-1, "by until till through for to") {
			continue
		}
		t := civil(int(r.year), 1, 1)
		if r.month > 0 || r.season > 0 || r.quarter > 0 || r.half > 0 || r.holiday > 0 {
			t = r.inYear(int(r.year))
		}
		if t.After(f.newest) && p.tense(int(r.start), int(r.end)) == tensePast {
			f.newest, f.newestText = t, p.words(int(r.start), int(r.end))
		}
	}
}

// countBack looks for "three years ago" that leads from the latest year named
// to another year named.
func (p *parser) countBack(rs []reading, f *facts) {
	if f.newest.IsZero() {
		return
	}
	named := make(map[int]bool)
	for i := range rs {
		if r := &rs[i]; r.form == formCalendar && !r.bc && r.year > 0 {
			named[int(r.year)] = true
		}
	}
	for i := range rs {
		r := &rs[i]
		if r.form != formOffset || int(r.unit) != unitYear || r.told || r.offset != -1 || r.amount < 20 || r.amount%10 != 0 {
			continue
		}
		if named[f.newest.Year()-int(r.amount)/10] {
			f.agoYear, f.agoText = f.newest.Year(), p.words(int(r.start), int(r.end))
			return
		}
	}
}

// tell collects the sentences that name a month or a day.
func (p *parser) tell(rs []reading, f *facts) {
	for i := range rs {
		r := &rs[i]
		if r.form != formCalendar || r.month == 0 || r.bc || r.shift != noShift || r.ofUnit != 0 {
			continue
		}
		from, to := p.sentenceOf(int(r.start))
		if to-from > 120 {
			continue
		}
		t := telling{
			date: p.words(int(r.start), int(r.end)),
			year: int(r.year), month: int(r.month), day: int(r.day), ahead: p.tense(int(r.start), int(r.end)) == tenseFuture,
		}
		t.terms, t.proper = p.terms(from, to)
		if len(t.terms) > 0 {
			f.tellings = append(f.tellings, t)
		}
	}
}
