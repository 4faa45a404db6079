package compare

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parallax/internal/dossier"
	"parallax/internal/names"
	"parallax/internal/text"
)

const goldDir = "../../data/gold"

// readLines decodes a JSONL file.
func readLines[T any](t testing.TB, path string) []T {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []T
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		var v T
		if err := json.Unmarshal(sc.Bytes(), &v); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		out = append(out, v)
	}
	if err := sc.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

// goldSentence is a line of sentences-karabakh.jsonl.
type goldSentence struct {
	Article    string
	Sent, Para int
	Kind       string
	Start, End int32
}

// goldDossier is the five articles, cut as the gold cuts them, so that this
// test measures the alignment alone.
func goldDossier(t testing.TB) *dossier.Dossier {
	t.Helper()
	kinds := map[string]dossier.Kind{
		"body": dossier.Body, "furniture": dossier.Furniture, "title": dossier.Title,
		"subtitle": dossier.Subtitle, "dateline": dossier.Dateline, "heading": dossier.Heading,
	}
	files, err := filepath.Glob("../../data/karabakh/*.txt")
	if err != nil || len(files) != 5 {
		t.Fatalf("articles: %v, %v", files, err)
	}
	d := &dossier.Dossier{}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		id := filepath.Base(f)[:3]
		d.Articles = append(d.Articles, dossier.Article{Meta: dossier.Meta{ID: id, Text: string(b)}})
	}
	for _, s := range readLines[goldSentence](t, filepath.Join(goldDir, "sentences-karabakh.jsonl")) {
		a := &d.Articles[s.Article[2]-'0']
		a.Sentences = append(a.Sentences, dossier.Sentence{
			Span:      text.Span{Start: s.Start, End: s.End},
			Kind:      kinds[s.Kind],
			Paragraph: int32(s.Para) + 1,
		})
	}
	return d
}

// goldPair is a line of alignment-karabakh.jsonl.
type goldPair struct {
	A, B     string
	I, J     int32
	Scope    string
	Relation Relation
	Note     string
}

func (p goldPair) articles() (a, b int) { return int(p.A[2] - '0'), int(p.B[2] - '0') }

func TestGoldDump(t *testing.T) {
	d := goldDossier(t)
	c := New(d, &names.Index{})
	gold := map[[4]int32]Relation{}
	for _, g := range readLines[goldPair](t, filepath.Join(goldDir, "alignment-karabakh.jsonl")) {
		a, b := g.articles()
		i, j := g.I, g.J
		if a > b {
			a, b, i, j = b, a, j, i
		}
		gold[[4]int32{int32(a), int32(b), i, j}] = g.Relation
	}
	for a := range 5 {
		for b := a; b < 5; b++ {
			r := c.Compare(a, b)
			if a == b {
				r = c.Within(a)
			}
			for _, p := range r.Pairs {
				k := [4]int32{int32(a), int32(b), p.A, p.B}
				want := gold[k]
				delete(gold, k)
				if want != p.Relation || p.Relation == Reworded {
					s, u := &c.articles[a][p.A], &c.articles[b][p.B]
					dice, cont, sh := c.overlap(s, u)
					t.Logf("%d.%d-%d.%d got %s want %q %s [%d %d %d ord %d] %v\n  %s\n  %s", a, p.A, b, p.B, p.Relation, want, p.Reason, dice, cont, sh, inOrder(s.words, u.words), p.Clashes, s.text, u.text)
				}
			}
		}
	}
	for k, r := range gold {
		s, u := &c.articles[k[0]][k[2]], &c.articles[k[1]][k[3]]
		dice, cont, sh := c.overlap(s, u)
		t.Logf("MISSED %v %s [%d %d %d ord %d]\n  %s\n  %s", k, r, dice, cont, sh, inOrder(s.words, u.words), s.text, u.text)
	}
	_ = strings.Join
}
