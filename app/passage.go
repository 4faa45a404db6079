package app

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"parallax/internal/engine"
	"parallax/internal/route"
)

func passagePage(p *engine.PassageView) page {
	return page{title: "How this paragraph changed", draw: func(v view) []app.UI { return v.passage(p) }}
}

// passage draws one paragraph over time: a row for each sentence, a column
// for each article, and only departures in full.
func (v view) passage(p *engine.PassageView) []app.UI {
	return []app.UI{
		pageHead("How this paragraph changed",
			el("p", "summary-line", text(p.Summary)),
			when(len(p.Tellings) > 0, func() app.UI {
				return el("p", "small muted", text(cited(p.Tellings[0].Article)+" is the oldest in this collection, not the original. Words are compared; who wrote them first is not known."))
			})),
		v.otherPassages(p),
		when(len(p.Tellings) > 0, func() app.UI {
			return el("div", "card flush drift-card", v.driftTable(p))
		}),
		when(len(p.Tellings) == 0, func() app.UI {
			return empty("changed", "No paragraph of this collection stands in several articles.")
		}),
		v.passageButtons(p),
	}
}

// otherPassages leads to the other paragraphs that several articles carry.
func (v view) otherPassages(p *engine.PassageView) app.UI {
	if len(p.Others) == 0 {
		return nil
	}
	chips := []app.UI{el("span", "chip", text(opening(p.Opening)), text(" "), el("span", "figures", text(count(len(p.Tellings), "article", "articles")))).Attr("aria-current", "true")}
	for _, o := range p.Others {
		if o.ID != p.ID {
			chips = append(chips, v.link("chip item", route.State{Screen: route.Passage, Topic: o.ID},
				text(opening(o.Opening)+" "), el("span", "figures", text(count(len(o.Dots), "article", "articles")))))
		}
	}
	return el("nav", "chips section-bottom", chips...).Attr("aria-label", "Paragraphs found in several articles")
}

func opening(words string) string { return quoted(words + " …") }

func (v view) driftTable(p *engine.PassageView) app.UI {
	head := many(p.Tellings, func(t engine.PassageTelling) app.UI {
		return el("th", "", v.link("plain-link item", articleAt(t.Article, t.Paragraph),
			el("b", "", text(t.Article.Outlet)), text(" "), el("span", "figures", text(t.Article.Date)))).Attr("scope", "col")
	})
	rows := 0
	for _, t := range p.Tellings {
		rows = max(rows, len(t.Lines))
	}
	var body []app.UI
	for i := 0; i < rows; i++ {
		var cells []app.UI
		for j, t := range p.Tellings {
			if i < len(t.Lines) {
				cells = append(cells, v.driftCell(p, j, t.Lines[i]))
			}
		}
		body = append(body, el("tr", "", cells...))
	}
	return el("table", "drift drift-"+number(min(len(p.Tellings), 6)),
		el("caption", "visually-hidden", text("Each sentence in each article, oldest first")),
		el("thead", "", el("tr", "", head...)), el("tbody", "", body...))
}

// lineStates are the states of a sentence in a telling, with sign and words.
var lineStates = map[string]struct{ sign, words string }{
	"first":   {"told", "first found here"},
	"new":     {"told", "first found here"},
	"same":    {"same", "same words"},
	"changed": {"changed", "reworded"},
	"none":    {"none", "nothing found"},
}

// driftCell shows a sentence in full where it is new or reworded, and else
// says in two words how it stands.
func (v view) driftCell(p *engine.PassageView, column int, line engine.PassageLine) app.UI {
	state := lineStates[line.State]
	words := state.words
	full := line.State == "first" || line.State == "new" || line.State == "changed"
	return el("td", "drift-cell drift-"+line.State,
		el("span", "drift-date", text(p.Tellings[column].Article.Date)),
		el("p", "drift-state", glyph(state.sign), text(" "+words)),
		when(full && len(line.Runs) > 0, func() app.UI { return v.verbatim(driftRuns(line.Runs)) }))
}

// driftRuns leaves out the words that are gone: what a cell shows is the
// article's own text, with what is new in it set off.
func driftRuns(runs []engine.Run) []engine.Run {
	var kept []engine.Run
	for _, r := range runs {
		if r.Change != engine.OnlyA {
			kept = append(kept, r)
		}
	}
	return kept
}

func (v view) passageButtons(p *engine.PassageView) app.UI {
	if len(p.Tellings) < 2 {
		return nil
	}
	first, last := p.Tellings[0], p.Tellings[len(p.Tellings)-1]
	s := pairState(first.Article, last.Article)
	s.At = first.Paragraph
	return el("div", "button-row section", v.link("button button-main", s, icon("compare"),
		text(" Compare "+first.Article.Date+" with "+last.Article.Date)))
}
