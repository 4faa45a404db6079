package dates

import "parallax/internal/text"

// plausible turns away words that are dates only in the right company: "May",
// "March", "fall", a number of four digits.
func (p *parser) plausible(i, j int, r *reading) bool {
	switch {
	case r.bareYear() && !r.bc && p.kind(i) == kNumber && j == i+1:
		return p.plausibleYear(i)
	case r.month > 0 && j == i+1 && p.kind(i) == kMonth:
		return p.plausibleMonth(i)
	case r.season > 0 && r.year == 0:
		k := i
		if p.is(k, "the") {
			k++
		}
		if r.ofUnit != 0 {
			return !p.isAny(k, "fall spring") || p.kind(k-1) == kArticle || p.isAny(k-1, "in by during since until of for") || p.kind(k-1) == kEdge
		}
		return p.plausibleSeason(i, k+1)
	}
	return true
}

// inSet reports whether the word w, in any case, is in the set.
func inSet(set *text.WordSet, w string) bool {
	var low [longestWord]byte
	if len(w) > len(low) {
		return false
	}
	for k := range len(w) {
		low[k] = w[k] | 0x20
	}
	return set.Has(string(low[:len(w)]))
}

// afterTimePreposition reports whether a word that takes a time stands before i.
func (p *parser) afterTimePreposition(i int) bool {
	return p.isAny(i-1, "in since until till by of from during before after between to and through around about circa c early late mid throughout or on than")
}

// counted are nouns that a number before them counts, so that "2000 troops" is
// no year.
var counted = text.WordSet{Words: `people troops soldiers men women children dollars pounds euros rubles roubles yen yuan francs marks lire pesos crowns rupees dinars miles kilometers kilometres km m meters metres feet ft tons tonnes
	points shares percent pct cars tanks planes aircraft ships prisoners casualties dead killed wounded deaths killings victims civilians
	fighters guns horses houses homes jobs workers employees members votes seats passengers barrels gallons acres hectares degrees volts hp kg
	bytes units copies words pages times rebels militants officers police refugees families students protesters demonstrators residents
	villagers inhabitants deputies infantry cavalry militia volunteers warriors hoplites marines settlers patients stores companies stocks mph
	tonne ton bpd gmt hrs hours mln bln million billion dlrs ounces cases vehicles weapons bombs missiles rockets lives bodies sq square series`}

// numbered are nouns that a number after them belongs to.
var numbered = text.WordSet{Words: `article articles box paragraphs sections clause clauses resolution flight room route boeing airbus page pages highway number section paragraph bill order decree unit lot
	windows channel model suite apartment chapter rule form directive regulation psalm convoy unit squadron regiment battalion extension hill platform gate`}

// isNumbered reports whether token i is a noun that numbers follow, or the
// letters of a bill: "H.R. 1946".
func (p *parser) isNumbered(i int) bool {
	return p.kind(i) == kWord && (inSet(&numbered, p.text(i)) || p.is(i, "h.r."))
}

func (p *parser) plausibleYear(i int) bool {
	t := &p.toks[i]
	if p.kind(i-1) == kMonth || p.isNumbered(i-1) || p.is(i-1, "and") && p.kind(i-2) == kNumber && p.isNumbered(i-3) {
		return false // what is left of "31 February 2020"; "Resolution 1998"; "paragraphs 1990 and 1991"
	}
	if p.tight(i+1, '/') && p.glued(i+2, kNumber) {
		// "2019/20" is a season of sport or a winter; "2020/15" is a number.
		if next := int(t.val) + 1; p.val(i+2) != next && p.val(i+2) != next%100 {
			return false
		}
	}
	if p.tight(i-1, '-') && p.joined(i) && p.kind(i-2) == kNumber && !p.yearBefore(i-1) {
		return false // "555-1994"
	}
	// Money, numbers of laws and rooms, scores.
	switch {
	case p.marks(i-1, "$#%") || p.is(i-1, "no") || p.punct(i-1, '.') && p.is(i-2, "no") && p.joined(i-1):
		return false
	case p.marks(i+1, "%$") || p.punct(i-1, '/') && p.joined(i) && !p.yearBefore(i-1):
		return false
	case p.joined(i) && p.kind(i-1) == kWord || p.joined(i+1) && p.among(i+1, 1<<kWord|1<<kNumber):
		return false
	case p.tight(i-1, '-') && p.joined(i) && p.kind(i-2) == kWord && !p.is(i-2, "pre") && !p.is(i-2, "post"): // "Ju-1944"
		return false
	}
	if p.kind(i-1) == kNumber && !p.joined(i) && p.toks[i-1].digits != 4 {
		return false // "+7 495 202 2014"
	}
	n := i + 1
	if p.among(n, 1<<kWord|1<<kUnit|1<<kFunc|1<<kHundred) {
		if p.among(n, 1<<kUnit|1<<kHundred) || inSet(&counted, p.text(n)) {
			return false
		}
	}
	if p.punct(n, '-') && p.glued(n+1, kWord) && p.joined(n) && p.isAny(n+1, "strong man pound foot mile year ton metre meter") {
		return false
	}
	if t.val >= 1900 && t.val <= 2059 {
		return !p.isAny(i-1, "than nearly almost some over approximately") || p.isAny(i-2, "later earlier sooner")
	}
	if p.isAny(i-1, "than about around") && (t.val < 1500 || t.val > 2059) {
		return false
	}
	if p.isAny(i-1, "and or to than by") && p.kind(n) == kWord && !p.capital(n) && plural(p.text(n)) {
		return false // "and 1800 shops"
	}
	return p.afterTimePreposition(i) || p.punct(i-1, '(') || p.punct(i-1, '-') && p.joined(i) || p.kind(i-1) == kEdge ||
		p.punct(i+1, '-') && p.glued(i+2, kNumber) || p.is(i-1, "the") && t.val >= 1600 && t.val < 2060
}

func (p *parser) yearBefore(i int) bool {
	_, e := p.year(i - 1)
	return e == i
}

func (p *parser) plausibleMonth(i int) bool {
	switch p.val(i) {
	case 3, 5: // March, May: verbs and names too
		t := &p.toks[i]
		if t.end-t.start > 3 && p.is(i, "mar") {
			return false
		}
		if p.afterTimePreposition(i) || p.among(i-1, 1<<kEdge|1<<kShift) || p.marks(i-1, "(-") || p.kind(i-1) == kMonth {
			if p.isAny(i-1, "and or than") && p.kind(i-2) != kMonth && !(p.kind(i-2) == kPunct && p.kind(i-3) == kMonth) {
				// "… and May have", "and March was": a name or a verb.
				return p.closes(i+1) && (p.is(i, "may") || p.kind(i+1) != kFunc)
			}
			return true
		}
		if p.kind(i-1) == kPunct && p.kind(i-2) == kMonth {
			return true
		}
		if p.is(i, "march") && p.is(i-1, "the") {
			return false
		}
		if p.kind(i-2) == kArticle && p.kind(i-1) == kWord && !p.capital(i-1) && p.closes(i+1) {
			return true // "a weak May"
		}
		// "a May meeting"
		return p.isAny(i-1, "a the its last their") && p.is(i, "may") && p.kind(i+1) == kWord && !p.capital(i+1)
	}
	t := &p.toks[i]
	if t.end-t.start == 3 && p.isAny(i, "jan dec mar jun jul apr nov oct sep feb aug") {
		return p.afterTimePreposition(i) || p.among(i-1, 1<<kShift|1<<kEdge) || p.tight(i+1, '.')
	}
	// April, June and August are names of people as well.
	if v := p.val(i); v == 4 || v == 6 || v == 8 || v == 1 {
		if p.named(i+1, kWord) && !p.toks[i+1].line && (!p.afterTimePreposition(i) || p.isAny(i-1, "and or to than")) && !p.among(i-1, 1<<kArticle|1<<kShift|1<<kEdge) && !p.is(i-1, "its") {
			return p.kind(i-1) == kWord && !p.capital(i-1) && !p.isAny(i-1, "called named said says told")
		}
	}
	return true
}

func (p *parser) plausibleSeason(i, j int) bool {
	the := p.is(i, "the")
	k := j - 1
	word := p.val(k)
	if p.kind(k) != kSeason {
		return true
	}
	if p.is(k, "fall") || p.is(k, "spring") {
		b := i - 1
		if p.is(j, "of") || p.isAny(j, "apart in from into to") && p.is(k, "fall") && !the {
			return false
		}
		if p.capital(k) {
			return p.isAny(b, "in the of by") || p.is(j, "offensive") || word == 1
		}
		return p.isAny(b, "in by during this that until since of for and or to") && (the || !p.is(b, "to") && !p.is(b, "of")) || p.kind(b) == kEdge
	}
	if p.is(k, "fall") {
		return false
	}
	return !p.isAny(j, "olympics olympic palace games camp school house park street hill road avenue lane") || p.is(i-1, "in")
}
