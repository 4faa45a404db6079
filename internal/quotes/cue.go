package quotes

import (
	"parallax/internal/names"
	"parallax/internal/text"
)

// A cue is a stretch of tokens that attributes, with its subject.
type cue struct {
	at      int    // the verb
	span    phrase // the cue as shown
	subject phrase // empty if it is elided or nobody
	use     verbUse
	next    int  // first token after cue, addressee and adjuncts
	elided  bool // ", adding that": the subject is that of the clause before
	nobody  bool // "it is reported that"
	as      bool // "as he explained"
	decline bool
	venue   phrase
	from    int    // first token of the attribution if the subject does not begin it, else 0
	via     phrase // who passes it on: "Interfax" of "Interfax quoted him as saying"
	aside   bool   // "Blum, who says she was robbed, has left": ends at the comma
}

// start is the first token of cue and subject.
func (c cue) start() int {
	if c.from > 0 {
		return c.from
	}
	if !c.subject.empty() && c.subject.a < c.span.a {
		if c.as {
			return c.subject.a - 1
		}
		return c.subject.a
	}
	return c.span.a
}

// cueAt reads the cue whose verb, or first word, is toks[i].
func (r *reader) cueAt(toks []tok, i int) (cue, bool) {
	t := &toks[i]
	if !isWord(t) {
		return cue{}, false
	}
	if t.Low == "according" && i+2 < len(toks) && toks[i+1].Low == "to" {
		return r.accordingTo(toks, i)
	}
	if t.Low == "in" {
		return r.inView(toks, i)
	}
	if c, ok := r.declined(toks, i); ok {
		return c, true
	}
	if c, ok := r.quotedAs(toks, i); ok {
		return c, true
	}
	if t.Cap && i > 0 && r.body && toks[i-1].quote < 0 && !isMark(&toks[i-1], ":.\"") {
		return cue{}, false // the "States" of a name
	}
	for _, f := range verbForms()[t.Low] {
		if f.particle != "" && (i+1 >= len(toks) || toks[i+1].Low != f.particle) {
			continue
		}
		if c, ok := r.verb(toks, i, f); ok {
			return c, true
		}
	}
	return cue{}, false
}

// unspoken are what may follow "according to" without speaking.
var unspoken = text.WordSet{Words: `plan plans law rules schedule tradition constitution age size need needs merit rank ability type nature custom procedure protocol`}

// knowing words go on with a phrase of who speaks: "people briefed on the talks".
var knowing = text.WordSet{Words: "familiar briefed on by with close"}

func (r *reader) accordingTo(toks []tok, i int) (cue, bool) {
	p := after(toks, i+2)
	for p.b+1 < len(toks) && knowing.Has(toks[p.b].Low) {
		q := after(toks, p.b+1)
		if q.empty() {
			break
		}
		p.b = q.b
	}
	if p.empty() || unspoken.Has(toks[head(toks, p)].Low) {
		return cue{}, false
	}
	if k := p.b; k+2 < len(toks) && issued.Has(toks[k-1].Low) && (toks[k].Low == "by" || toks[k].Low == "in") {
		if q := after(toks, k+1); !q.empty() {
			p.b = q.b // "a study published by the institute"
		}
	}
	if i == 0 {
		// "According to two officials in the chancellery, Reiter": up to the comma
		k := p.b
		for k < len(toks) && k < p.b+8 && (nouny(&toks[k]) || isWord(&toks[k]) && (prepositions.Has(toks[k].Low) || determiners.Has(toks[k].Low))) {
			k++
		}
		if k < len(toks) && isMark(&toks[k], ",") {
			p.b = k
		}
	}
	if name := after(toks, p.b+1); p.b < len(toks) && isMark(&toks[p.b], ",") && (possessives.Has(toks[p.a].Low) || owned(toks, p) || i > 0 && toks[p.a].Low == "the") &&
		!name.empty() && (name.b == len(toks) || isMark(&toks[name.b], ",.;")) && named(toks, name) && !named(toks, p) {
		p = name // "according to its operator, Baltline"
	}
	next := p.b
	for p.b-p.a > 1 && issued.Has(toks[p.b-1].Low) {
		p.b--
	}
	if end, _ := r.adjuncts(toks, next); end < len(toks) && isMark(&toks[end], ",") {
		next = end // "according to figures released on Monday,"
	}
	if next+1 < len(toks) && isMark(&toks[next], ",") && toks[next+1].Low == "who" {
		for k := next + 1; k < len(toks) && toks[k].quote < 0; k++ {
			if isMark(&toks[k], ",") {
				next = k // "according to an adviser, who asked not to be named, the"
				break
			}
		}
	}
	return cue{at: i, span: phrase{i, i + 2}, subject: p, use: clause | strong, next: next, as: true}, true
}

// owned reports whether p says whose somebody is: "the club's doctor".
func owned(toks []tok, p phrase) bool {
	for k := range toks[p.a : p.b-1] {
		if toks[p.a+k].Kind == names.Possessive {
			return role(&toks[p.b-1])
		}
	}
	return false
}

var viewNouns = text.WordSet{Words: `view opinion words judgment judgement estimation`}

// inView reads "in his view", "in the words of X".
func (r *reader) inView(toks []tok, i int) (cue, bool) {
	for j := i + 1; j < len(toks) && j < i+9; j++ {
		t := &toks[j]
		if !isWord(t) && t.Kind != names.Possessive {
			return cue{}, false
		}
		if !viewNouns.Has(t.Low) {
			continue
		}
		if toks[j-1].Kind == names.Possessive && j > i+2 {
			return cue{at: i, span: phrase{i, j + 1}, subject: phrase{i + 1, j - 1}, use: clause | strong, next: j + 1, as: true}, true
		}
		if j == i+2 && possessives.Has(toks[i+1].Low) && toks[i+1].Low != "our" && toks[i+1].Low != "its" {
			return cue{at: i, span: phrase{i, j + 1}, subject: phrase{i + 1, i + 2}, use: clause | strong, next: j + 1, as: true}, true
		}
		if j+1 < len(toks) && toks[j+1].Low == "of" && toks[j-1].Low == "the" {
			if p := after(toks, j+2); canSpeak(toks, p, false) {
				return cue{at: i, span: phrase{i, j + 2}, subject: p, use: clause | strong, next: p.b, as: true}, true
			}
		}
		return cue{}, false
	}
	return cue{}, false
}
