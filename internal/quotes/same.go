package quotes

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/internal/sorting"
	"parallax/internal/text"
)

// Likeness says how the words of two quotations relate. It compares wording and
// says nothing of meaning.
type Likeness uint8

// From unlike to alike.
const (
	Different Likeness = iota
	Reworded           // most words are shared, in their order, and no fact differs
	Cut                // one has only words of the other, in a few pieces
	Identical          // the same words, whatever their marks and case
)

// Said is the words of a quotation made ready for Same.
type Said struct {
	words []string // lower case; what an editor put in brackets left out
	facts []string // numbers and negations among the first longestSaid words
}

// SaidIn reads the words of a quotation, with its marks or without.
func SaidIn(quotation string) Said {
	var out Said
	bracket, at := byte(0), int32(0) // the last one before the word
	for _, sp := range text.Words(quotation) {
		for _, c := range []byte(quotation[at:sp.Start]) {
			if c == '[' || c == ']' {
				bracket = c
			}
		}
		at = sp.End
		if bracket == '[' {
			continue // "[the agreement]" is not what was said
		}
		w := strings.ToLower(strings.ReplaceAll(sp.Of(quotation), "’", "'"))
		switch full := text.Row(contracted, w); {
		case full != "":
			out.words = append(out.words, strings.Fields(full)...)
		default:
			out.words = append(out.words, w)
		}
	}
	out.facts = facts(out.words[:min(len(out.words), longestSaid)])
	return out
}

// contracted are short forms that one outlet writes out and another does not.
const contracted = `
can't can not
cannot can not
won't will not
don't do not
doesn't does not
didn't did not
isn't is not
aren't are not
wasn't was not
weren't were not
haven't have not
hasn't has not
couldn't could not
wouldn't would not
shouldn't should not
it's it is
we're we are
i'm i am
they're they are
we've we have
i've i have
we'll we will
i'll i will
that's that is
`

const (
	// A quotation of fewer words than this says too little to be recognised
	// unless it is identical; "of course" is said every day.
	fewestWords = 4
	// A cut quotation is in at most this many pieces, so that words that only
	// happen to stand in a longer one are no cut of it.
	mostPieces = 3
	// Of the shorter quotation this share must stand in the other, in order:
	// 6 in 10 words, half of those that mean something by themselves. It keeps
	// "will help stop the war" and "will help start the talks" apart.
	sharedWords = 0.6
)

// Same compares the words of two quotations. Two that differ in a number or in
// a negation are Different, however alike the rest is. It takes time in the
// product of their lengths, bounded by longestSaid.
func Same(a, b Said) Likeness {
	if len(a.words) == 0 || len(b.words) == 0 {
		return Different
	}
	if slices.Equal(a.words, b.words) {
		return Identical
	}
	short, long := a.words, b.words
	if len(short) > len(long) || len(short) == len(long) && slices.Compare(short, long) > 0 {
		short, long = long, short
	}
	if len(short) < fewestWords {
		return Different
	}
	short, long = short[:min(len(short), longestSaid)], long[:min(len(long), longestSaid)]
	if len(short) < len(long) && pieces(short, long) <= mostPieces {
		return Cut
	}
	if !slices.Equal(a.facts, b.facts) || 3*len(short) < 2*len(long) {
		return Different
	}
	shared := common(short, long)
	n, content, of := len(shared), 0, 0
	for _, w := range shared {
		if !hollow.Has(w) {
			content++
		}
	}
	for _, w := range short {
		if !hollow.Has(w) {
			of++
		}
	}
	if n >= fewestWords && float64(n) >= sharedWords*float64(len(short)) && 2*content >= of && content >= 2 {
		return Reworded
	}
	return Different
}

// SameButFacts reports whether two quotations that are Different would not be so
// without their numbers and negations.
func SameButFacts(a, b Said) bool {
	return !slices.Equal(a.facts, b.facts) && Same(a.withoutFacts(), b.withoutFacts()) != Different
}

func (s Said) withoutFacts() Said {
	var out Said
	for _, w := range s.words {
		if len(facts([]string{w})) == 0 {
			out.words = append(out.words, w)
		}
	}
	return out
}

// shortGap is up to how many words are left out of a clause; more are a clause
// or a sentence by themselves.
const shortGap = 3

// longestSaid bounds how many words of a quotation are compared.
const longestSaid = 400

// pieces returns in how many runs of words all of short stands in long, in
// order, taking the longest run at each step; more than mostPieces if it does
// not. A piece has two words at least, and no few words that hold a number or
// a negation are left out before it: "we will [not] sign" is no cut.
func pieces(short, long []string) int {
	n, at := 0, 0
	for i := 0; i < len(short); {
		best, where := 0, 0
		for j := at; j < len(long); j++ {
			k := 0
			for i+k < len(short) && j+k < len(long) && short[i+k] == long[j+k] {
				k++
			}
			if k > best {
				best, where = k, j
			}
		}
		n++
		if best < 2 || n > mostPieces {
			return mostPieces + 1
		}
		from := max(at, where-1) // the word before
		if i > 0 && where-at <= shortGap {
			from = at
		}
		if len(facts(long[from:where])) > 0 {
			return mostPieces + 1
		}
		i, at = i+best, where+best
	}
	return n
}

// facts returns the numbers and negations among words, sorted.
func facts(words []string) []string {
	var out []string
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsDigit(r) || spelledNumbers.Has(w):
			out = append(out, w)
		case denials.Has(w):
			out = append(out, "not")
		}
	}
	sorting.Ordered(out)
	return out
}

var (
	spelledNumbers = text.WordSet{Words: text.TwoToTen + " eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion half third quarter"}
	denials        = text.WordSet{Words: text.Negations + " without against"}
	// hollow words are shared by sentences that share nothing else.
	hollow = text.WordSet{Words: `a an the of to in on at by for from with and or but as that this these those it its is are was were be been being have has had will would
		can could should may might must do does did not we i you he she they our us my your their his her there here which who what when where if so than then also very`}
)

// common returns a longest common subsequence of a and b.
func common(a, b []string) []string {
	var out []string
	for _, at := range text.Common(a, b) {
		out = append(out, a[at[0]])
	}
	return out
}
