// Package text knows bytes, words and sentences, and nothing of news.
//
// All that Parallax learns about an article is kept as spans into its
// untouched text, so that search, dates and comparison agree on positions.
package text

// Span is a half-open range of bytes [Start, End) in the text of one article.
// Both ends fall on rune boundaries. The zero Span is empty.
type Span struct {
	Start int32 `json:"start"`
	End   int32 `json:"end"`
}

// Of returns the part of s that sp covers.
// It panics if sp does not lie within s.
func (sp Span) Of(s string) string { return s[sp.Start:sp.End] }

// Len returns the length of sp in bytes.
func (sp Span) Len() int { return int(sp.End - sp.Start) }

// Empty reports whether sp covers no byte.
func (sp Span) Empty() bool { return sp.Start >= sp.End }

// Contains reports whether o lies within sp.
func (sp Span) Contains(o Span) bool { return sp.Start <= o.Start && o.End <= sp.End }

// Overlaps reports whether sp and o share a byte.
func (sp Span) Overlaps(o Span) bool { return sp.Start < o.End && o.Start < sp.End }
