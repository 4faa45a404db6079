package engine

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sahilm/fuzzy"

	"parallax/internal/names"
	"parallax/internal/route"
	"parallax/internal/sorting"
	"parallax/internal/text"
)

// How many places to go the jump-to box knows of each kind, and how many it
// shows. Together they are a thousand at most: the box is filtered at every
// keystroke by trying each, and beyond that the search serves better.
const (
	jumpArticles = 400
	jumpPeople   = 250
	jumpPlaces   = 100
	jumpEvents   = 240
	jumpShown    = 12
)

// Jump returns the entries of the jump-to box that match typed, best first;
// for nothing typed, the screens and the newest articles. An entry matches if
// it has what is typed; if none has, those names do that it abbreviates.
func (e *Engine) Jump(typed string) []JumpTarget {
	targets := e.jumpTargets()
	typed = strings.TrimSpace(typed)
	if typed == "" {
		return targets[:min(len(targets), jumpShown)]
	}
	found := fuzzy.FindFrom(typed, jumpSource(targets))
	if len(found) == 0 { // Песков finds Peskov
		typed = text.Fold(typed)
		found = fuzzy.FindFrom(typed, jumpSource(targets))
	}
	sorting.Stable(found, func(a, b fuzzy.Match) int { return together(typed, b.Str) - together(typed, a.Str) })
	whole := len(found) > 0 && together(typed, found[0].Str) > 0
	found = slices.DeleteFunc(found, func(m fuzzy.Match) bool {
		kind := targets[m.Index].Kind
		name := kind != "article" && kind != "event"
		return together(typed, m.Str) == 0 && (whole || !name || !abbreviates(typed, m.Str))
	})
	var out []JumpTarget
	for _, m := range found[:min(len(found), jumpShown)] {
		t := targets[m.Index]
		t.Match = m.MatchedIndexes
		if at := indexFold(t.Words, typed); at >= 0 {
			t.Match = nil
			for i := range strings.ToLower(typed) {
				t.Match = append(t.Match, at+i)
			}
		}
		out = append(out, t)
	}
	return out
}

// together says how well the letters typed stand together in words: 2 where a
// word begins with them, 1 within one, 0 scattered.
func together(typed, words string) int {
	at := indexFold(words, typed)
	if at < 0 {
		return 0
	}
	if before, _ := utf8.DecodeLastRuneInString(words[:at]); at == 0 || !unicode.IsLetter(before) || indexFold(words, " "+typed) >= 0 {
		return 2
	}
	return 1
}

// abbreviates reports whether the letters typed stand in words in their order,
// in each word from its first letter on: "dpskv" in "Dmitry Peskov".
func abbreviates(typed, words string) bool {
	letters := []rune(strings.ToLower(strings.Join(strings.Fields(typed), "")))
	before := make([]bool, len(letters)+1) // how many letters the words before can take
	before[0] = true
	for _, sp := range text.Words(words) {
		taken := make([]bool, len(letters)+1) // and with some of this word
		for i, r := range strings.ToLower(sp.Of(words)) {
			for n := len(letters); n > 0; n-- {
				if letters[n-1] == r && (taken[n-1] || i == 0 && before[n-1]) {
					taken[n] = true
				}
			}
		}
		for n := range before {
			before[n] = before[n] || taken[n]
		}
	}
	return before[len(letters)]
}

// indexFold returns where typed begins in words, in any case, or -1. Where
// lower case is written in other bytes it finds nothing.
func indexFold(words, typed string) int {
	lower := strings.ToLower(words)
	if len(lower) != len(words) {
		return -1
	}
	return strings.Index(lower, strings.ToLower(typed))
}

// jumpSource lets fuzzy read the targets' words.
type jumpSource []JumpTarget

func (s jumpSource) String(i int) string { return s[i].Words }
func (s jumpSource) Len() int            { return len(s) }

// jumpTargets lists the places to go: screens, articles newest first, people
// and places most named first, events in their order.
func (e *Engine) jumpTargets() []JumpTarget {
	if e.jumps != nil {
		return e.jumps
	}
	add := func(words, kind string, to route.State) {
		path, fragment := to.Address()
		e.jumps = append(e.jumps, JumpTarget{Words: words, Kind: kind, Path: path, Fragment: fragment})
	}
	for _, s := range [...]struct {
		words  string
		screen route.Screen
	}{
		{"Collection", route.Home},
		{"Timeline", route.Timeline},
		{"Search", route.Search},
		{"Compare", route.Compare},
		{"Who reports what", route.Reports},
		{"Who said what", route.Quotes},
		{"How a paragraph changed", route.Passage},
		{"Settings", route.Settings},
		{"Help and keys", route.Help},
	} {
		add(s.words, "screen", route.State{Screen: s.screen})
	}
	newest := slices.Clone(e.order)
	slices.Reverse(newest)
	for _, i := range newest[:min(len(newest), jumpArticles)] {
		r := &e.refs[i]
		add(r.Title+" · "+r.Cited(), "article", route.State{Screen: route.Article, Article: r.ID, Slug: r.Slug})
	}
	people, places := 0, 0
	for _, entity := range e.names().Entities {
		switch {
		case entity.Kind == names.Person && people < jumpPeople:
			people++
			add(entity.Name, "person", route.State{Screen: route.Quotes, Who: entity.Name})
		case entity.Kind == names.Place && places < jumpPlaces:
			places++
			add(entity.Name, "place", route.State{Screen: route.Search, Query: `"` + entity.Name + `"`})
		}
	}
	tl := e.timeline()
	for i := range tl.Events[:min(len(tl.Events), jumpEvents)] {
		ev := &tl.Events[i]
		words := ev.Words.Of(e.d.Articles[ev.Teller].Text)
		add(eventDate(ev.When)+": "+words, "event", route.State{Screen: route.Timeline, Event: ev.ID})
	}
	return e.jumps
}
