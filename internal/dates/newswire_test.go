package dates

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"parallax/internal/golden"
)

// A row is one marked sentence of a file like testdata/newswire.txt.
type row struct {
	family, line string
	published    time.Time
}

// rows reads a file of marked sentences; a heading may name the publication day.
func rows(t *testing.T, name string) []row {
	t.Helper()
	b, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var rs []row
	r := row{published: day(t, "2020-10-26")}
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSuffix(line, "\n")
		switch {
		case strings.HasPrefix(line, "## "):
			words, on, said := strings.Cut(line[3:], " @ ")
			r.family = words
			if said {
				r.published = day(t, on)
			}
		case line == "" || strings.HasPrefix(line, "#"):
		default:
			r.line = line
			rs = append(rs, r)
		}
	}
	return rs
}

// unmark takes the braces out of a marked sentence and returns what they hold.
func unmark(t *testing.T, line string) (string, []goldTimex) {
	t.Helper()
	var b strings.Builder
	var gold []goldTimex
	for rest := line; ; {
		before, opened, ok := strings.Cut(rest, "{")
		b.WriteString(before)
		if !ok {
			return b.String(), gold
		}
		inner, after, _ := strings.Cut(opened, "}")
		parts := strings.Split(inner, "|")
		if len(parts) < 3 {
			t.Fatalf("%s: no type and value in {%s}", line, inner)
		}
		start := int32(b.Len())
		b.WriteString(parts[0])
		gold = append(gold, goldTimex{Start: start, End: int32(b.Len()), Type: parts[1], Value: parts[2]})
		rest = after
	}
}

// mark puts braces around the mentions of s.
func mark(s string, ms []Mention) string {
	var b strings.Builder
	at := int32(0)
	for _, m := range ms {
		b.WriteString(s[at:m.Span.Start])
		b.WriteString("{" + m.Span.Of(s) + "|" + string(m.Type) + "|" + m.Value.TIMEX3)
		if m.Value.Mod != "" {
			b.WriteString("|" + m.Value.Mod)
		}
		b.WriteString("}")
		at = m.Span.End
	}
	return b.String() + s[at:]
}

// TestNewswire reads sentences as the news writes them, one family of
// expressions after the other, and what must not be taken for a date.
func TestNewswire(t *testing.T) {
	for _, name := range []string{"newswire.txt", "wire.txt"} {
		for _, r := range rows(t, name) {
			t.Run(r.family, func(t *testing.T) {
				s, _ := unmark(t, r.line)
				if got := mark(s, Find(s, r.published)); got != r.line {
					t.Errorf("\n got %s\nwant %s", got, r.line)
				}
			})
		}
	}
}

// TestPress scores sentences of which not all are read as they should be.
func TestPress(t *testing.T) {
	var total score
	right := 0
	all := rows(t, "press.txt")
	for _, r := range all {
		s, gold := unmark(t, r.line)
		ms := Find(s, r.published)
		if got := mark(s, ms); got == r.line {
			right++
		} else if *misses {
			t.Logf("\n got %s\nwant %s", got, r.line)
		}
		total.add(scoreDoc(gold, ms, func(string, *goldTimex, *Mention) {}))
	}
	golden.Check(t, "press_scores.txt", fmt.Sprintf("rows %d, read as marked %d\n%s\n", len(all), right, total))
}
