package search

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
	"unicode/utf8"

	"parallax/internal/sorting"
	"parallax/internal/text"
)

const (
	// maxSimilar bounds how many similar spellings stand in for one word.
	maxSimilar = 8
	// maxSpellings bounds how many spellings of one name are searched for.
	maxSpellings = 32
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
	term   uint32  // its number
	weight float32 // against 1 for the word as typed
	text   string  // the term, unless it is the word as typed or begins with it
}

// spelled is an entry of the table of spellings: hash of text.Spelling and the
// term that has it.
type spelled struct{ hash, id uint32 }

// spellingHash is FNV-1a.
func spellingHash(key string) uint32 {
	h := uint32(2166136261)
	for i := range len(key) {
		h = (h ^ uint32(key[i])) * 16777619
	}
	return h
}

// A sketch is what is known of a term without reading it: the set of its
// letters. One typing error changes at most two letters of the set.
type sketch struct {
	letters uint32
	id      uint32
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
	for w.from(&ix.dict, 0); w.step(); {
		term := string(w.term())
		runes = runes[:0]
		for _, r := range term {
			runes = append(runes, r)
		}
		ix.sketches[len(runes)] = append(ix.sketches[len(runes)], sketch{letterSet(runes), uint32(w.id)})
		if len(term) < minSpelling {
			continue
		}
		if key := text.Spelling(term); key != term && len(key) >= minSpelling {
			ix.spell = append(ix.spell, spelled{spellingHash(key), uint32(w.id)})
		}
	}
	sorting.Stable(ix.spell, func(a, b spelled) int {
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
		if id, ok := ix.dict.find(key); ok {
			dst = append(dst, expansion{ix.dict.numbers[id], spellingWeight, key})
		}
	}
	table, hash := ix.spell, spellingHash(key)
	lo, hi := 0, len(table)
	for lo < hi {
		if mid := int(uint(lo+hi) >> 1); table[mid].hash < hash {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	var w walk
	first := len(dst)
	for ; lo < len(table) && table[lo].hash == hash && len(dst) < first+maxSpellings; lo++ {
		ix.dict.get(&w, int(table[lo].id))
		if term := string(w.term()); term != word && text.Spelling(term) == key {
			dst = append(dst, expansion{ix.dict.numbers[w.id], spellingWeight, term})
		}
	}
	return dst
}

// completions appends those of the terms from first to after, by their places
// in the dictionary, that are in most articles, at most maxCompletions.
func (ix *Index) completions(dst []expansion, first, after int, weight float32) []expansion {
	from, last := len(dst), uint32(math.MaxUint32)
	for _, term := range ix.dict.numbers[first:after] {
		if term > last {
			continue
		}
		// The lower the number, the more articles.
		if len(dst) < from+maxCompletions {
			dst = append(dst, expansion{})
		}
		at := len(dst) - 1
		for ; at > from && dst[at-1].term > term; at-- {
			dst[at].term = dst[at-1].term
		}
		dst[at].term = term
		if len(dst) == from+maxCompletions {
			last = dst[len(dst)-1].term
		}
	}
	for i := range dst[from:] {
		dst[from+i].weight = weight
	}
	return dst
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
	low, high := 0, ix.dict.n // ids of terms that may begin with the first letter
	if k > 1 {
		low, high = ix.dict.span(string(word[0]))
	}
	for n := max(len(word)-k, 0); n <= len(word)+k && n < len(ix.sketches); n++ {
		// Each error takes one letter of the word away or brings one, or both;
		// what makes the term longer takes none away.
		gone, come := k-max(n-len(word), 0), k-max(len(word)-n, 0)
		list := ix.sketches[n]
		list = list[sketchFrom(list, low):sketchFrom(list, high)]
		for i := range list {
			s := &list[i]
			if bits.OnesCount32(letters&^s.letters) > gone || bits.OnesCount32(s.letters&^letters) > come {
				continue
			}
			ix.dict.get(&w, int(s.id))
			if t.read(w.term()) {
				dst = insertSimilar(dst, first, expansion{ix.dict.numbers[w.id], similarWeight, string(w.term())}, word[0])
			}
		}
	}
	return dst
}

// sketchFrom returns the place of the first sketch whose term has a place in
// the dictionary from id on.
func sketchFrom(list []sketch, id int) int {
	lo, hi := 0, len(list)
	for lo < hi {
		if mid := int(uint(lo+hi) >> 1); int(list[mid].id) < id {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// insertSimilar keeps dst[first:] ordered: right first letter, then in most
// articles, then in byte order.
func insertSimilar(dst []expansion, first int, e expansion, letter rune) []expansion {
	rank := func(e *expansion) uint64 {
		v := uint64(e.term)
		if r, _ := utf8.DecodeRuneInString(e.text); r != letter {
			v |= 1 << 32
		}
		return v
	}
	at := len(dst)
	for at > first && rank(&dst[at-1]) > rank(&e) {
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
