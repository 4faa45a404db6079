package main

import (
	"archive/zip"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"parallax/internal/dossier"
)

// archive writes files as a .parallax file of that title and returns its path.
func archive(t *testing.T, title string, files map[string]string) string {
	t.Helper()
	p, err := dossier.Open(folder(t, files))
	if err != nil {
		t.Fatal(err)
	}
	p.Title = title
	name := filepath.Join(t.TempDir(), title+dossier.Extension)
	if err := dossier.WriteFile(name, p); err != nil {
		t.Fatal(err)
	}
	return name
}

// outlets lists title and outlet of the articles in a folder or file.
func outlets(t *testing.T, name string) string {
	t.Helper()
	p, err := dossier.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]string{}
	for _, o := range p.Outlets {
		names[o.ID] = o.Name
	}
	var list []string
	for _, m := range p.Articles {
		list = append(list, m.Title+" by "+names[m.Outlet])
	}
	return strings.Join(list, ", ")
}

// An article keeps its outlet's name, whatever it is put together with.
func TestImportKeepsOutlets(t *testing.T) {
	listing := func(id, name string) string {
		return fmt.Sprintf("outlets:\n  - id: %s\n    name: %s\narticles:\n  - file: a.txt\n    title: %[1]s\n    outlet: %[1]s\n", id, name)
	}
	harbour := archive(t, "Harbour", map[string]string{"dossier.yaml": listing("hp", "The Harbour Post"), "a.txt": "Ships came in."})
	valley := archive(t, "Valley", map[string]string{"dossier.yaml": listing("vg", "The Valley Gazette"), "a.txt": "Snow fell."})
	for _, tt := range []struct {
		name  string
		first []string // files imported before
		files []string
		want  string
	}{
		{"one", nil, []string{harbour}, "hp by The Harbour Post"},
		{"two into a new folder", nil, []string{harbour, valley}, "hp by The Harbour Post, vg by The Valley Gazette"},
		{"one after the other", []string{harbour}, []string{valley}, "hp by The Harbour Post, vg by The Valley Gazette"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "out")
			for _, files := range [][]string{tt.first, tt.files} {
				if len(files) == 0 {
					continue
				}
				if _, err := say(t, "", append(append([]string{"import"}, files...), "--into", dir)...); err != nil {
					t.Fatal(err)
				}
			}
			if got := outlets(t, dir); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

// An address may serve as an id, as long as it is.
func TestImportLongID(t *testing.T) {
	id := "https://example.org/" + strings.Repeat("a-long-path/", 30)
	dir := folder(t, map[string]string{"a.jsonl": fmt.Sprintf(`{"id":%q,"title":"Ships","body":"Ships came in."}`, id)})
	into := filepath.Join(t.TempDir(), "out")
	if _, err := say(t, "", "import", filepath.Join(dir, "a.jsonl"), "--into", into); err != nil {
		t.Fatal(err)
	}
	p, err := dossier.Open(into)
	if err != nil || len(p.Articles) != 1 || p.Articles[0].ID != id {
		t.Errorf("got %+v, %v", p.Articles, err)
	}
}

func TestImportIntoTheFolderOneIsIn(t *testing.T) {
	file := filepath.Join(folder(t, map[string]string{"a.txt": "Ships came in."}), "a.txt")
	dir := filepath.Join(t.TempDir(), "harbour")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	if _, err := say(t, "", "import", file, "--into", "."); err != nil {
		t.Fatal(err)
	}
	if p, err := dossier.Open(dir); err != nil || p.Title != "harbour" {
		t.Errorf("title %q, %v; want the folder's name", p.Title, err)
	}
}

// A collection goes into one file and comes out of it again.
func TestImportIntoAFile(t *testing.T) {
	dir := folder(t, map[string]string{"a.md": "---\nsource: The Harbour Post\ntitle: Ships\n---\nShips came in."})
	file := filepath.Join(t.TempDir(), "harbour.parallax")
	if _, err := say(t, "", "import", filepath.Join(dir, "a.md"), "--into", file); err != nil {
		t.Fatal(err)
	}
	if got, want := outlets(t, file), "Ships by The Harbour Post"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	_, err := say(t, "", "import", filepath.Join(dir, "a.md"), "--into", file)
	if want := "harbour.parallax is there already"; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("got error %v, want %q", err, want)
	}
}

// A new collection may go below folders that are not there; what is in its place
// is told by name and nothing is left behind.
func TestImportTarget(t *testing.T) {
	file := filepath.Join(folder(t, map[string]string{"a.txt": "Ships came in."}), "a.txt")
	dir := folder(t, map[string]string{"file": "x", "full/README.md": "x", "full/page.html": "x", "listed/dossier.yaml": "title: Harbour\noutlets:\n  - id: post\n    name: The Post\n"})
	for _, tt := range []struct{ name, into, want string }{
		{"a new folder", "new/deep/box", ""},
		{"a new file", "other/deep/box.parallax", ""},
		{"a folder with a listing only", "listed", ""},
		{"a file", "file", "DIR/file is there already; articles are added to folders only"},
		{"below a file", "file/box", "DIR/file/box: not a directory"},
		{"a file below a file", "file/box.parallax", "DIR/file/box.parallax: not a directory"},
		{"something else", "full", "DIR/full holds no collection but page.html; --into names one, or a folder that is empty or not there yet"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			into := filepath.Join(dir, tt.into)
			_, err := say(t, "", "import", file, "--into", into)
			if tt.want == "" {
				if p, err2 := dossier.Open(into); err != nil || err2 != nil || len(p.Articles) != 1 {
					t.Errorf("got %v, %v", err, err2)
				}
				return
			}
			if want := strings.ReplaceAll(tt.want, "DIR", dir); err == nil || err.Error() != want {
				t.Errorf("got %v, want %s", err, want)
			}
			if files, err := filepath.Glob(filepath.Join(dir, ".*")); err != nil || len(files) > 0 {
				t.Errorf("left behind: %v, %v", files, err)
			}
		})
	}
}

// A folder is imported like the files in it, and the report says what is
// missing and where it can be stated.
func TestImportAFolder(t *testing.T) {
	named := map[string]string{"a.md": "---\nsource: The Harbour Post\ntitle: Ships\n---\nShips came in.", "b.txt": "Snow fell.\n\nIt fell all day."}
	listed := map[string]string{"dossier.yaml": "title: Valley\noutlets:\n  - id: vg\n    name: The Valley Gazette\narticles:\n  - file: a.txt\n    title: Snow\n    outlet: vg\n", "a.txt": "Snow fell."}
	for _, tt := range []struct {
		name         string
		files        map[string]string
		title, lists string
		says         []string
	}{
		{"without a listing", named, "out", "Ships by The Harbour Post,  by ", []string{"Missing: 1 outlet.", "Missing: 2 dates of publication.", "can be stated in ", "dossier.yaml", "parallax serve "}},
		{"with one", listed, "Valley", "Snow by The Valley Gazette", []string{"1 article imported"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			into := filepath.Join(t.TempDir(), "out")
			said, err := say(t, "", "import", folder(t, tt.files), "--into", into)
			if err != nil {
				t.Fatal(err)
			}
			for _, words := range tt.says {
				if !strings.Contains(said, words) {
					t.Errorf("no %q in %q", words, said)
				}
			}
			if got := outlets(t, into); got != tt.lists {
				t.Errorf("got %q, want %q", got, tt.lists)
			}
			if p, err := dossier.Open(into); err != nil || p.Title != tt.title {
				t.Errorf("title %q, %v; want %q", p.Title, err, tt.title)
			}
		})
	}
}

// The report on a web page says from where in it each field was taken.
func TestImportPages(t *testing.T) {
	const says = `<meta property="og:site_name" content="The Harbour Post"><meta property="article:published_time" content="2021-05-03">`
	ships := says + "<title>Ships come in</title><p>Twelve ships came in on Monday, the harbour master said.</p>"
	snow := says + "<title>Snow falls</title><p>Snow fell on the harbour all night, and nobody could leave.</p>"
	dir := folder(t, map[string]string{"ships.html": ships, "snow.HTM": snow, "empty.html": "<p>Loading…</p>", "pages/1.html": ships, "pages/2.html": snow, "pages/notes.pdf": ""})
	const taken = ": title from its title element; outlet from meta og:site_name; date from meta article:published_time; text from the page itself."
	for _, tt := range []struct {
		name string
		args []string
		want string // of what is said, or of the error
	}{
		{"one", []string{"ships.html"}, "Taken from DIR/ships.html" + taken},
		{"two of a kind", []string{"ships.html", "snow.HTM"}, "Taken from DIR/ships.html, DIR/snow.HTM" + taken},
		{"a folder of them", []string{"pages"}, "Taken from DIR/pages/1.html, DIR/pages/2.html" + taken},
		{"one without text", []string{"ships.html", "empty.html"}, "DIR/empty.html: no article found in the page"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			into := filepath.Join(t.TempDir(), "out")
			args := []string{"import", "--into", into}
			for _, file := range tt.args {
				args = append(args, filepath.Join(dir, file))
			}
			said, err := say(t, "", args...)
			if err != nil {
				said += err.Error()
			}
			if want := strings.ReplaceAll(tt.want, "DIR", dir); !strings.Contains(said, want) {
				t.Errorf("says %q, want %q", said, want)
			}
			if strings.HasSuffix(tt.name, "text") != (err != nil) {
				t.Fatal(err)
			}
		})
	}
}

// The entries of a feed that have a text become articles, once; of the others the
// report says what can be done.
func TestImportFeeds(t *testing.T) {
	item := func(title, text string) string {
		return "<item><title>" + title + "</title><content:encoded>" + text + "</content:encoded></item>"
	}
	rss := func(items string) string {
		return "<?xml version='1.0'?><rss><channel><title>The Harbour Post</title>" + items + "</channel></rss>"
	}
	ships := item("Ships come in", "Twelve ships came in on Monday, the harbour master said.")
	snow := item("Snow falls", "Snow fell on the harbour all night, and nobody could leave.")
	const teaser = "<item><title>Mayor to speak</title><description>The mayor is to speak on Friday about the storm.</description></item>"
	dir := folder(t, map[string]string{
		"one.xml": rss(ships + teaser + teaser), "two.xml": rss(snow + ships + ships), "download": rss(snow), "page.html": rss(snow),
		"teasers.rss": rss(teaser), "empty.atom": "<feed/>", "cut.xml": rss(ships)[:99], "map.xml": "<urlset/>", "other.json": "{}",
		"feed.json":      `{"version":"https://jsonfeed.org/version/1.1","title":"The Harbour Post","items":[{"title":"Ships come in","content_text":"Twelve ships came in on Monday, the harbour master said."}]}`,
		"feeds/one.json": `{"items":[{"title":"Snow","content_text":"Snow fell on the harbour all night, and nobody could leave."}],"version":"https://jsonfeed.org/version/1"}`,
		"feeds/two.rss":  rss(ships), "feeds/other.json": "{}",
	})
	const post = " by The Harbour Post"
	for _, tt := range []struct {
		name  string
		args  []string
		says  string // or the error
		lists string // "" if nothing is imported
	}{
		{"one", []string{"one.xml"}, "Taken from DIR/one.xml (RSS): 1 article; not taken: 2 teasers without a text, the pages themselves can be saved and imported.\n", "Ships come in" + post},
		{"the same twice", []string{"one.xml", "one.xml", "feed.json"}, "There already, left as they are: 2 articles.", "Ships come in" + post},
		{"a later one of the same", []string{"one.xml", "two.xml"}, "There already, left as they are: 2 articles.", "Ships come in" + post + ", Snow falls" + post},
		{"of any name", []string{"download"}, "Taken from DIR/download (RSS): 1 article.\n", "Snow falls" + post},
		{"called a page", []string{"page.html"}, "Taken from DIR/page.html (RSS): 1 article.\n", "Snow falls" + post},
		{"a folder of them", []string{"feeds"}, "Taken from DIR/feeds/one.json (JSON Feed): 1 article.\n", "Snow by , Ships come in" + post},
		{"teasers only", []string{"teasers.rss"}, "DIR/teasers.rss: a feed without texts: 1 teaser; the pages themselves can be saved and imported", ""},
		{"no entries", []string{"empty.atom"}, "DIR/empty.atom: a feed without entries", ""},
		{"cut off", []string{"one.xml", "cut.xml"}, "DIR/cut.xml: line 1: broken XML: unexpected EOF", ""},
		{"XML of another kind", []string{"map.xml"}, "DIR/map.xml: import reads ", ""},
		{"JSON of another kind", []string{"other.json"}, "DIR/other.json: import reads ", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			into := filepath.Join(t.TempDir(), "out")
			args := []string{"import", "--into", into}
			for _, file := range tt.args {
				args = append(args, filepath.Join(dir, file))
			}
			said, err := say(t, "", args...)
			if err != nil {
				said += err.Error()
			}
			if want := strings.ReplaceAll(tt.says, "DIR", dir); !strings.Contains(said, want) {
				t.Errorf("says %q, want %q", said, want)
			}
			if (err == nil) != (tt.lists != "") {
				t.Fatal(err)
			}
			if err == nil {
				if got := outlets(t, into); got != tt.lists {
					t.Errorf("got %q, want %q", got, tt.lists)
				}
				if _, err := say(t, "", args...); err == nil || !strings.Contains(err.Error(), "nothing to import") {
					t.Errorf("imported again: %v", err)
				}
			}
		})
	}
}

// A file of another kind stands in nobody's way when what is bad is skipped.
func TestImportSkipsOtherFiles(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": "Ships came in.", "page.pdf": "%PDF"})
	into := filepath.Join(t.TempDir(), "out")
	files := []string{"import", filepath.Join(dir, "a.txt"), filepath.Join(dir, "page.pdf"), "--into", into}
	if _, err := say(t, "", files...); err == nil || !strings.Contains(err.Error(), "--skip-bad") || !strings.Contains(err.Error(), "page.pdf") {
		t.Errorf("got %v, want the file and the way on", err)
	}
	if said, err := say(t, "", append(files, "--skip-bad")...); err != nil || !strings.Contains(said, "Skipped: 1 ") {
		t.Errorf("got %q, %v", said, err)
	}
}

// Nor does an article that is too large, whatever file it comes in.
func TestImportSkipsLargeArticles(t *testing.T) {
	large := strings.Repeat("word ", 17<<20/5)
	dir := folder(t, map[string]string{
		"a.txt": "Ships came in.", "large.txt": large, "large.jsonl": `{"body":"` + large + `"}`,
	})
	for _, tt := range []struct{ file, want string }{
		{"large.txt", "large.txt: 17 MB; an article holds at most 16"},
		{"large.jsonl", "large.jsonl, line 1: 17 MB; an article holds at most 16"},
	} {
		t.Run(tt.file, func(t *testing.T) {
			args := []string{"import", filepath.Join(dir, "a.txt"), filepath.Join(dir, tt.file), "--into", filepath.Join(t.TempDir(), "out")}
			if _, err := say(t, "", args...); err == nil || !strings.Contains(err.Error(), tt.want) || !strings.Contains(err.Error(), "--skip-bad") {
				t.Errorf("got %v, want %q and the way on", err, tt.want)
			}
			if said, err := say(t, "", append(args, "--skip-bad")...); err != nil || !strings.Contains(said, tt.want) {
				t.Errorf("skipped: got %q, %v, want %q", said, err, tt.want)
			}
		})
	}
}

// An article of a folder or a .parallax file that cannot be read is skipped like
// one that is given by itself, and what the listing states of the others stays.
func TestImportSkipsWithinFolders(t *testing.T) {
	const listing = "outlets:\n  - id: hp\n    name: The Harbour Post\narticles:\n  - file: a.txt\n    title: Ships\n    outlet: hp\n"
	const ships = "Ships by The Harbour Post"
	for _, tt := range []struct {
		name  string
		files map[string]string // beside a.txt and its listing
		bad   []string
		lists string
	}{
		{"not UTF-8, and empty", map[string]string{"b.txt": "\xff\xfeS\x00", "c.txt": "", "d.txt": "Snow fell."}, []string{"DIR/b.txt: UTF-16 text; articles are UTF-8", "DIR/c.txt: empty article"}, ships + ",  by "},
		{"lines", map[string]string{"b.jsonl": "{\n" + `{"title":"Snow","text":"Snow fell."}` + "\n{\"title\":\"Rain\"}\n[]"}, []string{"DIR/b.jsonl, line 1: ", "DIR/b.jsonl, line 3: empty article", "DIR/b.jsonl, line 4: "}, ships + ", Snow by "},
		{"an outlet that is not listed", map[string]string{"b.md": "---\noutlet: none\n---\nSnow fell."}, []string{`DIR/b.md: unknown outlet "none"`}, ships},
		{"the same text twice", map[string]string{"b.txt": "Snow fell.", "c.txt": "Snow fell."}, nil, ships + ",  by "},
		{"one id, two texts", map[string]string{"b.md": "---\nid: x\n---\nSnow fell.", "c.md": "---\nid: x\n---\nRain fell."}, []string{"DIR/c.md: another article has the id x"}, ships + ",  by "},
	} {
		tt.files["a.txt"], tt.files["dossier.yaml"] = "Ships came in.", listing
		dir := folder(t, tt.files)
		for _, from := range []string{dir, zipped(t, dir)} {
			t.Run(tt.name+filepath.Ext(from), func(t *testing.T) {
				into := filepath.Join(t.TempDir(), "out")
				_, err := say(t, "", "import", from, "--into", into)
				if (err != nil) != (tt.bad != nil) {
					t.Fatal(err)
				}
				if err != nil {
					if _, err := os.Stat(into); err == nil {
						t.Error("something is written all the same")
					}
					said, err2 := say(t, "", "import", from, "--into", into, "--skip-bad")
					if err2 != nil {
						t.Fatal(err2)
					}
					if strings.Contains(said, "Not read") {
						t.Errorf("what is skipped is said to be no article: %q", said)
					}
					for _, bad := range tt.bad {
						bad = strings.ReplaceAll(bad, "DIR", from)
						if !strings.Contains(err.Error(), bad) || !strings.Contains(said, bad) {
							t.Errorf("no %q in %q or in %q", bad, err, said)
						}
					}
				}
				if got := outlets(t, into); got != tt.lists {
					t.Errorf("got %q, want %q", got, tt.lists)
				}
			})
		}
	}
}

// The report counts what was guessed or is missing of the articles added, not of
// those that were there.
func TestImportCountsWhatIsAdded(t *testing.T) {
	file := filepath.Join(folder(t, map[string]string{"a.txt": "Ships came in."}), "a.txt")
	said, err := say(t, "", "import", file, file, "--into", filepath.Join(t.TempDir(), "out"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"1 article imported", "There already, left as they are: 1 article.", "Guessed: 1 title ", "Guessed: 1 id ", "Missing: 1 date ", "Missing: 1 outlet."} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in %q", want, said)
		}
	}
}

// An article whose id another one has is told by where it stands.
func TestImportClashingIDs(t *testing.T) {
	const two = `{"id":"x","title":"Snow","body":"Snow fell."}` + "\n" + `{"id":"x","body":"Rain fell."}`
	dir := folder(t, map[string]string{"a.jsonl": two, "in/a.jsonl": two, "b.md": "---\nid: x\n---\nHail fell."})
	for _, tt := range []struct{ files, want string }{
		{"a.jsonl", "DIR/a.jsonl, line 2: another article has the id x"},
		{"a.jsonl b.md", "DIR/b.md: another article has the id x"},
		{"b.md in", "DIR/in, article 2: another article has the id x"},
		{"b.md in", "DIR/in, article 1: another article has the id x"},
	} {
		args := []string{"import", "--into", filepath.Join(t.TempDir(), "out")}
		for file := range strings.FieldsSeq(tt.files) {
			args = append(args, filepath.Join(dir, file))
		}
		if _, err := say(t, "", args...); err == nil || !strings.Contains(err.Error(), strings.ReplaceAll(tt.want, "DIR", dir)) {
			t.Errorf("%s: got %v, want %s", tt.files, err, tt.want)
		}
	}
}

// A date of publication that is stated but not understood is told.
func TestImportMisstatedDates(t *testing.T) {
	dir := folder(t, map[string]string{
		"a.md":    "---\npublished: not a date\n---\nShips came in.",
		"b.jsonl": `{"date":"sometime","body":"Snow fell."}` + "\n" + `{"date":"2021-05-03","body":"Rain fell."}` + "\n" + `{"body":"Hail fell."}`,
	})
	into := filepath.Join(t.TempDir(), "out")
	said, err := say(t, "", "import", filepath.Join(dir, "a.md"), filepath.Join(dir, "b.jsonl"), "--into", into)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Not understood: 2 dates of publication, “not a date”, “sometime”.\n", "Missing: 1 date of publication.\n"} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in %q", want, said)
		}
	}
	if said, err := say(t, "", "check", into); err != nil || !strings.Contains(said, "because: Stated with the article, but not understood: “sometime”.") {
		t.Errorf("check says %q, %v", said, err)
	}
}

// Where nothing is left to import the reasons are told.
func TestImportNothingReadable(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": "", "b.txt": "\xff"})
	for _, from := range [][]string{{dir}, {filepath.Join(dir, "a.txt"), filepath.Join(dir, "b.txt")}} {
		_, err := say(t, "", append([]string{"import", "--skip-bad", "--into", filepath.Join(t.TempDir(), "out")}, from...)...)
		if err == nil || !strings.Contains(err.Error(), "a.txt: empty article\n") || !strings.Contains(err.Error(), "b.txt: not UTF-8") {
			t.Errorf("got %v", err)
		}
	}
}

// zipped returns a .parallax file with what lies in dir.
func zipped(t *testing.T, dir string) string {
	t.Helper()
	f, err := os.Create(filepath.Join(t.TempDir(), "x"+dossier.Extension))
	if err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(f)
	if err := errors.Join(z.AddFS(os.DirFS(dir)), z.Close(), f.Close()); err != nil {
		t.Fatal(err)
	}
	return f.Name()
}

// An article of which nothing says who published it is its agency's, which the
// report calls a guess; what a page of the site calls an update is none.
func TestImportAgency(t *testing.T) {
	dir := t.TempDir()
	var files []string
	for name, body := range map[string]string{
		"a.txt": "Harbour opens\n\nLUND, March 3. /Harbour News/. The new harbour opened on Tuesday, the mayor said.\n",
		"b.txt": "Harbour closes\n\nLUND, March 5 (Update 2) - The new harbour closed again on Thursday, the mayor said.\n",
		"e.txt": "Harbour freezes\n\nLUND (Sweden) - The harbour froze on Sunday, the mayor said.\n",
		"d.txt": "Harbour crowded\n\nBRUSSELS, May 3. NATO - The harbour was crowded on Friday, the mayor said.\n",
		"c.md":  "---\noutlet: The Valley Gazette\n---\n# Harbour stays\n\nLUND (Harbour News) - The harbour is to stay open, the mayor said.\n",
	} {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	slices.Sort(files)
	into := filepath.Join(dir, "out")
	var report strings.Builder
	if err := runImport(append(files, "--into", into), nil, &report); err != nil {
		t.Fatal(err)
	}
	if got, want := outlets(t, into), " by Harbour News,  by ,  by The Valley Gazette,  by ,  by "; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if want := "Guessed: 1 outlet, the agency in the dateline.\n"; !strings.Contains(report.String(), want) {
		t.Errorf("no %q in %s", want, &report)
	}
}
