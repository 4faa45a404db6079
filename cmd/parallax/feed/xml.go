package feed

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"html"
	"io"
	"slices"
	"strings"

	"parallax/cmd/parallax/webpage"
)

// maxHead is up to where the first element of a feed is looked for, in bytes.
const maxHead = 64 << 10

// Is reports whether a file is a feed, whatever it is called.
func Is(file []byte) bool {
	head := file[:min(len(file), maxHead)]
	source, err := decode(head)
	if err != nil {
		source = strings.ToValidUTF8(string(head), "\uFFFD") // what is not text stands further down
	}
	source = strings.TrimSpace(source)
	if strings.HasPrefix(source, "{") {
		return bytes.Contains(file, []byte(jsonMark))
	}
	if !strings.HasPrefix(source, "<") {
		return false
	}
	for d := decoder(source); ; {
		token, err := d.Token()
		if err != nil {
			return false
		}
		if root, ok := token.(xml.StartElement); ok {
			return kindOf(root) != ""
		}
	}
}

// kindOf returns the format that begins with an element, "" if none does.
func kindOf(root xml.StartElement) string {
	switch strings.ToLower(root.Name.Local) {
	case "rss", "rdf":
		return "RSS"
	case "feed":
		return "Atom"
	}
	return ""
}

// decoder reads XML that is UTF-8, whatever it says of itself, and has the faults
// that feeds have: entities of HTML, tags that are not closed. Entities that a
// file defines by itself are left as they are, so none grows.
func decoder(source string) *xml.Decoder {
	d := xml.NewDecoder(strings.NewReader(source))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	return d
}

// vocabularies are the short names of those that are read, by their addresses
// without what stands or is missing at the end. Other elements are called by the
// whole address, such as the title of a picture.
var vocabularies = map[string]string{
	"http://purl.org/rss/1.0":                    "",
	"http://channel.netscape.com/rdf/simple/0.9": "",
	"http://my.netscape.com/rdf/simple/0.9":      "",
	"http://www.w3.org/2005/Atom":                "",
	"http://purl.org/atom/ns":                    "",
	"http://purl.org/rss/1.0/modules/content":    "content:",
	"http://purl.org/dc/elements/1.1":            "dc:",
	"http://purl.org/dc/terms":                   "dcterms:",
	"http://rssnamespace.org/feedburner/ext/1.0": "feedburner:",
	"http://www.w3.org/XML/1998/namespace":       "xml:",
}

// element is one within an entry, or within the feed beside the entries.
type element struct {
	XMLName xml.Name
	Attrs   []xml.Attr `xml:",any,attr"`
	Text    string     `xml:",chardata"`
	Inner   string     `xml:",innerxml"`
	Names   []string   `xml:"name"`  // of an author
	Title   string     `xml:"title"` // of the feed that an entry was taken from
	Others  []struct{} `xml:",any"`
}

// called returns the name of an element, or of an attribute, in small letters.
func called(n xml.Name) string {
	space, known := vocabularies[strings.TrimRight(strings.TrimSpace(n.Space), "/#")]
	if !known && n.Space != "" {
		space = n.Space + ":"
	}
	return strings.ToLower(space + n.Local)
}

// native takes the vocabulary of the whole feed off a name: some feeds say that
// they are in one that does not exist.
func native(n xml.Name, root xml.StartElement) xml.Name {
	if n.Space == root.Name.Space {
		n.Space = ""
	}
	return n
}

func attr(attrs []xml.Attr, name string) string {
	for _, a := range attrs {
		if called(a.Name) == name {
			return strings.TrimSpace(a.Value)
		}
	}
	return ""
}

// markup returns the text of an element as HTML.
func (e element) markup() string {
	kind := strings.ToLower(attr(e.Attrs, "type"))
	switch {
	case strings.EqualFold(attr(e.Attrs, "mode"), "base64") || strings.Contains(kind, "/") && !strings.HasPrefix(kind, "text/") && !strings.Contains(kind, "xhtml"):
		return "" // a picture, or a document of some other make
	case len(e.Others) > 0 || len(e.Names) > 0 || e.Title != "":
		return fromXML(e.Inner)
	case kind == "text" || kind == "text/plain":
		return html.EscapeString(e.Text)
	case !strings.Contains(e.Text, "<") && strings.Contains(e.Text, "&lt;/"):
		return html.UnescapeString(e.Text) // escaped twice
	}
	return e.Text
}

// fromXML writes XHTML as HTML, which closes elements otherwise and knows no
// vocabularies. Of the attributes the classes are kept.
func fromXML(inner string) string {
	d := decoder(inner)
	var b strings.Builder
	for {
		token, err := d.RawToken()
		if err != nil {
			return b.String() // what is wrong with it was said when the feed was read
		}
		switch token := token.(type) {
		case xml.StartElement:
			b.WriteString("<" + token.Name.Local)
			if class := attr(token.Attr, "class"); class != "" {
				b.WriteString(` class="` + html.EscapeString(class) + `"`)
			}
			b.WriteString(">")
		case xml.EndElement:
			if name := token.Name.Local; !slices.Contains(empty, name) {
				fmt.Fprintf(&b, "</%s>", name)
			}
		case xml.CharData:
			b.WriteString(html.EscapeString(string(token)))
		}
	}
}

// empty are the elements of HTML that are never closed.
var empty = []string{"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}

// fields are the elements of an entry or a feed by their names.
type fields map[string][]element

func (f fields) add(e element, root xml.StartElement) {
	name := called(native(e.XMLName, root))
	f[name] = append(f[name], e)
}

// texts returns the texts of the elements with these names, in this order.
func (f fields) texts(names ...string) []string {
	var list []string
	for _, name := range names {
		for _, e := range f[name] {
			if s := e.markup(); strings.TrimSpace(s) != "" {
				list = append(list, s)
			}
		}
	}
	return list
}

// first returns the first of the texts, or "".
func (f fields) first(names ...string) string {
	return strings.TrimSpace(append(f.texts(names...), "")[0])
}

// link returns the address of the page of an entry, or of the site of a feed.
func (f fields) link() string {
	if s := f.first("feedburner:origlink"); s != "" {
		return s
	}
	for _, e := range f["link"] {
		rel := attr(e.Attrs, "rel")
		if href := attr(e.Attrs, "href"); href != "" && (rel == "" || rel == "alternate") {
			return href
		}
		if s := strings.TrimSpace(e.Text); s != "" {
			return s
		}
	}
	for _, e := range f["guid"] {
		if !strings.EqualFold(attr(e.Attrs, "ispermalink"), "false") {
			return webpage.Address(e.Text)
		}
	}
	return ""
}

// authors returns the names of the authors.
func (f fields) authors() string {
	if names := listed(f.texts("dc:creator")); names != "" {
		return names
	}
	var names []string
	for _, e := range f["author"] {
		if len(e.Others) == 0 && len(e.Names) == 0 { // RSS
			names = append(names, e.Text)
		}
		names = append(names, e.Names...)
	}
	return listed(names)
}

func readXML(source string) (kind string, c channel, entries []entry, err error) {
	top := fields{}
	var root xml.StartElement
	for d := decoder(source); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return "", c, nil, notXML(err)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch name := called(native(start.Name, root)); {
		case kind == "":
			if kind = kindOf(start); kind == "" {
				return "", c, nil, fmt.Errorf("no feed but %s", name)
			}
			root = start.Copy()
		case name == "channel": // what stands in it is read one by one
		case name == "item" || name == "entry":
			e, err := readEntry(d, start, root)
			if err != nil {
				return "", c, nil, notXML(err)
			}
			entries = append(entries, e)
		default:
			var e element
			if err := d.DecodeElement(&e, &start); err != nil {
				return "", c, nil, notXML(err)
			}
			top.add(e, root)
		}
	}
	if kind == "" {
		return "", c, nil, errors.New("no feed")
	}
	c.outlet = webpage.Name(webpage.Line(top.first("title", "dc:title")))
	c.link = top.link()
	c.base = cmp.Or(attr(root.Attr, "xml:base"), c.link)
	c.language = cmp.Or(top.first("language", "dc:language"), attr(root.Attr, "xml:lang"))
	if kind == "Atom" {
		c.author = top.authors() // of RSS it is who looks after the feed
	}
	return kind, c, entries, nil
}

func readEntry(d *xml.Decoder, start, root xml.StartElement) (entry, error) {
	var read struct {
		Elements []element `xml:",any"`
	}
	if err := d.DecodeElement(&read, &start); err != nil {
		return entry{}, err
	}
	f := fields{}
	for _, e := range read.Elements {
		f.add(e, root)
	}
	e := entry{
		title:     f.first("title", "dc:title"),
		link:      f.link(),
		published: f.texts("published", "issued", "pubdate", "dcterms:issued", "dcterms:created", "dc:date", "updated", "modified", "dcterms:modified"),
		author:    f.authors(),
		language:  cmp.Or(f.first("dc:language", "language"), attr(start.Attr, "xml:lang")),
		content:   f.first("content:encoded", "content"),
		summary:   f.first("description", "summary", "dc:description"),
	}
	for _, from := range f["source"] {
		e.outlet = strings.TrimSpace(cmp.Or(from.Title, from.Text))
	}
	return e, nil
}

// notXML says where a file breaks off or goes wrong.
func notXML(err error) error {
	var at *xml.SyntaxError
	if errors.As(err, &at) {
		return fmt.Errorf("line %d: broken XML: %s", at.Line, at.Msg)
	}
	return err
}
