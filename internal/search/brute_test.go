package search

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"parallax/internal/text"
)

// scanned is an article as a plain scan sees it: the terms of each field.
type scanned struct {
	doc   *Doc
	terms [numFields][]string
}

// tells reports whether the article tells of something within a year.
func (s scanned) tells(year string) bool {
	first, _ := time.Parse("2006", year)
	return slices.ContainsFunc(s.doc.Happened, func(p Period) bool {
		return !p.First.Before(first) && !p.After.After(first.AddDate(1, 0, 0))
	})
}

func scan(doc *Doc) scanned {
	s := scanned{doc: doc}
	add := func(f Field, words string) {
		for at := 0; ; {
			sp, next := text.NextTerm(words, at)
			if sp.Empty() {
				return
			}
			s.terms[f] = append(s.terms[f], string(text.AppendFold(nil, sp.Of(words))))
			at = next
		}
	}
	add(Title, doc.Title.Of(doc.Text))
	add(Subtitle, doc.Subtitle.Of(doc.Text))
	for _, sp := range doc.Body {
		add(Body, sp.Of(doc.Text))
	}
	for _, p := range slices.Sorted(slices.Values(doc.People)) {
		add(People, p)
	}
	add(Outlet, doc.Outlet)
	add(Outlet, doc.OutletName)
	add(Outlet, doc.Author)
	return s
}

// at returns where a begins in field f.
func (s scanned) at(a atom, f Field) (at []int) {
	for i := range s.terms[f] {
		fits := i+len(a.words) <= len(s.terms[f])
		for k := 0; fits && k < len(a.words); k++ {
			term := s.terms[f][i+k]
			fits = term == a.words[k].folded || a.words[k].prefix && strings.HasPrefix(term, a.words[k].folded)
		}
		if fits {
			at = append(at, i)
		}
	}
	return at
}

func (s scanned) has(a atom, fields uint8) bool {
	if a.fields != 0 {
		fields = a.fields
	}
	if a.words[0].year && fields == 0 && s.tells(a.words[0].folded) {
		return true
	}
	for f := range numFields {
		if (fields == 0 || fields&(1<<f) != 0) && len(s.at(a, f)) > 0 {
			return true
		}
	}
	return false
}

// near reports whether all clauses stand within n words of each other.
func (s scanned) near(clauses []clause, fields uint8, n int) bool {
	for f := range numFields {
		if fields != 0 && fields&(1<<f) == 0 {
			continue
		}
		for from := range s.terms[f] {
			all := true
			for _, c := range clauses {
				all = all && slices.ContainsFunc(c.atoms, func(a atom) bool {
					return slices.ContainsFunc(s.at(a, f), func(at int) bool { return from <= at && at <= from+n })
				})
			}
			if all {
				return true
			}
		}
	}
	return false
}

func overlap(first, after, otherFirst, otherAfter time.Time) bool {
	return (after.IsZero() || otherFirst.Before(after)) && (first.IsZero() || otherAfter.After(first))
}

// brute answers q for one article by looking at all of it.
func (s scanned) brute(q query) (found, all bool) {
	for _, a := range q.not {
		if s.has(a, 0) {
			return false, false
		}
	}
	for _, a := range q.require {
		if !s.has(a, 0) {
			return false, false
		}
	}
	for _, t := range q.times {
		fits := false
		if t.published {
			fits = !s.doc.Earliest.IsZero() && overlap(date(t.first), date(t.after), s.doc.Earliest, s.doc.Latest)
		} else {
			fits = slices.ContainsFunc(s.doc.Happened, func(p Period) bool { return overlap(date(t.first), date(t.after), p.First, p.After) })
		}
		if fits == t.not {
			return false, false
		}
	}
	some, required := false, false
	all = true
	for _, c := range q.clauses {
		has := slices.ContainsFunc(c.atoms, func(a atom) bool { return s.has(a, q.fields) })
		if len(c.atoms) == 1 && c.atoms[0].phrase {
			required = true
			if !has {
				return false, false
			}
		}
		some, all = some || has, all && has
	}
	if q.near > 0 && len(q.clauses) > 1 {
		all = all && s.near(q.clauses, q.fields, q.near)
		return all, all
	}
	return some || required || len(q.clauses) == 0, all
}

// ask makes up a query that uses any of the operators.
func ask(r *rand.Rand) string {
	word := func() string { return vocabulary[r.IntN(len(vocabulary))] }
	var parts []string
	for range 1 + r.IntN(4) {
		switch r.IntN(14) {
		case 0:
			parts = append(parts, `"`+word()+" "+word()+`"`)
		case 1:
			parts = append(parts, "-"+word())
		case 2:
			parts = append(parts, word(), "OR", word())
		case 3:
			parts = append(parts, "outlet:"+[]string{"tass", "agency", "apa", "none"}[r.IntN(4)])
		case 4:
			parts = append(parts, []string{"who:peskov", `who:"ilham aliyev"`, "-who:lavrov", "who:лавров"}[r.IntN(4)])
		case 5:
			parts = append(parts, fmt.Sprintf("date:2020-%02d", 1+r.IntN(12)))
		case 6:
			parts = append(parts, fmt.Sprintf("-date:2020-%02d-%02d..2021", 1+r.IntN(12), 1+r.IntN(28)))
		case 7:
			parts = append(parts, []string{"published:2020", "published:2020-05..", "-published:..2020-03-15"}[r.IntN(3)])
		case 8:
			parts = append(parts, []string{"in:title", "in:body", "in:subtitle in:title"}[r.IntN(3)])
		case 9:
			parts = append(parts, fmt.Sprintf("near:%d", 1+r.IntN(6)))
		case 10:
			parts = append(parts, `"`+word()+" "+word()+" "+word()+`"`)
		default:
			parts = append(parts, word())
		}
	}
	q := strings.Join(parts, " ")
	switch r.IntN(3) {
	case 0:
		q += " "
	case 1:
		q += " " + word()
		for q = q[:len(q)-r.IntN(3)]; !strings.HasSuffix(strings.ToValidUTF8(q, ""), q[max(0, len(q)-1):]); {
			q = q[:len(q)-1]
		}
	}
	return q
}

// Search finds what a scan of all articles finds, whatever the operators.
func TestSearchEqualsScan(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	nonEmpty := 0
	for seed := range uint64(4) {
		docs := corpus(seed, 150)
		ix := Build(docs)
		var articles []scanned
		for i := range docs {
			articles = append(articles, scan(&docs[i]))
		}
		for range 800 {
			s := ask(r)
			q := parse(s)
			got := ix.Search(s, Options{Exact: true, Limit: len(docs)})
			if len(q.clauses)+len(q.not)+len(q.require)+len(q.times) == 0 {
				if got.Total > 0 {
					t.Errorf("Search(%q) finds %d articles for nothing", s, got.Total)
				}
				continue
			}
			var all, some []int32
			for _, h := range got.Hits {
				if h.All {
					all = append(all, h.Doc)
				} else {
					some = append(some, h.Doc)
				}
			}
			var wantAll, wantSome []int32
			for i := range articles {
				if found, every := articles[i].brute(q); every && found {
					wantAll = append(wantAll, int32(i))
				} else if found {
					wantSome = append(wantSome, int32(i))
				}
			}
			slices.Sort(all)
			slices.Sort(some)
			if !slices.Equal(all, wantAll) || !slices.Equal(some, wantSome) {
				t.Fatalf("Search(%q)\n got %v and %v\nscan %v and %v", s, all, some, wantAll, wantSome)
			}
			if got.Total != len(wantAll)+len(wantSome) || got.All != len(wantAll) {
				t.Errorf("Search(%q): %d of %d with all words, want %d of %d", s, got.All, got.Total, len(wantAll), len(wantAll)+len(wantSome))
			}
			if got.Total > 0 {
				nonEmpty++
			}
		}
	}
	if nonEmpty < 1000 {
		t.Errorf("only %d queries found anything: the test says little", nonEmpty)
	}
}

// Every word of an article finds it, and every phrase.
func TestEveryWordAndPhraseIsFound(t *testing.T) {
	docs := corpus(9, 60)
	ix := Build(docs)
	finds := func(q string, doc int, o Options) bool {
		o.Limit = len(docs)
		return slices.ContainsFunc(ix.Search(q, o).Hits, func(h Hit) bool { return int(h.Doc) == doc && h.All })
	}
	for i := range docs {
		doc := &docs[i]
		for f, terms := range scan(doc).terms {
			for _, term := range terms {
				if !finds(term+" ", i, Options{Exact: true}) {
					t.Errorf("%q does not find article %d, which has it in %v", term, i, Field(f))
				}
			}
		}
		for _, sp := range append([]text.Span{doc.Title, doc.Subtitle}, doc.Body...) {
			var spans []text.Span
			for at := 0; ; {
				term, next := text.NextTerm(sp.Of(doc.Text), at)
				if term.Empty() {
					break
				}
				spans = append(spans, term)
				at = next
			}
			for k := range spans {
				last := min(k+k%5, len(spans)-1)
				phrase := sp.Of(doc.Text)[spans[k].Start:spans[last].End]
				if !finds(`"`+phrase+`"`, i, Options{}) {
					t.Errorf("the phrase %q does not find article %d", phrase, i)
				}
			}
		}
	}
}

// A year finds who tells of it without writing it, unless it stands in
// quotation marks, behind a minus or is looked for in one part of an article.
func TestYearToldOf(t *testing.T) {
	doc := func(body string, first time.Time, days int) Doc {
		sp := text.Span{End: int32(len(body))}
		return Doc{Text: body, Body: []text.Span{sp}, Sentences: []text.Span{sp}, Happened: []Period{{first, first.AddDate(0, 0, days)}}}
	}
	october := time.Date(2020, 10, 17, 0, 0, 0, 0, time.UTC)
	ix := Build([]Doc{
		doc("The truce of 2020 lasted.", october, 1),
		doc("The truce was agreed last October.", october, 1),
		doc("The truce held.", october.AddDate(-1, 0, 0), 1),
		doc("The truce of that winter, long forgotten.", time.Date(2019, 12, 1, 0, 0, 0, 0, time.UTC), 90),
	})
	for _, tt := range []struct {
		query      string
		total, all int
	}{
		{"truce 2020 ", 4, 2},
		{"2020", 2, 2},
		{"2020-10", 2, 0},
		{"minsk OR 2020", 2, 2},
		{"truce -2020 ", 3, 3},
		{`truce "2020"`, 1, 1},
		{"truce 2020 in:body ", 4, 1},
		{"truce 2020 near:9 ", 1, 1},
		{"2021", 0, 0},
	} {
		if r := ix.Search(tt.query, Options{}); r.Total != tt.total || r.All != tt.all {
			t.Errorf("Search(%q): %d found, %d with all words; want %d, %d", tt.query, r.Total, r.All, tt.total, tt.all)
		}
	}
	r := ix.Search("truce 2020 ", Options{})
	if r.Hits[0].Doc != 0 || r.Hits[1].Doc != 1 || !strings.Contains(strings.Join(r.Hits[1].Why, "; "), "“2020” told of, in 2 of 4") {
		t.Errorf("hits %+v; want the article that writes the year, then the one that tells of it", r.Hits)
	}
	if r.Terms[1].Missing() || !ix.Search("1999", Options{}).Terms[0].Missing() {
		t.Error("a year that is told of is not missing, one that nobody tells of is")
	}
}
