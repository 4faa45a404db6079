package timeline

import (
	"slices"
	"strings"
	"time"

	"parallax/internal/dates"
	"parallax/internal/dossier"
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

// reader takes one article's sentences apart.
type reader struct {
	a      int32
	art    *dossier.Article
	quoted []quotes.Quote // those that have not ended before the sentence being read
	shelf  *shelf
	lead   int32 // number of the first paragraph of the news itself

	dated   []telling
	denials []telling // of times for which another, or none, is told
	undated []telling
	hints   []allusion
	bags    []bag // by sentence; nil for page text
}

// unit is a time of a sentence: one mention, or a group that is one range or
// one moment.
type unit struct {
	span   text.Span
	first  text.Span // its first mention
	value  dates.Value
	clocks []text.Span // of its mentions of one moment, if several
	each   bool        // its mentions are meant one by one: "2020 and 2021"
}

// maxUnits bounds the times that are read of one sentence, as each is looked at
// with the whole of it. A "sentence" with more is a text without sentence ends.
const maxUnits = 30

// read goes through the sentences of the article. Its cost is linear in them.
func (r *reader) read() {
	var last dates.Value // the day told last, and in which paragraph
	paragraph := int32(-1)
	background := false // the paragraph tells of earlier days
	var before *clause
	entry := -1 // the mention of the clock that heads an entry of a live page, until its first sentence
	r.bags = make([]bag, len(r.art.Sentences))
	for n := range r.art.Sentences {
		s := &r.art.Sentences[n]
		if s.Kind == dossier.Furniture || s.Kind == dossier.Dateline || s.Kind == dossier.Heading {
			if at := r.clockAt(text.Trim(r.art.Text, s.Span)); at >= 0 && r.art.Mentions()[at].Span.End >= s.Span.End {
				entry = at
			}
			continue
		}
		if s.Paragraph != paragraph {
			paragraph, last, before = s.Paragraph, dates.Value{}, nil
			background = r.tellsEarlier(s.Paragraph)
		}
		if r.lead == 0 && s.Kind == dossier.Body {
			r.lead = s.Paragraph
		}
		units := r.units(s.Span)
		units = units[:min(len(units), maxUnits)]
		spans := make([]text.Span, len(units))
		for i, u := range units {
			spans[i] = u.span
		}
		c := parse(r.art.Text, s.Span, spans)
		r.bags[n] = r.shelf.bag(c, nil)
		r.shelf.count(r.bags[n])
		inherited, names := kinds(0), r.bags[n]
		if before != nil && len(c.toks) > 0 && pronouns.Has(c.toks[0].word) {
			inherited, names = before.kinds(nil), join(names, r.bags[before.n])
		}
		from := len(r.dated)
		if at := r.clockAt(s.Span); at >= 0 && len(units) == 1 && len(c.toks) < 2*fewest {
			if _, after := c.find(units[0].span); len(c.toks)-after < fewest {
				entry, units = at, nil // "00:10 That's it."
			}
		} else if entry >= 0 && s.Kind == dossier.Body && len(c.toks) >= fewest && !c.greets() {
			if len(units) == 0 {
				r.entry(int32(n), c, &r.art.Mentions()[entry])
			}
			entry = -1
		}
		for _, u := range units {
			t, ok := r.dateTelling(int32(n), c, u, len(units) == 1)
			if !ok {
				continue
			}
			t.kinds |= inherited
			t.names = names
			if c.deniesTime(&t, u, units) {
				r.denials = append(r.denials, t)
				continue
			}
			r.dated = append(r.dated, t)
			if u.value.Precision >= dates.Day {
				last = u.value
			}
		}
		if len(r.dated) == from && len(units) == 0 && s.Kind == dossier.Body {
			if t, ok := r.appointed(int32(n), c); ok {
				t.names = names
				r.dated = append(r.dated, t)
			} else {
				r.dateless(int32(n), c, background, last)
			}
		}
		c.n = n
		before = c
	}
}

// units returns the times of a sentence that have a place on the calendar.
func (r *reader) units(sp text.Span) []unit {
	var out []unit
	ms := r.art.Mentions()
	group := map[int32]int{}
	for at := r.mentionsFrom(sp.Start); at < len(ms) && ms[at].Span.End <= sp.End; at++ {
		m := &ms[at]
		if !m.Value.OnCalendar() || m.Type == dates.Set {
			continue
		}
		if n, ok := group[m.Group]; ok && m.Group != 0 {
			out[n].add(m)
			continue
		}
		if n := len(out) - 1; n >= 0 && m.Group == 0 && within(m.Value, out[n].value) && leading.Has(strings.TrimSpace(r.art.Text[out[n].span.End:m.Span.Start])) {
			out[n].add(m) // "this morning at 05:40"
			continue
		}
		group[m.Group] = len(out)
		out = append(out, unit{span: m.Span, first: m.Span, value: m.Value, each: m.Each})
	}
	return out
}

// mentionsFrom returns the index of the first mention that begins at start or
// later.
func (r *reader) mentionsFrom(start int32) int {
	at, _ := slices.BinarySearchFunc(r.art.Mentions(), start, func(m dates.Mention, start int32) int { return int(m.Span.Start - start) })
	return at
}

// add joins a further mention of the same group: a second clock of one moment,
// the day of a clock, or the other end of a range.
func (u *unit) add(m *dates.Mention) {
	u.span.End = max(u.span.End, m.Span.End)
	v := m.Value
	switch {
	case !v.UTC.IsZero() && v.UTC.Equal(u.value.UTC):
		if u.clocks == nil {
			u.clocks = append(u.clocks, u.first)
		}
		u.clocks = append(u.clocks, m.Span)
	case v.Earliest.Equal(u.value.Earliest) && v.Latest.Equal(u.value.Latest):
	case within(v, u.value):
		u.value = v
	case within(u.value, v):
	default:
		u.value = spanning(u.value, v)
	}
}

// within reports whether a lies within b.
func within(a, b dates.Value) bool {
	if a.Earliest.IsZero() || a.Latest.IsZero() || b.Earliest.IsZero() || b.Latest.IsZero() {
		return false
	}
	return !a.Earliest.Before(b.Earliest) && !a.Latest.After(b.Latest)
}

// spanning is the range from a to b.
func spanning(a, b dates.Value) dates.Value {
	if b.Earliest.Before(a.Earliest) {
		a, b = b, a
	}
	edtf := a.EDTF
	if !strings.Contains(edtf, "/") {
		edtf += "/" + b.EDTF
	}
	latest := b.Latest
	if a.Latest.IsZero() || !latest.IsZero() && a.Latest.After(latest) {
		latest = a.Latest
	}
	return dates.Value{
		TIMEX3: a.TIMEX3 + "/" + b.TIMEX3, EDTF: edtf, Precision: min(a.Precision, b.Precision),
		Earliest: a.Earliest, Latest: latest, Zone: a.Zone,
	}
}

// dateTelling decides whether a time of sentence n makes an event.
func (r *reader) dateTelling(n int32, c *clause, u unit, alone bool) (telling, bool) {
	first, after := c.find(u.span)
	if first < 0 || r.attributive(c, u, first, after) || c.running() || c.bare() {
		return telling{}, false
	}
	v := c.govern(first, after)
	future := r.afterPublication(u.value)
	if v < 0 && !alone && !future || c.merelyIs(v) {
		return telling{}, false
	}
	if r.ownNews(n, c, v, first, u.value) {
		return telling{}, false
	}
	if c.superlative(first) {
		// "the worst accident since 1968": of 1968 only what a "when" tells.
		if v = c.whenAfter(after); v < 0 {
			return telling{}, false
		}
		u.value = closedEnd(u.value)
	}
	t := telling{
		article: r.a, sentence: n, date: u.span, when: u.value, clocks: u.clocks,
		status: c.status(v, first, future),
	}
	if t.status != Planned && c.word(first-1) == "from" && (u.each || u.span == u.first) && (v < 0 || !goesOn(c, after)) {
		return telling{}, false // "the documents from 2020"
	}
	_, firstEnd := c.find(u.first)
	if t.status == Planned && c.word(first-1) == "from" && v >= 0 && agreeing.Has(c.word(v)) {
		t.words = c.fromHeading(v, first, firstEnd)
	} else {
		t.words = c.heading(v, first, after)
	}
	if v >= 0 && c.refused(v) >= 0 {
		t.words = c.refusal(c.refused(v), t.words)
	}
	if v >= 0 && speech.Has(c.word(v)) && t.words == c.toks[v].span {
		return telling{}, false // “Ask me tomorrow,” she said
	}
	if end := c.happening(after); end > 0 && r.possesses(u) && (v < 0 || v > first || first-v > 2) {
		// Not what was done about it: "cleared him of errors in Saturday's final".
		v, alone = -1, false
		t.words = text.Span{Start: u.span.Start, End: c.toks[end-1].span.End}
		t.status = Reported
		if future {
			t.status = Planned
		}
	}
	segs := []int{c.toks[first].seg}
	if v >= 0 {
		segs = append(segs, c.toks[v].seg)
	}
	if alone {
		segs = nil
	}
	t.verb, t.deed = v, r.shelf.deedOf(c, v)
	t.denied = v >= 0 && c.denies(v) && !c.instead(first)
	if v >= 0 && c.denies(v) && !t.denied {
		t.words.End = max(t.words.End, u.span.End) // "was not arrested on June 9 but on June 8"
	}
	t.kinds = c.kinds(segs) | c.antecedent(segs)
	t.stems = r.shelf.bag(c, segs)
	if t.status == Statement {
		t.more = r.carriedOn(n)
	}
	return t, true
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

// fromHeading heads what is to begin at a time: "a ceasefire from 12:00".
func (c *clause) fromHeading(v, first, firstEnd int) text.Span {
	begin := first - 1
	for begin > v+1 && c.toks[begin-1].seg == c.toks[first].seg {
		begin--
		if determiners.Has(c.word(begin)) {
			break
		}
	}
	for begin < first-1 && prepositions.Has(c.word(begin)) {
		begin++
	}
	return text.Span{Start: c.toks[begin].span.Start, End: c.toks[firstEnd-1].span.End}
}

// attributive reports whether the time only describes a thing, so that nothing
// is told to have happened then: "the 1991 borders", "documents of 2020".
func (r *reader) attributive(c *clause, u unit, first, after int) bool {
	before := c.word(first - 1)
	if before == "of" || before == "dated" {
		return true
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

// tellsEarlier reports whether paragraph p tells of days before the article's
// own: it is background, not news.
func (r *reader) tellsEarlier(p int32) bool {
	if p < 1 || int(p) > len(r.art.Paragraphs) || r.art.Published.EDTF == "" {
		return false
	}
	sp := r.art.Paragraphs[p-1]
	for _, m := range r.art.Mentions()[r.mentionsFrom(sp.Start):] {
		if !sp.Contains(m.Span) {
			break
		}
		if !m.Value.Latest.IsZero() && !m.Value.Latest.After(r.art.Published.Earliest) && m.Value.Precision != dates.NoPrecision {
			return true
		}
	}
	return false
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
