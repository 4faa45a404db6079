package quotes

import (
	"slices"
	"strings"

	"parallax/internal/names"
	"parallax/internal/text"
)

// A speaker is who a phrase turned out to be.
type speaker struct {
	name   string // canonical, or the words of the phrase
	person int32  // index into names.Index.Entities, or -1
	span   text.Span
	plural bool
	thing  bool // an organisation, a place or a document
	spoke  bool // and was not only spoken of
	unsure bool // a name or a phrase that does not tell whether it is a person
	topic  bool // the sentence before, which attributes nothing, is about him or her
}

var nobody = speaker{person: -1}

// speakers remembers who has spoken, as pronouns and epithets need it.
type speakers struct {
	last   []speaker // who spoke or was spoken of, latest last
	group  speaker   // the latest plural speaker
	known  []int32   // people named in this article
	here   map[int32]bool
	told   map[string]int32 // whom toldOf returns by the noun, nil before it is first asked
	ages   map[int32]string // how old people are said to be, as told
	called map[string]int32 // who is called anew by a noun, -1 if it may be several
}

func newSpeakers(r *reader) speakers {
	s := speakers{here: map[int32]bool{}, called: map[string]int32{}}
	for _, l := range r.people.In(r.index) {
		if r.people.Entities[l.Entity].Kind == names.Person && !s.here[l.Entity] {
			s.here[l.Entity] = true
			s.known = append(s.known, l.Entity)
		}
	}
	return s
}

// remember makes sp the one a following "he", "it" or "they" means.
func (s *speakers) remember(sp speaker) {
	switch {
	case sp.plural:
		s.group = sp
	case sp.name != "":
		if n := len(s.last); n > 0 && s.last[n-1].name == sp.name {
			s.last[n-1].unsure = s.last[n-1].unsure && sp.unsure // "he" may have told, or "it"
			s.last[n-1].thing = s.last[n-1].thing || sp.thing
			s.last[n-1].spoke = s.last[n-1].spoke || sp.spoke
			s.last[n-1].topic = s.last[n-1].topic || sp.topic
			return
		}
		s.last = append(s.last, sp)
	}
}

// resolve says who the phrase p of toks is.
func (r *reader) resolve(toks []tok, p phrase) speaker {
	span := cover(toks, p)
	sp := speaker{name: clean(span.Of(r.s)), person: -1, span: span}
	if p.b-p.a == 1 && pronounsAll.Has(toks[p.a].Low) {
		return r.pronoun(toks[p.a].Low, span)
	}
	if i, ok := r.personIn(toks, p); ok {
		r.identify(&sp, i)
		sp.unsure = !r.people.Entities[i].Sure
		return sp
	}
	h := &toks[head(toks, p)]
	d := names.Description{}
	if !paperNouns.Has(h.Low) { // "a study by researchers" is one thing
		d = names.DescribeTokens(r.s, plain(toks[p.a:p.b]))
	}
	if r.resolveRole(&sp, toks, p, d) || r.resolveBody(&sp, toks, p) {
		return sp
	}
	sp.plural = d.Plural || strings.HasSuffix(h.Low, "s") && !strings.HasSuffix(h.Low, "ss") && (!h.Cap || p.a == 0 && p.b == 1) || h.Low == "police" || holds(toks[p.a:p.b], "and")
	sp.thing = !sp.plural && !humanNouns.Has(h.Low)
	sp.unsure = sp.thing && !bodies.Has(h.Low) && !paperNouns.Has(h.Low) && !h.Cap
	return sp
}

// identify makes sp entity i, if that is one.
func (r *reader) identify(sp *speaker, i int32) {
	if i >= 0 {
		sp.person, sp.name = i, r.people.Entities[i].Name
	}
}

// resolveRole says who p is that tells of a person what he or she is: "his lawyer",
// "the minister", "the 34-year-old". It reports whether p does, even if nobody is
// named that could be meant.
func (r *reader) resolveRole(sp *speaker, toks []tok, p phrase, d names.Description) bool {
	at := head(toks, p)
	if h := &toks[at]; !d.Plural && ofSomebody(toks[p.a:at]) && (role(h) || humanNouns.Has(h.Low)) {
		r.identify(sp, r.namedAsSomebodys(h.Low))
		return true
	}
	if d.Role == "" || d.Plural || !roleHead(toks, p) {
		i := r.calledAnew(toks, p, d)
		r.identify(sp, i)
		return i >= 0
	}
	if n := len(r.last); n > 0 && r.last[n-1].person < 0 && r.last[n-1].spoke && toks[p.a].Low == "the" && names.Describe(r.last[n-1].name).Role == d.Role {
		sp.name = r.last[n-1].name // "a diplomat said. “No,” the diplomat added"
		return true
	}
	i := r.epithet(toks, p, d)
	if i < 0 || r.rivals(i, toks, p, d) {
		i = r.calledAnew(toks, p, d)
	}
	r.identify(sp, i)
	return true
}

// resolveBody says which thing p is that is named, by its name or by what it is:
// "Gazprom", "the company", "state-owned Gazprom". It reports whether one is meant.
func (r *reader) resolveBody(sp *speaker, toks []tok, p phrase) bool {
	from := p.a
	if determiners.Has(toks[from].Low) && from+1 < p.b {
		from++
	}
	bare := cover(toks, phrase{from, p.b})
	in := r.people.Within(r.index, bare)
	if len(in) != 1 || in[0].Span != bare {
		h := &toks[head(toks, p)]
		if c, ok := r.sameBody(toks, p, h); ok {
			sp.name, sp.person, sp.thing = c.name, c.person, true
			return true
		}
		n := len(in)
		if n == 0 || in[n-1].Span.End != bare.End || !h.Cap || !adjectives(toks, from, in[n-1].Span.Start) {
			return false
		}
		in = in[n-1:] // "a tearful Pinto"
	}
	r.identify(sp, in[0].Entity)
	sp.thing, sp.unsure = true, !r.people.Entities[in[0].Entity].Sure
	return true
}

// ofSomebody reports whether the words before a noun say whose somebody is: "his"
// lawyer and "the captain's" are other people than he and the captain.
func ofSomebody(toks []tok) bool {
	for k := range toks {
		t := &toks[k]
		if k == 0 && (t.Low == "his" || t.Low == "her" || t.Low == "their") || t.Kind == names.Possessive && k > 0 && !toks[k-1].Cap && (role(&toks[k-1]) || humanNouns.Has(toks[k-1].Low)) {
			return true
		}
	}
	return false
}

// namedAsSomebodys returns who alone is named as somebody's noun in the article: "his
// lawyer, Petra Vance", "Petra Vance, his lawyer"; -1 if nobody is.
func (r *reader) namedAsSomebodys(noun string) int32 {
	found := int32(-1)
	for _, l := range r.people.In(r.index) {
		if r.people.Entities[l.Entity].Kind != names.Person {
			continue
		}
		before := strings.Fields(r.s[max(l.Span.Start-nearby, 0):l.Span.Start])
		behind, apposed := strings.CutPrefix(r.s[l.Span.End:min(int(l.Span.End)+nearby, len(r.s))], ", ")
		after := strings.Fields(behind)
		if n := len(before); !(n > 1 && strings.TrimSuffix(before[n-1], ",") == noun && owns(before[n-2])) && !(apposed && len(after) > 1 && owns(after[0]) && strings.Trim(after[1], ",.") == noun) {
			continue
		}
		if found >= 0 && found != l.Entity {
			return -1
		}
		found = l.Entity
	}
	return found
}

// owns reports whether the word says whose something is.
func owns(word string) bool {
	switch strings.ToLower(word) {
	case "his", "her", "their":
		return true
	}
	return strings.HasSuffix(word, "'s") || strings.HasSuffix(word, "’s")
}

// sameBody returns which body that spoke or was spoken of the phrase p with the
// head h means: "the ministry" is the foreign ministry, and "the company" is the
// organisation of late, if no other can be meant.
func (r *reader) sameBody(toks []tok, p phrase, h *tok) (speaker, bool) {
	if h.Cap || toks[p.a].Low != "the" || !bodies.Has(h.Low) && !paperNouns.Has(h.Low) || !plainly(toks, p) && h.Low != "maker" {
		return speaker{}, false
	}
	for i := len(r.last) - 1; i >= 0; i-- {
		if c := r.last[i]; p.b-p.a == 2 && (c.thing || c.unsure) && (calledSo(c, h.Low) || r.apposition(c, h.Low)) {
			return c, true
		}
	}
	if n := len(r.last); n > 0 && companies.Has(h.Low) && officeCalled(r.last[n-1].name).noun == "" && r.sole(r.last[n-1], toks[p.a].Span.Start) {
		return r.last[n-1], true
	}
	return speaker{}, false
}

// sole reports whether c is an organisation, and the one that spoke last or the
// only one named since it was.
func (r *reader) sole(c speaker, at int32) bool {
	if c.person < 0 || r.people.Entities[c.person].Kind != names.Organisation {
		return false
	}
	if n := len(r.out); n > 0 && r.out[n-1].Person == c.person {
		return true
	}
	for _, l := range r.people.Within(r.index, text.Span{Start: c.span.End, End: at}) {
		if l.Entity != c.person && r.people.Entities[l.Entity].Kind == names.Organisation {
			return false
		}
	}
	return true
}

// calledSo reports whether noun stands in what c is called, before what hangs on
// it: "bank" in "a bank in Norway", not in "a study by the bank".
func calledSo(c speaker, noun string) bool {
	for word := range strings.FieldsSeq(strings.ToLower(c.name)) {
		if word == noun || word == "council" && noun == "authority" {
			return true
		}
		if c.person < 0 && prepositions.Has(word) {
			break
		}
	}
	return false
}

// apposition reports whether c was named with what it is: "Alba, a privacy group, sued".
func (r *reader) apposition(c speaker, noun string) bool {
	rest, ok := strings.CutPrefix(r.s[c.span.End:min(int(c.span.End)+nearby, len(r.s))], ", a")
	is, _, closed := strings.Cut(rest, ",")
	return ok && closed && strings.HasSuffix(is, " "+noun) && !slices.ContainsFunc(strings.Fields(is), prepositions.Has)
}

// companies are bodies that a name alone does not tell.
var companies = text.WordSet{Words: "company firm maker carmaker charity"}

// adjectives reports whether from token i up to the byte limit only lower-case
// words stand that belong to what follows; one that begins the sentence may have a
// capital.
func adjectives(toks []tok, i int, limit int32) bool {
	for ; i < len(toks) && toks[i].Span.Start < limit; i++ {
		if !isWord(&toks[i]) || toks[i].Cap && (i > 0 || len(toks) > 1 && toks[1].Cap) || !nouny(&toks[i]) {
			return false
		}
	}
	return true
}

// roleHead reports whether the head of phrase p ends a role: that of "the
// minister" does, that of "official parliamentary sources" does not.
func roleHead(toks []tok, p phrase) bool {
	h := head(toks, p)
	ahead := plain(toks[p.a : h+1])
	for j := range ahead {
		if n, _ := names.RoleAt(ahead, j); n > 0 && j+n == len(ahead) {
			return true
		}
	}
	return false
}

// clean joins the words of a phrase by single spaces.
func clean(s string) string { return strings.Join(strings.Fields(s), " ") }

func plain(toks []tok) []names.Token {
	out := make([]names.Token, len(toks))
	for i, t := range toks {
		out[i] = t.Token
	}
	return out
}

// personIn returns the person who is the head of phrase p: not the one of
// "Putin's press secretary" or "a spokesman for Putin".
func (r *reader) personIn(toks []tok, p phrase) (int32, bool) {
	span := text.Span{Start: toks[p.a].Span.Start, End: toks[p.b-1].Span.End}
	found, last := int32(-1), text.Span{}
	for _, l := range r.people.Within(r.index, span) {
		if r.people.Entities[l.Entity].Kind != names.Person {
			continue
		}
		end := p.a
		for end < p.b && toks[end].Span.End < l.Span.End {
			end++
		}
		if end+1 < p.b && toks[end+1].Kind == names.Possessive {
			continue
		}
		if end+1 == head(toks, p) && !toks[end+1].Cap && bodies.Has(toks[end+1].Low) {
			continue // "the Trump administration"
		}
		if end+2 < p.b && toks[end].Span.End == l.Span.End && toks[end+1].Low == "and" && toks[end+2].Cap {
			return -1, false // "Lavrov and Blinken" is neither
		}
		if d, ok := r.dependent(toks, p.a, l); ok {
			if d != l.Entity {
				continue
			}
		}
		if found >= 0 && found != l.Entity {
			w := strings.Fields(r.s[last.End:l.Span.Start])
			if len(w) > 0 && w[0] == "," {
				return -1, false
			}
			if len(w) > 0 && prepositions.Has(w[0]) {
				continue // "Joao Reis of Clean Hands"
			}
		}
		last = l.Span
		found = l.Entity
	}
	return found, found >= 0
}

// longestOffice is how many tokens a role with its portfolio may have: "deputy
// minister of health and education".
const longestOffice = 8

// dependent reports whether the person at l hangs on a noun before: "the
// spokesman for Putin". In "the press secretary of the Russian President
// Dmitry Peskov" the name may belong to either title; the titles the person
// bears elsewhere decide, and then the person is returned.
func (r *reader) dependent(toks []tok, from int, l names.Located) (int32, bool) {
	prep := -1
	for j := from; j < len(toks) && toks[j].Span.Start < l.Span.Start; j++ {
		if n, _ := names.RoleAt(plain(toks[j:min(j+longestOffice, len(toks))]), 0); n > 0 {
			j += n - 1 // "Minister of Transport"
		} else if j > from && isWord(&toks[j]) && prepositions.Has(toks[j].Low) {
			prep = j
		}
	}
	if prep < 0 {
		return 0, false
	}
	lower := false
	for k := range toks[from:prep] {
		t := &toks[from:prep][k]
		lower = lower || isWord(t) && !t.Cap && !determiners.Has(t.Low) && nouny(t)
	}
	outer := names.DescribeTokens(r.s, plain(toks[from:prep]))
	inner := names.Description{}
	for j := prep; j < len(toks) && toks[j].Span.Start < l.Span.Start; j++ {
		if n, role := names.RoleAt(plain(toks[j:min(j+4, len(toks))]), 0); n > 0 {
			inner.Role = role
		}
	}
	if outer.Role != "" && !determiners.Has(toks[from].Low) && officeBefore(toks, l.Span) {
		return l.Entity, true
	}
	if outer.Role == "" || inner.Role == "" {
		return -1, outer.Role != "" || lower
	}
	bearsInner := false
	for _, t := range r.people.Titled(l.Entity) {
		if t.Role == outer.Role && outer.Role != inner.Role {
			return l.Entity, true
		}
		bearsInner = bearsInner || t.Role == inner.Role
	}
	if !bearsInner {
		return l.Entity, true
	}
	return -1, true
}

// offices are bodies that no name follows, as one follows "the company".
var offices = text.WordSet{Words: `police army navy council corporation parliament assembly legislature government ministry department commission committee board court
	opposition cabinet administration`}

// officeBefore reports whether one of offices stands right before the name at sp: that
// of "leader of the opposition in the council Vilas Gaikwad" is the leader's.
func officeBefore(toks []tok, sp text.Span) bool {
	k := 0
	for k < len(toks) && toks[k].Span.Start < sp.Start {
		k++
	}
	for k--; k > 0 && toks[k].Cap && role(&toks[k]); {
		k-- // "Chairman of the committee Prof Anil Sen"
	}
	if k > 0 && isMark(&toks[k], ")") {
		k = openBracket(toks, k) - 1
	}
	return k >= 0 && !toks[k].Cap && offices.Has(toks[k].Low)
}

// pronoun says who "he", "they" or "it" is: whoever was in focus last and
// agrees in number and, where titles tell, in gender.
func (r *reader) pronoun(word string, span text.Span) speaker {
	sp := speaker{person: -1, span: span}
	switch word {
	case "they", "them", "their":
		sp.name, sp.plural = r.group.name, true
		if sp.name == "" {
			for i := len(r.last) - 1; i >= 0 && sp.name == ""; i-- {
				if r.last[i].thing {
					sp.name = r.last[i].name
				}
			}
		}
	case "it", "its":
		sp.thing = true
		for i := len(r.last) - 1; i >= 0; i-- {
			if c := r.last[i]; c.thing || c.unsure {
				sp.name, sp.person = c.name, c.person
				break
			}
		}
	case "he", "she", "him", "her", "his":
		female := word == "she" || word == "her"
		for _, guess := range [...]bool{false, true} {
			for i := len(r.last) - 1; i >= 0; i-- {
				if c := r.last[i]; (c.spoke || !c.unsure || guess || c.topic && i == len(r.last)-1) && r.agrees(c, female) && !r.otherSex(c, span.Start, female) {
					sp.name, sp.person = c.name, c.person
					if i := r.gendered(c, span.Start, female); i >= 0 && !r.tellsGender(c) {
						sp.name, sp.person = r.people.Entities[i].Name, i
					}
					return sp
				}
			}
		}
		sp.name, sp.person = r.onlyBefore(span.Start, female)
	}
	return sp
}

// onlyBefore returns who alone is named within nearby bytes before at, if "she", or
// else "he", can mean them, and they are not named in what others said.
func (r *reader) onlyBefore(at int32, female bool) (name string, person int32) {
	person = -1
	for _, l := range r.people.Within(r.index, text.Span{Start: max(at-nearby, 0), End: at}) {
		e := &r.people.Entities[l.Entity]
		if e.Kind != names.Person || l.Entity == person {
			continue
		}
		told := slices.ContainsFunc(r.out[max(len(r.out)-4, 0):], func(q Quote) bool { return q.Span.Overlaps(l.Span) })
		if told || person >= 0 || !e.Sure || female && e.Male || !female && e.Female || r.ahead.Overlaps(l.Span) || r.otherSex(speaker{person: l.Entity}, at, female) {
			return "", -1
		}
		name, person = e.Name, l.Entity
	}
	return name, person
}

// nearby is how far back somebody is named whom "she" may mean though another was
// spoken of last, in bytes.
const nearby = 200

// gendered returns the person named last within nearby bytes before at, and behind
// the words of c, of whom it is known that "she", or else "he", can mean them, -1 if
// there is none, or if c is who the sentence is about and several others may be meant.
// Nobody speaks of themselves by name.
func (r *reader) gendered(c speaker, at int32, female bool) int32 {
	found, several := int32(-1), false
	for _, l := range r.people.Within(r.index, text.Span{Start: max(at-nearby, r.lastOf(c)), End: at}) {
		e := &r.people.Entities[l.Entity]
		if e.Kind != names.Person || female && e.Male || !female && e.Female || r.ahead.Overlaps(l.Span) {
			continue
		}
		several = several || found >= 0 && l.Entity != found || !e.Female && !e.Male && l.Entity != c.person
		if e.Female || e.Male {
			found = l.Entity
		}
	}
	if several && c.topic {
		return -1
	}
	return found
}

// lastOf returns where the words of c end, if nobody has spoken since, or else where c
// is named, if the sentence before is about c, else 0.
func (r *reader) lastOf(c speaker) int32 {
	from := int32(0)
	if c.topic {
		from = c.span.End
	}
	if n := len(r.out); n > 0 && r.out[n-1].Speaker == c.name && (c.person < 0 || r.people.Entities[c.person].Kind == names.Person) {
		from = max(from, r.out[n-1].Span.End, r.out[n-1].Cue.End)
	}
	return from
}

// otherSex reports whether the words from where c is last named, up to byte at, tell
// that c, of whom nothing else does, is nobody whom "she", or else "he", can mean: "Robin
// Pask shook his head", "Robin Pask came with a woman". What they are themselves tells
// the contrary: "Robin Pask, a mother of two".
func (r *reader) otherSex(c speaker, at int32, female bool) bool {
	if c.person < 0 || r.tellsGender(c) {
		return false
	}
	from, to := int32(-1), at
	for _, l := range r.people.Within(r.index, text.Span{Start: max(at-nearby, 0), End: at}) {
		switch {
		case r.quotedAt(l.Span) || r.ahead.Overlaps(l.Span):
		case l.Entity == c.person:
			from, to = l.Span.End, at
		case to == at && r.people.Entities[l.Entity].Kind == names.Person:
			to = l.Span.Start
		}
	}
	if from < 0 {
		return false
	}
	own := false // what follows is what they are
	for _, t := range names.Tokens(r.s, text.Span{Start: from, End: max(from, to)}) {
		switch d := names.Describe(t.Low); {
		case r.quotedAt(t.Span):
		case t.Span.Of(r.s) == ",":
			own = !own
		case beForms.Has(t.Low), prepositions.Has(t.Low):
			own = beForms.Has(t.Low)
		case !d.Female && !d.Male && t.Low != "his":
		case pronounsAll.Has(t.Low) || t.Low == "his":
			return d.Female != female
		case d.Female == female:
			return !own
		}
	}
	return false
}

// tellsGender reports whether it is known of c whether "he" or "she" means them.
func (r *reader) tellsGender(c speaker) bool {
	if c.person < 0 {
		d := names.Describe(c.name)
		return d.Male || d.Female
	}
	e := &r.people.Entities[c.person]
	return e.Male || e.Female
}

func (r *reader) agrees(c speaker, female bool) bool {
	if c.thing && !c.unsure {
		return false
	}
	if c.person < 0 {
		d := names.Describe(c.name)
		return !(female && d.Male || !female && d.Female)
	}
	e := r.people.Entities[c.person]
	return (e.Kind == names.Person || c.unsure) && !(female && e.Male || !female && e.Female)
}

// epithet returns the person that an unnamed description means, or -1. Role
// and country must not contradict any title the person bears; among those left
// the nearest role wins, then who spoke last. An indefinite phrase ("a Kremlin
// spokesman") must agree in both with somebody of this article.
func (r *reader) epithet(toks []tok, p phrase, d names.Description) int32 {
	indefinite := toks[p.a].Low == "a" || toks[p.a].Low == "an" || toks[p.a].Low == "another" || toks[p.a].Low == "one"
	if d.Country == "" {
		d.Country = r.possessorCountry(toks, p)
	}
	var named []int32 // "Jonas Aker's lawyer" is not he
	for _, l := range r.people.Within(r.index, cover(toks, p)) {
		named = append(named, l.Entity)
	}
	best, score := int32(-1), 0
	try := func(i int32) {
		got := r.match(toks, p, d, i)
		if got == 0 || slices.Contains(named, i) || indefinite && (got < exactRole+sameCountry || !r.here[i]) {
			return
		}
		if r.here[i] {
			got += inArticle
		}
		if n := len(r.last); n > 0 && r.last[n-1].person == i {
			got += spokeLast
		}
		if got > score {
			best, score = i, got
		}
	}
	for _, i := range r.known {
		try(i)
	}
	if best < 0 && !indefinite {
		for _, i := range r.people.Bearers(d.Role) {
			if !r.here[i] {
				try(i)
			}
		}
	}
	if best < 0 && !indefinite {
		return r.owner(toks, p)
	}
	return best
}

// owner returns whom the phrase p means by what is theirs: after "Ivo Brandt rested
// half of his Northgate side" he is "the Northgate manager". It is -1 if nobody is,
// or somebody whose role is known.
func (r *reader) owner(toks []tok, p phrase) int32 {
	n := len(r.last)
	if n == 0 || r.last[n-1].person < 0 || p.b-p.a < 3 || !toks[p.a+1].Cap {
		return -1
	}
	who := r.last[n-1].person
	for _, t := range r.people.Titled(who) {
		if t.Role != "" {
			return -1
		}
	}
	at, theirs := toks[p.a].Span.Start, toks[p.a+1].Span.Of(r.s)
	before := r.s[max(at-nearby, 0):at]
	if r.people.Entities[who].Kind == names.Person && (strings.Contains(before, " his "+theirs) || strings.Contains(before, " her "+theirs)) {
		return who
	}
	return -1
}

// How much each agreement of an epithet with a person counts. An exact role
// outweighs everything but presence in the article.
const (
	widerRole   = 20
	exactRole   = 40
	sameCountry = 10
	sameWord    = 4
	spokeLast   = 15
	inArticle   = 50
)

// match scores how well description d fits person i; 0 is not at all.
func (r *reader) match(toks []tok, p phrase, d names.Description, i int32) int {
	e := &r.people.Entities[i]
	if d.Female && e.Male || d.Male && e.Female {
		return 0
	}
	if len(e.Titles) > 0 && !slices.ContainsFunc(toks[p.a:p.b], once) && !slices.ContainsFunc(e.Titles, func(title string) bool {
		return !strings.HasPrefix(title, "Former ") && !strings.HasPrefix(title, "former ")
	}) {
		return 0 // "the striker" is no former striker
	}
	best := 0
	country, agrees := false, false
	for _, t := range r.people.Titled(i) {
		if t.Country != "" {
			country = true
			agrees = agrees || t.Country == d.Country
		}
		switch {
		case t.Role == "":
		case t.Role == d.Role:
			best = max(best, exactRole)
		case slices.Contains(t.Wider, d.Role):
			best = max(best, widerRole)
		}
	}
	if best == 0 || d.Country != "" && country && !agrees {
		return 0
	}
	if agrees {
		best += sameCountry
	}
	for k := range toks[p.a:p.b] {
		t := &toks[p.a:p.b][k]
		if !isWord(t) || len(t.Low) < 4 {
			continue
		}
		for _, title := range e.Titles {
			if strings.Contains(strings.ToLower(title), t.Low) {
				best += sameWord
				break
			}
		}
	}
	return best
}

// possessorCountry returns the country of the person in "Putin's press
// secretary".
func (r *reader) possessorCountry(toks []tok, p phrase) string {
	for j := p.a + 1; j < p.b; j++ {
		if toks[j].Kind != names.Possessive {
			continue
		}
		span := text.Span{Start: toks[p.a].Span.Start, End: toks[j].Span.Start}
		for _, l := range r.people.Within(r.index, span) {
			for _, t := range r.people.Titled(l.Entity) {
				if t.Country != "" {
					return t.Country
				}
			}
		}
	}
	return ""
}
