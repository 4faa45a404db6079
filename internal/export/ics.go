package export

import (
	"cmp"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"parallax/internal/engine"
)

// writeICS writes t as a calendar (RFC 5545) of all-day entries and, where the hour
// is told, of moments. What is planned, approximate, only bounded or known to the
// month only is marked tentative and says so; undated events, and what is not
// expected, are left out. DTSTAMP, which the format wants, is the day of
// the entry itself, so that one timeline always yields one file.
func writeICS(w io.Writer, t engine.Timeline, title string) error {
	var c calendar
	c.line("BEGIN", "VCALENDAR")
	c.line("VERSION", "2.0")
	c.line("PRODID", "-//Parallax//Timeline//EN")
	c.line("CALSCALE", "GREGORIAN")
	c.text("X-WR-CALNAME", title)
	entries(t, func(e engine.Event) {
		p, ok := parseEDTF(e.EDTF)
		if !ok || e.Not && e.Status == "planned" {
			return
		}
		var doubts []string
		if e.Status != "reported" {
			doubts = append(doubts, e.Status)
		}
		if bound, _, _ := strings.Cut(e.Date, " "); bound == "by" || bound == "before" || bound == "after" {
			doubts = append(doubts, e.Date)
			if strings.HasPrefix(e.Date, "by the end of ") {
				p.first = p.after.AddDate(0, 0, -1) // no more than the last day is meant
			}
		} else if d := p.doubt(); d != "" {
			doubts = append(doubts, d)
		}
		note := strings.Join(doubts, "; ")
		switch {
		case e.Yours != nil && e.Yours.Date != "":
			doubts = append(doubts, e.DateNote)
		case e.Inferred:
			doubts = append(doubts, "date worked out from "+e.DateNote)
		}
		summary := oneLine(e.Words)
		if len(doubts) > 0 {
			summary = "[" + cmp.Or(note, doubts[0]) + "] " + summary
		}
		lines := []string{"Date: " + dated(e), "Status: " + e.Status}
		if len(doubts) > 0 {
			lines = append(lines, "Note: "+strings.Join(doubts, "; "))
		}
		cells(t, e, func(a engine.ArticleRef, c engine.CellRef) { lines = append(lines, name(a)+": "+c.Word) },
			func(word, names string) { lines = append(lines, word+": "+names) })
		c.entry(e.ID, p, summary, strings.Join(lines, "\n"), e.Status, len(doubts) > 0)
	}, func(a engine.ArticleRef) {
		p, ok := parseEDTF(a.EDTF)
		if !ok {
			return
		}
		doubt := p.doubt()
		if doubt == "" && a.DateNote != "" {
			doubt = a.DateNote
		}
		description := "Published: " + a.Citation()
		if doubt != "" {
			description += "\nNote: " + doubt
		}
		c.entry("published-"+a.ID, p, a.Outlet+": "+a.Title, description, "published", doubt != "")
	})
	c.line("END", "VCALENDAR")
	_, err := io.WriteString(w, c.b.String())
	return err
}

// doubt says in words why an all-day entry says more than is known, or "".
func (p period) doubt() string {
	switch {
	case p.open:
		return "no end is given"
	case p.rough:
		return "approximate date"
	case p.unit == months:
		return "only the month is known"
	case p.unit == seasons:
		return "only the season is known"
	case p.unit == years:
		return "only the year is known"
	}
	return ""
}

// A calendar is an iCalendar file being written.
type calendar struct{ b strings.Builder }

func (c *calendar) entry(id string, p period, summary, description, category string, tentative bool) {
	const day = "20060102"
	c.line("BEGIN", "VEVENT")
	c.text("UID", id+"@parallax")
	c.line("DTSTAMP", p.first.Format(day)+"T000000Z")
	if p.unit == clock && !p.rough && p.after.Sub(p.first) <= 24*time.Hour {
		// Without a zone the hour is that of the place, which the format has too.
		c.line("DTSTART", p.first.Add(-p.east).Format("20060102T150405")+p.zone)
	} else {
		c.line("DTSTART;VALUE=DATE", p.first.Format(day))
		after := p.after
		if p.open {
			after = p.first.Truncate(24*time.Hour).AddDate(0, 0, 1)
		}
		c.line("DTEND;VALUE=DATE", after.Format(day))
	}
	c.text("SUMMARY", summary)
	c.text("DESCRIPTION", description)
	c.text("CATEGORIES", category)
	if tentative {
		c.line("STATUS", "TENTATIVE")
	} else {
		c.line("STATUS", "CONFIRMED")
	}
	c.line("TRANSP", "TRANSPARENT")
	c.line("END", "VEVENT")
}

var icsEscaper = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`, "\r", "")

// text writes a property whose value is text.
func (c *calendar) text(key, value string) { c.line(key, icsEscaper.Replace(value)) }

// line writes a content line, folded so that none is longer than 75 bytes and
// no letter is cut.
func (c *calendar) line(key, value string) {
	const width = 75
	rest := key + ":" + value
	room := width
	for len(rest) > room {
		cut := room
		for !utf8.RuneStart(rest[cut]) {
			cut--
		}
		c.b.WriteString(rest[:cut] + "\r\n ")
		rest = rest[cut:]
		room = width - 1 // the space counts
	}
	c.b.WriteString(rest + "\r\n")
}
