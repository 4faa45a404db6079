package dates

import (
	"bufio"
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"parallax/internal/golden"
)

var misses = flag.Bool("misses", false, "print what differs from the gold")

// goldTimex is one expression of a gold file.
type goldTimex struct {
	Start, End int32
	Type       string
	Value      string
	ValueAlt   []string `json:"value_alt"`
	EDTF       string
	Optional   bool // counts neither way
}

// A goldDoc is one line of a gold file.
type goldDoc struct {
	Doc     string
	DCT     string
	Text    string
	Timexes []goldTimex
}

func goldDocs(t testing.TB, set string) []goldDoc {
	t.Helper()
	f, err := os.Open(filepath.Join("../../data/gold", "dates-"+set+".jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var docs []goldDoc
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 16<<20)
	for sc.Scan() {
		var d goldDoc
		if err := json.Unmarshal(sc.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		docs = append(docs, d)
	}
	if err := sc.Err(); err != nil {
		t.Fatal(err)
	}
	return docs
}

// day reads a publication day; "" is the zero time.
func day(t testing.TB, s string) time.Time {
	t.Helper()
	if s == "" {
		return time.Time{}
	}
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// score counts what agrees, as TempEval-3 does (UzZaman et al., SemEval 2013):
// relaxed pairs overlap, strict pairs have the same span; type and value are
// compared on relaxed pairs, values as strings.
type score struct {
	gold, found                  int
	relaxed, strict, typ, values int
}

func (s *score) add(o score) {
	s.gold += o.gold
	s.found += o.found
	s.relaxed += o.relaxed
	s.strict += o.strict
	s.typ += o.typ
	s.values += o.values
}

// f1 is the harmonic mean of precision and recall, in percent.
func (s score) f1(n int) float64 {
	if s.gold+s.found == 0 {
		return 100
	}
	return 200 * float64(n) / float64(s.gold+s.found)
}

// valueF1 and typeF1 are relaxed F1 times the share of pairs that agree.
func (s score) valueF1() float64 { return s.of(s.values) }
func (s score) typeF1() float64  { return s.of(s.typ) }

func (s score) of(n int) float64 {
	if s.relaxed == 0 {
		return s.f1(0)
	}
	return s.f1(s.relaxed) * float64(n) / float64(s.relaxed)
}

func (s score) String() string {
	return fmt.Sprintf("gold %4d  found %4d  strict %6.2f  relaxed %6.2f  type %6.2f  value %6.2f",
		s.gold, s.found, s.f1(s.strict), s.f1(s.relaxed), s.typeF1(), s.valueF1())
}

// align pairs gold and found one to one: equal spans first, then overlapping
// ones from left to right. pair[i] is the partner of gold i, or -1.
func align(gold []goldTimex, found []Mention) (pair []int) {
	pair = make([]int, len(gold))
	used := make([]bool, len(found))
	for i, g := range gold {
		pair[i] = -1
		for j, m := range found {
			if !used[j] && m.Span.Start == g.Start && m.Span.End == g.End {
				pair[i], used[j] = j, true
				break
			}
		}
	}
	type overlap struct{ i, j int }
	var rest []overlap
	for i, g := range gold {
		for j, m := range found {
			if pair[i] < 0 && !used[j] && m.Span.Start < g.End && g.Start < m.Span.End {
				rest = append(rest, overlap{i, j})
			}
		}
	}
	slices.SortStableFunc(rest, func(a, b overlap) int {
		return cmp.Or(cmp.Compare(gold[a.i].Start, gold[b.i].Start), cmp.Compare(found[a.j].Span.Start, found[b.j].Span.Start))
	})
	for _, o := range rest {
		if pair[o.i] < 0 && !used[o.j] {
			pair[o.i], used[o.j] = o.j, true
		}
	}
	return pair
}

// scoreDoc scores one text. report is called for every difference.
func scoreDoc(gold []goldTimex, found []Mention, report func(kind string, g *goldTimex, m *Mention)) score {
	pair := align(gold, found)
	dropped := make([]bool, len(found))
	var counted []goldTimex
	for i, g := range gold {
		if !g.Optional {
			counted = append(counted, g)
		} else if pair[i] >= 0 {
			dropped[pair[i]] = true
		}
	}
	var kept []Mention
	for j, m := range found {
		if !dropped[j] {
			kept = append(kept, m)
		}
	}
	s := score{gold: len(counted), found: len(kept)}
	paired := make([]bool, len(kept))
	for i, j := range align(counted, kept) {
		g := &counted[i]
		if j < 0 {
			report("missed", g, nil)
			continue
		}
		m := &kept[j]
		paired[j] = true
		s.relaxed++
		if m.Span.Start == g.Start && m.Span.End == g.End {
			s.strict++
		} else {
			report("span", g, m)
		}
		if string(m.Type) == g.Type {
			s.typ++
		}
		if m.Value.TIMEX3 == g.Value || slices.Contains(g.ValueAlt, m.Value.TIMEX3) {
			s.values++
		} else {
			report("value", g, m)
		}
	}
	for j := range kept {
		if !paired[j] {
			report("extra", nil, &kept[j])
		}
	}
	return s
}

// gold sets and the least they must reach, in percent: the best other tagger
// on newswire, HeidelTime, has 87.3, 84.1 and about 82.6 for values.
var goldSets = []struct {
	name                   string
	strict, relaxed, value float64
}{
	{"karabakh", 100, 100, 100},
	{"meantime-dev", 91, 95, 89},
	{"wikiwars-dev", 88, 94, 86},
}

// TestScores keeps the scores on the gold in a golden file, so that a drop
// shows in review, and refuses to fall below the targets.
func TestScores(t *testing.T) {
	var out strings.Builder
	for _, set := range goldSets {
		var total score
		for _, d := range goldDocs(t, set.name) {
			show := func(kind string, g *goldTimex, m *Mention) {
				if *misses {
					t.Log(set.name, d.Doc, kind, describe(d.Text, g, m))
				}
			}
			total.add(scoreDoc(d.Timexes, Find(d.Text, day(t, d.DCT)), show))
		}
		fmt.Fprintf(&out, "%-12s  %s\n", set.name, total)
		if total.f1(total.strict) < set.strict || total.f1(total.relaxed) < set.relaxed || total.valueF1() < set.value {
			t.Errorf("%s: got %s, want at least strict %v, relaxed %v, value %v", set.name, total, set.strict, set.relaxed, set.value)
		}
	}
	golden.Check(t, "scores.txt", out.String())
}

// describe shows a difference with the words around it.
func describe(s string, g *goldTimex, m *Mention) string {
	var b strings.Builder
	lo, hi := int32(0), int32(0)
	if g != nil {
		fmt.Fprintf(&b, "gold %q %s %s ", s[g.Start:g.End], g.Type, g.Value)
		lo, hi = g.Start, g.End
	}
	if m != nil {
		fmt.Fprintf(&b, "found %q %s %s (%s) ", m.Span.Of(s), m.Type, m.Value.TIMEX3, m.Rule)
		lo, hi = m.Span.Start, m.Span.End
	}
	around := strings.ToValidUTF8(s[max(0, lo-60):min(len(s), int(hi)+40)], "")
	return b.String() + "in: " + strings.Join(strings.Fields(around), " ")
}

// TestGoldEDTF checks the EDTF of the five articles' expressions as well.
func TestGoldEDTF(t *testing.T) {
	for _, d := range goldDocs(t, "karabakh") {
		found := Find(d.Text, day(t, d.DCT))
		for i, j := range align(d.Timexes, found) {
			g := d.Timexes[i]
			if j < 0 || g.EDTF == "" || g.Optional {
				continue
			}
			v := found[j].Value
			if v.EDTF != g.EDTF {
				t.Errorf("%s: %q has the EDTF %q, want %q", d.Doc, d.Text[g.Start:g.End], v.EDTF, g.EDTF)
			}
		}
	}
}

// The scorer itself: figures worked out by hand.
func TestScoreDoc(t *testing.T) {
	text := "in May 2020 and on Monday, three years ago"
	found := Find(text, day(t, "2020-10-26"))
	if len(found) != 3 {
		t.Fatalf("got %d mentions, want 3", len(found))
	}
	whole := goldTimex{Start: 3, End: 11, Type: "DATE", Value: "2020-05"}
	part := goldTimex{Start: 3, End: 6, Type: "DATE", Value: "2020-05"}
	monday := goldTimex{Start: 19, End: 25, Type: "DATE", Value: "2020-10-19", ValueAlt: []string{"2020-10-26"}}
	ago := goldTimex{Start: 27, End: 42, Type: "DATE", Value: "2010"}
	optional := ago
	optional.Optional = true
	for _, tt := range []struct {
		name string
		gold []goldTimex
		want score
	}{
		{"all right but a value", []goldTimex{whole, monday, ago}, score{3, 3, 3, 3, 3, 2}},
		{"a shorter span", []goldTimex{part, monday, ago}, score{3, 3, 3, 2, 3, 2}},
		{"one pair only for two", []goldTimex{part, whole, monday, ago}, score{4, 3, 3, 3, 3, 2}},
		{"two too many", []goldTimex{whole}, score{1, 3, 1, 1, 1, 1}},
		{"optional counts neither way", []goldTimex{whole, monday, optional}, score{2, 2, 2, 2, 2, 2}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := scoreDoc(tt.gold, found, func(string, *goldTimex, *Mention) {})
			if got != tt.want {
				t.Errorf("got %+v, want %+v", got, tt.want)
			}
		})
	}
}
