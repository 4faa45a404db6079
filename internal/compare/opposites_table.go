package compare

import "strings"

// antonyms lists words of which one cannot stand for the other, a row a bar:
// each on the left against each on the right. They are compared by stem, so one
// form of each is enough; a phrase has two words. Pairs that concepts knows
// are not repeated.
const antonyms = `hire recruit employ | lay_off dismiss fire sack axe
tighten toughen strict stricter tougher | loosen ease relax soften
strengthen | weaken
uphold affirm | overturn quash annul reverse overrule invalidate void set_aside throw_out strike_down
dismiss fire sack oust | keep retain stand_by
issue | lift cancel withdraw revoke
advance recapture retake | retreat withdraw
free release liberate | jail imprison capture hold
liberate | detain arrest
praise applaud hail | criticise criticize condemn denounce slam
welcome | condemn deplore regret
encourage | discourage deter
accept | decline
create | destroy
support | undermine
gain regain recapture retake | lose
pass adopt approve | fail block defeat fall_through
pass | reject
back support | throw_out vote_down
improve | worsen deteriorate
recover | relapse deteriorate worsen
land | take_off
enter | leave exit quit
join enter attend | stay_outside stay_out
join enter | stay_away
arrive reach enter | turn_back turn_away
join | leave
appear | disappear vanish
expand widen broaden | shrink contract narrow
extend lengthen | shorten curtail
win victory triumph | loss
optimistic optimism | pessimistic pessimism
sure certain | doubtful unsure uncertain
surplus | deficit shortfall
legalise legalize | outlaw ban criminalise criminalize
nationalise nationalize | privatise privatize
obey comply honour honor respect | violate breach break defy disobey
remember | forget
lock | unlock
load | unload
enable | disable
connect | disconnect
arm | disarm
mobilise mobilize | demobilise demobilize
freeze | thaw unfreeze
inflation | deflation
unite unify | divide split separate
marry | divorce
merge | split
maximum maximise | minimum minimise
public | private secret
domestic | foreign overseas
internal | external
voluntary voluntarily | compulsory mandatory forced
mandatory compulsory obligatory | optional
temporary | permanent
partial partly | full fully complete total entire
direct | indirect
alive | dead
mild slight | severe serious heavy heavily bad
rich wealthy | poor
urban | rural
male | female
older elder eldest oldest | younger youngest
upper | lower
front | rear back
dawn sunrise | dusk sunset
supply | demand
cause trigger | prevent avert
prevent avert foil thwart | allow commit permit
extinguish | ignite
hit | miss
hold | break violate breach collapse give_way burst
score | concede
lender | borrower
employer | employee
landlord | tenant
plaintiff | defendant
winner | loser
attacker | victim
seller vendor | buyer purchaser
trust | distrust mistrust
love | hate
like | dislike
hope | fear
happy | sad
satisfied | dissatisfied
peaceful calm | violent
wet | dry
hot hotter hottest | cold colder coldest
warm warmer | cool cooler
heavy | light
thick | thin
wide | narrow
deep deeper | shallow
full | empty
vacant | occupied
overestimate | underestimate
overstate | understate
better | worse
best | worst
good | bad
many | few
cheap cheaper | expensive
bullish | bearish
verify confirm | dispute contest
prove | disprove
know clear | unclear unknown
reveal disclose expose | conceal hide
publish | withhold
grant award give | deny refuse revoke withdraw reject turn_down dismiss
resume restart | suspend halt stop pause interrupt
continue persist | stop suspend halt cease end abandon give_up call_off
resume | cease end abandon give_up call_off
restore reinstate | cut abolish remove suspend scrap
remain stay | leave quit resign withdraw depart remove
return come_back | stay_away
keep | stop cease
keep retain preserve | drop abandon scrap lose abolish sell give_up lift strip
ratify | reject
qualify | disqualify
clear | disqualify convict
prosecute charge indict | clear acquit pardon
pardon | punish convict
reward | punish
present | absent
attend join take_part | skip miss boycott
extend prolong renew | end lift scrap
prolong renew | shorten
spare | hit strike destroy ravage
delay postpone | accelerate
speed accelerate hasten | slow
speed hasten | delay
positive | negative
true | false
real genuine authentic | fake forged counterfeit
stabilise stabilize | destabilise destabilize
sick ill | healthy
contaminated polluted | clean
stable | critical
highest | lowest
high | low lower
higher | low
ascend | descend
upstream | downstream
upgrade | downgrade
upturn | downturn
inbound | outbound
inflow | outflow
entrance | exit
arrival | departure
incoming | outgoing
current | former previous
predecessor | successor
senior | junior
professional | amateur
civilian | military
opposition | ruling
early | late
earliest | latest
ahead | behind
bigger larger | smaller
biggest largest | smallest
long longer longest | short shorter shortest
strong stronger strongest | weak weaker weakest
new newest | old oldest
single unmarried | married
lack | enough sufficient plenty ample
shortage | surplus glut
vacate | occupy
lift hoist raise | lower
unanimous | narrow divided split
favour favor | against
invest | divest
borrow | repay
deposit | withdraw
build | dismantle
elect | defeat unseat
recognise recognize | ignore
cooperate | obstruct
friendly ally | hostile
agreement | disagreement
appoint reappoint | remove
reopen | close
hawkish | dovish
liberal | conservative
progressive | conservative
absence | presence
acquire | divest
simplify | complicate
centralise centralize | decentralise decentralize
vegetarian | meat
indoor | outdoor
onshore | offshore
odd | even
naval | air
call_off cancel scrap | go_ahead proceed hold give
promote | relegate demote
break_down collapse founder | succeed
concede admit | claim
slow decelerate | quicken
decelerate | accelerate hasten
uphold | dismiss reject
dismiss fire sack oust | resign quit step_down
mount escalate intensify worsen deepen | ease abate subside
boost stimulate | dampen curb cut reduce hamper
add | remove shed subtract
exceed surpass top | miss trail
appreciate | depreciate
upbeat confident hopeful | downbeat gloomy doubtful pessimistic
enforce | waive lift
board embark | disembark
float refloat | sink
surface emerge | submerge
thrive flourish | struggle wither
spread | contain
admit | discharge
infect | cure
recover | die
sober | drunk
ally | rival enemy foe opponent
friend | enemy foe
victim | suspect perpetrator
host | guest
creditor | debtor
supporter proponent advocate | opponent critic
boom | bust slump recession
ceiling | floor
born birth | die
wedding | funeral
sunny | cloudy rainy
strength | weakness
advantage | disadvantage
asset | liability
income revenue | spending expenditure
home | away
attack offensive | defence defense
hero | villain
favourite favorite | underdog outsider
northbound | southbound
eastbound | westbound
inland | coastal
mainland | island
bride | groom bridegroom
tall taller tallest | short shorter shortest
near nearer nearest | far farther farthest
easy easier | difficult hard harder
brave | cowardly
generous | stingy
calm | stormy rough
light | dark
clear | cloudy foggy
rise | set
push | pull
ask | answer
teach | learn
inhale | exhale
accelerate | brake
attract | repel deter
widespread | isolated limited
lenient | harsh strict
strict | lax
loud | quiet
clean | dirty
fresh | stale
raw | cooked
smooth | rough
straight | crooked
busy | quiet idle
rural | metropolitan
upgrade | demote
declassify | classify
nationalist | unionist
insider | outsider
inward | outward
forward | backward
clockwise | anticlockwise counterclockwise
above-average | below-average`

// exclusive lists words of which only one can hold in its place, a row a kind of
// clash and the words; a bar joins words for the same.
const exclusive = `date spring summer autumn winter
date second minute hour day week month quarter year decade century
date yesterday|yesterdays today tonight tomorrow
date last this|current next|coming|following
date daily weekly monthly quarterly annual|annually|yearly
date morning|mornings noon|midday afternoon|afternoons evening|evenings night|nights|overnight midnight
date medieval modern ancient
number gold silver bronze
number final|finals semi-final|semifinal|semi-finals|semifinals quarter-final|quarterfinal|quarter-finals|quarterfinals
number primary|elementary secondary tertiary
place north south east west northeast|north-east northwest|north-west southeast|south-east southwest|south-west
place northern southern eastern western central northeastern|north-eastern northwestern|north-western southeastern|south-eastern southwestern|south-western
place city|town village island
place land sea
name defence|defense interior foreign finance justice health education labour|labor trade economy|economic energy culture environment agriculture transport tourism sports|sport
name muslim|muslims christian|christians jewish|jews hindu|hindus buddhist|buddhists
name sunni|sunnis shiite|shiites|shia
name catholic|catholics protestant|protestants orthodox
name army navy|naval
name state federal municipal|local`

// opposedStems is the table antonyms by stem.
var opposedStems = later(readAntonyms)

func readAntonyms(m map[string]map[string]bool) {
	put := func(v, w string) {
		if m[v] == nil {
			m[v] = map[string]bool{}
		}
		m[v][w] = true
	}
	for row := range strings.SplitSeq(antonyms, "\n") {
		left, right, _ := strings.Cut(row, " | ")
		ws := strings.Fields(right)
		for i, w := range ws {
			ws[i] = stemEntry(w)
		}
		for entry := range strings.FieldsSeq(left) {
			v := stemEntry(entry)
			for _, w := range ws {
				put(v, w)
				put(w, v)
			}
		}
	}
}

// exclusivePlace is where a word stands in the table exclusive.
type exclusivePlace struct {
	row, entry int
	kind       ClashKind
}

// exclusiveWords is by folded word.
var exclusiveWords = later(readExclusive)

func readExclusive(m map[string]exclusivePlace) {
	row := 0
	for line := range strings.SplitSeq(exclusive, "\n") {
		row++
		kind, words, _ := strings.Cut(line, " ")
		for n, entry := range strings.Fields(words) {
			for w := range strings.SplitSeq(entry, "|") {
				m[w] = exclusivePlace{row, n, ClashKind(kind)}
			}
		}
	}
}
