package app

import (
	"encoding/json"
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"parallax/internal/engine"
	"parallax/internal/worker"
)

// jump is the box that goes straight to an article, a person or an event.
type jump struct {
	open    bool
	typed   string
	targets []engine.JumpTarget
	at      int // target that Enter follows, from 0
}

const (
	jumpID      = "jump"
	jumpInputID = "jump-input"
)

func (r *reader) openJump() {
	r.jump = jump{open: true}
	r.suggest("")
	r.ctx.Defer(func(app.Context) {
		setInput(jumpInputID, "")
		showDialog(jumpID)
	})
}

// close shuts the box; shut already, it does nothing.
func (j *jump) close() {
	if j.open {
		*j = jump{}
		closeDialog(jumpID)
	}
}

// suggest asks for the targets that match typed.
func (r *reader) suggest(typed string) {
	r.jump.typed = typed
	r.engine.Ask(worker.Request{Kind: worker.Jump, Typed: typed}, func(rep worker.Reply) {
		r.ctx.Dispatch(func(app.Context) {
			var targets []engine.JumpTarget
			if r.jump.typed == typed && json.Unmarshal(rep.Body, &targets) == nil {
				r.jump.targets, r.jump.at = targets, 0
			}
		})
	})
}

// press obeys a key in the box's field and reports whether it was one of the
// box's own.
func (r *reader) press(key string) bool {
	switch key {
	case "ArrowDown":
		r.jump.at = max(0, stepWithin(r.jump.at, +1, len(r.jump.targets)))
	case "ArrowUp":
		r.jump.at = max(0, stepWithin(r.jump.at, -1, len(r.jump.targets)))
	case "Enter":
		if r.jump.at < len(r.jump.targets) {
			if s, ours := stateOf(r.base, targetHref(r.base, r.jump.targets[r.jump.at])); ours {
				r.follow(s)
			}
		}
	default:
		return false
	}
	return true
}

// targetHref writes the address of a target.
func targetHref(base string, t engine.JumpTarget) string {
	address := base[:len(base)-1] + t.Path
	if t.Fragment != "" {
		address += "#" + t.Fragment
	}
	return address
}

// jumpIcons are the pictures of the kinds of targets.
var jumpIcons = map[string]string{"article": "article", "person": "quote", "event": "timeline", "place": "search", "screen": "collection"}

func (v view) jumpBox() app.UI {
	var options []app.UI
	for i, t := range v.jump.targets {
		a := el("a", "", smallIcon(jumpIcons[t.Kind]), el("span", "", matched(t.Words, t.Match)...),
			el("span", "jump-kind", text(t.Kind))).
			Attr("href", targetHref(v.base, t)).Attr("tabindex", "-1")
		options = append(options, el("li", "", a).ID("jump-"+number(i)).
			Attr("role", "option").Attr("aria-selected", choose(i == v.jump.at, "true", "false")))
	}
	input := field(jumpInputID, "Article, person or event").
		Attr("role", "combobox").Attr("aria-expanded", "true").Attr("aria-controls", "jump-list").
		Attr("aria-label", "Jump to an article, a person or an event").
		OnInput(on(func(e app.Event) { v.suggest(e.Get("target").Get("value").String()) })).
		OnKeyDown(on(func(e app.Event) {
			if v.press(e.Get("key").String()) {
				e.PreventDefault()
			}
		}))
	if len(options) > 0 {
		input = input.Attr("aria-activedescendant", "jump-"+number(v.jump.at))
	}
	return el("dialog", "jump-box",
		el("form", "jump-field", icon("jump"), input,
			el("button", "button button-quiet", text("Close"))).Attr("method", "dialog"),
		el("ul", "jump-list", options...).ID("jump-list").Attr("role", "listbox").Attr("aria-label", "Places to go"),
		when(v.jump.typed != "" && len(options) == 0, func() app.UI {
			return el("p", "jump-empty muted", text("Nothing matches “"+v.jump.typed+"” letter by letter. The search forgives typing errors."))
		}),
	).ID(jumpID).Attr("aria-label", "Jump to").On("close", on(func(app.Event) { v.jump.close() }))
}

// matched draws words with the bytes that match set off. A byte within a
// letter sets off the whole letter.
func matched(words string, match []int) []app.UI {
	var drawn []app.UI
	start, lit := 0, false
	for i := range words {
		if hit := slices.Contains(match, i); hit != lit {
			drawn = append(drawn, piece(words[start:i], lit))
			start, lit = i, hit
		}
	}
	return append(drawn, piece(words[start:], lit))
}

func piece(words string, lit bool) app.UI {
	if lit {
		return el("b", "", text(words))
	}
	return text(words)
}
