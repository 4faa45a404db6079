package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"parallax/data"
	"parallax/internal/dossier"
)

// openDossier reads and cleans the dossier at name, a folder or a .parallax
// file; "" is the embedded one.
func openDossier(name string) (*dossier.Dossier, error) {
	p, err := openPack(name)
	if err != nil {
		return nil, err
	}
	return dossier.New(p)
}

// openPack reads the dossier at name as it travels; "" is the embedded one.
func openPack(name string) (dossier.Pack, error) {
	if name == "" {
		return data.Pack()
	}
	if info, err := os.Stat(name); err == nil && !info.IsDir() && isPage(name) {
		return dossier.Pack{}, fmt.Errorf("%s: a web page. %s", name, pagesHint)
	}
	p, err := dossier.Open(name)
	if errors.Is(err, dossier.ErrNoArticles) && slices.ContainsFunc(unread(name, p), isPage) {
		return p, fmt.Errorf("%w. %s", err, pagesHint)
	}
	return p, err
}

// unread lists what was left out when p was read from the dossier at name.
func unread(name string, p dossier.Pack) []string {
	files, folders := dossier.Unread(name, p)
	for _, f := range folders {
		files = append(files, "the folder "+f)
	}
	return files
}

// notRead is a line on what was left out, "" if nothing was.
func notRead(files []string) string {
	if len(files) == 0 {
		return ""
	}
	line := "Not read: " + fewOf(files) + ". Articles are files that end in .txt, .md or .jsonl."
	if slices.ContainsFunc(files, isPage) {
		line += " " + pagesHint + "."
	}
	return line + "\n"
}

// pagesHint is for those who have web pages.
const pagesHint = "Of saved web pages, parallax import FILE… --into DIR makes a collection"

// isPage reports whether a file of that name is a web page.
func isPage(name string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	return ext == ".html" || ext == ".htm" || ext == ".xhtml"
}
