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
	home := e.Home()
	f, err := newFrame(a, pack, home, p, o)
	if err != nil {
		return nil, err
	}
	files, err := renderPages(e, home, f, o)
	if err != nil {
		return nil, err
	}
	fixed, err := fixedFiles(e, home, files, p, o)
	if err != nil {
		return nil, err
	}
	files = append(files, fixed...)
	compressAll(files, o.Quality)
	files = append(files, a.files...)

	s := &Site{Base: o.Base, Files: files}
	scripts, err := savers(s, len(d.Articles) <= savedArticles)
	if err != nil {
		return nil, err
	}
	compressAll(scripts, o.Quality)
	s.Files = append(s.Files, scripts...)
	sort.Slice(s.Files, func(i, j int) bool { return s.Files[i].Path < s.Files[j].Path })
	s.Version = version(s.Files)
	return s, nil
}

// newFrame adds the collection's own files to a and says what all pages name.
func newFrame(a *assets, pack dossier.Pack, home engine.Home, p Program, o Options) (frame, error) {
	f := frame{Base: o.Base, Build: p.Build, url: a.url}
	if len(p.Wasm) > 0 {
		f.Wasm, f.WasmSize = a.url["app.wasm"], len(p.Wasm)
		f.WasmBrotli, f.WasmGzipSize = len(p.Brotli), len(p.Gzip)
	}
	if o.Static {
		f.MetaPolicy = metaPolicy
		f.WasmGzip = f.Wasm + ".gz"
	}
	if p.Licences != nil {
		f.Licences = o.Base + licencesName
	}
	if !o.Own {
		inside, err := json.Marshal(pack)
		if err != nil {
			return frame{}, err
		}
		f.Stamp = digest(inside)[:12]
		a.add("collection.json", dossier.Seal(p.Build, f.Stamp, inside)).compress(o.Quality)
		f.Pack = a.url["collection.json"]
	}
	// The start screen of a large collection takes seconds to work out, so it
	// is brought along.
	start, err := json.Marshal(home)
	if err != nil {
		return frame{}, err
	}
	a.add("home.json", dossier.Seal(p.Build, f.Stamp, start)).compress(o.Quality)
	f.Home = a.url["home.json"]
	return f, nil
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

// fixedFiles are the manifest, the icons, what is for robots and hosts, and
// what is in the program.
func fixedFiles(e *engine.Engine, home engine.Home, pages []File, p Program, o Options) ([]File, error) {
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
		addresses, err := sitemap(pages, o)
		if err != nil {
			return nil, err
		}
		news, err := feed(e, home, o)
		if err != nil {
			return nil, err
		}
		files = append(files, addresses, news)
	}
	files = append(files, newFile("robots.txt", []byte(robots)))
	if p.Licences != nil {
		files = append(files, newFile(licencesName, p.Licences), newFile(billName, p.Bill))
	}
	return files, nil
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
