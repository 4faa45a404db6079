package compare

import (
	"cmp"
	"slices"

	"parallax/internal/dossier"
	"parallax/internal/names"
	"parallax/internal/text"
)

// Relation is how two sentences correspond.
type Relation string

// The relations, closest first.
const (
	Identical Relation = "identical"
	Near      Relation = "near"
	Reworded  Relation = "reworded"
	Related   Relation = "related"
)

// Clash is a fact in which two corresponding sentences differ.
type Clash struct {
	Kind ClashKind
	A, B string // the words; "" if a side has none
}

// Op is one step of a word difference. Joined in order, the A spans of equal
// and delete steps are a's sentence, the B spans of equal and insert steps b's.
type Op struct {
	Kind  OpKind
	A, B  text.Span
	Small bool // punctuation or spelling only: folded and counted on the screen
}

// OpKind is what a step of a word difference does.
type OpKind uint8

// The kinds of steps.
const (
	Equal OpKind = iota
	Delete
	Insert
)

// Pair is two sentences that correspond.
type Pair struct {
	A, B     int32 // sentence numbers in the two articles
	Relation Relation
	Moved    bool
	Clashes  []Clash
	Reason   string // why they were paired, in plain words
	Ops      []Op   // for identical, near and reworded
	Part     bool   // one of the sentences has a closer partner: the other tells a part of it
	Alike    bool   // a related pair that a fact alone keeps from being reworded
}

// Result is the comparison of two articles. A related pair's sentences stand
// in OnlyA and OnlyB too.
type Result struct {
	Pairs        []Pair  // by A, then B
	OnlyA, OnlyB []int32 // sentences found in one article only
}

// Candidate is another article worth comparing with one.
type Candidate struct {
	Article   int32
	Score     float64
	SameStory bool
	Reason    string
}

// Telling is one article's version of a passage.
type Telling struct {
	Article   int32
	Paragraph int32 // raw paragraph number, from 1
	Sentences []int32
}

// Passage is a paragraph that several articles carry. Tellings are ordered by
// publication, so Tellings[0] is the oldest in this collection.
type Passage struct {
	ID       string // stable: article id and paragraph of the oldest telling
	Tellings []Telling
	Wordings int // how many differ from each other
}

// Comparer compares the articles of one dossier; its thresholds are calibrated
// on that dossier. It is safe for use by one goroutine.
type Comparer struct {
	d        *dossier.Dossier
	people   *names.Index
	lex      *lexicon
	articles [][]sentence // by article, then sentence number
	rarity   rarity
	rows     map[string][]int16 // what synonymRows has found

	having [][]int32 // sentences by term, of the article compared with; empty between comparisons

	// Made when first asked for.
	profiles  []profile
	profiling *profiling  // until there are profiles
	postings  [][]posting // by term
	reused    *reuse
	stories   map[int][]int32 // what surelySame has found, by article
}

// New prepares the comparison of the articles of d.
func New(d *dossier.Dossier, people *names.Index) *Comparer {
	r := NewReader(d, people)
	for r.Next() {
	}
	return r.Comparer()
}

// Reader is New done part by part, as a large collection takes long.
type Reader struct {
	c           *Comparer
	order       []int // in which articles are read: a word has the weight of its first use
	read, meant int   // articles
}

// readerStep is how many articles a Reader reads at a time.
const readerStep = 40

// NewReader begins to read the articles of d.
func NewReader(d *dossier.Dossier, people *names.Index) *Reader {
	size := 0
	for a := range d.Articles {
		size += len(d.Articles[a].Text)
	}
	return &Reader{order: d.ReadingOrder(), c: &Comparer{d: d, people: people, lex: newLexicon(size), articles: make([][]sentence, len(d.Articles)), rows: map[string][]int16{}}}
}

// Next reads some more articles and reports whether there are more.
func (r *Reader) Next() (more bool) {
	c := r.c
	for range readerStep {
		switch {
		case r.read < len(c.articles):
			a := r.order[r.read]
			art := &c.d.Articles[a]
			ss := make([]sentence, len(art.Sentences))
			for i, s := range art.Sentences {
				ss[i] = c.lex.read(art.Text, s, c.peopleIn(a, s.Span))
			}
			c.articles[a] = ss
			r.read++
		case r.meant < len(c.articles):
			// The words only now, because other sentences tell which are names.
			a := r.order[r.meant]
			ss := c.articles[a]
			for i := range ss {
				c.lex.mean(&ss[i], c.d.Articles[a].Text)
			}
			r.meant++
		}
	}
	return r.meant < len(c.articles)
}

// Comparer returns the comparer when all articles are read.
func (r *Reader) Comparer() *Comparer {
	c := r.c
	c.rarity = newRarity(c.articles, len(c.lex.base))
	for _, ss := range c.articles {
		for i := range ss {
			ss[i].weight = c.weigh(ss[i].terms)
		}
	}
	return c
}

// peopleIn returns where people are named within sp of article a.
func (c *Comparer) peopleIn(a int, sp text.Span) []text.Span {
	var out []text.Span
	for _, m := range c.people.Within(a, sp) {
		if c.people.Entities[m.Entity].Kind == names.Person {
			out = append(out, m.Span)
		}
	}
	return out
}

// Compare compares articles a and b. Compare(b, a) is its mirror image.
func (c *Comparer) Compare(a, b int) Result {
	if c.after(a, b) {
		return c.align(b, a).mirror()
	}
	return c.align(a, b)
}

// CompareTellings returns the pairs of the sentences of two tellings alone, as
// Compare does of whole articles, but that facts do not decide which of several
// near sentences is paired.
func (c *Comparer) CompareTellings(t, u Telling) []Pair {
	a, b := int(t.Article), int(u.Article)
	outA, outB := c.allBut(t), c.allBut(u)
	turned := c.after(a, b)
	if turned {
		a, b, outA, outB = b, a, outB, outA
	}
	al := &aligner{c: c, a: a, b: b, as: c.articles[a], bs: c.articles[b], clashes: true, roughly: true, outA: outA, outB: outB}
	al.match()
	r := al.result()
	if turned {
		r = r.mirror()
	}
	return r.Pairs
}

// CorrespondTellings is CompareTellings with nothing in the pairs but which
// sentences correspond and how.
func (c *Comparer) CorrespondTellings(t, u Telling) []Pair {
	return c.correspond(aligner{a: int(t.Article), b: int(u.Article), outA: c.allBut(t), outB: c.allBut(u), roughly: true})
}

// allBut says of each sentence of t's article whether it is none of t.
func (c *Comparer) allBut(t Telling) []bool {
	out := make([]bool, len(c.articles[t.Article]))
	for i := range out {
		out[i] = !slices.Contains(t.Sentences, int32(i))
	}
	return out
}

// Correspond returns which sentences of articles a and b correspond and how: the
// pairs of Compare, or of Within for one article, with nothing else in them. It
// takes a third of the time.
func (c *Comparer) Correspond(a, b int) []Pair {
	return c.correspond(aligner{a: a, b: b})
}

// correspond is Correspond for the articles of al, as it says.
func (c *Comparer) correspond(al aligner) []Pair {
	turned := c.after(al.a, al.b)
	if turned {
		al.a, al.b, al.outA, al.outB = al.b, al.a, al.outB, al.outA
	}
	al.c, al.as, al.bs, al.within = c, c.articles[al.a], c.articles[al.b], al.a == al.b
	al.match()
	var out []Pair
	for _, m := range al.taken {
		if turned {
			m.a, m.b = m.b, m.a
		}
		out = append(out, Pair{A: m.a, B: m.b, Relation: m.relation})
	}
	sortPairs(out)
	return out
}

// Relate returns how sentence i of article a and sentence j of article b
// correspond by themselves, whatever else the two articles share, "" if they do
// not, and whether they differ in no more than punctuation and case.
func (c *Comparer) Relate(a, b int, i, j int32) (relation Relation, small bool) {
	if c.after(a, b) {
		a, b, i, j = b, a, j, i
	}
	al := &aligner{c: c, a: a, b: b, as: c.articles[a], bs: c.articles[b]}
	s, t := &al.as[i], &al.bs[j]
	if !s.comparable() || !t.comparable() {
		return "", false
	}
	if s.text == t.text {
		return Identical, true
	}
	m, ok := al.score(i, j)
	switch {
	case !ok || m.score < relatedMin:
		return "", false
	case m.relation == Related && m.score >= rewordedMin:
		m.relation = Reworded
		m = al.judged(m)
	}
	return m.relation, m.relation == Near && s.bareWords() == t.bareWords()
}

// Ops returns the word difference of sentence i of article a and sentence j of
// article b, as in their Pair of Compare or Within.
func (c *Comparer) Ops(a, b int, i, j int32) []Op {
	s, t := &c.articles[a][i], &c.articles[b][j]
	if !c.after(a, b) {
		return wordOps(s.text, t.text, s.at, t.at)
	}
	ops := wordOps(t.text, s.text, t.at, s.at)
	mirrorOps(ops)
	return ops
}

// after reports whether article a comes after b in the order in which pairs of
// articles are compared: any order will do that does not depend on how the
// articles are numbered.
func (c *Comparer) after(a, b int) bool {
	x, y := &c.d.Articles[a], &c.d.Articles[b]
	return cmp.Or(cmp.Compare(x.Text, y.Text), x.Published.Earliest.Compare(y.Published.Earliest), cmp.Compare(x.ID, y.ID)) > 0
}

// Mirror returns Compare(b, a), given r, which is Compare(a, b).
func (r Result) Mirror() Result {
	r.Pairs = slices.Clone(r.Pairs)
	for i := range r.Pairs {
		p := &r.Pairs[i]
		p.Clashes, p.Ops = slices.Clone(p.Clashes), slices.Clone(p.Ops)
	}
	return r.mirror()
}

// mirror exchanges the sides of r.
func (r Result) mirror() Result {
	for i := range r.Pairs {
		p := &r.Pairs[i]
		p.A, p.B = p.B, p.A
		for j := range p.Clashes {
			p.Clashes[j].A, p.Clashes[j].B = p.Clashes[j].B, p.Clashes[j].A
		}
		mirrorOps(p.Ops)
	}
	sortPairs(r.Pairs)
	r.OnlyA, r.OnlyB = r.OnlyB, r.OnlyA
	return r
}

// Within compares the sentences of one article with each other. In every pair
// A stands before B; OnlyA lists the sentences without a partner.
func (c *Comparer) Within(a int) Result { return c.align(a, a) }
