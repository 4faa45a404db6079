package feed

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"strings"

	"parallax/cmd/parallax/webpage"
)

// jsonMark stands in the version of every JSON Feed.
const jsonMark = "jsonfeed.org"

type jsonFeed struct {
	Version  string       `json:"version"`
	Title    string       `json:"title"`
	Home     string       `json:"home_page_url"`
	Language string       `json:"language"`
	Author   jsonAuthor   `json:"author"` // before version 1.1
	Authors  []jsonAuthor `json:"authors"`
	Items    []jsonItem   `json:"items"`
}

type jsonItem struct {
	Title     string       `json:"title"`
	URL       string       `json:"url"`
	HTML      string       `json:"content_html"`
	Text      string       `json:"content_text"`
	Summary   string       `json:"summary"`
	Published string       `json:"date_published"`
	Modified  string       `json:"date_modified"`
	Language  string       `json:"language"`
	Author    jsonAuthor   `json:"author"`
	Authors   []jsonAuthor `json:"authors"`
}

type jsonAuthor struct {
	Name string `json:"name"`
}

func readJSON(source string) (string, channel, []entry, error) {
	var f jsonFeed
	var wrong *json.UnmarshalTypeError // of one field; the others are read
	if err := json.Unmarshal([]byte(source), &f); err != nil && !errors.As(err, &wrong) {
		return "", channel{}, nil, fmt.Errorf("not JSON: %w", err)
	}
	if !strings.Contains(f.Version, jsonMark) {
		return "", channel{}, nil, errors.New("JSON, but no JSON Feed")
	}
	c := channel{
		outlet: webpage.Name(strings.TrimSpace(f.Title)), link: f.Home, base: f.Home, language: f.Language,
		author: jsonNames(f.Authors, f.Author),
	}
	entries := make([]entry, len(f.Items))
	for i, it := range f.Items {
		entries[i] = entry{
			title: html.EscapeString(it.Title), link: it.URL, language: it.Language,
			published: []string{it.Published, it.Modified},
			author:    jsonNames(it.Authors, it.Author),
			content:   cmp.Or(it.HTML, html.EscapeString(it.Text)),
			summary:   html.EscapeString(it.Summary),
		}
	}
	return "JSON Feed", c, entries, nil
}

func jsonNames(authors []jsonAuthor, one jsonAuthor) string {
	var names []string
	for _, a := range append(authors, one) {
		names = append(names, a.Name)
	}
	return listed(names)
}
