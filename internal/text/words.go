package text

import (
	"unicode"
	"unicode/utf8"
)

// Words returns the words of s, by increasing Start.
//
// A word is a run of letters, digits and the marks upon them. Inside a word
// may stand an apostrophe or a middle dot between letters ("Azerbaijan’s",
// "col·lega"), a point or comma between digits ("3,800", "84.1"), and the
// points of an initialism ("U.S", "p.m"; the last point is not part of it).
// A hyphen ends a word: "Nagorno-Karabakh" is two, so that either is found.
// Scripts written without spaces between words (Han, kana, Thai, Lao, Khmer,
// Burmese) yield one word for each letter.
func Words(s string) []Span {
	return AppendWords(nil, s)
}

// AppendWords appends the words of s, as Words returns them, to out.
func AppendWords(out []Span, s string) []Span {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf && !isASCIIWord[c] {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if !WordRune(r) || r >= utf8.RuneSelf && unicode.IsMark(r) {
			i += n
			continue
		}
		end := wordEnd(s, i)
		if out == nil {
			out = make([]Span, 0, (len(s)-i)/shortWord+1)
		}
		out = append(out, Span{int32(i), int32(end)})
		i = end
	}
	return out
}

// shortWord is how many bytes a word of English takes with its space, or a
// little less.
const shortWord = 5

// WordRune reports whether r can stand anywhere in a word: a letter, a digit
// or a mark.
func WordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return isASCIIWord[r]
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// wordEnd returns the end of the word that starts at i.
func wordEnd(s string, i int) int {
	before, n := utf8.DecodeRuneInString(s[i:])
	single := unspaced(before)
	letters := 1 // since the start or the last point
	i += n
	for i < len(s) {
		if c := s[i]; c < utf8.RuneSelf && !single && isASCIIWord[c] {
			before = rune(c)
			letters++
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case WordRune(r):
			if !unicode.IsMark(r) {
				if single || unspaced(r) {
					return i
				}
				letters++
			}
		case inside(before, r, s[i+n:], letters):
			letters = 0
		default:
			return i
		}
		before = r
		i += n
	}
	return i
}

// inside reports whether mid, standing between before and the start of rest,
// belongs inside a word.
func inside(before, mid rune, rest string, letters int) bool {
	after, n := utf8.DecodeRuneInString(rest)
	if n == 0 || unspaced(after) {
		return false
	}
	switch mid {
	case '\'', '’', 'ʼ', '‘', '·':
		return (unicode.IsLetter(before) || unicode.IsMark(before)) && unicode.IsLetter(after)
	case ',':
		return unicode.IsDigit(before) && unicode.IsDigit(after)
	case '.':
		if unicode.IsDigit(before) && unicode.IsDigit(after) {
			return true
		}
		next, _ := utf8.DecodeRuneInString(rest[n:])
		return letters == 1 && unicode.IsLetter(before) && unicode.IsLetter(after) && !WordRune(next)
	}
	return false
}

// unspaced reports whether r is a letter of a script that writes no spaces
// between words.
func unspaced(r rune) bool {
	return r >= 0x0E00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana,
		unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) && unicode.IsLetter(r)
}
