package compare

import (
	"fmt"
	"strings"
	"testing"

	"parallax/internal/dossier"
	"parallax/internal/golden"
	"parallax/internal/names"
)

// TestSameStory tells stories of five events each in the two wordings that
// testdata/facts/01.txt has of them, published a day apart, and asks which belong
// together. A third telling of some of the events, a month later, is another
// day's news. Precision and recall are in testdata/related.golden.
func TestSameStory(t *testing.T) {
	var a, b []string
	for _, row := range factRows(t, "01") {
		if row.kind == "same" {
			a, b = append(a, row.a), append(b, row.b)
		}
	}
	const events = 5
	var p dossier.Pack
	add := func(story int, telling, published string, sentences []string) {
		p.Articles = append(p.Articles, dossier.Meta{
			ID: fmt.Sprintf("%02d-%s", story, telling), Text: strings.Join(sentences, "\n\n"), Published: published,
		})
	}
	stories := len(a) / events
	for n := range stories {
		from, to := n*events, (n+1)*events
		add(n, "a", fmt.Sprintf("2021-03-%02d", 1+n%3), a[from:to])
		add(n, "b", fmt.Sprintf("2021-03-%02d", 2+n%3), b[from:to])
		if n%4 == 0 {
			add(n, "later", "2021-05-20", b[from:to])
		}
	}
	d, err := dossier.New(p)
	if err != nil {
		t.Fatal(err)
	}
	c := New(d, names.Collect(d))
	right, said := 0, 0
	for i := range d.Articles {
		for _, r := range c.Related(i) {
			if !r.SameStory {
				continue
			}
			said++
			x, y := d.Articles[i].ID, d.Articles[r.Article].ID
			if x[:2] == y[:2] && !strings.HasSuffix(x, "later") && !strings.HasSuffix(y, "later") {
				right++
			}
		}
	}
	wanted := 2 * stories
	golden.Check(t, "related.golden", fmt.Sprintf("said %d, right %d of %d, F1 %.3f\n", said, right, wanted, 2*float64(right)/float64(said+wanted)))
}
