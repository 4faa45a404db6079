package search

import (
	"cmp"
	"slices"
	"sort"
	"strconv"

	"parallax/internal/sorting"
	"parallax/internal/text"
)

// maxExcerpts is how many passages of an article a hit shows.
const maxExcerpts = 3

// hits describes the articles that rank chose.
func (e *evaluation) hits() []Hit {
	ix := e.ix
	hits := make([]Hit, len(e.top))
	for i, f := range e.top {
		hits[i] = Hit{Doc: ix.place[f.doc], Score: float64(f.score), All: f.all}
	}
	if e.o.Bare {
		return hits
	}
	words := e.findParts()
	places := make([][]place, len(e.parts))
	for i := range e.parts {
		e.parts[i].df = e.parts[i].docs.count()
	}
	for i := range e.top {
		f := &e.top[i]
		words.read(f.doc)
		for k := range e.parts {
			places[k] = words.appendMarked(places[k][:0], &e.parts[k], f.doc)
		}
		hits[i].Why = e.why(f, places)
		if ix.docs == nil {
			continue
		}
		doc := &ix.docs[hits[i].Doc]
		marked := ix.work.marksOf(doc, places)
		hits[i].Marks = joined(marked)
		hits[i].Excerpts = e.excerpts(doc, marked)
	}
	return hits
}

// place is where words of the query stand in an article: n terms from at on.
type place struct {
	at uint32
	n  uint32
}

// appendMarked appends the places of a part in the article read.
func (f *finder) appendMarked(dst []place, p *part, doc uint32) []place {
	for i := range p.operands {
		op := &p.operands[i]
		if !op.docs.has(doc) {
			continue
		}
		for _, at := range f.phrase(op) {
			dst = append(dst, place{at, uint32(len(op.slots))})
		}
	}
	return dst
}

// partMark is a mark and the part of the query it belongs to.
type partMark struct {
	Mark
	part int
}

// marksOf finds where the places lie in the text. A mark spans all words of a
// phrase. Marks come by position, then by part.
func (s *scratch) marksOf(doc *Doc, places [][]place) []partMark {
	end := 0 // after the last term that matters
	for k := range places {
		for _, p := range places[k] {
			end = max(end, int(p.at+p.n))
		}
	}
	s.terms = doc.appendTerms(s.terms[:0], end)
	terms := s.terms
	var marks []partMark
	for k := range places {
		for _, p := range places[k] {
			if last := int(p.at + p.n - 1); last < len(terms) { // beyond are people and outlet, which are not in the text
				m := terms[p.at]
				m.Span.End = terms[last].Span.End
				marks = append(marks, partMark{m, k})
			}
		}
	}
	sorting.Stable(marks, func(a, b partMark) int {
		return cmp.Or(cmp.Compare(a.Field, b.Field), cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.part, b.part))
	})
	return marks
}

// appendTerms appends to an empty slice the first n terms of the text by their
// places, as the builder numbers them, or all if there are fewer; the free place
// between two fields is empty.
func (doc *Doc) appendTerms(terms []Mark, n int) []Mark {
	add := func(f Field, sp text.Span) {
		s := sp.Of(doc.Text)
		for at := 0; len(terms) < n; {
			term, next := text.NextTerm(s, at)
			if term.Empty() {
				return
			}
			at = next
			terms = append(terms, Mark{f, text.Span{Start: term.Start + sp.Start, End: term.End + sp.Start}})
		}
	}
	add(Title, doc.Title)
	terms = append(terms, Mark{})
	add(Subtitle, doc.Subtitle)
	terms = append(terms, Mark{})
	for _, sp := range doc.Body {
		add(Body, sp)
	}
	return terms
}

// joined returns the marks without their parts; those that overlap, as
// neighbouring pairs of characters do, become one.
func joined(marks []partMark) []Mark {
	var out []Mark
	for _, m := range marks {
		if n := len(out); n > 0 && out[n-1].Field == m.Field && m.Span.Start < out[n-1].Span.End {
			out[n-1].Span.End = max(out[n-1].Span.End, m.Span.End)
			continue
		}
		out = append(out, m.Mark)
	}
	return out
}

// excerpts chooses the sentences that show the hit: first the one whose words
// of the query weigh most, then those that add most to what the others show.
// An article without any, found by a filter, shows how it begins.
func (e *evaluation) excerpts(doc *Doc, marks []partMark) []text.Span {
	marks = marks[sort.Search(len(marks), func(i int) bool { return marks[i].Field >= Body }):]
	shown := make([]bool, len(e.parts))
	var out []text.Span
	for len(out) < maxExcerpts {
		best, bestScore := text.Span{}, float32(0)
		m := 0
		for _, sentence := range doc.Sentences {
			if sentence.Overlaps(doc.Title) || sentence.Overlaps(doc.Subtitle) || slices.Contains(out, sentence) {
				continue
			}
			for m > 0 && marks[m-1].Span.End > sentence.Start {
				m--
			}
			score, had := float32(0), uint64(0)
			for ; m < len(marks) && marks[m].Span.Start < sentence.End; m++ {
				k := marks[m].part
				if marks[m].Span.End <= sentence.Start || had&(1<<(k&63)) != 0 {
					continue
				}
				had |= 1 << (k & 63)
				if shown[k] {
					score += e.parts[k].bound * shownAgain
				} else {
					score += e.parts[k].bound
				}
			}
			if score > bestScore {
				best, bestScore = sentence, score
			}
		}
		if bestScore == 0 {
			break
		}
		for _, m := range marks {
			if m.Span.Overlaps(best) {
				shown[m.part] = true
			}
		}
		out = append(out, best)
	}
	if len(out) == 0 {
		for _, sentence := range doc.Sentences {
			if !sentence.Overlaps(doc.Title) && !sentence.Overlaps(doc.Subtitle) {
				return []text.Span{sentence}
			}
		}
	}
	sorting.Stable(out, func(a, b text.Span) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// shownAgain is what a word of the query counts in a further excerpt when an
// excerpt has it already.
const shownAgain = 0.25

// why lists the summands of a score, in words: what each part of the query
// gives, and the bonus for words near each other.
func (e *evaluation) why(f *found, places [][]place) []string {
	var out []string
	for k := range e.parts {
		p := &e.parts[k]
		if !p.docs.has(f.doc) {
			continue
		}
		out = append(out, p.name()+" "+e.whereabouts(f.doc, places[k])+", in "+
			strconv.Itoa(p.df)+" of "+strconv.Itoa(e.ix.Len())+" articles: "+points(p.gives(f.doc)))
	}
	if f.head > 0 {
		out = append(out, "the headline begins so: "+points(f.head))
	}
	if f.near > 0 {
		out = append(out, "words near each other: "+points(f.near))
	}
	return out
}

// name is a part as typed, in quotation marks.
func (p *part) name() string {
	var name string
	for i := range p.operands {
		if i > 0 {
			name += " or "
		}
		name += "“"
		for k := range p.operands[i].slots {
			w := &p.operands[i].slots[k].word
			name += w.typed
			if w.joint != 0 {
				name += string(rune(w.joint))
			} else if k+1 < len(p.operands[i].slots) {
				name += " "
			}
		}
		name += "”"
	}
	return name
}

// whereabouts says "3 times, once in the headline".
func (e *evaluation) whereabouts(doc uint32, places []place) string {
	if len(places) == 0 {
		return "told of" // a year that is not written
	}
	var in [numFields]int
	for _, p := range places {
		in[e.ix.layouts[doc].field(p.at)]++
	}
	s := times(len(places))
	for _, f := range [...]struct {
		field Field
		words string
	}{{Title, "in the headline"}, {Subtitle, "in the standfirst"}, {People, "among the people"}, {Outlet, "as the outlet or the author"}} {
		if n := in[f.field]; n > 0 {
			s += ", " + times(n) + " " + f.words
		}
	}
	return s
}

func times(n int) string {
	if n == 1 {
		return "once"
	}
	return strconv.Itoa(n) + " times"
}

// points writes a summand of a score with two decimals.
func points(x float32) string { return strconv.FormatFloat(float64(x), 'f', 2, 64) }
