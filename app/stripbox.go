package app

import (
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"parallax/internal/route"
)

// stripBox is the strip of the timeline screen, which can be looked at from
// closer: with buttons, keys, the wheel, two fingers or by dragging. It is
// drawn by itself, so that none of these draws the list again.
type stripBox struct {
	app.Compo
	reader *reader
}

// OnMount keeps the way to draw the strip by itself.
func (b *stripBox) OnMount(ctx app.Context) { b.reader.stripContext = &ctx }

// OnDismount forgets it.
func (b *stripBox) OnDismount() { b.reader.stripContext = nil }

// drawStripSoon draws the strip anew in a task of its own, after the list.
func (r *reader) drawStripSoon() {
	if r.stripContext == nil {
		return
	}
	r.stripContext.After(time.Millisecond, func(app.Context) {
		if r.hostContext != nil {
			r.hostContext.PreventUpdate()
		}
	})
}

// stripSight is how the strip is looked at.
type stripSight struct {
	window   stripWindow
	of       route.State // the filters it was drawn for
	fingers  map[int]float64
	dragging bool // a pointer moved far enough to mean it
}

// sight returns how the strip of state s is looked at: as a whole, until the
// reader looks closer.
func (r *reader) sight(s route.State) *stripSight {
	s = route.State{Query: s.Query, Outlet: s.Outlet, Who: s.Who, From: s.From, To: s.To}
	if r.strip.window == (stripWindow{}) || r.strip.of != s {
		r.strip = stripSight{window: whole, of: s, fingers: map[int]float64{}}
	}
	return &r.strip
}

const stripID = "strip"

func (b *stripBox) Render() app.UI {
	r := b.reader
	t := r.events
	if t == nil {
		return el("div", "")
	}
	sight := r.sight(r.page.state)
	closer, most := sight.window != whole, r.mostZoom()
	tool := func(picture, word string, off bool, act func()) app.UI {
		button := el("button", "button tool", icon(picture), hidden(word)).Attr("type", "button").Attr("title", word).
			On("click", b.on(func(app.Event) bool { act(); return true }))
		if off {
			button = button.Attr("disabled", true)
		}
		return button
	}
	zoom := func(factor float64) func() {
		return func() { sight.window = sight.window.scaled(factor, 0.5, most) }
	}
	move := func(by float64) func() { return func() { sight.window = sight.window.moved(by) } }
	plan := planStrip(t.Strip, r.stripWidth(), sight.window)
	frame := el("div", choose(closer, "strip-frame strip-closer", "strip-frame"), drawStrip(plan, t.Strip)).
		ID(stripID).Attr("tabindex", "0").Attr("role", "group").
		Attr("aria-label", "The timeline as a picture. Plus and minus zoom, the arrows move, 0 shows all.").
		On("keydown", b.on(b.key)).
		On("wheel", b.on(b.wheel)).
		On("pointerdown", b.on(b.down)).
		On("pointermove", b.on(b.moved)).
		On("pointerup", b.on(b.up)).
		On("pointercancel", b.on(b.up)).
		On("click", on(b.click))
	return el("div", "strip-box", frame,
		el("div", "strip-foot", stripKey(plan.bare()),
			el("div", "strip-tools",
				tool("zoom-out", "Zoom out", !closer, zoom(0.5)),
				tool("zoom-in", "Zoom in", sight.window.zoom() > most*0.99, zoom(2)),
				when(closer, func() app.UI { return tool("earlier", "Earlier", sight.window.from <= 0, move(-0.5)) }),
				when(closer, func() app.UI { return tool("later", "Later", sight.window.to >= 1, move(0.5)) }),
				when(closer, func() app.UI {
					return el("button", "button", text("Show all")).Attr("type", "button").
						On("click", b.on(func(app.Event) bool { sight.window = whole; return true }))
				}))))
}

// on makes a handler of f after which only the strip is drawn again, and only
// if f says that something changed.
func (b *stripBox) on(f func(e app.Event) bool) app.EventHandler {
	return func(ctx app.Context, e app.Event) {
		changed := false
		guard(func() { changed = f(e) })
		if !changed {
			ctx.PreventUpdate()
			return
		}
		if b.reader.hostContext != nil {
			b.reader.hostContext.PreventUpdate()
		}
	}
}

// key zooms and moves.
func (b *stripBox) key(e app.Event) bool {
	s := &b.reader.strip
	was := s.window
	if e.Get("ctrlKey").Bool() || e.Get("metaKey").Bool() || e.Get("altKey").Bool() {
		return false
	}
	switch e.Get("key").String() {
	case "+", "=":
		s.window = s.window.scaled(2, 0.5, b.reader.mostZoom())
	case "-", "_":
		s.window = s.window.scaled(0.5, 0.5, maxZoom)
	case "ArrowLeft":
		s.window = s.window.moved(-0.25)
	case "ArrowRight":
		s.window = s.window.moved(0.25)
	case "0", "Home":
		s.window = whole
	default:
		return false
	}
	e.PreventDefault()
	return s.window != was
}

// wheel zooms about the pointer while the strip has the focus or Ctrl is down,
// which is also what two fingers on a touch pad send. Otherwise the page scrolls.
func (b *stripBox) wheel(e app.Event) bool {
	s := &b.reader.strip
	was := s.window
	x, y := e.Get("deltaX").Float(), e.Get("deltaY").Float()
	switch {
	case e.Get("ctrlKey").Bool() || hasFocus(stripID) && y*y > x*x:
		s.window = s.window.scaled(wheelFactor(y), shareAt(stripID, e.Get("clientX").Float()), b.reader.mostZoom())
	case x*x > y*y:
		s.window = s.window.moved(x / 600)
	}
	if s.window != was || e.Get("ctrlKey").Bool() {
		e.PreventDefault()
	}
	return s.window != was
}

// wheelFactor is how much closer a turn of the wheel takes: a notch of 100 a half.
func wheelFactor(delta float64) float64 {
	delta = min(max(delta, -200), 200)
	if delta < 0 {
		return 1 - delta/200
	}
	return 1 / (1 + delta/200)
}

func (b *stripBox) down(e app.Event) bool {
	s := &b.reader.strip
	if len(s.fingers) == 0 {
		s.dragging = false
	}
	s.fingers[e.Get("pointerId").Int()] = e.Get("clientX").Float()
	return false
}

// moved drags the strip with one pointer and pinches it with two.
func (b *stripBox) moved(e app.Event) bool {
	s := &b.reader.strip
	id, x := e.Get("pointerId").Int(), e.Get("clientX").Float()
	before, held := s.fingers[id]
	if !held {
		return false
	}
	width := b.reader.stripWidth() * b.reader.letters
	was := s.window
	switch len(s.fingers) {
	case 1:
		const slack = 4 // pixels that a hand moves without meaning it
		if !s.dragging && (x-before)*(x-before) < slack*slack {
			return false
		}
		s.window = s.window.moved((before - x) / width)
	case 2:
		for other, at := range s.fingers {
			if other == id {
				continue
			}
			old, now := max(abs(before-at), 10), max(abs(x-at), 10)
			s.window = s.window.scaled(now/old, shareAt(stripID, (x+at)/2), b.reader.mostZoom())
		}
	}
	s.dragging = true
	s.fingers[id] = x
	return s.window != was
}

func abs(n float64) float64 { return max(n, -n) }

func (b *stripBox) up(e app.Event) bool {
	delete(b.reader.strip.fingers, e.Get("pointerId").Int())
	return false
}

// click opens what a sign stands for; a cluster is looked at from closer.
func (b *stripBox) click(e app.Event) {
	r := b.reader
	if r.strip.dragging {
		r.strip.dragging = false
		return
	}
	hit := e.Get("target").Call("closest", "[data-event], [data-article], [data-cluster]")
	if !hit.Truthy() {
		return
	}
	data := hit.Get("dataset")
	if id := data.Get("event"); id.Truthy() {
		s := r.page.state
		s.Event = id.String()
		r.open(s, byChoice)
		return
	}
	if id := data.Get("article"); id.Truthy() {
		if a, ok := r.articleCalled(id.String()); ok {
			r.open(articleState(a), byChoice)
		}
		return
	}
	// A cluster comes apart when it is looked at from closer; if it cannot, the
	// list is narrowed to its days.
	from, to := data.Get("from").String(), data.Get("to").String()
	if from == to || r.strip.window.zoom() > r.mostZoom()*0.99 {
		s := r.page.state
		s.From, s.To, s.Event = from, to, ""
		r.open(s, byChoice)
		return
	}
	r.strip.window = r.strip.window.scaled(4, shareAt(stripID, e.Get("clientX").Float()), r.mostZoom())
}

// mostZoom is how close the strip can be looked at.
func (r *reader) mostZoom() float64 {
	if r.events != nil && r.events.Strip.Coarse {
		return coarseZoom
	}
	return maxZoom
}
