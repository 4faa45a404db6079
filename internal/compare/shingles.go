package compare

// Shingles: runs of words whose hashes are winnowed (Schleimer, Wilkerson and
// Aiken, Winnowing: local algorithms for document fingerprinting, 2003): of
// every window of hashes the least is kept. Any run of shingleWords+window-1
// words that two texts share is found.
const (
	shingleWords = 5
	window       = 4
)

// fingerprints appends the winnowed hashes of the words of a sentence to out.
func fingerprints(out []uint64, ws []word) []uint64 {
	n := len(ws) - shingleWords + 1
	if n < 1 {
		return out
	}
	var most [64]uint64
	hashes := most[:0]
	for i := range n {
		h := uint64(14695981039346656037) // FNV-1a over the numbers of the words
		for _, w := range ws[i : i+shingleWords] {
			h = (h ^ uint64(uint32(w.form.id))) * 1099511628211
		}
		hashes = append(hashes, h^h>>29)
	}
	last := -1
	for i := 0; i+min(window, n) <= n; i++ {
		least := i
		for j := i + 1; j < min(i+window, n); j++ {
			if hashes[j] <= hashes[least] {
				least = j
			}
		}
		if least != last {
			out = append(out, hashes[least])
			last = least
		}
	}
	return out
}
