package dates

import (
	"strings"
	"unicode/utf8"
)

// token is one word, number or mark of the text.
type token struct {
	start, end int32
	val        int32
	kind       kind
	digits     uint8 // of a number
	capital    bool  // begins with an upper-case letter
	upper      bool  // is all upper case, at least two letters
	space      bool  // white space before it
	line       bool  // first of its line
}

// scan cuts s into tokens, appending to toks. It reads every byte once.
func scan(s string, toks []token) []token {
	i := 0
	newlines := 2
	space := true
	for i < len(s) {
		c := s[i]
		if c == ' ' || c == '\t' || c == '\r' || c == '\n' {
			space = true
			if c == '\n' {
				newlines++
				if newlines == 2 && len(toks) > 0 {
					toks = append(toks, token{start: int32(i), end: int32(i), kind: kBreak})
				}
			}
			i++
			continue
		}
		t := token{start: int32(i), space: space, line: newlines > 0}
		newlines, space = 0, false
		switch {
		case isDigit(c):
			i = scanNumber(s, i, &t)
		case isLetter(c) || c >= utf8.RuneSelf:
			r, size := rune(c), 1
			if c >= utf8.RuneSelf {
				r, size = utf8.DecodeRuneInString(s[i:])
			}
			if b, ok := foldMark(r); ok {
				i += size
				if b == ' ' {
					space = true
					continue
				}
				t.kind, t.val = kPunct, int32(b)
				break
			}
			i = scanWord(s, i, &t)
		default:
			t.kind, t.val = kPunct, int32(c)
			i++
		}
		t.end = int32(i)
		toks = append(toks, t)
	}
	return toks
}

// foldMark maps the marks beyond ASCII that occur in dates to ASCII.
func foldMark(r rune) (byte, bool) {
	switch r {
	case '‐', '‑', '‒', '–', '—', '−':
		return '-', true
	case '‘', '’', 'ʼ':
		return '\'', true
	case '“', '”', '«', '»':
		return '"', true
	case '€', '£', '¥':
		return '$', true
	case '\u00a0', '\u2009', '\u202f', '\ufeff':
		return ' ', true
	case '·', '•', '…', utf8.RuneError:
		return '.', true
	}
	return 0, false
}

// maxNumber caps what a token can hold; a longer number is no date.
const maxNumber = 1 << 30

// scanNumber reads the number at i, with the ending that makes it an ordinal, a
// decade or an amount. It returns where that ends.
func scanNumber(s string, i int, t *token) int {
	t.kind = kNumber
	n := 0
	for ; i < len(s) && isDigit(s[i]); i++ {
		if n < maxNumber/10 {
			n = n*10 + int(s[i]-'0')
		}
		if t.digits < 255 {
			t.digits++
		}
	}
	for (t.digits <= 3 || t.kind == kAmount) && thousandsAt(s, i) {
		t.kind = kAmount
		n = min(n*1000+int(s[i+1]-'0')*100+int(s[i+2]-'0')*10+int(s[i+3]-'0'), maxNumber)
		i += 4
	}
	t.val = int32(n)
	rest := s[i:]
	switch {
	case t.kind == kAmount:
	case len(rest) > 1 && rest[0] == '.' && isDigit(rest[1]):
		j := 1
		for j < len(rest) && isDigit(rest[j]) {
			j++
		}
		if !(j+1 < len(rest) && rest[j] == '.' && isDigit(rest[j+1])) && t.digits <= 6 && !afterDottedNumber(s, int(t.start)) {
			t.kind = kDecimal
			t.val = t.val*10 + int32(rest[1]-'0')
			return i + j
		}
	case len(rest) >= 2 && !letterAt(rest, 2) && ordinalSuffix(rest[:2]):
		t.kind = kOrdinal
		return i + 2
	case t.val%10 == 0 && (t.digits == 4 || t.digits == 2):
		if n := decadeSuffix(rest); n > 0 {
			t.kind = kDecade
			if t.digits == 2 {
				t.val += 1900
			}
			return i + n
		}
	}
	return i
}

// thousandsAt reports whether three digits stand behind a comma at i: ",000".
func thousandsAt(s string, i int) bool {
	return i+3 < len(s) && s[i] == ',' && isDigit(s[i+1]) && isDigit(s[i+2]) && isDigit(s[i+3]) && (i+4 == len(s) || !isDigit(s[i+4]))
}

// decadeSuffix returns the length of the "s" or "'s" that s begins with, or 0.
func decadeSuffix(s string) int {
	n := 0
	if strings.HasPrefix(s, "'") {
		n = 1
	} else if strings.HasPrefix(s, "’") {
		n = len("’")
	}
	if n < len(s) && s[n] == 's' && !letterAt(s, n+1) {
		return n + 1
	}
	return 0
}

// afterDottedNumber reports whether the number at i follows "12." as in 26.10.2020.
func afterDottedNumber(s string, i int) bool {
	return i >= 2 && s[i-1] == '.' && isDigit(s[i-2])
}

func ordinalSuffix(w string) bool {
	switch w {
	case "st", "nd", "rd", "th", "ST", "ND", "RD", "TH":
		return true
	}
	return false
}

// longestWord is the length of the longest word of the lexicon, at most.
const longestWord = 16

// letters are those of a word, in lower case, as far as the lexicon needs them.
type letters struct {
	low    [longestWord]byte
	n      int // of all, also of those that had no room
	uppers int
}

// read takes in the letters from i on and returns where they end.
func (l *letters) read(s string, i int) int {
	for ; i < len(s) && isLetter(s[i]); i++ {
		if s[i] <= 'Z' {
			l.uppers++
		}
		if l.n < len(l.low) {
			l.low[l.n] = s[i] | 0x20
		}
		l.n++
	}
	return i
}

// scanWord reads the word at i and looks it up. It returns where it ends.
func scanWord(s string, i int, t *token) int {
	start := i
	var l letters
	ascii := true
loop:
	for i < len(s) {
		c := s[i]
		switch {
		case isLetter(c):
			i = l.read(s, i)
		case c == '.' && l.n == 1 && i+1 < len(s) && isLetter(s[i+1]) && !letterAt(s, i+2):
			i = l.abbreviation(s, i+1)
			break loop
		case c == '\'' && l.n == 1 && l.low[0] == 'o' && i+2 < len(s) && isLetter(s[i+1]):
			l.low[1], l.n = '\'', 2 // o'clock, O'Neill
			i++
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(s[i:])
			if strings.HasPrefix(s[i:], "’clock") {
				l.low[1], l.n = '\'', 2
				i += size
				continue
			}
			if _, mark := foldMark(r); mark {
				break loop
			}
			ascii = false
			i += size
		default:
			break loop
		}
	}
	t.capital = s[start] >= 'A' && s[start] <= 'Z'
	t.upper = l.uppers >= 2 && l.uppers == l.n
	if ascii && l.n <= len(l.low) {
		if e, ok := lexicon()[string(l.low[:l.n])]; ok {
			t.kind, t.val = e.kind, int32(e.val)
		}
	}
	return i
}

// abbreviation reads on behind the first dot of "p.m." or "B.C." and returns where
// it ends; the last dot belongs to it.
func (l *letters) abbreviation(s string, i int) int {
	for i < len(s) && isLetter(s[i]) && !letterAt(s, i+1) {
		i = l.read(s, i)
		if i < len(s) && s[i] == '.' {
			i++
		}
	}
	return i
}

func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// letterAt reports whether s has an ASCII letter at i.
func letterAt(s string, i int) bool { return i < len(s) && isLetter(s[i]) }
