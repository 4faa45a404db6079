package engine

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"parallax/internal/compare"
	"parallax/internal/sorting"
	"parallax/internal/text"
	"parallax/internal/timeline"
)

// passages is the paragraphs that several articles carry.
type passages struct {
	list   []compare.Passage
	search *compare.PassageSearch // until they are found
	at     map[[2]int32]int       // article, paragraph → index into list; nil until they are found
	cards  map[string]PassageCard // by ID of the passage, see passageCard
	rows   *passageRows           // of the passage whose card is on the way
	made   int                    // cards that Prepare has made
}

// mostTold is how many tellings are gone through one by one in a sentence; of
// more it says how many changed.
const mostTold = 6

// openingBytes is how much of a paragraph names it.
const openingBytes = 42

// Passage returns how a paragraph changed; "" is the one most articles carry.
func (e *Engine) Passage(id string) (PassageView, bool) {
	passages := e.shared()
	if len(passages) == 0 {
		return PassageView{}, id == ""
	}
	at := slices.IndexFunc(passages, func(p compare.Passage) bool { return p.ID == id })
	if id == "" {
		at = 0
	}
	if at < 0 {
		return PassageView{}, false
	}
	p := passages[at]
	rows := e.newRows(p).all()
	e.compareCells(p, rows)
	e.lookOutside(p, rows)
	view := PassageView{ID: p.ID, Opening: e.opening(p), Others: e.passageCards(passages)}
	for n, t := range p.Tellings {
		telling := PassageTelling{Article: e.refs[t.Article], Paragraph: int(t.Paragraph), Note: noteOf(rows, n)}
		for _, r := range rows {
			telling.Lines = append(telling.Lines, e.passageLine(p, r, n))
		}
		view.Tellings = append(view.Tellings, telling)
	}
	view.Summary = e.passageSummary(p, rows)
	return view, true
}

// opening is the first words of the oldest telling.
func (e *Engine) opening(p compare.Passage) string {
	t := p.Tellings[0]
	if len(t.Sentences) == 0 {
		return ""
	}
	a := &e.d.Articles[t.Article]
	return strings.TrimSuffix(opening(a.Sentences[t.Sentences[0]].Span.Of(a.Text), openingBytes), " …")
}

// passageRow is one sentence through the tellings.
type passageRow []passageCell

// passageCell is a row's sentence in one telling.
type passageCell struct {
	sentence int32 // -1 if nothing was found
	state    LineState
	from     int          // the earlier telling it is set against
	pair     compare.Pair // with the sentence there, which is its A
}

// passageRows lays the sentences of all tellings out in rows, telling by telling.
// A sentence joins the row of the one that an earlier telling has for it, see
// rowOf; one that no telling had before begins a row before that of the next
// sentence which has one, or at the end.
type passageRows struct {
	e *Engine
	remembered
	rows     []passageRow
	tellings int // laid out so far
}

func (e *Engine) newRows(p compare.Passage) *passageRows {
	return &passageRows{e: e, remembered: remembered{p: p, compare: e.compare().CorrespondTellings}}
}

// all returns the rows of all tellings.
func (r *passageRows) all() []passageRow {
	for r.next(len(r.p.Tellings)) {
	}
	return r.rows
}

// next lays out tellings until so many pairs of them have been compared, and
// reports whether there are more.
func (r *passageRows) next(most int) (more bool) {
	for until := r.count + most; r.tellings < len(r.p.Tellings) && r.count < until; r.tellings++ {
		r.layOut(r.tellings)
	}
	return r.tellings < len(r.p.Tellings)
}

// layOut puts the sentences of telling n into rows.
func (r *passageRows) layOut(n int) {
	var fresh []int32 // sentences in no row yet, in order
	place := func(at int) {
		for _, s := range fresh {
			r.rows = append(r.rows, nil)
			copy(r.rows[at+1:], r.rows[at:])
			r.rows[at] = r.e.newRow(r.p, n, s)
			at++
		}
		fresh = nil
	}
	for _, s := range r.p.Tellings[n].Sentences {
		at, cell := r.rowOf(n, s)
		if at < 0 {
			fresh = append(fresh, s)
			continue
		}
		r.rows[at][n] = cell
		place(at)
	}
	place(len(r.rows))
}

// compareCells gives the pairs of rows their differences in words and facts.
func (e *Engine) compareCells(p compare.Passage, rows []passageRow) {
	known := remembered{p: p, compare: e.compare().CompareTellings}
	for n := range p.Tellings {
		for _, r := range rows {
			if r[n].state != LineSame && r[n].state != LineChanged {
				continue
			}
			for _, j := range known.pairs(r[n].from, n) {
				if j.A == r[n].pair.A && j.B == r[n].pair.B {
					r[n].pair = j
				}
			}
		}
	}
}

// lookOutside finds the sentences of rows that an article has in another paragraph
// than that of its telling. Of a passage that more than allPairs articles carry it
// would take long.
func (e *Engine) lookOutside(p compare.Passage, rows []passageRow) {
	if len(p.Tellings) > allPairs {
		return
	}
	for _, r := range rows {
		from := slices.IndexFunc(r, func(c passageCell) bool { return c.sentence >= 0 })
		for n := range r {
			if r[n].state != LineNone || from < 0 {
				continue
			}
			for _, j := range e.result(int(p.Tellings[from].Article), int(p.Tellings[n].Article)).Pairs {
				if j.A == r[from].sentence && j.Relation != compare.Related {
					r[n].state, r[n].pair = LineOutside, j
				}
			}
		}
	}
}

// newRow is the row that begins with sentence s of telling n.
func (e *Engine) newRow(p compare.Passage, n int, s int32) passageRow {
	row := make(passageRow, len(p.Tellings))
	for i := range row {
		row[i] = passageCell{sentence: -1, state: LineNone}
	}
	row[n] = passageCell{sentence: s, state: LineNew}
	if n == 0 {
		row[n].state = LineFirst
	}
	e.markLater(p, row, p.Tellings[n].Article, s, n)
	return row
}

// remembered compares tellings of a passage, by their numbers. It remembers what
// was found of the later one.
type remembered struct {
	p       compare.Passage
	compare func(t, u compare.Telling) []compare.Pair
	later   int
	found   [][]compare.Pair // of later, by the earlier one; nil if not compared
	count   int              // pairs of tellings compared
}

func (r *remembered) pairs(earlier, n int) []compare.Pair {
	if n != r.later {
		r.later, r.found = n, make([][]compare.Pair, n)
	}
	if r.found[earlier] == nil {
		r.found[earlier] = append([]compare.Pair{}, r.compare(r.p.Tellings[earlier], r.p.Tellings[n])...)
		r.count++
	}
	return r.found[earlier]
}

// rowOf finds the row that sentence s of telling n continues, or -1: that of the
// earlier telling whose words come closest, of those of n's outlet if several do,
// else of the nearest. Of a passage that more than allPairs articles carry it takes
// the nearest that has any.
func (r *passageRows) rowOf(n int, s int32) (at int, cell passageCell) {
	at = -1
	best := 0
	for earlier := n - 1; earlier >= 0; earlier-- {
		for _, j := range r.pairs(earlier, n) {
			if j.B != s || j.Relation == compare.Related {
				continue
			}
			rank := 0
			switch j.Relation {
			case compare.Identical:
				rank = 4
			case compare.Near:
				rank = 2
			}
			if of, own := r.outlet(earlier), r.outlet(n); own != "" && of == own {
				rank++
			}
			row := slices.IndexFunc(r.rows, func(row passageRow) bool { return row[earlier].sentence == j.A && row[n].sentence < 0 })
			if row < 0 || at >= 0 && rank <= best {
				continue
			}
			at, best = row, rank
			cell = passageCell{sentence: s, state: LineChanged, from: earlier, pair: j}
			if j.Relation == compare.Identical {
				cell.state = LineSame
			}
		}
		if at >= 0 && (cell.state == LineSame || len(r.p.Tellings) > allPairs) {
			break
		}
	}
	return at, cell
}

// outlet returns the outlet of telling n, "" if it has none.
func (r *passageRows) outlet(n int) string {
	return r.e.d.Articles[r.p.Tellings[n].Article].Outlet
}

// markLater marks those earlier tellings of a new row that came before what
// sentence s of article a tells.
func (e *Engine) markLater(p compare.Passage, row passageRow, a, s int32, n int) {
	tl := e.timeline()
	events := e.eventsOf(int(a))
	for i := range tl.Undated {
		events = append(events, &tl.Undated[i])
	}
	for _, ev := range events {
		if c := tl.Cell(ev, int(a)); !tells(c) || !slices.Contains(c.Sentences, s) {
			continue
		}
		for earlier := range n {
			other := int(p.Tellings[earlier].Article)
			if tl.Cell(ev, other).State == timeline.Later || e.laterThan(ev, other) {
				row[earlier].state = LineLater
			}
		}
	}
}

// laterThan reports whether an undated event followed one that came after
// article a was published.
func (e *Engine) laterThan(ev *timeline.Event, a int) bool {
	day := e.d.Articles[a].Published.Latest
	return !ev.After.Earliest.IsZero() && !day.IsZero() && !ev.After.Earliest.Before(day)
}

// passageLine is what stands in row r for telling n.
func (e *Engine) passageLine(p compare.Passage, r passageRow, n int) PassageLine {
	c := r[n]
	line := PassageLine{State: c.state}
	a := &e.d.Articles[p.Tellings[n].Article]
	if c.state == LineOutside {
		line.At = int(a.Sentences[c.pair.B].Paragraph)
		line.Nth = bodyParagraph(a, line.At)
	}
	if c.sentence < 0 {
		return line
	}
	span := a.Sentences[c.sentence].Span
	var marks []mark
	switch c.state {
	case LineSame, LineChanged:
		line.Word = label(join{Pair: c.pair})
		line.Than = e.tellingName(p, c.from)
		from := p.Tellings[c.from].Article
		ops := recased(e.d.Articles[from].Text, a.Text, c.pair.Ops)
		_, marks = opMarks(ops)
		marks = withWords(a.Text, marks)
		line.Gone = e.goneWords(from, ops)
	case LineNew:
		marks = []mark{{span, func(r *Run) { r.Change = OnlyB }}}
	}
	line.Runs = runsOf(a.Text, span, marks)
	return line
}

// goneWords are the words of article a that ops take away, without the marks around
// them.
func (e *Engine) goneWords(a int32, ops []compare.Op) []string {
	var out []string
	for _, op := range ops {
		if op.Kind == compare.Delete {
			words := strings.Trim(op.A.Of(e.d.Articles[a].Text), quotationEdge+",;:")
			if len(text.Words(words)) > 0 {
				out = append(out, words)
			}
		}
	}
	return out
}

// noteOf counts how the sentences of telling n stand: "1 sentence reworded, 1 with
// another date, 3 new; 2 not found". What an earlier telling lost already is not
// counted again.
func noteOf(rows []passageRow, n int) string {
	const clashing LineState = "clashing" // changed in a fact
	counts, clash := map[LineState]int{}, ""
	for _, r := range rows {
		c := r[n]
		if c.state == LineNone && !slices.ContainsFunc(r[:n], func(c passageCell) bool { return c.sentence >= 0 }) {
			continue
		}
		if c.state == LineChanged && len(c.pair.Clashes) > 0 {
			c.state, clash = clashing, clashOf(c.pair.Clashes, clash)
		}
		counts[c.state]++
	}
	words := ""
	for _, x := range []struct {
		state LineState
		words string
	}{
		{LineFirst, ""}, {LineSame, " in the same words"}, {LineChanged, " reworded"}, {clashing, " with another " + clash}, {LineNew, " new"}, {LineOutside, " in another paragraph"},
	} {
		switch k := counts[x.state]; {
		case k == 0:
		case words == "":
			words = Count(k, "sentence") + x.words
		default:
			words += ", " + strconv.Itoa(k) + x.words
		}
	}
	if k := counts[LineNone]; k > 0 {
		words += "; " + strconv.Itoa(k) + " not found"
	}
	return strings.TrimPrefix(words, "; ")
}

// passageSummary says in plain sentences who carries a passage and what each
// telling changed.
func (e *Engine) passageSummary(p compare.Passage, rows []passageRow) string {
	outlets := e.outletsOf(p)
	words := Count(len(p.Tellings), "article")
	if len(outlets) == 1 {
		words += ", all " + outlets[0]
	} else {
		words += " by " + list(outlets)
	}
	words += ", " + Count(p.Wordings, "wording") + "."
	if len(p.Tellings) > mostTold {
		return words + " Against the one before, the paragraph changed in " + strconv.Itoa(changedIn(rows, len(p.Tellings))) + " of them."
	}
	for n := 1; n < len(p.Tellings); n++ {
		date := e.tellingName(p, n)
		if !changes(rows, n) {
			words += " " + date + ": the same words."
			continue
		}
		words += " " + date + ": " + noteOf(rows, n) + "."
	}
	return words
}

// changedIn counts the tellings, of as many, that depart from the one before.
func changedIn(rows []passageRow, of int) int {
	n := 0
	for i := 1; i < of; i++ {
		if changes(rows, i) {
			n++
		}
	}
	return n
}

// outletsOf names the outlets that carry a passage, each once.
func (e *Engine) outletsOf(p compare.Passage) []string {
	var out []string
	for _, t := range p.Tellings {
		if o := e.refs[t.Article].Outlet; !slices.Contains(out, o) {
			out = append(out, o)
		}
	}
	return out
}

// changes reports whether telling n departs from the one before it.
func changes(rows []passageRow, n int) bool {
	return slices.ContainsFunc(rows, func(r passageRow) bool {
		return (r[n].sentence < 0) != (r[n-1].sentence < 0) || r[n].state == LineChanged || r[n].state == LineSame && r[n].from != n-1
	})
}

// worthFollowing picks the passages for the start screen: most articles first,
// then those that changed, the fewer wordings the plainer.
func (e *Engine) worthFollowing(most int) []PassageCard {
	passages := slices.Clone(e.shared())
	sorting.Stable(passages, func(x, y compare.Passage) int {
		return cmp.Or(len(y.Tellings)-len(x.Tellings), boolOrder(x.Wordings == 1, y.Wordings == 1), x.Wordings-y.Wordings)
	})
	return e.passageCards(passages[:min(len(passages), most)])
}

// passageCards offers passages.
func (e *Engine) passageCards(passages []compare.Passage) []PassageCard {
	var out []PassageCard
	for _, p := range passages {
		out = append(out, e.passageCard(p))
	}
	return out
}

// passageCard offers a passage. It is remembered.
func (e *Engine) passageCard(p compare.Passage) PassageCard {
	for {
		if card, ok := e.passages.cards[p.ID]; ok {
			return card
		}
		e.readCard(p)
	}
}

// cardStep is how many pairs of tellings readCard compares at most, but for the
// last telling's.
const cardStep = 60

// readCard does a part of what the card of p needs, and makes it when all is
// read.
func (e *Engine) readCard(p compare.Passage) {
	if e.passages.rows == nil || e.passages.rows.p.ID != p.ID {
		e.passages.rows = e.newRows(p)
	}
	if !e.passages.rows.next(cardStep) {
		e.passages.cards[p.ID], e.passages.rows = e.newCard(p, e.passages.rows.rows), nil
	}
}

func (e *Engine) newCard(p compare.Passage, rows []passageRow) PassageCard {
	articles := make([]int, len(p.Tellings))
	for i, t := range p.Tellings {
		articles[i] = int(t.Article)
	}
	dates := e.shortDates(articles)
	card := PassageCard{ID: p.ID, Opening: e.opening(p)}
	changed := make([]bool, len(p.Tellings))
	for n := range p.Tellings {
		changed[n] = n > 0 && changes(rows, n)
		card.Dots = append(card.Dots, PassageDot{Date: dates[n], Changed: changed[n]})
	}
	card.Verdict = e.passageVerdict(p, changed)
	return card
}

// passageVerdict says "Same words 1, 26, 30 Oct 2020; changed 19 Sep 2023", or
// of many tellings "First found 1 Apr 2021; changed in 29 later articles".
func (e *Engine) passageVerdict(p compare.Passage, changed []bool) string {
	var parts []string
	for n := 0; n < len(p.Tellings); {
		end := n + 1
		for end < len(p.Tellings) && !changed[end] {
			end++
		}
		dates := e.dateList(p, n, end)
		switch {
		case end == len(p.Tellings) && n == 0:
			return "Same words in " + Count(end, "article") + ": " + dates
		case n == 0 && end > 1:
			parts = append(parts, "Same words "+dates)
		case n == 0:
			parts = append(parts, "First found "+dates)
		case end > n+1:
			parts = append(parts, "changed "+e.dateList(p, n, n+1)+", same words "+e.dateList(p, n+1, end))
		default:
			parts = append(parts, "changed "+dates)
		}
		n = end
	}
	if later := len(parts) - 1; later > mostTold/2 {
		return parts[0] + "; changed in " + strconv.Itoa(later) + " later articles"
	}
	return strings.Join(parts, "; ")
}

// dateList lists the tellings from one up to another without repeating month and
// year: "1, 26, 30 Oct 2020".
func (e *Engine) dateList(p compare.Passage, from, to int) string {
	var words []string
	for n := from; n < to; n++ {
		r := &e.refs[p.Tellings[n].Article]
		name := e.tellingName(p, n)
		day, rest, ok := strings.Cut(r.Date, " ")
		if ok && r.EDTF != "" && n+1 < to && name == r.DateWords() && strings.HasSuffix(e.refs[p.Tellings[n+1].Article].Date, " "+rest) {
			name = day + r.nth()
		}
		words = append(words, name)
	}
	return strings.Join(words, ", ")
}

// tellingName is the date of telling n, with its outlet where another telling is
// of the same day.
func (e *Engine) tellingName(p compare.Passage, n int) string {
	r := &e.refs[p.Tellings[n].Article]
	for m, t := range p.Tellings {
		if other := &e.refs[t.Article]; m != n && other.Date == r.Date && other.OutletID != r.OutletID {
			return r.Cited()
		}
	}
	return r.DateWords()
}
