package compare

import "parallax/internal/dossier"

const (
	dateline = dossier.Dateline
	bodyKind = dossier.Body
)

// markMoved marks the pairs that stand out of order. The pairs that keep their
// order are the heaviest rising chain: most sentences, then most bytes, so that
// of two passages that changed places the smaller has moved. pairs are sorted.
//
// A Fenwick tree over the sentences of b holds the best chain that ends at or
// before each: n log n.
func markMoved(pairs []Pair, as, bs []sentence) {
	type chain struct {
		weight int64
		last   int // index into pairs, or -1
	}
	tree := make([]chain, len(bs)+1)
	for i := range tree {
		tree[i].last = -1
	}
	best := func(n int32) chain { // over sentences of b up to n
		c := chain{0, -1}
		for i := int(n); i > 0; i -= i & -i {
			if tree[i].weight > c.weight {
				c = tree[i]
			}
		}
		return c
	}
	before := make([]int, len(pairs))
	chains := make([]chain, len(pairs))
	// Pairs of one sentence of a cannot follow each other in a chain unless it
	// has several partners, which need no order; they are entered together.
	for i := 0; i < len(pairs); {
		j := i
		for ; j < len(pairs) && pairs[j].A == pairs[i].A; j++ {
			p := &pairs[j]
			before[j] = -1
			if p.Relation == Related {
				continue
			}
			c := best(p.B + 1)
			before[j] = c.last
			w := int64(1)<<32 + int64(as[p.A].at.Len()+bs[p.B].at.Len())
			chains[j] = chain{c.weight + w, j}
		}
		for k := i; k < j; k++ {
			if pairs[k].Relation == Related {
				continue
			}
			for n := int(pairs[k].B) + 1; n < len(tree); n += n & -n {
				if chains[k].weight > tree[n].weight {
					tree[n] = chains[k]
				}
			}
		}
		i = j
	}
	inOrder := make([]bool, len(pairs))
	for k := best(int32(len(bs))).last; k >= 0; k = before[k] {
		inOrder[k] = true
	}
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
