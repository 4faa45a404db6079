package e2e

import (
	"fmt"
	"testing"

	"parallax/internal/dossier"
	"parallax/internal/site"
)

// pressConference is 40 reports of one press conference: most print what the
// mayor said whole, some cut it, one has it in another translation, and in one
// she says something else.
func pressConference() dossier.Pack {
	pack := dossier.Pack{Title: "The dam"}
	for i := range 40 {
		said := "“We will not open the gates before the valley is empty and every bridge is closed,”"
		switch {
		case i%9 == 4:
			said = "“We will not open the gates before the valley is empty,”"
		case i == 20:
			said = "“We shall not open the gates until the valley is empty and bridges are closed,”"
		case i == 30:
			said = "“Nobody knows how many people have stayed in the upper villages since Sunday,”"
		}
		id := fmt.Sprintf("d%02d", i)
		pack.Outlets = append(pack.Outlets, dossier.Outlet{ID: id, Name: fmt.Sprintf("Paper %d", i)})
		pack.Articles = append(pack.Articles, dossier.Meta{
			ID: id, Outlet: id, Published: fmt.Sprintf("2024-03-%02d", 1+i%28), Title: fmt.Sprintf("Report %d of the dam", i),
			Text: fmt.Sprintf("Report %d of the dam\n\nRain has fallen on the valley for %d days.\n\n%s Mayor Irena Kovac told reporters on Monday.\n", i, i+2, said),
		})
	}
	return pack
}

// TestOneQuotationInManyArticles reads one card for what 39 articles tell, sees
// the other wordings, and goes from there to one of the articles.
func TestOneQuotationInManyArticles(t *testing.T) {
	program, _ := parts(t)
	made, err := site.Build(pressConference(), program, site.Options{Base: "/", Quality: 0})
	must(t, err)
	s := serve(t, site.Handler(made))
	for _, size := range screens {
		t.Run(size.name, func(t *testing.T) {
			p := newBrowser(t).open(size)
			p.t = t
			p.goTo(s.url("/quotes/#who=Irena+Kovac"))
			p.heading("Who said what")
			p.until("two statements stand there", `document.querySelectorAll(".quote-card").length === 2`)
			p.until("the others are counted", `document.querySelector(".also-said-fold summary").textContent.includes("Also in 38 articles, 2 other wordings")`)
			p.click(".also-said-fold summary")
			p.until("articles are named, the rest is counted", `document.querySelectorAll(".also-said a").length === 27 && document.querySelector(".also-said").textContent.includes("12 more")`)
			p.until("words of another wording are set off", `[...document.querySelectorAll(".also-said .own-words")].some((e) => e.textContent === "shall")`)
			p.until("no name is cut off", `document.documentElement.scrollWidth <= innerWidth`)
			want := p.text(`document.querySelector(".also-said li:last-child a").textContent`)
			p.click(".also-said li:last-child a")
			p.heading("Report ")
			p.until("the article is that of the link: "+want, `document.querySelector("main").textContent.includes(`+"`"+want[:8]+"`"+`)`)

			p.goTo(s.url("/quotes/#who=Irena+Kovac"))
			p.click(".also-said-fold summary")
			p.click(`.also-said a[href*="/search/"]`)
			p.until("the search finds all who print it", `document.querySelectorAll(".hit").length > 0 && document.querySelector("main").textContent.includes("38 articles with all words")`)

			p.goTo(s.url("/compare/#a=d00&b=d20&layer=quotes"))
			p.until("what both tell stands in one row", `[...document.querySelectorAll(".pair-table tbody tr")].some((e) => e.textContent.includes("reworded in B") && e.textContent.includes("reworded in A"))`)
			p.quiet(s)
		})
	}
}
