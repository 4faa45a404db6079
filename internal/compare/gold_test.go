package compare

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"parallax/internal/dates"
	"parallax/internal/dossier"
	"parallax/internal/golden"
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
	for _, g := range readLines[struct{ Doc, DCT string }](t, filepath.Join(goldDir, "dates-karabakh.jsonl")) {
		day, err := time.Parse(time.DateOnly, g.DCT)
		if err != nil {
			t.Fatal(err)
		}
		d.Articles[g.Doc[2]-'0'].Published = dates.Claim{EDTF: g.DCT, Earliest: day, Latest: day.AddDate(0, 0, 1)}
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

// scoreLine is how the pairs of one relation fared.
type scoreLine struct{ found, wanted, false int }

// shuffled returns d with the paragraphs of every article in another order:
// the order of its sentences, from which the numbers in the gold follow.
func shuffled(d *dossier.Dossier, seed uint64) (*dossier.Dossier, [][]int32) {
	rng := rand.New(rand.NewPCG(seed, seed))
	out := &dossier.Dossier{Articles: make([]dossier.Article, len(d.Articles))}
	moved := make([][]int32, len(d.Articles)) // old number to new
	for a := range d.Articles {
		art := &d.Articles[a]
		var paragraphs [][]int
		for i, s := range art.Sentences {
			if i == 0 || s.Paragraph != art.Sentences[i-1].Paragraph {
				paragraphs = append(paragraphs, nil)
			}
			paragraphs[len(paragraphs)-1] = append(paragraphs[len(paragraphs)-1], i)
		}
		rng.Shuffle(len(paragraphs), func(i, j int) { paragraphs[i], paragraphs[j] = paragraphs[j], paragraphs[i] })
		var b strings.Builder
		to := &out.Articles[a]
		to.Meta, to.Published = art.Meta, art.Published
		moved[a] = make([]int32, len(art.Sentences))
		for n, p := range paragraphs {
			for _, i := range p {
				s := art.Sentences[i]
				words := s.Span.Of(art.Text)
				moved[a][i] = int32(len(to.Sentences))
				start := int32(b.Len())
				b.WriteString(words)
				b.WriteString("\n")
				to.Sentences = append(to.Sentences, dossier.Sentence{
					Span: text.Span{Start: start, End: start + int32(len(words))}, Kind: s.Kind, Paragraph: int32(n) + 1,
				})
			}
		}
		to.Text = b.String()
	}
	return out, moved
}

// TestGold scores the alignment of the five articles with the gold, as they
// are and with their paragraphs shuffled. The scores are in
// testdata/gold.golden; -update rewrites it.
func TestGold(t *testing.T) {
	d := goldDossier(t)
	gold := readLines[goldPair](t, filepath.Join(goldDir, "alignment-karabakh.jsonl"))
	mixed, moved := shuffled(d, 7)
	identity := make([][]int32, len(d.Articles))
	for a := range identity {
		for i := range d.Articles[a].Sentences {
			identity[a] = append(identity[a], int32(i))
		}
	}
	var b strings.Builder
	for _, run := range []struct {
		name  string
		d     *dossier.Dossier
		moved [][]int32
	}{{"as published", d, identity}, {"paragraphs shuffled", mixed, moved}} {
		fmt.Fprintf(&b, "%s\n", run.name)
		scores, hunks, cut, islands := scoreGold(t, run.d, gold, run.moved)
		for _, scope := range []string{"cross", "within"} {
			for _, r := range []Relation{Identical, Near, Reworded, Related} {
				s := scores[scope+" "+string(r)]
				fmt.Fprintf(&b, "  %s %s: found %d of %d, false %d\n", scope, r, s.found, s.wanted, s.false)
			}
		}
		fmt.Fprintf(&b, "  hunks per near pair %.2f, words cut %d, one-word islands %d\n", hunks, cut, islands)
	}
	golden.Check(t, "gold.golden", b.String())
}

// scoreGold compares every two of the articles with the gold. A pair found as
// near, reworded or identical that the gold does not have, or calls related, is
// false; the gold does not list every related pair, so those count as nothing.
func scoreGold(t *testing.T, d *dossier.Dossier, gold []goldPair, moved [][]int32) (scores map[string]scoreLine, hunks float64, cut, islands int) {
	c := New(d, names.Collect(d))
	scores = map[string]scoreLine{}
	wanted := map[[4]int32]Relation{}
	for _, g := range gold {
		a, b := g.articles()
		i, j := moved[a][g.I], moved[b][g.J]
		if a > b || a == b && i > j {
			a, b, i, j = b, a, j, i
		}
		wanted[[4]int32{int32(a), int32(b), i, j}] = g.Relation
	}
	near, changes := 0, 0
	found := map[[4]int32]Relation{}
	for a := range d.Articles {
		for b := a; b < len(d.Articles); b++ {
			r := c.Compare(a, b)
			if a == b {
				r = c.Within(a)
			}
			for _, p := range r.Pairs {
				found[[4]int32{int32(a), int32(b), p.A, p.B}] = p.Relation
				if p.Relation == Near {
					near++
					changes += countHunks(p.Ops)
				}
				islands += countIslands(d.Articles[a].Text, p.Ops)
				cut += wordsCut(d.Articles[a].Text, d.Articles[b].Text, p.Ops)
			}
		}
	}
	scope := func(k [4]int32) string {
		if k[0] == k[1] {
			return "within "
		}
		return "cross "
	}
	for k, want := range wanted {
		s := scores[scope(k)+string(want)]
		s.wanted++
		if found[k] == want {
			s.found++
		} else if want != Related {
			t.Logf("missed %v %s, got %q\n\t%s\n\t%s\n%v", k, want, found[k], c.articles[k[0]][k[2]].text, c.articles[k[1]][k[3]].text, c.clashes(int(k[0]), int(k[1]), k[2], k[3], false))
		}
		scores[scope(k)+string(want)] = s
	}
	for k, got := range found {
		if want := wanted[k]; got != Related && want != got {
			s := scores[scope(k)+string(got)]
			s.false++
			scores[scope(k)+string(got)] = s
			t.Logf("false %v %s, want %q\n\t%s\n\t%s", k, got, want, c.articles[k[0]][k[2]].text, c.articles[k[1]][k[3]].text)
		}
	}
	return scores, float64(changes) / float64(max(near, 1)), cut, islands
}

// countHunks counts the places in which ops differ.
func countHunks(ops []Op) int {
	n := 0
	for i, op := range ops {
		if op.Kind != Equal && (i == 0 || ops[i-1].Kind == Equal) {
			n++
		}
	}
	return n
}

// countIslands counts the stretches of one word or none that both sides have
// between two differences.
func countIslands(a string, ops []Op) int {
	n := 0
	for i, op := range ops {
		if op.Kind == Equal && i > 0 && i+1 < len(ops) && len(text.Words(op.A.Of(a))) < 2 {
			n++
		}
	}
	return n
}

// wordsCut counts the steps that begin or end within a word.
func wordsCut(a, b string, ops []Op) int {
	inside := func(s string, at int32) bool {
		if at <= 0 || int(at) >= len(s) {
			return false
		}
		before, _ := utf8.DecodeLastRuneInString(s[:at])
		after, _ := utf8.DecodeRuneInString(s[at:])
		letter := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
		return letter(before) && letter(after)
	}
	n := 0
	for _, op := range ops {
		if inside(a, op.A.Start) || inside(b, op.B.Start) {
			n++
		}
	}
	return n
}
