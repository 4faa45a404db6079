package compare

import (
	"math/bits"
	"slices"
)

// maxLCS is how many words lcs reads at a time, so that it does not take the
// square of a text without sentence ends.
const maxLCS = 4096

// lcs returns the length of the longest common subsequence of the folded words
// of a and b. Beyond maxLCS words it adds up those of equal places, which is no
// more than that.
func lcs(a, b []word) int {
	sum := 0
	for len(a) > 0 && len(b) > 0 {
		n, m := min(len(a), maxLCS), min(len(b), maxLCS)
		sum += lcsWords(a[:n], b[:m])
		a, b = a[n:], b[m:]
	}
	return sum
}

// lcsWords returns the length of the longest common subsequence of the folded words
// of a and b, by Hyyrö's bit-parallel method (Bit-parallel LCS-length
// computation revisited, 2004): one addition and three logical operations for
// 64 words of a at a time.
func lcsWords(a, b []word) int {
	if len(a) <= 64 {
		return lcs64(a, b)
	}
	n := (len(a) + 63) / 64
	masks := map[int32][]uint64{}
	for i, w := range a {
		m := masks[w.form.id]
		if m == nil {
			m = make([]uint64, n)
			masks[w.form.id] = m
		}
		m[i/64] |= 1 << (i % 64)
	}
	v := make([]uint64, n)
	for i := range v {
		v[i] = ^uint64(0)
	}
	for _, w := range b {
		m := masks[w.form.id]
		if m == nil {
			continue
		}
		var carry uint64
		for k := range v {
			u := v[k] & m[k]
			var sum uint64
			sum, carry = bits.Add64(v[k], u, carry)
			v[k] = sum | v[k]&^m[k]
		}
	}
	zeros := 0
	for k := range v {
		used := ^uint64(0)
		if k == n-1 && len(a)%64 != 0 {
			used = 1<<(len(a)%64) - 1
		}
		zeros += bits.OnesCount64(^v[k] & used)
	}
	return zeros
}

// lcs64 is lcsWords for at most 64 words of a, without a map.
func lcs64(a, b []word) int {
	type entry struct {
		id   int32
		mask uint64
	}
	var buf [64]entry
	masks := buf[:0]
	for i, w := range a {
		k := slices.IndexFunc(masks, func(e entry) bool { return e.id == w.form.id })
		if k < 0 {
			k = len(masks)
			masks = append(masks, entry{id: w.form.id})
		}
		masks[k].mask |= 1 << i
	}
	v := ^uint64(0)
	for _, w := range b {
		for _, e := range masks {
			if e.id == w.form.id {
				u := v & e.mask
				v = (v + u) | (v - u)
				break
			}
		}
	}
	if len(a) < 64 {
		v |= ^uint64(0) << len(a)
	}
	return bits.OnesCount64(^v)
}
