// Package dossier turns raw bytes into cleaned, dated articles.
//
// The text of an article is never edited: cleaning yields parts, spans that
// say what is page text, title, dateline or body.
package dossier

import (
	"cmp"
	"errors"
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"

	"parallax/internal/dates"
	"parallax/internal/sorting"
	"parallax/internal/text"
)

// Outlet is who published an article.
type Outlet struct {
	ID      string `json:"id" yaml:"id"`
	Name    string `json:"name" yaml:"name"`
	Kind    string `json:"kind,omitempty" yaml:"kind"`
	Country string `json:"country,omitempty" yaml:"country"`
	URL     string `json:"url,omitempty" yaml:"url"`
}

// Meta is what dossier.yaml and front matter state about one article.
// Everything but Text may be empty.
type Meta struct {
	ID        string `json:"id,omitempty" yaml:"id"`
	File      string `json:"file,omitempty" yaml:"file"`
	Outlet    string `json:"outlet,omitempty" yaml:"outlet"` // Outlet.ID
	URL       string `json:"url,omitempty" yaml:"url"`
	Title     string `json:"title,omitempty" yaml:"title"`
	Author    string `json:"author,omitempty" yaml:"author"`
	Language  string `json:"language,omitempty" yaml:"language"`
	Published string `json:"published,omitempty" yaml:"published"`
	Text      string `json:"text,omitempty" yaml:"-"`
}

// Pack is a dossier as it travels: one JSON object, no YAML and no folders.
// The browser opens nothing else.
type Pack struct {
	Title       string   `json:"title"`
	Description string   `json:"description,omitempty"`
	Limits      string   `json:"limits,omitempty"` // what the collection lacks, in its editor's words
	Language    string   `json:"language,omitempty"`
	Outlets     []Outlet `json:"outlets"`
	Articles    []Meta   `json:"articles"`
}

// Kind is what a part of an article's page is.
type Kind uint8

// The kinds of parts.
const (
	Body Kind = iota
	Furniture
	Title
	Subtitle
	Dateline
	Heading
)

// String returns the name used by the commands, such as "furniture".
func (k Kind) String() string {
	return [...]string{"body", "furniture", "title", "subtitle", "dateline", "heading"}[k]
}

// Part is a stretch of one paragraph that is all of one kind.
type Part struct {
	Kind Kind
	Span text.Span
}

// Sentence is one sentence of a part. Sentences are numbered from 0 through
// the whole text, furniture included.
type Sentence struct {
	Span      text.Span
	Kind      Kind
	Paragraph int32 // number of the raw paragraph, from 1
}

// Defect is a place where the text itself is damaged.
type Defect struct {
	Span text.Span
	What string // in plain words
}

// Article is one article, cleaned and dated. Its Text is what is to be read of
// it: of Markdown, with spaces in place of the marks within paragraphs. Every
// word stands where it stands in the bytes of the Pack.
type Article struct {
	Meta
	Title string // the words of the title part, else Meta.Title, else the file name

	Paragraphs []text.Span // raw paragraphs; number p is Paragraphs[p-1]
	Parts      []Part      // by increasing Start; they cover all but white space
	Sentences  []Sentence  // by increasing Start

	Published dates.Claim

	mentions []dates.Mention
	defects  []Defect
	found    struct{ mentions, defects bool }
}

// Mentions returns the times that the text mentions, by increasing Start and
// never overlapping, resolved by the day of publication. They are found when
// first asked for: in a large collection that takes most of the time of reading
// it. The same holds for Defects; neither is safe for concurrent use.
func (a *Article) Mentions() []dates.Mention {
	if !a.found.mentions {
		a.mentions, a.found.mentions = dates.Find(a.Text, a.Published.Day()), true
	}
	return a.mentions
}

// MentionsFrom returns which of the mentions is the first that begins at offset or
// later.
func (a *Article) MentionsFrom(offset int32) int {
	ms := a.Mentions()
	return sort.Search(len(ms), func(k int) bool { return ms[k].Span.Start >= offset })
}

// MentionsIn returns those of the mentions that begin within sp.
func (a *Article) MentionsIn(sp text.Span) []dates.Mention {
	return a.Mentions()[a.MentionsFrom(sp.Start):a.MentionsFrom(sp.End)]
}

// Defects returns the places where the text is damaged, by increasing Start and
// never overlapping.
func (a *Article) Defects() []Defect {
	if !a.found.defects {
		a.defects, a.found.defects = defects(a.Text), true
	}
	return a.defects
}

// Dossier is a collection of articles, in the order of its pack.
type Dossier struct {
	Title       string
	Description string
	Limits      string
	Language    string
	Outlets     []Outlet
	Articles    []Article
}

// New cleans, dates and numbers the articles of a pack. It is an error if an
// article has no id or no words, two articles have one id, or an article names
// an outlet that is not there.
func New(p Pack) (*Dossier, error) {
	if err := p.check(); err != nil {
		return nil, err
	}
	d := &Dossier{
		Title:       p.Title,
		Description: p.Description,
		Limits:      p.Limits,
		Language:    p.Language,
		Outlets:     p.Outlets,
		Articles:    make([]Article, len(p.Articles)),
	}
	pages := make([]*page, len(p.Articles))
	for i, m := range p.Articles {
		if m.Language == "" {
			m.Language = p.Language
		}
		pages[i] = newPage(m)
		d.Articles[i].Meta = pages[i].meta
	}
	recurring := recurringLines(pages)
	sources := make([]dates.Source, len(p.Articles))
	for i := range p.Articles {
		pages[i].classify(recurring)
		d.Articles[i].clean(pages[i])
		m := &pages[i].meta
		sources[i] = dates.Source{Text: m.Text, Given: m.Published, URL: m.URL}
	}
	for i, claim := range dates.Publication(sources, true) {
		d.Articles[i].Published = claim
	}
	return d, nil
}

// check reports what New cannot work with.
func (p Pack) check() error {
	outlets, err := p.outletIDs()
	if err != nil {
		return err
	}
	for i, m := range p.Articles {
		err := checkText(m.Text)
		if err == nil {
			err = m.checkOutlet(outlets)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", p.name(i), err)
		}
	}
	return p.checkIDs()
}

// outletIDs returns the ids of the outlets; it is an error if one has none or
// two have the same.
func (p Pack) outletIDs() (map[string]bool, error) {
	ids := make(map[string]bool)
	for _, o := range p.Outlets {
		if o.ID == "" {
			return nil, fmt.Errorf("outlet %q: no id", o.Name)
		}
		if ids[o.ID] {
			return nil, fmt.Errorf("two outlets have the id %q", o.ID)
		}
		ids[o.ID] = true
	}
	return ids, nil
}

// checkIDs reports an article that has no id or that of another.
func (p Pack) checkIDs() error {
	first := make(map[string]int)
	for i, m := range p.Articles {
		if m.ID == "" {
			return fmt.Errorf("%s: no id", p.name(i))
		}
		if other, taken := first[m.ID]; taken {
			same := "id " + m.ID
			if p.Articles[other].Text == m.Text {
				same = "text"
			}
			return fmt.Errorf("%s and %s have the same %s", p.name(other), p.name(i), same)
		}
		first[m.ID] = i
	}
	return nil
}

// name is what errors call article i.
func (p Pack) name(i int) string {
	if file := p.Articles[i].File; file != "" {
		return file
	}
	return fmt.Sprintf("article %d", i+1)
}

// checkOutlet reports an outlet that is not among those with these ids.
func (m Meta) checkOutlet(ids map[string]bool) error {
	if m.Outlet != "" && !ids[m.Outlet] {
		return fmt.Errorf("unknown outlet %q: list it under outlets, with id and name", m.Outlet)
	}
	return nil
}

// checkText reports a text that is none of an article.
func checkText(s string) error {
	switch {
	case !utf8.ValidString(s):
		return errors.New("not UTF-8 text")
	case len(s) > MaxText:
		return TooLarge(len(s), MaxText, "an article")
	case strings.TrimFunc(s, text.Space) == "":
		return errors.New("empty article")
	}
	return nil
}

// MaxText bounds the text of one article, in bytes. A book has about one million.
const MaxText = 16 << 20

// TooLarge says that size bytes are more than most, which what holds. The size
// is rounded up, so that it never reads as one that is allowed.
func TooLarge(size, most int, what string) error {
	tenths := (size*10 + 1<<20 - 1) >> 20
	return fmt.Errorf("%v MB; %s holds at most %d", float64(tenths)/10, what, most>>20)
}

// clean fills in the parts of the text, its sentences and its title.
func (a *Article) clean(pg *page) {
	a.Paragraphs = pg.paragraphs
	a.Parts = pg.parts()
	paragraph := 0
	for _, part := range a.Parts {
		for !a.Paragraphs[paragraph].Contains(part.Span) {
			paragraph++
		}
		sentences := []text.Span{part.Span}
		if part.Kind == Body || part.Kind == Furniture || part.Kind == Subtitle {
			sentences = text.Sentences(a.Text, part.Span)
		}
		for _, sp := range sentences {
			a.Sentences = append(a.Sentences, Sentence{sp, part.Kind, int32(paragraph + 1)})
		}
		if part.Kind == Title && a.Title == "" {
			a.Title = strings.Join(strings.FieldsFunc(part.Span.Of(a.Text), text.Space), " ")
		}
	}
	if a.Title == "" {
		a.Title = a.Meta.Title
	}
	if a.Title == "" {
		a.Title = a.File
	}
}

// Find returns the index of the article that ref names by its id, its file, or
// an unambiguous beginning of either.
func (d *Dossier) Find(ref string) (int, bool) {
	if ref == "" {
		return 0, false
	}
	found, count := 0, 0
	for i, a := range d.Articles {
		if a.ID == ref || a.File == ref {
			return i, true
		}
		if strings.HasPrefix(a.ID, ref) || strings.HasPrefix(a.File, ref) {
			found = i
			count++
		}
	}
	return found, count == 1
}

// Outlet returns the outlet of article a; an article without one has the zero
// Outlet.
func (d *Dossier) Outlet(a int) Outlet {
	for _, o := range d.Outlets {
		if o.ID == d.Articles[a].Outlet {
			return o
		}
	}
	return Outlet{}
}

// ReadingOrder returns the numbers of the articles in an order that does not
// depend on how they are numbered, for whatever one article teaches about the
// next: the earliest published first, then by text and by id.
func (d *Dossier) ReadingOrder() []int {
	order := make([]int, len(d.Articles))
	for i := range order {
		order[i] = i
	}
	sorting.Stable(order, func(i, j int) int {
		a, b := &d.Articles[i], &d.Articles[j]
		return cmp.Or(a.Published.Earliest.Compare(b.Published.Earliest), cmp.Compare(a.Text, b.Text), cmp.Compare(a.ID, b.ID))
	})
	return order
}

// ByDate returns the indexes of the articles, earliest published first;
// undated ones come last.
func (d *Dossier) ByDate() []int {
	order := make([]int, len(d.Articles))
	for i := range order {
		order[i] = i
	}
	sorting.Stable(order, func(i, j int) int {
		a, b := d.Articles[i].Published.Earliest, d.Articles[j].Published.Earliest
		if a.IsZero() != b.IsZero() {
			if a.IsZero() {
				return 1
			}
			return -1
		}
		return a.Compare(b)
	})
	return order
}
