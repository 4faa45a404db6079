package dossier

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"parallax/internal/text"
)

// visible returns s without white space.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if text.Space(r) || unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// shown writes an article with one line for each part: its kind and words.
func shown(a Article) string {
	var b strings.Builder
	for _, p := range a.Parts {
		fmt.Fprintf(&b, "%s: %s\n", p.Kind, p.Span.Of(a.Text))
	}
	return b.String()
}

func TestParts(t *testing.T) {
	const prose = "The harbour was closed for nine days after the storm, the port authority said in a statement."
	for _, tt := range []struct{ name, text, want string }{
		{
			"a title and prose", "Harbour reopens after storm\n\n" + prose,
			"title: Harbour reopens after storm\nbody: " + prose + "\n",
		},
		{
			"a menu above and a comment box below",
			"Home\nWorld\nHarbour reopens after storm\nBy Staff Writer\n" + prose + "\nLeave a comment\nYour email address will not be published",
			"furniture: Home\nfurniture: World\ntitle: Harbour reopens after storm\nfurniture: By Staff Writer\nbody: " + prose +
				"\nfurniture: Leave a comment\nfurniture: Your email address will not be published\n",
		},
		{
			"the marks of Markdown",
			"# What he knew\n\n*Nobody was warned, the port says. Its own engineers say otherwise.*\n\n" + prose + "\n\n## Who was asked, and who was not asked at all?\n" + prose + "\n**More ships**\n" + prose + "\n#hashtag",
			"furniture: #\ntitle: What he knew\nfurniture: *\nsubtitle: Nobody was warned, the port says. Its own engineers say otherwise.\nfurniture: *\nbody: " + prose +
				"\nfurniture: ##\nheading: Who was asked, and who was not asked at all?\nbody: " + prose + "\nfurniture: **\nheading: More ships\nfurniture: **\nbody: " + prose + "\nbody: #hashtag\n",
		},
		{
			"a question in bold",
			prose + "\n**Who was hurt?**\n" + prose,
			"body: " + prose + "\nfurniture: **\nheading: Who was hurt?\nfurniture: **\nbody: " + prose + "\n",
		},
		{
			"a dateline opens the body",
			"Harbour reopens after storm\nShips wait outside the bay\nOSLO, May 3. " + prose,
			"title: Harbour reopens after storm\nsubtitle: Ships wait outside the bay\ndateline: OSLO, May 3.\nbody: " + prose + "\n",
		},
		{
			"an outlet and its day below the title",
			"Harbour reopens after storm\n\nCounty Argus, 3 February 2026\n\n" + prose,
			"title: Harbour reopens after storm\ndateline: County Argus, 3 February 2026\nbody: " + prose + "\n",
		},
		{
			"the clocks of a live page",
			"LIVE: Harbour reopens after storm\n\n22:05\n" + prose + "\n\n20.15\nThe first ship has come in.\n\n8:20\n" + prose,
			"title: LIVE: Harbour reopens after storm\nheading: 22:05\nbody: " + prose + "\nheading: 20.15\nbody: The first ship has come in.\nheading: 8:20\nbody: " + prose + "\n",
		},
		{
			"a dateline in German",
			"Die Fähre fährt wieder\nBERLIN, 3. März 2021 (dpa) - Der Hafen war nach dem Sturm neun Tage lang geschlossen.",
			"title: Die Fähre fährt wieder\ndateline: BERLIN, 3. März 2021 (dpa) -\nbody: Der Hafen war nach dem Sturm neun Tage lang geschlossen.\n",
		},
		{
			"a dateline in Spanish",
			"El ferry vuelve\nMADRID, 3 de marzo de 2021 (EFE).- El puerto estuvo cerrado nueve días después de la tormenta.",
			"title: El ferry vuelve\ndateline: MADRID, 3 de marzo de 2021 (EFE).-\nbody: El puerto estuvo cerrado nueve días después de la tormenta.\n",
		},
		{
			"an agency in brackets",
			"Harbour reopens after storm\nOSLO (Reuters) - " + prose,
			"title: Harbour reopens after storm\ndateline: OSLO (Reuters) -\nbody: " + prose + "\n",
		},
		{
			"a crosshead between paragraphs",
			"Harbour reopens after storm\n" + prose + "\nWhat comes next\n" + prose,
			"title: Harbour reopens after storm\nbody: " + prose + "\nheading: What comes next\nbody: " + prose + "\n",
		},
		{
			"a row of links",
			"Home » Europe » Norway\nHarbour reopens after storm\n" + prose,
			"furniture: Home » Europe » Norway\ntitle: Harbour reopens after storm\nbody: " + prose + "\n",
		},
		{
			"without prose all of it is body", "one\ntwo",
			"body: one\nbody: two\n",
		},
		{
			"Cyrillic page text", "Главная\nПорт открылся после шторма вчера\nПорт был закрыт девять дней после шторма, сообщила администрация.\nЧитайте также: другое",
			"furniture: Главная\ntitle: Порт открылся после шторма вчера\nbody: Порт был закрыт девять дней после шторма, сообщила администрация.\nfurniture: Читайте также: другое\n",
		},
		{
			"a sentence that opens like a byline stays", "Harbour reopens after storm\nBy Monday the ships were back and the cranes had begun to work again.",
			"title: Harbour reopens after storm\nbody: By Monday the ships were back and the cranes had begun to work again.\n",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d, err := New(Pack{Articles: []Meta{{ID: "x", Text: tt.text}}})
			if err != nil {
				t.Fatal(err)
			}
			if got := shown(d.Articles[0]); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

// A short line that stands on several pages belongs to the page, not to the
// articles; one that stands on a single page is left alone.
func TestRecurringLines(t *testing.T) {
	page := func(title string) Meta {
		return Meta{ID: title, Text: title + " was closed again today\nThe harbour was closed for nine days after the storm, the port authority said.\nNorthern desk archive"}
	}
	d, err := New(Pack{Articles: []Meta{page("First"), page("Second")}})
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range d.Articles {
		if last := a.Parts[len(a.Parts)-1]; last.Kind != Furniture {
			t.Errorf("%s: the line on both pages is %s, want furniture", a.ID, last.Kind)
		}
	}
	d, err = New(Pack{Articles: []Meta{page("First")}})
	if err != nil {
		t.Fatal(err)
	}
	if a := d.Articles[0]; a.Parts[len(a.Parts)-1].Kind == Furniture {
		t.Error("the line of a single page is hidden")
	}
}

func TestDefects(t *testing.T) {
	for _, tt := range []struct{ name, text, span, what string }{
		{"a lost letter", "met in Reykjav·k on Friday", "Reykjav·k", lostLetter},
		{"a question mark in a word", "the caf?s are shut", "caf?s", lostLetter},
		{"the wrong encoding", "itâ€™s over", "â€™", mojibake},
		{"code", "Smith &amp; Sons", "&amp;", htmlCode},
		{"two question marks in a word", "the d?j?vu effect", "d?j?vu", lostLetter},
		{"a control character", "one\x07two", "\x07", controlChar},
		{"Catalan", "la novel·la", "", ""},
		{"inclusive French", "les étudiant·e·s", "", ""},
		{"an address with a query", "see example.org/?id=3", "", ""},
		{"two l", "paral·lel", "", ""},
		{"accents", "Ångström, naïve, São Paulo", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := defects(tt.text)
			if tt.what == "" {
				if len(got) > 0 {
					t.Errorf("got %q as %q, want nothing", got[0].Span.Of(tt.text), got[0].What)
				}
				return
			}
			if len(got) != 1 || got[0].Span.Of(tt.text) != tt.span || got[0].What != tt.what {
				t.Errorf("got %+v, want %q as %q", got, tt.span, tt.what)
			}
		})
	}
}

// Parts and sentences cover every visible rune once, in order, whatever the
// text is.
func FuzzParts(f *testing.F) {
	f.Add("Home\nTitle of the story is here\nOSLO, May 3. Prose that ends well. And more.\nShare")
	f.Add("¿Qué?\n\n«Да», — сказал он.\r\nكتب. 他说。")
	f.Add("OSLO (")
	f.Add("# Title\n*x*\n## OSLO, May 3. #\n**y**\n__")
	f.Add("straÃŸe?s d?j?vu &amp;\x07")
	f.Add("By \xf0\x9f\x98\x80")
	f.Fuzz(func(t *testing.T, s string) {
		d, err := New(Pack{Articles: []Meta{{ID: "x", Text: s}}})
		if err != nil {
			return
		}
		a := d.Articles[0]
		var parts, sentences strings.Builder
		at := int32(0)
		for _, p := range a.Parts {
			if p.Span.Start < at || p.Span.Empty() {
				t.Fatalf("part %v after %d in %q", p.Span, at, s)
			}
			at = p.Span.End
			parts.WriteString(p.Span.Of(s))
		}
		at = 0
		for _, sent := range a.Sentences {
			if sent.Span.Start < at || sent.Span.Empty() {
				t.Fatalf("sentence %v after %d in %q", sent.Span, at, s)
			}
			at = sent.Span.End
			sentences.WriteString(sent.Span.Of(s))
		}
		at = 0
		for _, d := range a.Defects() {
			if d.Span.Start < at || d.Span.Empty() {
				t.Fatalf("damage %v after %d in %q", d.Span, at, s)
			}
			at = d.Span.End
		}
		want := visible(s)
		if got := visible(parts.String()); got != want {
			t.Errorf("parts show %q, want %q", got, want)
		}
		if got := visible(sentences.String()); got != want {
			t.Errorf("sentences show %q, want %q", got, want)
		}
	})
}

// The marks within the paragraphs of a Markdown article are not read; the words
// stay where they are. Other articles keep their stars.
func TestInlineMarks(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"strong words", "The **captain** was *not* on the __phone__.", "The   captain   was  not  on the   phone.  "},
		{"glued to marks", `(*The Star*), said "*Titanic*" and _Star_'s owner.`, ` (The Star),  said  "Titanic"  and  Star's  owner.`},
		{"one in another", "**Nobody *ever* saw it**, he said.", "  Nobody  ever  saw it,   he said."},
		{"a link", "See [the report](https://a.example/b_c_d), he said.", "See  the report,                           he said."},
		{"no marks", "5*3*2 and snake_case_name, a note* and *another, [sic], f***ing, * one, \\*two\\*", "5*3*2 and snake_case_name, a note* and *another, [sic], f***ing, * one, \\*two\\*"},
		{"emphasis on either side of a stroke", "On **12 March** and **13 March**: *a*/*b*.", "On   12 March   and   13 March:    a/  b. "},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := plain(tt.text); got != tt.want {
				t.Errorf("\n got %q\nwant %q", got, tt.want)
			}
			if got := (newPage(Meta{File: "a.txt", Text: tt.text})).meta.Text; got != tt.text {
				t.Errorf("a text file reads %q", got)
			}
		})
	}
}

func TestBoldQuestions(t *testing.T) {
	d, err := New(Pack{Articles: []Meta{{ID: "a", File: "a.md", Text: "It is a week since the ferry ran aground on the reef.\n\n" +
		"**Who is to blame?** The captain was **arrested** on March 13.\n\n**Not this.** The ferry left on the evening of March 11."}}})
	if err != nil {
		t.Fatal(err)
	}
	const want = "body: It is a week since the ferry ran aground on the reef.\nheading: Who is to blame?\n" +
		"body: The captain was   arrested   on March 13.\nbody: Not this.   The ferry left on the evening of March 11.\n"
	if got := shown(d.Articles[0]); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

// What is read of a Markdown paragraph takes as many bytes, and has all that the
// paragraph has, in order, but for marks and addresses.
func FuzzPlain(f *testing.F) {
	f.Add("(*The **Star***), *a*/*b* [c](d) _e_ f")
	f.Add("**[*x*](y)**")
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "")
		got := plain(s)
		if len(got) != len(s) {
			t.Errorf("%q: %d bytes, want %d", s, len(got), len(s))
		}
		if strings.Contains(s, "](") {
			return
		}
		rest := visible(got)
		for _, r := range visible(s) {
			if after, ok := strings.CutPrefix(rest, string(r)); ok {
				rest = after
			} else if r != '*' && r != '_' {
				t.Fatalf("%q lost %q: %q", s, r, got)
			}
		}
		if rest != "" {
			t.Errorf("%q: %q", s, got)
		}
	})
}
