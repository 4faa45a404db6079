package names

import (
	"strings"
	"unicode/utf8"

	"parallax/internal/text"
)

// Words that tell what kind of thing a capitalised name is.
var (
	orgWords = text.WordSet{Words: `ministry party bank group corp corp. inc inc. co co. ltd ltd. llc plc university council committee
		agency army navy police court commission union organization organisation association institute company
		airlines airways lines house parliament senate congress department office times post news telegraph journal
		newspaper herald guardian tribune federation forces force guard guards service services fund foundation
		front movement league alliance nations treasury exchange board bureau authority administration cabinet
		duma rada college school hospital center centre club holdings industries partners capital securities
		motors motor energy oil gas petroleum electric technologies systems international airline team fc
		brigade division regiment fleet command assembly tribunal society trust network media press television
		tv radio mission cross crescent brothers sons associates labs laboratories corporation ag sa nv ab asa spa gmbh oyj
		reserve foods stores brands hotels pharma pharmaceuticals software studios pact coalition brotherhood secretariat embassy consulate`}
	placeWords = text.WordSet{Words: `region province city island islands river sea republic strait straits valley street avenue airport
		mountain mountains desert peninsula district county state territory ocean gulf lake bay port square
		village town oblast isle isles corridor highway canal beach forest coast enclave`}
	// landWords, in lower case, follow the name of a place and of nothing else.
	landWords = text.WordSet{Words: `valley village river lake island islands peninsula province region oblast county`}
	// thingWords end names that are of no person, place or organisation.
	thingWords = text.WordSet{Words: `agreement accord accords treaty war project act bill report plan day week cup games prize award awards festival crisis summit
		conference deal programme program initiative protocol resolution convention declaration revolution championship olympics election elections`}
	// joiners stand inside the name of an organisation: "Bank of England".
	joiners = text.WordSet{Words: `of for and &`}
	// particles stand inside the name of a person: "Ursula von der Leyen".
	particles = text.WordSet{Words: `de da di do dos du del della der den van von bin bint ibn al el la le ter ten zu y e`}
	// calendar words are capitalised and name nobody.
	calendar = text.WordSet{Words: text.Weekdays + " " + text.Months + " christmas easter ramadan gmt est edt cet utc a.m. p.m. am pm"}
	// openers begin sentences with a capital and are no names.
	openers = text.WordSet{Words: text.Determiners + " " + text.Subjects + " " + text.Auxiliaries + " " + text.TwoToTen + `
		in on at by to from for with without about after before during since until while when where who whom whose which what
		why how if although though because as and but or nor so yet not neither either most more less few other others another
		one there here now then today yesterday tomorrow meanwhile however moreover also still even only just earlier later
		last next according under over above below outside inside between among amid against despite upon into onto of off out
		up down through across toward towards near around behind beneath along alongside throughout via per unlike like such be
		been let once again perhaps maybe instead otherwise thus hence therefore nevertheless nonetheless further furthermore additionally asked analysts officials sources people
		police critics experts authorities investors traders economists residents witnesses state-run photo file updated
		breaking yes well oh mr. mrs. ms. dr. right first second third finally separately regrettably naturally currently work
		dialogue talks renewed hostilities conflict history leave comment read share image video editor reporting writing
		editing additional nobody everyone everybody someone anyone something nothing whether never ever often sometimes much
		very too quite rather than don't`}
	surnameEnds = strings.Fields(`ov ev yev off yan ian enko chenko sky ski skyy vich vic shvili adze sson ullah zadeh oglu ovic`)
	// surnameRoles are roles that are surnames too: "Martin Luther King".
	surnameRoles = text.WordSet{Words: `king prince judge major bishop pope speaker page dean cook marshal farmer star chief chancellor partner trainer sen constable`}
)

// orgHead reports whether lower-case words name an organisation by their shape.
func orgHead(words []string) bool {
	if orgWords.Has(words[len(words)-1]) || orgWords.Has(words[0]) && len(words) > 1 {
		return true
	}
	for i, w := range words[1:] {
		if w == "&" || (w == "of" || w == "for") && orgWords.Has(words[i]) {
			return true
		}
	}
	return false
}

// acronym reports whether w is two to six capitals, stops aside: "NATO".
func acronym(w string) bool {
	n := 0
	for i := 0; i < len(w); i++ {
		switch c := w[i]; {
		case c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' && i > 0:
			n++
		case c != '.' && c != '-' && c != '&':
			return false
		}
	}
	return n >= 2 && n <= 6 && w[0] >= 'A'
}

// headlineCase reports whether nearly all long words of toks are capitalised,
// so that capitals say nothing about names.
func headlineCase(toks []Token) bool {
	long, capital := 0, 0
	for _, t := range toks {
		if t.Kind == Word && utf8.RuneCountInString(t.Low) >= 4 {
			long++
			if t.Cap {
				capital++
			}
		}
	}
	return long >= 4 && capital*10 >= long*8
}

// nameable reports whether t can be part of a name.
func nameable(t Token) bool {
	return t.Kind == Word && t.Cap && !calendar.Has(t.Low)
}

// run returns the end of the capitalised run that begins at toks[i], inner
// particles and joiners included.
func run(toks []Token, i int) int {
	end := i
	j := i
	if n, _ := roleAt(toks, i); n > 1 {
		j, end = i+n, i+n // "Chancellor of the Exchequer"
	}
	for j < len(toks) {
		t := toks[j]
		if j > i && toks[j].Span.Start > toks[j-1].Span.End+1 && toks[j].Span.Start-toks[j-1].Span.End > 2 {
			break // a paragraph break or a column stands between
		}
		switch {
		case nameable(t):
			n, _ := roleAt(toks, j)
			if n < 2 || !toks[j+n-1].Cap {
				n = 1
			}
			j += n // "US Secretary of State"
			end = j
		case j > i && particles.Has(t.Low) && t.Kind == Word:
			k := j + 1
			for k < len(toks) && particles.Has(toks[k].Low) {
				k++
			}
			if k >= len(toks) || !nameable(toks[k]) || t.Low == "e" || t.Low == "do" {
				return end
			}
			j = k
		case j > i && joiners.Has(t.Low) && orgRun(toks[i:j], t.Low):
			k := j + 1
			if k < len(toks) && toks[k].Low == "the" {
				k++
			}
			if k >= len(toks) || !nameable(toks[k]) {
				return end
			}
			j = k
		default:
			return end
		}
	}
	return end
}

// orgRun reports whether a name may go on after toks with joiner.
func orgRun(toks []Token, joiner string) bool {
	last := toks[len(toks)-1].Low
	switch joiner {
	case "&":
		return true
	case "and":
		for _, t := range toks {
			if t.Low == "of" || t.Low == "for" {
				return orgWords.Has(toks[0].Low) // "Ministry of Health and Welfare"
			}
		}
		return false
	default:
		return orgWords.Has(last) || placeWords.Has(last) && last != "state"
	}
}
