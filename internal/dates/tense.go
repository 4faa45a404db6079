package dates

import (
	"strings"
	"sync"

	"parallax/internal/text"
)

type tense uint8

const (
	tenseUnknown tense = iota
	tensePast
	tenseFuture

	// What verbs says of single words, before their surroundings are asked.
	tensePlural
	tenseSingular
	tenseModal
)

// clauseReach is how many tokens before a mention its verb is looked for.
const clauseReach = 40

// tense is the direction of the clause that tokens [start, end) stand in. The
// verb nearest before the mention decides, then the nearest after it.
func (p *parser) tense(start, end int) tense {
	for i := start - 1; i >= 0 && start-i < clauseReach && !p.sentenceEnds(i); i-- {
		if t := p.verb(i); t != tenseUnknown {
			return t
		}
	}
	for i := end; i < len(p.toks) && i-end < 25 && !p.sentenceEnds(i); i++ {
		if t := p.verb(i); t != tenseUnknown {
			return t
		}
	}
	return tenseUnknown
}

// wasToBe reports whether the verb nearest before token start tells of a plan
// in the past: "was set to", "were due to".
func (p *parser) wasToBe(start int) bool {
	for i := start - 1; i >= 0 && start-i < clauseReach && !p.sentenceEnds(i); i-- {
		switch p.verb(i) {
		case tenseFuture:
			return p.isAny(i-1, "was were") || p.is(i, "to") && p.isAny(i-2, "was were")
		case tensePast:
			return false
		}
	}
	return false
}

// direction is the tense of the clause, or what the words around the mention
// say instead: "until Friday", "December delivery".
func (p *parser) direction(start, end int) tense {
	if p.isAny(end, "delivery contract contracts futures options") {
		return tenseFuture
	}
	if p.is(start-1, "since") {
		return tensePast
	}
	if p.run(start-3, "no later than") == start || p.run(start-3, "as soon as") == start || p.isAny(p.before(start, "on"), "is are") {
		return tenseFuture // "the funeral is on Saturday"
	}
	if b := start - 1; p.isAny(b, "starting beginning effective") || p.isAny(b, "on from") && p.isAny(b-1, "starting beginning effective") {
		return tenseFuture
	}
	if p.isAny(start-1, "to until till") {
		// "was extended to the end of June", "put off until Monday"
		for i := start - 2; i >= start-4 && i >= 0; i-- {
			if p.kind(i) == kWord && inSet(&movers, p.text(i)) {
				return tenseFuture
			}
		}
	}
	if p.isAny(start-1, "until till") && p.isAny(start-2, "has have") {
		return tenseFuture // "owners have until June 30 to object"
	}
	t := p.tense(start, end)
	if t == tenseUnknown && p.isAny(start-1, "until till through") && !p.among(start-2, 1<<kNumber|1<<kMonth|1<<kWeekday) {
		return tenseFuture
	}
	return t
}

// governed reports whether a verb that stands next to the mention [start, end)
// gives it its direction: "met in November", "on May 3 the court will rule". A
// verb of saying counts only right before it.
func (p *parser) governed(start, end int) bool {
	if p.isAny(start-1, "until till") {
		return p.isAny(start-2, "has have")
	}
	const near = 4
	alone := true
	for i := start - 1; i >= 0 && start-i < clauseReach && !p.sentenceEnds(i); i-- {
		if p.verb(i) == tenseUnknown {
			continue
		}
		if start-i <= near && (start-i <= 2 || !p.says(i)) {
			// "originally scheduled for March 4" may be over and past.
			return !p.isAny(i, "scheduled due planned expected slated") || p.isAny(i-1, "is are be now")
		}
		if start-i <= 2*near && p.verb(i) == tensePast && p.isAny(i-1, "was were") && !p.isAny(i, "scheduled due planned expected slated set") {
			return true // "letters were sent to the owners in May"
		}
		alone = alone && p.says(i)
		if start-i > near && !alone {
			return false
		}
	}
	for i := end; alone && i < len(p.toks) && i-end < 3*near && !p.sentenceEnds(i); i++ {
		if p.verb(i) != tenseUnknown && !p.says(i) {
			return true
		}
	}
	return false
}

// says reports whether token i is a verb of saying.
func (p *parser) says(i int) bool { return reportVerbs.Has(p.text(i)) }

// movers are verbs that set another day for what is still to come.
var movers = text.WordSet{Words: "moved postponed delayed extended prolonged deferred adjourned rescheduled pushed put shifted"}

// before is the token before i, or the one before that if it is the word.
func (p *parser) before(i int, word string) int {
	if p.is(i-1, word) {
		return i - 2
	}
	return i - 1
}

// sentenceEnds reports whether a sentence ends at token i.
func (p *parser) sentenceEnds(i int) bool {
	switch p.kind(i) {
	case kBreak:
		return true
	case kPunct:
		switch p.val(i) {
		case '?', '!', ';':
			return true
		case '.':
			// Not after an initial or an abbreviated month.
			if p.joined(i) && (p.kind(i-1) == kMonth && p.toks[i-1].end-p.toks[i-1].start <= 4 || p.toks[i-1].end-p.toks[i-1].start == 1) {
				return false
			}
			return i+1 >= len(p.toks) || p.kind(i+1) == kBreak || p.toks[i+1].space && (p.capital(i+1) || p.kind(i+1) == kPunct)
		}
	}
	return false
}

// verbLists are the verbs that give a direction, by what they give. past holds
// forms without "ed"; begin and its kin tell of what is to come in the present,
// in the plural ("the two sides meet on Friday") and in the singular.
var verbLists = [...]struct {
	tense tense
	words string
}{
	{tenseFuture, `will shall would ll wo expected scheduled due planned plans plan expects expect slated intends intend hopes upcoming
		begins starts opens expires expire meets resumes arrives forthcoming forecast`},
	{tensePast, `was were had did said told went came took made began rose fell won met left gave got held sent broke saw ran became
		been has have led lost brought spoke struck wrote sold bought paid flew shot hit cut
		died fled quit fought caught taught thought kept felt spent built grew drew threw drove rode chose swore wore tore bore sank sang
		rang drank swam stood understood sought hung swung shook mistook overtook undertook arose awoke froze stole wove bled sped hid heard meant knew blew
		ate forgot forgave overcame overthrew withdrew withheld undid outlived swept wept crept dealt lent bent slept dug spun strove`},
	{tensePlural, "go begin start open close meet face play travel visit resume return end vote choose elect host rest depart continue need"},
	{tenseSingular, "goes closes faces travels visits plays departs ends kicks continues heads needs reports rests concludes"},
	{tenseModal, "could may might can should must"},
}

// verbs maps the words of verbLists to what they give.
var verbs = sync.OnceValue(buildVerbs)

func buildVerbs() map[string]tense {
	m := make(map[string]tense, 256)
	for _, l := range verbLists {
		for w := range strings.FieldsSeq(l.words) {
			m[w] = l.tense
		}
	}
	return m
}

// verbAt is what the word of token i gives as a verb, whatever stands about it.
func (p *parser) verbAt(i int) tense {
	switch p.kind(i) {
	case kWord, kFunc, kShift, kEdge:
	case kMonth: // "may" is a month, too
		if p.capital(i) {
			return tenseUnknown
		}
	default:
		return tenseUnknown
	}
	w := p.text(i)
	var low [longestWord]byte
	if len(w) > len(low) {
		return tenseUnknown
	}
	for k := range len(w) {
		low[k] = w[k] | 0x20
	}
	return verbs()[string(low[:len(w)])]
}

// verb is the direction token i gives as a verb. Where an auxiliary stands
// before it ("will be held", "to cut"), the auxiliary decides.
func (p *parser) verb(i int) tense {
	t := p.verbAt(i)
	if t == tenseModal {
		if p.is(i+1, "have") {
			return tensePast
		}
		return tenseFuture
	}
	if !p.among(i, 1<<kWord|1<<kFunc|1<<kShift|1<<kEdge) || p.isAny(i-1, "be to will shall") || p.verbAt(p.before(i, "not")) == tenseModal {
		return tenseUnknown
	}
	switch t {
	case tensePlural:
		if p.kind(i-1) == kWord && plural(p.text(i-1)) && !p.capital(i) {
			return tenseFuture
		}
		return tenseUnknown
	case tenseSingular:
		if p.kind(i) == kWord && p.kind(i-1) == kWord && !p.capital(i) {
			return tenseFuture
		}
		return tenseUnknown
	case tensePast:
		if p.isAny(i, "has have") && p.is(i+1, "to") {
			return tenseFuture
		}
		return tensePast
	case tenseFuture:
		switch {
		case p.is(i, "would") && p.is(i+1, "have"), p.is(i-1, "had"):
			return tensePast // "had expected a loss"
		case p.is(i, "expected") && p.isAny(i-1, "than as"):
			return tenseUnknown
		case p.isAny(i, "plan plans") && p.isAny(i-1, "the a its his peace this"):
			return tenseUnknown
		}
		return tenseFuture
	}
	w := p.text(i)
	switch {
	case p.is(i, "to") && p.is(i+1, "be"):
		return tenseFuture // "to be held on October 12"
	case p.is(i, "to") && p.isAny(i-1, "set is are was were going about ready agreed pledged promised vowed ordered wants hopes"):
		return tenseFuture
	case p.is(i, "going") && p.is(i+1, "to"), p.is(i, "takes") && p.isAny(i+1, "effect place office"):
		return tenseFuture
	case len(w) > 4 && w[len(w)-2:] == "ed" && !p.capital(i) && !p.isAny(i-1, "is are stay stays remain remains"):
		return tensePast
	}
	return tenseUnknown
}
