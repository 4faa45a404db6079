// Package export writes what the engine found in the formats of other tools:
// timelines as CSV, TimelineJS, iCalendar and Markdown, comparisons as Markdown
// and as one HTML file, articles as citations.
//
// Words stand where the screen has signs, so that a file can be read without
// Parallax. Nothing depends on the clock: one timeline always yields one file.
package export

import (
	"strings"

	"parallax/internal/engine"
)

// name is how an article is called among others: "TASS 26 Oct 2020".
func name(a engine.ArticleRef) string {
	return strings.TrimSpace(a.Outlet + " " + a.DateWords())
}

// sides are the letters of two articles compared.
var sides = [...]string{"A", "B"}

// plain returns the words of runs on one line.
func plain(runs []engine.Run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.Text)
	}
	return oneLine(b.String())
}

// telling returns the sentence by which an article tells an event, "" if it does
// not.
func telling(c engine.CellRef) string {
	if c.Sign.Untold() {
		return ""
	}
	return plain(c.Runs)
}

// cells calls told for each article of t that tells e, and then untold for each
// word that stands for others, with their names.
func cells(t engine.Timeline, e engine.Event, told func(a engine.ArticleRef, c engine.CellRef), untold func(word, names string)) {
	var words []string
	names := map[string][]string{}
	for i, c := range e.Cells[:min(len(e.Cells), len(t.Articles))] {
		if !c.Sign.Untold() {
			told(t.Articles[i], c)
			continue
		}
		if names[c.Word] == nil {
			words = append(words, c.Word)
		}
		names[c.Word] = append(names[c.Word], name(t.Articles[i]))
	}
	for _, word := range words {
		untold(word, strings.Join(names[word], "; "))
	}
}

// webAddress reports whether s is an address of the web, written as one.
func webAddress(s string) bool {
	return (strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")) && !strings.ContainsAny(s, "<>\"\\ \t\n")
}

// oneLine returns s with single spaces for all white space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// dated returns the date of an event with its note: "10 October 2020 (local ·
// 11:00 Moscow)".
func dated(e engine.Event) string {
	if e.DateNote == "" {
		return e.Date
	}
	return e.Date + " (" + e.DateNote + ")"
}

// entries calls event or published for each item of t in its order, the
// undated events last.
func entries(t engine.Timeline, event func(engine.Event), published func(engine.ArticleRef)) {
	for _, g := range t.Groups {
		for _, it := range g.Items {
			switch {
			case it.Event != nil:
				event(*it.Event)
			case it.Published != nil:
				published(*it.Published)
			}
		}
	}
	for _, e := range t.Undated {
		event(e)
	}
}
