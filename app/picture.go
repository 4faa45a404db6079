package app

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"parallax/internal/engine"
)

// pairMap is the picture of a whole pair above its texts, as wide as they are.
func pairMap(p engine.Picture) app.UI {
	return el("div", "pair-map", el("span", "map-sides", sideLetter("a"), sideLetter("b")).Attr("aria-hidden", "true"),
		pairPicture(p).Attr("preserveAspectRatio", "none"))
}

// pairPicture draws two articles as bars and what joins them as ribbons.
func pairPicture(p engine.Picture) app.HTMLElem {
	a, b, ribbons := p.LaidOut()
	var parts []app.UI
	for _, r := range ribbons {
		parts = append(parts, svgEl("path", "ribbon-shape").Attr("d", ribbonPath(r)))
	}
	parts = append(parts, barShapes(a, "bar-a", engine.PictureA)...)
	parts = append(parts, barShapes(b, "bar-b", engine.PictureB)...)
	if len(p.Joins) == 0 {
		parts = append(parts, svgEl("text", "pair-note", text(engine.PictureBare)).
			Attr("x", px(engine.PictureWidth/2)).Attr("y", "37").Attr("text-anchor", "middle"))
	}
	return svgEl("svg", "picture", parts...).
		Attr("viewBox", "0 0 "+px(engine.PictureWidth)+" "+px(engine.PictureHeight)).Attr("role", "img").Attr("aria-label", p.Words())
}

// barShapes draws bars as two shapes, those joined and the rest: a path costs
// the browser no more than a bar, and a page shows hundreds of bars.
func barShapes(bars []engine.PicBar, class string, y float64) []app.UI {
	var in, rest strings.Builder
	for _, s := range bars {
		barPath(choose(s.Joined, &in, &rest), s, y)
	}
	var shapes []app.UI
	for _, x := range [...]struct {
		class string
		path  *strings.Builder
	}{{class, &in}, {class + " bar-rest", &rest}} {
		if x.path.Len() > 0 {
			shapes = append(shapes, svgEl("path", x.class).Attr("d", x.path.String()))
		}
	}
	return shapes
}

// barPath writes a bar with rounded corners.
func barPath(b *strings.Builder, s engine.PicBar, y float64) {
	r := min(engine.PictureRound, (s.To-s.From)/2)
	across, down := px(s.To-s.From-2*r), px(engine.PictureBar-2*r)
	arc := func(x, y string) { b.WriteString("a" + px(r) + " " + px(r) + " 0 0 1 " + x + " " + y) }
	plus, minus := px(r), px(-r)
	b.WriteString("M" + px(s.From+r) + " " + px(y) + "h" + across)
	arc(plus, plus)
	b.WriteString("v" + down)
	arc(minus, plus)
	b.WriteString("h-" + across)
	arc(minus, minus)
	b.WriteString("v-" + down)
	arc(plus, minus)
	b.WriteString("z")
}

// ribbonPath runs from under the upper bar to over the lower one.
func ribbonPath(r engine.PicRibbon) string {
	const top, bottom = engine.PictureA + engine.PictureBar, engine.PictureB
	curve := func(from, to, y float64) string {
		const middle = (top + bottom) / 2
		return "C" + px(from) + " " + px(middle) + " " + px(to) + " " + px(middle) + " " + px(to) + " " + px(y)
	}
	return "M" + px(r.A.From) + " " + px(top) + curve(r.A.From, r.B.From, bottom) + "H" + px(r.B.To) + curve(r.B.To, r.A.To, top) + "z"
}

// sentenceStrip draws the sentences of a paragraph by how another article
// carries each of them.
func sentenceStrip(relations []string) app.UI {
	const width, height = 72.0, 12.0
	if len(relations) == 0 {
		return nil
	}
	each := width / float64(len(relations))
	var parts []app.UI
	for i, relation := range relations {
		class := map[string]string{"identical": "seg-same", "near": "seg-same", "reworded": "seg-changed"}[relation]
		if class == "" {
			class = "seg-none"
		}
		parts = append(parts, svgEl("rect", class).
			Attr("x", px(float64(i)*each+1)).Attr("y", "1.5").
			Attr("width", px(max(each-3, 1))).Attr("height", "9").Attr("rx", "2"))
	}
	return svgEl("svg", "sentence-strip", parts...).Attr("viewBox", "0 0 "+px(width)+" "+px(height)).Attr("aria-hidden", "true")
}

// chainPicture draws the tellings of a passage: joined where the words stayed.
func chainPicture(dots []engine.PassageDot) app.UI {
	const width, y = 260.0, 20.0
	if len(dots) == 0 {
		return nil
	}
	shown := dots[:min(len(dots), 5)]
	step := (width - 60) / float64(max(1, len(shown)-1))
	var lines, marks []app.UI
	for i, d := range shown {
		x := 30 + float64(i)*step
		if i > 0 {
			lines = append(lines, svgEl("path", choose(d.Changed, "chain-changed", "chain-same")).
				Attr("d", "M"+px(x-step)+" "+px(y)+"H"+px(x)))
		}
		marks = append(marks,
			svgEl("circle", choose(d.Changed, "open-shape", "reported")).Attr("cx", px(x)).Attr("cy", px(y)).Attr("r", "9"),
			svgEl("text", "", text(d.Date)).Attr("x", px(x)).Attr("y", px(y+30)).Attr("text-anchor", "middle"))
	}
	return svgEl("svg", "picture mini", append(lines, marks...)...).
		Attr("viewBox", "0 0 260 64").Attr("aria-hidden", "true")
}

// tablePicture draws a few rows of "who reports what". A day stands once over
// the articles of it, and where it has room.
func tablePicture(columns []string, rows []engine.MiniRow) app.UI {
	var parts []app.UI
	free, before := -labelGap, ""
	for i, c := range columns {
		x, half := miniColumn(i, len(columns)), labelWidth(c)/2
		if c == before || x-half < free {
			continue
		}
		free, before = x+half+labelGap, c
		parts = append(parts, svgEl("text", "", text(c)).Attr("x", px(x)).Attr("y", "10").Attr("text-anchor", "middle"))
	}
	for i, row := range rows {
		for j, cell := range row.Cells {
			parts = append(parts, svgEl("use", choose(cell.Untold(), "mini-muted", "mini-strong")).Attr("href", "#glyph-"+string(cell)).
				Attr("x", px(miniColumn(j, len(columns))-8)).Attr("y", px(float64(20+i*22))).
				Attr("width", "16").Attr("height", "16"))
		}
	}
	return svgEl("svg", "picture mini", parts...).
		Attr("viewBox", "0 0 260 "+number(22+22*len(rows))).Attr("aria-hidden", "true")
}

// miniColumn is the middle of column i of n.
func miniColumn(i, n int) float64 { return 26 + float64(i)*208/float64(max(1, n-1)) }

// speakerPicture draws how many statements each person has.
func speakerPicture(list []engine.SpeakerRow) app.UI {
	const most, longest = 4, 130.0
	list = list[:min(len(list), most)]
	top := 1
	for _, s := range list {
		top = max(top, s.Count)
	}
	var parts []app.UI
	for i, s := range list {
		y := float64(18 + 28*i)
		width := longest * float64(s.Count) / float64(top)
		parts = append(parts,
			svgEl("text", "label-strong", text(s.Short)).Attr("x", "0").Attr("y", px(y)),
			svgEl("rect", "reported").Attr("x", "84").Attr("y", px(y-12)).Attr("width", px(width)).Attr("height", "15").Attr("rx", "4"),
			svgEl("text", "", text(number(s.Count))).Attr("x", px(92+width)).Attr("y", px(y)))
	}
	return svgEl("svg", "picture mini", parts...).
		Attr("viewBox", "0 0 260 "+number(4+28*len(list))).Attr("aria-hidden", "true")
}
