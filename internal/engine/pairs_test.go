package engine

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"parallax/internal/dossier"
)

// A verdict opens with a capital, in any script.
func TestVerdictOpensWithAName(t *testing.T) {
	for _, tt := range []struct{ name, who, want string }{
		{"beyond ASCII", "Özdemir", "Özdemir in both; 2 sentences reworded, none with the same words"},
		{"Cyrillic", "лавров", "Лавров in both; 2 sentences reworded, none with the same words"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := &candidate{who: []string{tt.who}, kinds: kindsOfJoin{all: 2, reworded: 2}}
			if got := c.verdict(); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// In a large collection statements are read when they are looked at: those of
// a pair are, whatever was opened before.
func TestPairOfALargeCollectionHasItsQuotes(t *testing.T) {
	said := []string{
		"The mayor opened the bridge on Monday.\n\n\"The bridge will carry trains again,\" Anna Weber said on Monday.",
		"The harbour stays shut until spring.\n\n\"We need two more years for the harbour,\" Anna Weber said on Friday.",
	}
	var p dossier.Pack
	for i := range manyArticles + 1 {
		m := dossier.Meta{ID: fmt.Sprint(i), Text: fmt.Sprintf("Nothing happened in street %d.", i)}
		if i < len(said) {
			m.Text = said[i]
		}
		p.Articles = append(p.Articles, m)
	}
	d, err := dossier.New(p)
	if err != nil {
		t.Fatal(err)
	}
	c, ok := New(d).Compare("0", "1")
	if !ok || len(c.Quotes) != 1 || c.Quotes[0].Speaker != "Anna Weber" || len(c.Quotes[0].A) != 1 || len(c.Quotes[0].B) != 1 {
		t.Errorf("quotes %+v, want one of Anna Weber on either side", c.Quotes)
	}
}

// Two quotations that differ in a "not" stand beside each other and say so; they
// are not counted as one. Reported speech in the same words is called that.
func TestQuotationsThatDifferInAFact(t *testing.T) {
	c := pairOf(t,
		dossier.Meta{Text: "Ferry on the rocks\n\n\"We do not expect an oil spill at this stage,\" coastguard commander Ingrid Solheim told reporters. Solheim said that the beaches of the bay would stay closed."},
		dossier.Meta{Text: "Ferry aground\n\nSolheim said that the beaches of the bay would stay closed. “We expect an oil spill at this stage,” commander Ingrid Solheim told reporters on the quay."},
	)
	if len(c.Quotes) != 1 {
		t.Fatalf("quotes %+v, want those of one person", c.Quotes)
	}
	var got []string
	for n, q := range c.Quotes[0].A {
		got = append(got, q.Beside+"|"+c.Quotes[0].B[n].Beside)
	}
	if want := []string{"same words|same words", otherFactWords + "|" + otherFactWords}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if want := "different statement"; !strings.Contains(strings.Join(c.Summary, " "), want) {
		t.Errorf("summary %q, want %q", c.Summary, want)
	}
}

// pairOf compares two articles of a collection of their own.
func pairOf(t *testing.T, a, b dossier.Meta) Compare {
	t.Helper()
	a.ID, b.ID = "a", "b"
	d, err := dossier.New(dossier.Pack{Outlets: []dossier.Outlet{{ID: "wire", Name: "Wire"}}, Articles: []dossier.Meta{a, b}})
	if err != nil {
		t.Fatal(err)
	}
	c, ok := New(d).Compare("a", "b")
	if !ok {
		t.Fatal("no pair")
	}
	return c
}

// Two articles that name no outlet are not of the same one.
func TestPairWithoutOutlets(t *testing.T) {
	for _, tt := range []struct{ name, a, b, want string }{
		{"both", "", "", "Neither outlet is named. Published 1 day apart."},
		{"one", "wire", "", "The outlet of B is not named. Published 1 day apart."},
		{"none", "wire", "wire", "Same outlet, 1 day apart."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := pairOf(t,
				dossier.Meta{Outlet: tt.a, Published: "2024-03-04", Text: "The harbour stays shut until spring."},
				dossier.Meta{Outlet: tt.b, Published: "2024-03-05", Text: "Nobody knows who painted the town hall."})
			if got := c.Summary[0]; !strings.HasPrefix(got, tt.want) {
				t.Errorf("got %q, want %q first", got, tt.want)
			}
		})
	}
}

// How far apart statements were made is said by their own days only.
func TestStatementsApart(t *testing.T) {
	for _, tt := range []struct{ name, a, b, want string }{
		{"on days that are told", " on Monday", " on Friday", "Both quote Weber: different statements, 11 days apart."},
		{"on one day", " on 4 March", " on 4 March 2024", "Both quote Weber: different statements."},
		{"on a day that is not told", " on Monday", "", "Both quote Weber: different statements."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := pairOf(t,
				dossier.Meta{Published: "2024-03-06", Text: "The bridge\n\n\"The bridge will carry trains again,\" Anna Weber said" + tt.a + "."},
				dossier.Meta{Published: "2024-03-20", Text: "The harbour\n\n\"We need two more years for the harbour,\" Anna Weber said" + tt.b + "."})
			if !slices.Contains(c.Summary, tt.want) {
				t.Errorf("got %q, want %q", c.Summary, tt.want)
			}
		})
	}
}

// Datelines are paired with nothing, be they the same, and stand beside each other.
func TestDatelinesStandBesideEachOther(t *testing.T) {
	const news = " Nobody was hurt when the ferry ran aground off Lenstrand, the coastguard said."
	for _, other := range []string{"MOSCOW, October 26. /TASS/.", "KIEV, October 27. /TASS/."} {
		c := pairOf(t, dossier.Meta{Text: "MOSCOW, October 26. /TASS/." + news}, dossier.Meta{Text: other + news})
		rows := c.Sections[0].Rows
		if len(rows) != 2 || len(rows[0].A) != 1 || len(rows[0].B) != 1 || rows[0].Relation != "" {
			t.Errorf("rows %+v, want one of both datelines and one of the news", rows)
		}
	}
}

// A title that is stated with an article is a headline like one in its text.
func TestHeadlinesThatAreStated(t *testing.T) {
	inText := dossier.Meta{Text: "Ferry runs aground off Lenstrand\n\nA ferry ran aground on Sunday, the coastguard said on Monday."}
	stated := dossier.Meta{Title: "Operator blames a chart", Text: "The chart was old, the operator of the ferry said on Wednesday."}
	for _, tt := range []struct {
		name string
		a, b dossier.Meta
		want string
	}{
		{"on one side", stated, inText, "Operator blames a chart | Ferry runs aground off Lenstrand"},
		{"on the other", inText, stated, "Ferry runs aground off Lenstrand | Operator blames a chart"},
		{"on both", stated, stated, "Operator blames a chart | Operator blames a chart"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			first := pairOf(t, tt.a, tt.b).Sections[0]
			if first.Heading != "Headlines" || len(first.Rows) != 1 || len(first.Rows[0].A) != 1 || len(first.Rows[0].B) != 1 {
				t.Fatalf("got %+v, want one row of two headlines", first)
			}
			if got := shownRuns(first.Rows[0].A[0].Runs) + " | " + shownRuns(first.Rows[0].B[0].Runs); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// Only what shares something is offered, with what that is; what shares most
// comes first. Nearness in time and two outlets make no offer by themselves.
func TestOffers(t *testing.T) {
	const (
		flood   = "Flood in the valley\n\nThe river flooded forty houses below the old dam on 3 May 2021.\n\nEngineers closed both gates of the dam during the night of 4 May 2021.\n\n\"Nobody has to leave the valley tonight,\" Mayor Anna Weber said on 5 May 2021.\n"
		later   = "Flood eases\n\nThe river flooded forty houses below the old dam on 3 May 2021.\n\nPumps were brought from the coast.\n"
		opera   = "New season\n\nThe opera opens with a rarely sung work.\n\nTickets are cheaper than last year, the house said.\n"
		weber   = "School opens\n\n\"The school has waited for a roof long enough,\" Mayor Anna Weber said on Friday.\n"
		cycling = "Sprint finish\n\nA Belgian rider won the second stage by a wheel.\n"
	)
	for _, tt := range []struct {
		name  string
		texts []string
		want  string // of the first article, in order
		note  bool
		home  int // pairs on the start screen
	}{
		{"a sentence before a person, and nothing unrelated", []string{flood, opera, weber, later, cycling}, "3: The same story: 1 with the same words | 2: No sentence shared; Weber in both", false, 2},
		{"nothing shared", []string{opera, flood, cycling}, "", true, 0},
		{"alone", []string{flood}, "", false, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var p dossier.Pack
			for i, text := range tt.texts {
				id := fmt.Sprint(i)
				p.Outlets = append(p.Outlets, dossier.Outlet{ID: id, Name: "Paper " + id})
				p.Articles = append(p.Articles, dossier.Meta{ID: id, Outlet: id, Published: "2021-05-06", Text: text})
			}
			d, err := dossier.New(p)
			if err != nil {
				t.Fatal(err)
			}
			e := New(d)
			offers := e.Offers("0")
			var got []string
			for _, c := range offers.Pairs {
				if c.A.ID != "0" {
					t.Errorf("the article asked about is B of %s", c.A.ID)
				}
				got = append(got, c.B.ID+": "+c.Verdict)
			}
			if joined := strings.Join(got, " | "); joined != tt.want {
				t.Errorf("got  %q\nwant %q", joined, tt.want)
			}
			if (offers.Note != "") != tt.note {
				t.Errorf("note %q", offers.Note)
			}
			home := e.Home()
			if len(home.Pairs) != tt.home || (home.PairsNote == "We found no two articles that share a sentence, somebody quoted or two dated events") != tt.note {
				t.Errorf("the start screen offers %d pairs, want %d; it says %q", len(home.Pairs), tt.home, home.PairsNote)
			}
			article, _ := e.Article("0", "")
			if (article.Best != nil) != (tt.want != "") || article.Best != nil && article.BestWhy != offers.Pairs[0].Verdict {
				t.Errorf("beside the article: %v, %q", article.Best, article.BestWhy)
			}
		})
	}
}

// The start screen shows two reports of another outlet that share a sentence before
// two of one outlet that only have a person in common.
func TestHomePrefersSharedSentences(t *testing.T) {
	const shut, opera = "The harbour stays shut until spring, the council decided on Monday.", "The opera opens with a comedy by Verdi."
	said := func(words string) string { return "\n\n\"" + words + ",\" Anna Weber said." }
	d, err := dossier.New(dossier.Pack{
		Outlets: []dossier.Outlet{{ID: "x", Name: "X"}, {ID: "y", Name: "Y"}, {ID: "z", Name: "Z"}},
		Articles: []dossier.Meta{
			{ID: "x1", Outlet: "x", Published: "2021-05-06", Text: shut + said("We need two more years for it")},
			{ID: "x2", Outlet: "x", Published: "2021-08-07", Text: opera + said("Nobody sings as well as he does")},
			{ID: "y1", Outlet: "y", Published: "2021-05-06", Text: shut + " Fishermen protested."},
			{ID: "z1", Outlet: "z", Published: "2021-05-06", Text: shut + " Shops will suffer."},
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range New(d).Home().Pairs {
		if c.A.Outlet == c.B.Outlet {
			t.Errorf("offers %s beside %s: %s", c.A.ID, c.B.ID, c.Verdict)
		}
	}
}
