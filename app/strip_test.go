package app

import (
	"testing"

	"parallax/internal/engine"
)

// TestTicksStandApart holds that no label of the axis runs into another, on
// either side of a break in the scale too.
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
	} {
		t.Run(tt.name, func(t *testing.T) {
			for width := 240.0; width <= 1200; width += 20 {
				plan := planStrip(engine.Strip{Zones: tt.zones}, width, whole)
				free, drawn, before := -100.0, 0, ""
				for _, z := range plan.zones {
					for _, tick := range z.ticks {
						if tick.from < free {
							t.Errorf("%g pixels wide: %q begins at %g, within %q which ends at %g", width, tick.words, tick.from, before, free)
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
