package engine

import (
	"fmt"
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
		{"both", "", "", "No outlet named on either side, 1 day apart."},
		{"one", "wire", "", "An outlet named on one side only, 1 day apart."},
		{"none", "wire", "wire", "Same outlet, 1 day apart."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := pairOf(t,
				dossier.Meta{Outlet: tt.a, Published: "2024-03-04", Text: "The harbour stays shut until spring."},
				dossier.Meta{Outlet: tt.b, Published: "2024-03-05", Text: "Nobody knows who painted the town hall."})
			if got := c.Summary[1]; got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
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

// Over the small table stand days; an article without one says so.
func TestDayAndYear(t *testing.T) {
	for _, tt := range []struct{ date, day, year string }{
		{"26 Oct 2020", "26 Oct", "2020"},
		{"no date", "no date", ""},
		{"2020", "2020", ""},
	} {
		if day, year := dayAndYear(tt.date); day != tt.day || year != tt.year {
			t.Errorf("dayAndYear(%q) = %q, %q, want %q, %q", tt.date, day, year, tt.day, tt.year)
		}
	}
}
