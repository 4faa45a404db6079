//go:build !js

package main

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/chromedp/cdproto/heapprofiler"
	cdp "github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

func inPage() bool { return false }

//go:embed peers.mjs
var peersScript []byte

//go:embed pagefind.mjs
var pagefindScript []byte

// The packages measured, by the versions that the table speaks of.
var packages = []string{"minisearch@7.2.0", "flexsearch@0.8.212", "lunr@2.3.9", "pagefind@1.6.0", "esbuild@0.28.2"}

const (
	budget   = 20 * time.Second // for the queries of an engine, and for each way to look for articles
	patience = 10 * time.Minute // for all of one engine
	quality  = 9                // of Brotli, for all
)

// peer is one engine's row of the table.
type peer struct {
	name    string
	build   float64 // milliseconds
	packed  int     // bytes of the index as sent
	memory  float64 // bytes after loading and searching
	trouble error

	Load    float64   `json:"load"` // milliseconds
	Times   []float64 `json:"times"`
	Wasm    float64   `json:"wasm"` // bytes
	Quality map[string]struct {
		MRR float64 `json:"mrr"`
		N   int     `json:"n"`
	} `json:"quality"`
}

// comparePeers measures the search beside its peers, all in one browser, each
// in pages of its own, on the same articles and queries, and prints a table.
func comparePeers(articles []article, q questions) error {
	dir, err := os.MkdirTemp("", "search-peers")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	b := bench{dir: dir, indexes: map[string][]byte{}}
	if err := b.prepare(articles, q); err != nil {
		return err
	}
	address, err := b.serve()
	if err != nil {
		return err
	}
	fmt.Printf("\n%-11s %8s %9s %8s %8s %8s %8s %9s  %s\n", "in Chromium", "build s", "index MB", "load ms", "p50 ms", "p95 ms", "p99 ms", "memory MB", "MRR@10: three words, two typing errors, title cut short")
	for _, name := range []string{"parallax", "flexsearch", "minisearch", "lunr", "pagefind"} {
		p := peer{name: name}
		p.trouble = b.measure(&p, address)
		p.print()
	}
	return nil
}

func (p *peer) print() {
	if p.trouble != nil {
		fmt.Printf("%-11s %v\n", p.name, p.trouble)
		return
	}
	slices.Sort(p.Times)
	at := func(share float64) float64 { return p.Times[min(len(p.Times)-1, int(float64(len(p.Times))*share))] }
	fmt.Printf("%-11s %8.1f %9.2f %8.0f %8.2f %8.2f %8.2f %9.1f ", p.name, p.build/1e3, float64(p.packed)/1e6, p.Load, at(.5), at(.95), at(.99), p.memory/1e6)
	for _, way := range []string{"body", "typo", "prefix"} {
		fmt.Printf(" %.3f (%d)", p.Quality[way].MRR, p.Quality[way].N)
	}
	fmt.Println()
}

// bench is a folder of files, served to a browser.
type bench struct {
	dir string

	mu      sync.Mutex
	indexes map[string][]byte
}

// prepare fetches the peers and writes what the page reads.
func (b *bench) prepare(articles []article, q questions) error {
	type doc struct {
		N     int    `json:"n"`
		Title string `json:"title"`
		Body  string `json:"body"`
	}
	docs := make([]doc, len(articles))
	for i, a := range articles {
		docs[i] = doc{i, a.Title, a.Body}
	}
	for name, v := range map[string]any{"docs.json": docs, "queries.json": q, "package.json": map[string]any{"private": true}} {
		data, err := json.Marshal(v)
		if err != nil {
			return err
		}
		if err := b.write(name, data); err != nil {
			return err
		}
	}
	root, err := b.run(nil, "go", "env", "GOROOT")
	if err != nil {
		return err
	}
	support, err := os.ReadFile(filepath.Join(root, "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return err
	}
	for name, data := range map[string][]byte{
		"peers.mjs": peersScript, "pagefind.mjs": pagefindScript, "wasm_exec.js": support,
		"index.html": []byte(`<!doctype html><title>search</title><script src="/wasm_exec.js"></script><script type="module" src="/page.js"></script>`),
	} {
		if err := b.write(name, data); err != nil {
			return err
		}
	}
	if _, err := b.run(nil, "npm", append([]string{"install", "--no-save", "--silent", "--no-audit", "--no-fund"}, packages...)...); err != nil {
		return err
	}
	if _, err := b.run(nil, filepath.Join("node_modules", ".bin", "esbuild"), "peers.mjs", "--bundle", "--minify", "--format=esm", "--external:/pagefind/*", "--outfile=page.js", "--log-level=error"); err != nil {
		return err
	}
	// Compiled as the reader is: inlined are only the packages that search spends its time in.
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w",
		"-gcflags=all=-l", "-gcflags=parallax/internal/text=", "-gcflags=parallax/internal/search=", "-o", filepath.Join(b.dir, "bench.wasm"), "./internal/search/bench")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	cmd.Stderr = os.Stderr
	return cmd.Run()
}

func (b *bench) write(name string, data []byte) error {
	return os.WriteFile(filepath.Join(b.dir, name), data, 0o666)
}

// run runs a program in the folder and returns what it says.
func (b *bench) run(in io.Reader, name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Stdin, cmd.Stderr = b.dir, in, os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("%s %v: %w", name, args, err)
	}
	return strings.TrimSpace(string(out)), nil
}

// serve serves the folder, and keeps the indexes that pages make. The headers
// let the page read the time to 5 µs.
func (b *bench) serve() (address string, err error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	files := http.FileServer(http.Dir(b.dir))
	mux := http.NewServeMux()
	mux.HandleFunc("/index/{name}", func(w http.ResponseWriter, r *http.Request) {
		b.mu.Lock()
		defer b.mu.Unlock()
		if r.Method == http.MethodPost {
			b.indexes[r.PathValue("name")], _ = io.ReadAll(r.Body) // a short one fails to load
		}
		_, _ = w.Write(b.indexes[r.PathValue("name")])
	})
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cross-Origin-Opener-Policy", "same-origin")
		w.Header().Set("Cross-Origin-Embedder-Policy", "require-corp")
		files.ServeHTTP(w, r)
	})
	server := http.Server{Handler: mux, ReadHeaderTimeout: time.Minute}
	go func() { _ = server.Serve(listener) }()
	return "http://" + listener.Addr().String() + "/", nil
}

// measure builds the index of p in one page and searches it in another, so
// that the memory is that of searching.
func (b *bench) measure(p *peer, address string) error {
	if p.name == "pagefind" {
		took, err := b.run(nil, "node", "pagefind.mjs", "docs.json", "pagefind")
		if err != nil {
			return err
		}
		if p.build, err = strconv.ParseFloat(took, 64); err != nil {
			return err
		}
		if p.packed, err = folderSize(filepath.Join(b.dir, "pagefind")); err != nil {
			return err
		}
	} else {
		if err := inBrowser(address, fmt.Sprintf("build(%q)", p.name), &p.build, nil); err != nil {
			return err
		}
		p.packed = packedSize(b.indexes[p.name])
	}
	if err := inBrowser(address, fmt.Sprintf("measure(%q, %d)", p.name, budget.Milliseconds()), p, &p.memory); err != nil {
		return err
	}
	p.memory += p.Wasm
	return nil
}

// inBrowser opens a page in a new browser, awaits what an expression gives and
// returns the heap of the page after that.
func inBrowser(address, expression string, into any, heap *float64) error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox, chromedp.DisableGPU, chromedp.Flag("disable-dev-shm-usage", true))
	ctx, stop := chromedp.NewExecAllocator(ctx, options...)
	defer stop()
	ctx, end := chromedp.NewContext(ctx)
	defer end()
	var ready bool
	actions := []chromedp.Action{
		chromedp.Navigate(address),
		chromedp.Poll("Boolean(window.measure)", &ready),
		chromedp.Evaluate(expression, into, func(e *cdp.EvaluateParams) *cdp.EvaluateParams { return e.WithAwaitPromise(true) }),
	}
	if heap != nil {
		actions = append(actions, heapprofiler.CollectGarbage(), chromedp.ActionFunc(func(ctx context.Context) error {
			used, _, _, _, err := cdp.GetHeapUsage().Do(ctx)
			*heap = used
			return err
		}))
	}
	return chromedp.Run(ctx, actions...)
}

// packedSize is how many bytes a server would send.
func packedSize(data []byte) int {
	var packed bytes.Buffer
	w := brotli.NewWriterOptions(&packed, brotli.WriterOptions{Quality: quality, LGWin: 24})
	_, _ = w.Write(data) // to memory
	_ = w.Close()
	return packed.Len()
}

// folderSize adds up the files of a folder; pagefind's are packed as they are.
func folderSize(dir string) (bytes int, err error) {
	err = filepath.Walk(dir, func(_ string, info os.FileInfo, err error) error {
		if err == nil && !info.IsDir() {
			bytes += int(info.Size())
		}
		return err
	})
	return bytes, err
}
