package worker

import (
	"encoding/json"
	"fmt"
	"sync"
)

// Client is the page's end of the line. Replies arrive in the goroutine of the
// browser's event; a caller that draws dispatches to its own.
type Client struct {
	post func(message []byte) // sends one encoded Request

	mu    sync.Mutex
	box   mailbox
	draw  map[Kind]func(Reply) // of the newest request of a kind
	broke string               // why the engine cannot answer any more; "" while it can
}

// newClient returns a client that sends its requests by post.
func newClient(post func(message []byte)) *Client {
	return &Client{post: post, draw: map[Kind]func(Reply){}}
}

// Ask sends req and calls draw with its reply, unless a newer request of the
// same kind is asked before the reply comes: then draw is never called. Where
// the answer takes long, draw is called with a draft first. A reply whose Error
// is set says in one sentence what went wrong.
func (c *Client) Ask(req Request, draw func(Reply)) {
	c.mu.Lock()
	if c.broke != "" {
		reply := Reply{Kind: req.Kind, Error: c.broke}
		c.mu.Unlock()
		draw(reply)
		return
	}
	c.draw[req.Kind] = draw
	next, send := c.box.ask(req)
	c.mu.Unlock()
	if send {
		c.send(next)
	}
}

// receive takes one message of the Worker.
func (c *Client) receive(message []byte) {
	reply, err := decodeReply(message)
	if err != nil {
		c.fail(err.Error())
		return
	}
	c.mu.Lock()
	next, send, newest := c.box.answered(reply)
	draw := c.draw[reply.Kind]
	if newest && !reply.Draft {
		delete(c.draw, reply.Kind)
	}
	c.mu.Unlock()
	if send {
		c.send(next)
	}
	if newest && draw != nil {
		draw(reply)
	}
}

// fail says that the engine stopped: everything that waits, and everything
// asked from now on, is answered with the reason.
func (c *Client) fail(reason string) {
	c.mu.Lock()
	if c.broke == "" {
		c.broke = reason
	}
	waiting := c.draw
	c.draw = map[Kind]func(Reply){}
	c.mu.Unlock()
	for _, kind := range kinds {
		if draw := waiting[kind]; draw != nil {
			draw(Reply{Kind: kind, Error: reason})
		}
	}
}

func (c *Client) send(req Request) {
	message, err := json.Marshal(req)
	if err != nil {
		// A Request is strings and numbers only.
		panic(fmt.Sprintf("request %d: %v", req.Seq, err))
	}
	c.post(message)
}
