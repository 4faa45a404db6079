package compare

import (
	"fmt"
	"strings"
)

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
