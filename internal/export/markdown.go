package export

import (
	"fmt"
	"io"
	"strings"

	"parallax/internal/engine"
)

// writeMarkdown writes t under title, with what each article has about each
// event.
func writeMarkdown(w io.Writer, t engine.Timeline, title string) error {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n", md(title))
	for _, g := range t.Groups {
		fmt.Fprintf(&b, "\n## %s\n\n", md(g.Heading))
		for _, it := range g.Items {
			switch {
			case it.Event != nil:
				eventMarkdown(&b, t, *it.Event)
			case it.Published != nil:
				fmt.Fprintf(&b, "- published: %s\n", citation(*it.Published))
			}
		}
	}
	if len(t.Undated) > 0 {
		b.WriteString("\n## Without a date\n\n")
		for _, e := range t.Undated {
			eventMarkdown(&b, t, e)
		}
	}
	if len(t.Hidden) > 0 {
		b.WriteString("\n## Hidden by the reader\n\n")
		for _, e := range t.Hidden {
			eventMarkdown(&b, t, e)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func eventMarkdown(b *strings.Builder, t engine.Timeline, e engine.Event) {
	fmt.Fprintf(b, "- **%s**, %s: “%s”", md(dated(e)), md(e.Status), md(oneLine(e.Words)))
	if e.Count != "" {
		fmt.Fprintf(b, " (%s)", md(e.Count))
	}
	b.WriteString("\n")
	cells(t, e, func(a engine.ArticleRef, c engine.CellRef) {
		fmt.Fprintf(b, "  - %s: %s", md(name(a)), md(c.Word))
		if words := telling(c); words != "" {
			fmt.Fprintf(b, ": “%s”", md(words))
		}
		b.WriteString("\n")
	}, func(word, names string) { fmt.Fprintf(b, "  - %s: %s\n", md(word), md(names)) })
}

// citation returns a as one line of Markdown, its address as a link.
func citation(a engine.ArticleRef) string {
	if !webAddress(a.URL) {
		return md(a.Citation())
	}
	address := a.URL
	a.URL = ""
	return md(a.Citation()) + ", <" + address + ">"
}

// CompareMarkdown writes the comparison c: both citations, what was found, and
// every sentence. Words of A only are struck out, words of B only are bold.
func CompareMarkdown(w io.Writer, c engine.Compare) error {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s and %s\n\n", md(name(c.A)), md(name(c.B)))
	fmt.Fprintf(&b, "A: %s  \nB: %s\n", citation(c.A), citation(c.B))
	for _, s := range c.Summary {
		fmt.Fprintf(&b, "\n%s\n", md(oneLine(s)))
	}
	b.WriteString("\n~~Struck out~~: in A only. **Bold**: in B only.\n")
	for _, s := range c.Sections {
		fmt.Fprintf(&b, "\n## %s\n", md(s.Heading))
		if s.Note != "" {
			fmt.Fprintf(&b, "\n%s\n", md(s.Note))
		}
		for _, r := range s.Rows {
			rowMarkdown(&b, r)
		}
	}
	if len(c.Events) > 0 {
		fmt.Fprintf(&b, "\n## Events\n\n| date | status | words | A | B |\n|---|---|---|---|---|\n")
		for _, e := range c.Events {
			fmt.Fprintf(&b, "| %s | %s | %s | %s | %s |\n", cell(dated(e.Event)), cell(e.Event.Status), cell(e.Event.Words), cell(e.A.Word), cell(e.B.Word))
		}
	}
	if len(c.Quotes) > 0 {
		b.WriteString("\n## Quotes\n")
		for _, q := range c.Quotes {
			fmt.Fprintf(&b, "\n**%s**\n\n", md(speaker(q)))
			statements(q, func(by, words string) { fmt.Fprintf(&b, "- %s: %s\n", md(by), md(words)) })
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// speaker returns whose statements q holds.
func speaker(q engine.PairQuotes) string {
	if q.Speaker == "" {
		return "Nobody named"
	}
	return q.Speaker
}

// statements calls write for each statement of q: with its side, how it gives
// its words and through whom they came, and with the words.
func statements(q engine.PairQuotes, write func(by, words string)) {
	for i, side := range [...][]engine.QuoteRef{q.A, q.B} {
		for k := range side {
			s := &side[k]
			via := ""
			if s.Via != "" {
				via = ", via " + s.Via
			}
			write(sides[i]+", "+s.TypeWords()+via, plain(s.Runs))
		}
	}
}

// label says in words what a row shows.
func label(r engine.Row) string {
	words := r.Label
	switch {
	case words != "":
	case r.Relation != "":
		words = r.Relation
	case len(r.Nearest) > 0 && r.Nearest[0].How == engine.FoundPart:
		words = "part of a sentence of the other"
	case len(r.Nearest) > 0 && r.Nearest[0].How == engine.FoundTwice:
		words = "told twice"
	case len(r.B) == 0:
		words = "found in A only"
	case len(r.A) == 0:
		words = "found in B only"
	default:
		words = "found in one only"
	}
	if r.Moved != "" {
		words += "; moved: " + strings.ToLower(r.Moved[:1]) + r.Moved[1:]
	}
	return strings.TrimPrefix(strings.Join(append([]string{words}, r.Clashes...), "; "), "; ")
}

func rowMarkdown(b *strings.Builder, r engine.Row) {
	fmt.Fprintf(b, "\n*%s*\n", md(label(r)))
	if len(r.Both) > 0 {
		fmt.Fprintf(b, "\n%s\n", changesMarkdown(r.Both))
		return
	}
	for i, texts := range [...][]engine.RowText{r.A, r.B} {
		for _, t := range texts {
			fmt.Fprintf(b, "\n%s: %s\n", sides[i], changesMarkdown(t.Runs))
		}
	}
	for _, n := range r.Nearest {
		if !n.Again {
			fmt.Fprintf(b, "\n%s\n", md(oneLine(nearest(n))))
		}
	}
}

// nearest says which sentence of the other article comes nearest to one that
// was not found there.
func nearest(n engine.Nearest) string {
	words := "The nearest sentence in A"
	if n.Of == "a" {
		words = "The nearest sentence in B"
	}
	switch n.How {
	case engine.FoundPart:
		words = "It is part of this sentence"
	case engine.FoundTwice:
		words = "The sentence there"
	}
	if n.To != "" {
		words += " to “" + n.To + "”"
	}
	return strings.Join(append([]string{words + ": “" + n.Words + "”"}, n.Clashes...), "; ")
}

// changesMarkdown writes runs with their differences marked.
func changesMarkdown(runs []engine.Run) string {
	var b strings.Builder
	for _, r := range runs {
		mark := ""
		switch r.Change {
		case engine.OnlyA:
			mark = "~~"
		case engine.OnlyB:
			mark = "**"
		}
		// Marks count only where they touch the words.
		words := strings.TrimSpace(r.Text)
		if mark == "" || words == "" {
			b.WriteString(md(r.Text))
			continue
		}
		before, after, _ := strings.Cut(r.Text, words)
		b.WriteString(before + mark + md(words) + mark + after)
	}
	return oneLine(b.String())
}

// md returns s with the letters escaped that Markdown would read as marks.
func md(s string) string { return mdEscaper.Replace(s) }

var mdEscaper = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "~", `\~`, "[", `\[`, "]", `\]`,
	"<", "&lt;", ">", "&gt;", "#", `\#`, "|", `\|`, "&", "&amp;",
)

// cell returns s as the cell of a Markdown table.
func cell(s string) string { return md(oneLine(s)) }
