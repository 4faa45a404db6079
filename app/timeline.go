package app

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"parallax/internal/engine"
	"parallax/internal/export"
	"parallax/internal/route"
	"parallax/internal/worker"
)

func timelinePage(t *engine.Timeline) page {
	return page{
		title: "Timeline",
		said:  engine.Count(t.Shown, "event"),
		part:  t.First / window,
		draw:  func(v view) []app.UI { return v.timeline(t) },
	}
}

// timeline draws the list of events, and above it the same as a picture.
func (v view) timeline(t *engine.Timeline) []app.UI {
	v.remember(t)
	return []app.UI{
		pageHead("Timeline", el("p", "muted", text("Dates read out of "+engine.Count(v.home.Count, "article")+
			". Every heading is an article’s own words; open one to see the sentences."))),
		when(len(t.Strip.Zones) > 0, func() app.UI {
			return el("figure", "card strip-figure", &stripBox{reader: v.reader})
		}),
		el("div", "compare-tools", v.clocks(),
			v.link("button", route.State{Screen: route.Reports, Query: v.state.Query}, icon("table"), text(" Who reports what")),
			v.timelineFilter(t),
			when(t.Shown > 0, v.exportTimeline)),
		v.chips(t),
		when(t.Shown > 0 && len(t.Articles) > 0, func() app.UI {
			return el("p", "small muted", text("The signs beside an event stand for the articles, oldest first. "),
				v.link("", route.State{Screen: route.Help}, text("What the signs mean")))
		}),
		v.windowNav(t),
		v.listBox(t),
		v.windowNav(t),
		when(t.Shown == 0, func() app.UI { return v.noEvents(t) }),
		v.hiddenEvents(t),
		v.toast(),
		v.citations(t.Articles...),
	}
}

// exportTimeline saves what the timeline shows as a file, with the reader's
// corrections.
func (v view) exportTimeline() app.UI {
	entry := func(f export.File) app.UI {
		name := "parallax-timeline" + f.Extension
		return el("li", "", el("button", "", el("b", "", text(f.Word)), el("span", "muted small", text(name))).Attr("type", "button").
			On("click", on(func(app.Event) { closeMenu(); v.saveTimeline(f, name) }), app.EventScope(f.Format)))
	}
	return el("details", "menu",
		el("summary", "button", icon("export"), text(" Export")),
		el("ul", "card menu-list", many(export.Files[:], entry)...)).Attr("name", "menu")
}

// saveTimeline asks the engine for the file and hands it to the browser.
func (r *reader) saveTimeline(f export.File, name string) {
	request, _ := r.question(r.page.state)
	request.Kind, request.Format = worker.Export, f.Format
	r.engine.Ask(request, func(rep worker.Reply) {
		r.ctx.Dispatch(func(app.Context) {
			if rep.Error != "" {
				r.said = "This file could not be made"
				r.note()
				return
			}
			saveFile(name, f.Type, string(rep.Body))
			r.said = "Saved as " + name
		})
	})
}

// clocks switches between when things happened and when they were published.
func (v view) clocks() app.UI {
	entry := func(clock, word, picture string) app.UI {
		s := v.state
		s.Clock, s.Event = clock, ""
		return current(v.link("", s, smallIcon(picture), text(" "+word)), v.state.Clock == clock)
	}
	return el("nav", "choice", entry("", "happened", "clock"), entry("published", "published", "article")).Attr("aria-label", "Order by")
}

// timelineFilter narrows the timeline by words and dates.
func (v view) timelineFilter(t *engine.Timeline) app.UI {
	s := v.state
	from, to := v.exampleDates()
	labelled := func(id, word, value, hint string) app.UI {
		return el("label", "field", el("span", "small muted", text(word)), field(id, hint).Attr("value", value))
	}
	narrow := func(e app.Event) {
		e.PreventDefault()
		v.narrow(route.State{
			Query: inputValue("filter-q"), From: inputValue("filter-from"), To: inputValue("filter-to"),
			Outlet: picked("filter-outlet"), Who: picked("filter-who"),
		})
	}
	return el("details", "filters",
		el("summary", "button", icon("filter"), text(" Filter")),
		el("form", "filter-form",
			labelled("filter-q", "Words", s.Query, "any"),
			pick("filter-outlet", "Outlet", s.Outlet, v.outletChoices(t)),
			pick("filter-who", "Person", s.Who, v.personChoices()),
			labelled("filter-from", "From", s.From, from),
			labelled("filter-to", "To", s.To, to),
			el("button", "button", text("Show")).Attr("type", "submit")).On("submit", on(narrow)))
}

// exampleDates shows how a month and a day are typed, by the collection's first
// article and its last.
func (v view) exampleDates() (month, day string) {
	const form = "2020-10-26"
	month, day = form[:len("2020-10")], form
	first := true
	for _, a := range v.home.Articles {
		if len(a.EDTF) < len(form) {
			continue
		}
		if day = a.EDTF[:len(form)]; first {
			month, first = day[:len("2020-10")], false
		}
	}
	return month, day
}

// chips are the filters in force.
func (v view) chips(t *engine.Timeline) app.UI {
	filters := v.filterChips(t)
	if len(filters) == 0 {
		return nil
	}
	return el("ul", "chips", filters...)
}

// anyValue is chosen where nothing is; go-app leaves an empty value out.
const anyValue = "*"

// picked reads a field of pick.
func picked(id string) string {
	if v := inputValue(id); v != anyValue {
		return v
	}
	return ""
}

// pick is a field with the values there are.
func pick(id, word, value string, choices [][2]string) app.UI {
	options := []app.UI{el("option", "", text("any")).Attr("value", anyValue)}
	for _, c := range choices {
		o := el("option", "", text(c[1])).Attr("value", c[0])
		if c[0] == value {
			o = o.Attr("selected", true)
		}
		options = append(options, o)
	}
	return el("label", "field", el("span", "small muted", text(word)), el("select", "", options...).ID(id))
}

// outletChoices are the outlets by id and name.
func (v view) outletChoices(t *engine.Timeline) [][2]string {
	var list [][2]string
	seen := map[string]bool{}
	for _, articles := range [][]engine.ArticleRef{v.home.Articles, t.Articles} {
		for _, a := range articles {
			if !seen[a.OutletID] && a.OutletID != "" {
				seen[a.OutletID] = true
				list = append(list, [2]string{a.OutletID, a.Outlet})
			}
		}
	}
	return list
}

// personChoices are those who are quoted most, and who is chosen.
func (v view) personChoices() [][2]string {
	var list [][2]string
	known := v.state.Who == ""
	for _, s := range v.home.Speakers {
		list = append(list, [2]string{s.Name, s.Name})
		known = known || s.Name == v.state.Who
	}
	if !known {
		list = append(list, [2]string{v.state.Who, v.state.Who})
	}
	return list
}

// narrow filters the timeline; dates that are none are dropped with the state.
func (r *reader) narrow(f route.State) {
	s := r.page.state
	s.Query, s.From, s.To, s.Outlet, s.Who, s.Event = f.Query, f.From, f.To, f.Outlet, f.Who, ""
	path, fragment := s.Address()
	r.open(route.Parse(path, fragment), byChoice)
}

// filterChips are the filters in force, each with a way out.
func (v view) filterChips(t *engine.Timeline) []app.UI {
	s := v.state
	without := s
	without.Event = ""
	var chips []app.UI
	chip := func(value *string, words string) {
		was := *value
		if was == "" {
			return
		}
		*value = ""
		chips = append(chips, v.chip(words, without))
		*value = was
	}
	chip(&without.Query, quoted(s.Query))
	chip(&without.Outlet, "outlet: "+outletName(t.Articles, s.Outlet))
	chip(&without.Who, "who: "+s.Who)
	chip(&without.From, "from "+s.From)
	chip(&without.To, "to "+s.To)
	return chips
}

func outletName(articles []engine.ArticleRef, id string) string {
	for _, a := range articles {
		if a.OutletID == id {
			return a.Outlet
		}
	}
	return id
}

func (v view) noEvents(t *engine.Timeline) app.UI {
	if t.Total == 0 {
		return empty("timeline", "We found no dates in this collection.")
	}
	return empty("timeline", "None of the "+engine.Count(t.Total, "event")+" fits this filter.",
		v.link("button", route.State{Screen: route.Timeline}, text("Show all events")),
		v.link("button button-quiet", route.State{Screen: route.Search, Query: v.state.Query}, text("Search the articles instead")))
}

// empty is a screen or a part of one that has nothing to show: why, and what
// to do.
func empty(picture, words string, ways ...app.UI) app.UI {
	return el("div", "card empty", icon(picture), el("p", "", text(words)), el("div", "button-row", ways...))
}
