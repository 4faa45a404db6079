package dossier

import (
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/internal/text"
)

// markdown reports whether an article came as Markdown, by the name of its file.
func (m Meta) markdown() bool {
	ext := strings.ToLower(path.Ext(m.File))
	return ext == ".md" || ext == ".markdown"
}

// An inlineMark is bytes of a paragraph that Markdown reads as a mark, not as
// words: the stars of "*The Star*", the brackets and the address of a link.
type inlineMark struct {
	start, end int
	opens      bool
}

// plain returns a paragraph with spaces for the marks of Markdown within it, in
// as many bytes. The spaces stand outside the words: what is glued to a mark
// goes over to its other side, so that "(*The Star*)," reads " (The Star), ".
func plain(s string) string {
	marks := inlineMarks(s)
	if len(marks) == 0 {
		return s
	}
	out := []byte(s)
	claimed := 0 // bytes before it have their place
	for n, m := range marks {
		from, to := m.start, m.end
		if m.opens {
			for from > claimed && s[from-1] != ' ' {
				from--
			}
			copy(out[from+m.end-m.start:], s[from:m.start])
			blank(out[from : from+m.end-m.start])
		} else {
			limit := len(s)
			if n+1 < len(marks) {
				limit = marks[n+1].start
			}
			for to < limit && s[to] != ' ' {
				to++
			}
			copy(out[m.start:], s[m.end:to])
			blank(out[to-(m.end-m.start) : to])
		}
		claimed = to
	}
	return string(out)
}

func blank(b []byte) {
	for i := range b {
		b[i] = ' '
	}
}

// inlineMarks finds the marks of emphasis and of links in a paragraph, by their
// place. Emphasis is one to three stars or underscores about words, outside of
// words only, so that neither "5*3*2" nor a footnote's lone star is one.
func inlineMarks(s string) []inlineMark {
	const mostOpen = 8
	kept := map[int]inlineMark{}
	var open []inlineMark // runs of stars or underscores, and brackets, that nothing has closed
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '[':
			open = append(open, inlineMark{i, i + 1, true})
		case ']':
			n := lastOpen(s, open, "[")
			end := i + 1 + address(s[i+1:])
			if n >= 0 && end > i+1 && open[n].end < i {
				kept[open[n].start], kept[i] = open[n], inlineMark{i, end, false}
				i = end - 1
			}
			if n >= 0 {
				open = open[:n]
			}
		case '*', '_':
			end := i + 1
			for end < len(s) && s[end] == s[i] {
				end++
			}
			opens, closes := flanks(s, i, end)
			if n := lastOpen(s, open, s[i:end]); closes && n >= 0 {
				kept[open[n].start], kept[i] = open[n], inlineMark{i, end, false}
				open = open[:n]
			} else if opens && end-i <= 3 {
				open = append(open, inlineMark{i, end, true})
			}
			i = end - 1
		}
		if len(open) > mostOpen {
			open = open[1:]
		}
	}
	var out []inlineMark
	for i := 0; i < len(s) && len(out) < len(kept); i++ {
		if m, ok := kept[i]; ok {
			out = append(out, m)
		}
	}
	return out
}

// lastOpen returns which of the open marks is written mark, the last if there
// are several, or -1.
func lastOpen(s string, open []inlineMark, mark string) int {
	for n := len(open) - 1; n >= 0; n-- {
		if s[open[n].start:open[n].end] == mark {
			return n
		}
	}
	return -1
}

// flanks reports whether the stars or underscores s[i:end] can open emphasis,
// with a word behind them and none before, or close it.
func flanks(s string, i, end int) (opens, closes bool) {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[end:])
	solid := func(r rune) bool { return r != utf8.RuneError && !unicode.IsSpace(r) }
	return solid(after) && !text.WordRune(before), solid(before) && !text.WordRune(after)
}

// address returns how many bytes the address of a link takes at the head of s,
// "(https://outlet.example/page)", or 0.
func address(s string) int {
	const longest = 2000
	if !strings.HasPrefix(s, "(") {
		return 0
	}
	return strings.IndexByte(s[:min(len(s), longest)], ')') + 1
}

// asked returns how many bytes of a Markdown paragraph are a question in bold at
// its head, a heading of its own: "**And the oil?** Salvage teams finished".
func asked(s string) int {
	for _, mark := range [...]string{"**", "__"} {
		words, ok := strings.CutPrefix(s, mark)
		inner, rest, closed := strings.Cut(words, mark)
		if ok && closed && strings.HasPrefix(rest, " ") && strings.HasSuffix(inner, "?") && len(text.Words(inner)) <= maxHeading {
			return len(inner) + 2*len(mark)
		}
	}
	return 0
}
