package site

import (
	"io"
	"log"
	"net/http"
	"time"
)

// NewServer returns a server of s that no client can hold up: headers and
// bodies must come soon, answers must be taken, and headers are short.
func NewServer(s *Site) *http.Server {
	return &http.Server{
		Handler:           Handler(s),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		// The program is some megabytes: 2 minutes are 20 kB a second.
		WriteTimeout:   2 * time.Minute,
		IdleTimeout:    time.Minute,
		MaxHeaderBytes: 16 << 10,
		// What clients do wrong is not the operator's business.
		ErrorLog: log.New(io.Discard, "", 0),
	}
}
