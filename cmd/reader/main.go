//go:build js

// Command reader is the program that runs in the browser, twice from one
// download: in the page it shows the screens, in a Worker it is the engine.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"sync"
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
		refuse(page, "its program", fmt.Sprintf("program %s, page %s", build, theirs))
		return
	}
	home, ok := unseal(page, "home")
	if !ok {
		refuse(page, "its start screen", "start screen of another version")
		return
	}
	port := page.Get("port")
	if js.Global().Get("document").Truthy() {
		if err := app.Run(worker.Connect(port), page.Get("base").String(), home); err != nil {
			refuse(page, "its start screen", err.Error())
		}
		return
	}
	var encoded []byte
	if page.Get("pack").Truthy() {
		if encoded, ok = unseal(page, "pack"); !ok {
			refuse(page, "its collection", "collection of another version")
			return
		}
	}
	rehearsal := app.Rehearse(home) // while the page waits: both at once would be in each other's way
	page.Call("begun")
	worker.Serve(port, worker.NewServer(sync.OnceValue(func() *engine.Engine {
		d, err := open(encoded)
		if err != nil {
			fmt.Fprintln(os.Stderr, "parallax:", err)
			os.Exit(1) // the page is told that the engine stopped
		}
		return engine.New(d)
	}), rehearsal.Next))
}

// refuse says that the page came with a part of another version.
func refuse(page js.Value, part, why string) {
	fmt.Fprintln(os.Stderr, "parallax:", why)
	page.Call("refuse", part)
}

// unseal returns what the page brought under a name.
func unseal(page js.Value, name string) (content []byte, ok bool) {
	brought := page.Get(name)
	sealed := make([]byte, brought.Get("length").Int())
	js.CopyBytesToGo(sealed, brought)
	return dossier.Unseal(sealed, build, page.Get("stamp").String())
}

// open reads the collection that the page brought, or without one that in
// this program.
func open(encoded []byte) (*dossier.Dossier, error) {
	if encoded == nil {
		pack, err := data.Pack()
		if err != nil {
			return nil, err
		}
		return dossier.New(pack)
	}
	var pack dossier.Pack
	if err := json.Unmarshal(encoded, &pack); err != nil {
		return nil, fmt.Errorf("collection of %d bytes: %w", len(encoded), err)
	}
	return dossier.New(pack)
}
