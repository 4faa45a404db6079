package text

import "strings"

// The closed classes of English, words with white space between them. The stages
// make their sets of these, each with what else is of the kind for what it asks.
const (
	Articles    = "the a an"
	Possessives = "his her its their our my your"
	Determiners = Articles + " " + Possessives + " this that these those some any each every no both all several many"

	Subjects = "he she they it i we you"   // pronouns that are a subject by themselves
	Objects  = "him her them it me us you" // and those that are an object

	Is          = "is are was were"
	Modals      = "will would can could may might must shall should"
	Auxiliaries = Is + " has have had do does did " + Modals // finite ones, in full

	Prepositions = `on in at since until by from before after during of to for with within over under into upon
		between among against about around through throughout near across along toward towards despite amid as than via`
	Negations = "no not never nobody nothing none neither nor"

	TwoToTen = "two three four five six seven eight nine ten"
	Weekdays = "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun"
	Months   = `january february march april may june july august september october november december
		jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.`
)

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
