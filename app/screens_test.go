package app

import (
	"encoding/json"
	"fmt"
	"html"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"parallax/data"
	"parallax/internal/dossier"
	"parallax/internal/engine"
	"parallax/internal/route"
	"parallax/internal/worker"
)

// drawn is the markup of a screen as a reader in a window, wide or not, gets it.
func drawn(t *testing.T, e *engine.Engine, s route.State, wide bool) string {
	t.Helper()
	home := e.Home()
	r := newReader(nil, "/", &home)
	r.wide = wide
	var reply worker.Reply
	if request, needed := question(s); needed {
		reply = worker.Answer(e, request)
		if reply.Error != "" {
			t.Fatalf("%+v: %s", s, reply.Error)
		}
	}
	r.wanted, r.page = s, readPage(s, reply, r.home)
	return app.HTMLString(app.Div().Body(r.page.draw(view{r, s})...))
}

// words is the text of markup without tags and spaces: the encoder for markup,
// which only this test uses, adds spaces about elements.
func words(markup string) string {
	var b strings.Builder
	for markup != "" {
		text, rest, _ := strings.Cut(markup, "<")
		b.WriteString(html.UnescapeString(text))
		_, markup, _ = strings.Cut(rest, ">")
	}
	return squeezed(b.String())
}

func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }

func open(t *testing.T, texts ...string) *engine.Engine {
	t.Helper()
	p := dossier.Pack{Title: "Test", Language: "en", Outlets: []dossier.Outlet{{ID: "wire", Name: "Wire"}, {ID: "post", Name: "Post"}}}
	for i, text := range texts {
		p.Articles = append(p.Articles, dossier.Meta{ID: fmt.Sprintf("a%d", i), Outlet: p.Outlets[i%2].ID, Text: text})
	}
	d, err := dossier.New(p)
	if err != nil {
		t.Fatal(err)
	}
	return engine.New(d)
}

// states are one state of every screen, and every layer of the first two articles.
func states(e *engine.Engine) []route.State {
	list := []route.State{
		{},
		{Screen: route.Timeline},
		{Screen: route.Timeline, Clock: "published"},
		{Screen: route.Reports},
		{Screen: route.Search},
		{Screen: route.Search, Query: "truce"},
		{Screen: route.Quotes},
		{Screen: route.Passage},
		{Screen: route.Compare},
		{Screen: route.Help},
		{Screen: route.Settings},
		{Screen: route.NotFound},
	}
	articles := e.Home().Articles
	for _, a := range articles {
		list = append(list, route.State{Screen: route.Article, Article: a.ID}, route.State{Screen: route.Article, Article: a.ID, Query: "truce"})
	}
	if len(articles) > 0 {
		a, b := articles[0].ID, articles[len(articles)-1].ID
		for _, layer := range []string{"", "events", "quotes"} {
			list = append(list, route.State{Screen: route.Compare, A: a, B: b, Layer: layer})
		}
		list = append(list, route.State{Screen: route.Compare, A: a, B: b, Side: "b"}, route.State{Screen: route.Compare, A: a, B: a})
	}
	return list
}

// TestDraws draws every screen of collections that nobody would publish.
func TestDraws(t *testing.T) {
	sentence := "The ministers agreed on a truce on 9 October 2020, he said. "
	for _, tt := range []struct {
		name  string
		texts []string
	}{
		{"nothing", nil},
		{"one sentence", []string{"A truce."}},
		{"no sentence ends", []string{strings.Repeat("truce and then ", 300), "truce"}},
		{"unbalanced quotation marks", []string{"“He said the truce \"holds, she said.", "\"\"\"“”«»"}},
		{"the same text twice", []string{strings.Repeat(sentence, 3), strings.Repeat(sentence, 3) + " "}},
		{"other scripts", []string{"Перемирие, 9 октября 2020 года.\n\nԶինադադար։", "هدنة في ٩ أكتوبر 2020.\n\n停火协议。 🕊️"}},
		{"markup in the text", []string{"<script>alert(1)</script> & <b onclick=x>\" truce", "</article><img src=x onerror=y>"}},
		{"long", []string{strings.Repeat(sentence+"\n\n", 400), sentence}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e := open(t, tt.texts...)
			for _, s := range states(e) {
				for _, wide := range []bool{true, false} {
					markup := drawn(t, e, s, wide)
					if n := strings.Count(markup, "<h1"); n != 1 {
						t.Errorf("%+v: %d headings of the first level, want 1", s, n)
					}
					if strings.Contains(markup, "<script") || strings.Contains(markup, "<img") {
						t.Errorf("%+v: markup of an article is markup of the page", s)
					}
				}
			}
		})
	}
}

// TestShowsAll holds that the article screen shows every paragraph of the
// article once and in order, page text under the line that hides it.
func TestShowsAll(t *testing.T) {
	pack, err := data.Pack()
	if err != nil {
		t.Fatal(err)
	}
	d, err := dossier.New(pack)
	if err != nil {
		t.Fatal(err)
	}
	e := engine.New(d)
	for i := range d.Articles {
		a := &d.Articles[i]
		page := words(drawn(t, e, route.State{Screen: route.Article, Article: a.ID}, true))
		reply, _ := e.Article(a.ID, "")
		at := 0
		for _, p := range reply.Paragraphs {
			if p.Kind != "body" && p.Kind != "heading" {
				continue
			}
			text := ""
			for _, r := range p.Runs {
				text += r.Text
			}
			text = squeezed(text)
			found := strings.Index(page[at:], text)
			if found < 0 {
				t.Errorf("%s: paragraph %d is not shown after those before it: %q", a.Title, p.N, text)
				continue
			}
			at += found + len(text)
		}
	}
}

// TestNarrowSides holds that a narrow comparison shows one copy of each text.
func TestNarrowSides(t *testing.T) {
	e := open(t, "A truce was agreed on Monday in the old city. Both sides waited.", "A truce was agreed on Tuesday in the old city. Nobody waited for long.")
	s := route.State{Screen: route.Compare, A: "a0", B: "a1"}
	for _, tt := range []struct {
		side       string
		has, lacks string
	}{
		{"", "Both sides waited.", ""},
		{"a", "Both sides waited.", "Nobody waited"},
		{"b", "Nobody waited for long.", "Both sides waited"},
	} {
		t.Run("side "+tt.side, func(t *testing.T) {
			s.Side = tt.side
			got := words(drawn(t, e, s, false))
			if !strings.Contains(got, squeezed(tt.has)) {
				t.Errorf("no %q in %s", tt.has, got)
			}
			if tt.lacks != "" && strings.Contains(got, squeezed(tt.lacks)) {
				t.Errorf("%q in %s", tt.lacks, got)
			}
		})
	}
}

func TestActionOf(t *testing.T) {
	for _, tt := range []struct {
		name string
		key  keystroke
		off  bool
		want action
	}{
		{"a letter", keystroke{key: "t"}, false, showTimeline},
		{"while typing", keystroke{key: "t", typing: true}, false, noAction},
		{"with Ctrl", keystroke{key: "k", command: true}, false, noAction},
		{"switched off", keystroke{key: "t"}, true, noAction},
		{"Escape leaves the field", keystroke{key: "Escape", typing: true}, false, leaveField},
		{"Escape leaves it with keys off", keystroke{key: "Escape", typing: true}, true, leaveField},
		{"Escape in the jump-to box is the browser's", keystroke{key: "Escape", typing: true, dialog: true}, false, noAction},
		{"no such key", keystroke{key: "q"}, false, noAction},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := actionOf(tt.key, tt.off); got != tt.want {
				t.Errorf("actionOf(%+v, %v) = %v, want %v", tt.key, tt.off, got, tt.want)
			}
		})
	}
}

// A day that is not quite certain is so in every list of articles.
func TestUncertainDayInEachList(t *testing.T) {
	pack, err := data.Pack()
	if err != nil {
		t.Fatal(err)
	}
	d, err := dossier.New(pack)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []route.State{{}, {Screen: route.Compare}} {
		if got := words(drawn(t, engine.New(d), s, true)); !strings.Contains(got, squeezed("unidentified site · or soon after")) {
			t.Errorf("%+v: the list does not say so: %.1500s", s, got)
		}
	}
}

func TestFileName(t *testing.T) {
	c := engine.Compare{
		A: engine.ArticleRef{OutletID: "tass", EDTF: "2020-10-26"},
		B: engine.ArticleRef{OutletID: "сайт/1", EDTF: "2020-10-20~"},
	}
	if got, want := fileName(&c), "tass-2020-10-26------1-2020-10-20"; got != want {
		t.Errorf("fileName = %q, want %q", got, want)
	}
}

// TestMatched holds that the words of a target stay whole, whatever matches.
func TestMatched(t *testing.T) {
	for _, tt := range []struct {
		words string
		match []int
		want  string
	}{
		{"Peskov", []int{0, 1}, "<b>Pe</b>skov"},
		{"Песков", []int{1}, "<b>П</b>есков"},
		{"Peskov", nil, "Peskov"},
	} {
		got := strings.NewReplacer("\n", "", " ", "", "<span>", "", "</span>", "").Replace(app.HTMLString(app.Span().Body(matched(tt.words, tt.match)...)))
		if tt.words == "Песков" {
			// A byte within a letter sets off the letter that begins after it or not at all.
			if !strings.Contains(words(got), "Песков") {
				t.Errorf("matched(%q, %v) = %q: words lost", tt.words, tt.match, got)
			}
			continue
		}
		if got != tt.want {
			t.Errorf("matched(%q, %v) = %q, want %q", tt.words, tt.match, got, tt.want)
		}
	}
}

// The start screen of a large collection lists only some of its articles.
func TestMarkAnArticleThatWasOnlyFound(t *testing.T) {
	found, err := json.Marshal(engine.Search{All: []engine.SearchArticle{{Article: engine.ArticleRef{ID: "x1", Outlet: "Wire", Date: "1 October 2020"}}}})
	if err != nil {
		t.Fatal(err)
	}
	r := newReader(nil, "/", new(engine.Home))
	s := route.State{Screen: route.Search}
	request, _ := question(s)
	r.show(s, request, worker.Reply{Kind: worker.Search, Found: true, Body: found})
	r.mark("x1")
	if bar := words(app.HTMLString(app.Div().Body(view{r, s}.markedBar()))); !strings.Contains(bar, "1October2020") {
		t.Errorf("the bar says %q", bar)
	}
}

// A marked article is marked where it is listed, until it is compared.
func TestMarkLastsUntilCompared(t *testing.T) {
	e := open(t, "A truce began on 10 October 2020.", "A truce began on 10 October 2020 in the hills.")
	home := e.Home()
	r := newReader(nil, "/", &home)
	list := func() string {
		return words(app.HTMLString(app.Div().Body(view{r, route.State{}}.articleList(home.Articles))))
	}
	r.mark("a0")
	if got := strings.Count(list(), "marked"); got != 1 {
		t.Errorf("%d articles are marked in the list, want 1", got)
	}
	s := route.State{Screen: route.Compare, A: "a0", B: "a1"}
	request, _ := question(s)
	r.show(s, request, worker.Answer(e, request))
	if strings.Contains(list(), "marked") || r.marked != "" {
		t.Error("the mark outlasts the comparison")
	}
}

// Words that begin with a quotation mark need no other.
func TestQuoted(t *testing.T) {
	for words, want := range map[string]string{"truce": "“truce”", `"Nobody is missing …`: `"Nobody is missing …`, "“Nobody”, he said": "“Nobody”, he said", "": "“”"} {
		if got := quoted(words); got != want {
			t.Errorf("quoted(%q) = %q, want %q", words, got, want)
		}
	}
}

// The Worker has no page to draw in.
func TestRehearsalNeedsNoPage(t *testing.T) {
	e := open(t, "A truce began on 10 October 2020.", "A truce began on 10 October 2020 in the hills.")
	home, err := json.Marshal(e.Home())
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name    string
		content []byte
		want    string
	}{
		{"whole", home, "compare article timeline search"},
		{"half", home[:len(home)/2], ""},
		{"none", nil, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var asked []string
			rest := Rehearse(tt.content)
			for more := tt.want != ""; more; {
				more = rest.Next(func(req worker.Request) worker.Reply {
					asked = append(asked, string(req.Kind))
					return worker.Answer(e, req)
				})
			}
			if got := strings.Join(asked, " "); got != tt.want {
				t.Errorf("asked %q, want %q", got, tt.want)
			}
			if rest.Next(nil) {
				t.Error("more after all")
			}
		})
	}
	if building.apart {
		t.Error("the Worker would rest for a browser that draws nothing")
	}
}

// What is not read yet is not said to be missing.
func TestDraftSaysWhatIsToCome(t *testing.T) {
	e := open(t, "A truce began on 10 October 2020.\n\n\"It holds,\" Anna Weber said.", "A truce began on 10 October 2020 in the hills.")
	article, _ := e.DraftArticle("a0", "")
	pair, _ := e.DraftCompare("a0", "a1")
	for _, tt := range []struct {
		name  string
		s     route.State
		draft any
		words string
	}{
		{"article", route.State{Screen: route.Article, Article: "a0"}, article, "A truce began on"},
		{"wording", route.State{Screen: route.Compare, A: "a0", B: "a1"}, pair, "in the hills"},
		{"events", route.State{Screen: route.Compare, A: "a0", B: "a1", Layer: "events"}, pair, ""},
		{"statements", route.State{Screen: route.Compare, A: "a0", B: "a1", Layer: "quotes"}, pair, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			body, err := json.Marshal(tt.draft)
			if err != nil {
				t.Fatal(err)
			}
			r := newReader(nil, "/", new(engine.Home))
			r.wanted, r.page = tt.s, readPage(tt.s, worker.Reply{Found: true, Draft: true, Body: body}, r.home)
			got := words(app.HTMLString(app.Div().Body(r.page.draw(view{r, tt.s})...)))
			for _, want := range [...]string{tt.words, "Looking for", "in the whole collection"} {
				if !strings.Contains(got, squeezed(want)) {
					t.Errorf("no %q in %s", want, got)
				}
			}
			if strings.Contains(got, "Wefoundno") {
				t.Errorf("says that nothing was found: %s", got)
			}
			if strings.Contains(words(drawn(t, e, tt.s, true)), squeezed("in the whole collection")) {
				t.Error("the whole answer says that more is to come")
			}
		})
	}
}

// The ways to the other parts of a long list say what stands there.
func TestPartsOfTheListAreNamed(t *testing.T) {
	for _, tt := range []struct {
		first, of int
		want      string
	}{
		{0, 66, "Entries1to40of66Entries41to66"},
		{40, 66, "Entries1to40Entries41to66of66"},
		{0, 40, ""},
	} {
		got := words(app.HTMLString(app.Div().Body(view{new(reader), route.State{}}.windowNav(&engine.Timeline{First: tt.first, Of: tt.of}))))
		if got != tt.want {
			t.Errorf("from %d of %d: %q, want %q", tt.first, tt.of, got, tt.want)
		}
	}
}

// A printed sheet says who wrote an article and where it stands, if that is known.
func TestSourcesOnPaper(t *testing.T) {
	d, err := dossier.New(dossier.Pack{Articles: []dossier.Meta{{ID: "a", Author: "Jana Kolb", URL: "https://example.org/strike", Text: "Some miners walked out of the pit."}, {ID: "b", Text: "Some miners walked out of the pit."}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []route.State{{Screen: route.Article, Article: "a"}, {Screen: route.Compare, A: "a", B: "b"}} {
		if got := words(drawn(t, engine.New(d), s, true)); !strings.Contains(got, "byJanaKolb,https://example.org/strike") {
			t.Errorf("%+v: the source is not given: %s", s, got)
		}
	}
}

// The paragraph that is shown keeps its place among the others.
func TestPassagesStay(t *testing.T) {
	pack, err := data.Pack()
	if err != nil {
		t.Fatal(err)
	}
	d, err := dossier.New(pack)
	if err != nil {
		t.Fatal(err)
	}
	e := engine.New(d)
	view, _ := e.Passage("")
	if len(view.Others) < 2 {
		t.Fatal("a single paragraph in several articles")
	}
	order := func(topic string) string {
		markup := drawn(t, e, route.State{Screen: route.Passage, Topic: topic}, true)
		_, chips, _ := strings.Cut(markup, "Paragraphs found in several articles")
		_, chips, _ = strings.Cut(chips, ">")
		chips, _, _ = strings.Cut(chips, "</nav>")
		return words(chips)
	}
	if first, last := order(view.Others[0].ID), order(view.Others[len(view.Others)-1].ID); first != last {
		t.Errorf("got %s, then %s", first, last)
	}
}

// Many people are folded away where they would stand before what they said.
func TestPeopleFold(t *testing.T) {
	var said strings.Builder
	for _, name := range [...]string{"Anna Weber", "Ivo Kern", "Mira Holm", "Jan Pohl", "Rita Sand", "Otto Falk", "Lena Vogt"} {
		fmt.Fprintf(&said, "\n\n\"The bridge of %s will carry trains again,\" %s said.", strings.Fields(name)[1], name)
	}
	for _, tt := range []struct {
		name string
		e    *engine.Engine
		fold bool
	}{
		{"few", open(t, "The bridge\n\n\"The bridge will carry trains again,\" Anna Weber said."), false},
		{"many", open(t, "The bridge"+said.String()), true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			markup := drawn(t, tt.e, route.State{Screen: route.Quotes}, false)
			if got := strings.Contains(words(markup), "Chooseoneof7speakers"); got != tt.fold {
				t.Errorf("folded: %v, want %v", got, tt.fold)
			}
		})
	}
}
