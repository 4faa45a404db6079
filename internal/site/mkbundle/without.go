package main

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"parallax/internal/site"
)

// taggerless stands for all of internal/dates but its types: a tagger that
// finds nothing.
const taggerless = `package dates

import "time"

func Find(string, time.Time) []Mention { return nil }

func Denied(string) bool { return false }

func Instead(string) bool { return false }

func Merge([]Mention) Value { return Value{} }

func MonthNamed(string) int { return 0 }

func Publication(sources []Source, _ bool) []Claim { return make([]Claim, len(sources)) }

func Understood(string) bool { return true }
`

// taggerSize prints how much smaller the packed program is with a tagger of
// dates that finds nothing: what the tagger adds to the first visit.
func taggerSize(work, modfile string, quality int, with []byte, out io.Writer) error {
	const types = "value.go"
	sources, err := filepath.Glob("internal/dates/*.go")
	if err != nil {
		return err
	}
	stub, err := filepath.Abs(filepath.Join(work, "taggerless.go.txt"))
	if err != nil {
		return err
	}
	if err := os.WriteFile(stub, []byte(taggerless), 0o644); err != nil {
		return err
	}
	replace := make(map[string]string) // as go build -overlay has it; "" is a file that is not there
	for _, name := range sources {
		path, err := filepath.Abs(name)
		if err != nil {
			return err
		}
		if base := filepath.Base(name); base != types && !strings.HasSuffix(base, "_test.go") {
			replace[path] = ""
		}
	}
	dir, err := filepath.Abs("internal/dates")
	if err != nil {
		return err
	}
	replace[filepath.Join(dir, "taggerless.go")] = stub
	list, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return err
	}
	overlay := filepath.Join(work, "taggerless.json")
	if err := os.WriteFile(overlay, list, 0o644); err != nil {
		return err
	}
	arguments := append(buildArguments("taggerless00", modfile, "-s -w"), "-overlay", overlay)
	wasm, err := compiled(filepath.Join(work, "taggerless.wasm"), arguments)
	if err != nil {
		return fmt.Errorf("compiling the reader without its tagger: %w", err)
	}
	wasm = smaller(wasm)
	sum := sha256.Sum256(wasm)
	without, err := kept(filepath.Join(work, fmt.Sprintf("taggerless-%x-%d.br", sum[:8], quality)), func() ([]byte, error) { return site.Brotli(wasm, quality), nil })
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "%-44s %9d\n", "the tagger of dates adds, bytes of brotli", len(with)-len(without))
	return nil
}
