package app

import (
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"parallax/internal/engine"
)

// wordingLayer draws both texts once: as aligned columns joined by ribbons
// where there is room, else as one text with both wordings.
func (v view) wordingLayer(c *engine.Compare) app.UI {
	w := wording{view: v, c: c, named: map[string]bool{}, moving: map[int]bool{}}
	class := choose(v.wide, "joined", "interleaved")
	var parts []app.UI
	left := v.drawnRows(rowsOf(c))
	for _, s := range c.Sections {
		if left == 0 {
			break
		}
		parts = append(parts, el("div", "joined-heading", el("h2", "", text(s.Heading)), noteOf(s.Note)))
		rows := s.Rows[:min(left, len(s.Rows))]
		left -= len(rows)
		for _, row := range rows {
			if v.wide {
				parts = append(parts, w.columns(row)...)
			} else {
				parts = append(parts, w.merged(row)...)
			}
		}
	}
	if len(parts) == 0 {
		return empty("compare", "Neither article has a text to compare.")
	}
	return el("section", class, parts...).Attr("aria-label", "Wording")
}

// wording is one drawing of the layer, from the first row to the last.
type wording struct {
	view
	c      *engine.Compare
	named  map[string]bool // ids given away: one element each
	moving map[int]bool    // steps whose passage has been met on one side only
}

// id gives an element the id, if it is the first to ask for it.
func (w *wording) id(e app.HTMLElem, id string) app.HTMLElem {
	if id == "" || w.named[id] {
		return e
	}
	w.named[id] = true
	return e.ID(id).Attr("tabindex", "-1")
}

// rowID is the step of a row, for n and p.
func rowID(row engine.Row) string {
	if row.Step == 0 {
		return ""
	}
	return stepID(row.Step)
}

// joined reports whether a row shows the same passage on both sides.
func joined(row engine.Row) bool { return row.Relation != "" }

// columns draws a row as A, gutter, B.
func (w *wording) columns(row engine.Row) []app.UI {
	railed := len(w.moving) > 0
	shape := ""
	if row.Moved != "" {
		starts := !w.moving[row.Step]
		if starts {
			w.moving[row.Step] = true
		} else {
			delete(w.moving, row.Step)
		}
		railed = len(w.moving) > choose(starts, 1, 0)
		shape = choose(starts, "start", "end") + choose(len(row.A) > 0, "-a", "-b")
	} else if joined(row) {
		shape = "across"
	}
	return []app.UI{w.cell("a", row), gutter(row, shape, railed), w.cell("b", row)}
}

// cell is one side of a row, or the note that stands for it.
func (w *wording) cell(side string, row engine.Row) app.UI {
	texts := choose(side == "a", row.A, row.B)
	if len(texts) == 0 {
		return el("div", "passage passage-"+side+" passage-empty", w.absent(side, row)...)
	}
	class := "passage passage-" + side + choose(joined(row), " passage-joined", " passage-alone")
	e := el("div", class, append(w.texts(side, row, texts), clashLines(row.Clashes)...)...)
	return w.id(e, rowID(row))
}

// absent says what a side has for the text of a row that stands on the other.
func (w *wording) absent(side string, row engine.Row) []app.UI {
	note := []app.UI{glyph(engine.SignNone), text(" In " + choose(side == "a", "A", "B") + ": nothing found")}
	switch {
	case row.Elsewhere():
		return w.nearest(row.Nearest, false)
	case row.Moved != "":
		note = []app.UI{text(row.Moved)}
	case notMissed(slices.Concat(row.A, row.B)):
		return nil
	}
	lines := []app.UI{el("p", "passage-note", note...)}
	if !w.besideOwn(row) {
		lines = append(lines, w.nearest(row.Nearest, false)...)
	}
	return lines
}

// besideOwn reports whether the sentences nearest to those of a row stand under
// the paragraphs of these: where the other side has no place for them, or where
// it would not be clear to which they belong.
func (w *wording) besideOwn(row engine.Row) bool {
	return !row.Elsewhere() && (!w.wide || row.Fold || len(row.A) > 0 && len(row.B) > 0)
}

// nearest draws sentences of one side that come nearest to some of the other.
// Under the other's text each carries the letter of its side.
func (w *wording) nearest(list []engine.Nearest, lettered bool) []app.UI {
	var lines []app.UI
	for _, n := range list {
		side, article := choose(n.Of == "a", "b", "a"), choose(n.Of == "a", w.c.B, w.c.A)
		here, there := strings.ToUpper(n.Of), strings.ToUpper(side)
		words := "Nearest in " + there
		switch n.How {
		case engine.FoundPart:
			words = "Part of a sentence in " + there
		case engine.FoundTwice:
			words = "Told twice in " + here + "; in " + there
		}
		if n.To != "" {
			words += " to “" + n.To + "”"
		}
		said, clashes := w.link("verbatim plain-link", articleAt(article, n.Paragraph), text(quoted(n.Words))), n.Clashes
		if n.Again && w.state.Side == "" {
			said, clashes = el("span", "", text("see there")), nil
		}
		lines = append(lines, el("div", choose(lettered, "nearest nearest-"+side, "nearest"), append([]app.UI{el("p", "passage-note",
			when(lettered, func() app.UI { return sideLetter(side) }),
			el("span", "", text(words+": ")), said)},
			clashLines(clashes)...)...))
	}
	return lines
}

// notMissed reports whether texts are headings, headlines or a dateline alone,
// which nobody looks for on the other side.
func notMissed(texts []engine.RowText) bool {
	return !slices.ContainsFunc(texts, func(t engine.RowText) bool {
		return t.Kind != "heading" && t.Kind != "dateline" && t.Kind != "title" && t.Kind != "subtitle"
	})
}

// texts draws the paragraphs of one side; long text of one side alone is
// folded after its first paragraph.
func (w *wording) texts(side string, row engine.Row, texts []engine.RowText) []app.UI {
	var lines []app.UI
	first := 0 // lines of the first paragraph
	for i, t := range texts {
		line := el("p", "row-"+t.Kind, w.runs(t.Runs, marking{})...).Attr("dir", "auto")
		if side == "a" {
			line = w.id(line, paragraphID(t.Paragraph))
		}
		lines = append(lines, line)
		if ends := i+1 == len(texts) || texts[i+1].Paragraph != t.Paragraph; ends && w.besideOwn(row) {
			lines = append(lines, w.nearest(nearestTo(row, side, t.Paragraph), true)...)
		}
		if i == 0 {
			first = len(lines)
		}
	}
	if !row.Fold || len(texts) < 2 {
		return lines
	}
	words := engine.Count(len(texts)-1, "more paragraph") + " of " + choose(side == "a", "A", "B")
	if n, what := clashing(row, side, texts); n > 0 {
		words += ", " + number(n) + " with " + what
	}
	return append(lines[:first:first], explain(words, lines[first:]...))
}

// clashing counts the paragraphs of a side but the first that differ from their
// nearest sentence in a fact, and says in what.
func clashing(row engine.Row, side string, texts []engine.RowText) (n int, what string) {
	last := texts[0].Paragraph
	for _, t := range texts {
		if t.Paragraph == last {
			continue
		}
		last = t.Paragraph
		for _, near := range nearestTo(row, side, t.Paragraph) {
			if len(near.Clashes) == 0 {
				continue
			}
			kind, _, _ := strings.Cut(near.Clashes[0], ":")
			what = choose(n == 0 || what == "another "+kind, "another "+kind, "another fact")
			n++
			break
		}
	}
	return n, what
}

// nearestTo are the sentences nearest to those of a side's paragraph.
func nearestTo(row engine.Row, side string, paragraph int) []engine.Nearest {
	var list []engine.Nearest
	for _, n := range row.Nearest {
		if n.Of == side && n.Own == paragraph {
			list = append(list, n)
		}
	}
	return list
}

// clashLines say what differs where the rest is alike.
func clashLines(clashes []string) []app.UI {
	return many(clashes, func(clash string) app.UI { return el("p", "passage-note clash", icon("info"), text(clash)) })
}

// ribbons are the shapes in the gutter, on a square of 100 that is stretched
// to the row: the filled path, then its edges.
var ribbons = map[string][2]string{
	"across":  {"M0 0C40 0 30 14 50 14S60 0 100 0V100C60 100 70 86 50 86S40 100 0 100z", "M0 0C40 0 30 14 50 14S60 0 100 0M0 100C40 100 30 86 50 86S60 100 100 100"},
	"start-a": {"M0 0C45 0 57 35 57 106H43V100H0z", "M0 0C45 0 57 35 57 100M0 100H43"},
	"start-b": {"M100 0C55 0 43 35 43 106H57V100H100z", "M100 0C55 0 43 35 43 100M100 100H57"},
	"end-a":   {"M57 -7H43V0H0V100C45 100 57 65 57 -7z", "M43 0H0M57 0C57 65 45 100 0 100"},
	"end-b":   {"M43 -7H57V0H100V100C55 100 43 65 43 -7z", "M57 0H100M43 0C43 65 55 100 100 100"},
}

// gutter joins the two sides of a row. A moved passage leaves its row and runs
// down a rail to where it stands on the other side.
func gutter(row engine.Row, shape string, railed bool) app.UI {
	var parts []app.UI
	if railed {
		parts = append(parts, gutterShape("rail", "M43 0H57V100H43z", "M43 0V100M57 0V100"))
	}
	if shape != "" {
		parts = append(parts, gutterShape("ribbon", ribbons[shape][0], ribbons[shape][1]))
		parts = append(parts, rowTag(row))
	}
	return el("div", "gutter", parts...)
}

// gutterShape is stretched to the height of its row.
func gutterShape(class, fill, edge string) app.UI {
	return svgEl("svg", class, svgEl("path", "").Attr("d", fill), svgEl("path", "edge").Attr("d", edge)).
		Attr("viewBox", "0 0 100 100").Attr("preserveAspectRatio", "none").Attr("aria-hidden", "true")
}

// rowTag says how the two sides of a row correspond.
func rowTag(row engine.Row) app.UI {
	if row.Moved == "" {
		return el("span", "tag", text(row.Label))
	}
	return el("span", "tag", smallIcon("moved"), text(" moved"))
}

// merged draws a row as one text, for a narrow screen.
func (w *wording) merged(row engine.Row) []app.UI {
	if w.state.Side != "" {
		return w.single(w.state.Side, row)
	}
	if row.Moved != "" && w.moving[row.Step] {
		delete(w.moving, row.Step)
		return []app.UI{el("p", "merged-note", smallIcon("moved"), text(" The moved passage, shown above, stands here in "+choose(len(row.A) > 0, "A", "B")))}
	}
	if !joined(row) {
		var cards []app.UI
		if len(row.A) > 0 {
			cards = append(cards, w.aloneCard("a", row))
		}
		if len(row.B) > 0 {
			cards = append(cards, w.aloneCard("b", row))
		}
		return cards
	}
	if row.Moved != "" {
		w.moving[row.Step] = true
	}
	head := []app.UI{sideLetter("a"), sideLetter("b"), text(" "), el("b", "", text(row.Label))}
	if row.Moved != "" {
		head = append(head, movedTag(row))
	}
	words := w.runs(apart(row.Both), marking{letters: true})
	if len(words) == 0 {
		for _, t := range append(append([]engine.RowText{}, row.A...), row.B...) {
			words = append(words, w.runs(t.Runs, marking{letters: true})...)
		}
	}
	line := el("p", "", words...).Attr("dir", "auto")
	if len(row.A) > 0 {
		line = w.id(line, paragraphID(row.A[0].Paragraph))
	}
	card := el("article", "merged merged-both", append([]app.UI{el("p", "merged-head", head...), line}, clashLines(row.Clashes)...)...)
	return []app.UI{w.id(card, rowID(row))}
}

// movedTag says where the other side's sentence stands: "moved: in B further down".
func movedTag(row engine.Row) app.UI {
	return el("span", "tag tag-shared", smallIcon("moved"), text(" moved: "+strings.ToLower(row.Moved[:1])+row.Moved[1:]))
}

// apart puts a space between the words of A and those of B that stand in their
// place, where there is none.
func apart(both []engine.Run) []engine.Run {
	var out []engine.Run
	for i, r := range both {
		if i > 0 && r.Change == engine.OnlyB && both[i-1].Change == engine.OnlyA && !strings.HasSuffix(both[i-1].Text, " ") {
			out = append(out, engine.Run{Text: " "})
		}
		out = append(out, r)
	}
	return out
}

// single draws one side of a row alone; what differs stays marked.
func (w *wording) single(side string, row engine.Row) []app.UI {
	texts := choose(side == "a", row.A, row.B)
	if len(texts) == 0 {
		return nil
	}
	head := []app.UI{sideLetter(side)}
	switch {
	case !joined(row) && (row.Elsewhere() || notMissed(texts)):
	case !joined(row):
		head = append(head, el("span", "muted", text(" in "+choose(side == "a", "B", "A")+": nothing found")))
	case row.Moved != "":
		head = append(head, el("b", "", text(" "+row.Label)), movedTag(row))
	default:
		head = append(head, el("b", "", text(" "+row.Label)))
	}
	parts := append([]app.UI{el("p", "merged-head", head...)}, w.texts(side, row, texts)...)
	parts = append(parts, clashLines(row.Clashes)...)
	if row.Elsewhere() {
		parts = append(parts, w.nearest(row.Nearest, true)...)
	}
	card := el("article", "merged merged-"+choose(joined(row), "both", side), parts...)
	return []app.UI{w.id(card, rowID(row))}
}

// aloneCard is text of one side that was not found on the other.
func (w *wording) aloneCard(side string, row engine.Row) app.UI {
	article, other := w.c.A, "in B: nothing found"
	texts := row.A
	if side == "b" {
		article, other, texts = w.c.B, "in A: nothing found", row.B
	}
	if notMissed(texts) || row.Elsewhere() {
		other = ""
	}
	head := el("p", "merged-head", sideLetter(side), text(" "), el("b", "", text(cited(article))), el("span", "muted", text(" "+other)))
	parts := append([]app.UI{head}, w.texts(side, row, texts)...)
	if row.Elsewhere() {
		parts = append(parts, w.nearest(row.Nearest, true)...)
	}
	card := el("article", "merged merged-"+side, parts...)
	return w.id(card, rowID(row))
}
