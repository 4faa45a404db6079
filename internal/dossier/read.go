//go:build !js

package dossier

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"

	"parallax/internal/text"
)

// listing is dossier.yaml: what is stated of the collection, and of articles
// whose files stay as they are.
type listing struct {
	Title       string   `yaml:"title"`
	Description string   `yaml:"description"`
	Limits      string   `yaml:"limits"`
	Language    string   `yaml:"language"`
	Outlets     []Outlet `yaml:"outlets"`
	Articles    []stated `yaml:"articles"`
}

// stated is Meta as people write it: "source" is accepted for outlet, "date"
// for published.
type stated struct {
	Meta   `yaml:",inline"`
	Source string `yaml:"source"`
	Date   string `yaml:"date"`
}

func (s stated) meta() Meta {
	m := s.Meta
	if m.Outlet == "" {
		m.Outlet = s.Source
	}
	if m.Published == "" {
		m.Published = s.Date
	}
	return m
}

// byteOrderMark is what some editors put before the first line of a file.
const byteOrderMark = "\uFEFF"

// listingFile is the name of the listing in a folder or a .parallax file.
const listingFile = "dossier.yaml"

// ErrNoArticles is for a folder or a .parallax file without articles. What is
// stated of the collection is returned with it.
var ErrNoArticles = errors.New("no articles; they are files that end in .txt, .md or .jsonl")

// Open reads the dossier at name, a folder or a .parallax file.
func Open(name string) (Pack, error) { return open(name, readFolder) }

// OpenSome reads what can be read of the dossier at name. It calls bad for each
// of the other articles, with the file and line that it stands in. Articles may
// have the same id.
func OpenSome(name string, bad func(at string, err error)) (Pack, error) {
	return open(name, func(fsys fs.FS, name string) (Pack, error) {
		return readSome(fsys, name, func(at string, err error) error {
			bad(at, err)
			return nil
		})
	})
}

// reader reads a dossier out of fsys; name stands for it in errors.
type reader func(fsys fs.FS, name string) (Pack, error)

// open finds the folder of the dossier at name and has it read.
func open(name string, read reader) (Pack, error) {
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return Pack{}, fmt.Errorf("%s: no such folder or .parallax file", name)
	case err != nil:
		return Pack{}, err
	case info.IsDir():
		return read(os.DirFS(name), name)
	case articleFile(filepath.Base(name)):
		return Pack{}, fmt.Errorf("%s: one article; a collection is a folder of them or a .parallax file", name)
	}
	f, err := os.Open(name)
	if err != nil {
		return Pack{}, err
	}
	defer f.Close()
	return readArchive(f, info.Size(), name, read)
}

// readFolder is the reader to whom every article matters.
func readFolder(fsys fs.FS, name string) (Pack, error) {
	p, err := readSome(fsys, name, func(at string, err error) error { return fmt.Errorf("%s: %w", at, err) })
	if err != nil {
		return p, err
	}
	if err := p.checkIDs(); err != nil {
		return Pack{}, fmt.Errorf("%s: %w", name, err)
	}
	return p, nil
}

// badFunc is told of an article that cannot be read, by the file and line that
// it stands in. The error that it returns ends the reading.
type badFunc func(at string, err error) error

// readSome reads what bad lets pass. The articles come in the order of
// dossier.yaml, then by name.
func readSome(fsys fs.FS, name string, bad badFunc) (Pack, error) {
	list, err := readListing(fsys)
	if err != nil {
		return Pack{}, fmt.Errorf("%s: %w", path.Join(name, listingFile), err)
	}
	p := Pack{
		Title:       list.Title,
		Description: list.Description,
		Limits:      list.Limits,
		Language:    list.Language,
		Outlets:     list.Outlets,
	}
	if p.Title == "" {
		p.Title = TitleOf(name)
	}
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return Pack{}, fmt.Errorf("%s: %w", name, err)
	}
	found := false
	note := func(at string, err error) error {
		found = true
		return bad(at, err)
	}
	if err := p.addFiles(fsys, name, list.Articles, entries, note); err != nil {
		return Pack{}, err
	}
	p.resolveOutlets(p.Articles, len(list.Outlets) > 0)
	files := len(p.Articles)
	if err := p.addLines(fsys, name, entries, note); err != nil {
		return Pack{}, err
	}
	p.resolveOutlets(p.Articles[files:], false)
	if len(p.Articles) == 0 && !found {
		return p, fmt.Errorf("%s: %w", name, ErrNoArticles)
	}
	p.number()
	return p, p.dropUnlisted(name, note)
}

// dropUnlisted leaves out the articles whose outlet is not there.
func (p *Pack) dropUnlisted(name string, bad badFunc) error {
	ids, err := p.outletIDs()
	if err != nil {
		return fmt.Errorf("%s: %w", path.Join(name, listingFile), err)
	}
	kept := p.Articles[:0]
	for _, m := range p.Articles {
		if err := m.checkOutlet(ids); err == nil {
			kept = append(kept, m)
		} else if err := bad(path.Join(name, m.File), err); err != nil {
			return err
		}
	}
	p.Articles = kept
	return nil
}

// Unread returns the names of what lies in the folder name beside the articles
// of p, which was read from it, and is no file of articles by its name: pages,
// folders within. It returns nothing for a .parallax file.
func Unread(name string, p Pack) (files, folders []string) {
	read := map[string]bool{listingFile: true, notesFile: true}
	for _, m := range p.Articles {
		first, _, _ := strings.Cut(m.File, "/")
		read[first] = true
	}
	entries, _ := os.ReadDir(name) // whoever reads it has seen the error
	for _, e := range entries {
		base := e.Name()
		switch bare := strings.ToLower(strings.TrimSuffix(base, path.Ext(base))); {
		case read[base] || articleFile(base) || strings.HasPrefix(base, ".") || bare == "readme" || bare == "license":
		case e.IsDir():
			folders = append(folders, base)
		case !HoldsLines(base):
			files = append(files, base)
		}
	}
	return files, folders
}

// readListing reads dossier.yaml; a folder without one lists nothing.
func readListing(fsys fs.FS) (listing, error) {
	var list listing
	b, err := fs.ReadFile(fsys, listingFile)
	if errors.Is(err, fs.ErrNotExist) {
		return list, nil
	}
	if err != nil {
		return list, err
	}
	b = bytes.TrimPrefix(b, []byte(byteOrderMark))
	if err := yaml.UnmarshalWithOptions(b, &list, yaml.Strict()); err != nil {
		return list, errors.New(yamlReason(err))
	}
	return list, nil
}

// addFiles adds the articles that have a file of their own, the listed ones
// first.
func (p *Pack) addFiles(fsys fs.FS, name string, list []stated, entries []fs.DirEntry, bad badFunc) error {
	at := func(file string) string { return path.Join(name, file) }
	listed := make(map[string]bool)
	for _, s := range list {
		m := s.meta()
		switch {
		case m.File == "":
			return fmt.Errorf("%s: an article has no file", at(listingFile))
		case !fs.ValidPath(m.File):
			return fmt.Errorf("%s: %s is no file of the folder", at(listingFile), m.File)
		case listed[m.File]:
			return fmt.Errorf("%s: %s is listed twice", at(listingFile), m.File)
		}
		listed[m.File] = true
		m, err := readArticle(fsys, m)
		if errors.Is(err, fs.ErrNotExist) {
			err = fmt.Errorf("listed in %s, but there is no such file", listingFile)
		}
		if err == nil {
			p.Articles = append(p.Articles, m)
		} else if err := bad(at(m.File), err); err != nil {
			return err
		}
	}
	for _, e := range entries {
		if e.IsDir() || listed[e.Name()] || !articleFile(e.Name()) {
			continue
		}
		m, err := readArticle(fsys, Meta{File: e.Name()})
		if err == nil {
			p.Articles = append(p.Articles, m)
		} else if err := bad(at(e.Name()), err); err != nil {
			return err
		}
	}
	return nil
}

// TitleOf returns the title of a dossier that states none: the name of its
// folder or file.
func TitleOf(name string) string {
	if whole, err := filepath.Abs(name); err == nil {
		name = whole // "." has a name of its own
	}
	return strings.TrimSuffix(filepath.Base(name), Extension)
}

// articleFile reports whether a file of that name holds an article.
func articleFile(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return (ext == ".txt" || ext == ".md" || ext == ".markdown") && !strings.HasPrefix(name, ".") &&
		!strings.EqualFold(strings.TrimSuffix(name, path.Ext(name)), "readme")
}

// readArticle completes m with the text of its file and its front matter. What
// the listing states outweighs the front matter.
func readArticle(fsys fs.FS, m Meta) (Meta, error) {
	if !utf8.ValidString(m.File) {
		return m, errors.New("the name of the file is not UTF-8")
	}
	info, err := fs.Stat(fsys, m.File)
	switch {
	case err != nil:
		return m, SystemReason(err)
	case !info.Mode().IsRegular(): // a pipe would be waited for
		return m, errors.New("not a file")
	case info.Size() > MaxText:
		return m, TooLarge(int(info.Size()), MaxText, "an article")
	}
	b, err := fs.ReadFile(fsys, m.File)
	if err != nil {
		return m, SystemReason(err)
	}
	return m.complete(b)
}

// SystemReason returns what the system says of a file, without its name.
func SystemReason(err error) error {
	var of *fs.PathError
	if errors.As(err, &of) {
		return of.Err
	}
	return err
}

// complete fills in the text of an article file and what its front matter
// states.
func (m Meta) complete(b []byte) (Meta, error) {
	if bytes.HasPrefix(b, []byte("\xff\xfe")) || bytes.HasPrefix(b, []byte("\xfe\xff")) {
		return m, errors.New("UTF-16 text; articles are UTF-8")
	}
	if at := invalidUTF8(b); at >= 0 {
		return m, fmt.Errorf("not UTF-8 text (byte %d)", at)
	}
	front, body, err := frontMatter(string(b))
	if err != nil {
		return m, err
	}
	m.Text = body
	if err := checkText(body); err != nil {
		return m, err
	}
	for _, f := range []struct{ to, from *string }{
		{&m.ID, &front.ID},
		{&m.Outlet, &front.Outlet},
		{&m.URL, &front.URL},
		{&m.Title, &front.Title},
		{&m.Author, &front.Author},
		{&m.Language, &front.Language},
		{&m.Published, &front.Published},
	} {
		if *f.to == "" {
			*f.to = *f.from
		}
	}
	return m, nil
}

// frontMatter cuts the YAML between two lines of dashes off the start of s.
// Where the second is missing, the lines before the first empty one are it if
// they state something.
func frontMatter(s string) (Meta, string, error) {
	first, rest, ok := strings.Cut(s, "\n")
	if !ok || strings.TrimRight(strings.TrimPrefix(first, byteOrderMark), " \r") != "---" {
		return Meta{}, s, nil
	}
	empty := -1 // where the first empty line begins
	for at := 0; at < len(rest); {
		ln, _, _ := strings.Cut(rest[at:], "\n")
		next := min(at+len(ln)+1, len(rest))
		switch strings.TrimRight(ln, " \r") {
		case "---":
			m, err := readFront(rest[:at])
			return m, rest[next:], err
		case "":
			if empty < 0 {
				empty = at
			}
		}
		at = next
	}
	if empty > 0 {
		if m, err := readFront(rest[:empty]); err == nil && m != (Meta{}) {
			return m, rest[empty:], nil
		}
	}
	return Meta{}, s, nil
}

// readFront reads front matter.
func readFront(written string) (Meta, error) {
	var front stated
	err := yaml.Unmarshal([]byte(written), &front)
	if err != nil && yaml.Unmarshal([]byte(quoteLines(written)), &front) != nil {
		return Meta{}, fmt.Errorf("front matter: %s", yamlReason(err))
	}
	return front.meta(), nil
}

// quoteLines puts values in quotation marks that are no YAML without them, as of
// "title: Dam: what is known".
func quoteLines(front string) string {
	var b strings.Builder
	for line := range strings.Lines(front) {
		key, value, ok := strings.Cut(line, ": ")
		if ok && !strings.ContainsAny(key, " \t#") && yaml.Unmarshal([]byte(line), new(any)) != nil {
			line = key + ": " + quoted(strings.TrimSpace(value)) + "\n"
		}
		b.WriteString(line)
	}
	return b.String()
}

// resolveOutlets replaces the names by which the articles call their outlets
// with ids. Without a listing of outlets those that are named are declared; with
// one, an outlet that is not there is a mistake, left to check.
func (p *Pack) resolveOutlets(articles []Meta, listed bool) {
	ids := make(map[string]string)
	for _, o := range p.Outlets {
		ids[strings.ToLower(o.Name)] = o.ID
	}
	for _, o := range p.Outlets {
		ids[strings.ToLower(o.ID)] = o.ID
	}
	for i := range articles {
		name := articles[i].Outlet
		id, known := ids[strings.ToLower(name)]
		if name == "" || !known && listed {
			continue
		}
		if !known {
			id = slug(name)
			for _, taken := ids[id]; taken; _, taken = ids[id] {
				id += "-2"
			}
			ids[strings.ToLower(name)], ids[id] = id, id
			p.Outlets = append(p.Outlets, Outlet{ID: id, Name: name})
		}
		articles[i].Outlet = id
	}
}

// number gives an id to the articles that have none.
func (p *Pack) number() {
	for i := range p.Articles {
		if m := &p.Articles[i]; m.ID == "" {
			m.ID = ID(m.Outlet, m.Text)
		}
	}
}

// slug returns the words of name in lower case, joined by hyphens.
func slug(name string) string {
	var words []string
	for _, sp := range text.Words(name) {
		words = append(words, strings.ToLower(sp.Of(name)))
	}
	if len(words) == 0 {
		return "outlet"
	}
	return strings.Join(words, "-")
}

// ID returns the id of an article that was given none: the first twelve hex
// digits of the SHA-256 of its outlet, a NUL byte and its text.
func ID(outlet, words string) string {
	h := sha256.New()
	h.Write([]byte(outlet))
	h.Write([]byte{0})
	h.Write([]byte(words))
	return hex.EncodeToString(h.Sum(nil)[:6])
}

// invalidUTF8 returns the offset of the first byte of b that is not UTF-8, or -1.
func invalidUTF8(b []byte) int {
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

// yamlReason returns the first line of what the YAML reader says, which has the
// place and the reason; a picture of the place follows it.
func yamlReason(err error) string {
	reason, _, _ := strings.Cut(err.Error(), "\n")
	return "broken YAML: " + reason
}
