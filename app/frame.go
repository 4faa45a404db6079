package app

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"parallax/internal/route"
)

// Render draws the frame; the screen within it is drawn by a host, and only
// when it changed.
func (r *reader) Render() app.UI {
	v := view{r, r.page.state}
	classes := []string{"app", "screen-" + screenNames[v.state.Screen]}
	if r.plain {
		classes = append(classes, "marks-off")
	}
	if r.waiting {
		classes = append(classes, "waiting")
	}
	return el("div", strings.Join(classes, " "),
		el("a", "skip-link", text("Skip to the text")).Attr("href", "#main").On("click", on(toMain)),
		v.header(),
		el("main", "", v.markedBar(), v.tooLarge(), &host{reader: r, Key: r.page.key(), Drawn: r.drawn}).ID("main").Attr("tabindex", "-1"),
		v.footer(),
		v.jumpBox(),
		v.scrollMarks(),
		el("p", choose(r.noted, "toast card", "visually-hidden"), text(r.said)).Attr("role", "status"),
		when(r.waiting && r.wanted.Screen == route.Search && r.wanted.Query != "", func() app.UI {
			return el("p", "toast card", text("Looking for "+quoted(r.wanted.Query)+" …"))
		}),
	).ID("app")
}

// markedBar names the article that is marked for comparison. Without one it is
// an empty element: go-app tells the children of main apart by their order.
func (v view) markedBar() app.UI {
	a, ok := v.articleCalled(v.marked)
	if !ok {
		return el("div", "")
	}
	return el("div", "", el("p", "notice marked-bar", icon("article"), el("span", "", text("Marked: "), el("b", "", text(cited(a)))),
		v.link("button", route.State{Screen: route.Compare, A: a.ID}, icon("compare"), text(" Compare it with …")),
		el("button", "button button-quiet", smallIcon("close"), text(" Take the mark away")).Attr("type", "button").
			On("click", on(func(app.Event) { v.mark(a.ID); v.redraw() }), app.EventScope(a.ID))))
}

// tooLarge says what the screens lack in a large collection.
func (v view) tooLarge() app.UI {
	switch v.state.Screen {
	case route.Home, route.Timeline, route.Reports, route.Quotes, route.Compare, route.Passage:
		if v.home.Large != "" {
			return el("p", "notice", icon("info"), el("span", "", text(v.home.Large)))
		}
	}
	return nil
}

// scrollMarks stand beside the scroll bar where differences or hits are.
func (v view) scrollMarks() app.UI {
	marks := many(v.places, func(at float64) app.UI {
		return svgEl("rect", "").Attr("y", percent(at)).Attr("width", "100%").Attr("height", "3")
	})
	return svgEl("svg", "scroll-marks", marks...).Attr("aria-hidden", "true")
}

// screenNames are the classes by which the style sheet knows the screens.
var screenNames = [...]string{
	route.Home: "home", route.Article: "article", route.Timeline: "timeline", route.Search: "search",
	route.Compare: "compare", route.Passage: "passage", route.Reports: "reports", route.Quotes: "quotes",
	route.Help: "help", route.Settings: "settings", route.NotFound: "missing",
}

// toMain follows the skip link without touching the address, which is the state.
func toMain(e app.Event) {
	e.PreventDefault()
	focusOn("main")
}

// host holds the screen. It draws again only when Drawn changes, and anew,
// without a trace of the old screen, when Key does.
type host struct {
	app.Compo
	reader *reader
	Key    string
	Drawn  uint32
}

// OnInit is called by go-app before it builds the screen.
func (h *host) OnInit() { building.apart = true }

// OnMount is called when the screen stands. It keeps the way to leave the
// screen as it is when a part of it drew itself.
func (h *host) OnMount(ctx app.Context) {
	building.apart = false
	h.reader.hostContext = &ctx
}

// CompoID tells go-app not to make one screen out of the parts of another.
func (h *host) CompoID() string { return h.Key }

func (h *host) Render() app.UI {
	v := view{h.reader, h.reader.page.state}
	return el("div", "screen", h.reader.page.draw(v)...)
}

// places are the entries of the navigation.
var places = [...]struct {
	screen route.Screen
	icon   string
	word   string
}{
	{route.Home, "collection", "Collection"},
	{route.Timeline, "timeline", "Timeline"},
	{route.Search, "search", "Search"},
	{route.Compare, "compare", "Compare"},
}

// placeOf is the entry that a screen belongs to.
func placeOf(s route.Screen) route.Screen {
	switch s {
	case route.Timeline, route.Reports:
		return route.Timeline
	case route.Search, route.Compare:
		return s
	case route.Passage:
		return route.Compare
	}
	return route.Home
}

func (v view) header() app.UI {
	nav := el("nav", "main-nav").Attr("aria-label", "Screens")
	var entries []app.UI
	for _, p := range places {
		a := v.link("", route.State{Screen: p.screen}, icon(p.icon), el("span", "", text(p.word)))
		if placeOf(v.state.Screen) == p.screen && v.state.Screen != route.NotFound {
			a = a.Attr("aria-current", choose(v.state.Screen == p.screen, "page", "true"))
		}
		entries = append(entries, a)
	}
	return el("header", "top",
		v.link("brand", route.State{}, brandMark(),
			el("span", "", el("b", "", text("Parallax")), el("small", "", text(v.home.Title)))),
		nav.Body(entries...),
		v.searchBox(),
		el("button", "button jump-button", icon("jump"), el("span", "", text("Jump to"))).
			Attr("type", "button").On("click", on(func(app.Event) { v.openJump() })),
		v.savedStatus(),
	)
}

func brandMark() app.UI {
	return svgEl("svg", "",
		svgEl("path", "brand-both").Attr("d", "M14 7.800a9 9 0 0 1 0 12.400a9 9 0 0 1 0-12.400z"),
		svgEl("circle", "brand-a").Attr("cx", "10.5").Attr("cy", "14").Attr("r", "8"),
		svgEl("circle", "brand-b").Attr("cx", "17.5").Attr("cy", "14").Attr("r", "8"),
	).Attr("viewBox", "0 0 28 28").Attr("aria-hidden", "true")
}

func (v view) searchBox() app.UI {
	return el("form", "search-box",
		el("label", "visually-hidden", text("Search articles, dates, quotes and people")).Attr("for", queryID),
		el("button", "", icon("search")).Attr("type", "submit").Attr("aria-label", "Search"),
		field(queryID, "Search articles, dates, quotes").Attr("name", "q").Attr("type", "search").Attr("enterkeyhint", "search").
			OnInput(on(func(e app.Event) { v.typed(e.Get("target").Get("value").String()) })),
		el("kbd", "", text("/")).Attr("aria-hidden", "true"),
	).Attr("role", "search").Attr("action", href(v.base, route.State{Screen: route.Search})).
		On("submit", on(func(e app.Event) {
			e.PreventDefault()
			v.typed(inputValue(queryID))
			focusHeading()
		}))
}

// typed searches as somebody types: the first keystroke is a step of its own,
// so that Back returns to what was read before, the others take its place.
func (r *reader) typed(query string) {
	s := route.State{Screen: route.Search}
	how := byFirstKey
	if r.wanted.Screen == route.Search {
		s, how = r.wanted, byTyping
	}
	if s.Query == query && how == byTyping {
		return
	}
	s.Query = query
	r.open(s, how)
}

func (v view) savedStatus() app.UI {
	words := v.storage.words()
	return v.link("saved", route.State{Screen: route.Settings},
		smallIcon(words.icon),
		el("span", "", text(words.short))).
		Attr("title", words.long)
}

func (v view) footer() app.UI {
	var looks []app.UI
	for _, place := range [...]struct {
		screen route.Screen
		word   string
	}{{route.Reports, "Who reports what"}, {route.Quotes, "Who said what"}, {route.Passage, "How a paragraph changed"}, {route.Settings, "Settings"}, {route.Help, "Help and keys"}} {
		looks = append(looks, v.link("", route.State{Screen: place.screen}, text(place.word)))
	}
	return el("footer", "foot", el("nav", "foot-links", looks...).Attr("aria-label", "More screens"))
}
