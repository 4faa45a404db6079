package site

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
)

// small is a site of a few files below base.
func small(base string) *Site {
	page := newFile("index.html", []byte(strings.Repeat("<p>Renewed clashes erupted.</p>\n", 40)))
	folder := newFile("timeline/index.html", []byte("<h1>Timeline</h1>"))
	article := newFile("a/renewed-clashes-b1e2/index.html", []byte("<h1>Renewed clashes</h1>"))
	missing := newFile("404.html", []byte("<h1>No such page</h1>"))
	script := newFile("assets/boot-0123456789ab.js", []byte(strings.Repeat("start();\n", 100)))
	script.Immutable = true
	s := &Site{Base: base, Files: []File{missing, article, script, page, folder}}
	for i := range s.Files {
		s.Files[i].compress(5)
	}
	return s
}

func ask(h http.Handler, method, target string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "http://host"+target, nil)
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestHandler(t *testing.T) {
	for _, tt := range []struct {
		name, base, method, target string
		headers                    []string
		status                     int
		want                       map[string]string
	}{
		{"start", "/", "GET", "/", nil, 200, map[string]string{"Content-Type": typeHTML, "Cache-Control": cacheAsk, "Content-Encoding": ""}},
		{"brotli first", "/", "GET", "/", []string{"Accept-Encoding", "gzip, deflate, br, zstd"}, 200, map[string]string{"Content-Encoding": "br", "Vary": "Accept-Encoding"}},
		{"gzip only", "/", "GET", "/", []string{"Accept-Encoding", "gzip"}, 200, map[string]string{"Content-Encoding": "gzip"}},
		{"brotli refused", "/", "GET", "/", []string{"Accept-Encoding", "br;q=0, gzip;q=0.5"}, 200, map[string]string{"Content-Encoding": "gzip"}},
		{"plain preferred", "/", "GET", "/", []string{"Accept-Encoding", "identity, br;q=0.5"}, 200, map[string]string{"Content-Encoding": ""}},
		{"anything", "/", "GET", "/", []string{"Accept-Encoding", "*"}, 200, map[string]string{"Content-Encoding": "br"}},
		{"small files are not compressed", "/", "GET", "/timeline/", []string{"Accept-Encoding", "br"}, 200, map[string]string{"Content-Encoding": "", "Vary": ""}},
		{"hashed names are kept for ever", "/", "GET", "/assets/boot-0123456789ab.js", nil, 200, map[string]string{"Cache-Control": cacheForever, "Content-Type": typeScript}},
		{"missing slash", "/", "GET", "/timeline?q=x", nil, 301, map[string]string{"Location": "/timeline/?q=x"}},
		{"below a base path", "/repo/", "GET", "/repo/timeline/", nil, 200, nil},
		{"base path without its slash", "/repo/", "GET", "/repo", nil, 301, map[string]string{"Location": "/repo/"}},
		{"beside the base path", "/repo/", "GET", "/timeline/", nil, 404, nil},
		{"an article by its id", "/repo/", "GET", "/repo/a/b1e2/", nil, 301, map[string]string{"Location": "/repo/a/renewed-clashes-b1e2/"}},
		{"an article by an older title", "/", "GET", "/a/clashes-b1e2", nil, 301, map[string]string{"Location": "/a/renewed-clashes-b1e2/"}},
		{"no such article", "/", "GET", "/a/b1e3/", nil, 404, nil},
		{"no such page", "/", "GET", "/nowhere/", nil, 404, map[string]string{"Content-Type": typeHTML, "Cache-Control": cacheAsk}},
		{"other host in the path", "/", "GET", "//example.org/timeline", nil, 404, nil},
		{"dots", "/", "GET", "/../../etc/passwd", nil, 404, nil},
		{"escaped dots", "/", "GET", "/%2e%2e/%2e%2e/etc/passwd", nil, 404, nil},
		{"dots that lead back", "/", "GET", "/x/../timeline", nil, 404, nil},
		{"backslash", "/", "GET", `/..%5c..%5cwindows`, nil, 404, nil},
		{"zero byte", "/", "GET", "/timeline%00/", nil, 404, nil},
		{"head", "/", "HEAD", "/", nil, 200, nil},
		{"post", "/", "POST", "/", nil, 405, map[string]string{"Allow": "GET, HEAD"}},
		{"odd method", "/", "BREW", "/", nil, 405, map[string]string{"Allow": "GET, HEAD"}},
		{"part", "/", "GET", "/", []string{"Range", "bytes=0-9"}, 206, map[string]string{"Content-Length": "10"}},
		{"part beyond the end", "/", "GET", "/", []string{"Range", "bytes=999999-"}, 416, nil},
		{"part of a compressed form", "/", "GET", "/", []string{"Range", "bytes=0-9", "Accept-Encoding", "br"}, 200, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			w := ask(Handler(small(tt.base)), tt.method, tt.target, tt.headers...)
			if w.Code != tt.status {
				t.Fatalf("status %d, want %d", w.Code, tt.status)
			}
			for name, want := range tt.want {
				if got := w.Header().Get(name); got != want {
					t.Errorf("%s: %q, want %q", name, got, want)
				}
			}
			if tt.method == "HEAD" && w.Body.Len() > 0 {
				t.Errorf("HEAD answered with %d bytes", w.Body.Len())
			}
			for _, header := range security {
				if w.Header().Get(header.name) != header.value {
					t.Errorf("%s: %q", header.name, w.Header().Get(header.name))
				}
			}
		})
	}
}

func TestFormsHoldTheSame(t *testing.T) {
	s := small("/")
	h := Handler(s)
	file, _ := s.Find("index.html")
	for coding, read := range map[string]func(io.Reader) io.Reader{
		"br": func(r io.Reader) io.Reader { return brotli.NewReader(r) },
		"gzip": func(r io.Reader) io.Reader {
			z, err := gzip.NewReader(r)
			if err != nil {
				t.Fatal(err)
			}
			return z
		},
	} {
		w := ask(h, "GET", "/", "Accept-Encoding", coding)
		body, err := io.ReadAll(read(w.Body))
		if err != nil {
			t.Fatalf("%s: %v", coding, err)
		}
		if !bytes.Equal(body, file.Body) {
			t.Errorf("%s: %d bytes, want the %d of the file", coding, len(body), len(file.Body))
		}
	}
}

func TestUnchangedIsNotSentAgain(t *testing.T) {
	h := Handler(small("/"))
	tags := map[string]bool{}
	for _, coding := range []string{"br", "gzip", "identity"} {
		tag := ask(h, "GET", "/", "Accept-Encoding", coding).Header().Get("ETag")
		if tag == "" || strings.HasPrefix(tag, "W/") || tags[tag] {
			t.Errorf("%s: ETag %q, want a strong one of its own", coding, tag)
		}
		tags[tag] = true
		w := ask(h, "GET", "/", "Accept-Encoding", coding, "If-None-Match", tag)
		if w.Code != http.StatusNotModified || w.Body.Len() > 0 {
			t.Errorf("%s: status %d with %d bytes, want 304", coding, w.Code, w.Body.Len())
		}
	}
	if w := ask(h, "GET", "/nowhere", "If-None-Match", "*"); w.Code != http.StatusNotFound {
		t.Errorf("an unknown address answers %d to a browser that has it, want 404", w.Code)
	}
}

// FuzzHandler: no request makes the server fall, answer with what is not in
// the site, or lead elsewhere.
func FuzzHandler(f *testing.F) {
	f.Add("GET", "/", "br", "", "")
	f.Add("GET", "/timeline", "gzip;q=2", "bytes=5-2", `"x"`)
	f.Add("HEAD", "/../x", "br;q=", "bytes=,", "*")
	f.Add("GET", "//host/timeline", "*;q=0", "", "W/")
	s := small("/")
	h := Handler(s)
	known := map[string]bool{}
	for _, file := range s.Files {
		known[string(file.Body)] = true
	}
	f.Fuzz(func(t *testing.T, method, path, accept, part, tag string) {
		r := httptest.NewRequest("GET", "http://host/", nil)
		r.Method, r.URL.Path = method, path
		r.Header.Set("Accept-Encoding", accept)
		r.Header.Set("Range", part)
		r.Header.Set("If-None-Match", tag)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		switch w.Code {
		case 200, 404:
			if w.Header().Get("Content-Encoding") == "" && w.Body.Len() > 0 && !known[w.Body.String()] {
				t.Errorf("%s %q answers what is no file", method, path)
			}
		case 206, 304, 405, 416:
		case 301:
			if to := w.Header().Get("Location"); !strings.HasPrefix(to, "/") || strings.HasPrefix(to, "//") {
				t.Errorf("%q leads to %q", path, to)
			}
		default:
			t.Errorf("%s %q: status %d", method, path, w.Code)
		}
	})
}
