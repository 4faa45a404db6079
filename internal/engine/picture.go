package engine

// Sizes of the picture of a pair, in its own units: the bar of A above, the bar
// of B below, both cut into sentences, and ribbons between those that are joined.
const (
	PictureWidth  = 340.0
	PictureHeight = 68.0
	PictureA      = 2.0  // upper edge of the bar of A
	PictureB      = 54.0 // and of B
	PictureBar    = 12.0 // height of a bar
	PictureRound  = 2.0  // radius of the corners of a sentence, if it is wide enough
)

// PictureBare says in the middle of a picture that it has no ribbon.
const PictureBare = "no shared sentence found"

// PicBar is where a sentence begins and ends in the bar of its article.
type PicBar struct {
	From, To float64
	Joined   bool
}

// PicRibbon runs from the lower edge of a sentence of A to the upper edge of one
// of B.
type PicRibbon struct{ A, B PicBar }

// LaidOut returns the sentences of both articles side by side, and the ribbons.
func (p Picture) LaidOut() (a, b []PicBar, ribbons []PicRibbon) {
	a, b = picBars(p.A), picBars(p.B)
	for _, j := range p.Joins {
		if j.A < len(a) && j.B < len(b) {
			a[j.A].Joined, b[j.B].Joined = true, true
			ribbons = append(ribbons, PicRibbon{a[j.A], b[j.B]})
		}
	}
	return a, b, ribbons
}

// picBars lays out sentences of the given lengths in bytes along the width. The
// gaps shrink when there are many.
func picBars(lengths []int) []PicBar {
	total := 0
	for _, n := range lengths {
		total += n
	}
	if total == 0 {
		return nil
	}
	gap := min(2, PictureWidth/4/float64(len(lengths)))
	scale := (PictureWidth - gap*float64(len(lengths)-1)) / float64(total)
	bars := make([]PicBar, len(lengths))
	at := 0.0
	for i, n := range lengths {
		bars[i] = PicBar{From: at, To: at + float64(n)*scale}
		at = bars[i].To + gap
	}
	return bars
}

// Words says the picture for those who hear the page.
func (p Picture) Words() string {
	const bars = "Two bars, one for each article"
	switch len(p.Joins) {
	case 0:
		return bars + ". No shared sentence found."
	case 1:
		return bars + ", cut into sentences. 1 ribbon joins sentences found in both."
	}
	return bars + ", cut into sentences. " + Count(len(p.Joins), "ribbon") + " join sentences found in both."
}

// turned exchanges the sides of p.
func (p Picture) turned() Picture {
	out := Picture{A: p.B, B: p.A}
	for _, j := range p.Joins {
		out.Joins = append(out.Joins, PicJoin{A: j.B, B: j.A})
	}
	return out
}
