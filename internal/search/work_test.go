package search

import "testing"

// The work for a query stays bounded: articles that cannot come among the
// first are not scored, and few words are compared with a misspelt one.
// Counters, unlike times, are the same on every machine.
func TestWork(t *testing.T) {
	docs := corpus(31, 3000)
	ix := Build(docs)
	for _, tt := range []struct {
		name, query    string
		scored, expand int // at most
	}{
		{"a frequent word beside a rare one", "the lavrov region ", 3 * 3000, 3},
		{"a misspelt word", "hostilitees ", 3000, maxSimilar},
		{"the beginning of many words", "1", 3000, maxCompletions + 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := ix.Search(tt.query, Options{}).Counters
			if c["scored"] == 0 || c["scored"] > tt.scored || c["terms"] == 0 || c["terms"] > tt.expand {
				t.Errorf("Search(%q) did %v; want at most %d scored, %d terms", tt.query, c, tt.scored, tt.expand)
			}
		})
	}
	// One article has all words: only the first of the others need a score.
	number := ix.Search("the said truce 2999 ", Options{}).Counters["scored"]
	if all := ix.Search("the said truce 2999 ", Options{Limit: 3000}).Counters["scored"]; number >= all {
		t.Errorf("%d scored for ten hits, %d for all: nothing was passed over", number, all)
	}
	if n := testing.AllocsPerRun(20, func() { ix.Search("the lavrov truce ", Options{Bare: true}) }); n > 80 {
		t.Errorf("%.0f allocations for a query", n)
	}
}
