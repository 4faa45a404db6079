package timeline

import (
	"cmp"
	"strconv"
	"time"

	"parallax/internal/compare"
	"parallax/internal/dates"
	"parallax/internal/dossier"
	"parallax/internal/quotes"
	"parallax/internal/sorting"
)

// Builder builds a timeline article by article, as a large collection takes long.
//
// The cost is linear in the articles but for tellings of the same day, which
// are likened to the events of that day only.
type Builder struct {
	d       *dossier.Dossier
	shelf   *shelf
	readers []reader

	order  []int // articles, earliest first
	m      *merger
	merged int // articles gone through, each several times: see Merge
	dated  []*draft
}

// NewBuilder begins the timeline of d.
func NewBuilder(d *dossier.Dossier) *Builder {
	return &Builder{d: d, shelf: newShelf(), readers: make([]reader, len(d.Articles)), order: d.ByDate()}
}

// Read reads article a with its quotes.
func (b *Builder) Read(a int, quoted []quotes.Quote) {
	r := &b.readers[a]
	*r = reader{a: int32(a), art: &b.d.Articles[a], quoted: quoted, shelf: b.shelf}
	r.read()
}

// mergeStep is how many articles Merge goes through at a time.
const mergeStep = 100

// Merge does a part of bringing the tellings of one event together, when all
// articles are read, and reports whether there is more. It goes through the
// articles four times: for exact dates, for months, which join them, for what is
// coarser, which joins both, and for what is undated.
func (b *Builder) Merge() (more bool) {
	if b.m == nil {
		b.m = &merger{shelf: b.shelf, byDay: map[string][]*draft{}, place: make([]int, len(b.order))}
		for at, a := range b.order {
			b.m.place[a] = at
		}
		b.shelf.weigh()
	}
	m, n := b.m, len(b.order)
	for range min(mergeStep, 4*n-b.merged) {
		r := &b.readers[b.order[b.merged%n]]
		switch b.merged / n {
		case 0:
			for _, t := range r.dated {
				if exact(t.when) {
					m.add(t)
				}
			}
			m.denials = append(m.denials, r.denials...)
		case 1, 2:
			for _, t := range r.dated {
				months := t.when.Precision >= dates.Month
				if !exact(t.when) && months == (b.merged < 2*n) && !m.addLessExact(t) {
					m.add(t)
				}
			}
		default:
			for _, t := range r.undated {
				m.add(t)
			}
		}
		if b.merged++; b.merged == 3*n {
			m.correct()
			m.foldDisagreements()
			m.deny()
			for _, a := range b.order {
				m.addNews(b.d.Articles[a].Published, b.readers[a].news)
			}
			b.dated = m.events
			m.events, m.byDay = nil, map[string][]*draft{}
		}
	}
	return b.merged < 4*n
}

// Build makes the timeline when all articles are read and merged.
func (b *Builder) Build(c *compare.Comparer) *Timeline {
	d, readers, order, m, dated, undated := b.d, b.readers, b.order, b.m, b.dated, b.m.events
	tl := &Timeline{d: d, c: c, shelf: m.shelf, bags: make([][]bag, len(d.Articles)), deeds: make([][][]*deed, len(d.Articles))}
	for a := range readers {
		tl.bags[a] = readers[a].bags
	}
	var hints []allusion
	for _, a := range order {
		hints = append(hints, readers[a].hints...)
	}
	m.order(dated)
	allude(d, m.shelf, tl.bags, dated, hints)
	tl.Events = finish(d, dated, m.place)
	tl.Undated = finish(d, undated, m.place)
	tl.of = make([][]int32, len(d.Articles))
	for n := range tl.Events {
		for _, cell := range tl.Events[n].Cells {
			tl.of[cell.Article] = append(tl.of[cell.Article], int32(n))
		}
	}
	return tl
}

// order sorts events by where they begin, then the coarser first, then by the order
// of their tellers and of the text. An event that names only its day follows
// what its teller told before it of that day: "hostilities resumed on the same
// day" comes after the truce at noon.
func (m *merger) order(events []*draft) {
	sorting.Stable(events, func(a, b *draft) int {
		x, y := &a.tellings[0], &b.tellings[0]
		return cmp.Or(cmp.Compare(m.place[x.article], m.place[y.article]), cmp.Compare(x.sentence, y.sentence), cmp.Compare(x.words.Start, y.words.Start))
	})
	type teller struct {
		article int32
		day     string
	}
	start := make(map[*draft]time.Time, len(events))
	reached := map[teller]time.Time{}
	for _, e := range events {
		t := &e.tellings[0]
		start[e] = t.when.Begin()
		if !exact(t.when) {
			continue
		}
		at := teller{t.article, key(t.when)}
		if until, ok := reached[at]; ok && t.when.Precision == dates.Day {
			start[e] = until
		} else if t.when.Precision > dates.Day {
			reached[at] = t.when.Earliest
		}
	}
	sorting.Stable(events, func(a, b *draft) int {
		ax, bx := exact(a.when()), exact(b.when())
		if !start[a].Equal(start[b]) || ax && bx {
			return start[a].Compare(start[b])
		}
		return cmp.Compare(a.when().Precision, b.when().Precision)
	})
}

// id names an event by its teller and the place in the text that gives its
// time; one that has none, by the place of its words. One sentence may tell of
// several times in the same words.
func id(d *dossier.Dossier, t *telling) string {
	at := t.date.Start
	if t.date.Empty() {
		at = t.words.Start
	}
	return d.Articles[t.article].ID + "-" + strconv.Itoa(int(at))
}
