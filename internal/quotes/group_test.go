package quotes

import (
	"reflect"
	"strings"
	"testing"
)

// groups does a Grouping at once.
func groups(said []Said, types []Type) []Group {
	g := NewGrouping(said, types)
	for g.Next() {
	}
	return g.Groups()
}

func TestGroups(t *testing.T) {
	said := []struct {
		words string
		kind  Type
	}{
		0:  {"We will not open the gates before every crack is filled", Direct},
		1:  {"“We will not open the gates before every crack is filled, and nobody should expect us to”", Direct},
		2:  {"we shall not open the gates before all cracks are filled, and nobody should expect us to", Mixed},
		3:  {"We will open the gates before every crack is filled, and everybody should expect us to", Direct},
		4:  {"The valley has waited for nine years", Direct},
		5:  {"The valley has waited for ten years", Direct},
		6:  {"The valley has waited for nine years.", Indirect},
		7:  {"the repairs of the old dam would cost twelve million crowns", Indirect},
		8:  {"the repairs of the old dam would cost about twelve million crowns", Indirect},
		9:  {"the repairs of the old dam would cost twelve million crowns", Indirect},
		10: {"of course", Direct},
		11: {"Of course, of course", Direct},
		12: {"", Direct},
		13: {"", Direct},
		14: {"We shall not open the gates before all cracks are filled", Direct},
	}
	var all []Said
	var types []Type
	for _, s := range said {
		all, types = append(all, SaidIn(s.words)), append(types, s.kind)
	}
	want := []Group{
		{1, []int{0, 1, 2, 14}}, // cut, whole, reworded, cut of the reworded
		{3, []int{3}},           // the denial is missing
		{4, []int{4, 6}},        // the same words, once only reported
		{5, []int{5}},           // another number
		{7, []int{7, 9}},        // reports of other words are not joined
		{8, []int{8}},
		{10, []int{10}}, // too short for a cut
		{11, []int{11}},
		{12, []int{12}}, // no words are not the same words
		{13, []int{13}},
	}
	if got := groups(all, types); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

func TestOwn(t *testing.T) {
	full := "“We will not open the gates before every crack is filled,”"
	for _, tt := range []struct{ name, wording, want string }{
		{"the same", "We will not open the gates before every crack is filled", ""},
		{"cut", "not open the gates", ""},
		{"reworded", "We shall not open the gates before all cracks are filled", "shall|all cracks are"},
		{"nothing shared", "Нет. 好。", "Нет. 好"},
		{"empty", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, sp := range Own(full, tt.wording) {
				got = append(got, sp.Of(tt.wording))
			}
			if joined := strings.Join(got, "|"); joined != tt.want {
				t.Errorf("got %q, want %q", joined, tt.want)
			}
		})
	}
}

// Every quotation is in one group, whatever the words.
func FuzzGroups(f *testing.F) {
	f.Add("We will not go. We will go. We will not\nWe shall not go\nНет, мы не пойдём\n\n—")
	f.Fuzz(func(t *testing.T, s string) {
		var said []Said
		var types []Type
		for i, line := range strings.Split(s, "\n") {
			said = append(said, SaidIn(line))
			types = append(types, []Type{Direct, Indirect, Mixed}[i%3])
			for _, sp := range Own(s, line) {
				if sp.Of(line) == "" {
					t.Errorf("an empty span in %q", line)
				}
			}
		}
		seen := make([]int, len(said))
		for _, g := range groups(said, types) {
			has := false
			for _, i := range g.All {
				seen[i]++
				has = has || i == g.Full
			}
			if !has {
				t.Errorf("%v has not its fullest", g)
			}
		}
		for i, n := range seen {
			if n != 1 {
				t.Errorf("quotation %d is in %d groups of %q", i, n, s)
			}
		}
	})
}
