package dates

import "strings"

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

// lexicon maps every lower-case word with a bearing on time to its sense.
var lexicon = buildLexicon()

func buildLexicon() map[string]entry {
	lex := make(map[string]entry, 512)
	// each adds words of one kind; the value counts from first for every
	// group, "a b" separated by spaces, alternatives joined by "/".
	each := func(k kind, first int, groups string) {
		for i, g := range strings.Fields(groups) {
			for w := range strings.SplitSeq(g, "/") {
				lex[w] = entry{k, int16(first + i)}
			}
		}
	}
	all := func(k kind, val int, words string) {
		for w := range strings.FieldsSeq(words) {
			lex[w] = entry{k, int16(val)}
		}
	}
	each(kMonth, 1, "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep october/oct november/nov december/dec")
	each(kWeekday, 1, "monday/mondays/mon tuesday/tuesdays/tue/tues wednesday/wednesdays/wed thursday/thursdays/thu/thur/thurs friday/fridays/fri saturday/saturdays/sat sunday/sundays/sun")
	each(kCardinal, 0, "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	for i, w := range strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety") {
		lex[w] = entry{kCardinal, int16(20 + 10*i)}
	}
	each(kOrdinal, 1, "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth")
	all(kOrdinal, 30, "thirtieth")
	for i, w := range strings.Fields("twenties thirties forties fifties sixties seventies eighties nineties") {
		lex[w] = entry{kDecadeWord, int16(20 + 10*i)}
	}
	all(kHundred, 100, "hundred")
	all(kHundred, 1000, "thousand")
	all(kHalf, 0, "half")
	each(kUnit, unitSecond, "seconds minute/minutes hour/hours day/days weekend/weekends week/weeks month/months quarter/quarters year/years decade/decades century/centuries fortnight/fortnights nights")
	each(kSeason, 1, "spring summer autumn/fall winter")
	each(kPart, partMorning, "morning/mornings/dawn midday afternoon/afternoons evening/evenings/dusk night/nighttime/overnight daytime")
	all(kClockWord, 12, "noon")
	all(kClockWord, 0, "midnight")
	all(kMeridiem, 0, "am")
	all(kMeridiem, 12, "pm")
	all(kEra, 1, "bc bce")
	all(kEra, 0, "ad ce")
	all(kDayWord, 0, "today tonight")
	all(kDayWord, -1, "yesterday")
	all(kDayWord, 1, "tomorrow")
	all(kRef, refPast, "recently lately recent")
	all(kRef, refPresent, "now currently nowadays presently")
	all(kRef, refFuture, "future")
	all(kShift, shiftLast, "last latest")
	all(kShift, shiftNext, "next coming upcoming")
	all(kShift, shiftThis, "this current")
	all(kShift, shiftPast, "past")
	all(kShift, shiftPrev, "previous preceding prior")
	all(kShift, shiftFoll, "following subsequent ensuing succeeding")
	all(kShift, shiftSame, "same")
	all(kLater, laterAgo, "ago")
	all(kLater, laterHence, "hence")
	all(kLater, laterEarlier, "earlier before previously beforehand")
	all(kLater, laterLater, "later after afterwards afterward thereafter")
	all(kEdge, modStart, "early start beginning outset opening")
	all(kEdge, modMid, "mid middle")
	all(kEdge, modEnd, "late end latter close")
	all(kApprox, modApprox, "about around approximately roughly nearly almost some circa ca")
	all(kVague, 0, "several many few")
	all(kEvery, eachEvery, "each every")
	all(kEvery, eachPer, "per")
	all(kSetWord, unitHour, "hourly")
	all(kSetWord, unitDay, "daily")
	all(kSetWord, unitWeek, "weekly")
	all(kSetWord, unitMonth, "monthly")
	all(kSetWord, unitQuarter, "quarterly")
	all(kSetWord, unitYear, "annual annually yearly")
	all(kFiscal, 0, "fiscal financial fy")
	all(kQuarterLetter, 0, "q h")
	for i := range zones {
		for w := range strings.SplitSeq(zones[i].words, "/") {
			if w != "" {
				lex[w] = entry{kZone, int16(i)}
			}
		}
	}
	for i := range holidays {
		lex[holidays[i].words[0]] = entry{kHoliday, int16(holidays[i].first)}
	}
	all(kArticle, 0, "the a an")
	all(kFunc, 0, `of in on at to from and or between since until till by during for within over under than more less fewer as up least most
		that these those its his her their our time local o'clock hrs long old moment right dozen couple pair rest once twice times
		through throughout another but then eve very exactly just only calendar full who which when where is are was were
		has had have be been will would not so present modern`)
	return lex
}
