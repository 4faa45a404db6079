package names

import (
	"strings"
	"sync"

	"parallax/internal/text"
)

// fold writes a name in lower-case Latin letters without diacritics, stops and
// apostrophes, a blank for other white space: "Əliyev" gives "aliyev", "Песков"
// "peskov", "U.S." "us".
// Letters it does not know stay as they are.
func fold(name string) string {
	plain := true
	for i := 0; i < len(name); i++ {
		if c := name[i]; !(c >= 'a' && c <= 'z' || c == ' ' || c == '-') {
			plain = false
			break
		}
	}
	if plain {
		return name
	}
	var b strings.Builder
	b.Grow(len(name))
	for _, r := range strings.ToLower(name) {
		switch {
		case text.Space(r):
			b.WriteByte(' ')
		case r == '.' || isApostrophe(r) || r == 0x0307: // the dot left over of "İ"
		case r < 0x80:
			b.WriteRune(r)
		default:
			if latin, ok := latinOf()[r]; ok {
				b.WriteString(latin)
			} else if r < 0x300 || r > 0x36F { // combining marks are dropped
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

// latinOf spells letters of the Latin, Cyrillic and Armenian alphabets as wire
// copy does in English.
var latinOf = sync.OnceValue(func() map[rune]string {
	m := map[rune]string{}
	for _, row := range []string{
		"a áàâãäåāăąə", "c çćčĉċ", "d ďđð", "e éèêëēĕėęě", "g ğĝġģ", "h ĥħ", "i íìîïīĭįı",
		"j ĵ", "k ķ", "l ĺļľłŀ", "n ñńņňŋ", "o óòôõöøōŏő", "r ŕŗř", "s śŝșş", "t ţťŧț",
		"u úùûüūŭůűų", "w ŵ", "y ýÿŷ", "z źżž", "ae æ", "oe œ", "ss ß", "th þ", "sh š",
		"a а", "b б", "v в", "g гґ", "d д", "e еэє", "yo ё", "zh ж", "z з", "i иі", "y йы", "yi ї",
		"k к", "l л", "m м", "n н", "o о", "p п", "r р", "s с", "t т", "u у", "f ф", "kh х",
		"ts ц", "ch ч", "sh ш", "shch щ", "yu ю", "ya я",
		"a ա", "b բ", "g գ", "d դ", "e եէը", "z զ", "t թտ", "zh ժ", "i ի", "l լ", "kh խ", "ts ծց",
		"k կք", "h հ", "dz ձ", "gh ղ", "ch ճչ", "m մ", "y յ", "n ն", "sh շ", "o ոօ", "p պփ", "j ջ",
		"r ռր", "s ս", "v վև", "f ֆ",
	} {
		latin, letters, _ := strings.Cut(row, " ")
		for _, r := range letters {
			m[r] = latin
		}
	}
	m['ъ'], m['ь'] = "", ""
	return m
})

// spellings fold the ways English writes one foreign sound; the order matters.
var spellings = strings.NewReplacer(
	"skyy", "ski", "skiy", "ski", "skyi", "ski", "skii", "ski", "skij", "ski", "sky", "ski",
	"shch", "sh", "tch", "ch", "tsch", "ch", "sch", "sh", "tz", "ts", "dzh", "j", "dj", "j",
	"kh", "h", "gh", "g", "zh", "j", "ph", "f", "ck", "k", "ou", "u", "oo", "u", "ee", "i",
	"aiy", "ai", "iye", "ie", "iya", "ia", "yi", "i", "yy", "i", "ij", "i", "y", "i", "q", "k", "w", "v", "x", "ks",
)

// SpellingKey folds the usual transliterations of one word together:
// "Zelenskyy" and "Zelensky", "Əliyev" and "Aliyev" and "Aliev". Keys are for
// comparing, not for showing.
func SpellingKey(word string) string {
	k := spellings.Replace(fold(word))
	var b strings.Builder
	var last rune
	for _, r := range k {
		if r == last || r == '-' || r == ' ' {
			continue // doubled letters
		}
		b.WriteRune(r)
		last = r
	}
	k = b.String()
	if strings.HasPrefix(k, "ie") { // Yeltsin, Eltsin
		k = k[1:]
	}
	return k
}

var articles = text.WordSet{Words: text.Articles}
