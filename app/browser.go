package app

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"parallax/internal/route"
)

// This file is all that reads or moves the browser. Natively each function
// does nothing, so that the rest can be tested without one.

// queryID is the id of the search box.
const queryID = "query"

// wideQuery says where two columns of text have room, as in the style sheet.
const wideQuery = "(min-width: 56.25em)"

// nextTask lets the browser do what waits, and returns right after. A timer
// would wait for some milliseconds more.
func nextTask() {
	if app.IsServer {
		return
	}
	over := make(chan struct{})
	on := app.FuncOf(func(app.Value, []app.Value) any {
		close(over)
		return nil
	})
	defer on.Release()
	app.Window().Get("parallax").Call("nextTask", on)
	<-over
}

// whenIdle calls then once the page has nothing to do.
func whenIdle(then func()) {
	if app.IsServer {
		return
	}
	app.Window().Get("parallax").Call("whenIdle", app.FuncOf(func(app.Value, []app.Value) any {
		then()
		return nil
	}))
}

func document() app.Value { return app.Window().Get("document") }

// currentState reads the address.
func currentState(base string) route.State {
	s, _ := stateOf(base, app.Window().Get("location").Get("href").String())
	return s
}

// stateOf reads an address. It reports false for one that lies outside the
// base path or that is no screen, and is left to the browser.
func stateOf(base, address string) (route.State, bool) {
	u, err := url.Parse(address)
	if err != nil {
		return route.State{}, false
	}
	path, below := strings.CutPrefix(u.EscapedPath(), strings.TrimSuffix(base, "/"))
	if !below || !strings.HasPrefix(path, "/") {
		return route.State{Screen: route.NotFound}, false
	}
	s := route.Parse(path, u.EscapedFragment())
	return s, s.Screen != route.NotFound
}

// href writes the address of s below base.
func href(base string, s route.State) string {
	path, fragment := s.Address()
	if fragment != "" {
		fragment = "#" + fragment
	}
	return strings.TrimSuffix(base, "/") + path + fragment
}

// setAddress makes address the current step of the history, or a new one.
func setAddress(address string, push bool) {
	method, steps := "replaceState", stepsHere()
	if push {
		method = "pushState"
		steps++
	}
	app.Window().Get("history").Call(method, map[string]any{"steps": steps}, "", address)
}

// stepsHere is how many steps of the history Parallax made before the current
// one: further back lies another page.
func stepsHere() int {
	if state := app.Window().Get("history").Get("state"); state.Truthy() && state.Get("steps").Type() == app.TypeNumber {
		return state.Get("steps").Int()
	}
	return 0
}

// place is where a step of the history was left, as far as its address does not
// say it.
type place struct {
	y       int    // how far the page is scrolled, in pixels
	box     [2]int // and how far to the right and down the table that scrolls by itself
	part    int    // as in reader
	windows int    // as in reader
	folds   []int  // those that are open, by their order in the page
}

// foldsOf are what opens on the page by itself; a menu closes again.
const foldsOf = "main details:not([name])"

// keepPlace notes p in the current step of the history, and what is scrolled and
// open.
func keepPlace(p place) {
	y := app.Window().Get("scrollY")
	if y.Type() != app.TypeNumber {
		return
	}
	state := map[string]any{"y": y.Int(), "part": p.part, "windows": p.windows, "steps": stepsHere()}
	var open []any
	all := document().Call("querySelectorAll", foldsOf)
	for i := range all.Get("length").Int() {
		if all.Index(i).Get("open").Bool() {
			open = append(open, i)
		}
	}
	state["folds"] = open
	if e := element(matrixID); e.Truthy() {
		state["box"] = []any{e.Get("scrollLeft").Int(), e.Get("scrollTop").Int()}
	}
	app.Window().Get("history").Call("replaceState", state, "")
}

// keptPlace reads what keepPlace noted; of another state it is the zero place.
func keptPlace(state app.Value) (p place) {
	if !state.Truthy() || state.Get("y").Type() != app.TypeNumber {
		return p
	}
	p.y, p.part, p.windows = state.Get("y").Int(), state.Get("part").Int(), state.Get("windows").Int()
	if folds := state.Get("folds"); folds.Truthy() {
		for i := range folds.Get("length").Int() {
			p.folds = append(p.folds, folds.Index(i).Int())
		}
	}
	if box := state.Get("box"); box.Truthy() {
		p.box = [2]int{box.Index(0).Int(), box.Index(1).Int()}
	}
	return p
}

// show opens and scrolls the page as it was left.
func (p place) show() {
	all := document().Call("querySelectorAll", foldsOf)
	for _, i := range p.folds {
		if e := all.Index(i); e.Truthy() {
			e.Set("open", true)
		}
	}
	if e := element(matrixID); e.Truthy() {
		e.Call("scrollTo", p.box[0], p.box[1])
	}
	scrollTo(p.y)
}

// goBack goes one step back, but never out of Parallax.
func goBack() {
	if stepsHere() > 0 {
		app.Window().Get("history").Call("back")
	}
}

func setTitle(title string) {
	if title != "" {
		document().Set("title", title+" · Parallax")
	}
}

func scrollTo(y int) { app.Window().Call("scrollTo", 0, y) }

func element(id string) app.Value { return document().Call("getElementById", id) }

// setInput sets what stands in an input, which go-app does not clear, unless
// somebody is typing there.
func setInput(id, value string) {
	if e := element(id); e.Truthy() && !e.Equal(document().Get("activeElement")) {
		e.Set("value", value)
	}
}

// focus puts the focus on e and scrolls nothing.
func focus(e app.Value) { e.Call("focus", map[string]any{"preventScroll": true}) }

func focusHeading() {
	if h := document().Call("querySelector", "h1"); h.Truthy() {
		focus(h)
	}
}

// focusInSight puts the focus on the heading, or where that is scrolled out of
// the window on the first link that is not.
func focusInSight() {
	all := document().Call("querySelectorAll", "h1, main a[href]")
	if !all.Truthy() {
		return
	}
	top := max(0, document().Call("querySelector", ".top").Call("getBoundingClientRect").Get("bottom").Float())
	for i := range all.Get("length").Int() {
		box := all.Index(i).Call("getBoundingClientRect")
		if y := box.Get("top").Float(); y >= top && y < app.Window().Get("innerHeight").Float() && box.Get("height").Float() > 0 {
			focus(all.Index(i))
			return
		}
	}
	focusStill("main")
}

// focusLinkTo puts the focus on the link of the text that leads to address,
// from where the reader came back, or if there is none on what is in sight.
func focusLinkTo(address string) {
	links := document().Call("querySelectorAll", "main a[href]")
	if !links.Truthy() {
		return
	}
	for i := range links.Get("length").Int() {
		if a := links.Index(i); a.Call("getAttribute", "href").String() == address {
			focus(a)
			if a.Equal(document().Get("activeElement")) {
				return // it is not folded away
			}
		}
	}
	focusInSight()
}

// focusField puts the focus on a field, and scrolls only where the field is
// above the window.
func focusField(id string) {
	if e := element(id); e.Truthy() {
		seen := e.Call("getBoundingClientRect").Get("top").Float() >= 0
		e.Call("focus", map[string]any{"preventScroll": seen})
	}
}

// focusOn scrolls to an element and puts the focus there.
func focusOn(id string) { focusAt(id, "center") }

// focusStill puts the focus on an element and scrolls nothing.
func focusStill(id string) { focusAt(id, "") }

// focusNear puts the focus on an element and scrolls no further than to it.
func focusNear(id string) { focusAt(id, "nearest") }

// focusHeadingOf scrolls to the head of an element and puts the focus there.
func focusHeadingOf(id string) { focusAt(id, "start") }

// focusAt puts the focus on an element, and before scrolls it to a place of the
// window, as scrollIntoView calls it, if there is one.
func focusAt(id, block string) {
	e := element(id)
	if !e.Truthy() {
		return
	}
	if block != "" {
		e.Call("scrollIntoView", map[string]any{"block": block})
	}
	focus(e)
}

// focusNext moves the focus by delta among the elements that match selector,
// in the order of the page.
func focusNext(selector string, delta int) {
	all := document().Call("querySelectorAll", selector)
	if !all.Truthy() {
		return
	}
	at, n := -1, all.Get("length").Int()
	for i := 0; i < n; i++ {
		if all.Index(i).Equal(document().Get("activeElement")) {
			at = i
		}
	}
	if next := stepWithin(at, delta, n); next >= 0 {
		all.Index(next).Call("scrollIntoView", map[string]any{"block": "nearest"})
		all.Index(next).Call("focus")
	}
}

// stepWithin returns the index delta away from at among n, without wrapping;
// at < 0 is before the first. It returns -1 if there is none.
func stepWithin(at, delta, n int) int {
	switch next := at + delta; {
	case n == 0:
		return -1
	case next < 0:
		return 0
	case next >= n:
		return n - 1
	default:
		return next
	}
}

// focusedArticle returns the id of the article that the focused link names.
func focusedArticle() string {
	e := document().Get("activeElement")
	if !e.Truthy() {
		return ""
	}
	if e = e.Call("closest", "[data-article]"); !e.Truthy() {
		return ""
	}
	return e.Get("dataset").Get("article").String()
}

func showDialog(id string) {
	if e := element(id); e.Truthy() && !e.Get("open").Bool() {
		e.Call("showModal")
	}
}

func closeDialog(id string) {
	if e := element(id); e.Truthy() && e.Get("open").Bool() {
		e.Call("close")
	}
}

// closeMenu shuts what opened over the page, puts the focus on its button, and
// reports whether anything stood open. Only one does: they have one name.
func closeMenu() bool {
	e := openMenu()
	if !e.Truthy() {
		return false
	}
	e.Get("firstElementChild").Call("focus")
	e.Set("open", false)
	return true
}

// closeFold shuts the fold in which a link was followed.
func closeFold(target app.Value) {
	if target.Call("closest", "a").Truthy() {
		fold := target.Call("closest", "details")
		fold.Get("firstElementChild").Call("focus")
		fold.Set("open", false)
	}
}

// closeEvent shuts an open event of the timeline's list, the one with the focus
// first, and reports whether there was one.
func closeEvent() bool {
	const open = "#" + listID + " details[open]"
	e := document().Get("activeElement")
	if e.Truthy() {
		e = e.Call("closest", open)
	}
	if !e.Truthy() {
		e = document().Call("querySelector", open)
	}
	if !e.Truthy() {
		return false
	}
	e.Get("firstElementChild").Call("focus")
	e.Set("open", false)
	return true
}

func openMenu() app.Value {
	return document().Call("querySelector", "details[name][open]")
}

func isWide() bool {
	m := app.Window().Call("matchMedia", wideQuery)
	return m.Truthy() && m.Get("matches").Bool()
}

// setting reads a choice that is kept on this device, "" if there is none or
// the browser keeps nothing.
func setting(key string) string { return kept("localStorage", key) }

// keepSetting keeps a choice on this device; "" forgets it.
func keepSetting(key, value string) { keep("localStorage", key, value) }

// keptMark reads what setMark kept of the article of the site at base that is marked
// in this window.
func keptMark(base string) string { return kept("sessionStorage", markKey+base) }

// keepMark keeps it; "" forgets it.
func keepMark(base, article string) { keep("sessionStorage", markKey+base, article) }

const markKey = "parallax-mark "

// kept reads what store has under key, "" if there is nothing or the browser
// keeps nothing.
func kept(store, key string) (value string) {
	defer func() { _ = recover() }() // a browser that forbids storage throws
	if v := app.Window().Get(store).Call("getItem", key); v.Type() == app.TypeString {
		value = v.String()
	}
	return value
}

// keep puts value under key; "" forgets it.
func keep(store, key, value string) {
	defer func() { _ = recover() }() // as in kept
	if value == "" {
		app.Window().Get(store).Call("removeItem", key)
		return
	}
	app.Window().Get(store).Call("setItem", key, value)
}

// setTheme colours the page "light" or "dark", or "" as the system is.
func setTheme(theme string) {
	data := document().Get("documentElement").Get("dataset")
	if theme == "" {
		data.Delete("theme")
		return
	}
	data.Set("theme", theme)
}

// inputValue reads what stands in an input.
func inputValue(id string) string {
	if e := element(id); e.Truthy() {
		return e.Get("value").String()
	}
	return ""
}

// pageData reads an attribute that the shell or boot.js keeps on the page.
func pageData(name string) string {
	if v := document().Get("documentElement").Get("dataset").Get(name); v.Type() == app.TypeString {
		return v.String()
	}
	return ""
}

// whenPersisted calls done with whether the browser promised to keep what is
// saved here. A browser that cannot say calls nothing.
func whenPersisted(done func(bool)) {
	if s := app.Window().Get("navigator").Get("storage"); s.Truthy() && s.Get("persisted").Truthy() {
		s.Call("persisted").Then(func(yes app.Value) { done(yes.Truthy()) })
	}
}

// canPersist reports whether the browser can be asked to keep what is saved.
func canPersist() bool {
	s := app.Window().Get("navigator").Get("storage")
	return s.Truthy() && s.Get("persist").Truthy()
}

// persist asks the browser to keep what is saved here and calls done with its
// answer.
func persist(done func(bool)) {
	app.Window().Get("navigator").Get("storage").Call("persist").Then(func(yes app.Value) { done(yes.Truthy()) })
}

// saveFile hands text to the browser as a download.
func saveFile(name, kind, content string) {
	window := app.Window()
	blob := window.Get("Blob").New([]any{content}, map[string]any{"type": kind + ";charset=utf-8"})
	address := window.Get("URL").Call("createObjectURL", blob)
	link := document().Call("createElement", "a")
	link.Set("href", address)
	link.Set("download", name)
	link.Call("click")
	// The browser has taken the file over when the event is done with.
	var taken app.Func
	taken = app.FuncOf(func(app.Value, []app.Value) any {
		taken.Release()
		window.Get("URL").Call("revokeObjectURL", address)
		return nil
	})
	window.Call("setTimeout", taken, 10000)
}

func printPage() { app.Window().Call("print") }

// stepPlaces returns where the steps of the page stand, as percent of its
// height. Those that are hidden are left out.
func stepPlaces(steps int) []float64 {
	const most = 200
	if steps == 0 {
		return nil // without making the browser lay the page out
	}
	whole := document().Get("documentElement").Get("scrollHeight")
	if whole.Type() != app.TypeNumber || whole.Int() == 0 {
		return nil
	}
	scrolled := app.Window().Get("scrollY").Float()
	var places []float64
	for i := 1; i <= min(steps, most); i++ {
		if e := element(stepID(i)); e.Truthy() {
			box := e.Call("getBoundingClientRect")
			if box.Get("height").Float() > 0 {
				places = append(places, 100*(box.Get("top").Float()+scrolled)/whole.Float())
			}
		}
	}
	return places
}

// pageSize is the width of the window in pixels, 0 if nobody knows, and how
// many times as large as usual the reader has letters.
func pageSize() (width, letters float64) {
	root := document().Get("documentElement")
	w := root.Get("clientWidth")
	if w.Type() != app.TypeNumber {
		return 0, 1
	}
	size := app.Window().Call("getComputedStyle", root).Get("fontSize").String()
	const usual = 16 // pixels
	letters, err := strconv.ParseFloat(strings.TrimSuffix(size, "px"), 64)
	if err != nil || letters < 1 {
		letters = usual
	}
	return w.Float(), letters / usual
}

func hasFocus(id string) bool {
	e := element(id)
	return e.Truthy() && e.Equal(document().Get("activeElement"))
}

// shareAt says where within an element x of the window lies, from 0 to 1.
func shareAt(id string, x float64) float64 {
	e := element(id)
	if !e.Truthy() {
		return 0.5
	}
	box := e.Call("getBoundingClientRect")
	return min(max((x-box.Get("left").Float())/max(box.Get("width").Float(), 1), 0), 1)
}
