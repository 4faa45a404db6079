package dates

import (
	"os"
	"strings"
	"testing"
)

// unmark takes the braces out of a line of testdata/newswire.txt.
func unmark(line string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(line, "{")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		inner, after, _ := strings.Cut(rest, "}")
		words, _, _ := strings.Cut(inner, "|")
		b.WriteString(words)
		line = after
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
		b, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		published := day(t, "2020-10-26")
		family := ""
		for line := range strings.Lines(string(b)) {
			line = strings.TrimSuffix(line, "\n")
			switch {
			case strings.HasPrefix(line, "## "):
				words, on, said := strings.Cut(line[3:], " @ ")
				family = words
				if said {
					published = day(t, on)
				}
			case line == "" || strings.HasPrefix(line, "#"):
			default:
				t.Run(family, func(t *testing.T) {
					s := unmark(line)
					if got := mark(s, Find(s, published)); got != line {
						t.Errorf("\n got %s\nwant %s", got, line)
					}
				})
			}
		}
	}
}
