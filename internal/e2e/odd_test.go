package e2e

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"parallax/internal/dossier"
	"parallax/internal/site"
)

// oddNews is an article of about size bytes that repeats no sentence.
func oddNews(size int) string {
	var b strings.Builder
	b.WriteString("The long report\n\n")
	for n := 1; b.Len() < size; n++ {
		fmt.Fprintf(&b, "Street %d was flooded for %d hours, and the %d people who live there were taken to school %d. ", n, n%23+1, n%400+2, n*7%911)
		if n%5 == 0 {
			b.WriteString("\n\n")
		}
	}
	return b.String()
}

// longestOdd is what a task of the page may take before a text of a hundred
// kilobytes without a sentence end is a freeze. It takes a fifth of that where
// nothing else runs.
const longestOdd = 2 * time.Second

// Texts that no newspaper prints can be compared: with news, with each other
// and with themselves, in every layer. A sentence on top says what was found,
// nothing holds the page up, and the console is empty.
func TestOddInputs(t *testing.T) {
	news := "The old dam\n\nA truce was agreed on Monday in the old city. “It will hold,” Mayor Irena Kovac said. Both sides waited until 5 May 2021.\n"
	texts := []struct{ id, text string }{
		{"news", news},
		{"dash", "—"},
		{"sentence", "A truce was agreed on Monday in the old city."},
		{"noends", strings.Repeat("rain fell on 5 May in Rome and ", 4000)},
		{"marks", "\"It will hold, Mayor Irena Kovac said. «Both sides “waited. " + strings.Repeat("“", 300)},
		{"long", oddNews(1 << 20)},
	}
	pack := dossier.Pack{Title: "Odd texts"}
	for _, x := range texts {
		pack.Outlets = append(pack.Outlets, dossier.Outlet{ID: x.id, Name: "Paper-" + x.id})
		pack.Articles = append(pack.Articles, dossier.Meta{ID: x.id, Outlet: x.id, Published: "2021-05-06", Text: x.text})
	}
	program, _ := parts(t)
	made, err := site.Build(pack, program, site.Options{Base: "/", Quality: 0})
	must(t, err)
	s := serve(t, site.Handler(made))
	for _, size := range screens {
		t.Run(size.name, func(t *testing.T) {
			p := newBrowser(t).open(size)
			p.t = t
			p.do("open", chromedp.Navigate(s.url("/settings/")))
			p.patiently("a megabyte is read", 8, `document.documentElement.dataset.reader === "ready"`)
			for _, x := range texts {
				for k, beside := range []string{x.id, "news", "long"} {
					if k > 0 && beside == x.id {
						continue
					}
					at := "/compare/#a=" + x.id + "&b=" + beside
					says := `document.querySelector("nav[aria-label=Layers]") && /found|correspond|reworded|same words/.test(document.querySelector(".summary")?.textContent)`
					if x.id == beside {
						says = `document.querySelector(".summary")?.textContent === "This is the same article twice."`
					}
					longest := p.longestTask(at, func() {
						p.do("go to "+at, chromedp.Evaluate(`location.href = "`+at+`"; 0`, nil))
						p.patiently(at+" is drawn", 4, `/^Paper-`+x.id+` .* beside Paper-`+beside+` /.test(document.querySelector("h1")?.textContent) && `+says)
					})
					t.Logf("%s: longest task %v", at, longest)
					if longest > longestOdd {
						t.Errorf("%s: a task of %v, want at most %v", at, longest, longestOdd)
					}
					for _, key := range []string{"2", "3"} {
						if x.id != beside {
							p.press(key)
							p.until("layer "+key+" of "+at, `document.querySelector(".pair-table, .empty")`)
						}
					}
				}
			}
			p.goTo(s.url("/compare/#a=news&b=empty"))
			p.until("an article that is not here is named so", `!document.querySelector(".pair-table, .passage-joined") && document.querySelector("h1")?.textContent !== ""`)
			p.quiet(s)
		})
	}
}
