package search

import (
	"cmp"
	"math/bits"
	"strconv"

	"parallax/internal/sorting"
)

// facets counts the articles of set by outlet, person and year of publication.
func (ix *Index) facets(set bitmap) Facets {
	outlets := make([]int, len(ix.outlets))
	people := make([]int, len(ix.persons))
	years := map[int32]int{}
	year, n := int32(noDay), 0 // articles come by date: most have the year of the one before
	for i, w := range set {
		for ; w != 0; w &= w - 1 {
			doc := i<<6 + bits.TrailingZeros64(w)
			outlets[ix.outlet[doc]]++
			for _, p := range ix.people.of(doc) {
				people[p]++
			}
			if ix.year[doc] != year {
				years[year] += n
				year, n = ix.year[doc], 0
			}
			n++
		}
	}
	years[year] += n
	delete(years, noDay)
	var f Facets
	for i, n := range outlets {
		if o := ix.outlets[i]; n > 0 && o.id != "" {
			f.Outlets = append(f.Outlets, Count{o.id, o.name, n})
		}
	}
	for i, n := range people {
		if n > 0 {
			f.People = append(f.People, Count{ix.persons[i], ix.persons[i], n})
		}
	}
	// Both stand in order of Value already.
	most := func(a, b Count) int { return cmp.Compare(b.N, a.N) }
	sorting.Stable(f.Outlets, most)
	sorting.Stable(f.People, most)
	for year, n := range years {
		name := strconv.Itoa(int(year))
		f.Years = append(f.Years, Count{name, name, n})
	}
	sorting.Stable(f.Years, func(a, b Count) int { return cmp.Compare(b.Value, a.Value) })
	return f
}
