package names

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"parallax/internal/dossier"
	"parallax/internal/sorting"
	"parallax/internal/text"
)

// An entry is an entity in the making.
type entry struct {
	kind     Kind
	sure     bool
	words    []string // the fullest form seen
	forms    map[string]int
	titles   map[string]int
	mentions []Mention
	last     Mention // the latest full mention
	offices  map[string]bool
	female   int
	male     int
}

// A folder gathers the sightings of all articles into entries.
type folder struct {
	entries  []entry
	surnames map[string][]int  // people by SpellingKey of the last word
	others   map[string]int    // places and organisations by folded words
	short    map[shortKey]int  // organisations by their first words
	heads    map[string]int    // those of the article at hand by their head: an entry, or several
	keys     map[string]string // SpellingKey of the words seen
}

// key is SpellingKey, remembered.
func (f *folder) key(word string) string {
	k, ok := f.keys[word]
	if !ok {
		k = SpellingKey(word)
		f.keys[word] = k
	}
	return k
}

// article folds the sightings of one article. Full names come first, so that
// a surname finds its person even in the standfirst above the first full name.
func (f *folder) article(s string, found []sighting) {
	var later []sighting
	var bodies []sighting // organisations, longest names first, so that short ones find them
	for _, g := range found {
		if len(g.words) > 1 && g.sure && g.kind == Organisation {
			bodies = append(bodies, g)
		}
	}
	sorting.Stable(bodies, func(a, b sighting) int { return len(b.words) - len(a.words) })
	f.heads = map[string]int{}
	for _, g := range bodies {
		f.put(s, g)
		head, at := headOf(g.words), f.others[otherKey(g.words)]
		if other, known := f.heads[head]; known && other != at {
			at = several
		}
		f.heads[head] = at
	}
	for _, g := range found {
		if len(g.words) > 1 && g.sure && g.kind == Organisation {
			continue
		}
		if len(g.words) > 1 || g.kind != Person && g.sure {
			f.put(s, g)
		} else {
			later = append(later, g)
		}
	}
	for _, g := range later {
		f.put(s, g)
	}
}

// several stands for more than one entry.
const several = -1

// headOf returns the word of an organisation's name that says what it is.
func headOf(words []string) string {
	for i, w := range words[1:] {
		if joiners.Has(w) {
			return words[i]
		}
	}
	return words[len(words)-1]
}

// headedBodies are the organisations that their head alone may mean: "the Department" is
// the only one of its article. "Congress" or "the Union" has a name of its own.
var headedBodies = text.WordSet{Words: `ministry department agency council committee commission board bureau authority association foundation institute university college
	federation alliance league society trust centre center tribunal embassy`}

// byHead returns the organisation that g names by its head, if there is one.
func (f *folder) byHead(s string, g sighting) (entry int, ok bool) {
	i, known := f.heads[g.words[0]]
	before := strings.ToLower(s[max(g.span.Start-int32(len("the ")), 0):g.span.Start])
	return i, known && i != several && g.sure && g.kind == Organisation && before == "the " && headedBodies.Has(g.words[0])
}

func (f *folder) put(s string, g sighting) {
	if len(g.words) == 1 {
		// "Kingston said" is David Kingston where he is named before.
		if i := f.person(g); i >= 0 && (!(g.sure && g.kind != Person) || g.kind == Place && len(f.entries[i].words) > 1 && f.entries[i].last.Article == g.article && f.entries[i].last.Span.Start < g.span.Start) {
			g.kind = Person
			f.add(i, s, g)
			return
		}
		if i, ok := f.byHead(s, g); ok {
			f.add(i, s, g)
			return
		}
	}
	if !g.sure || g.kind == Organisation && len(g.words) > 1 {
		if i, ok := f.short[shortKey{g.article, strings.Join(g.words, " ")}]; ok {
			g.kind = Organisation
			f.add(i, s, g)
			return
		}
	}
	if g.kind == Person {
		if i := f.person(g); i >= 0 {
			f.add(i, s, g)
			return
		}
		key := f.key(g.words[len(g.words)-1])
		f.surnames[key] = append(f.surnames[key], len(f.entries))
		f.add(f.open(g), s, g)
		return
	}
	key := otherKey(g.words)
	i, known := f.others[key]
	if !known {
		i = f.open(g)
		f.others[key] = i
	}
	f.add(i, s, g)
	if g.sure && g.kind == Organisation {
		f.shorten(i, s, g)
	}
}

// shorten lets the first words of a company's name stand for it in the rest of
// its article, "Dome" for "Dome Petroleum Ltd", and the rest for a name that
// begins with an acronym. The first to claim them has them.
func (f *folder) shorten(i int, s string, g sighting) {
	if first, _, ok := strings.Cut(g.span.Of(s), " "); ok && len(g.words) > 2 && acronym(first) {
		k := shortKey{g.article, strings.Join(g.words[1:], " ")} // "Minsk Group" for "OSCE Minsk Group"
		if _, taken := f.short[k]; !taken {
			f.short[k] = i
		}
	}
	for n := len(g.words) - 1; n > 0; n-- {
		k := shortKey{g.article, strings.Join(g.words[:n], " ")}
		if _, taken := f.short[k]; !taken && !orgWords.Has(g.words[n-1]) && !joiners.Has(g.words[n-1]) && companyWords.Has(g.words[len(g.words)-1]) {
			f.short[k] = i
		}
	}
}

// A shortKey is a name as one article may shorten it.
type shortKey struct {
	article int32
	words   string
}

// companyWords end the names of companies, whose first words stand for them.
var companyWords = text.WordSet{Words: `corp corp. inc inc. co co. ltd ltd. llc plc ag sa nv ab asa spa gmbh oyj group bank holdings industries airlines airways motors
	energy oil gas petroleum electric technologies systems corporation company partners capital securities`}

// otherKey folds the names of one state together, "U.S." with "America", and
// the spellings of everything else. A capital keeps its own key.
func otherKey(words []string) string {
	whole := fold(strings.Join(words, " "))
	if e, ok := places()[whole]; ok && e.state {
		return fold(e.country)
	}
	return whole
}

// woman and man report what titles say of e, or else a given name that is common.
func (e *entry) woman() bool {
	return e.female > e.male || e.male == 0 && len(e.words) > 1 && ladies.Has(e.words[0])
}

func (e *entry) man() bool {
	return e.male > e.female || e.female == 0 && len(e.words) > 1 && gentlemen.Has(e.words[0])
}

var (
	ladies = text.WordSet{Words: `mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa margaret sandra dorothy emily donna michelle carol
		deborah rebecca laura helen sharon kathleen amy angela anna anne emma ruth maria olga elena irina natalia fatima aisha priya claire julia sophie catherine
		jane alice rachel hannah joan christine marie ursula`}
	gentlemen = text.WordSet{Words: `james john robert michael william david richard joseph thomas charles daniel matthew anthony mark paul steven andrew george edward brian
		peter ivan vladimir dmitry sergei alexander ali ahmed mohammed imran hassan omar pierre hans carlos jose juan luis giovanni marco`}
)

// person returns the entry that g names, or -1. A surname alone takes the
// person of that surname who bears its title, else who was named in full last,
// in its own article if possible.
func (f *folder) person(g sighting) int {
	best := -1
	for _, i := range f.surnames[f.key(g.words[len(g.words)-1])] {
		e := &f.entries[i]
		if !f.sameGiven(e.words, g.words) || g.male && e.woman() || g.female && e.man() {
			continue // "Mr Shah" is not Dorothy Shah
		}
		if best >= 0 && g.office != "" && e.offices[g.office] != f.entries[best].offices[g.office] {
			if e.offices[g.office] {
				best = i // "Cllr Hughes" is not Beryl Hughes if Derek is a councillor
			}
			continue
		}
		if best < 0 || closer(e.last, f.entries[best].last, g) {
			best = i
		}
	}
	return best
}

// closer reports whether a full mention at a explains sighting g better than
// one at b: the latest before it in its article, else in its article at all,
// else the one of the earlier entry.
func closer(a, b Mention, g sighting) bool {
	if in := a.Article == g.article; in != (b.Article == g.article) {
		return in
	} else if !in {
		return false
	}
	before, other := a.Span.Start <= g.span.Start, b.Span.Start <= g.span.Start
	if before != other {
		return before
	}
	return before && a.Span.Start > b.Span.Start
}

// sameGiven reports whether two names with one surname can be one person's:
// given names agree in spelling or as initials, or one has none.
func (f *folder) sameGiven(a, b []string) bool {
	if len(a) < 2 || len(b) < 2 {
		return true
	}
	x, y := strings.TrimSuffix(a[0], "."), strings.TrimSuffix(b[0], ".")
	if len(x) == 1 || len(y) == 1 {
		return x != "" && y != "" && x[0] == y[0]
	}
	return x == y || f.key(x) == f.key(y)
}

func (f *folder) open(g sighting) int {
	f.entries = append(f.entries, entry{kind: g.kind, forms: map[string]int{}})
	return len(f.entries) - 1
}

func (f *folder) add(i int, s string, g sighting) {
	e := &f.entries[i]
	m := Mention{g.article, g.span}
	e.mentions = append(e.mentions, m)
	if len(g.words) > len(e.words) {
		e.words = g.words
	}
	if len(g.words) > 1 || len(e.words) == 1 {
		e.last = m
	}
	if g.sure && !e.sure {
		e.kind, e.sure = g.kind, true
	}
	form := g.span.Of(s)
	if len(g.words) > 1 {
		form = strings.Join(strings.Fields(form), " ")
	}
	e.forms[form]++
	if !g.title.Empty() {
		words := strings.Fields(g.title.Of(s))
		if n := len(words) - 1; n > 0 && honorifics.Has(strings.ToLower(words[n])) {
			words = words[:n] // "Opposition leader Cllr"
		}
		title := strings.Join(words, " ")
		if !honorifics.Has(strings.ToLower(title)) {
			if e.titles == nil {
				e.titles = map[string]int{}
			}
			e.titles[title]++
		}
	}
	if g.office != "" {
		if e.offices == nil {
			e.offices = map[string]bool{}
		}
		e.offices[g.office] = true
	}
	if g.female {
		e.female++
	}
	if g.male {
		e.male++
	}
}

// headline looks for known names only.
func (f *folder) headline(s string, h headline) {
	for i := 0; i < len(h.toks); {
		n := f.known(s, h, i)
		i += max(n, 1)
	}
}

// known adds the known name that begins at token i of a headline, and returns
// its number of tokens.
func (f *folder) known(s string, h headline, i int) int {
	for n := min(4, len(h.toks)-i); n > 0; n-- {
		toks := h.toks[i : i+n]
		g := sighting{article: h.article, span: text.Span{Start: toks[0].Span.Start, End: toks[n-1].Span.End}}
		for _, t := range toks {
			if t.Kind != Word || !t.Cap {
				g.words = nil
				break
			}
			g.words = append(g.words, t.Low)
		}
		if g.words == nil || openers.Has(g.words[0]) {
			continue
		}
		if at, ok := f.others[otherKey(g.words)]; ok {
			f.add(at, s, g)
			return n
		}
		if n <= 3 {
			if at := f.person(g); at >= 0 && (n == 1 || len(f.entries[at].words) == n) {
				f.add(at, s, g)
				return n
			}
		}
	}
	if n, e := placeAt(s, h.toks, i); n > 0 && !e.adjective {
		g := sighting{article: h.article, span: text.Span{Start: h.toks[i].Span.Start, End: h.toks[i+n-1].Span.End}, kind: Place, sure: true}
		if e.seat {
			g.kind = Organisation
		}
		for _, t := range h.toks[i : i+n] {
			g.words = append(g.words, t.Low)
		}
		f.put(s, g)
		return n
	}
	return 0
}

// index turns the entries into the entities of d.
func (f *folder) index(d *dossier.Dossier) *Index {
	x := &Index{places: make([][]Located, len(d.Articles))}
	f.thingsAgain()
	for i := range f.entries {
		e := &f.entries[i]
		if len(e.mentions) == 0 {
			continue
		}
		sorting.Stable(e.mentions, func(a, b Mention) int {
			if a.Article != b.Article {
				return int(a.Article - b.Article)
			}
			return int(a.Span.Start - b.Span.Start)
		})
		x.Entities = append(x.Entities, Entity{
			Name: bestForm(e.forms), Kind: e.kind, Sure: e.sure, Titles: oneCase(byCount(e.titles)), Mentions: e.mentions,
			Female: e.kind == Person && e.woman(), Male: e.kind == Person && e.man(),
		})
	}
	sorting.Stable(x.Entities, func(a, b Entity) int {
		return cmp.Or(cmp.Compare(len(b.Mentions), len(a.Mentions)), strings.Compare(a.Name, b.Name))
	})
	for i := range x.Entities {
		for _, m := range x.Entities[i].Mentions {
			x.places[m.Article] = append(x.places[m.Article], Located{m.Span, int32(i)})
		}
	}
	for _, p := range x.places {
		sorting.Stable(p, func(a, b Located) int { return int(a.Span.Start - b.Span.Start) })
	}
	x.describe()
	return x
}

// thingsAgain takes who was guessed to be a person for the thing of that name, if
// it is named so more often: "the Aurora Star" is not "Aurora Star", a woman.
func (f *folder) thingsAgain() {
	for i := range f.entries {
		e := &f.entries[i]
		if e.kind != Person || e.sure || len(e.words) < 2 {
			continue
		}
		if at, ok := f.others[otherKey(e.words)]; ok && len(f.entries[at].mentions) > len(e.mentions) {
			f.entries[at].mentions = append(f.entries[at].mentions, e.mentions...)
			e.mentions = nil
		}
	}
}

// bestForm returns the form with the most words, initials not counted, but that a
// surname has one before it; of those the most frequent, then the first by spelling.
func bestForm(forms map[string]int) string {
	if len(forms) == 1 {
		for form := range forms {
			return form
		}
	}
	best, words, count := "", -1, 0
	for _, form := range byCount(forms) {
		n, all := 0, strings.Fields(form)
		for _, w := range all {
			if utf8.RuneCountInString(strings.TrimSuffix(w, ".")) > 1 {
				n += 2
			}
		}
		if n == 2 && len(all) > 1 {
			n++ // "R. Shivananda"
		}
		if n > words || n == words && forms[form] > count {
			best, words, count = form, n, forms[form]
		}
	}
	return best
}

// oneCase keeps the first of titles that differ in capitals alone.
func oneCase(titles []string) []string {
	out := titles[:0]
	for _, t := range titles {
		if !slices.ContainsFunc(out, func(o string) bool { return strings.EqualFold(o, t) }) {
			out = append(out, t)
		}
	}
	return out
}

// byCount returns the keys of m, most frequent first, then by spelling.
func byCount(m map[string]int) []string {
	if len(m) == 0 {
		return nil
	}
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sorting.Stable(keys, func(a, b string) int {
		if m[a] != m[b] {
			return m[b] - m[a]
		}
		return strings.Compare(a, b)
	})
	return keys
}
