// Package app is the screens of Parallax, drawn with go-app.
//
// The address is the state: a link, a choice or a keystroke changes the
// address, the engine in its Worker is asked, and the newest reply is drawn.
// One screen is one file. The markup uses the same class names as the static
// pages, so that a page looks the same before and after the program starts.
package app

import (
	"encoding/json"
	"fmt"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"parallax/internal/engine"
	"parallax/internal/route"
	"parallax/internal/worker"
)

// Asker answers questions about the collection. A newer request of a kind may
// supersede an older one, whose answer then never comes.
type Asker interface {
	Ask(worker.Request, func(worker.Reply))
}

// Run shows the screen of the current address and stays. base is the path the
// site lies under, with a slash at both ends, home the JSON of the start
// screen. The page that is there stays untouched until the first screen can
// replace it whole.
func Run(asker Asker, base string, home []byte) error {
	building.apart = true
	building.rest()
	r, err := decoded(asker, base, home)
	if err != nil {
		return err
	}
	building.rest()
	ready := make(chan struct{}, 1)
	r.start(currentState(base), func() { ready <- struct{}{} })
	<-ready
	building.rest()
	app.RouteWithRegexp(".*", func() app.Composer { return r })
	app.RunWhenOnBrowser()
	return nil
}

// Rehearsal renders the likely next screens in the Worker, so that the shared
// compiled module is warm when the page needs them.
type Rehearsal struct {
	r    *reader       // nil if there is no start screen; the page says so
	left []route.State // still to be rendered
}

// Rehearse renders the start screen and returns the rehearsal of what it
// leads to.
func Rehearse(home []byte) *Rehearsal {
	r, err := decoded(nil, "/", home)
	if err != nil {
		return &Rehearsal{}
	}
	x := &Rehearsal{r: r}
	x.render(route.State{}, worker.Reply{})
	for _, pair := range r.home.Pairs[:min(len(r.home.Pairs), 1)] {
		x.left = append(x.left, pairState(pair.A, pair.B), articleState(pair.A))
	}
	x.left = append(x.left, route.State{Screen: route.Timeline}, route.State{Screen: route.Search, Query: r.home.Title})
	return x
}

// Next renders one more screen, which answer gives the content of, and
// reports whether there are more.
func (x *Rehearsal) Next(answer func(worker.Request) worker.Reply) (more bool) {
	if len(x.left) == 0 {
		return false
	}
	s := x.left[0]
	x.left = x.left[1:]
	request, _ := x.r.question(s)
	x.render(s, answer(request))
	return len(x.left) > 0
}

func (x *Rehearsal) render(s route.State, rep worker.Reply) {
	x.r.show(s, worker.Request{}, rep)
	x.r.Render()
	x.r.page.draw(view{x.r, s})
}

// decoded returns a reader of the collection whose start screen home is.
func decoded(asker Asker, base string, home []byte) (*reader, error) {
	content := new(engine.Home)
	if err := json.Unmarshal(home, content); err != nil {
		return nil, fmt.Errorf("start screen of %d bytes: %w", len(home), err)
	}
	return newReader(asker, base, content), nil
}
