package engine

import (
	"parallax/internal/dossier"
	"parallax/internal/names"
	"parallax/internal/search"
)

// searchIndex builds the index when it is first needed.
func (e *Engine) searchIndex() *search.Index {
	if e.index != nil {
		return e.index
	}
	people := make([][]string, len(e.d.Articles))
	for _, entity := range e.names().Entities {
		if entity.Kind != names.Person {
			continue
		}
		last := int32(-1)
		for _, m := range entity.Mentions {
			if m.Article != last {
				people[m.Article] = append(people[m.Article], entity.Name)
				last = m.Article
			}
		}
	}
	docs := make([]search.Doc, len(e.d.Articles))
	for i := range e.d.Articles {
		docs[i] = e.searchDoc(i)
		docs[i].People = people[i]
	}
	e.index = search.Build(docs)
	return e.index
}

// searchDoc is article i as the index takes it in, without its people.
func (e *Engine) searchDoc(i int) search.Doc {
	a := &e.d.Articles[i]
	doc := search.Doc{
		Text: a.Text, Outlet: e.refs[i].OutletID, OutletName: e.refs[i].Outlet,
		Earliest: a.Published.Earliest, Latest: a.Published.Latest,
	}
	for _, p := range a.Parts {
		switch p.Kind {
		case dossier.Title:
			doc.Title = p.Span
		case dossier.Subtitle:
			doc.Subtitle = p.Span
		case dossier.Body, dossier.Heading, dossier.Dateline:
			doc.Body = append(doc.Body, p.Span)
		}
	}
	for _, s := range a.Sentences {
		if s.Kind != dossier.Furniture {
			doc.Sentences = append(doc.Sentences, s.Span)
		}
	}
	for _, m := range a.Mentions {
		if v := m.Value; !v.Earliest.IsZero() && !v.Latest.IsZero() {
			doc.Happened = append(doc.Happened, search.Period{First: v.Earliest, After: v.Latest})
		}
	}
	return doc
}

// Search returns everything that matches q.
func (e *Engine) Search(q Query) Search { return Search{Query: q.Text} }
