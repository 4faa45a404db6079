package search

// texts are the articles as the numbers of their terms, for reading what
// stands where: one number for each place, and free for the free place after
// each field, see layout. All numbers have the same size: to step over longer
// and shorter ones takes a browser five times as long.
type texts struct {
	terms []uint16
	at    []uint32 // where each article begins in terms; one more at the end

	// The terms that are too many for that size are the rarest. They stand as
	// rare, and here with their places in terms.
	rareAt, rare []uint32
}

const (
	free = 1<<16 - 2
	rare = 1<<16 - 1
)

// code returns what stands for a term in texts.
func code(term uint32) uint16 {
	if isRare(term) {
		return rare
	}
	return uint16(term)
}

func isRare(term uint32) bool { return term >= free }

// set puts a term at a place in terms. Rare ones come by place.
func (t *texts) set(at, term uint32) {
	if isRare(term) {
		t.rareAt, t.rare = append(t.rareAt, at), append(t.rare, term)
	}
	t.terms[at] = code(term)
}

// term returns the number of the term at a place in terms.
func (t *texts) term(at uint32) uint32 {
	if term := t.terms[at]; term != rare {
		return uint32(term)
	}
	lo, hi := 0, len(t.rareAt)
	for lo+1 < hi {
		if mid := int(uint(lo+hi) >> 1); t.rareAt[mid] <= at {
			lo = mid
		} else {
			hi = mid
		}
	}
	return t.rare[lo]
}

// of returns the terms of an article.
func (t *texts) of(doc uint32) []uint16 { return t.terms[t.at[doc]:t.at[doc+1]] }
