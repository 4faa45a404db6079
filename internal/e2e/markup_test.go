package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestMarkup has html-validate read every static page.
func TestMarkup(t *testing.T) {
	program, err := filepath.Abs(checks + ".bin/html-validate")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(program); err != nil {
		missing(t, "no html-validate here: npm ci --prefix .ci")
	}
	config, err := filepath.Abs("../../.ci/htmlvalidate.mjs")
	if err != nil {
		t.Fatal(err)
	}
	into := t.TempDir()
	pages := 0
	for _, f := range bundled(t).Files {
		if filepath.Ext(f.Path) != ".html" {
			continue
		}
		pages++
		name := filepath.Join(into, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Body, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if pages < 10 {
		t.Fatalf("%d pages, want every screen and article", pages)
	}
	said, err := exec.Command(program, "--config", config, "--max-warnings", "0", filepath.Join(into, "**", "*.html")).CombinedOutput()
	if err != nil {
		t.Errorf("%v\n%s", err, said)
	}
}
