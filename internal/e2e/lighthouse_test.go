package e2e

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"parallax/internal/site"
)

// lighthouse is where make bench puts the program.
const lighthouse = "../../build/lighthouse/node_modules/.bin/lighthouse"

// BenchmarkLighthouse has Lighthouse look at the start page five times, as on a
// phone, and prints the middle score of each category.
func BenchmarkLighthouse(b *testing.B) {
	program, err := filepath.Abs(lighthouse)
	must(b, err)
	if _, err := os.Stat(program); err != nil {
		b.Skip("no Lighthouse here: make bench fetches it where npm is")
	}
	s := serve(b, site.Handler(bundled(b)))
	const times = 5
	categories := []struct {
		id    string
		least float64
	}{{"performance", 95}, {"accessibility", 100}, {"best-practices", 100}, {"seo", 100}}
	for b.Loop() {
		scores := map[string][]float64{}
		for range times {
			cmd := exec.Command(program, s.url("/"), "--quiet", "--output=json",
				"--chrome-flags=--headless --no-sandbox --disable-gpu --disable-dev-shm-usage")
			cmd.Env = append(os.Environ(), "CHROME_PATH="+chromium(b))
			cmd.Dir = b.TempDir()
			said, err := cmd.Output()
			if err != nil {
				b.Fatalf("lighthouse: %v", err)
			}
			var report struct {
				Categories map[string]struct{ Score float64 }
			}
			must(b, json.Unmarshal(said, &report))
			for id, c := range report.Categories {
				scores[id] = append(scores[id], 100*c.Score)
			}
		}
		var words []string
		for _, c := range categories {
			got := middle(scores[c.id])
			words = append(words, fmt.Sprintf("%s %.0f (at least %.0f: %s)", c.id, got, c.least,
				map[bool]string{true: "kept", false: "MISSED"}[got >= c.least]))
		}
		b.Log("Lighthouse, middle of five: " + strings.Join(words, ", "))
	}
}
