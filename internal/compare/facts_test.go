package compare

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parallax/internal/dossier"
	"parallax/internal/golden"
	"parallax/internal/names"
)

// factRow is a line of testdata/facts/*.txt.
type factRow struct {
	line int
	kind string // "same", or the kind of fact that differs
	a, b string
}

func factRows(t testing.TB, name string) []factRow {
	t.Helper()
	b, err := os.ReadFile("testdata/facts/" + name + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []factRow
	for i, line := range strings.Split(string(b), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, " | ")
		if len(f) != 3 {
			t.Fatalf("%s.txt:%d: %d fields", name, i+1, len(f))
		}
		out = append(out, factRow{i + 1, f[0], f[1], f[2]})
	}
	return out
}

// compareTexts compares two texts of which nothing else is known.
func compareTexts(t testing.TB, a, b string) (*Comparer, Result) {
	t.Helper()
	d, err := dossier.New(dossier.Pack{Articles: []dossier.Meta{{ID: "a", Text: a}, {ID: "b", Text: b}}})
	if err != nil {
		t.Fatal(err)
	}
	c := New(d, names.Collect(d))
	return c, c.Compare(0, 1)
}

// shownSame reports whether r calls some sentences the same without naming a
// clash.
func shownSame(r Result) bool {
	for _, p := range r.Pairs {
		if p.Relation != Related && len(p.Clashes) == 0 {
			return true
		}
	}
	return false
}

// testSets returns the names of the files in a folder of testdata, in the order in
// which they were written.
func testSets(t testing.TB, folder string) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/" + folder + "/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal(err, files)
	}
	for i, f := range files {
		files[i] = strings.TrimSuffix(filepath.Base(f), ".txt")
	}
	return files
}

// TestFacts counts how often the same facts in other words are paired, and how
// often changed facts are shown as the same. The misses are listed in
// testdata/facts/*.golden beside the rows; -update rewrites them.
func TestFacts(t *testing.T) {
	for _, name := range testSets(t, "facts") {
		t.Run(name, func(t *testing.T) { golden.Check(t, "facts/"+name+".golden", scoreFacts(t, factRows(t, name))) })
	}
}

// scoreFacts compares the rows, one way round as TestBothWaysRound holds that the
// other is the same, and tells what went wrong.
func scoreFacts(t *testing.T, rows []factRow) string {
	paired, same := 0, 0
	wrong, changed := map[string]int{}, map[string]int{}
	var b strings.Builder
	for _, row := range rows {
		_, r := compareTexts(t, row.a, row.b)
		shown := shownSame(r)
		if row.kind == "same" {
			same++
			if shown {
				paired++
			} else {
				fmt.Fprintf(&b, "not paired: %s | %s%s\n", row.a, row.b, pairWords(r))
			}
			continue
		}
		changed[row.kind]++
		if shown {
			wrong[row.kind]++
			fmt.Fprintf(&b, "%s shown as the same: %s | %s%s\n", row.kind, row.a, row.b, pairWords(r))
		}
	}
	fmt.Fprintf(&b, "same facts paired: %d of %d\n", paired, same)
	for _, kind := range []string{"number", "date", "name", "place", "negation", "direction", "state", "modality"} {
		if changed[kind] == 0 {
			continue
		}
		fmt.Fprintf(&b, "%s shown as the same: %d of %d\n", kind, wrong[kind], changed[kind])
	}
	return b.String()
}

func pairWords(r Result) string {
	var b strings.Builder
	for _, p := range r.Pairs {
		fmt.Fprintf(&b, " [%s %v]", p.Relation, p.Clashes)
	}
	return b.String()
}
