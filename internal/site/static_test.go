package site

import (
	"regexp"
	"strings"
	"testing"

	"parallax/data"
)

// TestStaticPages holds what somebody without scripts reads of the five
// articles: the same signs as in the reader, and no heading over nothing.
func TestStaticPages(t *testing.T) {
	pack, err := data.Pack()
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range built(t, pack, Options{Base: "/", Static: true}).Files {
		files[f.Path] = string(f.Body)
	}
	for _, tt := range []struct{ name, path, has string }{
		{"the collection says what it is", "index.html", "<p>" + pack.Description + "</p>"},
		{"when is told in words", "index.html", "<b>27 September to 9 November 2020</b> 13 events"},
		{"what has no date has the sign of that", "timeline/index.html", `#glyph-undated"/></svg><details class="event"><summary><span class="event-date"><time>No date`},
		{"the signs are explained", "help/index.html", `#glyph-disagree"/></svg> another date: both cannot hold`},
		{"the table leads to what its signs mean", "reports/index.html", `<a href="/help/">What the signs mean</a>`},
		{"texts of both sides without a counterpart", "compare/e76751a803e5/1d12cc31dac9/index.html", "Each found in one only"},
		{"words that a paragraph lost", "passage/index.html", "no longer: <s class=\"gone-words\">“on September 27, with intense battles raging”</s>"},
		{"The alone is no title", "quotes/index.html", `<h2 id="h-4">Kremlin</h2><p class="small muted"></p>`},
		{"what was worked out is set off", "timeline/index.html", ` class="inferred"><svg`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if !strings.Contains(files[tt.path], tt.has) {
				t.Errorf("%s has no %q", tt.path, tt.has)
			}
		})
	}
	bare := regexp.MustCompile(`(?s)<section[^>]*>\s*<div class="section-head">[^\n]*</div>\s*</section>`)
	for path, page := range files {
		if found := bare.FindString(page); found != "" {
			t.Errorf("%s: a heading over nothing: %s", path, found)
		}
	}
}
