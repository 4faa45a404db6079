package app

import (
	"fmt"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"parallax/internal/engine"
	"parallax/internal/route"
)

// window is how many rows of a long list stand in the page at a time: go-app
// has no keyed lists, and a thousand rows would take it a second.
const window = engine.Listed

const listID = "events"

// listBox holds the list. Other filters, another clock or window make it anew,
// apart from the one that is seen meanwhile.
type listBox struct {
	app.Compo
	reader *reader
	Key    string
	Drawn  uint32
}

func (v view) listBox(t *engine.Timeline) app.UI {
	s := v.state
	s.Event = ""
	return &listBox{reader: v.reader, Key: fmt.Sprint(s, t.First), Drawn: v.drawn}
}

// CompoID tells go-app not to make one list out of the parts of another.
func (b *listBox) CompoID() string { return b.Key }

// OnInit is called by go-app before it builds the list.
func (b *listBox) OnInit() { building.apart = true }

// OnMount is called when the list stands. It keeps the way to leave the list as
// it is when a row of it drew itself.
func (b *listBox) OnMount(ctx app.Context) {
	building.apart = false
	b.reader.listContext = &ctx
}

// OnDismount forgets it.
func (b *listBox) OnDismount() { b.reader.listContext = nil }

func (b *listBox) Render() app.UI {
	v := view{b.reader, b.reader.page.state}
	return el("div", "", v.list(b.reader.events)...).ID(listID).Attr("tabindex", "-1")
}

// list draws the entries of t, which are those of one window; undated events
// come last.
func (v view) list(t *engine.Timeline) []app.UI {
	var groups []app.UI
	add := func(heading string, items []engine.Item) {
		if len(items) == 0 {
			return
		}
		id := "g" + number(len(groups))
		groups = append(groups, el("section", "timeline-group", el("h2", "", text(heading)).ID(id),
			el("ol", "timeline-list", many(items, v.timelineItem)...)).Attr("aria-labelledby", id))
	}
	for _, g := range t.Groups {
		add(g.Heading, g.Items)
	}
	undated := make([]engine.Item, len(t.Undated))
	for i := range t.Undated {
		undated[i].Event = &t.Undated[i]
	}
	add("Undated", undated)
	return groups
}

// remember keeps t as the timeline on the screen, and opens the event that the
// address names.
func (r *reader) remember(t *engine.Timeline) {
	if r.events == t {
		return
	}
	r.events, r.rows = t, map[string]*engine.Event{}
	for _, e := range eventsOf(t) {
		r.rows[e.ID] = e
	}
	if r.opened == nil {
		r.opened = map[string]bool{}
	}
	if id := r.page.state.Event; r.rows[id] != nil && r.arrived != byTyping {
		r.opened[id] = true
	}
	r.version++
	r.drawStripSoon()
}

// turn shows another window of the list.
func (r *reader) turn(to int) {
	s := r.page.state
	s.Event = ""
	r.part = to
	r.focus = listID
	r.open(s, byTyping)
}

// windowNav leads to the other windows of a long list: the ones beside it, and
// the headings at which they begin.
func (v view) windowNav(t *engine.Timeline) app.UI {
	what := choose(v.state.Screen == route.Reports, "Events ", "Entries ")
	if t.Of <= window {
		return nil
	}
	part, last := t.First/window, (t.Of-1)/window
	entries := func(part int) string {
		return what + number(part*window+1) + " to " + number(min((part+1)*window, t.Of))
	}
	button := func(picture string, to int) app.UI {
		return el("button", "button", icon(picture), text(" "+entries(to))).Attr("type", "button").
			On("click", on(func(app.Event) { v.turn(to) }), app.EventScope(to))
	}
	options := []app.UI{el("option", "", text("Go to another time …"))}
	for _, p := range t.Parts {
		options = append(options, el("option", "", text(p.Heading)).Attr("value", number(p.Window)))
	}
	jump := func(e app.Event) {
		if n := e.Get("target").Get("selectedIndex").Int(); n > 0 && n <= len(t.Parts) {
			v.turn(t.Parts[n-1].Window)
		}
	}
	return el("nav", "window-nav",
		when(part > 0, func() app.UI { return button("up", part-1) }),
		el("span", "muted small figures", text(entries(part)+" of "+number(t.Of))),
		when(part < last, func() app.UI { return button("down", part+1) }),
		when(len(options) > 2, func() app.UI {
			return el("label", "field-inline", hidden("Go to"), el("select", "", options...).On("change", on(jump), app.EventScope(part)))
		}),
	).Attr("aria-label", "Parts of the list")
}

func (v view) timelineItem(item engine.Item) app.UI {
	if a := item.Published; a != nil {
		return el("li", "published-item", glyph(engine.SignPublished),
			el("p", "published-row", el("span", "figures", text(a.FullDate())), el("span", "", text(" published: ")),
				v.link("item", articleState(*a), text(a.Outlet+", "+quoted(a.Title))).Attr("data-article", a.ID), v.markedTag(a.ID)))
	}
	e := item.Event
	return el("li", choose(e.Inferred, "inferred", ""), glyph(e.Sign()),
		&eventRow{reader: v.reader, ID: e.ID, Drawn: v.version}).ID(eventID(e.ID)).Attr("tabindex", "-1")
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
	return el("li", "", glyph(e.Sign()), v.eventDetails(e, true)).ID(eventID(e.ID)).Attr("tabindex", "-1")
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
	if r.listContext != nil {
		r.listContext.PreventUpdate()
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
	if c.Sign.Untold() {
		return fadedGlyph(c.Sign)
	}
	return glyph(c.Sign)
}

// statusTag names a status that is not plain reporting.
func statusTag(e *engine.Event) app.UI {
	if e.Status == "" || e.Status == "reported" {
		return nil
	}
	return el("span", "tag", glyph(engine.StatusSign(e.Status)), text(" "+e.Status))
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
