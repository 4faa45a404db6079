package app

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"parallax/internal/engine"
	"parallax/internal/route"
)

func quotesPage(q *engine.QuotesView) page {
	return page{title: "Who said what", draw: func(v view) []app.UI { return v.speakers(q) }}
}

// fewQuotes is how many statements stand under a name among others.
const fewQuotes = 6

// speakers draws each person's statements, earliest first.
func (v view) speakers(q *engine.QuotesView) []app.UI {
	var people []app.UI
	room := window * (v.windows + 1)
	shown, of := 0, 0
	for i, s := range q.Speakers {
		of += min(len(s.Quotes), choose(v.state.Who == "", fewQuotes, len(s.Quotes)))
		if shown < room {
			people = append(people, v.speaker(i, s))
			shown += min(len(s.Quotes), choose(v.state.Who == "", fewQuotes, len(s.Quotes)))
		}
	}
	return []app.UI{
		pageHead("Who said what", el("p", "muted", text(strings.TrimPrefix(q.Note+". ", ". ")+"Quotations may be translations."))),
		v.peopleFold(q),
		el("div", "with-filters",
			el("aside", "sticky-rail filters-desk",
				el("nav", "filter-list filter-group", append([]app.UI{el("h2", "small muted rail-title", text("People"))}, v.peopleLinks(q, "")...)...).
					Attr("aria-label", "People beside the list")),
			el("div", "reading-measure", append(people,
				when(len(q.Speakers) == 0, func() app.UI {
					return empty("quote", "No statements found.", v.link("button", route.State{Screen: route.Quotes}, text("Show everyone")))
				}),
				v.showMore(shown, of, "statements"))...)),
	}
}

// peopleFold offers the people where there is no room beside the statements:
// many in a line that opens.
func (v view) peopleFold(q *engine.QuotesView) app.UI {
	const few = 6
	links := v.peopleLinks(q, "chip")
	chips := el("nav", choose(len(links) > few, "chips", "chips filters-phone"), links...).Attr("aria-label", "People")
	if len(links) <= few {
		return chips
	}
	words := "Choose one of " + engine.Count(len(links)-1, "speaker")
	if v.state.Who != "" {
		words = v.state.Who
	}
	return el("details", "explain filters-phone", el("summary", "", smallIcon("open"), text(" "+words)),
		el("div", "facet-fold", chips).On("click", on(func(e app.Event) { closeFold(e.Get("target")) })))
}

// peopleLinks choose one person, or everyone.
func (v view) peopleLinks(q *engine.QuotesView, class string) []app.UI {
	chosen := v.state.Who
	if chosen != "" && len(q.Speakers) == 1 {
		chosen = q.Speakers[0].Name // in full, as the links are
	}
	entry := func(name, who, figure string) app.UI {
		a := v.link(class, route.State{Screen: route.Quotes, Who: who, Query: v.state.Query},
			el("span", "", text(name)), text(" "), el("span", "figures", text(figure)))
		return current(a, who == chosen)
	}
	links := []app.UI{entry("Everyone", "", "")}
	for _, s := range q.People[:min(len(q.People), listed)] {
		links = append(links, entry(s.Name, s.Name, choose(s.Count > 0, number(s.Count), "reported")))
	}
	return links
}

func (v view) speaker(i int, s engine.Speaker) app.UI {
	shown := len(s.Quotes)
	if v.state.Who == "" {
		shown = min(shown, fewQuotes)
	}
	id := "speaker-" + number(i)
	var about []string
	for _, title := range s.Titles {
		if len(title) > len("The") {
			about = append(about, title)
		}
	}
	if s.Direct > 0 {
		about = append(about, engine.Count(s.Direct, "quotation"))
	}
	if reported := s.Told - s.Direct; reported > 0 {
		about = append(about, engine.Count(reported, "report")+" without quoting")
	}
	if different := len(s.Quotes) - s.Declined; different < s.Told {
		about = append(about, engine.Count(different, "different statement"))
	}
	if s.Declined > 0 {
		about = append(about, number(s.Declined)+" declined")
	}
	return el("section", "person section",
		el("div", "person-head",
			el("span", "initials", text(initials(s.Name))).Attr("aria-hidden", "true"),
			el("div", "", el("h2", "", text(s.Name)).ID(id), el("p", "small muted", text(strings.Join(about, " · "))))),
		el("ol", "card quote-list", many(s.Quotes[:shown], v.quoteCard)...),
		when(shown < len(s.Quotes), func() app.UI {
			all := v.state
			all.Who = s.Name
			return el("p", "section-tight", v.link("button", all, text("Show all "+number(len(s.Quotes)))),
				el("span", "on-paper", text(number(shown)+" of "+engine.Count(len(s.Quotes), "statement")+" of "+s.Name)))
		}),
	).Attr("aria-labelledby", id)
}

// quoteCard is one statement and the way it came by.
func (v view) quoteCard(q engine.QuoteRef) app.UI {
	var chain []app.UI
	for i, link := range chainOf(q) {
		tag := choose(i == 0, "b", "span")
		chain = append(chain, el("li", "", el(tag, "", text(link))))
	}
	chain = append(chain, el("li", "", v.link("item", articleAt(q.Article, q.Paragraph), text(cited(q.Article)))))
	tags := []app.UI{el("span", "tag", text(q.TypeWords()))}
	for _, words := range [...]string{quotedOrNothing(q.Cue), q.Venue, q.When} {
		if words != "" {
			tags = append(tags, el("span", "tag", text(words)))
		}
	}
	return el("li", "quote-card",
		el("ol", "chain", chain...).Attr("aria-label", "Came by"),
		el("div", "",
			el("blockquote", "", v.runs(q.Runs, marking{})...).Attr("dir", "auto"),
			el("p", "button-row", tags...),
			when(len(q.Also) > 0, func() app.UI { return v.alsoSaid(q) })))
}

// fewPlaces is up to how many places a card names openly.
const fewPlaces = 3

// alsoSaid names where else a statement is told: who prints the same words, and
// each other wording with its own words marked.
func (v view) alsoSaid(q engine.QuoteRef) app.UI {
	articles, others := 0, 0
	lines := many(q.Also, func(w engine.Retelling) app.UI {
		parts := []app.UI{text(engine.Capitalized(w.How) + " in ")}
		for i, at := range w.Places {
			if i > 0 {
				parts = append(parts, text(", "))
			}
			where := cited(at.Article)
			if at.Article.ID == q.Article.ID {
				where = "this article"
			} else {
				articles++
			}
			parts = append(parts, v.link("", articleAt(at.Article, at.Paragraph), text(where)))
		}
		if articles += w.More; w.More > 0 {
			parts = append(parts, text(", "), v.link("", route.State{Screen: route.Search, Query: w.Find}, text(number(w.More)+" more")))
		}
		if len(w.Runs) > 0 {
			others++
			parts = append(parts, text(": "), el("span", "said-otherwise", many(w.Runs, ownWords)...).Attr("dir", "auto"))
		}
		return el("li", "", parts...)
	})
	list := el("ul", "small muted also-said", lines...).Attr("aria-label", "Also quoted in")
	if articles <= fewPlaces {
		return list
	}
	return el("details", "also-said-fold",
		el("summary", "small", text("Also in "+engine.Count(articles, "article")+choose(others > 0, ", "+engine.Count(others, "other wording"), "")+" "), icon("down")),
		list)
}

// chainOf names by whom a statement came, its speaker first.
func chainOf(q engine.QuoteRef) []string {
	var chain []string
	switch {
	case q.Speaker != "" && strings.Contains(q.As, " ") && !strings.Contains(q.As, lastWord(q.Speaker)):
		chain = append(chain, q.Speaker+", as “"+q.As+"”")
	case q.Speaker != "":
		chain = append(chain, q.Speaker)
	case q.As != "":
		chain = append(chain, quoted(q.As))
	default:
		chain = append(chain, "nobody named")
	}
	if q.Via != "" {
		chain = append(chain, q.Via)
	}
	return chain
}

func quotedOrNothing(words string) string {
	if words == "" {
		return ""
	}
	return quoted(words)
}
