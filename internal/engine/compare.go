package engine

import (
	"time"

	"parallax/internal/compare"
	"parallax/internal/dossier"
)

// Compare compares two articles by id.
func (e *Engine) Compare(aID, bID string) (Compare, bool) {
	a, okA := e.d.Find(aID)
	b, okB := e.d.Find(bID)
	if !okA || !okB {
		return Compare{}, false
	}
	if a == b {
		reply := e.beside(a)
		reply.Pairs = e.pairsBut(a, b)
		return reply, true
	}
	p := e.newPair(a, b, e.sameStory(a, b))
	reply := p.wording()
	reply.Events, reply.Quotes, reply.Pairs = e.pairEvents(a, b), e.pairQuotes(a, b), e.pairsBut(a, b)
	reply.Summary = p.summary(reply.Quotes)
	return reply, true
}

// beside is article a beside itself, where nothing is to be shown, however
// long it is.
func (e *Engine) beside(a int) Compare {
	return Compare{A: e.refs[a], B: e.refs[a], Summary: []string{"This is the same article twice."}}
}

// wording is the reply with the wording alone.
func (p *pair) wording() Compare {
	return Compare{
		A: p.e.sourced(p.sides[0].article), B: p.e.sourced(p.sides[1].article),
		Sections: p.sections(),
		Picture:  p.picture(),
		Steps:    len(p.steps),
	}
}

// pair is two articles set side by side.
type pair struct {
	e     *Engine
	sides [2]side
	joins []join
	alike []compare.Pair            // that a fact keeps from being joined
	parts [2]map[int32]compare.Pair // sentence → the pair with one of the other side that is joined to another
	same  bool                      // on the same news
	leads bool                      // both open with something of their own
	// background says that what corresponds stands after the news of both.
	background bool

	steps map[int]int // join → number of its difference, from 1
}

// side is one of the articles of a pair.
type side struct {
	article     int
	a           *dossier.Article
	heads, body []int32       // sentences shown; page text is left out
	joined      map[int32]int // sentence → index into joins
	lead        int           // how many of body come before the first paragraph with a joined one
	places      []int32       // the joined sentences, increasing; made by placeOf
}

// join is two sentences that correspond, in like words or reworded.
type join struct {
	compare.Pair
	moved bool // stands in another order than the rest
}

// sentence returns the join's sentence on side x.
func (j join) sentence(x int) int32 { return [2]int32{j.A, j.B}[x] }

// newPair sets a beside b; same says that they are on the same news.
func (e *Engine) newPair(a, b int, same bool) *pair {
	p := &pair{e: e, same: same, steps: map[int]int{}}
	for x, article := range [2]int{a, b} {
		s := side{article: article, a: &e.d.Articles[article], joined: map[int32]int{}}
		for n, sentence := range s.a.Sentences {
			switch sentence.Kind {
			case dossier.Furniture:
			case dossier.Title, dossier.Subtitle:
				s.heads = append(s.heads, int32(n))
			default:
				s.body = append(s.body, int32(n))
			}
		}
		p.sides[x] = s
	}
	inOrder := int32(-1)
	var parts []compare.Pair
	for _, j := range e.result(a, b).Pairs {
		switch {
		case j.Alike:
			p.alike = append(p.alike, j)
			continue
		case j.Relation == compare.Related || p.head(0, j.A) != p.head(1, j.B):
			continue
		case (j.Part || p.joinedAt(0, j.A) || p.joinedAt(1, j.B)) && len(j.Clashes) > 0:
			p.alike = append(p.alike, j)
			continue
		case j.Part || p.joinedAt(0, j.A) || p.joinedAt(1, j.B): // a sentence has one row
			parts = append(parts, j)
			continue
		}
		p.sides[0].joined[j.A], p.sides[1].joined[j.B] = len(p.joins), len(p.joins)
		moved := j.Moved || j.B <= inOrder
		if !moved {
			inOrder = j.B
		}
		p.joins = append(p.joins, join{j, moved})
	}
	p.parts = [2]map[int32]compare.Pair{{}, {}}
	for _, j := range parts {
		if !p.joinedAt(0, j.A) {
			p.parts[0][j.A] = j
		} else if !p.joinedAt(1, j.B) {
			p.parts[1][j.B] = j
		}
	}
	for x := range p.sides {
		p.sides[x].lead = p.sides[x].unjoinedLead()
	}
	p.leads = len(p.joins) == 0 || p.sides[0].lead > 0 && p.sides[1].lead > 0 && !p.muchOfOneDay()
	p.background = len(p.joins) > 0 && p.leads && !p.same
	return p
}

// joinedAt reports whether sentence s of side x is joined to one of the other.
func (p *pair) joinedAt(x int, s int32) bool {
	_, joined := p.sides[x].joined[s]
	return joined
}

// muchOfOneDay reports whether a quarter of the shorter text or more stands in
// both, and they were published within a day: each has a lead of its own, but
// what they share is the news.
func (p *pair) muchOfOneDay() bool {
	x, y := p.sides[0].a.Published, p.sides[1].a.Published
	return x.EDTF != "" && y.EDTF != "" && x.Earliest.Sub(y.Earliest).Abs() <= 24*time.Hour &&
		4*len(p.joins) >= min(len(p.sides[0].body), len(p.sides[1].body))
}

// head reports whether sentence s of side x is a headline or standfirst.
func (p *pair) head(x int, s int32) bool {
	k := p.sides[x].a.Sentences[s].Kind
	return k == dossier.Title || k == dossier.Subtitle
}

// unjoinedLead returns how many of the body's sentences come before the first
// paragraph in which one is joined, and before the heading over it; all of
// them if none is.
func (s *side) unjoinedLead() int {
	for n, sentence := range s.body {
		if _, ok := s.joined[sentence]; !ok {
			continue
		}
		for n > 0 {
			before := s.a.Sentences[s.body[n-1]]
			if before.Paragraph != s.a.Sentences[sentence].Paragraph && before.Kind != dossier.Heading {
				break
			}
			n--
		}
		return n
	}
	return len(s.body)
}

// sections lays the sentences of both articles out in rows: headlines, then
// the news, then the background from the first paragraph on in which something
// corresponds. Where the news is the same or itself corresponds there is no
// background.
func (p *pair) sections() []Section {
	var out []Section
	if rows := p.headlines(); len(rows) > 0 {
		out = append(out, Section{Heading: "Headlines", Rows: rows})
	}
	a, b := p.sides[0].body, p.sides[1].body
	var opening []Row
	if p.leads {
		cutA, cutB := p.sides[0].lead, p.sides[1].lead
		opening = p.layOut(a[:cutA], b[:cutB], true)
		a, b = a[cutA:], b[cutB:]
	}
	rest := p.layOut(a, b, false)
	switch {
	case len(p.joins) == 0:
		out = append(out, Section{Heading: "The news", Note: noneShared, Rows: opening})
	case p.background:
		out = append(out, Section{Heading: "The news", Note: noneShared, Rows: opening}, Section{Heading: "Background", Note: p.note(), Rows: rest})
	case len(opening)+len(rest) > 0:
		out = append(out, Section{Heading: "The news", Note: p.note(), Rows: append(opening, rest...)})
	}
	nearestOnce(out)
	return out
}

const noneShared = "No shared sentence found"

// nearestOnce notes of two sentences that are nearest to each other the second
// time they would be shown.
func nearestOnce(sections []Section) {
	seen := map[[2]int32]bool{}
	for _, s := range sections {
		for _, r := range s.Rows {
			for k := range r.Nearest {
				n := &r.Nearest[k]
				n.Again = seen[n.pair]
				seen[n.pair] = true
			}
		}
	}
}

// headlines lays out titles and standfirsts. A title that is stated with an
// article and stands not in its text is shown too.
func (p *pair) headlines() []Row {
	a, b := &p.sides[0], &p.sides[1]
	rows := p.layOut(a.heads, b.heads, true)
	statedA, statedB := a.statedTitle(), b.statedTitle()
	if len(statedA)+len(statedB) == 0 {
		return rows
	}
	// At least one side has no title in its text, so nothing is joined.
	if len(rows) == 0 {
		rows = []Row{{}}
	}
	rows[0].A = append(statedA, rows[0].A...)
	rows[0].B = append(statedB, rows[0].B...)
	return rows
}

// statedTitle is the title of an article whose text has none.
func (s *side) statedTitle() []RowText {
	if s.a.Meta.Title == "" || len(s.heads) > 0 {
		return nil
	}
	return []RowText{{Kind: dossier.Title.String(), Runs: []Run{{Text: s.a.Meta.Title}}}}
}

// layOut makes rows of a stretch of either article. Joined sentences in the
// common order share a row; a moved one has a row on each side; what stands in
// one article only is put together by paragraphs. With beside, unjoined text
// of both sides shares a row.
func (p *pair) layOut(as, bs []int32, beside bool) []Row {
	var rows []Row
	for len(as) > 0 || len(bs) > 0 {
		i, j := p.anchor(0, as), p.anchor(1, bs)
		rows = append(rows, p.loose(as[:i], bs[:j], beside)...)
		as, bs = as[i:], bs[j:]
		if len(as) > 0 && len(bs) > 0 {
			n := p.sides[0].joined[as[0]]
			row := p.joinedRow(n)
			row.A, row.B = p.joinedText(n, 0), p.joinedText(n, 1)
			rows = append(rows, row)
			as, bs = as[1:], bs[1:]
		}
	}
	return rows
}

// anchor returns the place in ss of the first sentence of side x that is
// joined in the common order, or their number.
func (p *pair) anchor(x int, ss []int32) int {
	for n, s := range ss {
		if at, ok := p.sides[x].joined[s]; ok && !p.joins[at].moved {
			return n
		}
	}
	return len(ss)
}

// loose makes rows of the sentences between two joined rows.
func (p *pair) loose(as, bs []int32, beside bool) []Row {
	left, right := p.oneSided(0, as), p.oneSided(1, bs)
	beside = beside || p.sides[0].dateline(as) && p.sides[1].dateline(bs)
	if beside && len(left) == 1 && len(right) == 1 && left[0].Relation+right[0].Relation == "" && !left[0].Elsewhere() && !right[0].Elsewhere() {
		left[0].B, left[0].Fold = right[0].B, left[0].Fold || right[0].Fold
		left[0].Nearest = append(left[0].Nearest, right[0].Nearest...)
		return left
	}
	return append(left, right...)
}

// dateline reports whether ss is a dateline of s and nothing else.
func (s *side) dateline(ss []int32) bool {
	return len(ss) == 1 && s.a.Sentences[ss[0]].Kind == dossier.Dateline
}

// longRow is how many paragraphs a row of unmatched text has before it is
// folded.
const longRow = 2

// oneSided makes rows of sentences of side x: a row for each moved one, and
// one for what stands between them.
func (p *pair) oneSided(x int, ss []int32) []Row {
	var rows []Row
	flush := func(part []int32) {
		if len(part) == 0 {
			return
		}
		texts := p.texts(x, part)
		row := Row{Fold: len(texts) > longRow, Nearest: p.nearest(x, part)}
		put(&row, x, texts)
		rows = append(rows, row)
	}
	from := 0
	for n, s := range ss {
		if _, ok := p.parts[x][s]; ok {
			flush(ss[from:n])
			flush(ss[n : n+1])
			from = n + 1
		} else if at, ok := p.sides[x].joined[s]; ok {
			flush(ss[from:n])
			from = n + 1
			row := p.joinedRow(at)
			put(&row, x, p.joinedText(at, x))
			row.Moved = p.whereabouts(1-x, at)
			rows = append(rows, row)
		}
	}
	flush(ss[from:])
	return rows
}
