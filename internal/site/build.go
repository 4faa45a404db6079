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
	"parallax/web"
)

// Options say for which host a site is made.
type Options struct {
	Base    string // path it will lie under, "/" or "/repo/"
	URL     string // "https://example.org/repo/", for what needs full addresses; may be ""
	Own     bool   // the dossier is the one inside the program and needs no pack
	Static  bool   // for a host that may set no headers and compress nothing
	Quality int    // of Brotli, 0 to 11
}

// fullAddress returns the address of s with the host.
func (o Options) fullAddress(s route.State) string {
	return o.URL + strings.TrimPrefix(address(o.Base, s), o.Base)
}

// savedArticles is up to how many article pages are kept for reading offline.
// A larger collection keeps one page that the program fills.
const savedArticles = 100

// Build makes the site of a dossier.
func Build(pack dossier.Pack, p Program, o Options) (*Site, error) {
	if err := checkBase(o.Base); err != nil {
		return nil, err
	}
	d, err := dossier.New(pack)
	if err != nil {
		return nil, err
	}
	e := engine.New(d)
	if p.Wasm == nil && p.Gzip != nil {
		if p.Wasm, err = gunzip(p.Gzip); err != nil {
			return nil, fmt.Errorf("the reader's program: %w", err)
		}
	}
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
	inside, err := json.Marshal(pack)
	if err != nil {
		return nil, err
	}
	if !o.Own {
		f.Stamp = digest(inside)[:12]
		a.add("collection.json", dossier.Seal(p.Build, f.Stamp, inside)).compress(o.Quality)
		f.Pack = a.url["collection.json"]
	}
	// The start screen of a large collection takes seconds to work out, so it
	// is brought along.
	home, err := json.Marshal(e.Home())
	if err != nil {
		return nil, err
	}
	a.add("home.json", dossier.Seal(p.Build, f.Stamp, home)).compress(o.Quality)
	f.Home = a.url["home.json"]

	if p.Licences != nil {
		f.Licences = o.Base + licencesName
	}
	pages, err := renderPages(e, f, o)
	if err != nil {
		return nil, err
	}
	fixed, err := fixedFiles(e, pages, o)
	if err != nil {
		return nil, err
	}
	if p.Licences != nil {
		fixed = append(fixed, newFile(licencesName, p.Licences), newFile(billName, p.Bill))
	}
	files := append(pages, fixed...)
	for i := range files {
		files[i].compress(o.Quality)
	}
	files = append(files, a.files...)

	s := &Site{Base: o.Base, Files: files}
	scripts, err := savers(s, len(e.Dossier().Articles) <= savedArticles)
	if err != nil {
		return nil, err
	}
	for i := range scripts {
		scripts[i].compress(o.Quality)
	}
	s.Files = append(s.Files, scripts...)
	sort.Slice(s.Files, func(i, j int) bool { return s.Files[i].Path < s.Files[j].Path })
	s.Version = version(s.Files)
	return s, nil
}

// checkBase reports a base path that could mean something else in an address,
// a header or a script.
func checkBase(base string) error {
	if !strings.HasPrefix(base, "/") || !strings.HasSuffix(base, "/") {
		return fmt.Errorf("base path %q: it must begin and end with a slash", base)
	}
	for _, folder := range strings.Split(strings.Trim(base, "/"), "/") {
		plain := strings.Trim(folder, "-._~ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789") == ""
		if !plain || folder == "." || folder == ".." || folder == "" && base != "/" {
			return fmt.Errorf("base path %q: folders are named with letters of the alphabet, digits and -._~", base)
		}
	}
	return nil
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
	home := e.Home()
	pairs := readyMade(e, home)
	made := map[[2]string]bool{}
	for _, pair := range pairs {
		made[pair] = true
	}
	t, err := templates(o.Base, made)
	if err != nil {
		return nil, err
	}
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
			p.Canonical = o.URL + strings.TrimSuffix(p.Path, "index.html")
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
		{route.Settings, "settings", "Settings", f},
		{route.NotFound, "notfound", "No such page", nil},
		{route.Article, "article-any", "Article", nil},
	} {
		p := page{Screen: screen.name, Title: screen.title + " · Parallax"}
		if err := draw(route.State{Screen: screen.screen}, p, screen.content); err != nil {
			return nil, err
		}
	}
	for _, ref := range home.Articles {
		if filePath(articleState(ref)) == anyArticle {
			continue // its id can stand in no path, so that page shows it
		}
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
	for _, pair := range pairs {
		c, ok := e.Compare(pair[0], pair[1])
		if !ok {
			continue
		}
		p := page{
			Path: strings.TrimPrefix(route.PairPath(pair[0], pair[1]), "/") + "index.html", Screen: "pair-page",
			Title: cited(c.A) + " beside " + cited(c.B) + " · Parallax", Description: strings.Join(c.Summary, " "),
		}
		if err := draw(route.State{Screen: route.Compare, A: pair[0], B: pair[1]}, p, c); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// maxReadyMade bounds the comparisons that get pages of their own.
const maxReadyMade = 400

// readyMade lists the pairs, by id, that the pages offer to compare: those worth
// it, and for each article the best to set beside it.
func readyMade(e *engine.Engine, home engine.Home) [][2]string {
	var pairs [][2]string
	seen := map[[2]string]bool{}
	add := func(a, b string) {
		pair := [2]string{a, b}
		if !seen[pair] && route.PairPath(a, b) != "" && len(pairs) < maxReadyMade {
			seen[pair] = true
			pairs = append(pairs, pair)
		}
	}
	for _, card := range append(e.Pairs(engine.Query{}), home.Pairs...) {
		add(card.A.ID, card.B.ID)
	}
	for _, ref := range home.Articles {
		if article, ok := e.Article(ref.ID, ""); ok && article.Best != nil {
			add(ref.ID, article.Best.ID)
		}
	}
	return pairs
}

// cited names an article by its outlet and date.
func cited(ref engine.ArticleRef) string { return ref.Outlet + " " + ref.Date }

// fixedFiles are the manifest, the icons, and what is for robots and hosts.
func fixedFiles(e *engine.Engine, pages []File, o Options) ([]File, error) {
	manifest, err := manifest(e.Dossier().Title, o.Base, o.Own)
	if err != nil {
		return nil, err
	}
	files := []File{manifest, newFile("icon.svg", []byte(iconSVG))}
	for _, icon := range icons {
		files = append(files, newFile(icon.name, drawIcon(icon.size, icon.maskable)))
	}
	if o.Own {
		for _, name := range []string{"compare.png", "phone.png"} {
			picture, err := web.FS.ReadFile(pictures + name)
			if err != nil {
				return nil, err
			}
			files = append(files, newFile(pictures+name, picture))
		}
	}
	if o.Static {
		files = append(files, hostHeaders(o.Base))
	}
	robots := "User-agent: *\nAllow: /\n"
	if o.URL != "" {
		robots += "Sitemap: " + o.URL + "sitemap.xml\n"
		for _, list := range []func() (File, error){
			func() (File, error) { return sitemap(pages, o) },
			func() (File, error) { return feed(e, o) },
		} {
			file, err := list()
			if err != nil {
				return nil, err
			}
			files = append(files, file)
		}
	}
	return append(files, newFile("robots.txt", []byte(robots))), nil
}

// What is in the program, for those who look after licences and known holes.
const (
	licencesName = "licences.txt"
	billName     = "sbom.cdx.json"
)

// Sizes writes what a first visit loads, by file, for make bench.
func (s *Site) Sizes(out io.Writer) {
	var brotli, zipped, text int
	fmt.Fprintf(out, "%-44s %9s %9s %9s\n", "first load, bytes", "plain", "gzip", "brotli")
	for i := range s.Files {
		f := &s.Files[i]
		if !f.firstLoad() {
			continue
		}
		wire, gz := len(f.Body), len(f.Body)
		if f.Brotli != nil {
			wire, gz = len(f.Brotli), len(f.Gzip)
		}
		brotli += wire
		zipped += gz
		if f.Path == "index.html" || f.Type == typeCSS {
			text += wire
		}
		fmt.Fprintf(out, "%-44s %9d %9d %9d\n", f.Path, len(f.Body), gz, wire)
	}
	fmt.Fprintf(out, "%-44s %19d %9d\n", "all", zipped, brotli)
	fmt.Fprintf(out, "%-44s %29d\n", "until the text can be read, without fonts", text)
}

// firstLoad reports whether a visit to the start page loads f, before what is
// saved for later.
func (f *File) firstLoad() bool {
	return f.Immutable || f.Path == "index.html" || f.Path == "sw.js" ||
		f.Path == "manifest.webmanifest" || f.Path == "icon.svg"
}
