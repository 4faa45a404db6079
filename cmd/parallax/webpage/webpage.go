// Package webpage reads the article out of a saved web page: what the page
// states of it for machines, and its text.
//
// A news page says the same thing several times over. What it says in JSON-LD,
// which it writes for search engines and mends when they complain, counts first;
// then come its meta elements, then what a reader sees. Of each field the page
// keeps from which of them it came.
//
// Where JSON-LD has no text, package readability tells the article from the page
// around it, by the rules of Firefox's reader view: thousands of lines that we
// should have to write and mend ourselves. It is no part of the wasm.
//
// What reads a single value is exported for package feed, which finds the same
// values elsewhere.
package webpage

import (
	"cmp"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"parallax/internal/dates"
)

// A Page is what a web page says of the article on it. A field that it says
// nothing of is zero.
type Page struct {
	Title, Outlet, URL, Published, Author, Language, Text Field
}

// A Field is a value and where in the page it stands, in words that end a
// sentence: "JSON-LD", "meta og:title".
type Field struct{ Value, From string }

// offer takes a value if none better is known.
func (f *Field) offer(value, from string) {
	if value = strings.Join(strings.Fields(value), " "); value != "" && f.Value == "" {
		*f = Field{value, from}
	}
}

// errNoText is for a page in which no article is found.
var errNoText = errors.New("no article found in the page; one that loads its text by a script can be saved with SingleFile")

// Where a field can come from, besides the meta elements, which go by their names.
const (
	fromJSONLD    = "JSON-LD"
	fromPage      = "the page itself"
	fromHeading   = "its heading"
	fromTitle     = "its title element"
	fromCanonical = "its canonical link"
	fromSaver     = "the note of the program that saved it"
	fromAddress   = "its address"
	fromLang      = "its lang attribute"
)

// Read reads a page, which may be in any encoding that browsers know, or in a web
// archive.
func Read(file []byte) (Page, error) {
	s, err := unpack(file)
	if err != nil {
		return Page{}, err
	}
	source, err := decode(s.page, s.kind)
	if err != nil {
		return Page{}, err
	}
	root, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return Page{}, fmt.Errorf("no page that can be read: %w", err)
	}
	h := readHead(root)
	h.savedFrom = cmp.Or(h.savedFrom, s.address)
	var p Page
	p.URL.offer(Address(h.canonical), fromCanonical) // to tell the article from others in JSON-LD
	stated := newsArticle(h.jsonLD, p.URL.Value)
	p.take(h, stated)
	p.Text = text(root, stated.body)
	p.Text.Value = Below(p.Title.Value, p.Text.Value)
	if p.Text.Value == "" {
		return Page{}, errNoText
	}
	return p, nil
}

// take fills in all fields but the text.
func (p *Page) take(h head, stated ldArticle) {
	p.Title.offer(stated.headline, fromJSONLD)
	p.Outlet.offer(stated.publisher, fromJSONLD)
	p.Published.offer(Date(stated.published), fromJSONLD)
	p.Author.offer(stated.author, fromJSONLD)
	p.Language.offer(Language(stated.language), fromJSONLD)
	if u := Address(stated.url); u != "" {
		p.URL = Field{u, fromJSONLD}
	}
	for _, m := range [...]struct {
		field *Field
		names []string
		read  func(string) string
	}{
		{&p.Title, []string{"og:title", "twitter:title", "dc.title"}, nil},
		{&p.Outlet, []string{"og:site_name", "publisher", "dc.publisher", "application-name"}, Name},
		{&p.URL, []string{"og:url"}, Address},
		{&p.Published, []string{"article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "dc.date.issued", "dcterms.date", "dc.date", "pubdate", "date"}, Date},
		{&p.Author, []string{"author", "article:author", "dc.creator"}, Name},
		{&p.Language, []string{"og:locale"}, Language},
	} {
		for _, name := range m.names {
			value := h.meta[name]
			if m.read != nil {
				value = m.read(value)
			}
			m.field.offer(value, "meta "+name)
		}
	}
	p.Title.offer(h.heading, fromHeading)
	p.Title.offer(h.title, fromTitle)
	p.Language.offer(Language(h.language), fromLang)
	p.URL.offer(Address(h.savedFrom), fromSaver)
	p.Title.Value = WithoutOutlet(p.Title.Value, p.Outlet.Value)
	if u, err := url.Parse(p.URL.Value); err == nil {
		p.Outlet.offer(strings.TrimPrefix(u.Hostname(), "www."), fromAddress)
	}
}

// Date returns s if it can be read as a date, else "".
func Date(s string) string {
	if !dates.Understood(s) {
		return ""
	}
	return s
}

// Name returns s, a name of somebody, unless it is an address.
func Name(s string) string {
	if strings.Contains(s, "://") {
		return ""
	}
	return s
}

// Language returns s as BCP 47 writes languages, "en-GB", or "" if it is a name.
func Language(s string) string {
	s = strings.ReplaceAll(strings.TrimSpace(s), "_", "-")
	foreign := func(r rune) bool {
		return r != '-' && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z')
	}
	if base, _, _ := strings.Cut(s, "-"); len(base) != 2 && len(base) != 3 || strings.ContainsFunc(s, foreign) {
		return ""
	}
	return s
}

// Address returns the address of an article on the web, or "" if s is none. For
// a copy in the Internet Archive it is the address copied from.
func Address(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	if u.Host == "web.archive.org" {
		if at := strings.Index(u.String(), "/http"); at >= 0 {
			return Address(u.String()[at+1:])
		}
	}
	u.Fragment = ""
	return u.String()
}

// WithoutOutlet cuts the name of the outlet off the end of a title: "Ships come
// in | The Post".
func WithoutOutlet(title, outlet string) string {
	at := len(title) - len(outlet)
	if outlet == "" || at <= 0 || !strings.EqualFold(title[at:], outlet) {
		return title
	}
	for _, mark := range [...]string{" | ", " - ", " – ", " — ", " · ", " :: "} {
		if cut, ok := strings.CutSuffix(title[:at], mark); ok && cut != "" {
			return cut
		}
	}
	return title
}

// head is what a page says of itself outside its text.
type head struct {
	meta      map[string]string // by property, name or itemprop in small letters, the first of each
	jsonLD    []string
	title     string // of the window
	heading   string // the h1, if there is one only
	canonical string
	language  string
	savedFrom string // as the program noted that saved the page
}

func readHead(root *html.Node) head {
	h := head{meta: map[string]string{}}
	headings := 0
	for n := range root.Descendants() {
		switch n.DataAtom {
		case atom.Meta, atom.Time:
			h.addMeta(n)
		case atom.Script:
			if kind, _, _ := strings.Cut(attr(n, "type"), ";"); strings.EqualFold(strings.TrimSpace(kind), "application/ld+json") && n.FirstChild != nil {
				h.jsonLD = append(h.jsonLD, n.FirstChild.Data)
			}
		case atom.Title:
			if h.title == "" && n.Namespace == "" {
				h.title = words(n)
			}
		case atom.H1:
			headings++
			h.heading = words(n)
		case atom.Link:
			if strings.EqualFold(attr(n, "rel"), "canonical") {
				h.canonical = attr(n, "href")
			}
		case atom.Html:
			h.language = attr(n, "lang")
		}
		if n.Type == html.CommentNode && h.savedFrom == "" {
			h.savedFrom = savedFrom(n.Data)
		}
	}
	if headings != 1 {
		h.heading = ""
	}
	return h
}

// addMeta takes in a meta element, or a time that says of what it is.
func (h *head) addMeta(n *html.Node) {
	value := attr(n, "content")
	keys := []string{"itemprop"}
	if n.DataAtom == atom.Time {
		value = attr(n, "datetime")
	} else {
		keys = []string{"property", "name", "itemprop"}
	}
	for _, key := range keys {
		name := strings.ToLower(strings.TrimSpace(attr(n, key)))
		if h.meta[name] == "" && strings.TrimSpace(value) != "" {
			h.meta[name] = value
		}
	}
}

// savedFrom reads the comment that a browser or SingleFile leaves in a page:
// "saved from url=(0031)https://example.org/ships.html".
func savedFrom(comment string) string {
	if !strings.Contains(comment, "saved ") {
		return ""
	}
	for _, mark := range [...]string{"saved from url=", "url:"} {
		if _, rest, ok := strings.Cut(comment, mark); ok {
			address, _, _ := strings.Cut(strings.TrimLeft(rest, "()0123456789 "), "\n")
			return strings.TrimSpace(address)
		}
	}
	return ""
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key && a.Namespace == "" {
			return a.Val
		}
	}
	return ""
}
