package compare

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"znkr.io/diff"

	"parallax/internal/text"
)

// piece is a stretch of a sentence that a word difference never cuts: a word
// with the hyphens and apostrophes inside it, or one mark.
type piece struct {
	start, end int32 // within the sentence
	word       bool
}

// pieces cuts s into words and marks; the white space between belongs to none.
func pieces(s string) []piece {
	out := make([]piece, 0, len(s)/5+1)
	words := text.Words(s)
	for i := 0; i < len(s); {
		if len(words) > 0 && int(words[0].Start) == i {
			p := piece{int32(i), words[0].End, true}
			words = words[1:]
			// A hyphen joins two words into one piece.
			for len(words) > 0 && words[0].Start == p.end+1 && s[p.end] == '-' {
				p.end = words[0].End
				words = words[1:]
			}
			out = append(out, p)
			i = int(p.end)
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if !text.Space(r) {
			out = append(out, piece{int32(i), int32(i + n), false})
		}
		i += n
	}
	return out
}

// hunk is a stretch in which two sentences differ, as ranges of pieces.
type hunk struct{ a0, a1, b0, b1 int }

// wordOps compares two sentences word by word. sa and sb are where they stand
// in their articles. Joined, the A sides of the steps are a, the B sides b.
//
// znkr.io/diff may find another shortest difference when its inputs change
// places, so they are put into one order first.
func wordOps(a, b string, sa, sb text.Span) []Op {
	if a == b {
		return []Op{{Kind: Equal, A: sa, B: sb}}
	}
	if b < a {
		ops := wordOps(b, a, sb, sa)
		mirrorOps(ops)
		return ops
	}
	pa, pb := pieces(a), pieces(b)
	hunks := foldIslands(pa, pb, diffPieces(a, b, pa, pb))
	return opsOf(a, b, sa, sb, pa, pb, hunks)
}

// mirrorOps exchanges the sides of a word difference. Within a replacement the
// deletion stays first.
func mirrorOps(ops []Op) {
	for i := range ops {
		ops[i].A, ops[i].B = ops[i].B, ops[i].A
		switch ops[i].Kind {
		case Delete:
			ops[i].Kind = Insert
		case Insert:
			ops[i].Kind = Delete
		}
		if i > 0 && ops[i-1].Kind == Insert && ops[i].Kind == Delete {
			ops[i-1], ops[i] = ops[i], ops[i-1]
			// Each step stands where the other side has got to.
			del, ins := &ops[i-1], &ops[i]
			del.B = text.Span{Start: ins.B.Start, End: ins.B.Start}
			ins.A = text.Span{Start: del.A.End, End: del.A.End}
		}
	}
}

func diffPieces(a, b string, pa, pb []piece) []hunk {
	var out []hunk
	for _, h := range diff.Hunks(pieceTexts(a, pa), pieceTexts(b, pb), diff.Context(0)) {
		out = append(out, hunk{h.PosX, h.EndX, h.PosY, h.EndY})
	}
	return out
}

func pieceTexts(s string, ps []piece) []string {
	out := make([]string, len(ps))
	for i, p := range ps {
		out[i] = s[p.start:p.end]
	}
	return out
}

// minIsland is how many words the same stretch between two differences needs
// to be worth showing as the same.
const minIsland = 2

// foldIslands joins differences that only a few words part: a reader sees one
// change, not a rash of coincidences ("of", "the"). A stretch is also folded
// when the changes on both sides of it are longer than itself.
func foldIslands(pa, pb []piece, hunks []hunk) []hunk {
	for changed := true; changed; {
		changed = false
		out := hunks[:0]
		for i, h := range hunks {
			if i == 0 {
				out = append(out, h)
				continue
			}
			before := &out[len(out)-1]
			same := countWords(pa[before.a1:h.a0])
			if same < minIsland || same < before.words(pa, pb) && same < h.words(pa, pb) {
				before.a1, before.b1 = h.a1, h.b1
				changed = true
				continue
			}
			out = append(out, h)
		}
		hunks = out
	}
	return hunks
}

// words counts the words that a hunk changes, on the side that has more.
func (h hunk) words(pa, pb []piece) int {
	return max(countWords(pa[h.a0:h.a1]), countWords(pb[h.b0:h.b1]))
}

func countWords(ps []piece) int {
	n := 0
	for _, p := range ps {
		if p.word {
			n++
		}
	}
	return n
}

// opsOf turns hunks of pieces into steps over all bytes. White space that both
// sides have at the edge of a difference is the same; white space that differs
// between two same words is a small difference of its own.
func opsOf(a, b string, sa, sb text.Span, pa, pb []piece, hunks []hunk) []Op {
	w := opWriter{a: a, b: b, sa: sa, sb: sb}
	i, j := 0, 0
	for _, h := range append(hunks, hunk{len(pa), len(pa), len(pb), len(pb)}) {
		for ; i < h.a0; i, j = i+1, j+1 {
			w.change(pa[i].start, pb[j].start)
			w.same(pa[i].end - pa[i].start)
		}
		i, j = h.a1, h.b1
	}
	w.change(int32(len(a)), int32(len(b)))
	return w.ops
}

// opWriter walks both sentences in step.
type opWriter struct {
	a, b   string
	sa, sb text.Span
	i, j   int32 // written so far
	ops    []Op
}

// same writes n equal bytes.
func (w *opWriter) same(n int32) {
	w.write(Equal, n, n, false)
}

// change writes what stands before i2 and j2 as a difference, less the white
// space that both sides share at its edges.
func (w *opWriter) change(i2, j2 int32) {
	x, y := w.a[w.i:i2], w.b[w.j:j2]
	head := commonSpace(x, y, strings.HasPrefix, leadingSpace)
	w.same(int32(head))
	x, y = x[head:], y[head:]
	tail := commonSpace(x, y, strings.HasSuffix, trailingSpace)
	x, y = x[:len(x)-tail], y[:len(y)-tail]
	small := smallChange(x, y)
	w.write(Delete, int32(len(x)), 0, small)
	w.write(Insert, 0, int32(len(y)), small)
	w.same(int32(tail))
}

func (w *opWriter) write(k OpKind, n, m int32, small bool) {
	if n == 0 && m == 0 {
		return
	}
	op := Op{
		Kind:  k,
		A:     text.Span{Start: w.sa.Start + w.i, End: w.sa.Start + w.i + n},
		B:     text.Span{Start: w.sb.Start + w.j, End: w.sb.Start + w.j + m},
		Small: small,
	}
	w.i, w.j = w.i+n, w.j+m
	if last := len(w.ops) - 1; k == Equal && last >= 0 && w.ops[last].Kind == Equal {
		w.ops[last].A.End, w.ops[last].B.End = op.A.End, op.B.End
		return
	}
	w.ops = append(w.ops, op)
}

// commonSpace returns the length of the white space at one edge of x that y
// has too.
func commonSpace(x, y string, has func(s, edge string) bool, edge func(string) string) int {
	if e := edge(x); has(y, e) {
		return len(e)
	}
	if e := edge(y); has(x, e) {
		return len(e)
	}
	return 0
}

func leadingSpace(s string) string  { return s[:len(s)-len(strings.TrimLeftFunc(s, text.Space))] }
func trailingSpace(s string) string { return s[len(strings.TrimRightFunc(s, text.Space)):] }

// smallChange reports whether x and y differ in punctuation, case, accents of
// the typewriter or a possessive ending only: "Union", "Union’s".
func smallChange(x, y string) bool {
	return bare(x) == bare(y)
}

// bareWords is the sentence without case and marks.
func (s *sentence) bareWords() string {
	if s.bare == "" {
		s.bare = bare(s.text)
	}
	return s.bare
}

// bare is s without case, marks, white space and possessive endings.
func bare(s string) string {
	var b strings.Builder
	for _, sp := range text.Words(s) {
		w := strings.TrimSuffix(foldWord(sp.Of(s)), "'")
		for _, r := range w {
			if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}
