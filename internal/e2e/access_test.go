package e2e

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/emulation"

	"parallax/internal/site"
)

// faults is what is wrong with the page for those who do not see it, or see
// it badly: a list of words, one line a fault. Contrast is worked out from the
// colours as they are drawn; text on a picture is not looked at.
const faults = `(() => {
	const out = [];
	const all = (s, root) => [...(root || document).querySelectorAll(s)];
	const shown = (e) => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0 && !e.closest("[aria-hidden=true], dialog:not([open])");
	const say = (what, e) => out.push(what + ": " + (e ? e.outerHTML.slice(0, 140).replace(/\s+/g, " ") : ""));

	const h1 = all("h1");
	if (h1.length !== 1) out.push(h1.length + " elements h1");
	for (const mark of ["main", "header.top", "nav[aria-label]", "form[role=search]"]) {
		if (!document.querySelector(mark)) out.push("no " + mark);
	}
	if (!document.title || document.title === "Parallax") out.push("no title");
	let level = 1;
	for (const h of all("main h1, main h2, main h3, main h4").filter(shown)) {
		const now = Number(h.tagName[1]);
		if (now > level + 1) say("a heading of level " + now + " after one of level " + level, h);
		level = now;
	}
	const ids = new Set();
	for (const e of all("[id]")) {
		if (ids.has(e.id)) say("an id given twice", e);
		ids.add(e.id);
	}
	for (const e of all("[aria-labelledby], [aria-controls], [for]")) {
		for (const name of ["aria-labelledby", "aria-controls", "for"]) {
			const id = e.getAttribute(name);
			if (id && !document.getElementById(id)) say(name + " of nothing", e);
		}
	}
	for (const e of all("a[href], button, input, summary, [role=button], [role=option]").filter(shown)) {
		const label = e.getAttribute("aria-label") || (e.labels && e.labels[0] ? e.labels[0].textContent : "") || e.textContent;
		if (!label.trim()) say("no name", e);
		const box = e.getBoundingClientRect();
		const inText = getComputedStyle(e).display === "inline" && e.closest("p, li, td, th, span, blockquote");
		if (!inText && !e.closest(".skip-link") && (box.height < 24 || box.width < 24)) say("a target of " + box.width.toFixed() + " × " + box.height.toFixed(), e);
	}
	for (const e of all("svg[role=img]")) if (!e.getAttribute("aria-label")) say("a picture without words", e);

	const parse = (c) => { const m = c.match(/[\d.]+/g).map(Number); if (/^color\(srgb/.test(c)) return [m[0] * 255, m[1] * 255, m[2] * 255, m.length > 3 ? m[3] : 1]; if (/^oklab/.test(c)) return null; return [m[0], m[1], m[2], m.length > 3 ? m[3] : 1]; };
	const over = (top, under) => [0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3])).concat(1);
	const light = (c) => { const [r, g, b] = c.slice(0, 3).map((v) => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	const seen = new Set();
	for (let n = walker.nextNode(); n; n = walker.nextNode()) {
		const e = n.parentElement;
		if (!n.data.trim() || seen.has(e) || e.closest("svg, script, .visually-hidden, .skip-link") || !shown(e)) continue;
		seen.add(e);
		const layers = [];
		for (let a = e; a; a = a.parentElement) {
			const c = parse(getComputedStyle(a).backgroundColor);
			if (!c) { layers.length = 0; break; }
			if (c[3] > 0) layers.push(c);
			if (c[3] === 1) break;
		}
		if (!layers.length) continue;
		const ground = layers.reverse().reduce((under, c) => over(c, under), [255, 255, 255, 1]);
		const ink = parse(getComputedStyle(e).color);
		if (!ink) continue;
		const [a, b] = [light(over(ink, ground)), light(ground)].sort((x, y) => y - x);
		const ratio = (a + 0.05) / (b + 0.05);
		if (ratio < 4.5) say("contrast " + ratio.toFixed(2), e);
	}
	const room = document.documentElement.clientWidth; // innerWidth grows with the page on a phone
	if (document.documentElement.scrollWidth > room) {
		out.push("the page is " + document.documentElement.scrollWidth + " wide in a window of " + room);
		const wide = all("body *").filter((e) => shown(e) && e.getBoundingClientRect().right > room + 1 && getComputedStyle(e).position !== "fixed");
		for (const e of wide.slice(0, 3)) say("wider than the window", e);
	}
	return [...new Set(out)].slice(0, 12).join("\n");
})()`

// TestAccess looks at every screen in both sizes, in either look, and in a
// window of 320 pixels.
func TestAccess(t *testing.T) {
	s := serve(t, site.Handler(bundled(t)))
	b := newBrowser(t)
	for _, w := range []struct {
		size screen
		look string
	}{{screen{"narrow", 320, 640, true}, "light"}, {screens[0], "dark"}, {screens[1], "light"}} {
		p := b.open(w.size)
		p.do("set the look", emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: w.look}}))
		for name, address := range views(t) {
			t.Run(fmt.Sprintf("%s/%s/%s", w.size.name, w.look, name), func(t *testing.T) {
				p.t = t
				p.goTo(s.url(address))
				if found := p.text(faults); found != "" {
					t.Error(found)
				}
			})
		}
		p.t = t
		p.quiet(s)
	}
}
