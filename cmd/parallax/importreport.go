package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"parallax/cmd/parallax/feed"
	"parallax/cmd/parallax/webpage"
	"parallax/internal/dates"
	"parallax/internal/dossier"
)

// report says what was imported, what of it was guessed and what is missing.
func (im *importer) report(into string, d *dossier.Dossier, added []dossier.Meta) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s imported into %s, which now has %s%s.\n", count(len(added), "article"), into,
		count(len(d.Articles), "article"), byOutlets(len(d.Outlets)))
	if n := len(im.articles) - len(added) - im.clashes; n > 0 {
		fmt.Fprintf(&b, "There already, left as they are: %s.\n", count(n, "article"))
	}
	b.WriteString(im.pages.String())
	b.WriteString(im.feeds)
	im.reportGuesses(&b, d, added)
	if len(im.bad) > 0 {
		fmt.Fprintf(&b, "Skipped: %s.\n%s\n", count(len(im.bad), "article"), im.listBad())
	}
	b.WriteString(im.left)
	if filepath.Ext(into) != dossier.Extension {
		fmt.Fprintf(&b, "What is guessed or missing can be stated in %s.\n", filepath.Join(into, "dossier.yaml"))
	}
	fmt.Fprintf(&b, "To read it: parallax serve %s\n", into)
	return b.String()
}

// maxBad is how many bad articles a report names.
const maxBad = 10

func (im *importer) fail(what string, err error) {
	im.bad = append(im.bad, fmt.Sprintf("%s: %v", what, err))
}

// listBad names the first bad articles, a line each.
func (im *importer) listBad() string {
	list := im.bad[:min(len(im.bad), maxBad)]
	s := "  " + strings.Join(list, "\n  ")
	if n := len(im.bad) - len(list); n > 0 {
		s += fmt.Sprintf("\n  and %d more", n)
	}
	return s
}

// origins says of web pages from where in them each field was taken: the files,
// by what is said of them, in the order in which they were read.
type origins struct {
	said  []string
	files map[string][]string
}

func (o *origins) add(file string, p webpage.Page) {
	var places []string
	fields := map[string][]string{} // by the place that they come from
	for _, f := range [...]struct {
		name string
		webpage.Field
	}{
		{"title", p.Title},
		{"outlet", p.Outlet},
		{"address", p.URL},
		{"date", p.Published},
		{"author", p.Author},
		{"language", p.Language},
		{"text", p.Text},
	} {
		if f.Value == "" {
			continue
		}
		if fields[f.From] == nil {
			places = append(places, f.From)
		}
		fields[f.From] = append(fields[f.From], f.name)
	}
	for i, place := range places {
		places[i] = listed(fields[place]) + " from " + place
	}
	said := strings.Join(places, "; ")
	if o.files[said] == nil {
		o.said = append(o.said, said)
	}
	if o.files == nil {
		o.files = map[string][]string{}
	}
	o.files[said] = append(o.files[said], file)
}

// String is a line for all pages of which the same is said.
func (o *origins) String() string {
	var b strings.Builder
	for _, said := range o.said {
		fmt.Fprintf(&b, "Taken from %s: %s.\n", fewOf(o.files[said]), said)
	}
	return b.String()
}

// teasersHint is for those whose feed has no texts.
const teasersHint = "the pages themselves can be saved and imported"

// takenFrom is a line on what was taken of a feed, and what was not.
func takenFrom(file string, f feed.Feed) string {
	line := fmt.Sprintf("Taken from %s (%s): %s", file, f.Kind, count(len(f.Articles), "article"))
	if f.Teasers > 0 {
		line += fmt.Sprintf("; not taken: %s without a text, %s", count(f.Teasers, "teaser"), teasersHint)
	}
	return line + ".\n"
}

// reportGuesses says what the files did not state: what was guessed of the
// articles added, and what nobody knows.
func (im *importer) reportGuesses(b *strings.Builder, d *dossier.Dossier, added []dossier.Meta) {
	ids, outlets, agencies := 0, 0, 0
	isAdded := make(map[string]bool, len(added))
	for _, m := range added {
		isAdded[m.ID] = true
		if m.ID == dossier.ID(m.Outlet, m.Text) {
			ids++
		}
		switch {
		case m.Outlet == "":
			outlets++
		case im.agencies[m.Text]:
			agencies++
		}
	}
	titles, dated, undated := 0, 0, 0
	var misstated []string
	for i := range d.Articles {
		a := &d.Articles[i]
		if !isAdded[a.ID] {
			continue
		}
		if a.Meta.Title == "" {
			titles++
		}
		understood := dates.Understood(a.Meta.Published)
		if !understood {
			misstated = append(misstated, quoteShort(a.Meta.Published))
		}
		switch {
		case understood && a.Meta.Published != "":
		case a.Published.EDTF != "":
			dated++
		case understood:
			undated++
		}
	}
	for _, line := range []struct {
		n                 int
		state, noun, more string
	}{
		{titles, "Guessed", "title", " taken from the text"},
		{dated, "Guessed", "date", " of publication worked out from the text"},
		{len(misstated), "Not understood", "date", " of publication, " + fewOf(misstated)},
		{agencies, "Guessed", "outlet", ", the agency in the dateline"},
		{ids, "Guessed", "id", " made from outlet and text"},
		{undated, "Missing", "date", " of publication"},
		{outlets, "Missing", "outlet", ""},
	} {
		if line.n > 0 {
			fmt.Fprintf(b, "%s: %s%s.\n", line.state, count(line.n, line.noun), line.more)
		}
	}
}
