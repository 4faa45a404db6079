package webpage

import (
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The lengths that tell texts apart, in bytes.
const (
	longBody     = 500     // an articleBody from which on it is no mere summary
	minParagraph = 40      // the longest paragraph of an article has that much at least
	maxCaption   = 300     // the words below a picture have that much at most
	maxAttribute = 4 << 10 // what is longer is a picture or a script in an attribute
)

// text returns the text of the article on a page, of which body is what JSON-LD
// says it is. It spends the nodes of the page.
func text(root *html.Node, body string) Field {
	stated := Body(body)
	if len(stated) >= longBody && strings.Contains(stated, "\n\n") {
		return Field{stated, fromJSONLD}
	}
	// Many pages state their text without its paragraphs, or a summary.
	shown := shownText(root)
	if len(shown)*5 >= len(stated)*4 && HasParagraph(shown) {
		return Field{shown, fromPage}
	}
	if HasParagraph(stated) {
		return Field{stated, fromJSONLD}
	}
	return Field{}
}

// Below returns what of a text stands below its title, if the title stands in it
// and nothing but short lines, of a menu, above.
func Below(title, text string) string {
	at := 0
	for line := range strings.Lines(text) {
		at += len(line)
		if line = strings.TrimSpace(line); line != "" && line == title {
			return strings.TrimLeft(text[at:], "\n")
		}
		if len(line) >= minParagraph {
			break
		}
	}
	return text
}

// HasParagraph reports whether s has a paragraph that can be one of an article.
func HasParagraph(s string) bool {
	for line := range strings.Lines(s) {
		if len(line) >= minParagraph {
			return true
		}
	}
	return false
}

// Body returns the paragraphs of the text of an article that is stated as HTML
// or as lines, of which each is a paragraph.
func Body(stated string) string {
	lower := strings.ToLower(stated)
	if !strings.Contains(lower, "<p") && !strings.Contains(lower, "<br") && !strings.Contains(lower, "<div") {
		stated = strings.NewReplacer("\r\n", "<br><br>", "\n", "<br><br>", "\r", "<br><br>").Replace(stated)
	}
	root, err := html.Parse(strings.NewReader(stated))
	if err != nil {
		return ""
	}
	prune(root)
	return paragraphs(root)
}

// Line returns the text of HTML in one line.
func Line(stated string) string {
	root, err := html.Parse(strings.NewReader(stated))
	if err != nil {
		return ""
	}
	return words(root)
}

// shownText returns the paragraphs that a reader of the page takes for the
// article.
func shownText(root *html.Node) string {
	prune(root)
	parser := readability.NewParser()
	parser.DisableJSONLD = true // read already, and gone
	found, err := parser.ParseAndMutate(root, nil)
	if err != nil || found.Node == nil {
		return ""
	}
	return paragraphs(found.Node)
}

// noText are elements in which nothing of an article stands.
var noText = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Link: true,
	atom.Svg: true, atom.Img: true, atom.Picture: true, atom.Video: true, atom.Audio: true, atom.Canvas: true,
	atom.Iframe: true, atom.Object: true, atom.Embed: true, atom.Map: true, atom.Nav: true, atom.Figcaption: true,
	atom.Button: true, atom.Input: true, atom.Select: true, atom.Textarea: true, atom.Dialog: true,
}

// prune takes out of a page what is no text, and the captions of its pictures.
func prune(n *html.Node) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		if c.Type == html.CommentNode || noText[c.DataAtom] || isCaption(c) {
			n.RemoveChild(c)
		} else {
			kept := c.Attr[:0]
			for _, a := range c.Attr {
				if len(a.Val) <= maxAttribute {
					kept = append(kept, a)
				}
			}
			c.Attr = kept
			prune(c)
		}
		c = next
	}
}

// isCaption reports whether n is called a caption and is short enough for one.
func isCaption(n *html.Node) bool {
	return n.Type == html.ElementNode && strings.Contains(strings.ToLower(attr(n, "class")), "caption") && len(words(n)) <= maxCaption
}

// words returns all text in n, in one line.
func words(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// block are the elements that begin on a line of their own.
var block = map[atom.Atom]bool{
	atom.Address: true, atom.Article: true, atom.Aside: true, atom.Blockquote: true, atom.Center: true, atom.Dd: true,
	atom.Details: true, atom.Div: true, atom.Dl: true, atom.Dt: true, atom.Fieldset: true, atom.Figure: true,
	atom.Footer: true, atom.Form: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true,
	atom.H6: true, atom.Header: true, atom.Hr: true, atom.Li: true, atom.Main: true, atom.Ol: true, atom.P: true,
	atom.Pre: true, atom.Section: true, atom.Summary: true, atom.Table: true, atom.Tr: true, atom.Ul: true,
}

// paragraphs returns the text in n with a blank line between paragraphs, list
// items and rows of tables. Lines that break within a paragraph stay lines.
func paragraphs(n *html.Node) string {
	var b strings.Builder
	write(&b, n, false)
	var out strings.Builder
	blank := false
	for line := range strings.SplitSeq(b.String(), "\n") {
		line = strings.Join(strings.Fields(line), " ")
		switch {
		case line == "":
			blank = true
			continue
		case out.Len() == 0:
		case blank:
			out.WriteString("\n\n")
		default:
			out.WriteString("\n")
		}
		out.WriteString(line)
		blank = false
	}
	return out.String()
}

// lineBreaks are white space in a page, but in preformatted text.
var lineBreaks = strings.NewReplacer("\n", " ", "\r", " ")

func write(b *strings.Builder, n *html.Node, preformatted bool) {
	kind := tag(n)
	switch {
	case n.Type == html.TextNode && preformatted:
		b.WriteString(n.Data)
	case n.Type == html.TextNode:
		lineBreaks.WriteString(b, n.Data)
	case kind == atom.Br:
		b.WriteString("\n")
	case noText[kind] || kind == atom.Head:
		return
	case kind == atom.Td || kind == atom.Th:
		b.WriteString(" ")
	}
	separate := block[kind] || kind == atom.Td && hasLines(n)
	if separate {
		b.WriteString("\n\n")
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		write(b, c, preformatted || kind == atom.Pre)
	}
	if separate {
		b.WriteString("\n\n")
	}
}

// hasLines reports whether there are several lines in n: a cell of a table in
// which the page is laid out, and not of one that is to be read.
func hasLines(n *html.Node) bool {
	for d := range n.Descendants() {
		if kind := tag(d); kind == atom.Br || block[kind] {
			return true
		}
	}
	return false
}

// tag returns what element n is. It goes by the name: package readability, which
// makes elements and renames them, leaves DataAtom as it is.
func tag(n *html.Node) atom.Atom {
	if n.Type != html.ElementNode {
		return 0
	}
	return atom.Lookup([]byte(n.Data))
}
