package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/internal/text"
)

// A sighting is a name as one sentence has it.
type sighting struct {
	article int32
	span    text.Span // the name alone
	title   text.Span // "Kremlin Spokesman"; empty if none
	words   []string  // lower case
	kind    Kind
	sure    bool   // kind follows from a title, a gazetteer or a head word
	office  string // last word of the title, lower case; "" if it is of courtesy only
	female  bool
	male    bool
}

// A scanner finds the sightings of one sentence after another.
type scanner struct {
	article int32
	s       string
	// written says how the words that have a capital somewhere in the article
	// are written there, by their lower case.
	written map[string]spelt
	out     []sighting
}

// spelt is how an article writes a word.
type spelt struct {
	common bool // in lower case too: with a capital at the start of a sentence it is no name
	proper bool // with a capital inside a sentence
	alone  bool // as a surname: a capital, none beside it and no article before
}

// compareCase notes how the words of the article are written.
func (sc *scanner) compareCase(sentences [][]Token) {
	for _, toks := range sentences {
		for i, t := range toks {
			if t.Kind == Word && t.Cap {
				w := sc.written[t.Low]
				w.proper = w.proper || !starts(toks, i)
				w.alone = w.alone || !(i > 0 && (toks[i-1].Cap && !honorifics.Has(toks[i-1].Low) || articles.Has(toks[i-1].Low))) && !(i+1 < len(toks) && toks[i+1].Cap)
				sc.written[t.Low] = w
			}
		}
	}
	for _, toks := range sentences {
		for _, t := range toks {
			if t.Kind != Word || t.Cap {
				continue
			}
			if w, ok := sc.written[t.Low]; ok && !w.common {
				w.common = true
				sc.written[t.Low] = w
			}
		}
	}
}

// sentence reads one sentence.
func (sc *scanner) sentence(toks []Token) {
	for i := 0; i < len(toks); {
		t := toks[i]
		if !nameable(t) || sc.opens(toks, i) {
			i++
			continue
		}
		end := run(toks, i)
		sc.split(toks, i, end)
		i = end
	}
}

// starts reports whether a sentence or a quotation begins with toks[i], so that
// its capital says nothing.
func starts(toks []Token, i int) bool {
	if i == 0 {
		return true
	}
	for j := i - 1; j >= 0 && toks[j].Kind == Mark; j-- {
		if j == 0 || strings.ContainsAny(toks[j].Low, "\"“«„.:?!—–") || toks[j].Low == "``" {
			return true
		}
	}
	return false
}

// opens reports whether the capital of toks[i] is only that of a sentence.
func (sc *scanner) opens(toks []Token, i int) bool {
	t := toks[i]
	if t.Low == "i" {
		return true
	}
	start := starts(toks, i)
	if !openers.Has(t.Low) && !start {
		return false
	}
	if wordTowns.Has(t.Low) {
		return true
	}
	if openers.Has(t.Low) {
		return !acronym(sc.s[t.Span.Start:t.Span.End]) && !honorifics.Has(t.Low)
	}
	if _, e := placeAt(sc.s, toks, i); e != (placeEntry{}) {
		return false
	}
	if n, _ := roleAt(toks, i); n > 0 {
		return false
	}
	if i+1 < len(toks) && nameable(toks[i+1]) {
		return strings.HasSuffix(t.Low, "ly") && len(t.Low) > 5
	}
	if sc.written[t.Low].common || strings.HasSuffix(t.Low, "ly") && len(t.Low) > 5 {
		return true
	}
	if sc.written[t.Low].proper {
		return false
	}
	if strings.HasSuffix(t.Low, "s") && i+1 < len(toks) && pluralVerbs.Has(toks[i+1].Low) {
		return true // "Astronomers have"
	}
	// A word alone that never has a capital elsewhere: "Terms of the deal",
	// "Continuing a tradition". The tables know no words of other scripts.
	first, _ := utf8.DecodeRuneInString(t.Low)
	return first >= 0x370 || strings.HasSuffix(t.Low, "ing") || strings.HasSuffix(t.Low, "ed") || i+1 < len(toks) && ofWords.Has(toks[i+1].Low)
}

var (
	// ofWords follow nouns rather than names.
	ofWords = text.WordSet{Words: `of to by with up that for than percent pct`}
	// pluralVerbs stand behind many.
	pluralVerbs = text.WordSet{Words: `have are were do say think believe expect who`}
	// speaking verbs stand behind a subject: what comes before is whole.
	speaking = text.WordSet{Words: `said says told tells added adds wrote writes asked`}
)

// split cuts the capitalised run toks[i:end] into titles and names.
func (sc *scanner) split(toks []Token, i, end int) {
	titleFrom := -1 // where the title of the next name begins
	at := i
	if end == i+3 && starts(toks, i) && sc.calling(toks[i], toks[end-1].Low) && !headInside(toks[i+1:end]) {
		titleFrom = at
		at++
	}
	for at < end {
		if n := sc.titleAt(toks, i, at, end, titleFrom >= 0); n > 0 {
			if titleFrom < 0 {
				titleFrom = at
			}
			at += n
			continue
		}
		if n, e := placeAt(sc.s, toks, at); n > 0 && at+n <= end && !headInside(toks[at+n:end]) && !sc.townsGiven(toks, at, at+n, end) {
			switch {
			case e.adjective:
			case e.seat:
				sc.add(toks[at:at+n], text.Span{}, Organisation, true)
			default:
				sc.add(toks[at:at+n], text.Span{}, Place, true)
			}
			if !leadsTitle(toks, at+n, end) {
				titleFrom = -1
			} else if titleFrom < 0 {
				titleFrom = at
			}
			at += n
			continue
		}
		// What is left up to the next role is one name.
		stop := sc.nameEnd(toks, at, end)
		if stop < end && toks[stop].Low == "hon." && titleFrom < 0 {
			titleFrom, at = at, stop
			continue
		}
		sc.name(toks, titleFrom, at, stop)
		titleFrom = -1
		if stop < end && leadsTitle(toks, stop, end) {
			titleFrom = at // "Foreign Ministry Spokeswoman Maria Zakharova"
		}
		at = stop
	}
}

// titleAt returns how many words of a title begin at toks[at], in the run
// toks[i:end]; titled says that words of one stand before.
func (sc *scanner) titleAt(toks []Token, i, at, end int, titled bool) int {
	if honorifics.Has(toks[at].Low) && at+1 < end {
		return 1
	}
	n, _ := roleAt(toks, at)
	surname := at > i && at+n == end && surnameRoles.Has(toks[at].Low) && !titled
	if n > 0 && at+n <= end && !sc.givenName(toks, at, i, end) && !surname {
		return n
	}
	if rank.Has(toks[at].Low) && at+1 < end {
		if n, _ := roleAt(toks, at+1); n > 0 {
			return 1
		}
	}
	return 0
}

// calling reports whether t tells of a person what they are, as the first of three
// capitalised words does in "Orchardist Ada Quill", here with the surname. "Baker"
// may be a given name: it is a trade where the article also writes it in lower case,
// never with a capital inside a sentence, and uses the surname alone.
func (sc *scanner) calling(t Token, surname string) bool {
	parent, _, _ := strings.Cut(t.Low, "-of-") // "Mother-of-three Ada Quill"
	if callings.Has(t.Low) || parent != t.Low && kin.Has(parent) || endsIn(t.Low, "ist ician woman teacher fighter keeper fielder guard") {
		return true
	}
	w := sc.written[t.Low]
	return w.common && !w.proper && sc.written[surname].alone && endsIn(t.Low, "er or man")
}

// endsIn reports whether word ends in one of the suffixes and is a good deal longer.
func endsIn(word, suffixes string) bool {
	for _, suffix := range strings.Fields(suffixes) {
		if len(word) > len(suffix)+2 && strings.HasSuffix(word, suffix) {
			return true
		}
	}
	return false
}

// callings are no roles: "her teammate" and "the senior" may be anybody's.
var callings = text.WordSet{Words: `principal senior sophomore freshman teammate neighbor neighbour classmate colleague co-author`}

// givenName reports whether toks[at], in the run toks[i:end], is no rank in short but
// the name of one who has none: "Farmer Col Baxter".
func (sc *scanner) givenName(toks []Token, at, i, end int) bool {
	if at == i || at+2 != end || len(toks[at].Low) != len("col") {
		return false
	}
	n, before := roleAt(toks, at-1)
	return n > 0 && before.wider == "" || sc.calling(toks[at-1], toks[end-1].Low)
}

// townsGiven reports whether the town toks[at:from] is a given name: what follows its
// surname, up to end, tells of a person. "In Sofia Brandt, the minister," has both.
func (sc *scanner) townsGiven(toks []Token, at, from, end int) bool {
	if from != at+1 || end != from+1 || at > 0 && (toks[at-1].Low == "in" || toks[at-1].Low == "at" || toks[at-1].Low == "from") {
		return false
	}
	return !titleAfter(sc.s, toks, end).Empty() || ageAfter(toks, end)
}

// ageAfter reports whether an age in commas stands at toks[end]: "Anna Lind, 45, of".
func ageAfter(toks []Token, end int) bool {
	return end+1 < len(toks) && toks[end].Low == "," && toks[end+1].Kind == Number && len(toks[end+1].Low) == 2 && (end+2 >= len(toks) || toks[end+2].Low == ",")
}

// leadsTitle reports whether a role follows at toks[at].
func leadsTitle(toks []Token, at, end int) bool {
	for at < end && (rank.Has(toks[at].Low) || honorifics.Has(toks[at].Low)) {
		at++
	}
	if at >= end {
		return false
	}
	n, _ := roleAt(toks, at)
	return n > 0
}

// headInside reports whether the capitalised words that follow a place make it
// the name of an organisation or a longer place: "Russian Foreign Ministry".
func headInside(rest []Token) bool {
	for k, t := range rest {
		if n, _ := roleAt(rest, k); n > 0 {
			return false
		}
		if orgWords.Has(t.Low) || placeWords.Has(t.Low) {
			return true
		}
	}
	return false
}

// nameEnd returns where the name that begins at toks[at] ends within the run.
func (sc *scanner) nameEnd(toks []Token, at, end int) int {
	for j := at + 1; j < end; j++ {
		if j+1 < end && honorifics.Has(toks[j].Low) && strings.HasSuffix(toks[j].Low, ".") {
			return j // "Ward Delegate Hon. Ada Quill"
		}
		if n, e := roleAt(toks, j); n > 0 && !(j+n == end && (e.plural || surnameRoles.Has(toks[j].Low))) {
			if orgWords.Has(toks[j].Low) {
				continue
			}
			return j
		}
	}
	return end
}

// name adds the name toks[at:end] with the title that begins at titleFrom.
func (sc *scanner) name(toks []Token, titleFrom, at, end int) {
	for end > at+2 && honours.Has(toks[end-1].Low) {
		end--
	}
	words := toks[at:end]
	lows := make([]string, len(words))
	for i, t := range words {
		lows[i] = t.Low
	}
	if thingWords.Has(lows[len(lows)-1]) || len(words) == 1 && (words[0].Span.Len() == 1 || compound(sc.s, words[0])) {
		return
	}
	title := text.Span{}
	kind, sure := Organisation, false
	first := sc.s[words[0].Span.Start:words[0].Span.End]
	switch {
	case orgHead(lows):
		sure = true
	case placeWords.Has(lows[len(lows)-1]), calledPlace(toks, at, end):
		kind, sure = Place, true
	case len(words) == 1 && acronym(first):
		sure = true
	default:
		if titleFrom < 0 {
			titleFrom = titleBefore(sc.s, toks, at)
		}
		if titleFrom >= 0 {
			if !ofRole(toks, titleFrom) {
				title = text.Span{Start: toks[titleFrom].Span.Start, End: toks[at-1].Span.End}
			}
			kind, sure = Person, true
		} else if t := titleAfter(sc.s, toks, end); !t.Empty() {
			title, kind, sure = t, Person, true
		} else if ageAfter(toks, end) {
			kind, sure = Person, true
		} else if kin.Has(relativeBefore(toks, at, end)) {
			kind, sure = Person, true
		} else if affiliation(toks, end) || toks[max(at-1, 0)].Low == "," && firms.Has(relativeBefore(toks, at, end)) {
			kind = Organisation
		} else {
			kind = sc.guess(toks, at, end)
		}
	}
	sc.add(words, title, kind, sure)
	if g := &sc.out[len(sc.out)-1]; kind == Person {
		female, male := calledBefore(toks, at, end)
		g.female, g.male = g.female || female, g.male || male
	}
}

// calledBefore reports whether the noun before the person toks[at:end] is of a woman
// or of a man: "her husband, Jack Tervo, says".
func calledBefore(toks []Token, at, end int) (female, male bool) {
	noun := relativeBefore(toks, at, end)
	return femaleWords.Has(noun), maleWords.Has(noun)
}

// relativeBefore returns the noun before the name toks[at:end], of which it may be in
// commas: "her husband, Jack Tervo, says".
func relativeBefore(toks []Token, at, end int) string {
	k := at - 1
	if k > 0 && toks[k].Low == "," && end < len(toks) && (toks[end].Low == "," || toks[end].Low == ".") {
		k--
	}
	if k < 0 || toks[k].Cap || openers.Has(toks[k].Low) || toks[k].Low == "him" {
		return ""
	}
	return toks[k].Low
}

// kin are people whatever they are called: "his wife, Malati, is in hospital".
var kin = text.WordSet{Words: `wife husband mum mom dad mother father son daughter brother sister widow widower fiancee uncle aunt niece nephew cousin grandson granddaughter`}

// honours stand behind the name of a person: "Fiona Galbraith KC".
var honours = text.WordSet{Words: "kc qc sc mbe obe cbe phd md jp frs"}

// calledPlace reports whether its first word or those around toks[at:end] make it a
// place: "County Leitrim", "the village of Nedre Velden", "the Velden valley".
func calledPlace(toks []Token, at, end int) bool {
	return end == at+2 && (toks[at].Low == "county" || toks[at].Low == "mount") || at > 1 && toks[at-1].Low == "of" && !toks[at-2].Cap && placeWords.Has(toks[at-2].Low) ||
		end < len(toks) && !toks[end].Cap && landWords.Has(toks[end].Low)
}

// ofRole reports whether the title at toks[from] hangs on a role, as in "the
// press secretary of the Russian President Dmitry Peskov": it may be another's.
func ofRole(toks []Token, from int) bool {
	k := from - 1
	if k > 0 && articles.Has(toks[k].Low) {
		k--
	}
	if k < 1 || toks[k].Low != "of" {
		return false
	}
	for back := 1; back <= longestRole() && k-back >= 0; back++ {
		if n, _ := roleAt(toks, k-back); n == back {
			return true
		}
	}
	return false
}

// affiliation reports whether a role and a name follow at toks[end]: before
// "analyst Lars Lund" stands whom he works for.
func affiliation(toks []Token, end int) bool {
	if end >= len(toks) {
		return false
	}
	n, _ := roleAt(toks, end)
	return n > 0 && end+n < len(toks) && nameable(toks[end+n])
}

// compound reports whether t joins words that name no one thing: "Russian-US",
// "July-December", "Six-month".
func compound(s string, t Token) bool {
	first, rest, ok := strings.Cut(t.Low, "-")
	if !ok {
		return false
	}
	if _, whole := places()[fold(t.Span.Of(s))]; whole {
		return false
	}
	e, known := places()[fold(first)]
	if _, other := places()[fold(rest)]; known && (e.adjective || other) {
		return true
	}
	return calendar.Has(first) || openers.Has(first) || !strings.ContainsFunc(t.Span.Of(s)[len(first):], unicode.IsUpper) && acronym(t.Span.Of(s)[:len(first)])
}

// guess returns the likeliest kind of an unknown name.
func (sc *scanner) guess(toks []Token, at, end int) Kind {
	n := 0
	for _, t := range toks[at:end] {
		if !particles.Has(t.Low) {
			n++ // "Willem van der Hoek" has two
		}
	}
	if at > 0 && articles.Has(toks[at-1].Low) {
		return Organisation
	}
	if at > 0 && (vessels.Has(toks[at-1].Low) || firms.Has(toks[at-1].Low)) {
		return Organisation
	}
	last := fold(toks[end-1].Low)
	for _, suffix := range surnameEnds {
		if strings.HasSuffix(last, suffix) && len(last) > len(suffix)+2 {
			return Person
		}
	}
	if at > 0 && (toks[at-1].Low == "in" || toks[at-1].Low == "near") {
		return Place
	}
	if n == 2 || n == 3 {
		return Person
	}
	return Organisation
}

// firms have a name of their own too: "the bus firm, Dales Travel, said".
var firms = text.WordSet{Words: `firm company bank airline retailer lender insurer charity manufacturer supplier operator`}

// vessels have a name of their own: "the ferry Aurora Star".
var vessels = text.WordSet{Words: `ship ferry vessel tanker yacht boat trawler freighter submarine frigate aboard`}

// titleBefore returns where a lower-case title right before toks[at] begins:
// "spokesman Dmitry Peskov", "the press secretary of the Russian President
// Dmitry Peskov"; -1 if there is none. An article before it is left out.
func titleBefore(s string, toks []Token, at int) int {
	from := -1
	for back := 1; back <= longestRole() && at-back >= 0; back++ {
		if n, _ := roleAt(toks, at-back); n == back {
			from = at - back
		}
	}
	if from < 0 {
		if at > 0 && honorifics.Has(toks[at-1].Low) {
			return at - 1
		}
		return -1
	}
	return widenTitle(s, toks, from)
}

// widenTitle moves the start of a title over the adjectives and places before
// its role.
func widenTitle(s string, toks []Token, from int) int {
	for from > 0 {
		t := toks[from-1]
		switch {
		case t.Kind == Word && (rank.Has(t.Low) || presidentialWords.Has(t.Low)):
			from--
		case t.Kind == Word && t.Cap && !openers.Has(t.Low) && !calendar.Has(t.Low):
			from--
		default:
			return from
		}
	}
	return from
}

// presidentialWords are the adjectives that tie a role to an office.
var presidentialWords = text.WordSet{Words: `presidential government state parliamentary military political defense defence foreign press
	opposition rebel separatist police army company bank economic financial legal diplomatic national security`}

// titleAfter returns the title that follows a name as an apposition: "Dmitry
// Peskov, the Kremlin spokesman, said"; empty if none does.
func titleAfter(s string, toks []Token, end int) text.Span {
	if end+1 >= len(toks) || toks[end].Low != "," {
		return text.Span{}
	}
	from := end + 1
	if articles.Has(toks[from].Low) {
		from++
	}
	role := false
	for j := from; j < len(toks) && j < from+12; j++ {
		t := toks[j]
		if t.Kind == Mark {
			if t.Low != "," && t.Low != "." || !role {
				return text.Span{}
			}
			return text.Span{Start: toks[from].Span.Start, End: toks[j-1].Span.End}
		}
		if speaking.Has(t.Low) || role && t.Cap && nameAfterRole(toks, j) {
			return text.Span{} // another name, or the verb: no apposition
		}
		if n, _ := roleAt(toks, j); n > 0 {
			role = true
		} else if !role && t.Kind == Word && !t.Cap && !rank.Has(t.Low) && !presidentialWords.Has(t.Low) && !articles.Has(t.Low) {
			if j-from >= 4 || openers.Has(t.Low) {
				return text.Span{}
			}
		}
	}
	return text.Span{}
}

// nameAfterRole reports whether toks[j] stands right after a role, as the name
// of "representative Tito Ayala" does.
func nameAfterRole(toks []Token, j int) bool {
	for back := 1; back <= longestRole() && j-back >= 0; back++ {
		if n, _ := roleAt(toks, j-back); n == back {
			return nameable(toks[j])
		}
	}
	return false
}

func (sc *scanner) add(toks []Token, title text.Span, kind Kind, sure bool) {
	sp := text.Span{Start: toks[0].Span.Start, End: toks[len(toks)-1].Span.End}
	words := make([]string, 0, len(toks))
	for _, t := range toks {
		words = append(words, t.Low)
	}
	g := sighting{article: sc.article, span: sp, title: title, words: words, kind: kind, sure: sure}
	if !title.Empty() {
		d := Describe(title.Of(sc.s))
		g.female, g.male = d.Female, d.Male
		f := strings.Fields(strings.ToLower(title.Of(sc.s)))
		if g.office = f[len(f)-1]; honorifics.Has(g.office) && !civic.Has(g.office) {
			g.office = ""
		}
	}
	sc.out = append(sc.out, g)
}
