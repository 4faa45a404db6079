package text

import "strings"

// britishSpellings are parts of words that British English spells in another
// way than American, each with what may follow it.
var britishSpellings = [...]struct{ british, american, ends string }{
	{"is", "iz", "e ed es er ers ing ation ations"},
	{"ys", "yz", "e ed es er ers ing"},
	{"our", "or", "s ed ing er ers able ite ites al hood hoods"},
	{"ell", "el", "ed ing er ers"},
	{"tre", "ter", "s"},
	{"ence", "ense", "s"},
	{"gramme", "gram", "s"},
}

// American returns the American spelling of a folded English word: "privatized"
// of "privatised", "labor" of "labour". Short words stay as they are, because
// too many are others then: "prise" and "prize", "scour" and "scor(e)".
func American(word string) string {
	const before = 3 // bytes in front of the part
	for _, s := range britishSpellings {
		at := strings.LastIndex(word, s.british)
		if at < before {
			continue
		}
		if end := word[at+len(s.british):]; end == "" && len(s.british) > 2 || end != "" && strings.Contains(" "+s.ends+" ", " "+end+" ") {
			return word[:at] + s.american + end
		}
	}
	return word
}
