package dossier

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/internal/text"
)

// A page is the text of one article on its way to being cleaned: its raw
// paragraphs and what each of them is.
//
// A news page is read from the top. Its head, everything before the first
// paragraph of prose, holds the title, the standfirst, and lines of the page
// around them; below the prose come the lines of the page again. Between
// paragraphs of prose, a short line that is no sentence is a heading. What
// cannot be told is body: better to show a line of page text than to hide a
// line of the article.
type page struct {
	meta       Meta
	paragraphs []text.Span
	lines      []line // one for each paragraph
}

// A line is what is known of one paragraph.
type line struct {
	text     string
	kind     Kind
	words    int
	sentence bool   // ends as sentences do
	dateline int    // bytes of the dateline it opens with, or 0
	bold     bool   // between the marks of Markdown for strong words
	level    int    // of a Markdown heading, 1 for the highest; 0 is none
	asked    int    // bytes of a heading that text opens with, a question, or 0
	before   int    // bytes of Markdown marks before text
	after    int    // and behind it
	key      string // equal for lines that differ in case and spacing only
}

// The lengths that tell lines of a page from prose, in words. Headlines have
// 5 to 16 words, crossheads up to 10, menu entries 1 to 3.
const (
	minTitle   = 4
	minProse   = 8
	maxHeading = 12
	maxPage    = 12
)

func newPage(m Meta) *page {
	pg := &page{meta: m, paragraphs: text.Paragraphs(m.Text)}
	var read []byte // the text with what is to be read of each paragraph
	for _, sp := range pg.paragraphs {
		whole := sp.Of(m.Text)
		level, from, to := marked(whole)
		s, question := whole[from:to], 0
		if m.markdown() {
			question = asked(s)
			s = plain(s)
		}
		if s != whole[from:to] {
			if read == nil {
				read = []byte(m.Text)
			}
			copy(read[int(sp.Start)+from:], s)
		}
		pg.lines = append(pg.lines, line{
			text:     s,
			asked:    question,
			level:    level,
			bold:     level == 0 && from == len("**"),
			before:   from,
			after:    len(whole) - to,
			words:    len(text.Words(s[:min(len(s), 4096)])),
			sentence: endsSentence(s),
			dateline: dateline(s),
			key:      lineKey(s),
		})
	}
	if read != nil {
		pg.meta.Text = string(read)
	}
	return pg
}

// marked finds the Markdown marks around a paragraph: "# Title", "*Standfirst*",
// "**Heading**". It returns the level of a heading, 0 if it is none, and where
// the words between the marks begin and end.
func marked(s string) (level, from, to int) {
	to = len(s)
	for level < to && s[level] == '#' {
		level++
	}
	if level > 0 && level <= 6 && level < to && s[level] == ' ' {
		words := strings.TrimSpace(s[level:])
		words = strings.TrimRight(strings.TrimRight(words, "#"), " ")
		if words != "" {
			from = strings.Index(s, words)
			return level, from, from + len(words)
		}
	}
	for _, mark := range [...]string{"**", "__", "*", "_"} {
		if words, ok := strings.CutPrefix(s, mark); ok {
			words, ok = strings.CutSuffix(words, mark)
			if ok && strings.TrimSpace(words) == words && words != "" && !strings.Contains(words, mark[:1]) {
				return 0, len(mark), len(mark) + len(words)
			}
		}
	}
	return 0, 0, to
}

// prose reports whether l reads like a paragraph of an article.
func (l line) prose() bool {
	return l.before == 0 && (l.dateline > 0 && l.dateline < len(l.text) || l.sentence && l.words >= minProse || l.words >= 4*minProse)
}

// recurringLines returns the keys of the short lines that stand in more than
// one of the pages.
func recurringLines(pages []*page) map[string]bool {
	last := make(map[string]int)
	recurring := make(map[string]bool)
	for i, pg := range pages {
		for _, l := range pg.lines {
			if l.sentence || l.words > maxPage {
				continue
			}
			if j, seen := last[l.key]; seen && j != i {
				recurring[l.key] = true
			}
			last[l.key] = i
		}
	}
	return recurring
}

// classify says of every paragraph what it is.
func (pg *page) classify(recurring map[string]bool) {
	first, last := pg.body()
	if first < 0 {
		return // no prose: all of it is body
	}
	pg.head(first, recurring)
	pg.middle(first, last)
	pg.tail(last, recurring)
}

// body returns the first and the last paragraph of prose, or -1.
func (pg *page) body() (first, last int) {
	first, last = -1, -1
	for i, l := range pg.lines {
		if isFurniture(l) {
			continue
		}
		if l.prose() {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	// A standfirst may be a sentence; a dateline soon after it opens the body.
	if first >= 0 {
		for i := first + 1; i <= min(first+2, last); i++ {
			if pg.lines[i].dateline > 0 && pg.lines[first].dateline == 0 && first > 0 {
				return i, last
			}
		}
	}
	return first, last
}

// head classifies the paragraphs before the first one of prose.
func (pg *page) head(first int, recurring map[string]bool) {
	var open []int // what is neither furniture nor a date
	for i := range pg.lines[:first] {
		l := &pg.lines[i]
		switch {
		case isDateLine(l.text) || len(open) > 0 && isOutletLine(l.text):
			l.kind = Dateline
		case isFurniture(*l) || recurring[l.key] && l.words < minTitle:
			l.kind = Furniture
		default:
			open = append(open, i)
		}
	}
	title := pg.title(open)
	for _, i := range open {
		l := &pg.lines[i]
		switch {
		case i == title:
			l.kind = Title
		case i < title && l.level == 0, l.words < minTitle && !l.sentence && l.level == 0:
			l.kind = Furniture
		default:
			l.kind = Subtitle
		}
	}
}

// title returns which of the open lines of the head is the title, or -1: the
// one that was given, else a heading of the highest level, else the first that
// is long enough, else the longest.
func (pg *page) title(open []int) int {
	title := -1
	if key := lineKey(pg.meta.Title); key != "" {
		for _, i := range open {
			if pg.lines[i].key == key {
				return i
			}
		}
	}
	for _, i := range open {
		if pg.lines[i].level == 1 {
			return i
		}
	}
	for _, i := range open {
		if pg.lines[i].words >= minTitle {
			return i
		}
		if title < 0 || pg.lines[i].words > pg.lines[title].words {
			title = i
		}
	}
	return title
}

// middle classifies the paragraphs from the first to the last of prose.
func (pg *page) middle(first, last int) {
	clocks := 0
	for _, l := range pg.lines[:last] {
		if isClock(l.text) {
			clocks++
		}
	}
	entries := clocks > 2 // of a live page, a clock above each
	if entries && first > 0 && isClock(pg.lines[first-1].text) {
		pg.lines[first-1].kind = Heading
	}
	for i := first; i <= last; i++ {
		l := &pg.lines[i]
		switch {
		case l.prose():
		case entries && isClock(l.text):
			l.kind = Heading
		case isFurniture(*l):
			l.kind = Furniture
		case l.level > 0, (!l.sentence || l.bold && strings.HasSuffix(l.text, "?")) && l.words <= maxHeading && headingShape(l.text):
			l.kind = Heading
		}
	}
}

// isClock reports whether s is a time of day: "22:05", "7.30".
func isClock(s string) bool {
	h, m, ok := strings.Cut(strings.Replace(s, ".", ":", 1), ":")
	return ok && len(m) == 2 && strings.Trim(h+m, "0123456789") == "" && (len(h) == 1 || len(h) == 2 && h < "24")
}

// tail classifies the paragraphs after the last one of prose.
func (pg *page) tail(last int, recurring map[string]bool) {
	below := false // a comment box or a list of other articles has begun
	for i := last + 1; i < len(pg.lines); i++ {
		l := &pg.lines[i]
		switch {
		case isFurniture(*l):
			l.kind = Furniture
			below = true
		case below && !l.sentence, recurring[l.key]:
			l.kind = Furniture
		}
	}
}

// parts returns the parts of the page: a paragraph each, its dateline and the
// marks around it apart.
func (pg *page) parts() []Part {
	var out []Part
	add := func(kind Kind, from, to int32) int32 {
		if sp := text.Trim(pg.meta.Text, text.Span{Start: from, End: to}); !sp.Empty() {
			out = append(out, Part{kind, sp})
		}
		return to
	}
	for i, l := range pg.lines {
		sp := pg.paragraphs[i]
		at := add(Furniture, sp.Start, sp.Start+int32(l.before))
		if l.asked > 0 {
			at = add(Heading, at, at+int32(l.asked))
		} else if l.kind == Body && l.dateline > 0 {
			at = add(Dateline, at, at+int32(l.dateline))
		}
		at = add(l.kind, at, sp.End-int32(l.after))
		add(Furniture, at, sp.End)
	}
	return out
}

// endsSentence reports whether s ends as a sentence does, closing quotation
// marks and brackets aside.
func endsSentence(s string) bool {
	s = strings.TrimRightFunc(s, func(r rune) bool {
		return strings.ContainsRune("\"'`)]}", r) || unicode.In(r, unicode.Pf, unicode.Pe) || text.Space(r)
	})
	r, _ := utf8.DecodeLastRuneInString(s)
	return text.Terminal(r)
}

// headingShape reports whether s may be a heading: it opens with a capital, a
// figure or a letter without case, and holds no quotation that is cut off.
func headingShape(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) && !unicode.IsLower(r) || unicode.IsDigit(r) || unicode.In(r, unicode.Pi) || r == '"'
}

// lineKey returns s in lower case with single spaces.
func lineKey(s string) string {
	if len(s) > 512 {
		return ""
	}
	key := make([]byte, 0, len(s))
	apart := false
	for _, r := range s {
		if text.Space(r) {
			apart = len(key) > 0
			continue
		}
		if apart {
			key, apart = append(key, ' '), false
		}
		key = utf8.AppendRune(key, unicode.ToLower(r))
	}
	return string(key)
}
