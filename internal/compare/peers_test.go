package compare

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"parallax/internal/dossier"
	"parallax/internal/names"
	"parallax/internal/text"
)

// work is two texts to compare.
type work struct {
	Name string `json:"name"`
	A    string `json:"a"`
	B    string `json:"b"`
}

// outcome is how one program fared with a work.
type outcome struct {
	Name   string  `json:"name"`
	Peer   string  `json:"peer"`
	MS     float64 `json:"ms"`
	Hunks  int     `json:"hunks"`
	Shared float64 `json:"shared"` // of a's words, those found in b
	Read   float64 `json:"-"`      // milliseconds of the comparison alone, of articles that have been read, as a collection is once
	Alone  float64 `json:"-"`      // milliseconds of the word differences alone, when it is known which sentences are paired
}

// works are every two of the five articles, their near sentences, and each
// article beside itself with its halves exchanged.
func works(t testing.TB) []work {
	d := karabakh(t)
	c := New(d, names.Collect(d))
	var out []work
	for a := range d.Articles {
		x := &d.Articles[a]
		for b := a + 1; b < len(d.Articles); b++ {
			y := &d.Articles[b]
			out = append(out, work{fmt.Sprintf("articles %s %s", x.ID, y.ID), x.Text, y.Text})
			for _, p := range c.Compare(a, b).Pairs {
				if p.Relation == Near {
					out = append(out, work{fmt.Sprintf("near %s.%d %s.%d", x.ID, p.A, y.ID, p.B), c.articles[a][p.A].text, c.articles[b][p.B].text})
				}
			}
		}
		// The body alone, so that nothing changes its kind.
		var paragraphs []string
		for _, p := range x.Parts {
			if p.Kind == dossier.Body {
				paragraphs = append(paragraphs, text.Trim(x.Text, p.Span).Of(x.Text))
			}
		}
		n := len(paragraphs) / 2
		swapped := append(append([]string{}, paragraphs[n:]...), paragraphs[:n]...)
		out = append(out, work{"swapped " + x.ID, strings.Join(paragraphs, "\n\n"), strings.Join(swapped, "\n\n")})
	}
	return out
}

// fastest returns the milliseconds that f takes, the least of five times.
func fastest(f func()) float64 {
	best := time.Hour
	for range 5 {
		start := time.Now()
		f()
		best = min(best, time.Since(start))
	}
	return float64(best.Nanoseconds()) / 1e6
}

// ours compares the texts of w as the reader does; the time is that of reading
// both texts' sentences and aligning them.
func ours(w work) outcome {
	o := outcome{Name: w.Name, Peer: "parallax"}
	d := pairDossier(w.A, w.B)
	if d == nil {
		return o
	}
	people := names.Collect(d)
	var c *Comparer
	var r Result
	o.MS = fastest(func() {
		c = New(d, people)
		r = c.Compare(0, 1)
	})
	o.Read = fastest(func() { c.Compare(0, 1) })
	o.Alone = fastest(func() {
		for _, p := range r.Pairs {
			c.Ops(0, 1, p.A, p.B)
		}
	})
	shared := 0
	for _, p := range r.Pairs {
		o.Hunks += countHunks(p.Ops)
		for _, op := range p.Ops {
			if op.Kind == Equal {
				shared += len(text.Words(op.A.Of(w.A)))
			}
		}
	}
	o.Shared = float64(shared) / float64(max(len(text.Words(w.A)), 1))
	return o
}

// TestPeers compares Parallax with the word differs of JavaScript on the same
// texts in one run: no more changes, and the text recovered
// after paragraphs changed places. It needs npm, and runs if PARALLAX_PEERS is
// set.
func TestPeers(t *testing.T) {
	if os.Getenv("PARALLAX_PEERS") == "" {
		t.Skip("PARALLAX_PEERS is not set")
	}
	dir := t.TempDir()
	all := works(t)
	b, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "works.json"), b, 0o666); err != nil {
		t.Fatal(err)
	}
	script, err := filepath.Abs("testdata/peers.mjs")
	if err != nil {
		t.Fatal(err)
	}
	in := func(name string, args ...string) []byte {
		t.Helper()
		cmd := exec.Command(name, args...)
		cmd.Dir = dir
		cmd.Stderr = os.Stderr
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%s %v: %v", name, args, err)
		}
		return out
	}
	in("npm", "install", "--no-save", "--silent", "diff@8.0.2", "diff-match-patch@1.0.5")
	var outcomes []outcome
	sc := bufio.NewScanner(bytes.NewReader(in("node", script, "works.json")))
	for sc.Scan() {
		var o outcome
		if err := json.Unmarshal(sc.Bytes(), &o); err != nil {
			t.Fatal(err)
		}
		outcomes = append(outcomes, o)
	}
	for _, w := range all {
		outcomes = append(outcomes, ours(w))
	}
	type sum struct {
		ms, read, alone, shared float64
		hunks, n                int
	}
	sums := map[string]*sum{}
	for _, o := range outcomes {
		kind, _, _ := strings.Cut(o.Name, " ")
		k := o.Peer + ", " + kind
		if sums[k] == nil {
			sums[k] = &sum{}
		}
		s := sums[k]
		s.ms, s.read, s.alone, s.shared, s.hunks, s.n = s.ms+o.MS, s.read+o.Read, s.alone+o.Alone, s.shared+o.Shared, s.hunks+o.Hunks, s.n+1
	}
	mean := func(peer, kind string) (ms, hunks, shared float64) {
		s := sums[peer+", "+kind]
		n := float64(s.n)
		return s.ms / n, float64(s.hunks) / n, s.shared / n
	}
	without := func(kind string) (read, alone float64) {
		s := sums["parallax, "+kind]
		return s.read / float64(s.n), s.alone / float64(s.n)
	}
	for _, kind := range []string{"articles", "near", "swapped"} {
		ms, hunks, shared := mean("parallax", kind)
		read, alone := without(kind)
		t.Logf("%-8s  %-16s %7.3f ms  %6.2f hunks  %.3f shared; of articles read before %.3f ms, word differences alone %.3f ms", kind, "parallax", ms, hunks, shared, read, alone)
		for _, peer := range []string{"diff", "diff-match-patch"} {
			ms2, hunks2, shared2 := mean(peer, kind)
			t.Logf("%-8s  %-16s %7.3f ms  %6.2f hunks  %.3f shared", kind, peer, ms2, hunks2, shared2)
			if kind != "swapped" && hunks > hunks2 {
				t.Errorf("%s: %.2f hunks, %s has %.2f", kind, hunks, peer, hunks2)
			}
			if kind == "swapped" && (shared < 0.98 || shared2 > shared) {
				t.Errorf("%s: %.3f shared, %s has %.3f", kind, shared, peer, shared2)
			}
			if kind == "articles" && ms > ms2 {
				t.Errorf("%s: %.3f ms, %s takes %.3f", kind, ms, peer, ms2)
			}
			// Each article is read once, in whatever pairs it is compared.
			if kind == "swapped" && read > ms2 {
				t.Errorf("%s: of articles read before %.3f ms, %s takes %.3f", kind, read, peer, ms2)
			}
			// The peers read no facts: what they do with two sentences is the word
			// differences alone.
			if kind == "near" && alone > ms2 {
				t.Errorf("%s: word differences %.3f ms, %s takes %.3f", kind, alone, peer, ms2)
			}
		}
	}
}
