package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Fold returns the terms of s, each in the form under which it is looked up,
// with one space between them: "Əliyev’s Nagorno-Karabakh" gives
// "aliyev nagorno karabakh". Folding is for comparing, never for display.
func Fold(s string) string {
	dst := make([]byte, 0, len(s))
	for at := 0; ; {
		sp, next := NextTerm(s, at)
		if sp.Empty() {
			return string(dst)
		}
		n := len(dst)
		if n > 0 {
			dst = append(dst, ' ')
		}
		m := len(dst)
		if dst = AppendFold(dst, sp.Of(s)); len(dst) == m {
			dst = dst[:n]
		}
		at = next
	}
}

// NextTerm returns the first term of s at or after byte at, and where to look
// for the one after it. The span is empty if there is none.
//
// A term is what one looks up as a unit: a run of letters and digits. An
// apostrophe inside belongs to it, a possessive 's does not; a hyphen parts
// two terms; letters with full stops between them, "U.S.", are one. Chinese,
// Japanese and Korean stand without spaces, so there every two neighbouring
// characters are a term, and so is the last character of a run by itself: the
// spans overlap, and a single character is the beginning of some term.
func NextTerm(s string, at int) (sp Span, next int) {
	i := at
	for i < len(s) {
		c := s[i]
		if c < utf8.RuneSelf {
			if isASCIIWord[c] {
				return word(s, i)
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case Ideographic(r):
			end := i + n
			if r2, n2 := utf8.DecodeRuneInString(s[end:]); Ideographic(r2) {
				return Span{int32(i), int32(end + n2)}, end
			}
			return Span{int32(i), int32(end)}, end
		case inWord(r) && !unicode.IsMark(r):
			return word(s, i)
		}
		i += n
	}
	return Span{}, len(s)
}

// word returns the term that begins at s[i], a letter or digit.
func word(s string, i int) (Span, int) {
	start := i
	for i < len(s) {
		if c := s[i]; c < utf8.RuneSelf {
			if isASCIIWord[c] {
				i++
				continue
			}
			if c != '\'' && c != '`' {
				break
			}
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if inWord(r) || invisible(r) {
			i += n
			continue
		}
		if !apostrophe(r) {
			break
		}
		r, m := utf8.DecodeRuneInString(s[i+n:])
		if !inWord(r) {
			break
		}
		if after := i + n + m; (r == 's' || r == 'S') && !wordAt(s, after) {
			return Span{int32(start), int32(i)}, after
		}
		i += n + m
	}
	if i < len(s) && s[i] == '.' {
		i = initials(s, start, i)
	}
	return Span{int32(start), int32(i)}, i
}

// initials extends the single letter s[start:end] over the "S." of "U.S.": it
// returns the end of the last letter.
func initials(s string, start, end int) int {
	for letterAt(s, start) == end && end < len(s) && s[end] == '.' {
		n := letterAt(s, end+1)
		if n == 0 || wordAt(s, n) {
			break
		}
		start, end = end+1, n
	}
	return end
}

// letterAt returns the end of the letter at s[i:], 0 if there is none.
func letterAt(s string, i int) int {
	r, n := utf8.DecodeRuneInString(s[i:])
	if !unicode.IsLetter(r) || Ideographic(r) {
		return 0
	}
	return i + n
}

func wordAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return inWord(r)
}

// isASCIIWord holds the letters and digits.
var isASCIIWord = func() (t [utf8.RuneSelf]bool) {
	for c := range t {
		t[c] = '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
	}
	return t
}()

func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return isASCIIWord[r]
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)) && !Ideographic(r)
}

// invisible reports whether r is an invisible sign that does not end a word: a
// soft hyphen, a zero-width joiner, a byte order mark.
func invisible(r rune) bool {
	return r == 0xAD || 0x200B <= r && r <= 0x200D || r == 0x2060 || r == 0xFEFF
}

func apostrophe(r rune) bool {
	switch r {
	case '\'', '`', '´', '‘', '’', '‛', 'ʹ', 'ʻ', 'ʼ', '＇', '՚':
		return true
	}
	return false
}

// Ideographic reports whether r belongs to a script that is indexed by pairs
// of characters: Han, kana, Hangul.
func Ideographic(r rune) bool {
	return r >= 0x2E80 && (r <= 0x2FDF || // radicals
		0x3005 <= r && r <= 0x3007 ||
		0x3040 <= r && r <= 0x30FF && r != '・' ||
		0x3105 <= r && r <= 0x318E || 0x31F0 <= r && r <= 0x31FF ||
		0x3400 <= r && r <= 0x4DBF || 0x4E00 <= r && r <= 0x9FFF ||
		0xAC00 <= r && r <= 0xD7A3 || 0xF900 <= r && r <= 0xFAFF ||
		0xFF66 <= r && r <= 0xFF9F || 0x20000 <= r && r <= 0x3FFFF)
}

// AppendFold appends the folded form of one term to dst: lower case, without
// diacritics, and in Latin letters if it is Cyrillic, Armenian, Georgian or
// Greek. What is no letter or digit is dropped. Folding a folded term changes
// nothing.
func AppendFold(dst []byte, term string) []byte {
	for i := 0; i < len(term); {
		c := term[i]
		if c < utf8.RuneSelf {
			i++
			if isASCIIWord[c] {
				if 'A' <= c && c <= 'Z' {
					c += 'a' - 'A'
				}
				dst = append(dst, c)
			}
			continue
		}
		r, n := utf8.DecodeRuneInString(term[i:])
		i += n
		switch {
		case r < tableEnd && folded()[r] != "":
			dst = appendLetter(dst, r, term[i-n:])
			if r == 'ո' || r == 'Ո' {
				i += vowelUSecond(term[i:])
			}
		case r < tableEnd && dropped(r), invisible(r), apostrophe(r), r == utf8.RuneError:
		default:
			dst = appendRest(dst, r)
		}
	}
	return dst
}

// appendLetter appends the fold of r, the first letter of rest, where one
// letter is read differently beside another.
func appendLetter(dst []byte, r rune, rest string) []byte {
	switch r {
	case 'ո', 'Ո': // with a following ւ it writes the vowel u
		if vowelUSecond(rest[len("ո"):]) > 0 {
			return append(dst, 'u')
		}
	case 'υ', 'Υ', 'ύ', 'Ύ': // the second half of a diphthong
		if n := len(dst); n > 0 && strings.IndexByte("aeo", dst[n-1]) >= 0 {
			return append(dst, 'u')
		}
	}
	return append(dst, folded()[r]...)
}

// vowelUSecond returns the length of the ւ that s begins with, or 0.
func vowelUSecond(s string) int {
	if strings.HasPrefix(s, "ւ") || strings.HasPrefix(s, "Ւ") {
		return len("ւ")
	}
	return 0
}

// dropped reports whether r, below tableEnd, folds to nothing: a combining
// mark, or the Cyrillic hard and soft signs.
func dropped(r rune) bool {
	switch r {
	case 'Ъ', 'Ь', 'ъ', 'ь':
		return true
	}
	return 0x300 <= r && r < 0x370 || 0x483 <= r && r <= 0x489
}

// appendRest folds what lies beyond the table.
func appendRest(dst []byte, r rune) []byte {
	switch {
	case 0xFF10 <= r && r <= 0xFF5A: // full-width forms
		return AppendFold(dst, string(r-0xFEE0))
	case 0x1C90 <= r && r <= 0x1CBF: // Georgian capitals
		return AppendFold(dst, string(r-0x1C90+0x10D0))
	case 0x10D0 <= r && int(r-0x10D0) < len(georgian()):
		return append(dst, georgian()[r-0x10D0]...)
	case 0x1E00 <= r && r <= 0x1EFF:
		for _, run := range latinAdditional {
			if r <= run.last {
				return append(dst, run.to...)
			}
		}
	case 0x1F00 <= r && r <= 0x1FFF: // Greek with breathings and accents
		for _, run := range greekExtended {
			if r <= run.last {
				return append(dst, run.to...)
			}
		}
	case 0xFB00 <= r && int(r-0xFB00) < len(ligatures):
		return append(dst, ligatures[r-0xFB00]...)
	case 0xFB13 <= r && int(r-0xFB13) < len(armenianLigatures):
		return append(dst, armenianLigatures[r-0xFB13]...)
	case 0x64B <= r && r <= 0x65F, r == 0x640, r == 0x670, 0x591 <= r && r <= 0x5C7: // vowel points
		return dst
	case 0x1AB0 <= r && r <= 0x1AFF, 0x1DC0 <= r && r <= 0x1DFF, 0x20D0 <= r && r <= 0x20FF, 0xFE00 <= r && r <= 0xFE2F:
		return dst
	}
	if l := unicode.ToLower(r); l < tableEnd && l != r { // such as the Kelvin sign
		return AppendFold(dst, string(l))
	} else if unicode.IsLetter(l) || unicode.IsDigit(l) || unicode.IsMark(l) {
		return utf8.AppendRune(dst, l)
	}
	return dst
}

// Spelling returns the form under which the usual Latin spellings of one
// name meet: Aliyev and Aliev, Dmitry, Dmitriy and Dmitrii, Yerevan and
// Erevan, Aleksei and Alexey; and those of one English word: labour and labor.
// It takes a folded term. Words that mean different things may meet too ("style",
// "stile"), so it is a second choice.
func Spelling(term string) string {
	term = American(term)
	dst := make([]byte, 0, len(term))
	for i := 0; i < len(term); i++ {
		c, next := term[i], byte(0)
		if i+1 < len(term) {
			next = term[i+1]
		}
		switch {
		case c == 'd' && next == 'z' && i+2 < len(term) && term[i+2] == 'h':
			c = 'j'
			i += 2
		case c == 'k' && next == 's':
			c = 'x'
			i++
		case c == 'k' && next == 'h':
			c = 'h'
			i++
		case c == 'y' && i == 0 && next == 'e' && len(term) > 2 && strings.IndexByte("aeiouy", term[2]) < 0:
			c = 'e'
			i++
		case c == 'y':
			c = 'i'
		}
		if m := len(dst); c != 'i' || m == 0 || dst[m-1] != 'i' {
			dst = append(dst, c)
		}
	}
	return string(dst)
}
