package compare

import (
	"fmt"
	"strings"
	"testing"

	"parallax/internal/golden"
)

// A mutation changes one fact of a sentence, or returns "" if it cannot: n
// chooses which, and the words that it puts in are those of from.
type mutation struct {
	name   string
	change func(s *sentence, n int, from *sentence) string
}

var mutations = []mutation{
	{"noun", func(s *sentence, n int, from *sentence) string { return s.withOther(from, n, (*sentence).thing) }},
	{"verb", func(s *sentence, n int, from *sentence) string { return s.withOther(from, n, (*sentence).deed) }},
	{"name", func(s *sentence, n int, from *sentence) string {
		return s.withOther(from, n, func(s *sentence, i int) string {
			if i == 0 || !s.properAt(i) || s.properAt(i-1) || s.properAt(i+1) || s.possessiveAt(i) {
				return ""
			}
			return fmt.Sprint("name", s.words[i].class)
		})
	}},
	{"number", func(s *sentence, n int, _ *sentence) string {
		return s.replace(n, func(i int) string {
			if s.words[i].class != quantity || !isDigit(s.text[s.words[i].at.Start-s.at.Start]) || s.words[i].form.number != float64(int(s.words[i].form.number)) || s.gap(i) == "." {
				return ""
			}
			more := int(s.words[i].form.number)
			if more > 1900 && more < 2100 {
				return fmt.Sprint(more + 3)
			}
			return fmt.Sprint(more + more/5 + 1)
		})
	}},
	{"exchanged", func(s *sentence, n int, _ *sentence) string {
		var things []int
		for i := range s.words {
			if s.thing(i) != "" {
				things = append(things, i)
			}
		}
		if len(things) < 2 {
			return ""
		}
		k := n % (len(things) - 1)
		i, j := things[k], things[k+1]
		if s.eitherWay(i, j) || s.words[i].term == s.words[j].term {
			return ""
		}
		return s.text[:s.words[i].at.Start-s.at.Start] + s.phrase(j, j+1) + s.text[s.words[i].at.End-s.at.Start:s.words[j].at.Start-s.at.Start] + s.phrase(i, i+1) + s.text[s.words[j].at.End-s.at.Start:]
	}},
}

// thing returns the sort of noun that word i is: one that names a thing by
// itself behind an article, or several.
func (s *sentence) thing(i int) string {
	all := readArguments(s)
	for k := range all {
		if a := &all[k]; a.at == i && a.from == i && a.role != noRole && a.role != predicate && s.words[i].class == plain && s.isNoun(i) && !s.words[i].tail && !s.words[i].form.capital && !s.possessiveAt(i) && !emptyThings[s.stem(i)] && (plural(s.fold(i)) && len(s.fold(i)) > 4 || articles[s.fold(i-1)]) {
			return fmt.Sprint("noun", plural(s.fold(i)))
		}
	}
	return ""
}

// deed returns the sort of verb that word i is.
func (s *sentence) deed(i int) string {
	w := &s.words[i]
	if w.class != plain || w.tail || !s.isVerb(i) || s.onlyJoins(i) || s.supports(i) || i+1 < len(s.words) && s.words[i+1].term == w.term {
		return ""
	}
	switch {
	case strings.HasSuffix(w.form.fold, "ed"):
		return fmt.Sprint("verb", passiveBefore(s, i))
	case gerund(w.form.fold):
		return "gerund"
	}
	return ""
}

// withOther puts a word of from in the place of one of s that is of the same
// sort.
func (s *sentence) withOther(from *sentence, n int, sort func(*sentence, int) string) string {
	return s.replace(n, func(i int) string {
		kind := sort(s, i)
		for k := range from.words {
			if kind != "" && sort(from, k) == kind && from.words[k].form.stem != s.words[i].form.stem && !s.hasFold(from.fold(k)) {
				return from.phrase(k, k+1)
			}
		}
		return ""
	})
}

// replace puts by(i) in the place of the nth word for which it is not empty.
func (s *sentence) replace(n int, by func(i int) string) string {
	var at []int
	for i := range s.words {
		if by(i) != "" {
			at = append(at, i)
		}
	}
	if len(at) == 0 {
		return ""
	}
	i := at[n%len(at)]
	return s.text[:s.words[i].at.Start-s.at.Start] + by(i) + s.text[s.words[i].at.End-s.at.Start:]
}

// mutationSources is how many other rows are tried for a word to put in.
const mutationSources = 20

// TestMutated counts how often a reworded pair is still shown as the same when
// one fact of the one sentence is changed by chance. With -v it tells which.
func TestMutated(t *testing.T) {
	var rows []factRow
	for _, set := range testSets(t, "facts") {
		for _, row := range factRows(t, set) {
			if row.kind == "same" {
				rows = append(rows, row)
			}
		}
	}
	results, tellings := make([]Result, len(rows)), make([]*sentence, len(rows)) // of each row: the comparison, the second sentence
	for n, row := range rows {
		var c *Comparer
		c, results[n] = compareTexts(t, row.a, row.b)
		tellings[n] = &c.articles[1][0]
	}
	shown, all := map[string]int{}, map[string]int{}
	for n, row := range rows {
		if r := results[n]; len(r.Pairs) != 1 || r.Pairs[0].Relation != Reworded {
			continue
		}
		for k, m := range mutations {
			changed := ""
			for step := 1; step < mutationSources && changed == ""; step++ {
				changed = m.change(tellings[n], n, tellings[(n+7*step+k)%len(rows)])
			}
			if changed == "" {
				continue
			}
			all[m.name]++
			if _, r := compareTexts(t, row.a, changed); shownSame(r) {
				shown[m.name]++
				t.Logf("%s shown as the same: %s | %s", m.name, row.a, changed)
			}
		}
	}
	var b strings.Builder
	for _, m := range mutations {
		fmt.Fprintf(&b, "%s shown as the same: %d of %d\n", m.name, shown[m.name], all[m.name])
	}
	golden.Check(t, "mutated.golden", b.String())
}
