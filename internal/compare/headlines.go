package compare

import "parallax/internal/dossier"

// Headlines. A headline says in a few words what its article tells in many, and
// the headlines and sentences of other articles on the same subject share most of
// those few without telling the same: "Harbour union to resume pay talks", "Port
// makes new offer before pay talks". Nothing in a headline is a detail, so that it is
// reworded only where the other sentence has most of it.

// maxUnmet is how much of a headline the sentence that rewords it may leave
// unsaid, in thousandths of its weight.
const maxUnmet = 300

// headlineUnmet reports whether s or t is a headline, and each leaves more of the
// other unsaid than a rewording does.
func (c *Comparer) headlineUnmet(s, t *sentence) bool {
	return (s.titles() || t.titles()) && c.unmet(s, t) > maxUnmet && c.unmet(t, s) > maxUnmet
}

// unmet returns how much of s t has no word for, in thousandths of its weight.
func (c *Comparer) unmet(s, t *sentence) int32 {
	var unmet, all int32
	for i := range s.words {
		w := &s.words[i]
		if w.tail || w.class == function || i > 0 && s.words[i-1].term == w.term {
			continue
		}
		weight := c.lex.base[w.term] * c.rarity.of(w.term, 2) / 1000
		all += weight
		if !t.alsoSays(w.term) && !c.anySynonym(s, i, t, [2]int{0, len(t.words)}) {
			unmet += weight
		}
	}
	return 1000 * unmet / max(all, 1)
}

// titles reports whether s is a headline.
func (s *sentence) titles() bool { return s.headline || s.kind == dossier.Title }
