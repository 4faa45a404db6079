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
					words, err := strconv.Unquote(list.Value.(*ast.BasicLit).Value)
					if err != nil {
						t.Fatal(err)
					}
					checkWords(t, words)
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
