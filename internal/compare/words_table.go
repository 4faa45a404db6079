package compare

import (
	"strconv"
	"strings"
	"sync"
)

// functionWords carry no news of their own.
var functionWords = wordSet(`a an the this that these those such same other another each every any some all both either neither
and or but nor so yet for if then than as because since while when where whereas although though until unless whether
of in on at by to from with without within into onto upon over under above below between among amid during before after about against
through throughout across along around behind beyond near toward towards via per despite except off out up down
i me my we us our ours you your yours he him his she her hers it its they them their theirs himself herself itself themselves
who whom whose which what how why there here
am is are was were be been being do does did done doing have has had having will would shall should can could may might must
not no never none nothing nobody n't don't doesn't didn't won't wouldn't isn't aren't wasn't weren't can't cannot couldn't shouldn't hasn't haven't hadn't
also however too very just only even still already again now more most much many few less least own ever once further moreover meanwhile thus
according compared owing following regarding concerning including
mr mrs ms dr one's it's that's there's he's she's i'm we're they're`)

// sayingStems are the verbs and nouns that only attribute.
var sayingStems = stemSet(`say tell state stress note add explain remark emphasize emphasise underline underscore reiterate
declare mention conclude recall quote comment speak reporter journalist spokesman spokeswoman spokesperson spokesmen interview`)

// lightStems are words that stand in stories of every kind: verbs that borrow
// their meaning, nouns for anything, titles.
var lightStems = stemSet(`make take reach hold get give put go come set carry bring follow become seem want need use
part number way time situation issue process case fact thing matter question point side term view aim base kind range
president prime minister foreign deputy senior chief head chairman chairwoman secretary official leader chancellor director general
government country state national international
new old first last next previous recent earlier today yesterday tomorrow day month year week hour minute
night morning afternoon evening possible main`)

// titles stand before names and tell of no event.
var titles = stemSet(`president prime premier minister foreign deputy senior chief head chairman chairwoman secretary official leader chancellor director general`)

var months = numbered(`january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct november|nov december|dec`)

var weekdays = numbered(`monday|mon tuesday|tue|tues wednesday|wed thursday|thu|thurs friday|fri saturday|sat sunday|sun`)

// ownStems are stems of words that the rules would cut down to another word:
// "important" to "import", or apart from another form of it.
var ownStems = pairs(`important importan importance importan importantly importan prisoner prisoner prisoners prisoner
	legislator legislator legislators legislator regulator regulator regulators regulator defendant defendant defendants defendant
	supporter supporter supporters supporter queued queue queuing queue`)

// irregular gives the base form of verbs and nouns that no ending rule finds.
var irregular = pairs(`got get gotten get began begin begun begin broke break broken break brought bring bought buy built build came come caught catch chose choose chosen choose
dealt deal drew draw drawn draw drove drive driven drive fell fall fallen fall felt feel fought fight found find fled flee flew fly forbade forbid forbidden forbid
gave give given give went go gone go goes go grew grow grown grow held hold hid hide hidden hide kept keep knew know known know laid lay led lead left leave
lost lose made make meant mean met meet paid pay ran run rose rise risen rise said say told tell saw see seen see sent send shook shake shaken shake
shot shoot sold sell sought seek spent spend spoke speak spoken speak stole steal stolen steal stood stand stuck stick struck strike stricken strike
swore swear sworn swear swept sweep took take taken take taught teach thought think threw throw thrown throw understood understand
withdrew withdraw withdrawn withdraw won win wore wear wrote write written write freed free sued sue suing sue owed owe owing owe died die dying die dead die death die deaths die
ate eat eaten eat beaten beat bitten bite bit bite blew blow blown blow bled bleed bred breed clung cling crept creep dug dig dealt deal drank drink drunk drink
fed feed fled flee flew fly flown fly forgot forget forgotten forget froze freeze frozen freeze hung hang heard hear lent lend lit light
shrank shrink shrunk shrink buses bus gases gas thieves thief wives wife wolves wolf knives knife overcame overcome overtook overtake overtaken overtake overthrew overthrow overthrown overthrow rang ring rung ring rode ride ridden ride sang sing sung sing
sank sink sunk sink slept sleep slid slide sped speed spun spin sprang spring stung sting swam swim swum swim swung swing tore tear torn tear
undertook undertake undertaken undertake upheld uphold withheld withhold woke wake woken wake wept weep mistook mistake
men man women woman children child people person persons person lives life agreement agree agreements agree became become boycotted boycott boycotting boycott`)

// concepts lists words that news uses for one another, a row a concept. Words
// after the bar are its opposite. Phrases are compared by the stems of their
// words, so one form of each is enough.
const concepts = `kill, die, slay, fatality, lose life, claim life | survive
injure, wound, hurt
casualty, victim
truce, ceasefire, cease fire, armistice
agree, reach agreement, agreement was reach, agreement reach, accept, approve, endorse, consent, back, support, adopt, in favor, in favour, vote for, vote in favor, vote in favour, give the green light, give the go ahead, deal, pact, accord, treaty | reject, refuse, oppose, turn down, spurn, rebuff, veto, vote against, disagree, disapprove, unacceptable
confirm, acknowledge, admit | deny, refute
clash, fighting, battle, combat, hostility, skirmish, escalation, war
erupt, break out, start, begin, commence, onset, launch, take place, flare up, get under way | end, finish, stop, halt, cease, conclude, terminate
continue, go on, carry on, ongoing, remain, persist, keep, underway, under way
accuse, blame
violate, breach, break
attack, strike, assault, raid, bombard, shell | defend
negotiation, talk, dialogue
settlement, regulation, resolution, resolve, settle, solution, solve
deploy, send, dispatch, station | withdraw, pull out, pullout
rise, increase, climb, jump, gain, grow, soar, surge, go up, edge up, rally, rebound, swell, higher, dearer, costlier | fall, decrease, decline, drop, sink, slump, plunge, tumble, shrink, go down, edge down, slip, slide, dip, dwindle, lower, cheaper
buy, purchase, acquire, acquisition, take over, takeover | sell, sale
company, firm, corporation
win, victory, triumph, beat, defeat, knock out | lose
arrest, detain, take into custody, apprehend | release, free, set free
allow, permit, authorize, authorise, let | ban, forbid, prohibit, bar, outlaw
open | close, shut, shut down, closure
arrive | leave, depart
appoint, name, nominate | dismiss, sack, fire, oust
raise, hike | cut, reduce, slash, trim
import | export
lend | borrow
before, earlier | later, after
north, northern | south, southern
east, eastern | west, western
success, succeed | failure, fail
guilty, convict | innocent, acquit
include | exclude
legal, legitimate | illegal, illegitimate
able | unable
likely, probable | unlikely, improbable
possible | impossible
correct, accurate | incorrect, inaccurate
valid | invalid
loyal | disloyal
honest | dishonest
complete | incomplete
regular | irregular
competent | incompetent
impose, introduce | lift, repeal, abolish
join | quit
build, construct, erect | demolish, destroy, ruin, tear down
damage, harm
worried, concerned, alarmed
urge, call on, call for, appeal
demand, require
become, turn into, transform into, transform
platform, arena
rivalry, competition
help, assist, aid
hospital, clinic
police, officers
soldier, troops, serviceman, military, army, armed forces
rebel, insurgent, militant
children, kid
car, vehicle, automobile
plane, aircraft, airplane, jet
ship, vessel, boat
blaze, inferno
earthquake, quake, tremor
storm, hurricane, typhoon, cyclone
flood, inundation
blast, explosion, explode, go off
crash, collide, collision
protest, demonstration, march
election, poll, vote, ballot
law, legislation, bill
judge, court, tribunal
prison, jail
lawmaker, legislator, deputy, parliamentarian, mp, mps
parliament, legislature
proposal, suggest
plan, intend, intention
try, attempt, seek
show, reveal, disclose
investigate, probe, inquiry, examine
cause, lead to, result in, trigger, prompt
huge, large, big, massive, major, significant | small, minor, slight
important, key, crucial, vital
quick, rapid, fast, swift | slow
safe, security, safety | unsafe, dangerous
rescue, save
visit, trip
meet, summit
sign, ink
announce, unveil
find, discover, discovery, uncover, unearth
miss, disappear, vanish
suspect, alleged
worker, employee, staff
profit, earnings, net income | loss
revenue, turnover
dollar, usd, dlr
percent, per cent, pct, percentage
price, cost
share, stock
quarter, three months
annual, yearly
opportunity, chance
area, region, zone, district
city, town
border, frontier
enter into force, take effect, come into force, enter into effect
track, channel, path
tension, strain
foreign minister, top diplomat
prime minister, premier, pm
press secretary, spokesman, spokesperson, spokeswoman
electricity, power
railway, railroad, rail
wage, pay, salary
largest, biggest, greatest
execute, put to death
refugee, displaced
home, house
storey, story, floor
young, youth
exchange, swap
prisoner, captive, detainee, inmate
body, corpse
consider, discuss, mull
expect, anticipate, forecast, predict
delay, postpone, put off, put back, push back, defer
cancel, call off, scrap
create, establish, set up
fund, finance, pay for, sponsor, bankroll
urgent, emergency
vaccine, jab
illness, disease
doctor, physician
film, movie
match, game
champion, championship, title
player, footballer
goal, score
triple, treble, threefold
double, twofold
dig, excavation
lorry, truck
freighter, cargo ship
debris, wreckage, rubble
row, dispute, quarrel
drug, medicine, medication
gun, firearm
job, post
holiday, vacation
tax, levy
fine, penalty
resident, inhabitant
fuel, petrol, gasoline
port, harbour, harbor
pupil, student, schoolchild
motorcycle, motorbike
street, road
shop, store
flat, apartment
tourist, holidaymaker
cargo, freight
sailor, seaman, crew member, crewman, mariner
rain, downpour, rainfall
snow, snowfall
gale, strong wind, high wind
landslide, mudslide
blackout, power cut, power outage, outage
famine, starvation, hunger
tomb, grave
relic, artefact, artifact
spacecraft, spaceship, craft
astronaut, cosmonaut
lift off, blast off, liftoff
coach, manager
striker, forward
goalkeeper, keeper, goalie
side, team, squad
trophy, cup
referendum, plebiscite
runoff, second round
union, trade union, labour union, labor union
layoff, redundancy, job cut
merger, merge, tie up
bid, offer
shareholder, stockholder
verdict, ruling, decision, judgment, judgement
lawsuit, suit, legal action
lawyer, attorney, solicitor, barrister, counsel
murder, homicide
evidence, proof
witness, eyewitness, onlooker, bystander
burglary, break in
statement, communique
scientist, researcher
expert, specialist
infant, baby, newborn
teenager, teen, adolescent
chief executive, ceo, boss
donation, contribution
loan, credit
drone, uav, unmanned aircraft
passenger, traveller
driver, motorist
car park, parking lot
basement, cellar
resign, step down, stand down
apologise, apologize, say sorry, offer an apology
praise, hail, applaud
criticise, criticize, condemn, denounce, slam
warn, caution
pledge, promise, vow
attend, take part, participate | stay away
flee, escape
kidnap, abduct
smuggle, traffic
collapse, cave in
extinguish, put out, douse
amend, change, modify, alter, revise`

// nounSenses are words that mean another thing as a noun than as a verb, with a
// word for that: "the fire" is a blaze, "a defeat" is to lose.
var nounSenses = pairs(`fire blaze defeat lose`)

// concept is what a word or phrase of the table stands for.
type concept struct {
	key  string // its term
	sign int8   // -1 for the opposite
}

// conceptOf is by stem; phrases joined by a space. phraseStarts holds the stems
// that begin a phrase, with the number of words of the longest.
var (
	phraseStarts = map[string]int{}
	conceptOf    = later(readConcepts)
)

func readConcepts(m map[string]concept) {
	for row := range strings.SplitSeq(concepts, "\n") {
		sign := int8(1)
		key := ""
		for side := range strings.SplitSeq(row, "|") {
			for entry := range strings.SplitSeq(side, ",") {
				words := strings.Fields(entry)
				for i, w := range words {
					words[i] = stem(w)
				}
				phrase := strings.Join(words, " ")
				if key == "" {
					key = "=" + phrase
				}
				m[phrase] = concept{key, sign}
				if len(words) > 1 {
					phraseStarts[words[0]] = max(phraseStarts[words[0]], len(words))
				}
			}
			sign = -1
		}
	}
}

// unfilled are what fills the tables. The page of the reader links them and
// never looks into one, so they are filled when the first lexicon is made and
// not when the program starts: a stem costs ten microseconds in a browser.
var unfilled []func()

var fillTables = sync.OnceFunc(func() {
	for _, fill := range unfilled {
		fill()
	}
})

// later returns a table that fillTables fills, after those that fill needs. It
// and what calls it stay functions of their own: written out for each table
// they are more than all else the program does when it starts.
//
//go:noinline
func later[K comparable, V any](fill func(map[K]V)) map[K]V {
	m := map[K]V{}
	unfilled = append(unfilled, func() { fill(m) })
	return m
}

//go:noinline
func wordSet(s string) map[string]bool {
	return later(func(m map[string]bool) {
		for w := range strings.FieldsSeq(s) {
			m[w] = true
		}
	})
}

//go:noinline
func stemSet(s string) map[string]bool {
	return later(func(m map[string]bool) {
		for w := range strings.FieldsSeq(s) {
			m[stem(w)] = true
		}
	})
}

// numbered numbers the entries of s from 1; a bar joins spellings of one entry.
//
//go:noinline
func numbered(s string) map[string]int {
	return later(func(m map[string]int) {
		n := 0
		for entry := range strings.FieldsSeq(s) {
			n++
			for w := range strings.SplitSeq(entry, "|") {
				m[w] = n
			}
		}
	})
}

// sized reads "name|name:number".
//
//go:noinline
func sized(s string) map[string]float64 {
	return later(func(m map[string]float64) {
		for entry := range strings.FieldsSeq(s) {
			names, number, _ := strings.Cut(entry, ":")
			v, err := strconv.ParseFloat(number, 64)
			if err != nil {
				panic("compare: number of " + entry)
			}
			for name := range strings.SplitSeq(names, "|") {
				m[name] = v
			}
		}
	})
}

// pairs reads "from to from to".
//
//go:noinline
func pairs(s string) map[string]string {
	return later(func(m map[string]string) {
		f := strings.Fields(s)
		for i := 0; i+1 < len(f); i += 2 {
			m[f[i]] = f[i+1]
		}
	})
}
