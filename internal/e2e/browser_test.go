// Package e2e reads with the reader as people do: in a real browser, from a
// real server, which is then stopped.
package e2e

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"parallax/internal/site"
	"parallax/internal/site/bundle"
)

// patience is how long a condition may take to come true. It is only ever
// waited for in full by a test that fails.
const patience = 30 * time.Second

// screen is a window of a device.
type screen struct {
	name          string
	width, height int64
	phone         bool
}

var screens = []screen{
	{"phone", 390, 844, true},
	{"desktop", 1280, 900, false},
}

// server serves a site and can be stopped and started at the same address.
type server struct {
	t    testing.TB
	addr string
	http *http.Server
}

// bundled returns the site that the program carries.
func bundled(t testing.TB) *site.Site {
	t.Helper()
	s, _, err := site.Open(bundle.FS())
	if errors.Is(err, site.ErrNoBundle) {
		missing(t, "the reader is not compiled: run make build")
	}
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// missing skips a test, or fails it where everything must be there.
func missing(t testing.TB, why string) {
	t.Helper()
	if os.Getenv("PARALLAX_BROWSER") == "required" {
		t.Fatal(why)
	}
	t.Skip(why)
}

func serve(t testing.TB, handler http.Handler) *server {
	t.Helper()
	s := &server{t: t, addr: "127.0.0.1:0"}
	s.start(handler)
	t.Cleanup(s.stop)
	return s
}

func (s *server) start(handler http.Handler) {
	s.t.Helper()
	listener, err := net.Listen("tcp", s.addr)
	if err != nil {
		s.t.Fatal(err)
	}
	s.addr = listener.Addr().String()
	s.http = &http.Server{Handler: handler, ReadHeaderTimeout: patience}
	go func(h *http.Server) { _ = h.Serve(listener) }(s.http)
}

// stop closes every connection: this is what offline means here.
func (s *server) stop() { _ = s.http.Close() }

func (s *server) url(path string) string { return "http://" + s.addr + path }

// browser is one browser with a profile of its own.
type browser struct {
	t     testing.TB
	ctx   context.Context
	close func() // waits for its end; at the end of the test at the latest
}

// chromium finds the browser.
func chromium(t testing.TB) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	missing(t, "no Chromium here: on Debian, apt-get install chromium")
	return ""
}

func newBrowser(t testing.TB, more ...chromedp.ExecAllocatorOption) *browser {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(chromium(t)),
		chromedp.UserDataDir(t.TempDir()),
		chromedp.NoSandbox,
		chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-dev-shm-usage", true),
	)
	options = append(options, more...)
	allocator, stopAllocator := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, stop := chromedp.NewContext(allocator)
	closeAll := sync.OnceFunc(func() {
		// Cancel waits for the browser to end, so that its profile can be removed.
		_ = chromedp.Cancel(ctx)
		stop()
		stopAllocator()
	})
	t.Cleanup(closeAll)
	if err := chromedp.Run(ctx); err != nil {
		t.Fatalf("starting the browser: %v", err)
	}
	return &browser{t, ctx, closeAll}
}

// tab is one page with all that it said and asked for.
type tab struct {
	t   testing.TB
	ctx context.Context

	mu       sync.Mutex
	console  []string
	requests []string
	offline  bool // failed requests are expected
}

// open opens an empty tab.
func (b *browser) open(s screen) *tab {
	b.t.Helper()
	ctx, cancel := chromedp.NewContext(b.ctx)
	b.t.Cleanup(cancel)
	p := &tab{t: b.t, ctx: ctx}
	chromedp.ListenTarget(ctx, p.listen)
	p.do("open a tab", network.Enable(), log.Enable(), runtime.Enable(),
		emulation.SetDeviceMetricsOverride(s.width, s.height, 1, s.phone),
		emulation.SetTouchEmulationEnabled(s.phone))
	return p
}

func (p *tab) listen(event any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		var words []string
		for _, a := range e.Args {
			words = append(words, strings.Trim(string(a.Value), `"`)+a.Description)
		}
		p.console = append(p.console, fmt.Sprintf("%s: %s", e.Type, strings.Join(words, " ")))
	case *runtime.EventExceptionThrown:
		p.console = append(p.console, "exception: "+e.ExceptionDetails.Error())
	case *log.EventEntryAdded:
		// The browser notes each failed request by itself; with the server
		// stopped that is what the test asked for.
		if p.offline && e.Entry.Source == log.SourceNetwork {
			return
		}
		// A note that the page shows its own button for installing.
		if strings.HasPrefix(e.Entry.Text, "Banner not shown") {
			return
		}
		p.console = append(p.console, fmt.Sprintf("%s: %s %s", e.Entry.Source, e.Entry.Text, e.Entry.URL))
	case *network.EventRequestWillBeSent:
		p.requests = append(p.requests, e.Request.URL)
	}
}

// do runs actions, for at most as long as patience lasts.
func (p *tab) do(what string, actions ...chromedp.Action) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	// The first Run of a context starts the tab and must not end with a timeout.
	if chromedp.FromContext(p.ctx).Target == nil {
		if err := chromedp.Run(p.ctx); err != nil {
			p.t.Fatalf("%s: %v", what, err)
		}
	}
	if err := chromedp.Run(ctx, actions...); err != nil {
		p.t.Fatalf("%s: %v\n%s", what, err, p.state())
	}
}

// state describes the page for the message of a test that fails.
func (p *tab) state() string {
	var words string
	ctx, cancel := context.WithTimeout(p.ctx, 5*time.Second)
	defer cancel()
	_ = chromedp.Run(ctx, chromedp.Evaluate(`location.href + "\n" + document.body.innerText.slice(0, 1500)`, &words))
	p.mu.Lock()
	defer p.mu.Unlock()
	return words + "\nconsole: " + strings.Join(p.console, "\n")
}

// goTo opens an address and waits until the program's screen stands.
func (p *tab) goTo(address string) {
	p.t.Helper()
	p.do("open "+address, chromedp.Navigate(address))
	p.ready()
}

// visit opens an address that may not answer.
func (p *tab) visit(address string) error {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	return chromedp.Run(ctx, chromedp.Navigate(address))
}

// ready waits until the program's screen stands in place of the static page.
func (p *tab) ready() {
	p.t.Helper()
	p.until("the reader starts", `document.documentElement.dataset.reader === "ready"`)
}

// settled waits until the first screen has moved the focus to its heading, which it
// does once it stands.
func (p *tab) settled() {
	p.t.Helper()
	p.until("the heading has the focus", `document.activeElement.tagName === "H1"`)
}

// until waits for a condition, a JavaScript expression, to be true, on whatever
// page the browser has come to by then.
func (p *tab) until(what, condition string) {
	p.t.Helper()
	var ok bool
	var err error
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		ctx, cancel := context.WithTimeout(p.ctx, patience)
		err = chromedp.Run(ctx, chromedp.Evaluate("Boolean("+condition+")", &ok))
		cancel()
		if err == nil && ok {
			return
		}
	}
	p.t.Fatalf("never: %s (%v)\n%s", what, err, p.state())
}

// text returns what a JavaScript expression says.
func (p *tab) text(expression string) string {
	p.t.Helper()
	var s string
	p.do(expression, chromedp.Evaluate("String("+expression+")", &s))
	return s
}

// saved waits until the reader is saved for reading offline.
func (p *tab) saved() {
	p.t.Helper()
	p.until("the reader is saved", `document.documentElement.dataset.saved === "saved"`)
}

// quiet fails the test if the page said anything on the console, or asked
// anybody but the server for anything.
func (p *tab) quiet(s *server) {
	p.t.Helper()
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, words := range p.console {
		p.t.Errorf("the console says: %s", words)
	}
	for _, address := range p.requests {
		u, err := url.Parse(address)
		if err != nil || (u.Host != s.addr && u.Scheme != "blob" && u.Scheme != "data" && u.Scheme != "about") {
			p.t.Errorf("a request left for %s", address)
		}
	}
}

func (p *tab) expectOffline() {
	p.mu.Lock()
	p.offline = true
	p.mu.Unlock()
}
