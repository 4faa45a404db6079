//go:build !js

package dossier

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Add adds articles to p, resolves their outlets and numbers them. What p has
// already, the same id and the same text, is left out. It returns the articles
// added, which share no memory with p's; clash is called with the index of
// an article whose id another one has, and the article is left out.
func (p *Pack) Add(articles []Meta, clash func(i int)) (added []Meta) {
	texts := make(map[string]string, len(p.Articles)+len(articles))
	for i := range p.Articles {
		texts[p.Articles[i].ID] = p.Articles[i].Text
	}
	p.resolveOutlets(articles, false)
	for i, m := range articles {
		if m.ID == "" {
			m.ID = ID(m.Outlet, m.Text)
		}
		switch old, taken := texts[m.ID]; {
		case taken && old == m.Text:
		case taken:
			clash(i)
		default:
			texts[m.ID] = m.Text
			p.Articles = append(p.Articles, m)
			added = append(added, m)
		}
	}
	return added
}

// ByOutletName returns the articles of p with the names of their outlets in
// place of the ids: what does not list these outlets keeps their names.
func (p Pack) ByOutletName() []Meta {
	names := make(map[string]string)
	for _, o := range p.Outlets {
		names[o.ID] = o.Name
	}
	articles := slices.Clone(p.Articles)
	for i := range articles {
		if name := names[articles[i].Outlet]; name != "" {
			articles[i].Outlet = name
		}
	}
	return articles
}

// ReadArticle reads one article file, text or Markdown, with what its front
// matter states; name is that of the file.
func ReadArticle(name string, b []byte) (Meta, error) {
	return Meta{File: filepath.Base(name)}.complete(b)
}

// WriteFolder writes p as a folder. dir must not be there yet, or be empty:
// the folder is made beside it and renamed, so that dir is there whole or not
// at all.
func WriteFolder(dir string, p Pack) error {
	dir, err := filepath.Abs(dir) // "." has a name of its own
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o777); err != nil {
		return fmt.Errorf("%s: %w", dir, SystemReason(err))
	}
	tmp, err := os.MkdirTemp(filepath.Dir(dir), "."+filepath.Base(dir)+"-")
	if err != nil {
		return fmt.Errorf("%s: %w", dir, SystemReason(err))
	}
	defer os.RemoveAll(tmp) // nothing is left of it after the renaming
	err = writeFiles(p, func(name string, b []byte) error {
		return os.WriteFile(filepath.Join(tmp, name), b, 0o666)
	})
	if err != nil {
		return err
	}
	if err := os.Chmod(tmp, 0o755); err != nil {
		return err
	}
	if err := os.Remove(dir); err != nil && !errors.Is(err, fs.ErrNotExist) { // an empty folder
		return fmt.Errorf("%s is there already and is not empty: %w", dir, err)
	}
	return os.Rename(tmp, dir)
}

// AddToFolder adds articles, which belong to p, to the folder that p was read
// from, as one more file of lines: it appears whole or not at all, and no file
// of the folder is changed.
func AddToFolder(dir string, p Pack, articles []Meta) error {
	p.Articles = articles
	b, err := articleLines(p.ByOutletName())
	if err != nil {
		return err
	}
	sum := sha256.Sum256(b)
	name := strings.TrimSuffix(linesFile, linesExt) + "-" + hex.EncodeToString(sum[:6]) + linesExt
	return writeWhole(filepath.Join(dir, name), func(w io.Writer) error {
		_, err := w.Write(b)
		return err
	})
}

// WriteFile writes p as the .parallax file name.
func WriteFile(name string, p Pack) error {
	return writeWhole(name, func(w io.Writer) error { return writeArchive(w, p) })
}

// writeWhole writes a file that appears whole or not at all.
func writeWhole(name string, write func(io.Writer) error) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return fmt.Errorf("%s: %w", name, SystemReason(err))
	}
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+"-")
	if err != nil {
		return fmt.Errorf("%s: %w", name, SystemReason(err))
	}
	defer os.Remove(f.Name()) // nothing is left of it after the renaming
	if err := errors.Join(write(f), f.Close()); err != nil {
		return err
	}
	if err := os.Chmod(f.Name(), 0o644); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}
