package app

import (
	"io"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"parallax/internal/engine"
	"parallax/internal/export"
)

// exportPair saves a comparison as a file, with both citations, all states
// and every word kept.
func (v view) exportPair(c *engine.Compare) app.UI {
	name := fileName(c)
	entry := func(words, ending, kind string, write func() string) app.UI {
		return el("li", "", el("button", "", el("b", "", text(words)), el("span", "muted small", text(name+ending))).Attr("type", "button").
			On("click", on(func(app.Event) { saveFile(name+ending, kind, write()); closeMenu() }), app.EventScope(ending, c.A.ID, c.B.ID)))
	}
	return el("details", "menu",
		el("summary", "button", icon("export"), text(" Export")),
		el("ul", "card menu-list",
			entry("One HTML page", ".html", "text/html", func() string { return exported(c, export.CompareHTML) }),
			entry("Markdown", ".md", "text/markdown", func() string { return exported(c, export.CompareMarkdown) }),
			el("li", "", el("button", "", el("b", "", text("Print")), el("span", "muted small", text("or save as PDF"))).Attr("type", "button").
				On("click", on(func(app.Event) { closeMenu(); printPage() }))))).Attr("name", "menu")
}

// exported is what write makes of c.
func exported(c *engine.Compare, write func(w io.Writer, c engine.Compare) error) string {
	var b strings.Builder
	if err := write(&b, *c); err != nil {
		return "" // a strings.Builder takes everything
	}
	return b.String()
}

// fileName names a comparison by outlets and days: "tass-2020-10-26-tass-2023-09-19".
func fileName(c *engine.Compare) string {
	var parts []string
	for _, a := range [...]engine.ArticleRef{c.A, c.B} {
		for _, words := range [...]string{a.OutletID, strings.TrimRight(a.EDTF, "~?%")} {
			if words != "" {
				parts = append(parts, words)
			}
		}
	}
	return strings.Map(func(r rune) rune {
		if r == '-' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return r
		}
		return '-'
	}, strings.Join(parts, "-"))
}

// citations end a printed sheet: what it shows, and where it was.
func (v view) citations(articles ...engine.ArticleRef) app.UI {
	if len(articles) == 0 {
		return nil
	}
	lines := many(articles, func(a engine.ArticleRef) app.UI {
		return el("li", "", text(a.Citation()))
	})
	return el("footer", "print-only", el("h2", "", text("Sources")), el("ol", "", lines...), el("p", "", text("Parallax · "+v.home.Title))).
		Attr("aria-hidden", "true")
}
