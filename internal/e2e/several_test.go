package e2e

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"parallax/internal/dossier"
	"parallax/internal/site"
)

// several serves a collection of n articles, each of an outlet of its own, that
// tell of more events than one window of a list holds.
func several(t *testing.T, n int) *server {
	t.Helper()
	pack := dossier.Pack{Title: "Several", Language: "en"}
	for i := range n {
		outlet := fmt.Sprintf("Outlet Number %c", 'A'+i)
		pack.Outlets = append(pack.Outlets, dossier.Outlet{ID: fmt.Sprintf("o%d", i), Name: outlet})
		var text strings.Builder
		fmt.Fprintf(&text, "The bridge of Ulden fell on 3 March 2024, a spokeswoman said.\n\n“We warned of it in 2019,” said Anna Holm, who leads the union of district %d.", i)
		for day := range 8 {
			at := time.Date(2023, time.October, 1+2*(8*i+day)%150, 0, 0, 0, 0, time.UTC)
			fmt.Fprintf(&text, "\n\nThe ferry of line %d ran aground off harbour %d on %s with %d people on board.", 8*i+day, i, at.Format("2 January 2006"), 20+8*i+day)
		}
		pack.Articles = append(pack.Articles, dossier.Meta{
			ID: fmt.Sprintf("a%02d", i), File: fmt.Sprintf("a%02d.txt", i), Outlet: fmt.Sprintf("o%d", i),
			Title: fmt.Sprintf("Bridge falls, part %d", i), Published: fmt.Sprintf("2024-03-%02d", 4+i/2), Text: text.String(),
		})
	}
	program, _ := parts(t)
	made, err := site.Build(pack, program, site.Options{Base: "/", Static: true})
	must(t, err)
	return serve(t, site.Handler(made))
}

// The table of events has room for eight articles on a desktop, and says of
// which event and article a sign is however far it is scrolled; a phone names
// them at each sign. Nothing stands over anything else.
func TestSeveralColumns(t *testing.T) {
	desk, phone := screens[1], screens[0]
	b := newBrowser(t)
	for _, n := range []int{8, 20} {
		s := several(t, n)
		p := b.open(desk)
		p.goTo(s.url("/timeline/"))
		p.until("no sign stands over the count", `[...document.querySelectorAll(".event > summary")].length > 10 && [...document.querySelectorAll(".event > summary")].every((e) =>
			e.querySelector(".event-cells").getBoundingClientRect().right <= e.querySelector(".event-count").getBoundingClientRect().left)`)

		p.goTo(s.url("/reports/"))
		p.until("there is a column for each article", fmt.Sprintf(`document.querySelectorAll(".matrix thead th").length === %d`, n+1))
		p.until("and all rows", `document.querySelectorAll(".matrix tbody tr").length === 40`)
		p.until("eight are seen", `document.querySelectorAll(".matrix thead th")[8].getBoundingClientRect().right <= document.querySelector(".matrix-card").getBoundingClientRect().right`)
		p.do("scroll", chromedp.Evaluate(`scrollTo(0, 900); document.querySelector("#matrix")?.scrollIntoView(); document.querySelector("#matrix")?.scrollTo(400, 900)`, nil))
		seen := func(selector string) string {
			return `(() => { const b = document.querySelector("` + selector + `").getBoundingClientRect(); return document.elementFromPoint(b.x + b.width / 2, b.y + b.height / 2)?.closest("` + selector + `") })()`
		}
		p.until("the heads are seen", seen(".matrix thead th:first-child"))
		p.until("and the events", `[...document.querySelectorAll(".matrix tbody th")].some((e) => { const b = e.getBoundingClientRect(); return b.y > 250 && document.elementFromPoint(b.x + 20, b.y + b.height / 2)?.closest("th") === e })`)
		if n > 8 {
			p.until("the keys scroll it", `document.querySelector("#matrix").tabIndex === 0 && document.querySelector("#matrix").getAttribute("aria-label")`)
		}
		p.quiet(s)

		p = b.open(phone)
		p.goTo(s.url("/reports/"))
		p.until("a dozen events are listed", `document.querySelectorAll(".report").length === 12`)
		p.until("each sign names its article", `[...document.querySelectorAll(".report-cell")].every((e) => /Outlet Number .*Mar 2024/.test(e.textContent))`)
		p.do("more", chromedp.Evaluate(`[...document.querySelectorAll("button")].find((b) => b.textContent === "Show more").click()`, nil))
		p.until("more are listed", `document.querySelectorAll(".report").length === 24`)
		p.quiet(s)
	}
}

// TestBackToTheListAsItWas leaves a page of a list, a lengthened list and an
// opened fold, and comes back to each as it was.
func TestBackToTheListAsItWas(t *testing.T) {
	s := several(t, 8)
	b := newBrowser(t)
	p := b.open(screens[1])
	back := func() { p.do("back", chromedp.NavigateBack()) }
	second := `/^(Entries|Events) 41 to/.test(document.querySelector(".window-nav .figures")?.textContent)`

	p.goTo(s.url("/timeline/"))
	p.click(".window-nav button")
	p.until("the second window", second+` && document.querySelectorAll("details.event").length < 40`)
	p.do("open an event", chromedp.Evaluate(`document.querySelectorAll("details.event summary")[5].click()`, nil))
	p.until("its sentences", `document.querySelector("details.event[open] .evidence-head a")`)
	p.do("read on", chromedp.Evaluate(`document.querySelector("details.event[open] .evidence-head a").click()`, nil))
	p.until("the article", `document.querySelector(".article-layout")`)
	back()
	p.until("the second window, with the event open", second+` && document.querySelectorAll("details.event")[5].open`)

	p.goTo(s.url("/reports/"))
	p.click(".window-nav button")
	p.until("the second window", second)
	p.do("scroll and choose a sign", chromedp.Evaluate(`scrollTo(0, 300); document.querySelector(".matrix tbody tr:nth-child(4) td a").click()`, nil))
	p.until("it is shown", `document.querySelector("#chosen") && `+second)
	p.until("where one looked", `scrollY === 300`)
	back()
	p.until("the second window, where one looked", second+` && !document.querySelector("#chosen") && scrollY === 300`)

	p = b.open(screens[0])
	p.goTo(s.url("/reports/"))
	p.do("more", chromedp.Evaluate(`[...document.querySelectorAll("button")].find((b) => b.textContent === "Show more").click()`, nil))
	p.until("more are listed", `document.querySelectorAll(".report").length === 24`)
	p.do("open a fold and leave", chromedp.Evaluate(`document.querySelectorAll(".report summary")[3].click(); document.querySelectorAll(".report-event a")[20].click()`, nil))
	p.heading("Timeline")
	back()
	p.until("as long as it was, with the fold open", `document.querySelectorAll(".report").length === 24 && document.querySelectorAll(".report details")[3].open`)
	p.quiet(s)
}

// TestThirdArticle puts a third article beside two, sees the table of the three, and
// takes one away.
func TestThirdArticle(t *testing.T) {
	eachScreen(t, func(t *testing.T, s *server, _ *browser, p *tab) {
		p.goTo(s.url("/compare/"))
		p.settled()
		p.click(".pair-grid a")
		p.until("a place for a third", `[...document.querySelectorAll(".explain summary")].some((e) => /third article/.test(e.textContent))`)
		p.do("choose it", chromedp.Evaluate(`[...document.querySelectorAll(".explain")].find((e) => /third article/.test(e.textContent)).querySelector(".article-list a").click()`, nil))
		p.heading("Who reports what")
		p.until("three columns", `document.querySelectorAll(".chips .chip").length === 3 && document.querySelectorAll(".matrix thead th").length === 4`)
		p.click(".chips .chip")
		p.until("two columns", `document.querySelectorAll(".chips .chip").length === 2 && document.querySelectorAll(".matrix thead th").length === 3`)
		p.quiet(s)
	})
}
