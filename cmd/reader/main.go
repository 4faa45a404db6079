//go:build js

// Command reader is the program that runs in the browser, twice from one
// download: in the page it shows the screens, in a Worker it is the engine.
package main

import (
	"encoding/json"
	"errors"
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
		refuse(page, "its program", fmt.Sprintf("program %s, page %s", build, theirs))
		return
	}
	port := page.Get("port")
	if js.Global().Get("document").Truthy() {
		app.Run(worker.Connect(port), page.Get("base").String())
		return
	}
	port.Call("postMessage", "begun")
	pack, err := open(page.Get("pack"), page.Get("stamp"))
	if errors.Is(err, errMixed) {
		refuse(page, "its collection", err.Error())
		return
	}
	var d *dossier.Dossier
	if err == nil {
		d, err = dossier.New(pack)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "parallax:", err)
		return
	}
	worker.Serve(port, engine.New(d))
}

// refuse says that the page came with a part of another version.
func refuse(page js.Value, part, why string) {
	fmt.Fprintln(os.Stderr, "parallax:", why)
	page.Call("refuse", part)
}

// errMixed says that a collection belongs to another program or other pages.
var errMixed = errors.New("collection of another version")

// open reads the collection that the page brought with its stamp, or the one
// in this program.
func open(brought, stamp js.Value) (dossier.Pack, error) {
	if !brought.Truthy() {
		return data.Pack()
	}
	encoded := make([]byte, brought.Get("length").Int())
	js.CopyBytesToGo(encoded, brought)
	var parcel dossier.Parcel
	if err := json.Unmarshal(encoded, &parcel); err != nil {
		return dossier.Pack{}, fmt.Errorf("collection of %d bytes: %w", len(encoded), err)
	}
	if parcel.Build != build || parcel.Stamp != stamp.String() {
		return dossier.Pack{}, fmt.Errorf("build %s, stamp %s: %w", parcel.Build, parcel.Stamp, errMixed)
	}
	return parcel.Pack, nil
}
