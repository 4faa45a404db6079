package app

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"parallax/internal/engine"
	"parallax/internal/route"
)

// view is what the parts of a screen need to know to be drawn.
type view struct {
	*reader
	state route.State // of the page being drawn
}

const svgNamespace = "http://www.w3.org/2000/svg"

// el is an element with a class and children; nil children are left out.
func el(tag, class string, children ...app.UI) app.HTMLElem {
	e := app.Elem(tag).Body(building.count(children)...)
	if class != "" {
		e = e.Class(class)
	}
	return e
}

// field is where the reader writes a line of text.
func field(id, hint string) app.HTMLElem {
	return el("input", "").ID(id).Attr("type", "text").Attr("placeholder", hint).
		Attr("autocomplete", "off").Attr("spellcheck", "false")
}

// svgEl is an element of a drawing.
func svgEl(tag, class string, children ...app.UI) app.HTMLElem {
	return el(tag, class, children...).XMLNS(svgNamespace)
}

// text is a text node: the browser reads no markup in it.
func text(s string) app.UI { return app.Text(s) }

// many draws each of items.
func many[T any](items []T, draw func(T) app.UI) []app.UI {
	drawn := make([]app.UI, len(items))
	for i, item := range items {
		drawn[i] = draw(item)
	}
	return drawn
}

// when draws an element only if it is wanted.
func when(wanted bool, draw func() app.UI) app.UI {
	if !wanted {
		return nil
	}
	return draw()
}

// choose returns yes or no.
func choose[T any](condition bool, yes, no T) T {
	if condition {
		return yes
	}
	return no
}

// link leads to s.
func (v view) link(class string, s route.State, children ...app.UI) app.HTMLElem {
	return el("a", class, children...).Attr("href", href(v.base, s))
}

// current marks a link of several if what it leads to is what is shown.
func current(link app.HTMLElem, shown bool) app.HTMLElem {
	if shown {
		return link.Attr("aria-current", "true")
	}
	return link
}

// chip is a filter in force, and leads to without it.
func (v view) chip(words string, without route.State) app.UI {
	return el("li", "", v.link("chip", without, text(words), smallIcon("close"), hidden(" remove")))
}

// icon is a small picture beside a word. Its shape stands in the sprite of the
// static page, see internal/site/pages/sprite.html.
func icon(name string) app.UI { return symbol("icon", "#icon-"+name) }

func smallIcon(name string) app.UI { return symbol("icon icon-small", "#icon-"+name) }

// goIcon points to where a card leads.
func goIcon() app.UI { return symbol("icon icon-small go", "#icon-open") }

// glyph is one of the signs of the product, always with its word beside it.
func glyph(sign engine.Sign) app.UI { return symbol("glyph", "#glyph-"+string(sign)) }

func fadedGlyph(sign engine.Sign) app.UI {
	return symbol("glyph faded", "#glyph-"+string(sign))
}

func symbol(class, ref string) app.UI {
	return svgEl("svg", class, svgEl("use", "").Attr("href", ref)).Attr("aria-hidden", "true")
}

// hidden is words for those who hear the page.
func hidden(words string) app.UI { return el("span", "visually-hidden", text(words)) }

// sideLetter marks a side of a comparison by letter, shape and colour.
func sideLetter(side string) app.UI {
	return el("span", "side-letter side-letter-"+side, text(choose(side == "a", "A", "B")))
}

// articleState is where an article is read.
func articleState(a engine.ArticleRef) route.State {
	return route.State{Screen: route.Article, Article: a.ID, Slug: a.Slug}
}

// articleAt is an article at a paragraph.
func articleAt(a engine.ArticleRef, paragraph int) route.State {
	s := articleState(a)
	s.At = paragraph
	return s
}

// pairState is where two articles are compared.
func pairState(a, b engine.ArticleRef) route.State {
	return route.State{Screen: route.Compare, A: a.ID, B: b.ID}
}

// cited names an article as "TASS 26 Oct 2020".
func cited(a engine.ArticleRef) string { return a.Cited() }

// outletLine names an article with its outlet set off.
func outletLine(a engine.ArticleRef, more ...app.UI) app.UI {
	children := []app.UI{el("b", "", text(a.Outlet)), text(" "), el("span", "figures", text(a.FullDate()))}
	return el("p", "outlet-line", append(children, more...)...)
}

// number writes a count for an attribute or between words.
func number(n int) string { return strconv.Itoa(n) }

// The ids of paragraphs and events equal the fragment that leads there, so
// that a link also works on the static page.
func paragraphID(n int) string { return "p=" + number(n) }
func eventID(id string) string { return "e=" + id }
func stepID(n int) string      { return "step-" + number(n) }

// detailID is the id of the chosen cell of the reports.
const detailID = "chosen"

// pageHead is the one heading of a screen and what is said under it.
func pageHead(title string, children ...app.UI) app.UI {
	return el("div", "page-head", append([]app.UI{heading(title)}, children...)...)
}

// heading is the h1, which takes the focus when the screen changes.
func heading(title string) app.UI { return el("h1", "", text(title)).Attr("tabindex", "-1") }

// section is a part of a screen with a heading of its own.
func section(id, title string, aside app.UI, children ...app.UI) app.UI {
	head := el("div", "section-head", el("h2", "", text(title)).ID(id), aside)
	return el("section", "section", append([]app.UI{head}, children...)...).Attr("aria-labelledby", id)
}

// explain is a line that opens to say more.
func explain(summary string, children ...app.UI) app.UI {
	return el("details", "explain",
		el("summary", "", smallIcon("open"), text(" "+summary)),
		el("div", "", children...))
}
