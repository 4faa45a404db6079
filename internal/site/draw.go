package site

import (
	"fmt"
	"html/template"
	"strings"

	"parallax/internal/engine"
	"parallax/internal/route"
)

// pageMaker draws the pages of one collection.
type pageMaker struct {
	engine    *engine.Engine
	home      engine.Home
	frame     frame
	options   Options
	templates *template.Template
	files     []File // drawn so far
}

// renderPages draws every screen, every article and the comparisons that get
// pages of their own.
func renderPages(e *engine.Engine, home engine.Home, f frame, o Options) ([]File, error) {
	pairs := readyMade(e, home)
	made := map[[2]string]bool{}
	for _, pair := range pairs {
		made[pair] = true
	}
	t, err := templates(o.Base, made)
	if err != nil {
		return nil, err
	}
	m := &pageMaker{engine: e, home: home, frame: f, options: o, templates: t}
	if err := m.drawScreens(); err != nil {
		return nil, err
	}
	if err := m.drawArticles(); err != nil {
		return nil, err
	}
	if err := m.drawPairs(pairs); err != nil {
		return nil, err
	}
	return m.files, nil
}

// draw makes the page of s from p, whose empty fields get what most pages have.
func (m *pageMaker) draw(s route.State, p page, content any) error {
	if p.Path == "" {
		p.Path = filePath(s)
	}
	p.Title += " · Parallax"
	p.Collection = m.home.Title
	if p.Description == "" {
		p.Description = m.home.Description
	}
	if m.options.URL != "" && s.Screen != route.NotFound {
		p.Canonical = m.options.URL + strings.TrimSuffix(p.Path, "index.html")
	}
	p.frame = m.frame
	file, err := render(m.templates, p, content)
	if err != nil {
		return err
	}
	m.files = append(m.files, file)
	return nil
}

func (m *pageMaker) drawScreens() error {
	passage, _ := m.engine.Passage("")
	timeline := m.engine.Timeline(engine.Query{}, "")
	for _, screen := range []struct {
		screen  route.Screen
		name    string
		title   string
		content any
	}{
		{route.Home, "home", m.home.Title, m.home},
		{route.Timeline, "timeline", "Timeline", timeline},
		{route.Reports, "reports", "Who reports what", timeline},
		{route.Search, "search", "Search", m.home},
		{route.Compare, "compare", "Compare", m.engine.Pairs(engine.Query{})},
		{route.Quotes, "quotes", "Who said what", m.engine.Quotes(engine.Query{})},
		{route.Passage, "passage", "How this paragraph changed", passage},
		{route.Help, "help", "Help", nil},
		{route.Settings, "settings", "Settings", m.frame},
		{route.NotFound, "notfound", "No such page", nil},
		{route.Article, "article-any", "Article", nil},
	} {
		p := page{Screen: screen.name, Title: screen.title}
		if err := m.draw(route.State{Screen: screen.screen}, p, screen.content); err != nil {
			return err
		}
	}
	return nil
}

func (m *pageMaker) drawArticles() error {
	for _, ref := range m.home.Articles {
		if filePath(articleState(ref)) == anyArticle {
			continue // its id can stand in no path, so that page shows it
		}
		article, ok := m.engine.Article(ref.ID, "")
		if !ok {
			return fmt.Errorf("article %s: listed but not there", ref.ID)
		}
		p := page{
			Screen: "article", Title: ref.Title,
			Description: fmt.Sprintf("%s, %s. One of %s in %s.", ref.Outlet, ref.DateWords(), engine.Count(m.home.Count, "article"), m.home.Title),
			Data:        newsArticle(article, m.options),
		}
		if err := m.draw(articleState(ref), p, article); err != nil {
			return err
		}
	}
	return nil
}

func (m *pageMaker) drawPairs(pairs [][2]string) error {
	for _, pair := range pairs {
		c, ok := m.engine.Compare(pair[0], pair[1])
		if !ok {
			continue
		}
		p := page{
			Path:   strings.TrimPrefix(route.PairPath(pair[0], pair[1]), "/") + "index.html",
			Screen: "pair-page", Title: c.A.Cited() + " beside " + c.B.Cited(),
			Description: strings.Join(c.Summary, " "),
		}
		if err := m.draw(route.State{Screen: route.Compare, A: pair[0], B: pair[1]}, p, c); err != nil {
			return err
		}
	}
	return nil
}

// maxReadyMade bounds the comparisons that get pages of their own.
const maxReadyMade = 400

// readyMade lists the pairs, by id, that the pages offer to compare: those worth
// it, and for each article the best to set beside it.
func readyMade(e *engine.Engine, home engine.Home) [][2]string {
	var pairs [][2]string
	seen := map[[2]string]bool{}
	add := func(a, b string) {
		pair := [2]string{a, b}
		if !seen[pair] && route.PairPath(a, b) != "" && len(pairs) < maxReadyMade {
			seen[pair] = true
			pairs = append(pairs, pair)
		}
	}
	for _, card := range append(e.Pairs(engine.Query{}), home.Pairs...) {
		add(card.A.ID, card.B.ID)
	}
	for _, ref := range home.Articles {
		if article, ok := e.Article(ref.ID, ""); ok && article.Best != nil {
			add(ref.ID, article.Best.ID)
		}
	}
	return pairs
}
