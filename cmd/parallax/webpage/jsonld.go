package webpage

import (
	"encoding/json"
	"html"
	"path"
	"strings"
)

// ldArticle is what JSON-LD says of an article.
type ldArticle struct {
	headline, publisher, url, published, author, language string
	body                                                  string // plain text or HTML
}

// object is one of JSON.
type object = map[string]any

// graph is the objects of all JSON-LD of a page.
type graph struct {
	articles []object
	named    map[string]object // by "@id": objects refer to each other by it
}

// newsArticle finds the article among what the scripts of JSON-LD say: the one
// at that address, else the first.
func newsArticle(scripts []string, address string) ldArticle {
	g := graph{named: map[string]object{}}
	for _, s := range scripts {
		var v any
		if json.Unmarshal([]byte(s), &v) != nil && json.Unmarshal([]byte(mended(s)), &v) != nil {
			continue
		}
		g.add(v)
	}
	if len(g.articles) == 0 {
		return ldArticle{}
	}
	best := g.articles[0]
	for _, a := range g.articles {
		if address != "" && Address(addressOf(a)) == address {
			best = a
			break
		}
	}
	return g.read(best)
}

// mended makes JSON of what is nearly that: marks of comments or CDATA stand
// around its objects, or lines break within strings.
func mended(s string) string {
	first, last := strings.IndexByte(s, '{'), strings.LastIndexByte(s, '}')
	if first < 0 || last < first {
		return ""
	}
	return "[" + strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, s[first:last+1]) + "]"
}

// add takes in a value of JSON-LD: an object, a list of them, or one with a
// "@graph" of them. An article within another, such as one it links to, is not
// the page's.
func (g *graph) add(v any) {
	switch v := v.(type) {
	case []any:
		for _, one := range v {
			g.add(one)
		}
	case object:
		if id := plain(v["@id"]); id != "" && v["name"] != nil {
			g.named[id] = v
		}
		if isArticle(v["@type"]) {
			g.articles = append(g.articles, v)
			return
		}
		for _, key := range [...]string{"@graph", "mainEntity", "mainEntityOfPage"} {
			g.add(v[key])
		}
	}
}

// isArticle reports whether a "@type", or one of several, is a kind of article
// to schema.org.
func isArticle(kind any) bool {
	switch kind := kind.(type) {
	case string:
		name := path.Base(kind) // of http://schema.org/NewsArticle
		return strings.HasSuffix(name, "Article") || name == "Report" || strings.HasSuffix(name, "BlogPosting")
	case []any:
		for _, one := range kind {
			if isArticle(one) {
				return true
			}
		}
	}
	return false
}

func (g *graph) read(a object) ldArticle {
	read := ldArticle{
		headline:  plain(a["headline"]),
		publisher: g.name(a["publisher"]),
		url:       addressOf(a),
		published: plain(a["datePublished"]),
		author:    g.name(a["author"]),
		language:  plain(a["inLanguage"]),
	}
	if read.headline == "" {
		read.headline = plain(a["name"])
	}
	switch body := a["articleBody"].(type) {
	case string:
		read.body = body
	case []any:
		for _, part := range body {
			if s, ok := part.(string); ok {
				read.body += s + "\n"
			}
		}
	}
	return read
}

// addressOf returns the address of an article.
func addressOf(a object) string {
	page := a["mainEntityOfPage"]
	if o, ok := page.(object); ok {
		page = o["@id"]
	}
	for _, v := range [...]any{a["url"], page, a["@id"]} {
		if s := plain(v); Address(s) != "" {
			return s
		}
	}
	return ""
}

// name returns the name of a person or an organisation, the names of several.
func (g *graph) name(v any) string {
	switch v := v.(type) {
	case string:
		return Name(plain(v))
	case object:
		if name := plain(v["name"]); name != "" {
			return name
		}
		return plain(g.named[plain(v["@id"])]["name"])
	case []any:
		var names []string
		for _, one := range v {
			if name := g.name(one); name != "" {
				names = append(names, name)
			}
		}
		return strings.Join(names, ", ")
	}
	return ""
}

// plain returns a string of JSON-LD, the first of several, in which characters
// are often written as in HTML.
func plain(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(html.UnescapeString(v))
	case []any:
		if len(v) > 0 {
			return plain(v[0])
		}
	}
	return ""
}
