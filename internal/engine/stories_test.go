package engine

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"parallax/internal/compare"
	"parallax/internal/dossier"
)

// oneEvent is what an agency sent out twice on a day, and a paper that printed
// half of it behind a lead of its own.
func oneEvent(t *testing.T) *Engine {
	t.Helper()
	const shared = "The minister, Eleni Karavas, travelled to the harbour of Agia Marina on Thursday evening. " +
		"\"Our first priority is to find those who are missing,\" Karavas told reporters. " +
		"\"We told them that the doors did not close,\" said Giorgos Petrou, head of the union."
	d, err := dossier.New(dossier.Pack{Outlets: []dossier.Outlet{{ID: "hna", Name: "HNA"}, {ID: "courier", Name: "Courier"}}, Articles: []dossier.Meta{
		{ID: "flash", Outlet: "hna", Published: "2026-03-12", Title: "Ferry sinks off Lemnaki", Text: "At least 11 people died when the ferry Kalliste sank off Lemnaki on Thursday, the coastguard said. " + shared},
		{ID: "update", Outlet: "hna", Published: "2026-03-12", Title: "Toll rises off Lemnaki", Text: "At least 16 people died when the ferry Kalliste sank off Lemnaki on Thursday, the coastguard said. " + shared +
			" \"The floor was a wall,\" said Maria Petrou, a nurse."},
		{ID: "paper", Outlet: "courier", Published: "2026-03-12", Title: "The floor was a wall", Text: "Survivors told the Courier on the quay how they swam for an hour in the dark. " +
			"Divers are expected here tomorrow. \"The floor was a wall,\" said Maria Petrou, a nurse. " + shared},
	}})
	if err != nil {
		t.Fatal(err)
	}
	return New(d)
}

func TestOneEvent(t *testing.T) {
	e := oneEvent(t)
	h := e.Home()
	if h.PairsNote != "" {
		t.Errorf("three reports of one day, and the note %q", h.PairsNote)
	}
	for _, c := range h.Pairs {
		if strings.Contains(c.Verdict, "ackground") {
			t.Errorf("%s and %s: %q, but it is the news", c.A.Cited(), c.B.Cited(), c.Verdict)
		}
	}
	var cited []string
	for _, a := range h.Articles {
		cited = append(cited, a.Cited())
	}
	slices.Sort(cited)
	if len(slices.Compact(cited)) != 3 {
		t.Errorf("articles are called alike: %q", cited)
	}
	if h.From != "12 Mar 2026" || h.To != "12 Mar 2026" {
		t.Errorf("from %q to %q", h.From, h.To)
	}
	c, _ := e.Compare("update", "paper")
	words := strings.Join(c.Summary, " ")
	for _, want := range []string{"Both quote Karavas, Giorgos Petrou and Maria Petrou: 1 quotation of each in both."} {
		if !strings.Contains(words, want) {
			t.Errorf("%q does not say %q", words, want)
		}
	}
	for _, s := range h.Speakers {
		if strings.HasSuffix(s.Name, "Petrou") && s.Short != s.Name[:1]+". Petrou" {
			t.Errorf("%s is called %q", s.Name, s.Short)
		}
	}
}

func TestSurname(t *testing.T) {
	for name, want := range map[string]string{
		"Dmitry Peskov": "Peskov", "Peskov": "Peskov", "Willem van der Hoek": "van der Hoek", "a judge": "judge", "": "",
	} {
		if got := surname(name); got != want {
			t.Errorf("surname of %q: got %q, want %q", name, got, want)
		}
	}
}

// What changed from one version to the next is said number by number.
func TestNumbersInTurn(t *testing.T) {
	c, _ := oneEvent(t).Compare("flash", "update")
	var got []string
	for _, s := range c.Sections {
		for _, r := range s.Rows {
			got = append(got, r.Clashes...)
		}
	}
	if want := []string{"number: “11” in A, “16” in B"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	four := []compare.Clash{{Kind: compare.ClashNumber, A: "11", B: "16"}, {Kind: compare.ClashNumber, A: "11", B: "21"}, {Kind: compare.ClashNumber, A: "27", B: "16"}, {Kind: compare.ClashNumber, A: "27", B: "21"}, {Kind: compare.ClashDate, A: "4:40", B: "4:37"}}
	if got, want := inTurn(four), []compare.Clash{four[0], four[3], four[4]}; !slices.Equal(got, want) {
		t.Errorf("four clashes of two numbers each and one of dates: got %v, want %v", got, want)
	}
	if got := inTurn(four[:2]); !slices.Equal(got, four[:2]) {
		t.Errorf("one number beside two: got %v", got)
	}
	var many []compare.Clash
	for n := range 100 {
		many = append(many, compare.Clash{Kind: compare.ClashName, A: fmt.Sprint(n), B: "none"})
	}
	if got := inTurn(many); !slices.Equal(got, many) {
		t.Errorf("%d of %d clashes are shown", len(got), len(many))
	}
}

// What somebody denied is not shown as what was said.
func TestTypeWords(t *testing.T) {
	for _, tt := range []struct {
		kind   string
		denied bool
		want   string
	}{
		{"indirect", true, "denied, not quoted"},
		{"indirect", false, "reported, not quoted"},
		{"direct", true, "quotation"},
	} {
		if got := (QuoteRef{Type: tt.kind, Denied: tt.denied}).TypeWords(); got != tt.want {
			t.Errorf("%s, denied %v: got %q, want %q", tt.kind, tt.denied, got, tt.want)
		}
	}
	c := pairOf(t,
		dossier.Meta{Published: "2024-03-04", Text: "Anna Weber dismissed reports that the harbour would stay shut."},
		dossier.Meta{Published: "2024-03-05", Text: "Anna Weber said the harbour would stay shut."})
	for i, want := range []string{"denied, not quoted", "reported, not quoted"} {
		side := [...][]QuoteRef{c.Quotes[0].A, c.Quotes[0].B}[i]
		if len(side) != 1 || side[0].TypeWords() != want {
			t.Errorf("got %+v, want one %s", side, want)
		}
	}
}

// What says little without its verb is shown with it, and who would not speak is
// counted apart.
func TestShownWithVerb(t *testing.T) {
	for _, tt := range []struct{ text, shown, count string }{
		{"Anna Weber denies that the harbour was shut.", "denies that the harbour was shut", "1 statement"},
		{"The two sides accused each other of breaking the truce.", "accused each other of breaking the truce", "1 statement"},
		{"Anna Weber announced the opening of the new harbour.", "announced the opening of the new harbour", "1 statement"},
		{"Anna Weber announced that the harbour would open.", "the harbour would open", "1 statement"},
		{"Anna Weber said the harbour would open “before Easter”.", "said the harbour would open “before Easter”", "1 statement"},
		{"Anna Weber called the harbour “a stain”.", "called the harbour “a stain”", "1 statement"},
		{"Anna Weber said the harbour was shut.", "the harbour was shut", "1 statement"},
		{"Anna Weber refused to comment on the harbour.", "refused to comment on the harbour", "1 declined"},
		{"Anna Weber said the harbour was shut. She declined to comment on the fire.", "the harbour was shut", "1 statement, 1 declined"},
		{"Anna Weber has warned about ageing harbours since 2019.", "", "0 statements"},
	} {
		d, err := dossier.New(dossier.Pack{Articles: []dossier.Meta{{ID: "a", Text: tt.text}}})
		if err != nil {
			t.Fatal(err)
		}
		a, _ := New(d).Article("a", "")
		shown := ""
		if len(a.Quotes) > 0 {
			shown = plain(a.Quotes[0].Runs)
		}
		if shown != tt.shown || Statements(a.Quotes) != tt.count {
			t.Errorf("%s: got %q, %s", tt.text, shown, Statements(a.Quotes))
		}
	}
}

// Who reports what says that the wording is the same and the number another.
func TestSameWordingAnotherNumber(t *testing.T) {
	var got []string
	for _, g := range oneEvent(t).Timeline(Query{}, "").Groups {
		for _, item := range g.Items {
			if item.Event == nil {
				continue
			}
			for _, c := range item.Event.Cells {
				got = append(got, c.Word)
			}
		}
	}
	if !slices.ContainsFunc(got, func(s string) bool {
		return strings.HasPrefix(s, "same wording as HNA") && strings.HasSuffix(s, ", another number")
	}) {
		t.Errorf("got %q", got)
	}
}

// Two articles of one arrest: what is said of its day, and what stands in the rows
// of their pair.
func TestPairOfTwoDates(t *testing.T) {
	const first = "Jonas Aker was arrested on June 9 in Lund with a card in his shoe. The court reads the charges today."
	const second = "Jonas Aker was arrested on June 9, when he was about to board a train for Mell. The court hears him today."
	const corrected = "Jonas Aker was arrested not on June 9, as the indictment says, but on the evening of June 8. The court was told so today."
	const denied = "Jonas Aker was not arrested on June 9, his lawyer told a newspaper. He does not say when it was."
	d, err := dossier.New(dossier.Pack{Articles: []dossier.Meta{
		{ID: "a", Published: "2021-06-13", Title: "Trial opens", Text: first},
		{ID: "b", Published: "2021-06-14", Title: "A town in two camps", Text: second},
		{ID: "c", Published: "2021-06-15", Title: "The empty card", Text: corrected},
		{ID: "d", Published: "2021-06-16", Title: "What the lawyer says", Text: denied},
	}})
	if err != nil {
		t.Fatal(err)
	}
	e := New(d)
	for _, tt := range []struct{ a, b, summary, date, signA, signB string }{
		{"a", "b", "One shared dated event: 9 June 2021.", "9 June 2021", "told", ""},
		{"a", "c", "1 event with two dates: 9 June 2021 in A, 8 June 2021, evening in B.", "9 June 2021", "told", "disagree"},
		{"c", "b", "1 event with two dates: 8 June 2021, evening in A, 9 June 2021 in B.", "9 June 2021", "disagree", "told"},
		{"a", "d", "1 event with two dates: 9 June 2021 in A, denied in B.", "9 June 2021", "told", "disagree"},
	} {
		c, _ := e.Compare(tt.a, tt.b)
		if words := strings.Join(c.Summary, " "); !strings.Contains(words, tt.summary) {
			t.Errorf("%s and %s: %q does not say %q", tt.a, tt.b, words, tt.summary)
		}
		n := slices.IndexFunc(c.Events, func(r PairEvent) bool { return r.Event.Date == tt.date })
		if n < 0 {
			t.Errorf("%s and %s: no row of %s in %+v", tt.a, tt.b, tt.date, c.Events)
		} else if r := c.Events[n]; string(r.A.Sign) != tt.signA || tt.signB != "" && string(r.B.Sign) != tt.signB {
			t.Errorf("%s and %s: signs %s and %s, want %s and %s", tt.a, tt.b, r.A.Sign, r.B.Sign, tt.signA, tt.signB)
		}
	}
}
