package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"parallax/data"
	"parallax/internal/dossier"
	"parallax/internal/engine"
	"parallax/internal/route"
	"parallax/internal/site"
)

// views are one address for each screen.
func views(t testing.TB) map[string]string {
	t.Helper()
	pack, err := data.Pack()
	if err != nil {
		t.Fatal(err)
	}
	d, err := dossier.New(pack)
	if err != nil {
		t.Fatal(err)
	}
	home := engine.New(d).Home()
	list := map[string]route.State{
		"home":     {},
		"timeline": {Screen: route.Timeline},
		"search":   {Screen: route.Search, Query: "Minsk ceasefire"},
		"spelling": {Screen: route.Search, Query: "peskow cesefire"},
		"reports":  {Screen: route.Reports},
		"quotes":   {Screen: route.Quotes},
		"passage":  {Screen: route.Passage},
		"choose":   {Screen: route.Compare},
		"help":     {Screen: route.Help},
		"settings": {Screen: route.Settings},
		"missing":  {Screen: route.NotFound},
	}
	for i, ref := range home.Articles {
		list[fmt.Sprintf("article-%d", i)] = route.State{Screen: route.Article, Article: ref.ID, Slug: ref.Slug}
	}
	for i, pair := range home.Pairs {
		if i == 2 {
			break
		}
		for _, layer := range []string{"", "events", "quotes"} {
			name := fmt.Sprintf("compare-%d", i)
			if layer != "" {
				name += "-" + layer
			}
			list[name] = route.State{Screen: route.Compare, A: pair.A.ID, B: pair.B.ID, Layer: layer}
		}
	}
	addresses := map[string]string{}
	for name, s := range list {
		path, fragment := s.Address()
		addresses[name] = path
		if fragment != "" {
			addresses[name] += "#" + fragment
		}
	}
	return addresses
}

// TestShots takes pictures of every screen into the folder that PARALLAX_SHOTS
// names: NAME-WIDTH-THEME.png with the program, NAME-WIDTH-static.png without.
// PARALLAX_SHOT=NAME takes those of one screen.
func TestShots(t *testing.T) {
	into := os.Getenv("PARALLAX_SHOTS")
	if into == "" {
		t.Skip("make shots takes pictures")
	}
	if err := os.MkdirAll(into, 0o755); err != nil {
		t.Fatal(err)
	}
	s := serve(t, site.Handler(bundled(t)))
	b := newBrowser(t)
	only := os.Getenv("PARALLAX_SHOT")
	for name, address := range views(t) {
		if only != "" && only != name {
			continue
		}
		for _, size := range screens {
			for _, look := range []string{"light", "dark", "static"} {
				p := b.open(size)
				theme := look
				if look == "static" {
					theme = "light"
				}
				p.do("set the look",
					emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: theme}}),
					emulation.SetScriptExecutionDisabled(look == "static"))
				if look == "static" {
					p.do(address, chromedp.Navigate(s.url(address)))
				} else {
					p.goTo(s.url(address))
				}
				var picture []byte
				p.do("take a picture of "+name, chromedp.FullScreenshot(&picture, 100))
				file := filepath.Join(into, fmt.Sprintf("%s-%d-%s.png", name, size.width, look))
				if err := os.WriteFile(file, picture, 0o644); err != nil {
					t.Fatal(err)
				}
				p.do("close the tab", page.Close())
			}
		}
	}
}
