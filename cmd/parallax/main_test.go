package main

import (
	"bytes"
	"encoding/json"
	"net"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// say runs the program and returns what it prints.
func say(t *testing.T, in string, args ...string) (string, error) {
	t.Helper()
	var out bytes.Buffer
	err := run(args, strings.NewReader(in), &out)
	return out.String(), err
}

// folder writes files into a new folder and returns its path.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestHelpListsEveryCommand(t *testing.T) {
	got, err := say(t, "", "help")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range commands {
		if !strings.Contains(got, "parallax "+c.usage+"\n") {
			t.Errorf("help does not tell of %s", c.name)
		}
	}
}

// Asking for help is no mistake.
func TestEveryCommandHasHelp(t *testing.T) {
	for _, c := range commands {
		if got, err := say(t, "", c.name, "--help"); err != nil || !strings.HasPrefix(got, c.name+" takes these flags:\n") {
			t.Errorf("%s --help says %q, %v", c.name, got, err)
		}
	}
}

// A flag that the help or the README shows for a command is one that it takes.
func TestFlagsShownAreTaken(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	shown := map[string]string{} // what is shown of a command, by its name
	for _, c := range commands {
		shown[c.name] = c.usage
	}
	for _, row := range regexp.MustCompile("(?m)^\\| `parallax (\\w+).*?\\|").FindAllStringSubmatch(string(readme), -1) {
		shown[row[1]] += row[0]
	}
	if len(shown) != len(commands) {
		t.Errorf("the README tells of %d commands, there are %d", len(shown), len(commands))
	}
	flag := regexp.MustCompile(`--\w[\w-]*`)
	for name, text := range shown {
		taken, err := say(t, "", name, "--help")
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range flag.FindAllString(text, -1) {
			if !slices.Contains(flag.FindAllString(taken, -1), f) {
				t.Errorf("%s does not take %s", name, f)
			}
		}
	}
}

// Bad input gets one clear line that names what is wrong; nothing is printed
// as if it were an answer.
func TestBadInput(t *testing.T) {
	busy, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer busy.Close()
	latin1 := folder(t, map[string]string{"a.txt": "caf\xe9 is open"})
	yaml := folder(t, map[string]string{"dossier.yaml": "title: [", "a.txt": "Words."})
	blank := folder(t, map[string]string{"a.txt": "\n\n"})
	huge := folder(t, map[string]string{"a.txt": strings.Repeat("word ", 10<<20)})
	large := folder(t, map[string]string{"a.txt": strings.Repeat("word ", 16<<20/5+1)})
	page := folder(t, map[string]string{"a.html": "<p>Words."})
	feed := filepath.Join(folder(t, map[string]string{"feed.xml": "<rss/>"}), "feed.xml")
	for _, tt := range []struct {
		name string
		args []string
		want string
	}{
		{"no such command", []string{"chekc"}, `no command "chekc"`},
		{"no such folder", []string{"check", "/no/such/folder"}, "/no/such/folder: no such folder or .parallax file"},
		{"not UTF-8", []string{"check", latin1}, "a.txt: not UTF-8 text (byte 3)"},
		{"broken YAML", []string{"check", yaml}, "dossier.yaml: broken YAML"},
		{"empty article", []string{"check", blank}, "a.txt: empty article"},
		{"a line of 50 MB", []string{"check", huge}, "a.txt: 50 MB; an article holds at most 16"},
		{"a few letters too many", []string{"check", large}, "a.txt: 16.1 MB; an article holds at most 16"},
		{"an unknown flag", []string{"check", "--jsn"}, "unknown flag: --jsn"},
		{"a flag that takes a number", []string{"search", "a", "--limit", "x"}, `search: --limit is a whole number, not "x"`},
		{"a flag that takes nothing", []string{"search", "a", "--json=x"}, `search: --json is true or false, not "x"`},
		{"a number too small", []string{"search", "a", "--limit", "0"}, "search: --limit is a number from 1 on"},
		{"serve nothing", []string{"serve", "/no/such/folder"}, "/no/such/folder: no such folder or .parallax file"},
		{"an article is no collection", []string{"serve", filepath.Join(latin1, "a.txt")}, "a.txt: one article; a collection is a folder of them or a .parallax file"},
		{"no address", []string{"serve", "--addr", "8080"}, `--addr "8080": it must be host:port, such as :8080`},
		{"a missing file is said to be missing", []string{"import", "/no/such/file", "--into", filepath.Join(t.TempDir(), "new")}, "/no/such/file: no such file"},
		{"a port in use", []string{"serve", "--addr", busy.Addr().String()}, "in use by another program"},
		{"a web page is no collection", []string{"check", filepath.Join(page, "a.html")}, "a.html: a web page. Of saved web pages and feeds, parallax import FILE… --into DIR makes a collection"},
		{"nor is a feed", []string{"serve", feed}, "feed.xml: a feed. Of saved web pages and feeds, parallax import"},
		{"nor is a folder of them", []string{"check", page}, "no articles; they are files that end in .txt, .md or .jsonl. Of saved web pages and feeds, parallax import"},
		{"a folder of folders", []string{"check", folder(t, map[string]string{"in/a.txt": "Words.", "b.pdf": ""})}, "no articles; they are files that end in .txt, .md or .jsonl. In it: b.pdf, the folder in"},
		{"to import too", []string{"import", folder(t, map[string]string{"in/a.txt": "Words."}), "--into", filepath.Join(t.TempDir(), "new")}, ".jsonl. In it: the folder in"},
		{"a collection without a name", []string{"check", ""}, "check: the name of the collection is empty"},
		{"nor one to search", []string{"search", "a", "--dossier="}, "search: the name of the collection is empty"},
		{"nor one to compare in", []string{"compare", "000", "001", ""}, "compare: the name of the collection is empty"},
		{"a file without a name", []string{"import", "", "--into", "x"}, "import: the name of a file is empty"},
		{"a blank query", []string{"search", " "}, "search needs a query"},
		{"no such outlet", []string{"timeline", "--outlet", "Post"}, `timeline: no outlet "Post"; there are tass, unidentified`},
		{"an argument too many", []string{"version", "1"}, "version takes no arguments"},
		{"an id that none has", []string{"compare", "000", "zzz"}, `compare: no article "zzz"; parallax check lists the ids`},
		{"an id that many have", []string{"compare", "000", "0"}, `compare: more than one article begins with "0"; parallax check lists the ids`},
		{"no such article", []string{"compare", "000", "zzz"}, "zzz"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			out, err := say(t, "", tt.args...)
			if err == nil {
				t.Fatal("no error")
			}
			if err == errNoBundle {
				t.Skip("the reader is not built in")
			}
			if !strings.Contains(err.Error(), tt.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("got error %q, want one line with %q", err, tt.want)
			}
			if out != "" {
				t.Errorf("printed %q", out)
			}
		})
	}
}

// The same mistake is told in the same words, whatever the command.
func TestOneCollectionAtATime(t *testing.T) {
	for _, args := range [][]string{{"check"}, {"quotes"}, {"related"}, {"timeline"}, {"serve"}, {"build", "--out", "x"}} {
		_, err := say(t, "", append(args, "one", "two")...)
		if want := args[0] + " takes one collection, not 2"; err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

// A line of JSONL that cannot be read is told apart in the same words too.
func TestBadLines(t *testing.T) {
	for _, tt := range []struct{ name, line, want string }{
		{"not UTF-8", "{\"id\":\"\xff\"}", "the line is not UTF-8"},
		{"cut short", `{"id":`, "the line is not JSON: unexpected end of JSON input"},
		{"a list", `["a"]`, "the line: array in place of object"},
		{"a number for words", `{"text":1,"a":1,"q":1}`, "number in place of "},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for _, command := range []string{"dates", "quotes", "compare", "search"} {
				said, err := say(t, "\n"+tt.line, command, "--jsonl")
				var got badLine
				if json.Unmarshal([]byte(said), &got) != nil || got.Line != 2 || !strings.Contains(got.Error, tt.want) || err != errReported {
					t.Errorf("%s answers %q, %v", command, said, err)
				}
			}
			file := filepath.Join(folder(t, map[string]string{"a.jsonl": "\n" + tt.line}), "a.jsonl")
			_, err := say(t, "", "import", file, "--into", filepath.Join(t.TempDir(), "out"))
			if err == nil || !strings.Contains(err.Error(), "a.jsonl, line 2: ") || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("import says %v", err)
			}
		})
	}
}

func TestCheckJSON(t *testing.T) {
	dir := folder(t, map[string]string{
		"dossier.yaml": "title: Harbour\noutlets:\n  - id: post\n    name: The Post\narticles:\n  - file: a.txt\n    id: one\n    outlet: post\n    published: 2021-05-03\n",
		"a.txt":        "Harbour reopens after storm\nThe Reykjav·k harbours were closed for nine days after the storm.\nLeave a comment",
	})
	out, err := say(t, "", "check", "--json", dir)
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Articles []struct {
			ID, File, Outlet, Title string
			Published               struct {
				EDTF       *string
				Evidence   []string
				Candidates []string
			}
			Parts []struct {
				Kind       string
				Start, End int
			}
			Defects []struct {
				Start, End int
				What       string
			}
		}
	}
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Articles) != 1 {
		t.Fatalf("%d articles, want 1", len(got.Articles))
	}
	a := got.Articles[0]
	if a.ID != "one" || a.File != "a.txt" || a.Outlet != "The Post" || a.Title != "Harbour reopens after storm" {
		t.Errorf("got %+v", a)
	}
	if a.Published.EDTF == nil || *a.Published.EDTF != "2021-05-03" || len(a.Published.Evidence) == 0 {
		t.Errorf("published %+v, want 2021-05-03 with a reason", a.Published)
	}
	kinds := ""
	for _, p := range a.Parts {
		kinds += p.Kind + " "
	}
	if kinds != "title body furniture " {
		t.Errorf("parts %s", kinds)
	}
	if len(a.Defects) != 1 || a.Defects[0].Start != 32 || a.Defects[0].End != 42 {
		t.Errorf("defects %+v, want one at 32 to 42", a.Defects)
	}
}

// In words, check says of each article what was hidden and what is damaged.
func TestCheckInWords(t *testing.T) {
	out, err := say(t, "", "check")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"5 articles by 2 outlets", "Limits: No Armenian, Azerbaijani or US outlet",
		"hidden as page text:", `damaged: "Reykjav·k"`, "because: ",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("nothing says %q in\n%s", want, out)
		}
	}
}

// What of a folder is not read is said in one line.
func TestNotReadIsSaid(t *testing.T) {
	for _, tt := range []struct {
		name  string
		files map[string]string
		want  string // "" for nothing
	}{
		{"nothing else", map[string]string{"b.jsonl": `{"title":"Snow","text":"Snow fell."}`, "README.md": "Mine.", "LICENSE": "Free.", ".keep": ""}, ""},
		{"a page", map[string]string{"page.html": "<p>Snow fell.</p>"}, "Not read: page.html. Articles are files that end in .txt, .md or .jsonl. Of saved web pages and feeds, parallax import FILE… --into DIR makes a collection."},
		{"more than are named", map[string]string{"1.html": "", "2.html": "", "3.pdf": "", "4.pdf": "", "5.pdf": ""}, "Not read: 1.html, 2.html, 3.pdf and 2 more. Articles are files that end in .txt, .md or .jsonl."},
		{"a folder within", map[string]string{"old/b.txt": "Snow fell."}, "Not read: the folder old. Articles are files that end in .txt, .md or .jsonl."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.files["a.txt"] = "Ships came in."
			dir := folder(t, tt.files)
			for _, args := range [][]string{{"check", dir}, {"import", dir, "--into", filepath.Join(t.TempDir(), "out")}} {
				said, err := say(t, "", args...)
				if err != nil {
					t.Fatal(err)
				}
				if strings.Contains(said, "Not read") != (tt.want != "") || !strings.Contains(said, tt.want) {
					t.Errorf("%s says %q, want %q", args[0], said, tt.want)
				}
			}
		})
	}
}

// A word left out of a search may stand anywhere, as the query language writes it.
func TestSearchTakesMinus(t *testing.T) {
	for _, tt := range []struct {
		args []string
		q    string // or the error
	}{
		{[]string{"truce", "-peskov"}, "truce -peskov"},
		{[]string{"-peskov", "truce", "--limit", "3"}, "-peskov truce"},
		{[]string{`-"exchange of fire"`, "truce"}, `-"exchange of fire" truce`},
		{[]string{"truce", "-outlet:tass", "--limit=3"}, "truce -outlet:tass"},
		{[]string{"truce", "--", "--limit"}, "truce --limit"},
		{[]string{"truce", "-"}, "truce -"},
		{[]string{"truce", "--limit", "-3"}, "search: --limit is a number from 1 on"},
		{[]string{"truce", "--limit"}, "search: flag needs an argument: --limit"},
		{[]string{"truce", "-limit=3"}, "search: write --limit for the flag, or -- -limit for the word to leave out"},
		{[]string{"truce", "-limit", "3"}, "search: write --limit for the flag, or -- -limit for the word to leave out"},
	} {
		t.Run(strings.Join(tt.args, " "), func(t *testing.T) {
			said, err := say(t, "", append([]string{"search", "--json"}, tt.args...)...)
			var got searchReply
			if err != nil {
				got.Q = err.Error()
			} else if err := json.Unmarshal([]byte(said), &got); err != nil {
				t.Fatal(err)
			}
			if got.Q != tt.q {
				t.Errorf("got %q, want %q", got.Q, tt.q)
			}
		})
	}
}
