package app

import (
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"parallax/internal/engine"
	"parallax/internal/route"
	"parallax/internal/worker"
)

// arrival is how the reader came to a state.
type arrival uint8

const (
	byHistory  arrival = iota // Back, Forward or the first page: the address is there already
	byChoice                  // a new step in the history
	byFirstKey                // a new step too, but somebody is typing: the focus stays
	byTyping                  // takes the place of the current step
)

// reader is the whole app: the frame and the screen within it. It stays
// mounted while the address changes. All its fields are touched by the
// goroutine that draws, or before anything is drawn.
type reader struct {
	app.Compo

	engine Asker
	base   string
	ctx    app.Context // of the mounted reader, for what comes from outside

	// The collection.
	home  *engine.Home                 // names it, and the articles to choose from
	seen  map[string]engine.ArticleRef // by id
	build string                       // of the program

	// The way here.
	wanted  route.State // what the address says
	arrived arrival
	left    place // where this step of the history was left
	pending bool  // the wanted page is not there yet
	waiting bool  // and is waited for since a blink or longer

	page  page           // what is drawn
	asked worker.Request // the question it answers
	reply worker.Reply   // and the answer
	drawn uint32         // counts what was drawn, so that only changes are drawn again

	// The place within the page.
	step    int       // difference or hit stood on, from 1; 0 is none
	places  []float64 // of the differences or hits, as percent of the page's height
	part    int       // window of the timeline's list or of the articles found, from 0
	whole   bool      // all rows of the page are drawn
	windows int       // further stretches of a long list that are shown
	focus   string    // id of the element that a choice without a step of its own leads to
	said    string    // for those who hear the page
	noted   bool      // what was said is shown too
	jump    jump

	// The timeline.
	events  *engine.Timeline         // drawn last
	rows    map[string]*engine.Event // of its events, by id
	opened  map[string]bool          // events whose sentences are shown
	version uint32                   // of events, so that only what changed is drawn again
	strip   stripSight

	// What the reader chose, kept beyond this visit but for the mark.
	marked      string // id of the article marked for comparison; see setMark
	plain       bool   // marks in the text are switched off
	keysOff     bool   // keys do nothing
	theme       string // "", "light", "dark"
	corrections corrections

	// What the browser has.
	wide    bool    // room for two columns
	width   float64 // of the window, in pixels
	letters float64 // how many times as large as usual
	storage storage

	// Parts of the page that are drawn by themselves; nil while they are not
	// there.
	hostContext  *app.Context
	listContext  *app.Context // of the timeline's list
	stripContext *app.Context // of the timeline's strip
}

func newReader(asker Asker, base string, home *engine.Home) *reader {
	r := &reader{engine: asker, base: base, home: home, letters: 1}
	r.see(home.Articles)
	return r
}

// start asks for what the first screen shows and calls done when that is there.
// If the engine cannot answer, done is never called: the static page stays.
func (r *reader) start(s route.State, done func()) {
	r.theme, r.keysOff, r.plain = setting(themeKey), setting(keysKey) == "off", setting(marksKey) == "off"
	r.wide, r.build = isWide(), pageData("build")
	r.width, r.letters = pageSize()
	r.corrections = readCorrections(setting(correctionsKey(r.base)))
	r.takeMark(keptMark(r.base))
	r.wanted = s
	request, needed := r.question(s)
	if !needed {
		r.show(s, request, worker.Reply{})
		done()
		return
	}
	r.engine.Ask(request, func(rep worker.Reply) {
		if rep.Draft {
			return // the static page says more
		}
		r.show(s, request, rep)
		done()
	})
}

// open goes to s. The screen that is there stays until the new one can be drawn.
func (r *reader) open(s route.State, how arrival) {
	left := place{part: r.part, windows: r.windows}
	switch {
	case how == byHistory:
		r.part = r.left.part
	case !sameFilters(s, r.wanted):
		r.part = 0
	}
	r.wanted, r.arrived = s, how
	request, needed := r.question(s)
	asks := needed && request != r.asked
	if asks { // first of all: the browser takes its time with addresses
		r.ask(s, request)
	}
	step := how == byChoice || how == byFirstKey
	if step {
		keepPlace(left)
	}
	if how != byHistory {
		setAddress(href(r.base, s), step)
	}
	switch {
	case !needed:
		r.show(s, request, worker.Reply{})
	case !asks:
		r.show(s, request, r.reply)
	}
}

// blink is how long a page may be on its way before anybody is told.
const blink = 250 * time.Millisecond

// ask asks for the page of s.
func (r *reader) ask(s route.State, request worker.Request) {
	r.pending = true
	r.engine.Ask(request, func(rep worker.Reply) {
		r.ctx.Dispatch(func(app.Context) { r.receive(s, request, rep) })
	})
	drawn := r.drawn
	r.ctx.After(blink, func(ctx app.Context) {
		r.waiting = r.pending && r.drawn == drawn
		if !r.waiting {
			ctx.PreventUpdate()
		}
	})
}

// receive draws the answer to request, which was asked for s. A slow answer to
// a choice since taken back is not drawn, nor a draft where a place in the
// whole page is to be found again.
func (r *reader) receive(s route.State, request worker.Request, rep worker.Reply) {
	wanted, _ := r.question(r.wanted)
	switch {
	case rep.Draft && r.arrived == byHistory:
	case r.page.draft && r.asked == request && wanted == request:
		r.show(r.wanted, request, rep) // another layer of it may be shown by now
	case s == r.wanted:
		r.show(s, request, rep)
	}
}

// sameFilters reports whether two states show the same list of events; A is the
// column of a chosen one.
func sameFilters(a, b route.State) bool {
	a.Event, a.A, b.Event, b.A = "", "", "", ""
	return a == b
}

// question returns what the engine must be asked to draw s, with what the
// reader corrected.
func (r *reader) question(s route.State) (worker.Request, bool) {
	request, needed := question(s)
	switch request.Kind {
	case worker.Timeline:
		request.Corrections, request.Window, request.ID = r.corrections.encoded, r.part, s.Event
	case worker.Search:
		request.Window = r.part
	}
	return request, needed
}

// stripWidth is how wide the drawn timeline is: the window less the margins of
// the page and of its card, as in the style sheet. The unit is a pixel for who
// reads in letters of the usual size and grows with them, so the picture does.
func (r *reader) stripWidth() float64 {
	const page, card, narrow, wide, least = 1200, 38, 16, 32, 200
	w := r.width / r.letters
	if w == 0 {
		w = page + 2*wide
	}
	margin := choose(w < 700, 2.0*narrow, 2.0*wide)
	return max(min(w-margin, page/r.letters)-card, least)
}

// show draws the page of s, which answers request with rep.
func (r *reader) show(s route.State, request worker.Request, rep worker.Reply) {
	before := r.page
	completed := before.draft && !rep.Draft && request == r.asked
	r.asked, r.reply = request, rep
	r.page = readPage(s, rep, r.home)
	r.see(r.page.named)
	if s.Screen == route.Compare && s.B != "" && (r.marked == s.A || r.marked == s.B) {
		r.setMark("") // it was kept for this
	}
	r.pending, r.waiting = false, false
	r.drawn++
	if request.Kind == worker.Timeline {
		r.part = r.page.part
	}
	if before.key() != r.page.key() {
		r.step, r.windows, r.whole = 0, 0, false
	}
	if r.arrived == byHistory {
		r.windows = r.left.windows
	}
	r.said, r.noted = r.page.said, false
	if r.Mounted() {
		r.ctx.Defer(func(app.Context) {
			if completed { // the reader is in it already
				r.drawOn()
				return
			}
			r.settle(before)
		})
	}
}

// settle brings title, focus and scroll position in line with the page just
// drawn in place of before.
func (r *reader) settle(before page) {
	setTitle(r.page.title)
	r.drawOn()
	if before.draw == nil && pageData("place") == "kept" {
		return // in the static page, which this is the first screen after
	}
	switch r.arrived {
	case byTyping:
		if r.focus != "" {
			focusHeadingOf(r.focus)
			r.focus = ""
		}
		if before.key() != r.page.key() { // the first key's answer was overtaken
			scrollTo(0)
		}
		return
	case byFirstKey:
		scrollTo(0)
		return
	}
	setInput(queryID, r.page.state.Query)
	target := targetID(r.page.state)
	switch {
	case r.arrived == byHistory && before.draw != nil:
		r.left.show()
		focusLinkTo(href(r.base, before.state))
	case target != "" && targetID(before.state) != target || target != "" && before.key() != r.page.key():
		if target == detailID && r.wide {
			focusStill(target) // in sight beside the table
		} else {
			focusOn(target)
		}
	case before.key() != r.page.key():
		scrollTo(0)
		focusHeading()
	}
}

// measure notes where the differences or hits stand, for the marks beside the
// scroll bar.
func (r *reader) measure() {
	places := stepPlaces(r.page.steps)
	if len(places) > 0 || len(r.places) > 0 {
		r.ctx.Dispatch(func(app.Context) { r.places = places })
	}
}

// How many rows of a long page are drawn before the others: more than are seen
// without scrolling, where a row has its texts side by side and below each other.
const firstRows, firstRowsNarrow = 12, 8

// drawnRows is how many of n rows are to be drawn by now.
func (r *reader) drawnRows(n int) int {
	if r.whole || r.arrived == byHistory || targetID(r.page.state) != "" { // a place among them is to be found
		return n
	}
	return min(n, choose(r.wide, firstRows, firstRowsNarrow))
}

// drawOn draws the rest of the page's rows once the browser has shown the first
// ones, and measures the page when it has them all.
func (r *reader) drawOn() {
	if r.drawnRows(r.page.rows) == r.page.rows {
		r.measure()
		return
	}
	key := r.page.key()
	r.ctx.After(frame, func(app.Context) {
		if r.page.key() != key {
			return
		}
		building.apart = true
		r.drawWhole()
		r.ctx.Defer(func(app.Context) {
			building.apart = false
			r.measure()
		})
	})
}

// drawWhole draws the page again with all its rows.
func (r *reader) drawWhole() {
	r.whole = true
	r.redraw()
}

// targetID returns the id of the element that a state asks to be shown.
func targetID(s route.State) string {
	switch {
	case s.Screen == route.Article && s.At > 0, s.Screen == route.Compare && s.At > 0:
		return paragraphID(s.At)
	case s.Screen == route.Timeline && s.Event != "":
		return eventID(s.Event)
	case s.Screen == route.Reports && s.Event != "":
		return detailID
	}
	return ""
}

// OnMount is called by go-app when the page stands.
func (r *reader) OnMount(ctx app.Context) {
	r.ctx = ctx
	r.listen()
	r.watchStorage()
	r.resized(isWide()) // the window may have turned since the first screen was drawn
	r.ctx.Defer(func(app.Context) {
		r.settle(page{})
		// Not before: the first screen would stand later.
		whenIdle(func() { r.engine.Ask(worker.Request{Kind: worker.Prepare}, func(worker.Reply) {}) })
	})
}

// back follows the browser's Back or Forward to a step as it was left.
func (r *reader) back(s route.State, left place) {
	r.left = left
	r.open(s, byHistory)
}

// follow goes where a link leads.
func (r *reader) follow(s route.State) {
	stays := !r.jump.open
	r.jump.close()
	r.open(s, byChoice)
	if stays && r.pending {
		r.ctx.PreventUpdate()
	}
}

// stretched draws the pictures anew for another width of the window.
func (r *reader) stretched() {
	const least = 280 // pixels: narrower is a window being made or torn down
	if w, letters := pageSize(); (w != r.width || letters != r.letters) && w >= least {
		r.width, r.letters = w, letters
		r.redraw()
		r.drawStripSoon()
	}
}

// resized draws the page again when two columns of text came to have room, or
// lost it.
func (r *reader) resized(wide bool) {
	if wide != r.wide {
		r.wide = wide
		r.redraw()
		r.ctx.Defer(func(app.Context) { r.measure() })
	}
}

// redraw draws the page again because something besides its reply changed.
func (r *reader) redraw() { r.drawn++ }
