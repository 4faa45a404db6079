package app

import (
	"encoding/json"
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"parallax/internal/engine"
	"parallax/internal/worker"
)

// corrections are what the reader corrected on the timeline. They stay on this
// device, go to the engine with every question about the timeline, and can be
// taken back one by one.
type corrections struct {
	list    []engine.Correction
	encoded string // list as JSON; "" if it is empty
	last    *corrected
}

// corrected is the newest correction, for taking it back at once.
type corrected struct {
	event  string
	said   string
	before []engine.Correction
}

// correctionsKey is where the corrections of the collection below base are kept.
func correctionsKey(base string) string { return "parallax.corrections " + base }

// readCorrections reads what was kept; anything else counts as nothing.
func readCorrections(kept string) corrections {
	var c corrections
	if kept == "" || json.Unmarshal([]byte(kept), &c.list) != nil {
		return corrections{}
	}
	c.list = slices.DeleteFunc(c.list, func(x engine.Correction) bool { return x.Event == "" })
	return c.encode()
}

func (c corrections) encode() corrections {
	c.encoded = ""
	if len(c.list) > 0 {
		if b, err := json.Marshal(c.list); err == nil {
			c.encoded = string(b)
		}
	}
	return c
}

// with returns c with x in place of what was corrected of its event before. An
// x that corrects nothing takes that back.
func (c corrections) with(x engine.Correction, said string) corrections {
	next := corrections{last: &corrected{x.Event, said, c.list}}
	for _, old := range c.list {
		if old.Event != x.Event {
			next.list = append(next.list, old)
		}
	}
	if x.Date != "" || x.Hidden {
		next.list = append(next.list, x)
	}
	return next.encode()
}

// of returns what was corrected of an event.
func (c corrections) of(event string) engine.Correction {
	for _, x := range c.list {
		if x.Event == event {
			return x
		}
	}
	return engine.Correction{Event: event}
}

const undoID = "undo"

// correct keeps x and draws the timeline by it.
func (r *reader) correct(x engine.Correction, said string) {
	r.keep(r.corrections.with(x, said), "")
}

// undo takes the newest correction back.
func (r *reader) undo() {
	last := r.corrections.last
	if last == nil {
		return
	}
	r.keep(corrections{list: last.before}.encode(), last.event)
}

// keep makes c the corrections in force; undone is the event whose newest one
// was taken back.
func (r *reader) keep(c corrections, undone string) {
	r.corrections = c
	keepSetting(correctionsKey(r.base), c.encoded)
	s := r.page.state
	request, needed := r.question(s)
	if !needed {
		return
	}
	r.engine.Ask(request, func(rep worker.Reply) {
		r.ctx.Dispatch(func(app.Context) {
			if s != r.page.state {
				return
			}
			r.arrived = byTyping // the page stays where it is
			r.show(s, request, rep)
			if c.last != nil {
				r.said = c.last.said
			}
			r.ctx.Defer(func(app.Context) { r.settleCorrection(undone) })
		})
	})
}

// settleCorrection puts the focus where the reader goes on: on the way back
// from what was corrected, in the field if no date was read in it, or on the
// event that is again as it was.
func (r *reader) settleCorrection(undone string) {
	last := r.corrections.last
	switch {
	case last != nil && r.noDateIn(last.event):
		focusStill(fixID(last.event))
		words := unreadWords(r.rows[last.event])
		r.ctx.Dispatch(func(app.Context) { r.said = words })
	case last != nil:
		focusStill(undoID)
	case r.rows[undone] != nil:
		focusNear(eventID(undone))
	default:
		focusHeadingOf(stripID)
	}
}

// noDateIn reports whether what the reader wrote for an event’s date is none.
func (r *reader) noDateIn(event string) bool {
	e := r.rows[event]
	return e != nil && e.Yours != nil && e.Yours.Unread
}

// unreadWords says that what the reader wrote for an event’s date is none.
func unreadWords(e *engine.Event) string {
	return "We read no date in " + quoted(e.Yours.Date) + ". "
}

// fixID is the id of the field for an event's date.
func fixID(event string) string { return "fix-" + event }

// toast says what was just corrected and offers to take it back.
func (v view) toast() app.UI {
	last := v.corrections.last
	if last == nil || v.noDateIn(last.event) {
		return nil
	}
	return el("div", "toast card",
		el("p", "", text(last.said)),
		el("button", "button", text("Undo")).ID(undoID).Attr("type", "button").On("click", on(func(app.Event) { v.undo() })),
		el("button", "button tool", icon("close"), hidden("Close this note")).Attr("type", "button").
			On("click", on(func(app.Event) { v.closeToast() }))).Attr("role", "group").Attr("aria-label", "Your correction")
}

func (r *reader) closeToast() {
	r.corrections.last = nil
	r.redraw()
}

// fix is the form that corrects an event's date, and the button that hides it.
func (r *reader) fix(e *engine.Event) app.UI {
	if e.Yours != nil && e.Yours.Date != "" && !e.Yours.Unread {
		return el("li", "fix",
			el("p", "", el("b", "", text("Your date. ")), text("The articles give: "+e.Yours.Was+".")),
			el("div", "button-row",
				el("button", "button", text("Back to theirs")).Attr("type", "button").
					On("click", on(func(app.Event) {
						r.correct(engine.Correction{Event: e.ID}, "The date is theirs again.")
					}), app.EventScope(e.ID)),
				r.hideButton(e)))
	}
	id := fixID(e.ID)
	save := func(ev app.Event) {
		ev.PreventDefault()
		x := r.corrections.of(e.ID)
		x.Date = inputValue(id)
		if x.Date != "" {
			r.correct(x, "Your date is kept on this device.")
		}
	}
	value := e.Date
	unread, trouble := r.noDateIn(e.ID), ""
	if unread {
		value, trouble = e.Yours.Date, unreadWords(e)
	} else if e.EDTF == "" {
		value = ""
	}
	return el("li", "fix",
		el("form", "fix-form",
			el("label", "small muted", text("Wrong date? Write yours:")).Attr("for", id),
			field(id, "14 October 2020").Attr("value", value).Attr("aria-describedby", id+"-help"),
			el("button", "button", text("Keep my date")).Attr("type", "submit"),
			r.hideButton(e)).On("submit", on(save), app.EventScope(e.ID)),
		el("p", choose(unread, "small fix-trouble", "visually-hidden"),
			text(trouble+"A day, a month, a year or a stretch: “14 October 2020”, “October 2020”, “1992 to 1994”.")).ID(id+"-help"))
}

func (r *reader) hideButton(e *engine.Event) app.UI {
	return el("button", "button button-quiet", text("Hide this event")).Attr("type", "button").
		On("click", on(func(app.Event) {
			x := r.corrections.of(e.ID)
			x.Hidden = true
			r.correct(x, "Hidden: "+quoted(e.Words))
		}), app.EventScope(e.ID))
}

// hiddenEvents lists what the reader hid, each with the way back.
func (v view) hiddenEvents(t *engine.Timeline) app.UI {
	if len(t.Hidden) == 0 {
		return nil
	}
	var lines []app.UI
	for i := range t.Hidden {
		e := &t.Hidden[i]
		show := func(app.Event) {
			x := v.corrections.of(e.ID)
			x.Hidden = false
			v.correct(x, "Shown again: "+quoted(e.Words))
		}
		lines = append(lines, el("li", "", el("span", "figures small", text(e.Date)), el("span", "verbatim", text(quoted(e.Words))),
			el("button", "button", text("Show again")).Attr("type", "button").On("click", on(show), app.EventScope(e.ID))))
	}
	return el("details", "explain hidden-events",
		el("summary", "", smallIcon("open"), text(" "+engine.Count(len(t.Hidden), "event")+" hidden by you")),
		el("ul", "", lines...))
}

// yours marks an event that shows the reader's date.
func yours(e *engine.Event) app.UI {
	if e.Yours == nil || e.Yours.Date == "" || e.Yours.Unread {
		return nil
	}
	return el("span", "tag tag-yours", text("your date"))
}
