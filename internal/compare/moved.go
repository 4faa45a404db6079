package compare

import "parallax/internal/dossier"

const (
	dateline = dossier.Dateline
	bodyKind = dossier.Body
)

// markMoved marks the pairs that stand out of order. The pairs that keep their
// order are the heaviest rising chain: most sentences, then most bytes, so that
// of two passages that changed places the smaller has moved. pairs are sorted.
func markMoved(pairs []Pair, as, bs []sentence) {
	inOrder := heaviestChain(pairs, as, bs)
	placedA, placedB := map[int32]bool{}, map[int32]bool{}
	for k, p := range pairs {
		if inOrder[k] {
			placedA[p.A], placedB[p.B] = true, true
		}
	}
	for k := range pairs {
		p := &pairs[k]
		// A second partner of a sentence that keeps its place has not moved.
		p.Moved = p.Relation != Related && !inOrder[k] && !placedA[p.A] && !placedB[p.B]
	}
}

// heaviestChain tells which pairs, related ones apart, are of the heaviest chain in
// which the sentences of both sides rise. Cost: n log n.
func heaviestChain(pairs []Pair, as, bs []sentence) []bool {
	ends := newChains(len(bs))
	before := make([]int, len(pairs))
	found := make([]chain, len(pairs)) // the best that ends with the pair
	// Pairs of one sentence of a cannot follow each other in a chain unless it
	// has several partners, which need no order; they are entered together.
	for i := 0; i < len(pairs); {
		j := i
		for ; j < len(pairs) && pairs[j].A == pairs[i].A; j++ {
			p := &pairs[j]
			if p.Relation == Related {
				continue
			}
			c := ends.best(p.B)
			before[j] = c.last
			w := int64(1)<<32 + int64(as[p.A].at.Len()+bs[p.B].at.Len())
			found[j] = chain{c.weight + w, j}
		}
		for ; i < j; i++ {
			if pairs[i].Relation != Related {
				ends.enter(pairs[i].B, found[i])
			}
		}
	}
	inChain := make([]bool, len(pairs))
	for k := ends.best(int32(len(bs) - 1)).last; k >= 0; k = before[k] {
		inChain[k] = true
	}
	return inChain
}

// chain is a chain of pairs; the empty one weighs nothing.
type chain struct {
	weight int64
	last   int // index of its last pair, or -1
}

// chains is a Fenwick tree over the sentences of b: it holds the best chain that
// ends at or before each.
type chains []chain

func newChains(sentences int) chains {
	t := make(chains, sentences+1)
	for i := range t {
		t[i].last = -1
	}
	return t
}

// best returns the heaviest chain that ends with sentence b or one before it.
func (t chains) best(b int32) chain {
	c := chain{last: -1}
	for i := int(b) + 1; i > 0; i -= i & -i {
		if t[i].weight > c.weight {
			c = t[i]
		}
	}
	return c
}

// enter notes a chain that ends with sentence b.
func (t chains) enter(b int32, c chain) {
	for i := int(b) + 1; i < len(t); i += i & -i {
		if c.weight > t[i].weight {
			t[i] = c
		}
	}
}
