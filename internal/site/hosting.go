package site

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"time"

	"parallax/internal/engine"
)

const hostFile = "_headers"

// hostHeaders is the file _headers, which Netlify, Cloudflare Pages and their
// like read: what Handler sends, for a host that is told so by a file.
func hostHeaders(base string) File {
	var out bytes.Buffer
	fmt.Fprintf(&out, "%s*\n", base)
	for _, header := range security {
		fmt.Fprintf(&out, "  %s: %s\n", header.name, header.value)
	}
	fmt.Fprintf(&out, "%s%s*\n  Cache-Control: %s\n", base, assetDir, cacheForever)
	return newFile(hostFile, out.Bytes())
}

// sitemap lists the pages that stand on their own for search engines.
func sitemap(pages []File, o Options) (File, error) {
	type location struct {
		Loc string `xml:"loc"`
	}
	list := struct {
		XMLName xml.Name   `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
		URL     []location `xml:"url"`
	}{}
	for _, p := range pages {
		if folder, ok := strings.CutSuffix(p.Path, "index.html"); ok && p.Path != anyArticle {
			list.URL = append(list.URL, location{o.URL + folder})
		}
	}
	return xmlFile("sitemap.xml", list)
}

type atomLink struct {
	Rel  string `xml:"rel,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomPerson struct {
	Name string `xml:"name"`
}

type atomEntry struct {
	Title     string     `xml:"title"`
	ID        string     `xml:"id"`
	Link      atomLink   `xml:"link"`
	Published string     `xml:"published"`
	Updated   string     `xml:"updated"`
	Author    atomPerson `xml:"author"`
	Summary   string     `xml:"summary,omitempty"`
}

type atomFeed struct {
	XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Title    string      `xml:"title"`
	Subtitle string      `xml:"subtitle,omitempty"`
	ID       string      `xml:"id"`
	Links    []atomLink  `xml:"link"`
	Updated  string      `xml:"updated"`
	Entries  []atomEntry `xml:"entry"`
}

// unknownDay stands where Atom demands a date and none is known.
const unknownDay = "1970-01-01T00:00:00Z"

// feed lists the articles, the last published first. An article whose day is
// not known has none to give to a feed reader and is left out.
func feed(e *engine.Engine, home engine.Home, o Options) (File, error) {
	f := atomFeed{
		Title: home.Title, Subtitle: home.Description, ID: o.URL, Updated: unknownDay,
		Links: []atomLink{{"", o.URL}, {"self", o.URL + feedName}},
	}
	for i := len(home.Articles) - 1; i >= 0; i-- {
		ref := home.Articles[i]
		day := e.Dossier().Articles[ref.Index].Published.Day()
		if day.IsZero() {
			continue
		}
		at := day.UTC().Format(time.RFC3339)
		link := o.fullAddress(articleState(ref))
		f.Entries = append(f.Entries, atomEntry{
			Title: ref.Title, ID: link, Link: atomLink{"", link}, Published: at, Updated: at,
			Author: atomPerson{ref.Outlet}, Summary: ref.Outlet + ", " + ref.FullDate(),
		})
	}
	if len(f.Entries) > 0 {
		f.Updated = f.Entries[0].Updated
	}
	return xmlFile(feedName, f)
}

const feedName = "feed.atom"

func xmlFile(path string, content any) (File, error) {
	body, err := xml.MarshalIndent(content, "", "\t")
	if err != nil {
		return File{}, fmt.Errorf("%s: %w", path, err)
	}
	return newFile(path, append([]byte(xml.Header), append(body, '\n')...)), nil
}

// newsArticle is an article for machines that read schema.org.
func newsArticle(a engine.Article, o Options) map[string]any {
	data := map[string]any{
		"@context":  "https://schema.org",
		"@type":     "NewsArticle",
		"headline":  a.Ref.Title,
		"publisher": map[string]any{"@type": "Organization", "name": a.Ref.Outlet},
	}
	// Only a day is a date to schema.org; a season or a guess is left out.
	if len(a.Ref.EDTF) == len("2020-10-26") {
		data["datePublished"] = a.Ref.EDTF
	}
	if a.Ref.URL != "" {
		data["isBasedOn"] = a.Ref.URL
	}
	if o.URL != "" {
		data["url"] = o.fullAddress(articleState(a.Ref))
	}
	return data
}
