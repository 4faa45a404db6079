package quotes

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/internal/dossier"
	"parallax/internal/names"
	"parallax/internal/text"
)

// A tok is a token of a sentence. A whole quotation is one token, so that no
// rule looks inside it for cues or names.
type tok struct {
	names.Token
	quote int32 // index into reader.quoted, or -1
}

// A unit is a sentence as far as attribution goes: it never ends inside a
// quotation.
type unit struct {
	toks  []tok
	block int // index into reader.blocks, where it begins
	kind  dossier.Kind
}

// blocksOf returns the stretches of a in which quotations stand.
func blocksOf(a *dossier.Article) ([]text.Span, []dossier.Kind) {
	var blocks []text.Span
	var kinds []dossier.Kind
	for _, p := range a.Parts {
		if p.Kind == dossier.Furniture || p.Kind == dossier.Dateline || p.Span.Empty() {
			continue
		}
		blocks = append(blocks, p.Span)
		kinds = append(kinds, p.Kind)
	}
	return blocks, kinds
}

// units cuts the blocks into sentences.
func (r *reader) units(kinds []dossier.Kind) []unit {
	starts := make([]int32, len(r.article.Sentences))
	for i, s := range r.article.Sentences {
		starts[i] = s.Span.Start
	}
	var out []unit
	q := 0
	skip := int32(0) // end of a quotation that began in an earlier block
	first := 0       // block of toks[0]
	var toks []tok   // of this block, after those of the one that quotation began in
	for b, bl := range r.blocks {
		if bl.End < skip || bl.End == skip && len(toks) == 0 {
			continue
		}
		if len(toks) == 0 {
			first = b
		}
		at := max(bl.Start, skip)
		for at < bl.End {
			for q < len(r.quoted) && r.quoted[q].span.Start < at {
				q++
			}
			end := bl.End
			if q < len(r.quoted) && r.quoted[q].span.Start < end {
				end = r.quoted[q].span.Start
			}
			for _, t := range names.Tokens(r.s, text.Span{Start: at, End: end}) {
				toks = append(toks, tok{t, -1})
			}
			at = end
			if q < len(r.quoted) && r.quoted[q].span.Start == at && at < bl.End {
				sp := r.quoted[q].span
				toks = append(toks, tok{names.Token{Span: sp, Kind: names.Mark}, int32(q)})
				at = sp.End
				q++
			}
		}
		skip = max(skip, at)
		if skip > bl.End {
			continue // who said it stands where it ends
		}
		from := 0
		for i := 1; i <= len(toks); i++ {
			if i < len(toks) && i-from < longestUnit && !r.boundary(starts, toks, i) {
				continue
			}
			if from < i {
				for r.blocks[first].End <= toks[from].Span.Start {
					first++
				}
				out = append(out, unit{toks[from:i], first, kinds[b]})
			}
			from = i
		}
		toks = nil
	}
	return out
}

// longestUnit is where a sentence is cut that goes on and on, in tokens: a list
// perhaps, or no prose. It bounds the work, which grows with the square.
const longestUnit = 200

// boundary reports whether a new unit begins at toks[i].
func (r *reader) boundary(starts []int32, toks []tok, i int) bool {
	prev, next := &toks[i-1], toks[i]
	from := prev.Span.Start + 1
	if prev.quote >= 0 {
		from = prev.Span.End // its own sentences are no matter here
	}
	k := sort.Search(len(starts), func(k int) bool { return starts[k] >= from })
	begins := k < len(starts) && starts[k] <= next.Span.Start
	if prev.quote < 0 {
		if prev.Kind == names.Mark && strings.ContainsAny(prev.Low, ".?!…") && next.quote >= 0 {
			return true
		}
		return begins && !(prev.Kind == names.Mark && prev.Low == ":")
	}
	switch r.lastRune(prev.quote) {
	case '.', '…':
		return next.quote >= 0 || next.Cap || begins
	case '?', '!':
		if next.quote >= 0 {
			return true
		}
		return (next.Cap || begins) && !attributionFollows(toks[i:])
	}
	if next.quote >= 0 {
		return begins
	}
	return begins && next.Cap && !attributionFollows(toks[i:])
}

// attributionFollows reports whether toks go on as `… Peskov said` does.
func attributionFollows(toks []tok) bool {
	speaker := canSpeak(toks, subjectAt(toks, 0), false)
	for i := 0; i < len(toks) && i < 8; i++ {
		t := &toks[i]
		if t.Kind == names.Mark && t.Low != "-" {
			return false
		}
		for _, f := range verbForms()[t.Low] {
			if i > 0 && (speaker || f.use&strong != 0) { // not "Three hands went up."
				return true
			}
		}
	}
	return false
}

// lastRune returns the last rune inside quotation q, 0 if it is empty.
func (r *reader) lastRune(q int32) rune {
	in := strings.TrimRight(r.quoted[q].inner.Of(r.s), " \n\t’'”\"")
	c, n := utf8.DecodeLastRuneInString(in)
	if n == 0 {
		return 0
	}
	return c
}

// statement reports whether quotation q reads as a sentence of its own: it
// begins with a capital and has a few words or a final stop.
func (r *reader) statement(q int32) bool {
	in := strings.TrimLeft(r.quoted[q].inner.Of(r.s), " \n\t‘'“\"[(…")
	c, _ := utf8.DecodeRuneInString(in)
	if !unicode.IsUpper(c) && !unicode.IsDigit(c) && unicode.IsLower(c) {
		return false
	}
	n := len(strings.Fields(in))
	return n >= 4 || strings.ContainsRune(".?!…", r.lastRune(q))
}
