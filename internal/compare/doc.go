// Package compare finds what two articles share: the same sentences, reworded
// ones, moved ones, and what was found in one only.
//
// It never says that two sentences mean the same, and calls nothing the same
// that differs in a fact. The rules that look for such facts run in this order;
// a rule is called as its function is.
//
// In all pairs:
//
//   - dates: days, clocks and periods that cannot both hold, or changed places
//   - numbers: amounts that cannot both hold, or changed places; scores: results
//   - names: another name in the same place; speakers: another who says it
//   - directions: who does what to whom, of verbs that both sentences have
//   - negations: what the one states and the other denies
//   - tellers: another who says it, without a name
//   - realities: done against planned, possible, wished or alleged
//   - shares: most, some, one, all
//   - bound: a thing that belongs to another name
//   - placed: under it against in front of it
//   - agoTurned, thanTurned: two days ago, in two days; more x than y
//   - otherDeeds: a verb of each for which the other has nothing
//
// In near pairs, change by change (changes): what a word before another makes of
// it, prepositions, pronouns, times, numbers, names, shares, tellers, opposites,
// and at last any word put in the place of another of which nothing says that it
// tells the same (replaced).
//
// In reworded pairs:
//
//   - opposedWords, opposedBeside: opposites said of one thing
//   - onlyWords, roles: the one word, the one kind of people, that has no other
//   - countsOther: a number that counts another thing
//   - unmetThings: a thing of each for which the other has nothing; unmetStates: a
//     deed of the one and a state of the other
//
// Where none of these finds any, by the roles that things have (arguments):
//
//   - exchanged, sidesTurned, kindsExchanged: things that have changed their roles
//   - onlyThings: the one thing of each that has no other, in like roles
//   - contrary: before it against after it
//   - eventsTurned, causesTurned: what came first, what brought about what
//   - states: what is against what may be
//
// The wordings that tell one fact are in the tables: concepts are one meaning
// everywhere, synonyms only keep two words from being a difference.
package compare
