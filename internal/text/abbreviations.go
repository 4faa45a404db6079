package text

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// What a point after a word says about the end of the sentence, weakest first.
type point uint8

const (
	ends     point = iota // an ordinary word: the sentence ends
	perhaps               // "Inc.", "U.S.", "etc.": ends before a sentence starter
	forDigit              // "No.", "Jan.": goes on before a figure, else ends
	never                 // "Mr.", "Gen.": a name follows
)

// abbreviations are folded to lower case, without their last point. Where a
// word is also an ordinary one ("no", "art", "fig"), only a figure after the
// point makes it an abbreviation. Months and weekdays are shortened in many ways
// that a figure follows.
var abbreviations = sync.OnceValue(func() map[string]point {
	m := make(map[string]point)
	for kind, words := range [...]string{
		never: `mr mrs ms mx dr prof rev hon messrs mme mlle mgr msgr fr
			gen col lt sgt capt maj cmdr cdr adm brig cpl pvt pte pfc supt insp det
			rep reps sen sens gov pres amb atty st ste mt ft vs cf viz
			sra srta dña hr frl herr ing dipl mag
			проф акад ген им ул г-н г-жа тов полк`,
		perhaps: `inc corp co cos ltd llc plc bros gmbh cie pty bhd spa
			jr sr esq etc al dept univ assn bldg ave blvd rd sq hwy
			approx est incl ext misc e.g i.e a.m p.m ph.d m.d b.a m.a
			ala ariz ark calif colo conn del fla ga ill ind kan ky la md mich minn miss mo mont
			neb nev okla ore pa tenn tex va vt wash wis wyo
			u.s u.n u.k u.s.a u.s.s.r d.c e.u
			bzw usw z.b u.a d.h ca ggf inkl bzgl zzgl
			ee.uu ud uds p.ej
			т.д т.п т.е т.к др пр см гг руб коп млн млрд трлн тыс кв обл р-н экз н.э`,
		forDigit: `no nos nr num art arts ch fig figs sec vol vols p pp par para pt ed op cit
			jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
			янв февр фев мар апр авг сент сен окт нояб ноя дек стр гл рис табл ст п д корп`,
	} {
		for _, w := range strings.Fields(words) {
			m[w] = point(kind)
		}
	}
	return m
})

// starters are words that, with a capital, begin a sentence rather than a
// name: after "U.S." or "Inc." only these end one.
var starters = WordSet{Words: `a about according after against all along also although among an and another
		any as asked at because before being both but by despite during each earlier either even every for
		from further given had has have he her here his how however i if in instead into it its
		last later like many meanwhile more moreover most much my nearly neither never next no nobody none nor not
		nothing now of on once one only or other others our over perhaps previously several
		she should since so some soon still such than that the their then there
		therefore these they this those though through throughout thus to today tomorrow
		two under unlike until up upon was we were what whatever when where whether which while who
		whose why will with within without would yes yesterday yet you your
		der die das ein eine er sie es wir im am in und aber doch nach vor bei
		le la les un une il elle ils elles nous dans en et mais selon après
		el los las una él ella ellos en y pero según
		в на и но а он она они это мы по при как для однако после также с за из к у о`}

// pointAfter says what a point after word means. word holds the letters before
// the point and the points between them: "Gen", "U.S", "J".
func pointAfter(word string) point {
	if word == "" {
		return ends
	}
	first, n := utf8.DecodeRuneInString(word)
	if n == len(word) && unicode.IsUpper(first) {
		return perhaps // an initial: "V. Putin"
	}
	if kind, ok := abbreviations()[strings.ToLower(word)]; ok {
		return kind
	}
	if strings.Contains(word, ".") {
		return perhaps // an initialism: "N.A.T.O."
	}
	if unicode.IsUpper(first) && len(word) <= 5 && !hasVowel(word) && strings.ToUpper(word) != word {
		return perhaps // a word nobody could speak: "Gdns.", "Ltd."
	}
	return ends
}

// hasVowel reports whether word, in Latin script, has a letter that may be a
// vowel; other scripts count as having one.
func hasVowel(word string) bool {
	for _, r := range word {
		if r >= utf8.RuneSelf || strings.ContainsRune("aeiouyAEIOUY", r) {
			return true
		}
	}
	return false
}
