package engine

import (
	"cmp"
	"strconv"
	"strings"
)

// sourced refers to article i with who wrote it and its address.
func (e *Engine) sourced(i int) ArticleRef {
	ref, a := e.refs[i], &e.d.Articles[i]
	ref.URL = a.URL
	if !strings.EqualFold(a.Author, ref.Outlet) { // an agency needs no second naming
		ref.Author = a.Author
	}
	return ref
}

// Citation is an article's source on one line: outlet, title, date, author and
// address, as far as they are known.
func (r ArticleRef) Citation() string {
	words := cmp.Or(r.Outlet, "unknown outlet") + ", “" + strings.Join(strings.Fields(r.Title), " ") + "”, " + r.FullDate()
	if r.Author != "" {
		words += ", by " + r.Author
	}
	if r.URL != "" {
		words += ", " + r.URL
	}
	return words
}

// DateWords is the date of an article, told apart from what else its outlet
// published that day: "12 Mar 2026", "12 Mar 2026 (2)".
func (r ArticleRef) DateWords() string { return r.Date + r.nth() }

// FullDate is DateWords and how sure that is: "26 Oct 2020 or soon after".
func (r ArticleRef) FullDate() string { return strings.TrimSpace(r.DateWords() + " " + r.DateNote) }

// nth is the end of DateWords.
func (r ArticleRef) nth() string {
	if r.Nth == 0 {
		return ""
	}
	return " (" + strconv.Itoa(r.Nth) + ")"
}

// DayAndYear parts DateWords so that it breaks there in a narrow column: "12 Mar"
// and "2026 (2)". What ends in no year, such as "no date", is all day.
func (r ArticleRef) DayAndYear() (day, year string) {
	if day, year = r.dayAndYear(); year == "" {
		return r.DateWords(), ""
	}
	return day, year + r.nth()
}

// dayAndYear parts Date.
func (r ArticleRef) dayAndYear() (day, year string) {
	i := strings.LastIndexByte(r.Date, ' ')
	if _, err := strconv.Atoi(r.Date[i+1:]); i < 0 || err != nil {
		return r.Date, ""
	}
	return r.Date[:i], r.Date[i+1:]
}

// Cited says an outlet with the date of its article: "TASS 26 Oct 2020", "TASS,
// no date".
func (r ArticleRef) Cited() string {
	if r.EDTF == "" {
		return isolated(r.Outlet) + ", " + r.DateWords()
	}
	return isolated(r.Outlet) + " " + r.DateWords()
}

// isolated sets a name written from right to left apart, so that the digits
// which follow it stay behind it.
func isolated(name string) string {
	const first, last = '\u2068', '\u2069' // first strong isolate, pop
	if !strings.ContainsFunc(name, func(c rune) bool {
		return c >= 0x590 && c <= 0x8FF || c >= 0xFB1D && c <= 0xFDFF || c >= 0xFE70 && c <= 0xFEFC
	}) {
		return name
	}
	return string(first) + name + string(last)
}
