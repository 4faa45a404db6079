//go:build js

// Command reader is the program that runs in the browser, twice from one
// download: in the page it shows the screens, in a Worker it is the engine.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"syscall/js"

	"parallax/app"
	"parallax/data"
	"parallax/internal/dossier"
	"parallax/internal/engine"
	"parallax/internal/worker"
)

// build is linked in and equals the build of the page that loads this program.
var build = "unknown"

func main() {
	page := js.Global().Get("parallax")
	if theirs := page.Get("build").String(); theirs != build {
		fmt.Fprintf(os.Stderr, "parallax: program %s, page %s\n", build, theirs)
		if refuse := page.Get("refuse"); refuse.Truthy() {
			refuse.Invoke("its program")
		}
		return
	}
	port := page.Get("port")
	if js.Global().Get("document").Truthy() {
		app.Run(worker.Connect(port), page.Get("base").String())
		return
	}
	d, err := open(page.Get("pack"))
	if err != nil {
		fmt.Fprintln(os.Stderr, "parallax:", err)
		return
	}
	worker.Serve(port, engine.New(d))
}

// open reads the dossier that the page brought, or the one in this program.
func open(brought js.Value) (*dossier.Dossier, error) {
	var pack dossier.Pack
	if !brought.Truthy() {
		var err error
		if pack, err = data.Pack(); err != nil {
			return nil, err
		}
	} else {
		encoded := make([]byte, brought.Get("length").Int())
		js.CopyBytesToGo(encoded, brought)
		if err := json.Unmarshal(encoded, &pack); err != nil {
			return nil, fmt.Errorf("collection of %d bytes: %w", len(encoded), err)
		}
	}
	return dossier.New(pack)
}
