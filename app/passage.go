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
				return el("p", "small muted", text(cited(p.Tellings[0].Article)+" is the oldest in this collection, not the original. Only words are compared."))
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
	chips := many(p.Others, func(o engine.PassageCard) app.UI {
		words, count := text(opening(o.Opening)+" "), el("span", "figures", text(engine.Count(len(o.Dots), "article")))
		if o.ID == p.ID {
			return el("span", "chip", words, count).Attr("aria-current", "true")
		}
		return v.link("chip item", route.State{Screen: route.Passage, Topic: o.ID}, words, count)
	})
	return el("nav", "chips section-bottom", chips...).Attr("aria-label", "Paragraphs found in several articles")
}

func opening(words string) string { return quoted(words + " …") }

func (v view) driftTable(p *engine.PassageView) app.UI {
	head := many(p.Tellings, func(t engine.PassageTelling) app.UI {
		return el("th", "", v.link("plain-link item", articleAt(t.Article, t.Paragraph),
			el("b", "", text(t.Article.Outlet)), text(" "), el("span", "figures", text(t.Article.DateWords())))).Attr("scope", "col")
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

// lineSigns are the signs of a sentence's states.
var lineSigns = map[engine.LineState]engine.Sign{
	engine.LineNew: engine.SignTold, engine.LineSame: engine.SignSame, engine.LineChanged: engine.SignChanged,
	engine.LineNone: engine.SignNone, engine.LineOutside: engine.SignTold, engine.LineLater: engine.SignLater,
}

// lineWords says how a sentence stands in a telling.
func lineWords(line engine.PassageLine) string {
	switch line.State {
	case engine.LineNew:
		return "first found here"
	case engine.LineSame:
		return "same words as " + line.Than
	case engine.LineChanged:
		return line.Word + ", against " + line.Than
	case engine.LineLater:
		return "later: it came after this article"
	case engine.LineNone:
		return "nothing found"
	case engine.LineOutside:
		return "in another paragraph"
	}
	return ""
}

// driftCell shows a sentence in full where it is new or reworded, and else
// says in two words how it stands.
func (v view) driftCell(p *engine.PassageView, column int, line engine.PassageLine) app.UI {
	a := p.Tellings[column].Article
	cell := []app.UI{el("span", "drift-date", el("b", "", text(a.Outlet)), text(" "+a.DateWords()))}
	if sign := lineSigns[line.State]; sign != "" {
		cell = append(cell, el("p", "drift-state", choose(sign.Untold(), fadedGlyph(sign), glyph(sign)), text(" "+lineWords(line))))
	}
	switch line.State {
	case engine.LineFirst, engine.LineNew:
		cell = append(cell, v.verbatim(plain(line.Runs)))
	case engine.LineChanged:
		cell = append(cell, el("p", "verbatim", many(line.Runs, newWords)...).Attr("dir", "auto"),
			when(len(line.Gone) > 0, func() app.UI {
				return el("p", "drift-gone", many(line.Gone, goneWords)...)
			}))
	}
	if line.At > 0 {
		cell = append(cell, el("p", "", v.link("", articleAt(a, line.At), text("Paragraph "+number(line.Nth)))))
	}
	return el("td", "drift-cell drift-"+string(line.State), cell...)
}

// newWords sets off what an earlier telling has not.
func newWords(r engine.Run) app.UI {
	if r.Change == "" {
		return text(r.Text)
	}
	return el("ins", "new-words", hidden("new: "), text(r.Text))
}

// goneWords are words of an earlier telling that are not here.
func goneWords(words string) app.UI {
	return el("span", "", text("no longer: "), el("del", "gone-words", text(quoted(words))))
}

func (v view) passageButtons(p *engine.PassageView) app.UI {
	if len(p.Tellings) < 2 {
		return nil
	}
	first, last := p.Tellings[0], p.Tellings[len(p.Tellings)-1]
	s := pairState(first.Article, last.Article)
	s.At = first.Paragraph
	return el("div", "button-row section", v.link("button button-main", s, icon("compare"),
		text(" Compare "+cited(first.Article)+" with "+cited(last.Article))))
}
