package site

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"sort"
	"strings"

	"parallax/internal/dossier"
	"parallax/internal/engine"
	"parallax/internal/route"
)

// Options say for which host a site is made.
type Options struct {
	Base    string // path it will lie under, "/" or "/repo/"
	URL     string // "https://example.org/repo/", for what needs full addresses; may be ""
	Own     bool   // the dossier is the one inside the program and needs no pack
	Static  bool   // for a host that may set no headers and compress nothing
	Quality int    // of Brotli, 0 to 11
}

// savedArticles is up to how many article pages are kept for reading offline.
// A larger collection keeps one page that the program fills.
const savedArticles = 100

// Build makes the site of a dossier.
func Build(pack dossier.Pack, p Program, o Options) (*Site, error) {
	if !strings.HasPrefix(o.Base, "/") || !strings.HasSuffix(o.Base, "/") {
		return nil, fmt.Errorf("base path %q: it must begin and end with a slash", o.Base)
	}
	d, err := dossier.New(pack)
	if err != nil {
		return nil, err
	}
	e := engine.New(d)
	a, err := newAssets(o.Base, p, o.Quality)
	if err != nil {
		return nil, err
	}
	f := frame{Base: o.Base, Build: p.Build, url: a.url}
	if len(p.Wasm) > 0 {
		f.Wasm, f.WasmSize = a.url["app.wasm"], len(p.Wasm)
		f.WasmBrotli, f.WasmGzipSize = len(p.Brotli), len(p.Gzip)
	}
	if o.Static {
		f.MetaPolicy = metaPolicy
		f.WasmGzip = f.Wasm + ".gz"
	}
	if !o.Own {
		encoded, err := json.Marshal(pack)
		if err != nil {
			return nil, err
		}
		a.add("collection.json", encoded).compress(o.Quality)
		f.Pack = a.url["collection.json"]
	}

	pages, err := renderPages(e, f, o)
	if err != nil {
		return nil, err
	}
	fixed, err := fixedFiles(e, o)
	if err != nil {
		return nil, err
	}
	files := append(pages, fixed...)
	for i := range files {
		files[i].compress(o.Quality)
	}
	files = append(files, a.files...)

	s := &Site{Base: o.Base, Files: files}
	saver, err := serviceWorker(s, len(e.Dossier().Articles) <= savedArticles)
	if err != nil {
		return nil, err
	}
	saver.compress(o.Quality)
	s.Files = append(s.Files, saver)
	sort.Slice(s.Files, func(i, j int) bool { return s.Files[i].Path < s.Files[j].Path })
	s.Version = version(s.Files)
	return s, nil
}

// version returns 12 hex digits that change with any file.
func version(files []File) string {
	sum := sha256.New()
	for _, f := range files {
		fmt.Fprintf(sum, "%s %s\n", f.Path, f.Hash)
	}
	return hex.EncodeToString(sum.Sum(nil))[:12]
}

// renderPages draws every screen and every article.
func renderPages(e *engine.Engine, f frame, o Options) ([]File, error) {
	t, err := templates(o.Base)
	if err != nil {
		return nil, err
	}
	home := e.Home()
	var files []File
	draw := func(s route.State, p page, content any) error {
		if p.Path == "" {
			p.Path = filePath(s)
		}
		p.Collection = home.Title
		if p.Language == "" {
			p.Language = "en" // of the interface
		}
		if p.Description == "" {
			p.Description = home.Description
		}
		if o.URL != "" && s.Screen != route.NotFound {
			p.Canonical = o.URL + strings.TrimPrefix(address(o.Base, s), o.Base)
		}
		p.frame = f
		file, err := render(t, p, content)
		if err != nil {
			return err
		}
		files = append(files, file)
		return nil
	}

	passage, _ := e.Passage("")
	timeline := e.Timeline(engine.Query{}, "")
	for _, screen := range []struct {
		screen  route.Screen
		name    string
		title   string
		content any
	}{
		{route.Home, "home", home.Title, home},
		{route.Timeline, "timeline", "Timeline", timeline},
		{route.Reports, "reports", "Who reports what", timeline},
		{route.Search, "search", "Search", nil},
		{route.Compare, "compare", "Compare", e.Pairs(engine.Query{})},
		{route.Quotes, "quotes", "Who said what", e.Quotes(engine.Query{})},
		{route.Passage, "passage", "How this paragraph changed", passage},
		{route.Help, "help", "Help", nil},
		{route.Settings, "settings", "Settings", nil},
		{route.NotFound, "notfound", "No such page", nil},
		{route.Article, "article-any", "Article", nil},
	} {
		p := page{Screen: screen.name, Title: screen.title + " · Parallax"}
		if err := draw(route.State{Screen: screen.screen}, p, screen.content); err != nil {
			return nil, err
		}
	}
	for _, ref := range home.Articles {
		article, ok := e.Article(ref.ID, "")
		if !ok {
			return nil, fmt.Errorf("article %s: listed but not there", ref.ID)
		}
		p := page{
			Screen: "article", Title: ref.Title + " · Parallax",
			Description: fmt.Sprintf("%s, %s. One of %s in %s.", ref.Outlet, ref.Date, counted("article")(home.Count), home.Title),
			Data:        newsArticle(article, o),
		}
		if err := draw(articleState(ref), p, article); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// newsArticle is an article for machines that read schema.org.
func newsArticle(a engine.Article, o Options) map[string]any {
	data := map[string]any{
		"@context":  "https://schema.org",
		"@type":     "NewsArticle",
		"headline":  a.Ref.Title,
		"publisher": map[string]any{"@type": "Organization", "name": a.Ref.Outlet},
	}
	// Only a day is a date to schema.org; a season or a guess is left out.
	if len(a.Ref.EDTF) == len("2020-10-26") {
		data["datePublished"] = a.Ref.EDTF
	}
	if a.URL != "" {
		data["isBasedOn"] = a.URL
	}
	if o.URL != "" {
		data["url"] = o.URL + strings.TrimPrefix(address(o.Base, articleState(a.Ref)), o.Base)
	}
	return data
}

// fixedFiles are the manifest, the icons and what is for robots.
func fixedFiles(e *engine.Engine, o Options) ([]File, error) {
	manifest, err := manifest(e.Dossier().Title, o.Base)
	if err != nil {
		return nil, err
	}
	files := []File{manifest, newFile("icon.svg", []byte(iconSVG))}
	for _, icon := range icons {
		files = append(files, newFile(icon.name, drawIcon(icon.size, icon.maskable)))
	}
	robots := "User-agent: *\nAllow: /\n"
	if o.URL != "" {
		robots += "Sitemap: " + o.URL + "sitemap.xml\n"
	}
	return append(files, newFile("robots.txt", []byte(robots))), nil
}

// Sizes writes what a first visit loads, by file, for make bench.
func (s *Site) Sizes(out io.Writer) {
	var all, text int
	fmt.Fprintf(out, "%-44s %9s %9s %9s\n", "first load, bytes", "plain", "gzip", "brotli")
	for i := range s.Files {
		f := &s.Files[i]
		if !f.firstLoad() {
			continue
		}
		wire := len(f.Body)
		if f.Brotli != nil {
			wire = len(f.Brotli)
		}
		all += wire
		if f.Path == "index.html" || f.Type == typeCSS {
			text += wire
		}
		fmt.Fprintf(out, "%-44s %9d %9d %9d\n", f.Path, len(f.Body), len(f.Gzip), wire)
	}
	fmt.Fprintf(out, "%-44s %29d\n", "all, brotli", all)
	fmt.Fprintf(out, "%-44s %29d\n", "until the text can be read, without fonts", text)
}

// firstLoad reports whether a visit to the start page loads f, before what is
// saved for later.
func (f *File) firstLoad() bool {
	return f.Immutable || f.Path == "index.html" || f.Path == "sw.js" ||
		f.Path == "manifest.webmanifest" || f.Path == "icon.svg"
}
