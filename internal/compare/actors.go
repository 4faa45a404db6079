package compare

import (
	"strings"
	"unicode"

	"parallax/internal/names"
	"parallax/internal/sorting"
)

// actor is a person, place, organisation or state that a sentence names.
type actor struct {
	from, to int     // words [from, to)
	terms    []int32 // of the words of the name, increasing
	entity   int32   // in the names index, -1 if it is not there
	kind     names.Kind
	state    bool   // a state, by any of its names
	town     bool   // a state's name that is a town: "Jakarta"
	vague    bool   // one word of which nothing tells what it names
	slot     string // the preposition it hangs on: "in", "by"; "" for subjects and objects
}

// prepositions that a name may hang on.
var prepositions = wordSet(`in at near from to into by with against of on for outside inside around towards toward between via after before over off under across below above without`)

// placeNouns are kinds of places, as in "the town of".
var placeNouns = stemSet(`town city village port island state province region district county area suburb capital resort republic`)

// locative prepositions make what follows a place.
var locative = wordSet(`in at near from to into outside inside around towards toward across off`)

// homes are words that a hyphen joins to the place where somebody is or comes from.
var homes = wordSet(`based born`)

// readActors returns the names in sentence s of article a, by position.
func (c *Comparer) readActors(a int, s *sentence) []actor {
	var out []actor
	covered := make([]bool, len(s.words))
	add := func(x actor) {
		x.slot = s.slot(x.from)
		if s.gap(x.to) == "-" && homes[s.fold(x.to)] {
			x.slot = "in" // "the Denver-based company"
		}
		for i := x.from; i < x.to; i++ {
			covered[i] = true
			x.terms = append(x.terms, s.words[i].term)
		}
		x.terms = sortedSet(x.terms)
		x.state = len(x.terms) == 1 && s.words[x.from].class == country
		if x.state && x.entity >= 0 {
			called := c.people.Entities[x.entity].Name
			x.town = x.kind == names.Place && c.lex.stateOf(called) != called
		}
		x.vague = !x.state && x.to == x.from+1 && x.kind == names.Organisation && !initialism(s.phrase(x.from, x.to))
		out = append(out, x)
	}
	i := 0
	for _, m := range c.people.Within(a, s.at) {
		for i < len(s.words) && s.words[i].at.End <= m.Span.Start {
			i++
		}
		j := i
		for j < len(s.words) && s.words[j].at.Start < m.Span.End {
			j++
		}
		if j == i+1 && s.ofOffice(i) {
			continue
		}
		if j == i || i == 0 && j == 1 && (s.words[0].common() || s.words[0].class == plain && c.lex.writtenSmall(s.words[0].form)) || s.headline && (j-i > 3 || !c.lex.knownName(s.words[i:j])) {
			continue
		}
		add(actor{from: i, to: j, entity: m.Entity, kind: c.people.Entities[m.Entity].Kind})
		i = j
	}
	// What the index does not list: adjectives of states, and other words
	// with a capital.
	for i := 0; i < len(s.words); {
		j := i + 1
		if covered[i] || s.words[i].class != country && s.words[i].class != name || s.ofOffice(i) {
			i++
			continue
		}
		for j < len(s.words) && !covered[j] && s.words[j].class == s.words[i].class && (s.words[i].class == name || s.words[j].term == s.words[i].term) && nameGap(s.gap(j)) {
			j++
		}
		add(actor{from: i, to: j, entity: -1, kind: names.Organisation})
		i = j
	}
	sorting.Stable(out, func(x, y actor) int { return x.from - y.from })
	for k := 1; k < len(out); k++ {
		x, y := &out[k-1], &out[k]
		if y.slot == "" && y.from == x.to+1 && (s.fold(x.to) == "and" || s.fold(x.to) == "or") {
			y.slot = x.slot // "in Britain and Germany"
		}
	}
	return out
}

// ofOffice reports whether the name at word i only says which office somebody
// holds: "Mining Minister", "Home Secretary", "Governor".
func (s *sentence) ofOffice(i int) bool {
	next := s.formAt(i + 1)
	if s.words[i].class != name || s.gap(i+1) != " " || s.possessiveAt(i) {
		return false
	}
	return next.capital && offices[next.stem] && s.properAt(i+2) || s.words[i].form.party && s.properAt(i+1)
}

// common reports whether the capital of w may only be that of a sentence's
// first word.
func (w *word) common() bool {
	return w.class == quantity || w.class == light || w.class == plain && (w.form.concept.key != "" || w.form.party)
}

// nameGap reports whether what stands between two words may stand inside a name.
func nameGap(gap string) bool { return gap == " " || gap == "-" || gap == ". " }

func initialism(w string) bool {
	upper := 0
	for _, r := range w {
		if unicode.IsUpper(r) {
			upper++
		}
	}
	return upper > 1
}

// slot returns the preposition that the name beginning at word i hangs on,
// past an article and titles.
func (s *sentence) slot(i int) string {
	for k := i - 1; k >= 0 && i-k <= 6; k-- {
		w := &s.words[k]
		if strings.ContainsAny(s.gap(k+1), ",;:()\"") {
			return ""
		}
		switch {
		case w.form.fold == "of" && k > 0 && placeNouns[s.words[k-1].form.stem]:
			k-- // "near the town of …"
		case prepositions[w.form.fold]:
			return w.form.fold
		case w.form.fold == "the", w.form.fold == "a", w.form.fold == "an", w.class == light, w.class == country:
		default:
			return ""
		}
	}
	return ""
}

// rivals reports whether x and y, which are not the same, can fill one place
// of a sentence, so that the one instead of the other is a different fact.
// Within one replaced stretch (close) more goes than anywhere in the sentence.
func rivals(x, y *actor, close bool) bool {
	switch {
	case x.state && y.state:
		return true
	case x.state || y.state:
		place := locative[x.slot] && locative[y.slot]
		if town, other := x, y; x.town != y.town {
			if y.town {
				town, other = y, x
			}
			if locative[town.slot] && !other.state && (other.vague || other.kind == names.Place) {
				return true
			}
		}
		if close {
			return place || x.kind != names.Person && y.kind != names.Person
		}
		return false
	case x.vague || y.vague, x.kind == y.kind, wherePlaces[x.slot] && wherePlaces[y.slot]:
		return true
	}
	return close
}

// knownName reports whether all of ws are names elsewhere in the dossier.
func (l *lexicon) knownName(ws []word) bool {
	for i := range ws {
		if ws[i].class != country && !l.named[ws[i].form.id] {
			return false
		}
	}
	return true
}

// genericActors are people of whom others may speak more exactly.
var genericActors = stemSet(`worker employee man woman boy girl child baby teenager resident victim rescuer company`)

// actorNouns are the people that news speaks of without a name. One in the
// place of another is a different fact.
var actorNouns = stemSet(`police policeman soldier troops army military navy rebel militant insurgent gunman protester demonstrator striker
government opposition cabinet parliament senate court judge jury prosecutor lawyer regulator watchdog
union company bank airline supplier rival investor shareholder owner landlord tenant customer consumer buyer seller
doctor nurse surgeon patient teacher student pupil professor scientist researcher engineer farmer miner fisherman worker employee employer driver pilot passenger
tourist resident villager migrant refugee immigrant firefighter rescuer guard prisoner hostage kidnapper
president premier minister mayor governor lawmaker councillor ambassador king queen prince princess pope bishop priest imam
coach manager captain goalkeeper defender midfielder forward winger referee champion challenger
neighbour neighbor
nephew niece cousin grandson granddaughter stepson stepfather stepmother widow fiance heir duke duchess earl baron countess
husband wife son daughter mother father brother sister uncle aunt grandmother grandfather man woman boy girl child baby teenager
docker sailor seaman admiral general colonel sergeant major lieutenant sheriff coastguard lifeguard
midwife paramedic pharmacist dentist astronomer archaeologist geologist biologist historian physicist chemist economist analyst
climber hiker skier surfer cyclist pedestrian motorist diver swimmer runner rower boxer wrestler
butcher baker cook chef waiter journalist reporter actor actress singer musician composer producer author writer poet novelist painter artist sculptor photographer editor
banker trader broker accountant carpenter plumber electrician builder mechanic clerk cashier cleaner amateur hunter shepherd
burglar thief robber smuggler trafficker pirate hacker monk nun astronaut
voter conservative liberal socialist democrat republican green nationalist separatist communist`)

// voice is a sentence that names who speaks; its facts are nil if none does.
type voice struct {
	s *sentence
	f *facts
}

// voiceBefore is how many sentences before it a pronoun may speak for.
const voiceBefore = 3

// voiceOf returns the sentence that names who speaks in sentence i of article
// a: itself, or for "he said" and "in his view" the nearest before it that
// names a speaker.
func (c *Comparer) voiceOf(a int, i int32) voice {
	f := c.factsOf(a, i)
	if f.speaker >= 0 || !c.articles[a][i].pronounSpeaks() {
		return voice{&c.articles[a][i], f}
	}
	for k := i - 1; k >= max(i-voiceBefore, 0); k-- {
		if !c.articles[a][k].comparable() {
			continue
		}
		if g := c.factsOf(a, k); g.speaker >= 0 {
			return voice{&c.articles[a][k], g}
		}
	}
	return voice{}
}

// pronounSpeaks reports whether s is attributed to a pronoun.
func (s *sentence) pronounSpeaks() bool {
	for i := range s.words {
		w := &s.words[i]
		next, prev := s.fold(i+1), s.fold(i-1)
		switch w.form.fold {
		case "he", "she":
			if i+1 < len(s.words) && s.words[i+1].class == saying || i > 0 && s.words[i-1].class == saying && prev != "told" {
				return true
			}
		case "his", "her":
			if prev == "in" && (next == "view" || next == "opinion" || next == "words") {
				return true
			}
		case "him":
			if prev == "to" && s.fold(i-2) == "according" {
				return true
			}
		}
	}
	return false
}

// readSpeaker returns the index of the actor who says what s reports, -1 if
// none is named beside the verb.
func readSpeaker(s *sentence, actors []actor) int {
	for i := range s.words {
		w := &s.words[i]
		says := w.class == saying && (s.isVerb(i) || strings.HasSuffix(w.form.fold, "s")) || w.form.stem == "point" && s.fold(i+1) == "out"
		for k := range actors {
			x := &actors[k]
			switch {
			case x.state && s.fold(x.to) != "said":
			case says && (x.to == i && s.gap(i) == " " || x.from == i+1 && s.gap(i+1) == " " && w.form.fold != "told"):
				return k
			case x.slot == "to" && s.fold(x.from-1) == "to" && s.fold(x.from-2) == "according":
				return k
			}
		}
	}
	return -1
}

// readTeller returns the nouns beside the first verb of saying that has some:
// who says what s reports, if it is nobody with a name.
func readTeller(s *sentence, arguments []argument) []int {
	for k := range arguments {
		a := &arguments[k]
		i := a.from - 1
		for s.formAt(i).determiner {
			i--
		}
		from, before := a.from, s.formAt(i)
		switch next := a.at + 1; {
		case next < len(s.words) && s.words[next].class == saying && s.gap(next) == " " && (s.isVerb(next) || strings.HasSuffix(s.fold(next), "s")):
			if k > 0 && (before.fold == "for" || before.fold == "of") {
				from = arguments[k-1].from // "the lawyer for the accused"
			}
		case s.words[a.at].tail && (before.class == saying && before.fold != "told" || before.fold == "to" && s.fold(i-1) == "according"):
		default:
			continue
		}
		var out []int
		for i := from; i <= a.at; i++ {
			switch w := &s.words[i]; {
			case w.class == name || w.class == country && i == a.at:
				return nil
			case w.class == plain && !w.form.generic && !tellingNouns[w.form.stem]:
				out = append(out, i)
			}
		}
		return out
	}
	return nil
}

// tellers compares who says what the sentences report, if nobody is named.
func (x *clasher) tellers() {
	p, q := x.f.teller, x.g.teller
	if len(p) == 0 || len(q) == 0 {
		return
	}
	for _, i := range p {
		for _, j := range q {
			if x.c.synonymous(x.s, i, x.t, j) {
				return
			}
		}
	}
	x.addAt(ClashName, p[0], p[len(p)-1]+1, q[0], q[len(q)-1]+1)
}

// tellingNouns are those of whom and what news reports anything.
var tellingNouns = stemSet(`source report study data figure statement authority agency media newspaper survey researcher company firm`)

// changedTeller compares a change of one word in what says who tells it: "the
// union said", "a spokesman for the hospital said".
func (x *clasher) changedTeller(a, b [2]int) {
	i, j := x.s.teller(a), x.t.teller(b)
	if i >= 0 && j >= 0 && x.onlyChanged(x.s.words[i].term, x.t.words[j].term) && !(x.s.words[i].speaksFor() && x.t.words[j].speaksFor()) && !x.c.synonymous(x.s, i, x.t, j) {
		x.addWord(ClashName, i, j)
	}
}

// teller returns the one noun of a change within what says who tells it, else
// -1.
func (s *sentence) teller(in [2]int) int {
	found := -1
	for i := in[0]; i < in[1]; i++ {
		switch w := &s.words[i]; {
		case !w.tail:
			return -1
		case w.class == function, s.isVerb(i), w.class == plain && strings.HasSuffix(w.form.fold, "ly"):
		case found >= 0 || w.class != plain && w.class != light && w.class != saying:
			return -1
		default:
			found = i
		}
	}
	return found
}

// speaksFor reports whether w names one who may speak for any other.
func (w *word) speaksFor() bool {
	return w.class == saying || tellingNouns[w.form.stem] || w.class == light && !w.form.capital
}
