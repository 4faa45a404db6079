package app

import (
	"testing"

	"parallax/internal/engine"
)

// TestTicksStandApart holds that no label of the axis runs into another, on
// either side of a break in the scale too, or over the edge of the picture.
func TestTicksStandApart(t *testing.T) {
	year := func(x float64, y int) engine.Tick { return engine.Tick{X: x, Unit: "year", Year: y} }
	day := func(x float64, d int) engine.Tick { return engine.Tick{X: x, Day: d, Month: "Mar", Year: 2021} }
	for _, tt := range []struct {
		name  string
		zones []engine.Zone
	}{
		{"a year before a day", []engine.Zone{
			{Weight: 0.1, Ticks: []engine.Tick{year(0.3, 2014), year(0.9, 2021)}},
			{Weight: 0.15, Ticks: []engine.Tick{day(0, 4), day(0.3, 5), day(1, 8)}},
			{Weight: 0.75, Scale: true, Ticks: []engine.Tick{day(0, 12), day(0.5, 20), day(1, 29)}},
		}},
		{"one of each", []engine.Zone{
			{Weight: 0.1, Ticks: []engine.Tick{day(0.5, 1)}},
			{Weight: 0.1, Ticks: []engine.Tick{day(0.5, 11)}},
			{Weight: 0.1, Ticks: []engine.Tick{day(0.5, 21)}},
			{Weight: 0.7, Scale: true, Ticks: []engine.Tick{year(0, 2020), year(1, 2021)}},
		}},
		{"a day at the beginning of a narrow end", []engine.Zone{
			{Weight: 0.9, Scale: true, Ticks: []engine.Tick{year(0, 2020)}},
			{Weight: 0.1, Ticks: []engine.Tick{day(0, 17)}},
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for width := 200.0; width <= 1200; width += 20 {
				plan := planStrip(engine.Strip{Zones: tt.zones}, width, whole)
				free, drawn, before := -100.0, 0, ""
				for _, z := range plan.zones {
					for _, tick := range z.ticks {
						if tick.from < free {
							t.Errorf("%g pixels wide: %q begins at %g, within %q which ends at %g", width, tick.words, tick.from, before, free)
						}
						if tick.to > width || tick.anchor == "start" && tick.x+labelWidth(tick.words) > width {
							t.Errorf("%g pixels wide: %q leaves the picture", width, tick.words)
						}
						free, before = tick.to, tick.words
						drawn++
					}
				}
				if drawn == 0 {
					t.Errorf("%g pixels wide: no labels", width)
				}
			}
		})
	}
}

// A stretch that is not to scale says so where the words have room, and else
// in the key.
func TestNotToScale(t *testing.T) {
	zones := []engine.Zone{
		{Weight: 0.9, Scale: true, Label: "2021"},
		{Weight: 0.1, Label: "2023", Ticks: []engine.Tick{{X: 0, Unit: "year", Year: 2023}}},
	}
	for width, bare := range map[float64]bool{300: true, 800: true, 1100: false} {
		plan := planStrip(engine.Strip{Zones: zones}, width, whole)
		if plan.bare() != bare {
			t.Errorf("%g pixels wide: said in the key: %t, want %t", width, plan.bare(), bare)
		}
	}
}

// The name of a publication stands at its right, and nothing runs into it: no
// sign of its row, and no stem of a later one.
func TestNamesOfPublications(t *testing.T) {
	zone := engine.Zone{Weight: 0.7, Scale: true}
	for i, name := range []string{"Nordwire", "Brennvik Herald", "Baltline (press release)", "The Daily Lantern", "Nordwire", "Continental Review", "EcoWatch North", "Brennvik Herald"} {
		zone.Pubs = append(zone.Pubs, engine.Mark{X: []float64{0.1, 0.1, 0.1, 0.2, 0.3, 0.4, 0.5, 1}[i], Label: name, Sign: engine.SignPublished})
	}
	for _, width := range []float64{320, 1200} {
		plan := planStrip(engine.Strip{Zones: []engine.Zone{zone, {Weight: 0.3}}}, width, whole)
		pubs, named := plan.zones[0].pubs, 0
		for _, s := range pubs {
			if s.label {
				named++
			}
			for _, o := range pubs {
				if s.label && o.x > s.x && !s.left && o.start() < s.x+s.half()+labelWidth(s.mark.Label) && o.row >= s.row {
					t.Errorf("%g pixels wide: %q in row %d runs into %q in row %d", width, s.mark.Label, s.row, o.mark.Label, o.row)
				}
			}
		}
		if width > 1000 && named != len(pubs) {
			t.Errorf("%g pixels wide: %d of %d are named", width, named, len(pubs))
		}
	}
}

// A number at the edge of the picture is drawn whole.
func TestCountsAreWhole(t *testing.T) {
	for width := 300.0; width < 360; width += 7 {
		var marks []engine.Mark
		for range 2 * maxRows {
			marks = append(marks, engine.Mark{X: 0}, engine.Mark{X: 1})
		}
		place := func(x float64) float64 { return 2 + x*(width-4) }
		for _, s := range planMarks(marks, place, width, width) {
			if s.count > 0 && (s.x < s.half() || s.x > width-s.half()) {
				t.Errorf("%g pixels wide: a number stands at %g", width, s.x)
			}
		}
	}
}
