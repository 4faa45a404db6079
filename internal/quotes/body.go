package quotes

import (
	"slices"
	"strings"

	"parallax/internal/names"
	"parallax/internal/text"
)

// An office is a body by one of its names: "ministry", told by "labour".
type office struct {
	noun    string // "" if it is none
	telling []string
}

// oneName gives each office that speaks the fullest of its names in the article: "the
// labour ministry", "Ministry of Labour" and, as nobody says so of two, "the ministry"
// are one speaker, unless another one is named anywhere. Who has no name is written
// as at first throughout, be it at the start of a sentence or inside it.
func (r *reader) oneName(units []unit) {
	first := map[string]string{} // how what is not named is written first, by the lower case
	fullest := map[string]int{}  // which quote has the fullest name of an office, by its noun
	spoke := make([]office, len(r.out))
	for i := range r.out {
		q := &r.out[i]
		low := strings.ToLower(q.Speaker)
		if name := first[low]; name == "" {
			first[low] = q.Speaker
		} else if q.Person < 0 && strings.HasPrefix(low, "the ") { // "A resident" may be another than "a resident"
			q.Speaker = name
		}
		o := officeCalled(q.Speaker)
		spoke[i] = o
		if at, known := fullest[o.noun]; !known || len(o.telling) > len(spoke[at].telling) || len(o.telling) == len(spoke[at].telling) && r.out[at].Person < 0 && q.Person >= 0 {
			fullest[o.noun] = i
		}
	}
	delete(fullest, "")
	for n := range units {
		toks := units[n].toks
		for j := range toks {
			if at, known := fullest[lowAt(toks, j)]; known {
				if words, _, _ := tellingWords(toks, j); !within(words, spoke[at].telling) {
					delete(fullest, toks[j].Low)
				}
			}
		}
	}
	for i := range r.out {
		if at, known := fullest[spoke[i].noun]; known && (len(spoke[i].telling) > 0 || spoke[i].noun == "ministry") {
			r.out[i].Speaker, r.out[i].Person = r.out[at].Speaker, r.out[at].Person
		}
	}
}

// officeCalled returns the office that a speaker's name is of, which is none if it is
// the name of anything else.
func officeCalled(name string) office {
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
			return office{toks[j].Low, telling}
		}
	}
	return office{}
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
