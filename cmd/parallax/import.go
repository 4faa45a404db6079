package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"parallax/cmd/parallax/feed"
	"parallax/cmd/parallax/webpage"
	"parallax/internal/dossier"
	"parallax/internal/names"
	"parallax/internal/text"
)

// importer gathers articles out of files.
type importer struct {
	base     dossier.Pack // what is added to
	bare     bool         // base is no more than a title: the first .parallax file states the rest
	articles []dossier.Meta
	places   []string // where each of them stands, for errors
	bad      []string // what could not be read, and why
	clashes  int      // how many articles had the id of another
	left     string   // what lies in folders and is no article, a line each
	pages    origins
	agencies map[string]bool // texts whose outlet is the agency in the dateline
	feeds    string          // what was taken of feeds, a line each
}

// runImport turns files into a dossier, or adds them to one: all of them or
// none, unless what is bad may be skipped.
func runImport(args []string, _ io.Reader, out io.Writer) error {
	flags := pflag.NewFlagSet("import", pflag.ContinueOnError)
	into := flags.String("into", "", "the folder to make or to add to, or a .parallax file to make")
	skip := flags.Bool("skip-bad", false, "import the others if some articles cannot be read")
	if err := parseFlags(flags, args); err != nil {
		return err
	}
	if flags.NArg() == 0 || *into == "" {
		return errors.New("import needs files and a folder: parallax import FILE… --into DIR")
	}
	if slices.Contains(flags.Args(), "") {
		return errors.New("import: the name of a file is empty")
	}
	base, fresh, err := openTarget(*into)
	if err != nil {
		return err
	}
	im := importer{base: base, bare: fresh, agencies: map[string]bool{}}
	for _, name := range flags.Args() {
		if err := im.read(name); err != nil {
			return err
		}
	}
	added, err := im.add(*skip)
	if err != nil {
		return err
	}
	d, err := dossier.New(im.base)
	if err != nil {
		return err
	}
	switch {
	case !fresh:
		err = dossier.AddToFolder(*into, im.base, added)
	case filepath.Ext(*into) == dossier.Extension:
		err = dossier.WriteFile(*into, im.base)
	default:
		err = dossier.WriteFolder(*into, im.base)
	}
	if err != nil {
		return err
	}
	_, err = io.WriteString(out, im.report(*into, d, added))
	return err
}

// add adds the articles to the base and returns those that it did not have. If
// some cannot be read, that is an error unless skip is set.
func (im *importer) add(skip bool) (added []dossier.Meta, err error) {
	added = im.base.Add(im.articles, func(i int) {
		im.clashes++
		im.fail(im.places[i], errors.New("another article has the id "+im.articles[i].ID))
	})
	if len(im.bad) > 0 && !skip {
		return nil, fmt.Errorf("nothing imported, %s could not be read (--skip-bad imports the others):\n%s", count(len(im.bad), "article"), im.listBad())
	}
	if len(added) == 0 {
		why := count(len(im.articles)-im.clashes, "article") + " there already"
		if len(im.bad) > 0 {
			why += fmt.Sprintf(", %s not readable:\n%s", count(len(im.bad), "article"), im.listBad())
		}
		return nil, errors.New("nothing to import: " + why)
	}
	return added, nil
}

// openTarget reads the dossier to add to; fresh is true if there is none yet.
func openTarget(name string) (p dossier.Pack, fresh bool, err error) {
	p.Title = dossier.TitleOf(name)
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return p, true, nil
	case err != nil:
		return p, false, fmt.Errorf("%s: %w", name, dossier.SystemReason(err))
	case !info.IsDir():
		return p, false, fmt.Errorf("%s is there already; articles are added to folders only", name)
	}
	entries, err := os.ReadDir(name)
	if err != nil || len(entries) == 0 {
		return p, true, err
	}
	p, err = dossier.Open(name)
	if errors.Is(err, dossier.ErrNoArticles) {
		if other := unread(name, p); len(other) > 0 {
			return p, false, fmt.Errorf("%s holds no collection but %s; --into names one, or a folder that is empty or not there yet", name, fewOf(other))
		}
		err = nil // it is prepared for some
	}
	return p, false, err
}

// read takes in one file. The error is of the file as a whole; bad articles
// are noted.
func (im *importer) read(file string) error {
	info, err := os.Stat(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: no such file", file)
	case err != nil:
		return err
	case info.IsDir():
		return im.readFolder(file)
	}
	switch {
	case dossier.HoldsLines(file):
		return im.readLines(file)
	case strings.EqualFold(filepath.Ext(file), dossier.Extension):
		p, err := dossier.OpenSome(file, im.fail)
		if err != nil {
			return err
		}
		im.addCollection(file, p)
		return nil
	}
	b, err := readWhole(file)
	if err == nil {
		err = im.readBytes(file, b)
	}
	if err != nil {
		im.fail(file, dossier.SystemReason(err))
	}
	return nil
}

// maxFile bounds the files that are read whole, in bytes: pages are saved with
// their pictures.
const maxFile = 64 << 20

func readWhole(file string) ([]byte, error) {
	info, err := os.Stat(file)
	switch {
	case err != nil:
		return nil, err
	case info.Size() > maxFile:
		return nil, dossier.TooLarge(int(info.Size()), maxFile, "a page or a feed")
	}
	return os.ReadFile(file)
}

// readBytes takes in what a file holds. A feed is known by its content, as
// browsers save it under any name.
func (im *importer) readBytes(file string, b []byte) error {
	switch ext := strings.ToLower(filepath.Ext(file)); {
	case feed.Is(b):
		return im.readFeed(file, b)
	case isPage(file):
		return im.readPage(file, b)
	case ext == ".txt" || ext == ".md" || ext == ".markdown":
		m, err := dossier.ReadArticle(file, b)
		if err != nil {
			return err
		}
		im.take(file, m)
		return nil
	}
	return errors.New("import reads .txt, .md, .html, .mhtml, .jsonl and .parallax files and feeds (RSS, Atom, JSON Feed)")
}

// readFolder takes in a collection, or where there is none the web pages and
// feeds that lie in the folder.
func (im *importer) readFolder(name string) error {
	p, err := dossier.OpenSome(name, im.fail)
	if err == nil {
		im.addCollection(name, p)
		im.left += notRead(name, p)
		return nil
	}
	if !errors.Is(err, dossier.ErrNoArticles) {
		return err
	}
	files := unread(name, p)
	paths := importable(name, files)
	if len(paths) == 0 {
		return noneAmong(files, err)
	}
	for _, path := range paths {
		if err := im.read(path); err != nil {
			return err
		}
	}
	return nil
}

// addCollection takes in what was read of a folder or a .parallax file. The
// first one states the outlets and the rest of a collection that is new.
func (im *importer) addCollection(name string, p dossier.Pack) {
	articles := p.Articles
	if im.bare {
		if p.Title == dossier.TitleOf(name) { // none was stated
			p.Title = im.base.Title
		}
		im.base, im.bare = p, false
		im.base.Articles = nil
	} else {
		articles = p.ByOutletName()
	}
	for i, m := range articles {
		place := filepath.Join(name, m.File)
		if m.File == "" {
			place = fmt.Sprintf("%s, article %d", name, i+1)
		}
		im.take(place, m)
	}
}

// take takes in one article, which stands at place. Where nothing says who published
// it, the agency in its dateline did.
func (im *importer) take(place string, m dossier.Meta) {
	if m.Outlet == "" && m.ID == "" {
		if by := dossier.Agency(m.Text); by != "" && names.CountryOf(by) == "" { // "PARIS (France) -"
			m.Outlet, im.agencies[m.Text] = by, true
		}
	}
	im.articles = append(im.articles, m)
	im.places = append(im.places, place)
}

func (im *importer) readLines(file string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	err = dossier.EachLine(f, func(n int, line []byte) error {
		m, err := dossier.ReadLine(line)
		if err == nil {
			m, err = whole(m)
		}
		place := fmt.Sprintf("%s, line %d", file, n)
		if err != nil {
			im.fail(place, err)
		} else {
			im.take(place, m)
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("%s, %w", file, err) // it begins with the line
	}
	return nil
}

// readPage takes in one web page.
func (im *importer) readPage(file string, b []byte) error {
	p, err := webpage.Read(b)
	if err != nil {
		return err
	}
	m, err := whole(dossier.Meta{
		Title: p.Title.Value, Outlet: p.Outlet.Value, URL: p.URL.Value, Published: p.Published.Value,
		Author: p.Author.Value, Language: p.Language.Value, Text: p.Text.Value,
	})
	if err != nil {
		return err
	}
	im.take(file, m)
	im.pages.add(file, p)
	return nil
}

// readFeed takes in the entries of a feed that have a text.
func (im *importer) readFeed(file string, b []byte) error {
	f, err := feed.Read(b)
	switch {
	case err != nil:
		return err
	case len(f.Articles) == 0 && f.Teasers == 0:
		return errors.New("a feed without entries")
	case len(f.Articles) == 0:
		return fmt.Errorf("a feed without texts: %s; %s", count(f.Teasers, "teaser"), teasersHint)
	}
	for _, a := range f.Articles {
		m, err := whole(dossier.Meta{
			Title: a.Title, Outlet: a.Outlet, URL: a.URL, Published: a.Published,
			Author: a.Author, Language: a.Language, Text: a.Text,
		})
		if err != nil {
			im.fail(file+", "+a.Title, err)
			continue
		}
		im.take(file+", "+a.Title, m)
	}
	im.feeds += takenFrom(file, f)
	return nil
}

// whole puts the title of an article before its text, as articles are written,
// unless the text begins with it.
func whole(m dossier.Meta) (dossier.Meta, error) {
	if title := strings.TrimSpace(m.Title); title != "" && !strings.HasPrefix(strings.TrimLeftFunc(m.Text, text.Space), title) {
		m.Text = title + "\n\n" + m.Text
	}
	if len(m.Text) > dossier.MaxText {
		return m, dossier.TooLarge(len(m.Text), dossier.MaxText, "an article")
	}
	return m, nil
}
