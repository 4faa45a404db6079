package engine

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"parallax/internal/compare"
	"parallax/internal/dates"
	"parallax/internal/quotes"
	"parallax/internal/timeline"
)

// kindsOfJoin counts how the sentences of a pair correspond.
type kindsOfJoin struct {
	all, identical, small, reworded, clashing, moved, movedReworded int

	clash string // what differs in all that clash: "number"; else "fact"
}

func (p *pair) kinds() kindsOfJoin {
	var k kindsOfJoin
	for _, j := range p.joins {
		if p.head(0, j.A) {
			continue
		}
		k.all++
		reworded := j.Relation != compare.Identical && j.smallChanges() == 0
		switch {
		case len(j.Clashes) > 0:
			k.clashing++
			k.clash = clashOf(j.Clashes, k.clash)
		case j.moved && reworded:
			k.movedReworded++
		case j.moved:
			k.moved++
		case j.Relation == compare.Identical:
			k.identical++
		case reworded:
			k.reworded++
		default:
			k.small++
		}
	}
	return k
}

// clashOf names the one kind of clashes and of what was before, if there is one.
func clashOf(clashes []compare.Clash, kind string) string {
	for _, c := range clashes {
		if kind == "" || kind == kindOfClash(c) {
			kind = kindOfClash(c)
		} else {
			kind = "fact"
		}
	}
	return kind
}

// onlyReworded reports whether no sentence has the words of another.
func (k kindsOfJoin) onlyReworded() bool { return k.all == k.reworded+k.movedReworded }

// words says "1 moved and reworded, 1 reworded, 1 with a small change".
func (k kindsOfJoin) words() string {
	var parts []string
	for _, row := range []struct {
		n    int
		what string
	}{
		{k.identical, "with the same words"},
		{k.moved, "moved"},
		{k.movedReworded, "moved and reworded"},
		{k.reworded, "reworded"},
		{k.small, "with a small change"},
		{k.clashing, "with another " + k.clash},
	} {
		if row.n > 0 {
			parts = append(parts, strconv.Itoa(row.n)+" "+row.what)
		}
	}
	return strings.Join(parts, ", ")
}

// summary says in plain sentences what was found between two articles.
func (p *pair) summary(said []PairQuotes) []string {
	a, b := p.sides[0].article, p.sides[1].article
	k := p.kinds()
	if k.all > 0 && k.onlyReworded() {
		same := ""
		if p.same {
			same = "; the same story"
		}
		out := []string{p.e.distance(a, b) + same + ". We found no sentence with the same words in both; " + Count(k.all, "sentence") + " reworded."}
		out = append(out, p.e.quotedIn(said, false)...)
		return append(out, p.e.sharedEvents(a, b)...)
	}
	if k.all > 0 {
		news := "the news differs"
		if p.same {
			news = "the same story"
		} else if !p.background {
			news = "the news corresponds in part"
		}
		sentence := " sentences correspond"
		if k.all == 1 {
			sentence = " sentence corresponds"
		}
		if p.background {
			sentence = " background" + sentence
		}
		out := []string{
			p.e.distance(a, b) + "; " + news + ".",
			strconv.Itoa(k.all) + sentence + ": " + k.words() + ".",
		}
		if p.background {
			return out
		}
		return append(out, p.e.quotedIn(said, false)...)
	}
	found := ". We found no shared sentence and no reworded news."
	if p.same {
		found = "; the same story. We found no shared sentence."
	}
	out := append([]string{p.e.distance(a, b) + found}, p.e.quotedIn(said, true)...)
	return append(out, p.e.sharedEvents(a, b)...)
}

// distance says "Same outlet, 3 years apart" or "Two outlets, the same day";
// of articles that name no outlet nobody knows whether it is the same.
func (e *Engine) distance(a, b int) string {
	words, unnamed := "Two outlets, ", ""
	switch x, y := e.refs[a].OutletID, e.refs[b].OutletID; {
	case x == "" && y == "":
		unnamed = "Neither outlet is named"
	case x == "":
		unnamed = "The outlet of A is not named"
	case y == "":
		unnamed = "The outlet of B is not named"
	case x == y:
		words = "Same outlet, "
	}
	if unnamed != "" {
		words = unnamed + ". Published "
	}
	x, y := e.d.Articles[a].Published, e.d.Articles[b].Published
	if x.EDTF == "" || y.EDTF == "" {
		return cmp.Or(unnamed, strings.TrimSuffix(words, ", "))
	}
	if gap := apart(x.Earliest, y.Earliest); gap != "" {
		return words + gap + " apart"
	}
	return words + "the same day"
}

// sameStory reports whether a and b tell one story, which is so both ways round.
func (e *Engine) sameStory(a, b int) bool {
	return slices.ContainsFunc(e.related(a), func(c compare.Candidate) bool { return int(c.Article) == b && c.SameStory })
}

// quotedIn says who is quoted in both articles, and whether with the same words;
// with gap also how far apart what differs was said.
func (e *Engine) quotedIn(said []PairQuotes, gap bool) []string {
	var who [][]string // by what they say
	var whats []string
	for _, s := range said {
		a, b := wordForWord(s.A), wordForWord(s.B)
		if len(a) == 0 || len(b) == 0 {
			continue
		}
		what := "different statements"
		if same := saidInBoth(s); same != "" {
			what = same
		} else if days := quoteGap(a, b); gap && days != "" {
			what += ", " + days + " apart"
		}
		at := slices.Index(whats, what)
		if at < 0 {
			at, whats, who = len(whats), append(whats, what), append(who, nil)
		}
		who[at] = append(who[at], e.called(s.Speaker))
	}
	var out []string
	for n, what := range whats {
		if len(who[n]) > 1 {
			what = strings.Replace(what, " in both", " of each in both", 1)
		}
		out = append(out, "Both quote "+list(who[n])+": "+what+".")
	}
	return out
}

// saidInBoth says how many quotations of a person both articles have, "" for none.
func saidInBoth(s PairQuotes) string {
	same, identical := 0, true
	for n, q := range s.A[:min(len(s.A), len(s.B))] { // those told on both sides come first
		if q.Beside == "" || q.Beside == otherFactWords || !verbatim(quotes.Type(q.Type)) && !verbatim(quotes.Type(s.B[n].Type)) {
			continue
		}
		identical = identical && q.Beside == likeness[quotes.Identical]
		same++
	}
	switch {
	case same == 0:
		return ""
	case identical:
		return Count(same, "quotation") + " in both"
	}
	return Count(same, "quotation") + " in both, cut or worded differently"
}

// wordForWord keeps the statements that are quoted.
func wordForWord(qs []QuoteRef) []QuoteRef {
	var out []QuoteRef
	for _, q := range qs {
		if verbatim(quotes.Type(q.Type)) {
			out = append(out, q)
		}
	}
	return out
}

// quoteGap says how far apart the statements of two sides were made, "" if their
// days are not told or not one on each side.
func quoteGap(a, b []QuoteRef) string {
	x, y := saidOn(a), saidOn(b)
	if x.IsZero() || y.IsZero() {
		return ""
	}
	return apart(x, y)
}

// saidOn is the one day on which statements were made, else the zero time.
func saidOn(qs []QuoteRef) time.Time {
	for _, q := range qs {
		if q.said != qs[0].said {
			return time.Time{}
		}
	}
	return qs[0].said
}

// maxEventsNamed bounds the dates a summary names.
const maxEventsNamed = 3

// sharedEvents says "One shared dated event: 27 Sep 2020.", and what both tell of
// different days.
func (e *Engine) sharedEvents(a, b int) []string {
	var days, disputed []string
	for _, ev := range e.commonEvents(a, b) {
		x, y := e.timeline().Cell(ev, a), e.timeline().Cell(ev, b)
		against := x.State == timeline.Disagree || y.State == timeline.Disagree
		switch {
		case key(x.When) == key(y.When):
			days = append(days, eventDate(x.When))
		case against:
			disputed = append(disputed, dayOrDenied(x.When)+" in A, "+dayOrDenied(y.When)+" in B")
		default:
			days = append(days, eventDate(ev.When))
		}
	}
	var out []string
	if len(days) > 0 {
		out = append(out, eventsOn(days))
	}
	if len(disputed) > 0 {
		out = append(out, Count(len(disputed), "event")+" with two dates: "+strings.Join(disputed[:min(len(disputed), maxEventsNamed)], "; ")+".")
	}
	if len(out) > 0 {
		return out
	}
	for _, x := range [][2]int{{a, b}, {b, a}} {
		for _, ev := range e.perhapsIn(x[0], x[1]) {
			days = append(days, eventDate(e.timeline().Cell(ev, x[0]).When))
		}
		if len(days) > 0 {
			return []string{"Perhaps " + lowerFirst(eventsOn(days))}
		}
	}
	return []string{"No shared dated event found."}
}

// eventsOn says "Two shared dated events: 27 Sep 2020 and 9 Oct 2020."
func eventsOn(days []string) string {
	const what = " shared dated event"
	if len(days) == 1 {
		return "One" + what + ": " + days[0] + "."
	}
	words := numeral(len(days)) + what + "s"
	if len(days) > maxEventsNamed {
		return words + ", " + list(days[:maxEventsNamed]) + " among them."
	}
	return words + ": " + list(days) + "."
}

// key is equal for times that are told alike.
func key(v dates.Value) string { return v.EDTF + v.Limit }

// dayOrDenied says when an article tells an event, or that it was not then.
func dayOrDenied(v dates.Value) string {
	if !v.OnCalendar() {
		return "denied"
	}
	return eventDate(v)
}

// commonEvents returns the dated events that both articles tell.
func (e *Engine) commonEvents(a, b int) []*timeline.Event {
	var out []*timeline.Event
	for _, ev := range e.eventsOf(a) {
		if tells(e.timeline().Cell(ev, a)) && tells(e.timeline().Cell(ev, b)) {
			out = append(out, ev)
		}
	}
	return out
}

// perhapsIn returns the dated events of article a that b may tell in other words.
func (e *Engine) perhapsIn(a, b int) []*timeline.Event {
	var out []*timeline.Event
	for _, ev := range e.eventsOf(a) {
		cell := e.timeline().Cell(ev, b)
		e.timeline().FindNearest(ev, &cell)
		if cell.Perhaps == timeline.OtherWords && tells(e.timeline().Cell(ev, a)) {
			out = append(out, ev)
		}
	}
	return out
}
