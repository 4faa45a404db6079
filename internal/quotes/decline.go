package quotes

import (
	"strings"

	"parallax/internal/text"
)

var (
	// declining verbs take "to comment"; refusing does too.
	declining = text.WordSet{Words: `declined declines decline declining refused refuses refuse refusing`}
	// sayless are the verbs that, declined or negated, are no statement.
	sayless = text.WordSet{Words: `comment elaborate say discuss speculate disclose reveal specify answer respond reply confirm identify name explain give provide
		clarify rule mention offer talk speak detail address tell`}
	// mute verbs need no question after them to be a refusal when negated.
	mute = text.WordSet{Words: `comment elaborate respond reply answer discuss disclose reveal specify speculate identify confirm`}
	// contrasts begin what is said after all: "declined to comment, but said".
	contrasts    = text.WordSet{Words: `but though although while saying citing adding`}
	having       = text.WordSet{Words: `had has have made offered gave provided`}
	callWords    = text.WordSet{Words: `call calls message messages email emails request requests`}
	commentWords = text.WordSet{Words: `comment comments details detail response answer reason explanation`}
)

// declined reads "did not comment on", "declined to say whether", "had no
// comment", "could not be reached for comment" with its verb at toks[i].
func (r *reader) declined(toks []tok, i int) (cue, bool) {
	if beForms.Has(toks[i].Low) && lowAt(toks, i-1) == "there" && lowAt(toks, i+1) == "no" {
		return noComment(toks, i)
	}
	if verb := toks[i].Low; (verb == "reach" || verb == "contact") && lowAt(toks, i-1) == "to" && tries.Has(lowAt(toks, i-2)) {
		return unreached(toks, i)
	}
	span, g := refusal(toks, i)
	if g == 0 {
		return cue{}, false // nobody can stand before it
	}
	c := cue{at: i, decline: true, use: clause, span: span, next: span.b}
	switch prev := &toks[g-1]; {
	case conjunctions.Has(prev.Low):
		c.elided = true
	case isMark(prev, ","):
		c.subject, c.from = r.acrossCommas(toks, g-1)
	default:
		e := g
		if prev.Low == "who" {
			e--
			if e > 0 && isMark(&toks[e-1], ",") {
				e--
			}
		}
		c.subject = r.trimLead(toks, before(toks, e))
	}
	if !c.elided && !canSpeak(toks, c.subject, true) {
		return cue{}, false
	}
	return c, true
}

// lowAt is the word at k, folded, "" within a quotation and beyond the ends. It stays
// a function of its own, as cover does: written out at each of their places, the two
// make the program 5 kB larger.
//
//go:noinline
func lowAt(toks []tok, k int) string {
	if k < 0 || k >= len(toks) || toks[k].quote >= 0 {
		return ""
	}
	return toks[k].Low
}

// noComment reads "there was no comment from Moscow" with its verb at toks[i].
func noComment(toks []tok, i int) (cue, bool) {
	from := i + 2
	if !commentWords.Has(lowAt(toks, from)) {
		from++ // "no immediate comment"
	}
	if by := lowAt(toks, from+1); !commentWords.Has(lowAt(toks, from)) || by != "from" && by != "by" {
		return cue{}, false
	}
	c := cue{at: i, decline: true, use: clause, span: phrase{i - 1, i + 1}, next: i + 1, subject: after(toks, from+2)}
	return c, canSpeak(toks, c.subject, true)
}

// tries are what fails when somebody cannot be reached.
var tries = text.WordSet{Words: "efforts attempts effort attempt"}

// unreached reads "Efforts to reach the governor for comment were futile" with its
// verb at toks[i].
func unreached(toks []tok, i int) (cue, bool) {
	p := after(toks, i+1)
	for p.b > i+2 && lowAt(toks, p.b) != "for" {
		p.b--
	}
	c := cue{at: i, decline: true, use: clause, span: phrase{i - 2, i + 1}, next: p.b, subject: p}
	return c, lowAt(toks, p.b) == "for" && commentWords.Has(lowAt(toks, p.b+1)) && (canSpeak(toks, p, true) || cited.Has(toks[p.a].Low))
}

// refusal returns the words of toks by which the verb at i refuses to say
// something, and where its group begins; g is 0 if it does not refuse.
func refusal(toks []tok, i int) (span phrase, g int) {
	verb := toks[i].Low
	at := func(k int) string { return lowAt(toks, i+k) }
	g, _, negated, _ := group(toks, i)
	switch {
	case declining.Has(verb):
		if !refuses(toks, i) {
			return phrase{}, 0
		}
		return phrase{i, i + 1}, g
	case negated && (mute.Has(verb) || sayless.Has(verb) && wh.Has(at(1))):
		span = phrase{g, i + 1}
		if verb == "comment" && (at(1) == "on" || at(1) == "about") {
			span.b++
		}
		if span.b >= len(toks) || isMark(&toks[span.b], ".,;") {
			span.b = i
		}
		return span, g
	case having.Has(verb) && at(1) == "no" && (commentWords.Has(at(2)) || commentWords.Has(at(3))):
		return phrase{i, i + 1}, g
	case strings.HasPrefix(verb, "confirm") && at(-1) == "neither" && at(1) == "nor" && (at(2) == "deny" || at(2) == "denied"):
		for g = i - 1; g > 0 && auxiliaries.Has(lowAt(toks, g-1)); {
			g--
		}
		return phrase{g, i + 3}, g
	case negated && (verb == "return" && (callWords.Has(at(1)) || callWords.Has(at(2))) || verb == "returned" && callWords.Has(at(1))),
		negated && (verb == "reached" || verb == "available") && at(1) == "for" && commentWords.Has(at(2)),
		verb == "unavailable" && at(1) == "for" && commentWords.Has(at(2)):
		return phrase{g, i + 1}, g
	}
	return phrase{}, 0
}

// refused returns where what is not said begins in content, if that is of the
// speaker's not speaking, "it would not comment on the sale"; else 0.
func refused(toks []tok, content phrase) int {
	if !subjects.Has(lowAt(toks, content.a)) {
		return 0
	}
	for i := content.a + 1; i < content.b && i < content.a+5; i++ {
		if having.Has(toks[i].Low) {
			return 0 // "she has had no answer"
		}
		if span, g := refusal(toks, i); g == content.a+1 && span.b < content.b {
			return span.b
		}
	}
	return 0
}

// refuses reports whether what the verb toks[i] declines is to speak: "to
// comment", "comment", "to be drawn".
func refuses(toks []tok, i int) bool {
	switch lowAt(toks, i+1) {
	case "comment":
		return true
	case "to":
		if lowAt(toks, i+2) == "be" {
			return lowAt(toks, i+3) == "drawn" || lowAt(toks, i+3) == "interviewed"
		}
		verb := i + 2
		for strings.HasSuffix(lowAt(toks, verb), "ly") {
			verb++ // "to publicly discuss"
		}
		if lowAt(toks, verb) == "take" {
			return lowAt(toks, verb+1) == "questions"
		}
		return sayless.Has(lowAt(toks, verb))
	}
	return false
}
