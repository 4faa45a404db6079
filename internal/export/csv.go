package export

import (
	"encoding/csv"
	"io"
	"strings"

	"parallax/internal/engine"
)

// writeCSV writes t with a row for each event and publication and a column
// for each article, which holds the state of its cell in words. Title, outlet,
// author, address and sentence are those of the first article that tells the event.
func writeCSV(w io.Writer, t engine.Timeline, _ string) error {
	header := []string{"what", "edtf", "date", "status", "words", "told by", "title", "outlet", "author", "address", "sentence"}
	for _, a := range t.Articles {
		header = append(header, name(a))
	}
	rows := [][]string{header}
	line := func(what string, e engine.Event) {
		a, sentence := teller(t, e)
		row := []string{what, e.EDTF, dated(e), e.Status, e.Words, e.Count, a.Title, a.Outlet, a.Author, a.URL, sentence}
		for _, c := range e.Cells {
			row = append(row, c.Word)
		}
		rows = append(rows, pad(row, len(header)))
	}
	entries(t, func(e engine.Event) { line("event", e) }, func(a engine.ArticleRef) {
		row := []string{"published", a.EDTF, a.FullDate(), "", "", "", a.Title, a.Outlet, a.Author, a.URL}
		rows = append(rows, pad(row, len(header)))
	})
	for _, e := range t.Hidden {
		line("hidden by the reader", e)
	}
	out := csv.NewWriter(w)
	for _, row := range rows {
		for i, cell := range row {
			row[i] = harmless(oneLine(cell))
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// teller returns the first article that tells e at its time, by publication, and
// its sentence.
func teller(t engine.Timeline, e engine.Event) (a engine.ArticleRef, sentence string) {
	for i, c := range e.Cells {
		if sentence = telling(c); sentence != "" && c.Sign != engine.SignDisagree && c.Sign != engine.SignUndated && i < len(t.Articles) {
			return t.Articles[i], sentence
		}
	}
	if len(e.Tellings) > 0 { // of a large collection, whose articles have no columns
		return e.Tellings[0].Article, plain(e.Tellings[0].Runs)
	}
	return a, ""
}

// pad lengthens row to n cells.
func pad(row []string, n int) []string {
	for len(row) < n {
		row = append(row, "")
	}
	return row[:n]
}

// harmless puts an apostrophe before what a spreadsheet would take for a
// formula.
func harmless(cell string) string {
	if cell != "" && strings.IndexByte("=+-@", cell[0]) >= 0 {
		return "'" + cell
	}
	return cell
}
