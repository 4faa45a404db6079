package dates

import (
	"strconv"
	"time"
)

// What makes two texts reports of one matter of the same days, so that the
// dated one tells the year of the other.
const (
	matterNames = 6 // names they share …
	matterShare = 4 // … and at least so many tenths of those of the text with fewer
	matterDays  = 7 // days that may lie between them
)

// matter dates the texts that nothing else dates by those on the same matter of
// the same days: an agency's dateline has no year, the paper that printed the
// report has one. It reports whether it dated any.
func (l *lending) matter() bool {
	found := make(map[int]Claim)
	for i := range l.claims {
		f := &l.facts[i]
		if l.claims[i].EDTF != "" || f.day == 0 || f.year != 0 {
			continue
		}
		if o, ok := l.matterLoan(i); ok {
			found[i] = l.borrow(i, []loan{o})
		}
	}
	for i, c := range found {
		l.claims[i] = c
	}
	return len(found) > 0
}

// matterLoan is the year that dated texts on the matter of text i leave it, from
// the one with a date of its own, if there is any, that shares most names with
// it; ok is false if they do not agree.
func (l *lending) matterLoan(i int) (best loan, ok bool) {
	f := &l.facts[i]
	most := 0
	for k := range l.claims {
		lender := l.claims[k].Day()
		if k == i || lender.IsZero() {
			continue
		}
		day, fits := f.beside(lender)
		circular := len(l.claims[k].Borrowed) > 0
		if !fits || ok && circular && !best.circular {
			continue
		}
		shared, fewer := 0, min(len(f.names), len(l.facts[k].names))
		for w := range f.names {
			if l.facts[k].names[w] {
				shared++
			}
		}
		own := best.circular && !circular // outweighs what borrowed itself
		switch {
		case shared < matterNames || 10*shared < matterShare*fewer:
			continue
		case ok && !own && !day.Equal(best.date):
			return loan{}, false
		case ok && !own && shared <= most:
			continue
		}
		ok, most = true, shared
		best = loan{
			lender: k, date: day, circular: circular,
			evidence: "Another article of those days, with " + strconv.Itoa(shared) + " names in common, is dated " + lender.Format("2 January 2006") + ".",
		}
	}
	return best, ok
}

// beside is the day of f in the year in which it lies a few days from t at
// most; ok is false if there is none, or the text speaks against it.
func (f *facts) beside(t time.Time) (day time.Time, ok bool) {
	for y := t.Year() - 1; y <= t.Year()+1; y++ {
		day = civil(y, f.month, f.day)
		if f.fitsYear(y) && day.Sub(t).Abs() <= matterDays*24*time.Hour {
			return day, f.weekdayFits(day)
		}
	}
	return time.Time{}, false
}
