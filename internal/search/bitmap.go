package search

import "math/bits"

// bitmap is a set of articles, in words of 64. Their number is a multiple of
// four, by which the sets are gone through: going round a loop is what takes a
// browser the time.
type bitmap []uint64

func newBitmap(articles int) bitmap { return make(bitmap, (articles+255)/256*4) }

func (b bitmap) set(doc uint32)      { b[doc>>6] |= 1 << (doc & 63) }
func (b bitmap) has(doc uint32) bool { return b[doc>>6]&(1<<(doc&63)) != 0 }

func (b bitmap) count() (n int) {
	for i := 0; i+3 < len(b); i += 4 {
		n += bits.OnesCount64(b[i]) + bits.OnesCount64(b[i+1]) + bits.OnesCount64(b[i+2]) + bits.OnesCount64(b[i+3])
	}
	return n
}

func (b bitmap) and(o bitmap) {
	for i := 0; i+3 < len(o); i += 4 {
		x, y := b[i:i+4], o[i:i+4]
		x[0] &= y[0]
		x[1] &= y[1]
		x[2] &= y[2]
		x[3] &= y[3]
	}
}

func (b bitmap) andNot(o bitmap) {
	for i, w := range o {
		b[i] &^= w
	}
}

func (b bitmap) or(o bitmap) {
	for i := 0; i+3 < len(o); i += 4 {
		x, y := b[i:i+4], o[i:i+4]
		x[0] |= y[0]
		x[1] |= y[1]
		x[2] |= y[2]
		x[3] |= y[3]
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
