package engine

// Pairs returns the pairs worth comparing that match q, best first.
func (e *Engine) Pairs(q Query) []PairCard { return nil }

// bestPartner returns the article to compare article i with first.
func (e *Engine) bestPartner(i int) (int, bool) { return 0, false }
