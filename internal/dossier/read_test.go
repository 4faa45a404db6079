//go:build !js

package dossier

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"
)

func folder(files map[string]string) fstest.MapFS {
	m := fstest.MapFS{}
	for name, content := range files {
		m[name] = &fstest.MapFile{Data: []byte(content)}
	}
	return m
}

func TestReadFolder(t *testing.T) {
	got, err := readFolder(folder(map[string]string{
		"dossier.yaml": "title: Harbour\noutlets:\n  - id: post\n    name: The Post\narticles:\n  - file: b.txt\n    outlet: post\n",
		"a.md":         "---\nsource: The Post\ndate: 2021-05-03\ntitle: Given\n---\nOne body.",
		"b.txt":        "Second body.",
		"README.md":    "not an article",
		"notes.jsonl":  "{}",
		".hidden.txt":  "no",
	}), "box")
	if err != nil {
		t.Fatal(err)
	}
	want := Pack{
		Title: "Harbour", Outlets: []Outlet{{ID: "post", Name: "The Post"}},
		Articles: []Meta{
			{ID: ID("post", "Second body."), File: "b.txt", Outlet: "post", Text: "Second body."},
			{ID: ID("post", "One body."), File: "a.md", Outlet: "post", Title: "Given", Published: "2021-05-03", Text: "One body."},
		},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%+v\nwant\n%+v", got, want)
	}
}

// A headline may have a colon or quotation marks in it.
func TestFrontMatterOfHeadlines(t *testing.T) {
	for _, tt := range []struct{ name, written, want string }{
		{"as it is", `Dam gate fails`, "Dam gate fails"},
		{"with a colon", `Velden: gate four was on the list`, "Velden: gate four was on the list"},
		{"a quotation first", `'Like a cannon': wave sweeps valley`, "'Like a cannon': wave sweeps valley"},
		{"in quotation marks", `"Velden: gate four"`, "Velden: gate four"},
		{"with an odd mark", `"Like a cannon`, `"Like a cannon`},
		{"with brackets", `[Live] Dam: what is known`, "[Live] Dam: what is known"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for _, end := range []string{"\n", "\r\n"} {
				m, err := ReadArticle("a.md", []byte(strings.Join([]string{"---", "source: The Post", "title: " + tt.written, "date: 2021-05-03", "---", "One body."}, end)))
				if err != nil || m.Title != tt.want || m.Outlet != "The Post" || m.Published != "2021-05-03" || m.Text != "One body." {
					t.Errorf("got %+v, %v, want title %q", m, err, tt.want)
				}
			}
		})
	}
}

// Front matter that nobody closed ends at the first empty line; what states
// nothing is text.
func TestFrontMatterNotClosed(t *testing.T) {
	for _, tt := range []struct {
		name, file  string
		title, text string
	}{
		{"closed", "---\ntitle: Dam\n\n---\nOne body.", "Dam", "One body."},
		{"not closed", "---\ntitle: Dam\noutlet: The Post\n\nOne body.\n", "Dam", "\nOne body.\n"},
		{"of Windows", "---\r\ntitle: Dam\r\n\r\nOne body.\r\n", "Dam", "\r\nOne body.\r\n"},
		{"a line of dashes above a text", "---\nMayor: the dam holds.\n\nOne body.\n", "", "---\nMayor: the dam holds.\n\nOne body.\n"},
		{"no text at all", "---\ntitle: Dam\n", "", "---\ntitle: Dam\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			m, err := ReadArticle("a.md", []byte(tt.file))
			if err != nil || m.Title != tt.title || m.Text != tt.text {
				t.Errorf("got %+v, %v, want title %q and text %q", m, err, tt.title, tt.text)
			}
		})
	}
}

// A listing as Windows programs write it.
func TestReadListingWithMark(t *testing.T) {
	p, err := readFolder(folder(map[string]string{"dossier.yaml": "\uFEFFtitle: Harbour\r\noutlets:\r\n  - id: post\r\n    name: The Post\r\n", "a.txt": "x"}), "box")
	if err != nil || p.Title != "Harbour" || len(p.Outlets) != 1 {
		t.Errorf("got %+v, %v", p, err)
	}
}

// What the system says of a file is told once, without the name of the call.
func TestSystemErrors(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.txt")
	if err := os.Symlink("nowhere", file); err != nil {
		t.Skip(err)
	}
	if _, err := Open(dir); err == nil || err.Error() != file+": no such file or directory" {
		t.Errorf("got %v", err)
	}
}

// Whatever is wrong with a folder is one line that names the file and says why.
func TestReadFolderErrors(t *testing.T) {
	for _, tt := range []struct {
		name  string
		files map[string]string
		want  string
	}{
		{"nothing in it", nil, "box: no articles; they are files that end in .txt, .md or .jsonl"},
		{"not UTF-8", map[string]string{"a.txt": "caf\xe9"}, "box/a.txt: not UTF-8 text (byte 3)"},
		{"lines that are not UTF-8", map[string]string{"a.jsonl": "{\"text\":\"Ships\"}\n\n{\"text\":\"caf\xe9\"}\n"}, "box/a.jsonl, line 3: the line is not UTF-8"},
		{"lines that are no JSON", map[string]string{"a.jsonl": "[\n{}]"}, "box/a.jsonl, line 1: the line is not JSON: "},
		{"a list in one line", map[string]string{"a.jsonl": "[]"}, "box/a.jsonl, line 1: the line: array in place of object"},
		{"a number for words", map[string]string{"a.jsonl": `{"text":1}`}, `box/a.jsonl, line 1: "text": number in place of string`},
		{"a list for an id", map[string]string{"a.jsonl": `{"id":[1],"text":"x"}`}, `box/a.jsonl, line 1: "id": neither a string nor a number`},
		{"a line without text", map[string]string{"a.jsonl": `{"title":"x"}`}, "box/a.jsonl, line 1: empty article"},
		{"a line without end", map[string]string{"a.jsonl": "\n" + strings.Repeat("x", maxLine+1)}, "box/a.jsonl, line 2: longer than 97 MB"},
		{"an empty article", map[string]string{"a.txt": " \n"}, "box/a.txt: empty article"},
		{"broken listing", map[string]string{"dossier.yaml": "title: [", "a.txt": "x"}, "box/dossier.yaml: broken YAML: "},
		{"an unknown key", map[string]string{"dossier.yaml": "titel: x", "a.txt": "x"}, "box/dossier.yaml: broken YAML: "},
		{"broken front matter", map[string]string{"a.md": "---\ntitle:\n  - [\n---\nx"}, "box/a.md: front matter: broken YAML: "},
		{"a listed file is missing", map[string]string{"dossier.yaml": "articles:\n  - file: b.txt\n"}, "box/b.txt: listed in dossier.yaml, but there is no such file"},
		{"listed twice", map[string]string{"dossier.yaml": "articles:\n  - file: a.txt\n  - file: a.txt\n", "a.txt": "x"}, "box/dossier.yaml: a.txt is listed twice"},
		{"an unknown outlet", map[string]string{"dossier.yaml": "outlets:\n  - id: post\narticles:\n  - file: a.txt\n    outlet: times\n", "a.txt": "x"}, `box/a.txt: unknown outlet "times": list it under outlets, with id and name`},
		{"the same text twice", map[string]string{"a.txt": "x", "b.txt": "x"}, "box: a.txt and b.txt have the same text"},
		{"one id, two texts", map[string]string{"a.md": "---\nid: 1\n---\nx", "b.md": "---\nid: 1\n---\ny"}, "box: a.md and b.md have the same id 1"},
		{"UTF-16", map[string]string{"a.txt": "\xff\xfex\x00"}, "box/a.txt: UTF-16 text; articles are UTF-8"},
		{"a listed file outside", map[string]string{"dossier.yaml": "articles:\n  - file: ../a.txt\n", "b.txt": "x"}, "box/dossier.yaml: ../a.txt is no file of the folder"},
		{"a name that is not UTF-8", map[string]string{"\xff.txt": "x"}, "box/\xff.txt: the name of the file is not UTF-8"},
		{"an outlet without an id", map[string]string{"dossier.yaml": "outlets:\n  - name: Post\n", "b.txt": "x"}, `box/dossier.yaml: outlet "Post": no id`},
		{"two outlets of one id", map[string]string{"dossier.yaml": "outlets:\n  - id: post\n  - id: post\n", "b.txt": "x"}, `box/dossier.yaml: two outlets have the id "post"`},
		{"a listed folder", map[string]string{"dossier.yaml": "articles:\n  - file: a\n", "a/b.txt": "x"}, "box/a: not a file"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := readFolder(folder(tt.files), "box")
			if err == nil || !strings.HasPrefix(err.Error(), tt.want) {
				t.Fatalf("got error %v, want %q", err, tt.want)
			}
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("the error has more than one line: %q", err)
			}
		})
	}
}

// Lines give their fields the names that people use, in files of any case.
func TestLines(t *testing.T) {
	const want = "7 Ships came in. by post of 2021-05-03"
	for _, tt := range []struct{ name, file, line string }{
		{"as we write", "a.jsonl", `{"id":"7","outlet":"Post","published":"2021-05-03","text":"Ships came in."}`},
		{"as people write", "a.jsonl", `{"id":7,"source":"Post","date":"2021-05-03","body":"Ships came in."}`},
		{"of another case", "A.JSONL", `{"id":7,"source":"Post","date":"2021-05-03","body":"Ships came in."}`},
		{"by another name", "a.ndjson", `{"id":7,"source":"Post","date":"2021-05-03","body":"Ships came in."}`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p, err := readFolder(folder(map[string]string{tt.file: tt.line}), "box")
			if err != nil {
				t.Fatal(err)
			}
			m := p.Articles[0]
			if got := m.ID + " " + m.Text + " by " + m.Outlet + " of " + m.Published; got != want {
				t.Errorf("got %s, want %s", got, want)
			}
		})
	}
}

// A byte order mark before the first line is no part of it; blank lines count.
func TestEachLine(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"plain", "a\n\nb", "1 a 3 b"},
		{"with a byte order mark", "\uFEFFa\n\uFEFFb", "1 a 2 \uFEFFb"},
		{"nothing but the mark", "\uFEFF\nb", "2 b"},
		{"as Windows ends lines", "a\r\nb\r\n", "1 a 2 b"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			err := EachLine(strings.NewReader(tt.in), func(n int, line []byte) error {
				got = append(got, fmt.Sprint(n), string(line))
				return nil
			})
			if joined := strings.Join(got, " "); err != nil || joined != tt.want {
				t.Errorf("got %q, %v, want %q", joined, err, tt.want)
			}
		})
	}
}

func TestOpenNothing(t *testing.T) {
	_, err := Open(filepath.Join(t.TempDir(), "none"))
	if err == nil || !strings.HasSuffix(err.Error(), "none: no such folder or .parallax file") {
		t.Errorf("got error %v", err)
	}
	file := filepath.Join(t.TempDir(), "x.parallax")
	if err := os.WriteFile(file, []byte("no zip"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(file); err == nil || !strings.Contains(err.Error(), "not a .parallax file") {
		t.Errorf("got error %v", err)
	}
}

// An archive gives back what was put in, byte for byte, and is itself the same
// bytes each time.
func FuzzArchive(f *testing.F) {
	f.Add("a.txt", "Title", "text\r\nof an article", "---\n---\nnote")
	f.Add("../x", "", "---\ntitle: x\n---\nbody", "\ufeff---\n---\n")
	f.Add("\xa1.md", "", "x", "y")
	f.Add("CON.md", "\"quoted\": yes", "#", "---")
	f.Fuzz(func(t *testing.T, file, title, first, second string) {
		want := Pack{
			Title: "box" + title, Outlets: []Outlet{{ID: "o", Name: title}},
			Articles: []Meta{
				{ID: "1", File: file, Outlet: "o", Title: title, Text: first},
				{ID: "2", File: "b.txt", Published: "2020", Text: second},
			},
		}
		if want.check() != nil || strings.ContainsFunc(title, unicode.IsControl) || strings.ContainsRune(title, unicode.ReplacementChar) {
			return
		}
		var b, again bytes.Buffer
		if err := writeArchive(&b, want); err != nil {
			t.Fatal(err)
		}
		if err := writeArchive(&again, want); err != nil || !bytes.Equal(b.Bytes(), again.Bytes()) {
			t.Errorf("written twice it differs, %v", err)
		}
		got, err := readArchive(bytes.NewReader(b.Bytes()), int64(b.Len()), "x", readFolder)
		if err != nil {
			t.Fatal(err)
		}
		for i := range got.Articles {
			if g, w := got.Articles[i], want.Articles[i]; g.Text != w.Text || g.Title != w.Title || g.ID != w.ID || g.Outlet != w.Outlet || g.Published != w.Published {
				t.Errorf("article %d: got %+v, want %+v", i, g, w)
			}
		}
		if got.Title != want.Title || !reflect.DeepEqual(got.Outlets, want.Outlets) {
			t.Errorf("got %+v, want %+v", got, want)
		}
	})
}

// Any bytes are refused in words or opened, never a panic.
func FuzzReadArchive(f *testing.F) {
	var b bytes.Buffer
	if err := writeArchive(&b, Pack{Title: "x", Articles: []Meta{{ID: "1", Text: "text"}}}); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add(b.Bytes()[:b.Len()/2])
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := readArchive(bytes.NewReader(data), int64(len(data)), "x", readFolder)
		if err == nil {
			if err := p.check(); err != nil {
				t.Errorf("opened, but %v", err)
			}
		} else if !strings.HasPrefix(err.Error(), "x") {
			t.Errorf("the error does not name the file: %v", err)
		}
	})
}
