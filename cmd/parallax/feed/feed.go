// Package feed reads articles out of feeds: RSS 0.9 to 2.0, Atom and JSON Feed.
//
// All of them say the same of an entry under other names, so the names of one
// field stand together in one list, in the order in which they are believed.
// What is read is little, and encoding/xml reads it: a library of feeds brings
// podcasts and pictures along, and no longer tells text from HTML.
package feed

import (
	"cmp"
	"net/mail"
	"net/url"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"parallax/cmd/parallax/webpage"
)

// A Feed is what is read of a feed.
type Feed struct {
	Kind     string    // "RSS", "Atom" or "JSON Feed"
	Articles []Article // in the order of the feed
	Teasers  int       // how many entries have a teaser in place of a text
}

// An Article is an entry with its text, in paragraphs. What the feed does not
// say of it is "".
type Article struct {
	Title, Outlet, URL, Published, Author, Language, Text string
}

// channel is what a feed says of all its entries.
type channel struct {
	outlet           string // its title
	link, base       string // of its site, and what the links of entries may be relative to
	author, language string
}

// entry is one of a feed, as it is stated.
type entry struct {
	title, outlet    string // as HTML
	link             string
	published        []string // what may be its date, best first
	author, language string
	content, summary string // as HTML
}

// Read reads a feed, which is one by Is.
func Read(file []byte) (Feed, error) {
	source, err := decode(file)
	if err != nil {
		return Feed{}, err
	}
	read := readXML
	if strings.HasPrefix(strings.TrimSpace(source), "{") {
		read = readJSON
	}
	kind, c, entries, err := read(source)
	if err != nil {
		return Feed{}, err
	}
	f := Feed{Kind: kind}
	for _, e := range entries {
		if a := c.article(e); a.Text != "" {
			f.Articles = append(f.Articles, a)
		} else {
			f.Teasers++
		}
	}
	return f, nil
}

// article makes an article of an entry. Its text is "" if it has none.
func (c channel) article(e entry) Article {
	a := Article{
		Title:    webpage.Line(e.title),
		Outlet:   cmp.Or(webpage.Name(webpage.Line(e.outlet)), c.outlet),
		URL:      c.address(e.link),
		Author:   e.author,
		Language: cmp.Or(webpage.Language(e.language), webpage.Language(c.language)),
		Text:     textOf(webpage.Body(e.content), webpage.Body(e.summary)),
	}
	if e.outlet == "" { // nobody else's
		a.Author = cmp.Or(e.author, c.author)
	}
	stated := ""
	for _, s := range e.published {
		a.Published = cmp.Or(a.Published, date(s))
		stated = cmp.Or(stated, strings.TrimSpace(s))
	}
	a.Published = cmp.Or(a.Published, stated) // for whoever imports it to mend
	if a.Outlet == "" {
		a.Outlet = cmp.Or(host(a.URL), host(c.link))
	}
	a.Title = webpage.WithoutOutlet(a.Title, a.Outlet)
	a.Text = withoutCredit(webpage.Below(a.Title, a.Text), a.Title, a.Outlet)
	if !webpage.HasParagraph(a.Text) {
		a.Text = ""
	}
	return a
}

// The lengths that tell a text from a teaser, in characters.
const (
	longText = 500          // a summary from which on it is a text
	wholeAll = 4 * longText // a text from which on it is whole, however it ends
)

// textOf returns the text of an entry, or "" if what the feed has is a teaser. A
// short notice is a text if the feed calls it the content and does not say the
// same in its summary.
func textOf(content, summary string) string {
	for _, s := range [...]string{content, summary} {
		if utf8.RuneCountInString(s) >= longText && !isCut(s) {
			return s
		}
	}
	if len(content) > len(summary) && !isCut(content) {
		return content
	}
	return ""
}

// isCut reports whether a text ends in the middle: programs that cut an excerpt
// say so by an ellipsis, below which a line or two lead to the page.
func isCut(s string) bool {
	if utf8.RuneCountInString(s) >= wholeAll {
		return false
	}
	lines := strings.Split(s, "\n")
	last := true
	for i := len(lines) - 1; i >= 0; i-- {
		line := strings.TrimRight(lines[i], " →»>")
		if strings.HasSuffix(line, "[…]") || strings.HasSuffix(line, "[...]") || last && (strings.HasSuffix(line, "…") || strings.HasSuffix(line, "...")) {
			return true
		}
		last = last && line == ""
	}
	return false
}

// withoutCredit cuts off the last line of a text if it names both title and
// outlet and says little else, as programs that write feeds put it below each:
// "The post Ships come in appeared first on The Harbour Post."
func withoutCredit(text, title, outlet string) string {
	const little = 100 // bytes
	at := strings.LastIndexByte(text, '\n') + 1
	line := text[at:]
	if at == 0 || title == "" || outlet == "" || len(line) > len(title)+len(outlet)+little ||
		!strings.Contains(line, title) || !strings.Contains(line, outlet) {
		return text
	}
	return strings.TrimRight(text[:at], "\n")
}

// date returns s if it can be read as a date. RFC 822, by which RSS goes, has
// years of two digits, which nothing else has.
func date(s string) string {
	s = strings.TrimSpace(s)
	if d := webpage.Date(s); d != "" {
		return d
	}
	if t, err := mail.ParseDate(s); err == nil {
		return t.Format(time.DateOnly)
	}
	return ""
}

// address returns the address that a link of the feed leads to.
func (c channel) address(link string) string {
	base, err := url.Parse(strings.TrimSpace(c.base))
	if err != nil {
		return webpage.Address(link)
	}
	u, err := base.Parse(strings.TrimSpace(link))
	if err != nil || link == "" {
		return ""
	}
	return webpage.Address(u.String())
}

// listed joins the names of people, each said once. RSS wants an address of each:
// "mara@post.example (Mara Quill)".
func listed(people []string) string {
	var names []string
	for _, p := range people {
		name := webpage.Line(p)
		if strings.Contains(name, "@") {
			parts := strings.FieldsFunc(name, func(r rune) bool { return r == '(' || r == ')' })
			parts = slices.DeleteFunc(parts, func(s string) bool { return strings.Contains(s, "@") })
			name = strings.TrimSpace(strings.Join(parts, " "))
		}
		if name = webpage.Name(name); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// host returns the name of the host of an address, "" if it is none.
func host(address string) string {
	u, err := url.Parse(webpage.Address(address))
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}
