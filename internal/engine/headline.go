package engine

import (
	"slices"
	"strings"
	"unicode/utf8"

	"parallax/internal/compare"
	"parallax/internal/dossier"
	"parallax/internal/quotes"
	"parallax/internal/text"
)

const (
	// contentLetters is from how many letters on a word says something by
	// itself: "platform", "rivalry", not "should" beside "the".
	contentLetters = 7
	// sharedContent is how many such words a headline and a quotation must
	// share close to each other.
	sharedContent = 2
	// reach is how many words may stand between two shared ones, and how many
	// beyond them are shown.
	reach = 3
)

// headline sets the headline and the standfirst beside words of the text that
// correspond to them but are not the same: a quotation before a sentence.
func (e *Engine) headline(i int) []Contrast {
	a := &e.d.Articles[i]
	aligned := e.alignedHead(i)
	var out []Contrast
	for n, s := range a.Sentences {
		name := headName(s.Kind)
		if name == "" {
			continue
		}
		c, ok := e.quotedOtherwise(i, s.Span)
		if !ok {
			c, ok = aligned[int32(n)]
		}
		if ok {
			c.Head = name
			out = append(out, c)
		}
	}
	return out
}

func headName(k dossier.Kind) string {
	switch k {
	case dossier.Title:
		return "headline"
	case dossier.Subtitle:
		return "standfirst"
	}
	return ""
}

// alignedHead returns what the sentences above the text correspond to in it,
// where they have words of their own.
func (e *Engine) alignedHead(i int) map[int32]Contrast {
	a := &e.d.Articles[i]
	out := map[int32]Contrast{}
	for _, p := range e.compare().Correspond(i, i) {
		head, body := p.A, p.B
		if headName(a.Sentences[head].Kind) == "" {
			head, body = body, head
		}
		if headName(a.Sentences[head].Kind) == "" || a.Sentences[body].Kind != dossier.Body || p.Relation == compare.Identical || p.Relation == compare.Related {
			continue
		}
		ops := e.compare().Ops(i, i, p.A, p.B)
		onlyHead, onlyBody := opMarks(ops)
		if head != p.A {
			onlyHead, onlyBody = onlyBody, onlyHead
		}
		onlyHead, onlyBody = withWords(a.Text, onlyHead), withWords(a.Text, onlyBody)
		own := slices.ContainsFunc(onlyHead, func(m mark) bool { return tellsApart(m.span.Of(a.Text)) })
		if _, taken := out[head]; taken || !own {
			continue // it only leaves words out
		}
		if !slices.ContainsFunc(ops, func(op compare.Op) bool { return op.Kind == compare.Equal }) {
			onlyHead, onlyBody = nil, nil // no word in common: nothing to set off
		}
		span := a.Sentences[body].Span
		out[head] = Contrast{
			HeadRuns:  shorten(runsOf(a.Text, a.Sentences[head].Span, onlyHead)),
			BodyRuns:  shorten(runsOf(a.Text, span, onlyBody)),
			Paragraph: int(a.Sentences[body].Paragraph),
			Quoted:    slices.ContainsFunc(e.quotesOf(i), func(q quotes.Quote) bool { return verbatim(q.Type) && q.Span.Overlaps(span) }),
		}
	}
	return out
}

// withWords keeps the marks on words, not those on punctuation alone.
func withWords(s string, marks []mark) []mark {
	return slices.DeleteFunc(marks, func(m mark) bool { return len(text.Words(m.span.Of(s))) == 0 })
}

// quotedOtherwise finds the quotation in the text of article i whose words
// come closest to those of head without being the same. The closest is where
// most long words are shared; of these the surroundings are shown on both
// sides.
//
//	headline   platform for Russian-US rivalry
//	quotation  platform for any rivalry or competition
func (e *Engine) quotedOtherwise(i int, head text.Span) (best Contrast, found bool) {
	a := &e.d.Articles[i]
	headWords := wordsIn(a.Text, head)
	most := sharedContent - 1
	for _, q := range e.quotesOf(i) {
		if !verbatim(q.Type) {
			continue
		}
		said := wordsIn(a.Text, q.Span)
		for _, c := range clusters(a.Text, headWords, said) {
			if c.content <= most {
				continue
			}
			h := widen(a.Text, headWords, c.from[0], c.to[0], head)
			b := widen(a.Text, said, c.from[1], c.to[1], q.Span)
			headRuns, bodyRuns := runsOf(a.Text, h, c.marks(0, headWords, h)), runsOf(a.Text, b, c.marks(1, said, b))
			if !slices.ContainsFunc(append(headRuns, bodyRuns...), func(r Run) bool { return r.Change != "" && tellsApart(r.Text) }) {
				continue
			}
			most, found = c.content, true
			best = Contrast{HeadRuns: headRuns, BodyRuns: bodyRuns, Paragraph: e.paragraphOf(i, q.Span.Start), Quoted: true}
		}
	}
	return best, found
}

// tellsApart reports whether changed words are more than an article or a mark
// of punctuation: one of them has four letters.
func tellsApart(words string) bool {
	return slices.ContainsFunc(text.Words(words), func(w text.Span) bool { return utf8.RuneCountInString(w.Of(words)) >= 4 })
}

// wordsIn returns the words of s within sp, as spans of s.
func wordsIn(s string, sp text.Span) []text.Span {
	words := text.Words(sp.Of(s))
	for i := range words {
		words[i].Start += sp.Start
		words[i].End += sp.Start
	}
	return words
}

// cluster is shared words that stand close to each other on both sides.
type cluster struct {
	from, to [2]int   // first and last word on either side
	pairs    [][2]int // the shared words
	content  int      // how many of them are long
}

// marks marks the words of side x within sp that are not shared.
func (c cluster) marks(x int, words []text.Span, sp text.Span) []mark {
	side := [2]Change{OnlyA, OnlyB}[x]
	var out []mark
	for n, w := range words {
		shared := slices.ContainsFunc(c.pairs, func(p [2]int) bool { return p[x] == n })
		if shared || !w.Overlaps(sp) {
			continue
		}
		if last := len(out) - 1; last >= 0 && n > 0 && out[last].span.End == words[n-1].End {
			out[last].span.End = w.End
		} else {
			out = append(out, mark{w, func(r *Run) { r.Change = side }})
		}
	}
	return out
}

// clusters finds the shared words of two texts by their longest common
// subsequence, and cuts it where it leaves out more than reach words.
func clusters(s string, a, b []text.Span) []cluster {
	fold := func(list []text.Span) []string {
		out := make([]string, len(list))
		for i, sp := range list {
			out[i] = strings.ToLower(sp.Of(s))
		}
		return out
	}
	words := fold(a)
	var out []cluster
	for _, at := range text.Common(words, fold(b)) {
		n := len(out) - 1
		if n < 0 || at[0]-out[n].to[0] > reach || at[1]-out[n].to[1] > reach {
			out = append(out, cluster{from: at})
			n++
		}
		out[n].to = at
		out[n].pairs = append(out[n].pairs, at)
		if utf8.RuneCountInString(words[at[0]]) >= contentLetters {
			out[n].content++
		}
	}
	return out
}

// widen returns the span of the words from to last, with up to reach words
// more on either side as far as no mark of punctuation stands between, within
// limit.
func widen(s string, words []text.Span, from, last int, limit text.Span) text.Span {
	apart := func(i, j int) bool { return strings.TrimSpace(s[words[i].End:words[j].Start]) != "" }
	first := from
	for first > 0 && from-first < reach && !apart(first-1, first) {
		first--
	}
	end := last
	for end+1 < len(words) && end-last < reach && !apart(end, end+1) {
		end++
	}
	sp := text.Span{Start: words[first].Start, End: words[end].End}
	return text.Span{Start: max(sp.Start, limit.Start), End: min(sp.End, limit.End)}
}

// keptWords is how many words stay on either side of what shorten leaves out.
const keptWords = 3

// shorten leaves out the middle of long stretches that are the same on both
// sides, and what follows or comes before the last and first difference.
func shorten(runs []Run) []Run {
	if len(runs) == 1 {
		return runs
	}
	for i := range runs {
		if runs[i].Change != "" {
			continue
		}
		words := text.Words(runs[i].Text)
		t := runs[i].Text
		head, tail := keptWords, keptWords
		if i == 0 {
			head = 0
		}
		if i == len(runs)-1 {
			tail = 0
		}
		if len(words) <= head+tail+1 {
			continue
		}
		short := ""
		if head > 0 {
			short = t[:words[head-1].End] + " "
		}
		short += "…"
		if tail > 0 {
			short += " " + t[words[len(words)-tail].Start:]
		}
		runs[i].Text = short
	}
	return runs
}
