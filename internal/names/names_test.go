package names

import (
	"bufio"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"parallax/data"
	"parallax/internal/dossier"
	"parallax/internal/golden"
	"parallax/internal/text"
)

var kindNames = [...]string{Person: "person", Place: "place", Organisation: "organisation"}

func collect(t testing.TB, texts ...string) (*dossier.Dossier, *Index) {
	t.Helper()
	var p dossier.Pack
	for i, s := range texts {
		p.Articles = append(p.Articles, dossier.Meta{ID: fmt.Sprint(i), Text: s})
	}
	d, err := dossier.New(p)
	if err != nil {
		t.Fatal(err)
	}
	return d, Collect(d)
}

// listed writes entities as "Dmitry Peskov: person", by name.
func listed(x *Index) []string {
	var out []string
	for _, e := range x.Entities {
		out = append(out, e.Name+": "+kindNames[e.Kind])
	}
	slices.Sort(out)
	return out
}

func TestKinds(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"title before the name", "The treaty was welcomed by Foreign Minister Anna Lind.", []string{"Anna Lind: person"}},
		{"title after the name", "Anna Lind, the foreign minister, welcomed the treaty.", []string{"Anna Lind: person"}},
		{"honorific", "It was Mrs. Lind who paid.", []string{"Lind: person"}},
		{"age", "The winner was Anna Lind, 45, of the club.", []string{"Anna Lind: person"}},
		{"title with a nationality is no place", "The treaty was signed by Norwegian Prime Minister Anna Lind.", []string{"Anna Lind: person"}},
		{"a passenger", "Passenger Ada Quill wept.", []string{"Ada Quill: person"}},
		{"a trade by its ending", "Electrician Ada Quill wept.", []string{"Ada Quill: person"}},
		{"a trade of few", "Orchardist Col Baxter wept.", []string{"Col Baxter: person"}},
		{"a given name that is a rank in short", "Farmer Col Baxter wept.", []string{"Col Baxter: person"}},
		{"a trade that the article writes in lower case too", "Baker Greta Moe wept. A baker is up early, Moe says.", []string{"Greta Moe: person"}},
		{"a given name that is a trade elsewhere", "Baker Mayfield wept. A baker is up early, Mayfield says.", []string{"Baker Mayfield: person"}},
		{"a given name in a sentence", "Hunter Lee Quill wept. Quill is no hunter, but Hunter Lee Quill.", []string{"Hunter Lee Quill: person"}},
		{"a year at school", "Senior Tyler Nakai wept.", []string{"Tyler Nakai: person"}},
		{"a title without its stop", "Prof Neil Aldous wept.", []string{"Neil Aldous: person"}},
		{"a surname behind an address", "Grower Stan Mottram wept. Every grower lost, says Mr Mottram.", []string{"Stan Mottram: person"}},
		{"one of the family", "His wife, Malati, wept.", []string{"Malati: person"}},
		{"a trade of two words", "Headteacher Ada Quill wept.", []string{"Ada Quill: person"}},
		{"another trade by its ending", "Lifeguard Ada Quill wept.", []string{"Ada Quill: person"}},
		{"a co-author", "Co-author Ada Quill wept.", []string{"Ada Quill: person"}},
		{"ranks of two words", "Outside court Detective Constable Ada Quill wept.", []string{"Ada Quill: person"}},
		{"an address inside", "It was Ward Delegate Hon. Ada Quill who paid.", []string{"Ada Quill: person"}},
		{"an address behind another name", "Since Brexo Mr. Quill has paid.", []string{"Brexo: organisation", "Quill: person"}},
		{"a given name that is a town", "It was the view of Sofia Quill, an analyst in Oslo.", []string{"Oslo: place", "Sofia Quill: person"}},
		{"a given name that is a town, with an age", "The winner was Sofia Quill, 45, of the club.", []string{"Sofia Quill: person"}},
		{"a town before a name", "In Sofia Ada Quill, the minister, wept.", []string{"Ada Quill: person", "Sofia: place"}},
		{"a firm of many of a trade", "He paid the bus operator Dales Coaches.", []string{"Dales Coaches: organisation"}},
		{"the short name of partners", "Quillon Partners paid. It was Quillon that paid.", []string{"Quillon Partners: organisation"}},
		{"what a firm is called", "The bus firm, Dales Travel, paid.", []string{"Dales Travel: organisation"}},
		{"a surname that is a title in short", "Prof Anil Sen wept.", []string{"Anil Sen: person"}},
		{"a county", "Speaking in Ballyconlan, County Leitrim, she wept.", []string{"Ballyconlan: place", "County Leitrim: place"}},
		{"a body by its head", "The Department of Rural Enterprise pays. It is the Department that pays.", []string{"Department of Rural Enterprise: organisation"}},
		{"which of two bodies", "The Foreign Ministry and the Defence Ministry paid. It is the Ministry that pays.", []string{"Defence Ministry: organisation", "Foreign Ministry: organisation", "Ministry: organisation"}},
		{"a rank in short", "Israeli Col Baxter wept.", []string{"Baxter: person"}},
		{"a ship", "The ferry Aurora Quill sank.", []string{"Aurora Quill: organisation"}},
		{"a ship that people are aboard", "People aboard Aurora Quill wept.", []string{"Aurora Quill: organisation"}},
		{"a ship with an article elsewhere", "The Aurora Quill sank. It was hard to raise Aurora Quill. It was the Aurora Quill.", []string{"Aurora Quill: organisation"}},
		{"particles", "Talks began with Commission President Ursula von der Leyen.", []string{"Commission: organisation", "Ursula von der Leyen: person"}},
		{"particles without a title", "He met Willem van der Hoek.", []string{"Willem van der Hoek: person"}},
		{"a line of ships", "Later Thalassa Lines sold its fleet.", []string{"Thalassa Lines: organisation"}},
		{"a state, its capital and its people", "The Norwegian fleet left Oslo, and Norway was silent.", []string{"Norway: place", "Oslo: place"}},
		{"other names of a state are one", "The U.S. and the United States are America.", []string{"United States: place"}},
		{"seat of a government", "He was seen leaving the Kremlin.", []string{"Kremlin: organisation"}},
		{"head words of places", "It lies in the Aegean Sea near Samos Island.", []string{"Aegean Sea: place", "Samos Island: place"}},
		{"what is called a village, and a valley", "She lives in the village of Nedre Velden, where the Orlo valley ends.", []string{"Nedre Velden: place", "Orlo: place"}},
		{"head words of organisations", "It was bought by the Alpha Bank and the Ministry of Health and Welfare.", []string{"Alpha Bank: organisation", "Ministry of Health and Welfare: organisation"}},
		{"acronym", "He joined NATO in May.", []string{"NATO: organisation"}},
		{"company by its first words", "It was bought by Delta Steel Ltd in May. A loss at Delta Steel followed.", []string{"Delta Steel Ltd: organisation"}},
		{"with and without its acronym", "It was led by the OSCE Minsk Group, and the Minsk Group failed.", []string{"OSCE Minsk Group: organisation"}},
		{"company before a role and a name", "Then Alfa Trust Nord analyst Lars Lund said so.", []string{"Alfa Trust Nord: organisation", "Lars Lund: person"}},
		{"days and months are no names", "On Monday in October they met again.", nil},
		{"the capital of a sentence is no name", "Terms of the deal are open. Following this, continuing talks failed. Officially nothing changed.", nil},
		{"a name opens the sentence", "Telenor sold its unit.", []string{"Telenor: organisation"}},
		{"wars and treaties are none of them", "The Gulf War ended with the Dayton Agreement.", nil},
		{"joined adjectives are no name", "The Russian-US rivalry and the July-December figures grew.", nil},
		{"a hyphen inside a place", "They fought over Nagorno-Karabakh.", []string{"Nagorno-Karabakh: place"}},
		{"what a hyphen joins to a name", "The Velna-based firm of London-born Ada Krol sued. Kremlin-backed troops came.", []string{"Ada Krol: person", "Kremlin: organisation", "London: place", "Velna: organisation"}},
		{"a hyphen before a small letter in a name", "Ban Ki-moon met Tsai Ing-wen.", []string{"Ban Ki-moon: person", "Tsai Ing-wen: person"}},
		{"a preposition opens the sentence", "Near Sirte they waited. Around Velna hundreds stood, behind Putin nobody. Along Main Street it rained.", []string{"Main Street: place", "Putin: organisation", "Sirte: place", "Velna: organisation"}},
		{"a blank that breaks no line", "They flew to Sri\u00a0Lanka.", []string{"Sri Lanka: place"}},
		{"an office of several words behind a state", "US Secretary of State Ada Krol spoke.", []string{"Ada Krol: person", "US: place"}},
		{"an office with its place", "Mayor of London Pia Moe, EU Commissioner for Trade Tom Pask and Governor of the Bank of England Mark Krol met.", []string{"EU: organisation", "Mark Krol: person", "Pia Moe: person", "Tom Pask: person"}},
		{"an office of a body", "President of the European Commission Ada Krol spoke. The President of the World Bank left.", []string{"Ada Krol: person", "World Bank: organisation"}},
		{"a capital that is a surname", "The minister David Kingston spoke. Later Kingston left.", []string{"David Kingston: person"}},
		{"a word that is a capital too", "Male voters backed the plan. Malé did not.", []string{"Malé: place"}},
		{"a capital that is a word too", "He flew to Male on Monday.", []string{"Male: place"}},
		{"a name with an ampersand", "It was bought by Marlin & Crewe.", []string{"Marlin & Crewe: organisation"}},
		{"an honour is no part of a name", "It was Fiona Galbraith KC who asked.", []string{"Fiona Galbraith: person"}},
		{"a portfolio is no part of a name", "It was Deputy Minister of Transport Rustam Yuldashev.", []string{"Rustam Yuldashev: person"}},
		{"an occupation opens the sentence", "Retiree Bob Stavros left. Palaeontologist Ada Lund stayed.", []string{"Ada Lund: person", "Bob Stavros: person"}},
		{"letters of no Latin script", "Это сказал Песков. 他来自北京。", []string{"Песков: person"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, x := collect(t, tt.text)
			if got := listed(x); !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestFolding(t *testing.T) {
	for _, tt := range []struct {
		name  string
		texts []string
		want  []string // with the number of mentions
	}{
		{"surname alone", []string{"President Ilham Aliyev spoke. Then Aliyev left, and Aliyev's guard."}, []string{"Ilham Aliyev 3"}},
		{"spellings across articles", []string{"It was President Ilham Aliyev who spoke.", "It was President İlham Əliyev who left."}, []string{"Ilham Aliyev 2"}},
		{"scripts across articles", []string{"It was spokesman Dmitry Peskov who spoke.", "It was spokesman Дмитрий Песков who left."}, []string{"Dmitry Peskov 2"}},
		{"transliterations", []string{"It was President Volodymyr Zelensky.", "It was President Volodymyr Zelenskyy."}, []string{"Volodymyr Zelensky 2"}},
		{"two of one surname", []string{"President Ilham Aliyev met President Heydar Aliyev."}, []string{"Heydar Aliyev 1", "Ilham Aliyev 1"}},
		{"the nearest before takes the surname", []string{"President Ilham Aliyev spoke of President Heydar Aliyev. So Aliyev left."}, []string{"Heydar Aliyev 2", "Ilham Aliyev 1"}},
		{"a councillor with and without the title", []string{"It was Cllr Dorothy Shah who left.", "Dorothy Shah voted against."}, []string{"Dorothy Shah 2"}},
		{"the surname of who bears the title", []string{"It was Cllr Derek Hughes who lost.", "It was Cllr Hughes who spoke. Then Beryl Hughes wept."}, []string{"Beryl Hughes 1", "Derek Hughes 2"}},
		{"an initial tells more than a surname", []string{"It was Minister R. Shivananda. So Shivananda left, and Shivananda's guard."}, []string{"R. Shivananda 3"}},
		{"an initial", []string{"It was President Ilham Aliyev.", "It was President I. Aliyev."}, []string{"Ilham Aliyev 2"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, x := collect(t, tt.texts...)
			var got []string
			for _, e := range x.Entities {
				got = append(got, fmt.Sprintf("%s %d", e.Name, len(e.Mentions)))
			}
			slices.Sort(got)
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestTitles(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []string
		female     bool
		male       bool
	}{
		{"before the name", "It was Kremlin Spokesman Dmitry Peskov.", []string{"Kremlin Spokesman"}, false, true},
		{"in lower case", "It was the former press secretary Anna Lind.", []string{"former press secretary"}, true, false},
		{"after the name", "It was Anna Lind, a spokeswoman for the bank, who spoke.", []string{"spokeswoman for the bank"}, true, false},
		{"it may be the title of another", "It was the press secretary of the Russian President Dmitry Peskov.", nil, false, true},
		{"her husband", "It was her husband, Jack Tervo, who paid.", nil, false, true},
		{"his wife", "It was his wife Robin Tervo who paid.", nil, true, false},
		{"an honorific is no title", "It was Mr. Peskov.", nil, false, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, x := collect(t, tt.text)
			for _, e := range x.Entities {
				if e.Kind != Person {
					continue
				}
				if !slices.Equal(e.Titles, tt.want) || e.Female != tt.female || e.Male != tt.male {
					t.Errorf("%s: titles %q, female %v, male %v; want %q, %v, %v", e.Name, e.Titles, e.Female, e.Male, tt.want, tt.female, tt.male)
				}
				return
			}
			t.Error("nobody found")
		})
	}
}

func TestSpellingKey(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		same bool
	}{
		{"Peskov", "Песков", true},
		{"Aliyev", "Əliyev", true},
		{"Aliyev", "Aliev", true},
		{"Zelensky", "Zelenskyy", true},
		{"Yeltsin", "Eltsin", true},
		{"Pashinyan", "Փաշինյան", true},
		{"Khrushchev", "Хрущев", true},
		{"Qaddafi", "Kadafi", true},
		{"Lavrov", "Lavrova", false},
		{"Putin", "Rutin", false},
	} {
		if got := SpellingKey(tt.a) == SpellingKey(tt.b); got != tt.same {
			t.Errorf("%s %q and %s %q: same is %v", tt.a, SpellingKey(tt.a), tt.b, SpellingKey(tt.b), got)
		}
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{"Əliyev": "aliyev", "Песков": "peskov", "U.S.": "us", "Cote d’Ivoire": "cote divoire", "İstanbul": "istanbul", "plain": "plain", "北京": "北京"} {
		if got := fold(in); got != want {
			t.Errorf("fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestCountryOf(t *testing.T) {
	for in, want := range map[string]string{"Armenian": "Armenia", "Yerevan": "Armenia", "the Kremlin": "Russia", "U.S.": "United States", "Kiev": "Ukraine", "Kyiv": "Ukraine", "Malé": "Maldives", "Male": "", "Oz": "", "": ""} {
		if got := CountryOf(in); got != want {
			t.Errorf("CountryOf(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestDescribe(t *testing.T) {
	for _, tt := range []struct{ phrase, role, country string }{
		{"the senior Russian diplomat", "diplomat", "Russia"},
		{"press secretary of the Russian President", "spokesman", "Russia"},
		{"Armenian Prime Minister", "prime minister", "Armenia"},
		{"the country’s President", "president", ""},
		{"two ministers", "minister", ""},
		{"a cold wind", "", ""},
	} {
		if got := Describe(tt.phrase); got.Role != tt.role || got.Country != tt.country {
			t.Errorf("Describe(%q) = %+v, want role %q of %q", tt.phrase, got, tt.role, tt.country)
		}
	}
}

func TestTokens(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"words and marks", "Peskov said: no.", "Peskov|said|:|no|."},
		{"titles and initials keep their stops", "Mr. J. Lind of the U.S. left.", "Mr.|J.|Lind|of|the|U.S.|left|."},
		{"possessives", "Putin's and the workers' rights", "Putin|'s|and|the|workers|'|rights"},
		{"clitics", "we'll and it’s", "we|'ll|and|it|’s"},
		{"apostrophe at the end", "Lil' Kim met 'Bo' in Pay N' Pak & Co.", "Lil'|Kim|met|'|Bo|'|in|Pay|N'|Pak|&|Co."},
		{"apostrophe inside", "isn't O'Neill", "isn't|O'Neill"},
		{"numbers", "1,200 at 12:00 in a 24-nation pact of 1992-1994", "1,200|at|12:00|in|a|24-nation|pact|of|1992-1994"},
		{"a damaged rune stays inside its word", "Reykjav·k", "Reykjav·k"},
		{"two marks", "``a'' -- b", "``|a|''|--|b"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, tok := range Tokens(tt.in, text.Span{End: int32(len(tt.in))}) {
				got = append(got, tok.Span.Of(tt.in))
			}
			if strings.Join(got, "|") != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// TestFive lists everybody and everything that the five articles name.
func TestFive(t *testing.T) {
	p, err := data.Pack()
	if err != nil {
		t.Fatal(err)
	}
	d, err := dossier.New(p)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	w := bufio.NewWriter(&b)
	fmt.Fprintln(w, "kind\tmentions\tname\ttitles")
	for _, e := range Collect(d).Entities {
		fmt.Fprintf(w, "%s\t%d\t%s\t%s\n", kindNames[e.Kind], len(e.Mentions), e.Name, strings.Join(e.Titles, ", "))
	}
	w.Flush()
	golden.Check(t, "karabakh.txt", b.String())
}

func FuzzCollect(f *testing.F) {
	f.Add("Kremlin Spokesman Dmitry Peskov told TASS. Peskov’s words.", "It was İlham Əliyev.")
	f.Add("A B C of the D & E-F", "\xffPr\xc3\xa9sident “X” of of the")
	f.Add("Chancellor of the", "Minister of")
	f.Fuzz(func(t *testing.T, a, b string) {
		d, err := dossier.New(dossier.Pack{Articles: []dossier.Meta{{ID: "a", Text: a}, {ID: "b", Text: b}}})
		if err != nil {
			return
		}
		x := Collect(d)
		for i := range d.Articles {
			s := d.Articles[i].Text
			last := int32(0)
			for _, l := range x.In(i) {
				if l.Span.Start < last || l.Span.Empty() || int(l.Span.End) > len(s) || !utf8.RuneStart(s[l.Span.Start]) || int(l.Span.End) < len(s) && !utf8.RuneStart(s[l.Span.End]) {
					t.Errorf("mention %v of %q after %d", l.Span, s, last)
				}
				last = l.Span.End
				if l.Entity < 0 || int(l.Entity) >= len(x.Entities) {
					t.Errorf("entity %d of %d", l.Entity, len(x.Entities))
				}
			}
		}
		for _, e := range x.Entities {
			if e.Name == "" || len(e.Mentions) == 0 {
				t.Errorf("empty entity %+v", e)
			}
		}
	})
}

// TestRoles checks that a phrase belongs to one kind of role, and that what a kind
// may be called is a kind too.
func TestRoles(t *testing.T) {
	phrases, kinds := map[string]bool{}, map[string]bool{}
	once := func(phrase string) {
		if phrases[phrase] {
			t.Errorf("%q is listed twice", phrase)
		}
		phrases[phrase] = true
		for _, word := range strings.Fields(phrase) {
			if n := len(Tokens("A "+strings.ToUpper(word[:1])+word[1:], span(2, 2+len(word)))); n != 1 {
				t.Errorf("%q of %q is never one word", word, phrase)
			}
		}
	}
	for _, r := range roles {
		for same := range strings.SplitSeq(r.kinds, ",") {
			kind, _, _ := strings.Cut(same, "/")
			kinds[kind] = true
			for phrase := range strings.SplitSeq(same, "/") {
				once(phrase)
				if !strings.HasSuffix(phrase, ".") {
					once(plural(phrase))
				}
			}
		}
	}
	for _, r := range roles {
		for wider := range strings.SplitSeq(r.wider, ",") {
			if wider != "" && !kinds[wider] {
				t.Errorf("%q is no kind of role", wider)
			}
		}
	}
}
