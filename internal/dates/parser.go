package dates

import "strings"

// parser reads time expressions from the tokens of one text.
type parser struct {
	s    string
	toks []token
}

//go:noinline
func (p *parser) kind(i int) kind {
	if i < 0 || i >= len(p.toks) {
		return kBreak
	}
	return p.toks[i].kind
}

//go:noinline
func (p *parser) val(i int) int { return int(p.toks[i].val) }

//go:noinline
func (p *parser) text(i int) string { return p.s[p.toks[i].start:p.toks[i].end] }

// is reports whether token i is the word w, in any case.
//
//go:noinline
func (p *parser) is(i int, w string) bool {
	if i < 0 || i >= len(p.toks) {
		return false
	}
	t := &p.toks[i]
	return int(t.end-t.start) == len(w) && t.kind != kBreak && strings.EqualFold(p.s[t.start:t.end], w)
}

// isAny reports whether token i is one of the words, which are lower case and
// separated by spaces. (One string, not several: this is called in hundreds of
// places, and the program is downloaded before it runs.)
func (p *parser) isAny(i int, words string) bool {
	if k := p.kind(i); k == kBreak || k == kPunct || k == kNumber {
		return false
	}
	w := p.text(i)
	for at := 0; at+len(w) <= len(words); {
		end := at
		for end < len(words) && words[end] != ' ' {
			end++
		}
		if end-at == len(w) && words[at]|0x20 == w[0]|0x20 && strings.EqualFold(words[at:end], w) {
			return true
		}
		at = end + 1
	}
	return false
}

// run skips the words from token i on, which are lower case, one a token and
// separated by spaces, "'" being an apostrophe; it returns i if they do not
// stand there.
func (p *parser) run(i int, words string) int {
	for j := i; ; j++ {
		w, rest, more := strings.Cut(words, " ")
		if !p.is(j, w) && !(w == "'" && p.punct(j, '\'')) {
			return i
		}
		if !more {
			return j + 1
		}
		words = rest
	}
}

//go:noinline
func (p *parser) punct(i int, c byte) bool { return p.kind(i) == kPunct && p.toks[i].val == int32(c) }

// among reports whether the kind of token i is in the set of bits 1<<kind. (One
// call, not several: see isAny.)
func (p *parser) among(i int, kinds uint64) bool { return kinds>>p.kind(i)&1 != 0 }

// marks reports whether token i is one of the marks.
func (p *parser) marks(i int, marks string) bool {
	return p.kind(i) == kPunct && strings.IndexByte(marks, byte(p.toks[i].val)) >= 0
}

// tight reports whether token i is the mark c and touches the token before it.
func (p *parser) tight(i int, c byte) bool { return p.punct(i, c) && p.joined(i) }

// glued reports whether token i is of kind k and touches the token before it.
func (p *parser) glued(i int, k kind) bool { return p.kind(i) == k && p.joined(i) }

// named reports whether token i is of kind k and begins with a capital.
func (p *parser) named(i int, k kind) bool { return p.kind(i) == k && p.capital(i) }

// joined reports whether token i touches the one before it.
//
//go:noinline
func (p *parser) joined(i int) bool { return i > 0 && i < len(p.toks) && !p.toks[i].space }

//go:noinline
func (p *parser) capital(i int) bool { return i >= 0 && i < len(p.toks) && p.toks[i].capital }

// comma skips one comma.
func (p *parser) comma(i int) int {
	if p.punct(i, ',') {
		return i + 1
	}
	return i
}

// hyphen skips one dash.
func (p *parser) hyphen(i int) int {
	if p.punct(i, '-') {
		return i + 1
	}
	return i
}

func (p *parser) skip(i int, words string) int {
	if p.isAny(i, words) {
		return i + 1
	}
	return i
}

// A rule reads one family of phrases at token i. It returns the token after
// the phrase, or i if there is none.
type rule struct {
	name string
	read func(p *parser, i int) (reading, int)
}

// rules are tried in order; the longest phrase wins, the first among equals.
var rules = []rule{
	{"clock", (*parser).clockPhrase},
	{"edge", (*parser).edgePhrase},
	{"part of day", (*parser).partPhrase},
	{"date", (*parser).datePhrase},
	{"deictic", (*parser).deicticPhrase},
	{"shift", (*parser).shiftPhrase},
	{"weekend", (*parser).weekendPhrase},
	{"part", (*parser).partOfMonth},
	{"nth weekday", (*parser).nthWeekday},
	{"year earlier", (*parser).yearEarlier},
	{"duration", (*parser).durationPhrase},
	{"set", (*parser).setPhrase},
	{"vague", (*parser).refPhrase},
}

// starts marks the kinds of token a phrase can begin with.
var starts = [...]bool{
	kNumber: true, kAmount: true, kDecimal: true, kOrdinal: true, kCardinal: true, kHundred: true, kHalf: true, kDecade: true, kDecadeWord: true,
	kMonth: true, kWeekday: true, kUnit: true, kSeason: true, kPart: true, kClockWord: true, kDayWord: true,
	kRef: true, kShift: true, kLater: true, kEdge: true, kApprox: true, kVague: true, kEvery: true, kSetWord: true,
	kHoliday: true, kLong: true, kFiscal: true, kEra: true, kQuarterLetter: true, kArticle: true, kFunc: true, kPunct: true,
}

// phrase reads the longest time expression at token i.
func (p *parser) phrase(i int) (best reading, end int) {
	k := p.toks[i].kind
	if int(k) >= len(starts) || !starts[k] || k == kFunc && !p.funcStarts(i) || k == kPunct && !p.punct(i, '\'') {
		return best, i
	}
	if k == kShift && p.is(i, "last") && p.isAny(i-1, "to will would could might may can should not") && !p.is(i+1, "year") {
		return best, i // a verb: "expected to last six weeks"
	}
	end = i
	for n := range rules {
		if r, j := rules[n].read(p, i); j > end {
			if r.rule == "" {
				r.rule = rules[n].name
			}
			best, end = r, j
		}
	}
	best.start, best.end = int32(i), int32(end)
	return best, end
}

// funcStarts reports whether a word of the closed classes can begin a phrase.
func (p *parser) funcStarts(i int) bool {
	switch p.s[p.toks[i].start] | 0x20 {
	case 'm', 'l', 'o', 'u', 'a', 't', 'r', 'j', 'e', 'd', 'n', 'c', 'b', 's', 'p':
		return true
	}
	return false
}

// closes reports whether a noun phrase ends before token i.
func (p *parser) closes(i int) bool {
	switch p.kind(i) {
	case kWord, kMonth, kUnit, kNumber, kCardinal, kHundred, kOrdinal, kAmount:
		return false
	case kHoliday:
		return p.capital(i) // "new" and "good" are words like others
	}
	return true
}

// closesClause reports whether the clause ends before token i.
func (p *parser) closesClause(i int) bool {
	return p.kind(i) == kBreak || p.marks(i, ",.;)?\"")
}

// apostrophe skips the genitive of the word before i: "years'", "year's".
func (p *parser) apostrophe(i int) int {
	if p.punct(i, '\'') && p.joined(i) {
		return p.skip(i+1, "s")
	}
	return i
}

func plural(word string) bool { return len(word) > 1 && word[len(word)-1]|0x20 == 's' }
