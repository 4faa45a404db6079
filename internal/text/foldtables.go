package text

import (
	"strings"
	"sync"
	"unicode"
)

// tableEnd is the first code point beyond the blocks Latin, Greek, Cyrillic
// and Armenian, which fold by one table look-up.
const tableEnd = 0x590

// A run maps all code points after the run before it, up to last, to one
// ASCII spelling.
type run struct {
	last rune
	to   string
}

// folded holds the Latin spelling of a letter; "" is no letter of ours.
var folded = sync.OnceValue(func() *[tableEnd]string {
	t := new([tableEnd]string)
	from := rune(0xC0)
	for _, r := range latin {
		for ; from <= r.last; from++ {
			t[from] = r.to
		}
	}
	for _, b := range []struct {
		first rune
		words string
	}{{0x3B1, greek}, {0x430, cyrillic}, {0x460, cyrillicOld}, {0x48A, cyrillicMore}, {0x561, armenian}} {
		for i, to := range strings.Split(b.words, ",") {
			if to != "_" {
				t[b.first+rune(i)] = to
			}
		}
	}
	for from, to := range map[rune]string{'ά': "a", 'έ': "e", 'ή': "i", 'ί': "i", 'ΰ': "y", 'ΐ': "i"} {
		t[from] = to
	}
	for r := rune(0x370); r < tableEnd; r++ {
		if l := unicode.ToLower(r); t[r] == "" && l != r && l < tableEnd {
			t[r] = t[l]
		}
	}
	return t
})

// latin covers U+00C0 to U+02AF; letters of no language that newspapers write
// in are left as they are.
var latin = []run{
	{0xC5, "a"},
	{0xC6, "ae"},
	{0xC7, "c"},
	{0xCB, "e"},
	{0xCF, "i"},
	{0xD0, "d"},
	{0xD1, "n"},
	{0xD6, "o"},
	{0xD7, ""},
	{0xD8, "o"},
	{0xDC, "u"},
	{0xDD, "y"},
	{0xDE, "th"},
	{0xDF, "ss"},
	{0xE5, "a"},
	{0xE6, "ae"},
	{0xE7, "c"},
	{0xEB, "e"},
	{0xEF, "i"},
	{0xF0, "d"},
	{0xF1, "n"},
	{0xF6, "o"},
	{0xF7, ""},
	{0xF8, "o"},
	{0xFC, "u"},
	{0xFD, "y"},
	{0xFE, "th"},
	{0xFF, "y"},
	{0x105, "a"},
	{0x10D, "c"},
	{0x111, "d"},
	{0x11B, "e"},
	{0x123, "g"},
	{0x127, "h"},
	{0x131, "i"},
	{0x133, "ij"},
	{0x135, "j"},
	{0x138, "k"},
	{0x142, "l"},
	{0x14B, "n"},
	{0x151, "o"},
	{0x153, "oe"},
	{0x159, "r"},
	{0x161, "s"},
	{0x167, "t"},
	{0x173, "u"},
	{0x175, "w"},
	{0x178, "y"},
	{0x17E, "z"},
	{0x17F, "s"},
	{0x18E, ""},
	{0x18F, "a"},
	{0x19F, ""},
	{0x1A1, "o"},
	{0x1AE, ""},
	{0x1B0, "u"},
	{0x1CC, ""},
	{0x1CE, "a"},
	{0x1D0, "i"},
	{0x1D2, "o"},
	{0x1DC, "u"},
	{0x1DD, ""},
	{0x1DF, "a"},
	{0x1E5, ""},
	{0x1E7, "g"},
	{0x1E9, "k"},
	{0x1ED, "o"},
	{0x217, ""},
	{0x219, "s"},
	{0x21B, "t"},
	{0x258, ""},
	{0x259, "a"}, // ə: Əliyev is Aliyev
}

// latinAdditional covers U+1E00 to U+1EFF.
var latinAdditional = []run{
	{0x1E01, "a"},
	{0x1E07, "b"},
	{0x1E09, "c"},
	{0x1E13, "d"},
	{0x1E1D, "e"},
	{0x1E1F, "f"},
	{0x1E21, "g"},
	{0x1E2B, "h"},
	{0x1E2F, "i"},
	{0x1E35, "k"},
	{0x1E3D, "l"},
	{0x1E43, "m"},
	{0x1E4B, "n"},
	{0x1E53, "o"},
	{0x1E57, "p"},
	{0x1E5F, "r"},
	{0x1E69, "s"},
	{0x1E71, "t"},
	{0x1E7B, "u"},
	{0x1E7F, "v"},
	{0x1E89, "w"},
	{0x1E8D, "x"},
	{0x1E8F, "y"},
	{0x1E95, "z"},
	{0x1E96, "h"},
	{0x1E97, "t"},
	{0x1E98, "w"},
	{0x1E99, "y"},
	{0x1E9A, "a"},
	{0x1E9D, "s"},
	{0x1E9E, "ss"},
	{0x1E9F, "d"},
	{0x1EB7, "a"},
	{0x1EC7, "e"},
	{0x1ECB, "i"},
	{0x1EE3, "o"},
	{0x1EF1, "u"},
	{0x1EF9, "y"},
	{0x1EFF, ""},
}

// cyrillic covers U+0430 to U+045F: Russian first, then Serbian, Macedonian,
// Ukrainian and Belarusian. The signs ъ and ь fold to nothing.
const cyrillic = "a,b,v,g,d,e,zh,z,i,y,k,l,m,n,o,p,r,s,t,u,f,kh,ts,ch,sh,shch,,y,,e,yu,ya," +
	"e,e,dj,g,ye,dz,i,yi,j,lj,nj,c,k,i,u,dzh"

// cyrillicOld covers the letters of before 1918 that still occur in names.
const cyrillicOld = "o,o,e,e"

// cyrillicMore covers U+048A to U+04E9: Kazakh, Tatar, Azerbaijani and others;
// "_" leaves a letter as it is. Capital and small letter alternate.
const cyrillicMore = "_,_,_,_,_,_,g,g,g,g,g,g,zh,zh,z,z,k,k,g,g,k,k,k,k,n,n,n,n,_,_,_,_,s,s,t,t,u,u,u,u,kh,kh,ts,ts,ch,ch,j,j,h,h," +
	"ch,ch,ch,ch,_,zh,zh,_,_,_,_,n,n,_,_,_,_,_,_,_,a,a,a,a,ae,ae,e,e,a,a,a,a,zh,zh,z,z,_,_,i,i,i,i,o,o,o,o"

// armenian covers U+0561 to U+0587.
const armenian = "a,b,g,d,e,z,e,y,t,zh,i,l,kh,ts,k,h,dz,gh,ch,m,y,n,sh,o,ch,p,j,r,s,v,t,r,ts,v,p,k,o,f,ev"

// georgian covers U+10D0 to U+10F0.
var georgian = sync.OnceValue(func() []string {
	return strings.Split("a,b,g,d,e,v,z,t,i,k,l,m,n,o,p,zh,r,s,t,u,p,k,gh,q,sh,ch,ts,dz,ts,ch,kh,j,h", ",")
})

// greek covers U+03B1 to U+03CE.
const greek = "a,v,g,d,e,z,i,th,i,k,l,m,n,x,o,p,r,s,s,t,y,f,ch,ps,o,i,y,o,y,o"

// greekExtended covers U+1F00 to U+1FFF.
var greekExtended = []run{
	{0x1F0F, "a"},
	{0x1F1F, "e"},
	{0x1F2F, "i"},
	{0x1F3F, "i"},
	{0x1F4F, "o"},
	{0x1F5F, "y"},
	{0x1F6F, "o"},
	{0x1F71, "a"},
	{0x1F73, "e"},
	{0x1F77, "i"},
	{0x1F79, "o"},
	{0x1F7B, "y"},
	{0x1F7D, "o"},
	{0x1F7F, ""},
	{0x1F8F, "a"},
	{0x1F9F, "i"},
	{0x1FAF, "o"},
	{0x1FBC, "a"},
	{0x1FC1, ""},
	{0x1FC7, "i"},
	{0x1FC9, "e"},
	{0x1FCC, "i"},
	{0x1FCF, ""},
	{0x1FDB, "i"},
	{0x1FDF, ""},
	{0x1FE3, "y"},
	{0x1FE5, "r"},
	{0x1FEB, "y"},
	{0x1FEC, "r"},
	{0x1FF1, ""},
	{0x1FF7, "o"},
	{0x1FF9, "o"},
	{0x1FFC, "o"},
	{0x1FFF, ""},
}

// ligatures covers U+FB00 to U+FB06, armenianLigatures U+FB13 to U+FB17.
var (
	ligatures         = [...]string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}
	armenianLigatures = [...]string{"mn", "me", "mi", "vn", "mkh"}
)
