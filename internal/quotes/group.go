package quotes

import (
	"cmp"
	"slices"
	"strings"

	"parallax/internal/sorting"
	"parallax/internal/text"
)

// Group is quotations that one person said once, as far as their words tell.
type Group struct {
	Full int   // the one with most words, the first of those
	All  []int // all of them, increasing
}

// likely is with how many groups, those that share most words, a quotation is
// compared word by word.
const likely = 12

// Groups puts together the quotations of one person that have the same words,
// are cuts of one another, or are worded a little differently, in the order of
// the first of each. What is only reported joins another report by the same
// words alone, as two reporters choose like words for different statements.
//
// The quotation with most words leads a group and all others are compared with
// it, and with its rewordings as far as they are cuts of one, so that "We will
// not" of one and of another statement does not chain the two. Cost: the words
// of all, times the quotations that share a word, plus likely comparisons each.
func Groups(said []Said, types []Type) []Group {
	wordings := wordingsOf(said, types)
	order := make([]int, len(wordings))
	for i := range order {
		order[i] = i
	}
	sorting.Stable(order, func(x, y int) int {
		return cmp.Compare(len(wordings[y].said.words), len(wordings[x].said.words))
	})
	var groups []Group
	var anchors []*wording        // those that lead, and their rewordings
	holding := map[string][]int{} // anchors by word
	for _, i := range order {
		w := &wordings[i]
		best := Different
		for _, n := range sharing(w, holding) {
			a := anchors[n]
			how := Same(a.said, w.said)
			if how > best && (a.verbatim || w.verbatim) && (a.leads || how == Cut) {
				best, w.group = how, a.group
			}
		}
		if best == Different {
			w.group, w.leads = len(groups), true
			groups = append(groups, Group{w.at[0], w.at})
		} else {
			groups[w.group].All = append(groups[w.group].All, w.at...)
		}
		if best == Cut {
			continue
		}
		for _, word := range w.content {
			holding[word] = append(holding[word], len(anchors))
		}
		anchors = append(anchors, w)
	}
	for i := range groups {
		sorting.Ordered(groups[i].All)
	}
	sorting.Stable(groups, func(a, b Group) int { return cmp.Compare(a.All[0], b.All[0]) })
	return groups
}

// wording is quotations of the same words.
type wording struct {
	said     Said
	content  []string // its words that say something, sorted, each once
	verbatim bool     // one of them gives the speaker's own words
	at       []int
	group    int
	leads    bool // it is the fullest of its group
}

// wordingsOf returns the wordings of said in the order of their first.
func wordingsOf(said []Said, types []Type) []wording {
	var out []wording
	known := map[string]int{}
	for i, s := range said {
		verbatim := types[i] == Direct || types[i] == Mixed
		key := strings.Join(s.words, " ")
		if n, ok := known[key]; ok && key != "" {
			out[n].at = append(out[n].at, i)
			out[n].verbatim = out[n].verbatim || verbatim
			continue
		}
		known[key] = len(out)
		w := wording{said: s, verbatim: verbatim, at: []int{i}}
		for _, word := range s.words {
			if !hollow.Has(word) {
				w.content = append(w.content, word)
			}
		}
		sorting.Ordered(w.content)
		w.content = slices.Compact(w.content)
		out = append(out, w)
	}
	return out
}

// sharing returns those in holding that share half the words of w that say
// something, those that share most first.
func sharing(w *wording, holding map[string][]int) []int {
	shared := map[int]int{}
	var found []int
	for _, word := range w.content {
		for _, g := range holding[word] {
			if shared[g] == 0 {
				found = append(found, g)
			}
			shared[g]++
		}
	}
	found = slices.DeleteFunc(found, func(g int) bool { return 2*shared[g] < len(w.content) })
	sorting.Stable(found, func(x, y int) int { return cmp.Or(cmp.Compare(shared[y], shared[x]), cmp.Compare(x, y)) })
	return found[:min(len(found), likely)]
}

// Own returns the words of one wording of a quotation that the fuller one has
// not, or not in that order: spans of wording, neighbours joined.
func Own(full, wording string) []text.Span {
	low := func(s string) (spans []text.Span, words []string) {
		spans = text.Words(s)
		spans = spans[:min(len(spans), longestSaid)]
		for _, sp := range spans {
			words = append(words, strings.ToLower(strings.ReplaceAll(sp.Of(s), "’", "'")))
		}
		return spans, words
	}
	_, x := low(full)
	spans, y := low(wording)
	var out []text.Span
	shared := common(x, y)
	last := -1
	for i, sp := range spans {
		if len(shared) > 0 && shared[0] == y[i] {
			shared = shared[1:]
			continue
		}
		if n := len(out) - 1; n >= 0 && last == i-1 {
			out[n].End = sp.End
		} else {
			out = append(out, sp)
		}
		last = i
	}
	return out
}
