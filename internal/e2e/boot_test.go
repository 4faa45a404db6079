package e2e

import (
	"context"
	"testing"

	"github.com/chromedp/cdproto/page"
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

// A % that begins no escape, as people write it and chat programs leave it, is
// taken as it stands: in the address that is opened, reloaded or typed later.
func TestLonePercent(t *testing.T) {
	s := serve(t, site.Handler(bundled(t)))
	p := newBrowser(t).open(screens[0])
	typed := func(words string) string { return `document.getElementById("query")?.value === "` + words + `"` }
	p.goTo(s.url("/search/#q=100%"))
	p.until("what was searched for stands in the box", typed("100%"))
	p.do("reload", chromedp.Reload())
	p.ready()
	p.until("it still does", typed("100%"))
	p.do("type an address", chromedp.Evaluate(`location.hash = "#q=5%25+of+7%"; 0`, nil))
	p.until("the new words stand in the box", typed("5% of 7%"))
	p.do("go back", chromedp.NavigateBack())
	p.until("the old ones do", typed("100%"))
	for _, path := range []string{"/#%", "/timeline/#q=50%25%", "/compare/#layer=%", "/quotes/#q=%E0%A4%A"} {
		p.do("leave the page", chromedp.Navigate("about:blank"))
		p.goTo(s.url(path))
	}
	p.quiet(s)
}

// What the browser itself says about installing the reader as an app.
func TestCanBeInstalled(t *testing.T) {
	s := serve(t, site.Handler(bundled(t)))
	p := newBrowser(t).open(screens[0])
	p.goTo(s.url("/"))
	p.saved()
	p.do("ask whether it can be installed", chromedp.ActionFunc(func(ctx context.Context) error {
		faults, err := page.GetInstallabilityErrors().Do(ctx)
		if err != nil {
			return err
		}
		for _, fault := range faults {
			t.Errorf("it cannot be installed: %s", fault.ErrorID)
		}
		address, faultsOfManifest, data, _, err := page.GetAppManifest().Do(ctx)
		if err != nil {
			return err
		}
		if address != s.url("/manifest.webmanifest") || data == "" {
			t.Errorf("the manifest is at %q", address)
		}
		for _, fault := range faultsOfManifest {
			t.Errorf("manifest line %d: %s", fault.Line, fault.Message)
		}
		return nil
	}))
	p.quiet(s)
}
