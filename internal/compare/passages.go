package compare

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"parallax/internal/sorting"
)

// Limits of what counts as carried text.
const (
	minPassageWords = 6   // of the corresponding sentence
	minReuse        = 450 // words in the same order of a reworded one, in thousandths
)

// passageStep is how many pairs of articles a search for passages compares at a
// time: with articles of 600 words, a twentieth of a second in the browser.
const passageStep = 40

// PassageSearch finds the paragraphs that more than one article carries, part by
// part, as a large collection takes long.
//
// The oldest article that has a paragraph is its base; every later article adds
// the paragraph that shares most with the base. What is in a passage already is
// compared no more, and only articles that have a winnowed shingle of the rest
// are. Sentences correspond if they are identical, near, or reworded with their
// words mostly in the same order: two accounts of one event in different words
// are no passage.
type PassageSearch struct {
	c       *Comparer
	order   []int    // articles still to be a base, oldest first
	carried [][]bool // by article and sentence: it is in a passage or no text of a paragraph
	reused  *reuse
	found   []Passage

	base     int // the article at hand
	later    []int
	compared int                // how many of later
	joined   map[int][][2]int32 // of each of those, see Comparer.carried
}

// SearchPassages begins a search.
func (c *Comparer) SearchPassages() *PassageSearch {
	s := &PassageSearch{c: c, order: c.byDate(), carried: make([][]bool, len(c.articles))}
	shingles := make([][]uint64, len(c.articles))
	for a, ss := range c.articles {
		s.carried[a] = make([]bool, len(ss))
		for i := range ss {
			s.carried[a][i] = ss[i].kind != bodyKind
		}
		shingles[a] = c.shingles(a, s.carried[a])
	}
	s.reused = newReuse(shingles)
	return s
}

// Passages returns what has been found, most articles first.
func (s *PassageSearch) Passages() []Passage {
	sorting.Stable(s.found, func(x, y Passage) int { return cmp.Compare(len(y.Tellings), len(x.Tellings)) })
	return s.found
}

// Next does the next part of the search and reports whether there is more.
func (s *PassageSearch) Next() (more bool) {
	for n := 0; n < passageStep; n++ {
		switch {
		case s.compared < len(s.later):
			b := s.later[s.compared]
			s.joined[b] = s.c.carried(s.base, b, s.carried)
			s.compared++
			if s.compared == len(s.later) {
				s.gather()
			}
		case len(s.order) == 0:
			return false
		default:
			s.begin()
		}
	}
	return true
}

// begin makes the next article the base of what later ones carry.
func (s *PassageSearch) begin() {
	s.base, s.order = s.order[0], s.order[1:]
	s.later, s.compared, s.joined = nil, 0, map[int][][2]int32{}
	if fresh := s.c.shingles(s.base, s.carried[s.base]); len(fresh) > 0 {
		shared := s.reused.shared(len(s.c.articles), fresh)
		s.later = slices.DeleteFunc(slices.Clone(s.order), func(b int) bool { return shared[b] == 0 })
	}
}

// gather finds the passages of the base when all later articles are compared.
func (s *PassageSearch) gather() {
	c, base := s.c, s.base
	for _, par := range c.paragraphs(base) {
		p := Passage{
			ID:       fmt.Sprintf("%s-%d", c.d.Articles[base].ID, par),
			Tellings: []Telling{{int32(base), par, c.paragraphSentences(base, par)}},
		}
		if s.carried[base][p.Tellings[0].Sentences[0]] {
			continue
		}
		for _, b := range s.later {
			if t, ok := c.telling(p.Tellings[0], b, s.joined[b]); ok && !s.carried[b][c.paragraphSentences(b, t.Paragraph)[0]] {
				p.Tellings = append(p.Tellings, t)
			}
		}
		if len(p.Tellings) < 2 {
			continue
		}
		for _, t := range p.Tellings {
			for _, i := range c.paragraphSentences(int(t.Article), t.Paragraph) {
				s.carried[t.Article][i] = true
			}
		}
		p.Wordings = c.wordings(p.Tellings)
		s.found = append(s.found, p)
	}
}

// byDate returns the articles, earliest published first, undated ones last.
func (c *Comparer) byDate() []int {
	order := make([]int, len(c.articles))
	for i := range order {
		order[i] = i
	}
	day := func(a int) time.Time { return c.d.Articles[a].Published.Day() }
	sorting.Stable(order, func(x, y int) int {
		if day(x).IsZero() != day(y).IsZero() {
			if day(x).IsZero() {
				return 1
			}
			return -1
		}
		return day(x).Compare(day(y))
	})
	return order
}

// carried compares base with a later article b, without what is carried, and
// returns the corresponding sentences: pairs of their numbers.
func (c *Comparer) carried(base, b int, carried [][]bool) [][2]int32 {
	var out [][2]int32
	for _, p := range c.correspond(aligner{a: base, b: b, outA: carried[base], outB: carried[b], roughly: true}) {
		s, t := &c.articles[base][p.A], &c.articles[b][p.B]
		if min(len(s.words), len(t.words)) < minPassageWords {
			continue
		}
		if p.Relation == Identical || p.Relation == Near || p.Relation == Reworded && inOrder(s.words, t.words) >= minReuse {
			out = append(out, [2]int32{p.A, p.B})
		}
	}
	return out
}

// shingles returns the fingerprints of article a but for some sentences,
// increasing.
func (c *Comparer) shingles(a int, without []bool) []uint64 {
	var out []uint64
	for i := range c.articles[a] {
		if !without[i] {
			out = fingerprints(out, c.articles[a][i].words)
		}
	}
	sorting.Ordered(out)
	return slices.Compact(out)
}

// telling returns the paragraph of article b that shares most with base.
func (c *Comparer) telling(base Telling, b int, joined [][2]int32) (Telling, bool) {
	shared := map[int32]int{} // paragraph of b: bytes that correspond
	var sentences []int32
	for _, j := range joined {
		if !slices.Contains(base.Sentences, j[0]) {
			continue
		}
		par := c.d.Articles[b].Sentences[j[1]].Paragraph
		shared[par] += c.articles[b][j[1]].at.Len()
		sentences = append(sentences, j[1])
	}
	best := int32(0)
	for par, n := range shared {
		if best == 0 || n > shared[best] || n == shared[best] && par < best {
			best = par
		}
	}
	if best == 0 {
		return Telling{}, false
	}
	sentences = append(sentences, c.paragraphSentences(b, best)...)
	return Telling{int32(b), best, sortedSet(sentences)}, true
}

// paragraphs returns the numbers of the paragraphs of a that hold body text.
func (c *Comparer) paragraphs(a int) []int32 {
	var out []int32
	for _, s := range c.d.Articles[a].Sentences {
		if s.Kind == bodyKind && (len(out) == 0 || out[len(out)-1] != s.Paragraph) {
			out = append(out, s.Paragraph)
		}
	}
	return out
}

func (c *Comparer) paragraphSentences(a int, par int32) []int32 {
	var out []int32
	for i, s := range c.d.Articles[a].Sentences {
		if s.Paragraph == par && s.Kind == bodyKind {
			out = append(out, int32(i))
		}
	}
	return out
}

// wordings counts the different texts among tellings.
func (c *Comparer) wordings(tellings []Telling) int {
	seen := map[string]bool{}
	for _, t := range tellings {
		var b strings.Builder
		for _, i := range t.Sentences {
			b.WriteString(c.articles[t.Article][i].text)
			b.WriteByte('\n')
		}
		seen[b.String()] = true
	}
	return len(seen)
}
