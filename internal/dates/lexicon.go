package dates

import (
	"strings"
	"sync"
)

// kind is the class of a token; a token has exactly one. Words that can be two
// things ("second", "May") carry the sense that leads into a date, and the
// grammar asks for what surrounds them.
type kind uint8

const (
	kWord          kind = iota // any other word
	kPunct                     // val is the byte; every dash is '-', every apostrophe '\''
	kBreak                     // end of a paragraph
	kNumber                    // digits; val is their value, digits their count
	kAmount                    // digits with a thousands separator: never a year
	kDecimal                   // "22.8"; val is in tenths
	kOrdinal                   // "3rd", "third"; val is 3
	kCardinal                  // "twelve"; val is 12
	kHundred                   // "hundred", "thousand"; val is the factor
	kHalf                      // "half"
	kDecade                    // "1990s", "80s"; val is the first year
	kDecadeWord                // "nineties"; val is 90
	kMonth                     // val is 1–12
	kWeekday                   // val is 1 (Monday) – 7
	kUnit                      // val is a unit
	kSeason                    // val is 1 (spring) – 4
	kPart                      // part of day; val is a part
	kClockWord                 // "noon", "midnight"; val is the hour
	kMeridiem                  // "am" 0, "pm" 12
	kZone                      // val indexes zones
	kEra                       // "BC" 1, "AD" 0
	kDayWord                   // "today"; val is the days from the publication day
	kRef                       // "now", "recently"; val is a ref
	kShift                     // "last", "next", "this"; val is a shift
	kLater                     // "ago", "later", "before"; val is a later
	kEdge                      // "early", "the end of"; val is a mod
	kApprox                    // "about", "nearly"; val is a mod
	kVague                     // "few", "several"
	kEvery                     // "each", "every", "per"; val is one of the every
	kSetWord                   // "daily"; val is a unit
	kHoliday                   // val indexes holidays
	kLong                      // "weeklong"; val is a unit
	kFiscal                    // "fiscal"
	kQuarterLetter             // the "Q" of "Q3", the "H" of "H1"
	kArticle                   // "the", "a", "an"
	kFunc                      // another word of the closed classes
)

// units of duration, finest first.
const (
	unitSecond = iota
	unitMinute
	unitHour
	unitDay
	unitWeekend
	unitWeek
	unitMonth
	unitQuarter
	unitYear
	unitDecade
	unitCentury
	unitFortnight
	unitNight
)

// parts of the day, in the order of partCodes.
const (
	noPart = iota
	partMorning
	partMidday
	partAfternoon
	partEvening
	partNight
	partDaytime
	partUnknown // "a few hours later"
)

// shifts: how a unit or a name lies to its anchor.
const (
	noShift    = iota
	shiftLast  // "last week"
	shiftNext  // "next week"
	shiftThis  // "this week"
	shiftPast  // "the past week", "this past July"
	shiftPrev  // "the previous week": from the last day told
	shiftFoll  // "the following week"
	shiftSame  // "the same week", "that week"
	shiftFirst // "the first three weeks"
)

// laters: words after a duration that make it a date.
const (
	laterAgo     = iota // before publication
	laterHence          // after publication
	laterEarlier        // before the day told
	laterLater          // after the day told
)

// refs: times with no place on the calendar.
const (
	refPast = iota
	refPresent
	refFuture
)

// mods are the TIMEX3 mod attributes, in the order of modNames.
const (
	noMod = iota
	modStart
	modMid
	modEnd
	modApprox
	modBefore
	modAfter
	modMore
	modLess
	modEqualMore
	modEqualLess
)

var modNames = [...]string{"", "START", "MID", "END", "APPROX", "BEFORE", "AFTER", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"}

const (
	eachEvery = iota
	eachPer
)

type entry struct {
	kind kind
	val  int16
}

// A wordList is words of one kind. The value of "one by one" lists counts from
// first by step; alternatives are joined by "/".
type wordList struct {
	kind        kind
	first, step int16
	words       string
}

var wordLists = [...]wordList{
	{kMonth, 1, 1, "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep october/oct november/nov december/dec"},
	{kWeekday, 1, 1, "monday/mondays/mon tuesday/tuesdays/tue/tues wednesday/wednesdays/wed thursday/thursdays/thu/thur/thurs friday/fridays/fri saturday/saturdays/sat sunday/sundays/sun"},
	{kCardinal, 0, 1, "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"},
	{kOrdinal, 1, 1, "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"},
	{kOrdinal, 30, 0, "thirtieth"},
	{kHundred, 100, 0, "hundred"},
	{kHundred, 1000, 0, "thousand"},
	{kHalf, 0, 0, "half"},
	{kUnit, unitSecond, 1, "seconds minute/minutes hour/hours day/days weekend/weekends week/weeks month/months quarter/quarters year/years decade/decades century/centuries fortnight/fortnights nights"},
	{kSeason, 1, 1, "spring summer autumn/fall winter"},
	{kPart, partMorning, 1, "morning/mornings/dawn midday afternoon/afternoons evening/evenings/dusk night/nighttime/overnight daytime"},
	{kClockWord, 12, 0, "noon"},
	{kClockWord, 0, 0, "midnight"},
	{kMeridiem, 0, 0, "am"},
	{kMeridiem, 12, 0, "pm"},
	{kEra, 1, 0, "bc bce"},
	{kEra, 0, 0, "ad ce"},
	{kDayWord, 0, 0, "today tonight"},
	{kDayWord, -1, 0, "yesterday"},
	{kDayWord, 1, 0, "tomorrow"},
	{kRef, refPast, 0, "recently lately recent"},
	{kRef, refPresent, 0, "now currently nowadays presently"},
	{kRef, refFuture, 0, "future"},
	{kShift, shiftLast, 0, "last latest"},
	{kShift, shiftNext, 0, "next coming upcoming"},
	{kShift, shiftThis, 0, "this current"},
	{kShift, shiftPast, 0, "past"},
	{kShift, shiftPrev, 0, "previous preceding prior"},
	{kShift, shiftFoll, 0, "following subsequent ensuing succeeding"},
	{kShift, shiftSame, 0, "same"},
	{kLater, laterAgo, 0, "ago"},
	{kLater, laterHence, 0, "hence"},
	{kLater, laterEarlier, 0, "earlier before previously beforehand"},
	{kLater, laterLater, 0, "later after afterwards afterward thereafter"},
	{kEdge, modStart, 0, "early start beginning outset opening"},
	{kEdge, modMid, 0, "mid middle"},
	{kEdge, modEnd, 0, "late end latter close"},
	{kApprox, modApprox, 0, "about around approximately roughly nearly almost some circa ca"},
	{kVague, 0, 0, "several many few"},
	{kEvery, eachEvery, 0, "each every"},
	{kEvery, eachPer, 0, "per"},
	{kSetWord, unitHour, 0, "hourly"},
	{kSetWord, unitDay, 0, "daily"},
	{kSetWord, unitWeek, 0, "weekly"},
	{kSetWord, unitMonth, 0, "monthly"},
	{kSetWord, unitQuarter, 0, "quarterly"},
	{kSetWord, unitYear, 0, "annual annually yearly"},
	{kLong, unitHour, 1, "hourlong daylong"},
	{kLong, unitWeek, 1, "weeklong monthlong"},
	{kLong, unitYear, 1, "yearlong decadelong"},
	{kFiscal, 0, 0, "fiscal financial fy"},
	{kQuarterLetter, 0, 0, "q h"},
	{kArticle, 0, 0, "the a an"},
	{kFunc, 0, 0, `of in on at to from and or between since until till by during for within over under than more less fewer as up least most
		that these those its his her their our time local o'clock hrs long old moment right dozen couple pair rest once twice times
		through throughout another but then eve very exactly just only calendar full who which when where is are was were
		has had have be been will would not so present modern`},
	{kCardinal, 20, 10, "twenty thirty forty fifty sixty seventy eighty ninety"},
	{kDecadeWord, 20, 10, "twenties thirties forties fifties sixties seventies eighties nineties"},
}

// lexicon maps every lower-case word with a bearing on time to its sense. It is
// made when the first text is read: the page never reads one.
var lexicon = sync.OnceValue(func() map[string]entry {
	lex := make(map[string]entry, 512)
	for _, l := range wordLists {
		val := l.first
		for group := range strings.FieldsSeq(l.words) {
			for w := range strings.SplitSeq(group, "/") {
				lex[w] = entry{l.kind, val}
			}
			val += l.step
		}
	}
	for i := range zones {
		for w := range strings.SplitSeq(zones[i].words, "/") {
			lex[w] = entry{kZone, int16(i)}
		}
	}
	for i := range holidays {
		w, _, _ := strings.Cut(holidays[i].words, " ")
		if _, ok := lex[w]; !ok {
			lex[w] = entry{kHoliday, int16(i)}
		}
	}
	return lex
})
