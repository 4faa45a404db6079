//go:build linux

package main

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"sync"
	"time"
)

// clients is how many connections ask at once.
const clients = 4

// measure sends the requests of w and returns what one costs the server, in
// microseconds of processor time.
func (s *server) measure(w work) (float64, error) {
	tag := ""
	if w.fresh {
		response, err := s.ask(w.path, "")
		if err != nil {
			return 0, err
		}
		if tag = response.Header.Get("ETag"); tag == "" {
			return 0, fmt.Errorf("no ETag")
		}
	}
	if err := s.load(w, tag, max(w.count/20, clients)); err != nil { // to warm up
		return 0, err
	}
	before, err := s.processorTime()
	if err != nil {
		return 0, err
	}
	if err := s.load(w, tag, w.count); err != nil {
		return 0, err
	}
	after, err := s.processorTime()
	return float64((after - before).Microseconds()) / float64(w.count), err
}

// load sends count requests over a few connections and reads the answers.
func (s *server) load(w work, tag string, count int) error {
	var wait sync.WaitGroup
	faults := make(chan error, clients)
	for range clients {
		wait.Go(func() { faults <- s.client(w, tag, count/clients) })
	}
	wait.Wait()
	for range clients {
		if err := <-faults; err != nil {
			return err
		}
	}
	return nil
}

func (s *server) client(w work, tag string, count int) error {
	conn, err := net.Dial("tcp", s.addr)
	if err != nil {
		return err
	}
	defer conn.Close()
	in := bufio.NewReaderSize(conn, 64<<10)
	want := http.StatusOK
	if tag != "" {
		want = http.StatusNotModified
	}
	for range count {
		if err := conn.SetDeadline(time.Now().Add(patience)); err != nil {
			return err
		}
		response, err := exchange(conn, in, s.addr, w.path, tag)
		if err != nil {
			return err
		}
		if response.StatusCode != want {
			return fmt.Errorf("%s %s: %s", s.name, w.path, response.Status)
		}
	}
	return nil
}

// ask sends one request on a connection of its own.
func (s *server) ask(path, tag string) (*http.Response, error) {
	conn, err := net.DialTimeout("tcp", s.addr, patience)
	if err != nil {
		return nil, err
	}
	defer conn.Close()
	return exchange(conn, bufio.NewReader(conn), s.addr, path, tag)
}

// exchange sends a request as a browser does and reads the answer to its end.
func exchange(conn net.Conn, in *bufio.Reader, host, path, tag string) (*http.Response, error) {
	request := "GET " + path + " HTTP/1.1\r\nHost: " + host +
		"\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64)\r\nAccept: text/html,*/*;q=0.8\r\nAccept-Language: en\r\nAccept-Encoding: gzip\r\n"
	if tag != "" {
		request += "If-None-Match: " + tag + "\r\n"
	}
	if _, err := io.WriteString(conn, request+"\r\n"); err != nil {
		return nil, err
	}
	response, err := http.ReadResponse(in, nil)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	_, err = io.Copy(io.Discard, response.Body)
	return response, err
}

// memoryWithIdle opens n connections that each asked once and now do nothing,
// and returns the server's memory in kB.
func (s *server) memoryWithIdle(n int) (float64, error) {
	conns, err := s.open(n, func(conn net.Conn) error {
		_, err := exchange(conn, bufio.NewReader(conn), s.addr, smallPage, "")
		return err
	})
	defer closeAll(conns)
	if err != nil {
		return 0, err
	}
	return s.memory()
}

// open opens n connections and begins each. The caller closes those returned,
// also with an error.
func (s *server) open(n int, begin func(net.Conn) error) ([]net.Conn, error) {
	conns := make([]net.Conn, 0, n)
	for range n {
		conn, err := net.DialTimeout("tcp", s.addr, patience)
		if err != nil {
			return conns, err
		}
		conns = append(conns, conn)
		if err := begin(conn); err != nil {
			return conns, err
		}
	}
	return conns, nil
}

func closeAll(conns []net.Conn) {
	for _, c := range conns {
		_ = c.Close()
	}
}
