package site

import (
	"strings"

	"parallax/web"
)

// The parts of the service worker, and of what switches it off, that are the
// same for all sites; what differs is put before them.
const (
	saverSource    = "sw.js"
	saverOffSource = "sw-off.js"
)

// saved is one file the service worker keeps.
type saved struct {
	URL  string `json:"url"`
	Hash string `json:"hash"` // SHA-256 in hex
	Type string `json:"type"`
	Gzip string `json:"gzip,omitempty"` // address of the gzip form, for hosts that do not compress
}

// savers returns the service worker with the list of the files of s that are
// saved for reading offline, and its switch-off.
func savers(s *Site, withArticles bool) ([]File, error) {
	var list []saved
	for i := range s.Files {
		f := &s.Files[i]
		if !f.keptOffline(withArticles) {
			continue
		}
		entry := saved{URL: s.Base + f.Path, Hash: f.Hash, Type: f.Type}
		if f.Type == typeWasm {
			entry.Gzip = entry.URL + ".gz"
		}
		list = append(list, entry)
	}
	on, err := web.FS.ReadFile(saverSource)
	if err != nil {
		return nil, err
	}
	off, err := web.FS.ReadFile(saverOffSource)
	if err != nil {
		return nil, err
	}
	return []File{
		newFile(saverSource, script(on, "BASE", s.Base, "VERSION", version(s.Files), "FILES", list)),
		newFile(saverOffSource, script(off, "BASE", s.Base)),
	}, nil
}

// keptOffline reports whether the service worker saves f. Without article
// pages of their own, the page that shows any article is kept.
func (f *File) keptOffline(withArticles bool) bool {
	switch {
	case f.Path == licencesName:
		return true // the settings lead there
	case f.Path == billName:
		return false
	case f.Type == typePNG && f.Path != "icon-192.png", f.Type == typeText, f.Type == typeXML, f.Type == typeAtom,
		f.Path == hostFile:
		return false
	case f.Path == anyArticle, f.Path == anyPair:
		return true
	case strings.HasPrefix(f.Path, "compare/"):
		return false // the page for any pair shows them
	case strings.HasPrefix(f.Path, "a/"):
		return withArticles
	}
	return true
}

// anyPair is the page that shows the pair its address names.
const anyPair = "compare/index.html"

// anyArticle is the page that shows the article its fragment names.
const anyArticle = "a/index.html"
