package e2e

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestMarks marks two articles: the mark outlasts a reload, its bar has room on
// a phone, and the second opens both.
func TestMarks(t *testing.T) {
	eachScreen(t, func(t *testing.T, s *server, _ *browser, p *tab) {
		p.goTo(s.url("/compare/"))
		p.settled()
		p.do("stand on an article", chromedp.Evaluate(`document.querySelector("[data-article]").focus()`, nil))
		p.press("x")
		p.until("it is named, and no word of the bar is broken", `(() => {
			const buttons = [...document.querySelectorAll(".marked-bar .button")];
			return buttons.length === 2 && buttons.every((b) => b.getBoundingClientRect().height < 60);
		})()`)
		p.do("reload", chromedp.Reload())
		p.until("it is still marked", `document.querySelector(".marked-bar")`)
		p.settled()
		p.do("stand on another", chromedp.Evaluate(`document.querySelectorAll("[data-article]")[1].focus()`, nil))
		p.press("x")
		p.heading("TASS 1 Oct 2020 beside unidentified site 20 Oct 2020")
		p.until("no mark is left", `!document.querySelector(".marked-bar")`)
	})
}

// TestEscape closes what is open, then goes back, and never leaves Parallax.
func TestEscape(t *testing.T) {
	eachScreen(t, func(t *testing.T, s *server, _ *browser, p *tab) {
		p.goTo(s.url("/"))
		p.press("t")
		p.heading("Timeline")
		p.press("j")
		p.focused("summary.item")
		p.press(kb.Enter)
		p.until("an event is open", `document.querySelector(".event[open] .evidence")`)
		p.press(kb.Escape)
		p.until("it is shut", `!document.querySelector(".event[open]") && document.querySelector("h1").textContent === "Timeline"`)
		p.press(kb.Escape)
		p.until("the start screen is back", `document.querySelector(".home-hero")`)
		p.do("note what goes back", chromedp.Evaluate(`(() => { history.back = () => { window.left = true; }; })()`, nil))
		p.press(kb.Escape)
		p.press("?")
		p.heading("Help")
		p.until("nothing went back from the first step", `!window.left`)
	})
}
