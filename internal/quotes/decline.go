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
	mute = text.WordSet{Words: `comment elaborate respond reply answer discuss disclose reveal specify speculate identify`}
	// contrasts begin what is said after all: "declined to comment, but said".
	contrasts    = text.WordSet{Words: `but though although while saying citing adding`}
	callWords    = text.WordSet{Words: `call calls message messages email emails request requests`}
	commentWords = text.WordSet{Words: `comment comments details detail response answer reason explanation`}
)

// declined reads "did not comment on", "declined to say whether", "had no
// comment", "could not be reached for comment" with its verb at toks[i].
func (r *reader) declined(toks []tok, i int) (cue, bool) {
	t := toks[i]
	at := func(k int) string {
		if k < 0 || k >= len(toks) || toks[k].quote >= 0 {
			return ""
		}
		return toks[k].Low
	}
	c := cue{at: i, decline: true, use: clause}
	g, _, negated, _ := group(toks, i)
	switch {
	case declining.Has(t.Low):
		verb := i + 2
		for strings.HasSuffix(at(verb), "ly") {
			verb++
		}
		switch {
		case at(i+1) == "to" && sayless.Has(at(verb)):
			c.span, c.next = phrase{i, i + 1}, i+1
		case at(i+1) == "to" && at(i+2) == "be" && at(i+3) == "drawn":
			c.span, c.next = phrase{i, i + 1}, i+1
		case at(i+1) == "comment":
			c.span, c.next = phrase{i, i + 1}, i+1
		default:
			return cue{}, false
		}
	case negated && mute.Has(t.Low), negated && sayless.Has(t.Low) && wh.Has(at(i+1)):
		c.span, c.next = phrase{g, i + 1}, i+1
		if p := at(i + 1); t.Low == "comment" && (p == "on" || p == "about") {
			c.span.b, c.next = i+2, i+2
		}
		if c.next >= len(toks) || isMark(toks[c.next], ".,;") {
			c.span.b, c.next = i, i
		}
	case (t.Low == "had" || t.Low == "has" || t.Low == "have" || t.Low == "made" || t.Low == "offered" || t.Low == "gave" || t.Low == "provided") && (at(i+1) == "no" && commentWords.Has(at(i+2)) || at(i+1) == "no" && commentWords.Has(at(i+3))):
		c.span, c.next = phrase{i, i + 1}, i+1
	case t.Low == "confirm" && at(i-1) == "neither" && at(i+1) == "nor" && at(i+2) == "deny":
		g = i - 1
		for g > 0 && auxiliaries.Has(at(g-1)) {
			g--
		}
		c.span, c.next = phrase{g, i + 3}, i+3
	case (t.Low == "return" || t.Low == "returned") && negated && callWords.Has(at(i+1)), t.Low == "return" && negated && callWords.Has(at(i+2)):
		c.span, c.next = phrase{g, i + 1}, i+1
	case beForms.Has(t.Low) && at(i-1) == "there" && at(i+1) == "no":
		from := i + 2
		if !commentWords.Has(at(from)) {
			from++
		}
		if !commentWords.Has(at(from)) || at(from+1) != "from" && at(from+1) != "by" {
			return cue{}, false
		}
		c.span, c.next, c.subject = phrase{i - 1, i + 1}, i+1, after(toks, from+2)
		return c, canSpeak(toks, c.subject, true)
	case t.Low == "reached" && at(i+1) == "for" && commentWords.Has(at(i+2)) && negated,
		(t.Low == "available" || t.Low == "unavailable") && at(i+1) == "for" && commentWords.Has(at(i+2)):
		if t.Low == "available" && !negated {
			return cue{}, false
		}
		c.span, c.next = phrase{g, i + 1}, i+1
	default:
		return cue{}, false
	}
	if g == 0 {
		return cue{}, false
	}
	switch prev := toks[g-1]; {
	case conjunctions.Has(prev.Low):
		c.elided = true
	case isMark(prev, ","):
		c.subject, c.from = r.acrossCommas(toks, g-1)
	default:
		e := g
		if prev.Low == "who" {
			e--
			if e > 0 && isMark(toks[e-1], ",") {
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
