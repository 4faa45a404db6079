package text

import (
	"strings"
	"sync/atomic"
)

// WordSet is a set of words, written in one string with white space between
// them. It is made when it is first asked for, so that a program which starts
// in a browser fills no tables that its first screen does not need. It must not
// be copied.
type WordSet struct {
	Words string
	made  atomic.Pointer[map[string]bool]
}

// Has reports whether word is in the set.
func (s *WordSet) Has(word string) bool {
	m := s.made.Load()
	if m == nil {
		m = s.fill()
	}
	return (*m)[word]
}

// fill makes the map. Two goroutines that do so at a time make the same one.
func (s *WordSet) fill() *map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(s.Words) {
		m[w] = true
	}
	s.made.Store(&m)
	return &m
}
