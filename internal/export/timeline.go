package export

import (
	"fmt"
	"io"

	"parallax/internal/engine"
)

// A File says how a timeline leaves in one format.
type File struct {
	Format, Extension, Type string // Type is the media type
	Word                    string // for the reader
	write                   func(w io.Writer, t engine.Timeline, title string) error
}

// Files are the formats of timelines.
var Files = [...]File{
	{"csv", ".csv", "text/csv", "Table (CSV)", writeCSV},
	{"md", ".md", "text/markdown", "Text (Markdown)", writeMarkdown},
	{"ics", ".ics", "text/calendar", "Calendar (ICS)", writeICS},
	{"timelinejs", ".json", "application/json", "TimelineJS (JSON)", writeTimelineJS},
}

// Timeline writes t, of the collection called title, in a format of Files.
func Timeline(w io.Writer, format string, t engine.Timeline, title string) error {
	for _, f := range Files {
		if f.Format == format {
			return f.write(w, t, title)
		}
	}
	return fmt.Errorf("no timeline format %q", format)
}
