package app

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"parallax/internal/route"
)

// notFoundPage is shown for an article or paragraph that this collection does
// not have.
func notFoundPage() page {
	return page{title: "Not in this collection", draw: func(v view) []app.UI {
		return []app.UI{
			pageHead("Not in this collection", el("p", "", text(missingWords(v.state)))),
			el("div", "button-row",
				v.link("button button-main", route.State{}, icon("collection"), text(" Open the collection")),
				v.link("button", route.State{Screen: route.Search}, icon("search"), text(" Search"))),
			when(len(v.home.Articles) > 0, func() app.UI {
				return section("h-articles", "Articles", nil, v.articleList(v.home.Articles))
			}),
		}
	}}
}

// missingWords says what the address asked for.
func missingWords(s route.State) string {
	switch s.Screen {
	case route.Article:
		return "The address names an article that is not here. It may be of another collection, or this one has changed."
	case route.Compare:
		return "The address names an article to compare that is not here. It may be of another collection, or this one has changed."
	case route.Passage:
		return "The address names a paragraph that is not here, or that stands in one article only."
	}
	return "There is no page at this address."
}

// troublePage is shown when the engine could not answer; why is for those who
// mend it.
func troublePage(why string) page {
	return page{title: "Something went wrong", said: "Something went wrong", draw: func(v view) []app.UI {
		return []app.UI{
			pageHead("Something went wrong", el("p", "", text("This view could not be drawn. The others still work; your place is in the address."))),
			el("div", "button-row",
				v.link("button button-main", route.State{}, icon("collection"), text(" Open the collection"))),
			explain("What the program said", el("p", "", text(why))),
		}
	}}
}
