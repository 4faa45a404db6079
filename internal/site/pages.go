package site

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"net/url"
	"strings"

	"parallax/internal/engine"
	"parallax/internal/route"
)

//go:embed pages/*.html
var pageFiles embed.FS

// page is what the layout draws around a screen.
type page struct {
	Path        string // of the file
	Screen      string // name of the screen's template and class
	Title       string
	Description string
	Collection  string // title of the dossier
	Canonical   string // full address, if the site's is known
	Data        any    // JSON-LD, or nil
	Main        template.HTML
	Nav         []navItem
	frame
}

// frame is what all pages of a site share.
type frame struct {
	Base, Build, MetaPolicy            string
	Pack, Stamp                        string // address of the collection's file and its mark; "" for the embedded one
	Home                               string // address of the answer for the start screen
	Licences                           string // address of their list, "" if there is none
	Wasm, WasmGzip                     string
	WasmSize, WasmBrotli, WasmGzipSize int
	url                                map[string]string
}

// Asset returns the address of the asset with a plain name.
func (f frame) Asset(name string) string { return f.url[name] }

type navItem struct {
	Href, Icon, Words string
	Current           bool
}

// navigation has the four screens of the bar.
func navigation(base, screen string) []navItem {
	items := []navItem{
		{base, "collection", "Collection", screen == "home"},
		{base + "timeline/", "timeline", "Timeline", screen == "timeline"},
		{base + "search/", "search", "Search", screen == "search"},
		{base + "compare/", "compare", "Compare", screen == "compare"},
	}
	return items
}

// address returns the address of s on a site below base.
func address(base string, s route.State) string {
	path, fragment := s.Address()
	href := base + strings.TrimPrefix(path, "/")
	if fragment != "" {
		href += "#" + fragment
	}
	return href
}

func articleState(ref engine.ArticleRef) route.State {
	return route.State{Screen: route.Article, Article: ref.ID, Slug: ref.Slug}
}

// pairAddress returns the address of a comparison: of its own page if there is
// one in made, else of the screen, which needs the reader.
func pairAddress(base string, made map[[2]string]bool, a, b string) string {
	if made[[2]string{a, b}] {
		return base + strings.TrimPrefix(route.PairPath(a, b), "/")
	}
	return address(base, route.State{Screen: route.Compare, A: a, B: b})
}

// templates returns the templates of the pages; links lie below base, those to
// comparisons lead to their pages where these are made.
func templates(base string, made map[[2]string]bool) (*template.Template, error) {
	return template.New("").Funcs(template.FuncMap{
		"roomy":       func() int { return engine.RoomyColumns },
		"unscrolled":  func() int { return engine.UnscrolledColumns },
		"link":        func(screen string) string { return strings.TrimSuffix(base+screen, "/") + "/" },
		"articleLink": func(ref any) (string, error) { return articleLink(base, ref) },
		"paragraphLink": func(ref engine.ArticleRef, paragraph int) string {
			s := articleState(ref)
			s.At = paragraph
			return address(base, s)
		},
		"eventLink":   func(id string) string { return address(base, route.State{Screen: route.Timeline, Event: id}) },
		"passageLink": func(id string) string { return address(base, route.State{Screen: route.Passage, Topic: id}) },
		"pairLink": func(a engine.ArticleRef, b any) (string, error) {
			other, err := refOf(b)
			return pairAddress(base, made, a.ID, other.ID), err
		},
		"quoteGroups": quoteGroups,
		"pairPicture": pairPicture,
		"period":      func(z engine.Zone) string { return strings.TrimSuffix(z.Label, ", to scale") },
		"total":       engine.MarksTotal,
		"statusSign":  engine.StatusSign,
		"untold":      engine.Sign.Untold,
		"shown":       func(kind string) bool { return kind == "body" || kind == "heading" },
		"articles":    counted("article"),
		"events":      counted("event"),
		"quotations":  counted("quotation"),
		"dates":       counted("date"),
		"lines":       counted("line"),
	}).ParseFS(pageFiles, "pages/*.html")
}

// refOf takes an article's reference as templates hold it.
func refOf(ref any) (engine.ArticleRef, error) {
	switch ref := ref.(type) {
	case engine.ArticleRef:
		return ref, nil
	case *engine.ArticleRef:
		return *ref, nil
	}
	return engine.ArticleRef{}, fmt.Errorf("%T is no article", ref)
}

func articleLink(base string, ref any) (string, error) {
	r, err := refOf(ref)
	return address(base, articleState(r)), err
}

// counted says how many of something there are: "1 article", "2 articles".
func counted(what string) func(int) string {
	return func(n int) string { return engine.Count(n, what) }
}

// quoteGroup is neighbouring runs of one quotation, or of none.
type quoteGroup struct {
	Quote int
	Runs  []engine.Run
}

func quoteGroups(runs []engine.Run) []quoteGroup {
	var groups []quoteGroup
	for _, r := range runs {
		if n := len(groups); n > 0 && groups[n-1].Quote == r.Quote {
			groups[n-1].Runs = append(groups[n-1].Runs, r)
			continue
		}
		groups = append(groups, quoteGroup{r.Quote, []engine.Run{r}})
	}
	return groups
}

// render draws p's screen with content and puts the layout around it.
func render(t *template.Template, p page, content any) (File, error) {
	var main, whole bytes.Buffer
	if err := t.ExecuteTemplate(&main, p.Screen, content); err != nil {
		return File{}, fmt.Errorf("page %s: %w", p.Path, err)
	}
	p.Main = template.HTML(main.Bytes()) // safe: the template above escaped it
	p.Nav = navigation(p.Base, p.Screen)
	switch p.Screen {
	case "article-any":
		p.Screen = "article"
	case "pair-page":
		p.Screen = "compare"
	}
	if err := t.ExecuteTemplate(&whole, "layout", p); err != nil {
		return File{}, fmt.Errorf("page %s: %w", p.Path, err)
	}
	return newFile(p.Path, whole.Bytes()), nil
}

// newFile makes a file whose name does not change with its content.
func newFile(path string, body []byte) File {
	return File{Path: path, Type: contentType(path), Hash: digest(body), Body: body}
}

// filePath returns the file in which the page of s stands.
func filePath(s route.State) string {
	path, _ := s.Address()
	path, err := url.PathUnescape(path)
	if err != nil {
		panic(err) // Address makes escapes that can be read
	}
	if strings.HasSuffix(path, "/") {
		path += "index.html"
	}
	return strings.TrimPrefix(path, "/")
}
