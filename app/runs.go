package app

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"parallax/internal/engine"
	"parallax/internal/route"
)

// marking is how the runs of a text are shown.
type marking struct {
	quotes  []engine.QuoteRef // that Run.Quote counts into
	letters bool              // words of one side, not marks, carry its letter, as both stand in one text
	hits    *int              // counts the hits drawn so far, so that n and p find them
}

// runs draws text with all that is marked on it. The text nodes, joined, are
// the text; a quotation is one element even where a date stands in it.
func (v view) runs(list []engine.Run, m marking) []app.UI {
	var drawn []app.UI
	for i := 0; i < len(list); {
		end := i + 1
		for end < len(list) && list[end].Quote == list[i].Quote {
			end++
		}
		words := many(list[i:end], func(r engine.Run) app.UI { return v.run(r, m) })
		if q := list[i].Quote; q > 0 && q <= len(m.quotes) {
			drawn = append(drawn, quotation(m.quotes[q-1], words))
		} else {
			drawn = append(drawn, words...)
		}
		i = end
	}
	return drawn
}

// quotation is quoted words that name their speaker when pointed at; the margin
// names them in any case.
func quotation(q engine.QuoteRef, words []app.UI) app.UI {
	who := saidBy(q)
	return el("q", "quote-mark", words...).Attr("title", who)
}

// run draws one stretch: innermost the words, outermost where they lead.
func (v view) run(r engine.Run, m marking) app.UI {
	var node app.UI = text(r.Text)
	if r.Hit || r.Heading {
		mark := el("mark", "", node)
		if r.Hit && m.hits != nil {
			*m.hits++
			mark = mark.ID(stepID(*m.hits)).Attr("tabindex", "-1")
		}
		node = mark
	}
	if r.Defect != "" {
		node = el("span", "defect", node).Attr("title", "In the text as it came: "+r.Defect)
	}
	switch r.Change {
	case engine.OnlyA:
		node = el("del", choose(r.Small, "word-a word-small", "word-a"), sideMark("A", m.letters && !r.Small), node)
	case engine.OnlyB:
		node = el("ins", choose(r.Small, "word-b word-small", "word-b"), sideMark("B", m.letters && !r.Small), node)
	}
	switch {
	case r.Event != "":
		return v.link("date-mark", route.State{Screen: route.Timeline, Event: r.Event}, node).Attr("title", dateTitle(r))
	case r.Date != "":
		return el("span", "date-mark date-plain", node).Attr("title", r.Date)
	}
	return node
}

// sideMark says on which side of a comparison words stand.
func sideMark(side string, letter bool) app.UI {
	if letter {
		return el("span", "word-side", text(side), hidden(" only: "))
	}
	return hidden("only in " + side + ": ")
}

func dateTitle(r engine.Run) string {
	if r.Date == "" {
		return "See it in the timeline"
	}
	return r.Date + ": see it in the timeline"
}

// verbatim is a sentence of an article.
func (v view) verbatim(list []engine.Run) app.UI {
	return el("p", "verbatim", v.runs(list, marking{})...).Attr("dir", "auto")
}
