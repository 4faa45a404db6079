package dates

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// karabakh returns the five articles with nothing stated about them, by number.
func karabakh(t testing.TB) []Source {
	t.Helper()
	files, err := filepath.Glob("../../data/karabakh/*.txt")
	if err != nil || len(files) != 5 {
		t.Fatalf("%d articles, %v", len(files), err)
	}
	var out []Source
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, Source{Text: string(b)})
	}
	return out
}

// Read together, the five articles date one another. The year of 000, 003 and
// 004 comes from 001; 002 has it from those three, so its support is circular.
func TestPublicationTogether(t *testing.T) {
	got := Publication(karabakh(t), true)
	for i, want := range []struct {
		edtf     string
		borrowed []int
		circular bool
	}{
		{"2020-10-26", []int{1}, false},
		{"2023-09-19", nil, false},
		{"2020-10-20~", []int{0, 3, 4}, true},
		{"2020-10-01", []int{1}, false},
		{"2020-10-30", []int{1}, false},
	} {
		c := got[i]
		if c.EDTF != want.edtf || !slices.Equal(c.Borrowed, want.borrowed) || c.Circular != want.circular || len(c.Candidates) > 0 {
			t.Errorf("article %d: got %q borrowed %v circular %v candidates %v, want %q %v %v", i, c.EDTF, c.Borrowed, c.Circular, c.Candidates, want.edtf, want.borrowed, want.circular)
		}
		if day := strings.TrimSuffix(want.edtf, "~"); c.Day().Format("2006-01-02") != day || !c.Latest.Equal(c.Earliest.AddDate(0, 0, 1)) {
			t.Errorf("article %d: got the days [%v, %v), want %s alone", i, c.Earliest, c.Latest, day)
		}
		if len(c.Evidence) < 2 {
			t.Errorf("article %d: got only the evidence %q", i, c.Evidence)
		}
	}
}

// Alone, an article may stay without a date, but no date may be wrong.
func TestPublicationAlone(t *testing.T) {
	want := []string{"", "2023-09-19", "", "", ""}
	truth := []string{"2020-10-26", "2023-09-19", "2020-10-20", "2020-10-01", "2020-10-30"}
	for i, c := range Publication(karabakh(t), false) {
		if c.EDTF != want[i] || len(c.Borrowed) > 0 {
			t.Errorf("article %d: got %q borrowed %v, want %q", i, c.EDTF, c.Borrowed, want[i])
		}
		if c.EDTF == "" && !slices.Contains(c.Candidates, truth[i]) {
			t.Errorf("article %d: got the candidates %v without %s", i, c.Candidates, truth[i])
		}
	}
}

// Without 001, nothing names the year: 2020 and 2026 fit, and none is picked.
func TestPublicationLeaveOneOut(t *testing.T) {
	for _, tt := range []struct {
		name    string
		without int
		want    []string // EDTF, or candidates
	}{
		{"without 000", 0, []string{"2023-09-19", "2020-10-20~", "2020-10-01", "2020-10-30"}},
		{"without 001", 1, []string{"2020-10-26 2026-10-26", "2020-10-20 2026-10-20", "2020-10-01 2026-10-01", "2020-10-30 2026-10-30"}},
		{"without 002", 2, []string{"2020-10-26", "2023-09-19", "2020-10-01", "2020-10-30"}},
		{"without 003", 3, []string{"2020-10-26", "2023-09-19", "2020-10-20~", "2020-10-30"}},
		{"without 004", 4, []string{"2020-10-26", "2023-09-19", "2020-10-20~", "2020-10-01"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for i, c := range Publication(slices.Delete(karabakh(t), tt.without, tt.without+1), true) {
				got := c.EDTF
				if got == "" {
					got = strings.Join(c.Candidates, " ")
				}
				if got != tt.want[i] {
					t.Errorf("text %d: got %q, want %q", i, got, tt.want[i])
				}
			}
		})
	}
}

func TestPublicationOfOneText(t *testing.T) {
	for _, tt := range []struct {
		name       string
		in         Source
		want       string
		candidates string
	}{
		{"nothing known", Source{Text: "The talks will go on."}, "", ""},
		{"no text", Source{}, "", ""},
		{"given in EDTF", Source{Given: "2020-10-26"}, "2020-10-26", ""},
		{"given about a day", Source{Given: "2020-10-20~"}, "2020-10-20~", ""},
		{"given a month", Source{Given: "2020-10"}, "2020-10", ""},
		{"given a year, never 1 January", Source{Given: "2020"}, "2020", ""},
		{"given in RFC 3339, the day as written", Source{Given: "2020-10-26T23:30:00-05:00"}, "2020-10-26", ""},
		{"given as a feed writes", Source{Given: "Mon, 26 Oct 2020 10:00:00 GMT"}, "2020-10-26", ""},
		{"given in words", Source{Given: "October 26, 2020"}, "2020-10-26", ""},
		{"given in eight digits", Source{Given: "20201026"}, "2020-10-26", ""},
		{"given in an open order", Source{Given: "10/9/2020"}, "", "2020-10-09 2020-09-10"},
		{"given in an open order with a short year", Source{Given: "10/9/20"}, "", "2020-10-09 2020-09-10"},
		{"the text settles the order", Source{Given: "10/9/2020", Text: "PARIS, September 10, 2020 (AP) — Talks began."}, "2020-09-10", ""},
		{"given in a settled order", Source{Given: "26/10/2020"}, "2020-10-26", ""},
		{"given nonsense", Source{Given: "soon"}, "", ""},
		{"a German dateline", Source{Text: "BERLIN, 3. März 2021 (Reuters) – Die Fähre fährt wieder."}, "2021-03-03", ""},
		{"an agency without a capital", Source{Text: "BERLIN, 3. April 2021 (dpa) - Die Fähre fährt wieder."}, "2021-04-03", ""},
		{"a German place in small letters", Source{Text: "Bad Homburg, 14. Dezember 2019 – Die Fähre fährt wieder."}, "2019-12-14", ""},
		{"a French dateline", Source{Text: "PARIS, 1er mars 2021 (AFP) - Le ferry reprend."}, "2021-03-01", ""},
		{"a Spanish dateline", Source{Text: "MADRID, 3 de marzo de 2021 (EFE).- El ferry vuelve."}, "2021-03-03", ""},
		{"an Italian dateline", Source{Text: "ROMA, 3 marzo 2021 (ANSA) - Il traghetto riparte."}, "2021-03-03", ""},
		{"a Russian dateline", Source{Text: "МОСКВА, 26 октября 2020 /ТАСС/. Паром снова ходит."}, "2020-10-26", ""},
		{"a German line of its own", Source{Text: "Die Fähre fährt wieder\n\nVeröffentlicht: 3. März 2021, 14:30 Uhr\n\nDer Hafen ist offen."}, "2021-03-03", ""},
		{"no such day", Source{Text: "BERLIN, 31. April 2021 (dpa) - Die Fähre fährt wieder."}, "", ""},
		{"given a day that is none", Source{Given: "2020-02-31"}, "", ""},
		{"given beats the address", Source{Given: "2020-10-26", URL: "https://example.org/2019/01/02/x"}, "2020-10-26", ""},

		{"address with slashes", Source{URL: "https://example.org/2020/10/26/talks.html"}, "2020-10-26", ""},
		{"address with a month's name", Source{URL: "https://example.org/world/2020/oct/26/talks"}, "2020-10-26", ""},
		{"address with dashes", Source{URL: "https://example.org/2020-10-26-talks"}, "2020-10-26", ""},
		{"address with eight digits", Source{URL: "https://example.org/news/20201026/1"}, "2020-10-26", ""},
		{"address with a month", Source{URL: "https://example.org/2020/10/talks"}, "2020-10", ""},
		{"a title that begins with a number is no day", Source{URL: "https://example.org/2020/10/26-dead-in-crash"}, "2020-10", ""},
		{"a number of an article is no date", Source{URL: "https://example.org/12020102677"}, "", ""},
		{"a day that is none", Source{URL: "https://example.org/2020/13/45/"}, "", ""},
		{"the address gives the year of a dateline", Source{Text: "MOSCOW, October 26. /TASS/. Talks began.", URL: "https://example.org/2020/10/talks"}, "2020-10-26", ""},

		{"a line of its own", Source{Text: "Talks begin\n\nOctober 26, 2020\n\nThe talks on the region began."}, "2020-10-26", ""},
		{"a line with tokens apart", Source{Text: "Talks begin\nMarch 01 , 2008\nThe talks on the region began."}, "2008-03-01", ""},
		{"a line with a clock in points and a zone", Source{Text: "A final decided by a screen\n\nBy Priya Raman\nSunday 17 May 2026 11.30 BST\n\nIt took three minutes."}, "2026-05-17", ""},
		{"an outlet and its column before the day", Source{Text: "Brussels wins again\n\nDaily Spectator comment, October 10, 2025\n\nAnother week has gone by."}, "2025-10-10", ""},
		{"the headline of a live page", Source{Text: "LIVE: Kalliste ferry – Thursday 12 March 2026, as it happened\n\n22:05\nThat is all."}, "2026-03-12", ""},
		{"a headline with a day of the past", Source{Text: "What the accord of Thursday 12 March 2020 left open\n\nThe talks go on."}, "", ""},
		{"a live page about a day of the past", Source{Text: "Lessons of the live show of 12 March 2020\n\nThe talks go on."}, "", ""},
		{"the days of a chronicle", Source{Text: "The war\n\nMay 3, 2011\n\nTroops came.\n\nMay 5, 2011\n\nTroops left."}, "", ""},
		{"published beats updated", Source{Text: "Updated: 28 October 2020\nPublished: 26 October 2020\nThe talks on the region began."}, "2020-10-26", ""},
		{"a date in the text is not its own", Source{Text: "The accord of October 26, 2020 was signed again."}, "", ""},
		{"a dateline with its year", Source{Text: "WASHINGTON, Jan. 5, 2020 /PRNewswire/ -- A company said so."}, "2020-01-05", ""},
		{"an agency before the dash", Source{Text: "LONDON (Reuters) - Talks began in 1998."}, "", ""},
		{"a heading of a chronicle is no dateline", Source{Text: "October 26 - Clashes erupt on Monday, the ministry said on Monday."}, "", ""},
		{"a weekday alone picks no year", Source{Text: "LONDON, Nov 2 (Reuters) - Sales rose in May 2019, the company said on Monday."}, "", "2020-11-02 2026-11-02"},
		{"a year of the future is no looking back", Source{Text: "LONDON, Nov 2 (Reuters) - The games will be held in 2028, the minister said on Monday. They were last held in May 2019."}, "", "2020-11-02 2026-11-02"},
		{"a reported day with weekday and year", Source{Text: "Talks will go on. The minister announced this on Tuesday, October 20, 2020, in Baku."}, "2020-10-20~", ""},
		{"a day looked back on without a weekday", Source{Text: "The minister said on October 20, 2020 that talks would go on. Much has changed since."}, "", ""},
		{"counting back to a year named", Source{Text: "BAKU, May 3. /ABC/. The pact signed three years ago holds. In March 2021 the sides met. The pact dates from 2018."}, "2021-05-03", ""},
		{"a text of a later decade", Source{Text: "BAKU, May 3. /ABC/. The envoy said on Thursday that the pact signed in 2034 held."}, "", "2035-05-03 2040-05-03"},
		{"29 February narrows the year", Source{Text: "BAKU, February 29. /ABC/. The envoy said on Saturday that he had come in 2013."}, "", "2020-02-29"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := Publication([]Source{tt.in}, false)[0]
			if got := strings.Join(c.Candidates, " "); c.EDTF != tt.want || got != tt.candidates {
				t.Errorf("got %q, candidates %q, want %q, %q; evidence %q", c.EDTF, got, tt.want, tt.candidates, c.Evidence)
			}
			if (c.EDTF == "") != c.Earliest.IsZero() || c.Earliest.IsZero() != c.Latest.IsZero() {
				t.Errorf("%q has the bounds [%v, %v)", c.EDTF, c.Earliest, c.Latest)
			}
		})
	}
}

// A date that is stated and not understood is told behind what dates the text.
func TestPublicationMisstated(t *testing.T) {
	const told = "Stated with the article, but not understood: “2020-13-45”."
	for _, tt := range []struct {
		name, text, given string
		together          bool
		want              string // "" if nothing is told
	}{
		{"and no other", "The talks will go on.", "2020-13-45", false, told},
		{"and another", "PARIS, September 10, 2020 (AP) — Talks began.", "2020-13-45", false, "The dateline “PARIS, September 10, 2020” gives the day. " + told},
		{"read together", "The talks will go on.", " 2020-13-45 ", true, told},
		{"none stated", "The talks will go on.", " ", false, ""},
		{"understood", "The talks will go on.", "2020-10", false, "Stated with the article: “2020-10”."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			sources := []Source{{Text: tt.text, Given: tt.given}, {Text: "MOSCOW, October 26. /TASS/. Talks began."}}
			if got := strings.Join(Publication(sources, tt.together)[0].Evidence, " "); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestPublicationLoans(t *testing.T) {
	const lender = "KYIV, March 3. /ABC/. The dam near Nova Zorya broke in heavy rain on May 9, 2019, flooding the villages downstream. In January 2022 repairs began."
	for _, tt := range []struct {
		name, text, want string
	}{
		{"the same words with the year", "LVIV, June 2. /ABC/. The dam near Nova Zorya broke in heavy rain on May 9, flooding villages downstream.", "2019-06-02"},
		{"over the turn of the year", "LVIV, January 7. /ABC/. The dam near Nova Zorya broke in heavy rain on May 9, flooding villages downstream.", "2020-01-07"},
		{"another day", "LVIV, June 2. /ABC/. The dam near Nova Zorya broke in heavy rain on May 8, flooding villages downstream.", ""},
		{"other words", "LVIV, June 2. /ABC/. Schools opened on May 9 after the holidays.", ""},
		{"a weekday that contradicts", "LVIV, June 5. /ABC/. The dam near Nova Zorya broke in heavy rain on May 9, flooding villages downstream, the mayor said on Monday.", ""},
		{"what is still ahead", "LVIV, June 2. /ABC/. The dam near Nova Zorya will be broken on May 9, flooding villages downstream, heavy rain or not.", ""},
		{"nothing to put a year to", "The dam near Nova Zorya broke in heavy rain on May 9, flooding villages downstream.", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := Publication([]Source{{Text: tt.text}, {Text: lender}}, true)[0]
			if got.EDTF != tt.want {
				t.Errorf("got %q, want %q; evidence %q", got.EDTF, tt.want, got.Evidence)
			}
			if alone := Publication([]Source{{Text: tt.text}, {Text: lender}}, false)[0]; alone.EDTF != "" {
				t.Errorf("alone: got %q, want none", alone.EDTF)
			}
		})
	}
	t.Run("lenders that contradict each other", func(t *testing.T) {
		other := strings.ReplaceAll(lender, "2019", "2017")
		borrower := "LVIV, June 2. /ABC/. The dam near Nova Zorya broke in heavy rain on May 9, flooding villages downstream."
		if got := Publication([]Source{{Text: borrower}, {Text: lender}, {Text: other}}, true)[0]; got.EDTF != "" {
			t.Errorf("got %q, want none", got.EDTF)
		}
	})
}

// An agency's text without a year is of the days of the papers that tell the
// same matter with theirs.
func TestPublicationByMatter(t *testing.T) {
	const flash = "ATHENS, March 12 (ABC) - At least 11 people died when the ferry Kalliste sank off Lemnaki, Shipping Minister Eleni Karavas said on Thursday. " +
		"It had left Volissos for Agia Marina, the operator Thalassa Lines said. In September 2009 the Elpida sank off Skirros."
	const paper = "Survivors speak\n\nPublished: 13 March 2026\n\nThe Kalliste went down off Lemnaki on its way from Volissos to Agia Marina. " +
		"The minister, Eleni Karavas, spoke on the quay. Thalassa Lines would not comment. Nobody here forgets the Elpida, lost off Skirros."
	for _, tt := range []struct {
		name  string
		texts []string
		want  string
	}{
		{"the paper of the next day", []string{flash, paper}, "2026-03-12"},
		{"alone", []string{flash}, ""},
		{"a paper of other days", []string{flash, strings.ReplaceAll(paper, "13 March", "23 March")}, ""},
		{"a year in which the weekday was another", []string{flash, strings.ReplaceAll(paper, "2026", "2028")}, ""},
		{"another matter", []string{flash, "Prices rise\n\nPublished: 13 March 2026\n\nIn Athens the price of bread went up, Agia Marina told Karavas of the Lemnaki bakery."}, ""},
		{"papers that contradict each other", []string{flash, paper, strings.ReplaceAll(paper, "2026", "2020")}, ""},
		{"over the turn of the year", []string{
			strings.NewReplacer("March 12", "December 30", "Thursday", "Wednesday").Replace(flash), strings.ReplaceAll(paper, "13 March 2026", "2 January 2027"),
		}, "2026-12-30"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var in []Source
			for _, s := range tt.texts {
				in = append(in, Source{Text: s})
			}
			if got := Publication(in, true)[0]; got.EDTF != tt.want {
				t.Errorf("got %q, want %q; evidence %q", got.EDTF, tt.want, got.Evidence)
			}
		})
	}
}

// Long texts without full stops cost as much a byte as short ones.
func TestPublicationIsLinear(t *testing.T) {
	for _, words := range []string{"on May 3 he said on Monday ", "May 3, 2019 and ", "two years ago in 1992 ", "1, 2 and ", "Published 3 May 2020 "} {
		linear(t, words, func(s string) { Publication([]Source{{Text: s}}, false) })
	}
}

func TestFindIsLinear(t *testing.T) {
	for _, words := range []string{"Oct. 12, ", "Moscow said Oct. 12, ", "on Tuesday, ", "12 and ", "zero ", "twenty hundred ", "the early ", "every ", "12:00 ("} {
		linear(t, words, func(s string) { Find(s, civil(2020, 9, 20)) })
	}
}

// linear checks that a long text takes about the time of as many bytes in
// sixteen short ones; the square would be sixteen times as much. A machine with
// other work slows both down alike, and gets several tries.
func linear(t *testing.T, words string, read func(s string)) {
	t.Helper()
	cost := func(texts, size int) time.Duration {
		s := strings.Repeat(words, size/len(words))
		start := time.Now()
		for range texts {
			read(s)
		}
		return time.Since(start)
	}
	short, long := time.Hour, time.Hour
	for range 6 {
		short, long = min(short, cost(16, 1<<13)), min(long, cost(1, 1<<17))
		if long <= 6*short {
			return
		}
	}
	t.Errorf("%q: 128 kB take %v, as sixteen texts %v", words, long, short)
}
