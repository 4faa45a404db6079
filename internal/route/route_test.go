package route

import (
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	for _, tt := range []struct {
		name, path, fragment string
		want                 State
	}{
		{"start", "/", "", State{}},
		{"nothing at all", "", "", State{}},
		{"start by its file", "/index.html", "", State{}},
		{"article", "/a/karabakh-settlement-b1e2d139cb9f/", "", State{Screen: Article, Slug: "karabakh-settlement", Article: "b1e2d139cb9f"}},
		{"reports of some articles", "/reports/", "only=b1e2%2C3c4d", State{Screen: Reports, Only: "b1e2,3c4d"}},
		{"article without slug", "/a/b1e2d139cb9f/", "p=5", State{Screen: Article, Article: "b1e2d139cb9f", At: 5}},
		{"article at a hit", "/a/x-1/", "q=minsk&p=9", State{Screen: Article, Slug: "x", Article: "1", Query: "minsk", At: 9}},
		{"article whose id has hyphens", "/a/renewed-clashes--tass-0001/", "", State{Screen: Article, Slug: "renewed-clashes", Article: "tass-0001"}},
		{"own article", "/a/", "id=b1e2", State{Screen: Article, Article: "b1e2"}},
		{"path before fragment", "/a/x-1/", "id=2", State{Screen: Article, Slug: "x", Article: "1"}},
		{"paragraph must be a number", "/a/x-1/", "p=five", State{Screen: Article, Slug: "x", Article: "1"}},
		{"paragraphs count from one", "/a/x-1/", "p=0", State{Screen: Article, Slug: "x", Article: "1"}},
		{"typed query", "/timeline/", "q=minsk+group", State{Screen: Timeline, Query: "minsk group"}},
		{"without the last slash", "/timeline", "clock=published", State{Screen: Timeline, Clock: "published"}},
		{"by its file", "/timeline/index.html", "e=e7", State{Screen: Timeline, Event: "e7"}},
		{"month to day", "/timeline/", "from=2020-09&to=2020-11-09", State{Screen: Timeline, From: "2020-09", To: "2020-11-09"}},
		{"no such form of date", "/timeline/", "from=October&to=20201", State{Screen: Timeline}},
		{"search by date", "/search/", "q=truce&order=date", State{Screen: Search, Query: "truce", Order: "date"}},
		{"no such order", "/search/", "q=truce&order=length", State{Screen: Search, Query: "truce"}},
		{"search", "/search/", "q=cesefire&outlet=tass&who=Dmitry+Peskov&kind=quotes", State{Screen: Search, Query: "cesefire", Outlet: "tass", Who: "Dmitry Peskov", Kind: "quotes"}},
		{"pair", "/compare/", "a=000&b=001&at=8&layer=events", State{Screen: Compare, A: "000", B: "001", At: 8, Layer: "events"}},
		{"one side of a pair", "/compare/", "a=000&b=001&side=b", State{Screen: Compare, A: "000", B: "001", Side: "b"}},
		{"ready-made pair", "/compare/tass-1/b1e2/", "", State{Screen: Compare, A: "tass-1", B: "b1e2"}},
		{"one of a pair", "/compare/b1e2/", "", State{Screen: NotFound}},
		{"no such layer", "/compare/", "layer=9", State{Screen: Compare}},
		{"passage", "/passage/", "t=0.8", State{Screen: Passage, Topic: "0.8"}},
		{"chosen cell", "/reports/", "e=e7&a=000", State{Screen: Reports, Event: "e7", A: "000"}},
		{"events of several articles", "/reports/", "told=several", State{Screen: Reports, Told: "several"}},
		{"speaker", "/quotes/", "who=Сергей+Лавров", State{Screen: Quotes, Who: "Сергей Лавров"}},
		{"help", "/help/", "", State{Screen: Help}},
		{"settings", "/settings/", "", State{Screen: Settings}},
		{"unknown key is dropped", "/compare/", "zz=1", State{Screen: Compare}},
		{"key of another screen is dropped", "/help/", "q=minsk", State{Screen: Help}},
		{"first of two wins", "/search/", "q=one&q=two", State{Screen: Search, Query: "one"}},
		{"broken escape", "/search/", "q=%zz", State{Screen: Search}},
		{"no such page", "/wp-admin/", "", State{Screen: NotFound}},
		{"below a screen", "/timeline/2020/", "", State{Screen: NotFound}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := Parse(tt.path, tt.fragment); got != tt.want {
				t.Errorf("Parse(%q, %q) = %+v, want %+v", tt.path, tt.fragment, got, tt.want)
			}
		})
	}
}

func TestAddress(t *testing.T) {
	for _, tt := range []struct {
		name           string
		state          State
		path, fragment string
	}{
		{"start", State{}, "/", ""},
		{"article", State{Screen: Article, Slug: "russia-us", Article: "53e1"}, "/a/russia-us-53e1/", ""},
		{"article with a slug of other letters", State{Screen: Article, Slug: "Песков", Article: "53e1"}, "/a/53e1/", ""},
		{"id that no path can hold", State{Screen: Article, Article: "пять/5"}, "/a/", "id=%D0%BF%D1%8F%D1%82%D1%8C%2F5"},
		{"id that no folder can be called", State{Screen: Article, Article: strings.Repeat("x", 101)}, "/a/", "id=" + strings.Repeat("x", 101)},
		{"keys in a fixed order", State{Screen: Search, To: "2020", Query: "a&b", Outlet: "tass"}, "/search/", "q=a%26b&outlet=tass&to=2020"},
		{"other screens' keys left out", State{Screen: Home, Query: "minsk", A: "000"}, "/", ""},
		{"unknown", State{Screen: NotFound}, "/404.html", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			path, fragment := tt.state.Address()
			if path != tt.path || fragment != tt.fragment {
				t.Errorf("Address() = %q, %q, want %q, %q", path, fragment, tt.path, tt.fragment)
			}
		})
	}
}

// FuzzRoundTrip: what Parse understood, Address writes and Parse reads again.
func FuzzRoundTrip(f *testing.F) {
	f.Add("/a/karabakh-settlement-b1e2/", "p=5&q=minsk")
	f.Add("/a/renewed--tass-1", "")
	f.Add("/a/", "id=a/b")
	f.Add("/a/", "id=a-b")
	f.Add("/compare", "a=1&b=2&layer=quotes&at=3")
	f.Add("/search/", "q=%22after+the+truce%22+-minsk&from=2020-10")
	f.Fuzz(func(t *testing.T, path, fragment string) {
		s := Parse(path, fragment)
		p, q := s.Address()
		if got := Parse(p, q); got != s {
			t.Errorf("Parse(%q, %q) = %+v, but its address %q, %q reads %+v", path, fragment, s, p, q, got)
		}
	})
}

// FuzzQuery: any typed text comes back.
func FuzzQuery(f *testing.F) {
	f.Add("minsk group")
	f.Add("100 % + “Union’s” #5")
	f.Fuzz(func(t *testing.T, query string) {
		s := State{Screen: Timeline, Query: query}
		path, fragment := s.Address()
		if got := Parse(path, fragment); got != s {
			t.Errorf("Parse(%q, %q) = %+v, want %+v", path, fragment, got, s)
		}
	})
}
