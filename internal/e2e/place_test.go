package e2e

import (
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"parallax/internal/site"
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

// TestStaysAtWhatIsRead reads on in the static page while the program loads:
// the first screen has the same words at the same place of the window.
func TestStaysAtWhatIsRead(t *testing.T) {
	reader := bundled(t)
	article := strings.TrimSuffix(path(t, reader, "a/russia-us-", "index.html"), "index.html")
	for _, address := range []string{"/", "/timeline/", article, article + "#p=8"} {
		t.Run(address, func(t *testing.T) {
			arrives := make(chan struct{})
			next := site.Handler(reader)
			s := serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if strings.HasSuffix(r.URL.Path, ".wasm") {
					<-arrives
				}
				next.ServeHTTP(w, r)
			}))
			p := newBrowser(t).open(screens[0])
			p.do("visit", chromedp.Navigate(s.url(address)))
			p.until("the text is there", `document.querySelector("h1")`)
			p.do("read on", input.DispatchMouseEvent(input.MouseWheel, 100, 400).WithDeltaX(0).WithDeltaY(500))
			p.until("it scrolls", `scrollY > 300`)
			p.evaluate(`new Promise((rested) => {
				let at, since;
				const look = () => {
					if (scrollY !== at) [at, since] = [scrollY, performance.now()];
					if (performance.now() - since < 300) requestAnimationFrame(look);
					else rested(at);
				};
				look();
			})`)
			p.evaluate(`(() => {
				window.wordsOf = (e) => e.textContent.replace(/\s+/g, "").slice(0, 30);
				window.blocks = () => [...document.querySelectorAll("main :is(p, h3, summary), main a:not(p a, li a)")];
				const away = (e) => Math.abs(e.getBoundingClientRect().top - innerHeight / 4);
				const read = blocks().filter((e) => wordsOf(e) && e.checkVisibility()).sort((a, b) => away(a) - away(b))[0];
				window.words = wordsOf(read);
				return window.stood = read.getBoundingClientRect().top;
			})()`)
			words := p.text(`words`)
			close(arrives)
			p.ready()
			p.until("what was read stands where it stood: "+words,
				`blocks().some((e) => wordsOf(e) === words && Math.abs(e.getBoundingClientRect().top - stood) < 20)`)
			p.quiet(s)
		})
	}
}
