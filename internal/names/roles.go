package names

import (
	"strings"
	"sync"

	"parallax/internal/text"
)

// A role is what a title says a person does: "press secretary" and
// "spokeswoman" are one role. Wider roles let "the senior diplomat" stand for a
// deputy foreign minister.
type role struct {
	name  string
	words string // phrases, separated by commas
	wider string // names of wider roles, separated by commas
}

// roles is ordered by name. A phrase belongs to the first role that lists it;
// the longest phrase that fits is read.
var roles = []role{
	{name: "activist", words: "activist,campaigner,dissident,organizer,organiser"},
	{name: "adviser", words: "adviser,advisor,aide,assistant,special adviser,presidential aide", wider: "official"},
	{name: "ambassador", words: "ambassador,envoy,special envoy,special representative,permanent representative,charge d'affaires,consul,high commissioner", wider: "diplomat,official"},
	{name: "analyst", words: "analyst,economist,strategist,chief economist,senior analyst,trader,dealer,broker,expert,researcher,scientist,historian,observer", wider: "expert"},
	{name: "author", words: "author,writer,novelist,poet,journalist,reporter,editor,editor-in-chief,columnist,correspondent,filmmaker"},
	{name: "chairman", words: "chairman,chairwoman,chairperson,chair,vice chairman,board chairman", wider: "executive,leader,head,official"},
	{name: "chancellor", words: "chancellor", wider: "leader,official,politician,head of government"},
	{name: "chief executive", words: "chief executive,chief executive officer,ceo,managing director", wider: "executive,leader,head"},
	{name: "chief", words: "chief,head,police chief,army chief,chief of staff,governor of the bank,commissioner,superintendent", wider: "official,leader"},
	{name: "coach", words: "coach,head coach,manager,trainer"},
	{name: "commander", words: "commander,commander-in-chief,general,gen.,gen,major general,lieutenant general,colonel,col.,col,admiral,adm.,brigadier,captain,capt.,major,maj.,maj. gen.,lt.,lt. gen.,lt. col.,lieutenant,sergeant,sgt.,marshal", wider: "officer,official,soldier"},
	{name: "defense minister", words: "defense minister,defence minister,defense secretary,defence secretary,secretary of defense,minister of defense,minister of defence", wider: "minister,official,politician"},
	{name: "deputy", words: "deputy foreign minister,first deputy foreign minister,deputy minister of foreign affairs,deputy secretary of state,assistant secretary of state,undersecretary of state", wider: "diplomat,official,deputy minister"},
	{name: "diplomat", words: "diplomat", wider: "official"},
	{name: "director", words: "director,director general,director-general,executive director,deputy director", wider: "executive,head,official"},
	{name: "doctor", words: "doctor,physician,surgeon,nurse,medic,epidemiologist"},
	{name: "engineer", words: "engineer,technician,mechanic"},
	{name: "executive", words: "executive,chief financial officer,cfo,chief operating officer,founder,co-founder,owner,partner,president and chief executive,treasurer,manager", wider: "official"},
	{name: "farmer", words: "farmer,fisherman,worker,teacher,student,driver,resident,shopkeeper,villager"},
	{name: "finance minister", words: "finance minister,treasury secretary,chancellor of the exchequer,minister of finance,secretary of the treasury", wider: "minister,official,politician"},
	{name: "foreign minister", words: "foreign minister,minister of foreign affairs,foreign secretary,secretary of state,top diplomat,chief diplomat", wider: "diplomat,minister,official,politician"},
	{name: "governor", words: "governor,gov.,mayor,premier of the state", wider: "official,politician,leader"},
	{name: "head of government", words: "head of government", wider: "leader,official,politician"},
	{name: "head of state", words: "head of state", wider: "leader,official,politician"},
	{name: "judge", words: "judge,justice,chief justice,magistrate", wider: "official"},
	{name: "king", words: "king,sultan,emir,emperor,prince,crown prince,pope,sheikh,monarch", wider: "leader,head of state,royal"},
	{name: "lawmaker", words: "lawmaker,senator,sen.,sen,representative,rep.,rep,congressman,congresswoman,deputy,member of parliament,mp,legislator,speaker,house speaker,majority leader,minority leader,parliament speaker,house majority leader,senate majority leader", wider: "politician,official"},
	{name: "lawyer", words: "lawyer,attorney,solicitor,barrister,counsel,defense lawyer,defence lawyer"},
	{name: "leader", words: "leader,party leader,opposition leader,separatist leader,rebel leader", wider: "politician,official"},
	{name: "minister", words: "minister,interior minister,justice minister,economy minister,health minister,energy minister,oil minister,trade minister,agriculture minister,education minister,transport minister,environment minister,home secretary,health secretary,secretary,commerce secretary,cabinet minister", wider: "official,politician"},
	{name: "officer", words: "officer,police officer,detective,inspector", wider: "official"},
	{name: "official", words: "official,bureaucrat,functionary"},
	{name: "politician", words: "politician,candidate"},
	{name: "president", words: "president,ex-president", wider: "leader,head of state,official,politician,executive"},
	{name: "prime minister", words: "prime minister,premier,pm,taoiseach", wider: "leader,minister,head of government,official,politician"},
	{name: "priest", words: "priest,bishop,archbishop,cardinal,pastor,reverend,rev.,imam,ayatollah,patriarch,rabbi", wider: "cleric"},
	{name: "professor", words: "professor,prof.,lecturer,academic,scholar", wider: "expert"},
	{name: "prosecutor", words: "prosecutor,chief prosecutor,attorney general,district attorney,prosecutor general", wider: "official,lawyer"},
	{name: "queen", words: "queen,princess,empress,duchess", wider: "leader,head of state,royal"},
	{name: "secretary general", words: "secretary general,secretary-general,general secretary", wider: "official,leader,head"},
	{name: "spokesman", words: "spokesman,spokesperson,press secretary,spokeswoman,spokesmen,spokeswomen,press spokesman,official representative,press officer", wider: "official"},
	{name: "star", words: "actor,actress,singer,player,striker,goalkeeper,captain,driver,director"},
	{name: "vice president", words: "vice president,vice-president,vp,deputy president,senior vice president,executive vice president", wider: "official,politician,executive"},
	{name: "victim", words: "witness,survivor,eyewitness,victim,suspect,defendant,plaintiff"},
}

// honorifics stand before a surname and say nothing but how to address.
var honorifics = text.WordSet{Words: `mr mr. mrs mrs. ms ms. miss dr dr. sir lord lady dame baroness mr. madame hon. herr frau monsieur signor señor sheikh shri cllr cllr. councillor`}

// civic are those of them that not everybody bears.
var civic = text.WordSet{Words: `cllr cllr. councillor`}

// femaleWords and maleWords tell "she" from "he".
var (
	femaleWords = text.WordSet{Words: `mrs mrs. ms ms. miss lady dame baroness madame frau queen princess spokeswoman chairwoman congresswoman actress woman mother wife daughter sister widow she her businesswoman policewoman`}
	maleWords   = text.WordSet{Words: `mr mr. sir lord king prince spokesman chairman congressman actor man father husband son brother pope he his him businessman policeman`}
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
	role   int
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
		if _, taken := t.phrases[phrase]; !taken {
			t.phrases[phrase] = e
			words := 1 + strings.Count(phrase, " ")
			first, _, _ := strings.Cut(phrase, " ")
			t.starts[first] = max(t.starts[first], words)
			t.longest = max(t.longest, words)
		}
	}
	for i, r := range roles {
		for phrase := range strings.SplitSeq(r.words, ",") {
			put(phrase, roleEntry{role: i})
			if !strings.HasSuffix(phrase, "men") && !strings.HasSuffix(phrase, ".") {
				put(plural(phrase), roleEntry{role: i, plural: true})
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
	if n == 0 {
		return 0, ""
	}
	return n, roles[e.role].name
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
	return best, found
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
		if femaleWords.Has(t.Low) && !headEnds {
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
				r := roles[e.role]
				d.Role, d.Wider, d.Plural = r.name, strings.Split(r.wider, ","), e.plural
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
	if !toks[i].Cap {
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
