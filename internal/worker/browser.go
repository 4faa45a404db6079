//go:build js

package worker

import (
	"syscall/js"
	"time"
)

// Connect returns a client of the Worker at the other end of port, a
// MessagePort. The Worker posts bytes for replies; anything else means that it
// stopped.
func Connect(port js.Value) *Client {
	c := newClient(func(message []byte) { port.Call("postMessage", toJS(message)) })
	port.Set("onmessage", js.FuncOf(func(_ js.Value, args []js.Value) any {
		if data := args[0].Get("data"); data.Type() == js.TypeObject {
			c.receive(toGo(data))
		} else {
			c.fail("The part of the reader that finds the answers stopped. Reload the page to go on.")
		}
		return nil
	}))
	return c
}

const (
	// drawing is how long the page is left alone with an answer before the Worker
	// reads on: a screen is drawn by then.
	drawing = 100 * time.Millisecond
	// bringing is how long the browser is given to bring what was asked.
	bringing = time.Millisecond
	// longestPiece is how long the Worker reads on without looking for questions,
	// but for a part that takes longer.
	longestPiece = 8 * time.Millisecond
)

// Serve has s answer the requests that come through port, for as long as the
// Worker lives. The port keeps what came before Serve was called.
func Serve(port js.Value, s *Server) {
	requests := make(chan []byte, len(kinds))
	port.Set("onmessage", js.FuncOf(func(_ js.Value, args []js.Value) any {
		// The page waits for an answer or a draft before it asks a question of
		// the same kind, so the channel never fills and the event returns at once.
		requests <- toGo(args[0].Get("data"))
		return nil
	}))
	post := func(reply Reply) {
		encoded, err := encodeReply(reply)
		if err != nil {
			panic(err) // a Reply is strings and numbers only
		}
		bytes := toJS(encoded)
		port.Call("postMessage", bytes, []any{bytes.Get("buffer")})
	}
	rest := bringing
	for {
		if s.idle() {
			post(s.take(<-requests))
			rest = drawing
			continue
		}
		select {
		case message := <-requests:
			post(s.take(message))
			rest = drawing
		case <-time.After(rest):
			rest = bringing
			began := time.Now()
			for !s.idle() && time.Since(began) < longestPiece {
				if reply, ok := s.work(); ok {
					post(reply)
					rest = drawing
					break
				}
			}
		}
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
