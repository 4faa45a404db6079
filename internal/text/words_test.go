package text

import (
	"slices"
	"strings"
	"testing"
	"unicode"
)

func TestWords(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"plain", "Talks resumed, in Geneva.", "Talks resumed in Geneva"},
		{"possessive", "Azerbaijan’s borders, Putin's aide; the parties' claims", "Azerbaijan’s borders Putin's aide the parties claims"},
		{"hyphen", "Nagorno-Karabakh flare-ups", "Nagorno Karabakh flare ups"},
		{"figures", "3,800 troops, 84.1 percent, 12:00 in 1992-1994.", "3,800 troops 84.1 percent 12 00 in 1992 1994"},
		{"initialism", "The U.S. and the U.N.S.C. at 5 p.m.", "The U.S and the U.N.S.C at 5 p.m"},
		{"lost space", "the region.Renewed clashes", "the region Renewed clashes"},
		{"middle dot", "Reykjav·k col·lega", "Reykjav·k col·lega"},
		{"marks", "Erdog\u0306an naïve", "Erdog\u0306an naïve"},
		{"quotation marks", "'Stop' ‘now’ “please”", "Stop now please"},
		{"Armenian", "Նիկոլ Փաշինյան։", "Նիկոլ Փաշինյան"},
		{"Arabic", "ناغورني قره باغ،", "ناغورني قره باغ"},
		{"Chinese", "停火2020年", "停 火 2020 年"},
		{"Japanese", "停戦のニュース", "停 戦 の ニ ュ ー ス"},
		{"emoji", "peace 🕊️ now", "peace now"},
		{"damaged", "a\xffb", "a b"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, sp := range Words(tt.in) {
				got = append(got, sp.Of(tt.in))
			}
			if want := strings.Fields(tt.want); !slices.Equal(got, want) {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

func FuzzWords(f *testing.F) {
	f.Add("Azerbaijan’s U.S. 3,800 col·lega 停火 \xff")
	f.Fuzz(func(t *testing.T, s string) {
		at := int32(0)
		for _, sp := range Words(s) {
			if sp.Empty() || sp.Start < at || !runeBorders(s, sp) {
				t.Fatalf("word %v after %d in %q", sp, at, s)
			}
			for _, r := range s[at:sp.Start] {
				if WordRune(r) && !unicode.IsMark(r) {
					t.Fatalf("%q left out before %v", r, sp)
				}
			}
			at = sp.End
		}
	})
}
