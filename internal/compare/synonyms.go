package compare

import "strings"

// synonymous reports whether word j of t may stand for word i of s.
func (c *Comparer) synonymous(s *sentence, i int, t *sentence, j int) bool {
	v, w := &s.words[i], &t.words[j]
	if v.term == w.term {
		return true
	}
	p, q := v.form.fold, w.form.fold
	if degree(p, q) || degree(q, p) || sameStart(p, q) || derived(p, q) || misspelt(p, q) || v.form.spelling() == w.form.spelling() {
		return true
	}
	if again(v, w) || again(w, v) || s.fold(i-1)+p == q || t.fold(j-1)+q == p {
		return true // "reopen", "open"; "air strike", "airstrike"
	}
	for _, m := range c.spelled(s, i) {
		for _, n := range c.spelled(t, j) {
			if meetRows(c.synonymRows(m), c.synonymRows(n)) {
				return true
			}
		}
	}
	return false
}

// spelled returns what withParticle does, but not the verb alone where "down" or
// "off" makes another of it: "vote down" is no voting.
func (c *Comparer) spelled(s *sentence, i int) [2]string {
	out := s.withParticle(i)
	if next := s.fold(i + 1); (next == "down" || next == "off") && len(c.synonymRows(out[1])) > 0 {
		out[0] = ""
	}
	return out
}

// again reports whether v does once more what w does: "reopen", "open".
func again(v, w *word) bool {
	rest, ok := strings.CutPrefix(v.form.stem, "re")
	return ok && len(rest) > 2 && strings.TrimPrefix(rest, "-") == w.form.stem
}

// degree reports whether u is an adjective and v a degree of it: "low",
// "lowest".
func degree(u, v string) bool {
	end, ok := strings.CutPrefix(v, u)
	return ok && (end == "er" || end == "est" || end == "r" || end == "st")
}

// meetRows reports whether two increasing lists share a row.
func meetRows(a, b []int16) bool {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] == b[0]:
			return true
		case a[0] < b[0]:
			a = a[1:]
		default:
			b = b[1:]
		}
	}
	return false
}

// synonymAt is an entry of the table of synonyms: where it stands there, and in
// which row.
type synonymAt struct {
	from, to int32
	row      int16
}

// synonymsBy has the entries by their first letter, in the order of the table.
// The entries are stemmed only when asked for: a map of all would cost every
// reader the stems of all.
var synonymsBy = later(readSynonyms)

// phraseEnds are the stems of words that end a phrase of a table.
var phraseEnds = later(func(m map[string]bool) {
	for _, table := range [...]string{synonyms, antonyms} {
		for {
			_, rest, ok := strings.Cut(table, "_")
			if !ok {
				break
			}
			m[stem(rest[:strings.IndexAny(rest, " _,;|\n")])] = true
			table = rest
		}
	}
})

func readSynonyms(m map[byte][]synonymAt) {
	from, row := -1, int16(0) // where the entry being read begins
	var head synonymAt        // the word whose rows are being read; none if its to is 0
	add := func(at synonymAt) { m[synonyms[at.from]] = append(m[synonyms[at.from]], at) }
	for i := range len(synonyms) {
		c := synonyms[i]
		if c >= 'a' && c <= 'z' || c == '_' || c == '-' {
			if from < 0 {
				from = i
			}
			continue
		}
		if from >= 0 {
			at := synonymAt{int32(from), int32(i), row}
			if head.to == 0 {
				head = at
			}
			add(at)
			from = -1
		}
		switch c {
		case ',':
			row++
			head.row = row
			add(head)
		case ';':
			row++
			head = synonymAt{}
		}
	}
}

// synonymRows returns the rows of synonyms that have the word or the two words
// of a stem, increasing.
func (c *Comparer) synonymRows(stemmed string) []int16 {
	if stemmed == "" {
		return nil
	}
	if rows, ok := c.rows[stemmed]; ok {
		return rows
	}
	var rows []int16
	// What the entry begins with: an ending may have made an i of a y.
	first, _, _ := strings.Cut(stemmed, " ")
	first = strings.TrimSuffix(first, "i")
	for _, at := range synonymsBy[stemmed[0]] {
		entry := synonyms[at.from:at.to]
		if strings.HasPrefix(entry, first) && stemEntry(entry) == stemmed && (len(rows) == 0 || rows[len(rows)-1] != at.row) {
			rows = append(rows, at.row)
		}
	}
	c.rows[strings.Clone(stemmed)] = rows
	return rows
}

// stemEntry returns the stems of the words of an entry: "put_off" is "put off".
func stemEntry(entry string) string {
	words := strings.Split(entry, "_")
	for i, w := range words {
		words[i] = stem(w)
	}
	return strings.Join(words, " ")
}

// anySynonym reports whether a word of t within in may stand for word i of s.
func (c *Comparer) anySynonym(s *sentence, i int, t *sentence, in [2]int) bool {
	for j := in[0]; j < in[1]; j++ {
		if t.tells(j) && !has(s.terms, t.words[j].term) && c.synonymous(s, i, t, j) {
			return true
		}
	}
	return false
}

// sameStart reports whether one word may be a form of the other: "fund",
// "financing" are not, "evacuation", "evacuee" are.
func sameStart(u, v string) bool {
	n := 0
	for n < min(len(u), len(v)) && u[n] == v[n] {
		n++
	}
	return n >= 4 && 2*n >= max(len(u), len(v))
}

// misspelt reports whether two long words differ in two letters at most, within:
// "holder", "hodler".
func misspelt(u, v string) bool {
	if len(u) > len(v) {
		u, v = v, u
	}
	before, after := 0, 0
	for before < len(u) && u[before] == v[before] {
		before++
	}
	for after < len(u)-before && u[len(u)-1-after] == v[len(v)-1-after] {
		after++
	}
	return len(v) > 5 && before >= 2 && before+after >= len(v)-2
}

// derived reports whether one of u and v is the other with an ending: "Europe",
// "European".
func derived(u, v string) bool {
	if len(u) > len(v) {
		u, v = v, u
	}
	n := 0
	for n < len(u) && u[n] == v[n] {
		n++
	}
	return n >= 4 && n >= len(u)-1 && len(v)-n <= 4 && len(v) > len(u)
}
