package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"parallax/internal/site"
)

// eachScreen runs a test in a window of each device, on a page of its own
// server, and ends it by asserting that the page kept quiet.
func eachScreen(t *testing.T, read func(t *testing.T, s *server, b *browser, p *tab)) {
	for _, size := range screens {
		t.Run(size.name, func(t *testing.T) {
			s := serve(t, site.Handler(bundled(t)))
			b := newBrowser(t)
			p := b.open(size)
			p.t = t
			read(t, s, b, p)
			p.quiet(s)
		})
	}
}

// press presses keys one after the other, as on a keyboard.
func (p *tab) press(keys ...string) {
	p.t.Helper()
	for _, k := range keys {
		if k == kb.Enter || k == kb.Escape || k == kb.Tab {
			p.do("press "+k, chromedp.KeyEvent(k))
			continue
		}
		// A letter comes as one event, so that a page which takes the key also
		// keeps the letter from being typed.
		p.do("press "+k, input.DispatchKeyEvent(input.KeyDown).WithKey(k).WithText(k), input.DispatchKeyEvent(input.KeyUp).WithKey(k))
	}
}

// click clicks the first element that a selector finds, once it is there.
func (p *tab) click(selector string) {
	p.t.Helper()
	p.until("there is "+selector, `document.querySelector('`+selector+`')`)
	p.do("click "+selector, chromedp.Evaluate(`document.querySelector('`+selector+`').click()`, nil))
}

// shows waits until the screen shows words, whatever the case and the spaces.
func (p *tab) shows(words string) {
	p.t.Helper()
	p.until("the screen shows "+words, `document.querySelector("main").textContent.replace(/\s+/g, " ").includes(`+"`"+words+"`"+`)`)
}

// heading waits until the one heading of the screen has words in it.
func (p *tab) heading(words string) {
	p.t.Helper()
	p.until("the heading is "+words, `document.querySelectorAll("h1").length === 1 && document.querySelector("h1").textContent.includes(`+"`"+words+"`"+`)`)
}

// focused reports what has the focus, for messages.
func (p *tab) focused(selector string) {
	p.t.Helper()
	p.until("the focus is on "+selector, `document.activeElement && document.activeElement.matches('`+selector+`')`)
}

// TestReads types, reads what was found, steps through it, follows a date to
// the timeline and opens a pair.
func TestReads(t *testing.T) {
	eachScreen(t, func(t *testing.T, s *server, _ *browser, p *tab) {
		p.goTo(s.url("/"))
		p.do("type", chromedp.SendKeys("#query", "cesefire minsk"))
		p.heading("Search")
		p.until("the misspelt word is named", `document.querySelector(".spelling") && document.querySelector(".spelling").textContent.includes("ceasefire")`)
		p.until("hits are marked", `document.querySelectorAll(".hit mark").length > 1`)

		p.click(".hit h3 a")
		p.heading("")
		p.until("an article is open with its hits marked", `document.querySelectorAll(".paragraph-row mark").length > 1`)
		p.until("the hits stand beside the scroll bar", `document.querySelectorAll(".scroll-marks rect").length > 1`)
		p.press("n", "n")
		p.focused("#step-2")
		p.press("p")
		p.focused("#step-1")

		words := p.text(`document.querySelector(".paragraph-row a.date-mark").textContent`)
		p.click(".paragraph-row a.date-mark")
		p.heading("Timeline")
		p.until("the event is open with the date marked: "+words,
			`document.querySelector("details.event[open]") && document.querySelector("details.event[open]").textContent.includes(`+"`"+words+"`"+`)`)

		p.goTo(s.url("/"))
		p.until("a pair with one background is offered", `(window.pair = [...document.querySelectorAll(".pair-card")].find((c) => c.textContent.includes("Same background")))`)
		p.do("open the pair", chromedp.Evaluate("window.pair.click()", nil))
		p.heading(" beside ")
		p.until("two texts are joined", `document.querySelector(".passage-joined, .merged-both")`)
		p.until("words of one side only are marked", `document.querySelector("main del.word-a") && document.querySelector("main ins.word-b")`)
	})
}

// TestKeys reads a pair in each layer with the keyboard alone.
func TestKeys(t *testing.T) {
	eachScreen(t, func(t *testing.T, s *server, _ *browser, p *tab) {
		p.goTo(s.url("/"))
		// Down to the pair that shares a background: it has several differences.
		for step := 0; step < 4; step++ {
			p.press("j")
			p.focused("a.item")
			if strings.Contains(p.text("document.activeElement.textContent"), "Same background") {
				break
			}
		}
		p.focused("a.pair-card")
		p.press(kb.Enter)
		p.heading(" beside ")
		p.focused("h1")
		p.press("n")
		p.focused("#step-1")
		p.press("n")
		p.focused("#step-2")
		p.press("p")
		p.focused("#step-1")
		p.press("2")
		p.until("the events are compared", `document.querySelector(".pair-table caption") && document.querySelector(".pair-table caption").textContent.startsWith("Event")`)
		p.press("3")
		p.until("the statements are compared", `document.querySelector(".pair-table caption").textContent.startsWith("Person")`)
		p.press("1")
		p.until("the wording is compared", `document.querySelector("section[aria-label=Wording]")`)

		p.press("t")
		p.heading("Timeline")
		p.press("x")
		p.until("everybody sees that there is nothing to mark", `[...document.querySelectorAll(".toast")].some((e) => e.textContent.includes("No article here") && e.checkVisibility() && e.getBoundingClientRect().height > 24)`)
		p.press("?")
		p.heading("Help")
		p.press("/")
		p.focused("#query")
		p.press("t")
		p.until("a letter in the search box is typed", `document.querySelector("#query").value === "t"`)
		p.heading("Search")
		p.press(kb.Escape)
		p.focused("h1")

		p.press("g")
		p.focused("#jump-input")
		p.do("type", chromedp.SendKeys("#jump-input", "pashinyan"))
		p.until("a person is offered", `[...document.querySelectorAll(".jump-list li")].some((e) => e.textContent.includes("Nikol Pashinyan"))`)
		p.press(kb.Enter)
		p.heading("Who said what")

		p.goTo(s.url("/settings/"))
		p.click(`[aria-label="Keys"] button:last-child`)
		p.until("keys are off", `document.querySelector('[aria-label="Keys"] button:last-child').getAttribute("aria-pressed") === "true"`)
		p.do("leave the button", chromedp.Evaluate(`document.activeElement.blur()`, nil))
		p.press("t")
		p.until("the key does nothing", `document.querySelector("h1").textContent === "Settings"`)
	})
}

// TestFocusInSight comes back to the middle of the start screen, where no link
// leads to what was left: the focus is where the reader looks.
func TestFocusInSight(t *testing.T) {
	const inSight = `(() => {
		const e = document.activeElement, box = e.getBoundingClientRect();
		return e.closest("main") && box.bottom > 0 && box.top < innerHeight && e.tagName;
	})()`
	eachScreen(t, func(t *testing.T, s *server, _ *browser, p *tab) {
		p.goTo(s.url("/"))
		p.do("scroll down", chromedp.Evaluate(`scrollTo(0, 485)`, nil))
		p.press("?")
		p.heading("Help")
		p.press(kb.Escape)
		p.until("the start screen is back as it was left", `document.querySelector(".home-hero") && scrollY === 485`)
		p.until("the focus is in the window", inSight)
		p.press("/")
		p.focused("#query")
		p.press(kb.Escape)
		p.until("and so it is after the search box", inSight)
	})
}

// TestKeysWhileBuilding holds that a key which means something is kept from
// the browser at once, even while a screen is built in pieces.
func TestKeysWhileBuilding(t *testing.T) {
	eachScreen(t, func(t *testing.T, s *server, _ *browser, p *tab) {
		p.goTo(s.url("/"))
		const pressing = `new Promise((done) => {
			document.querySelector(".main-nav a[href$='timeline/']").click();
			let left = 0;
			const press = () => {
				const key = new KeyboardEvent("keydown", { key: "/", bubbles: true, cancelable: true });
				if (document.body.dispatchEvent(key)) left++;
				if (document.querySelector("h1").textContent === "Timeline") done(left);
				else setTimeout(press);
			};
			press();
		})`
		left := 0
		p.do("press a key again and again", chromedp.Evaluate(pressing, &left, func(e *runtime.EvaluateParams) *runtime.EvaluateParams { return e.WithAwaitPromise(true) }))
		if left > 0 {
			t.Errorf("%d keys were left to the browser", left)
		}
	})
}

// TestSteps goes back and forth through choices, each a step of its own, and
// opens the copied address of one elsewhere.
func TestSteps(t *testing.T) {
	eachScreen(t, func(t *testing.T, s *server, b *browser, p *tab) {
		layer := func(word string) {
			t.Helper()
			p.until("the layer is "+word, `document.querySelector('nav[aria-label=Layers] [aria-current]') && document.querySelector('nav[aria-label=Layers] [aria-current]').textContent === "`+word+`"`)
		}
		p.goTo(s.url("/"))
		p.click(".pair-card")
		layer("Wording")
		p.press("2")
		layer("Events")
		p.press("3")
		layer("Quotes")
		address := p.text("location.href")
		title := p.text("document.title")

		p.do("back", chromedp.NavigateBack())
		layer("Events")
		p.do("back", chromedp.NavigateBack())
		layer("Wording")
		p.do("forward", chromedp.NavigateForward())
		layer("Events")
		p.do("back", chromedp.NavigateBack())
		p.do("back", chromedp.NavigateBack())
		p.until("the start screen is back", `document.querySelector(".home-hero")`)

		other := b.open(screens[0])
		other.t = t
		other.goTo(address)
		other.until("the copied link opens "+title, fmt.Sprintf("document.title === %q", title))
		other.until("the copied link opens the same layer", `document.querySelector('nav[aria-label=Layers] [aria-current]').textContent === "Quotes"`)
		other.quiet(s)

		// The address of a chosen cell, and of an article that is not here.
		p.goTo(s.url("/reports/"))
		p.click(".cell-undated")
		p.until("the cell is open", `document.querySelector("#chosen .verbatim")`)
		p.do("back", chromedp.NavigateBack())
		p.until("the cell is closed", `!document.querySelector("#chosen")`)
		p.goTo(s.url("/a/#id=nothing"))
		p.heading("Not in this collection")
	})
}

// TestMenus opens what opens over the page, and shuts it by the key, beside it
// and by going on; the focus is never lost.
func TestMenus(t *testing.T) {
	const open = `document.querySelectorAll("details.menu[open], details.side-choice[open]").length`
	eachScreen(t, func(t *testing.T, s *server, _ *browser, p *tab) {
		p.goTo(s.url("/"))
		p.click(".pair-card")
		p.click(".side-card-a > summary")
		p.click(".menu > summary")
		p.until("only the last one stands open", open+` === 1 && document.querySelector(".menu[open]")`)
		p.until("the whole of it is to be seen", `(() => {
			const list = document.querySelector(".menu-list"), box = list.getBoundingClientRect();
			return list.contains(document.elementFromPoint(box.left + 20, box.bottom - 20)) && list.contains(document.elementFromPoint(box.left + 20, box.top + 20));
		})()`)
		p.do("stand in it", chromedp.Evaluate(`document.querySelector(".menu-list button").focus()`, nil))
		p.press(kb.Escape)
		p.until("the key shuts it", open+` === 0`)
		p.focused(".menu > summary")

		p.click(".menu > summary")
		p.click(".summary-line")
		p.until("a tap beside it shuts it", open+` === 0`)

		before := p.text("location.hash")
		p.click(".side-card-a .side-list li:last-child a")
		p.until("another pair stands", `location.hash !== "`+before+`" && document.activeElement.matches("h1")`)
		p.do("back", chromedp.NavigateBack())
		p.until("the first pair is back, and the focus somewhere in it", `location.hash === "`+before+`" && !document.querySelector(".waiting") && document.querySelector("main").contains(document.activeElement)`)
	})
}

// TestPlace compares at a paragraph, saves the comparison as a file, and marks
// two articles.
func TestPlace(t *testing.T) {
	eachScreen(t, func(t *testing.T, s *server, _ *browser, p *tab) {
		p.goTo(s.url("/compare/"))
		p.click(".article-list a")
		p.shows("Beside which article?")

		p.goTo(s.url(views(t)["article-2"]))
		place := p.text(`(() => {
			const row = [...document.querySelectorAll(".paragraph-row")].find((r) => r.querySelector(".also-link[href*=compare]"));
			const link = row.querySelector(".also-link[href*=compare]");
			const words = row.querySelector(":scope > p").textContent.slice(0, 40);
			link.click();
			return words;
		})()`)
		p.heading(" beside ")
		p.until("the place has the focus", `document.activeElement.textContent.includes(`+"`"+place+"`"+`.slice(0, 20))`)

		// The files, caught on their way to the folder of downloads.
		p.do("catch what is saved", chromedp.Evaluate(`(() => {
			window.saved = [];
			const address = URL.createObjectURL;
			URL.createObjectURL = (file) => { file.text().then((words) => saved.push(words)); return address(file); };
			HTMLAnchorElement.prototype.click = () => {};
		})()`, nil))
		p.click(".menu summary")
		p.click(".menu-list li:nth-child(1) button")
		p.until("a page is saved", `saved.length === 1 && saved[0].startsWith("<!DOCTYPE html>") && saved[0].includes("TASS") && !saved[0].includes("<script")`)
		p.until("the menu is shut", `!document.querySelector(".menu[open]")`)
		p.click(".menu summary")
		p.click(".menu-list li:nth-child(2) button")
		p.until("Markdown is saved", `saved.length === 2 && saved[1].startsWith("# TASS")`)

		// Mark one article on the start screen and compare it with the next.
		p.goTo(s.url("/compare/"))
		p.settled()
		p.do("stand on an article", chromedp.Evaluate(`document.querySelector("[data-article]").focus()`, nil))
		p.press("x")
		p.until("it is named", `document.querySelector(".marked-bar")`)
		p.do("stand on another", chromedp.Evaluate(`document.querySelectorAll("[data-article]")[1].focus()`, nil))
		p.press("c")
		p.heading("TASS 1 Oct 2020 beside unidentified site 20 Oct 2020")
	})
}

// TestReadingTasks asks the screens what a newcomer wants to know of the
// collection, traps included.
func TestReadingTasks(t *testing.T) {
	eachScreen(t, func(t *testing.T, s *server, _ *browser, p *tab) {
		// Does the article of 26 October mention the truce of 10 October? It
		// alludes to it and names no day.
		p.goTo(s.url("/reports/"))
		p.until("there is a row for the truce", `document.querySelector(".matrix tbody tr")`)
		cell := p.text(`(() => {
			const column = [...document.querySelectorAll(".matrix thead th")].findIndex((h) => /26 Oct/.test(h.textContent));
			const row = [...document.querySelectorAll(".matrix tbody tr")].find((r) => /10 October 2020/.test(r.textContent) && /ceasefire/.test(r.textContent));
			const cell = row.children[column].querySelector("a");
			cell.click();
			return cell.textContent;
		})()`)
		if !strings.Contains(cell, "undated") {
			t.Errorf("the truce of 10 October in the article of 26 October: %q, want undated", cell)
		}
		p.shows("previously reached ceasefire agreements")

		// Who proposed Russian peacekeepers, to whom, and who reports it?
		p.goTo(s.url("/quotes/#who=Nikol+Pashinyan"))
		p.until("Pashinyan, to the Daily Telegraph, by TASS", `[...document.querySelectorAll(".quote-card")].some((c) =>
			/peacekeepers/.test(c.textContent) && /Daily Telegraph/.test(c.textContent) && /TASS 30 Oct 2020/.test(c.textContent))`)

		// Did Peskov comment on a meeting of the leaders on 20 October?
		p.goTo(s.url("/quotes/#who=Dmitry+Peskov"))
		p.until("he did not comment", `[...document.querySelectorAll(".quote-card")].some((c) =>
			/did not comment/.test(c.querySelector(".tag").textContent) && /unidentified site 20 Oct 2020/.test(c.textContent))`)

		// What changed in the sentence on 1992–94 by 2023?
		p.goTo(s.url("/passage/"))
		p.until("there is a paragraph", `document.querySelector(".drift")`)
		p.do("choose the paragraph", chromedp.Evaluate(`(() => {
			const other = [...document.querySelectorAll("a.chip")].find((c) => /The conflict over/.test(c.textContent));
			if (other) other.click();
		})()`, nil))
		p.until("action became combat", `[...document.querySelectorAll(".drift-changed")].some((c) =>
			/19 Sep 2023/.test(c.textContent) && /combat/.test(c.querySelector("ins").textContent) && /action/.test(c.querySelector("del").textContent))`)

		// Which truce started at 23:00 Moscow time, and on which day?
		p.goTo(s.url("/timeline/"))
		p.until("23:00 Moscow time is a clock of 18 October", `[...document.querySelectorAll(".event > summary")].some((e) =>
			/18 October 2020/.test(e.textContent) && /23:00 Moscow time on October 17/.test(e.textContent))`)
	})
}
