package dates

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"parallax/internal/sorting"
)

// What makes two sentences tell of the same thing, and two texts of the same
// matter. Chosen so that agency background told anew is found, and sentences
// that share a month, a place and a verb by chance are not.
const (
	rewordedTerms = 5 // content words shared …
	rewordedShare = 6 // … and at least so many tenths of the shorter sentence
	sharedNames   = 5 // names two texts share if they tell of one matter
	maxPostings   = 256
)

// terms are the content words of tokens [from, to) and the names among them,
// both sorted and without repetition. A name with hyphens is one word.
func (p *parser) terms(from, to int) (terms, proper []string) {
	for j := from; j < to; j++ {
		if p.kind(j) != kWord {
			continue
		}
		end := j + 1
		for p.tight(end, '-') && p.glued(end+1, kWord) {
			end += 2
		}
		w := p.words(j, end)
		name := p.capital(j) && j > from && !p.toks[j].line
		if len(w) >= 4 || name && len(w) >= 2 {
			low := strings.ToLower(w)
			terms = append(terms, low)
			if name {
				proper = append(proper, low)
			}
		}
		j = end - 1
	}
	sorting.Ordered(terms)
	sorting.Ordered(proper)
	return slices.Compact(terms), slices.Compact(proper)
}

// names are the capitalised words of the text that do not open a sentence.
func (p *parser) names() map[string]bool {
	names := make(map[string]bool)
	for j := range p.toks {
		if p.named(j, kWord) && !p.toks[j].line && j > 0 && !p.sentenceEnds(j-1) && p.kind(j-1) != kPunct {
			names[strings.ToLower(p.text(j))] = true
		}
	}
	return names
}

// lending lets texts borrow the year of what they tell from one another.
type lending struct {
	facts    []facts
	claims   []Claim
	places   []place          // every telling, in the order of the texts
	postings map[string][]int // of a term: indexes into places, increasing
}

// place is a telling: facts[text].tellings[at].
type place struct{ text, at int }

func newLending(fs []facts, claims []Claim) *lending {
	l := &lending{facts: fs, claims: claims, postings: make(map[string][]int)}
	for i := range fs {
		for k := range fs[i].tellings {
			for _, w := range fs[i].tellings[k].terms {
				l.postings[w] = append(l.postings[w], len(l.places))
			}
			l.places = append(l.places, place{i, k})
		}
	}
	return l
}

// A loan is a year for what one text tells, found in another.
type loan struct {
	lender   int
	date     time.Time // the borrower's publication day, by that year
	circular bool      // the lender had itself borrowed
	evidence string
}

// round dates the texts that can borrow now; it reports whether any did. A
// text borrows first from sentences with a year of their own, then from texts
// already dated, so that no two ever lean on each other, and last from those on
// its matter.
func (l *lending) round(matter bool) bool {
	type dated struct {
		text  int
		claim Claim
	}
	var found []dated
	for i := range l.claims {
		f := &l.facts[i]
		if l.claims[i].EDTF != "" || f.day == 0 || f.year != 0 {
			continue
		}
		var loans []loan
		if matter {
			loans = l.matter(i)
		} else {
			loans = l.loans(i)
		}
		if len(loans) == 0 || slices.ContainsFunc(loans, func(o loan) bool { return !o.date.Equal(loans[0].date) }) {
			continue // nothing, or years that contradict each other
		}
		found = append(found, dated{i, l.borrow(i, loans)})
	}
	for _, d := range found {
		l.claims[d.text] = d.claim
	}
	return len(found) > 0
}

// borrow makes the claim of text i from loans that agree.
func (l *lending) borrow(i int, loans []loan) Claim {
	f := &l.facts[i]
	day := loans[0].date
	c := dayClaim(day, f.qualifier(), f.dayEvidence())
	if f.weekday == isoWeekday(day) {
		fits := f.fits()
		c.Evidence = append(c.Evidence, f.fitEvidence(fits))
		if f.newestText != "" && f.newest.Year() > earliestFit {
			c.Evidence = append(c.Evidence, f.newestEvidence())
		}
	}
	c.Evidence = append(c.Evidence, loans[0].evidence)
	c.Circular = true
	for _, o := range loans {
		if !slices.Contains(c.Borrowed, o.lender) {
			c.Borrowed = append(c.Borrowed, o.lender)
		}
		c.Circular = c.Circular && o.circular
	}
	sorting.Ordered(c.Borrowed)
	return c
}

// loans are the years that other texts lend to text i: of the loans it can
// get, those of the best kind.
func (l *lending) loans(i int) []loan {
	var own, borrowed []loan
	for k := range l.facts[i].tellings {
		t := &l.facts[i].tellings[k]
		if t.year != 0 || t.ahead {
			continue
		}
		for _, n := range l.near(i, k) {
			o, ok := l.lend(i, k, l.places[n])
			switch {
			case !ok:
			case o.circular:
				borrowed = append(borrowed, o)
			default:
				own = append(own, o)
			}
		}
	}
	if len(own) > 0 {
		return own
	}
	return borrowed
}

// near are the places of the tellings of other texts that share a word with telling k of
// text i, each once, in order.
func (l *lending) near(i, k int) []int {
	var out []int
	for _, w := range l.facts[i].tellings[k].terms {
		ps := l.postings[w]
		if len(ps) > maxPostings {
			continue
		}
		for _, n := range ps {
			if l.places[n].text != i {
				out = append(out, n)
			}
		}
	}
	sorting.Ordered(out)
	return slices.Compact(out)
}

// lend is the loan of telling q to telling k of text i.
func (l *lending) lend(i, k int, q place) (loan, bool) {
	f, t, other := &l.facts[i], &l.facts[i].tellings[k], &l.facts[q.text].tellings[q.at]
	same, reworded := l.sameNews(i, t, q)
	if !same {
		return loan{}, false
	}
	o := loan{lender: q.text}
	year := other.year
	if year == 0 {
		lender := &l.claims[q.text]
		if lender.EDTF == "" || other.ahead || lender.Latest.Sub(lender.Earliest) > 24*time.Hour {
			return loan{}, false
		}
		year = lastBefore(lender.Earliest, other.month, other.day)
		o.circular = len(lender.Borrowed) > 0
	}
	// A day told without its year lies less than a year back.
	told := civil(year, t.month, max(t.day, 1))
	for _, y := range [...]int{year, year + 1} {
		if f.fitsYear(y) && !civil(y, f.month, f.day).Before(told) {
			o.date = civil(y, f.month, f.day)
			break
		}
	}
	if o.date.IsZero() || !f.weekdayFits(o.date) {
		return loan{}, false
	}
	switch {
	case reworded && other.year != 0:
		o.evidence = "Another article tells " + quoted(t.date) + " in nearly the same words, with the year: " + quoted(other.date) + "."
	case reworded:
		o.evidence = "Another article tells " + quoted(t.date) + " in nearly the same words; that was in " + strconv.Itoa(year) + "."
	default:
		o.evidence = "Another article on the same matter tells of " + quoted(t.date) + " as well; that was in " + strconv.Itoa(year) + "."
	}
	return o, true
}

// sameNews reports whether telling t of text i and telling q are of one thing:
// nearly the same words, or the same day and name in texts on one matter.
func (l *lending) sameNews(i int, t *telling, q place) (same, reworded bool) {
	other := &l.facts[q.text].tellings[q.at]
	if t.month != other.month || t.day > 0 && other.day > 0 && t.day != other.day {
		return false, false
	}
	shared := common(t.terms, other.terms)
	if shared >= rewordedTerms && 10*shared >= rewordedShare*min(len(t.terms), len(other.terms)) {
		return true, true
	}
	if t.day == 0 || other.day == 0 || common(t.proper, other.proper) == 0 {
		return false, false
	}
	n := 0
	for w := range l.facts[i].names {
		if l.facts[q.text].names[w] {
			n++
		}
	}
	return n >= sharedNames, false
}

// narrow lets texts on the same news strike out one another's candidates: what
// happened in a year that fits one only was not told by both.
func (l *lending) narrow() {
	for range l.claims {
		changed := false
		for i := range l.claims {
			for k := range l.facts[i].tellings {
				if len(l.claims[i].Candidates) < 2 || l.facts[i].tellings[k].year != 0 || l.facts[i].tellings[k].ahead {
					continue
				}
				for _, n := range l.near(i, k) {
					changed = l.strike(i, k, l.places[n]) || changed
				}
			}
		}
		if !changed {
			return
		}
	}
}

// strike removes the candidates of text i that telling q rules out, unless
// none would remain.
func (l *lending) strike(i, k int, q place) bool {
	t, other := &l.facts[i].tellings[k], &l.facts[q.text].tellings[q.at]
	theirs := l.claims[q.text].Candidates
	if len(theirs) < 2 || other.year != 0 || other.ahead {
		return false
	}
	if same, _ := l.sameNews(i, t, q); !same {
		return false
	}
	var kept []string
	for _, c := range l.claims[i].Candidates {
		if slices.ContainsFunc(theirs, func(o string) bool { return toldYear(o, other) == toldYear(c, t) }) {
			kept = append(kept, c)
		}
	}
	if len(kept) < 2 || len(kept) == len(l.claims[i].Candidates) {
		return false
	}
	l.claims[i].Candidates = kept
	if !slices.Contains(l.claims[i].Borrowed, q.text) {
		l.claims[i].Borrowed = append(l.claims[i].Borrowed, q.text)
		l.claims[i].Evidence = append(l.claims[i].Evidence, "Another article tells of "+quoted(t.date)+" as well, which leaves fewer years.")
		sorting.Ordered(l.claims[i].Borrowed)
	}
	return true
}

// toldYear is the year of what t tells in a text published on a day in EDTF.
func toldYear(published string, t *telling) int {
	day, err := time.Parse(time.DateOnly, published)
	if err != nil {
		return 0
	}
	return lastBefore(day, t.month, t.day)
}

// lastBefore is the year of the latest month and day not after t; day 0 is any.
func lastBefore(t time.Time, month, day int) int {
	if int(t.Month()) < month || int(t.Month()) == month && t.Day() < day {
		return t.Year() - 1
	}
	return t.Year()
}

// common counts the words that two sorted lists share.
func common(a, b []string) (n int) {
	for len(a) > 0 && len(b) > 0 {
		switch c := strings.Compare(a[0], b[0]); {
		case c < 0:
			a = a[1:]
		case c > 0:
			b = b[1:]
		default:
			n++
			a, b = a[1:], b[1:]
		}
	}
	return n
}
