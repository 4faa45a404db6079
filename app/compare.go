package app

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"parallax/internal/engine"
	"parallax/internal/route"
)

func comparePage(c *engine.Compare) page {
	title := cited(c.A) + " beside " + cited(c.B)
	return page{title: title, steps: c.Steps, rows: rowsOf(c), draw: func(v view) []app.UI { return v.compare(title, c) }}
}

// rowsOf counts the rows of the wording.
func rowsOf(c *engine.Compare) int {
	n := 0
	for _, s := range c.Sections {
		n += len(s.Rows)
	}
	return n
}

// compare draws two articles side by side in one of three layers.
func (v view) compare(title string, c *engine.Compare) []app.UI {
	parts := []app.UI{
		pageHead(title),
		el("div", "sides", v.sideChoice("a", c), v.swap(c), v.sideChoice("b", c)),
		v.draftNote("Looking for events, statements and other pairs"),
		v.summary(c.Summary),
	}
	if c.A.ID == c.B.ID {
		parts = append(parts, el("p", "button-row",
			v.link("button button-main", articleState(c.A), icon("article"), text(" Read it")),
			v.link("button", route.State{Screen: route.Compare, A: c.A.ID}, icon("compare"), text(" Put another beside it"))))
	} else {
		parts = append(parts,
			when(len(c.Picture.Joins) > 0, func() app.UI { return pairMap(c.Picture) }),
			el("div", "",
				el("div", choose(v.wide && v.stepping(), "compare-tools tools-stay", "compare-tools"), v.layers(), v.sideSwitch(), v.wordingKey(),
					v.wordingStepper(), when(!v.page.draft, func() app.UI { return v.exportPair(c) })),
				v.layer(c)),
			when(len(v.home.Articles) > 2, func() app.UI {
				return explain("Put a third article beside them", v.addable(route.State{Screen: route.Reports, Only: c.A.ID + "," + c.B.ID}))
			}),
			v.citations(c.A, c.B))
	}
	return append(parts, when(len(c.Pairs) > 0, func() app.UI {
		return section("h-pairs", "Other pairs", v.moreLink(route.State{Screen: route.Compare}, "Choose any two"),
			el("div", "pair-grid", many(c.Pairs, v.pairCard)...))
	}))
}

// fewFindings is how many sentences of a summary a narrow screen shows at once:
// the texts are to begin on the first.
const fewFindings = 2

// summary says in sentences what was found.
func (v view) summary(lines []string) app.UI {
	shown := many(lines, func(s string) app.UI { return el("p", "summary-line", text(s)) })
	if !v.wide && len(lines) > fewFindings {
		rest := explain(number(len(lines)-fewFindings)+" more", shown[fewFindings:]...)
		shown = append(shown[:fewFindings:fewFindings], rest)
	}
	return el("div", "summary", shown...)
}

// draftNote says what a page that is drawn before all is read does not have yet.
func (v view) draftNote(words string) app.UI {
	if !v.page.draft {
		return nil
	}
	return el("p", "notice", icon("info"), el("span", "", text(words+" in the whole collection …")))
}

func (v view) layer(c *engine.Compare) app.UI {
	switch v.state.Layer {
	case "events":
		return when(!v.page.draft, func() app.UI { return v.eventsLayer(c) })
	case "quotes":
		return when(!v.page.draft, func() app.UI { return v.quotesLayer(c) })
	}
	return v.wordingLayer(c)
}

// layers switches between what is compared.
func (v view) layers() app.UI {
	var links []app.UI
	for _, l := range [...]struct{ layer, word string }{{"", "Wording"}, {"events", "Events"}, {"quotes", "Quotes"}} {
		s := v.state
		s.Layer, s.At = l.layer, 0
		links = append(links, current(v.link("", s, text(l.word)), v.state.Layer == l.layer))
	}
	return el("nav", "choice", links...).Attr("aria-label", "Layers")
}

func (v view) wordingKey() app.UI {
	if v.state.Layer != "" {
		return nil
	}
	return el("ul", "key key-row",
		el("li", "", el("span", "word-a", text("only in A"))),
		el("li", "", el("span", "word-b", text("only in B"))),
		el("li", "", el("span", "tag tag-shared", text("joined: same passage"))))
}

// sideSwitch shows both texts or only one, where there is room for one column.
func (v view) sideSwitch() app.UI {
	if v.state.Layer != "" || v.wide {
		return nil
	}
	entry := func(side string, words ...app.UI) app.UI {
		s := v.state
		s.Side, s.At = side, 0
		return current(v.link("", s, words...), v.state.Side == side)
	}
	return el("nav", "choice side-switch",
		entry("a", sideLetter("a"), text(" only")), entry("", text("Both")), entry("b", sideLetter("b"), text(" only"))).
		Attr("aria-label", "Texts")
}

// stepping reports whether there are differences to step through.
func (v view) stepping() bool { return v.state.Layer == "" && v.page.steps > 0 }

func (v view) wordingStepper() app.UI {
	if !v.stepping() {
		return nil
	}
	return v.stepper()
}

// sideChoice names one side in one line and opens to put another article there.
func (v view) sideChoice(side string, c *engine.Compare) app.UI {
	here := choose(side == "a", c.A, c.B)
	entries := []app.UI{el("li", "", v.link("choice-read", articleState(here), icon("article"),
		el("span", "", el("b", "", text("Read it: ")), text(here.Title))))}
	for _, a := range v.home.Articles[:min(len(v.home.Articles), listed)] {
		if a.ID == c.A.ID || a.ID == c.B.ID {
			continue
		}
		s := v.state
		s.At, s.Side = 0, ""
		if side == "a" {
			s.A = a.ID
		} else {
			s.B = a.ID
		}
		entries = append(entries, el("li", "", v.link("", s, el("span", "figures muted", text(a.DateWords())),
			el("span", "", el("b", "", text(a.Outlet+" ")), text(a.Title)))))
	}
	return el("details", "side-choice side-card-"+side,
		el("summary", "", sideLetter(side), el("span", "side-name", el("b", "", text(here.Outlet)), text(" "), el("span", "figures", text(here.DateWords()))),
			hidden(": choose another article"), smallIcon("down")),
		el("ul", "side-list card", entries...)).Attr("name", "menu")
}

func (v view) swap(c *engine.Compare) app.UI {
	s := v.state
	s.A, s.B, s.At = c.B.ID, c.A.ID, 0
	return v.link("button wide-swap", s, icon("swap"), text(" Swap"))
}

// choosePage offers pairs, and any article as the first or second of one.
func choosePage(o *engine.Offers) page {
	return page{title: "Compare", draw: func(v view) []app.UI { return v.choosePair(o) }}
}

func (v view) choosePair(o *engine.Offers) []app.UI {
	first, chosen := v.articleCalled(v.state.A)
	if !chosen {
		worth := v.worthComparing("h-pairs", "Worth comparing", v.home)
		return []app.UI{
			pageHead("Compare"),
			worth,
			when(len(v.home.Articles) > 1, func() app.UI {
				return section("h-choose", choose(worth == nil, "Choose the first article", "Or choose the first article"), nil, v.chooser(first, chosen))
			}),
			when(len(v.home.Articles) < 2, func() app.UI {
				return empty("compare", "A comparison needs two articles; this collection has "+number(len(v.home.Articles))+".")
			}),
		}
	}
	return []app.UI{
		pageHead("Compare", el("p", "", sideLetter("a"), text(" "+cited(first)+": “"+first.Title+"”"))),
		when(len(o.Pairs) > 0, func() app.UI {
			return section("h-pairs", "Shares most with it", nil, el("div", "pair-grid", many(o.Pairs, v.pairCard)...))
		}),
		when(o.Note != "", func() app.UI { return el("p", "notice", icon("info"), el("span", "", text(o.Note))) }),
		section("h-choose", "Beside which article?", nil, v.chooser(first, chosen)),
	}
}

// worthComparing offers pairs of the collection, each with what it shares, or
// says that none share enough.
func (v view) worthComparing(id, title string, h *engine.Home) app.UI {
	switch {
	case len(h.Pairs) > 0:
		return section(id, title, noteOf(h.PairsNote), el("div", "pair-grid", many(h.Pairs, v.pairCard)...))
	case h.PairsNote != "":
		return section(id, title, nil, el("p", "notice", icon("info"), el("span", "", text(h.PairsNote+". Any two can be compared all the same."))))
	}
	return nil
}

// chooser lists the articles to put beside first, or to begin with.
func (v view) chooser(first engine.ArticleRef, chosen bool) app.UI {
	var lines []app.UI
	shown, of := 0, len(v.home.Articles)
	for _, a := range v.home.Articles[:min(of, listed*(v.windows+1))] {
		shown++
		if chosen && a.ID == first.ID {
			continue
		}
		s := route.State{Screen: route.Compare, A: a.ID}
		if chosen {
			s = pairState(first, a)
		}
		lines = append(lines, el("li", "", v.articleLine(a, s)))
	}
	return el("div", "", el("ol", "card flush article-list", lines...), v.showMore(shown, of, "articles"))
}

// articleCalled finds an article by its id: of a large collection, one that
// was seen.
func (r *reader) articleCalled(id string) (engine.ArticleRef, bool) {
	a, ok := r.seen[id]
	return a, ok
}

// see keeps how articles are called.
func (r *reader) see(articles []engine.ArticleRef) {
	if r.seen == nil {
		r.seen = map[string]engine.ArticleRef{}
	}
	for _, a := range articles {
		r.seen[a.ID] = a
	}
}
