// Package route turns the state of the reader into an address and back.
//
// The path says which screen, so that a static page can stand there; the
// fragment holds the rest, so that search terms never reach a server.
package route

import (
	"net/url"
	"strconv"
	"strings"
)

// Screen is which page is shown.
type Screen uint8

// The screens; the zero Screen is the start.
const (
	Home Screen = iota
	Article
	Timeline
	Search
	Compare
	Passage
	Reports
	Quotes
	Help
	Settings
	NotFound
)

// State is everything a reader can bookmark, share or step back to.
// The zero State is the start screen.
type State struct {
	Screen  Screen // from the path
	Article string // id, on the article screen
	Slug    string // readable part of the article's path; not needed to find it

	Query  string // as typed
	Outlet string // outlet id
	Only   string // ids of the articles that the reports show, joined by commas; "" is all
	Who    string // a person's name
	From   string // EDTF day, month or year; inclusive
	To     string
	Order  string // "" (best first), "date": how a search orders articles
	Kind   string // "" (all), "articles", "events", "quotes": what a search shows

	A, B  string // ids of the articles compared; A also the column of a chosen cell in the reports
	At    int    // paragraph of A to show first; also #p= on an article; 0 is none
	Layer string // "" (wording), "events", "quotes"
	Side  string // "" (both), "a", "b": whose text a narrow screen shows
	Clock string // "" (happened), "published"
	Told  string // "" (all), "several": by how many articles the events of the reports are told
	Event string // id of the event to open
	Topic string // id of the passage (#t=)
}

// folders are the paths of the screens that have one address each.
var folders = [...]struct {
	screen Screen
	name   string
}{
	{Timeline, "timeline"},
	{Search, "search"},
	{Compare, "compare"},
	{Passage, "passage"},
	{Reports, "reports"},
	{Quotes, "quotes"},
	{Help, "help"},
	{Settings, "settings"},
}

// articles is the folder above the articles' own.
const articles = "a"

// Parse reads a path below the base path and a fragment without its leading
// "#", both as they stand in an address, with escapes. It accepts anything:
// what it does not know it drops, so an old link still opens.
func Parse(path, fragment string) State {
	s := parsePath(path)
	for _, pair := range strings.Split(fragment, "&") {
		key, value, _ := strings.Cut(pair, "=")
		value, err := url.QueryUnescape(value)
		if err != nil {
			continue
		}
		for _, f := range fields {
			if f.key == key && f.screens.has(s.Screen) && f.get(s) == "" {
				f.set(&s, value)
				break
			}
		}
	}
	return s
}

// Address returns the path below the base path and the fragment of s. What
// the screen of s has no use for is left out.
func (s State) Address() (path, fragment string) {
	var b strings.Builder
	for _, f := range fields {
		if !f.screens.has(s.Screen) || (f.key == "id" && s.hasFolder()) {
			continue
		}
		if value := f.get(s); value != "" {
			if b.Len() > 0 {
				b.WriteByte('&')
			}
			b.WriteString(f.key + "=" + url.QueryEscape(value))
		}
	}
	return s.path(), b.String()
}

// PairPath returns the path of the static page that compares two articles, or
// "" if an id cannot stand in a path. The reader itself compares any two, by
// the fragment; this page can be read without it.
func PairPath(a, b string) string {
	if !plain(a) || !plain(b) {
		return ""
	}
	return "/compare/" + a + "/" + b + "/"
}

func (s State) path() string {
	if s.hasFolder() {
		return "/" + articles + "/" + articleFolder(s.Slug, s.Article) + "/"
	}
	if s.Screen == Article {
		return "/" + articles + "/"
	}
	for _, f := range folders {
		if f.screen == s.Screen {
			return "/" + f.name + "/"
		}
	}
	if s.Screen == NotFound {
		return "/404.html"
	}
	return "/"
}

func parsePath(path string) State {
	path = strings.TrimSuffix(path, "index.html")
	first, rest, _ := strings.Cut(strings.Trim(path, "/"), "/")
	if first == "" && rest == "" {
		return State{}
	}
	if first == articles {
		slug, id := splitArticleFolder(rest)
		return State{Screen: Article, Slug: slug, Article: id}
	}
	for _, f := range folders {
		if f.name == first && rest == "" {
			return State{Screen: f.screen}
		}
	}
	// A page that holds a comparison ready made; see PairPath.
	if a, b, two := strings.Cut(rest, "/"); first == "compare" && two && plain(a) && plain(b) {
		return State{Screen: Compare, A: a, B: b}
	}
	return State{Screen: NotFound}
}

// hasFolder reports whether s is an article whose id can stand in a path.
func (s State) hasFolder() bool {
	return s.Screen == Article && s.Article != "" && plain(s.Article)
}

// articleFolder joins slug and id with a hyphen, or with two when the id has
// hyphens of its own.
func articleFolder(slug, id string) string {
	switch {
	case !cleanSlug(slug) && strings.Contains(id, "-"):
		return "--" + id
	case !cleanSlug(slug):
		return id
	case strings.Contains(id, "-"):
		return slug + "--" + id
	}
	return slug + "-" + id
}

// splitArticleFolder undoes articleFolder. A name that it could not have made
// has no id.
func splitArticleFolder(name string) (slug, id string) {
	slug, id, doubled := strings.Cut(name, "--")
	if !doubled {
		slug, id = "", name
		if i := strings.LastIndexByte(name, '-'); i >= 0 {
			slug, id = name[:i], name[i+1:]
		}
	}
	if id == "" || !plain(id) || doubled != strings.Contains(id, "-") {
		return "", ""
	}
	if !cleanSlug(slug) {
		slug = ""
	}
	return slug, id
}

// longestName bounds the names of folders that are made of an id, in bytes: with
// the words of a title before it, 255 are the most that file systems take.
const longestName = 100

// plain reports whether s needs no escape in a path, is no dot segment and can
// name a folder.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; !lowerOrDigit(c) && (c < 'A' || c > 'Z') && c != '-' && c != '_' {
			return false
		}
	}
	return s != "" && len(s) <= longestName
}

// cleanSlug reports whether s is words of a-z and 0-9 joined by single hyphens.
func cleanSlug(s string) bool {
	for _, word := range strings.Split(s, "-") {
		if word == "" {
			return false
		}
		for i := 0; i < len(word); i++ {
			if !lowerOrDigit(word[i]) {
				return false
			}
		}
	}
	return true
}

func lowerOrDigit(c byte) bool { return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' }

// paragraph reads a paragraph number from 1; anything else is 0, none.
func paragraph(s string) int {
	if n, err := strconv.Atoi(s); err == nil && n > 0 {
		return n
	}
	return 0
}

func digits(n int) string {
	if n <= 0 {
		return ""
	}
	return strconv.Itoa(n)
}
