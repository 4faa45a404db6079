package quotes

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"parallax/internal/dossier"
	"parallax/internal/golden"
	"parallax/internal/names"
)

// A newsCase is one text of testdata/news.txt, or of another list of TestNews, with what it attributes.
type newsCase struct {
	name, text string
	want       []newsQuote
}

type newsQuote struct {
	kind, speaker, words string
}

func readNews(t testing.TB, name string) []newsCase {
	t.Helper()
	raw, err := os.ReadFile("testdata/" + name + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []newsCase
	for i, part := range strings.Split("\n"+string(raw), "\n== ") {
		if i == 0 {
			continue // the heading of the file
		}
		name, rest, _ := strings.Cut(part, "\n")
		body, want, ok := strings.Cut(rest, "\n--\n")
		if !ok {
			t.Fatalf("case %q has no line of dashes", name)
		}
		c := newsCase{name: name, text: body}
		for line := range strings.SplitSeq(strings.TrimRight(want, "\n"), "\n") {
			f := strings.SplitN(line, " | ", 3)
			switch n := len(c.want); {
			case len(f) == 3:
				c.want = append(c.want, newsQuote{f[0], strings.TrimPrefix(f[1], "-"), f[2]})
			case n > 0:
				c.want[n-1].words += "\n" + line // a quotation of several paragraphs
			}
		}
		out = append(out, c)
	}
	return out
}

func (q newsQuote) String() string {
	return fmt.Sprintf("%s | %s | %s", q.kind, q.speaker, strings.ReplaceAll(q.words, "\n", "¶"))
}

// find returns the quotes of one text.
func find(t testing.TB, s string) []Quote {
	t.Helper()
	d, err := dossier.New(dossier.Pack{Articles: []dossier.Meta{{ID: "a", Text: s}}})
	if err != nil {
		t.Fatal(err)
	}
	return Find(d, 0, names.Collect(d))
}

func quotesIn(t testing.TB, s string) []newsQuote {
	t.Helper()
	var out []newsQuote
	for _, q := range find(t, s) {
		out = append(out, newsQuote{string(q.Type), q.Speaker, q.Span.Of(s)})
	}
	return out
}

// TestNews scores the rules on invented wire copy. A found quotation has the
// span wanted; the speaker and the type are counted apart.
func TestNews(t *testing.T) {
	for _, name := range []string{"news", "wire", "styles", "stories", "fresh", "fresh_second", "articles", "articles_second", "articles_third", "articles_fourth"} {
		t.Run(name, func(t *testing.T) { golden.Check(t, name+".score.txt", scoreNews(t, readNews(t, name))) })
	}
}

func scoreNews(t *testing.T, cases []newsCase) string {
	var b strings.Builder
	var wanted, found, predicted, speakers, types, quoted, quotedFound, quotedPredicted int
	inMarks := func(kind string) bool { return kind == string(Direct) || kind == string(Mixed) }
	for _, c := range cases {
		got := quotesIn(t, c.text)
		predicted += len(got)
		used := make([]bool, len(got))
		for _, w := range c.want {
			wanted++
			if inMarks(w.kind) {
				quoted++
			}
			hit := false
			for i, g := range got {
				if used[i] || g.words != w.words {
					continue
				}
				used[i], hit = true, true
				found++
				if inMarks(w.kind) {
					quotedFound++
				}
				if g.speaker == w.speaker {
					speakers++
				}
				if g.kind == w.kind {
					types++
				}
				if g != w {
					fmt.Fprintf(&b, "%s: wanted %s\n\tgot %s\n", c.name, w, g)
				}
				break
			}
			if !hit {
				fmt.Fprintf(&b, "%s: missed %s\n", c.name, w)
				if w.kind == string(Declined) {
					for _, g := range got {
						if g.kind != string(Declined) && strings.Contains(g.words, w.words) {
							t.Errorf("%s: declined is shown as said: %s", c.name, g)
						}
					}
				}
			}
		}
		for i, g := range got {
			if inMarks(g.kind) {
				quotedPredicted++
			}
			if !used[i] {
				fmt.Fprintf(&b, "%s: extra %s\n", c.name, g)
			}
		}
	}
	f1 := func(hit, n, m int) float64 { return 2 * float64(hit) / float64(n+m) }
	return fmt.Sprintf("quoted spans\t%d of %d, %d proposed, F1 %.3f\nall spans\t%d of %d, %d proposed, F1 %.3f\n  their speaker\t%d\n  their type\t%d\n",
		quotedFound, quoted, quotedPredicted, f1(quotedFound, quoted, quotedPredicted), found, wanted, predicted, f1(found, wanted, predicted), speakers, types) + b.String()
}
