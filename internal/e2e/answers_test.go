package e2e

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"parallax/internal/engine"
	"parallax/internal/site"
	"parallax/internal/worker"
)

// askEngine asks the engine past the screens, and comes to the milliseconds
// until its reply was there.
const askEngine = `new Promise((done) => {
	const { port } = parallax;
	const listen = () => {
		port.removeEventListener("message", listen);
		done(performance.now() - asked);
	};
	port.addEventListener("message", listen);
	const message = new TextEncoder().encode(JSON.stringify(%s));
	const asked = performance.now();
	port.postMessage(message);
})`

// answers returns how long the engine takes to answer each request, in
// milliseconds.
func (p *tab) answers(requests []worker.Request) []float64 {
	p.t.Helper()
	var took []float64
	for _, request := range requests {
		request.Seq = 1 << 31 // the screens ask nothing of this number
		encoded, err := json.Marshal(request)
		must(p.t, err)
		took = append(took, p.milliseconds(fmt.Sprintf(askEngine, encoded)))
	}
	return took
}

// BenchmarkAnswers asks the engine of the five articles in the browser, and
// moves between the screens.
func BenchmarkAnswers(b *testing.B) {
	var searches []worker.Request
	for _, query := range []string{
		"peskov", "ceasefire", "peskow cesefire", `"nagorno-karabakh conflict"`, "who:ryabkov", "truce -turkey",
		"armenia OR azerbaijan", "date:2020-10..2020-11", "Песков", "humanitarian ceasefire october", "in:title karabakh", "negot",
	} {
		searches = append(searches, worker.Request{Kind: worker.Search, Query: engine.Query{Text: query}})
	}
	screen := func(p *tab, address, title string) func() {
		return func() {
			p.do(address, chromedp.Evaluate(fmt.Sprintf("document.querySelector(`#app a[href=%q]`).click()", address), nil))
			p.until(address, title)
		}
	}
	for b.Loop() {
		s := serve(b, site.Handler(bundled(b)))
		in := newBrowser(b)
		const visits = 3
		var first, search, pair []float64
		longest := map[string][]float64{}
		var acts []string
		for range visits {
			p := in.open(screens[1])
			p.goTo(s.url("/"))
			p.saved()
			first = append(first, p.answers(searches[:1])...)
			p.answers(searches) // the browser compiles what is used often
			search = append(search, p.answers(searches)...)
			var pairs []worker.Request
			ids := strings.Fields(p.text(`[...document.querySelectorAll("[data-article]")].map((a) => a.dataset.article).join(" ")`))
			for i, a := range ids {
				for _, other := range ids[i+1:] {
					pairs = append(pairs, worker.Request{Kind: worker.Compare, A: a, B: other})
				}
			}
			pair = append(pair, p.answers(pairs)...)
			acts = acts[:0]
			for _, act := range []struct {
				name string
				do   func()
			}{
				{"open the timeline", screen(p, "/timeline/", `document.querySelector("details.event")`)},
				{"open the search", screen(p, "/search/", `document.querySelector(".screen-search")`)},
				{"type a word", func() {
					p.do("type", chromedp.SendKeys("#query", "peskov"))
					p.until("hits", `document.querySelector(".hit") && document.title.includes("peskov")`)
				}},
				{"open the start screen", screen(p, "/", `document.querySelector(".pair-card")`)},
				{"compare two articles", func() {
					p.do("compare", chromedp.Evaluate(`document.querySelector(".pair-card").click()`, nil))
					p.until("the comparison", `document.querySelector(".screen-compare") && document.title.includes("beside")`)
				}},
			} {
				acts = append(acts, act.name)
				longest[act.name] = append(longest[act.name], float64(p.longestTask(act.name, act.do))/float64(time.Millisecond))
			}
			p.closeTab()
		}
		b.Logf("first search %.1f ms; %s; %s", middle(first), verdict("a later search", middle(search), 5), verdict("two articles compared", middle(pair), 30))
		for _, name := range acts {
			b.Log("longest task of the page:", verdict(name, middle(longest[name]), 50))
		}
	}
}
