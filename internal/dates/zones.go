package dates

import "time"

// A zone is a time zone as clocks in the news name it. Offsets that change
// with the season are left out: no moment is better than a wrong one.
type zone struct {
	words   string // spellings, lower case, joined by "/"
	minutes int16  // east of UTC
	since   int16  // first full year in which the offset holds all year
	time    bool   // only before "time": "Moscow time"
	unknown bool   // the offset is not settled by the name
}

var zones = [...]zone{
	{words: "utc/gmt/zulu"},
	{words: "est", minutes: -300},
	{words: "edt", minutes: -240},
	{words: "cst", minutes: -360},
	{words: "cdt", minutes: -300},
	{words: "mst", minutes: -420},
	{words: "mdt", minutes: -360},
	{words: "pst", minutes: -480},
	{words: "pdt", minutes: -420},
	{words: "cet", minutes: 60},
	{words: "cest", minutes: 120},
	{words: "eet", minutes: 120},
	{words: "eest", minutes: 180},
	{words: "bst", minutes: 60},
	{words: "jst", minutes: 540},
	{words: "hkt", minutes: 480},
	{words: "et/pt/ct", unknown: true},
	{words: "eastern/pacific/central", unknown: true, time: true},
	{words: "moscow", minutes: 180, since: 2015, time: true},
	{words: "msk", minutes: 180, since: 2015},
	{words: "baku", minutes: 240, since: 2016, time: true},
	{words: "yerevan", minutes: 240, since: 2012, time: true},
	{words: "tbilisi", minutes: 240, since: 2006, time: true},
	{words: "ankara/istanbul", minutes: 180, since: 2017, time: true},
	{words: "minsk", minutes: 180, since: 2012, time: true},
	{words: "baghdad/riyadh", minutes: 180, since: 2008, time: true},
	{words: "tehran", minutes: 210, since: 2023, time: true},
	{words: "dubai", minutes: 240, since: 1973, time: true},
	{words: "kabul", minutes: 270, since: 1950, time: true},
	{words: "islamabad/karachi", minutes: 300, since: 2010, time: true},
	{words: "delhi/indian", minutes: 330, since: 1946, time: true},
	{words: "bangkok/hanoi/jakarta", minutes: 420, since: 1976, time: true},
	{words: "beijing/shanghai", minutes: 480, since: 1992, time: true},
	{words: "manila/singapore", minutes: 480, since: 1991, time: true},
	{words: "tokyo/seoul", minutes: 540, since: 1989, time: true},
}

// A holiday is a feast whose day follows from the year alone.
type holiday struct {
	words string // lower case, in tokens
	rule  int8
	month int8 // or, of onEaster, the days after Easter Sunday
	day   int8 // of onDay; of onWeekday, its weekday
	nth   int8 // of onWeekday; -1 is the last of the month
}

// rules of holidays.
const (
	onDay = iota
	onWeekday
	onEaster
)

var holidays = [...]holiday{
	{"christmas eve", onDay, 12, 24, 0},
	{"christmas day", onDay, 12, 25, 0},
	{"christmas", onDay, 12, 25, 0},
	{"boxing day", onDay, 12, 26, 0},
	{"new year ' s eve", onDay, 12, 31, 0},
	{"new year ' s day", onDay, 1, 1, 0},
	{"new year ' s", onDay, 1, 1, 0},
	{"new year day", onDay, 1, 1, 0},
	{"valentine ' s day", onDay, 2, 14, 0},
	{"halloween", onDay, 10, 31, 0},
	{"veterans day", onDay, 11, 11, 0},
	{"armistice day", onDay, 11, 11, 0},
	{"bastille day", onDay, 7, 14, 0},
	{"labor day", onWeekday, 9, 1, 1},
	{"memorial day", onWeekday, 5, 1, -1},
	{"thanksgiving day", onWeekday, 11, 4, 4},
	{"thanksgiving", onWeekday, 11, 4, 4},
	{"columbus day", onWeekday, 10, 1, 2},
	{"good friday", onEaster, -2, 0, 0},
	{"easter sunday", onEaster, 0, 0, 0},
	{"easter monday", onEaster, 1, 0, 0},
	{"easter", onEaster, 0, 0, 0},
	{"palm sunday", onEaster, -7, 0, 0},
	{"ash wednesday", onEaster, -46, 0, 0},
}

// in is the day of h in a year.
func (h *holiday) in(year int) (month, day int) {
	month = int(h.month)
	switch {
	case h.rule == onEaster:
		t := easter(year).AddDate(0, 0, month)
		return int(t.Month()), t.Day()
	case h.rule == onDay:
		return month, int(h.day)
	case h.nth < 0:
		last := daysIn(year, month)
		return month, last - (weekdayOf(year, month, last)-int(h.day)+7)%7
	}
	return month, 1 + (int(h.day)-weekdayOf(year, month, 1)+7)%7 + 7*(int(h.nth)-1)
}

// easter is Easter Sunday, by the anonymous Gregorian computus (Nature, 20
// April 1876).
func easter(y int) time.Time {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	f := (b + 8) / 25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return civil(y, n/31, n%31+1)
}
