package timeline

import (
	"slices"
	"strings"
	"time"

	"parallax/internal/dates"
	"parallax/internal/quotes"
	"parallax/internal/text"
)

const day = 24 * time.Hour

// telling is one article's sentence for one time.
type telling struct {
	article  int32
	sentence int32
	more     []int32 // sentences that carry it on
	date     text.Span
	when     dates.Value
	clocks   []text.Span // of the clocks, if several
	after    dates.Value // undated: the time told just before
	status   Status
	kinds    kinds
	words    text.Span
	verb     int   // the token that governs the time, -1 for none
	denied   bool  // it is told not to have happened, or not at that time
	deed     *deed // of that verb, nil for none
	stems    bag   // of its clause, or of the sentence if that tells one time only
	names    bag   // of its sentence, and of the one before if it goes on with that
}

// allusion points back to what happened before without naming a day.
type allusion struct {
	article  int32
	sentence int32
	words    text.Span
	kinds    kinds
}

// dateTelling decides whether a time of sentence n makes an event. The time is
// alone if the sentence tells no other.
func (r *reader) dateTelling(n int32, c *clause, u unit, alone bool) (telling, bool) {
	first, after := c.find(u.span)
	if first < 0 || r.attributive(c, u, first, after) || c.running() || c.bare() {
		return telling{}, false
	}
	v := c.govern(first, after)
	future := r.afterPublication(u.value)
	if v < 0 && !alone && !future || c.merelyIs(v) || r.ownNews(n, c, v, first, u.value) {
		return telling{}, false
	}
	if c.superlative(first) {
		// "the worst accident since 1968": of 1968 only what a "when" tells.
		if v = c.whenAfter(after); v < 0 {
			return telling{}, false
		}
		u.value = closedEnd(u.value)
	}
	status := c.status(v, first, future)
	if status != Planned && c.word(first-1) == "from" && (u.each || u.span == u.first) && (v < 0 || !goesOn(c, after)) {
		return telling{}, false // "the documents from 2020"
	}
	words := c.dateHeading(u, v, first, after, status)
	if v >= 0 && speech.Has(c.word(v)) && words == c.toks[v].span {
		return telling{}, false // “Ask me tomorrow,” she said
	}
	if end := c.happening(after); end > 0 && r.possesses(u) && (v < 0 || v > first || first-v > 2) {
		// Not what was done about it: "cleared him of errors in Saturday's final".
		v, alone = -1, false
		words = text.Span{Start: u.span.Start, End: c.toks[end-1].span.End}
		status = Reported
		if future {
			status = Planned
		}
	}
	t := telling{
		article: r.a, sentence: n, date: u.span, when: u.value, clocks: u.clocks,
		status: status, words: words, verb: v, deed: r.shelf.deedOf(c, v),
	}
	if v >= 0 && c.denies(v) {
		t.denied = !c.instead(first)
		if !t.denied {
			t.words.End = max(t.words.End, u.span.End) // "was not arrested on June 9 but on June 8"
		}
	}
	segs := c.segsOf(v, first, alone)
	t.kinds = c.kinds(segs) | c.antecedent(segs)
	t.stems = r.shelf.bag(c, segs)
	if t.status == Statement {
		t.more = r.carriedOn(n)
	}
	return t, true
}

// segsOf returns the segments that tell of the time at token first and its verb v,
// nil for all if the time is alone.
func (c *clause) segsOf(v, first int, alone bool) []int {
	switch {
	case alone:
		return nil
	case v < 0:
		return []int{c.toks[first].seg}
	}
	return []int{c.toks[first].seg, c.toks[v].seg}
}

// running reports whether the sentence is the headline of a page written while
// its events went on: its day tells nothing but when that was.
func (c *clause) running() bool {
	n := len(c.toks)
	return n > 2 && c.word(n-1) == "happened" && c.word(n-2) == "it" && c.word(n-3) == "as"
}

// bare reports whether the sentence is nothing but a time: "Monday 14 June 2021."
func (c *clause) bare() bool {
	return !slices.ContainsFunc(c.toks, func(t token) bool { return !t.date && !closed(t.word) })
}

// merelyIs reports whether verb v says of no thing or person that it is something:
// "That is all for today".
func (c *clause) merelyIs(v int) bool {
	return v > 0 && c.word(v) == "is" && c.opens(v-1) && pronouns.Has(c.word(v-1)) && c.participle(v) < 0 && !c.plans(v+1)
}

// superlative reports whether the time at token first only says how long
// something has been without its like: "the biggest gain since May".
func (c *clause) superlative(first int) bool {
	if c.word(first-1) != "since" {
		return false
	}
	for i := first - 2; i >= 0 && c.toks[i].seg == c.toks[first].seg; i-- {
		switch w := c.word(i); {
		case w == "first" || w == "worst" || w == "best" || w == "most" || w == "least" || w == "record":
			return true
		case len(w) > 5 && strings.HasSuffix(w, "est") && !estNouns.Has(w):
			return true
		}
	}
	return false
}

// whenAfter returns the verb of the clause that tells more of the time before
// token after: "since 1968, when a ferry sank"; -1 if there is none. Without the
// comma it goes on with the sentence: "their first cup since 1987 when they led".
func (c *clause) whenAfter(after int) int {
	if c.word(after) != "when" || !c.opens(after) {
		return -1
	}
	for i := after; i < len(c.toks) && c.toks[i].seg == c.toks[after].seg; i++ {
		if c.toks[i].verb {
			return i
		}
	}
	return -1
}

// closedEnd is the time that "since" leaves open, by itself.
func closedEnd(v dates.Value) dates.Value {
	edtf, open := strings.CutSuffix(v.EDTF, "/..")
	if !open {
		return v
	}
	v.EDTF = edtf
	switch v.Precision {
	case dates.Year:
		v.Latest = v.Earliest.AddDate(1, 0, 0)
	case dates.Month:
		v.Latest = v.Earliest.AddDate(0, 1, 0)
	case dates.Day:
		v.Latest = v.Earliest.AddDate(0, 0, 1)
	}
	return v
}

// antecedent returns the kinds of what a relative clause tells more of: in "a
// ceasefire, which was set to enter into force on Monday" those of the ceasefire.
func (c *clause) antecedent(segs []int) kinds {
	var k kinds
	for i := range c.toks {
		w := c.word(i)
		if i > 0 && c.opens(i) && (w == "which" || w == "who") && slices.Contains(segs, c.toks[i].seg) {
			k |= c.kinds([]int{c.toks[i-1].seg})
		}
	}
	return k
}

// appointed reads a sentence whose day is named by what was to happen on it:
// "hostilities resumed on the day appointed for the truce" is of the day that
// the paragraph told a plan for.
func (r *reader) appointed(n int32, c *clause) (telling, bool) {
	at := -1
	for i := 1; i+1 < len(c.toks); i++ {
		if c.word(i-1) == "the" && c.word(i) == "day" && (agreeing.Has(c.word(i+1)) || planning.Has(c.word(i+1))) {
			at = i
		}
	}
	v, tense := c.happened()
	if at < 0 || v < 0 || v > at || tense != past {
		return telling{}, false
	}
	for i := len(r.dated) - 1; i >= 0; i-- {
		plan := &r.dated[i]
		if r.art.Sentences[plan.sentence].Paragraph != r.art.Sentences[n].Paragraph {
			break
		}
		if plan.status != Planned || !exact(plan.when) {
			continue
		}
		return telling{
			article: r.a, sentence: n, when: dayValue(plan.when.Earliest), status: Reported,
			date:  text.Span{Start: c.toks[at-1].span.Start, End: c.toks[at+1].span.End},
			words: c.heading(v, v, v+1), kinds: c.kinds(nil), stems: r.shelf.bag(c, nil),
		}, true
	}
	return telling{}, false
}

// dayValue is the whole day that t lies in.
func dayValue(t time.Time) dates.Value {
	first := t.Truncate(day)
	edtf := first.Format(time.DateOnly)
	return dates.Value{TIMEX3: edtf, EDTF: edtf, Precision: dates.Day, Earliest: first, Latest: first.Add(day)}
}

// goesOn reports whether the time at "from" goes on with "to" or "until".
func goesOn(c *clause, after int) bool {
	switch c.word(after) {
	case "to", "until", "till", "through":
		return true
	}
	return false
}

// attributive reports whether the time only describes a thing, so that nothing
// is told to have happened then: "the 1991 borders", "documents of 2020".
func (r *reader) attributive(c *clause, u unit, first, after int) bool {
	before := c.word(first - 1)
	if before == "of" || before == "dated" {
		return c.written(first) == 0
	}
	if strings.HasSuffix(u.span.Of(r.art.Text), "-quarter") {
		return true // "third-quarter earnings"
	}
	if r.possesses(u) {
		if after < len(c.toks) && c.kindsAt(after)&(violence|deaths|disaster|ballot) != 0 {
			return false
		}
		return u.value.Precision < dates.Day || c.headed(first) || c.happening(after) == 0
	}
	rest := r.art.Text[u.span.End:]
	if after >= len(c.toks) || c.opens(after) || !strings.HasPrefix(rest, " ") && !strings.HasPrefix(rest, "-") {
		return false
	}
	next := c.toks[after]
	return (determiners.Has(before) || strings.HasSuffix(before, "’s") || strings.HasSuffix(before, "'s")) &&
		!closed(next.word) && !next.verb && !relatives.Has(next.word) && !next.date
}

// possesses reports whether something of the time follows: "Sunday's vote".
func (r *reader) possesses(u unit) bool {
	rest := r.art.Text[u.span.End:]
	return strings.HasPrefix(rest, "'s ") || strings.HasPrefix(rest, "’s ")
}

// happening returns where the noun phrase at token i ends if it names what a day
// can have: "mayoral run-off". It is 0 if it names nothing of that kind.
func (c *clause) happening(i int) int {
	const reach = 3 // words of the phrase
	for k := i; k < len(c.toks) && k < i+reach && c.toks[k].seg == c.toks[i].seg && !closed(c.word(k)); k++ {
		switch {
		case happenings.Has(c.word(k)):
			return k + 1
		case c.word(k) == "run" && c.word(k+1) == "off" && c.hyphened(k+1):
			return k + 2
		}
	}
	return 0
}

// ownNews reports whether the time is that of the article's own news being
// said: "Kremlin Spokesman Dmitry Peskov told reporters on Monday" on that
// Monday. The publication stands on the timeline already.
func (r *reader) ownNews(n int32, c *clause, v, first int, value dates.Value) bool {
	const reach = 5 // words between "told" and "on Monday"
	pub := r.art.Published
	if pub.EDTF == "" || r.art.Sentences[n].Paragraph != r.lead || value.Precision < dates.Day {
		return false
	}
	if value.Earliest.Before(pub.Earliest.Add(-day)) || !value.Earliest.Before(pub.Latest) {
		return false
	}
	return v >= 0 && v < first && first-v <= reach && c.toks[v].seg == c.toks[first].seg && (c.speaks(v) && !deeds.Has(c.word(v)) || c.word(v) == "reported")
}

// afterPublication reports whether a time lies wholly after the article.
func (r *reader) afterPublication(v dates.Value) bool {
	pub := r.art.Published
	return pub.EDTF != "" && !v.Earliest.IsZero() && !v.Earliest.Before(pub.Latest)
}

// dateless reads a sentence without a date: something that happened on an
// unnamed day, a statement made elsewhere before, or an allusion.
func (r *reader) dateless(n int32, c *clause, background bool, last dates.Value) {
	sp := r.art.Sentences[n].Span
	if hint, ok := c.allusion(); ok {
		hint.article, hint.sentence = r.a, n
		r.hints = append(r.hints, hint)
	}
	v, tense := c.happened()
	status := Reported
	switch q, said := r.quoteIn(sp); {
	case said && (q.Type == quotes.Direct || q.Type == quotes.Mixed):
		return
	case said && q.Type == quotes.Indirect && (q.Via != "" || slices.Contains(c.words(), "earlier")):
		status = Statement
		first, after := c.find(q.Cue)
		if first < 0 || after == 0 {
			return
		}
		v = after - 1
	case !background || tense == other:
		return
	case c.accuses():
		status = Alleged
	case c.speaks(v):
		return
	}
	t := telling{article: r.a, sentence: n, status: status, kinds: c.kinds(nil), stems: r.shelf.bag(c, nil)}
	t.words = c.heading(v, v, v+1)
	t.deed = r.shelf.deedOf(c, v)
	if status == Statement {
		t.more = r.carriedOn(n)
		if said := c.saidBy(v); !said.Empty() && !refusing.Has(c.word(v)) {
			t.words = said
		}
	}
	if tense == past && status != Statement && last.OnCalendar() {
		t.after = last
	}
	// What has happened since a day told just before, in an article of that
	// same day, happened on that day.
	pub := r.art.Published
	if tense == perfect && last.OnCalendar() && pub.EDTF != "" && within(last, dates.Value{Earliest: pub.Earliest, Latest: pub.Latest}) {
		t.when = dayValue(pub.Earliest)
		r.dated = append(r.dated, t)
		return
	}
	r.undated = append(r.undated, t)
}

// ownDeed notes what a sentence of the first paragraph tells as the news of the
// article, without a time: "Jonas Aker has been sentenced to nine years".
func (r *reader) ownDeed(n int32, c *clause) {
	v, tense := c.happened()
	if r.art.Sentences[n].Paragraph != r.lead || tense == other || c.speaks(v) || c.denies(v) || c.accuses() {
		return
	}
	if tense == perfect && slices.Contains(c.words()[:v], "had") {
		return // what was before the news
	}
	if d := r.shelf.deedOf(c, v); d != nil {
		r.news = append(r.news, telling{article: r.a, sentence: n, words: c.heading(v, v, v+1), deed: d})
	}
}

// quoteIn returns the first statement that stands in sp. Sentences are asked for
// in their order, so that what ended before this one is looked at no more.
func (r *reader) quoteIn(sp text.Span) (quotes.Quote, bool) {
	for len(r.quoted) > 0 && r.quoted[0].Span.End <= sp.Start {
		r.quoted = r.quoted[1:]
	}
	for _, q := range r.quoted {
		if q.Span.Start >= sp.End {
			break
		}
		if q.Span.Overlaps(sp) {
			return q, true
		}
	}
	return quotes.Quote{}, false
}

// carriedOn returns the sentence after n if it goes on with the statement told
// in n: same paragraph, same speaker, no date.
func (r *reader) carriedOn(n int32) []int32 {
	next := n + 1
	if int(next) >= len(r.art.Sentences) || r.art.Sentences[next].Paragraph != r.art.Sentences[n].Paragraph {
		return nil
	}
	sp := r.art.Sentences[next].Span
	if len(r.units(sp)) > 0 {
		return nil
	}
	c := parse(r.art.Text, sp, nil)
	for _, w := range c.words() {
		if speech.Has(w) || w == "according" || w == "view" || w == "words" {
			return []int32{next}
		}
	}
	return nil
}

// words returns the words of the sentence in lower case.
func (c *clause) words() []string {
	out := make([]string, len(c.toks))
	for i, t := range c.toks {
		out[i] = t.word
	}
	return out
}

// accuses reports whether the sentence gives one side's word against another's.
func (c *clause) accuses() bool {
	for _, t := range c.toks {
		if accusing.Has(t.word) || t.word == "blame" || t.word == "accuse" {
			return true
		}
	}
	return false
}

// kinds returns the kinds of happening that the segments name; nil means all.
func (c *clause) kinds(segs []int) kinds {
	var k kinds
	for i := range c.toks {
		if segs == nil || slices.Contains(segs, c.toks[i].seg) {
			k |= c.kindsAt(i)
		}
	}
	return k
}

func (c *clause) kindsAt(i int) kinds { return kindsOf(c.toks[i].word) }

// allusion finds words that point back without a day: "previously reached
// ceasefire agreements", "made ceasefire agreements three times".
func (c *clause) allusion() (allusion, bool) {
	const reach = 4 // words of the phrase on the one side of the marker
	for i := range c.toks {
		from, to := i, i+1
		switch {
		case allusive.Has(c.word(i)):
			for to < len(c.toks) && to <= i+reach && c.toks[to].seg == c.toks[i].seg && !prepositions.Has(c.word(to)) {
				to++
			}
		case c.word(i) == "times" && numberWords.Has(c.word(i-1)):
			for from > 0 && from > i-2-reach && c.toks[from-1].seg == c.toks[i].seg && !prepositions.Has(c.word(from-1)) {
				from--
			}
			for from < i && (c.toks[from].cap || relatives.Has(c.word(from))) {
				from++
			}
		default:
			continue
		}
		var k kinds
		for j := from; j < to; j++ {
			k |= c.kindsAt(j)
		}
		if k != 0 {
			return allusion{kinds: k, words: text.Span{Start: c.toks[from].span.Start, End: c.toks[to-1].span.End}}, true
		}
	}
	return allusion{}, false
}
