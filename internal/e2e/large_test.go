package e2e

import (
	"fmt"
	"testing"
	"time"

	"parallax/internal/site"
)

// large serves a collection of n articles.
func large(t testing.TB, n int) *server {
	program, _ := parts(t)
	s, err := site.Build(many(t, n), program, site.Options{Base: "/", Quality: 0})
	must(t, err)
	return serve(t, site.Handler(s))
}

// Where an article or a pair of a large collection is opened, and what shows
// its own words and all that was found.
const (
	firstArticle = `main a[href*="/a/"]`
	firstPair    = `main a[href*="/compare/#"]`
	ownWords     = `document.querySelectorAll(".article-layout .paragraph-row").length >= 6`
	wholeArticle = `!document.querySelector(".article-head .notice") && document.querySelector(".article-layout .also-in")`
	rows         = `document.querySelectorAll("ins, del").length > 0 && document.querySelector(".sides")`
	wholePair    = rows + ` && document.querySelector("#h-pairs")`
)

// An article and a pair of a large collection are there before the collection
// is read, and stay where they are when it is.
func TestLargeCollection(t *testing.T) {
	s := large(t, 60)
	p := newBrowser(t).open(screens[0])
	p.t = t
	for _, tt := range []struct{ name, link, words, whole string }{
		{"article", firstArticle, ownWords, wholeArticle},
		{"pair", firstPair, rows, wholePair},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p.t = t
			p.goTo(s.url("/"))
			p.ready()
			p.click(tt.link)
			p.until("its own words are there", tt.words)
			p.evaluate(`document.querySelector("h1").dataset.before = "yes"`)
			p.evaluate(`scrollTo(0, 300)`)
			p.until("all that was found is there", tt.whole)
			p.until("the heading was not drawn anew", `document.querySelector("h1").dataset.before === "yes"`)
			p.until("the place was kept", `scrollY > 100`)
		})
	}
	p.quiet(s)
}

// BenchmarkLargeCollection takes, with 300 articles, the time from a click to an article's or a
// pair's own words, and to all that was found: at once, and after ten seconds
// on the start screen.
func BenchmarkLargeCollection(b *testing.B) {
	s := large(b, 300)
	in := newBrowser(b)
	for b.Loop() {
		for _, opened := range []struct{ name, link, words, whole string }{
			{"article", firstArticle, ownWords, wholeArticle},
			{"pair", firstPair, rows, wholePair},
		} {
			for _, wait := range []time.Duration{0, 10 * time.Second} {
				p := in.open(screens[0])
				p.goTo(s.url("/"))
				p.ready()
				time.Sleep(wait)
				words := p.milliseconds(fmt.Sprintf(`(async () => {
					window.clicked = performance.now();
					document.querySelector(%q).click();
					while (!(%s)) await new Promise((done) => setTimeout(done, 4));
					return performance.now() - window.clicked;
				})()`, opened.link, opened.words))
				whole := p.milliseconds(fmt.Sprintf(`(async () => {
					while (!(%s)) await new Promise((done) => setTimeout(done, 4));
					return performance.now() - window.clicked;
				})()`, opened.whole))
				b.Logf("%s, after %v: its words %s, all %.0f ms", opened.name, wait, verdict("after", words, 100), whole)
				p.closeTab()
			}
		}
	}
}
