package search

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"parallax/internal/text"
)

// The query language. Nothing is an error: what cannot be read is searched as
// words, and listed in unread.
//
//	minsk group         articles with both words first, then with one of them
//	2020                articles that tell of that year as well, written or not
//	"minsk group"       the words side by side; required
//	-tass  -"a b"       not with this
//	baku OR yerevan     either counts as the word
//	outlet:tass         published by; source: is the same; quotes join words
//	who:peskov          who speaks or is named
//	date:2020-10        tells of that time; 2020, 2020-10-25, 2020-10..2020-11,
//	                    2020.. and ..2020 as well
//	published:2020      published then
//	in:title            all words must stand there; also subtitle, body
//	near:5              all words within five words of each other
//
// A minus before any of outlet, who, date and published turns it round. AND
// and OR are words in a query without a small letter. A quotation mark that is
// never closed closes at the end.
type query struct {
	clauses []clause // words and phrases; each article should have all
	not     []atom
	require []atom // outlet: and who:
	times   []timeFilter
	fields  uint8 // bit Field is set: look there; 0 is everywhere
	near    int   // 0 is anywhere

	filters []Filter
	unread  []string
	left    []string // words beyond maxWords, as typed
}

// maxWords is how many words of a query are searched for, each of which takes
// memory and time: a long sentence. Filters may have as many again.
const maxWords = 50

// clause is one word or phrase, or several with OR between them. A number in it
// may be written otherwise.
type clause struct {
	atoms    []atom
	variants []atom
}

// atom is a word or phrase.
type atom struct {
	words  []word
	phrase bool // in quotation marks: required
	fields uint8
}

// word is one term of the query.
type word struct {
	typed  string
	folded string
	prefix bool // the last word typed, perhaps unfinished
	year   bool // by itself and four digits: what happened then counts as well
	joint  byte // what joins it to the next in one number: the colon of "5:40"; 0 if nothing
}

// timeFilter restricts to articles that tell of, or were published in, a
// stretch of days.
type timeFilter struct {
	published bool
	not       bool
	days
}

// keys maps what may stand before a colon to the key of the filter.
var keys = map[string]string{
	"outlet": "outlet", "source": "outlet", "who": "who", "date": "date", "published": "published", "in": "in", "near": "near",
}

var fieldNames = map[string]Field{"title": Title, "subtitle": Subtitle, "body": Body, "people": People, "outlet": Outlet}

const maxNear = 1000

// parse reads a query.
func parse(s string) query {
	p := parser{s: strings.ToValidUTF8(s, " ")}
	p.operators = strings.IndexFunc(p.s, unicode.IsLower) >= 0
	for p.next() {
	}
	if p.or != "" {
		p.unread(p.or)
	}
	return p.q
}

type parser struct {
	s         string
	at        int
	q         query
	operators bool   // OR and AND are operators
	or        string // an OR is waiting for its right side
	n         int    // words so far
	inFilters int
}

func (p *parser) unread(s string) { p.q.unread = append(p.q.unread, s) }

// next reads one operand or operator; it reports false at the end.
func (p *parser) next() bool {
	for p.at < len(p.s) {
		r, n := utf8.DecodeRuneInString(p.s[p.at:])
		if !unicode.IsSpace(r) {
			break
		}
		p.at += n
	}
	if p.at == len(p.s) {
		return false
	}
	start := p.at
	not := p.s[p.at] == '-' && p.at+1 < len(p.s) && !unicode.IsSpace(rune(p.s[p.at+1]))
	if not {
		p.at++
	}
	if end := quoteLen(p.s[p.at:]); end > 0 {
		phrase, closed := p.quoted()
		p.add(atom{words: terms(phrase, !closed), phrase: true}, not)
		return true
	}
	chunk := p.chunk()
	if key, value, ok := strings.Cut(chunk, ":"); ok && isKey(key) {
		return p.filter(start, key, value, not)
	}
	switch {
	case p.operators && !not && (chunk == "OR" || chunk == "|"):
		if len(p.q.clauses) == 0 || p.or != "" {
			p.unread(chunk)
			p.words(chunk)
		} else {
			p.or = chunk
		}
	case p.operators && !not && chunk == "AND" && len(p.q.clauses) > 0:
	case not:
		p.add(atom{words: terms(chunk, false), phrase: true}, true)
	default:
		p.words(chunk)
	}
	return true
}

// chunk reads up to the next white space or quotation mark.
func (p *parser) chunk() string {
	start := p.at
	for p.at < len(p.s) {
		r, n := utf8.DecodeRuneInString(p.s[p.at:])
		if unicode.IsSpace(r) || quoteLen(p.s[p.at:]) > 0 {
			break
		}
		p.at += n
	}
	return p.s[start:p.at]
}

// quoteLen returns the length of the quotation mark that s begins with, or 0.
func quoteLen(s string) int {
	switch r, n := utf8.DecodeRuneInString(s); r {
	case '"', '“', '”', '„', '«', '»', '＂':
		return n
	}
	return 0
}

// quoted reads what stands in quotation marks, the first of which is at p.at.
func (p *parser) quoted() (inside string, closed bool) {
	p.at += quoteLen(p.s[p.at:])
	start := p.at
	for p.at < len(p.s) {
		if n := quoteLen(p.s[p.at:]); n > 0 {
			p.at += n
			return p.s[start : p.at-n], true
		}
		_, n := utf8.DecodeRuneInString(p.s[p.at:])
		p.at += n
	}
	return p.s[start:], false
}

// terms folds the words of s. If open is set, s goes on to the end of the
// query and its last word may be unfinished.
func terms(s string, open bool) []word {
	var words []word
	end := 0
	for at := 0; ; {
		sp, next := text.NextTerm(s, at)
		if sp.Empty() {
			break
		}
		typed := sp.Of(s)
		if n := len(words); n > 0 && int(sp.Start) == end+1 && strings.IndexByte(":,.", s[end]) >= 0 && isNumber(words[n-1].folded) && isNumber(typed) {
			words[n-1].joint = s[end]
		}
		words = append(words, word{typed: typed, folded: string(appendTerm(nil, typed))})
		end, at = int(sp.End), next
	}
	// "U." is on the way to "U.S.".
	if n := len(words); open && n > 0 && (end == len(s) || s[end:] == "." && len(words[n-1].folded) == 1) && !pairs(words[n-1]) {
		words[n-1].prefix = true
	}
	return settle(words)
}

// settle mends the last term of words if it is one character of a script
// without spaces. In an article such a term stands only at the end of a run:
// after a pair it is left out, so that 北京 is found in 北京市; by itself it is
// the beginning of a pair.
func settle(words []word) []word {
	n := len(words)
	if n == 0 || !pairs(words[n-1]) || utf8.RuneCountInString(words[n-1].folded) > 1 {
		return words
	}
	if n > 1 && pairs(words[n-2]) {
		return words[:n-1]
	}
	words[n-1].prefix = true
	return words
}

// words adds the words of a chunk; those of a run of Chinese, Japanese or
// Korean are a phrase, and so are those of a number.
func (p *parser) words(chunk string) {
	words := terms(chunk, p.at == len(p.s))
	for i := 0; i < len(words); {
		j := i + 1
		if pairs(words[i]) {
			for j < len(words) && pairs(words[j-1]) && utf8.RuneCountInString(words[j-1].folded) == 2 {
				j++
			}
		}
		for j < len(words) && words[j-1].joint != 0 {
			j++
		}
		words[i].year = isYear(words[i].folded) && j == i+1
		if before := p.n; isNumber(words[i].folded) {
			p.add(atom{words: words[i:j:j]}, false)
			if n := len(p.q.clauses) - 1; p.n == before+j-i {
				p.q.clauses[n].variants = append(p.q.clauses[n].variants, variants(words[i:j])...)
			}
		} else {
			p.add(atom{words: settle(words[i:j:j])}, false)
		}
		i = j
	}
}

// variants returns the other ways to write a number or a time of day: 40000 and
// 40,000, 5:40 and 05:40.
func variants(number []word) []atom {
	first, last := number[0], number[len(number)-1]
	whole := func(folded string, prefix bool, joint byte) word {
		return word{typed: folded, folded: folded, prefix: prefix, joint: joint}
	}
	switch {
	case len(number) == 1 && len(first.folded) > len("999"):
		var groups []word
		for s := first.folded; s != ""; {
			n := (len(s)-1)%3 + 1
			groups = append(groups, whole(s[:n], false, ','))
			s = s[n:]
		}
		end := &groups[len(groups)-1]
		end.prefix, end.joint = first.prefix, 0
		return []atom{{words: groups}}
	case first.joint == ',':
		together := ""
		for n, w := range number {
			if n > 0 && (len(w.folded) != 3 || number[n-1].joint != ',') {
				return nil
			}
			together += w.folded
		}
		return []atom{{words: []word{whole(together, last.prefix, 0)}}}
	case len(number) == 2 && len(first.folded) == 1:
		return []atom{{words: []word{whole("0"+first.folded, false, first.joint), last}}}
	case len(number) == 2 && len(first.folded) == 2 && first.folded[0] == '0':
		return []atom{{words: []word{whole(first.folded[1:], false, first.joint), last}}}
	}
	return nil
}

// isNumber reports whether a term is written in figures.
func isNumber(term string) bool { return term != "" && strings.Trim(term, "0123456789") == "" }

// isYear reports whether a term is a year as one writes it.
func isYear(term string) bool {
	return len(term) == 4 && term[0] != '0' && isNumber(term)
}

func pairs(w word) bool {
	r, _ := utf8.DecodeRuneInString(w.folded)
	return text.Ideographic(r)
}

// add adds an operand.
func (p *parser) add(a atom, not bool) {
	if !a.phrase && len(a.words) == 1 && a.words[0].folded == "" {
		a.words = nil
	}
	if len(a.words) == 0 {
		return
	}
	a.words = p.take(a.words, &p.n)
	if len(a.words) == 0 {
		p.or = ""
		return
	}
	switch n := len(p.q.clauses); {
	case not:
		p.q.not = append(p.q.not, a)
	case p.or != "":
		p.or = ""
		p.q.clauses[n-1].atoms = append(p.q.clauses[n-1].atoms, a)
	default:
		p.q.clauses = append(p.q.clauses, clause{atoms: []atom{a}})
	}
}

// take counts words in n, and returns those that are searched for.
func (p *parser) take(words []word, n *int) []word {
	kept := min(len(words), maxWords-*n)
	*n += kept
	for _, w := range words[kept:] {
		p.q.left = append(p.q.left, w.typed)
	}
	return words[:kept]
}

// isKey reports whether s, before a colon, looks like the name of a filter.
func isKey(s string) bool {
	if s == "" {
		return false
	}
	for _, c := range []byte(s) {
		if (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') {
			return false
		}
	}
	return true
}

// filter adds key:value, which began at byte start of the query.
func (p *parser) filter(start int, key, value string, not bool) bool {
	if value == "" && quoteLen(p.s[p.at:]) > 0 {
		value, _ = p.quoted()
	}
	whole := p.s[start:p.at]
	name := keys[strings.ToLower(key)]
	ok := false
	switch name {
	case "outlet", "who":
		field := Outlet
		if name == "who" {
			field = People
		}
		a := atom{words: p.take(terms(value, p.at == len(p.s)), &p.inFilters), phrase: true, fields: 1 << field}
		if ok = len(a.words) > 0; ok && not {
			p.q.not = append(p.q.not, a)
		} else if ok {
			p.q.require = append(p.q.require, a)
		}
	case "date", "published":
		var d days
		if d, ok = parseDays(value); ok {
			p.q.times = append(p.q.times, timeFilter{name == "published", not, d})
		}
	case "in":
		var f Field
		if f, ok = fieldNames[strings.ToLower(value)]; ok && !not {
			p.q.fields |= 1 << f
		}
		ok = ok && !not
	case "near":
		n, err := strconv.Atoi(value)
		if ok = err == nil && n > 0 && !not; ok {
			p.q.near = min(n, maxNear)
		}
	}
	if ok {
		if not {
			name = "-" + name
		}
		p.q.filters = append(p.q.filters, Filter{Key: name, Value: value, Text: whole})
		return true
	}
	if value != "" && !strings.HasPrefix(value, "/") || name != "" {
		p.unread(whole)
	}
	p.words(whole)
	return true
}

// ParsePeriod reads the value of a date: or published: filter.
func ParsePeriod(s string) (Period, bool) {
	d, ok := parseDays(s)
	return Period{date(d.first), date(d.after)}, ok
}

// parseDays reads a day, month or year of ISO 8601, or two with ".." between
// them, of which one may be missing.
func parseDays(s string) (days, bool) {
	from, to, isRange := strings.Cut(s, "..")
	if !isRange {
		return parseDate(s)
	}
	if from == "" && to == "" {
		return days{}, false
	}
	d := days{noDay, noDay}
	if from != "" {
		first, ok := parseDate(from)
		if !ok {
			return days{}, false
		}
		d.first = first.first
	}
	if to != "" {
		last, ok := parseDate(to)
		if !ok {
			return days{}, false
		}
		d.after = last.after
	}
	return d, d.first == noDay || d.after == noDay || d.first < d.after
}

// ParseDate reads a day, a month or a year of ISO 8601: 2020-10-26, 2020-10 or
// 2020.
func ParseDate(s string) (Period, bool) {
	for _, form := range []struct {
		layout              string
		years, months, days int
	}{{"2006", 1, 0, 0}, {"2006-01", 0, 1, 0}, {time.DateOnly, 0, 0, 1}} {
		if t, err := time.Parse(form.layout, s); err == nil {
			return Period{t, t.AddDate(form.years, form.months, form.days)}, true
		}
	}
	return Period{}, false
}

func parseDate(s string) (days, bool) {
	p, ok := ParseDate(s)
	return days{day(p.First), day(p.After)}, ok
}

// overlaps reports whether both stretches share a day; noDay is an open end.
func (d days) overlaps(o days) bool {
	return (d.first == noDay || o.after == noDay || d.first < o.after) && (o.first == noDay || d.after == noDay || o.first < d.after)
}

// contain reports whether all of o, which has no open end, lies within d.
func (d days) contain(o days) bool {
	return o.first != noDay && o.after != noDay && d.first <= o.first && o.after <= d.after
}
