package compare

// A rule looks for facts of one kind in which two sentences differ.
type rule func(*clasher)

// The rules in the order in which they run. Of pairs that are not near, newClasher
// compares before them all who speaks in the sentences around.
var (
	ofAllPairs = []rule{
		(*clasher).dates,          // days, clocks and periods that cannot both hold, or changed places
		(*clasher).numbers,        // amounts that cannot both hold, or changed places, and results
		(*clasher).names,          // another name in the same place, another who says it
		(*clasher).directions,     // who does what to whom, of verbs that both have
		(*clasher).negations,      // what the one states and the other denies
		(*clasher).tellers,        // another who says it, without a name
		(*clasher).realities,      // done against planned, possible, wished or alleged
		(*clasher).shares,         // most, some, one, all
		(*clasher).bound,          // a thing that belongs to another name
		(*clasher).placed,         // under it against in front of it
		(*clasher).agoTurned,      // two days ago against in two days
		(*clasher).lastAgainstAgo, // last week against two months ago
		(*clasher).thanTurned,     // more x than y
		(*clasher).otherDeeds,     // a verb of each for which the other has nothing
	}
	ofNearPairs = []rule{(*clasher).changes} // change by change, as below, and what has changed places
	ofReworded  = []rule{
		(*clasher).opposedWords,  // opposites said of one thing,
		(*clasher).opposedBeside, // or beside one
		(*clasher).onlyWords,     // the one word that has no other
		(*clasher).roles,         // the one kind of people that has no other
		(*clasher).countsOther,   // a number that counts another thing
		(*clasher).unmetThings,   // a thing of each for which the other has nothing
		(*clasher).unmetStates,   // a deed of the one and a state of the other
	}
	// By the roles that things have, where nothing else was found.
	ofArguments = []rule{
		(*clasher).exchanged,      // things that have changed their roles
		(*clasher).actsTurned,     // who does what to whom, by two verbs
		(*clasher).sidesTurned,    // who does in the one what is done to him in the other
		(*clasher).dealingsTurned, // that by two verbs: x protects y, y shields x
		(*clasher).conversesAlike, // who supplies what he received
		(*clasher).kindsExchanged, // of what kind which thing is
		(*clasher).onlyThings,     // the one thing of each that has no other, in like roles
		(*clasher).contrary,       // before it against after it
		(*clasher).eventsTurned,   // what came first
		(*clasher).causesTurned,   // what brought about what
		(*clasher).states,         // what is against what may be
	}
)

// The rules for a change between near sentences: for each, and for those that put
// something in the place of something else.
var (
	ofChanges = []func(x *clasher, a, b [2]int){
		(*clasher).changedBefore, // what a word before another makes of it
		(*clasher).changedHold,   // so against almost so, or once so
	}
	ofReplacements = []func(x *clasher, a, b [2]int){
		(*clasher).changedPreposition,
		(*clasher).changedHelper, // pronouns too
		(*clasher).changedTimes,
		(*clasher).changedNumbers,
		(*clasher).changedNames,
		(*clasher).changedShare,
		(*clasher).changedTeller,
		(*clasher).changedWords, // opposites
		(*clasher).replaced,     // any word of which nothing says that it tells the same
		(*clasher).changedWish,  // the deed against the talk of it
	}
)

// find looks for clashes; the first one is enough if first is set.
func (x *clasher) find(first bool) []Clash {
	if x.s.long() || x.t.long() {
		return x.inParts(first)
	}
	besides := ofReworded
	if x.near {
		besides = ofNearPairs
	}
	for _, rules := range [...][]rule{ofAllPairs, besides} {
		for _, look := range rules {
			if first && len(x.out) > 0 {
				return x.out
			}
			look(x)
		}
	}
	for _, look := range ofArguments {
		if len(x.out) > 0 {
			break
		}
		look(x)
	}
	return x.out
}
