package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"

	"parallax/internal/dossier"
	"parallax/internal/site"
)

// Words without end, such as addresses, break; no screen gets wider than its
// window.
func TestLongWords(t *testing.T) {
	long := strings.Repeat("Donaudampfschiff", 12)
	pack := dossier.Pack{
		Title: long, Description: long, Limits: long, Language: "en",
		Outlets: []dossier.Outlet{{ID: "x", Name: long, Kind: long}, {ID: "y", Name: "Wire"}},
		Articles: []dossier.Meta{
			{ID: "aa", File: "a.txt", Outlet: "x", Title: long, Author: long, Published: "2020-10-01", Text: long + " erupted on 27 September 2020. “" + long + "”, Anna " + long + " said. See https://example.org/" + long + "."},
			{ID: "bb", File: "b.txt", Outlet: "y", Title: "News", Published: "2020-10-02", Text: long + " erupted on 27 September 2020. Nothing else is known of " + long + "."},
		},
	}
	for _, id := range []string{"cc", "dd", "ee", "ff", "gg", "hh"} { // more columns than a phone has room for
		pack.Articles = append(pack.Articles, dossier.Meta{ID: id, File: id + ".txt", Outlet: "y", Title: "News " + id, Published: "2020-10-03", Text: "Clashes erupted on 27 September 2020, " + id + " said."})
	}
	program, _ := parts(t)
	made, err := site.Build(pack, program, site.Options{Base: "/", Static: true})
	must(t, err)
	s := serve(t, site.Handler(made))
	b := newBrowser(t)
	for _, size := range append([]screen{{"narrow", 320, 640, true}}, screens...) {
		p := b.open(size)
		for _, at := range []string{
			"/", "/a/#id=aa", "/a/#id=aa&q=" + long, "/a/#id=bb", "/timeline/", "/timeline/#clock=published", "/quotes/", "/reports/", "/passage/",
			"/search/#q=" + long, "/compare/", "/compare/#a=aa", "/compare/#a=aa&b=bb", "/compare/#a=aa&b=bb&layer=events", "/compare/#a=aa&b=bb&layer=quotes",
			"/settings/", "/help/",
		} {
			p.goTo(s.url(at))
			if found := p.text(tooWide); found != "" {
				t.Errorf("%s at %s: %s", size.name, strings.ReplaceAll(at, long, "…"), found)
			}
		}
		p.quiet(s)
	}
}

// tooWide says by how much the page is wider than the window, and through what.
const tooWide = `(() => {
	const room = document.documentElement.clientWidth, wide = document.documentElement.scrollWidth;
	if (wide <= room) return "";
	const through = [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > room + 1 && !e.closest("svg, .visually-hidden, .main-nav"));
	return wide + " of " + room + ": " + through.slice(0, 3).map((e) => e.outerHTML.slice(0, 90)).join(" | ");
})()`

// TestLargeLetters sets letters twice as large as usual in the browser's own
// settings: no screen gets wider than a phone.
func TestLargeLetters(t *testing.T) {
	s := serve(t, site.Handler(bundled(t)))
	p := newBrowser(t).open(screens[0])
	p.do("set the letters", page.SetFontSizes(&page.FontSizes{Standard: 32}))
	for name, address := range views(t) {
		p.goTo(s.url(address))
		if found := p.text(tooWide); found != "" {
			t.Errorf("%s: %s", name, found)
		}
	}
	p.quiet(s)
}
