package main

import (
	"encoding/binary"
	"errors"
	"strings"
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
	var ix *search.Index
	reply := page.Get("Uint8Array").New(4 * 10) // the articles found; replies are bytes, as the Worker's are
	page.Set("parallaxBuild", js.FuncOf(func(_ js.Value, args []js.Value) any {
		texts := strings.Split(string(bytesOf(args[0])), "\x00")
		var b search.Builder
		for i := 0; i+1 < len(texts); i += 2 {
			doc := newDoc(article{texts[i], texts[i+1]})
			b.Add(&doc)
		}
		data := b.Encode()
		array := js.Global().Get("Uint8Array").New(len(data))
		js.CopyBytesToJS(array, data)
		return array
	}))
	page.Set("parallaxLoad", js.FuncOf(func(_ js.Value, args []js.Value) any {
		var err error
		if ix, err = search.Decode(bytesOf(args[0])); err != nil {
			return err.Error()
		}
		return nil
	}))
	page.Set("parallaxSearch", js.FuncOf(func(_ js.Value, args []js.Value) any {
		r := ix.Search(args[0].String(), search.Options{Bare: true})
		numbers := make([]byte, 0, 4*len(r.Hits))
		for _, h := range r.Hits {
			numbers = binary.LittleEndian.AppendUint32(numbers, uint32(h.Doc))
		}
		js.CopyBytesToJS(reply, numbers)
		return len(r.Hits)
	}))
	page.Call("parallaxReady", reply)
	select {}
}

func bytesOf(array js.Value) []byte {
	data := make([]byte, array.Get("length").Int())
	js.CopyBytesToGo(data, array)
	return data
}

func comparePeers([]article, questions) error { return errors.New("the peers are measured natively") }
