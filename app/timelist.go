package app

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"parallax/internal/engine"
	"parallax/internal/route"
)

// window is how many entries of the timeline stand in the page at a time:
// go-app has no keyed lists, and a thousand rows would take it a second.
const window = 100

// eventList is the events of a timeline drawn as a list, or the part of a long
// one that is in the window.
type eventList struct {
	groups    []app.UI
	first, of int // the first entry drawn, and of how many
	drawn     int
}

// list draws the part of t that is in the window, undated events last.
func (v view) list(t *engine.Timeline) eventList {
	l := eventList{first: v.windows * window}
	at := 0
	add := func(heading string, items []engine.Item) {
		from := min(max(l.first-at, 0), len(items))
		to := min(max(l.first+window-at, from), len(items))
		at += len(items)
		if from == to {
			return
		}
		id := "g" + number(len(l.groups))
		if from > 0 {
			heading += ", continued"
		}
		l.drawn += to - from
		l.groups = append(l.groups, el("section", "timeline-group", el("h2", "", text(heading)).ID(id),
			el("ol", "timeline-list", many(items[from:to], v.timelineItem)...)).Attr("aria-labelledby", id))
	}
	for _, g := range t.Groups {
		add(g.Heading, g.Items)
	}
	add("Undated", undatedItems(t))
	l.of = at
	return l
}

func undatedItems(t *engine.Timeline) []engine.Item {
	items := make([]engine.Item, len(t.Undated))
	for i := range t.Undated {
		items[i].Event = &t.Undated[i]
	}
	return items
}

// eachItem calls do with every entry of t and its place in the list.
func eachItem(t *engine.Timeline, do func(at int, heading string, item engine.Item)) {
	at := 0
	for _, g := range t.Groups {
		for _, item := range g.Items {
			do(at, g.Heading, item)
			at++
		}
	}
	for _, item := range undatedItems(t) {
		do(at, "Undated", item)
		at++
	}
}

// remember keeps t as the timeline on the screen, and brings the event that
// the address names into the window, opened.
func (r *reader) remember(t *engine.Timeline) {
	if r.events == t {
		return
	}
	r.events, r.rows = t, map[string]*engine.Event{}
	wanted, total := -1, 0
	eachItem(t, func(at int, _ string, item engine.Item) {
		total++
		if item.Event != nil {
			r.rows[item.Event.ID] = item.Event
			if item.Event.ID == r.page.state.Event {
				wanted = at
			}
		}
	})
	if r.opened == nil {
		r.opened = map[string]bool{}
	}
	if wanted >= 0 && r.arrived != byTyping {
		r.windows = wanted / window
		r.opened[r.page.state.Event] = true
	}
	r.windows = min(r.windows, max(total-1, 0)/window)
}

// timelineShown is the timeline drawn last.
func (r *reader) timelineShown() *engine.Timeline { return r.events }

// turn draws the next or the previous window of the list.
func (r *reader) turn(windows int) {
	r.windows = windows
	r.redraw()
	r.ctx.Defer(func(app.Context) { focusHeadingOf(listID) })
}

const listID = "events"

// windowNav leads to the other windows of a long list: the ones beside it, and
// the headings at which they begin.
func (v view) windowNav(t *engine.Timeline, l eventList) app.UI {
	if l.of <= window {
		return nil
	}
	button := func(words, picture string, to int) app.UI {
		return el("button", "button", icon(picture), text(" "+words)).Attr("type", "button").
			On("click", on(func(app.Event) { v.turn(to) }), app.EventScope(to))
	}
	var options []app.UI
	last := ""
	eachItem(t, func(at int, heading string, _ engine.Item) {
		if heading != last && (at%window == 0 || at/window != (at-1)/window || last == "" || heading != last) {
			last = heading
			options = append(options, el("option", "", text(heading)).Attr("value", number(at/window)))
		}
	})
	jump := func(e app.Event) {
		if n := e.Get("target").Get("selectedIndex").Int(); n > 0 {
			v.turn(v.windowAtHeading(n - 1))
		}
	}
	return el("nav", "window-nav",
		when(v.windows > 0, func() app.UI { return button("Before", "up", v.windows-1) }),
		el("span", "muted small figures", text(number(l.first+1)+" to "+number(l.first+l.drawn)+" of "+number(l.of))),
		when(len(options) > 1, func() app.UI {
			return el("label", "field-inline", hidden("Go to"), el("select", "", append([]app.UI{el("option", "", text("Go to …"))}, options...)...).On("change", on(jump)))
		}),
		when(l.first+l.drawn < l.of, func() app.UI { return button("After", "down", v.windows+1) }),
	).Attr("aria-label", "Parts of the list")
}

// windowAtHeading returns the window in which the n-th heading begins.
func (r *reader) windowAtHeading(n int) int {
	found, headings, last := 0, -1, ""
	eachItem(r.events, func(at int, heading string, _ engine.Item) {
		if heading != last {
			last = heading
			headings++
			if headings == n {
				found = at / window
			}
		}
	})
	return found
}

func (v view) timelineItem(item engine.Item) app.UI {
	if a := item.Published; a != nil {
		return el("li", "published-item", glyph("published"),
			el("p", "published-row", el("span", "figures", text(dateWords(*a))), el("span", "", text(" published: ")),
				v.link("item", articleState(*a), text(a.Outlet+", "+quoted(a.Title))).Attr("data-article", a.ID)))
	}
	e := item.Event
	return el("li", choose(e.Inferred, "inferred", ""), glyph(choose(e.EDTF == "", "undated", statusSign(e))),
		&eventRow{reader: v.reader, ID: e.ID, Drawn: v.drawn}).ID(eventID(e.ID)).Attr("tabindex", "-1")
}

// eventRow is one event of the list. It is drawn by itself, so that opening
// one draws none of the others; the sentences are drawn when it is open.
type eventRow struct {
	app.Compo
	reader *reader
	ID     string
	Drawn  uint32
}

// Render draws one event: date, words, one sign for each article, a count; the
// sentences when it is opened.
func (row *eventRow) Render() app.UI {
	r := row.reader
	e := r.rows[row.ID]
	if e == nil {
		return el("div", "")
	}
	open := r.opened[row.ID]
	return view{r, r.page.state}.eventDetails(e, open).Attr("open", open).On("toggle", row.toggled)
}

// event draws an event where no list of them is long.
func (v view) event(e *engine.Event) app.UI {
	return el("li", "", glyph(choose(e.EDTF == "", "undated", statusSign(e))), v.eventDetails(e, true)).ID(eventID(e.ID)).Attr("tabindex", "-1")
}

func (v view) eventDetails(e *engine.Event, open bool) app.HTMLElem {
	return el("details", "event",
		el("summary", "item",
			el("span", "event-date", el("time", "", text(e.Date)),
				when(e.DateNote != "" && e.Yours == nil, func() app.UI { return el("span", "", text(e.DateNote)) }), yours(e)),
			el("span", "verbatim", text(quoted(e.Words))),
			el("span", "event-cells", many(e.Cells, cellGlyph)...).Attr("aria-hidden", "true"),
			el("span", "event-count", text(e.Count), statusTag(e))),
		when(open, func() app.UI { return v.evidence(e) }))
}

// toggled notes that the event was opened or closed, and draws it alone.
func (row *eventRow) toggled(ctx app.Context, e app.Event) {
	r := row.reader
	open := e.Get("target").Get("open").Bool()
	if r.opened[row.ID] == open {
		ctx.PreventUpdate()
		return
	}
	r.opened[row.ID] = open
	if r.hostContext != nil {
		r.hostContext.PreventUpdate()
	}
}

// evidence is every article's sentence, the ways to see them side by side and
// to correct the event.
func (v view) evidence(e *engine.Event) app.UI {
	var lines []app.UI
	for i, t := range e.Tellings {
		lines = append(lines, v.telling(t, e.Tellings[:i]))
	}
	lines = append(lines,
		el("li", "button-row", v.sideBySide(e),
			v.link("button", route.State{Screen: route.Reports, Event: e.ID}, icon("table"), text(" Who reports what"))))
	if v.state.Screen == route.Timeline {
		lines = append(lines, v.fix(e))
	}
	return el("ol", "evidence", lines...)
}

// sideBySide opens the first two wordings beside each other, where they stand.
func (v view) sideBySide(e *engine.Event) app.UI {
	if len(e.Tellings) < 2 {
		return nil
	}
	return v.link("button", besideState(e.Tellings[0], e.Tellings[1]), icon("compare"), text(" Side by side"))
}

// besideState is two articles side by side at the paragraph that tells an event.
func besideState(a, b engine.Telling) route.State {
	s := pairState(a.Article, b.Article)
	s.At = a.Paragraph
	return s
}

func cellGlyph(c engine.CellRef) app.UI {
	if faded(c.Sign) {
		return fadedGlyph(c.Sign)
	}
	return glyph(c.Sign)
}

// statusTag names a status that is not plain reporting.
func statusTag(e *engine.Event) app.UI {
	if e.Status == "" || e.Status == "reported" {
		return nil
	}
	return el("span", "tag", glyph(statusSign(e)), text(" "+e.Status))
}

// telling is one wording of an event, with the articles that carry it, and a
// way to set it beside the first.
func (v view) telling(t engine.Telling, before []engine.Telling) app.UI {
	return el("li", "",
		el("p", "evidence-head", v.link("", articleAt(t.Article, t.Paragraph), el("b", "", text(cited(t.Article)))),
			when(t.Note != "", func() app.UI { return el("span", "tag", glyph(t.Sign), text(" "+t.Note)) }),
			when(len(before) > 1, func() app.UI {
				return v.link("beside", besideState(before[0], t), smallIcon("compare"), text(" beside "+cited(before[0].Article)))
			})),
		v.verbatim(t.Runs))
}
