package engine

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"parallax/internal/dossier"
	"parallax/internal/golden"
)

// shownRuns writes runs with what is set off in brackets: [-only A-] [+only B+].
func shownRuns(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		switch r.Change {
		case OnlyA:
			b.WriteString("[-" + r.Text + "-]")
		case OnlyB:
			b.WriteString("[+" + r.Text + "+]")
		default:
			b.WriteString(r.Text)
		}
	}
	return b.String()
}

func TestHome(t *testing.T) {
	h := karabakh(t).Home()
	var b strings.Builder
	fmt.Fprintf(&b, "%s, %d articles, %s to %s\n%s\n", h.Title, h.Count, h.From, h.To, h.Limits)
	for _, o := range h.Outlets {
		fmt.Fprintf(&b, "%d %s (%s)\n", o.Count, o.Name, o.Kind)
	}
	fmt.Fprintf(&b, "\n%s\n", h.PairsNote)
	for _, p := range h.Pairs {
		fmt.Fprintf(&b, "%s ↔ %s\n  %s\n", p.A.Cited(), p.B.Cited(), p.Verdict)
	}
	b.WriteString("\n")
	for _, p := range h.Passages {
		fmt.Fprintf(&b, "“%s …”\n  %s\n", p.Opening, p.Verdict)
	}
	fmt.Fprintf(&b, "\n%s\n", strings.Join(h.Columns, " | "))
	for _, r := range h.Table {
		for n, sign := range r.Cells {
			if n > 0 {
				b.WriteString(" | ")
			}
			b.WriteString(string(sign))
		}
		b.WriteString("\n")
	}
	fmt.Fprintf(&b, "\n%s\n", h.QuoteNote)
	for _, s := range h.Speakers {
		fmt.Fprintf(&b, "%s %d\n", s.Name, s.Count)
	}
	golden.Check(t, "home.txt", b.String())
}

func TestPassages(t *testing.T) {
	e := karabakh(t)
	first, ok := e.Passage("")
	if !ok {
		t.Fatal("no passage")
	}
	var b strings.Builder
	for _, card := range first.Others {
		v, ok := e.Passage(card.ID)
		if !ok {
			t.Fatalf("passage %s: listed but not there", card.ID)
		}
		fmt.Fprintf(&b, "“%s …”\n%s\n", v.Opening, v.Summary)
		for _, telling := range v.Tellings {
			if got, want := len(telling.Lines), len(v.Tellings[0].Lines); got != want {
				t.Errorf("%s: %d lines beside %d", telling.Article.Cited(), got, want)
			}
			fmt.Fprintf(&b, "\n%s: %s\n", telling.Article.Cited(), telling.Note)
			for _, l := range telling.Lines {
				words := strings.TrimSpace(strings.Join([]string{string(l.State), l.Word, l.Than}, " "))
				switch l.State {
				case LineFirst, LineNew, LineChanged:
					words += ": " + shownRuns(l.Runs)
				}
				fmt.Fprintf(&b, "- %s\n", words)
				for _, gone := range l.Gone {
					fmt.Fprintf(&b, "  no longer: %s\n", gone)
				}
			}
		}
		b.WriteString("\n")
	}
	golden.Check(t, "passages.txt", b.String())
	if _, ok := e.Passage("no such passage"); ok {
		t.Error("an unknown id finds a passage")
	}
}

// A headline cannot turn round what stands behind it; its letters stay as they are
// in the text.
func TestHeadlinesThatTurnLetters(t *testing.T) {
	d, err := dossier.New(dossier.Pack{Articles: []dossier.Meta{{ID: "a", Title: "Trial \u202eof an engineer", Text: "The trial began on Monday."}}})
	if err != nil {
		t.Fatal(err)
	}
	if got := New(d).Home().Articles[0].Title; got != "Trial of an engineer" {
		t.Errorf("got %q", got)
	}
}

// What changed is told by its fact, and a telling in the words of the changed one
// before it did not change.
func TestPassageVerdict(t *testing.T) {
	const (
		one = "The Aurora Star was built in 1994 and can carry up to 600 passengers across the strait."
		was = "Its owner, Baltline, runs nine ferries between the islands and the coast."
		is  = "Its owner, Baltline, runs eight ferries between the islands and the coast."
	)
	var p dossier.Pack
	for n, last := range []string{was, is, is} {
		p.Articles = append(p.Articles, dossier.Meta{
			ID: fmt.Sprint(n), Published: fmt.Sprintf("2024-03-%02d", 10+n), Text: fmt.Sprintf("Ferry aground, day %d\n\n%s %s", n, one, last),
		})
	}
	d, err := dossier.New(p)
	if err != nil {
		t.Fatal(err)
	}
	view, _ := New(d).Passage("")
	if want := "1 sentence in the same words, 1 with another number"; view.Tellings[1].Note != want {
		t.Errorf("got %q, want %q", view.Tellings[1].Note, want)
	}
	cards := New(d).Home().Passages
	if len(cards) != 1 || cards[0].Verdict != "First found 10 Mar 2024; changed 11 Mar 2024, same words 12 Mar 2024" {
		t.Errorf("got %+v", cards)
	}
}

// A sentence that an article has in another paragraph than the rest is not called
// missing there.
func TestPassageOutside(t *testing.T) {
	const (
		one   = "The Aurora Star was built in 1994 and can carry up to 600 passengers across the strait."
		two   = "In August 2019 the same ship lost power for six hours off the harbour of Halsund."
		three = "Its owner, Baltline, runs nine ferries between the islands and the coast."
	)
	d, err := dossier.New(dossier.Pack{Articles: []dossier.Meta{
		{ID: "a", Published: "2024-03-12", Text: "Ferry aground\n\n" + one + " " + three},
		{ID: "b", Published: "2024-03-14", Text: "Captain held\n\n" + one + " " + two + " " + three},
		{ID: "c", Published: "2024-03-19", Text: "A week on\n\n" + one + " " + three + "\n\nThe captain denies it.\n\nHe is free on bail.\n\n" + two},
	}})
	if err != nil {
		t.Fatal(err)
	}
	p, ok := New(d).Passage("")
	if !ok || len(p.Tellings) != 3 {
		t.Fatalf("passage %+v", p)
	}
	var got []string
	for _, line := range p.Tellings[2].Lines {
		got = append(got, fmt.Sprint(line.State, line.At))
	}
	if want := []string{"same0", "outside5", "same0"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestHeadlines(t *testing.T) {
	e := karabakh(t)
	var b strings.Builder
	for _, i := range e.order {
		fmt.Fprintf(&b, "%s\n", e.refs[i].Cited())
		a, _ := e.Article(e.refs[i].ID, "")
		for _, c := range a.Headline {
			what := "text"
			if c.Quoted {
				what = "quotation"
			}
			fmt.Fprintf(&b, "- %s: %s\n  %s, paragraph %d: %s\n", c.Head, shownRuns(c.HeadRuns), what, c.Nth, shownRuns(c.BodyRuns))
		}
	}
	golden.Check(t, "headlines.txt", b.String())
}

// TestCompareWords holds what a comparison of any two articles says, and that
// its rows cover both texts.
func TestCompareWords(t *testing.T) {
	e := karabakh(t)
	var b strings.Builder
	for x, i := range e.order {
		for _, j := range e.order[x+1:] {
			c, ok := e.Compare(e.refs[i].ID, e.refs[j].ID)
			if !ok {
				t.Fatalf("%s beside %s: not found", e.refs[i].Cited(), e.refs[j].Cited())
			}
			fmt.Fprintf(&b, "%s beside %s\n  %s\n", c.A.Cited(), c.B.Cited(), strings.Join(c.Summary, " "))
			for _, s := range c.Sections {
				for _, r := range s.Rows {
					if r.Relation != "" && r.Relation != "identical" {
						fmt.Fprintf(&b, "  %s %s: %s\n", r.Label, r.Moved, shownRuns(r.Both))
					}
					for _, n := range r.Nearest {
						fmt.Fprintf(&b, "  nearest to %s%d “%s”: %d %s %q\n", n.Of, n.Own, n.To, n.Paragraph, n.Words, n.Clashes)
					}
				}
			}
			covers(t, e, i, sideWords(c, func(r Row) []RowText { return r.A }))
			covers(t, e, j, sideWords(c, func(r Row) []RowText { return r.B }))
		}
	}
	golden.Check(t, "compare.txt", b.String())
}

// A sentence that differs in a number alone is not joined, but shown as the
// nearest, with the numbers: under each of the two in one row.
func TestNearest(t *testing.T) {
	const head = "Gate of the dam fails\n\nThe gate of the dam failed on Tuesday after a week of heavy rain, the police of the district said. "
	d, err := dossier.New(dossier.Pack{Articles: []dossier.Meta{
		{ID: "a", Published: "2026-04-14", Text: head + "The water level in the reservoir had stood 40 centimetres above the permitted mark since Sunday."},
		{ID: "b", Published: "2026-04-15", Text: "Two bridges are gone\n\nStatvann, which runs the dam, said the water in the reservoir had been 14 centimetres above the permitted level."},
	}})
	if err != nil {
		t.Fatal(err)
	}
	c, _ := New(d).Compare("a", "b")
	var got []string
	for _, s := range c.Sections {
		for _, r := range s.Rows {
			for _, n := range r.Nearest {
				got = append(got, fmt.Sprintf("%s%d %s | %d | %s | %s", n.Of, n.Own, n.To, n.Paragraph, n.Words, strings.Join(n.Clashes, "; ")))
			}
		}
	}
	want := []string{
		"a2 The water level in the reservoir had … | 2 | Statvann, which runs the dam, said the water in the reservoir had been 14 centimetres above the permitted level. | number: “40” in A, “14” in B",
		"b2  | 2 | The water level in the reservoir had stood 40 centimetres above the permitted mark since Sunday. | number: “40” in A, “14” in B",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// What stands in both sentences, though in another place, is not marked as the one
// side's own, nor are quotation marks of another sort.
func TestOwnWords(t *testing.T) {
	for _, tt := range []struct{ name, a, b, wantA, wantB string }{
		{
			"a date that moved",
			"In August 2019 the same ship lost power for six hours in the Halsund strait.",
			"The same ship lost power for six hours in August 2019 off Halsund.",
			"[-In-] August 2019 the same ship lost power for six hours in [-the-] Halsund [-strait-].",
			"The same ship lost power for six hours in August 2019 [+off+] Halsund.",
		},
		{
			"a capital after a cut",
			"“We will not go back until the contract is on the table.”",
			"“They have not heard us, and we will not go back until the contract is on the table.”",
			"“We will not go back until the contract is on the table.”",
			"“[+They have not heard us, and+] we will not go back until the contract is on the table.”",
		},
		{
			"quotation marks",
			"“We do hope for rain in the western valleys,” the farmer said on Monday.",
			"\"They do hope for rain in the western valleys,\" the farmer said on Monday.",
			"“[-We-] do hope for rain in the western valleys,[-”-] the farmer said on Monday.",
			"\"[+They+] do hope for rain in the western valleys,[+\"+] the farmer said on Monday.",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := pairOf(t, dossier.Meta{Text: "First\n\n" + tt.a}, dossier.Meta{Text: "Second\n\n" + tt.b})
			var a, b string
			for _, s := range c.Sections {
				for _, r := range s.Rows {
					if len(r.A) > 0 && len(r.B) > 0 && r.Relation != "" {
						a, b = shownRuns(r.A[0].Runs), shownRuns(r.B[0].Runs)
					}
				}
			}
			if a != tt.wantA || b != tt.wantB {
				t.Errorf("got\n%s\n%s\nwant\n%s\n%s", a, b, tt.wantA, tt.wantB)
			}
		})
	}
}

// The margin of an article says of a paragraph what the comparison says of its
// sentences: what is reworded is no small change.
func TestAlsoWords(t *testing.T) {
	e := karabakh(t)
	a, ok := e.Article("000", "")
	if !ok {
		t.Fatal("no article")
	}
	var got []string
	for _, p := range a.Paragraphs {
		for _, also := range p.Also {
			got = append(got, also.Words)
		}
	}
	if want := "2 of 3 sentences, reworded"; !slices.Contains(got, want) {
		t.Errorf("got %q, none says %q", got, want)
	}
}

// Of a sentence told in two, the one that is joined to neither has a row of its
// own that says where it stands.
func TestPartOfASentence(t *testing.T) {
	d, err := dossier.New(dossier.Pack{Articles: []dossier.Meta{
		{ID: "a", Published: "2026-04-14", Text: "Painting found in attic\n\nThe painting was found in an attic in Lindheim on Sunday by a carpenter who was repairing the roof, and he was given a reward of 500 euros.\n\nIt will be sold in May."},
		{ID: "b", Published: "2026-04-14", Text: "An attic and its treasure\n\nThe painting was found in an attic in Lindheim on Sunday by a carpenter who was repairing the roof. He was given a reward of 500 euros. The weather was fine."},
	}})
	if err != nil {
		t.Fatal(err)
	}
	c, _ := New(d).Compare("a", "b")
	var got []string
	for _, s := range c.Sections {
		for _, r := range s.Rows {
			if len(r.Nearest) > 0 {
				got = append(got, fmt.Sprintf("%s %s %d %s", plain(r.B[0].Runs), r.Nearest[0].How, r.Nearest[0].Paragraph, r.Relation))
			}
		}
	}
	if want := []string{"He was given a reward of 500 euros. part 2 "}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A sentence told twice has one row with its partner, and one that says so. Told
// with another number it is only the nearest.
func TestToldTwice(t *testing.T) {
	const told = "The painting was found in an attic in Lindheim on Sunday by a carpenter who was repairing the roof of 500 square metres."
	d, err := dossier.New(dossier.Pack{Articles: []dossier.Meta{
		{ID: "a", Published: "2026-04-14", Text: "Painting found in attic\n\n" + told},
		{ID: "b", Published: "2026-04-14", Text: "An attic and its treasure\n\n" + strings.Replace(told, "Sunday", "Sunday,", 1) + " The weather was fine that day.\n\n" + strings.Replace(told, "500", "700", 1) + "\n\n" + strings.Replace(told, "Lindheim", "Lindheim,", 1)},
	}})
	if err != nil {
		t.Fatal(err)
	}
	c, _ := New(d).Compare("a", "b")
	var got []string
	for _, s := range c.Sections {
		for _, r := range s.Rows {
			for _, n := range r.Nearest {
				got = append(got, fmt.Sprintf("%s %d %q", n.How, r.B[len(r.B)-1].Paragraph, n.Clashes))
			}
		}
	}
	if want := []string{` 3 ["number: “500” in A, “700” in B"]`, `twice 4 []`}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// sideWords joins the words of one side of all rows.
func sideWords(c Compare, side func(Row) []RowText) string {
	var b strings.Builder
	for _, s := range c.Sections {
		for _, r := range s.Rows {
			for _, text := range side(r) {
				b.WriteString(plain(text.Runs) + " ")
			}
		}
	}
	return b.String()
}

// covers checks that every sentence of article i but its page text stands in
// words, and as often as in the article.
func covers(t *testing.T, e *Engine, i int, words string) {
	t.Helper()
	a := &e.d.Articles[i]
	for _, s := range a.Sentences {
		sentence := s.Span.Of(a.Text)
		shown := strings.Count(words, sentence)
		if s.Kind != dossier.Furniture && shown < 1 {
			t.Errorf("%s: a sentence is not shown: %q", e.refs[i].Cited(), sentence)
		}
	}
}

// The marks of Markdown around headings are not shown.
func TestArticleInMarkdown(t *testing.T) {
	const prose = "The harbour was closed for nine days after the storm, the port authority said in a statement."
	d, err := dossier.New(dossier.Pack{Articles: []dossier.Meta{{ID: "x", Text: "# Storm\n\n*What the port knew*\n\n" + prose + "\n\n**More ships**\n\n" + prose}}})
	if err != nil {
		t.Fatal(err)
	}
	a, _ := New(d).Article("x", "")
	var got strings.Builder
	for _, p := range a.Paragraphs {
		fmt.Fprintf(&got, "%s: ", p.Kind)
		for _, r := range p.Runs {
			got.WriteString(r.Text)
		}
		got.WriteByte('\n')
	}
	if want := "title: Storm\nsubtitle: What the port knew\nbody: " + prose + "\nheading: More ships\nbody: " + prose + "\n"; got.String() != want || a.Hidden != 0 {
		t.Errorf("%d paragraphs hidden; got\n%s\nwant\n%s", a.Hidden, got.String(), want)
	}
}

func TestPlural(t *testing.T) {
	for _, tt := range []struct {
		n    int
		noun string
		want string
	}{
		{1, "day", "1 day"}, {2, "day", "2 days"}, {3, "story", "3 stories"}, {0, "article", "0 articles"},
	} {
		if got := Count(tt.n, tt.noun); got != tt.want {
			t.Errorf("Count(%d, %q) = %q, want %q", tt.n, tt.noun, got, tt.want)
		}
	}
}

// plain joins the text of runs.
func plain(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.Text)
	}
	return b.String()
}
