package site

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"parallax/internal/dossier"
)

// collection is a small dossier with the given titles.
func collection(titles ...string) dossier.Pack {
	p := dossier.Pack{
		Title: "Truces", Description: "Texts about truces", Language: "en",
		Outlets: []dossier.Outlet{{ID: "wire", Name: "The Wire", Kind: "agency"}},
	}
	for i, title := range titles {
		p.Articles = append(p.Articles, dossier.Meta{
			ID: digest([]byte(title))[:12], File: "article.txt", Outlet: "wire", Title: title, Published: "2020-10-26",
			Text: "Renewed clashes erupted on 27 September 2020. The truce of 10 October was broken.\n\n" +
				strings.Repeat("Talks went on. ", i+1),
		})
	}
	return p
}

// program stands in for the compiled reader.
var program = Program{Build: "0123456789ab", Wasm: []byte("\x00asm\x01\x00\x00\x00"), Runtime: []byte("function Go() {}\n")}

func built(t *testing.T, p dossier.Pack, o Options) *Site {
	t.Helper()
	s, err := Build(p, program, o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// tree returns the files below dir with their content.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	names, err := listFiles(dir)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, name := range names {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		files[name] = string(b)
	}
	return files
}

func TestTwoBuildsAreTheSameBytes(t *testing.T) {
	o := Options{Base: "/repo/", URL: "https://example.org/repo/", Static: true, Quality: 5}
	var trees []map[string]string
	for range 2 {
		dir := filepath.Join(t.TempDir(), "public")
		if err := built(t, collection("One", "Two", "Three"), o).Publish(dir); err != nil {
			t.Fatal(err)
		}
		trees = append(trees, tree(t, dir))
	}
	if !reflect.DeepEqual(trees[0], trees[1]) {
		t.Error("two builds of the same collection differ")
	}
	for _, name := range []string{"index.html", "index.html.br", "index.html.gz", "404.html", "sw.js", "sw-off.js", "manifest.webmanifest", "sitemap.xml", "feed.atom", "robots.txt", "_headers", "timeline/index.html"} {
		if _, ok := trees[0][name]; !ok {
			t.Errorf("no %s", name)
		}
	}
}

func TestPublishReplacesOnlyItsOwn(t *testing.T) {
	first := built(t, collection("One"), Options{Base: "/", Own: true})
	second := built(t, collection("Two"), Options{Base: "/", Own: true})
	for _, tt := range []struct {
		name    string
		before  func(t *testing.T, dir string)
		refused bool
	}{
		{"no folder yet", func(*testing.T, string) {}, false},
		{"below folders that are not there", func(*testing.T, string) {}, false},
		{"empty folder", func(t *testing.T, dir string) { must(t, os.MkdirAll(dir, 0o755)) }, false},
		{"a site of ours", func(t *testing.T, dir string) { must(t, first.Publish(dir)) }, false},
		{"somebody's folder", func(t *testing.T, dir string) {
			must(t, os.MkdirAll(dir, 0o755))
			must(t, os.WriteFile(filepath.Join(dir, "thesis.txt"), []byte("years of work"), 0o644))
		}, true},
		{"a site of ours with a file added", func(t *testing.T, dir string) {
			must(t, first.Publish(dir))
			must(t, os.WriteFile(filepath.Join(dir, "CNAME"), []byte("example.org"), 0o644))
		}, true},
		{"a file", func(t *testing.T, dir string) { must(t, os.WriteFile(dir, []byte("x"), 0o644)) }, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			parent := t.TempDir()
			dir := filepath.Join(parent, "public")
			if strings.HasPrefix(tt.name, "below") {
				dir = filepath.Join(parent, "a", "public")
			}
			tt.before(t, dir)
			before := tree(t, parent)
			err := second.Publish(dir)
			if tt.refused {
				if !errors.Is(err, errNotOurs) {
					t.Fatalf("error %v, want a refusal", err)
				}
				if !reflect.DeepEqual(tree(t, parent), before) {
					t.Error("a refused folder was changed")
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if page := tree(t, dir)["index.html"]; !strings.Contains(page, "Two") {
				t.Error("the new site is not there")
			}
			left, err := os.ReadDir(filepath.Dir(dir))
			must(t, err)
			if len(left) != 1 {
				t.Errorf("%d entries beside the site, want none", len(left)-1)
			}
		})
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestBasePathIsChecked(t *testing.T) {
	for _, base := range []string{"", "repo", "/repo", "/a b/", "//", "/../", "/x\"y/", "/x\ny/", "/а/"} {
		if _, err := Build(collection("One"), program, Options{Base: base, Own: true}); err == nil {
			t.Errorf("base path %q is taken", base)
		}
	}
}
