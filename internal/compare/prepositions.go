package compare

import "strings"

// interchangeable are the prepositions and conjunctions that news writes for one
// another, a row a bar. Any other in the place of one turns what is told: "sold
// to", "sold by"; "in five years", "after five years"; "if", "because".
var interchangeable = later(func(m map[[2]string]bool) {
	for row := range strings.SplitSeq(prepositionRows, "|") {
		ws := strings.Fields(row)
		for _, v := range ws {
			for _, w := range ws {
				m[[2]string{v, w}] = true
			}
		}
	}
})

const prepositionRows = `in at on within during inside around near across over throughout off amid through | about on over of concerning regarding | of for in on
	| to into onto toward towards until till | after following upon since | from of out off since on | by with through via | with to from | with against | against at on over
	| under in on by with below beneath | as for | via through over by | amid after with on | due because owing over after | by on in at | before by until ahead | for to | between of among
	| outside off near
	| because since as due owing over for | although though while whereas but however despite | when as while after once if | after since following once when
	| until before till | if whether | unless without | and but while with | and to | with as | or nor`

// changedPreposition compares a change that puts one preposition in the place of
// another.
func (x *clasher) changedPreposition(a, b [2]int) {
	i, j := x.s.lonePreposition(a), x.t.lonePreposition(b)
	if i < 0 || j < 0 {
		return
	}
	p, q := x.s.fold(i), x.t.fold(j)
	if p == q || interchangeable[[2]string{p, q}] || x.samePartyOf(i, j) || x.s.words[i].tail != x.t.words[j].tail {
		return
	}
	kind := ClashDirection
	if joiners[p] || joiners[q] {
		kind = ClashNegation
	}
	if x.f.dated(i+1) && x.g.dated(j+1) {
		kind = ClashDate
	}
	x.addAt(kind, i, i+3, j, j+3)
}

// partyLeads lead to those a noun tells of: "protests from unions", "protests by unions".
var partyLeads = wordSet(`from by`)

// samePartyOf reports whether the prepositions i and j lead to those whose deed the
// noun before them is, or a verb for it in one of the sentences. An attack from the
// sea is not by the sea.
func (x *clasher) samePartyOf(i, j int) bool {
	if i == 0 || j == 0 || !partyLeads[x.s.fold(i)] || !partyLeads[x.t.fold(j)] || x.s.words[i-1].term != x.t.words[j-1].term {
		return false
	}
	k := i + 1
	for k < i+3 && !x.s.formAt(k).party && !x.s.properAt(k) {
		k++
	}
	return (x.s.formAt(k).party || x.s.properAt(k)) && (x.s.isNoun(i-1) || x.t.isNoun(j-1))
}

// joiners join words and clauses, as prepositions do.
var joiners = wordSet(`of if when because although though until unless while since whereas as and or but
	during till amid among through throughout despite within behind beyond beneath via`)

// lonePreposition returns the one word of a change that is no article, if that
// is a preposition or a conjunction, else -1.
func (s *sentence) lonePreposition(in [2]int) int {
	lone := -1
	for i := in[0]; i < in[1]; i++ {
		switch {
		case s.words[i].class == function && softDeterminers[s.fold(i)]:
		case lone >= 0 || !s.words[i].form.preposition && !joiners[s.fold(i)]:
			return -1
		default:
			lone = i
		}
	}
	return lone
}

// helperRows are pronouns by whom they stand for, him, her, or a thing or many,
// and from the fourth on words of what may or must be.
var helperRows = numbered(`he|him|his|himself she|her|hers|herself it|its|itself|they|them|their|themselves|theirs
	will|would|shall may|might|could|can must|should|ought`)

// pronounRows is how many rows of helperRows are pronouns.
const pronounRows = 3

// changedHelper compares a change that only puts one pronoun or one word of what
// may or must be in the place of another.
func (x *clasher) changedHelper(a, b [2]int) {
	if a[1]-a[0] != 1 || b[1]-b[0] != 1 {
		return
	}
	v, w := &x.s.words[a[0]], &x.t.words[b[0]]
	p, q := helperRows[v.form.fold], helperRows[w.form.fold]
	if p == 0 || q == 0 || p == q || p <= pronounRows != (q <= pronounRows) || v.tail || w.tail || v.class != function || w.class != function {
		return
	}
	kind := ClashName
	if p > pronounRows {
		kind = ClashNegation
	}
	x.addWord(kind, a[0], b[0])
}
