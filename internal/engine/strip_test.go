package engine

import (
	"math"
	"slices"
	"strings"
	"testing"
	"time"
)

// publishedOn has one article of each day.
func publishedOn(t *testing.T, days string) []moment {
	var ms []moment
	for day := range strings.FieldsSeq(days) {
		at, err := time.Parse(time.DateOnly, day)
		if err != nil {
			t.Fatal(err)
		}
		ms = append(ms, moment{start: at, end: at.AddDate(0, 0, 1), ref: &ArticleRef{}})
	}
	return ms
}

// The axis is cut at the longest gaps, and a scale is true to the days,
// however many centuries they are: a time.Duration holds less than three.
func TestStretchesOverCenturies(t *testing.T) {
	for _, tt := range []struct {
		name, days string
		stretches  []int // moments in each
	}{
		{"one month long after three days", "1016-05-01 1453-05-29 1812-09-07 2020-09-27 2020-09-28 2020-09-29 2020-09-30 2020-10-01", []int{3, 5}},
		{"evenly", "1000-01-01 1200-01-01 1400-01-01 1600-01-01 1800-01-01 2000-01-01", []int{6}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []int
			for _, s := range stretches(publishedOn(t, tt.days)) {
				got = append(got, len(s.moments))
				if !s.scale {
					continue
				}
				marks := (&Engine{}).zone(&s, 1).Pubs
				step := marks[1].X - marks[0].X
				for i := 2; i < len(marks); i++ {
					if d := marks[i].X - marks[i-1].X; math.Abs(d-step) > 1e-3 {
						t.Errorf("a step of %.3f beside one of %.3f", d, step)
					}
				}
			}
			if !slices.Equal(got, tt.stretches) {
				t.Errorf("stretches of %v moments, want %v", got, tt.stretches)
			}
		})
	}
}

// Two weeks of news keep their scale between what is long past and plans of
// every few months, none of which is most of the time.
func TestStretchesBetweenFarPlans(t *testing.T) {
	const days = `1968-01-01 1997-01-01 2021-08-01 2022-01-01 2023-03-01 2024-11-01
		2025-05-21 2025-05-28 2025-06-02 2025-06-03 2025-06-04 2025-06-05 2025-06-06 2025-06-07 2025-06-08 2025-06-09
		2025-06-10 2025-06-12 2025-06-13 2025-06-14 2025-06-15 2025-06-16 2025-06-17 2025-07-01
		2025-09-03 2026-01-01 2026-05-28 2026-12-01 2045-12-31`
	var got []int
	for _, s := range stretches(publishedOn(t, days)) {
		got = append(got, len(s.moments))
	}
	if want := []int{6, 18, 5}; !slices.Equal(got, want) {
		t.Errorf("stretches of %v moments, want %v", got, want)
	}
}

// Narrowed to a few days, the timeline keeps their scale, whatever began long
// before and lasts.
func TestStretchesOfAFewDays(t *testing.T) {
	strip := karabakh(t).Timeline(Query{From: "2020-10-09", To: "2020-10-18"}, "").Strip
	var got []string
	for _, z := range strip.Zones {
		got = append(got, z.Label)
	}
	want := []string{"1992", "9–18 October 2020, to scale"}
	if !slices.Equal(got, want) {
		t.Errorf("zones %q, want %q", got, want)
	}
}
