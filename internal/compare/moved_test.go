package compare

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"parallax/internal/dossier"
	"parallax/internal/golden"
	"parallax/internal/names"
	"parallax/internal/text"
)

// A labelledText is a print of testdata/moved.txt without its labels, and what
// stands behind each of them.
type labelledText struct {
	text   string
	labels []labelledSpan
}

type labelledSpan struct {
	at    text.Span
	label string
}

func readLabelled(s string) labelledText {
	var l labelledText
	var b strings.Builder
	for i, part := range strings.Split(s, "[") {
		label, words, ok := strings.Cut(part, "] ")
		if i == 0 || !ok {
			continue
		}
		start := int32(b.Len())
		b.WriteString(words)
		l.labels = append(l.labels, labelledSpan{text.Span{Start: start, End: start + int32(len(strings.TrimRight(words, " \n")))}, label})
	}
	l.text = b.String()
	return l
}

// of returns the labels of the words of sp.
func (l labelledText) of(sp text.Span) []string {
	var out []string
	for _, s := range l.labels {
		if s.at.Start < sp.End && sp.Start < s.at.End {
			out = append(out, s.label)
		}
	}
	return out
}

// shareLabel reports whether the sentences a and b tell the same.
func shareLabel(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y && x != "+" {
				return true
			}
		}
	}
	return false
}

// TestMovedBlocks scores the alignment of testdata/moved.txt by pairs of
// sentences: identical, near and reworded ones count as found.
func TestMovedBlocks(t *testing.T) {
	raw, err := os.ReadFile("testdata/moved.txt")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	right, said, wanted := 0, 0, 0
	for _, part := range strings.Split(string(raw), "\n== ")[1:] {
		name, rest, _ := strings.Cut(part, "\n")
		first, second, ok := strings.Cut(rest, "\n--\n")
		if !ok {
			t.Fatalf("case %q has no line of dashes", name)
		}
		l := [2]labelledText{readLabelled(first), readLabelled(second)}
		d, err := dossier.New(dossier.Pack{Articles: []dossier.Meta{
			{ID: "a", Text: l[0].text, Published: "2023-05-04"}, {ID: "b", Text: l[1].text, Published: "2023-05-04"},
		}})
		if err != nil {
			t.Fatal(err)
		}
		at := map[string]int{d.Articles[0].ID: 0, d.Articles[1].ID: 1}
		first0, second0 := at["a"], at["b"]
		found := map[[2]int32]Relation{}
		for _, p := range New(d, names.Collect(d)).Compare(first0, second0).Pairs {
			if p.Relation != Related {
				found[[2]int32{p.A, p.B}] = p.Relation
			}
		}
		for i, x := range d.Articles[first0].Sentences {
			for j, y := range d.Articles[second0].Sentences {
				want := shareLabel(l[0].of(x.Span), l[1].of(y.Span))
				got := found[[2]int32{int32(i), int32(j)}]
				if want {
					wanted++
				}
				if got != "" {
					said++
				}
				switch {
				case want && got != "":
					right++
				case want:
					fmt.Fprintf(&b, "%s: missed\n\t%s\n\t%s\n", name, x.Span.Of(l[0].text), y.Span.Of(l[1].text))
				case got != "":
					fmt.Fprintf(&b, "%s: wrong, %s\n\t%s\n\t%s\n", name, got, x.Span.Of(l[0].text), y.Span.Of(l[1].text))
				}
			}
		}
	}
	golden.Check(t, "moved.golden", fmt.Sprintf("pairs of sentences: said %d, right %d of %d, F1 %.3f\n", said, right, wanted, 2*float64(right)/float64(said+wanted))+b.String())
}
