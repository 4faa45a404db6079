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

// matter is the year that the texts with a date of their own on the matter of
// text i leave it: an agency's dateline has none, the paper that printed the
// report has one. The evidence is the text that shares most names with i; there
// is none if they do not agree.
func (l *lending) matter(i int) []loan {
	f := &l.facts[i]
	var best loan
	most := 0
	for k := range l.claims {
		c := &l.claims[k]
		if c.EDTF == "" || len(c.Borrowed) > 0 {
			continue
		}
		day, fits := f.beside(c.Day())
		shared, fewer := 0, min(len(f.names), len(l.facts[k].names))
		for w := range l.facts[k].names {
			if fits && f.names[w] {
				shared++
			}
		}
		if shared < matterNames || 10*shared < matterShare*fewer {
			continue
		}
		if most > 0 && !day.Equal(best.date) {
			return nil
		}
		if shared > most {
			most, best.lender, best.date = shared, k, day
		}
	}
	if most == 0 {
		return nil
	}
	best.evidence = "Another article of those days, with " + strconv.Itoa(most) + " names in common, is dated " + l.claims[best.lender].EDTF + "."
	return []loan{best}
}

// beside is the day of f in the year in which it lies a few days from t at
// most; ok is false if there is none, or the text speaks against it.
func (f *facts) beside(t time.Time) (day time.Time, ok bool) {
	if t.IsZero() {
		return t, false
	}
	for y := t.Year() - 1; y <= t.Year()+1; y++ {
		day = civil(y, f.month, f.day)
		if f.fitsYear(y) && day.Sub(t).Abs() <= matterDays*24*time.Hour {
			return day, f.weekdayFits(day)
		}
	}
	return time.Time{}, false
}
