package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"parallax/data"
	"parallax/internal/dossier"
	"parallax/internal/engine"
	"parallax/internal/route"
	"parallax/internal/site"
)

// pilot drives one page of one browser. Nothing in it waits for the reader:
// that is done by visit, alike for all.
type pilot interface {
	navigate(address string) error
	evaluate(expression string) (string, error) // a JavaScript expression, as String makes a string of it
	click(selector string) error                // in the middle of the first element
	enter(words string) error                   // as keystrokes, where the focus is
	console() []string                          // what the pages said so far
	requests() []string                         // the addresses asked for, where the browser tells them
}

// TestMainPaths reads, searches, compares and looks at the timeline, first with
// the server there and then without it, in every browser.
func TestMainPaths(t *testing.T) {
	for _, browser := range []struct {
		name string
		open func(testing.TB, screen) pilot
	}{
		{"Chromium", newChromium},
		{"Firefox", newFirefox},
		{"WebKit", newWebKit},
	} {
		for _, size := range screens {
			t.Run(browser.name+"/"+size.name, func(t *testing.T) {
				t.Parallel()
				s := serve(t, site.Handler(bundled(t)))
				v := &visit{t: t, pilot: browser.open(t, size), site: s, knows: karabakh(t)}
				v.mainPaths()
				v.quiet()
			})
		}
	}
}

// karabakh answers natively what the reader answers in the browser.
func karabakh(t testing.TB) *engine.Engine {
	t.Helper()
	pack, err := data.Pack()
	if err != nil {
		t.Fatal(err)
	}
	d, err := dossier.New(pack)
	if err != nil {
		t.Fatal(err)
	}
	return engine.New(d)
}

// visit is somebody reading.
type visit struct {
	pilot
	t     testing.TB
	site  *server
	knows *engine.Engine
}

func (v *visit) mainPaths() {
	v.t.Helper()
	home := v.knows.Home()
	first, last := home.Articles[0], home.Articles[len(home.Articles)-1]

	v.open(route.State{})
	v.heading(home.Title)
	v.count(".article-list [data-article]", len(home.Articles))

	v.tap(`.article-list [data-article="` + first.ID + `"]`)
	v.reads(first)

	v.search("Minsk Group")
	v.tap(".hit h3 a")
	v.until("the words found are marked", `location.pathname.startsWith("/a/") && document.querySelectorAll("main mark").length > 1`)

	v.goTo(route.Compare)
	v.heading("Compare")
	v.tap(".pair-card")
	v.compares(home.Pairs[0].A.ID, home.Pairs[0].B.ID)

	v.goTo(route.Timeline)
	v.timeline()
	v.tap("details.event > summary")
	v.until("the sentences are shown", `document.querySelector("details.event .evidence li p")?.offsetHeight > 0`)

	v.until("the reader is saved", `document.documentElement.dataset.saved === "saved"`)
	v.site.stop()

	v.open(route.State{Screen: route.Article, Article: last.ID, Slug: last.Slug})
	v.reads(last)
	v.search("peskow cesefire")
	v.goTo(route.Timeline)
	v.timeline()
	v.goTo(route.Home)
	v.heading(home.Title)
	v.open(route.State{Screen: route.Compare, A: last.ID, B: first.ID})
	v.compares(last.ID, first.ID)
	v.openPath("/timeline?from=elsewhere")
	v.timeline()
	v.openPath("/no/such/page")
	v.until("the reader says that there is nothing", `document.querySelector("h1").textContent.startsWith("No")`)
}

// open opens the address of s, as if it were typed.
func (v *visit) open(s route.State) {
	v.t.Helper()
	path, fragment := s.Address()
	if fragment != "" {
		path += "#" + fragment
	}
	v.openPath(path)
}

// openPath opens an address and waits until the program's screen stands in
// place of the static page.
func (v *visit) openPath(path string) {
	v.t.Helper()
	if err := v.navigate(v.site.url(path)); err != nil {
		v.t.Fatalf("open %s: %v\n%s", path, err, v.state())
	}
	v.until("the reader starts at "+path, `document.documentElement.dataset.reader === "ready" && document.readyState === "complete"`)
}

// goTo chooses a screen in the bar.
func (v *visit) goTo(s route.Screen) {
	v.t.Helper()
	path, _ := route.State{Screen: s}.Address()
	v.tap(`nav[aria-label="Screens"] a[href="` + path + `"]`)
}

// heading waits for the screen with a heading.
func (v *visit) heading(words string) {
	v.t.Helper()
	v.until("the heading is "+words, `document.querySelector("h1").textContent === `+js(words))
}

// count waits until so many elements are there.
func (v *visit) count(selector string, n int) {
	v.t.Helper()
	v.until(fmt.Sprintf("%d × %s", n, selector), `document.querySelectorAll(`+js(selector)+`).length === `+strconv.Itoa(n))
}

// reads waits for an article with all its paragraphs, word for word.
func (v *visit) reads(ref engine.ArticleRef) {
	v.t.Helper()
	v.heading(ref.Title)
	article, _ := v.knows.Article(ref.ID, "")
	for _, p := range article.Paragraphs {
		if p.Kind != "body" {
			continue
		}
		var words strings.Builder
		for _, r := range p.Runs {
			words.WriteString(r.Text)
		}
		v.until(fmt.Sprintf("paragraph %d can be read", p.N), `document.querySelector("article").textContent.includes(`+js(words.String())+`)`)
	}
}

// search types words into the box and waits until as much is found as the
// engine finds natively.
func (v *visit) search(words string) {
	v.t.Helper()
	v.tap("#query")
	if err := v.enter(words); err != nil {
		v.t.Fatalf("type %q: %v\n%s", words, err, v.state())
	}
	_, fragment := route.State{Screen: route.Search, Query: words}.Address()
	v.until("the address has the words", `location.pathname === "/search/" && location.hash === `+js("#"+fragment))
	found := v.knows.Search(engine.Query{Text: words}, 0)
	if len(found.All) == 0 {
		v.t.Fatalf("nothing has all words of %q", words)
	}
	v.count(".hit", len(found.All))
	v.until("the best stands first", `document.querySelector(".hit [data-article]").dataset.article === `+js(found.All[0].Article.ID))
}

// compares waits for two articles side by side.
func (v *visit) compares(a, b string) {
	v.t.Helper()
	c, ok := v.knows.Compare(a, b)
	if !ok {
		v.t.Fatalf("no articles %s and %s", a, b)
	}
	v.until("the summary of both", `Array.from(document.querySelectorAll(".summary-line"), (p) => p.textContent).join("|") === `+
		js(strings.Join(c.Summary, "|")))
}

// timeline waits for the timeline with its events.
func (v *visit) timeline() {
	v.t.Helper()
	v.heading("Timeline")
	v.until("the events stand", `document.querySelectorAll("details.event").length >= `+strconv.Itoa(v.knows.Timeline(engine.Query{}, "").Shown))
}

// tap waits for an element, brings it to the middle of the window, where no
// bar covers it, and clicks it.
func (v *visit) tap(selector string) {
	v.t.Helper()
	v.until(selector+" can be seen", `document.querySelector(`+js(selector)+`)?.checkVisibility()`)
	if _, err := v.evaluate(`document.querySelector(` + js(selector) + `).scrollIntoView({block: "center", behavior: "instant"})`); err != nil {
		v.t.Fatalf("scroll to %s: %v\n%s", selector, err, v.state())
	}
	if err := v.click(selector); err != nil {
		v.t.Fatalf("click %s: %v\n%s", selector, err, v.state())
	}
}

// until waits for a condition, a JavaScript expression, to hold. While a page
// gives way to another there is nobody to answer, so errors are only the last
// word if they stay.
func (v *visit) until(what, condition string) {
	v.t.Helper()
	for begun := time.Now(); ; time.Sleep(20 * time.Millisecond) {
		answer, err := v.evaluate("Boolean(" + condition + ")")
		if err == nil && answer == "true" {
			return
		}
		if time.Since(begun) > patience {
			v.t.Fatalf("waited in vain until %s (%v)\n%s", what, err, v.state())
		}
	}
}

// state describes the page for the message of a test that fails.
func (v *visit) state() string {
	words, err := v.evaluate(`location.href + "\n" + document.activeElement.outerHTML.slice(0, 300) + " " + document.activeElement.value + "\n" + JSON.stringify(document.documentElement.dataset) + "\n" + document.body.innerText.slice(0, 1500)`)
	if err != nil {
		words = err.Error()
	}
	return words + "\nconsole: " + strings.Join(v.console(), "\n")
}

// quiet fails the test if a page said anything on the console, or asked
// anybody but the server for anything. The console is heard to the end: up to
// words that are said for this.
func (v *visit) quiet() {
	v.t.Helper()
	const end = "This is the end of the visit."
	if _, err := v.evaluate(`console.log(` + js(end) + `)`); err != nil {
		v.t.Fatal(err)
	}
	heard := func() bool {
		return slices.ContainsFunc(v.console(), func(words string) bool { return strings.Contains(words, end) })
	}
	for begun := time.Now(); !heard(); time.Sleep(20 * time.Millisecond) {
		if time.Since(begun) > patience {
			v.t.Fatal("the console is not heard")
		}
		// Some browsers pass on what was said only together with an answer.
		if _, err := v.evaluate("0"); err != nil {
			v.t.Fatal(err)
		}
	}
	for _, words := range v.console() {
		if !strings.Contains(words, end) {
			v.t.Errorf("the console says: %s", words)
		}
	}
	for _, address := range v.requests() {
		u, err := url.Parse(address)
		if err != nil || (u.Host != v.site.addr && u.Scheme != "blob" && u.Scheme != "data" && u.Scheme != "about") {
			v.t.Errorf("a request left for %s", address)
		}
	}
}

// js writes a string as JavaScript.
func js(s string) string {
	b, err := json.Marshal(s)
	if err != nil {
		panic(err) // strings can always be written
	}
	return string(b)
}

// chromium as a pilot is one tab.
type chromiumPilot struct{ *tab }

func newChromium(t testing.TB, s screen) pilot {
	t.Helper()
	p := newBrowser(t).open(s)
	p.expectOffline()
	return chromiumPilot{p}
}

func (p chromiumPilot) navigate(address string) error { return p.run(chromedp.Navigate(address)) }

func (p chromiumPilot) evaluate(expression string) (string, error) {
	var s string
	err := p.run(chromedp.Evaluate("String("+expression+")", &s))
	return s, err
}

func (p chromiumPilot) click(selector string) error {
	return p.run(chromedp.Click(selector, chromedp.ByQuery))
}

func (p chromiumPilot) enter(words string) error { return p.run(chromedp.KeyEvent(words)) }

func (p chromiumPilot) run(action chromedp.Action) error {
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	return chromedp.Run(ctx, action)
}

func (p chromiumPilot) console() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.tab.console)
}

func (p chromiumPilot) requests() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.tab.requests)
}
