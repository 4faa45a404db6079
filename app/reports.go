package app

import (
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"parallax/internal/engine"
	"parallax/internal/route"
)

// fewReports is how many events a phone shows at first, and adds at a time.
const fewReports = 12

func reportsPage(t *engine.Timeline) page {
	return page{title: "Who reports what", rows: len(eventsOf(t)), part: t.First / window, draw: func(v view) []app.UI { return v.reports(t) }}
}

// reports draws the table of events by articles.
func (v view) reports(t *engine.Timeline) []app.UI {
	events := eventsOf(t)
	shown := v.reportsShown(events)
	listed := !v.wide && len(t.Articles) > engine.RoomyColumns
	explained := choose(listed, "Under each event stand the articles that tell it, in the order they were published.",
		"Rows are events, columns are articles in the order they were published.")
	table := func() app.UI {
		return el("div", "", v.reportsBox(t, events[:v.drawnRows(shown)], listed),
			v.showMore(shown, len(events), choose(t.Of > len(events), "events of this part", "events")),
			when(shown == len(events), func() app.UI { return v.windowNav(t) }))
	}
	return []app.UI{
		pageHead("Who reports what", el("p", "muted", text(explained+" “Nothing found” means just that: we found no sentence."))),
		when(len(events) == 0, func() app.UI {
			return empty("table", "No events to show.", v.link("button", route.State{Screen: route.Reports}, text("Show all events")))
		}),
		v.tellers(),
		v.columnArticles(),
		v.columnOutlets(),
		when(len(events) > 0 && len(t.Articles) == 0, func() app.UI {
			return table()
		}),
		when(len(events) > 0 && len(t.Articles) > 0, func() app.UI {
			return el("div", "with-rail", table(),
				el("aside", "sticky-rail rail-stack", v.chosenCell(t, events), signsKey()).Attr("aria-label", "The chosen place and the signs"))
		}),
		v.citations(t.Articles...),
	}
}

// tellers switches between all events and those that several articles tell.
func (v view) tellers() app.UI {
	if len(v.home.Articles) < 2 {
		return nil
	}
	entry := func(told, words string) app.UI {
		s := v.state
		s.Told, s.Event, s.A = told, "", ""
		return current(v.link("", s, text(words)), v.state.Told == told)
	}
	return el("p", "compare-tools", el("nav", "choice", entry("", "All events"), entry("several", "Told by several")).Attr("aria-label", "Events"))
}

// reportsShown is how many of events are on the screen: all where there is
// room, else a dozen at a time, and as many as it takes to see the chosen one.
func (v view) reportsShown(events []*engine.Event) int {
	if v.wide {
		return len(events)
	}
	chosen := slices.IndexFunc(events, func(e *engine.Event) bool { return e.ID == v.state.Event })
	return min(len(events), max(fewReports*(v.windows+1), chosen+1))
}

// reportsBox holds the events: as a table, or listed with their articles.
func (v view) reportsBox(t *engine.Timeline, events []*engine.Event, listed bool) app.UI {
	if listed {
		return el("ol", "card flush report-list", many(events, func(e *engine.Event) app.UI { return v.report(t, e) })...)
	}
	var rows []app.UI
	for _, e := range events {
		rows = append(rows, v.reportRow(t, e))
		if e.ID == v.state.Event && !v.wide {
			rows = append(rows, v.detailRow(t, e))
		}
	}
	if v.wide && len(t.Articles) > engine.UnscrolledColumns {
		return el("div", "card flush matrix-card matrix-scroll", v.matrix(t, rows)).ID(matrixID).
			Attr("tabindex", "0").Attr("role", "region").Attr("aria-label", "Events by articles. The arrow keys scroll.")
	}
	return el("div", "card flush matrix-card", v.matrix(t, rows))
}

// matrixID is the id of a table that scrolls by itself.
const matrixID = "matrix"

// report draws one event over the articles that tell it; the others are
// counted in a line that opens.
func (v view) report(t *engine.Timeline, e *engine.Event) app.UI {
	var told, untold []app.UI
	counts := map[engine.Sign]int{}
	open := false
	for i, c := range e.Cells[:min(len(e.Cells), len(t.Articles))] {
		link, chosen := v.cellLink(t, e, i, "report-cell")
		line := el("li", choose(chosen, "chosen", ""), link)
		if !c.Sign.Untold() || c.Perhaps {
			told = append(told, line)
			continue
		}
		untold = append(untold, line)
		counts[c.Sign]++
		open = open || chosen
	}
	var words []string
	for _, s := range signs {
		if n := counts[s.sign]; n > 0 {
			words = append(words, s.word+choose(s.sign == engine.SignLater, " for ", " in ")+number(n))
		}
	}
	return el("li", "report", el("div", "report-event", v.eventName(e)...),
		el("ul", "", told...),
		when(len(untold) > 0, func() app.UI {
			return el("details", "explain", el("summary", "", smallIcon("open"), text(" "+strings.Join(words, ", "))), el("ul", "", untold...)).Attr("open", open)
		}),
		when(e.ID == v.state.Event, func() app.UI { return v.cellDetail(t, e) }))
}

// columnArticles shows which articles the table is of, and offers others.
func (v view) columnArticles() app.UI {
	if len(v.home.Articles) < 3 {
		return nil
	}
	chosen := strings.FieldsFunc(v.state.Only, func(r rune) bool { return r == ',' })
	var chips []app.UI
	for _, id := range chosen {
		if a, ok := v.articleCalled(id); ok {
			s := v.state
			s.Only, s.Event, s.A = strings.Join(slices.DeleteFunc(slices.Clone(chosen), func(other string) bool { return other == id }), ","), "", ""
			chips = append(chips, v.chip(cited(a), s))
		}
	}
	return el("div", "section-bottom",
		when(len(chips) > 0, func() app.UI {
			return el("ul", "chips", chips...).Attr("aria-label", "Articles in the table")
		}),
		explain(choose(len(chips) == 0, "Choose articles", "Add an article"), v.addable(v.state)))
}

// addable lists the articles that s does not show yet, each leading to s with it.
func (v view) addable(s route.State) app.UI {
	s.Event, s.A = "", ""
	chosen := strings.Split(s.Only, ",")
	var lines []app.UI
	for _, a := range v.home.Articles[:min(len(v.home.Articles), listed)] {
		if slices.Contains(chosen, a.ID) {
			continue
		}
		with := s
		with.Only = strings.TrimPrefix(s.Only+","+a.ID, ",")
		lines = append(lines, el("li", "", v.articleLine(a, with)))
	}
	return el("ol", "card flush article-list", lines...)
}

// columnOutlets offers the articles of one outlet, where those of all are too
// many to stand side by side.
func (v view) columnOutlets() app.UI {
	if len(v.home.Articles) <= engine.MostColumns || v.home.Large != "" {
		return nil
	}
	var order []engine.ArticleRef
	articles := map[string]int{}
	for _, a := range v.home.Articles {
		if articles[a.OutletID]++; articles[a.OutletID] == 1 && a.OutletID != "" {
			order = append(order, a)
		}
	}
	chip := func(words, outlet string, n int) app.UI {
		s := v.state
		s.Outlet, s.Event, s.A = outlet, "", ""
		link := v.link("chip", s, text(words+" "), el("span", "figures", text(number(n))))
		return el("li", "", current(link, outlet == v.state.Outlet))
	}
	chips := []app.UI{chip("All outlets", "", len(v.home.Articles))}
	for _, a := range order {
		if n := articles[a.OutletID]; n <= engine.MostColumns {
			chips = append(chips, chip(a.Outlet, a.OutletID, n))
		}
	}
	return el("nav", "section-bottom", when(v.state.Outlet == "" && v.state.Only == "", func() app.UI {
		words := "This table has room for " + number(engine.MostColumns) + " articles. "
		return el("p", "notice section-bottom", icon("info"), el("span", "", text(words+choose(len(chips) > 1,
			"Choose an outlet to see which of its articles tell an event.", "An event opened in the timeline shows who tells it."))))
	}), el("ul", "chips", chips...)).Attr("aria-label", "Outlets")
}

// eventsOf lists all events of the timeline, undated ones last.
func eventsOf(t *engine.Timeline) []*engine.Event {
	var events []*engine.Event
	for _, g := range t.Groups {
		for _, item := range g.Items {
			if item.Event != nil {
				events = append(events, item.Event)
			}
		}
	}
	for i := range t.Undated {
		events = append(events, &t.Undated[i])
	}
	return events
}

// matrix is the table; roles are written out because a phone lays it out as
// blocks, which would take them away.
func (v view) matrix(t *engine.Timeline, rows []app.UI) app.UI {
	head := []app.UI{el("th", "", text("Event")).Attr("scope", "col").Attr("role", "columnheader")}
	for _, a := range t.Articles {
		day, year := a.DayAndYear()
		head = append(head, el("th", "", v.link("plain-link", articleState(a), text(day+" "), el("br", ""), text(year), el("span", "", text(a.Outlet)))).
			Attr("scope", "col").Attr("role", "columnheader"))
	}
	class := "matrix columns-" + number(len(t.Articles))
	switch n := len(t.Articles); {
	case n > engine.UnscrolledColumns:
		class = "matrix matrix-narrow columns-many"
	case n > engine.RoomyColumns:
		class += " matrix-narrow"
	}
	return el("table", class,
		el("caption", "visually-hidden", text("Events by articles")),
		el("thead", "", el("tr", "", head...).Attr("role", "row")).Attr("role", "rowgroup"),
		el("tbody", "", rows...).Attr("role", "rowgroup")).Attr("role", "table")
}

func (v view) reportRow(t *engine.Timeline, e *engine.Event) app.UI {
	cells := []app.UI{el("th", "", v.eventName(e)...).Attr("scope", "row").Attr("role", "rowheader")}
	for i := range e.Cells[:min(len(e.Cells), len(t.Articles))] {
		link, chosen := v.cellLink(t, e, i, "cell")
		cells = append(cells, el("td", choose(chosen, "chosen", ""), link).Attr("role", "cell"))
	}
	return el("tr", "", cells...).Attr("role", "row")
}

// eventName is an event's date and words.
func (v view) eventName(e *engine.Event) []app.UI {
	return []app.UI{
		el("time", "", text(e.Date)),
		v.link("verbatim plain-link item", route.State{Screen: route.Timeline, Event: e.ID}, text(quoted(e.Words))),
	}
}

// cellLink opens how article i tells an event. Outside a table it names the
// article.
func (v view) cellLink(t *engine.Timeline, e *engine.Event, i int, class string) (link app.UI, chosen bool) {
	c, a := e.Cells[i], t.Articles[i]
	s := v.state
	s.Event, s.A = e.ID, a.ID
	word := choose(c.Perhaps, c.Word, choose(c.Number, "another number", signWord(c.Sign)))
	chosen = e.ID == v.state.Event && a.ID == v.state.A
	return current(v.link(class+" cell-"+string(c.Sign), s, cellGlyph(c), el("span", "", text(word+" ")),
		when(class != "cell", func() app.UI { return el("span", "report-name", el("b", "", text(a.Outlet)), text(" "+a.DateWords())) })), chosen), chosen
}

// detailRow opens the chosen cell under its event, where there is no room
// beside the table.
func (v view) detailRow(t *engine.Timeline, e *engine.Event) app.UI {
	return el("tr", "detail-row", el("td", "", v.cellDetail(t, e)).
		Attr("role", "cell").Attr("colspan", number(len(t.Articles)+1))).Attr("role", "row")
}

// chosenCell opens the chosen cell beside the table.
func (v view) chosenCell(t *engine.Timeline, events []*engine.Event) app.UI {
	if !v.wide {
		return nil
	}
	for _, e := range events {
		if e.ID == v.state.Event {
			return v.cellDetail(t, e)
		}
	}
	return el("p", "card muted small", text("Choose a sign to see the sentence behind it."))
}

// cellDetail shows the sentence behind a cell, or the nearest one and a
// search; without a chosen article, the first that tells the event.
func (v view) cellDetail(t *engine.Timeline, e *engine.Event) app.UI {
	for i, a := range t.Articles {
		if i >= len(e.Cells) || v.state.A != "" && a.ID != v.state.A || v.state.A == "" && e.Cells[i].Sign.Untold() {
			continue
		}
		c := e.Cells[i]
		nothing := c.Sign == engine.SignNone
		return el("section", "card cell-detail",
			el("p", "small muted", text(e.Date+" in "+cited(a))),
			el("p", "card-title", glyph(c.Sign), text(" "), el("b", "", text(choose(c.Word == "", signWord(c.Sign), c.Word)))),
			when(nothing && len(c.Runs) > 0, func() app.UI { return el("p", "small muted", text("The nearest sentence is:")) }),
			when(len(c.Runs) > 0, func() app.UI { return v.verbatim(c.Runs) }),
			el("div", "button-row",
				v.link("button", articleAt(a, c.Paragraph), icon("article"), text(choose(c.Paragraph > 0, " Open the article there", " Open the article"))),
				when(nothing, func() app.UI {
					return v.link("button", route.State{Screen: route.Search, Query: e.Words, Outlet: a.OutletID}, icon("search"), text(" Search for it"))
				})),
		).ID(detailID).Attr("aria-label", "The chosen place").Attr("tabindex", "-1")
	}
	return nil
}

// signsKey explains the signs of the cells.
func signsKey() app.UI {
	var lines []app.UI
	for _, s := range signs {
		lines = append(lines, el("li", "", glyph(s.sign), text(" "+s.meaning)))
	}
	return el("section", "", el("h2", "small muted rail-title", text("Signs")).ID("h-signs"), el("ul", "key", lines...)).
		Attr("aria-labelledby", "h-signs")
}
