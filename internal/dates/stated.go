package dates

import (
	"strings"
	"time"
)

// stated is the date given with a text, in EDTF ("2020-10-26", "2020-10",
// "2020-10-20~"), RFC 3339 or as people write it ("Mon, 26 Oct 2020 10:00 GMT").
// The day is the one written, whatever the zone. A date that can be read in
// two orders ("10/9/2020") becomes two candidates.
func stated(s Source) Claim {
	given := strings.TrimSpace(s.Given)
	if given == "" {
		return Claim{}
	}
	evidence := "Stated with the article: " + quoted(given) + "."
	qualifier := ""
	if rest := strings.TrimRight(given, "~?%"); rest != given && len(rest) >= len("2020") {
		given, qualifier = rest, "~"
	}
	if a, b, ok := slashes(given); ok {
		return Claim{Evidence: []string{evidence, "The order of day and month is open."}, Candidates: edtfDays([]time.Time{a, b})}
	}
	if len(given) >= len(time.DateOnly) {
		if t, err := time.Parse(time.DateOnly, given[:len(time.DateOnly)]); err == nil && t.Year() >= firstYear {
			return dayClaim(t, qualifier, evidence)
		}
	}
	if t, err := time.Parse("20060102", given[:min(8, len(given))]); err == nil && plausibleDay(t) {
		return dayClaim(t, qualifier, evidence)
	}
	for _, m := range Find(given, time.Time{}) {
		v := m.Value
		switch {
		case v.Earliest.IsZero() || v.Latest.IsZero():
		case v.Precision >= Day:
			t := v.Earliest
			return dayClaim(civil(t.Year(), int(t.Month()), t.Day()), qualifier, evidence)
		case v.Precision == Month || v.Precision == Year:
			return Claim{EDTF: strings.TrimSuffix(v.EDTF, "~") + qualifier, Earliest: v.Earliest, Latest: v.Latest, Evidence: []string{evidence}}
		}
	}
	return Claim{}
}

// Understood reports whether a date given with a text says when it was
// published, if any is given.
func Understood(given string) bool {
	c := stated(Source{Given: given})
	return c.EDTF != "" || len(c.Candidates) > 0 || strings.TrimSpace(given) == ""
}

// slashes reads a date of three numbers whose order is open: "10/9/2020" is
// 9 October in one country and 10 September in another; so is "10/9/20".
func slashes(s string) (monthFirst, dayFirst time.Time, ok bool) {
	parts := strings.Split(s, "/")
	if len(parts) != 3 {
		return monthFirst, dayFirst, false
	}
	var n [3]int
	for i, p := range parts {
		for _, c := range []byte(p) {
			if !isDigit(c) || n[i] > 9999 {
				return monthFirst, dayFirst, false
			}
			n[i] = n[i]*10 + int(c-'0')
		}
	}
	if len(parts[2]) == 2 {
		n[2] = century(n[2])
	}
	if n[0] == n[1] || n[0] > 12 || n[1] > 12 || n[2] < firstYear || n[2] > lastYear || n[0] == 0 || n[1] == 0 {
		return monthFirst, dayFirst, false
	}
	return civil(n[2], n[0], n[1]), civil(n[2], n[1], n[0]), true
}

// plausibleDay reports whether a number of eight digits is a day of the web.
func plausibleDay(t time.Time) bool { return t.Year() >= earliestFit && t.Year() <= latestOnWeb }

// urlDate finds a date in an address: "/2020/10/26/", "2020-10-26",
// "/2020/oct/26/", "20201026", or a month alone, "/2020/10/". where is the part
// of the address that says so.
func urlDate(url string) (t time.Time, month bool, where string) {
	for i := 0; i+4 <= len(url); i++ {
		if !isDigit(url[i]) || i > 0 && isDigit(url[i-1]) {
			continue
		}
		if t, ok := compactDate(url[i:]); ok {
			return t, false, url[i : i+8]
		}
		y, j := digits(url, i, 4)
		if j != i+4 || y < earliestFit || y > latestOnWeb || j >= len(url) {
			continue
		}
		sep := url[j]
		if sep != '/' && sep != '-' && sep != '_' {
			continue
		}
		m, k := urlMonth(url, j+1)
		if m == 0 || k < len(url) && url[k] != sep {
			continue
		}
		if k < len(url) {
			d, e := digits(url, k+1, 2)
			// After a slash, "26-dead" is the beginning of a title.
			ends := e == len(url) || url[e] == '/' || url[e] == '?' || url[e] == '#' || url[e] == '.' || sep != '/' && !isDigit(url[e])
			if e > k+1 && ends && validDay(y, m, d) {
				return civil(y, m, d), false, url[i:e]
			}
		}
		if sep == '/' && t.IsZero() {
			t, month, where = civil(y, m, 1), true, url[i:k]
		}
	}
	return t, month, where
}

// compactDate reads the eight digits of "20201026".
func compactDate(s string) (time.Time, bool) {
	if len(s) < 8 || len(s) > 8 && isDigit(s[8]) {
		return time.Time{}, false
	}
	t, err := time.Parse("20060102", s[:8])
	return t, err == nil && plausibleDay(t)
}

// digits reads a number of at most limit digits at i.
func digits(s string, i, limit int) (n, end int) {
	for end = i; end < len(s) && end < i+limit && isDigit(s[end]); end++ {
		n = n*10 + int(s[end]-'0')
	}
	return n, end
}

// urlMonth reads "10" or "oct" at i; 0 is no month.
func urlMonth(s string, i int) (month, end int) {
	if n, e := digits(s, i, 2); e > i {
		if n >= 1 && n <= 12 && (e == len(s) || !isDigit(s[e])) {
			return n, e
		}
		return 0, i
	}
	e := i
	for e < len(s) && isLetter(s[e]) {
		e++
	}
	if w, ok := lexicon()[strings.ToLower(s[i:e])]; ok && w.kind == kMonth {
		return int(w.val), e
	}
	return 0, i
}
