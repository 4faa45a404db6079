package site

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"strings"
	"testing"
	"time"
)

const hostedAt = "https://example.org/news/"

// published is the built files by path, with the address of their host known.
func published(t *testing.T, titles ...string) map[string]string {
	t.Helper()
	files := map[string]string{}
	for _, f := range built(t, collection(titles...), Options{Base: "/news/", URL: hostedAt, Static: true}).Files {
		files[f.Path] = string(f.Body)
	}
	return files
}

// pageAt is the page that a host answers a full address with.
func pageAt(t *testing.T, files map[string]string, url string) string {
	t.Helper()
	path, ok := strings.CutPrefix(url, hostedAt)
	page, there := files[path+"index.html"]
	if !ok || !there {
		t.Errorf("no page at %s", url)
	}
	return page
}

func TestSitemapListsThePages(t *testing.T) {
	files := published(t, "One", "Two")
	var list struct {
		XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
		Loc     []string `xml:"url>loc"`
	}
	if err := xml.Unmarshal([]byte(files["sitemap.xml"]), &list); err != nil {
		t.Fatal(err)
	}
	articles := 0
	for _, loc := range list.Loc {
		page := pageAt(t, files, loc)
		if !strings.Contains(page, fmt.Sprintf(`<link rel="canonical" href="%s">`, loc)) {
			t.Errorf("%s names another address as its own", loc)
		}
		if strings.Contains(page, `"NewsArticle"`) {
			articles++
		}
	}
	if articles != 2 {
		t.Errorf("%d of 2 articles are listed", articles)
	}
	if !strings.Contains(files["robots.txt"], "Sitemap: "+hostedAt+"sitemap.xml") {
		t.Errorf("robots.txt does not lead to the sitemap: %q", files["robots.txt"])
	}
}

// What RFC 4287 demands of a feed, and where its links lead.
func TestFeedIsAtom(t *testing.T) {
	files := published(t, "One", `Two & "three" <b>`)
	var feed struct {
		XMLName xml.Name  `xml:"http://www.w3.org/2005/Atom feed"`
		ID      string    `xml:"id"`
		Title   string    `xml:"title"`
		Updated time.Time `xml:"updated"`
		Entries []struct {
			ID      string    `xml:"id"`
			Title   string    `xml:"title"`
			Updated time.Time `xml:"updated"`
			Author  string    `xml:"author>name"`
			Link    struct {
				Href string `xml:"href,attr"`
			} `xml:"link"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal([]byte(files["feed.atom"]), &feed); err != nil {
		t.Fatal(err)
	}
	day := time.Date(2020, 10, 26, 0, 0, 0, 0, time.UTC)
	if feed.ID == "" || feed.Title != "Truces" || !feed.Updated.Equal(day) {
		t.Errorf("the feed is %q, %q of %v", feed.ID, feed.Title, feed.Updated)
	}
	titles, ids := map[string]bool{}, map[string]bool{}
	for _, entry := range feed.Entries {
		titles[entry.Title], ids[entry.ID] = true, true
		if entry.Author != "The Wire" || !entry.Updated.Equal(day) {
			t.Errorf("%q is by %q of %v", entry.Title, entry.Author, entry.Updated)
		}
		pageAt(t, files, entry.Link.Href)
	}
	if len(ids) != 2 || !titles["One"] || !titles[`Two & "three" <b>`] {
		t.Errorf("the entries are %v with %d ids", titles, len(ids))
	}
}

func TestArticlesDescribeThemselves(t *testing.T) {
	title := `"Truce" </script><script>alert(1)</script> & <!-- peace`
	found := 0
	for path, page := range published(t, title) {
		_, after, ok := strings.Cut(page, `<script type="application/ld+json">`)
		if !ok {
			continue
		}
		data, _, _ := strings.Cut(after, "</script>")
		var article struct {
			Type      string `json:"@type"`
			Headline  string `json:"headline"`
			Published string `json:"datePublished"`
			Publisher struct {
				Name string `json:"name"`
			} `json:"publisher"`
			URL string `json:"url"`
		}
		if err := json.Unmarshal([]byte(data), &article); err != nil {
			t.Fatalf("%s: %v in %s", path, err, data)
		}
		if article.Type != "NewsArticle" {
			continue
		}
		found++
		if article.Headline != title || article.Published != "2020-10-26" || article.Publisher.Name != "The Wire" || article.URL+"index.html" != hostedAt+path {
			t.Errorf("%s describes itself as %+v", path, article)
		}
	}
	if found != 1 {
		t.Errorf("%d pages describe an article, want 1", found)
	}
}
