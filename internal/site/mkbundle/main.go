// Command mkbundle compiles the reader and makes the site that the program
// parallax carries. It is a step of `make build`.
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sort"
	"strings"

	"github.com/spf13/pflag"

	"parallax/data"
	"parallax/internal/site"
)

func main() {
	into := pflag.String("into", "internal/site/bundle/files", "folder of the bundle")
	work := pflag.String("work", "build", "folder for what can be made again")
	quality := pflag.Int("brotli", 11, "quality of the compression, 0 to 11")
	traces := pflag.Bool("traces", false, "keep the files and lines that are printed when the reader crashes")
	sizes := pflag.Bool("sizes", false, "print what a first visit loads")
	pflag.Parse()
	if err := run(*into, *work, *quality, *traces, *sizes, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "mkbundle:", err)
		os.Exit(1)
	}
}

func run(into, work string, quality int, traces, sizes bool, out io.Writer) error {
	if err := os.MkdirAll(work, 0o755); err != nil {
		return err
	}
	modfile, err := slim(work)
	if err != nil {
		// It works all the same, with 0.4 MB more to download.
		fmt.Fprintln(os.Stderr, "mkbundle: WARNING: the reader is compiled with the whole of go-app:", err)
		modfile = ""
	}
	program, err := compile(work, modfile, quality, traces)
	if err != nil {
		return err
	}
	all, err := components()
	if err != nil {
		return err
	}
	program.Licences = licenceList(all)
	if program.Bill, err = billOfMaterials(program.Build, all); err != nil {
		return err
	}
	pack, err := data.Pack()
	if err != nil {
		return err
	}
	s, err := site.Build(pack, program, site.Options{Base: "/", Own: true, Quality: quality})
	if err != nil {
		return err
	}
	if err := empty(into); err != nil {
		return err
	}
	if err := s.WriteBundle(into, program); err != nil {
		return err
	}
	if !sizes {
		return nil
	}
	s.Sizes(out)
	if err := packageSizes(work, modfile, out); err != nil {
		return err
	}
	return taggerSize(work, modfile, quality, program.Brotli, out)
}

// compile makes the wasm, with the build number of its sources linked in.
func compile(work, modfile string, quality int, traces bool) (site.Program, error) {
	build, err := sourcesHash(modfile != "")
	if err != nil {
		return site.Program{}, err
	}
	wasm, err := compiled(filepath.Join(work, "app.wasm"), buildArguments(build, modfile, "-s -w"))
	if err != nil {
		return site.Program{}, fmt.Errorf("compiling the reader: %w", err)
	}
	if !traces {
		wasm = smaller(wasm)
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return site.Program{}, fmt.Errorf("go env GOROOT: %w", err)
	}
	runtime, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return site.Program{}, err
	}
	p := site.Program{Build: build, Wasm: wasm, Runtime: runtime}
	p.Brotli, p.Gzip, err = pack(work, wasm, quality)
	return p, err
}

// inlined are the packages whose functions are inlined in the wasm: Go's runtime
// with its maps, by which all of the reader takes a third less time and which is
// smaller so, and those that search spends its time in. Without inlining
// elsewhere a tenth less goes over the wire, and no screen is measurably slower.
var inlined = []string{"runtime", "internal/runtime/maps", "parallax/internal/text", "parallax/internal/search"}

// buildArguments are those of the go command that compiles the reader.
func buildArguments(build, modfile, strip string) []string {
	arguments := []string{"-trimpath", "-buildvcs=false", "-ldflags=" + strip + " -buildid= -X main.build=" + build, "-gcflags=all=-l"}
	for _, path := range inlined {
		arguments = append(arguments, "-gcflags="+path+"=")
	}
	if modfile != "" {
		arguments = append(arguments, "-modfile", modfile)
	}
	return arguments
}

// compiled is the wasm of the reader, compiled into the file of that name.
func compiled(name string, arguments []string) ([]byte, error) {
	cmd := exec.Command("go", slices.Concat([]string{"build", "-o", name}, arguments, []string{"./cmd/reader"})...)
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if said, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%w\n%s", err, said)
	}
	return os.ReadFile(name)
}

// smaller returns the wasm shrunk, or as it is if Go has changed how it writes
// one: it works all the same, with 0.3 MB more to download.
func smaller(wasm []byte) []byte {
	shrunk, err := shrink(wasm)
	if err != nil {
		fmt.Fprintln(os.Stderr, "mkbundle: WARNING: the reader stays as large as it was compiled:", err)
		return wasm
	}
	return shrunk
}

// sourcesHash returns 12 hex digits that change with any source of the reader:
// its packages with all they import, and the scripts that start it.
func sourcesHash(slimmed bool) (string, error) {
	cmd := exec.Command("go", "list", "-deps", "-json=Dir,GoFiles,EmbedFiles,ImportPath,Module,Standard", "./cmd/reader")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	cmd.Stderr = os.Stderr
	listed, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("go list ./cmd/reader: %w", err)
	}
	version, err := exec.Command("go", "env", "GOVERSION").Output()
	if err != nil {
		return "", fmt.Errorf("go env GOVERSION: %w", err)
	}
	scripts, err := filepath.Glob("web/*.js")
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	fmt.Fprintf(sum, "%s slimmed=%t\n", version, slimmed)
	for dec := json.NewDecoder(bytes.NewReader(listed)); ; {
		var p struct {
			Dir, ImportPath     string
			GoFiles, EmbedFiles []string
			Standard            bool
			Module              *struct {
				Version string
				Main    bool
			}
		}
		err := dec.Decode(&p)
		if err == io.EOF {
			break
		}
		if err != nil {
			return "", fmt.Errorf("go list: %w", err)
		}
		if p.Standard {
			continue
		}
		if p.Module == nil || !p.Module.Main {
			if p.Module != nil {
				fmt.Fprintf(sum, "%s %s\n", p.ImportPath, p.Module.Version)
			}
			continue
		}
		for _, name := range append(p.GoFiles, p.EmbedFiles...) {
			if err := add(sum, p.ImportPath+"/"+name, filepath.Join(p.Dir, name)); err != nil {
				return "", err
			}
		}
	}
	sort.Strings(scripts)
	for _, name := range scripts {
		if err := add(sum, name, name); err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(sum.Sum(nil))[:12], nil
}

func add(sum io.Writer, name, file string) error {
	b, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(sum, "%s %x\n", name, sha256.Sum256(b))
	return err
}

// empty removes what an earlier run left in dir, all but .gitignore.
func empty(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		if entry.Name() == ".gitignore" {
			continue
		}
		if err := os.RemoveAll(filepath.Join(dir, entry.Name())); err != nil {
			return err
		}
	}
	return nil
}
