package site

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"testing"
	"time"
)

// listening starts a server of s with shorter patience, so that a test need
// not wait as long as the network may.
func listening(t *testing.T, s *Site, shorten func(*http.Server)) (addr string) {
	t.Helper()
	server := NewServer(s)
	shorten(server)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(func() { _ = server.Close() })
	return listener.Addr().String()
}

func TestSlowHeadersAreShed(t *testing.T) {
	if got := NewServer(small("/")).ReadHeaderTimeout; got <= 0 || got > 10*time.Second {
		t.Fatalf("headers may take %v", got)
	}
	addr := listening(t, small("/"), func(s *http.Server) { s.ReadHeaderTimeout = 100 * time.Millisecond })
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if _, err := io.WriteString(conn, "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: "); err != nil {
		t.Fatal(err)
	}
	if err := conn.SetReadDeadline(time.Now().Add(20 * time.Second)); err != nil {
		t.Fatal(err)
	}
	// The server may say what is wrong; then it hangs up.
	if _, err := io.ReadAll(conn); err != nil {
		t.Errorf("a client that never ends its headers is kept: %v", err)
	}
}

func TestSlowReadersAreShed(t *testing.T) {
	if got := NewServer(small("/")).WriteTimeout; got <= 0 || got > 5*time.Minute {
		t.Fatalf("answers may take %v", got)
	}
	// More than the buffers of both ends of a connection hold.
	s := &Site{Base: "/", Files: []File{newFile("large.png", bytes.Repeat([]byte("x"), 32<<20))}}
	shed := make(chan struct{})
	addr := listening(t, s, func(s *http.Server) {
		s.WriteTimeout = 100 * time.Millisecond
		s.ConnState = func(_ net.Conn, state http.ConnState) {
			if state == http.StateClosed {
				close(shed)
			}
		}
	})
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if _, err := fmt.Fprintf(conn, "GET /large.png HTTP/1.1\r\nHost: x\r\n\r\n"); err != nil {
		t.Fatal(err)
	}
	select {
	case <-shed:
	case <-time.After(20 * time.Second):
		t.Error("a client that reads nothing is kept")
	}
}

func TestOthersAreServedBesideSlowReaders(t *testing.T) {
	const slow, others = 100, 100
	page := newFile("small.html", []byte("<!DOCTYPE html>"))
	s := &Site{Base: "/", Files: []File{page, newFile("large.png", bytes.Repeat([]byte("x"), 8<<20))}}
	addr := listening(t, s, func(*http.Server) {})
	for range slow {
		conn, err := net.Dial("tcp", addr)
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		if _, err := fmt.Fprintf(conn, "GET /large.png HTTP/1.1\r\nHost: x\r\n\r\n"); err != nil {
			t.Fatal(err)
		}
	}
	client := &http.Client{Timeout: 20 * time.Second}
	for range others {
		response, err := client.Get("http://" + addr + "/small.html")
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(response.Body)
		response.Body.Close()
		if err != nil || !bytes.Equal(body, page.Body) {
			t.Fatalf("%q, %v", body, err)
		}
	}
}

func TestHugeHeadersAreRefused(t *testing.T) {
	addr := listening(t, small("/"), func(*http.Server) {})
	request, err := http.NewRequest(http.MethodGet, "http://"+addr+"/", nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("X-Huge", string(bytes.Repeat([]byte("x"), 64<<10)))
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusRequestHeaderFieldsTooLarge {
		t.Errorf("status %d, want 431", response.StatusCode)
	}
}

// The program is held packed; who takes no packed form gets it all the same.
func TestPackedOnlyIsUnpacked(t *testing.T) {
	wasm := bytes.Repeat([]byte("\x00asm"), 1000)
	f := newFile("assets/app.wasm", wasm)
	f.compress(5)
	f.Body = nil
	h := Handler(&Site{Base: "/", Files: []File{f}})
	w := ask(h, "GET", "/assets/app.wasm", "Range", "bytes=0-3")
	if w.Code != http.StatusOK || !bytes.Equal(w.Body.Bytes(), wasm) {
		t.Errorf("status %d with %d bytes, want 200 with %d", w.Code, w.Body.Len(), len(wasm))
	}
	if w := ask(h, "GET", "/assets/app.wasm", "Accept-Encoding", "gzip"); !bytes.Equal(w.Body.Bytes(), f.Gzip) {
		t.Error("the packed form is not given as it is")
	}
}
