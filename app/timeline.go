package app

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"parallax/internal/engine"
	"parallax/internal/route"
)

// window is how many entries of the timeline are drawn at a time. go-app has
// no keyed lists: 200 rows take some 50 ms, 2,000 would take a second.
const window = 200

func timelinePage(t *engine.Timeline) page {
	return page{
		title: "Timeline",
		said:  count(t.Shown, "event", "events"),
		draw:  func(v view) []app.UI { return v.timeline(t) },
	}
}

// timeline draws the list of events, and above it the same as a picture.
func (v view) timeline(t *engine.Timeline) []app.UI {
	lists, shown, of := v.eventGroups(t)
	return []app.UI{
		pageHead("Timeline", el("p", "muted", text("Dates read out of "+count(len(t.Articles), "article", "articles")+
			". Every heading is an article’s own words; open one to see the sentences."))),
		when(len(t.Strip.Zones) > 0, func() app.UI { return el("figure", "card", v.strip(t.Strip), stripKey()) }),
		el("div", "compare-tools", v.clocks(),
			v.link("button", route.State{Screen: route.Reports, Query: v.state.Query}, icon("table"), text(" Who reports what"))),
		v.timelineFilter(t),
		when(t.Shown > 0, func() app.UI {
			return el("p", "small muted", text("The signs beside an event stand for the articles, oldest first. "),
				v.link("", route.State{Screen: route.Help}, text("What the signs mean")))
		}),
		el("div", "", lists...),
		when(t.Shown == 0, func() app.UI { return v.noEvents(t) }),
		v.showMore(shown, of, "entries"),
	}
}

// clocks switches between when things happened and when they were published.
func (v view) clocks() app.UI {
	entry := func(clock, word, picture string) app.UI {
		s := v.state
		s.Clock, s.Event = clock, ""
		a := v.link("", s, smallIcon(picture), text(" "+word))
		if v.state.Clock == clock {
			a = a.Attr("aria-current", "true")
		}
		return a
	}
	return el("nav", "choice", entry("", "happened", "clock"), entry("published", "published", "article")).Attr("aria-label", "Order by")
}

// timelineFilter narrows the timeline by words and dates.
func (v view) timelineFilter(t *engine.Timeline) app.UI {
	s := v.state
	filters := v.filterChips(t)
	field := func(id, word, value, hint string) app.UI {
		return el("label", "field", el("span", "small muted", text(word)),
			app.Input().ID(id).Type("text").Value(value).Placeholder(hint).AutoComplete(false).Spellcheck(false))
	}
	narrow := func(e app.Event) {
		e.PreventDefault()
		v.narrow(inputValue("filter-q"), inputValue("filter-from"), inputValue("filter-to"))
	}
	form := el("details", "explain filters",
		el("summary", "", smallIcon("filter"), text(" Filter")),
		el("form", "filter-form",
			field("filter-q", "Words", s.Query, "truce"),
			field("filter-from", "From", s.From, "2020-09"),
			field("filter-to", "To", s.To, "2020-10-26"),
			el("button", "button", text("Show")).Attr("type", "submit")).On("submit", on(narrow)))
	if len(filters) == 0 {
		return form
	}
	return el("div", "filter-row", form, el("ul", "chips", filters...))
}

// narrow filters the timeline; dates that are none are dropped with the state.
func (r *reader) narrow(query, from, to string) {
	s := r.page.state
	s.Query, s.From, s.To, s.Event = query, from, to, ""
	path, fragment := s.Address()
	r.open(route.Parse(path, fragment), byChoice)
}

// filterChips are the filters in force, each with a way out.
func (v view) filterChips(t *engine.Timeline) []app.UI {
	var chips []app.UI
	chip := func(words string, without route.State) {
		without.Event = ""
		chips = append(chips, el("li", "", v.link("chip", without, text(words), smallIcon("close"), hidden(" remove"))))
	}
	s := v.state
	if s.Query != "" {
		without := s
		without.Query = ""
		chip(quoted(s.Query), without)
	}
	if s.Outlet != "" {
		without := s
		without.Outlet = ""
		chip("outlet: "+outletName(t.Articles, s.Outlet), without)
	}
	if s.Who != "" {
		without := s
		without.Who = ""
		chip("who: "+s.Who, without)
	}
	if s.From != "" {
		without := s
		without.From = ""
		chip("from "+s.From, without)
	}
	if s.To != "" {
		without := s
		without.To = ""
		chip("to "+s.To, without)
	}
	return chips
}

func outletName(articles []engine.ArticleRef, id string) string {
	for _, a := range articles {
		if a.OutletID == id {
			return a.Outlet
		}
	}
	return id
}

func (v view) noEvents(t *engine.Timeline) app.UI {
	if t.Total == 0 {
		return empty("timeline", "We found no dates in this collection.")
	}
	return empty("timeline", "None of the "+count(t.Total, "event", "events")+" fits this filter.",
		v.link("button", route.State{Screen: route.Timeline}, text("Show all events")),
		v.link("button button-quiet", route.State{Screen: route.Search, Query: v.state.Query}, text("Search the articles instead")))
}

// empty is a screen or a part of one that has nothing to show: why, and what
// to do.
func empty(picture, words string, ways ...app.UI) app.UI {
	return el("div", "card empty", icon(picture), el("p", "", text(words)), el("div", "button-row", ways...))
}

// eventGroups draws the groups, undated events last, as far as the windows
// shown reach. It returns how many of all entries it drew.
func (v view) eventGroups(t *engine.Timeline) (groups []app.UI, shown, of int) {
	room := window * (v.windows + 1)
	add := func(heading string, items []engine.Item) {
		of += len(items)
		items = items[:min(len(items), room-shown)]
		shown += len(items)
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
	return groups, shown, of
}

func (v view) timelineItem(item engine.Item) app.UI {
	if a := item.Published; a != nil {
		return el("li", "published-item", glyph("published"),
			el("p", "published-row", el("span", "figures", text(dateWords(*a))), el("span", "", text(" published: ")),
				v.link("item", articleState(*a), text(a.Outlet+", "+quoted(a.Title))).Attr("data-article", a.ID)))
	}
	return v.event(item.Event)
}

// event draws one event: date, words, one sign for each article, a count; the
// sentences when it is opened.
func (v view) event(e *engine.Event) app.UI {
	sign := choose(e.EDTF == "", "undated", statusSign(e))
	details := el("details", "event",
		el("summary", "item",
			el("span", "event-date", el("time", "", text(e.Date)),
				when(e.DateNote != "", func() app.UI { return el("span", "", text(e.DateNote)) })),
			el("span", "verbatim", text(quoted(e.Words))),
			el("span", "event-cells", many(e.Cells, cellGlyph)...).Attr("aria-hidden", "true"),
			el("span", "event-count", text(e.Count), statusTag(e))),
		el("ol", "evidence", append(many(e.Tellings, v.telling),
			el("li", "button-row",
				v.link("button", route.State{Screen: route.Reports, Event: e.ID}, icon("table"), text(" Who reports what")),
				v.neighbours(e)))...))
	if e.ID != "" && e.ID == v.state.Event {
		details = details.Attr("open", true)
	}
	return el("li", "", glyph(sign), details).ID(eventID(e.ID)).Attr("tabindex", "-1")
}

// neighbours compares the first two articles that tell an event in words of
// their own.
func (v view) neighbours(e *engine.Event) app.UI {
	if len(e.Tellings) < 2 {
		return nil
	}
	s := pairState(e.Tellings[0].Article, e.Tellings[1].Article)
	s.Layer = "events"
	return v.link("button button-quiet", s, text("Compare two of them"))
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

// telling is one wording of an event, with the articles that carry it.
func (v view) telling(t engine.Telling) app.UI {
	return el("li", "",
		el("p", "evidence-head", v.link("", articleAt(t.Article, t.Paragraph), el("b", "", text(cited(t.Article)))),
			when(t.Note != "", func() app.UI { return el("span", "tag", glyph(t.Sign), text(" "+t.Note)) })),
		v.verbatim(t.Runs))
}
