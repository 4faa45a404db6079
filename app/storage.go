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
	copy      string
	persisted bool // the browser promised not to remove it by itself
}

// statusWords says how well the app is saved, for a narrow and a wide bar,
// and on the help screen.
type statusWords struct{ icon, long, short, meaning string }

// words says nothing that the browser did not say.
func (s storage) words() statusWords {
	switch {
	case s.copy == "saving":
		return statusWords{
			"cloud", "Saving on this device", "Saving",
			"The collection is being saved on this device, to be read without a network.",
		}
	case s.copy == "failed":
		return statusWords{
			"cloud", "Not saved", "Not saved",
			"Saving on this device did not work, so a network is needed. The next visit tries again.",
		}
	case s.copy == "none":
		return statusWords{
			"cloud", "Needs the network", "Not saved",
			"This browser saves nothing here, perhaps because the window is private. A network is needed.",
		}
	case s.copy == "":
		return statusWords{"cloud", "Reading", "Reading", "The browser has not yet said what it saves."}
	case s.persisted:
		return statusWords{
			"check", "Saved on this device", "Saved",
			"The whole collection is saved on this device, and the browser promised to keep it. It opens without a network.",
		}
	}
	return statusWords{
		"check", "Saved on this device", "Saved",
		"The whole collection is saved on this device and opens without a network. The browser may remove it when space runs short or after weeks without a visit.",
	}
}

// watchStorage learns from boot.js how the copy stands, now and whenever it changes.
func (r *reader) watchStorage() {
	app.Window().Call("addEventListener", "parallax-saved", r.handler(func(app.Value) { r.askStorage() }))
	guard(r.askStorage)
}

func (r *reader) askStorage() {
	r.storage.copy = pageData("saved")
	whenPersisted(func(yes bool) {
		r.ctx.Dispatch(func(app.Context) {
			r.storage.persisted = yes
			if r.page.state.Screen == route.Settings {
				r.redraw()
			}
		})
	})
}
