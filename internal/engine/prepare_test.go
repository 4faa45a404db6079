package engine

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"parallax/data"
	"parallax/internal/dossier"
)

// told is all that an engine answers about its first two articles.
func told(t *testing.T, e *Engine) string {
	t.Helper()
	a, _ := e.Article(e.refs[0].ID, "ceasefire")
	c, _ := e.Compare(e.refs[0].ID, e.refs[1].ID)
	b, err := json.Marshal([]any{a, c, e.Home(), e.Pairs(Query{}), e.Quotes(Query{}), e.Timeline(Query{}, "")})
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestPreparingChangesNoAnswer(t *testing.T) {
	want := told(t, karabakh(t))
	for steps, more := 0, true; more; steps++ {
		e := karabakh(t)
		for range steps {
			more = e.Prepare()
		}
		if got := told(t, e); got != want {
			t.Errorf("after %d steps the answers differ", steps)
		}
	}
}

// A paragraph that many articles carry, each worded a little differently, is
// followed in parts that are bounded however many they are, and in as many
// each time.
func TestPreparingInParts(t *testing.T) {
	const articles = 100
	places := []string{"northern", "southern", "eastern", "western", "central"}
	var p dossier.Pack
	for i := range articles {
		p.Articles = append(p.Articles, dossier.Meta{
			ID: fmt.Sprintf("a%03d", i), Published: fmt.Sprintf("2021-%02d-%02d", 1+i/28, 1+i%28),
			Text: fmt.Sprintf("Fighting broke out along the line of contact in the %s hills on Sunday morning, the ministry said. "+
				"Observers counted %d shells near the village and two bridges were closed.", places[i%5], 10+i),
		})
	}
	read := func() (steps int) {
		d, err := dossier.New(p)
		if err != nil {
			t.Fatal(err)
		}
		e := New(d)
		cards, before := 0, 0
		for ; e.Prepare(); steps++ {
			compared := 0
			if e.passages.rows != nil {
				compared = e.passages.rows.count
			}
			if most := cardStep + articles; compared-before > most {
				t.Errorf("step %d compares %d pairs of tellings, want at most %d", steps, compared-before, most)
			}
			if before = compared; compared > 0 {
				cards++
			}
		}
		if len(e.passages.list) == 0 || cards < 2 {
			t.Errorf("%d passages, read in %d parts", len(e.passages.list), cards)
		}
		return steps
	}
	if first, again := read(), read(); first != again {
		t.Errorf("%d steps, then %d", first, again)
	}
}

func TestPreparingEnds(t *testing.T) {
	for _, tt := range []struct {
		name     string
		articles int
	}{{"none", 0}, {"one", 1}, {"a few", 40}, {"a large collection", manyArticles + 1}} {
		t.Run(tt.name, func(t *testing.T) {
			var p dossier.Pack
			for i := range tt.articles {
				p.Articles = append(p.Articles, dossier.Meta{ID: fmt.Sprint(i), Text: fmt.Sprintf("Nothing happened in street %d.", i)})
			}
			d, err := dossier.New(p)
			if err != nil {
				t.Fatal(err)
			}
			e := New(d)
			steps := 0
			for ; e.Prepare(); steps++ {
				if steps > 500+tt.articles {
					t.Fatal("reads on and on")
				}
			}
			if e.SlowArticle() || e.SlowCompare() {
				t.Errorf("slow after %d steps", steps)
			}
		})
	}
}

// several is a collection of n articles, each made of paragraphs of two of the
// five and dated a day later than the one before.
func several(t testing.TB, n int) *dossier.Dossier {
	t.Helper()
	pack, err := data.Pack()
	if err != nil {
		t.Fatal(err)
	}
	p := dossier.Pack{Outlets: pack.Outlets}
	for i := range n {
		m := pack.Articles[i%len(pack.Articles)]
		own, other := strings.Split(m.Text, "\n"), strings.Split(pack.Articles[(i+1)%len(pack.Articles)].Text, "\n")
		m.ID, m.Published = fmt.Sprintf("a%03d", i), fmt.Sprintf("2021-%02d-%02d", 1+i/28%12, 1+i%28)
		m.Text = strings.Join(append(own[:len(own)/2:len(own)/2], other[len(other)/2:]...), "\n")
		p.Articles = append(p.Articles, m)
	}
	d, err := dossier.New(p)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// A pair is drafted before anything else is read, from its two articles alone.
func TestDraftReadsTwoArticles(t *testing.T) {
	e := New(several(t, 60))
	first, other := e.refs[3], e.refs[47]
	draft, ok := e.DraftCompare(first.ID, other.ID)
	if !ok || draft.A != first || draft.B != other {
		t.Fatalf("drafted %v and %v, want %v and %v", draft.A, draft.B, first, other)
	}
	if len(draft.Picture.Joins) == 0 {
		t.Error("the paragraphs that both have are not joined")
	}
	if e.people.index != nil || e.people.collector != nil || e.compared.comparer != nil || e.compared.reader != nil {
		t.Error("the draft read the other articles")
	}
}

// The wording of two of 300 articles, which is shown before the others are
// read.
func BenchmarkDraftCompareOf300(b *testing.B) {
	d := several(b, 300)
	for b.Loop() {
		e := New(d)
		e.DraftCompare(e.refs[3].ID, e.refs[247].ID)
	}
}

// A draft shows the same words as the whole answer, but for what others tell.
func TestDrafts(t *testing.T) {
	words := func(a Article) string {
		var b strings.Builder
		for _, p := range a.Paragraphs {
			fmt.Fprintf(&b, "%d %s ", p.N, p.Kind)
			for _, r := range p.Runs {
				b.WriteString(r.Text)
			}
		}
		return b.String()
	}
	drafting, answering := karabakh(t), karabakh(t)
	for i := range drafting.refs {
		id := drafting.refs[i].ID
		draft, _ := drafting.DraftArticle(id, "minsk")
		whole, _ := answering.Article(id, "minsk")
		if got, want := words(draft), words(whole); got != want || got == "" {
			t.Errorf("%s: draft\n%s\nanswer\n%s", id, got, want)
		}
		if draft.Hits != whole.Hits {
			t.Errorf("%s: %d hits in the draft, %d in the answer", id, draft.Hits, whole.Hits)
		}
		for j := range drafting.refs {
			draft, _ := drafting.DraftCompare(id, drafting.refs[j].ID)
			whole, _ := answering.Compare(id, drafting.refs[j].ID)
			got, _ := json.Marshal(draft.Sections)
			want, _ := json.Marshal(whole.Sections)
			if string(got) != string(want) || draft.Steps != whole.Steps {
				t.Errorf("%s beside %s: the draft's wording differs from the answer's", id, drafting.refs[j].ID)
			}
		}
	}
	if drafting.happened.timeline != nil || drafting.offered.pairs != nil {
		t.Error("drafts read what they do not show")
	}
	if _, ok := drafting.DraftArticle("nobody", ""); ok {
		t.Error("a draft of an article that does not exist")
	}
	if _, ok := drafting.DraftCompare(drafting.refs[0].ID, "nobody"); ok {
		t.Error("a draft beside an article that does not exist")
	}
}
