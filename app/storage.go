package app

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"parallax/internal/route"
)

// storage is how the copy for reading offline stands.
type storage struct {
	// copy is what boot.js found out: "saving", "saved", "update" (saved, and
	// a newer one lies ready), "failed", "none" (this browser saves nothing
	// here), or "" while nothing is known.
	copy string
	// why says what stood in the way of the last try: "space", "network",
	// "host" (it answers something else), "damaged", "storage" (the browser
	// refuses), "insecure" (no https), "off" (switched off by the host), or "".
	why string
	// install is "offered", "hand" (by the share menu of iOS), "done" or "".
	install   string
	persisted bool // the browser promised not to remove it by itself
}

// statusWords says how well the app is saved, for the bar and its tooltip, and
// on the settings screen.
type statusWords struct{ icon, long, short, meaning string }

// reasons says for each storage.why what to do.
var reasons = map[string]string{
	"space":    "There is no room for it: delete something on this device, or let the browser forget pages you no longer need, then open this page again.",
	"network":  "The network broke off. It goes on where it stopped when you open this page again.",
	"host":     "The host answered something else than the files asked for. The next visit tries again.",
	"damaged":  "Files arrived that are not those of this version. The next visit tries again.",
	"storage":  "This browser refuses to keep anything here: perhaps the window is private, or its settings forbid it.",
	"off":      "Whoever runs this site has switched the saving off.",
	"insecure": "Browsers save pages only when their address begins with https.",
}

// words says nothing that the browser did not say.
func (s storage) words() statusWords {
	switch {
	case s.copy == "saving":
		return statusWords{
			"cloud", "Saving on this device", "Saving",
			"The collection is being saved on this device, to be read without a network.",
		}
	case s.copy == "failed", s.copy == "none":
		return statusWords{
			"cloud", "Not saved: needs the network", "Not saved",
			sentence("The collection could not be saved on this device, so a network is needed.", reasons[s.why]),
		}
	case s.copy == "":
		return statusWords{"cloud", "Looking what is saved here …", "Checking", ""}
	}
	meaning := "The whole collection is saved on this device and opens without a network. The browser may remove it when space runs short or after weeks without a visit."
	if s.persisted {
		meaning = "The whole collection is saved on this device, and the browser promised to keep it. It opens without a network."
	}
	if s.copy == "update" {
		meaning = sentence(meaning, "A newer version is saved too; it opens with the next visit.")
	} else if s.why != "" {
		meaning = sentence(meaning, "A newer version could not be saved.", reasons[s.why])
	}
	return statusWords{"check", "Saved on this device", "Saved", meaning}
}

// sentence joins sentences, those that say something.
func sentence(parts ...string) string {
	said := ""
	for _, p := range parts {
		if p != "" && said != "" {
			said += " "
		}
		said += p
	}
	return said
}

// canAsk reports whether the browser can be asked to keep what is saved here.
func (s storage) canAsk() bool {
	return (s.copy == "saved" || s.copy == "update") && !s.persisted && canPersist()
}

// keepCopy asks the browser not to remove what is saved here by itself.
func (r *reader) keepCopy() {
	persist(func(yes bool) {
		r.ctx.Dispatch(func(app.Context) {
			r.storage.persisted = yes
			r.said = choose(yes, "The browser promised to keep it", "The browser did not promise to keep it")
			r.redraw()
		})
	})
}

// installHelp offers to install the reader as an app, or says how.
func (v view) installHelp() app.UI {
	switch v.storage.install {
	case "offered":
		return el("button", "button", icon("down"), text(" Install as an app")).
			Attr("type", "button").On("click", on(func(app.Event) { callShell("install") }))
	case "hand":
		return el("p", "small muted", text("To have it on the home screen: tap Share, then Add to Home Screen. From there it opens like an app, and iOS does not remove it after a week without a visit."))
	case "done":
		return nil
	}
	return el("p", "small muted", text("To have it among the apps, where the browser allows it: choose Install, or Add to Home Screen, in its menu."))
}

// callShell calls a function that boot.js offers.
func callShell(name string) {
	if p := app.Window().Get("parallax"); p.Truthy() && p.Get(name).Truthy() {
		p.Call(name)
	}
}

// watchStorage learns from boot.js how the copy stands, now and whenever it changes.
func (r *reader) watchStorage() {
	app.Window().Call("addEventListener", "parallax-saved", r.handler(func(app.Value) { r.askStorage() }))
	guard(r.askStorage)
}

func (r *reader) askStorage() {
	draw := func(app.Context) {
		r.storage.copy, r.storage.why, r.storage.install = pageData("saved"), pageData("savedWhy"), pageData("install")
		if r.page.state.Screen == route.Settings {
			r.redraw()
		}
	}
	r.ctx.Dispatch(draw)
	whenPersisted(func(yes bool) {
		r.ctx.Dispatch(func(ctx app.Context) {
			r.storage.persisted = yes
			draw(ctx)
		})
	})
}
