package quotes

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"parallax/internal/names"
	"parallax/internal/text"
)

// TestTables checks that the lists of words of this package and of names hold
// each word once, and none that is never one token.
func TestTables(t *testing.T) {
	lists := 0
	for _, dir := range []string{".", "../names"} {
		files, _ := filepath.Glob(dir + "/*.go")
		for _, name := range files {
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(file, func(n ast.Node) bool {
				list, ok := n.(*ast.KeyValueExpr)
				if !ok {
					return true
				}
				if key, ok := list.Key.(*ast.Ident); ok && key.Name == "Words" {
					lists++
					checkWords(t, wordsOf(t, list.Value))
				}
				return true
			})
		}
	}
	if lists == 0 {
		t.Error("no lists of words found")
	}
	var verbs strings.Builder
	for _, row := range verbRows {
		verbs.WriteString(row.verbs + " ")
	}
	checkWords(t, verbs.String())
	for word := range strings.FieldsSeq(trades.Words + " " + athletes.Words) {
		if n, _ := names.RoleAt([]names.Token{{Kind: names.Word, Low: word}}, 0); n > 0 {
			t.Errorf("%q is a role, which is asked for first", word)
		}
	}
}

// closed are the lists of text that others are made of.
var closed = map[string]string{
	"Articles": text.Articles, "Possessives": text.Possessives, "Determiners": text.Determiners, "Subjects": text.Subjects, "Objects": text.Objects,
	"Is": text.Is, "Modals": text.Modals, "Auxiliaries": text.Auxiliaries, "Prepositions": text.Prepositions, "Negations": text.Negations,
	"TwoToTen": text.TwoToTen, "Weekdays": text.Weekdays, "Months": text.Months,
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
	t.Errorf("a list of words is made of %T", e)
	return ""
}

func checkWords(t *testing.T, list string) {
	t.Helper()
	known := map[string]bool{}
	for _, word := range strings.Fields(list) {
		if known[word] {
			t.Errorf("%q is listed twice in %.60q", word, list)
		}
		known[word] = true
		if strings.HasPrefix(word, "'") {
			continue // a clitic stands behind a word
		}
		title := strings.ToUpper(word[:1]) + word[1:]
		if toks := names.Tokens(title, text.Span{End: int32(len(title))}); len(toks) != 1 || toks[0].Kind != names.Word {
			t.Errorf("%q of %.60q is never one word", word, list)
		}
	}
}
