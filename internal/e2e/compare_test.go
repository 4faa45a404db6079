package e2e

import (
	"testing"

	"github.com/chromedp/chromedp"
)

// TestCompareLeavesRoom holds that a comparison begins with its texts: on a phone
// a sentence stands on the first screen, and what steps through the differences
// stands above the texts until one is chosen; on a desktop it always does.
func TestCompareLeavesRoom(t *testing.T) {
	eachScreen(t, func(t *testing.T, s *server, _ *browser, p *tab) {
		p.goTo(s.url("/"))
		p.until("a pair with one background is offered", `(window.pair = [...document.querySelectorAll(".pair-card")].find((c) => c.textContent.includes("Same background")))`)
		p.do("open the pair", chromedp.Evaluate("window.pair.click()", nil))
		p.heading(" beside ")
		p.until("the differences are counted", `document.querySelector(".difference-steps")`)
		if p.text(`String(innerWidth)`) == "390" {
			p.until("a line of a text stands above the bar", `document.querySelector(".merged p[dir]").getBoundingClientRect().top + 24 <
				document.querySelector(".main-nav").getBoundingClientRect().top`)
			p.until("nothing lies on the texts", `document.querySelector(".difference-steps").getBoundingClientRect().bottom <
				document.querySelector(".interleaved").getBoundingClientRect().top`)
			p.press("n")
			p.until("the steps are within reach of the thumb", `document.activeElement.id === "step-1" &&
				document.querySelector(".difference-steps").getBoundingClientRect().top > innerHeight / 2`)
			return
		}
		p.do("scroll into the texts", chromedp.Evaluate(`scrollTo(0, 900)`, nil))
		p.until("the steps stay in the row of the layers", `(() => {
			const row = document.querySelector(".compare-tools"), steps = row.querySelector(".difference-steps").getBoundingClientRect();
			return scrollY > 500 && steps.top > 0 && steps.bottom < 140 && row.querySelector(".choice").getBoundingClientRect().top > 0;
		})()`)
		p.press("n")
		p.until("the difference stands clear of the row", `document.activeElement.id === "step-1" &&
			document.activeElement.getBoundingClientRect().top > document.querySelector(".compare-tools").getBoundingClientRect().bottom`)
	})
}
