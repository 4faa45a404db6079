package app

import (
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"parallax/internal/engine"
	"parallax/internal/route"
	"parallax/internal/worker"
)

func searchPage(f *engine.Search) page {
	title := "Search"
	if f.Query != "" {
		title = "Search: " + f.Query
	}
	var named []engine.ArticleRef
	for _, hit := range slices.Concat(f.All, f.Some) {
		named = append(named, hit.Article)
	}
	return page{title: title, said: foundWords(f), named: named, draw: func(v view) []app.UI { return v.search(f) }}
}

// foundWords says in one line what was found, for those who hear the page.
func foundWords(f *engine.Search) string {
	return engine.Count(f.Total, "article") + ", " +
		engine.Count(len(f.Events), "event") + ", " + engine.Count(len(f.Quotes), "statement") + " found"
}

// search draws what was found, grouped, with ways to narrow it.
func (v view) search(f *engine.Search) []app.UI {
	asked := v.state.Query != "" || v.state.Outlet != "" || v.state.Who != "" || v.state.From != "" || v.state.To != ""
	if !asked {
		return []app.UI{pageHead("Search"), v.searchHelp()}
	}
	results := v.results(f)
	if len(results) == 0 {
		results = []app.UI{v.nothingFound(f)}
	}
	return []app.UI{
		pageHead("Search"),
		v.spelling(f),
		v.unread(f),
		v.filtersInForce(f),
		el("div", "result-tools section-tight", v.kinds(f), v.order(f)),
		v.phoneFacets(f),
		el("div", "with-filters section-tight",
			el("aside", "sticky-rail filters-desk", v.facets(f, false)...).Attr("aria-label", "Narrow"),
			el("div", "reading-measure", results...)),
	}
}

// spelling names the words that stand in no article, and what was shown instead.
func (v view) spelling(f *engine.Search) app.UI {
	if len(f.Missing) == 0 {
		return nil
	}
	lines := many(f.Missing, func(m engine.MissingWord) app.UI {
		if len(m.Similar) == 0 {
			return el("p", "", text(quoted(m.Word)+" is in no article."))
		}
		exact := v.state
		exact.Query = strings.Replace(exact.Query, m.Word, `"`+m.Word+`"`, 1)
		return el("div", "spelling",
			el("p", "", text(quoted(m.Word)+" is in no article. Showing similar spelling: "), el("b", "", text(strings.Join(m.Similar, ", "))), text(".")),
			when(!strings.Contains(v.state.Query, `"`), func() app.UI {
				return v.link("small", exact, text("Search for "+quoted(m.Word)+" exactly"))
			}))
	})
	return el("div", "notice spelling-notice", icon("spell"), el("div", "", lines...))
}

// unread says what of the query could not be read as it was meant.
func (v view) unread(f *engine.Search) app.UI {
	var said []string
	if len(f.Unread) > 0 {
		said = append(said, "Searched as plain words, because it could not be read otherwise: "+strings.Join(f.Unread, ", ")+".")
	}
	if f.Left != "" {
		said = append(said, "Too many words to search for: those from "+quoted(f.Left)+" on are left out.")
	}
	if len(said) == 0 {
		return nil
	}
	return el("p", "notice section-tight", icon("info"), el("span", "", text(strings.Join(said, " "))))
}

// filtersInForce are the restrictions in the query, each with a way out.
func (v view) filtersInForce(f *engine.Search) app.UI {
	var chips []app.UI
	for _, filter := range f.Filters {
		without := v.state
		without.Query = strings.Join(strings.Fields(strings.Replace(without.Query, filter.Text, "", 1)), " ")
		if without.Query != v.state.Query {
			chips = append(chips, v.chip(filter.Words, without))
		}
	}
	for _, part := range [...]struct {
		words string
		value *string
	}{{"outlet: ", &v.state.Outlet}, {"who: ", &v.state.Who}, {"from ", &v.state.From}, {"to ", &v.state.To}} {
		if value := *part.value; value != "" {
			*part.value = ""
			chips = append(chips, v.chip(part.words+value, v.state))
			*part.value = value
		}
	}
	if len(chips) == 0 {
		return nil
	}
	return el("ul", "chips section-tight", chips...).Attr("aria-label", "Filters in force")
}

// kinds shows one kind of results only.
func (v view) kinds(f *engine.Search) app.UI {
	found := f.Total + len(f.Events) + len(f.Quotes)
	if found == 0 {
		return nil
	}
	var links []app.UI
	for _, k := range [...]struct {
		kind, word string
		count      int
	}{{"", "All", found}, {"articles", "Articles", f.Total}, {"events", "Events", len(f.Events)}, {"quotes", "Quotes", len(f.Quotes)}} {
		if k.count == 0 && k.kind != v.state.Kind {
			continue
		}
		s := v.state
		s.Kind = k.kind
		link := v.link("chip", s, text(k.word+" "), el("span", "figures", text(number(k.count))))
		links = append(links, current(link, v.state.Kind == k.kind))
	}
	return el("nav", "chips", links...).Attr("aria-label", "Kind")
}

// order offers the newest articles first instead of the best.
func (v view) order(f *engine.Search) app.UI {
	if f.Total < 2 {
		return nil
	}
	var links []app.UI
	for _, o := range [...]struct{ order, word string }{{"", "Best first"}, {"date", "Newest first"}} {
		s := v.state
		s.Order = o.order
		links = append(links, current(v.link("", s, text(o.word)), v.state.Order == o.order))
	}
	return el("nav", "choice", links...).Attr("aria-label", "Order")
}

// results draws the groups that are wanted and not empty.
func (v view) results(f *engine.Search) []app.UI {
	wanted := func(kind string, found int) bool {
		return found > 0 && (v.state.Kind == "" || v.state.Kind == kind)
	}
	var groups []app.UI
	room := listed * (v.windows + 1)
	if wanted("articles", len(f.All)) {
		groups = append(groups, section("r-all", allWords(f), nil, el("div", "hit-list", many(f.All, v.hit)...),
			when(len(f.Some) == 0, func() app.UI { return v.moreFound(f, len(f.All), f.AllTotal) })))
	}
	if wanted("quotes", len(f.Quotes)) {
		shown := min(len(f.Quotes), choose(v.state.Kind == "", 4, room))
		groups = append(groups, section("r-quotes", "Statements",
			v.moreLink(route.State{Screen: route.Quotes, Query: v.state.Query, Who: v.state.Who}, "Who said what"),
			el("ol", "card quote-list", many(f.Quotes[:shown], v.quoteCard)...), v.allOf("quotes", shown, len(f.Quotes)), when(f.QuotesOf > 0, func() app.UI {
				return el("p", "small muted section-tight", text("In so large a collection, statements are read out of the first "+engine.Count(f.QuotesOf, "article")+" found, and events out of none."))
			})))
	}
	if wanted("people", len(f.People)) {
		groups = append(groups, section("r-people", "People", nil, v.people(f)))
	}
	if wanted("events", len(f.Events)) {
		shown := min(len(f.Events), choose(v.state.Kind == "", 5, room))
		groups = append(groups, section("r-events", "Events",
			v.moreLink(route.State{Screen: route.Timeline, Query: v.state.Query}, "Timeline"),
			el("ol", "card timeline-list timeline-card", many(f.Events[:shown], func(e engine.Event) app.UI { return v.event(&e) })...), v.allOf("events", shown, len(f.Events))))
	}
	if wanted("articles", len(f.Some)) {
		groups = append(groups, section("r-some", engine.Count(f.Total-f.AllTotal, "article")+" with some of the words", nil,
			el("ol", "card flush article-list", many(f.Some, v.partialHit)...), v.moreFound(f, len(f.Some), f.Total-f.AllTotal)))
	}
	return groups
}

// allOf leads from the first few of a kind to all of them.
func (v view) allOf(kind string, shown, of int) app.UI {
	if shown >= of {
		return nil
	}
	if v.state.Kind != "" {
		return v.showMore(shown, of, kind)
	}
	s := v.state
	s.Kind = kind
	return el("p", "section-tight", v.link("button", s, text("Show all "+number(of))))
}

func allWords(f *engine.Search) string {
	if len(strings.Fields(f.Query)) < 2 {
		return engine.Count(f.AllTotal, "article")
	}
	return engine.Count(f.AllTotal, "article") + " with all words"
}

// moreFound ends a list of articles: with a way to more of them, or, where only
// the best are listed, with a word on that.
func (v view) moreFound(f *engine.Search, shown, of int) app.UI {
	if shown == of {
		return nil
	}
	if !f.More {
		return el("p", "small muted section-tight", text("These are the best "+number(shown)+" of "+number(of)+". A further word, or a tap on an outlet, a year or a person, narrows them."))
	}
	return el("p", "button-row section-tight",
		el("button", "button", text("Show more")).Attr("type", "button").On("click", on(func(app.Event) { v.findMore() })),
		el("span", "muted small figures", text(number(shown)+" of "+number(of)+" articles")))
}

// findMore asks for a further window of what was found.
func (r *reader) findMore() {
	r.part++
	s := r.wanted
	request, _ := r.question(s)
	r.engine.Ask(request, func(rep worker.Reply) {
		r.ctx.Dispatch(func(app.Context) {
			if s == r.wanted {
				r.arrived = byTyping // the focus stays
				r.show(s, request, rep)
			}
		})
	})
}

// people leads from the people found to what they said.
func (v view) people(f *engine.Search) app.UI {
	return el("ul", "chips", many(f.People[:min(len(f.People), listed)], func(p engine.SpeakerRow) app.UI {
		return el("li", "", v.link("chip", route.State{Screen: route.Quotes, Who: p.Name}, text(p.Name+" "), el("span", "figures", text(engine.Count(p.Count, "statement")))))
	})...)
}

// hit is one article with the passages found in it.
func (v view) hit(h engine.SearchArticle) app.UI {
	s := articleState(h.Article)
	s.Query = v.state.Query
	passages := many(h.Excerpts, func(x engine.Excerpt) app.UI {
		at := s
		at.At = x.Paragraph
		return el("li", "", v.link("item", at, el("span", "", v.runs(plain(x.Runs), marking{})...), smallIcon("open")).Attr("data-article", h.Article.ID))
	})
	title := v.runs(plain(h.Title), marking{})
	if len(title) == 0 {
		title = []app.UI{text(h.Article.Title)}
	}
	return el("article", "card hit",
		outletLine(h.Article, v.markedTag(h.Article.ID)),
		el("h3", "", v.link("item", s, title...)).Attr("data-article", h.Article.ID),
		el("ul", "hit-passages", passages...),
		when(h.Words != "" || len(h.Why) > 0, func() app.UI { return whyFound(h) }))
}

// whyFound counts the words and, opened, explains the order.
func whyFound(h engine.SearchArticle) app.UI {
	if len(h.Why) == 0 {
		return el("p", "small muted", text(h.Words))
	}
	return el("details", "explain why", el("summary", "", smallIcon("open"), text(" "+choose(h.Words == "", "Why it is found", h.Words))),
		el("ul", "", many(h.Why, func(why string) app.UI { return el("li", "", text(why)) })...))
}

// plain leaves only the hits of the marks, for words within a link.
func plain(runs []engine.Run) []engine.Run {
	bare := make([]engine.Run, len(runs))
	for i, r := range runs {
		bare[i] = engine.Run{Text: r.Text, Hit: r.Hit}
	}
	return bare
}

// partialHit is an article that has some of the words.
func (v view) partialHit(h engine.SearchArticle) app.UI {
	words := text(h.Article.Title)
	s := articleState(h.Article)
	s.Query = v.state.Query
	if len(h.Excerpts) > 0 {
		words = el("span", "excerpt", v.runs(plain(h.Excerpts[0].Runs), marking{})...)
		s.At = h.Excerpts[0].Paragraph
	}
	return el("li", "", v.link("item", s, el("time", "", text(h.Article.DateWords())),
		el("span", "", el("span", "verbatim excerpt", words),
			el("span", "outlet-line", text(strings.TrimSuffix(h.Article.Outlet+" · "+h.Words, " · ")), v.markedTag(h.Article.ID))), goIcon()).
		Attr("data-article", h.Article.ID))
}

// facets narrow the results by outlet, person and year; as chips where there is
// no room for lists.
func (v view) facets(f *engine.Search, chips bool) []app.UI {
	var groups []app.UI
	group := func(id, title string, list []engine.Facet, with func(route.State, string) route.State) {
		if len(list) == 0 {
			return
		}
		if chips {
			id += "-chips"
		}
		links := []app.UI{el("h2", "small muted rail-title", text(title)).ID(id)}
		for _, facet := range list[:min(len(list), 8)] {
			link := v.link(choose(chips, "chip", ""), with(v.state, choose(facet.On, "", facet.Value)), el("span", "", text(facet.Label)), el("span", "figures", text(number(facet.Count))))
			links = append(links, current(link, facet.On))
		}
		groups = append(groups, el("nav", choose(chips, "chips facet-chips", "filter-list filter-group"), links...).Attr("aria-labelledby", id))
	}
	group("f-outlet", "Outlet", f.ByOutlet, func(s route.State, value string) route.State { s.Outlet = value; return s })
	group("f-year", "Published", f.ByYear, func(s route.State, value string) route.State { s.From, s.To = value, value; return s })
	group("f-who", "People", f.ByPerson, func(s route.State, value string) route.State { s.Who = value; return s })
	return groups
}

// phoneFacets are the facets where there is no room beside the results.
func (v view) phoneFacets(f *engine.Search) app.UI {
	groups := v.facets(f, true)
	if len(groups) == 0 {
		return nil
	}
	return el("details", "explain filters-phone section-tight",
		el("summary", "", smallIcon("filter"), text(" Narrow by outlet, year or person")),
		el("div", "facet-fold", groups...))
}

func (v view) nothingFound(f *engine.Search) app.UI {
	return el("div", "", empty("search", "Nothing found for "+quoted(f.Query)+"."), v.searchHelp())
}

// searchHelp shows what can be asked, with words of this collection.
func (v view) searchHelp() app.UI {
	type example struct{ query, meaning string }
	var examples []example
	if len(v.home.Speakers) > 0 {
		name := strings.ToLower(lastWord(v.home.Speakers[0].Name))
		examples = append(examples,
			example{name, "a word, also misspelt"},
			example{"who:" + name, "what one person said"})
	}
	if len(v.home.Articles) > 0 {
		first := v.home.Articles[0]
		if words := strings.Fields(first.Title); len(words) > 2 {
			examples = append(examples, example{`"` + strings.Trim(strings.Join(words[len(words)-3:], " "), `".,`) + `"`, "words in this order"})
		}
		examples = append(examples, example{"outlet:" + first.OutletID, "one outlet’s articles"})
		if year, _, ok := strings.Cut(first.EDTF, "-"); ok {
			examples = append(examples, example{"date:" + year, "what happened in a year"})
		}
	}
	if len(examples) == 0 {
		return nil
	}
	return section("h-examples", "What you can ask", nil, el("ul", "card flush example-list", many(examples, func(x example) app.UI {
		return el("li", "", v.link("item", route.State{Screen: route.Search, Query: x.query},
			el("code", "", text(x.query)), el("span", "muted", text(x.meaning)), goIcon()))
	})...))
}
