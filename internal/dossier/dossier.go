// Package dossier turns raw bytes into cleaned, dated articles.
//
// The text of an article is never edited: cleaning yields parts, spans that
// say what is page text, title, dateline or body.
package dossier

import (
	"parallax/internal/dates"
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

// Article is one article, cleaned and dated.
type Article struct {
	Meta
	Title string // the words of the title part, else Meta.Title, else the file name

	Paragraphs []text.Span // raw paragraphs; number p is Paragraphs[p-1]
	Parts      []Part      // by increasing Start; they cover all but white space
	Sentences  []Sentence  // by increasing Start
	Defects    []Defect

	Published dates.Claim
	Mentions  []dates.Mention
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

// New cleans, dates and numbers the articles of a pack. It is an error if two
// articles have one id or an article names an outlet that is not there.
func New(p Pack) (*Dossier, error) { return nil, nil }

// Find returns the index of the article that ref names by its id, its file, or
// an unambiguous beginning of either.
func (d *Dossier) Find(ref string) (int, bool) { return 0, false }

// Outlet returns the outlet of article a.
func (d *Dossier) Outlet(a int) Outlet { return Outlet{} }

// ByDate returns the indexes of the articles, earliest published first;
// undated ones come last.
func (d *Dossier) ByDate() []int { return nil }
