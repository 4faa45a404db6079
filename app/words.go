package app

import (
	"strings"
	"unicode/utf8"

	"parallax/internal/engine"
	"parallax/internal/route"
)

// signs are the signs of a cell with what they mean, in the order they are
// explained.
var signs = [...]struct {
	sign          engine.Sign
	word, meaning string
}{
	{engine.SignTold, "told", "told"},
	{engine.SignSame, "same words", "same words as an earlier article"},
	{engine.SignChanged, "reworded", "reworded"},
	{engine.SignLess, "less exact", "less exact: the month for the day"},
	{engine.SignDisagree, "another date", "another date: both cannot hold"},
	{engine.SignUndated, "undated", "undated: named without a day"},
	{engine.SignLater, "later", "later: the event came after the article"},
	{engine.SignNone, "nothing found", "nothing found: we found no sentence"},
}

// signWord is the word that stands beside a sign.
func signWord(sign engine.Sign) string {
	for _, s := range signs {
		if s.sign == sign {
			return s.word
		}
	}
	return string(sign)
}

// statuses are the kinds of events; "reported" needs no tag.
var statuses = [...]struct{ status, meaning string }{
	{"reported", "reported"},
	{"planned", "planned: due to happen, when it was written"},
	{"alleged", "alleged: one side says so of the other"},
	{"statement", "statement: somebody said so"},
}

// saidBy names who said a quote, for a note beside it: "Dmitry Peskov, “told”".
func saidBy(q engine.QuoteRef) string {
	who := q.Speaker
	if who == "" {
		who = q.As
	}
	if who == "" {
		who = "Nobody is named"
	}
	return who + cameBy(q)
}

// cameBy says by which verb and through whom a quote came: ", “told”, via TASS".
func cameBy(q engine.QuoteRef) string {
	words := ""
	if q.Cue != "" {
		words += ", “" + q.Cue + "”"
	}
	if q.Via != "" {
		words += ", via " + q.Via
	}
	return words
}

// lastWord is the word of a name that it is searched for by: "Hoek" of "Jan van
// der Hoek".
func lastWord(name string) string { return name[strings.LastIndexByte(name, ' ')+1:] }

// initials are the first letters of a name's first and last word.
func initials(name string) string {
	words := strings.Fields(name)
	if len(words) == 0 {
		return ""
	}
	first := []rune(words[0])[:1]
	if len(words) > 1 && (first[0] < 'a' || first[0] > 'z') { // "both sides" is no name
		first = append(first, []rune(words[len(words)-1])[0])
	}
	return strings.ToUpper(string(first))
}

// stepWords says which of the differences or hits is shown; step 0 is none yet.
func stepWords(s route.Screen, step, of int) string {
	what := choose(s == route.Compare, "Difference", "Place")
	if step == 0 {
		return choose(s == route.Compare, engine.Count(of, "difference"), engine.Count(of, "place")+" found")
	}
	return what + " " + number(step) + " of " + number(of) + choose(step == of, ", the last", "")
}

// quoted sets verbatim words in quotation marks, unless they begin with one.
func quoted(words string) string {
	if first, _ := utf8.DecodeRuneInString(words); strings.ContainsRune("\"“„«‘'", first) {
		return words
	}
	return "“" + words + "”"
}
