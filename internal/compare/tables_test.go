package compare

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"parallax/internal/text"
)

// A word or phrase has one concept: what stands in a second row would be read as
// of the first, and so would the whole row if it is its first word.
func TestConceptsStandOnce(t *testing.T) {
	fillTables()
	rows := map[string]string{}
	for row := range strings.SplitSeq(concepts, "\n") {
		for side := range strings.SplitSeq(row, "|") {
			for entry := range strings.SplitSeq(side, ",") {
				stemmed := stemEntry(strings.Join(strings.Fields(entry), "_"))
				if before, ok := rows[stemmed]; ok {
					t.Errorf("%q of the row %q stands in %q, too", entry, row, before)
				}
				rows[stemmed] = row
			}
		}
	}
}

// What is important is no import, and a decline is a fall more often than a refusal.
func TestWordsWithStemsOfOthers(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		same bool
	}{
		{"Farmers say the import of grain is crucial.", "The export of grain is important, farmers say.", false},
		{"Ferry operators declined the offer of a subsidy on Monday.", "On Monday the ferry operators accepted the offer of a subsidy.", false},
		{"The minister declined to answer questions about the bridge.", "Questions about the bridge were ones the minister refused to answer.", true},
		{"The market saw a decline of 5 percent in March.", "A fall of 5 percent in March was what the market saw.", true},
	} {
		if _, r := compareTexts(t, tt.a, tt.b); shownSame(r) != tt.same {
			t.Errorf("%s | %s: shown as the same: %v; %s", tt.a, tt.b, !tt.same, pairWords(r))
		}
	}
}

// A pair of opposites stands once, and not where concepts has it already.
func TestAntonymsStandOnce(t *testing.T) {
	fillTables()
	rows := map[[2]string]string{}
	for row := range strings.SplitSeq(antonyms, "\n") {
		left, right, ok := strings.Cut(row, " | ")
		if !ok {
			t.Errorf("no opposites in %q", row)
		}
		for v := range strings.FieldsSeq(left) {
			for w := range strings.FieldsSeq(right) {
				pair := [2]string{min(stemEntry(v), stemEntry(w)), max(stemEntry(v), stemEntry(w))}
				if before, ok := rows[pair]; ok {
					t.Errorf("%s, %s of the row %q stand in %q, too", v, w, row, before)
				}
				rows[pair] = row
				if p, q := conceptOf[pair[0]], conceptOf[pair[1]]; p.key != "" && p.key == q.key && p.sign != q.sign {
					t.Errorf("%s, %s of the row %q stand in concepts", v, w, row)
				}
			}
		}
	}
}

// No two words are synonyms and opposites.
func TestSynonymsAreNoAntonyms(t *testing.T) {
	fillTables()
	for group := range strings.SplitSeq(synonyms, ";") {
		head, rest, _ := strings.Cut(strings.TrimSpace(group), " ")
		for row := range strings.SplitSeq(rest, ",") {
			words := append(strings.Fields(row), head)
			for i, v := range words {
				for _, w := range words[:i] {
					p, q := stemEntry(v), stemEntry(w)
					if a, b := conceptOf[p], conceptOf[q]; opposedStems[p][q] || a.key != "" && a.key == b.key && a.sign != b.sign {
						t.Errorf("%s, %s of the row %q are opposites", v, w, row)
					}
				}
			}
		}
	}
}

// A word of the synonyms is found by the alphabet, and has its rows in one place.
func TestSynonymsStandInOrder(t *testing.T) {
	before := ""
	for group := range strings.SplitSeq(strings.TrimSpace(synonyms), ";") {
		head, _, _ := strings.Cut(strings.TrimSpace(group), " ")
		if head != "" && head <= before {
			t.Errorf("%s stands after %s", head, before)
		}
		before = head
	}
	for line := range strings.SplitSeq(synonyms, "\n") {
		if len(line) > 300 {
			t.Errorf("a line of %d bytes: %.40s…", len(line), line)
		}
	}
}

// A set of words has each once, a set of stems each stem, and no phrase, which no
// stem is.
func TestSetsHaveEachOnce(t *testing.T) {
	fillTables()
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool { checkSet(t, n); return true })
	}
}

// checkSet checks a call of wordSet or stemSet, if n is one.
func checkSet(t *testing.T, n ast.Node) {
	call, ok := n.(*ast.CallExpr)
	if !ok || len(call.Args) != 1 {
		return
	}
	set, _ := call.Fun.(*ast.Ident)
	if set == nil || set.Name != "wordSet" && set.Name != "stemSet" {
		return
	}
	words := wordsOf(t, call.Args[0])
	before := map[string]string{}
	for w := range strings.FieldsSeq(words) {
		key := w
		if set.Name == "stemSet" {
			key = stem(w)
		}
		if v, ok := before[key]; ok {
			t.Errorf("%s of %.40q… has the stem of %s", w, words, v)
		}
		if strings.Contains(w, "_") {
			t.Errorf("%s of %.40q… is a phrase", w, words)
		}
		before[key] = w
	}
}

// closed are the lists of text that sets are made of.
var closed = map[string]string{
	"Articles": text.Articles, "Possessives": text.Possessives, "Subjects": text.Subjects, "Objects": text.Objects, "Is": text.Is,
	"Modals": text.Modals, "Negations": text.Negations,
}

// wordsOf returns the words that an expression of the source lists.
func wordsOf(t *testing.T, e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		words, err := strconv.Unquote(e.Value)
		if err != nil {
			t.Fatal(err)
		}
		return words
	case *ast.BinaryExpr:
		return wordsOf(t, e.X) + wordsOf(t, e.Y)
	case *ast.SelectorExpr:
		if closed[e.Sel.Name] == "" {
			t.Errorf("text.%s is no list that is known here", e.Sel.Name)
		}
		return closed[e.Sel.Name]
	}
	t.Errorf("a set of words is made of %T", e)
	return ""
}

// Each two words of a row of synonyms may stand for one another: an entry in another
// form than the base would never be found.
func TestSynonymsAreFound(t *testing.T) {
	c := NewThesaurus().c
	for group := range strings.SplitSeq(strings.TrimSuffix(strings.TrimSpace(synonyms), ";"), ";") {
		head, _, _ := strings.Cut(strings.TrimSpace(group), " ")
		for row := range strings.SplitSeq(group, ",") {
			for _, w := range strings.Fields(row) {
				if w != head && !meetRows(c.synonymRows(stemEntry(head)), c.synonymRows(stemEntry(w))) {
					t.Errorf("%s is not found beside %s", w, head)
				}
			}
		}
	}
}
