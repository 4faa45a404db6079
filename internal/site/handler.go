package site

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"path"
	"strings"
	"time"

	"parallax/internal/route"
)

// Handler serves s below its base path.
func Handler(s *Site) http.Handler {
	h := &handler{site: s, files: make(map[string]*served, len(s.Files)), articles: map[string]string{}}
	for i := range s.Files {
		f := &s.Files[i]
		h.files[f.Path] = newServed(f)
		if folder, ok := strings.CutSuffix(f.Path, "index.html"); ok {
			if id := route.Parse("/"+folder, "").Article; id != "" {
				h.articles[id] = folder
			}
		}
	}
	h.missing = h.files["404.html"]
	return h
}

type handler struct {
	site     *Site
	files    map[string]*served
	articles map[string]string // folders by the id of their article
	missing  *served           // may be nil
}

// served is a file with the headers of its answers.
type served struct {
	file *File
	vary bool
	// The ETag names the form too: two encodings of a file are different bytes.
	etag map[string]string
}

// encodings in the order we like them.
var encodings = [...]string{"br", "gzip", ""}

func newServed(f *File) *served {
	s := &served{file: f, vary: f.Brotli != nil || f.Gzip != nil, etag: map[string]string{}}
	for _, coding := range encodings {
		tag := f.Hash[:20]
		if coding != "" {
			tag += "-" + coding
		}
		s.etag[coding] = `"` + tag + `"`
	}
	return s
}

func (f *File) form(coding string) []byte {
	switch coding {
	case "br":
		return f.Brotli
	case "gzip":
		return f.Gzip
	}
	return f.Body
}

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	for _, header := range security {
		w.Header().Set(header.name, header.value)
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "This server only gives files.", http.StatusMethodNotAllowed)
		return
	}
	below, ok := strings.CutPrefix(r.URL.Path, h.site.Base)
	if !ok {
		if r.URL.Path+"/" == h.site.Base {
			h.redirect(w, h.site.Base, r)
			return
		}
		h.notFound(w, r)
		return
	}
	name := below
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	// Only names that stand in the list are served, so no path leads outside.
	if s, ok := h.files[name]; ok {
		h.serve(w, r, s, http.StatusOK)
		return
	}
	if _, ok := h.files[path.Join(below, "index.html")]; ok && path.Clean("/"+below) == "/"+below {
		h.redirect(w, h.site.Base+below+"/", r)
		return
	}
	// An article is found by its id; the words before it may be missing or old.
	if folder, ok := h.articles[route.Parse("/"+below, "").Article]; ok {
		h.redirect(w, h.site.Base+folder, r)
		return
	}
	h.notFound(w, r)
}

// redirect leads to the full address of a page. It is one of ours, so it can
// lead to no other host.
func (h *handler) redirect(w http.ResponseWriter, to string, r *http.Request) {
	if r.URL.RawQuery != "" {
		to += "?" + r.URL.RawQuery
	}
	w.Header().Set("Cache-Control", cacheAsk)
	w.Header().Set("Location", to)
	w.WriteHeader(http.StatusMovedPermanently)
}

func (h *handler) notFound(w http.ResponseWriter, r *http.Request) {
	if h.missing == nil {
		http.NotFound(w, r)
		return
	}
	h.serve(w, r, h.missing, http.StatusNotFound)
}

func (h *handler) serve(w http.ResponseWriter, r *http.Request, s *served, status int) {
	coding := negotiate(r.Header.Get("Accept-Encoding"), s.file)
	body := s.file.form(coding)
	header := w.Header()
	header.Set("Content-Type", s.file.Type)
	header.Set("Cache-Control", s.file.cacheControl())
	if s.vary {
		header.Set("Vary", "Accept-Encoding")
	}
	if coding != "" {
		header.Set("Content-Encoding", coding)
	}
	if status != http.StatusOK {
		header.Set("Cache-Control", cacheAsk)
		w.WriteHeader(status)
		if r.Method != http.MethodHead {
			_, _ = w.Write(body) // a client that left hears nothing
		}
		return
	}
	header.Set("ETag", s.etag[coding])
	if coding != "" || body == nil {
		// Parts of a compressed form are of no use to those who want parts of the file.
		header.Set("Accept-Ranges", "none")
	} else if r.Header.Get("Range") != "" || r.Header.Get("If-Match") != "" {
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
		return
	}
	if sameTag(r.Header.Get("If-None-Match"), s.etag[coding]) {
		header.Del("Content-Type")
		header.Del("Content-Encoding")
		w.WriteHeader(http.StatusNotModified)
		return
	}
	if body == nil {
		s.unpack(w, r)
		return
	}
	setLength(header, len(body))
	if r.Method != http.MethodHead {
		_, _ = w.Write(body) // whole, in one call to the system
	}
}

// unpack answers with a file that is only held packed. Hardly a client asks for
// one: all browsers take gzip.
func (s *served) unpack(w http.ResponseWriter, r *http.Request) {
	unpacked, err := gzip.NewReader(bytes.NewReader(s.file.Gzip))
	if err != nil {
		http.Error(w, "This file is damaged on the server.", http.StatusInternalServerError)
		return
	}
	if r.Method != http.MethodHead {
		_, _ = io.Copy(w, unpacked)
	}
}

// sameTag reports whether an If-None-Match header names a tag.
func sameTag(header, tag string) bool {
	for header != "" {
		var item string
		item, header, _ = strings.Cut(header, ",")
		item = strings.TrimSpace(item)
		if item == "*" || strings.TrimPrefix(item, "W/") == tag {
			return true
		}
	}
	return false
}

// negotiate returns the coding of f to answer with: the smallest that the
// request accepts, "" for none.
func negotiate(accept string, f *File) string {
	best, bestQ := "", quality(accept, "identity")
	if bestQ < 0 {
		bestQ = 0.0001 // not named, so welcome, but any named coding is more so
	}
	for _, coding := range [...]string{"gzip", "br"} {
		if f.form(coding) == nil {
			continue
		}
		q := quality(accept, coding)
		if q < 0 {
			q = quality(accept, "*")
		}
		if q > 0 && q >= bestQ {
			best, bestQ = coding, q
		}
	}
	return best
}
