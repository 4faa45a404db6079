package e2e

import (
	"testing"

	"github.com/chromedp/chromedp"

	"parallax/internal/site"
)

// cramped lists what can be touched whose words come closer to its edge than
// three pixels, or leave it.
const cramped = `(() => {
	const out = [];
	for (const e of document.querySelectorAll("main .button, main .side-choice > summary")) {
		if (!e.checkVisibility({ visibilityProperty: true })) continue;
		const box = e.getBoundingClientRect(), range = document.createRange();
		for (const words of e.querySelectorAll("*")) if (words.matches(".visually-hidden, .icon, .icon *")) words.remove();
		range.selectNodeContents(e);
		const text = range.getBoundingClientRect();
		if (text.height > 0 && (text.top < box.top + 3 || text.bottom > box.bottom - 3)) out.push(e.textContent.trim());
	}
	return out.join("\n");
})()`

// TestRoomAroundWords reads on a phone with letters of twice the usual size:
// words that need several lines have room around them, nothing is wider than
// the window, the name at the top is whole and the drawn timeline grows.
func TestRoomAroundWords(t *testing.T) {
	s := serve(t, site.Handler(bundled(t)))
	b := newBrowser(t, chromedp.Flag("blink-settings", "defaultFontSize=32"))
	p := b.open(screens[0])
	all := views(t)
	for _, name := range []string{"home", "article-1", "compare-0", "timeline", "reports", "spelling"} {
		t.Run(name, func(t *testing.T) {
			p.t = t
			p.goTo(s.url(all[name]))
			if size := p.text(`getComputedStyle(document.documentElement).fontSize`); size != "32px" {
				t.Fatalf("letters of %s, want 32px", size)
			}
			if found := p.text(tooWide); found != "" {
				t.Error(found)
			}
			if name := p.text(`(() => { const b = document.querySelector(".brand b"); return b.scrollWidth > b.clientWidth ? "cut" : b.textContent; })()`); name != "Parallax" {
				t.Errorf("the name at the top: %s", name)
			}
			if found := p.text(cramped); found != "" {
				t.Errorf("words touch the edge of: %s", found)
			}
		})
	}
	p.t = t
	p.goTo(s.url(all["timeline"]))
	if size := p.text(`(() => { const t = document.querySelector(".strip text"); return (12 * t.getScreenCTM().a >= 14).toString(); })()`); size != "true" {
		t.Error("the letters of the drawn timeline are as small as ever")
	}
	p.quiet(s)
}
