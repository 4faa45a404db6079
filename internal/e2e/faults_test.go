package e2e

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/storage"
	"github.com/chromedp/chromedp"
)

type misbehaviour = func(http.ResponseWriter, *http.Request, http.Handler)

// whole returns what next answers.
func whole(r *http.Request, next http.Handler) *httptest.ResponseRecorder {
	rec := httptest.NewRecorder()
	next.ServeHTTP(rec, r)
	return rec
}

// at misbehaves at one path from the nth request for it on, until the times
// are over; nothing is kept by the browser, so that each fetch reaches the host.
func at(path string, from, times int, fault misbehaviour) misbehaviour {
	asked := 0
	return func(w http.ResponseWriter, r *http.Request, next http.Handler) {
		hit := false
		if r.URL.Path == path {
			asked++
			hit = asked >= from && asked < from+times
		}
		if hit {
			fault(w, r, next)
			return
		}
		answer := whole(r, next)
		for name, values := range answer.Header() {
			w.Header()[name] = values
		}
		w.Header().Set("Cache-Control", "no-store")
		w.WriteHeader(answer.Code)
		_, _ = w.Write(answer.Body.Bytes())
	}
}

const always = 1 << 30

// cut breaks the connection after n bytes of the body.
func cut(n int) misbehaviour {
	return func(w http.ResponseWriter, r *http.Request, next http.Handler) {
		answer := whole(r, next)
		for name, values := range answer.Header() {
			w.Header()[name] = values
		}
		w.Header().Set("Content-Length", fmt.Sprint(answer.Body.Len()))
		w.WriteHeader(answer.Code)
		_, _ = w.Write(answer.Body.Bytes()[:min(n, answer.Body.Len())])
		panic(http.ErrAbortHandler)
	}
}

// short answers as if the first half were all.
func short(w http.ResponseWriter, r *http.Request, next http.Handler) {
	r.Header.Del("Accept-Encoding")
	answer := whole(r, next)
	w.Header().Set("Content-Type", answer.Header().Get("Content-Type"))
	_, _ = w.Write(answer.Body.Bytes()[:answer.Body.Len()/2])
}

// status answers with a status and a page that says so.
func status(code int) misbehaviour {
	return func(w http.ResponseWriter, _ *http.Request, _ http.Handler) {
		w.Header().Set("Content-Type", "text/html")
		w.WriteHeader(code)
		_, _ = w.Write([]byte("<!doctype html><h1>The host is being mended</h1>"))
	}
}

// What a host can do wrong while files are saved.
var misbehaviours = []struct {
	name  string
	fault misbehaviour
}{
	{"404", status(404)},
	{"500", status(500)},
	{"a page in its place", status(200)},
	{"half of it", short},
	{"cut", cut(1000)},
}

// closeTab closes p and leaves its browser open.
func (p *tab) closeTab() {
	p.t.Helper()
	p.do("close the tab", page.Close())
}

// A first install that is cut goes on by itself, or says that nothing is saved
// and goes on at the next visit. Only then the server may go away.
func TestFirstInstallCut(t *testing.T) {
	first, _ := editions(t)
	article := path(t, first, "a/russia-us-", "index.html")
	article = strings.TrimSuffix(article, "index.html")
	wasm := path(t, first, "assets/app-", ".wasm")
	for _, tt := range []struct {
		name        string
		path        string
		from, times int
		cut         int
		fails       bool
	}{
		{"at the first byte, once", article + "index.html", 1, 1, 0, false},
		{"in the head, twice", "/timeline/index.html", 1, 2, 100, false},
		{"within the program, twice", wasm, 2, 2, 200_000, false},
		{"at the first byte, always", article + "index.html", 1, always, 0, true},
		{"in the program, always", wasm, 2, always, 700_000, true},
		{"near the end, always", "/timeline/index.html", 1, always, 2000, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			h, s, _, _ := hosted(t)
			b := newBrowser(t)
			h.misbehave(at(tt.path, tt.from, tt.times, cut(tt.cut)))
			p := b.open(screens[0])
			p.expectOffline()
			p.goTo(s.url("/"))
			if tt.fails {
				p.until("it says that nothing is saved", `document.documentElement.dataset.saved === "failed"`)
				h.misbehave(nil)
				p.goTo(s.url("/"))
			}
			p.saved()
			p.closeTab()
			s.stop()
			p = b.open(screens[0])
			p.expectOffline()
			p.goTo(s.url("/"))
			p.titled("First edition")
			p.goTo(s.url(article))
			p.headed("Russia, US seek")
			p.quiet(s)
		})
	}
}

// Whatever the host answers while a version is saved for the first time, it
// counts as saved only when it is whole.
func TestFirstInstallWithFaults(t *testing.T) {
	first, _ := editions(t)
	wasm := path(t, first, "assets/app-", ".wasm")
	for _, tt := range misbehaviours {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			h, s, _, _ := hosted(t)
			b := newBrowser(t)
			h.misbehave(at(wasm, 2, always, tt.fault))
			p := b.open(screens[0])
			p.expectOffline()
			p.goTo(s.url("/"))
			p.until("it says that nothing is saved", `document.documentElement.dataset.saved === "failed"`)
			h.misbehave(nil)
			p.goTo(s.url("/"))
			p.saved()
			p.closeTab()
			s.stop()
			p = b.open(screens[0])
			p.expectOffline()
			p.goTo(s.url("/timeline/"))
			p.headed("Timeline")
			p.quiet(s)
		})
	}
}

// An update that goes wrong leaves the old version whole; when the host is
// mended the new one comes, whole.
func TestUpdateWithFaults(t *testing.T) {
	_, second := editions(t)
	wasm := path(t, second, "assets/app-", ".wasm")
	for _, where := range []string{wasm, "/timeline/index.html"} {
		for _, tt := range misbehaviours {
			if where != wasm && tt.name != "500" {
				continue
			}
			t.Run(tt.name+" for "+where[strings.LastIndexByte(where, '.'):], func(t *testing.T) {
				t.Parallel()
				h, s, _, _ := hosted(t)
				b := newBrowser(t)
				p := b.open(screens[0])
				p.goTo(s.url("/"))
				p.saved()
				p.closeTab()

				h.misbehave(at(where, 1, always, tt.fault))
				h.publish(second)
				p = b.open(screens[0])
				p.expectOffline()
				p.goTo(s.url("/"))
				p.titled("First edition")
				p.until("the update is given up", `document.documentElement.dataset.savedWhy`)
				p.closeTab()

				s.stop()
				p = b.open(screens[0])
				p.expectOffline()
				p.goTo(s.url("/"))
				p.titled("First edition")
				p.goTo(s.url("/timeline/"))
				p.headed("Timeline")
				p.quiet(s)

				h.misbehave(nil)
				s.start(h)
				p.goTo(s.url("/"))
				p.until("the new version is offered", `document.documentElement.dataset.saved === "update"`)
				p.closeTab()
				s.stop()
				p = b.reopen(s.url("/"), "Second edition")
				p.goTo(s.url("/timeline/"))
				p.headed("Timeline")
				p.quiet(s)
			})
		}
	}
}

// Without a network the old version opens and no word is lost about it.
func TestUpdateWhileOffline(t *testing.T) {
	h, s, _, second := hosted(t)
	b := newBrowser(t)
	p := b.open(screens[0])
	p.goTo(s.url("/"))
	p.saved()
	p.closeTab()
	s.stop()
	h.publish(second)
	p = b.open(screens[0])
	p.expectOffline()
	p.goTo(s.url("/"))
	p.titled("First edition")
	p.saved()
	p.quiet(s)
}

// What is damaged in the saved copy is fetched again; without a network it is
// said, and all else still opens.
func TestDamagedCopy(t *testing.T) {
	h, s, first, _ := hosted(t)
	wasm := path(t, first, "assets/app-", ".wasm")
	style := path(t, first, "assets/parallax-", ".css")
	damage := func(p *tab, path string) {
		p.do("damage "+path, chromedp.Evaluate(`(async () => {
			for (const name of await caches.keys()) {
				const cache = await caches.open(name), found = await cache.match("`+path+`");
				const bytes = new Uint8Array(await found.arrayBuffer());
				bytes[bytes.length >> 1] ^= 1;
				await cache.put("`+path+`", new Response(bytes, { headers: found.headers }));
			}
		})()`, nil, awaited))
	}
	p := newBrowser(t).open(screens[0])
	p.goTo(s.url("/"))
	p.saved()
	for _, path := range []string{"/index.html", wasm, style, "/timeline/index.html"} {
		damage(p, path)
	}
	p.goTo(s.url("/timeline/"))
	p.headed("Timeline")
	p.goTo(s.url("/"))
	p.titled("First edition")
	p.quiet(s)

	h.misbehave(nil)
	s.stop()
	p.expectOffline()
	damage(p, "/timeline/index.html")
	p.do("open the damaged page", chromedp.Navigate(s.url("/timeline/")))
	p.until("it says so", `document.querySelector("h1")?.textContent.includes("damaged")`)
	p.goTo(s.url("/quotes/"))
	p.headed("Who said what")
	s.start(h)
	p.goTo(s.url("/timeline/"))
	p.headed("Timeline")
}

// Without room the reader works from the network and says what to do; an
// update that finds no room leaves the old version.
func TestNoRoom(t *testing.T) {
	h, s, _, second := hosted(t)
	b := newBrowser(t)
	p := b.open(screens[1])
	p.expectOffline()
	p.do("leave no room", storage.OverrideQuotaForOrigin(s.url("")).WithQuotaSize(1_000_000))
	p.goTo(s.url("/settings/"))
	p.until("it says that there is no room", `document.documentElement.dataset.savedWhy === "space"`)
	p.until("it says what to do", `document.body.textContent.includes("no room")`)
	p.do("make room", storage.OverrideQuotaForOrigin(s.url("")))
	p.goTo(s.url("/"))
	p.saved()

	p.do("leave no room for another", storage.OverrideQuotaForOrigin(s.url("")).WithQuotaSize(12_000_000))
	h.publish(second)
	p.goTo(s.url("/"))
	p.until("the update finds no room", `document.documentElement.dataset.savedWhy === "space"`)
	p.closeTab()
	s.stop()
	p = b.open(screens[1])
	p.expectOffline()
	p.goTo(s.url("/"))
	p.titled("First edition")
	p.quiet(s)
}
