package compare

import (
	"cmp"
	"fmt"
	"strings"

	"parallax/internal/sorting"
	"parallax/internal/text"
)

// OtherNumber reports whether two sentences of like words differ in a number:
// "11 died" beside "16 died".
func (c *Comparer) OtherNumber(a, b int, i, j int32) bool {
	for _, cl := range c.clashes(a, b, i, j, true) {
		if cl.Kind == ClashNumber {
			return true
		}
	}
	return false
}

// maxReasonWords is how many shared words a reason names.
const maxReasonWords = 5

// reason says in plain words why two sentences were paired.
func (c *Comparer) reason(m match, a, b *sentence) string {
	switch m.relation {
	case Identical:
		return "same words"
	case Near:
		return fmt.Sprintf("%d of %d words in the same order", lcs(a.words, b.words), max(len(a.words), len(b.words)))
	}
	shared := c.sharedWords(a, b)
	if len(shared) == 0 {
		return "similar words"
	}
	return "both have: " + strings.Join(shared, ", ")
}

// sharedWords returns the words of a that b has in some form, weightiest terms
// kept, in the order of a.
func (c *Comparer) sharedWords(a, b *sentence) []string {
	has := map[int32]bool{}
	for _, t := range b.terms {
		has[t] = true
	}
	var out []string
	for i, w := range a.words {
		if len(out) == maxReasonWords {
			break
		}
		if w.tail || w.class == function || !has[w.term] || i > 0 && a.words[i-1].term == w.term {
			continue
		}
		has[w.term] = false
		end := w.at.End
		for k := i + 1; k < len(a.words) && a.words[k].term == w.term; k++ {
			end = a.words[k].at.End
		}
		out = append(out, a.text[w.at.Start-a.at.Start:end-a.at.Start])
	}
	return out
}

// topShared returns the words of a behind the terms that bind a and b most.
func (c *Comparer) topShared(a, b int, first map[int32]firstWord) []string {
	x, y := &c.profiles[a], &c.profiles[b]
	type bond struct {
		word   firstWord
		weight float64
	}
	var bonds []bond
	for i, j := 0, 0; i < len(x.terms) && j < len(y.terms); {
		switch {
		case x.terms[i] < y.terms[j]:
			i++
		case y.terms[j] < x.terms[i]:
			j++
		default:
			bonds = append(bonds, bond{first[x.terms[i]], x.weights[i] * y.weights[j]})
			i, j = i+1, j+1
		}
	}
	sorting.Stable(bonds, func(p, q bond) int {
		return cmp.Or(cmp.Compare(q.weight, p.weight), cmp.Compare(p.word.at.Start, q.word.at.Start))
	})
	var out []firstWord
	for _, b := range bonds {
		w := b.word
		if w.dull {
			continue
		}
		// The words of one name are named together.
		joined := false
		for k := range out {
			switch o := &out[k]; {
			case !w.proper || !o.proper:
			case o.at.End+1 == w.at.Start:
				o.at.End, joined = w.at.End, true
			case w.at.End+1 == o.at.Start:
				o.at.Start, joined = w.at.Start, true
			}
		}
		if !joined {
			if len(out) == maxReasonWords {
				break
			}
			out = append(out, w)
		}
	}
	words := make([]string, len(out))
	for k, w := range out {
		words[k] = w.at.Of(c.d.Articles[a].Text)
	}
	return words
}

type firstWord struct {
	at     text.Span
	proper bool
	dull   bool // a small number, which says nothing by itself
}

// firstWords returns where article a first has each of its terms.
func (c *Comparer) firstWords(a int) map[int32]firstWord {
	out := map[int32]firstWord{}
	for i := range c.articles[a] {
		s := &c.articles[a][i]
		for _, w := range s.words {
			if _, ok := out[w.term]; !ok {
				word := w.at.Of(c.d.Articles[a].Text)
				out[w.term] = firstWord{w.at, w.class == name || w.class == country, w.class == quantity && word[0] > '9' || len(word) < 3 && word[0] <= '9'}
			}
		}
	}
	return out
}
