//go:build linux

package main

import (
	"bufio"
	"io"
	"net"
	"slices"
	"time"
)

// slowReaders is how many ask for the program and then read none of it.
const slowReaders = 200

// latency returns the 99th percentile, in milliseconds, of how long one client
// waits for path, asking count times.
func (s *server) latency(path string, count int) (float64, error) {
	conn, err := net.DialTimeout("tcp", s.addr, patience)
	if err != nil {
		return 0, err
	}
	defer conn.Close()
	in := bufio.NewReader(conn)
	waits := make([]time.Duration, count)
	for i := range waits {
		if err := conn.SetDeadline(time.Now().Add(patience)); err != nil {
			return 0, err
		}
		asked := time.Now()
		if _, err := exchange(conn, in, s.addr, path, ""); err != nil {
			return 0, err
		}
		waits[i] = time.Since(asked)
	}
	slices.Sort(waits)
	return waits[count*99/100].Seconds() * 1000, nil
}

// latencyBesideSlow is latency while n others read nothing of large.
func (s *server) latencyBesideSlow(n int, large, path string, count int) (float64, error) {
	conns, err := s.open(n, func(conn net.Conn) error {
		_, err := io.WriteString(conn, "GET "+large+" HTTP/1.1\r\nHost: "+s.addr+"\r\nAccept-Encoding: gzip\r\n\r\n")
		return err
	})
	defer closeAll(conns)
	if err != nil {
		return 0, err
	}
	return s.latency(path, count)
}
