package timeline

// status decides how a clause gives its event: by the verb v that governs the
// time, -1 if there is none, and by the words about it. first is the first
// token of the time; future says that the time comes after the article.
func (c *clause) status(v, first int, future bool) Status {
	if v < 0 {
		if future {
			return Planned
		}
		return Reported
	}
	group, seg := c.chain(v), c.toks[v].seg
	for i := group; i <= v+2 && i < len(c.toks) && c.toks[i].seg == seg; i++ {
		if c.plans(i) {
			return Planned
		}
	}
	if c.word(first-1) == "from" && agreeing.Has(c.word(v)) {
		return Planned // "agreed on a ceasefire from 12:00"
	}
	if c.refused(v) >= 0 {
		return Alleged
	}
	for i, t := range c.toks {
		if t.seg == seg && (accusing.Has(t.word) && (i == v || !c.describes(i)) || doubting.Has(t.word)) {
			return Alleged
		}
	}
	if m := c.mainVerb(v); m >= 0 && kindsOf(c.word(m))&justice == 0 && c.prosecuted(v) {
		return Alleged
	}
	if future {
		return Planned
	}
	if c.speaks(v) {
		return Statement
	}
	return Reported
}

// describes reports whether the verb of accusing at token i only says more of the
// noun before it: "the trial of an engineer accused of spying".
func (c *clause) describes(i int) bool {
	next := c.word(i + 1)
	return accusing.Has(c.word(i)) && (next == "of" || next == "for") && c.chain(i) == i && !closed(c.word(i-1))
}

// prosecuted reports whether what verb v tells is the word of an accuser:
// "Prosecutors say he sold them in May", "According to the indictment".
func (c *clause) prosecuted(v int) bool {
	for i := range c.toks {
		if !accusers.Has(c.word(i)) {
			continue
		}
		from := i
		for from > 0 && (closed(c.word(from-1)) || c.word(from-1) == "according") {
			from--
		}
		if c.word(from) == "according" {
			return true
		}
		said := i + 1
		for said < len(c.toks) && !c.opens(said) && c.toks[said].cap { // "prosecutor Jonas Aker said"
			said++
		}
		if w := c.word(said); said != v && (w == "say" || speech.Has(w)) {
			return true
		}
	}
	return false
}

// refused returns the verb that says of what verb v tells that it is not so, or
// -1: of "has rejected a report that he met her on Monday" that is "rejected".
func (c *clause) refused(v int) int {
	that := -1
	for i := v - 1; i >= 0 && c.toks[i].seg == c.toks[v].seg; i-- {
		switch {
		case c.word(i) == "that" && that < 0:
			that = i
		case that >= 0 && refusing.Has(c.word(i)):
			return i
		}
	}
	return -1
}

// plans reports whether token i puts what follows into the future.
func (c *clause) plans(i int) bool {
	switch w := c.word(i); {
	case w == "will" || w == "shall":
		return true
	case w == "would":
		next := c.word(i + 1)
		return next != "have" && next != "not"
	case beings.Has(w) && w != "be" && w != "been" && w != "being" && w != "got" && c.word(i+1) == "to":
		return true // "is to be heard"
	case planning.Has(w):
		next := c.word(i + 1)
		return next == "to" || next == "for" || w == "scheduled" || w == "due"
	}
	return false
}

// speaks reports whether v is a verb of speaking.
func (c *clause) speaks(v int) bool {
	w := c.word(v)
	next := c.word(v + 1)
	switch w {
	case "called", "calls":
		return next == "for" || next == "on" || next == "upon"
	case "appealed", "offered", "recalled":
		said := v + 1
		for said < len(c.toks) && (c.toks[said].date || naming.Has(c.word(said))) {
			said++ // "recalled on Monday that"
		}
		return clausal.Has(c.word(said)) || said == v+1 && (said == len(c.toks) || c.opens(said))
	}
	return speech.Has(w) && !(deeds.Has(w) && c.votes())
}

// votes reports whether the clause counts votes: "backed the plan by 23 votes to
// 21" is what a council did.
func (c *clause) votes() bool {
	for i := 1; i < len(c.toks); i++ {
		if c.word(i) == "votes" && isFigure(c.word(i-1)) || c.word(i) == "to" && isFigure(c.word(i-1)) && isFigure(c.word(i+1)) {
			return true
		}
	}
	return false
}

// tense is how far a clause tells of something that has happened.
type tense uint8

const (
	other   tense = iota // present, future or no verb
	past                 // "were deployed", "made"
	perfect              // "have imposed"
)

// happened returns the main verb of the sentence and its tense.
func (c *clause) happened() (v int, t tense) {
	v = -1
	for i := range c.toks {
		if c.toks[i].verb && !c.aside(c.toks[i].seg) {
			v = i
			break
		}
	}
	if v < 0 {
		return -1, other
	}
	switch w := c.word(v); {
	case w == "has" || w == "have" || w == "had":
		if p := c.participle(v); p > 0 {
			return p, perfect
		}
		return v, other
	case w == "was" || w == "were":
		if p := c.participle(v); p > 0 {
			return p, past
		}
		return v, other
	case auxiliaries.Has(w):
		return v, other
	case irregulars.Has(w) || len(w) > 3 && w[len(w)-2:] == "ed":
		return v, past
	}
	return v, other
}

// participle returns the participle that auxiliary v forms a tense with, or -1.
func (c *clause) participle(v int) int {
	for i := v + 1; i <= v+3 && i < len(c.toks) && c.toks[i].seg == c.toks[v].seg; i++ {
		w := c.word(i)
		if irregulars.Has(w) || participles.Has(w) || len(w) > 3 && (w[len(w)-2:] == "ed" || w[len(w)-2:] == "en") && w != "been" {
			return i
		}
		if w != "been" && w != "not" && !(len(w) > 2 && w[len(w)-2:] == "ly") && w != "also" && w != "already" {
			return -1
		}
	}
	return -1
}
