package export

import (
	"fmt"
	"io"
	"strings"

	"parallax/internal/engine"
)

// style is all the styling of an exported comparison. Differences are told
// apart by line and weight, not by colour alone.
const style = `
:root{color-scheme:light dark}
body{font:1.06rem/1.55 "Source Serif 4",Georgia,serif;max-width:68rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem}
.cite,.note,.label,table{font:0.92rem/1.45 system-ui,sans-serif}
.row{display:grid;grid-template-columns:1fr 1fr;gap:0 2rem;border-top:1px solid #7C7A74;padding:.5rem 0;break-inside:avoid}
.label{grid-column:1/-1;margin:0}
.row p{margin:.3rem 0}bdi{font-weight:700}
del{text-decoration:line-through}ins{text-decoration:underline;text-decoration-thickness:2px;font-weight:600}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
table{border-collapse:collapse}td,th{border:1px solid #7C7A74;padding:.3rem .5rem;text-align:left;vertical-align:top}
@media(max-width:40rem){.row{grid-template-columns:1fr}
table,tbody,tr,th,td{display:block}tr:first-child{display:none}tr{border-top:1px solid #7C7A74;padding:.5rem 0}td,th{border:0;padding:.1rem 0}
td:nth-child(4)::before{content:"A: ";font-weight:700}td:nth-child(5)::before{content:"B: ";font-weight:700}}
body{overflow-wrap:anywhere}
`

// CompareHTML writes the comparison c as one file that needs nothing else and
// runs nothing.
func CompareHTML(w io.Writer, c engine.Compare) error {
	var b strings.Builder
	title := escape(name(c.A) + " and " + name(c.B))
	fmt.Fprintf(&b, `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>%s</title>
<style>%s</style>
</head>
<body>
<main>
<h1>%s</h1>
`, title, style, title)
	fmt.Fprintf(&b, "<p class=\"cite\"><b>A</b> %s</p>\n<p class=\"cite\"><b>B</b> %s</p>\n", citationHTML(c.A), citationHTML(c.B))
	for _, s := range c.Summary {
		fmt.Fprintf(&b, "<p>%s</p>\n", escape(s))
	}
	for _, s := range c.Sections {
		fmt.Fprintf(&b, "<section>\n<h2>%s</h2>\n", escape(s.Heading))
		if s.Note != "" {
			fmt.Fprintf(&b, "<p class=\"note\">%s</p>\n", escape(s.Note))
		}
		for _, r := range s.Rows {
			rowHTML(&b, [2]string{c.A.Language, c.B.Language}, r)
		}
		b.WriteString("</section>\n")
	}
	eventsHTML(&b, c.Events)
	quotesHTML(&b, c.Quotes)
	b.WriteString("</main>\n</body>\n</html>\n")
	_, err := io.WriteString(w, b.String())
	return err
}

func citationHTML(a engine.ArticleRef) string {
	if !webAddress(a.URL) {
		return escape(a.Citation())
	}
	address := escape(a.URL)
	a.URL = ""
	return escape(a.Citation()) + `, <a href="` + address + `" rel="noreferrer">` + address + `</a>`
}

func rowHTML(b *strings.Builder, languages [2]string, r engine.Row) {
	fmt.Fprintf(b, "<div class=\"row\">\n<p class=\"label\">%s</p>\n", escape(label(r)))
	for i, texts := range [...][]engine.RowText{r.A, r.B} {
		fmt.Fprintf(b, "<div dir=\"auto\"%s>", language(languages[i]))
		for _, t := range texts {
			fmt.Fprintf(b, "<p><bdi>%s</bdi> %s</p>", sides[i], changesHTML(t.Runs))
		}
		b.WriteString("</div>\n")
	}
	for _, n := range r.Nearest {
		if n.Again {
			continue
		}
		fmt.Fprintf(b, "<p class=\"note\" dir=\"auto\">%s</p>\n", escape(nearest(n)))
	}
	b.WriteString("</div>\n")
}

// language returns the lang attribute for a language tag, or nothing.
func language(tag string) string {
	if tag == "" {
		return ""
	}
	return ` lang="` + escape(tag) + `"`
}

// changesHTML writes runs with their differences as <del> and <ins>, which a
// screen reader is told in words. What we add stands in <bdi>, so that
// dir="auto" goes by the article's own letters.
func changesHTML(runs []engine.Run) string {
	var b strings.Builder
	for _, r := range runs {
		switch r.Change {
		case engine.OnlyA:
			b.WriteString(`<del><bdi class="hidden">only in A: </bdi>` + escape(r.Text) + `</del>`)
		case engine.OnlyB:
			b.WriteString(`<ins><bdi class="hidden">only in B: </bdi>` + escape(r.Text) + `</ins>`)
		default:
			b.WriteString(escape(r.Text))
		}
	}
	return b.String()
}

func eventsHTML(b *strings.Builder, events []engine.PairEvent) {
	if len(events) == 0 {
		return
	}
	b.WriteString("<section>\n<h2>Events</h2>\n<table>\n<tr><th scope=\"col\">Date</th><th scope=\"col\">Status</th><th scope=\"col\">Words</th><th scope=\"col\">A</th><th scope=\"col\">B</th></tr>\n")
	for _, e := range events {
		fmt.Fprintf(b, "<tr><th scope=\"row\">%s</th><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>\n",
			escape(dated(e.Event)), escape(e.Event.Status), escape(e.Event.Words), cellHTML(e.A), cellHTML(e.B))
	}
	b.WriteString("</table>\n</section>\n")
}

func cellHTML(c engine.CellRef) string {
	s := escape(c.Word)
	if words := telling(c); words != "" {
		s += ": “" + escape(words) + "”"
	}
	return s
}

func quotesHTML(b *strings.Builder, quotes []engine.PairQuotes) {
	if len(quotes) == 0 {
		return
	}
	b.WriteString("<section>\n<h2>Quotes</h2>\n")
	for _, q := range quotes {
		fmt.Fprintf(b, "<h3>%s</h3>\n<ul>\n", escape(speaker(q)))
		statements(q, func(by, words string) { fmt.Fprintf(b, "<li>%s: %s</li>\n", escape(by), escape(words)) })
		b.WriteString("</ul>\n")
	}
	b.WriteString("</section>\n")
}
