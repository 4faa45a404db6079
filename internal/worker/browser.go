//go:build js

package worker

import (
	"encoding/json"
	"fmt"
	"syscall/js"

	"parallax/internal/engine"
)

// Connect returns a client of the Worker at the other end of port, a
// MessagePort. The Worker posts bytes for replies; anything else means that it
// stopped.
func Connect(port js.Value) *Client {
	c := NewClient(func(message []byte) { port.Call("postMessage", toJS(message)) })
	port.Set("onmessage", js.FuncOf(func(_ js.Value, args []js.Value) any {
		if data := args[0].Get("data"); data.Type() == js.TypeObject {
			c.Receive(toGo(data))
		} else {
			c.Break("The part of the reader that finds the answers stopped. Reload the page to go on.")
		}
		return nil
	}))
	return c
}

// Serve answers the requests that come through port, one after the other, for
// as long as the Worker lives. The port keeps what came before Serve was called.
// The start screen is ready made in home, as JSON; what else is asked for waits
// until open has made the engine.
func Serve(port js.Value, home []byte, open func() *engine.Engine) {
	requests := make(chan []byte, len(kinds))
	port.Set("onmessage", js.FuncOf(func(_ js.Value, args []js.Value) any {
		// The page has one request of each kind under way at most, so the
		// channel never fills and the event returns at once.
		requests <- toGo(args[0].Get("data"))
		return nil
	}))
	for message := range requests {
		var req Request
		var reply Reply
		err := json.Unmarshal(message, &req)
		switch {
		case err != nil:
			reply.Error = fmt.Sprintf("request of %d bytes: %v", len(message), err)
		case req.Kind == Home:
			reply = Reply{Seq: req.Seq, Kind: Home, Found: true, Body: home}
		default:
			reply = Answer(open(), req)
		}
		encoded, err := encodeReply(reply)
		if err != nil {
			panic(err) // a Reply is strings and numbers only
		}
		bytes := toJS(encoded)
		port.Call("postMessage", bytes, []any{bytes.Get("buffer")})
	}
}

func toJS(b []byte) js.Value {
	array := js.Global().Get("Uint8Array").New(len(b))
	js.CopyBytesToJS(array, b)
	return array
}

func toGo(array js.Value) []byte {
	b := make([]byte, array.Get("length").Int())
	js.CopyBytesToGo(b, array)
	return b
}
