package site

import (
	"crypto/sha256"
	"encoding/hex"
	"sort"
)

// File is one file of a site.
type File struct {
	Path      string // below the base path, without a leading slash: "timeline/index.html"
	Type      string // Content-Type
	Immutable bool   // the name changes with the content
	Hash      string // SHA-256 of Body in hex
	Body      []byte
	Brotli    []byte // nil if not smaller
	Gzip      []byte // nil if not smaller
}

// Site is the files of a reader, by Path.
type Site struct {
	Base    string // path the site lies under, with a slash at both ends
	Version string // changes with any file
	Files   []File
}

// Find returns the file at path.
func (s *Site) Find(path string) (*File, bool) {
	i := sort.Search(len(s.Files), func(i int) bool { return s.Files[i].Path >= path })
	if i < len(s.Files) && s.Files[i].Path == path {
		return &s.Files[i], true
	}
	return nil, false
}

// digest returns the SHA-256 of body in hex.
func digest(body []byte) string {
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:])
}
