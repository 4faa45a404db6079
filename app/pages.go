package app

import (
	"encoding/json"
	"fmt"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"parallax/internal/engine"
	"parallax/internal/route"
	"parallax/internal/worker"
)

// page is a screen ready to be drawn.
type page struct {
	state route.State
	title string              // of the document
	said  string              // what a listener is told when it changes in place
	steps int                 // differences or hits that n and p step through
	rows  int                 // of which the first are drawn before the others; 0 is none
	part  int                 // window of a long list that is shown, from 0
	named []engine.ArticleRef // that can be marked here
	draft bool                // what takes reading all articles is still to come
	draw  func(view) []app.UI
}

// key tells pages apart that share no part of their content. Within one key
// only what differs is drawn again.
func (p page) key() string {
	s := p.state
	switch s.Screen {
	case route.Article:
		return "article " + s.Article
	case route.Compare:
		return "compare " + s.A + " " + s.B
	case route.Passage:
		return "passage " + s.Topic
	}
	return fmt.Sprint(s.Screen)
}

// question returns what the engine must be asked to draw s, and whether
// anything must be asked at all.
func question(s route.State) (worker.Request, bool) {
	q := engine.Query{Text: s.Query, Outlet: s.Outlet, Only: s.Only, Who: s.Who, From: s.From, To: s.To}
	switch s.Screen {
	case route.Article:
		return worker.Request{Kind: worker.Article, ID: s.Article, Query: engine.Query{Text: s.Query}}, true
	case route.Timeline:
		return worker.Request{Kind: worker.Timeline, Query: q, Clock: s.Clock}, true
	case route.Reports:
		return worker.Request{Kind: worker.Timeline, Query: q, Clock: choose(s.Told == "", engine.EventsOnly, engine.SharedOnly)}, true
	case route.Search:
		q.Order = s.Order
		return worker.Request{Kind: worker.Search, Query: q}, true
	case route.Compare:
		if s.B == "" {
			return worker.Request{Kind: worker.Pairs, A: s.A}, s.A != ""
		}
		return worker.Request{Kind: worker.Compare, A: s.A, B: s.B}, s.A != ""
	case route.Passage:
		return worker.Request{Kind: worker.Passage, ID: s.Topic}, true
	case route.Quotes:
		return worker.Request{Kind: worker.Quotes, Query: q}, true
	}
	return worker.Request{}, false
}

// readPage makes the page of s from the engine's reply; home is the start
// screen.
func readPage(s route.State, rep worker.Reply, home *engine.Home) page {
	p := screenPage(s, rep, home)
	p.state, p.draft = s, rep.Draft
	return p
}

func screenPage(s route.State, rep worker.Reply, home *engine.Home) page {
	if _, asked := question(s); asked {
		if rep.Error != "" {
			return troublePage(rep.Error)
		}
		if !rep.Found {
			return notFoundPage()
		}
	}
	switch s.Screen {
	case route.Home:
		return homePage(home)
	case route.Article:
		return read(rep, articlePage)
	case route.Timeline:
		return read(rep, timelinePage)
	case route.Search:
		return read(rep, searchPage)
	case route.Compare:
		switch {
		case s.A == "":
			return choosePage(&engine.Offers{})
		case s.B == "":
			return read(rep, choosePage)
		}
		return read(rep, comparePage)
	case route.Passage:
		return read(rep, passagePage)
	case route.Reports:
		return read(rep, reportsPage)
	case route.Quotes:
		return read(rep, quotesPage)
	case route.Help:
		return helpPage()
	case route.Settings:
		return settingsPage()
	}
	return notFoundPage()
}

// read decodes a reply of type T and makes a page of it.
func read[T any](rep worker.Reply, fill func(*T) page) page {
	content := new(T)
	if err := json.Unmarshal(rep.Body, content); err != nil {
		return troublePage(fmt.Sprintf("reply to %q: %v", rep.Kind, err))
	}
	return fill(content)
}
