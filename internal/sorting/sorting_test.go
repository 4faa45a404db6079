package sorting

import (
	"cmp"
	"slices"
	"testing"
)

// letter is sorted by its first field alone; the second tells equal ones apart.
type letter struct{ letter, place byte }

func FuzzStable(f *testing.F) {
	for _, s := range []string{"", "a", "ba", "banana", "abcdefghijklmnop", "ponmlkjihgfedcba", "the quick brown fox jumps over the lazy dog"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, word []byte) {
		var got []letter
		for i, b := range word {
			got = append(got, letter{b, byte(i)})
		}
		want := slices.Clone(got)
		byLetter := func(a, b letter) int { return cmp.Compare(a.letter, b.letter) }
		slices.SortStableFunc(want, byLetter)
		Stable(got, byLetter)
		if !slices.Equal(got, want) {
			t.Errorf("Stable sorts %q into %v, want %v", word, got, want)
		}
	})
}

func BenchmarkStable(b *testing.B) {
	type row struct {
		key uint32
		_   [4]string // as much as is moved with it
	}
	rows := make([]row, 1000)
	for i := range rows {
		rows[i].key = uint32(i) * 2654435761 % 300
	}
	byKey := func(x, y row) int { return cmp.Compare(x.key, y.key) }
	for _, by := range []struct {
		name string
		sort func([]row, func(x, y row) int)
	}{{"sorting", Stable[[]row]}, {"slices", slices.SortStableFunc[[]row]}} {
		b.Run(by.name, func(b *testing.B) {
			for b.Loop() {
				by.sort(slices.Clone(rows), byKey)
			}
		})
	}
}
