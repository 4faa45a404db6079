package app

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// keysKey is where it is kept that the keys are switched off.
const keysKey = "parallax.keys"

func helpPage() page {
	return page{title: "Help and keys", draw: func(v view) []app.UI { return v.help() }}
}

// help explains the signs, the keys, and what is kept where.
func (v view) help() []app.UI {
	return []app.UI{
		pageHead("Help and keys", el("p", "muted", text("Everything here is read out of the articles by rules, on this device. Where nothing was found, that is all it says: a program can miss a sentence."))),
		el("div", "help-grid",
			v.signsHelp(),
			v.keysHelp(),
			v.searchLanguage(),
			v.savedHelp(),
			privacyHelp()),
	}
}

func (v view) signsHelp() app.UI {
	entry := func(sign, meaning string) app.UI { return el("li", "", glyph(sign), text(" "+meaning)) }
	var cells, events []app.UI
	for _, s := range signs {
		cells = append(cells, entry(s.sign, s.meaning))
	}
	for _, s := range statuses {
		events = append(events, entry(s.sign, s.meaning))
	}
	return section("h-signs", "What the signs mean", nil,
		el("div", "card help-card",
			el("h3", "", text("An article and an event")), el("ul", "key", cells...),
			el("h3", "", text("An event")), el("ul", "key", events...),
			el("h3", "", text("Two articles")),
			el("ul", "key",
				el("li", "", el("span", "word-a", text("only in A")), text(" words of the first article")),
				el("li", "", el("span", "word-b", text("only in B")), text(" words of the second")),
				el("li", "", el("span", "tag tag-shared", text("joined")), text(" the same passage in both")))))
}

func (v view) keysHelp() app.UI {
	var rows []app.UI
	for _, k := range keys {
		rows = append(rows, el("div", "", el("dt", "", el("kbd", "", text(choose(k.key == "Escape", "Esc", k.key)))), el("dd", "", text(k.words))))
	}
	rows = append(rows, el("div", "", el("dt", "", el("kbd", "", text("Enter"))), el("dd", "", text("open"))))
	return section("h-keys", "Keys", nil,
		el("div", "card help-card",
			el("dl", "keys", rows...),
			el("p", "small muted", text("They do nothing while you type.")),
			el("button", "button", icon("keys"), text(choose(v.keysOff, " Keys are off: switch on", " Keys are on: switch off"))).
				Attr("type", "button").Attr("aria-pressed", choose(v.keysOff, "false", "true")).
				On("click", on(func(app.Event) { v.toggleKeys() }))))
}

func (r *reader) toggleKeys() {
	r.keysOff = !r.keysOff
	keepSetting(keysKey, choose(r.keysOff, "off", ""))
	r.redraw()
}

func (v view) searchLanguage() app.UI {
	var rows []app.UI
	for _, x := range [...]struct{ query, meaning string }{
		{"word", "also with a typing error, and in other alphabets"},
		{`"two words"`, "in this order"},
		{"-word", "without it"},
		{"one OR other", "either"},
		{"outlet:name", "one outlet’s articles"},
		{"who:name", "what a person said"},
		{"date:2020-10..2020-11", "what happened then"},
		{"published:2020-10", "what was published then"},
		{"in:title word", "in headlines only"},
	} {
		rows = append(rows, el("div", "", el("dt", "", el("code", "", text(x.query))), el("dd", "", text(x.meaning))))
	}
	return section("h-language", "Search", nil, el("div", "card help-card", el("dl", "keys", rows...),
		el("p", "small muted", text("What cannot be read as one of these is searched as plain words."))))
}

func (v view) savedHelp() app.UI {
	return section("h-saved", "Without a network", nil, el("div", "card help-card",
		el("p", "card-title", icon(v.storage.words().icon), text(" "), el("b", "", text(v.storage.words().long))),
		el("p", "", text(v.storage.words().meaning)),
		el("p", "", text("To have it on the home screen: in Safari choose Share, then Add to Home Screen; in other browsers choose Install in the menu."))))
}

func privacyHelp() app.UI {
	return section("h-privacy", "What leaves this device", nil, el("div", "card help-card",
		el("p", "", text("Nothing. Searching, comparing and reading happen here; what you type stands after the # of the address, which is never sent. There is no account, no counting and no request to another site.")),
		el("p", "", text("A copied address opens the same view for somebody else."))))
}
