package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"parallax/web"
)

// serviceWorkerSource is the part of the service worker that is the same for
// all sites; the list of what to save is put before it.
const serviceWorkerSource = "sw.js"

// saved is one file the service worker keeps.
type saved struct {
	URL  string `json:"url"`
	Hash string `json:"hash"` // SHA-256 in hex
	Type string `json:"type"`
	Size int    `json:"size"`
	Gzip string `json:"gzip,omitempty"` // address of the gzip form, for hosts that do not compress
}

// serviceWorker returns the service worker with the list of the files of s
// that are saved for reading offline.
func serviceWorker(s *Site, withArticles bool) (File, error) {
	source, err := web.FS.ReadFile(serviceWorkerSource)
	if err != nil {
		return File{}, err
	}
	var list []saved
	for i := range s.Files {
		f := &s.Files[i]
		if !f.keptOffline(withArticles) {
			continue
		}
		entry := saved{URL: s.Base + f.Path, Hash: f.Hash, Type: f.Type, Size: len(f.Body)}
		if f.Type == typeWasm {
			entry.Gzip = entry.URL + ".gz"
		}
		list = append(list, entry)
	}
	encoded, err := json.Marshal(list)
	if err != nil {
		return File{}, err
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, "const BASE = %q;\nconst VERSION = %q;\nconst FILES = %s;\n", s.Base, version(s.Files), encoded)
	out.Write(source)
	return newFile("sw.js", out.Bytes()), nil
}

// keptOffline reports whether the service worker saves f. Without article
// pages of their own, the page that shows any article is kept.
func (f *File) keptOffline(withArticles bool) bool {
	switch {
	case f.Type == typePNG && f.Path != "icon-192.png", f.Type == typeText, f.Type == typeXML, f.Type == typeAtom,
		f.Path == hostFile:
		return false
	case f.Path == anyArticle:
		return true
	case strings.HasPrefix(f.Path, "a/"):
		return withArticles
	}
	return true
}

// anyArticle is the page that shows the article its fragment names.
const anyArticle = "a/index.html"
