package engine

import (
	"slices"
	"strings"
	"testing"

	"parallax/internal/compare"
	"parallax/internal/dossier"
	"parallax/internal/text"
)

// What a card says of the news of a pair, the page of the pair says too.
func TestCardAndPageAgree(t *testing.T) {
	for name, e := range map[string]*Engine{"five articles": karabakh(t), "one event": oneEvent(t)} {
		for _, c := range e.candidates() {
			card := e.card(c)
			reply, _ := e.Compare(card.A.ID, card.B.ID)
			turned, _ := e.Compare(card.B.ID, card.A.ID)
			for _, page := range []Compare{reply, turned} {
				parts := slices.ContainsFunc(page.Sections, func(s Section) bool { return s.Heading == "Background" })
				if got := strings.Contains(card.Verdict, "ame background"); got != parts && c.kinds.all > 0 && !c.kinds.onlyReworded() {
					t.Errorf("%s: the card says %q, the page has a background: %v", name, card.Verdict, parts)
				}
				same := strings.Contains(strings.ToLower(strings.Join(page.Summary, " ")), "the same story")
				if got := strings.HasPrefix(card.Verdict, "The same story"); got != same {
					t.Errorf("%s: the card says %q, the page %q", name, card.Verdict, page.Summary)
				}
			}
		}
	}
}

// What a telling no longer has is shown without the marks around it.
func TestGoneWordsBare(t *testing.T) {
	const was, is = "“We will not go back down,” the leader told 600 people.", "“We will not go back.”"
	d, err := dossier.New(dossier.Pack{Articles: []dossier.Meta{{ID: "a", Text: was}, {ID: "b", Text: is}}})
	if err != nil {
		t.Fatal(err)
	}
	at := func(words string) text.Span {
		from := strings.Index(was, words)
		return text.Span{Start: int32(from), End: int32(from + len(words))}
	}
	ops := []compare.Op{{Kind: compare.Delete, A: at(" down")}, {Kind: compare.Delete, A: at(",” the leader told 600 people.")}}
	if got, want := New(d).goneWords(0, ops), []string{"down", "the leader told 600 people."}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Paragraphs are counted as one counts them on the page.
func TestParagraphsAreCountedOnThePage(t *testing.T) {
	e := karabakh(t)
	for _, i := range e.order {
		a, _ := e.Article(e.refs[i].ID, "")
		nth := 0
		for _, p := range a.Paragraphs {
			if p.Kind == dossier.Body.String() {
				nth++
			}
			for _, c := range a.Headline {
				if c.Paragraph == p.N && c.Nth != nth {
					t.Errorf("%s: %q is said to stand in paragraph %d, want %d", e.refs[i].Cited(), shownRuns(c.BodyRuns), c.Nth, nth)
				}
			}
		}
	}
}

// Sentences that differ in more than a fact have not the same wording.
func TestWordingOfAClash(t *testing.T) {
	for _, tt := range []struct{ a, b, want string }{
		{"The strike at the mine cost the company 12 million euros a year.", "The strike at the mine cost the company 21 million euros a year.", "same wording, different number"},
		{"The strike at the mine cost the company 12 million euros a year.", "The strike at the mine cost the company 21 million euros a year, its owner said.", "reworded, different number"},
	} {
		c := pairOf(t, dossier.Meta{Text: tt.a}, dossier.Meta{Text: tt.b})
		var got []string
		for _, s := range c.Sections {
			for _, r := range s.Rows {
				if r.Label != "" {
					got = append(got, r.Label)
				}
			}
		}
		if !slices.Contains(got, tt.want) {
			t.Errorf("%q beside %q: %q, want %q", tt.a, tt.b, got, tt.want)
		}
	}
}
