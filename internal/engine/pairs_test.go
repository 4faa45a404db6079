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
