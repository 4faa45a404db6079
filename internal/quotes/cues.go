package quotes

import (
	"strings"
	"sync"

	"parallax/internal/text"
)

// A verbUse says what a cue verb may take.
type verbUse uint16

const (
	clause    verbUse = 1 << iota // "said (that) it would"
	object                        // "announced the launch", the object being what is said
	infin                         // "pledged to help"
	inverts                       // "…, said the minister"
	addressee                     // "told reporters that"
	strong                        // any subject makes it an attribution
	quoteOnly                     // only beside quotation marks: "smiled"
	accuses                       // "accused Y of", "urged Y to": the object and what follows
	thinks                        // belief and not speech: only with a clause
	labels                        // "called the ruling “a stain”": what stands in marks
	papers                        // of surveys and documents only: "the study found"
	denies                        // what is reported is what was not so
)

// verbRows lists cue verbs by use. Verbs are regular unless irregular has them.
var verbRows = []struct {
	use   verbUse
	verbs string
}{
	{clause | inverts | strong, `say`},
	{clause | inverts | strong, `add state note stress explain comment declare rule emphasize emphasise underline underscore reiterate remark observe
		conclude point-out insist assert contend maintain claim argue allege acknowledge concede admit warn caution estimate predict forecast reply respond
		write recall repeat testify reveal disclose boast complain joke quip lament muse opine tweet confess counter elaborate
		affirm clarify recount relate mention confide`},
	{clause | addressee | strong, `tell inform assure remind advise notify`},
	{clause | object | inverts | strong, `announce confirm propose suggest recommend specify`},
	{clause | object | inverts | strong | denies, `deny`},
	{clause | inverts, `report hear post`},
	{clause | thinks, `believe think feel expect hope fear worry doubt suspect hint signal indicate imply agree know understand see-hope`},
	{clause | object, `demand`},
	{object, `call-for express appeal-for push-for echo voice warn-of warn-against
		complain-of speak-of talk-of call-on appeal-to ask-for`},
	{object | labels, `describe characterize characterise condemn criticize criticise denounce decry praise welcome slam blast hail applaud deplore`},
	{object | labels | denies, `reject dismiss`},
	{object | denies, `refute rebut repudiate`},
	{accuses, `accuse blame fault urge implore beg`},
	{infin | clause | labels | inverts, `promise vow pledge threaten swear`},
	{infin | inverts, `offer`},
	{labels, `call brand label dub term cite`},
	{clause | papers, `show find`},
	{clause | inverts | quoteOnly, `ask continue go-on begin cry shout yell whisper laugh smile sigh scream chant sing exclaim interject go read wonder inquire finish recite chime-in shoot-back fire-back hit-back sum-up snap groan nod shrug proclaim jot tease mutter murmur retort start-off put-it order plead bellow gasp grumble marvel scoff grin beam chuckle fume rage rant gush sob enthuse`},
}

// irregular lists past, participle, third person and gerund of verbs that form
// them otherwise than by rule.
const irregular = `
say said said says saying
tell told told tells telling
write wrote written writes writing
think thought thought thinks thinking
feel felt felt feels feeling
hear heard heard hears hearing
know knew known knows knowing
understand understood understood understands understanding
speak spoke spoken speaks speaking
begin began begun begins beginning
go went gone goes going
sing sang sung sings singing
read read read reads reading
put put put puts putting
swear swore sworn swears swearing
admit admitted admitted admits admitting
beg begged begged begs begging
forecast forecast forecast forecasts forecasting
see saw seen sees seeing
slam slammed slammed slams slamming
chime chimed chimed chimes chiming
sum summed summed sums summing
quip quipped quipped quips quipping
nod nodded nodded nods nodding
grin grinned grinned grins grinning
shrug shrugged shrugged shrugs shrugging
rebut rebutted rebutted rebuts rebutting
snap snapped snapped snaps snapping
jot jotted jotted jots jotting
find found found finds finding
show showed shown shows showing
label labelled labelled labels labelling
signal signaled signaled signals signaling
shoot shot shot shoots shooting
hit hit hit hits hitting
`

// A verbForm is one inflected form of a cue verb.
type verbForm struct {
	use      verbUse
	particle string // "out" of "pointed out", or ""
	form     form
}

type form uint8

const (
	base       form = iota // "say", "said" of "they say"
	third                  // "says"
	past                   // "said"
	participle             // "said", "written"
	gerund                 // "saying"
)

// verbForms holds, for each lower-case word, the cue verbs it may be a form
// of; those with a particle first. The page of the reader never asks.
var verbForms = sync.OnceValue(readVerbs)

func readVerbs() map[string][]verbForm {
	m := make(map[string][]verbForm, 700)
	seen := map[string]bool{}
	add := func(word string, f verbForm) {
		for i, old := range m[word] {
			if old.particle == f.particle {
				if old.form == past && f.form == participle {
					return // past serves for both; the auxiliary tells
				}
				if old.form == f.form {
					m[word][i].use |= f.use &^ quoteOnly
					return
				}
			}
		}
		if f.particle != "" {
			m[word] = append([]verbForm{f}, m[word]...)
		} else {
			m[word] = append(m[word], f)
		}
	}
	for _, row := range verbRows {
		for name := range strings.FieldsSeq(row.verbs) {
			verb, particle, _ := strings.Cut(name, "-")
			if row.use&quoteOnly != 0 && seen[name] {
				continue // speech already
			}
			seen[name] = true
			f := inflect(verb)
			for i, w := range f {
				add(w, verbForm{use: row.use, particle: particle, form: form(i)})
			}
		}
	}
	return m
}

// inflect returns base, third person, past, participle and gerund of verb.
func inflect(verb string) [5]string {
	if row := text.Row(irregular, verb); row != "" {
		f := strings.Fields(row)
		return [5]string{verb, f[2], f[0], f[1], f[3]}
	}
	switch {
	case strings.HasSuffix(verb, "e"):
		stem := strings.TrimSuffix(verb, "e")
		return [5]string{verb, verb + "s", stem + "ed", stem + "ed", stem + "ing"}
	case strings.HasSuffix(verb, "y") && !strings.HasSuffix(verb, "ay") && !strings.HasSuffix(verb, "ey"):
		stem := strings.TrimSuffix(verb, "y")
		return [5]string{verb, stem + "ies", stem + "ied", stem + "ied", verb + "ing"}
	case strings.HasSuffix(verb, "s") || strings.HasSuffix(verb, "sh") || strings.HasSuffix(verb, "ch"):
		return [5]string{verb, verb + "es", verb + "ed", verb + "ed", verb + "ing"}
	}
	return [5]string{verb, verb + "s", verb + "ed", verb + "ed", verb + "ing"}
}

// Closed classes of English, and the open words that behave like them here.
var (
	determiners  = text.WordSet{Words: text.Determiners + " " + text.TwoToTen + " most another one dozens hundreds few other"}
	subjects     = text.WordSet{Words: text.Subjects}
	objectsOf    = text.WordSet{Words: text.Objects}
	pronounsAll  = text.WordSet{Words: text.Subjects + " him her them me us his their its"}
	possessives  = text.WordSet{Words: text.Possessives}
	prepositions = text.WordSet{Words: text.Prepositions + " inside behind outside beyond without below above beside regarding"}
	conjunctions = text.WordSet{Words: `and or but nor`}
	subordinate  = text.WordSet{Words: `that which because when while if although though whether so unless once where whereas after before since until than how why what as who whom whose`}
	auxiliaries  = text.WordSet{Words: text.Auxiliaries + ` be been being isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't couldn't
		don't doesn't didn't 's 'd 'll 've 're 'm cannot let lets`}
	modals    = text.WordSet{Words: text.Modals + " won't wouldn't can't couldn't 'll 'd cannot"}
	beForms   = text.WordSet{Words: text.Is + " be been being isn't aren't wasn't weren't"}
	negations = text.WordSet{Words: `not never didn't doesn't don't wouldn't won't hasn't haven't hadn't couldn't can't cannot no neither nor`}

	// midAdverbs stand between a subject and its verb, as those in "ly" do.
	midAdverbs = text.WordSet{Words: `also later earlier then once again still now not never even too already repeatedly just further both all first only always
		often recently subsequently instead long himself herself itself themselves yesterday today reportedly thus`}
	// pastVerbs are common past forms without "ed".
	pastVerbs = text.WordSet{Words: `met won lost made took gave came went left held led fell rose saw got began spoke put cut hit set sent built kept ran sat stood
		found became grew flew fought sold bought paid broke chose drew drove shot struck threw brought caught hung shut`}
	// standing are determiners that can be a subject by themselves.
	standing = text.WordSet{Words: `some many most several both all one another`}
	// whole stand before another determiner: "all the ministers", "the two sides".
	whole = text.WordSet{Words: `the these those all both her his their its`}
	// apart make another verb of the one before them: "ruled out", "added up".
	apart = text.WordSet{Words: `out up off down back away over against by for`}
	// linkers join a sentence to the one before it.
	linkers = text.WordSet{Words: `however meanwhile moreover therefore instead still thus besides furthermore nevertheless nonetheless separately similarly
		yesterday today earlier later`}
	// issued is how a venue comes to be: "in a statement released on Monday".
	issued = text.WordSet{Words: `released issued published posted made given broadcast aired sent seen obtained carried distributed dated prepared filed`}
	// governors have a cue as their infinitive: "went on to say".
	governors = text.WordSet{Words: `continued continues continue went goes began begins wanted wants sought seeks moved rushed hastened tried used like likes liked`}
	// wh begin an indirect question.
	wh = text.WordSet{Words: `whether if what who how when why where which much more`}

	months    = text.WordSet{Words: text.Months}
	timeWords = text.WordSet{Words: text.Weekdays + ` today yesterday tomorrow tonight now earlier later recently afterwards afterward then again early late
		last next this ago overnight`}
	timeLeads = text.WordSet{Words: `the early late mid this last next same following previous`}
	timeUnits = text.WordSet{Words: `minutes hours days weeks months years`}
	dayParts  = text.WordSet{Words: `morning afternoon evening night week month year day weekend`}
)

// Nouns, by what part those of whom they tell can have in a statement.
var (
	groupNouns = text.WordSet{Words: `police officials analysts economists traders dealers brokers sources source people residents witnesses experts critics supporters
		opponents authorities investigators prosecutors lawyers lawmakers doctors scientists researchers executives company companies ministry government
		agency agencies report reports statement study survey newspaper paper magazine broadcaster group groups party parties union unions bank banks firm court judge
		judges army military navy force forces commission committee council department office bureau board parliament embassy airline association
		organization organisation regulator regulators watchdog insurer hospital university family families parents relatives neighbors neighbours friends man woman men women
		mother father wife husband son daughter brother sister victim survivor resident villager villagers students student teacher teachers workers worker employees
		farmers fishermen activists protesters demonstrators rebels militants separatists insurgents troops soldiers commanders leaders diplomats ministers
		spokesmen spokespeople aides advisers advisors insiders observers strategists investors shareholders customers passengers sides side countries country nations nation
		state states city administration league federation club team coach fans players operator maker carmaker retailer lender producer producers exporters importers
		manufacturer developer publisher channel station network website site blog letter document documents filing lawsuit complaint indictment memo note article
		poll pollsters organizers organisers campaigners crowd charity charities church institute center centre fund trust exchange treasury cabinet opposition coalition alliance
		majority others other most many some several all everyone everybody someone somebody nobody one panel jury mayor crew pilot captain driver owner owners author authors director
		participants participant delegates delegation envoys negotiators mediators captors kidnappers hackers analyst economist trader dealer broker official expert critic lawyer`}
	// paperNouns are what shows and finds without being anybody.
	paperNouns = text.WordSet{Words: `poll polls survey surveys study studies report reports research data figures statistics records documents document filing filings
		indictment verdict ruling judgment judgement letter memo note complaint lawsuit results tests investigation inquiry audit review analysis evaluation assessment census`}
	// humanNouns are groupNouns that are people, bodies those that "it" stands for.
	humanNouns = text.WordSet{Words: `man woman mother father wife husband son daughter brother sister friend resident villager student teacher worker farmer survivor
		victim witness trader dealer analyst expert critic lawyer broker economist owner author director driver pilot captain mayor judge player coach passenger waiter waitress`}
	bodies = text.WordSet{Words: `authority campaign charity police ministry government agency bank firm court company group party union committee council commission office department bureau board
		parliament embassy airline association organization organisation regulator watchdog insurer hospital university administration league federation club team
		maker carmaker retailer lender producer exporter importer manufacturer developer publisher channel station network website institute center centre fund trust
		exchange treasury cabinet opposition coalition alliance army navy force statement study survey report newspaper paper magazine filing lawsuit complaint`}
	// venueNouns are where and how things are said.
	venueNouns = text.WordSet{Words: `statement statements interview interviews conference briefing speech address letter report note tweet tweets post posts message email e-mail
		filing call meeting summit forum session testimony broadcast remarks remark comments comment television tv radio twitter telegram facebook newspaper
		magazine agency phone telephone reporters journalists newsmen correspondents parliament lawmakers release communique communiqué article blog column
		appearance hearing ceremony rally event talk talks lecture memo documents document court prospectus update video clip podcast program programme
		show editorial op-ed question questions response reply answer visit trip analysts shareholders investors editors senators deputies ministers delegates
		students crowd audience bulletin dispatch wire channel station network forecast study survey book memoir diary text whatsapp instagram weibo`}
	// addressees follow "told".
	addressees = text.WordSet{Words: `reporters journalists newsmen lawmakers parliament investors analysts shareholders correspondents delegates deputies students supporters
		him her them us me it you people everyone police officials senators editors employees staff workers colleagues friends jurors court newspaper agency television tv radio
		congress regulators customers passengers residents voters ministers diplomats members crowd`}
)
