package quotes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/internal/text"
)

// closers gives for each opening mark the marks that close it. German and
// Danish writers turn the marks around; a mark that opened is closed only by
// its own.
var closers = map[rune]string{
	'"': "\"”", '“': "”“\"", '„': "“”\"", '«': "»", '»': "«", '‹': "›", '‘': "’", '\'': "'", '「': "」", '『': "』", '＂': "＂",
}

// A quoted is a quotation in marks.
type quoted struct {
	span  text.Span // marks included
	inner text.Span // marks left out
}

// findQuoted returns the quotations in the blocks, which are paragraphs or
// parts of them in order, by increasing Start, never nested. Each byte is
// looked at a bounded number of times.
//
// A quotation of several paragraphs repeats its opening mark at the head of
// each and closes once. An opening mark that nothing closes before its
// paragraph ends is taken for a quotation only if the paragraph begins with it.
func findQuoted(s string, blocks []text.Span) []quoted {
	var out []quoted
	open := map[rune]int{}  // for single marks: up to where none closes
	chain := map[rune]int{} // for others: up to which block none of a chain closes
	for b := 0; b < len(blocks); b++ {
		at := int(blocks[b].Start)
		for {
			end := int(blocks[b].End)
			start, kind, width := nextOpen(s, at, end)
			if start < 0 {
				break
			}
			single := kind == '\'' || kind == '‘'
			stop, after := -1, -1
			if !single || open[kind] < end {
				stop, after = closing(s, start+width, end, kind)
			}
			if stop >= 0 {
				out = append(out, quoted{spanOf(start, after), spanOf(start+width, stop)})
				at = after
				continue
			}
			if single {
				open[kind] = end
				at = start + width // an apostrophe after all
				continue
			}
			if b >= chain[kind] {
				var last int
				last, stop, after = runOn(s, blocks, b, kind)
				if stop >= 0 {
					out = append(out, quoted{spanOf(start, after), spanOf(start+width, stop)})
					b, at = last, after
					continue
				}
				chain[kind] = last
			}
			again := strings.ContainsRune(s[start+width:end], kind)
			if trimmed := text.Trim(s, spanOf(start+width, end)); headOf(s, blocks[b], start) && !trimmed.Empty() && !again {
				out = append(out, quoted{spanOf(start, int(trimmed.End)), trimmed})
			}
			if !again || kind != '"' {
				break
			}
			at = start + width // what opened was lost; the next mark opens again
		}
	}
	return out
}

func spanOf(start, end int) text.Span { return text.Span{Start: int32(start), End: int32(end)} }

// headOf reports whether block b begins at open.
func headOf(s string, b text.Span, open int) bool {
	return strings.TrimSpace(s[b.Start:open]) == ""
}

// runOn follows a quotation left open in block b through the blocks that
// repeat its mark. It returns the block where it closes and the bounds of the
// closing mark there. If it never closes, stop is -1 and last the block where
// the chain of marks breaks off.
func runOn(s string, blocks []text.Span, b int, kind rune) (last, stop, after int) {
	for next := b + 1; next < len(blocks); next++ {
		sp := text.Trim(s, blocks[next])
		r, n := utf8.DecodeRuneInString(s[sp.Start:sp.End])
		if r != kind {
			return next, -1, -1
		}
		if stop, after := closing(s, int(sp.Start)+n, int(sp.End), kind); stop >= 0 {
			return next, stop, after
		}
	}
	return len(blocks), -1, -1
}

// nextOpen finds the next opening mark in s[at:end]. TeX's ““” opens too.
func nextOpen(s string, at, end int) (open int, kind rune, width int) {
	for i := at; i < end; {
		r, n := utf8.DecodeRuneInString(s[i:end])
		if r == '`' && strings.HasPrefix(s[i:end], "``") {
			return i, '`', 2
		}
		if _, ok := closers[r]; ok && opens(s, i, i+n, end, r) {
			return i, r, n
		}
		i += n
	}
	return -1, 0, 0
}

// opens reports whether the mark r at s[i:after] can open a quotation.
func opens(s string, i, after, end int, r rune) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	next, _ := utf8.DecodeRuneInString(s[after:end])
	if after >= end || unicode.IsSpace(next) && r != '«' {
		return false
	}
	bound := i == 0 || !unicode.IsLetter(before) && !unicode.IsDigit(before)
	switch r {
	case '\'', '‘':
		// 'em, '90s and rock ’n’ roll are no quotations.
		return bound && before != '\'' && before != '’' && (unicode.IsLetter(next) || next == '[' || next == '…') && !strings.HasPrefix(s[after:end], "em ") && !strings.HasPrefix(s[after:end], "n'")
	case '"':
		return bound // else inches, or a mark closing what was lost
	case '»':
		return bound && (i == 0 || unicode.IsSpace(before) || before == '(')
	}
	return true
}

// closing finds the mark that closes a quotation of kind in s[at:end]; -1 if
// none does. Quotations within quotations are passed over.
func closing(s string, at, end int, kind rune) (stop, after int) {
	depth := 0
	for i := at; i < end; {
		r, n := utf8.DecodeRuneInString(s[i:end])
		switch {
		case kind == '`':
			if r == '\'' && strings.HasPrefix(s[i:end], "''") {
				return i, i + 2
			}
			if r == '"' {
				return i, i + n
			}
		case kind == '“' && r == '“' || kind == '«' && r == '«':
			if kind == '“' && closesHere(s, i, i+n, end) && !opensHere(s, i, i+n, end) {
				return i, i + n
			}
			depth++
		case kind == '"' && r == '"':
			if opensHere(s, i, i+n, end) && !closesHere(s, i, i+n, end) {
				// A second mark that can only open: the first was never closed.
				return -1, -1
			}
			return i, i + n
		case kind == '\'' || kind == '‘':
			if (r == '\'' && kind == '\'' || r == '’') && closesSingle(s, i, i+n, end) {
				if depth == 0 {
					return i, i + n
				}
				depth--
			}
		case strings.ContainsRune(closers[kind], r):
			if r == '"' && kind != '"' && opensHere(s, i, i+n, end) {
				break
			}
			if depth == 0 {
				return i, i + n
			}
			depth--
		}
		i += n
	}
	return -1, -1
}

// opensHere reports whether space stands before and none after a mark.
func opensHere(s string, i, after, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	next, _ := utf8.DecodeRuneInString(s[after:end])
	return after < end && (unicode.IsSpace(before) || before == '(') && (unicode.IsLetter(next) || unicode.IsDigit(next) || next == '[')
}

// closesHere reports whether text stands before and none after a mark.
func closesHere(s string, i, after, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	next, _ := utf8.DecodeRuneInString(s[after:end])
	return !unicode.IsSpace(before) && (after >= end || !unicode.IsLetter(next) && !unicode.IsDigit(next))
}

// closesSingle tells a closing single mark from the apostrophe of "don’t" and
// "workers’ rights": after it no letter stands, and before it a stop, or no
// plural.
func closesSingle(s string, i, after, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	next, _ := utf8.DecodeRuneInString(s[after:end])
	if unicode.IsSpace(before) || after < end && (unicode.IsLetter(next) || unicode.IsDigit(next)) {
		return false
	}
	return before != 's' || after >= end || !unicode.IsSpace(next)
}
