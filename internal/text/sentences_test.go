package text

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestSentencesGold(t *testing.T) {
	f, err := os.Open("../../data/gold/sentences-karabakh.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	type label struct {
		Article    string
		Kind       string
		Start, End int32
	}
	want := map[string][]label{}
	for sc := bufio.NewScanner(f); sc.Scan(); {
		var l label
		if err := json.Unmarshal(sc.Bytes(), &l); err != nil {
			t.Fatal(err)
		}
		want[l.Article] = append(want[l.Article], l)
	}
	for article, labels := range want {
		files, _ := filepath.Glob("../../data/karabakh/" + article + "_*.txt")
		if len(files) != 1 {
			t.Fatalf("article %s: %d files", article, len(files))
		}
		b, err := os.ReadFile(files[0])
		if err != nil {
			t.Fatal(err)
		}
		s := string(b)
		var got, spans []Span
		for _, p := range Paragraphs(s) {
			for _, l := range labels {
				// A dateline is cut off by the stage that knows of news.
				if dateline := (Span{l.Start, l.End}); l.Kind == "dateline" && p.Contains(dateline) {
					got = append(got, dateline)
					p.Start = l.End
				}
			}
			got = append(got, Sentences(s, p)...)
		}
		for _, l := range labels {
			spans = append(spans, Span{l.Start, l.End})
		}
		if !slices.Equal(got, spans) {
			t.Errorf("article %s:\n got %v\nwant %v", article, got, spans)
		}
	}
}

func TestSentences(t *testing.T) {
	for _, tt := range []struct {
		name string
		in   string // sentences are separated by |
	}{
		{"two", "Talks resumed in Geneva.| Both sides blamed each other."},
		{"no end", "Kremlin spokesman declines to speculate"},
		{"question and exclamation", "Will it hold?| Nobody knows!| The envoy left."},
		{"title before a name", "Gen. Mark Milley and Dr. Fauci met Sen. Warren on Tuesday.| They left."},
		{"initials", "The force under P. G. T. Beauregard moved.| J. Smith stayed."},
		{"initialism before a name", "The U.S. Senate voted.| The bill passed in the U.S.| It goes to the U.N. Security Council."},
		{"company", "Apple Inc. CEO Steve Jobs resigned.| He sold Acme Corp.| The price was not disclosed."},
		{"figures", "Growth slowed to 3.5 percent from 4.1.| Output fell 0.3 percent."},
		{"number abbreviated", "He ranks No. 5 in the world.| Asked again, he said no.| Then he left."},
		{"date abbreviated", "The truce of Oct. 10 failed.| It was signed on Jan. 5, 2020, in Sochi."},
		{"German day of the month", "Am 22. Februar sank ein Frachter.| Es war vom 1. März an der 3. Versuch."},
		{"age", "I am 30.| My sister is 25.| He is not."},
		{"clock", "It begins at 5 p.m. EST on Monday.| It ends at 7 p.m.| The doors open early."},
		{"list number", "1. The parties cease fire.| 2. Prisoners are exchanged."},
		{"latin", "Fruit, e.g. apples, rots.| Apples, pears, etc. rot too."},
		{"quotation before its cue", "\"We are concerned,\" he said.| \"All measures are needed,\" he stressed."},
		{"quotation of two sentences", "\"Right now, we continue monitoring.| We think it is possible,\" Peskov stated."},
		{"quotation closes after the point", "He saw \"an end to the war.\"| \"Right now, we wait,\" he added."},
		{"curly quotation", "“It ended.”| “We went home.”| Nobody stayed."},
		{"question before its cue", "“Stop!” he said.| “Why now?” Peskov asked.| “Who?”| The spokesman did not answer."},
		{"question before a titled speaker", "“Is it over?” the Armenian prime minister said.| It was not."},
		{"brackets", "The talks failed (again).| (Nobody was surprised.)| He left."},
		{"abbreviation in brackets", "The maker (Acme Inc.) said so."},
		{"ellipsis", "“We ... want peace,” he said.| It ended…| Nobody came."},
		{"ellipsis after a full stop", "It had cost us heavily. ...| The battles went on."},
		{"lost space", "They met in the region.| Renewed clashes followed."},
		{"address", "See example.com or www.gov.uk for more.| Write to a.b@c.org."},
		{"brand", "It sold well.| iPhone sales doubled."},
		{"lower case after", "The site Yahoo! reported it.| Then it closed."},
		{"wrapped lines", "Talks resumed\nin Geneva.|\nBoth sides\nblamed each other."},
		{"dash after quotation", "«Это война.»| — Мы не согласны, — сказал он."},
		{"Russian abbreviations", "Он родился в 1952 г. в Ленинграде.| Это ул. Ленина, д. 5.| В. В. Путин приехал."},
		{"Russian and so on", "Были танки, пушки и т.д.| Но мир наступил.| Все рады."},
		{"Russian and others, or an avenue", "Были танки, пушки и пр.| Но мир наступил.| На пр. Ленина тихо."},
		{"Armenian", "Պատերազմը սկսվեց։| Բոլորը գնացին։"},
		{"Arabic", "هل انتهت الحرب؟| نعم.| انتهت."},
		{"Chinese", "战争开始了。|他说：“我们要和平。”|大家都走了！"},
		{"Japanese", "彼は「終わった。」|と言った。|雨です。"},
		{"Hindi", "युद्ध समाप्त हुआ।| सब चले गए।"},
		{"Greek question", "Τελείωσε\u037e| Ναι."},
		{"tokenised", "They sued Apple Inc. in 2003 .| The `` Back to the Mac '' event followed ."},
		{"tokenised quotation", "`` We want to know , '' he said .| `` It is a priority . ''| He left ."},
		{"tokenised straight quotation", "He said , \" We love them . \"| The firm agreed ."},
		{"quotation opened a paragraph before", "Unfortunately , that day has come . \""},
		{"mixed marks", "Really?!| Yes.| \"No!\"| They left."},
		{"emoji", "Peace at last!| 🎉 Nobody slept."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			parts := strings.Split(tt.in, "|")
			s := strings.Join(parts, "")
			var got []string
			for _, sp := range Sentences(s, Span{0, int32(len(s))}) {
				got = append(got, sp.Of(s))
			}
			var want []string
			for _, p := range parts {
				want = append(want, strings.TrimSpace(p))
			}
			if !slices.Equal(got, want) {
				t.Errorf("\n got %q\nwant %q", got, want)
			}
		})
	}
}

func FuzzSentences(f *testing.F) {
	f.Add("MOSCOW, October 26. /TASS/. \"Stop!\" he said. ''Why . ''\n\n“No.”")
	f.Add("1. A\n2. Б։ 战争。؟ \xff.")
	f.Fuzz(func(t *testing.T, s string) {
		at := int32(0)
		for _, p := range Paragraphs(s) {
			for _, sp := range Sentences(s, p) {
				if !p.Contains(sp) || sp.Empty() || sp.Start < at {
					t.Fatalf("sentence %v, paragraph %v, after %d", sp, p, at)
				}
				if Trim(s, Span{at, sp.Start}).Len() > 0 {
					t.Fatalf("text left out before %v: %q", sp, s[at:sp.Start])
				}
				if Trim(s, sp) != sp || !runeBorders(s, sp) {
					t.Fatalf("sentence %v of %q is not trimmed or cuts a rune", sp, s)
				}
				at = sp.End
			}
		}
		if Trim(s, Span{at, int32(len(s))}).Len() > 0 {
			t.Fatalf("text left out at the end: %q", s[at:])
		}
	})
}

// runeBorders reports whether sp cuts no rune of s.
func runeBorders(s string, sp Span) bool {
	border := func(i int32) bool { return int(i) == len(s) || !utf8.ValidString(s) || utf8.RuneStart(s[i]) }
	return border(sp.Start) && border(sp.End)
}
