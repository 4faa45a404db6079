package engine

import (
	"slices"
	"strconv"
	"strings"

	"parallax/internal/dates"
	"parallax/internal/quotes"
	"parallax/internal/sorting"
	"parallax/internal/text"
)

// quoted is who says what.
type quoted struct {
	of       [][]quotes.Quote // by article, see quotesOf
	known    []bool           // articles whose quotes are read
	all      bool             // those of all articles are
	words    [][]quotes.Said  // by article and quote; nil until asked for
	by       map[string][]statement
	groups   map[string]map[quotes.Quote]quotes.Group // by speaker, then by each quote of the group
	grouping *grouping                                // on the way to groups
	grouped  int                                      // articles whose quotes Prepare has grouped
}

// quoteRef turns a quote into what screens show, with further marks on it and
// where else it is printed.
func (e *Engine) quoteRef(q quotes.Quote, marks []mark) QuoteRef {
	r := e.statementRef(q, marks)
	r.Also = e.also(q)
	return r
}

// statementRef is quoteRef without where else q is printed.
func (e *Engine) statementRef(q quotes.Quote, marks []mark) QuoteRef {
	i := int(q.Article)
	a := &e.d.Articles[i]
	r := QuoteRef{
		Article:   e.refs[i],
		Paragraph: e.paragraphOf(i, q.Span.Start),
		Type:      string(q.Type),
		Runs:      runsOf(a.Text, shown(q), marks),
		Speaker:   q.Speaker,
		As:        q.Name.Of(a.Text),
		Cue:       q.Cue.Of(a.Text),
		Venue:     q.Venue.Of(a.Text),
		Via:       q.Via,
		Denied:    q.Denies,
	}
	if q.When >= 0 && int(q.When) < len(a.Mentions()) {
		when := a.Mentions()[q.When].Value
		r.When = eventDate(when)
		if when.OnCalendar() && when.Precision >= dates.Day {
			r.said = dayOf(when.Begin())
		}
	}
	return r
}

// farthestCue is how far from a statement its verb may stand to be shown with it,
// in bytes.
const farthestCue = 100

// shown is where the words of q stand, with the verb if they say little without
// it: "denies that he was on the phone".
func shown(q quotes.Quote) text.Span {
	sp := q.Span
	if with := (text.Span{Start: min(sp.Start, q.Cue.Start), End: max(sp.End, q.Cue.End)}); q.Led && q.Type != quotes.Direct && !q.Cue.Empty() && with.Len() <= sp.Len()+farthestCue {
		return with
	}
	return sp
}

// said returns the words of the quotes of article a made ready for comparing.
func (e *Engine) said(a int) []quotes.Said {
	if e.quoted.words == nil {
		e.quoted.words = make([][]quotes.Said, len(e.d.Articles))
	}
	if e.quoted.words[a] == nil {
		for _, q := range e.quotesOf(a) {
			e.quoted.words[a] = append(e.quoted.words[a], quotes.SaidIn(q.Span.Of(e.d.Articles[a].Text)))
		}
	}
	return e.quoted.words[a]
}

// mostPlaces is how many places of a statement are listed, and one of each wording.
// More are counted, and found by their first phraseWords words.
const (
	mostPlaces  = 24
	phraseWords = 8
)

// also finds the quotation q elsewhere: what the same person says in other
// articles, or once more in this one, in the same words, cut or worded
// differently. What somebody would not say is no quotation. In a large
// collection, of which few articles are read, it finds nothing.
func (e *Engine) also(q quotes.Quote) []Retelling {
	group := e.told(q)
	if len(group.All) < 2 {
		return nil
	}
	all := e.statements(q.Speaker)
	var words quotes.Said
	for _, n := range group.All {
		if e.at(all[n]) == q {
			words = e.said(all[n].article)[all[n].quote]
		}
	}
	type telling struct {
		statement
		how quotes.Likeness
	}
	var tellings []telling // the closest of each article
	place := map[int]int{} // in tellings, by article
	for _, n := range group.All {
		if e.at(all[n]) == q {
			continue
		}
		t := telling{all[n], quotes.Same(words, e.said(all[n].article)[all[n].quote])}
		at, known := place[t.article]
		switch {
		case !known:
			place[t.article] = len(tellings)
			tellings = append(tellings, t)
		case t.how > tellings[at].how:
			tellings[at] = t
		}
	}

	var out []Retelling
	wording := map[string]int{} // in out, by likeness and words
	for n, t := range tellings {
		x := e.at(t.statement)
		key := likeness[t.how]
		if t.how != quotes.Identical {
			key += " " + e.wordsOf(x)
		}
		at, known := wording[key]
		if !known {
			at = len(out)
			wording[key] = at
			out = append(out, Retelling{How: likeness[t.how], Runs: e.otherWording(q, x, t.how)})
		}
		if n < mostPlaces || len(out[at].Places) == 0 {
			out[at].Places = append(out[at].Places, QuotePlace{e.refs[x.Article], e.paragraphOf(int(x.Article), x.Span.Start)})
			continue
		}
		if out[at].More++; out[at].More == 1 {
			out[at].Find = phrase(e.wordsOf(x))
		}
	}
	return out
}

// phrase is a query for the words that said begins with.
func phrase(said string) string {
	var words []string
	for _, sp := range text.Words(said) {
		if len(words) < phraseWords {
			words = append(words, sp.Of(said))
		}
	}
	return `"` + strings.Join(words, " ") + `"`
}

// otherWording is the words of x, which relates to q as how says, with those
// marked that q has not; none if it has the same.
func (e *Engine) otherWording(q, x quotes.Quote, how quotes.Likeness) []Run {
	if how == quotes.Identical {
		return nil
	}
	var marks []mark
	if how != quotes.Cut {
		for _, sp := range quotes.Own(e.wordsOf(q), e.wordsOf(x)) {
			marks = append(marks, mark{text.Span{Start: x.Span.Start + sp.Start, End: x.Span.Start + sp.End}, func(r *Run) { r.Change = OnlyB }})
		}
	}
	return runsOf(e.d.Articles[x.Article].Text, x.Span, marks)
}

// statement is where somebody says something: an article and a quote of it.
type statement struct{ article, quote int }

func (e *Engine) at(s statement) quotes.Quote { return e.quotesOf(s.article)[s.quote] }

// statements returns where the person called speaker says something, earliest
// article first.
func (e *Engine) statements(speaker string) []statement {
	if e.quoted.by == nil {
		e.quoted.by = map[string][]statement{}
		for _, i := range e.order {
			for n, q := range e.quotes()[i] {
				if q.Speaker != "" && q.Type != quotes.Declined {
					e.quoted.by[q.Speaker] = append(e.quoted.by[q.Speaker], statement{i, n})
				}
			}
		}
	}
	return e.quoted.by[speaker]
}

// told returns the statements of q's speaker that tell what q tells, as places
// in statements. It is empty if nothing is compared with q.
func (e *Engine) told(q quotes.Quote) quotes.Group {
	if !e.grouped(q) {
		return quotes.Group{}
	}
	for e.groupStatements(q.Speaker) {
	}
	return e.quoted.groups[q.Speaker][q]
}

// grouped reports whether q is compared with what else its speaker said.
func (e *Engine) grouped(q quotes.Quote) bool {
	return q.Speaker != "" && q.Type != quotes.Declined && !e.large()
}

// groupQuotes does a part of grouping the quotes of all articles.
func (e *Engine) groupQuotes() {
	for range min(portion, len(e.order)-e.quoted.grouped) {
		for _, q := range e.quotesOf(e.quoted.grouped) {
			if e.grouped(q) && e.groupStatements(q.Speaker) {
				return
			}
		}
		e.quoted.grouped++
	}
}

// grouping is what one person said, on the way to groups.
type grouping struct {
	speaker string
	*quotes.Grouping
}

// groupStatements does a part of grouping what a person said, and reports
// whether there is more.
func (e *Engine) groupStatements(speaker string) (more bool) {
	if _, known := e.quoted.groups[speaker]; known {
		return false
	}
	where := e.statements(speaker)
	if e.quoted.grouping == nil || e.quoted.grouping.speaker != speaker {
		said, types := make([]quotes.Said, len(where)), make([]quotes.Type, len(where))
		for n, s := range where {
			said[n], types[n] = e.said(s.article)[s.quote], e.at(s).Type
		}
		e.quoted.grouping = &grouping{speaker, quotes.NewGrouping(said, types)}
		return true
	}
	if e.quoted.grouping.Next() {
		return true
	}
	groups := map[quotes.Quote]quotes.Group{}
	for _, g := range e.quoted.grouping.Groups() {
		for _, n := range g.All {
			groups[e.at(where[n])] = g
		}
	}
	if e.quoted.groups == nil {
		e.quoted.groups = map[string]map[quotes.Quote]quotes.Group{}
	}
	e.quoted.groups[speaker], e.quoted.grouping = groups, nil
	return false
}

// fullest returns the fullest telling of what q tells among the articles that
// in holds for, and all tellings.
func (e *Engine) fullest(q quotes.Quote, in func(quotes.Quote) bool) (full quotes.Quote, all []quotes.Quote) {
	group := e.told(q)
	if len(group.All) < 2 {
		return q, []quotes.Quote{q}
	}
	where := e.statements(q.Speaker)
	if x := e.at(where[group.Full]); in(x) {
		q = x
	}
	longest := 0
	for _, n := range group.All {
		x := e.at(where[n])
		all = append(all, x)
		if k := x.Span.Len(); in(x) && int(k) > longest && !in(e.at(where[group.Full])) {
			q, longest = x, int(k)
		}
	}
	return q, all
}

// likeness words how two quotations of one group relate.
var likeness = [...]string{quotes.Different: "cut and reworded", quotes.Reworded: "reworded", quotes.Cut: "cut differently", quotes.Identical: "same words"}

// quoteCount is one speaker's statements in counts.
type quoteCount struct {
	name        string
	all, direct int // direct: quoted word for word, at least in part
}

// speakers counts the statements by each person among the quotes that keep
// holds for, most quoted first, then by name. Nameless speakers are left out.
func (e *Engine) speakers(keep func(quotes.Quote) bool) []quoteCount {
	at := map[string]int{}
	var out []quoteCount
	for _, i := range e.order {
		for _, q := range e.quotes()[i] {
			if q.Speaker == "" || !keep(q) {
				continue
			}
			n, ok := at[q.Speaker]
			if !ok {
				n = len(out)
				at[q.Speaker] = n
				out = append(out, quoteCount{name: q.Speaker})
			}
			out[n].all++
			if verbatim(q.Type) {
				out[n].direct++
			}
		}
	}
	sorting.Stable(out, func(a, b quoteCount) int {
		if a.direct != b.direct {
			return b.direct - a.direct
		}
		if a.all != b.all {
			return b.all - a.all
		}
		return strings.Compare(a.name, b.name)
	})
	return out
}

// verbatim reports whether quotes of type t give the speaker's own words, or some
// of them.
func verbatim(t quotes.Type) bool { return t == quotes.Direct || t == quotes.Mixed }

// quoteNote says "18 quotations, 3 people quoted word for word".
func quoteNote(counts []quoteCount) string {
	quotations, people := 0, 0
	for _, c := range counts {
		quotations += c.direct
		if c.direct > 0 {
			people++
		}
	}
	if quotations == 0 {
		return "No quotation found"
	}
	noun := " people"
	if people == 1 {
		noun = " person"
	}
	return Count(quotations, "quotation") + ", " + strconv.Itoa(people) + noun + " quoted word for word"
}

// Quotes returns who said what among the articles that match q; q.Who narrows
// it to one person. What several articles tell stands once, in its fullest
// wording, with all others beside it.
func (e *Engine) Quotes(q Query) QuotesView {
	who := q.Who
	q.Who = "" // whoever speaks elsewhere in these articles can be chosen too
	m := e.match(q)
	inArticle := func(x quotes.Quote) bool { return m.article(int(x.Article)) }
	var view QuotesView
	named := false // in full: Yerevan is not "Baku and Yerevan" too
	counts := e.speakers(inArticle)
	for _, c := range counts {
		view.People = append(view.People, SpeakerRow{Name: c.name, Count: c.direct})
		named = named || c.name == who
	}
	var shown []quoteCount
	drawn := map[quotes.Quote]bool{} // on a card of its own or of a fuller telling
	for _, c := range counts {
		if who != "" && c.name != who && (named || !samePerson(who, c.name)) {
			continue
		}
		shown = append(shown, c)
		s := Speaker{Name: c.name, Direct: c.direct}
		for _, i := range e.order {
			for _, x := range e.quotes()[i] {
				if x.Speaker != c.name || !inArticle(x) {
					continue
				}
				if x.Type == quotes.Declined {
					s.Declined++
				} else {
					s.Told++
				}
				if !drawn[x] {
					full, all := e.fullest(x, inArticle)
					for _, other := range all {
						drawn[other] = true
					}
					s.Quotes = append(s.Quotes, e.quoteRef(full, m.marksIn(int(full.Article), full.Span)))
				}
				if title := e.titleOf(x); title != "" && !slices.ContainsFunc(s.Titles, func(t string) bool { return strings.EqualFold(t, title) }) {
					s.Titles = append(s.Titles, title)
				}
			}
		}
		if len(s.Titles) == 0 {
			s.Titles = e.titlesOf(c.name)
		}
		view.Speakers = append(view.Speakers, s)
	}
	view.Note = quoteNote(shown)
	return view
}

// titleOf returns the words before the speaker's name where the quote names
// them with a title, such as "Kremlin Spokesman" of "Kremlin Spokesman Dmitry Peskov".
func (e *Engine) titleOf(q quotes.Quote) string {
	words := q.Name.Of(e.d.Articles[q.Article].Text)
	before, _, found := strings.Cut(words, q.Speaker)
	if !found {
		return ""
	}
	return strings.TrimRight(before, " ,")
}

// titlesOf returns the titles that the articles give a person anywhere.
func (e *Engine) titlesOf(name string) []string {
	for _, entity := range e.names().Entities {
		if entity.Name == name {
			return entity.Titles
		}
	}
	return nil
}

// samePerson reports whether typed names the person called name: in full or by
// the surname, in any case.
func samePerson(typed, name string) bool {
	typed, name = strings.ToLower(strings.TrimSpace(typed)), strings.ToLower(name)
	return typed != "" && (typed == name || typed == surname(name))
}
