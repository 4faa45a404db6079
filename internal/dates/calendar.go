package dates

import "time"

// civil is midnight UTC of a day of the proleptic Gregorian calendar.
func civil(year, month, day int) time.Time {
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}

func daysIn(year, month int) int { return civil(year, month+1, 0).Day() }

// weekdayOf is 1 for Monday to 7 for Sunday.
func weekdayOf(year, month, day int) int { return isoWeekday(civil(year, month, day)) }

func isoWeekday(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }

// validDay reports whether month and day exist together; year 0 stands for a
// year not known, in which 29 February may exist.
func validDay(year, month, day int) bool {
	if year == 0 {
		year = 2000
	}
	return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

// monday is the first day of the ISO week that t lies in.
func monday(t time.Time) time.Time { return t.AddDate(0, 0, 1-isoWeekday(t)) }

// ordinalOf turns a month into one number, so that months can be counted.
func ordinalOf(year, month int) int { return year*12 + month - 1 }

func fromOrdinal(o int) (year, month int) {
	year = o / 12
	if o%12 < 0 {
		year--
	}
	return year, o - year*12 + 1
}
