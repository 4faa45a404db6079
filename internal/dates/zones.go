package dates

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
	words []string // lower case
	day   func(year int) (month, day int)
	first int // index of the first holiday with the same first word
}

var holidays = buildHolidays([]holiday{
	{words: []string{"christmas", "eve"}, day: fixed(12, 24)},
	{words: []string{"christmas", "day"}, day: fixed(12, 25)},
	{words: []string{"christmas"}, day: fixed(12, 25)},
	{words: []string{"boxing", "day"}, day: fixed(12, 26)},
	{words: []string{"new", "year", "'", "s", "eve"}, day: fixed(12, 31)},
	{words: []string{"new", "year", "'", "s", "day"}, day: fixed(1, 1)},
	{words: []string{"new", "year", "'", "s"}, day: fixed(1, 1)},
	{words: []string{"new", "year", "day"}, day: fixed(1, 1)},
	{words: []string{"valentine", "'", "s", "day"}, day: fixed(2, 14)},
	{words: []string{"halloween"}, day: fixed(10, 31)},
	{words: []string{"veterans", "day"}, day: fixed(11, 11)},
	{words: []string{"armistice", "day"}, day: fixed(11, 11)},
	{words: []string{"bastille", "day"}, day: fixed(7, 14)},
	{words: []string{"labor", "day"}, day: nth(9, 1, 1)},
	{words: []string{"memorial", "day"}, day: nth(5, 1, -1)},
	{words: []string{"thanksgiving", "day"}, day: nth(11, 4, 4)},
	{words: []string{"thanksgiving"}, day: nth(11, 4, 4)},
	{words: []string{"columbus", "day"}, day: nth(10, 1, 2)},
	{words: []string{"good", "friday"}, day: easter(-2)},
	{words: []string{"easter", "sunday"}, day: easter(0)},
	{words: []string{"easter", "monday"}, day: easter(1)},
	{words: []string{"easter"}, day: easter(0)},
	{words: []string{"palm", "sunday"}, day: easter(-7)},
	{words: []string{"ash", "wednesday"}, day: easter(-46)},
})

func buildHolidays(hs []holiday) []holiday {
	first := map[string]int{}
	for i := range hs {
		w := hs[i].words[0]
		if _, ok := first[w]; !ok {
			first[w] = i
		}
		hs[i].first = first[w]
	}
	return hs
}

func fixed(month, day int) func(int) (int, int) {
	return func(int) (int, int) { return month, day }
}

// nth is the n-th given weekday of a month; -1 is the last.
func nth(month, weekday, n int) func(int) (int, int) {
	return func(year int) (int, int) {
		if n < 0 {
			last := daysIn(year, month)
			return month, last - (weekdayOf(year, month, last)-weekday+7)%7
		}
		return month, 1 + (weekday-weekdayOf(year, month, 1)+7)%7 + 7*(n-1)
	}
}

// easter is the day so many days after Easter Sunday, by the anonymous
// Gregorian computus (Nature, 20 April 1876).
func easter(offset int) func(int) (int, int) {
	return func(y int) (int, int) {
		a, b, c := y%19, y/100, y%100
		d, e := b/4, b%4
		f := (b + 8) / 25
		g := (b - f + 1) / 3
		h := (19*a + b - d - g + 15) % 30
		i, k := c/4, c%4
		l := (32 + 2*e + 2*i - h - k) % 7
		m := (a + 11*h + 22*l) / 451
		n := h + l - 7*m + 114
		t := civil(y, n/31, n%31+1).AddDate(0, 0, offset)
		return int(t.Month()), t.Day()
	}
}
