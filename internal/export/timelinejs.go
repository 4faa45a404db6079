package export

import (
	"encoding/json"
	"io"
	"strings"

	"parallax/internal/engine"
)

// The JSON that TimelineJS reads: https://timeline.knightlab.com/docs/json-format.html
type (
	timelineJS struct {
		Title  *slide  `json:"title,omitempty"`
		Events []slide `json:"events"`
	}
	slide struct {
		Start *slideDate `json:"start_date,omitempty"`
		End   *slideDate `json:"end_date,omitempty"`
		Text  slideText  `json:"text"`
		Group string     `json:"group,omitempty"`
		ID    string     `json:"unique_id,omitempty"`
	}
	// A slideDate holds only what is known: a month has no day.
	slideDate struct {
		Year    int    `json:"year"`
		Month   int    `json:"month,omitempty"`
		Day     int    `json:"day,omitempty"`
		Hour    *int   `json:"hour,omitempty"`
		Minute  *int   `json:"minute,omitempty"`
		Display string `json:"display_date,omitempty"`
	}
	// TimelineJS takes both for HTML.
	slideText struct {
		Headline string `json:"headline"`
		Text     string `json:"text,omitempty"`
	}
)

// writeTimelineJS writes t under title. Undated events, which TimelineJS cannot
// place, are listed on the title slide.
func writeTimelineJS(w io.Writer, t engine.Timeline, title string) error {
	out := timelineJS{Events: []slide{}}
	var undated []string
	entries(t, func(e engine.Event) {
		p, ok := parseEDTF(e.EDTF)
		if !ok {
			undated = append(undated, "<li>"+escape(oneLine(e.Words))+"</li>")
			return
		}
		s := slide{Group: e.Status, ID: e.ID, Text: slideText{escape(oneLine(e.Words)), tellingsHTML(t, e)}}
		s.place(p, dated(e))
		out.Events = append(out.Events, s)
	}, func(a engine.ArticleRef) {
		p, ok := parseEDTF(a.EDTF)
		if !ok {
			return
		}
		s := slide{Group: "published", ID: "published-" + a.ID, Text: slideText{escape(a.Title), "<p>Published: " + citationHTML(a) + "</p>"}}
		s.place(p, a.FullDate())
		out.Events = append(out.Events, s)
	})
	out.Title = &slide{Text: slideText{Headline: escape(title)}}
	if len(undated) > 0 {
		out.Title.Text.Text = "<p>Without a date:</p><ul>" + strings.Join(undated, "") + "</ul>"
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", " ")
	return enc.Encode(out)
}

// place gives s the dates of p, as exact as they are, shown as display.
func (s *slide) place(p period, display string) {
	s.Start = &slideDate{Year: p.first.Year(), Display: display}
	if p.unit >= seasons {
		s.Start.Month = int(p.first.Month())
	}
	if p.unit >= days {
		s.Start.Day = p.first.Day()
	}
	if p.unit == clock {
		hour, minute := p.first.Hour(), p.first.Minute()
		s.Start.Hour, s.Start.Minute = &hour, &minute
	}
	last := p.after.AddDate(0, 0, -1)
	end := slideDate{Year: last.Year()}
	switch p.unit {
	case seasons, months:
		end.Month = int(last.Month())
	case days, clock:
		end.Month, end.Day = int(last.Month()), last.Day()
	}
	if !p.open && (end.Year != s.Start.Year || end.Month != s.Start.Month || end.Day != s.Start.Day) && !(end.Month == 0 && end.Year == s.Start.Year) {
		s.End = &end
	}
}

// tellingsHTML lists what each article has about e.
func tellingsHTML(t engine.Timeline, e engine.Event) string {
	var b strings.Builder
	b.WriteString("<p>" + escape(e.Status))
	if e.Count != "" {
		b.WriteString(" · " + escape(e.Count))
	}
	b.WriteString("</p><ul>")
	for i, c := range e.Cells {
		if i >= len(t.Articles) {
			break
		}
		b.WriteString("<li>" + escape(name(t.Articles[i])) + ": " + escape(c.Word))
		if words := telling(c); words != "" {
			b.WriteString(": “" + escape(words) + "”")
		}
		b.WriteString("</li>")
	}
	b.WriteString("</ul>")
	return b.String()
}

// escape returns s as HTML text, safe between tags and within attributes.
func escape(s string) string { return escaper.Replace(s) }

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;")
