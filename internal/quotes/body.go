package quotes

import (
	"slices"
	"strings"

	"parallax/internal/names"
	"parallax/internal/text"
)

// A calledBody is an office by one of its names.
type calledBody struct {
	name    string
	person  int32    // index into names.Index.Entities, or -1
	telling []string // the words that tell it from other offices: "labour"
}

// oneName gives each office that speaks the fullest of its names in the article: "the
// labour ministry", "Ministry of Labour" and, as nobody says so of two, "the ministry"
// are one speaker, unless another one is named anywhere. Who has no name is written
// as at first throughout, be it at the start of a sentence or inside it.
func (r *reader) oneName(units []unit) {
	first := map[string]string{} // by the lower case
	for i := range r.out {
		q := &r.out[i]
		low := strings.ToLower(q.Speaker)
		if _, known := first[low]; !known {
			first[low] = q.Speaker
		}
		if q.Person < 0 && strings.HasPrefix(low, "the ") { // "A resident" may be another than "a resident"
			q.Speaker = first[low]
		}
	}
	fullest := map[string]calledBody{} // by the word for the office
	for i := range r.out {
		q := &r.out[i]
		office, telling := nameOfOffice(q.Speaker)
		if best, known := fullest[office]; office != "" && (!known || len(telling) > len(best.telling) || len(telling) == len(best.telling) && best.person < 0 && q.Person >= 0) {
			fullest[office] = calledBody{q.Speaker, q.Person, telling}
		}
	}
	if len(fullest) == 0 {
		return
	}
	for n := range units {
		toks := units[n].toks
		for j := range toks {
			if best, known := fullest[lowAt(toks, j)]; known {
				if telling, _, _ := tellingWords(toks, j); !within(telling, best.telling) {
					delete(fullest, toks[j].Low)
				}
			}
		}
	}
	for i := range r.out {
		q := &r.out[i]
		office, telling := nameOfOffice(q.Speaker)
		if best, known := fullest[office]; known && (len(telling) > 0 || office == "ministry") {
			q.Speaker, q.Person = best.name, best.person
		}
	}
}

// nameOfOffice returns the word for the office that a speaker's name is of, with the
// words that tell which; "" if it is the name of anything else.
func nameOfOffice(name string) (office string, telling []string) {
	var toks []tok
	for _, t := range names.Tokens(name, text.Span{End: int32(len(name))}) {
		toks = append(toks, tok{t, -1})
	}
	for j := range toks {
		if !offices.Has(toks[j].Low) {
			continue
		}
		telling, from, to := tellingWords(toks, j)
		if to == len(toks) && (from == 0 || from == 1 && toks[0].Low == "the") {
			return toks[j].Low, telling
		}
	}
	return "", nil
}

// tellingWords returns the words around the office toks[j] that tell which it is, and
// where the phrase begins and ends: "labour" in "the labour ministry" and in "the
// Ministry of Labour".
func tellingWords(toks []tok, j int) (words []string, from, to int) {
	from, to = j, j+1
	for from > 0 && nouny(&toks[from-1]) && !determiners.Has(toks[from-1].Low) {
		from--
	}
	if low := lowAt(toks, to); low == "of" || low == "for" {
		if p := after(toks, to+1); !p.empty() {
			to = p.b
		}
	}
	for k := from; k < to; k++ {
		if t := &toks[k]; k != j && isWord(t) && nouny(t) && !determiners.Has(t.Low) {
			words = append(words, t.Low)
		}
	}
	return words, from, to
}

// within reports whether all words are among those of others.
func within(words, others []string) bool {
	for _, w := range words {
		if !slices.Contains(others, w) {
			return false
		}
	}
	return true
}
