package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"parallax/internal/dossier"
	"parallax/internal/site"
)

// briefs is a collection of n short articles of made-up words, as frequent as
// words are (Zipf); the same for every run.
func briefs(n int) dossier.Pack {
	r := rand.New(rand.NewPCG(16, 16))
	words := make([]string, 12000)
	for i := range words {
		var b strings.Builder
		for range 2 + r.IntN(3) {
			b.WriteByte("bcdfghklmnprstvz"[r.IntN(16)])
			b.WriteByte("aeiou"[r.IntN(5)])
		}
		words[i] = b.String()
	}
	frequent := rand.NewZipf(r, 1.1, 4, uint64(len(words)-1))
	some := func(n int) string {
		list := make([]string, n)
		for i := range list {
			list[i] = words[frequent.Uint64()]
		}
		list[0] = strings.ToUpper(list[0][:1]) + list[0][1:]
		return strings.Join(list, " ")
	}
	pack := dossier.Pack{Title: "Many briefs", Language: "en", Outlets: []dossier.Outlet{{ID: "wire", Name: "Wire"}}}
	day := time.Date(2019, 1, 1, 0, 0, 0, 0, time.UTC)
	for i := range n {
		title := some(6)
		pack.Articles = append(pack.Articles, dossier.Meta{
			ID: fmt.Sprintf("brief%05d", i), Outlet: "wire", Title: title, Published: day.AddDate(0, 0, i/20).Format(time.DateOnly),
			Text: title + "\n\n" + some(16) + ". " + some(14) + ".\n\n" + some(15) + ".\n",
		})
	}
	return pack
}

// withCollection puts all articles of pack into a site that was made of some
// of them: a page for each of thousands is nothing that searching needs.
func withCollection(t *testing.T, s *site.Site, pack dossier.Pack) {
	t.Helper()
	for i := range s.Files {
		f := &s.Files[i]
		if !strings.Contains(f.Path, "collection") || !strings.HasSuffix(f.Path, ".json") {
			continue
		}
		var sealed struct{ Build, Stamp string }
		must(t, json.Unmarshal(f.Body, &sealed))
		inside, err := json.Marshal(pack)
		must(t, err)
		f.Body, f.Brotli, f.Gzip = dossier.Seal(sealed.Build, sealed.Stamp, inside), nil, nil
		return
	}
	t.Fatal("the site has no collection")
}

// TestTypingInManyArticles types ten characters a second over 16,000 articles:
// the page is never busy for longer than a moment, what is drawn never goes
// back to an older question, and the last answer is that to the last key.
func TestTypingInManyArticles(t *testing.T) {
	many := briefs(16000)
	program, _ := parts(t)
	few := many
	few.Articles = many.Articles[:3]
	small, err := site.Build(few, program, site.Options{Base: "/", Quality: 0})
	must(t, err)
	withCollection(t, small, many)
	// Words of one article, so that at the end it is found by all of them.
	words := strings.Fields(strings.ToLower(many.Articles[12345].Title))
	query := strings.Join(words[:4], " ")
	for _, size := range screens {
		t.Run(size.name, func(t *testing.T) {
			s := serve(t, site.Handler(small))
			p := newBrowser(t).open(size)
			p.t = t
			p.do("open the search", chromedp.Navigate(s.url("/search/")))
			p.patiently("16,000 articles are read", 8, `document.documentElement.dataset.reader === "ready"`)
			// The first question builds the index.
			p.do("type", chromedp.SendKeys("#query", words[5]+" "))
			p.patiently("the first answer is there", 8, `document.title.includes("`+words[5]+`") && document.querySelector(".hit")`)
			p.do("empty the field", chromedp.Evaluate(`{ const q = document.querySelector("#query"); q.value = ""; q.dispatchEvent(new Event("input", {bubbles: true})); q.focus(); }`, nil))
			p.until("nothing is asked", `!document.title.includes("`+words[5]+`")`)
			p.do("note what is drawn", chromedp.Evaluate(`window.titles = []; new MutationObserver(() => titles.push(document.title)).observe(document.querySelector("title"), {childList: true, characterData: true, subtree: true}); 0`, nil))

			longest := p.longestTask("typing", func() {
				tick := time.NewTicker(time.Second / 10)
				defer tick.Stop()
				for _, letter := range query {
					p.do("type", chromedp.KeyEvent(string(letter)))
					<-tick.C
				}
				p.until("the last answer is drawn", `document.title.includes("`+query+`") && document.querySelector(".hit").textContent.toLowerCase().includes("`+query+`")`)
			})
			t.Logf("longest task while typing %d characters: %v", len(query), longest)
			if longest > longestAllowed {
				t.Errorf("typing: a task of %v, want at most %v", longest, longestAllowed)
			}
			drawn := strings.Split(p.text(`titles.join("\n")`), "\n")
			before := ""
			for _, title := range drawn {
				_, asked, _ := strings.Cut(title, "Search: ")
				asked, _, _ = strings.Cut(asked, " · ")
				if !strings.HasPrefix(asked, before) || !strings.HasPrefix(query, asked) {
					t.Errorf("%q is drawn after %q", asked, before)
				}
				before = asked
			}
			if before != query || len(drawn) < 3 {
				t.Errorf("drawn: %q, want answers up to %q", drawn, query)
			}
			p.quiet(s)
		})
	}
}

// patiently is until for what takes times as long as anything else.
func (p *tab) patiently(what string, times int, condition string) {
	p.t.Helper()
	look := `new Promise((done) => { const end = performance.now() + 20000; (function look() {
		if (` + condition + `) done(true); else if (performance.now() > end) done(false); else setTimeout(look, 100); })(); })`
	for end := time.Now().Add(time.Duration(times-1) * patience); time.Now().Before(end); {
		var ok bool
		ctx, cancel := context.WithTimeout(p.ctx, patience)
		err := chromedp.Run(ctx, chromedp.Evaluate(look, &ok, awaited))
		cancel()
		switch {
		case err != nil:
			time.Sleep(20 * time.Millisecond) // the page that looked gave way to the next
		case ok:
			return
		}
	}
	p.until(what, condition)
}

// TestNarrowing narrows what was found by one tap, takes that back by another,
// and orders it by date.
func TestNarrowing(t *testing.T) {
	eachScreen(t, func(t *testing.T, s *server, _ *browser, p *tab) {
		p.goTo(s.url("/search/#q=minsk"))
		found := `document.querySelector("#r-all").textContent`
		p.until("articles are found", `document.querySelectorAll(".hit").length > 1`)
		all := p.text(found)

		facets := `[...document.querySelectorAll("nav[aria-labelledby^=f-outlet] a")].find((a) => a.offsetParent || a.closest("details:not([open])"))`
		p.until("outlets are counted", facets)
		number := p.text(facets + `.querySelector(".figures").textContent`)
		p.do("tap an outlet", chromedp.Evaluate(facets+`.click()`, nil))
		p.until("only its articles are left: "+number, `location.hash.includes("outlet=") && document.querySelectorAll(".hit").length === `+number)
		p.click(`[aria-label="Filters in force"] a`)
		p.until("all are back", `!location.hash.includes("outlet=") && !document.querySelector('[aria-label="Filters in force"]') && `+found+` === "`+all+`"`)

		p.do("order by date", chromedp.Evaluate(`[...document.querySelectorAll("nav[aria-label=Order] a")].find((a) => a.textContent === "Newest first").click()`, nil))
		p.until("the newest come first", `location.hash.includes("order=date") && (() => {
			const days = [...document.querySelectorAll(".hit time, .hit .outlet-line")].map((e) => Date.parse(e.textContent.match(/\d+ [A-Z][a-z]+ \d{4}/)?.[0] + " UTC")).filter((d) => d);
			return days.length > 1 && days.every((d, i) => i === 0 || d <= days[i - 1]);
		})()`)

		p.goTo(s.url("/search/#q=minsk+outlet%3Atass"))
		p.until("a filter typed is a chip", `document.title.includes("outlet:tass") && document.querySelector('[aria-label="Filters in force"] a')?.textContent.includes("outlet: ")`)
		p.click(`[aria-label="Filters in force"] a`)
		p.until("it is cut from what was typed", `location.hash === "#q=minsk" && document.querySelector("#query").value === "minsk" && `+found+` === "`+all+`"`)
	})
}
