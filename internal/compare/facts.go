package compare

import (
	"parallax/internal/dates"
	"parallax/internal/text"
)

// facts are what a sentence states that another may contradict.
type facts struct {
	numbers []number
	times   []moment
	actors  []actor
	speaker int   // index into actors, -1 if nobody is named
	teller  []int // the nouns for who speaks without a name
	denials []denial
	signs   map[int32]int8 // by term: 1 stated, -1 denied, 0 both
	acts    []act

	arguments []argument

	opposable []int // words that have an opposite
}

// maxFacts bounds the facts of each kind that are read of one sentence. A
// "sentence" with more is a text without sentence ends.
const maxFacts = 200

// factsOf reads the facts of sentence i of article a once, of a long one those of
// its beginning.
func (c *Comparer) factsOf(a int, i int32) *facts {
	s := &c.articles[a][i]
	if s.facts == nil && s.long() {
		head := s.part(0, maxWords)
		s.facts = c.readFacts(a, &head)
	} else if s.facts == nil {
		s.facts = c.readFacts(a, s)
	}
	return s.facts
}

// readFacts reads the facts of s, which stands in article a.
func (c *Comparer) readFacts(a int, s *sentence) *facts {
	f := &facts{}
	used := make([]bool, len(s.words)) // words that belong to a date
	mentions := c.mentionsIn(a, s.at)
	f.times = numericDates(s, mentions, used)
	f.times = append(f.times, readTimes(s, mentions, used)...)
	resolveTimes(s, f.times, mentions)
	f.numbers = readNumbers(s, used)
	f.times, f.numbers = f.times[:min(len(f.times), maxFacts)], f.numbers[:min(len(f.numbers), maxFacts)]
	for k := range f.times {
		f.times[k].verb = s.verbOf(f.times[k].from, f.times[k].to)
	}
	for k := range f.numbers {
		f.numbers[k].verb = s.verbOfNumber(f.numbers[k].from, f.numbers[k].to)
	}
	f.actors = c.readActors(a, s)
	f.actors = f.actors[:min(len(f.actors), maxFacts)]
	f.speaker = readSpeaker(s, f.actors)
	f.arguments = readArguments(s)
	f.denials = readDenials(s, f.arguments)
	f.readDenied(s)
	f.signs = readSigns(s, f.denials)
	f.acts = readActs(s)
	f.teller = readTeller(s, f.arguments)
	for k := range s.words {
		if s.mayOppose(k) && len(f.opposable) < maxFacts {
			f.opposable = append(f.opposable, k)
		}
	}
	return f
}

// mentionsIn returns the time expressions of article a that lie in sp.
func (c *Comparer) mentionsIn(a int, sp text.Span) []dates.Mention {
	in := c.d.Articles[a].MentionsIn(sp)
	if n := len(in); n > 0 && in[n-1].Span.End > sp.End {
		in = in[:n-1]
	}
	return in[:min(len(in), maxFacts)]
}
