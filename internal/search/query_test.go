package search

import (
	"fmt"
	"strings"
	"testing"
)

// show writes a query in brief: clauses, then -words, +filters, times.
func (q query) show() string {
	var out []string
	one := func(a atom) string {
		var words []string
		for _, w := range a.words {
			s := w.folded
			if w.prefix {
				s += "*"
			}
			words = append(words, s)
		}
		s := strings.Join(words, " ")
		if a.phrase {
			s = `"` + s + `"`
		}
		if a.fields != 0 {
			s = fmt.Sprintf("%b:", a.fields) + s
		}
		return s
	}
	for _, c := range q.clauses {
		var atoms []string
		for _, a := range c.atoms {
			atoms = append(atoms, one(a))
		}
		out = append(out, strings.Join(atoms, "|"))
	}
	for _, a := range q.not {
		out = append(out, "-"+one(a))
	}
	for _, a := range q.require {
		out = append(out, "+"+one(a))
	}
	for _, t := range q.times {
		end := func(day int32) string {
			if day == noDay {
				return ""
			}
			return date(day).Format("2006-01-02")
		}
		out = append(out, fmt.Sprintf("published=%t not=%t [%s,%s)", t.published, t.not, end(t.first), end(t.after)))
	}
	if q.fields != 0 {
		out = append(out, fmt.Sprintf("in=%b", q.fields))
	}
	if q.near != 0 {
		out = append(out, fmt.Sprintf("near=%d", q.near))
	}
	if len(q.left) > 0 {
		out = append(out, fmt.Sprintf("left=%d from %s", len(q.left), q.left[0]))
	}
	for _, u := range q.unread {
		out = append(out, "unread="+u)
	}
	return strings.Join(out, " ; ")
}

func TestParse(t *testing.T) {
	for _, tt := range []struct{ name, query, want string }{
		{"nothing", "  ", ""},
		{"words; the last may go on", "Minsk Group", "minsk ; group*"},
		{"a finished last word", "Minsk Group ", "minsk ; group"},
		{"a phrase", `"Minsk Group" talks `, `"minsk group" ; talks`},
		{"a phrase left open", `"Minsk Gro`, `"minsk gro*"`},
		{"curly and angled marks", "«minsk group» “of the”", `"minsk group" ; "of the"`},
		{"not", `baku -tass -"minsk group" `, `baku ; -"tass" ; -"minsk group"`},
		{"a lone minus is nothing", "baku - ", "baku"},
		{"or", "baku OR yerevan ", "baku|yerevan"},
		{"or at the beginning is a word", "OR baku ", "or ; baku ; unread=OR"},
		{"or at the end", "baku OR", "baku ; unread=OR"},
		{"capitals only: or is a word", "BAKU OR YEREVAN ", "baku ; or ; yerevan"},
		{"and", "baku AND yerevan ", "baku ; yerevan"},
		{"outlet and its other name", "outlet:tass source:apa ", `+10000:"tass" ; +10000:"apa"`},
		{"who with quotation marks", `who:"dmitry peskov" `, `+1000:"dmitry peskov"`},
		{"a filter turned round", "-outlet:tass baku ", `baku ; -10000:"tass"`},
		{"a month", "date:2020-10 ", "published=false not=false [2020-10-01,2020-11-01)"},
		{"a stretch", "published:2020-10..2020-11-05 ", "published=true not=false [2020-10-01,2020-11-06)"},
		{"open stretches", "date:2020.. date:..2021 ", "published=false not=false [2020-01-01,) ; published=false not=false [,2022-01-01)"},
		{"no such day", "date:2020-13-01 ", "date ; 2020 ; 13 ; 01 ; unread=date:2020-13-01"},
		{"in and near", "in:title near:5 baku ", "baku ; in=1 ; near=5"},
		{"an unknown key", "foo:bar ", "foo ; bar ; unread=foo:bar"},
		{"an address is no filter", "https://tass.com ", "https ; tass ; com"},
		{"a hyphen parts words", "Nagorno-Karabakh ", "nagorno ; karabakh"},
		{"other alphabets", "Песков Əliyev ԱԼԻԵՎ ", "peskov ; aliyev ; aliev"},
		{"words beyond the last that is searched for", strings.Repeat("a ", maxWords-1) + "b c OR d near:2 who:e ", strings.Repeat("a ; ", maxWords-1) + `b ; +1000:"e" ; near=2 ; left=2 from c`},
		{"a phrase that goes on beyond it", strings.Repeat("a ", maxWords-2) + `"b c d"`, strings.Repeat("a ; ", maxWords-2) + `"b c" ; left=1 from d`},
		{"characters in pairs", "北京市 ", "北京 京市"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := parse(tt.query).show(); got != tt.want {
				t.Errorf("parse(%q)\n got %s\nwant %s", tt.query, got, tt.want)
			}
		})
	}
}

// Whatever is typed is read, its filters are parts of it, and what is no
// filter is searched for.
func FuzzParse(f *testing.F) {
	for _, s := range []string{`"a b" -c OR d`, "who:x date:2020..2019 near:0", `outlet:"`, "北京 OR", "in:title:", "-", "\xff«", strings.Repeat("a -b who:c ", 40)} {
		f.Add(s)
	}
	ix := Build(corpus(1, 30))
	f.Fuzz(func(t *testing.T, s string) {
		q := parse(s)
		for _, x := range q.filters {
			if !strings.Contains(strings.ToValidUTF8(s, " "), x.Text) {
				t.Errorf("the filter %q is not in %q", x.Text, s)
			}
		}
		words := 0
		for _, a := range append(q.not, q.require...) {
			words += len(a.words)
		}
		for _, c := range q.clauses {
			if len(c.atoms) == 0 {
				t.Errorf("an empty clause in %q", s)
			}
			for _, a := range c.atoms {
				words += len(a.words)
				if len(a.words) == 0 {
					t.Errorf("an atom without words in %q", s)
				}
			}
		}
		if words > 2*maxWords {
			t.Errorf("%d words of %q are searched for", words, s)
		}
		r := ix.Search(s, Options{Facets: true})
		if r.All > r.Total || r.Total > ix.Len() || len(r.Hits) > min(10, r.Total) {
			t.Errorf("Search(%q): %d hits, %d with all words, %d in all", s, len(r.Hits), r.All, r.Total)
		}
	})
}
