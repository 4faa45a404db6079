package text

import (
	"unicode"
	"unicode/utf8"
)

// maxWrap is the longest line, in runes, of a text taken to be wrapped by
// hand. Wire copy and mail are set at 60 to 80, text out of PDF up to 100;
// paragraphs of news on one line are longer.
const maxWrap = 100

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
// text is wrapped by hand. Then a line goes on where the first word of the
// next one would not have fitted, or starts in lower case; a blank line, an
// indented one or a line left short ends the paragraph.
func Paragraphs(s string) []Span {
	lines := lines(s)
	width := wrapWidth(s, lines)
	var out []Span
	for i, ln := range lines {
		if ln.Empty() {
			continue
		}
		if i > 0 && width > 0 && continues(s, lines[i-1], ln.Span, width, ln.indented) {
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

// wrapWidth returns the width in runes at which s is wrapped by hand, or 0 if
// it is not: most line breaks must be ones that the width forced.
func wrapWidth(s string, lines []line) int {
	width := 0
	for _, ln := range lines {
		width = max(width, utf8.RuneCountInString(ln.Of(s)))
		if width > maxWrap {
			return 0
		}
	}
	forced, free := 0, 0
	for i := 1; i < len(lines); i++ {
		prev, ln := lines[i-1], lines[i]
		if prev.Empty() || ln.Empty() || ln.indented {
			continue
		}
		if continues(s, prev, ln.Span, width, false) {
			forced++
		} else {
			free++
		}
	}
	if forced < 2 || forced <= 2*free {
		return 0
	}
	return width
}

// continues reports whether ln goes on with the paragraph of prev in a text
// that is width runes wide.
func continues(s string, prev line, ln Span, width int, indented bool) bool {
	if prev.Empty() || indented {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(ln.Of(s)); unicode.IsLower(r) {
		return true
	}
	word := 0
	for _, r := range ln.Of(s) {
		if Space(r) {
			break
		}
		word++
	}
	return utf8.RuneCountInString(prev.Of(s))+1+word > width
}
