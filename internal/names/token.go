package names

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/internal/text"
)

// TokenKind is the shape of a token.
type TokenKind uint8

// The shapes of tokens.
const (
	Word       TokenKind = iota // "Peskov", "co-chair", "isn't", "U.S.", "Mr."
	Number                      // "45", "1,200", "12:00"
	Possessive                  // "'s", or the "'" of "workers' rights"
	Clitic                      // "'d", "'ll", "'re", "'ve", "'m"
	Mark                        // one rune of punctuation, or a run of "``", "''", "--"
)

// Token is a word or mark of running text.
type Token struct {
	Span text.Span
	Kind TokenKind
	Cap  bool   // begins with an upper-case letter
	Low  string // lower case, as it stands in word tables
}

// dotted are abbreviations written with a full stop that ends no sentence.
var dotted = text.WordSet{Words: `mr mrs ms dr gen sen rep gov col lt sgt capt cpl maj adm prof rev hon st jr sr inc corp co ltd cos bros no messrs pres supt det jan feb mar apr jun jul aug sep sept oct nov dec`}

// Tokens cuts the part of s that sp covers into words and marks, in order.
func Tokens(s string, sp text.Span) []Token {
	return appendTokens(make([]Token, 0, sp.Len()/tokenLength+4), s, sp)
}

// tokenLength is how many bytes a word or mark takes with its space, about.
const tokenLength = 5

// appendTokens appends to toks, which may hold those of other text.
func appendTokens(toks []Token, s string, sp text.Span) []Token {
	from := len(toks)
	for at := int(sp.Start); at < int(sp.End); {
		r, size := rune(s[at]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[at:int(sp.End)])
		}
		switch {
		case unicode.IsSpace(r):
			at += size
			continue
		case unicode.IsLetter(r):
			at = word(&toks, s, at, int(sp.End))
			continue
		case unicode.IsDigit(r):
			end := number(s, at, int(sp.End))
			toks = append(toks, Token{Span: span(at, end), Kind: Number, Low: s[at:end]})
			at = end
			continue
		case isApostrophe(r):
			if end := clitic(&toks, from, s, at, size, int(sp.End)); end > at {
				at = end
				continue
			}
		}
		end := at + size
		if r == '&' {
			toks = append(toks, Token{Span: span(at, end), Kind: Word, Low: "&"}) // "Marks & Spencer"
			at = end
			continue
		}
		if strings.ContainsRune("`'-", r) && end < int(sp.End) && s[end] == s[at] {
			end++
		}
		toks = append(toks, Token{Span: span(at, end), Kind: Mark, Low: s[at:end]})
		at = end
	}
	return toks
}

func span(start, end int) text.Span { return text.Span{Start: int32(start), End: int32(end)} }

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' }

// word appends the word at s[at:] and returns where it ends.
func word(toks *[]Token, s string, at, limit int) int {
	end := at
	first, _ := utf8.DecodeRuneInString(s[at:limit])
	for end < limit {
		if isASCIILetter(s[end]) {
			end++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[end:limit])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			end += size
			continue
		}
		next, _ := utf8.DecodeRuneInString(s[min(end+size, limit):limit])
		switch {
		case r == '-' || r == '‑' || r == '·' || r == '&':
			// A rune damaged in transit ("Reykjav·k") stays inside its word.
			if !unicode.IsLetter(next) && !unicode.IsDigit(next) {
				return addWord(toks, s, at, end, first)
			}
		case isApostrophe(r):
			if !unicode.IsLetter(next) || cliticLength(s[end+size:limit]) > 0 {
				return addWord(toks, s, at, end, first)
			}
		case r == '.':
			// "U.S.", "J.", "a.m." keep their stops.
			if n := end - at; n == 1 && (unicode.IsUpper(first) || unicode.IsLetter(next)) {
				for end+1 < limit && s[end] == '.' && isASCIILetter(s[end+1]) && (end+2 >= limit || s[end+2] == '.' || !isASCIILetter(s[end+2])) {
					end += 2
				}
				if end < limit && s[end] == '.' {
					end++
				}
			} else if n <= 5 && unicode.IsUpper(first) && dotted.Has(strings.ToLower(s[at:end])) {
				end++
			}
			return addWord(toks, s, at, end, first)
		default:
			return addWord(toks, s, at, end, first)
		}
		end += size
	}
	return addWord(toks, s, at, end, first)
}

func isASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func addWord(toks *[]Token, s string, at, end int, first rune) int {
	*toks = append(*toks, Token{Span: span(at, end), Kind: Word, Cap: unicode.IsUpper(first), Low: lower(s[at:end])})
	return end
}

// lower is strings.ToLower with the curly apostrophe made straight, so that
// tables need one spelling of "isn't".
func lower(w string) string {
	for i := range len(w) {
		if w[i] < 'a' || w[i] > 'z' {
			return strings.ReplaceAll(strings.ToLower(w), "’", "'")
		}
	}
	return w
}

// cliticLength returns the length of the clitic that rest, the text after an
// apostrophe, begins with.
func cliticLength(rest string) int {
	for _, c := range [...]string{"s", "d", "ll", "re", "ve", "m"} {
		if len(rest) < len(c) || !strings.EqualFold(rest[:len(c)], c) {
			continue
		}
		next, _ := utf8.DecodeRuneInString(rest[len(c):])
		if !unicode.IsLetter(next) && !unicode.IsDigit(next) {
			return len(c)
		}
	}
	return 0
}

// longestElision is how many letters the apostrophe of what is cut short may
// follow, before a name: any more, and it closes a quotation.
const longestElision = 3

// clitic appends "'s" and the like if one stands at s[at:] right after a word,
// which is not before token from, and returns where it ends, else at.
func clitic(toks *[]Token, from int, s string, at, size, limit int) int {
	n := len(*toks)
	if n == from || int((*toks)[n-1].Span.End) != at || (*toks)[n-1].Kind == Mark {
		return at
	}
	length := cliticLength(s[at+size : limit])
	if length == 0 {
		last := &(*toks)[n-1]
		next, _ := utf8.DecodeRuneInString(s[min(at+size+1, limit):limit])
		if last.Cap && last.Span.Len() <= longestElision && at+size < limit && s[at+size] == ' ' && unicode.IsUpper(next) {
			last.Span.End, last.Low = int32(at+size), last.Low+"'" // "Lil' Kim"
			return at + size
		}
		if last.Kind == Word && strings.HasSuffix(last.Low, "s") && at+size < limit && s[at+size] == ' ' && unicode.IsLetter(next) {
			*toks = append(*toks, Token{Span: span(at, at+size), Kind: Possessive, Low: "'"})
			return at + size
		}
		return at
	}
	end := at + size + length
	kind := Clitic
	if s[end-1]|0x20 == 's' {
		kind = Possessive
	}
	*toks = append(*toks, Token{Span: span(at, end), Kind: kind, Low: "'" + strings.ToLower(s[at+size:end])})
	return end
}

// number returns the end of the number at s[at:]: digits with inner points,
// commas and colons, and letters that follow at once ("20th", "5pm",
// "24-nation").
func number(s string, at, limit int) int {
	end := at
	for end < limit {
		r, size := utf8.DecodeRuneInString(s[end:limit])
		if unicode.IsDigit(r) || unicode.IsLetter(r) {
			end += size
			continue
		}
		if strings.ContainsRune(".,:-", r) && end+1 < limit && s[end+1] >= '0' && s[end+1] <= '9' ||
			r == '-' && end+1 < limit && isASCIILetter(s[end+1]) {
			end++
			continue
		}
		break
	}
	return end
}

// ties are words that a hyphen joins to a name, beside those in "ed": "Denver-based".
var ties = text.WordSet{Words: `born led bound made run held built owned style era wide friendly free`}

// untied cuts the words of toks[from:], of the text s, in which a hyphen joins such a
// word to a name: the firm is called by Denver, not by "Denver-based".
func untied(toks []Token, from int, s string) []Token {
	for i := from; i < len(toks); i++ {
		t := &toks[i]
		whole := t.Span.Of(s)
		hyphen := strings.LastIndexByte(whole, '-')
		if !t.Cap || hyphen < 1 {
			continue
		}
		tie := whole[hyphen+1:]
		if !ties.Has(tie) && !(len(tie) > minTie && strings.HasSuffix(tie, "ed") && strings.ToLower(tie) == tie) {
			continue
		}
		at := t.Span.Start + int32(hyphen)
		rest := Token{Span: text.Span{Start: at + 1, End: t.Span.End}, Kind: Word, Low: tie}
		t.Span.End, t.Low = at, t.Low[:strings.LastIndexByte(t.Low, '-')]
		toks = slices.Insert(toks, i+1, rest)
	}
	return toks
}

// minTie is longer than what ends names: "Mohammed", "al-Sayed".
const minTie = 4
