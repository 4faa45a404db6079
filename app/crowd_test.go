package app

import (
	"fmt"
	"strings"
	"testing"

	"parallax/internal/dossier"
	"parallax/internal/engine"
	"parallax/internal/route"
)

// crowd is a collection of n articles by an Arabic outlet, a wire and nobody
// who is named, on the same event.
func crowd(t *testing.T, n int) *engine.Engine {
	t.Helper()
	outlets := []dossier.Outlet{{ID: "khabar", Name: "صحيفة الخبر"}, {ID: "wire", Name: "Wire"}}
	p := dossier.Pack{Title: "Crowd", Language: "en", Outlets: outlets}
	for i := range n {
		m := dossier.Meta{
			ID: fmt.Sprintf("a%02d", i), File: "a.txt", Title: fmt.Sprintf("Round %d", i), Published: fmt.Sprintf("2021-04-%02d", i%28+1),
			Text: fmt.Sprintf("The conflict broke out in February 2014 and has cost %d lives so far, officials said. The fighting goes on in the hills to this day and nobody knows its end.\n\nTalks in Geneva resumed on 1 April 2021.", 1000+i),
		}
		if i%3 < 2 {
			m.Outlet = outlets[i%3].ID
		}
		p.Articles = append(p.Articles, m)
	}
	p.Articles = append(p.Articles, dossier.Meta{ID: "undated", File: "u.txt", Title: "No day", Text: "The dog walked to the park. It came home again."})
	d, err := dossier.New(p)
	if err != nil {
		t.Fatal(err)
	}
	return engine.New(d)
}

// TestCrowd holds what screens say of a collection with many articles, some
// without outlet or date.
func TestCrowd(t *testing.T) {
	few, many := crowd(t, 8), crowd(t, 30)
	for _, tt := range []struct {
		name  string
		of    *engine.Engine
		state route.State
		wide  bool
		has   string
		lacks string
	}{
		{"articles that name no outlet are counted in words", many, route.State{}, true, "11 without an outlet", ""},
		{"a paragraph of many articles is told in one line", many, route.State{}, true, "changed in 29 later articles", "changed 2 Apr 2021; changed 3 Apr 2021"},
		{"and on its screen", many, route.State{Screen: route.Passage}, true, "30 articles by", "2 Apr 2021: 1 sentence"},
		{"too many articles for a table are said to be, with a way on", many, route.State{Screen: route.Reports}, true, "This table has room for 24 articles", "Choose a sign"},
		{"the articles of one outlet fit", many, route.State{Screen: route.Reports, Outlet: "wire"}, true, "Choose a sign", "has room for 24"},
		{"so do some that are chosen", many, route.State{Screen: route.Reports, Only: "a01,a02,a03"}, true, "Choose a sign", "has room for 24"},
		{"and there is a way back", many, route.State{Screen: route.Reports, Outlet: "wire"}, true, "All outlets", ""},
		{"a sign on a phone names its article when dates cannot stand above", few, route.State{Screen: route.Reports}, false, "told صحيفة الخبر 1 Apr 2021", ""},
		{"and the articles that do not tell the event are counted", few, route.State{Screen: route.Reports}, false, "later for 1, nothing found in 7", ""},
		{"an Arabic name leaves the day after it alone", few, route.State{Screen: route.Article, Article: "a01"}, true, "Earlier: \u2068صحيفة الخبر\u2069 1 Apr 2021", ""},
		{"nothing is earlier or later than an article without a date", few, route.State{Screen: route.Article, Article: "undated"}, true, "Previous: Wire 8 Apr 2021", "Earlier: "},
		{"no heading over no dates", few, route.State{Screen: route.Article, Article: "undated"}, true, "unnamed outlet", "Dates in this article"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := words(drawn(t, tt.of, tt.state, tt.wide))
			if !strings.Contains(got, squeezed(tt.has)) {
				t.Errorf("no %q in %.1500s", tt.has, got)
			}
			if tt.lacks != "" && strings.Contains(got, squeezed(tt.lacks)) {
				t.Errorf("%q in %.1500s", tt.lacks, got)
			}
		})
	}
}

// TestTakeMark holds that a mark outlives a new start, also where the first screen
// does not name its article.
func TestTakeMark(t *testing.T) {
	first := []engine.ArticleRef{{ID: "a"}, {ID: "b"}}
	for _, tt := range []struct {
		name, kept string
		count      int
		want       string
	}{
		{"an article named here", `{"id":"b","title":"Rain"}`, 2, "b"},
		{"one of a large collection", `{"id":"z","title":"Rain"}`, 3000, "z"},
		{"an article that is no more", `{"id":"z","title":"Rain"}`, 2, ""},
		{"nothing", "", 2, ""},
		{"no article", `{}`, 3000, ""},
		{"no JSON", "b", 3000, ""},
	} {
		r := newReader(nil, "/", &engine.Home{Articles: first, Count: tt.count})
		r.takeMark(tt.kept)
		if r.marked != tt.want || tt.want != "" && r.seen[tt.want].ID == "" {
			t.Errorf("%s: marked %q, want %q", tt.name, r.marked, tt.want)
		}
	}
}
