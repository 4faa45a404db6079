package engine

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"parallax/internal/dossier"
)

// said is invented news: one press conference in three reports, a day apart,
// with the same quotations whole, cut and in another translation.
func said(t *testing.T) *dossier.Dossier {
	t.Helper()
	p := dossier.Pack{}
	for i, outlet := range []string{"Northern Wire", "Harbour Gazette", "Valley Post"} {
		id := strconv.Itoa(i + 1)
		raw, err := os.ReadFile("testdata/said/" + id + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		p.Outlets = append(p.Outlets, dossier.Outlet{ID: id, Name: outlet})
		p.Articles = append(p.Articles, dossier.Meta{ID: id, Outlet: id, Published: "2024-03-0" + strconv.Itoa(4+i), Text: string(raw)})
	}
	d, err := dossier.New(p)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestOnePerson chooses one of several speakers: what is counted is theirs, and
// the others can still be chosen.
func TestOnePerson(t *testing.T) {
	e := karabakh(t)
	everyone := e.Quotes(Query{})
	if len(everyone.Speakers) < 2 || len(everyone.People) != len(everyone.Speakers) {
		t.Fatalf("%d speakers, %d to choose from; want two and more, all of them", len(everyone.Speakers), len(everyone.People))
	}
	for _, s := range everyone.Speakers {
		one := e.Quotes(Query{Who: s.Name})
		if len(one.Speakers) != 1 || len(one.People) != len(everyone.People) {
			t.Errorf("%s: %d speakers, %d to choose from; want 1 and %d", s.Name, len(one.Speakers), len(one.People), len(everyone.People))
		}
		want := "No quotation found"
		if s.Direct > 0 {
			want = Count(s.Direct, "quotation") + ", 1 person quoted word for word"
		}
		if one.Note != want {
			t.Errorf("%s: %q, want %q", s.Name, one.Note, want)
		}
	}
}

// TestAlso follows what one minister says through three reports of it. The
// articles are in the order of their dates.
func TestAlso(t *testing.T) {
	e := New(said(t))
	view := e.Quotes(Query{Who: "kovac"})
	if len(view.Speakers) != 1 || view.Speakers[0].Name != "Irena Kovac" {
		t.Fatalf("speakers: %+v", view.Speakers)
	}
	for _, tt := range []struct {
		name    string
		article int // in order of dates
		opening string
		want    string
	}{
		{"three wordings on one card", 2, "\"We shall not open", "Northern Wire: reworded; Harbour Gazette: cut and reworded"},
		{"word for word", 0, "\"The valley has waited for nine", "Harbour Gazette: same words"},
		{"another number is another statement", 2, "\"The valley has waited for ten", ""},
		{"what is only reported", 0, "the repairs would cost", ""},
		{"declined is no statement", 2, "declined to comment", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for _, q := range view.Speakers[0].Quotes {
				if q.Article.Outlet != [...]string{"Northern Wire", "Harbour Gazette", "Valley Post"}[tt.article] || !strings.HasPrefix(plain(q.Runs), tt.opening) {
					continue
				}
				var got []string
				for _, w := range q.Also {
					for _, at := range w.Places {
						got = append(got, at.Article.Outlet+": "+w.How)
					}
				}
				if strings.Join(got, "; ") != tt.want {
					t.Errorf("got %q, want %q", got, tt.want)
				}
				return
			}
			t.Errorf("no statement begins with %q: %+v", tt.opening, view.Speakers[0].Quotes)
		})
	}
	pair, _ := e.Compare(e.refs[0].ID, e.refs[1].ID)
	summary := strings.Join(pair.Summary, " ")
	if want := "Both quote Kovac: 2 quotations in both, cut or worded differently."; !strings.Contains(summary, want) {
		t.Errorf("summary %q lacks %q", summary, want)
	}
}

// The five embedded articles quote nobody twice across articles.
func TestAlsoFindsNoneInTheFive(t *testing.T) {
	for _, s := range karabakh(t).Quotes(Query{}).Speakers {
		for _, q := range s.Quotes {
			for _, w := range q.Also {
				for _, at := range w.Places {
					if at.Article.ID != q.Article.ID {
						t.Errorf("%s: %q also in %v", s.Name, plain(q.Runs), at)
					}
				}
			}
		}
	}
}
