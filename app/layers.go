package app

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"parallax/internal/engine"
	"parallax/internal/route"
)

// eventsLayer draws a row for each event that either article tells.
func (v view) eventsLayer(c *engine.Compare) app.UI {
	if len(c.Events) == 0 {
		return empty("timeline", "We found no dated event in either article.")
	}
	rows := many(c.Events, func(p engine.PairEvent) app.UI {
		return el("tr", "",
			el("th", "", el("time", "", text(p.Event.Date)),
				when(p.Event.DateNote != "", func() app.UI { return el("span", "muted small", text(" "+p.Event.DateNote)) }),
				v.link("verbatim plain-link item", route.State{Screen: route.Timeline, Event: p.Event.ID}, text(quoted(p.Event.Words))),
				statusTag(&p.Event)).Attr("scope", "row").Attr("role", "rowheader"),
			v.eventSide("a", c.A, p.A), v.eventSide("b", c.B, p.B)).Attr("role", "row")
	})
	return v.pairTable("Event", c, rows)
}

// eventSide is how one article stands to an event.
func (v view) eventSide(side string, a engine.ArticleRef, cell engine.CellRef) app.UI {
	words, shown := cell.Word, !cell.Sign.Untold() || cell.Perhaps
	switch {
	case cell.Sign == engine.SignLater:
		words = "later: the event came after this article"
	case words == "":
		words = signWord(cell.Sign)
	}
	return el("td", "pair-cell"+choose(cell.Sign.Untold(), " cell-"+string(cell.Sign), ""),
		el("p", "cell-state", sideLetter(side), text(" "), cellGlyph(cell), text(" "+words)),
		when(len(cell.Runs) > 0 && shown, func() app.UI { return v.verbatim(cell.Runs) }),
		when(cell.Paragraph > 0 && shown, func() app.UI {
			return v.link("small", articleAt(a, cell.Paragraph), text("Read it there"))
		})).Attr("role", "cell")
}

// quotesLayer draws what each person says in either article.
func (v view) quotesLayer(c *engine.Compare) app.UI {
	if len(c.Quotes) == 0 {
		return empty("quote", "We found no statement in either article.")
	}
	rows := many(c.Quotes, func(p engine.PairQuotes) app.UI {
		name := choose(p.Speaker == "", "Nobody named", p.Speaker)
		return el("tr", "",
			el("th", "", v.link("plain-link item", route.State{Screen: route.Quotes, Who: p.Speaker}, text(name))).Attr("scope", "row").Attr("role", "rowheader"),
			v.quoteSide("a", p.A), v.quoteSide("b", p.B)).Attr("role", "row")
	})
	return el("div", "", el("p", "small muted section-bottom", text("Quotations may be translations: different words need not have been different words when they were said.")),
		v.pairTable("Person", c, rows))
}

func (v view) quoteSide(side string, list []engine.QuoteRef) app.UI {
	if len(list) == 0 {
		return el("td", "pair-cell cell-none", el("p", "cell-state", sideLetter(side), text(" "), fadedGlyph(engine.SignNone), text(" nothing found"))).Attr("role", "cell")
	}
	lines := many(list, func(q engine.QuoteRef) app.UI {
		return el("li", "", v.verbatim(q.Runs),
			el("p", "small muted", v.link("", articleAt(q.Article, q.Paragraph), text(q.TypeWords()+cameBy(q))),
				when(q.Beside != "", func() app.UI {
					return text(" · " + q.Beside + " in " + choose(side == "a", "B", "A"))
				})))
	})
	return el("td", "pair-cell", el("p", "cell-state", sideLetter(side), text(" "+engine.Statements(list))),
		el("ul", "said-list", lines...)).Attr("role", "cell")
}

// pairTable sets rows under the two articles. Its roles are written out, as
// a phone lays it out as blocks.
func (v view) pairTable(first string, c *engine.Compare, rows []app.UI) app.UI {
	head := func(side string, a engine.ArticleRef) app.UI {
		return el("th", "", sideLetter(side), text(" "+cited(a))).Attr("scope", "col").Attr("role", "columnheader")
	}
	return el("div", "card flush",
		el("table", "pair-table",
			el("caption", "visually-hidden", text(first+" by article")),
			el("thead", "", el("tr", "",
				el("th", "", text(first)).Attr("scope", "col").Attr("role", "columnheader"),
				head("a", c.A), head("b", c.B)).Attr("role", "row")).Attr("role", "rowgroup"),
			el("tbody", "", rows...).Attr("role", "rowgroup")).Attr("role", "table"))
}
