package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"parallax/cmd/parallax/feed"
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
	if info, err := os.Stat(name); err == nil && !info.IsDir() {
		switch {
		case isPage(name):
			return dossier.Pack{}, fmt.Errorf("%s: a web page. %s", name, importHint)
		case isFeed(name):
			return dossier.Pack{}, fmt.Errorf("%s: a feed. %s", name, importHint)
		}
	}
	p, err := dossier.Open(name)
	if errors.Is(err, dossier.ErrNoArticles) {
		files := unread(name, p)
		if len(importable(name, files)) > 0 {
			return p, fmt.Errorf("%w. %s", err, importHint)
		}
		err = noneAmong(files, err)
	}
	return p, err
}

// noneAmong adds to an error of a folder without articles what is in it.
func noneAmong(files []string, err error) error {
	if len(files) == 0 {
		return err
	}
	return fmt.Errorf("%w. In it: %s", err, fewOf(files))
}

// unread lists what was left out when p was read from the dossier at name.
func unread(name string, p dossier.Pack) []string {
	files, folders := dossier.Unread(name, p)
	for _, f := range folders {
		files = append(files, "the folder "+f)
	}
	return files
}

// notRead is a line on what was left out when p was read from the dossier at
// name, "" if nothing was.
func notRead(name string, p dossier.Pack) string {
	files := unread(name, p)
	if len(files) == 0 {
		return ""
	}
	line := "Not read: " + fewOf(files) + ". Articles are files that end in .txt, .md or .jsonl."
	if len(importable(name, files)) > 0 {
		line += " " + importHint + "."
	}
	return line + "\n"
}

// importHint is for those who have web pages or feeds.
const importHint = "Of saved web pages and feeds, parallax import FILE… --into DIR makes a collection"

// isPage reports whether a file of that name is a web page.
func isPage(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".html", ".htm", ".xhtml", ".mhtml", ".mht":
		return true
	}
	return false
}

// isFeed reports whether the file at path is a feed: one of the formats that
// feeds are in by its name, and one of them by what is in it.
func isFeed(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".xml", ".rss", ".atom", ".rdf", ".json":
		b, err := readWhole(path)
		return err == nil && feed.Is(b)
	}
	return false
}

// importable returns the paths of those files in a folder of which import makes
// articles and Open does not.
func importable(folder string, files []string) (paths []string) {
	for _, file := range files {
		if path := filepath.Join(folder, file); isPage(file) || isFeed(path) {
			paths = append(paths, path)
		}
	}
	return paths
}
