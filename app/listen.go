package app

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// listen handles the events of the whole page, from now on. It replaces
// go-app's own navigation, which knows no base path and does nothing when a
// link is followed twice.
func (r *reader) listen() {
	window := app.Window()
	window.Get("history").Set("scrollRestoration", "manual")
	// What the browser would do by itself is forbidden at once: the goroutine
	// that draws may be resting between two pieces of a screen.
	window.Set("onclick", app.FuncOf(func(_ app.Value, args []app.Value) any {
		if !args[0].Get("target").Call("closest", "details[name]").Truthy() {
			if e := openMenu(); e.Truthy() {
				e.Set("open", false) // a tap beside it
			}
		}
		address, ok := followed(args[0])
		if s, ours := stateOf(r.base, address); ok && ours {
			args[0].Call("preventDefault")
			r.ctx.Dispatch(func(app.Context) { guard(func() { r.follow(s) }) })
		}
		return nil
	}))
	window.Set("onsubmit", app.FuncOf(func(_ app.Value, args []app.Value) any {
		args[0].Call("preventDefault")
		return nil
	}))
	window.Set("onpopstate", r.handler(func(e app.Value) {
		r.back(currentState(r.base), keptPlace(e.Get("state")))
	}))
	document().Call("addEventListener", "keydown", app.FuncOf(func(_ app.Value, args []app.Value) any {
		if a := actionOf(keystrokeOf(args[0]), r.keysOff); a != noAction {
			args[0].Call("preventDefault")
			r.ctx.Dispatch(func(app.Context) { guard(func() { r.obey(a) }) })
		}
		return nil
	}))
	window.Call("addEventListener", "resize", r.handler(func(app.Value) { r.stretched(); r.resized(isWide()) }))
	if m := window.Call("matchMedia", wideQuery); m.Truthy() {
		m.Call("addEventListener", "change", r.handler(func(e app.Value) { r.resized(e.Get("matches").Bool()) }))
	}
}

// handler wraps a listener so that it runs where everything is drawn, and so
// that a fault in it does not end the program.
func (r *reader) handler(f func(e app.Value)) app.Func {
	return app.FuncOf(func(_ app.Value, args []app.Value) any {
		r.ctx.Dispatch(func(app.Context) { guard(func() { f(args[0]) }) })
		return nil
	})
}

// on makes an element's handler of f, guarded alike.
func on(f func(e app.Event)) app.EventHandler {
	return func(_ app.Context, e app.Event) { guard(func() { f(e) }) }
}

// guard runs f and logs a panic instead of passing it on: go-app would end
// the program, and the reader would lose the place.
func guard(f func()) {
	defer func() {
		if fault := recover(); fault != nil {
			app.Log("parallax:", fault)
		}
	}()
	f()
}

// followed returns the address of the link that a click is on, if the click
// means to go there in this window.
func followed(e app.Value) (address string, ok bool) {
	if e.Get("defaultPrevented").Bool() || e.Get("button").Int() != 0 {
		return "", false
	}
	for _, key := range [...]string{"metaKey", "ctrlKey", "shiftKey", "altKey"} {
		if e.Get(key).Bool() {
			return "", false
		}
	}
	link := e.Get("target").Call("closest", "a[href]")
	if !link.Truthy() || link.Call("hasAttribute", "download").Bool() || link.Call("hasAttribute", "target").Bool() {
		return "", false
	}
	if !link.Get("origin").Equal(app.Window().Get("location").Get("origin")) {
		return "", false
	}
	return link.Get("href").String(), true
}

// keystrokeOf reads a keydown event.
func keystrokeOf(e app.Value) keystroke {
	k := keystroke{key: e.Get("key").String()}
	k.command = e.Get("ctrlKey").Bool() || e.Get("metaKey").Bool() || e.Get("altKey").Bool() || e.Get("isComposing").Bool()
	if target := e.Get("target"); target.Truthy() && target.Get("closest").Truthy() {
		k.typing = target.Call("closest", "input:not([type=checkbox]), textarea, select, [contenteditable]").Truthy()
		k.dialog = target.Call("closest", "dialog").Truthy()
	}
	return k
}
