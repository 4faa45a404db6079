package quotes

import (
	"slices"
	"sort"
	"strings"

	"parallax/internal/names"
	"parallax/internal/text"
)

// calledAnew returns whom the phrase p tells more of. An age, or a noun that stands
// with one name of the article, is that person's: "Keith Pask, 61, a landlord" is "the
// landlord". Else it is the person in focus: after Ada Quill spoke, "the retired teacher"
// or "the Italian" is she, if nobody else was named since, no teacher was spoken of
// before, and she is not known to be something else. It is -1 if nobody is for sure.
func (r *reader) calledAnew(toks []tok, p phrase, d names.Description) int32 {
	h := &toks[head(toks, p)]
	if toks[p.a].Low != "the" || d.Plural || strings.HasSuffix(h.Low, "s") && !strings.HasSuffix(h.Low, "ss") || !plainly(toks, p) {
		return -1
	}
	years, age := strings.CutSuffix(h.Low, yearOld)
	if d.Role == "" && !h.Cap && !bodies.Has(h.Low) && !paperNouns.Has(h.Low) && !venueNouns.Has(h.Low) && (!groupNouns.Has(h.Low) || humanNouns.Has(h.Low)) {
		if i, told := r.toldOf(h.Low); told {
			return i
		}
	}
	if !trade(h) && !r.further && !slices.ContainsFunc(toks[p.a:p.b], biographic) || age && strings.Contains(r.s[:h.Span.Start], " "+years+",") {
		return -1 // "The bus overturned, Ada Quill said. The driver said"
	}
	for n := len(r.last) - 1; n >= 0; n-- {
		c := r.last[n]
		if c.person < 0 || !c.spoke && !c.topic || r.people.Entities[c.person].Kind != names.Person {
			return -1
		}
		if athletes.Has(h.Low) && r.coaches(c.person) {
			continue // no forward
		}
		told := r.ages[c.person]
		if e := &r.people.Entities[c.person]; d.Female && e.Male || d.Male && e.Female || told != "" && age || young.Has(h.Low) && (told >= "20" || r.child(c, toks[p.a].Span.Start)) ||
			r.isElse(c.person, toks[p.a:p.b], d) || r.othersSince(c, p, toks) || r.saidBefore(h, c.person) {
			return -1
		}
		return c.person
	}
	return -1
}

func (r *reader) coaches(who int32) bool {
	return slices.Contains(r.people.Bearers("coach"), who) || slices.Contains(r.people.Bearers("manager"), who)
}

// child reports whether somebody's child is spoken of since c spoke, before byte to:
// "the teenager" may be that.
func (r *reader) child(c speaker, to int32) bool {
	from := max(r.since(c), to-nearby)
	return from < to && slices.ContainsFunc(strings.Fields(r.s[from:to]), func(w string) bool { return children.Has(strings.Trim(strings.ToLower(w), ",.;")) })
}

var children = text.WordSet{Words: "son daughter boy girl child brother sister niece nephew grandson granddaughter"}

// biographic reports whether t tells of the life of somebody who is known already.
func biographic(t tok) bool {
	return once(t) || strings.HasSuffix(t.Low, "-term") || strings.HasSuffix(t.Low, "-born") || strings.HasSuffix(t.Low, "-time")
}

// isElse reports whether the person who is known by another role than that of the
// phrase toks, which does not tell what they were once: "the retired engineer".
func (r *reader) isElse(who int32, toks []tok, d names.Description) bool {
	if d.Role == "" || r.further && slices.ContainsFunc(toks, once) {
		return false
	}
	return slices.ContainsFunc(r.people.Titled(who), func(t names.Description) bool { return t.Role != "" })
}

// once reports whether t says that somebody is no more what they are called.
func once(t tok) bool { return t.Low == "former" || t.Low == "retired" || t.Low == "ex" }

// rivals reports whether the phrase p may mean who spoke last as well as the person who,
// who is what p says: of somebody who is named only later, or of the coach of some team
// if in its paragraph another spoke of whom it is not known what they are.
func (r *reader) rivals(who int32, toks []tok, p phrase, d names.Description) bool {
	n := len(r.last)
	if n == 0 || !plainly(toks, p) {
		return false
	}
	c := r.last[n-1]
	if !c.spoke && !c.topic || c.person < 0 || c.person == who || r.people.Entities[c.person].Kind != names.Person {
		return false
	}
	before := text.Span{End: toks[p.a].Span.Start}
	if r.body && r.here[who] && !slices.ContainsFunc(r.people.Within(r.index, before), func(l names.Located) bool { return l.Entity == who }) {
		return true
	}
	return c.spoke && (perTeam.Has(d.Role) || perSide.Has(d.Role)) && len(r.people.Titled(c.person)) == 0 &&
		!strings.Contains(r.s[min(r.since(c), toks[p.a].Span.Start):toks[p.a].Span.Start], "\n")
}

// perTeam and perSide are the roles that each side of a match has; those of perSide
// are no roles of anything else.
var (
	perTeam = text.WordSet{Words: "coach manager trainer"}
	perSide = text.WordSet{Words: "goalkeeper striker"}
)

// since returns where the words by which c was last said to speak end.
func (r *reader) since(c speaker) int32 {
	for k := len(r.out) - 1; k >= 0; k-- {
		if q := &r.out[k]; q.Person == c.person {
			return max(c.span.End, q.Name.End, q.Cue.End)
		}
	}
	return c.span.End
}

// othersSince reports whether somebody else than c is named, outside marks, between
// the last words of c and the end of the phrase p.
func (r *reader) othersSince(c speaker, p phrase, toks []tok) bool {
	athlete := athletes.Has(toks[head(toks, p)].Low)
	for _, l := range r.people.Within(r.index, text.Span{Start: r.since(c), End: toks[p.b-1].Span.End}) {
		if l.Entity != c.person && r.people.Entities[l.Entity].Kind == names.Person && !r.quotedAt(l.Span) && !(athlete && r.coaches(l.Entity)) {
			return true
		}
	}
	return false
}

// quotedAt reports whether sp lies in a quotation.
func (r *reader) quotedAt(sp text.Span) bool {
	i := sort.Search(len(r.quoted), func(i int) bool { return r.quoted[i].span.End > sp.Start })
	return i < len(r.quoted) && r.quoted[i].span.Start < sp.End
}

// saidBefore reports whether the noun t stands in the article before, but where it
// means the person who: another may be meant by it.
func (r *reader) saidBefore(t *tok, who int32) bool {
	if known, ok := r.called[t.Low]; ok {
		return known != who
	}
	r.called[t.Low] = who
	for _, noun := range [...]string{t.Low, strings.ToUpper(t.Low[:1]) + t.Low[1:]} {
		for at := 0; ; {
			k := strings.Index(r.s[at:t.Span.Start], noun)
			if k < 0 {
				break
			}
			at += k
			end := at + len(noun)
			if (at == 0 || !isLetter(r.s[at-1])) && !isLetter(r.s[end]) {
				r.called[t.Low] = -1
				return true
			}
			at = end
		}
	}
	return false
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80 }

const yearOld = "-year-old"

// toldOf returns the one person of the article by whose name it stands that they are
// what noun says, be it an age, or -1 if it stands by several names; ok is whether it
// stands by any: "plumber Keith Pask", "Keith Pask, 61, a keen diver".
func (r *reader) toldOf(noun string) (who int32, ok bool) {
	if r.told == nil {
		r.told, r.ages = map[string]int32{}, map[int32]string{}
		for _, l := range r.people.In(r.index) {
			if r.people.Entities[l.Entity].Kind == names.Person {
				r.tell(l)
			}
		}
	}
	who, ok = r.told[asTold(noun)]
	return who, ok
}

// tell notes what stands by the name l.
func (r *reader) tell(l names.Located) {
	note := func(noun string) {
		noun = asTold(noun)
		if who, ok := r.told[noun]; ok && who != l.Entity {
			r.told[noun] = -1
		} else {
			r.told[noun] = l.Entity
		}
	}
	age := r.ageAt(l.Span)
	if age != "" {
		r.ages[l.Entity] = age
		note(age + yearOld)
	}
	rest := r.s[l.Span.End:min(int(l.Span.End)+nearby, len(r.s))]
	line := r.s[max(0, l.Span.Start-nearby):l.Span.Start]
	before := strings.Fields(line[strings.LastIndexByte(line, '\n')+1:])
	if n := len(before) - 1; n >= 0 {
		low := ""
		if n > 0 {
			low = strings.ToLower(before[n-1])
		}
		if noun, apposed := strings.CutSuffix(before[n], ","); apposed && (low == "a" || low == "an") && strings.HasPrefix(rest, ",") {
			note(noun) // "a landlord, Keith Pask, said"
		} else if !apposed && !determiners.Has(low) && low != "in" && low != "at" && low != "across" { // not "in the report Ada Quill"
			note(noun)
		}
	}
	if age != "" {
		rest = strings.TrimPrefix(rest, ", "+age)
	}
	rest, ok := strings.CutPrefix(rest, ", a")
	if end := strings.IndexAny(rest, ",.;\n"); ok && end >= 0 {
		words := strings.Fields(rest[:end])
		if k := slices.IndexFunc(words, prepositions.Has); k > 0 {
			words = words[:k]
		}
		if len(words) > 1 {
			note(words[len(words)-1])
		}
	}
}

// asTold is noun as it is kept: "Mother-of-two" says the same as "mum-of-two".
func asTold(noun string) string {
	noun = strings.ToLower(noun)
	if parent(noun) {
		_, noun, _ = strings.Cut(noun, "-of-")
		return "-of-" + noun
	}
	return noun
}

// ageAt returns the age that is told with the name at sp: "Ada Quill, 44,", "Ada Quill
// (44)", "44-year-old teacher Ada Quill".
func (r *reader) ageAt(sp text.Span) string {
	before := r.s[max(0, sp.Start-nearby):sp.Start]
	if k := strings.LastIndex(before, yearOld+" "); k >= 0 && !strings.ContainsAny(before[k:], ",.;:()\n") {
		return before[strings.LastIndexAny(before[:k], " \n(‘“'\"")+1 : k]
	}
	rest, ok := strings.CutPrefix(r.s[sp.End:], ", ")
	if !ok {
		rest, ok = strings.CutPrefix(rest, " (")
	}
	rest = strings.TrimPrefix(rest, "aged ")
	n := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
	if !ok || n == 0 || n > 3 || n == len(rest) || strings.IndexByte(",.)", rest[n]) < 0 {
		return ""
	}
	return rest[:n]
}

// plainly reports whether nothing hangs on the head of p: "the Sudan-born
// forward", not "the forward of the visitors".
func plainly(toks []tok, p phrase) bool {
	for k := range toks[p.a:p.b] {
		t := &toks[p.a:p.b][k]
		if t.quote >= 0 || t.Kind == names.Possessive || isWord(t) && (prepositions.Has(t.Low) || conjunctions.Has(t.Low)) {
			return false
		}
	}
	return p.b-p.a <= 5
}

// trade reports whether t says what somebody is and no body can be: "midfielder",
// "34-year-old", "mother-of-two", "the Italian".
func trade(t *tok) bool {
	if t.Cap {
		return people.Has(t.Low) || strings.HasSuffix(t.Low, "an") && names.Describe(strings.ToUpper(t.Low[:1])+t.Low[1:]).Country != ""
	}
	return trades.Has(t.Low) || athletes.Has(t.Low) || strings.HasSuffix(t.Low, yearOld) || perSide.Has(t.Low) || parent(t.Low)
}

// parent reports whether word is one like "mother-of-two".
func parent(word string) bool {
	of, _, ok := strings.Cut(word, "-of-")
	return ok && parents.Has(of)
}

var (
	athletes = text.WordSet{Words: `midfielder defender winger forward substitute swimmer runner cyclist`}
	trades   = text.WordSet{Words: `guitarist pianist artist teenager businessman businesswoman frenchman englishman newcomer veteran champion pupil schoolboy schoolgirl`}
	young    = text.WordSet{Words: "teenager pupil schoolboy schoolgirl"}
	parents  = text.WordSet{Words: "mother father mum mom dad grandmother grandfather"}
	// people are called by where they are from, or by their party.
	people = text.WordSet{Words: `swede dane finn pole spaniard turk briton scot democrat republican tory`}
)
