package names

import (
	"strings"
	"sync"

	"parallax/internal/text"
)

// A role is what a title says a person does. Each kind of it is one phrase, or
// several by strokes that mean the same: "the officer" is a policeman. Who bears
// one of its kinds may be called by a wider one, as a deputy foreign minister is
// "the senior diplomat", and by no other: "the nurse" is no surgeon.
type role struct {
	kinds string // separated by commas; the first phrase of each names it
	wider string // names of wider kinds, separated by commas
}

// roles lists no phrase twice, nor its plural; the longest phrase that fits is
// read.
var roles = []role{
	{"activist/campaigner,cleric,coach/head coach,engineer,expert,technician,mechanic,manager,trainer,doctor/physician,medic,worker,teacher,student,driver,resident,shopkeeper,parent,passenger,commuter,shopper,pilot,sailor,grandmother,grandfather,retiree/pensioner,volunteer,environmentalist/conservationist,entrepreneur", ""},
	{"farmer,fisherman,journalist,filmmaker,actor/actress,singer,player,lawyer/attorney/counsel/defense lawyer/defence lawyer,owner,partner,victim,witness/eyewitness,survivor,suspect,defendant,plaintiff", ""},
	{"dissident,organizer/organiser", "activist"},
	{"adviser/advisor/special adviser/aide/presidential aide,assistant", "adviser,official"},
	{"ambassador,envoy/special envoy/special representative,permanent representative,charge d'affaires,consul,high commissioner", "envoy,diplomat,official"},
	{"analyst/senior analyst,economist/chief economist,strategist,trader,dealer,broker,researcher,historian,observer,academic/scholar", "expert"},
	{"scientist", "researcher,expert"},
	{"professor/prof.,lecturer", "academic,expert"},
	{"author/writer,novelist,poet", "author"},
	{"reporter/correspondent,editor/editor-in-chief,columnist", "journalist"},
	{"chairman/chairwoman/chairperson/chair/board chairman", "executive,leader,chief,official"},
	{"chief executive/chief executive officer/ceo/managing director", "executive,leader,chief"},
	{"president and chief executive", "chief executive,president,executive,leader,chief"},
	{"director/executive director,director general/director-general,deputy director", "director,executive,chief,official"},
	{"chief/head,police chief,army chief,chief of staff,governor of the bank", "chief,official,leader"},
	{"commissioner,diplomat,politician,executive,trustee,auditor,coroner,official/bureaucrat/functionary", "official"},
	{"founder/co-founder,treasurer,vice chairman,chief financial officer/cfo,chief operating officer", "executive,official"},
	{"commander/commander-in-chief,colonel/col./lieutenant colonel/lt. col.,admiral/adm.,brigadier,captain/capt.,major/maj.,lieutenant/lt.,sergeant/sgt.,marshal", "commander,officer,official,soldier"},
	{"general/gen.,major general/maj. gen.,lieutenant general/lt. gen.", "general,commander,officer,official,soldier"},
	{"officer/police officer/policeman/policewoman,constable,detective,inspector,superintendent,soldier", "officer,official"},
	{"surgeon", "doctor"},
	{"headteacher/headmaster/headmistress", "teacher"},
	{"nurse", "medic"},
	{"villager", "resident"},
	{"striker,goalkeeper", "player"},
	{"solicitor,barrister", "lawyer"},
	{"chancellor", "leader,official,politician,head of government"},
	{"head of government,head of state", "leader,official,politician"},
	{"president/ex-president", "leader,head of state,official,politician,executive"},
	{"prime minister/premier/pm/taoiseach", "leader,minister,head of government,official,politician"},
	{"vice president/vice-president/vp/deputy president,senior vice president,executive vice president", "vice president,official,politician,executive"},
	{"foreign minister/minister of foreign affairs/top diplomat/chief diplomat", "diplomat,minister,official,politician"},
	{"foreign secretary/secretary of state", "foreign minister,secretary,diplomat,minister,official,politician"},
	{"deputy foreign minister/first deputy foreign minister/deputy minister of foreign affairs,deputy secretary of state,assistant secretary of state,undersecretary of state", "diplomat,deputy minister,official"},
	{"finance minister/minister of finance", "minister,official,politician"},
	{"treasury secretary/secretary of the treasury", "finance minister,secretary,minister,official,politician"},
	{"chancellor of the exchequer", "finance minister,chancellor,minister,official,politician"},
	{"defense minister/defence minister/minister of defense/minister of defence", "minister,official,politician"},
	{"defense secretary/defence secretary/secretary of defense", "defense minister,secretary,minister,official,politician"},
	{"minister/cabinet minister,deputy minister,interior minister,justice minister,economy minister,health minister,energy minister,oil minister,trade minister,agriculture minister,education minister,transport minister,environment minister", "minister,official,politician"},
	{"secretary,commerce secretary,home secretary,health secretary", "secretary,minister,official,politician"},
	{"governor/gov./regional head,mayor,premier of the state", "official,politician,leader"},
	{"candidate", "politician"},
	{"leader,party leader,opposition leader,separatist leader,rebel leader", "leader,politician,official"},
	{"secretary general/secretary-general/general secretary", "official,leader,chief"},
	{"lawmaker/legislator/member of parliament/mp/backbencher,senator/sen.,representative/rep./congressman/congresswoman,deputy,speaker/house speaker/parliament speaker/speaker of the house/speaker of parliament", "lawmaker,politician,official"},
	{"majority leader/house majority leader/senate majority leader,minority leader", "leader,lawmaker,politician,official"},
	{"judge,justice/chief justice,magistrate", "judge,official"},
	{"prosecutor/chief prosecutor/prosecutor general,attorney general,district attorney", "prosecutor,official,lawyer"},
	{"monarch,king,sultan,emir,emperor,queen,empress", "monarch,leader,head of state"},
	{"prince/crown prince,sheikh,pope,princess,duchess", "leader,head of state"},
	{"priest,bishop,archbishop,cardinal,pastor,reverend/rev.,imam,ayatollah,patriarch,rabbi", "cleric"},
	{"spokesman/spokesperson/spokeswoman/press secretary/press spokesman/official representative/press officer", "official"},
}

// honorifics stand before a surname and say nothing but how to address.
var honorifics = text.WordSet{Words: `mr mr. mrs mrs. ms ms. miss dr dr. sir lord lady dame baroness madame hon. herr frau monsieur signor señor sheikh shri cllr councillor`}

// civic are those of them that not everybody bears.
var civic = text.WordSet{Words: `cllr councillor`}

// femaleWords and maleWords tell "she" from "he".
var (
	femaleWords = text.WordSet{Words: `mrs mrs. ms ms. miss lady dame baroness madame frau queen princess spokeswoman chairwoman congresswoman actress woman mother grandmother wife daughter sister widow she her businesswoman policewoman`}
	maleWords   = text.WordSet{Words: `mr mr. sir lord king prince spokesman chairman congressman actor man father grandfather husband son brother pope he his him businessman policeman`}
)

// rank are the words before a role that grade it: "deputy", "former".
var rank = text.WordSet{Words: `deputy former senior top chief first acting interim then-president assistant vice ex outgoing incoming new top-ranking high-ranking veteran leading lead general state national federal special presidential regional local junior permanent executive`}

// Description is what a title or an epithet says of a person: "the senior
// Russian diplomat" is a diplomat of Russia.
type Description struct {
	Role    string // "" if no word of a role stands there
	Wider   []string
	Country string // of an adjective, a state, a capital or a seat of government
	Female  bool
	Male    bool
	Plural  bool
}

type roleEntry struct {
	kind   string // of a role, "" if none
	wider  string // as in roles
	plural bool
}

// roleTable holds the phrases of all roles.
type roleTable struct {
	phrases map[string]roleEntry
	starts  map[string]int // words of the longest phrase that begins with a word
	longest int            // words of the longest phrase
}

// allRoles is read when it is first asked for, as allPlaces is.
var allRoles = sync.OnceValue(readRoles)

// longestRole is how many words the longest phrase has.
func longestRole() int { return allRoles().longest }

func readRoles() *roleTable {
	t := &roleTable{phrases: make(map[string]roleEntry, 600), starts: make(map[string]int, 400)}
	put := func(phrase string, e roleEntry) {
		t.phrases[phrase] = e
		words := 1 + strings.Count(phrase, " ")
		first, _, _ := strings.Cut(phrase, " ")
		t.starts[first] = max(t.starts[first], words)
		t.longest = max(t.longest, words)
	}
	for _, r := range roles {
		for phrases := range strings.SplitSeq(r.kinds, ",") {
			kind, _, _ := strings.Cut(phrases, "/")
			for phrase := range strings.SplitSeq(phrases, "/") {
				put(phrase, roleEntry{kind, r.wider, false})
				if short := strings.ReplaceAll(phrase, ".", ""); short != phrase {
					put(short, roleEntry{kind, r.wider, false}) // "Prof Aldous"
				} else {
					put(plural(phrase), roleEntry{kind, r.wider, true})
				}
			}
		}
	}
	return t
}

func plural(phrase string) string {
	switch {
	case strings.HasSuffix(phrase, "man"):
		return strings.TrimSuffix(phrase, "man") + "men"
	case strings.HasSuffix(phrase, "y"):
		return strings.TrimSuffix(phrase, "y") + "ies"
	case strings.HasSuffix(phrase, "ch") || strings.HasSuffix(phrase, "ss"):
		return phrase + "es"
	}
	return phrase + "s"
}

// RoleAt returns the number of tokens of the role that begins at toks[i], and
// its name; 0 if none does.
func RoleAt(toks []Token, i int) (n int, name string) {
	n, e := roleAt(toks, i)
	return n, e.kind
}

func roleAt(toks []Token, i int) (int, roleEntry) {
	if toks[i].Kind != Word {
		return 0, roleEntry{}
	}
	t := allRoles()
	longest := min(t.starts[toks[i].Low], len(toks)-i)
	best, found := 0, roleEntry{}
	phrase := ""
	for n := 1; n <= longest && toks[i+n-1].Kind == Word; n++ {
		if n > 1 {
			phrase += " "
		}
		phrase += toks[i+n-1].Low
		if e, ok := t.phrases[phrase]; ok {
			best, found = n, e
		}
	}
	if best == 0 {
		if kind := strings.TrimSuffix(toks[i].Low, "s"); strings.HasSuffix(kind, "ologist") {
			return 1, roleEntry{kind, "scientist,researcher,expert", kind != toks[i].Low}
		}
	}
	if best > 0 && headed.Has(toks[i+best-1].Low) {
		best += portfolio(toks[i+best:])
	}
	if best > 0 {
		best += seatBeforeName(toks[i+best:])
	}
	return best, found
}

// headed are those who have a portfolio, portfolios what its name is made of.
var (
	headed     = text.WordSet{Words: "minister ministers secretary commissioner"}
	portfolios = text.WordSet{Words: `foreign internal external affairs transport energy finance economy economic health education defense defence justice interior agriculture
		trade industry commerce culture environment labor labour sport sports tourism science development emergency situations communications digital security housing refugees human rights`}
)

// portfolio returns how many tokens of toks tell what a minister heads: "of
// Transport", "of health and education".
func portfolio(toks []Token) int {
	n := 0
	for k := 1; k < len(toks) && (toks[0].Low == "of" || toks[0].Low == "for") && (portfolios.Has(toks[k].Low) || toks[k].Low == "and" || k == 1 && toks[k].Low == "the"); k++ {
		if portfolios.Has(toks[k].Low) {
			n = k + 1
		}
	}
	return n
}

// seatBeforeName returns how many of toks, which stand behind a role, say of what place
// or body it is, if a name follows: "of London" in "Mayor of London Sadiq Khan".
func seatBeforeName(toks []Token) int {
	if len(toks) == 0 || toks[0].Low != "of" && toks[0].Low != "for" {
		return 0
	}
	from := 1
	if from < len(toks) && toks[from].Low == "the" {
		from++
	}
	n := from
	for n < len(toks) && nameable(toks[n]) && !orgWords.Has(toks[n].Low) {
		n++
	}
	switch {
	case n < len(toks) && nameable(toks[n]):
		n++ // "the European Commission"
		if n < len(toks) && toks[n].Low == "of" {
			n += 1 + stateAt(toks[n+1:])
		}
	default:
		n = from + stateAt(toks[from:])
	}
	if n == from || n+1 >= len(toks) || !nameable(toks[n]) || !nameable(toks[n+1]) {
		return 0
	}
	return n
}

// stateAt returns how many words the place that toks begin with has, 0 if they begin
// with none or with an adjective.
func stateAt(toks []Token) int {
	t := allPlaces()
	for n := min(t.longest, len(toks)); n > 0; n-- {
		words := make([]string, n)
		for k := range words {
			words[k] = toks[k].Low
		}
		if e, ok := t.entries[fold(strings.Join(words, " "))]; ok && nameable(toks[0]) && !e.adjective {
			return n
		}
	}
	return 0
}

// Describe reads a title or an epithet. The role is that of its head: of
// "press secretary of the Russian president" the press secretary.
func Describe(phrase string) Description {
	toks := Tokens(phrase, span(0, len(phrase)))
	return DescribeTokens(phrase, toks)
}

// DescribeTokens is Describe for tokens of s.
func DescribeTokens(s string, toks []Token) Description {
	var d Description
	headEnds := false // a preposition ended the head
	for i := 0; i < len(toks); {
		t := toks[i]
		if t.Kind == Word && (t.Low == "of" || t.Low == "for" || t.Low == "at" || t.Low == "to" || t.Low == "in" || t.Low == "from") && d.Role != "" {
			headEnds = true
		}
		if femaleWords.Has(t.Low) && !headEnds && !(t.Low == "her" && len(toks) > 1) {
			d.Female = true
		}
		if maleWords.Has(t.Low) && !headEnds && t.Low != "his" {
			d.Male = true
		}
		if n, e := placeAt(s, toks, i); n > 0 {
			if d.Country == "" {
				d.Country = e.country
			}
			i += n
			continue
		}
		if n, e := roleAt(toks, i); n > 0 {
			if !headEnds {
				d.Role, d.Wider, d.Plural = e.kind, strings.Split(e.wider, ","), e.plural
			}
			i += n
			continue
		}
		i++
	}
	return d
}

// placeAt returns the number of tokens of the gazetteer name that begins at
// toks[i]; 0 if none does. Adjectives count.
func placeAt(s string, toks []Token, i int) (int, placeEntry) {
	if !toks[i].Cap || wordTowns.Has(toks[i].Low) && (i == 0 || !townLeads.Has(toks[i-1].Low)) {
		return 0, placeEntry{}
	}
	t := allPlaces()
	first := fold(toks[i].Low)
	longest := t.starts[first]
	if i+1 < len(toks) && toks[i+1].Span.Start == toks[i].Span.End {
		longest = t.longest // "People's Republic": the name's first word is longer
	}
	for n := min(longest, len(toks)-i); n > 0; n-- {
		last := toks[i+n-1]
		if last.Kind != Word || n > 1 && !last.Cap {
			continue
		}
		name := first
		if n > 1 {
			name = fold(s[toks[i].Span.Start:last.Span.End])
		}
		if e, ok := t.entries[name]; ok {
			return n, e
		}
	}
	return 0, placeEntry{}
}
