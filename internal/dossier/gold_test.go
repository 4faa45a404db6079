package dossier

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"parallax/internal/text"
)

// label is one line of the sentence gold.
type label struct {
	Article    string
	Sent       int
	Para       int32 // from 0
	Kind       string
	Start, End int32
	Text       string
}

func goldLabels(t testing.TB) map[string][]label {
	t.Helper()
	f, err := os.Open("../../data/gold/sentences-karabakh.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	labels := make(map[string][]label)
	for sc := bufio.NewScanner(f); sc.Scan(); {
		var l label
		if err := json.Unmarshal(sc.Bytes(), &l); err != nil {
			t.Fatal(err)
		}
		labels[l.Article] = append(labels[l.Article], l)
	}
	return labels
}

// karabakh returns the five articles with nothing stated about them.
func karabakh(t testing.TB) Pack {
	t.Helper()
	files, err := filepath.Glob("../../data/karabakh/*.txt")
	if err != nil || len(files) != 5 {
		t.Fatalf("%d articles, %v", len(files), err)
	}
	var p Pack
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(f)
		p.Articles = append(p.Articles, Meta{ID: name[:3], File: name, Text: string(b)})
	}
	return p
}

func TestSentencesAgreeWithGold(t *testing.T) {
	labels := goldLabels(t)
	for _, together := range []bool{true, false} {
		p := karabakh(t)
		packs := []Pack{p}
		if !together {
			packs = nil
			for _, m := range p.Articles {
				packs = append(packs, Pack{Articles: []Meta{m}})
			}
		}
		for _, p := range packs {
			d, err := New(p)
			if err != nil {
				t.Fatal(err)
			}
			for _, a := range d.Articles {
				want := labels[a.ID]
				for i := 0; i < max(len(want), len(a.Sentences)); i++ {
					if i >= len(want) || i >= len(a.Sentences) {
						t.Errorf("together %v, article %s: got %d sentences, want %d", together, a.ID, len(a.Sentences), len(want))
						break
					}
					got, w := a.Sentences[i], want[i]
					if got.Span != (text.Span{Start: w.Start, End: w.End}) || got.Kind.String() != w.Kind || got.Paragraph != w.Para+1 {
						t.Errorf("together %v, article %s, sentence %d:\n got %s p%d %q\nwant %s p%d %q",
							together, a.ID, i, got.Kind, got.Paragraph, got.Span.Of(a.Text), w.Kind, w.Para+1, w.Text)
					}
				}
			}
		}
	}
}
