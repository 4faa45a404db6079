// Package sorting sorts lists of any type with little code. The compiler makes
// slices.SortStableFunc anew for each type, some eight kilobytes in the browser;
// for the fifty types that the reader sorts that was 0.3 MB of its program.
package sorting

import (
	"cmp"
	"slices"
)

// Stable sorts s by the order of compare and keeps elements that compare equal
// in the order they have. It is slices.SortStableFunc with one more copy of s in
// memory.
func Stable[S ~[]E, E any](s S, compare func(a, b E) int) {
	if len(s) < 2 {
		return
	}
	places := sorted(len(s), func(i, j int32) int { return compare(s[i], s[j]) })
	before := append(S(nil), s...)
	for to, from := range places {
		s[to] = before[from]
	}
}

// sorted returns the numbers below n by compare, equal ones by increasing
// number. As no two are the same the sort need not be stable.
func sorted(n int, compare func(i, j int32) int) []int32 {
	places := make([]int32, n)
	for i := range places {
		places[i] = int32(i)
	}
	slices.SortFunc(places, func(i, j int32) int { return cmp.Or(compare(i, j), cmp.Compare(i, j)) })
	return places
}

// Ordered sorts s as slices.Sort does.
func Ordered[S ~[]E, E cmp.Ordered](s S) { Stable(s, cmp.Compare[E]) }
