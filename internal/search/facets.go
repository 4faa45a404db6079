package search

import (
	"cmp"
	"slices"
	"strconv"
)

// facets counts the articles of set by outlet, person and year of publication.
func (ix *Index) facets(set bitmap) Facets {
	outlets := make([]int, len(ix.outlets))
	people := make([]int, len(ix.persons))
	years := map[int]int{}
	lastDay, lastYear := int32(noDay), 0 // articles come by date: most have the year of the one before
	set.each(func(doc uint32) {
		outlets[ix.outlet[doc]]++
		for _, p := range ix.people.of(int(doc)) {
			people[p]++
		}
		if d := ix.earliest[doc]; d != noDay {
			if d != lastDay {
				lastDay, lastYear = d, date(d).Year()
			}
			years[lastYear]++
		}
	})
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
	slices.SortStableFunc(f.Outlets, most)
	slices.SortStableFunc(f.People, most)
	for year, n := range years {
		f.Years = append(f.Years, Count{strconv.Itoa(year), strconv.Itoa(year), n})
	}
	slices.SortStableFunc(f.Years, func(a, b Count) int { return cmp.Compare(b.Value, a.Value) })
	return f
}
