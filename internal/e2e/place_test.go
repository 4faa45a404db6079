package e2e

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestKeepsThePlace holds that looking around loses nobody's place: the search
// box is reached without scrolling, results begin at their top however fast
// they were typed, and Back stands on the link that led away.
func TestKeepsThePlace(t *testing.T) {
	eachScreen(t, func(t *testing.T, s *server, _ *browser, p *tab) {
		p.goTo(s.url("/timeline/"))
		p.until("the list is long", `document.documentElement.scrollHeight > 2200`)
		p.do("scroll down", chromedp.Evaluate(`scrollTo(0, 1500)`, nil))
		p.press("/")
		p.focused("#query")
		if sticky := p.text(`getComputedStyle(document.querySelector(".top")).position`); sticky == "sticky" {
			p.until("the text stays where it was", `scrollY === 1500`)
		}
		p.do("type faster than answers come", chromedp.Evaluate(`(() => {
			scrollTo(0, 1500);
			const box = document.querySelector("#query");
			for (const typed of ["c", "ce", "cea", "ceas", "cease"]) {
				box.value = typed;
				box.dispatchEvent(new Event("input", { bubbles: true }));
			}
		})()`, nil))
		p.heading("Search")
		p.until("the newest query is answered", `document.title.startsWith("Search: cease ")`)
		p.until("results begin at their top", `scrollY === 0`)

		p.goTo(s.url("/"))
		p.press("j")
		p.press("j")
		p.focused("a.pair-card")
		led := p.text(`document.activeElement.getAttribute("href")`)
		p.press(kb.Enter)
		p.heading(" beside ")
		p.do("back", chromedp.NavigateBack())
		p.until("the start screen is back", `document.querySelector(".home-hero")`)
		p.until("the link that led away has the focus", `document.activeElement.getAttribute("href") === "`+led+`"`)
	})
}
