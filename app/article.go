package app

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"parallax/internal/engine"
	"parallax/internal/route"
)

func articlePage(a *engine.Article) page {
	return page{title: a.Ref.Title, steps: a.Hits, named: []engine.ArticleRef{a.Ref}, draw: func(v view) []app.UI { return v.article(a) }}
}

// article draws the reading screen: dates beside the text, and at every
// paragraph where else it stands.
func (v view) article(a *engine.Article) []app.UI {
	hits := 0
	m := marking{quotes: a.Quotes, hits: &hits}
	body := []app.UI{v.articleHead(a, m)}
	for _, p := range a.Paragraphs {
		if p.Kind == "body" || p.Kind == "heading" {
			body = append(body, v.paragraph(a, p, m))
		}
	}
	body = append(body, v.articleEnd(a), v.pageText(a, m), v.citations(a.Ref))
	return []app.UI{
		el("div", "article-layout",
			v.wideRail(a),
			el("article", "", body...).Attr("lang", a.Ref.Language)),
		v.stepper(),
	}
}

// wideRail stands beside the text where there is room: the dates in it.
func (v view) wideRail(a *engine.Article) app.UI {
	if len(a.Rail) == 0 {
		return el("div", "wide-rail")
	}
	return el("aside", "sticky-rail wide-rail", el("h2", "small muted rail-title", text("Dates in this article")), v.dateRail(a)).
		Attr("aria-label", "Dates in this article")
}

func (v view) articleHead(a *engine.Article, m marking) app.UI {
	return el("header", "article-head", el("div", "head-text",
		el("p", "outlet-line", el("b", "", text(a.Ref.Outlet)), text(" "),
			when(a.Ref.OutletKind != "", func() app.UI { return el("span", "", text(a.Ref.OutletKind+" ")) }),
			el("time", "", text(a.LongDate)),
			when(a.Ref.DateNote != "", func() app.UI { return el("span", "", text(" "+a.Ref.DateNote)) }),
			when(a.Ref.Author != "", func() app.UI { return el("span", "", text(" by "+a.Ref.Author)) })),
		el("h1", "", v.runs(a.Title, m)...).Attr("tabindex", "-1").Attr("dir", "auto"),
		when(len(a.Subtitle) > 0, func() app.UI {
			return el("p", "standfirst", v.runs(a.Subtitle, m)...).Attr("dir", "auto")
		}),
		v.hitBar(a),
		v.draftNote("Looking for events, statements and where else its paragraphs stand"),
		el("div", "button-row", v.articleButtons(a)...),
		when(len(a.Evidence) > 0, func() app.UI { return whyThisDate(a) }),
		when(len(a.Rail) > 0, func() app.UI {
			return el("details", "card phone-fold narrow-rail",
				el("summary", "", icon("timeline"), text(" "+engine.Count(len(a.Rail), "date")+" in this article "), icon("down")),
				v.dateRail(a))
		}),
		when(len(a.Quotes) > 0, func() app.UI {
			return el("details", "card phone-fold quotes-fold",
				el("summary", "", icon("quote"), text(" "+engine.Statements(a.Quotes)+": who said what "), icon("down")),
				el("ol", "quote-list", many(a.Quotes, v.quoteCard)...))
		}),
	), when(len(a.Headline) > 0, func() app.UI { return v.headlineNote(a) }))
}

// articleButtons are the ways on from an article.
func (v view) articleButtons(a *engine.Article) []app.UI {
	var buttons []app.UI
	switch {
	case v.marked != "" && v.marked != a.Ref.ID:
		buttons = append(buttons, v.link("button button-main", route.State{Screen: route.Compare, A: v.marked, B: a.Ref.ID},
			icon("compare"), text(" Compare with the marked article")))
	case a.Best != nil:
		buttons = append(buttons, v.link("button button-main", pairState(a.Ref, *a.Best),
			icon("compare"), text(" Compare with "+cited(*a.Best))))
	}
	return append(buttons, v.link("button", route.State{Screen: route.Compare, A: a.Ref.ID},
		choose(len(buttons) == 0, icon("compare"), icon("collection")), text(choose(len(buttons) == 0, " Compare", " Another article"))),
		when(a.Best != nil && v.marked == "", func() app.UI { return el("span", "small muted", text(a.BestWhy)) }))
}

// hitBar counts the places a search found here and steps through them.
func (v view) hitBar(a *engine.Article) app.UI {
	if v.state.Query == "" {
		return nil
	}
	found := engine.Count(a.Hits, "place") + " found for “" + v.state.Query + "”"
	if a.Hits == 0 {
		found = "Nothing found for “" + v.state.Query + "” in this article"
	}
	return el("p", "notice hit-bar", icon("search"), el("span", "", text(found)),
		v.link("button button-quiet", articleState(a.Ref), smallIcon("close"), text(" Without marks")))
}

// whyThisDate gives the evidence for the day an article was published.
func whyThisDate(a *engine.Article) app.UI {
	words := many(a.Evidence, func(line string) app.UI { return el("p", "", text(line)) })
	if len(a.Candidates) > 1 {
		words = append(words, el("p", "", text("Several days fit: "+strings.Join(a.Candidates, "; "))))
	}
	return explain("Why "+a.Ref.DateWords()+"?", words...)
}

// headlineNote sets words of the headline beside those of the text.
func (v view) headlineNote(a *engine.Article) app.UI {
	var lines []app.UI
	for _, c := range a.Headline {
		place := "Reworded"
		if changed(c.HeadRuns) || changed(c.BodyRuns) {
			place = choose(c.Quoted, "Quotation", "Text")
			lines = append(lines, el("li", "", el("b", "", text(engine.Capitalized(c.Head))), el("span", "", inQuotes(many(c.HeadRuns, ownWords))...)))
		}
		lines = append(lines, el("li", "", v.link("", articleAt(a.Ref, c.Paragraph), text(place+", paragraph "+number(c.Nth))), el("span", "", inQuotes(many(c.BodyRuns, ownWords))...)))
	}
	return el("aside", "also-in headline-note", el("h2", "", text("Headline and text")), el("ul", "", lines...)).
		Attr("aria-label", "Headline and text")
}

// changed reports whether any of runs is set off.
func changed(runs []engine.Run) bool {
	for _, r := range runs {
		if r.Change != "" {
			return true
		}
	}
	return false
}

// ownWords sets off words that the other of two texts has not.
func ownWords(r engine.Run) app.UI {
	if r.Change == "" {
		return text(r.Text)
	}
	return el("em", "own-words", text(r.Text))
}

func inQuotes(words []app.UI) []app.UI {
	return append(append([]app.UI{text("“")}, words...), text("”"))
}

func (v view) dateRail(a *engine.Article) app.UI {
	return el("ol", "date-rail", many(a.Rail, func(d engine.RailDate) app.UI {
		if d.Published {
			return el("li", "rail-published", v.link("", route.State{Screen: route.Timeline, Clock: "published"}, el("b", "", text(d.Date))),
				el("span", "small", text("published")))
		}
		return el("li", "",
			v.link("", route.State{Screen: route.Timeline, Event: d.Event}, el("b", "", text(d.Date)), hidden(": see it in the timeline")),
			v.link("rail-words", articleAt(a.Ref, d.Paragraph), text(quoted(d.Words))))
	})...)
}

// paragraph draws one paragraph and where else it stands.
func (v view) paragraph(a *engine.Article, p engine.Paragraph, m marking) app.UI {
	tag := choose(p.Kind == "heading", "h2", "p")
	return el("div", "paragraph-row",
		el(tag, "", v.runs(p.Runs, m)...).Attr("dir", "auto"),
		v.beside(a, p)).
		ID(paragraphID(p.N)).Attr("tabindex", "-1")
}

// beside is what stands in the margin of a paragraph: who speaks in it, and
// where else it stands.
func (v view) beside(a *engine.Article, p engine.Paragraph) app.UI {
	said := v.speakersIn(a, p)
	also := v.alsoIn(a, p, roomBeside(p)-len(said)*speakerLine)
	if said == nil && also == nil {
		return nil
	}
	return el("aside", "also-in", when(len(said) > 0, func() app.UI { return el("ul", "said-in", said...) }), also).Attr("aria-label", "About paragraph "+number(p.Nth))
}

// speakersIn names who is quoted in a paragraph, each once.
func (v view) speakersIn(a *engine.Article, p engine.Paragraph) []app.UI {
	var lines []app.UI
	last := ""
	for _, r := range p.Runs {
		if r.Quote == 0 || r.Quote > len(a.Quotes) {
			continue
		}
		q := a.Quotes[r.Quote-1]
		if who := saidBy(q); who != last {
			last = who
			name := app.UI(el("b", "", text(who)))
			if q.Speaker != "" {
				name = v.link("plain-link", route.State{Screen: route.Quotes, Who: q.Speaker}, name)
			}
			lines = append(lines, el("li", "", smallIcon("quote"), text(" "), name))
		}
	}
	return lines
}

// Heights of what stands in the margin where it lies beside the text, in
// pixels, about.
const (
	textLine    = 30
	textGap     = 24 // from a paragraph to the next
	speakerLine = 24
	marginTitle = 32
	marginLink  = 36
	marginName  = 32 // of an article, with the gap
	marginLine  = 20
	// lineLetters and marginLetters are how many letters stand in a line.
	lineLetters, marginLetters = 70, 34
)

// roomBeside is how high the margin of a paragraph may be before it pushes the
// next one down.
func roomBeside(p engine.Paragraph) int {
	letters := 0
	for _, r := range p.Runs {
		letters += utf8.RuneCountInString(r.Text)
	}
	return textLine*(1+letters/lineLetters) + textGap
}

// marginNote is an article in the margin of a paragraph.
type marginNote struct {
	item    app.UI
	letters int // of what is said under its name
}

// alsoIn says how other articles carry a paragraph, and nothing where there
// is nothing to say. What takes more than room is folded where there is a margin.
func (v view) alsoIn(a *engine.Article, p engine.Paragraph, room int) app.UI {
	room = choose(v.wide, room-marginTitle, math.MaxInt)
	switch {
	case len(p.Also) > 0:
		notes := make([]marginNote, len(p.Also))
		for i, also := range p.Also {
			s := pairState(a.Ref, also.Article)
			s.At = p.N
			const strip = 10 // letters
			notes[i] = marginNote{el("li", "",
				v.link("also-link", s, el("b", "", text(cited(also.Article))), hidden(": compare at this place")),
				el("span", "also-how", sentenceStrip(also.Sentences), el("span", "", text(also.Words)))), strip + len(also.Words)}
		}
		if p.Passage != "" {
			room -= marginLink
		}
		return margin("Also in "+engine.Count(len(p.Also), "article"), folded(notes, room), when(p.Passage != "", func() app.UI {
			return v.link("button button-quiet", route.State{Screen: route.Passage, Topic: p.Passage},
				smallIcon("changed"), text(" How this paragraph changed"))
		}))
	case len(p.Where) > 0:
		return margin("Elsewhere: "+strings.Join(statesOf(p.Where), ", "), folded(v.elsewhere(p.Where), room), nil)
	}
	return nil
}

// margin is a note beside a paragraph; on a phone it opens under it.
func margin(title string, lines []app.UI, more app.UI) app.UI {
	return el("details", "", el("summary", "", text(title+" "), smallIcon("down")), el("ul", "", lines...), more)
}

// folded lists notes: as many as there is room for, at least one, and the others
// behind a line.
func folded(notes []marginNote, room int) []app.UI {
	var lines []app.UI
	for i, n := range notes {
		room -= marginName + marginLine*(1+n.letters/marginLetters)
		if left := len(notes) - i; i > 0 && room < 0 {
			rest := many(notes[i:], func(n marginNote) app.UI { return n.item })
			return append(lines, el("li", "", el("details", "also-more", el("summary", "", text(number(left)+" more "), smallIcon("down")), el("ul", "", rest...))))
		}
		lines = append(lines, n.item)
	}
	return lines
}

// statesOf lists the states once each, in their order.
func statesOf(where []engine.Elsewhere) []string {
	var states []string
	for _, w := range where {
		if !slices.Contains(states, w.State) {
			states = append(states, w.State)
		}
	}
	return states
}

// elsewhere lists the articles that treat an event otherwise.
func (v view) elsewhere(where []engine.Elsewhere) []marginNote {
	var lines []marginNote
	for _, w := range where {
		words := w.State
		if w.Words != "" {
			words += ": " + quoted(w.Words)
		}
		lines = append(lines, marginNote{el("li", "", v.link("also-link", articleState(w.Article), el("b", "", text(cited(w.Article)))), el("span", "", text(words))), len(words)})
	}
	return lines
}

func (v view) articleEnd(a *engine.Article) app.UI {
	var buttons []app.UI
	dated := func(b *engine.ArticleRef) bool { return a.Ref.EDTF != "" && b.EDTF != "" }
	if a.Older != nil {
		buttons = append(buttons, v.link("button", articleState(*a.Older), icon("up"), text(choose(dated(a.Older), " Earlier: ", " Previous: ")+cited(*a.Older))))
	}
	if a.Newer != nil {
		buttons = append(buttons, v.link("button", articleState(*a.Newer), icon("down"), text(choose(dated(a.Newer), " Later: ", " Next: ")+cited(*a.Newer))))
	}
	words := choose(v.marked == "", " Mark to compare", " Compare with the marked article")
	buttons = append(buttons, el("button", "button", icon("article"), text(choose(v.marked == a.Ref.ID, " Take the mark away", words))).
		Attr("type", "button").On("click", on(func(app.Event) { v.mark(a.Ref.ID); v.redraw() })))
	return el("nav", "button-row section", buttons...).Attr("aria-label", "Other articles")
}

// pageText holds what came with the article and is not part of it.
func (v view) pageText(a *engine.Article, m marking) app.UI {
	if a.Hidden == 0 {
		return nil
	}
	var lines []app.UI
	for _, p := range a.Paragraphs {
		if p.Kind == "furniture" {
			lines = append(lines, el("p", "", v.runs(p.Runs, m)...).ID(paragraphID(p.N)).Attr("dir", "auto"))
		}
	}
	return explain(engine.Count(a.Hidden, "line")+" of page text "+choose(a.Hidden == 1, "is", "are")+" hidden", lines...)
}

// stepper goes to the next or previous difference or hit, within reach of the
// thumb.
func (v view) stepper() app.UI {
	of := v.page.steps
	if of == 0 {
		return nil
	}
	button := func(words, picture string, delta int) app.UI {
		return el("button", "button", icon(picture), hidden(words)).Attr("type", "button").
			On("click", on(func(app.Event) { v.stepBy(delta) }), app.EventScope(delta))
	}
	return el("div", choose(v.step > 0, "difference-steps stepping", "difference-steps"),
		button("Previous", "up", -1),
		el("span", "figures", text(stepWords(v.state.Screen, v.step, of))),
		button("Next", "down", +1)).Attr("role", "group").Attr("aria-label", "Step through")
}
