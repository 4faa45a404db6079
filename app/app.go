// Package app is the screens of Parallax, drawn with go-app.
//
// The address is the state: a link, a choice or a keystroke changes the
// address, the engine in its Worker is asked, and the newest reply is drawn.
// One screen is one file. The markup uses the same class names as the static
// pages, so that a page looks the same before and after the program starts.
package app

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"parallax/internal/worker"
)

// Asker answers questions about the collection. A newer request of a kind may
// supersede an older one, whose answer then never comes.
type Asker interface {
	Ask(worker.Request, func(worker.Reply))
}

// Run shows the screen of the current address and stays. base is the path the
// site lies under, with a slash at both ends. The page that is there stays
// untouched until the engine's first answer can replace it whole.
func Run(engine Asker, base string) {
	r := newReader(engine, base)
	ready := make(chan struct{}, 1)
	r.start(currentState(base), func() { ready <- struct{}{} })
	<-ready
	building.apart = true
	building.rest()
	app.RouteWithRegexp(".*", func() app.Composer { return r })
	app.RunWhenOnBrowser()
}
