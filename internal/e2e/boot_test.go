package e2e

import (
	"testing"

	"github.com/chromedp/chromedp"

	"parallax/internal/site"
)

func TestStartsAndIsSaved(t *testing.T) {
	s := serve(t, site.Handler(bundled(t)))
	p := newBrowser(t).open(screens[1])
	p.goTo(s.url("/"))
	p.saved()
	p.quiet(s)
	s.stop()
	p.expectOffline()
	for _, path := range []string{"/", "/timeline/", "/timeline", "/search/?q=x", "/index.html"} {
		p.do(path, chromedp.Navigate(s.url(path)))
		p.ready()
	}
	p.quiet(s)
}
