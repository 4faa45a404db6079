package engine

import (
	"slices"
	"strings"

	"parallax/internal/quotes"
)

// How much the start screen offers of each kind.
const (
	homePairs    = 2
	homePassages = 3
	homeSpeakers = 5
	homeRows     = 5
)

// Home returns the start screen.
func (e *Engine) Home() Home {
	h := Home{
		Title: e.d.Title, Description: e.d.Description, Limits: e.d.Limits,
		Count:   len(e.d.Articles),
		Outlets: e.outletCounts(),
	}
	h.From, h.To = e.span()
	for _, i := range e.order {
		h.Articles = append(h.Articles, e.refs[i])
	}
	counts := e.speakers(func(q quotes.Quote) bool { return verbatim(q) })
	h.QuoteNote = quoteNote(counts)
	for _, c := range counts[:min(len(counts), homeSpeakers)] {
		h.Speakers = append(h.Speakers, SpeakerRow{Name: c.name, Count: c.direct})
	}
	return h
}

// span says when the first and the last dated article were published.
func (e *Engine) span() (from, to string) {
	for _, i := range e.order {
		if e.d.Articles[i].Published.EDTF == "" {
			continue
		}
		if from == "" {
			from = e.refs[i].Date
		}
		to = e.refs[i].Date
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
			out = append(out, OutletCount{Name: r.Outlet, Kind: r.OutletKind})
		}
		out[n].Count++
	}
	slices.SortStableFunc(out, func(a, b OutletCount) int {
		if a.Count != b.Count {
			return b.Count - a.Count
		}
		return strings.Compare(a.Name, b.Name)
	})
	return out
}
