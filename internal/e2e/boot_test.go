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
