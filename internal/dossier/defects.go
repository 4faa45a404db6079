package dossier

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/internal/text"
)

// What the defects are called.
const (
	lostLetter  = "a letter was lost here"
	mojibake    = "letters were read in the wrong encoding"
	controlChar = "a control character stands in the text"
	htmlCode    = "HTML code was left in the text"
	privateChar = "a character without a public meaning"
)

// defects returns the places where s is damaged, by increasing Start and never
// overlapping. They are shown, never mended: what stood there is not known.
func defects(s string) []Defect {
	var out []Defect
	add := func(start, end int, what string) {
		if n := len(out); n > 0 {
			last := &out[n-1]
			if int(last.Span.End) >= start && last.What == what {
				last.Span.End = int32(end)
				return
			}
			start = max(start, int(last.Span.End)) // a broken word may begin in what was misread
		}
		out = append(out, Defect{text.Span{Start: int32(start), End: int32(end)}, what})
	}
	prev := ' '
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		end := i + n
		switch {
		case r == utf8.RuneError:
			add(i, end, lostLetter)
		case r == '·' || r == '?' || r == '¿':
			if from, to, ok := brokenWord(s, i, end); ok {
				add(from, to, lostLetter)
				end = to
			}
		case r < ' ' && r != '\t' && r != '\n' && r != '\r' && r != '\f' || r == 0x7F || 0x80 <= r && r <= 0x9F && r != '\u0085':
			add(i, end, controlChar)
		case 0xE000 <= r && r <= 0xF8FF || unicode.Is(unicode.Noncharacter_Code_Point, r):
			add(i, end, privateChar)
		case r == '&':
			if to := entity(s[i:]); to > 0 {
				add(i, i+to, htmlCode)
				end = i + to
			}
		case r == '<':
			if to := tag(s[i:]); to > 0 {
				add(i, i+to, htmlCode)
				end = i + to
			}
		case r >= 0x80:
			if to := misread(s[i:], prev); to > 0 {
				add(i, i+to, mojibake)
				end = i + to
			}
		}
		i = end
		prev = r
	}
	return out
}

// brokenWord reports whether the mark s[i:end] stands where a letter should,
// within a word of Latin, Cyrillic or Greek letters, and returns that word.
//
// A middle dot is right between two l (Catalan), before h (Occitan) and before
// the short endings of French inclusive writing ("étudiant·e·s").
func brokenWord(s string, i, end int) (from, to int, ok bool) {
	from, to = i, end
	for from > 0 {
		r, n := utf8.DecodeLastRuneInString(s[:from])
		if !alphabetic(r) && !unicode.IsMark(r) {
			break
		}
		from -= n
	}
	for to < len(s) {
		r, n := utf8.DecodeRuneInString(s[to:])
		if !alphabetic(r) && !unicode.IsMark(r) {
			break
		}
		to += n
	}
	before, after := s[from:i], s[end:to]
	if before == "" || after == "" {
		return 0, 0, false
	}
	first, _ := utf8.DecodeRuneInString(after)
	if s[i] == '?' {
		// Within one word all is small; an address has other marks around.
		next, _ := utf8.DecodeRuneInString(s[to:])
		last, _ := utf8.DecodeLastRuneInString(before)
		return from, to, unicode.IsLower(last) && unicode.IsLower(first) && !strings.ContainsRune("=&/%", next) &&
			!strings.HasSuffix(s[:from], "/") && !strings.HasSuffix(s[:from], ".")
	}
	lower := strings.ToLower(before + "·" + after)
	if strings.Contains(lower, "l·l") || strings.HasPrefix(after, "h") {
		return 0, 0, false
	}
	const endings = " e es s ne nes le les te tes ve ves se ses rice rices euse euses trice trices ère ères "
	next, _ := utf8.DecodeRuneInString(s[to:])
	if strings.Contains(endings, " "+after+" ") || next == '·' {
		return 0, 0, false
	}
	return from, to, true
}

// alphabetic reports whether r is a letter of a script whose words are not
// joined by middle dots.
func alphabetic(r rune) bool { return unicode.In(r, unicode.Latin, unicode.Cyrillic, unicode.Greek) }

// misread returns the length of the run at the start of s that is UTF-8 once
// read as Windows-1252: "â€™" for an apostrophe, "Ã©" for é. One pair of
// letters might be meant, so a pair alone must begin with Â or Ã and not end a
// word in capitals; otherwise two letters in a row must be misread.
func misread(s string, before rune) int {
	length, letters := 0, 0
	for {
		lead, n := utf8.DecodeRuneInString(s[length:])
		var more int
		switch {
		case 0xC2 <= lead && lead <= 0xDF:
			more = 1
		case 0xE0 <= lead && lead <= 0xEF:
			more = 2
		case 0xF0 <= lead && lead <= 0xF4:
			more = 3
		}
		if more == 0 {
			break
		}
		at := length + n
		k := 0
		for ; k < more; k++ {
			r, n := utf8.DecodeRuneInString(s[at:])
			if !continuation(r) {
				break
			}
			at += n
		}
		if k < more {
			break
		}
		length = at
		letters += more // three bytes by chance are as rare as two pairs
	}
	if letters == 1 {
		lead, _ := utf8.DecodeRuneInString(s)
		if lead != 0xC2 && lead != 0xC3 || unicode.IsUpper(before) {
			return 0
		}
	}
	return length
}

// continuation reports whether r is what Windows-1252 shows for a byte from
// 0x80 to 0xBF.
func continuation(r rune) bool {
	return 0x80 <= r && r <= 0xBF || strings.ContainsRune("€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ", r)
}

// entity returns the length of the HTML entity s starts with, or 0.
func entity(s string) int {
	end := strings.IndexByte(s[:min(len(s), 10)], ';')
	if end < 3 {
		return 0
	}
	name := s[1:end]
	if name[0] == '#' {
		if strings.Trim(name[1:], "0123456789abcdefABCDEFxX") == "" {
			return end + 1
		}
		return 0
	}
	for _, known := range strings.Fields("amp lt gt quot apos nbsp ndash mdash lsquo rsquo ldquo rdquo laquo raquo hellip eacute shy") {
		if name == known {
			return end + 1
		}
	}
	return 0
}

// tag returns the length of the HTML tag s starts with, or 0. Other words in
// angle brackets are left alone: the wire writes "<CTBC>".
func tag(s string) int {
	end := strings.IndexByte(s[:min(len(s), 200)], '>')
	if end < 2 {
		return 0
	}
	name, _, _ := strings.Cut(strings.Trim(s[1:end], "/"), " ")
	for _, known := range strings.Fields("p br div span a b i em strong img ul ol li h1 h2 h3 h4 table tr td script style iframe figure blockquote") {
		if strings.EqualFold(name, known) {
			return end + 1
		}
	}
	return 0
}
