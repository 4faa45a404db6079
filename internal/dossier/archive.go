//go:build !js

package dossier

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Extension ends the name of a dossier in one file: its folder as a zip.
const Extension = ".parallax"

// Limits of a .parallax file. A dossier beyond them is built into a site.
const (
	maxArchive = 1 << 30 // bytes, unpacked
	maxEntries = 200_000
)

// notesFile is for a reader's notes, which are no articles.
const notesFile = "notes.jsonl"

// readArchive reads a dossier out of the size bytes of a .parallax file; name
// stands for it in errors.
func readArchive(r io.ReaderAt, size int64, name string, read reader) (Pack, error) {
	fsys, err := openZip(r, size)
	if err != nil {
		return Pack{}, fmt.Errorf("%s: %w", name, err)
	}
	return read(fsys, name)
}

// openZip returns the folder in a zip after checking that it cannot hurt: no
// path leaves it and it unpacks to a bounded size. A single folder that holds
// everything, as file managers make it, is entered.
func openZip(r io.ReaderAt, size int64) (fs.FS, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, errors.New("not a .parallax file (a damaged zip, or none at all)")
	}
	if len(z.File) > maxEntries {
		return nil, fmt.Errorf("%d files; a .parallax file holds at most %d", len(z.File), maxEntries)
	}
	var unpacked uint64
	top := ""
	single := true
	for _, f := range z.File {
		file := strings.TrimSuffix(f.Name, "/")
		if !fs.ValidPath(file) || strings.Contains(file, `\`) {
			return nil, fmt.Errorf("the path %q leaves the folder", f.Name)
		}
		if f.UncompressedSize64 > maxArchive || unpacked+f.UncompressedSize64 > maxArchive {
			return nil, fmt.Errorf("more than %d MB unpacked", maxArchive>>20)
		}
		unpacked += f.UncompressedSize64
		first, _, inFolder := strings.Cut(f.Name, "/")
		switch {
		case first == "__MACOSX":
		case !inFolder || top != "" && top != first:
			single = false
		default:
			top = first
		}
	}
	if single && top != "" {
		return fs.Sub(z, top)
	}
	return z, nil
}

// writeArchive writes p as a .parallax file. The same dossier yields the same
// bytes.
func writeArchive(w io.Writer, p Pack) error {
	z := zip.NewWriter(w)
	err := writeFiles(p, func(name string, b []byte) error {
		// The time is a fixed one: the oldest a zip can tell.
		f, err := z.CreateHeader(&zip.FileHeader{
			Name: name, Method: zip.Deflate,
			Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC),
		})
		if err != nil {
			return err
		}
		_, err = f.Write(b)
		return err
	})
	if err != nil {
		return err
	}
	return z.Close()
}

// maxFiles is the largest number of articles that get a file each. A file for
// each can be read and mended by hand, but ten thousand of them, and a listing
// of as many entries in YAML, take a minute to open; one file of lines takes a
// second.
const maxFiles = 1000

// writeFiles hands the files of the folder of p to write, one after the other.
func writeFiles(p Pack, write func(name string, b []byte) error) error {
	if len(p.Articles) > maxFiles {
		lines, err := articleLines(p.Articles)
		if err != nil {
			return err
		}
		p.Articles = nil
		if err := write(linesFile, lines); err != nil {
			return err
		}
	}
	names := fileNames(p.Articles)
	if err := write(listingFile, listingYAML(p, names)); err != nil {
		return err
	}
	for i, m := range p.Articles {
		if err := write(names[i], fileBytes(m.Text)); err != nil {
			return err
		}
	}
	return nil
}

// fileBytes returns text as an article file. A text that itself begins like
// front matter gets an empty one before it, which the reader cuts off again.
func fileBytes(text string) []byte {
	if _, body, err := frontMatter(text); err != nil || body != text {
		return []byte("---\n---\n" + text)
	}
	return []byte(text)
}

// fileNames returns a file name for each article: its own where it is a plain
// one that no other has, else one made of its id.
func fileNames(articles []Meta) []string {
	taken := make(map[string]bool)
	names := make([]string, len(articles))
	for i, m := range articles {
		name := m.File
		if key := strings.ToLower(name); !plainName(name) || taken[key] {
			stem := slug(m.ID)
			if len(stem) > maxName/2 { // such as an address
				stem = ID("", m.ID)
			}
			name = stem + ".txt"
			for n := 2; taken[name]; n++ {
				name = fmt.Sprintf("%s-%d.txt", stem, n)
			}
		}
		taken[strings.ToLower(name)] = true
		names[i] = name
	}
	return names
}

// maxName bounds the name of an article file, in bytes. File systems take 255.
const maxName = 200

// plainName reports whether name can name an article file on any system.
func plainName(name string) bool {
	return articleFile(name) && len(name) <= maxName && path.Base(name) == name && utf8.ValidString(name) &&
		!strings.ContainsAny(name, `<>:"/\|?*`) && !strings.ContainsFunc(name, unicode.IsControl)
}

// listingYAML writes dossier.yaml. Strings are written as JSON writes them,
// which YAML reads as they are.
func listingYAML(p Pack, names []string) []byte {
	var b bytes.Buffer
	field := func(indent, key, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s%s: %s\n", indent, key, quoted(value))
		}
	}
	field("", "title", p.Title)
	field("", "description", p.Description)
	field("", "limits", p.Limits)
	field("", "language", p.Language)
	if len(p.Outlets) > 0 {
		b.WriteString("outlets:\n")
	}
	for _, o := range p.Outlets {
		field("  - ", "id", o.ID)
		field("    ", "name", o.Name)
		field("    ", "kind", o.Kind)
		field("    ", "country", o.Country)
		field("    ", "url", o.URL)
	}
	if len(p.Articles) > 0 {
		b.WriteString("articles:\n")
	}
	for i, m := range p.Articles {
		field("  - ", "file", names[i])
		field("    ", "id", m.ID)
		field("    ", "outlet", m.Outlet)
		field("    ", "url", m.URL)
		field("    ", "title", m.Title)
		field("    ", "author", m.Author)
		field("    ", "language", m.Language)
		field("    ", "published", m.Published)
	}
	return b.Bytes()
}

// quoted returns s as a YAML string in double quotes.
func quoted(s string) string {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		panic(err) // a string always encodes
	}
	return strings.TrimRight(b.String(), "\n")
}
