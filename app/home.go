package app

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"parallax/internal/engine"
	"parallax/internal/route"
)

// listed is how many articles of a long collection the start screen shows at
// a time.
const listed = 60

func homePage(h *engine.Home) page {
	return page{title: h.Title, draw: func(v view) []app.UI { return v.startScreen(h) }}
}

// startScreen draws the start screen: what the collection holds and lacks, what is
// worth comparing, when, and every article.
func (v view) startScreen(h *engine.Home) []app.UI {
	return []app.UI{
		v.collectionHead(h),
		v.worthComparing("h-compare", "Compare", h),
		when(len(h.Strip.Zones) > 0, func() app.UI {
			return section("h-when", "When", v.moreLink(route.State{Screen: route.Timeline}, "All events"),
				v.link("card strip-card", route.State{Screen: route.Timeline}, v.strip(h.Strip),
					el("span", "small muted strip-note", text("Above the line what happened, below it what was published")),
					hidden("Open the timeline")))
		}),
		when(h.Large == "", func() app.UI {
			return section("h-more", "Look closer", nil, el("div", "question-grid", v.questionCards(h)...))
		}),
		section("h-articles", "Articles", nil, v.articleList(h.Articles)),
	}
}

func (v view) collectionHead(h *engine.Home) app.UI {
	facts := []app.UI{el("span", "", el("b", "", text(engine.Count(h.Count, "article"))), text(periodWords(h)))}
	for _, o := range h.Outlets {
		kind := choose(o.Kind == "", "", " ("+o.Kind+")")
		facts = append(facts, el("span", "", el("b", "", text(number(o.Count))), text(" "+o.Name+kind)))
	}
	return el("div", "home-hero",
		pageHead(h.Title,
			when(h.Description != "", func() app.UI { return el("p", "", text(h.Description)) }),
			el("p", "facts", facts...)),
		when(h.Limits != "", func() app.UI {
			return el("p", "notice", icon("info"), el("span", "", text(h.Limits)))
		}))
}

// periodWords says from when to when the articles are.
func periodWords(h *engine.Home) string {
	switch {
	case h.From == "":
		return ""
	case h.From == h.To:
		return ", " + h.From
	}
	return ", " + h.From + " to " + h.To
}

func noteOf(words string) app.UI {
	if words == "" {
		return nil
	}
	return el("span", "small muted", text(words))
}

func (v view) moreLink(s route.State, words string) app.UI {
	return v.link("", s, text(words+" "), smallIcon("next"))
}

// pairCard offers two articles for comparison: one tap opens it.
func (v view) pairCard(p engine.PairCard) app.UI {
	return v.link("card pair-card item", pairState(p.A, p.B),
		pairSide("a", p.A), pairPicture(p.Picture), pairSide("b", p.B),
		el("span", "verdict", text(p.Verdict), goIcon()))
}

func pairSide(side string, a engine.ArticleRef) app.UI {
	return el("span", "pair-side", sideLetter(side),
		el("span", "", el("b", "", text(a.Outlet)), text(" "), el("span", "muted figures", text(a.DateWords()))))
}

func (v view) questionCards(h *engine.Home) []app.UI {
	cards := make([]app.UI, 0, 3)
	if len(h.Passages) > 0 {
		p := h.Passages[0]
		cards = append(cards, v.questionCard(route.State{Screen: route.Passage, Topic: p.ID}, "changed", "How this paragraph changed",
			chainPicture(p.Dots), quoted(p.Opening+" …"), p.Verdict))
	}
	cards = append(cards, v.questionCard(route.State{Screen: route.Reports}, "table", "Who reports what",
		tablePicture(h.Columns, h.Table), "", "Events in rows, "+choose(len(h.Columns) < h.Count, "the first "+number(len(h.Columns))+" of "+engine.Count(h.Count, "article"), "articles")+" in columns"))
	return append(cards, v.questionCard(route.State{Screen: route.Quotes}, "quote", "Who said what",
		speakerPicture(h.Speakers), "", h.QuoteNote))
}

func (v view) questionCard(s route.State, picture, title string, drawing app.UI, words, note string) app.UI {
	return v.link("card question-card item", s,
		el("h3", "card-title", icon(picture), text(" "+title), goIcon()),
		drawing,
		el("span", "question-note",
			when(words != "", func() app.UI { return el("span", "verbatim", text(words)) }),
			el("span", "small muted", text(note))))
}

// articleList lists articles, a window at a time.
func (v view) articleList(articles []engine.ArticleRef) app.UI {
	shown := min(len(articles), listed*(v.windows+1))
	return el("div", "",
		el("ol", "card flush article-list", many(articles[:shown], func(a engine.ArticleRef) app.UI {
			return el("li", "", v.articleLine(a, articleState(a)))
		})...),
		v.showMore(shown, len(articles), "articles"))
}

// articleLine is one article in a list, and leads to s.
func (v view) articleLine(a engine.ArticleRef, s route.State) app.UI {
	outlet := a.Outlet
	if a.DateNote != "" {
		outlet += " · " + a.DateNote
	}
	return v.link("item", s, el("time", "", text(a.DateWords())),
		el("span", "", el("span", "verbatim", text(a.Title)), el("span", "outlet-line", text(outlet), v.markedTag(a.ID))), goIcon()).
		Attr("data-article", a.ID)
}

// markedTag stands beside the article that is marked for comparison.
func (v view) markedTag(id string) app.UI {
	return when(id == v.marked, func() app.UI { return el("span", "tag tag-yours", smallIcon("check"), text(" marked")) })
}

// showMore lengthens a list of which only a part is drawn.
func (v view) showMore(shown, of int, what string) app.UI {
	if shown >= of {
		return nil
	}
	return el("p", "button-row section-tight",
		el("button", "button", text("Show more")).Attr("type", "button").On("click", on(func(app.Event) { v.lengthen() })),
		el("span", "muted small figures", text(number(shown)+" of "+number(of)+" "+what)))
}

func (r *reader) lengthen() {
	r.windows++
	r.redraw()
	r.drawOn()
}
