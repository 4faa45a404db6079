package app

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"parallax/internal/engine"
	"parallax/internal/route"
)

// mostColumns is how many articles fit side by side on a phone; more scroll.
const mostColumns = 6

func reportsPage(t *engine.Timeline) page {
	return page{title: "Who reports what", rows: len(eventsOf(t)), draw: func(v view) []app.UI { return v.reports(t) }}
}

// reports draws the table of events by articles.
func (v view) reports(t *engine.Timeline) []app.UI {
	events := eventsOf(t)
	var rows []app.UI
	for _, e := range events[:v.drawnRows(len(events))] {
		rows = append(rows, v.reportRow(t, e))
		if e.ID == v.state.Event && !v.wide {
			rows = append(rows, v.detailRow(t, e))
		}
	}
	return []app.UI{
		pageHead("Who reports what", el("p", "muted", text("Rows are events, columns are articles in the order they were published. “Nothing found” means just that: we found no sentence."))),
		when(len(events) == 0, func() app.UI {
			return empty("table", "No events to show.", v.link("button", route.State{Screen: route.Reports}, text("Show all events")))
		}),
		v.columnOutlets(),
		when(len(events) > 0 && len(t.Articles) == 0, func() app.UI {
			return el("div", "", el("div", "card flush matrix-card", v.matrix(t, rows)), v.windowNav(t))
		}),
		when(len(events) > 0 && len(t.Articles) > 0, func() app.UI {
			return el("div", "with-rail",
				el("div", "",
					el("div", "card flush matrix-card", v.matrix(t, rows)),
					v.windowNav(t)),
				el("aside", "sticky-rail rail-stack", v.chosenCell(t, events), signsKey()).Attr("aria-label", "The chosen place and the signs"))
		}),
	}
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
	return el("nav", "section-bottom", when(v.state.Outlet == "", func() app.UI {
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
		day, year := dayAndYear(a.Date)
		head = append(head, el("th", "", v.link("plain-link", articleState(a), text(day+" "), el("br", ""), text(year), el("span", "", text(a.Outlet)))).
			Attr("scope", "col").Attr("role", "columnheader"))
	}
	class := "matrix columns-" + number(len(t.Articles))
	if len(t.Articles) > mostColumns {
		class = "matrix columns-many"
	}
	return el("table", class,
		el("caption", "visually-hidden", text("Events by articles")),
		el("thead", "", el("tr", "", head...).Attr("role", "row")).Attr("role", "rowgroup"),
		el("tbody", "", rows...).Attr("role", "rowgroup")).Attr("role", "table")
}

// dayAndYear parts "26 Oct 2020" so that it breaks there in a narrow column.
func dayAndYear(date string) (day, year string) {
	if i := strings.LastIndexByte(date, ' '); i >= 0 {
		return date[:i], date[i+1:]
	}
	return date, ""
}

func (v view) reportRow(t *engine.Timeline, e *engine.Event) app.UI {
	cells := []app.UI{el("th", "",
		el("time", "", text(e.Date)), v.link("verbatim plain-link item", route.State{Screen: route.Timeline, Event: e.ID}, text(quoted(e.Words)))).
		Attr("scope", "row").Attr("role", "rowheader")}
	for i, c := range e.Cells {
		if i >= len(t.Articles) {
			break
		}
		s := v.state
		s.Event, s.A = e.ID, t.Articles[i].ID
		link := v.link("cell cell-"+c.Sign, s, cellGlyph(c), el("span", "", text(choose(strings.HasSuffix(c.Word, engine.AnotherNumber), engine.AnotherNumber[2:], signWord(c.Sign))+" ")),
			when(len(t.Articles) > mostColumns, func() app.UI { return el("span", "cell-date", text(t.Articles[i].Date)) }))
		chosen := e.ID == v.state.Event && t.Articles[i].ID == v.state.A
		cells = append(cells, el("td", choose(chosen, "chosen", ""), current(link, chosen)).Attr("role", "cell"))
	}
	return el("tr", "", cells...).Attr("role", "row")
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
		if i >= len(e.Cells) || v.state.A != "" && a.ID != v.state.A || v.state.A == "" && engine.Untold(e.Cells[i].Sign) {
			continue
		}
		c := e.Cells[i]
		nothing := c.Sign == "none"
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
