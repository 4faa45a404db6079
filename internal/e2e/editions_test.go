package e2e

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"parallax/internal/site"
)

// evaluate returns what a promise or a value comes to, as a string.
func (p *tab) evaluate(expression string) string {
	p.t.Helper()
	var s string
	p.do(expression, chromedp.Evaluate("Promise.resolve("+expression+").then(String)", &s,
		func(params *runtime.EvaluateParams) *runtime.EvaluateParams { return params.WithAwaitPromise(true) }))
	return s
}

// Two tabs run two versions side by side: the older keeps all it needs until it
// is closed, and what others on the host saved is nobody's to touch.
func TestTwoVersionsInTwoTabs(t *testing.T) {
	h, s, _, second := hosted(t)
	b := newBrowser(t)
	one := b.open(screens[0])
	one.goTo(s.url("/"))
	one.saved()
	one.evaluate(`caches.open("another app").then((cache) => cache.put("/theirs", new Response("theirs")))`)
	one.goTo(s.url("/timeline/")) // now from the saved copy
	one.headed("Timeline")

	h.publish(second)
	two := b.open(screens[0])
	two.goTo(s.url("/"))
	two.titled("First edition")
	two.until("the new version is offered", `document.documentElement.dataset.saved === "update"`)
	two.do("take it", chromedp.Click("#boot-update button", chromedp.ByQuery))
	two.comes("Second edition")

	s.stop()
	one.expectOffline()
	two.expectOffline()
	one.click(`.main-nav a[href="/search/"]`)
	one.heading("Search")
	for _, url := range []string{"data-wasm", "data-worker", "data-pack"} {
		got := one.evaluate(`fetch(document.documentElement.getAttribute("` + url + `")).then((r) => r.status)`)
		if got != "200" {
			t.Errorf("the tab of the older version cannot get its %s: %s", url, got)
		}
	}
	one.do("open anew", chromedp.Reload())
	one.headed("Search")
	one.closeTab()
	names := ""
	for range 20 { // the closed tab may hold on for a moment
		two.goTo(s.url("/"))
		if names = two.evaluate(`caches.keys().then((names) => names.sort().join("|"))`); strings.Count(names, "|") == 1 {
			break
		}
	}
	if !strings.HasPrefix(names, "another app|parallax / ") || strings.Count(names, "|") != 1 {
		t.Errorf("saved are %s; want another app’s and the version that is open", names)
	}
	two.quiet(s)
}

// A bad service worker is replaced as soon as a good one is published.
func TestBadServiceWorker(t *testing.T) {
	for _, tt := range []struct{ name, script string }{
		{"that cannot be read", `self.addEventListener("fetch", (`},
		{"that never installs", `self.addEventListener("install", (e) => e.waitUntil(Promise.reject(new Error("no"))));`},
		{"that answers nothing", `self.addEventListener("install", () => self.skipWaiting());
			self.addEventListener("fetch", (e) => e.respondWith(Promise.reject(new Error("no"))));`},
		{"that answers nonsense", `self.addEventListener("install", () => self.skipWaiting());
			self.addEventListener("fetch", (e) => e.respondWith(new Response("nonsense")));`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			h, s, _, second := hosted(t)
			b := newBrowser(t)
			p := b.open(screens[0])
			p.goTo(s.url("/"))
			p.saved()
			p.closeTab()

			h.misbehave(func(w http.ResponseWriter, r *http.Request, next http.Handler) {
				if r.URL.Path == "/sw.js" {
					w.Header().Set("Content-Type", "text/javascript")
					fmt.Fprint(w, tt.script)
					return
				}
				next.ServeHTTP(w, r)
			})
			p = b.open(screens[0])
			p.expectOffline()
			p.goTo(s.url("/"))
			p.titled("First edition")
			p.evaluate(`navigator.serviceWorker.getRegistration("/").then((r) => r.update()).catch(() => 0)`)
			p.closeTab()

			h.publish(second)
			h.misbehave(nil)
			// The browser looks for another service worker after each visit, but
			// not after one that failed: then the user reloads past it, by Shift. What
			// waits takes over when no page is open, which one who visits again and
			// again at once never lets happen: then it is taken by its button.
			for range 20 {
				p = b.open(screens[0])
				failed := p.visit(s.url("/")) != nil
				if failed {
					p.until("the failure is shown", `location.protocol === "chrome-error:"`)
					p.do("reload past it", page.Reload().WithIgnoreCache(true))
				}
				headline := p.text(`document.querySelector("h1")?.textContent`)
				if headline == "Second edition" {
					break
				}
				const waiting = `navigator.serviceWorker.getRegistration("/").then((r) => r?.update().then(() => r.waiting?.state, () => ""))`
				if failed || headline == "First edition" && p.evaluate(waiting) == "installed" {
					const offered = `document.querySelector("#boot-update button")`
					p.until("the mended version is offered or has taken over", offered+` || document.documentElement.dataset.saved === "saved"`)
					const comes = `navigator.serviceWorker.getRegistration("/").then((r) => r.update().then(() => !!(r.installing || r.waiting)))`
					if p.evaluate(comes) == "false" {
						p.closeTab()
						continue
					}
					p.until("the mended version is offered", offered)
					p.do("take it", chromedp.Click("#boot-update button", chromedp.ByQuery))
					p.comes("Second edition")
					break
				}
				p.evaluate(`navigator.serviceWorker.getRegistration("/").then((r) => r?.update()).catch(() => 0)`)
				p.closeTab()
			}
			p.titled("Second edition")
			p.saved()
			p.closeTab()
			s.stop()
			b.reopen(s.url("/"), "Second edition")
		})
	}
}

// The switch takes away the saved copy and the service worker, and nothing of
// others; put back, all is saved again.
func TestSavingSwitchedOff(t *testing.T) {
	h, s, first, _ := hosted(t)
	b := newBrowser(t)
	p := b.open(screens[0])
	p.goTo(s.url("/"))
	p.saved()
	p.evaluate(`caches.open("another app")`)
	off, ok := first.Find("sw-off.js")
	if !ok {
		t.Fatal("no sw-off.js")
	}
	h.misbehave(func(w http.ResponseWriter, r *http.Request, next http.Handler) {
		if r.URL.Path == "/sw.js" {
			w.Header().Set("Content-Type", "text/javascript")
			_, _ = w.Write(off.Body)
			return
		}
		next.ServeHTTP(w, r)
	})
	p.goTo(s.url("/"))
	p.until("all is gone", `(caches.keys().then((names) => { window.names = names.join("|"); }), window.names === "another app")`)
	p.goTo(s.url("/"))
	p.titled("First edition")
	p.until("it says so", `document.documentElement.dataset.saved === "none"`)
	h.misbehave(nil)
	p.goTo(s.url("/"))
	p.saved()
	p.quiet(s)
}

// Where the browser stores nothing, the reader works from the network and says
// that it does.
func TestStorageDisabled(t *testing.T) {
	_, s, _, _ := hosted(t)
	profile := t.TempDir()
	must(t, os.MkdirAll(filepath.Join(profile, "Default"), 0o755))
	must(t, os.WriteFile(filepath.Join(profile, "Default", "Preferences"),
		[]byte(`{"profile":{"default_content_setting_values":{"cookies":2}}}`), 0o600))
	p := newBrowser(t, chromedp.UserDataDir(profile)).open(screens[1])
	p.goTo(s.url("/settings/"))
	if got := p.text(`typeof Object.getOwnPropertyDescriptor(window, "localStorage").value`); got != "object" {
		t.Fatalf("storage is not disabled: %s", got)
	}
	p.until("it says so", `document.documentElement.dataset.saved === "none"`)
	p.shows("could not be saved on this device")
	p.goTo(s.url("/"))
	p.titled("First edition")
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// A page whose parts are of different versions says so and starts nothing; with
// the right part there, its button mends it.
func TestMixOfVersions(t *testing.T) {
	_, _, first, second := hosted(t)
	for _, tt := range []struct{ name, prefix, suffix, says string }{
		{"program", "assets/app-", ".wasm", "its program"},
		{"start screen", "assets/home-", ".json", "its start screen"},
		{"collection", "assets/collection-", ".json", "its collection"},
		{"worker", "assets/worker-", ".js", "its engine"},
		{"start script", "assets/boot-", ".js", "its start script"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			right, wrong := path(t, first, tt.prefix, tt.suffix), path(t, second, tt.prefix, tt.suffix)
			h := &host{}
			h.publish(first)
			h.misbehave(func(w http.ResponseWriter, r *http.Request, next http.Handler) {
				if r.URL.Path == right {
					r.URL.Path = wrong
					site.Handler(second).ServeHTTP(w, r)
					return
				}
				next.ServeHTTP(w, r)
			})
			s := serve(t, h)
			p := newBrowser(t).open(screens[0])
			p.do("open", chromedp.Navigate(s.url("/")))
			p.until("it refuses", `document.getElementById("boot-problem").textContent.includes("`+tt.says+` are of different versions")`)
			p.until("the text can be read", `document.querySelector("h1").textContent === "First edition"`)
			h.misbehave(nil)
			p.do("get it whole", chromedp.Click("#boot-problem button", chromedp.ByQuery))
			p.comes("First edition")
		})
	}
}

// dumb serves a folder as the simplest hosts do: programs without their type,
// nothing compressed, pages below a path of the host, no headers.
func dumb(t *testing.T, dir, base string) http.Handler {
	t.Helper()
	files := http.StripPrefix(strings.TrimSuffix(base, "/"), http.FileServer(http.Dir(dir)))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.HasPrefix(r.URL.Path, base) {
			http.NotFound(w, r)
			return
		}
		rec := httptest.NewRecorder()
		files.ServeHTTP(rec, r)
		for name, values := range rec.Header() {
			w.Header()[name] = values
		}
		if strings.HasSuffix(r.URL.Path, ".wasm") {
			w.Header().Set("Content-Type", "application/octet-stream")
		}
		body := rec.Body.Bytes()
		if rec.Code == http.StatusNotFound {
			body, _ = os.ReadFile(filepath.Join(dir, "404.html"))
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.Header().Del("Content-Length")
		}
		w.WriteHeader(rec.Code)
		_, _ = w.Write(body)
	})
}

// A built site works on the simplest host, below a path, online and offline,
// and can be read without scripts.
func TestBuiltSiteBelowAPath(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	s := built(t, site.Options{Base: "/repo/", Own: true, Static: true, Quality: 0})
	must(t, s.Publish(dir))
	srv := serve(t, dumb(t, dir, "/repo/"))
	b := newBrowser(t)

	plain := b.open(screens[0])
	plain.do("read without scripts", emulation.SetScriptExecutionDisabled(true), chromedp.Navigate(srv.url("/repo/")))
	links := 0
	plain.do("count the links", chromedp.Evaluate(`document.querySelectorAll("a[href^='/repo/a/']").length`, &links))
	if links < 5 {
		t.Errorf("%d links to articles without scripts, want 5", links)
	}
	for _, at := range []string{"/repo/", "/repo/search/"} {
		shown := ""
		plain.do(at, chromedp.Navigate(srv.url(at)), chromedp.Evaluate(`[...document.querySelectorAll(".search-box, header a[href$='/timeline/'], footer a[href$='/quotes/']")].filter((e) => e.checkVisibility()).map((e) => e.localName + " " + e.textContent).join(", ")`, &shown))
		if want := "a Timeline, a All events by date, a Who said what"; shown != want {
			t.Errorf("%s without scripts shows %q, want %q", at, shown, want)
		}
	}
	plain.closeTab()

	p := b.open(screens[0])
	p.goTo(srv.url("/repo/"))
	p.headed("Karabakh")
	if got := p.text(`Array.from(document.querySelectorAll("a[href]"), (a) => a.getAttribute("href")).filter((h) => !/^(#|\/repo\/)/.test(h)).join(" ")`); got != "" {
		t.Errorf("links that leave the path: %s", got)
	}
	p.click(`.main-nav a[href="/repo/timeline/"]`)
	p.heading("Timeline")
	if got := p.text("location.pathname"); got != "/repo/timeline/" {
		t.Errorf("at %s, want /repo/timeline/", got)
	}
	p.saved()
	p.quiet(srv)
	p.closeTab()
	srv.stop()
	p = b.open(screens[0])
	p.expectOffline()
	for _, at := range []string{"/repo/", "/repo/compare", "/repo/search/?q=peskov", "/repo/nowhere/"} {
		p.goTo(srv.url(at))
	}
	p.quiet(srv)
}

// built is the site of the embedded articles for another host.
func built(t *testing.T, o site.Options) *site.Site {
	t.Helper()
	program, pack := parts(t)
	s, err := site.Build(pack, program, o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}
