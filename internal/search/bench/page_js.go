package main

import (
	"errors"
	"syscall/js"

	"parallax/internal/search"
)

// inPage serves a page that calls for the search, and reports whether there is
// a page: under Node there is none.
func inPage() bool {
	page := js.Global()
	if !page.Get("document").Truthy() {
		return false
	}
	var b search.Builder
	var ix *search.Index
	page.Set("parallaxAdd", js.FuncOf(func(_ js.Value, args []js.Value) any {
		doc := newDoc(article{args[0].String(), args[1].String()})
		b.Add(&doc)
		return nil
	}))
	page.Set("parallaxEncode", js.FuncOf(func(js.Value, []js.Value) any {
		data := b.Encode()
		array := js.Global().Get("Uint8Array").New(len(data))
		js.CopyBytesToJS(array, data)
		return array
	}))
	page.Set("parallaxLoad", js.FuncOf(func(_ js.Value, args []js.Value) any {
		data := make([]byte, args[0].Get("length").Int())
		js.CopyBytesToGo(data, args[0])
		var err error
		if ix, err = search.Decode(data); err != nil {
			return err.Error()
		}
		return nil
	}))
	page.Set("parallaxSearch", js.FuncOf(func(_ js.Value, args []js.Value) any {
		r := ix.Search(args[0].String(), search.Options{Bare: true})
		numbers := make([]any, len(r.Hits))
		for i, h := range r.Hits {
			numbers[i] = int(h.Doc)
		}
		return numbers
	}))
	page.Call("parallaxReady")
	select {}
}

func comparePeers([]article, questions) error { return errors.New("the peers are measured natively") }
