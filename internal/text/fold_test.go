package text

import (
	"testing"
	"unicode/utf8"
)

func TestFold(t *testing.T) {
	for _, tt := range []struct{ name, s, want string }{
		{"case", "MOSCOW", "moscow"},
		{"Cyrillic", "Песков", "peskov"},
		{"Cyrillic name", "Дмитрий Медведев", "dmitriy medvedev"},
		{"Ukrainian", "Зеленський Київ", "zelenskiy kiyiv"},
		{"Armenian capitals", "ԱԼԻԵՎ", "aliev"},
		{"Armenian", "Փաշինյան", "pashinyan"},
		{"Armenian vowel of two letters", "Ռուսաստան", "rusastan"},
		{"Armenian ligature", "Երևան", "erevan"},
		{"Georgian", "თბილისი", "tbilisi"},
		{"Greek", "Μητσοτάκης Ευρώπη", "mitsotakis europi"},
		{"Azerbaijani", "Əliyev", "aliyev"},
		{"Azerbaijani dotted and dotless i", "İlham Qarabağ Bakı", "ilham qarabag baki"},
		{"Turkish capitals", "DIŞİŞLERİ", "disisleri"},
		{"Icelandic", "Reykjavík Þórður", "reykjavik thordur"},
		{"German", "Straße Müller", "strasse muller"},
		{"Vietnamese", "Nguyễn", "nguyen"},
		{"decomposed", "Reykjavi\u0301k", "reykjavik"},
		{"ligature", "ﬁnal oﬃce", "final office"},
		{"full width", "ＮＡＴＯ２０", "nato20"},
		{"possessive", "Peskov's Moscow’s", "peskov moscow"},
		{"plural possessive", "countries' leaders", "countries leaders"},
		{"apostrophe within", "O'Brien O’Brien don't", "obrien obrien dont"},
		{"hyphen", "Nagorno-Karabakh", "nagorno karabakh"},
		{"dash between words", "co-chairs - Russia", "co chairs russia"},
		{"initials", "the U.S. and U.S.-led N.K.R.", "the us and us led nkr"},
		{"initials end a sentence", "in the U.S. Then", "in the us then"},
		{"a letter ends a sentence", "plan B. Then", "plan b then"},
		{"numbers", "144.60 1,200 3-1/8", "144 60 1 200 3 1 8"},
		{"soft hyphen", "cease\u00adfire", "ceasefire"},
		{"Chinese", "北京市", "北京 京市 市"},
		{"one character", "京", "京"},
		{"Chinese among Latin", "the北京news", "the 北京 京 news"},
		{"Arabic", "قره باغ", "قره باغ"},
		{"no word", " — … ", ""},
		{"empty", "", ""},
		{"not UTF-8", "ab\xffcd", "ab cd"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := Fold(tt.s); got != tt.want {
				t.Errorf("Fold(%q) = %q, want %q", tt.s, got, tt.want)
			}
		})
	}
}

func TestNextTermSpans(t *testing.T) {
	s := "Peskov's U.S. trip"
	var got []string
	for at := 0; ; {
		sp, next := NextTerm(s, at)
		if sp.Empty() {
			break
		}
		got, at = append(got, sp.Of(s)), next
	}
	want := []string{"Peskov", "U.S", "trip"}
	for i := range want {
		if len(got) != len(want) || got[i] != want[i] {
			t.Fatalf("terms of %q = %q, want %q", s, got, want)
		}
	}
}

func TestSpellingsMeet(t *testing.T) {
	for _, names := range [][]string{
		{"Aliyev", "Aliev", "Алиев", "ԱԼԻԵՎ", "Əliyev"},
		{"Dmitry", "Dmitriy", "Dmitrii", "Дмитрий"},
		{"Yerevan", "Erevan", "Երևան", "Ереван"},
		{"Sergey", "Sergei", "Сергей"},
		{"Alexey", "Aleksei", "Алексей"},
		{"Azerbaijan", "Азербайджан"},
		{"Shoigu", "Шойгу"},
		{"Pashinyan", "Пашинян", "Pashinian"},
		{"Zelensky", "Zelenskyy", "Зеленский", "Зеленський"},
		{"Yevgeny", "Евгений", "Evgeny"},
	} {
		want := Spelling(Fold(names[0]))
		for _, name := range names[1:] {
			if got := Spelling(Fold(name)); got != want {
				t.Errorf("spelling of %s is %q, of %s %q", name, got, names[0], want)
			}
		}
	}
	for _, apart := range [][2]string{{"year", "ear"}, {"yearned", "earned"}, {"Baku", "Bakou"}} {
		if Spelling(Fold(apart[0])) == Spelling(Fold(apart[1])) {
			t.Errorf("%s and %s meet", apart[0], apart[1])
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"Əliyev’s Nagorno-Karabakh", "U.S.-brokered", "北京市 ＡＢ", "Ռուսաստան", "a\xffb'", "\u212a\u1e9e"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := Fold(s)
		if twice := Fold(once); ideographs(once) == 0 && twice != once {
			t.Errorf("Fold(%q) = %q, folded again %q", s, once, twice)
		}
		for at := 0; ; {
			sp, next := NextTerm(s, at)
			if sp.Empty() {
				break
			}
			if int(sp.Start) < at || next <= at || int(sp.End) > len(s) || next < int(sp.Start) {
				t.Fatalf("NextTerm(%q, %d) = %v, %d", s, at, sp, next)
			}
			if !utf8.ValidString(s) {
				return
			}
			if !utf8.ValidString(sp.Of(s)) {
				t.Fatalf("NextTerm(%q, %d) = %v cuts a rune", s, at, sp)
			}
			at = next
		}
	})
}

// ideographs counts the characters that make terms of two; folding the folded
// form again finds other pairs.
func ideographs(s string) (n int) {
	for _, r := range s {
		if Ideographic(r) {
			n++
		}
	}
	return n
}
