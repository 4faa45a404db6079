package search

type pair struct{}
type top struct{}

func (e *evaluation) rank()              {}
func (e *evaluation) hits() []Hit        { return nil }
func (ix *Index) facets(b bitmap) Facets { return Facets{} }
