package search

import (
	"bytes"
	"cmp"
	"hash/fnv"
	"math/bits"
	"slices"
	"unicode/utf8"

	"parallax/internal/text"
)

const (
	// maxSimilar bounds how many similar spellings stand in for one word.
	maxSimilar = 8
	// maxCompletions bounds how many words the last word typed may become:
	// those in most articles.
	maxCompletions = 64
	// minSpelling is the length in bytes from which the other spellings of a
	// name are tried: below it too many different words meet (sky, ski).
	minSpelling = 5
)

// allowed returns how many typing errors a word of n characters may have: the
// lengths that Lucene settled on. Nothing is similar to a word with a digit,
// since 2020 is not 2021.
func allowed(word string) int {
	n := 0
	for _, r := range word {
		if '0' <= r && r <= '9' || text.Ideographic(r) {
			return 0
		}
		n++
	}
	switch {
	case n < 4:
		return 0
	case n < 6:
		return 1
	}
	return 2
}

// expansion is a term of the dictionary that stands in for a word typed.
type expansion struct {
	entry
	weight float32 // against 1 for the word as typed
	term   string  // the term, unless it is the word as typed
}

// spelled is an entry of the table of spellings: hash of text.Spelling and the
// term that has it.
type spelled struct {
	hash uint32
	id   int32
}

func spellingHash(key string) uint32 {
	h := fnv.New32a()
	_, _ = h.Write([]byte(key)) // a hash takes everything
	return h.Sum32()
}

// A sketch is what is known of a term without reading it: the set of its
// letters. One typing error changes at most two letters of the set.
type sketch struct {
	letters uint32
	id      int32
}

// letterSet returns the set of the letters of a folded word; letters beyond a
// to z share six bits.
func letterSet(word []rune) (set uint32) {
	for _, r := range word {
		if bit := uint32(r - 'a'); bit < 26 {
			set |= 1 << bit
		} else {
			set |= 1 << (26 + uint32(r)%6)
		}
	}
	return set
}

// readTerms makes the tables for spellings and typing errors: 3 ms for 44,000
// terms.
func (ix *Index) readTerms() {
	if ix.dict.n == 0 {
		return
	}
	ix.sketches = make([][]sketch, maxTerm+1)
	var w walk
	var runes []rune
	w.from(&ix.dict, 0)
	for _, ok := w.step(); ok; _, ok = w.step() {
		term := string(w.term())
		runes = runes[:0]
		for _, r := range term {
			runes = append(runes, r)
		}
		ix.sketches[len(runes)] = append(ix.sketches[len(runes)], sketch{letterSet(runes), w.entry.id})
		if len(term) < minSpelling {
			continue
		}
		if key := text.Spelling(term); key != term && len(key) >= minSpelling {
			ix.spell = append(ix.spell, spelled{spellingHash(key), w.entry.id})
		}
	}
	slices.SortFunc(ix.spell, func(a, b spelled) int {
		return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.id, b.id))
	})
}

// otherSpellings appends the terms that are usual Latin spellings of the same
// name as word, without word itself.
func (ix *Index) otherSpellings(dst []expansion, word string) []expansion {
	if len(word) < minSpelling {
		return dst
	}
	key := text.Spelling(word)
	if len(key) < minSpelling {
		return dst
	}
	if key != word {
		if e, ok := ix.dict.find([]byte(key)); ok {
			dst = append(dst, expansion{e, spellingWeight, key})
		}
	}
	table, hash := ix.spell, spellingHash(key)
	i, _ := slices.BinarySearchFunc(table, hash, func(s spelled, h uint32) int { return cmp.Compare(s.hash, h) })
	var w walk
	for ; i < len(table) && table[i].hash == hash; i++ {
		ix.dict.get(&w, table[i].id)
		if term := string(w.term()); term != word && text.Spelling(term) == key {
			dst = append(dst, expansion{w.entry, spellingWeight, term})
		}
	}
	return dst
}

// completions appends the terms that begin with word and are in most articles,
// at most maxCompletions, without word itself. It returns the number of all.
func (ix *Index) completions(dst []expansion, word string, weight float32) ([]expansion, int) {
	if ix.dict.n == 0 {
		return dst, 0
	}
	prefix, first, total := []byte(word), len(dst), 0
	var w walk
	w.from(&ix.dict, ix.dict.blockOf(prefix, 0))
	for _, ok := w.step(); ok; _, ok = w.step() {
		if !bytes.HasPrefix(w.term(), prefix) {
			if bytes.Compare(w.term(), prefix) > 0 {
				break
			}
			continue
		}
		if w.n == len(prefix) {
			continue
		}
		total++
		best := dst[first:]
		if len(best) == maxCompletions {
			if best[maxCompletions-1].df >= w.entry.df {
				continue
			}
			best = best[:maxCompletions-1]
		}
		// Terms come in byte order, so equals stay in that order.
		at := len(best)
		for at > 0 && best[at-1].df < w.entry.df {
			at--
		}
		dst = slices.Insert(dst[:first+len(best)], first+at, expansion{w.entry, weight, ""})
	}
	return dst, total
}

// similar appends the terms that word may be a misspelling of: those at the
// smallest distance at which there are any, the most frequent first.
func (ix *Index) similar(dst []expansion, word string) []expansion {
	most := allowed(word)
	for k := 1; k <= most; k++ {
		if found := ix.within(dst, []rune(word), k); len(found) > len(dst) {
			return found
		}
	}
	return dst
}

// within appends the terms at optimal string alignment distance k of word
// (Damerau 1964: insertion, deletion, substitution, or two neighbours swapped,
// no character edited twice), at most maxSimilar. From the second error on the
// first letter must be right: it seldom is mistyped.
//
// Only terms of nearly the same length with nearly the same letters are read:
// of 44,000 some hundreds.
func (ix *Index) within(dst []expansion, word []rune, k int) []expansion {
	first := len(dst)
	letters := letterSet(word)
	t := distances{word: word, k: k}
	t.start()
	var w walk
	low, high := int32(0), int32(ix.dict.n) // ids of terms that may begin with the first letter
	if k > 1 {
		low = int32(ix.dict.blockOf(utf8.AppendRune(nil, word[0]), 0)) * termsPerBlock
		high = int32(ix.dict.blockOf(utf8.AppendRune(nil, word[0]+1), 0)+1) * termsPerBlock
	}
	for n := max(len(word)-k, 0); n <= len(word)+k && n < len(ix.sketches); n++ {
		for _, s := range ix.sketches[n] {
			if bits.OnesCount32(s.letters^letters) > 2*k || s.id < low || s.id >= high {
				continue
			}
			ix.dict.get(&w, s.id)
			if t.read(w.term()) && (k < 2 || t.rune[1] == word[0]) {
				dst = insertSimilar(dst, first, expansion{w.entry, similarWeight, string(w.term())}, word[0])
			}
		}
	}
	return dst
}

// insertSimilar keeps dst[first:] ordered: right first letter, then in most
// articles, then in byte order.
func insertSimilar(dst []expansion, first int, e expansion, letter rune) []expansion {
	rank := func(e *expansion) int64 {
		v := int64(e.df)<<32 - int64(e.id)
		if r, _ := utf8.DecodeRuneInString(e.term); r == letter {
			v |= 1 << 62
		}
		return v
	}
	at := len(dst)
	for at > first && rank(&dst[at-1]) < rank(&e) {
		at--
	}
	if at-first == maxSimilar {
		return dst
	}
	dst = slices.Insert(dst, at, e)
	return dst[:min(len(dst), first+maxSimilar)]
}

// distances computes optimal string alignment distances between one word and
// terms. Values beyond k are not told apart from k+1.
type distances struct {
	word []rune
	k    int
	rune [maxTerm + 1]rune
	rows [maxTerm + 1][maxTerm + 1]uint8
}

func (t *distances) start() {
	for j := range t.rows[0] {
		t.rows[0][j] = uint8(min(j, t.k+1))
	}
}

// read reports whether term is within distance k.
func (t *distances) read(term []byte) bool {
	n := 0
	for at := 0; at < len(term); {
		r, size := rune(term[at]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(term[at:])
		}
		at += size
		n++
		t.rune[n] = r
		if t.row(n, r) {
			return false
		}
	}
	d := n - len(t.word)
	return d <= t.k && -d <= t.k && int(t.rows[n][len(t.word)]) <= t.k
}

// row computes row i, for the character r of the term, within the band where a
// distance of k or less can lie. It reports whether the whole row is beyond k.
func (t *distances) row(i int, r rune) (dead bool) {
	k, far := t.k, uint8(t.k+1)
	up, row := &t.rows[i-1], &t.rows[i]
	lo, hi := i-k, min(i+k, len(t.word))
	if lo > len(t.word) {
		return true
	}
	dead = true
	if lo <= 0 {
		lo = 1
		row[0] = uint8(min(i, int(far)))
		dead = i > k
	} else {
		row[lo-1] = far
	}
	for j := lo; j <= hi; j++ {
		v := up[j-1]
		if t.word[j-1] != r {
			v++
		}
		if j < i+k { // above is within the band of the row before
			v = min(v, up[j]+1)
		}
		v = min(v, row[j-1]+1)
		if i > 1 && j > 1 && r == t.word[j-2] && t.rune[i-1] == t.word[j-1] {
			v = min(v, t.rows[i-2][j-2]+1)
		}
		row[j] = min(v, far)
		if v <= uint8(k) {
			dead = false
		}
	}
	return dead
}
