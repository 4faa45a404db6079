package e2e

import (
	"fmt"
	"math/rand/v2"
	"net"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"

	"parallax/internal/dossier"
	"parallax/internal/site"
)

// A slow line is throttled at the server, as a browser's own throttling leaves
// out what the service worker fetches.
const (
	slowRate  = 1_600_000 / 8          // bytes a second, of all connections together
	slowDelay = 150 * time.Millisecond // from a request to its answer, and for a connection
	slowQueue = 20 * time.Millisecond  // what waits in the line, so that it sends on while this machine is late
	slowCPU   = 4                      // times slower than this machine
)

// slowLine makes the connections of a listener slow.
type slowLine struct {
	net.Listener
	mu   sync.Mutex
	free time.Time // when the line has sent all it was given
}

func (l *slowLine) Accept() (net.Conn, error) {
	c, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	return &slowConn{Conn: c, line: l, asked: time.Now()}, nil
}

// take returns when n more bytes have gone over the line.
func (l *slowLine) take(n int) time.Time {
	l.mu.Lock()
	defer l.mu.Unlock()
	if earliest := time.Now().Add(-slowQueue); l.free.Before(earliest) {
		l.free = earliest
	}
	l.free = l.free.Add(time.Duration(n) * time.Second / slowRate)
	return l.free
}

type slowConn struct {
	net.Conn
	line  *slowLine
	mu    sync.Mutex
	asked time.Time // when the last request came
}

func (c *slowConn) Read(b []byte) (int, error) {
	n, err := c.Conn.Read(b)
	c.mu.Lock()
	c.asked = time.Now()
	c.mu.Unlock()
	return n, err
}

func (c *slowConn) Write(b []byte) (int, error) {
	c.mu.Lock()
	time.Sleep(time.Until(c.asked.Add(slowDelay)))
	c.mu.Unlock()
	const packet = 1400
	sent := 0
	for part := range slices.Chunk(b, packet) {
		time.Sleep(time.Until(c.line.take(len(part))))
		n, err := c.Conn.Write(part)
		sent += n
		if err != nil {
			return sent, err
		}
	}
	return sent, nil
}

// serveSlowly serves over a slow line.
func serveSlowly(t testing.TB, handler http.Handler) *server {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	s := &server{t: t, addr: listener.Addr().String(), http: &http.Server{Handler: handler, ReadHeaderTimeout: patience}}
	go func() { _ = s.http.Serve(&slowLine{Listener: listener}) }()
	t.Cleanup(s.stop)
	return s
}

// milliseconds returns what a JavaScript expression comes to.
func (p *tab) milliseconds(expression string) float64 {
	p.t.Helper()
	words := p.evaluate(expression)
	ms, err := strconv.ParseFloat(words, 64)
	if err != nil {
		p.t.Fatalf("%s is %q", expression, words)
	}
	return ms
}

const (
	// mounted is when the program's first screen stood, from the visit's beginning.
	mounted = `performance.getEntriesByName("parallax-mounted")[0].startTime`
	// largestPaint is when the largest text or picture could be seen.
	largestPaint = `new Promise((done) => new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime))
		.observe({ type: "largest-contentful-paint", buffered: true }))`
	// shifts is the sum of what moved by itself; see web.dev/cls.
	shifts = `new Promise((done) => {
		let sum = 0;
		new PerformanceObserver((list) => { for (const e of list.getEntries()) sum += e.value; }).observe({ type: "layout-shift", buffered: true });
		setTimeout(() => done(sum), 200);
	})`
)

// middle returns the middle one of some figures.
func middle(figures []float64) float64 {
	slices.Sort(figures)
	return figures[len(figures)/2]
}

// visitor is who opens the reader.
type visitor uint8

const (
	newcomer  visitor = iota // has nothing of it
	second                   // has the saved copy
	returning                // read in it before, so that the browser kept the compiled program too
)

// visits opens the start screen a few times and returns the middle figures, in
// milliseconds: until the text could be read, until all worked; and the worst
// layout shift.
func visits(b *testing.B, s *server, by visitor, cpu float64) (readable, working, shift float64) {
	const times = 3
	var texts, programs []float64
	in := newBrowser(b)
	if by != newcomer {
		p := in.open(screens[0])
		p.goTo(s.url("/"))
		p.saved()
		if by == returning {
			for _, path := range []string{"timeline/", "search/#q=peskov", "quotes/", ""} {
				p.goTo(s.url("/" + path))
				p.ready()
				time.Sleep(5 * time.Second) // reading, while the browser compiles what is used
			}
		}
		p.closeTab()
	}
	for i := range times {
		if by == newcomer && i > 0 {
			in.close()
			in = newBrowser(b)
		}
		p := in.open(screens[0])
		p.do("slow the processor down", emulation.SetCPUThrottlingRate(cpu))
		p.goTo(s.url("/"))
		texts = append(texts, p.milliseconds(largestPaint))
		programs = append(programs, p.milliseconds(mounted))
		shift = max(shift, p.milliseconds(shifts))
		p.closeTab()
	}
	in.close()
	return middle(texts), middle(programs), shift
}

// verdict says whether a figure keeps its limit.
func verdict(what string, got, limit float64) string {
	return fmt.Sprintf("%s %.0f ms (at most %.0f: %s)", what, got, limit, map[bool]string{true: "kept", false: "MISSED"}[got <= limit])
}

// BenchmarkFirstLoad visits over 1.6 Mbit/s with 150 ms of delay and a quarter
// of the processor.
func BenchmarkFirstLoad(b *testing.B) {
	s := serveSlowly(b, site.Handler(bundled(b)))
	for b.Loop() {
		readable, working, shift := visits(b, s, newcomer, slowCPU)
		b.Log("cold:", verdict("text can be read", readable, 1500)+",", verdict("all works", working, 10000)+",", fmt.Sprintf("layout shift %.3f", shift))
		_, working, shift = visits(b, s, second, slowCPU)
		b.Log("second visit:", verdict("all works", working, 1200)+",", fmt.Sprintf("layout shift %.3f", shift))
		_, working, shift = visits(b, s, returning, slowCPU)
		b.Log("who read in it before:", verdict("all works", working, 1200)+",", fmt.Sprintf("layout shift %.3f", shift))
	}
}

// BenchmarkLargeDossier opens a collection of 300 articles from the saved copy.
func BenchmarkLargeDossier(b *testing.B) {
	program, _ := parts(b)
	large, err := site.Build(many(b, 300), program, site.Options{Base: "/", Quality: 0})
	must(b, err)
	for b.Loop() {
		_, five, _ := visits(b, serve(b, site.Handler(bundled(b))), second, 1)
		_, working, _ := visits(b, serve(b, site.Handler(large)), second, 1)
		b.Logf("five articles after %.0f ms; 300 after %.0f ms: %s", five, working, verdict("more", working-five, 1500))
	}
}

// many is a collection of n articles of eight paragraphs. One in four of the
// paragraphs is a paragraph of the five as it is, as agency copy would be; in
// the others every second long word gave way to another of the five's words.
func many(t testing.TB, n int) dossier.Pack {
	_, pack := parts(t)
	var paragraphs, words []string
	long := func(w string) bool { return len(w) > 5 && strings.Trim(w, "abcdefghijklmnopqrstuvwxyz") == "" }
	for _, a := range pack.Articles {
		for p := range strings.SplitSeq(a.Text, "\n\n") {
			if p = strings.TrimSpace(p); len(p) < 100 {
				continue
			}
			paragraphs = append(paragraphs, p)
			for w := range strings.FieldsSeq(p) {
				if long(w) {
					words = append(words, w)
				}
			}
		}
	}
	random := rand.New(rand.NewPCG(6, 300))
	large := dossier.Pack{Title: "Three hundred articles", Language: "en", Outlets: pack.Outlets}
	for i := range n {
		day := time.Date(2020, 9, 27, 0, 0, 0, 0, time.UTC).AddDate(0, 0, i/3)
		var text strings.Builder
		for range 8 {
			told := strings.Fields(paragraphs[random.IntN(len(paragraphs))])
			if random.IntN(4) > 0 {
				for k, w := range told {
					if long(w) && random.IntN(2) == 0 {
						told[k] = words[random.IntN(len(words))]
					}
				}
			}
			text.WriteString(strings.Join(told, " ") + "\n\n")
		}
		large.Articles = append(large.Articles, dossier.Meta{
			ID: fmt.Sprintf("many%d", i), File: "many.txt", Outlet: pack.Outlets[i%len(pack.Outlets)].ID,
			Title: fmt.Sprintf("Article %d of many", i+1), Published: day.Format(time.DateOnly), Text: text.String(),
		})
	}
	return large
}
