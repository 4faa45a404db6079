package engine

import "parallax/internal/dossier"

// What the screens need of all articles takes seconds to read out of a large
// collection. Prepare reads it by and by; until it is done, drafts of the
// screens that are mostly one article's own words can be had at once.

const (
	// atOnce is how much text, in bytes, is read so fast that a draft is not
	// worth the while.
	atOnce = 100_000
	// portion is how many articles Prepare reads in one go, and eventPortion of
	// how many events it relates the tellings.
	portion      = 2
	eventPortion = 2
)

// Prepare reads the next part of what the screens need out of the articles, a
// fraction of a second's work, and reports whether there is more. First comes
// what Search needs, then what Article needs, then Compare and the rest. What is
// asked meanwhile is answered all the same: what it needs is then read in one
// go.
func (e *Engine) Prepare() (more bool) {
	switch {
	case e.people.index == nil:
		e.collectNames()
	case e.datesRead < len(e.order):
		for range min(portion, len(e.order)-e.datesRead) {
			e.d.Articles[e.datesRead].Mentions()
			e.datesRead++
		}
	case e.index == nil:
		e.Index()
	case e.large():
		return false
	case e.compared.comparer == nil:
		e.readWords()
	case e.happened.timeline == nil:
		e.readEvents()
	case e.quoted.grouped < len(e.order):
		e.groupQuotes()
	case e.passages.at == nil:
		if !e.searchPassages() {
			e.shared()
		}
	case e.offered.read == 0 && e.compare().ReadNews():
	case e.offered.read < len(e.order):
		for range min(portion, len(e.order)-e.offered.read) {
			e.related(e.offered.read)
			e.offered.read++
		}
	case e.offered.pairs == nil:
		e.lookOn()
	case e.happened.related < len(e.happened.timeline.Events):
		for range min(eventPortion, len(e.happened.timeline.Events)-e.happened.related) {
			e.happened.timeline.Relate(&e.happened.timeline.Events[e.happened.related])
			e.happened.related++
		}
	case e.passages.made < len(e.passages.list):
		p := e.passages.list[e.passages.made]
		e.readCard(p)
		if _, made := e.passages.cards[p.ID]; made {
			e.passages.made++
		}
	default:
		return false
	}
	return true
}

// SlowArticle reports whether Article has so much to read before it answers
// that a draft should be shown in the meantime.
func (e *Engine) SlowArticle() bool { return e.passages.at == nil && e.slow() }

// SlowCompare is SlowArticle for Compare.
func (e *Engine) SlowCompare() bool { return e.offered.pairs == nil && e.slow() }

// slow reports whether reading all the articles takes long.
func (e *Engine) slow() bool {
	if e.large() && e.people.index != nil {
		return false
	}
	size := 0
	for i := range e.d.Articles {
		size += len(e.d.Articles[i].Text)
	}
	return size > atOnce
}

// DraftArticle is Article without what takes reading the other articles: its
// words with the dates in them, but not who speaks, what it shares with
// others, and events.
func (e *Engine) DraftArticle(id, query string) (Article, bool) {
	i, ok := e.d.Find(id)
	if !ok {
		return Article{}, false
	}
	reply := e.newArticle(i)
	e.write(&reply, i, append(e.plainMarks(i, nil), e.markHits(&reply, i, query)...))
	return reply, true
}

// DraftCompare is Compare with the wording alone, without events, statements,
// what is said in sum, and other pairs. Until the words of all articles are
// read, the two are compared as if there were no others. Whether they are on the
// same news is not known yet.
func (e *Engine) DraftCompare(aID, bID string) (Compare, bool) {
	a, okA := e.d.Find(aID)
	b, okB := e.d.Find(bID)
	switch {
	case !okA || !okB:
		return Compare{}, false
	case a == b:
		return e.beside(a), true
	case e.compared.comparer == nil:
		return e.alone(a, b).newPair(0, 1, false).wording(), true
	}
	return e.newPair(a, b, false).wording(), true
}

// alone returns an engine that knows articles a and b only, as its 0 and 1. It
// refers to them as e does.
func (e *Engine) alone(a, b int) *Engine {
	two := New(&dossier.Dossier{Title: e.d.Title, Outlets: e.d.Outlets, Articles: []dossier.Article{e.d.Articles[a], e.d.Articles[b]}})
	two.refs = []ArticleRef{e.refs[a], e.refs[b]}
	return two
}
