package text

import (
	"unicode"
	"unicode/utf8"
)

// The longest line, in runes, of a text taken to be wrapped by hand. Wire copy
// and mail are set at 60 to 80, text out of PDF up to 100; paragraphs of news
// on one line are longer, and menus narrower.
const (
	minWrap = 40
	maxWrap = 100
)

// Space reports whether r separates words and shows nothing: white space, the
// byte order mark and the zero width space.
func Space(r rune) bool {
	return unicode.IsSpace(r) || r == '\uFEFF' || r == '\u200B' || r == '\u2028' || r == '\u2029'
}

// Trim returns the part of sp without white space at either end. What is all
// white space becomes empty, at sp.Start.
func Trim(s string, sp Span) Span {
	for sp.Start < sp.End {
		r, n := utf8.DecodeRuneInString(s[sp.Start:sp.End])
		if !Space(r) {
			break
		}
		sp.Start += int32(n)
	}
	for sp.Start < sp.End {
		r, n := utf8.DecodeLastRuneInString(s[sp.Start:sp.End])
		if !Space(r) {
			break
		}
		sp.End -= int32(n)
	}
	return sp
}

// Paragraphs returns the raw paragraphs of s, trimmed and without the blank
// ones. They cover all of s but white space.
//
// Every line is a paragraph, with or without blank lines around it, unless the
// text is wrapped by hand. In wrapped text a blank line or an indented one
// begins a paragraph; where nothing is indented, so does a line after one that
// was left short.
func Paragraphs(s string) []Span {
	lines := lines(s)
	wrap := wrapping(s, lines)
	var out []Span
	for i, ln := range lines {
		if ln.Empty() {
			continue
		}
		if i > 0 && wrap.joins(s, lines[i-1], ln) {
			out[len(out)-1].End = ln.End
			continue
		}
		out = append(out, ln.Span)
	}
	return out
}

// A line is trimmed; indented says that white space stood before it.
type line struct {
	Span
	indented bool
}

func lines(s string) []line {
	var out []line
	add := func(from, to int) {
		sp := Trim(s, Span{int32(from), int32(to)})
		out = append(out, line{sp, int(sp.Start) > from})
	}
	start := 0
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		switch r {
		case '\n', '\v', '\f', '\u0085', '\u2028', '\u2029':
		case '\r':
			if i < len(s) && s[i] == '\n' {
				i++
			}
		default:
			continue
		}
		add(start, i)
		start = i
	}
	add(start, len(s))
	return out
}

// A wrap is how the lines of a text were wrapped by hand. The zero wrap is not
// at all.
type wrap struct {
	width    int  // runes in the longest line
	indented bool // paragraphs begin with an indented line
}

// wrapping finds out whether and how s is wrapped: most line breaks must be
// ones that the width forced, and most of those within a sentence.
func wrapping(s string, lines []line) wrap {
	w := wrap{}
	for _, ln := range lines {
		w.width = max(w.width, utf8.RuneCountInString(ln.Of(s)))
	}
	if w.width < minWrap || w.width > maxWrap {
		return wrap{}
	}
	forced, free, mid, indented := 0, 0, 0, 0
	for i := 1; i < len(lines); i++ {
		prev, ln := lines[i-1], lines[i]
		switch {
		case prev.Empty() || ln.Empty():
		case ln.indented:
			indented++
		case w.joins(s, prev, ln):
			forced++
			if last, _ := utf8.DecodeLastRuneInString(prev.Of(s)); !Terminal(last) {
				mid++
			}
		default:
			free++
		}
	}
	if forced < 2 || forced <= 2*free || 2*mid < forced {
		return wrap{}
	}
	w.indented = indented > 0
	return w
}

// joins reports whether ln goes on with the paragraph of prev. It does if it
// starts in lower case or its first word would not have fitted behind prev,
// give or take an eighth of the width.
func (w wrap) joins(s string, prev, ln line) bool {
	if w.width == 0 || prev.Empty() || ln.indented {
		return false
	}
	if w.indented {
		return true
	}
	word := 0
	for i, r := range ln.Of(s) {
		if i == 0 && unicode.IsLower(r) {
			return true
		}
		if Space(r) {
			break
		}
		word++
	}
	return utf8.RuneCountInString(prev.Of(s))+1+word > w.width-w.width/8
}
