package compare

import (
	"slices"
	"strings"

	"parallax/internal/text"
)

// negations finds what one sentence states and the other denies.
func (x *clasher) negations() {
	if x.s.firstTime() && x.t.neverBefore() || x.t.firstTime() && x.s.neverBefore() {
		return
	}
	for i := range x.s.words {
		w := &x.s.words[i]
		sign, other := x.f.signs[w.term], x.g.signs[w.term]
		if sign*other >= 0 || w.sign == 0 && i > 0 && x.s.words[i-1].term == w.term {
			continue
		}
		if x.c.lex.traits[w.term].converse && x.bothTurned(w.term) {
			continue
		}
		if sign > 0 && x.s.unmade(x.f, w.term) || other > 0 && x.t.unmade(x.g, w.term) {
			continue
		}
		if x.oneDenial() {
			break
		}
		x.add(ClashNegation, x.s.signPhrase(w.term, x.f.denials), x.t.signPhrase(w.term, x.g.denials))
		return
	}
	x.denialsApart()
	if a, b := x.denialsAlone(x.s, x.t, x.f, x.g), x.denialsAlone(x.t, x.s, x.g, x.f); len(a) > 0 != (len(b) > 0) {
		if len(a) > 0 {
			x.add(ClashNegation, x.s.denialPhrase(a[0]), "")
		} else {
			x.add(ClashNegation, "", x.t.denialPhrase(b[0]))
		}
	}
}

// deniesChange reports whether d says that something has changed nothing, which no
// rise or fall explains: "made no difference".
func (s *sentence) deniesChange(d denial) bool {
	return slices.ContainsFunc(d.about, func(k int) bool { return changeNouns[s.stem(k)] })
}

var changeNouns = stemSet(`difference change effect impact influence`)

// firstTime reports whether s tells that something is so which never was: "for the
// first time", "than ever before".
func (s *sentence) firstTime() bool {
	for i := range s.words {
		if s.fold(i) == "first" && (s.fold(i+1) == "time" || s.fold(i+1) == "ever") || s.fold(i) == "than" && s.fold(i+1) == "ever" || s.fold(i) == "first-ever" {
			return true
		}
	}
	return false
}

// neverBefore reports whether s tells that something never was so before: "never
// before", "nobody had ever", "not in 20 years".
func (s *sentence) neverBefore() bool {
	denied := false
	for i := range s.words {
		denied = denied || denialWords[s.fold(i)]
		if denied && (s.fold(i) == "before" || s.fold(i) == "ever" || (s.fold(i) == "in" || s.fold(i) == "for") && i+1 < len(s.words) && s.words[i+1].class == quantity && scales[s.stem(i+2)].measure == duration) || s.fold(i) == "never" && s.fold(i+1) == "since" {
			return true
		}
	}
	return false
}

// oneDenial reports whether both sentences deny the same once, the one the verb
// and the other what it is done to: "without meeting resistance", "met with no
// resistance".
func (x *clasher) oneDenial() bool {
	if len(x.f.denials) != 1 || len(x.g.denials) != 1 {
		return false
	}
	beside := func(s *sentence, d denial, t *sentence, e denial) bool {
		for _, k := range d.about {
			for _, l := range e.about {
				for i := max(k-3, 0); i < min(k+4, len(s.words)); i++ {
					if s.words[i].term == t.words[l].term && s.words[i].sign == t.words[l].sign {
						return true
					}
				}
			}
		}
		return false
	}
	d, e := x.f.denials[0], x.g.denials[0]
	return beside(x.s, d, x.t, e) && beside(x.t, e, x.s, d)
}

// unmade reports whether s takes back without a denial what it states of term.
func (s *sentence) unmade(f *facts, term int32) bool {
	for _, d := range f.denials {
		if slices.ContainsFunc(d.about, func(k int) bool { return s.words[k].term == term }) {
			return false
		}
	}
	return s.besideNegative(term) || s.endsWith(f, term)
}

// endsWith reports whether a verb that denies without a denial tells what
// became of term: "imports were ended".
func (s *sentence) endsWith(f *facts, term int32) bool {
	for i := range f.arguments {
		if a := &f.arguments[i]; a.term == term && a.verb >= 0 && (a.role == doer || a.role == sufferer) && negative[s.stem(a.verb)] && (!lasting[s.stem(a.verb)] || endings[s.stem(a.verb)]) {
			return true
		}
	}
	return false
}

// besideNegative reports whether a word near term in its clause denies without
// a denial: "lost its majority".
func (s *sentence) besideNegative(term int32) bool {
	for i := range s.words {
		if s.words[i].term != term {
			continue
		}
		for k := i; k > i-4 && k >= 0; k-- {
			if w := &s.words[k]; w.term != term && (w.sign < 0 || negative[w.form.stem] && !lasting[w.form.stem]) {
				return true
			}
			if endsClause(s, k) || s.fold(k) == "with" {
				break // "the run ended with a win"
			}
		}
	}
	return false
}

// bothTurned reports whether a converse verb has its sides exchanged too, or
// nothing tells who did it to whom: "A beat B", "B lost to A".
func (x *clasher) bothTurned(term int32) bool {
	for i := range x.s.words {
		for j := range x.t.words {
			v, w := &x.s.words[i], &x.t.words[j]
			if v.term != term || w.term != term || v.sign == w.sign {
				continue
			}
			switch verb := x.s.isVerb(i); {
			case verb != x.t.isVerb(j):
			case !verb && x.oneSide(i, j):
				return false
			case verb && !x.f.actAt(i).passive && !x.g.actAt(j).passive:
				if p, q := x.s.subjectOf(x.f, i), x.t.subjectOf(x.g, j); p >= 0 && q >= 0 && x.c.synonymous(x.s, p, x.t, q) {
					return false
				}
			}
		}
	}
	for i := range x.f.acts {
		for j := range x.g.acts {
			p, q := &x.f.acts[i], &x.g.acts[j]
			if p.term == term && q.term == term && p.sign != q.sign && meet(p.agents, q.agents) && !meet(p.agents, q.patients) {
				return false
			}
		}
	}
	return true
}

// oneSide reports whether the nouns i and j are those of one side, or nothing tells
// whose they are: "their win", "their defeat".
func (x *clasher) oneSide(i, j int) bool {
	p, q := x.s.ownerBefore(i), x.t.ownerBefore(j)
	switch {
	case p < 0 && q < 0:
		a, _ := x.s.nominal(i)
		b, _ := x.t.nominal(j)
		return len(a.agents)+len(a.patients)+len(b.agents)+len(b.patients) == 0
	case p < 0:
		return x.s.owns(x.t.words[q].term)
	case q < 0:
		return x.t.owns(x.s.words[p].term)
	}
	return x.s.words[p].term == x.t.words[q].term
}

// ownerBefore returns the word that says whose the noun at word i is, -1 if none
// does: "their third win", "the team's win".
func (s *sentence) ownerBefore(i int) int {
	for k := i - 1; k >= 0 && s.gap(k+1) == " " && !s.isVerb(k) && !s.words[k].form.preposition; k-- {
		if s.ownerAt(k) {
			return k
		}
	}
	return -1
}

func (s *sentence) ownerAt(i int) bool { return owningPronouns[s.fold(i)] || s.possessiveAt(i) }

var owningPronouns = wordSet(text.Possessives)

// owns reports whether something in s is said to be that of who or what is called
// term.
func (s *sentence) owns(term int32) bool {
	for i := range s.words {
		if s.words[i].term == term && s.ownerAt(i) {
			return true
		}
	}
	return false
}

// denialsApart finds the only denial of each sentence, where what the one denies is
// nothing that the other tells.
func (x *clasher) denialsApart() {
	if x.near || len(x.f.denials) != 1 || len(x.g.denials) != 1 {
		return
	}
	d, e := x.f.denials[0], x.g.denials[0]
	if len(d.about) == 0 || len(e.about) == 0 || x.s.words[d.about[0]].class == saying || x.t.words[e.about[0]].class == saying {
		return
	}
	told := func(s *sentence, d denial, t *sentence) bool {
		return slices.ContainsFunc(d.about, func(k int) bool {
			for l := range t.words {
				if x.c.synonymous(s, k, t, l) {
					return true
				}
			}
			return false
		})
	}
	if !told(x.s, d, x.t) && !told(x.t, e, x.s) {
		x.add(ClashNegation, x.s.denialPhrase(d), x.t.denialPhrase(e))
	}
}

// denialsAlone returns the denials of s whose words t has not, and which nothing
// in t explains. Of near sentences, and of those of one article, most of the clause
// must be told by both.
func (x *clasher) denialsAlone(s, t *sentence, f, g *facts) []denial {
	if len(g.denials) > 0 {
		return nil
	}
	explained := x.explains(t, s)
	var out []denial
	for _, d := range f.denials {
		if explained && !s.deniesChange(d) || len(d.about) == 1 && bans[s.stem(d.about[0])] {
			continue
		}
		judged := false
		for _, k := range d.about {
			sign, stated := g.signs[s.words[k].term]
			judged = judged || stated && sign != 0 || degreeWords[s.fold(k)]
		}
		if !judged && !s.onlyHow(d) && (!x.near && !x.own || s.sharesClause(t, d)) {
			out = append(out, d)
		}
	}
	return out
}

// onlyHow reports whether d only says how something is done: "without delay".
func (s *sentence) onlyHow(d denial) bool {
	return s.fold(d.at) == "without" && (s.fold(d.to) == "delay" || s.fold(d.to) == "hesitation")
}

// degreeWords tell how far or how much, so that to deny them is to state less: "not
// far from the border".
var degreeWords = wordSet(`far long much many always quite enough exactly necessarily`)

// explains reports whether a word of t may say without a denial what s denies.
func (x *clasher) explains(t, s *sentence) bool {
	for i := range t.words {
		w := &t.words[i]
		switch {
		case t.attribute(i):
		case withoutIt(w.form.fold):
			return true
		case w.sign < 0 && !x.c.lex.traits[w.term].converse && !has(s.terms, w.term), undone(w.form.fold):
			return true
		case negative[w.form.stem] && (x.near || !has(s.terms, w.term) && (!lasting[w.form.stem] || t.isVerb(i) && endings[w.form.stem])):
			return true
		}
	}
	return false
}

// undone reports whether a word may be one that a prefix turns round: "unharmed".
func undone(fold string) bool { return strings.HasPrefix(fold, "un") && len(fold) > 5 }

// withoutIt reports whether a word says of something that it has not what the word
// begins with: "bloodless".
func withoutIt(fold string) bool {
	rest, ok := strings.CutSuffix(fold, "less")
	return ok && len(rest) > 2 && rest != "regard" && rest != "neverthe"
}

// attribute reports whether the participle at word i only says which: "the failed
// bank".
func (s *sentence) attribute(i int) bool {
	return i+1 < len(s.words) && s.formAt(i-1).determiner && strings.HasSuffix(s.fold(i), "ed") && s.gap(i+1) == " " && s.words[i+1].class == plain
}

// sharesClause reports whether t has most of the words of the clause of a denial.
func (s *sentence) sharesClause(t *sentence, d denial) bool {
	shared, all := 0, 0
	for k := s.clauseStart(d.at); k < len(s.words) && (k <= d.at || !endsClause(s, k)); k++ {
		w := &s.words[k]
		if w.class == function || w.tail || slices.Contains(d.about, k) {
			continue
		}
		all++
		if has(t.terms, w.term) {
			shared++
		}
	}
	return shared >= 2 && 2*shared >= all
}

func (s *sentence) denialPhrase(d denial) string {
	to := d.to
	for _, k := range d.about {
		to = max(to, k+1)
	}
	return s.phrase(d.at, min(to, len(s.words)))
}

// signPhrase returns the words that state or deny a term.
func (s *sentence) signPhrase(term int32, ds []denial) string {
	for _, d := range ds {
		for _, k := range d.about {
			if s.words[k].term == term {
				if k < d.at {
					return s.phrase(k, d.at+1)
				}
				return s.phrase(d.at, k+1)
			}
		}
	}
	for i := range s.words {
		if s.words[i].term == term {
			to := i + 1
			for to < len(s.words) && s.words[to].term == term && s.words[to].sign == 0 {
				to++
			}
			return s.phrase(i, to)
		}
	}
	return ""
}
