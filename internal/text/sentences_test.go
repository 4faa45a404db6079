package text

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestSentencesGold(t *testing.T) {
	f, err := os.Open("../../data/gold/sentences-karabakh.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	type label struct {
		Article    string
		Kind       string
		Start, End int32
	}
	want := map[string][]label{}
	for sc := bufio.NewScanner(f); sc.Scan(); {
		var l label
		if err := json.Unmarshal(sc.Bytes(), &l); err != nil {
			t.Fatal(err)
		}
		want[l.Article] = append(want[l.Article], l)
	}
	for article, labels := range want {
		files, _ := filepath.Glob("../../data/karabakh/" + article + "_*.txt")
		if len(files) != 1 {
			t.Fatalf("article %s: %d files", article, len(files))
		}
		b, err := os.ReadFile(files[0])
		if err != nil {
			t.Fatal(err)
		}
		s := string(b)
		var got, spans []Span
		for _, p := range Paragraphs(s) {
			for _, l := range labels {
				// A dateline is cut off by the stage that knows of news.
				if dateline := (Span{l.Start, l.End}); l.Kind == "dateline" && p.Contains(dateline) {
					got = append(got, dateline)
					p.Start = l.End
				}
			}
			got = append(got, Sentences(s, p)...)
		}
		for _, l := range labels {
			spans = append(spans, Span{l.Start, l.End})
		}
		if !slices.Equal(got, spans) {
			t.Errorf("article %s:\n got %v\nwant %v", article, got, spans)
		}
	}
}
