package engine

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"parallax/internal/dossier"
	"parallax/internal/search"
	"parallax/internal/text"
)

// allWindows asks for every article found that a reply may hold.
const allWindows = maxFound / foundEach

// found returns the ids of the articles in a reply, in order.
func found(r Search) (all, some []string) {
	for _, a := range r.All {
		all = append(all, a.Article.ID)
	}
	for _, a := range r.Some {
		some = append(some, a.Article.ID)
	}
	return all, some
}

func TestSearchForgives(t *testing.T) {
	e := karabakh(t)
	for _, tt := range []struct{ name, typed, meant string }{
		{"two typing errors", "peskow cesefire", "Peskov ceasefire"},
		{"Cyrillic", "Песков", "Peskov"},
		{"Armenian capitals", "ԱԼԻԵՎ", "Aliyev"},
		{"Azerbaijani", "əliyev", "Aliyev"},
		{"no hyphen", "Nagorno Karabakh", "Nagorno-Karabakh"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			gotAll, gotSome := found(e.Search(Query{Text: tt.typed}, allWindows))
			wantAll, wantSome := found(e.Search(Query{Text: tt.meant}, allWindows))
			slices.Sort(gotAll)
			slices.Sort(wantAll)
			if len(wantAll) == 0 || !slices.Equal(gotAll, wantAll) || len(gotSome) != len(wantSome) {
				t.Errorf("Search(%q) = %v %v, Search(%q) = %v %v", tt.typed, gotAll, gotSome, tt.meant, wantAll, wantSome)
			}
		})
	}
}

func TestSearchNamesMissingWords(t *testing.T) {
	r := karabakh(t).Search(Query{Text: "cesefire qwertyuiop minsk"}, allWindows)
	if len(r.Missing) != 2 || r.Missing[0].Word != "cesefire" || !slices.Equal(r.Missing[0].Similar, []string{"ceasefire"}) ||
		r.Missing[1].Word != "qwertyuiop" || len(r.Missing[1].Similar) > 0 {
		t.Errorf("missing words %+v", r.Missing)
	}
}

func TestSearchByPersonAndDay(t *testing.T) {
	e := karabakh(t)
	r := e.Search(Query{Text: "who:ryabkov published:2020-10-01"}, allWindows)
	if len(r.All) != 1 || len(r.Some) > 0 || !strings.HasPrefix(e.d.Articles[r.All[0].Article.Index].File, "003") {
		t.Errorf("found %+v, want article 003 only", r.All)
	}
	if len(r.Filters) != 2 || r.Filters[0].Text != "who:ryabkov" {
		t.Errorf("filters %+v", r.Filters)
	}
	for _, q := range r.Quotes {
		if q.Speaker != "Sergei Ryabkov" {
			t.Errorf("a statement by %s among those of Ryabkov", q.Speaker)
		}
	}
	if len(r.Quotes) == 0 || len(r.People) != 1 || r.People[0].Name != "Sergei Ryabkov" {
		t.Errorf("%d statements, people %+v", len(r.Quotes), r.People)
	}
	day := e.Search(Query{Text: "date:2020-10-10"}, allWindows)
	for _, ev := range day.Events {
		if !strings.HasPrefix(ev.EDTF, "2020-10-10") && !strings.Contains(ev.EDTF, "/") {
			t.Errorf("the event of %s for 10 October 2020", ev.EDTF)
		}
	}
	if len(day.Events) == 0 {
		t.Error("no event of 10 October 2020")
	}
}

// An event is found by its time, though no sentence writes all of it.
// What is found by a time or a person alone is shown where that stands.
func TestSearchShowsWhatAFilterFound(t *testing.T) {
	e := karabakh(t)
	for _, tt := range []struct{ query, words string }{
		{"date:1988-02", "February 1988"},
		{"who:ryabkov", "Ryabkov"},
		{"who:pashinyan date:2023-05", "May 17"},
	} {
		r := e.Search(Query{Text: tt.query}, allWindows)
		if len(r.All) == 0 {
			t.Errorf("%s: nothing found", tt.query)
		}
		for _, a := range r.All {
			marked := false
			for _, x := range a.Excerpts {
				for _, run := range x.Runs {
					marked = marked || run.Hit && strings.Contains(run.Text, tt.words)
				}
			}
			if !marked {
				t.Errorf("%s: %s shows %+v", tt.query, a.Article.ID, a.Excerpts)
			}
		}
	}
	for _, q := range e.Search(Query{Text: "date:1988-02"}, allWindows).Quotes {
		t.Errorf("a statement of no such time: %q", plain(q.Runs))
	}
}

func TestSearchFindsEventsByTheirTime(t *testing.T) {
	e := karabakh(t)
	for _, tt := range []struct {
		name, query string
		want, not   []string // beginnings of EDTF
	}{
		{"a year nobody writes", "truce october 2020", []string{"2020-10-10", "2020-10-17"}, []string{"2020-09", "2020-11", "1992"}},
		{"the same in the other order", "2020 October truce", []string{"2020-10-10", "2020-10-17"}, []string{"2020-09", "1992"}},
		{"a weekday in the text", "ceasefire 26 october 2020", []string{"2020-10-26"}, []string{"2020-10-25", "2020-10-10"}},
		{"without a year", "ceasefire oct 26", []string{"2020-10-26"}, []string{"2020-10-25"}},
		{"ISO", "2020-10-26", []string{"2020-10-26"}, []string{"2020-10-2/", "2020-10-25", "2020-10-10"}},
		{"the year alone", "pashinyan 2020", []string{"2020-"}, []string{"2023"}},
		{"a time asked for as a filter", "ceasefire date:2020-10-26", []string{"2020-10-26"}, []string{"2020-10-25"}},
		{"a time that depends on today", "minsk next year", []string{"1992/"}, []string{"1988", "2020-09-27"}},
		{"a year that is not wanted", "ceasefire -2023", []string{"2020-10-26"}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, ev := range e.Search(Query{Text: tt.query}, allWindows).Events {
				got = append(got, ev.EDTF)
			}
			begins := func(prefix string) bool {
				return slices.ContainsFunc(got, func(edtf string) bool { return strings.HasPrefix(edtf, prefix) })
			}
			for _, want := range tt.want {
				if !begins(want) {
					t.Errorf("Search(%q) finds the events of %v, none of %s", tt.query, got, want)
				}
			}
			for _, not := range tt.not {
				if begins(not) {
					t.Errorf("Search(%q) finds the events of %v, among them one of %s", tt.query, got, not)
				}
			}
		})
	}
}

// A tap on a count finds as many articles as it says.
func TestFacetsNarrow(t *testing.T) {
	e := karabakh(t)
	const words = "ceasefire minsk"
	r := e.Search(Query{Text: words}, allWindows)
	tapped := 0
	for _, f := range []struct {
		list []Facet
		with func(value string) Query
	}{
		{r.ByOutlet, func(v string) Query { return Query{Text: words, Outlet: v} }},
		{r.ByPerson, func(v string) Query { return Query{Text: words, Who: v} }},
		{r.ByYear, func(v string) Query { return Query{Text: words, From: v, To: v} }},
	} {
		for _, x := range f.list {
			tapped++
			if got := e.Search(f.with(x.Value), allWindows); got.Total != x.Count || len(got.All)+len(got.Some) != x.Count {
				t.Errorf("%s says %d, a tap finds %d", x.Label, x.Count, got.Total)
			}
		}
	}
	if tapped < 5 {
		t.Errorf("only %d counts", tapped)
	}
}

// Any phrase of an article finds it, and its words are marked.
func TestAnyPhraseFindsItsArticle(t *testing.T) {
	e := karabakh(t)
	for i := range e.d.Articles {
		a := &e.d.Articles[i]
		for _, s := range a.Sentences {
			if !e.searched(i, s.Span) {
				continue
			}
			words := text.Words(a.Text[:s.Span.End])
			from, _ := slices.BinarySearchFunc(words, s.Span.Start, func(w text.Span, at int32) int { return int(w.Start - at) })
			for k := from; k < len(words); k += 3 {
				phrase := a.Text[words[k].Start:words[min(k+4, len(words)-1)].End]
				if strings.ContainsAny(phrase, "\"“”«»„") {
					continue
				}
				r := e.Index().Search(`"`+phrase+`"`, search.Options{})
				at := slices.IndexFunc(r.Hits, func(h search.Hit) bool { return int(h.Doc) == i })
				if at < 0 {
					t.Errorf("%q does not find %s", phrase, a.File)
				} else if !slices.ContainsFunc(r.Hits[at].Marks, func(m search.Mark) bool { return m.Span.Start <= words[k].Start && words[k].Start < m.Span.End }) {
					t.Errorf("%q is not marked in %s: %v", phrase, a.File, r.Hits[at].Marks)
				}
			}
		}
	}
}

// searched reports whether sp of article i is in the index.
func (e *Engine) searched(i int, sp text.Span) bool {
	doc := e.searchDoc(i)
	for _, part := range append([]text.Span{doc.Title, doc.Subtitle}, doc.Body...) {
		if part.Contains(sp) {
			return true
		}
	}
	return false
}

// The timeline obeys the query of the search.
func TestTimelineObeysTheQuery(t *testing.T) {
	e := karabakh(t)
	events := 0
	for _, g := range e.Timeline(Query{Text: "outlet:tass ceasefire"}, happenedClock).Groups {
		for _, item := range g.Items {
			if item.Event == nil {
				continue
			}
			events++
			if !slices.ContainsFunc(item.Event.Tellings, func(x Telling) bool { return x.Article.OutletID == "tass" }) {
				t.Errorf("an event that TASS does not tell: %s", item.Event.Words)
			}
		}
	}
	if events == 0 {
		t.Error("no event")
	}
}

// A collection too large to read events out of is searched and read all the
// same: its first articles are listed, what was found comes window by window,
// and statements are those of the best articles.
func TestLargeCollection(t *testing.T) {
	pack := dossier.Pack{Title: "Many", Language: "en", Outlets: []dossier.Outlet{{ID: "wire", Name: "Wire"}}}
	for i := range manyArticles + 1 {
		title := fmt.Sprintf("Harbour report number %d", i)
		pack.Articles = append(pack.Articles, dossier.Meta{
			ID: fmt.Sprintf("a%05d", i), Outlet: "wire", Title: title, Published: "2020-10-01",
			Text: title + "\n\n\"The ferry leaves on 3 October 2020,\" harbour master Ann Lee said on Thursday.\n",
		})
	}
	d, err := dossier.New(pack)
	if err != nil {
		t.Fatal(err)
	}
	e := New(d)
	h := e.Home()
	if h.Count != manyArticles+1 || len(h.Articles) != homeArticles || h.Large == "" {
		t.Errorf("the start screen counts %d articles, lists %d and says %q", h.Count, len(h.Articles), h.Large)
	}
	for window, want := range []int{foundEach, 2 * foundEach} {
		r := e.Search(Query{Text: "ferry"}, window)
		if len(r.All) != want || !r.More || r.AllTotal != manyArticles+1 {
			t.Errorf("window %d holds %d articles of %d, more: %t; want %d", window, len(r.All), r.AllTotal, r.More, want)
		}
	}
	r := e.Search(Query{Text: "ferry"}, allWindows)
	if len(r.All) != maxFound || r.More {
		t.Errorf("all windows hold %d articles, more: %t; want %d", len(r.All), r.More, maxFound)
	}
	if len(r.Quotes) != readHits || r.QuotesOf != readHits || r.Quotes[0].Speaker != "Ann Lee" {
		t.Errorf("%d statements of %d articles: %+v; want one of each of %d", len(r.Quotes), r.QuotesOf, r.Quotes, readHits)
	}
	if len(e.Jump("ferry")) != 0 || len(e.Jump("harbour")) == 0 {
		t.Error("the jump-to box does not know the articles by their titles")
	}
	if a, ok := e.Article("a01999", "ferry"); !ok || len(a.Quotes) != 1 || a.Hits == 0 {
		t.Errorf("an article has %d statements and %d hits: %t", len(a.Quotes), a.Hits, ok)
	}
}

// Who looks for a number without its comma, or for who wrote an article, finds it
// and is told of no missing word.
func TestFindsNumbersAndAuthors(t *testing.T) {
	d, err := dossier.New(dossier.Pack{Articles: []dossier.Meta{
		{ID: "a", Author: "Jana Kolb", Text: "Some 1,600 miners walked out of the pit."},
		{ID: "b", Text: "Nobody came to the lake on Sunday."},
	}})
	if err != nil {
		t.Fatal(err)
	}
	for _, query := range []string{"1600", "1600 miners", "kolb", "jana kolb miners"} {
		found := New(d).Search(Query{Text: query}, 0)
		if len(found.All) != 1 || found.All[0].Article.ID != "a" || len(found.Missing) > 0 {
			t.Errorf("%q finds %d articles and misses %q", query, len(found.All), found.Missing)
		}
	}
}
