package feed

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"parallax/cmd/parallax/webpage"
	"parallax/internal/golden"
)

// TestFeeds reads feeds of all formats. What is read of testdata/X.xml or X.json
// stands in X.golden.
func TestFeeds(t *testing.T) {
	for _, file := range examples(t) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if !Is(b) {
				t.Error("not taken for a feed")
			}
			f, err := Read(b)
			if err != nil {
				t.Fatal(err)
			}
			var got strings.Builder
			fmt.Fprintf(&got, "%s, %d with a teaser only\n", f.Kind, f.Teasers)
			for _, a := range f.Articles {
				fmt.Fprintf(&got, "\ntitle: %s\noutlet: %s\nurl: %s\npublished: %s\nauthor: %s\nlanguage: %s\n\n%s\n",
					a.Title, a.Outlet, a.URL, a.Published, a.Author, a.Language, a.Text)
			}
			golden.Check(t, strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))+".golden", got.String())
		})
	}
}

func examples(t testing.TB) []string {
	files, err := filepath.Glob("testdata/*.[xj]*")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	return files
}

// rss is a feed of one item with these elements.
func rss(elements string) string {
	return "<rss><channel><title>The Post</title><link>https://post.example/</link><item>" + elements + "</item></channel></rss>"
}

const (
	notice  = "Twelve ships came in on Monday, the harbour master said, and two left."
	encoded = "<content:encoded>" + notice + "</content:encoded>"
)

// TestEntries holds to what is made of what an entry states.
func TestEntries(t *testing.T) {
	long := strings.Repeat(notice+" ", 10)
	text := func(a Article) string { return a.Text }
	for _, tt := range []struct {
		name, feed string
		field      func(Article) string
		want       string
	}{
		{"a long description is a text", rss("<description>" + long + "</description>"), text, strings.TrimSpace(long)},
		{"a short one is a teaser", rss("<description>" + notice + "</description>"), text, ""},
		{"a long one that is cut", rss("<description>" + long + "&lt;p>And so on... &lt;a>&amp;rarr;&lt;/a></description>"), text, ""},
		{"an ellipsis within", rss("<description>" + notice + " And so on…\n" + long + "</description>"), text, notice + " And so on…\n\n" + strings.TrimSpace(long)},
		{"a short content is a text", rss(encoded), text, notice},
		{"not if the summary is the same", rss(encoded + "<description>" + notice + "</description>"), text, ""},
		{"a long description beside a cut content", rss("<content:encoded>" + notice + " [&#8230;]</content:encoded><description>" + long + "</description>"), text, strings.TrimSpace(long)},
		{"markup that is not escaped", rss("<description><p>" + long + "</p><hr/><p>a <b>b</b></p></description>"), text, strings.TrimSpace(long) + "\n\na b"},
		{"the credit of a program", rss("<title>Снег в мае</title><content:encoded><![CDATA[<p>" + notice + "</p><p>Сообщение <a href='#'>Снег в мае</a> появились сначала на <a href='#'>The Post</a>.</p>]]></content:encoded>"), text, notice},
		{"escaped twice", rss("<content:encoded><![CDATA[&lt;p&gt;" + notice + "&lt;/p&gt;&lt;p&gt;a &amp;amp; b&lt;/p&gt;]]></content:encoded>"), text, notice + "\n\na & b"},
		{"entities of HTML", rss("<content:encoded>" + notice + "&nbsp;&eacute; AT&T</content:encoded>"), text, notice + " é AT&T"},
		{"an entity of its own stays as it is", `<!DOCTYPE rss [<!ENTITY a "boo">]>` + rss("<content:encoded>"+notice+" &a;</content:encoded>"), text, notice + " &a;"},
		{"a character that XML forbids", rss("<content:encoded>" + notice + "\x0b\x01a</content:encoded>"), text, notice + " a"},
		{"the outlet is no part of a title", rss("<title>Ships come in - The Post</title>" + encoded), func(a Article) string { return a.Title }, "Ships come in"},
		{"who an entry is taken from", rss("<source url='https://a.example'>The Valley Gazette</source>" + encoded), func(a Article) string { return a.Outlet }, "The Valley Gazette"},
		{"no name but an address", rss("<author>desk@post.example</author>" + encoded), func(a Article) string { return a.Author }, ""},
		{"a name and an address", rss("<author>Mara Quill (mara@post.example)</author>" + encoded), func(a Article) string { return a.Author }, "Mara Quill"},
		{"a number that is no address", rss("<guid isPermaLink='true'>4711</guid>" + encoded), func(a Article) string { return a.URL }, ""},
		{"an address without its host", rss("<link>/ships</link>" + encoded), func(a Article) string { return a.URL }, "https://post.example/ships"},
		{"a vocabulary that does not exist", "<rss xmlns='https://a.example/rss'" + strings.TrimPrefix(rss("<title>Ships</title>"+encoded), "<rss"), func(a Article) string { return a.Title + " by " + a.Outlet }, "Ships by The Post"},
		{"a vocabulary that is nearly written", "<rss xmlns:c='http://purl.org/rss/1.0/modules/content'" + strings.TrimPrefix(rss("<c:encoded>"+notice+"</c:encoded>"), "<rss"), text, notice},
		{"a base of its addresses", "<rss xml:base='https://post.example/news/'" + strings.TrimPrefix(rss("<link>ships</link>"+encoded), "<rss"), func(a Article) string { return a.URL }, "https://post.example/news/ships"},
		{"the address before one that counts readers", rss("<link>https://count.example/1</link><feedburner:origLink>https://post.example/1</feedburner:origLink>" + encoded), func(a Article) string { return a.URL }, "https://post.example/1"},
		{"what is no date", rss("<pubDate>soon</pubDate><dc:date>2021-05-03</dc:date>" + encoded), func(a Article) string { return a.Published }, "2021-05-03"},
		{"no date at all", rss("<pubDate> soon </pubDate><dc:date>later</dc:date>" + encoded), func(a Article) string { return a.Published }, "soon"},
		{"JSON with a field of another type", `{"version":"https://jsonfeed.org/version/1","title":"The Post","items":[{"title":3,"content_text":"` + notice + `"}]}`, text, notice},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f, err := Read([]byte(tt.feed))
			if err != nil || len(f.Articles)+f.Teasers != 1 {
				t.Fatalf("got %+v, %v", f, err)
			}
			got := ""
			if len(f.Articles) > 0 {
				got = tt.field(f.Articles[0])
			}
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestEncodings(t *testing.T) {
	const umlauts = "Käthe sagte, dass die Fähren erst am Dienstag wieder führen."
	body := rss("<content:encoded>" + umlauts + "</content:encoded>")
	latin1 := func(s string) string {
		var b []byte
		for _, r := range s {
			b = append(b, byte(r))
		}
		return string(b)
	}
	wide := ""
	for _, r := range `<?xml version="1.0" encoding="UTF-16"?>` + body {
		wide += string([]byte{byte(r), byte(r >> 8)})
	}
	for _, tt := range []struct{ name, feed, want string }{
		{"UTF-8 by itself", body, ""},
		{"UTF-8 with its mark", "\uFEFF" + body, ""},
		{"UTF-8 that says otherwise", `<?xml version="1.0" encoding="windows-1251"?>` + body, ""},
		{"Latin-1", latin1("<?xml version='1.0' encoding='ISO-8859-1'?>" + body), ""},
		{"UTF-16 with its mark", "\xff\xfe" + wide, ""},
		{"UTF-16 without", wide, ""},
		{"Latin-1 that says nothing", latin1(body), "not UTF-8 text, and states no other encoding"},
		{"Latin-1 that says otherwise", latin1("<?xml version='1.0' encoding='utf-8'?>" + body), "not UTF-8 text, and states no other encoding"},
		{"an encoding that nobody knows", latin1("<?xml version='1.0' encoding='klingon'?>" + body), "in an encoding that is not known: klingon"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if !Is([]byte(tt.feed)) {
				t.Error("not taken for a feed")
			}
			f, err := Read([]byte(tt.feed))
			if tt.want != "" {
				if err == nil || err.Error() != tt.want {
					t.Errorf("got error %v, want %q", err, tt.want)
				}
				return
			}
			if err != nil || len(f.Articles) != 1 || f.Articles[0].Text != umlauts {
				t.Errorf("got %+v, %v", f, err)
			}
		})
	}
}

func TestIs(t *testing.T) {
	for _, tt := range []struct {
		name, file string
		want       bool
	}{
		{"notes before the feed", "\uFEFF\n<?xml version='1.0'?><!-- " + strings.Repeat("note ", 1000) + "--><!DOCTYPE rss>" + rss(""), true},
		{"a feed of JSON that states its version last", `{"items":[],"version":"https:\/\/jsonfeed.org\/version\/1.1"}`, true},
		{"a broken feed", "<feed><entry", true},
		{"nothing", "", false},
		{"a text", "Ships came in.", false},
		{"a page", "<!DOCTYPE html><html><body>", false},
		{"other XML", "<?xml version='1.0'?><urlset>", false},
		{"other JSON", `{"version": 1}`, false},
		{"a letter before the feed", "a " + rss(""), false},
	} {
		if got := Is([]byte(tt.file)); got != tt.want {
			t.Errorf("%s: got %t, want %t", tt.name, got, tt.want)
		}
	}
}

// What cannot be read is one line that says why.
func TestErrors(t *testing.T) {
	for _, tt := range []struct{ name, feed, want string }{
		{"cut off", "<rss><channel>\n<item><title>Ships", "line 2: broken XML: unexpected EOF"},
		{"cut off between items", "<rss><channel>\n<item/>\n", "line 3: broken XML: unexpected EOF"},
		{"other XML", "<urlset/>", "no feed but urlset"},
		{"nothing", "", "no feed"},
		{"a later XML", "<?xml version='1.1'?>" + rss(""), `xml: unsupported version "1.1"; only version 1.0 is supported`},
		{"JSON cut off", `{"version":"https://jsonfeed.org/version/1.1","items":[`, "not JSON: unexpected end of JSON input"},
		{"other JSON", `{"version":"1","home":"jsonfeed.org"}`, "JSON, but no JSON Feed"},
	} {
		if _, err := Read([]byte(tt.feed)); err == nil || err.Error() != tt.want {
			t.Errorf("%s: got error %v, want %q", tt.name, err, tt.want)
		}
	}
}

// Neither the largest feeds nor those made to be large when read take long.
func TestLargeFeedIsReadFast(t *testing.T) {
	item := "<item><title>Ships</title>" + encoded + "</item>"
	entities := `<!DOCTYPE rss [<!ENTITY a "boo">`
	for name := 'b'; name <= 'z'; name++ {
		entities += fmt.Sprintf("<!ENTITY %c '%s'>", name, strings.Repeat(fmt.Sprintf("&%c;", name-1), 10))
	}
	const mb = 1 << 20
	for _, tt := range []struct {
		name, feed string
		articles   int
	}{
		{"many items", "<rss><channel>" + strings.Repeat(item, 10*mb/len(item)) + "</channel></rss>", 10 * mb / len(item)},
		{"one long item", rss("<content:encoded>" + strings.Repeat("&lt;p>"+notice, 10*mb/len(notice)) + "</content:encoded>"), 1},
		{"entities of entities", entities + "]>" + rss("<content:encoded>"+notice+"&z;</content:encoded>"), 1},
		{"deep elements", rss(encoded + strings.Repeat("<a>", mb/4) + strings.Repeat("</a>", mb/4)), 1},
		{"deep content", rss("<content:encoded>" + strings.Repeat("<a>", mb/4) + strings.Repeat("</a>", mb/4) + "</content:encoded>"), 0},
		{"items in items", "<rss>" + strings.Repeat("<item>", mb/4) + strings.Repeat("</item>", mb/4) + "</rss>", 0},
		{"many names", "<rss " + strings.Repeat("xmlns:a='b' ", mb/2) + "><channel>" + strings.Repeat(item, 1000) + "</channel></rss>", 1000},
	} {
		t.Run(tt.name, func(t *testing.T) {
			start := time.Now()
			f, err := Read([]byte(tt.feed))
			if err != nil || len(f.Articles) != tt.articles {
				t.Errorf("got %d articles, %v, want %d", len(f.Articles), err, tt.articles)
			}
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("%d MB took %v", len(tt.feed)/mb, took)
			}
			t.Logf("%d MB in %v", len(tt.feed)/mb, time.Since(start))
		})
	}
}

// FuzzRead holds that reading a feed says the same twice, that each article has
// a text, in UTF-8 and paragraphs, and that where nothing stands for another
// character its letters are those of the feed, in their order.
func FuzzRead(f *testing.F) {
	for _, file := range examples(f) {
		b, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Add([]byte(rss(encoded)))
	f.Add([]byte("<feed><entry><author><name>a<content type=xhtml><b:p/>" + notice + "<br/></content></entry></feed>"))
	f.Fuzz(func(t *testing.T, file []byte) {
		read, err := Read(file)
		if again, err2 := Read(file); !reflect.DeepEqual(again, read) || (err == nil) != (err2 == nil) {
			t.Fatalf("read as %+v, then as %+v", read, again)
		}
		source, _ := decode(file)
		for _, a := range read.Articles {
			for _, s := range []string{a.Title, a.Outlet, a.URL, a.Published, a.Author, a.Language, a.Text} {
				if !utf8.ValidString(s) || s != strings.TrimSpace(s) {
					t.Errorf("not a value: %q", s)
				}
			}
			if !webpage.HasParagraph(a.Text) {
				t.Errorf("no text: %q", a.Text)
			}
			if !strings.ContainsAny(source, `&\`) && !isWithin(a.Text, source) {
				t.Errorf("the text is not of the feed: %q", a.Text)
			}
		}
	})
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
