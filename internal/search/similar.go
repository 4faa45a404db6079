package search

import (
	"bytes"
	"cmp"
	"hash/fnv"
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

// spellings returns the table of all terms whose spelling differs from
// themselves, by hash. It is made at first use: 1 ms for 44,000 terms.
func (ix *Index) spellings() []spelled {
	if ix.spell != nil || ix.dict.n == 0 {
		return ix.spell
	}
	ix.spell = []spelled{}
	var w walk
	w.from(&ix.dict, 0)
	for _, ok := w.step(); ok; _, ok = w.step() {
		term := w.term()
		if len(term) < minSpelling {
			continue
		}
		if key := text.Spelling(string(term)); key != string(term) && len(key) >= minSpelling {
			ix.spell = append(ix.spell, spelled{spellingHash(key), w.entry.id})
		}
	}
	slices.SortFunc(ix.spell, func(a, b spelled) int {
		return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.id, b.id))
	})
	return ix.spell
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
	table, hash := ix.spellings(), spellingHash(key)
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
		dst = slices.Insert(dst[:first+len(best)], first+at, expansion{w.entry, weight, string(w.term())})
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
// first letter must be right: it seldom is mistyped, and the search is twenty
// times shorter.
//
// The terms are sorted, so most share their beginning with the one before, and
// with it the rows of the distance table: "ceasefires" after "ceasefire" costs
// one row. Where a whole row is beyond k, no term with that beginning can
// match, and all of them are skipped, whole blocks at a time.
func (ix *Index) within(dst []expansion, word []rune, k int) []expansion {
	if ix.dict.n == 0 {
		return dst
	}
	first := len(dst)
	t := distances{word: word, k: k}
	t.start()
	var w walk
	start := 0
	var prefix [utf8.UTFMax]byte
	var firstLetter []byte
	if k > 1 {
		firstLetter = utf8.AppendRune(prefix[:0], word[0])
		start = ix.dict.blockOf(firstLetter, 0)
	}
	w.from(&ix.dict, start)
	dead := 0 // the terms beginning with the first dead bytes of the one before cannot match
	var before [maxTerm]byte
	beforeLen := 0
	for shared, ok := w.step(); ok; shared, ok = w.step() {
		term := w.term()
		if shared == 0 { // a block's start, or nothing in common
			for shared < min(beforeLen, len(term)) && before[shared] == term[shared] {
				shared++
			}
		}
		copy(before[shared:], term[shared:])
		beforeLen = len(term)
		if dead > 0 && shared >= dead {
			if w.next%termsPerBlock == 0 {
				ix.skipDead(&w, term[:dead])
			}
			continue
		}
		if k > 1 && !bytes.HasPrefix(term, firstLetter) {
			if bytes.Compare(term, firstLetter) > 0 {
				break
			}
			dead = 0
			continue
		}
		dead = t.read(term, shared)
		if dead == 0 && t.distance() <= k {
			dst = insertSimilar(dst, first, expansion{w.entry, similarWeight, string(term)}, word[0])
		}
	}
	return dst
}

// skipDead moves w, at the end of a block, over the blocks that hold nothing
// but terms beginning with dead.
func (ix *Index) skipDead(w *walk, dead []byte) {
	next := w.next / termsPerBlock
	if next+1 >= ix.dict.blocks || !bytes.HasPrefix(ix.dict.head(next+1), dead) {
		return
	}
	lo, hi := next+1, ix.dict.blocks // head(lo) begins with dead, head(hi) does not
	for lo+1 < hi {
		mid := int(uint(lo+hi) >> 1)
		if bytes.HasPrefix(ix.dict.head(mid), dead) {
			lo = mid
		} else {
			hi = mid
		}
	}
	w.jump(lo)
}

// insertSimilar keeps dst[first:] ordered: right first letter, then in most
// articles, then in byte order, which is the order of insertion.
func insertSimilar(dst []expansion, first int, e expansion, letter rune) []expansion {
	rank := func(e *expansion) int64 {
		v := int64(e.df)
		if r, _ := utf8.DecodeRuneInString(e.term); r == letter {
			v |= 1 << 32
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
// terms that come in order, keeping the rows of the beginning they share.
// Values beyond k are not told apart from k+1.
type distances struct {
	word []rune
	k    int
	n    int // characters of the current term read
	rune [maxTerm + 1]rune
	end  [maxTerm + 1]int // bytes of the term up to and with character i
	rows [maxTerm + 1][maxTerm + 1]uint8
}

func (t *distances) start() {
	for j := range t.rows[0] {
		t.rows[0][j] = uint8(min(j, t.k+1))
	}
}

// read computes the rows of term, which shares its first bytes with the one
// before. It returns the length in bytes of the beginning that already is
// beyond k, or 0.
func (t *distances) read(term []byte, shared int) (dead int) {
	for t.n > 0 && t.end[t.n] > shared {
		t.n--
	}
	for at := t.end[t.n]; at < len(term); {
		r, size := rune(term[at]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(term[at:])
		}
		at += size
		t.n++
		t.rune[t.n], t.end[t.n] = r, at
		if t.row(t.n, r) {
			return at
		}
	}
	return 0
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

// distance returns the distance of the term read, k+1 if it is more than k.
func (t *distances) distance() int {
	if d := t.n - len(t.word); d > t.k || -d > t.k {
		return t.k + 1
	}
	return int(t.rows[t.n][len(t.word)])
}
