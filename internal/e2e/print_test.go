package e2e

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"parallax/internal/site"
)

// onPaper is what is wrong with a printed comparison, a line each.
const onPaper = `(() => {
	const out = [];
	const pairs = [...document.querySelectorAll(".passage-a")].map((a) => [a, a.nextElementSibling.nextElementSibling]);
	if (!pairs.length) out.push("no passages");
	for (const [a, b] of pairs) {
		const left = a.getBoundingClientRect(), right = b.getBoundingClientRect();
		if (left.right > right.left) out.push("B stands not right of A: " + a.textContent.slice(0, 40));
		for (const picture of a.nextElementSibling.querySelectorAll("svg")) {
			if (picture.getBoundingClientRect().height > Math.max(left.height, right.height) + 24) out.push("a ribbon is higher than its passage");
		}
	}
	const ink = getComputedStyle(document.querySelector("h1")).color.match(/[\d.]+/g).slice(0, 3).map(Number);
	if (Math.max(...ink) > 100) out.push("the ink is pale: " + ink);
	for (const letter of document.querySelectorAll("main .side-letter")) {
		if (letter.checkVisibility() && getComputedStyle(letter).color !== getComputedStyle(letter.parentElement).color) { out.push("a letter is pale"); break; }
	}
	return [...new Set(out)].join("\n");
})()`

// TestPrint lays a comparison out on paper. A browser that prints does not wait
// for the page to be drawn for the width of a sheet, so the screen drawn for a
// wide window must do, in whatever look it was read.
func TestPrint(t *testing.T) {
	s := serve(t, site.Handler(bundled(t)))
	b := newBrowser(t)
	p := b.open(screens[1])
	p.goTo(s.url("/"))
	p.until("a pair with one background is offered", `(window.pair = [...document.querySelectorAll(".pair-card")].find((c) => c.textContent.includes("Same background")))`)
	p.do("open the pair", chromedp.Evaluate("window.pair.click()", nil))
	p.until("two texts are joined", `document.querySelector(".passage-joined")`)
	// The program keeps its elements; what is printed are copies it cannot redraw.
	p.do("print", chromedp.Evaluate(`document.documentElement.dataset.theme = "dark"; document.body.replaceWith(document.body.cloneNode(true))`, nil),
		emulation.SetEmulatedMedia().WithMedia("print"), emulation.SetDeviceMetricsOverride(718, 1000, 1, false))
	if found := p.text(onPaper); found != "" {
		t.Error(found)
	}
}

// TestPrintTable lays the table of who reports what out on paper: a row in one
// line, under heads that every sheet repeats, and the sources below.
func TestPrintTable(t *testing.T) {
	s := serve(t, site.Handler(bundled(t)))
	p := newBrowser(t).open(screens[1])
	p.goTo(s.url("/reports/"))
	p.until("the table stands", `document.querySelectorAll(".matrix tbody tr").length > 12`)
	p.do("print", chromedp.Evaluate(`document.body.replaceWith(document.body.cloneNode(true))`, nil),
		emulation.SetEmulatedMedia().WithMedia("print"), emulation.SetDeviceMetricsOverride(718, 1000, 1, false))
	if found := p.text(`(() => {
		const out = [];
		if (getComputedStyle(document.querySelector(".matrix thead")).display !== "table-header-group") out.push("the heads are not repeated");
		for (const row of document.querySelectorAll(".matrix tr")) {
			const tops = [...row.children].map((cell) => Math.round(cell.getBoundingClientRect().top));
			if (new Set(tops).size > 1) { out.push("a row in several lines"); break; }
		}
		if (document.documentElement.scrollWidth > 720) out.push("wider than the sheet");
		if (![...document.querySelectorAll(".print-only li")].some((e) => e.checkVisibility())) out.push("no sources");
		return out.join("\n");
	})()`); found != "" {
		t.Error(found)
	}
}
