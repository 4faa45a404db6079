package engine

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"parallax/internal/quotes"
	"parallax/internal/sorting"
	"parallax/internal/timeline"
)

// How much the start screen offers of each kind.
const (
	homePairs    = 2
	homePassages = 3
	homeSpeakers = 5
	homeRows     = 5
	homeColumns  = 8
	homeArticles = 500 // of a large collection
)

// Home returns the start screen.
func (e *Engine) Home() Home {
	h := Home{
		Title: e.d.Title, Description: e.d.Description, Limits: e.d.Limits,
		Count:   len(e.d.Articles),
		Outlets: e.outletCounts(),
	}
	h.From, h.To = e.span()
	order := e.order
	if e.large() {
		order = order[:homeArticles]
		h.Large = "Of a collection of more than " + thousands(manyArticles) + " articles this reader finds and shows the articles and what was said in them. " +
			"It reads no events, pairs and shared paragraphs out of them, and lists the first " + strconv.Itoa(homeArticles) + " here: the search finds all."
	}
	for _, i := range order {
		h.Articles = append(h.Articles, e.refs[i])
	}
	if e.large() {
		return h
	}
	h.Pairs, h.PairsNote = e.homePairsOf(homePairs), e.pairsNote()
	h.Passages = e.worthFollowing(homePassages)
	h.Strip = e.strip(e.moments(pointers(e.timeline().Events), e.order))
	h.Columns, h.Table = e.homeTable()
	counts := e.speakers(func(q quotes.Quote) bool { return verbatim(q.Type) })
	h.QuoteNote = quoteNote(counts)
	for _, c := range counts[:min(len(counts), homeSpeakers)] {
		h.Speakers = append(h.Speakers, SpeakerRow{Name: c.name, Short: e.short(c.name), Count: c.direct})
	}
	return h
}

// pairsNote says so if no two articles are on the same news, or none share
// enough to be offered.
func (e *Engine) pairsNote() string {
	pairs := e.candidates()
	switch {
	case len(e.order) < 2 || slices.ContainsFunc(pairs, (*candidate).sameDays):
		return ""
	case len(pairs) == 0:
		return "We found no two articles that share a sentence, somebody quoted or two dated events"
	}
	return "No two articles report the same day’s news"
}

func pointers(events []timeline.Event) []*timeline.Event {
	out := make([]*timeline.Event, len(events))
	for i := range events {
		out[i] = &events[i]
	}
	return out
}

// homeTable picks a few rows of "who reports what" that differ from each
// other: of the events with the same signs the first stands for all, those
// with an entry in most articles come before the rest.
func (e *Engine) homeTable() (columns []string, rows []MiniRow) {
	articles := e.order[:min(len(e.order), homeColumns)]
	type row struct {
		MiniRow
		at, entries int
	}
	var found []row
	seen := map[string]bool{}
	tl := e.timeline()
	for n := range tl.Events {
		tl.Relate(&tl.Events[n])
		r, key := row{at: n}, ""
		for _, a := range articles {
			c := tl.Cell(&tl.Events[n], a)
			sign, _ := e.signOf(c)
			r.Cells = append(r.Cells, sign)
			key += string(sign) + " "
			if tells(c) || c.State == timeline.Undated {
				r.entries++
			}
		}
		if r.entries > 0 && !seen[key] {
			seen[key] = true
			found = append(found, r)
		}
	}
	sorting.Stable(found, func(x, y row) int { return cmp.Compare(y.entries, x.entries) })
	found = found[:min(len(found), homeRows)]
	sorting.Stable(found, func(x, y row) int { return cmp.Compare(x.at, y.at) })
	for _, r := range found {
		rows = append(rows, r.MiniRow)
	}
	return e.shortDates(articles), rows
}

// shortDates names articles by their dates as short as tells them apart: the
// day where the most articles' year is theirs, else the year alone.
func (e *Engine) shortDates(articles []int) []string {
	years := map[string]int{}
	usual := ""
	for _, a := range articles {
		_, year := e.refs[a].dayAndYear()
		years[year]++
		if years[year] > years[usual] {
			usual = year
		}
	}
	var out []string
	for _, a := range articles {
		day, year := e.refs[a].dayAndYear()
		switch {
		case year == usual || years[year] > 1:
			out = append(out, day)
		default:
			out = append(out, year)
		}
	}
	return out
}

// span says when the first and the last dated article were published.
func (e *Engine) span() (from, to string) {
	for _, i := range e.order {
		if e.d.Articles[i].Published.EDTF == "" {
			continue
		}
		if from == "" {
			from, _ = claimDate(e.d.Articles[i].Published)
		}
		to, _ = claimDate(e.d.Articles[i].Published)
	}
	return from, to
}

// outletCounts counts the articles of each outlet, most first.
func (e *Engine) outletCounts() []OutletCount {
	var out []OutletCount
	at := map[string]int{}
	for i := range e.refs {
		r := &e.refs[i]
		n, ok := at[r.OutletID]
		if !ok {
			n = len(out)
			at[r.OutletID] = n
			name := r.Outlet
			if r.OutletID == "" {
				name = "without an outlet" // after a number
			}
			out = append(out, OutletCount{Name: name, Kind: r.OutletKind})
		}
		out[n].Count++
	}
	sorting.Stable(out, func(a, b OutletCount) int {
		if a.Count != b.Count {
			return b.Count - a.Count
		}
		return strings.Compare(a.Name, b.Name)
	})
	return out
}
