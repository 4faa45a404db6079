package timeline

import (
	"strings"
	"sync"

	"parallax/internal/text"
)

// The tables here are closed classes and common newswire verbs of English.
// They say what kind of thing a clause tells, never what the news is about.
// In other languages nothing is found in them: every telling is then reported,
// and heads itself by the words around its date.

var (
	auxiliaries = text.WordSet{Words: text.Auxiliaries + " am isn't aren't wasn't weren't hasn't haven't hadn't won't"}

	// deeds are those of them that a vote can be: "councillors backed the plan".
	deeds = text.WordSet{Words: "supported backed rejected"}

	// irregulars are past forms that do not end in -ed.
	irregulars = text.WordSet{Words: `arose ate beat became began bent bit blew bore bought bound broke brought built burnt burst
		came caught chose cost crept cut dealt drew drank drove died dug fed fell felt fled flew forbade forgot fought found froze
		gave went got grew heard held hid hit hung hurt kept knew laid lay led left lent let lit lost made meant met
		overcame overthrew paid put quit ran rang read rode rose said sang sank sat saw sent set shone shook shot shown shrank
		shut slept slid sold sought spent split spoke spread stood stole struck stuck swept swore swam taught thought threw
		told took tore underwent understood undertook upheld withdrew woke won wore wound wrote`}

	// participles are those of other verbs that are neither their past nor end in
	// -en or -ed.
	participles = text.WordSet{Words: "run come become gone done begun sunk sung rung drunk known shown grown thrown flown drawn torn born withdrawn"}

	// edNouns end in -ed and are no verbs.
	edNouns = text.WordSet{Words: "united need speed seed feed breed indeed hundred red bed led shed wed naked sacred wicked armed so-called alleged supposed"}

	// estNouns end in -est and are no superlatives.
	estNouns = text.WordSet{Words: "arrest behest bequest budapest conquest contest dearest digest forest harvest honest inquest interest manifest midwest modest northwest protest request southwest suggest unrest"}

	// speech are verbs whose clause tells of something said. "called" counts
	// only before "for", "on" or "upon".
	speech = text.WordSet{Words: `said says told tells stated states noted notes stressed stresses added adds warned warns demanded demands
		urged urges expressed expresses declared announced announces condemned condemns emphasized emphasised underlined
		underscored claimed insisted insists admitted denied confirmed suggested suggests proposed proposes offered promised
		pledged vowed welcomed thanked appealed voiced reiterated explained commented remarked recalled predicted hailed
		praised criticized criticised apologized apologised hinted argued acknowledged reaffirmed replied responded asked
		congratulated lamented slammed denounced rejected signalled signaled supported backed spoke wrote tweeted`}

	// accusing are verbs whose clause gives one side's word against another's.
	accusing = text.WordSet{Words: "accused accuses accuse blamed blames blame alleged alleges allege"}

	// agreeing are verbs and nouns that fix something to come: "agreed on a
	// ceasefire from noon", "a deal to start on Monday".
	agreeing = text.WordSet{Words: "agreed agree agreement decided scheduled planned fixed appointed set approved announced ordered signed declared imposed"}

	// planning are words before a verb that put it into the future.
	planning = text.WordSet{Words: "set due scheduled expected planned plans plan slated bound supposed poised will shall would intends intend aims"}

	// denying are words that say of something that it is not so.
	denying = text.WordSet{Words: text.Negations + " denies denied deny cannot without"}

	// documents are what somebody tells something in.
	documents = text.WordSet{Words: "report letter study survey statement interview speech memo article ruling judgment decree"}

	// naming are prepositions before the time at which something is, not of one up
	// to or from which it is.
	naming = text.WordSet{Words: "on in at during"}

	// accusers are those whose office it is to accuse, and what they write.
	accusers = text.WordSet{Words: "prosecutor prosecutors prosecution indictment plaintiff plaintiffs lawsuit"}

	// clausal are words after a verb that is one of speaking only with what was said:
	// "recalled that the road was open", and not "recalled its ambassador".
	clausal = text.WordSet{Words: "for to that how when he she they"}

	// more are words after a "no" that denies nothing: "a few minutes, no more".
	more = text.WordSet{Words: "more less fewer later earlier doubt"}

	// refusing are verbs of speaking whose clause is said not to be so.
	refusing = text.WordSet{Words: "denied denies deny rejected rejects reject dismissed dismisses disputed disputes refuted refutes"}

	doubting = text.WordSet{Words: "allegedly reportedly purportedly supposedly"}

	determiners = text.WordSet{Words: text.Determiners + " such"}

	prepositions = text.WordSet{Words: text.Prepositions + " till onto off out per"}

	relatives = text.WordSet{Words: "which who whom whose that where when while as because although though if and but or after before despite amid with without by"}

	// anybody are words for people that tell nothing of who they are.
	anybody = text.WordSet{Words: text.TwoToTen + `
		people person persons man men woman women child children boy boys girl girls others one dozens hundreds thousands
		number police officer officers official officials worker workers resident residents suspect suspects victim victims
		member members`}

	// greetings open an entry of a live page and tell nothing.
	greetings = text.WordSet{Words: "hello welcome greetings good_morning good_afternoon good_evening good_night"}

	// leading are words from a day to a time of it: "this morning at 05:40".
	leading = text.WordSet{Words: "at by in about around shortly"}

	// lingering are adverbs that lean on the time after them: "shortly after 2 a.m.".
	lingering = text.WordSet{Words: "shortly soon just only early late almost nearly about immediately again sometime exactly already"}

	// particles belong to the verb before them: "was put off until Monday".
	particles = text.WordSet{Words: "off out up down over back"}

	pronouns = text.WordSet{Words: "it this that they these those he she"}

	// persons are pronouns that are a subject by themselves.
	persons = text.WordSet{Words: "he she they it"}

	// happenings are what a day can have: "Friday's final".
	happenings = text.WordSet{Words: `vote election runoff ballot referendum primary final match game race derby meeting summit strike march rally protest parade
		debate session hearing trial verdict ruling crash accident explosion shooting fire storm talks ceremony launch auction`}

	// allusive words point back to what was told before, without a day.
	allusive = text.WordSet{Words: "previously previous earlier repeatedly"}
)

// deedRows are verbs of the past that tell one deed beside those that the
// synonyms of the comparison have; a low line joins a verb to the word after it.
var deedRows = [...]text.WordSet{
	{Words: "ran_aground run_aground grounded hit struck smashed rammed crashed collided made_contact"},
	{Words: "cleared removed dispersed evicted dislodged"},
	{Words: "met received hosted"},
	{Words: "evacuated taken_off took_off rescued brought_ashore saved"},
}

// kinds is a set of kinds of happenings.
type kinds uint16

const (
	violence kinds = 1 << iota
	accord
	effect // comes into force, ends
	talks
	ballot
	disaster
	deaths
	justice
	deployment
	saying
	money
	travel
)

// kindStems gives the kinds of words that begin with a stem.
var kindStems = []struct {
	kind  kinds
	stems []string
}{
	{violence, strings.Fields("clash escalat hostilit fighting fought battl attack assault shell airstrike bombard bombing violen war warfare combat skirmish flare-up flare offensiv invasion invad raid conflict military gunfire insurg uprising riot siege")},
	{accord, strings.Fields("agree accord truce ceasefire cease-fire armistice treaty pact deal peace sign ratif settlement")},
	{effect, strings.Fields("force effect effective expire lapse")},
	{talks, strings.Fields("talk negotiat summit meeting met conference mediat consult dialogue visit")},
	{ballot, strings.Fields("elect vote voting ballot referend poll inaugurat parliament resign impeach")},
	{disaster, strings.Fields("earthquake quake flood storm hurricane typhoon wildfire fire blaze sink sank drown capsiz crash derail collapse explosion eruption tsunami landslide blast")},
	{deaths, strings.Fields("kill die death dead casualt injur wound victim")},
	{justice, strings.Fields("arrest court trial sentence convict charge indict jail prison verdict detain acquit sued lawsuit")},
	{deployment, strings.Fields("deploy withdraw withdrew troops peacekeep mobiliz mobilis evacuat sanction impos")},
	{saying, strings.Fields("said told call urge express accus blam warn")},
	{money, strings.Fields("price share profit market inflation bank budget tax trade merger acqui")},
	{travel, strings.Fields("arriv depart flew launch landed")},
}

// kindStem is a stem with the kind it stands for.
type kindStem struct {
	stem string
	kind kinds
}

// kindsByLetter is kindStems by the first byte of the stem.
var kindsByLetter = sync.OnceValue(func() *[256][]kindStem {
	var by [256][]kindStem
	for _, row := range kindStems {
		for _, stem := range row.stems {
			by[stem[0]] = append(by[stem[0]], kindStem{stem, row.kind})
		}
	}
	return &by
})

// kindsOf returns the kinds of a word in lower case.
func kindsOf(word string) kinds {
	var k kinds
	if word == "" {
		return k
	}
	for _, x := range kindsByLetter()[word[0]] {
		if strings.HasPrefix(word, x.stem) {
			k |= x.kind
		}
	}
	return k
}

// numberWords before "times" count occasions.
var numberWords = text.WordSet{Words: text.TwoToTen + " several many numerous"}
