package app

import (
	"encoding/json"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"parallax/internal/engine"
	"parallax/internal/route"
)

// keystroke is one key pressed, and where.
type keystroke struct {
	key     string // as the browser names it, "j" or "Escape"
	command bool   // with Ctrl, Alt or Meta, or while composing: never ours
	typing  bool   // in a field
	dialog  bool   // in the jump-to box
}

// action is what a key asks for.
type action uint8

const (
	noAction action = iota
	focusSearch
	openJump
	nextItem
	previousItem
	nextStep
	previousStep
	markArticle
	compareMarked
	showTimeline
	wordingLayer
	eventsLayer
	quotesLayer
	toggleMarks
	showHelp
	leaveField
	stepBack
)

// keys is the key map, in the order of the help screen.
var keys = [...]struct {
	key    string
	action action
	words  string
}{
	{"/", focusSearch, "search"},
	{"g", openJump, "jump to an article, a person or an event"},
	{"j", nextItem, "next in the list"},
	{"k", previousItem, "the one before"},
	{"n", nextStep, "next difference, or next place found"},
	{"p", previousStep, "the one before"},
	{"x", markArticle, "mark this article; a second one opens both"},
	{"c", compareMarked, "compare with the marked article"},
	{"1", wordingLayer, "compare wording"},
	{"2", eventsLayer, "compare events"},
	{"3", quotesLayer, "compare quotes"},
	{"t", showTimeline, "timeline"},
	{"h", toggleMarks, "hide or show the marks in a text"},
	{"?", showHelp, "this page"},
	{"Escape", stepBack, "close what is open, or back"},
}

// actionOf returns what a keystroke asks for. While somebody types, only
// Escape counts, and leaves the field; in the jump-to box the browser and the
// box itself see to every key.
func actionOf(k keystroke, off bool) action {
	switch {
	case k.command, k.dialog:
		return noAction
	case k.typing && k.key == "Escape":
		return leaveField
	case k.typing, off:
		return noAction
	}
	for _, entry := range keys {
		if entry.key == k.key {
			return entry.action
		}
	}
	return noAction
}

// obey does what a key asks for.
func (r *reader) obey(a action) {
	switch a {
	case focusSearch:
		focusField(queryID)
	case openJump:
		r.openJump()
	case nextItem:
		focusNext(itemSelector, +1)
	case previousItem:
		focusNext(itemSelector, -1)
	case nextStep:
		r.stepBy(+1)
	case previousStep:
		r.stepBy(-1)
	case markArticle:
		if r.mark(r.articleHere()) {
			r.redraw()
			r.note()
		}
	case compareMarked:
		r.compareWith(r.articleHere())
	case showTimeline:
		r.open(route.State{Screen: route.Timeline}, byChoice)
	case wordingLayer, eventsLayer, quotesLayer:
		r.chooseLayer(a)
	case toggleMarks:
		r.toggleMarks()
		r.said += choose(r.plain, ": h shows them", "")
		r.note()
	case showHelp:
		r.open(route.State{Screen: route.Help}, byChoice)
	case leaveField:
		focusInSight()
	case stepBack:
		if !closeMenu() && !closeEvent() {
			goBack()
		}
	}
}

// itemSelector finds what j and k step through.
const itemSelector = "main .item"

// stepBy goes to the difference or hit delta away from the one stood on.
func (r *reader) stepBy(delta int) {
	if next := stepWithin(r.step-1, delta, r.page.steps); next >= 0 {
		r.step = next + 1
		r.said = stepWords(r.page.state.Screen, r.step, r.page.steps)
		r.drawWhole()
		r.ctx.Defer(func(app.Context) { focusOn(stepID(r.step)) })
	}
}

// articleHere returns the id of the article that the focus is on, or that is
// being read.
func (r *reader) articleHere() string {
	if id := focusedArticle(); id != "" {
		return id
	}
	return r.page.state.Article
}

// mark keeps an article in mind for the next comparison; marking it again
// forgets it. It reports whether that is all: a second article is compared with
// the first.
func (r *reader) mark(id string) bool {
	switch {
	case id == "":
		r.said = "No article here to mark: step to one with j, or open one"
	case id == r.marked:
		r.setMark("")
		r.said = "Mark taken away"
	case r.marked != "":
		r.compareWith(id)
		return false
	default:
		r.setMark(id)
		r.said = "Marked. Mark a second article to compare the two."
	}
	return true
}

// setMark keeps which article is marked, and how it is called, until the window is
// closed.
func (r *reader) setMark(id string) {
	r.marked = id
	kept := ""
	if a, ok := r.seen[id]; ok {
		if b, err := json.Marshal(a); err == nil {
			kept = string(b)
		}
	}
	keepMark(r.base, kept)
}

// takeMark marks again what setMark kept, if it is an article of this collection: of
// a large one the first screen does not name them all.
func (r *reader) takeMark(kept string) {
	var a engine.ArticleRef
	if kept == "" || json.Unmarshal([]byte(kept), &a) != nil || a.ID == "" {
		return
	}
	if _, ok := r.seen[a.ID]; !ok && len(r.home.Articles) == r.home.Count {
		return
	} else if !ok {
		r.see([]engine.ArticleRef{a})
	}
	r.marked = a.ID
}

// noteLasts is how long a note stays on the screen.
const noteLasts = 6 * time.Second

// note shows what was said for a while: a key may tell nothing where the reader
// looks.
func (r *reader) note() {
	said := r.said
	r.noted = true
	r.ctx.After(noteLasts, func(app.Context) { r.noted = r.noted && r.said != said })
}

// compareWith compares the marked article with id.
func (r *reader) compareWith(id string) {
	if r.marked == "" || id == "" || id == r.marked {
		r.open(route.State{Screen: route.Compare, A: id}, byChoice)
		return
	}
	r.open(route.State{Screen: route.Compare, A: r.marked, B: id}, byChoice)
}

// chooseLayer shows another layer of the comparison, if one is on the screen.
func (r *reader) chooseLayer(a action) {
	s := r.page.state
	if s.Screen != route.Compare || s.A == "" || s.B == "" {
		return
	}
	s.Layer = map[action]string{eventsLayer: "events", quotesLayer: "quotes"}[a]
	r.open(s, byChoice)
}
