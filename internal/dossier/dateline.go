package dossier

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/internal/dates"
	"parallax/internal/text"
)

// maxDateline bounds a dateline, in bytes.
const maxDateline = 120

// dateline returns the length of the dateline that s opens with, its last mark
// included, or 0.
//
// Agencies write a place, a date and their own name in this order, each of them
// optional, with marks between and a closing mark:
//
//	MOSCOW, October 26. /TASS/.
//	LONDON, Nov 2 (Reuters) -
//	PARIS (AP) —
//	WASHINGTON, Jan. 5, 2020 /PRNewswire/ --
//
// Two of the three make a dateline, and so does a place in capitals before a
// dash. The agency stands in brackets, between slashes or in capitals.
func dateline(s string) int {
	d := datelineReader{s: s[:min(len(s), maxDateline)]}
	return d.length()
}

// Agency returns the name of the agency in the dateline that a text opens with, in
// one of its first lines, or "".
func Agency(words string) string {
	for n, line := range strings.SplitN(words, "\n", agencyLines+1) {
		if n == agencyLines {
			break
		}
		line = strings.TrimSpace(line)
		d := datelineReader{s: line[:min(len(line), maxDateline)]}
		if d.length() > 0 && !strings.Contains(strings.ToLower(d.by), "update") {
			return d.by
		}
	}
	return ""
}

// agencyLines is how many lines may stand before the text: headline, standfirst,
// author and what a site puts there.
const agencyLines = 12

// length reads the whole dateline and returns its length, or 0 if there is none.
func (d *datelineReader) length() int {
	s := d.s
	place := d.place()
	date := d.after(d.date)
	agency := d.after(d.agency)
	if !date && agency { // "MOSCOW (TASS), Oct 26 -"
		date = d.after(d.date)
	}
	closed := d.close()
	rest := strings.TrimLeftFunc(s[d.at:], text.Space)
	switch next, _ := utf8.DecodeRuneInString(rest); {
	case unicode.IsLower(next):
		return 0
	case agency && (place != none || date) && (closed || rest == "" || date):
	case place != none && date && closed:
		if place == name && !d.dashed && rest != "" {
			return 0 // "Paris, May 3." may be a sentence
		}
	case place == capitals && d.dashed && rest != "" && !labelled(s):
	case agency && d.dashed:
	default:
		return 0
	}
	return d.at
}

// labelled reports whether s opens with a word in capitals that says what kind of
// article follows: "LIVE: …", "ANALYSIS - …".
func labelled(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	return strings.Contains(" LIVE UPDATE BREAKING EXCLUSIVE WATCH VIDEO OPINION ANALYSIS EXPLAINER FACTBOX INTERVIEW PROFILE CORRECTED ", " "+strings.TrimRight(first, ":")+" ")
}

// How a place is written.
type placeShape uint8

const (
	none     placeShape = iota
	name                // "New Delhi"
	capitals            // "MOSCOW"
)

// A datelineReader reads a dateline from left to right.
type datelineReader struct {
	s      string
	at     int
	by     string // the agency, if it stands in brackets or between slashes: "NATO -" may begin a headline
	dashed bool   // closed by a dash or colon
}

func (d *datelineReader) skip(marks string) {
	for d.at < len(d.s) && strings.IndexByte(marks, d.s[d.at]) >= 0 {
		d.at++
	}
}

// after reads what may follow a mark; if it does not, the mark is still to be
// read.
func (d *datelineReader) after(read func() bool) bool {
	at := d.at
	d.skip(" ,.")
	if read() {
		return true
	}
	d.at = at
	return false
}

// word returns the word at d.at, with its hyphens and apostrophes, and its end.
func (d *datelineReader) word() (string, int) {
	end := d.at
	for i, r := range d.s[d.at:] {
		if !text.WordRune(r) && !(i > 0 && (r == '-' || r == '\'' || r == '’')) {
			break
		}
		end = d.at + i + utf8.RuneLen(r)
	}
	w := strings.TrimRight(d.s[d.at:end], "-'’")
	return w, d.at + len(w)
}

// place reads "MOSCOW", "NEW YORK", "BAGHDAD, Iraq", "MOSCOW/KYIV" or
// "New Delhi [India]": at most three words in each of at most three names.
func (d *datelineReader) place() placeShape {
	shape := none
	for names := 0; names < 3; names++ {
		start := d.at
		n := 0
		allCaps := true
		for n < 4 {
			w, end := d.word()
			first, _ := utf8.DecodeRuneInString(w)
			if w == "" || !unicode.IsUpper(first) && !(n > 0 && strings.Contains(" of de la el al der du i ", " "+w+" ")) {
				break
			}
			if month(w) || weekday(w) {
				break
			}
			if unicode.IsUpper(first) && strings.ToUpper(w) != w {
				allCaps = false
			}
			d.at = end
			n++
			if rest := d.s[d.at:]; strings.HasPrefix(rest, ". ") && n == 1 && len(w) <= 3 {
				d.at++ // "ST. LOUIS"
			}
			if d.at < len(d.s) && d.s[d.at] == ' ' {
				d.at++
			}
		}
		if n == 0 {
			d.at = start
			break
		}
		if names == 0 {
			shape = name
			if allCaps {
				shape = capitals
			}
		}
		if strings.HasPrefix(d.s[d.at:], "[") {
			if i := strings.IndexByte(d.s[d.at:], ']'); i > 0 && i < 30 {
				d.at += i + 1
			}
		}
		sep := d.at
		switch {
		case strings.HasPrefix(d.s[d.at:], ", "):
			d.at += 2
		case strings.HasPrefix(d.s[d.at:], "/"):
			d.at++
		default:
			return shape
		}
		if w, _ := d.word(); month(w) || weekday(w) || w == "" {
			d.at = sep
			return shape
		} else if first, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(first) {
			d.at = sep
			return shape
		}
	}
	return shape
}

// date reads "October 26", "Oct. 26, 2020", "26 October", "Monday, Oct 26",
// "26 октября", "3. März 2021" or "3 de marzo de 2021".
func (d *datelineReader) date() bool {
	start := d.at
	months, figures := 0, 0
	for d.at < len(d.s) {
		w, end := d.word()
		switch {
		case w == "":
			d.at = start
			return false
		case weekday(w) && months == 0:
		case figures == 1 && months == 0 && (w == "de" || w == "di"):
		case month(w) && months == 0:
			months++
		case day(w) && figures == 0:
			figures++
		case year(w) && figures == 1 && months == 1:
			d.at = end
			return true
		default:
			d.at = start
			return false
		}
		d.at = end
		if months == 1 && figures == 1 {
			// A year may follow.
			at := d.at
			d.skip(" ,.")
			if w, end := d.word(); w == "de" || w == "del" {
				d.at = end
				d.skip(" ")
			}
			if w, end := d.word(); year(w) {
				d.at = end
			} else {
				d.at = at
			}
			return true
		}
		d.skip(" ,.")
	}
	d.at = start
	return false
}

// agency reads "(Reuters)", "/TASS/", "(AP/CNN)" or a name in capitals such
// as "INTERFAX.RU".
func (d *datelineReader) agency() bool {
	rest := d.s[d.at:]
	if rest == "" {
		return false
	}
	for _, b := range [...][2]string{{"(", ")"}, {"/", "/"}, {"[", "]"}} {
		if !strings.HasPrefix(rest, b[0]) {
			continue
		}
		i := strings.Index(rest[1:], b[1])
		if i < 1 || i > 40 || len(strings.Fields(rest[1:1+i])) > 5 {
			return false
		}
		inner := strings.TrimSpace(rest[1 : 1+i])
		if r, _ := utf8.DecodeRuneInString(inner); !unicode.IsUpper(r) && !strings.EqualFold(inner, "dpa") && !strings.EqualFold(inner, "epa") && !strings.EqualFold(inner, "apa") {
			return false
		}
		d.at, d.by = d.at+i+2, inner
		return true
	}
	w, end := d.word()
	if utf8.RuneCountInString(w) < 2 || strings.ToUpper(w) != w || strings.ToLower(w) == w {
		return false
	}
	after := d.s[end:]
	if dot := strings.HasPrefix(after, ".RU") || strings.HasPrefix(after, ".AZ"); dot {
		end += 3
		after = d.s[end:]
	}
	if !strings.HasPrefix(after, ".") && !strings.HasPrefix(after, ":") && !strings.HasPrefix(after, " -") && !strings.HasPrefix(after, " –") && !strings.HasPrefix(after, " —") {
		return false
	}
	d.at = end
	return true
}

// close reads the marks that end a dateline.
func (d *datelineReader) close() bool {
	start := d.at
	for d.at < len(d.s) {
		r, n := utf8.DecodeRuneInString(d.s[d.at:])
		switch r {
		case '-', '–', '—', '―', ':':
			d.dashed = true
		case '.', ' ', ',':
		default:
			d.at = start + len(strings.TrimRight(d.s[start:d.at], " "))
			return d.at > start
		}
		d.at += n
	}
	d.at = start + len(strings.TrimRight(d.s[start:d.at], " "))
	return d.at > start
}

// isDateLine reports whether s is a line that gives a date and nothing else
// but a clock and words like "Published".
func isDateLine(s string) bool {
	if len(s) > maxDateline {
		return false
	}
	months, figures, others := 0, 0, 0
	for _, sp := range text.Words(s) {
		w := sp.Of(s)
		switch {
		case month(w):
			months++
		case weekday(w):
		case strings.Trim(w, "0123456789.,") == "":
			figures++
		case strings.Contains(" published updated last posted on at gmt utc est edt cet msk bst am pm a.m p.m st nd rd th modified date опубликовано обновлено ", " "+strings.ToLower(w)+" "):
		default:
			others++
		}
	}
	return others == 0 && months == 1 && figures >= 1 && figures <= 5
}

// isOutletLine reports whether s names an outlet and the day: "County Argus, 3
// February 2026".
func isOutletLine(s string) bool {
	name, date, ok := strings.Cut(s, ", ")
	name = strings.TrimSuffix(name, " comment")
	return ok && len(strings.Fields(name)) <= 4 && names(name) && year(date[max(len(date)-4, 0):]) && isDateLine(date)
}

// weekdays are those that datelines write: names and their first letters.
const weekdays = " monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "

func weekday(w string) bool { return w != "" && strings.Contains(weekdays, " "+strings.ToLower(w)+" ") }

func month(w string) bool { return dates.MonthNamed(w) > 0 }

// day reports whether w is a day of the month: "26", "1st", "5th", "1er".
func day(w string) bool {
	for _, ending := range [...]string{"st", "nd", "rd", "th", "er"} {
		w = strings.TrimSuffix(w, ending)
	}
	return len(w) == 1 && '1' <= w[0] && w[0] <= '9' || len(w) == 2 && '0' <= w[0] && w[0] <= '3' && '0' <= w[1] && w[1] <= '9'
}

// year reports whether w is a year: four figures.
func year(w string) bool {
	return len(w) == 4 && strings.Trim(w, "0123456789") == "" && (w[0] == '1' || w[0] == '2')
}
