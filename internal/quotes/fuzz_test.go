package quotes

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"parallax/internal/dossier"
	"parallax/internal/names"
	"parallax/internal/text"
)

// checkQuotes reports what breaks the promises of Find on the text s.
func checkQuotes(t *testing.T, s string) {
	d, err := dossier.New(dossier.Pack{Articles: []dossier.Meta{{ID: "a", Text: s}}})
	if err != nil {
		return // not an article
	}
	s = d.Articles[0].Text
	people := names.Collect(d)
	whole := text.Span{End: int32(len(s))}
	onRunes := func(sp text.Span) bool {
		return whole.Contains(sp) && sp.Start <= sp.End && (int(sp.Start) == len(s) || utf8.RuneStart(s[sp.Start])) && (int(sp.End) == len(s) || utf8.RuneStart(s[sp.End]))
	}
	last := text.Span{}
	for _, q := range Find(d, 0, people) {
		if q.Span.Empty() || !onRunes(q.Span) {
			t.Errorf("span %v of %q", q.Span, s)
		}
		if q.Span.Start < last.End {
			t.Errorf("%v stands after %v in %q", q.Span, last, s)
		}
		last = q.Span
		for _, sp := range [...]text.Span{q.Name, q.Cue, q.Venue} {
			if !onRunes(sp) {
				t.Errorf("%+v of %q", q, s)
			}
		}
		if q.Person < -1 || int(q.Person) >= len(people.Entities) || q.When < -1 || int(q.When) >= len(d.Articles[0].Mentions()) {
			t.Errorf("index out of range: %+v", q)
		}
		switch q.Type {
		case Direct, Mixed, Indirect, Declined:
		default:
			t.Errorf("type %q", q.Type)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, c := range append(readNews(f, "news"), readNews(f, "wire")...) {
		f.Add(c.text)
	}
	for _, s := range []string{
		"\"", "“„»", "said", ", said", "said, said said.", "according to", "in his view", "A, B, said", "quoted as saying", "\"a\" -", ",B said", "was,in's words", "— x: \"",
		"Песков сказал: «Нет».", "他说：“好。”", "قال \"نعم\"", "“😀,” said 😀.", "\xff\xfe\"said\xc3\"",
	} {
		f.Add(s)
	}
	f.Fuzz(checkQuotes)
}

// Each text is long and leaves something open; the time must grow with its
// length, not with the square. The bound is ten times and more what it takes.
func TestLongUnbalanced(t *testing.T) {
	if testing.Short() {
		t.Skip("a few seconds under wasm")
	}
	const size = 1 << 18 // for marks; a quarter for the others
	for name, unit := range map[string]string{
		"opening marks":       "“a ",
		"straight marks":      "\"a ",
		"guillemets":          "«a ",
		"single marks":        "‘a ",
		"marks in paragraphs": "\"a b c\n\n",
		"commas":              "Smith, a man, ",
		"cues":                "he said ",
		"according to":        "according to the ",
		"colons":              "Smith: ",
		"quoted":              "Smith quoted ",
		"brackets":            "(a <b ",
		"names":               "Anna Lind ",
		"and":                 "Anna and ",
	} {
		t.Run(name, func(t *testing.T) {
			n := size
			if !strings.ContainsAny(unit, "“\"«‘") {
				n /= 4
			}
			d, err := dossier.New(dossier.Pack{Articles: []dossier.Meta{{ID: "a", Text: strings.Repeat(unit, n/len(unit))}}})
			if err != nil {
				t.Fatal(err)
			}
			people := names.Collect(d)
			start := time.Now()
			Find(d, 0, people)
			if took := time.Since(start); took > 30*time.Second {
				t.Errorf("%v for %d bytes", took, n)
			}
		})
	}
}

// A text may end in the middle of a sentence: a page that was cut short.
func TestCutShort(t *testing.T) {
	for _, c := range append(readNews(t, "news"), readNews(t, "wire")...) {
		for _, w := range text.Words(c.text) {
			checkQuotes(t, c.text[:w.End])
		}
	}
	checkQuotes(t, "Peskov said the bridge was “closed” as")
}
