package app

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"parallax/internal/engine"
	"parallax/internal/route"
)

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
			privacyHelp()),
	}
}

func (v view) signsHelp() app.UI {
	entry := func(sign engine.Sign, meaning string) app.UI { return el("li", "", glyph(sign), text(" "+meaning)) }
	var cells, events []app.UI
	for _, s := range signs {
		cells = append(cells, entry(s.sign, s.meaning))
	}
	for _, s := range statuses {
		events = append(events, entry(engine.StatusSign(s.status), s.meaning))
	}
	return section("h-signs", "What the signs mean", nil,
		el("div", "card help-card",
			el("h3", "", text("An article and an event")), el("ul", "key", cells...),
			el("h3", "", text("An event")), el("ul", "key", events...),
			el("h3", "", text("Two articles")),
			el("ul", "key",
				el("li", "", el("span", "word-a", text("only in A")), text(" words of the first article")),
				el("li", "", el("span", "word-b", text("only in B")), text(" words of the second")),
				el("li", "", el("span", "tag tag-shared", text("joined")), text(" the same passage in both")),
				el("li", "", text("Dashes at the right edge of the window: where the differences stand, or what was searched for")))))
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
			el("p", "small muted", text("They do nothing while you type. "+choose(v.keysOff, "They are switched off: ", "To switch them off: ")),
				v.link("", route.State{Screen: route.Settings}, text("Settings")), text("."))))
}

func (v view) searchLanguage() app.UI {
	var rows []app.UI
	for _, x := range [...]struct{ query, meaning string }{
		{"word", "also with a typing error, and in other alphabets"},
		{`"two words"`, "in this order"},
		{"-word", "without it"},
		{"one OR other", "either"},
		{"outlet:name", "one outlet’s articles"},
		{"who:name", "where a person speaks or is named"},
		{"october 2020", "also what happened then, however it is dated"},
		{"date:2020-10..2020-11", "what happened then"},
		{"published:2020-10", "what was published then"},
		{"in:title word", "in headlines only"},
	} {
		rows = append(rows, el("div", "", el("dt", "", el("code", "", text(x.query))), el("dd", "", text(x.meaning))))
	}
	return section("h-language", "Search", nil, el("div", "card help-card", el("dl", "keys", rows...),
		el("p", "small muted", text("What cannot be read as one of these is searched as plain words."))))
}

func privacyHelp() app.UI {
	return section("h-privacy", "What leaves this device", nil, el("div", "card help-card",
		el("p", "", text("Nothing. Searching, comparing and reading happen here; what you type stands after the # of the address, which is never sent. There is no account, no counting and no request to another site.")),
		el("p", "", text("A copied address opens the same view for somebody else."))))
}
