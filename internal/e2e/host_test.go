package e2e

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/runtime"

	"parallax/data"
	"parallax/internal/dossier"
	"parallax/internal/site"
	"parallax/internal/site/bundle"
)

// A host serves an edition of a site that can be replaced, and misbehaves on
// demand.
type host struct {
	mu    sync.Mutex
	site  http.Handler
	fault func(w http.ResponseWriter, r *http.Request, next http.Handler) // nil: none
}

func (h *host) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h.mu.Lock()
	next, fault := h.site, h.fault
	h.mu.Unlock()
	if fault != nil {
		fault(w, r, next)
		return
	}
	next.ServeHTTP(w, r)
}

// publish puts another edition on the host.
func (h *host) publish(s *site.Site) {
	h.mu.Lock()
	h.site = site.Handler(s)
	h.mu.Unlock()
}

// misbehave makes the host answer with fault; nil mends it.
func (h *host) misbehave(fault func(http.ResponseWriter, *http.Request, http.Handler)) {
	h.mu.Lock()
	h.fault = fault
	h.mu.Unlock()
}

// parts are what sites are made of.
func parts(t testing.TB) (site.Program, dossier.Pack) {
	t.Helper()
	bundled(t)
	_, program, err := site.Open(bundle.FS())
	if err != nil {
		t.Fatal(err)
	}
	if program.Wasm == nil {
		unpacked, err := gzip.NewReader(bytes.NewReader(program.Gzip))
		must(t, err)
		program.Wasm, err = io.ReadAll(unpacked)
		must(t, err)
	}
	pack, err := data.Pack()
	must(t, err)
	return program, pack
}

// edition is a site of the five articles under another title, with a program
// of a build of its own, so that no file but fonts and styles is the same.
func edition(t testing.TB, title, build string) *site.Site {
	t.Helper()
	program, pack := parts(t)
	if len(build) != len(program.Build) || bytes.Count(program.Wasm, []byte(program.Build)) != 1 {
		t.Fatalf("build %q does not stand once in the program", program.Build)
	}
	program.Wasm = bytes.Replace(program.Wasm, []byte(program.Build), []byte(build), 1)
	program.Build = build
	program.Brotli, program.Gzip = nil, site.Gzip(program.Wasm)
	pack.Title = title
	s, err := site.Build(pack, program, site.Options{Base: "/", Quality: 0})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// The editions of the tests, made once: compressing programs takes seconds.
var editions = sync.OnceValue(func() func(t testing.TB) (first, second *site.Site) {
	var once sync.Once
	var one, two *site.Site
	return func(t testing.TB) (*site.Site, *site.Site) {
		once.Do(func() {
			one, two = edition(t, "First edition", "aaaaaaaaaaaa"), edition(t, "Second edition", "bbbbbbbbbbbb")
		})
		if one == nil || two == nil {
			missing(t, "the reader is not compiled: run make build")
		}
		return one, two
	}
})()

// hosted serves the first edition on a host.
func hosted(t testing.TB) (*host, *server, *site.Site, *site.Site) {
	t.Helper()
	first, second := editions(t)
	h := &host{}
	h.publish(first)
	return h, serve(t, h), first, second
}

// titled waits until the program shows the edition with that title, whole: its
// page, its styles and its collection.
func (p *tab) titled(title string) {
	p.t.Helper()
	p.ready()
	p.until("“"+title+"” is shown", `document.querySelector("h1")?.textContent === "`+title+`"
		&& getComputedStyle(document.querySelector(".top")).display !== "inline"`)
}

// comes waits until the edition with that title has taken the place of the page
// that is there, which the browser may be leaving.
func (p *tab) comes(title string) {
	p.t.Helper()
	p.until("“"+title+"” comes", `document.documentElement.dataset.reader === "ready" && document.querySelector("h1").textContent === "`+title+`"`)
}

// reopen opens an address, with the server stopped, until the edition with that
// title shows: a tab just closed may hold on to the older for a moment.
func (b *browser) reopen(address, title string) *tab {
	b.t.Helper()
	for range 20 {
		p := b.open(screens[0])
		p.expectOffline()
		p.goTo(address)
		p.until("a title", `document.querySelector("h1")?.textContent`)
		if p.text(`document.querySelector("h1").textContent`) == title {
			return p
		}
		p.closeTab()
	}
	b.t.Fatalf("“%s” never opens", title)
	return nil
}

// headed waits until the program shows a screen whose heading begins so.
func (p *tab) headed(words string) {
	p.t.Helper()
	p.ready()
	p.until("“"+words+"” is shown", `document.querySelector("h1")?.textContent.startsWith("`+words+`")`)
}

// path returns the only file of s whose path has a prefix and a suffix.
func path(t testing.TB, s *site.Site, prefix, suffix string) string {
	t.Helper()
	for i := range s.Files {
		if p := s.Files[i].Path; strings.HasPrefix(p, prefix) && strings.HasSuffix(p, suffix) {
			return "/" + p
		}
	}
	t.Fatalf("no file %s…%s", prefix, suffix)
	return ""
}

// awaited evaluates a promise to its end.
func awaited(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }
