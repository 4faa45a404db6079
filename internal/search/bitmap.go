package search

import "math/bits"

// bitmap is a set of articles.
type bitmap []uint64

func (b bitmap) set(doc uint32)      { b[doc>>6] |= 1 << (doc & 63) }
func (b bitmap) has(doc uint32) bool { return b[doc>>6]&(1<<(doc&63)) != 0 }

func (b bitmap) count() (n int) {
	for _, w := range b {
		n += bits.OnesCount64(w)
	}
	return n
}

func (b bitmap) and(o bitmap) {
	for i, w := range o {
		b[i] &= w
	}
}

func (b bitmap) andNot(o bitmap) {
	for i, w := range o {
		b[i] &^= w
	}
}

func (b bitmap) or(o bitmap) {
	for i, w := range o {
		b[i] |= w
	}
}

// fill sets the first n bits and no other.
func (b bitmap) fill(n int) {
	clear(b)
	for i := range b[:n>>6] {
		b[i] = ^uint64(0)
	}
	if n&63 != 0 {
		b[n>>6] = 1<<(n&63) - 1
	}
}

// each calls f for every article, in order.
func (b bitmap) each(f func(doc uint32)) {
	for i, w := range b {
		for ; w != 0; w &= w - 1 {
			f(uint32(i<<6 + bits.TrailingZeros64(w)))
		}
	}
}
