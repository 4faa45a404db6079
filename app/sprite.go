package app

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// sprite is the shapes of the icons that only the app uses; the others stand
// in every page. Sun, moon and cloud are lucide's (ISC licence).
func sprite() app.UI {
	return app.Raw(`<svg class="visually-hidden" aria-hidden="true" focusable="false">` +
		`<symbol id="icon-jump" viewBox="0 0 24 24"><path d="M4 12h12"/><path d="m11 6 6 6-6 6"/><path d="M21 5v14"/></symbol>` +
		`<symbol id="icon-auto" viewBox="0 0 24 24"><circle cx="12" cy="12" r="9"/><path d="M12 3v18M12 7l6 0M12 12l9 0M12 17l6 0"/></symbol>` +
		`<symbol id="icon-light" viewBox="0 0 24 24"><circle cx="12" cy="12" r="4"/><path d="M12 2v2M12 20v2M4.9 4.9l1.4 1.4M17.7 17.7l1.4 1.4M2 12h2M20 12h2M6.3 17.7l-1.4 1.4M19.1 4.9l-1.4 1.4"/></symbol>` +
		`<symbol id="icon-dark" viewBox="0 0 24 24"><path d="M20.985 12.486a9 9 0 1 1-9.473-9.472c.405-.022.617.46.402.803a6 6 0 0 0 8.268 8.268c.344-.215.825-.004.803.401"/></symbol>` +
		`<symbol id="icon-cloud" viewBox="0 0 24 24"><path d="M17.5 19H9a7 7 0 1 1 6.71-9h1.79a4.5 4.5 0 1 1 0 9Z"/></symbol>` +
		`<symbol id="icon-close" viewBox="0 0 24 24"><path d="M18 6 6 18"/><path d="m6 6 12 12"/></symbol>` +
		`<symbol id="glyph-disagree" viewBox="0 0 18 18"><path d="M3 6.300h12v2H3zM3 10.700h12v2H3zM11.800 2.500l1.700 1-7.300 12.500-1.700-1z"/></symbol>` +
		`<symbol id="icon-filter" viewBox="0 0 24 24"><path d="M3 6h18M7 12h10M10 18h4"/></symbol>` +
		`<symbol id="icon-keys" viewBox="0 0 24 24"><rect x="2" y="5" width="20" height="14" rx="2"/><path d="M6 9h.01M10 9h.01M14 9h.01M18 9h.01M7 15h10"/></symbol>` +
		`</svg>`)
}
