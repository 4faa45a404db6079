package app

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Where choices are kept on this device. head.js reads the first before the
// first paint.
const (
	themeKey = "parallax.theme"
	keysKey  = "parallax.keys"
	marksKey = "parallax.marks"
)

func settingsPage() page {
	return page{title: "Settings", draw: func(v view) []app.UI { return v.settings() }}
}

// settings draws what can be chosen on this device.
func (v view) settings() []app.UI {
	return []app.UI{
		pageHead("Settings", el("p", "muted", text("They are kept on this device only."))),
		el("div", "help-grid",
			section("h-look", "Look", nil, el("div", "card help-card",
				el("h3", "", text("Colours")), v.themeChoice(),
				el("h3", "", text("Marks in the text")),
				el("p", "small muted", text("Dates, quotations and words found can be read without their marks.")),
				v.onOff("Marks", !v.plain, func() { v.toggleMarks() }))),
			section("h-shortcuts", "Keys", nil, el("div", "card help-card",
				el("p", "small muted", text("Single letters open screens and step through differences. Switch them off if they get in the way of your own tools.")),
				v.onOff("Keys", !v.keysOff, func() { v.toggleKeys() }))),
			v.savedHelp(),
			section("h-about", "Parallax", nil, el("div", "card help-card",
				el("p", "", text("Version "+v.build)),
				el("p", "small muted", text("MIT licence. "), el("a", "", text("What else is in it, and its licences")).Attr("href", v.base+"licences.txt").Attr("target", "_blank"))))),
	}
}

// onOff is a choice between two.
func (v view) onOff(what string, isOn bool, toggle func()) app.UI {
	button := func(word string, pressed bool) app.UI {
		return el("button", "", text(word)).Attr("type", "button").
			Attr("aria-pressed", choose(pressed, "true", "false")).
			On("click", on(func(app.Event) {
				if !pressed {
					toggle()
				}
			}), app.EventScope(what, word, pressed))
	}
	return el("div", "choice", button("On", isOn), button("Off", !isOn)).Attr("role", "group").Attr("aria-label", what)
}

// themes are the colours to choose from; "" follows the system.
var themes = [...]struct{ value, word, icon string }{
	{"", "Auto", "auto"}, {"light", "Light", "light"}, {"dark", "Dark", "dark"},
}

func (v view) themeChoice() app.UI {
	var buttons []app.UI
	for _, t := range themes {
		buttons = append(buttons, el("button", "", smallIcon(t.icon), text(t.word)).
			Attr("type", "button").
			Attr("aria-pressed", choose(v.theme == t.value, "true", "false")).
			On("click", on(func(app.Event) { v.chooseTheme(t.value) }), app.EventScope(t.value)))
	}
	return el("div", "choice", buttons...).Attr("role", "group").Attr("aria-label", "Colours")
}

func (r *reader) chooseTheme(theme string) {
	r.theme = theme
	keepSetting(themeKey, theme)
	setTheme(theme)
	r.redraw()
}

func (r *reader) toggleKeys() {
	r.keysOff = !r.keysOff
	keepSetting(keysKey, choose(r.keysOff, "off", ""))
	r.said = choose(r.keysOff, "Keys are off", "Keys are on")
	r.redraw()
}

func (r *reader) toggleMarks() {
	r.plain = !r.plain
	keepSetting(marksKey, choose(r.plain, "off", ""))
	r.said = choose(r.plain, "Marks hidden", "Marks shown")
	r.redraw()
}

// savedHelp says what is kept on this device, and offers to ask for it to stay.
func (v view) savedHelp() app.UI {
	words := v.storage.words()
	return section("h-saved", "Without a network", nil, el("div", "card help-card",
		el("p", choose(v.storage.copy == "", "card-title late", "card-title"), icon(words.icon), text(" "), el("b", "", text(words.long))),
		when(words.meaning != "", func() app.UI { return el("p", "", text(words.meaning)) }),
		when(v.storage.canAsk(), func() app.UI {
			return el("button", "button", icon("check"), text(" Ask the browser to keep it")).Attr("type", "button").
				On("click", on(func(app.Event) { v.keepCopy() }))
		}),
		v.installHelp()))
}
