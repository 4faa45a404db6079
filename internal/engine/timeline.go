package engine

import (
	"slices"
	"strconv"
	"strings"

	"parallax/internal/compare"
	"parallax/internal/dates"
	"parallax/internal/text"
	"parallax/internal/timeline"
)

// The clocks of the timeline; any other is the first.
const (
	happenedClock  = "happened"
	publishedClock = "published"
	EventsOnly     = "events" // when they happened, without the publications
	SharedOnly     = "shared" // and without the events that a single article tells
)

const (
	// RoomyColumns are the most columns of "Who reports what" that a phone draws, and
	// that have room to spare on a desktop; UnscrolledColumns are the most that fit
	// there at all: more scroll in a box of their own.
	RoomyColumns, UnscrolledColumns = 6, 8
	// MostColumns is the largest number of articles that have columns of their
	// own; in a larger collection an event carries its tellings only.
	MostColumns = 24
	// maxNearest bounds the cells of a reply for which the nearest sentence is
	// looked up.
	maxNearest = 1500
	// fullGroup is how many items a heading of the timeline stands over before
	// it is divided by year, then by month.
	fullGroup = 40
)

// Events returns the timeline that the screens are drawn from.
func (e *Engine) Events() *timeline.Timeline { return e.timeline() }

// Listed is how many entries of the timeline stand in one window.
const Listed = 40

// everything asks for all windows at once.
const everything = -1

// Timeline returns the events that match q, by the clock "happened" or
// "published", as the reader corrected them.
func (e *Engine) Timeline(q Query, clock string, corrections ...Correction) Timeline {
	return e.timelineWindow(q, clock, everything, "", corrections)
}

// TimelineWindow returns the same with the entries of one window only, counted
// from 0: the one that holds the event, or if there is none the one wanted.
func (e *Engine) TimelineWindow(q Query, clock string, window int, event string, corrections ...Correction) Timeline {
	return e.timelineWindow(q, clock, max(window, 0), event, corrections)
}

func (e *Engine) timelineWindow(q Query, clock string, window int, event string, corrections []Correction) Timeline {
	m := e.match(q)
	lanes := e.corrected(corrections)
	reply := Timeline{Total: len(lanes.dated) + len(lanes.undated)}
	columns := e.columns(m)
	for _, a := range columns {
		reply.Articles = append(reply.Articles, e.sourced(a))
	}
	dated := e.matching(lanes.dated, m, clock)
	undated := e.matching(lanes.undated, m, clock)
	reply.Shown = len(dated) + len(undated)

	var articles []int
	for _, a := range e.order {
		if m.published(a) && clock != EventsOnly && clock != SharedOnly {
			articles = append(articles, a)
		}
	}
	ms := e.moments(dated, articles)
	reply.Strip = e.strip(ms)
	var groups []entryGroup
	if clock == publishedClock {
		groups = e.byPublication(dated, articles)
	} else {
		groups = byTime(ms)
	}
	dateless := len(groups)
	if len(undated) > 0 {
		g := entryGroup{heading: "Undated"}
		for _, ev := range undated {
			g.entries = append(g.entries, entry{event: ev})
		}
		groups = append(groups, g)
	}
	reply.Parts, reply.Of = partsOf(groups)
	first, after := reply.cut(groups, window, event)
	nearest := (after-first)*len(columns) <= maxNearest
	view := func(ev *timeline.Event) *Event {
		v := e.eventView(ev, columns, nearest, m)
		lanes.mark(&v)
		return &v
	}
	for n, g := range between(groups, first, after) {
		shown := EventGroup{Heading: g.heading}
		for _, it := range g.entries {
			switch {
			case n == dateless:
				reply.Undated = append(reply.Undated, *view(it.event))
			case it.ref != nil:
				shown.Items = append(shown.Items, Item{Published: it.ref})
			default:
				shown.Items = append(shown.Items, Item{Event: view(it.event)})
			}
		}
		if len(shown.Items) > 0 {
			reply.Groups = append(reply.Groups, shown)
		}
	}
	for _, ev := range lanes.hidden {
		reply.Hidden = append(reply.Hidden, *view(ev))
	}
	return reply
}

// entry is an event or a publication in the list.
type entry struct {
	event *timeline.Event
	ref   *ArticleRef
}

// entryGroup is entries under one heading.
type entryGroup struct {
	heading string
	entries []entry
}

// mostParts bounds the headings that a long list is entered by.
const mostParts = 60

// partsOf says in which window each heading begins, and how many entries there
// are. Of too many headings, only the first of each window is kept.
func partsOf(groups []entryGroup) (parts []Part, of int) {
	for _, g := range groups {
		window := of / Listed
		of += len(g.entries)
		if n := len(parts); len(groups) > mostParts && n > 0 && parts[n-1].Window == window {
			continue
		}
		parts = append(parts, Part{g.heading, window})
	}
	if n := len(parts); n > mostParts {
		for i := range mostParts {
			parts[i] = parts[i*n/mostParts]
		}
		parts = parts[:mostParts]
	}
	return parts, of
}

// cut chooses the entries [first, after) of a window.
func (t *Timeline) cut(groups []entryGroup, window int, event string) (first, after int) {
	if window == everything {
		return 0, t.Of
	}
	if event != "" {
		at := 0
		for _, g := range groups {
			for _, it := range g.entries {
				if it.event != nil && it.event.ID == event {
					window = at / Listed
				}
				at++
			}
		}
	}
	t.First = min(window, max(t.Of-1, 0)/Listed) * Listed
	return t.First, min(t.First+Listed, t.Of)
}

// between returns the groups with those of their entries that are counted
// [first, after) through all of them.
func between(groups []entryGroup, first, after int) []entryGroup {
	cut := slices.Clone(groups)
	at := 0
	for n, g := range groups {
		from, to := min(max(first-at, 0), len(g.entries)), min(max(after-at, 0), len(g.entries))
		at += len(g.entries)
		cut[n].entries = g.entries[from:to]
	}
	return cut
}

// columns returns the articles that stand over the cells, earliest first.
func (e *Engine) columns(m *matcher) []int {
	if len(e.order) > MostColumns && m.q.Outlet == "" && m.only == nil {
		return nil
	}
	var out []int
	for _, a := range e.order {
		if (m.q.Outlet == "" || e.refs[a].OutletID == m.q.Outlet) && (m.only == nil || m.only[a]) {
			out = append(out, a)
		}
	}
	if len(out) > MostColumns {
		return nil
	}
	return out
}

// matching returns the events that m lets through.
func (e *Engine) matching(events []*timeline.Event, m *matcher, clock string) []*timeline.Event {
	var out []*timeline.Event
	best := 0
	scores := map[*timeline.Event]int{}
	for _, ev := range events {
		score, ok := m.event(ev)
		if !ok {
			continue
		}
		if clock == publishedClock {
			ok = slices.ContainsFunc(ev.Cells, func(c timeline.Cell) bool { return tells(c) && m.published(int(c.Article)) })
		} else {
			ok = m.happened(ev)
		}
		if clock == SharedOnly {
			ok = ok && m.tellers(ev) > 1
		}
		if !ok {
			continue
		}
		scores[ev] = score
		best = max(best, score)
		out = append(out, ev)
	}
	// With several words, those events stay that have most of them.
	return slices.DeleteFunc(out, func(ev *timeline.Event) bool { return scores[ev] < best })
}

// tells reports whether a cell tells its event, exactly or not.
func tells(c timeline.Cell) bool {
	return c.State == timeline.Told || c.State == timeline.LessExact || c.State == timeline.Disagree
}

// tellers counts the articles that tell an event, of those that m lets through.
func (m *matcher) tellers(ev *timeline.Event) int {
	n := 0
	for _, c := range ev.Cells {
		if tells(c) && m.article(int(c.Article)) {
			n++
		}
	}
	return n
}

// byTime groups moments under the stretches of the strip.
func byTime(ms []moment) []entryGroup {
	var groups []entryGroup
	parts := stretches(ms)
	for i, part := range parts {
		var before, after *moment
		if i > 0 {
			before = &parts[i-1].moments[len(parts[i-1].moments)-1]
		}
		if i+1 < len(parts) {
			after = &parts[i+1].moments[0]
		}
		for _, div := range divide(part.moments, before, after) {
			g := entryGroup{heading: div.heading}
			for _, m := range div.moments {
				g.entries = append(g.entries, entry{m.event, m.ref})
			}
			groups = append(groups, g)
		}
	}
	return groups
}

// division is moments under one heading.
type division struct {
	heading string
	moments []moment
}

// divide puts ms under headings: one if they are few, else by year, and within
// a full year by month. before and after are the neighbours, nil at the ends.
func divide(ms []moment, before, after *moment) []division {
	if len(ms) <= fullGroup {
		return []division{{groupHeading(ms, before, after), ms}}
	}
	var out []division
	for _, unit := range []func(moment) string{moment.year, moment.month} {
		out = out[:0]
		for _, m := range ms {
			h := unit(m)
			if n := len(out); n == 0 || out[n-1].heading != h {
				out = append(out, division{heading: h})
			}
			out[len(out)-1].moments = append(out[len(out)-1].moments, m)
		}
		if len(ms)/len(out) <= fullGroup {
			break
		}
	}
	return out
}

// year is the year in which m begins.
func (m moment) year() string { return strconv.Itoa(m.start.Year()) }

// month is the month in which m begins, or its year where no month is told: a
// year is not its January.
func (m moment) month() string {
	if m.coarse() {
		return m.year()
	}
	return monthYear(m.start)
}

// coarse reports whether m tells no month.
func (m moment) coarse() bool { return m.event != nil && m.event.When.Precision < dates.Month }

// groupHeading says from when to when ms run: years alone where they are
// years apart, months where a neighbour shares the year.
func groupHeading(ms []moment, before, after *moment) string {
	first, last := ms[0].start, ms[len(ms)-1].start
	if first.Year() == last.Year() {
		if slices.ContainsFunc(ms, moment.coarse) {
			return strconv.Itoa(first.Year())
		}
		return period(dayOf(first), dayOf(last), dates.Month)
	}
	from, to := strconv.Itoa(first.Year()), strconv.Itoa(last.Year())
	if before != nil && before.start.Year() == first.Year() {
		from = ms[0].month()
	}
	if after != nil && after.start.Year() == last.Year() {
		to = ms[len(ms)-1].month()
	}
	return from + " to " + to
}

// byPublication puts each event under the first article that tells it.
func (e *Engine) byPublication(events []*timeline.Event, articles []int) []entryGroup {
	under := map[int][]*timeline.Event{}
	for _, ev := range events {
		for _, c := range ev.Cells {
			if tells(c) {
				under[int(c.Article)] = append(under[int(c.Article)], ev)
				break
			}
		}
	}
	var groups []entryGroup
	for _, a := range articles {
		ref := e.sourced(a)
		g := entryGroup{longClaim(e.d.Articles[a].Published), []entry{{ref: &ref}}}
		for _, ev := range under[a] {
			g.entries = append(g.entries, entry{event: ev})
		}
		groups = append(groups, g)
	}
	return groups
}

// eventHead is what screens show of an event but for who tells it and how.
func (e *Engine) eventHead(ev *timeline.Event) Event {
	e.timeline().Relate(ev)
	return Event{
		ID: ev.ID, EDTF: ev.When.EDTF, Date: eventDate(ev.When), DateNote: e.dateNote(ev),
		Status: string(ev.Status), Words: ev.Words.Of(e.d.Articles[ev.Teller].Text),
		Count: wordings(ev), Not: ev.Not, Inferred: e.inferred(ev),
	}
}

// eventView is what screens show of an event.
func (e *Engine) eventView(ev *timeline.Event, columns []int, nearest bool, m *matcher) Event {
	out := e.eventHead(ev)
	for _, a := range columns {
		out.Cells = append(out.Cells, e.cellRef(ev, a, nearest, m))
	}
	out.Tellings = e.tellings(ev, m)
	return out
}

// wordings says "5 articles, 3 wordings, 1 with another date".
func wordings(ev *timeline.Event) string {
	n, against := 0, 0
	for _, c := range ev.Cells {
		if tells(c) {
			n++
		}
		if c.State == timeline.Disagree {
			against++
		}
	}
	if n == 1 {
		return Count(n, "article")
	}
	words := Count(n, "article") + ", " + Count(ev.Wordings, "wording")
	if against > 0 {
		words += ", " + strconv.Itoa(against) + " with another date"
	}
	return words
}

// dateNote says what else is known of an event's time: another clock, the
// words it was worked out from, or what it followed.
func (e *Engine) dateNote(ev *timeline.Event) string {
	if !ev.When.OnCalendar() {
		if ev.After.OnCalendar() {
			return "after what is told of " + strings.TrimPrefix(eventDate(ev.After), "since ")
		}
		return ""
	}
	if len(ev.Clocks) > 0 {
		var notes []string
		for _, sp := range ev.Clocks {
			notes = append(notes, sp.Of(e.d.Articles[ev.Teller].Text))
		}
		return strings.Join(notes, " · ")
	}
	words := e.dateWords(ev)
	switch {
	case words == "":
		return "by the order of telling"
	case e.inferred(ev):
		return "“" + words + "”"
	}
	return ""
}

// dateWords is the time in the words of the teller, "" if it gives none.
func (e *Engine) dateWords(ev *timeline.Event) string {
	teller := e.timeline().Cell(ev, int(ev.Teller))
	if len(teller.Dates) == 0 {
		return ""
	}
	return teller.Dates[0].Of(e.d.Articles[ev.Teller].Text)
}

// inferred reports whether the time was worked out rather than read: from "The
// day before", "this past July", or from what was told before.
func (e *Engine) inferred(ev *timeline.Event) bool {
	return ev.When.OnCalendar() && !strings.ContainsAny(e.dateWords(ev), "0123456789")
}

// cellRef is the entry of ev for article a, if wanted with the nearest sentence
// where nothing was found.
func (e *Engine) cellRef(ev *timeline.Event, a int, nearest bool, m *matcher) CellRef {
	c := e.timeline().Cell(ev, a)
	if nearest {
		e.timeline().FindNearest(ev, &c)
	}
	sign, word := e.signOf(c)
	ref := CellRef{Sign: sign, Word: word, Number: c.Number, Perhaps: c.Perhaps != timeline.NoDoubt}
	art := &e.d.Articles[a]
	switch {
	case len(c.Sentences) > 0:
		ref.Runs = e.evidence(c, m)
		ref.Paragraph = int(art.Sentences[c.Sentences[0]].Paragraph)
	case c.Nearest >= 0:
		s := art.Sentences[c.Nearest]
		ref.Runs = []Run{{Text: s.Span.Of(art.Text)}}
		ref.Paragraph = int(s.Paragraph)
	}
	return ref
}

// signOf returns a cell's sign, and its word.
func (e *Engine) signOf(c timeline.Cell) (sign Sign, word string) {
	switch c.State {
	case timeline.Told:
		switch {
		case c.SameAs < 0:
			return SignTold, "told"
		case c.Relation == compare.Identical:
			return SignSame, "same words as " + e.refs[c.SameAs].Cited()
		case c.Small:
			return SignChanged, "small changes against " + e.refs[c.SameAs].Cited()
		case c.Number:
			return SignChanged, "same wording as " + e.refs[c.SameAs].Cited() + ", another number"
		}
		return SignChanged, "reworded against " + e.refs[c.SameAs].Cited()
	case timeline.LessExact:
		return SignLess, "less exact: " + unitOf(c.When) + " only"
	case timeline.Disagree:
		if !c.When.OnCalendar() {
			return SignDisagree, "says that it was not then"
		}
		return SignDisagree, "another date: " + eventDate(c.When)
	case timeline.Undated:
		return SignUndated, "undated"
	case timeline.Later:
		return SignLater, "later"
	}
	switch c.Perhaps {
	case timeline.OtherWords:
		return SignNone, "in other words?"
	case timeline.OtherTime:
		return SignNone, "at another time?"
	}
	return SignNone, "nothing found"
}

// unitOf names the precision of a coarse time.
func unitOf(v dates.Value) string {
	switch v.Precision {
	case dates.Month:
		return "month"
	case dates.Season:
		return "season"
	case dates.Week:
		return "week"
	case dates.Decade:
		return "decade"
	case dates.Century:
		return "century"
	case dates.Year:
		return "year"
	}
	return "period"
}

// evidence is the sentences of a cell with the time and the telling words
// marked. Sentences that follow each other are one text.
func (e *Engine) evidence(c timeline.Cell, m *matcher) []Run {
	art := &e.d.Articles[c.Article]
	sp := art.Sentences[c.Sentences[0]].Span
	for _, n := range c.Sentences[1:] {
		s := art.Sentences[n]
		if s.Paragraph == art.Sentences[c.Sentences[0]].Paragraph {
			sp.End = max(sp.End, s.Span.End)
		} else if sp.Contains(c.Words) {
			continue
		} else if s.Span.Contains(c.Words) {
			sp = s.Span
		}
	}
	var marks []mark
	for _, d := range c.Dates {
		marks = append(marks, hit(text.Span{Start: d.End - int32(len(withPreposition(art.Text, d))), End: d.End}))
	}
	if len(c.Dates) == 0 && !c.Words.Empty() {
		marks = append(marks, hit(c.Words))
	}
	if !c.Words.Empty() {
		marks = append(marks, mark{c.Words, func(r *Run) { r.Heading = true }})
	}
	marks = append(marks, m.marksIn(int(c.Article), sp)...)
	return runsOf(art.Text, sp, marks)
}

// tellings lists the wordings of an event, oldest first, each with the
// articles that repeat it; allusions come last.
func (e *Engine) tellings(ev *timeline.Event, m *matcher) []Telling {
	var out []Telling
	at := map[int32]int{}
	var repeats [][]ArticleRef
	add := func(c timeline.Cell) {
		sign, note := e.signOf(c)
		if c.State == timeline.Told && c.SameAs < 0 {
			note = "own words"
		}
		at[c.Article] = len(out)
		out = append(out, Telling{
			Article: e.refs[c.Article], Sign: sign, Note: note, Runs: e.evidence(c, m),
			Paragraph: int(e.d.Articles[c.Article].Sentences[c.Sentences[0]].Paragraph),
		})
		repeats = append(repeats, nil)
	}
	for _, c := range ev.Cells {
		if !tells(c) {
			continue
		}
		if n, ok := at[c.SameAs]; ok && c.Relation == compare.Identical && c.State == timeline.Told {
			at[c.Article] = n
			repeats[n] = append(repeats[n], e.refs[c.Article])
			continue
		}
		add(c)
	}
	for n, refs := range repeats {
		if len(refs) > 0 {
			out[n].Sign, out[n].Note = SignSame, "same words: "+e.refList(out[n].Article, refs)
		}
	}
	if len(out) == 1 && out[0].Note == "own words" {
		out[0].Note = ""
	}
	for _, c := range ev.Cells {
		if c.State == timeline.Undated {
			add(c)
		}
	}
	return out
}

// maxListed bounds the articles named in one note.
const maxListed = 6

// refList names articles, by date alone where the outlet is that of first:
// "26 Oct, 30 Oct 2020".
func (e *Engine) refList(first ArticleRef, refs []ArticleRef) string {
	var words []string
	for i, r := range refs {
		if i == maxListed {
			words = append(words, strconv.Itoa(len(refs)-i)+" more")
			break
		}
		date := r.DateWords()
		if i+1 < len(refs) && i+1 < maxListed && refs[i+1].OutletID == r.OutletID {
			if day, year := r.dayAndYear(); year != "" && strings.HasSuffix(refs[i+1].Date, " "+year) {
				date = day + r.nth()
			}
		}
		if r.OutletID != first.OutletID {
			date = r.Outlet + " " + date
		}
		words = append(words, date)
	}
	return strings.Join(words, ", ")
}

// cellWords returns the few words of article a that tell or allude to an event.
func (e *Engine) cellWords(a int, c timeline.Cell) string {
	if !c.Words.Empty() {
		return c.Words.Of(e.d.Articles[a].Text)
	}
	if len(c.Sentences) > 0 {
		return opening(e.d.Articles[a].Sentences[c.Sentences[0]].Span.Of(e.d.Articles[a].Text), 80)
	}
	return ""
}
