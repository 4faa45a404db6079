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

// any reports whether b has an article from first to last, both included.
func (b bitmap) any(first, last uint32) bool {
	i, j := first>>6, last>>6
	low, high := ^uint64(0)<<(first&63), ^uint64(0)>>(63-last&63)
	if i == j {
		return b[i]&low&high != 0
	}
	if b[i]&low != 0 || b[j]&high != 0 {
		return true
	}
	for i++; i < j; i++ {
		if b[i] != 0 {
			return true
		}
	}
	return false
}

// each calls f for every article, in order.
func (b bitmap) each(f func(doc uint32)) {
	for i, w := range b {
		for ; w != 0; w &= w - 1 {
			f(uint32(i<<6 + bits.TrailingZeros64(w)))
		}
	}
}
