package webpage

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"parallax/internal/golden"
)

// TestPages reads pages of several makes. What is read of testdata/X.html
// stands in X.golden.
func TestPages(t *testing.T) {
	files, err := filepath.Glob("testdata/*.html")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".html")
		t.Run(name, func(t *testing.T) {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			p, err := Read(b)
			if err != nil {
				t.Fatal(err)
			}
			var got strings.Builder
			for _, f := range []struct {
				name string
				Field
			}{{"title", p.Title}, {"outlet", p.Outlet}, {"url", p.URL}, {"published", p.Published}, {"author", p.Author}, {"language", p.Language}} {
				fmt.Fprintf(&got, "%s: %s (%s)\n", f.name, f.Value, f.From)
			}
			fmt.Fprintf(&got, "text (%s):\n%s\n", p.Text.From, p.Text.Value)
			golden.Check(t, name+".golden", got.String())
		})
	}
}

// TestWhatCountsFirst holds to the order in which a page is believed.
func TestWhatCountsFirst(t *testing.T) {
	const body = "<h1>Ships come in</h1><p>Twelve ships came in on Monday, the harbour master said, and two left.</p>"
	for _, tt := range []struct {
		name, page string
		field      func(Page) Field
		want       Field
	}{
		{"og:title before the title element", `<title>No</title><meta property="og:title" content="Ships &amp; boats">` + body, func(p Page) Field { return p.Title }, Field{"Ships & boats", "meta og:title"}},
		{"the one heading before the title element", `<title>No</title>` + body, func(p Page) Field { return p.Title }, Field{"Ships come in", fromHeading}},
		{"the title element if there are two headings", `<title>Ships</title><h1>The Post</h1>` + body, func(p Page) Field { return p.Title }, Field{"Ships", fromTitle}},
		{"the outlet is no part of a title", `<title>Ships come in | The Post</title><h1>a</h1><meta property="og:site_name" content="The Post">` + body, func(p Page) Field { return p.Title }, Field{"Ships come in", fromTitle}},
		{"an outlet named by its address", `<link rel="canonical" href="https://www.post.example/ships">` + body, func(p Page) Field { return p.Outlet }, Field{"post.example", fromAddress}},
		{"a copy in an archive has the address copied from", `<link rel="canonical" href="https://web.archive.org/web/20201026000000/https://post.example/ships">` + body, func(p Page) Field { return p.URL }, Field{"https://post.example/ships", fromCanonical}},
		{"an address without a host is none", `<link rel="canonical" href="/ships"><meta property="og:url" content="file:///home/a.html">` + body, func(p Page) Field { return p.URL }, Field{}},
		{"a note of Chrome", "<!-- saved from url=(0025)https://post.example/a -->" + body, func(p Page) Field { return p.URL }, Field{"https://post.example/a", fromSaver}},
		{"what is no date", `<meta name="date" content="soon"><meta name="pubdate" content="26 October 2020">` + body, func(p Page) Field { return p.Published }, Field{"26 October 2020", "meta pubdate"}},
		{"a time that says what it is of", `<time datetime="2021-01-01">x</time><time itemprop="datePublished" datetime="2020-10-26">y</time>` + body, func(p Page) Field { return p.Published }, Field{"2020-10-26", "meta datepublished"}},
		{"an author is a name", `<meta property="article:author" content="https://post.example/mara">` + body, func(p Page) Field { return p.Author }, Field{}},
		{"so is an outlet", `<meta property="og:site_name" content="http://post.example"><meta name="application-name" content="The Post">` + body, func(p Page) Field { return p.Outlet }, Field{"The Post", "meta application-name"}},
		{"a language is no name", `<html lang="English">` + body, func(p Page) Field { return p.Language }, Field{}},
		{"JSON-LD with line breaks in a string", "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Ships\ncome in\"}</script>" + body, func(p Page) Field { return p.Title }, Field{"Ships come in", fromJSONLD}},
		{"JSON-LD within marks", "<script type=application/ld+json>\n<![CDATA[\n{\"@type\":\"NewsArticle\",\"headline\":\"Ships come in\"}\n]]></script>" + body, func(p Page) Field { return p.Title }, Field{"Ships come in", fromJSONLD}},
		{"JSON-LD that is none", `<script type=application/ld+json>{"@type":"NewsArticle",</script>` + body, func(p Page) Field { return p.Title }, Field{"Ships come in", fromHeading}},
		{"JSON-LD about something else", `<script type=application/ld+json>{"@type":"Recipe","headline":"Fish"}</script>` + body, func(p Page) Field { return p.Title }, Field{"Ships come in", fromHeading}},
		{"a summary is no text", `<script type=application/ld+json>{"@type":"NewsArticle","articleBody":"Ships came in at last, on a Monday morning."}</script>` + body, func(p Page) Field { return p.Text }, Field{"Twelve ships came in on Monday, the harbour master said, and two left.", fromPage}},
		{"HTML in JSON-LD", `<script type=application/ld+json>{"@type":"NewsArticle","articleBody":"<p>Ships came in at last,<br>on a <b>Monday</b> morning.</p>\n<p>Two of them left again for the islands at noon.</p>"}</script>`, func(p Page) Field { return p.Text }, Field{"Ships came in at last,\non a Monday morning.\n\nTwo of them left again for the islands at noon.", fromJSONLD}},
		{"what stands above the title", `<div><p>Home</p>` + body + `</div>`, func(p Page) Field { return p.Text }, Field{"Twelve ships came in on Monday, the harbour master said, and two left.", fromPage}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p, err := Read([]byte(tt.page))
			if err != nil && tt.want != (Field{}) {
				t.Fatal(err)
			}
			if got := tt.field(p); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestEncodings(t *testing.T) {
	const want = "Käthe sagte, dass die Fähren erst am Dienstag wieder führen."
	latin1 := func(s string) string {
		var b []byte
		for _, r := range s {
			b = append(b, byte(r))
		}
		return string(b)
	}
	utf16 := "\xff\xfe"
	for _, r := range "<p>" + want {
		utf16 += string([]byte{byte(r), byte(r >> 8)})
	}
	for name, page := range map[string]string{
		"UTF-8 by itself":           "<p>" + want,
		"UTF-8 with its mark":       "\uFEFF<p>" + want,
		"UTF-8 that says otherwise": "<meta charset=windows-1251><p>" + want,
		"nothing stated":            latin1("<p>" + want),
		"stated far down":           "<!--" + strings.Repeat("note ", 1000) + "-->" + latin1("<META charset='iso-8859-1'><p>"+want),
		"UTF-16":                    utf16,
	} {
		t.Run(name, func(t *testing.T) {
			if p, err := Read([]byte(page)); err != nil || p.Text.Value != want {
				t.Errorf("got %q, %v", p.Text.Value, err)
			}
		})
	}
}

func TestNoArticle(t *testing.T) {
	for name, page := range map[string]string{
		"nothing":        "",
		"an empty page":  "<html><body></body></html>",
		"a script":       "<div id=root></div><script>start('" + strings.Repeat("word ", 100) + "')</script>",
		"a menu":         "<nav>" + strings.Repeat("<p>One of the many places to go to from here, and another.</p>", 9) + "</nav>",
		"no page at all": "%PDF-1.4\x00\x01\x02",
	} {
		if p, err := Read([]byte(page)); err == nil {
			t.Errorf("%s: read as %+v", name, p)
		}
	}
}

// A page saved whole by SingleFile has its pictures and fonts in it.
func TestLargePageIsReadFast(t *testing.T) {
	b, err := os.ReadFile("testdata/singlefile.html")
	if err != nil {
		t.Fatal(err)
	}
	want, err := Read(b)
	if err != nil {
		t.Fatal(err)
	}
	large := strings.ReplaceAll(string(b), "base64,AAAA", "base64,"+strings.Repeat("AAAA", 1<<20))
	large = strings.Replace(large, "<p>“I have", `<p><img src="data:image/png;base64,`+strings.Repeat("AAAA", 1<<20)+`">“I have`, 1)
	start := time.Now()
	got, err := Read([]byte(large))
	if err != nil || got != want {
		t.Errorf("got %+v, %v", got, err)
	}
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("%d MB took %v", len(large)>>20, took)
	}
	t.Logf("%d MB in %v", len(large)>>20, time.Since(start))
}

// FuzzRead holds that reading a page says the same twice, that all of it is
// UTF-8, and that the text is made of letters of the page, in their order.
func FuzzRead(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.html")
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Add([]byte("<table><td><pre>\n a \n\n b<br><br>c<p>d<div class=caption>e"))
	f.Add([]byte(`<script type="application/ld+json">{"@type":["Article"],"articleBody":["a\ud800","&lt;p&gt;<b>c"],"publisher":{"@id":""}}</script>`))
	f.Fuzz(func(t *testing.T, page []byte) {
		p, err := Read(page)
		if again, err2 := Read(page); again != p || (err == nil) != (err2 == nil) {
			t.Fatalf("read as %+v, then as %+v", p, again)
		}
		if err != nil {
			return
		}
		for _, field := range []Field{p.Title, p.Outlet, p.URL, p.Published, p.Author, p.Language, p.Text} {
			if !utf8.ValidString(field.Value) || (field.Value == "") != (field.From == "") {
				t.Errorf("field %q from %q", field.Value, field.From)
			}
		}
		for _, letters := range sources(t, page, p.Text.From) {
			if isWithin(p.Text.Value, letters) {
				return
			}
		}
		t.Errorf("the text is not of the page: %q", p.Text.Value)
	})
}

// sources returns all that the text of a page may be made of.
func sources(t *testing.T, page []byte, from string) (list []string) {
	source, err := decode(page, "")
	if err != nil {
		t.Fatal(err)
	}
	root := parsed(t, source)
	if from == fromPage {
		return []string{words(root)}
	}
	var add func(v any)
	add = func(v any) {
		switch v := v.(type) {
		case string:
			list = append(list, html.UnescapeString(v))
		case []any:
			all := ""
			for _, one := range v {
				if s, ok := one.(string); ok {
					all += s + "\n"
				}
				add(one)
			}
			add(all)
		case object:
			for _, one := range v {
				add(one)
			}
		}
	}
	for _, s := range readHead(root).jsonLD {
		var v any
		if json.Unmarshal([]byte(s), &v) == nil || json.Unmarshal([]byte(mended(s)), &v) == nil {
			add(v)
		}
	}
	return list
}

func parsed(t *testing.T, source string) *html.Node {
	root, err := html.Parse(strings.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// isWithin reports whether the letters of s stand in of in their order, perhaps
// with others between them.
func isWithin(s, of string) bool {
	for _, r := range s {
		if unicode.IsSpace(r) {
			continue
		}
		_, rest, found := strings.Cut(of, string(r))
		if !found {
			return false
		}
		of = rest
	}
	return true
}
