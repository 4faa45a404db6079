package worker

import (
	"encoding/json"
	"fmt"
	"slices"

	"parallax/internal/engine"
)

// A Server answers requests one after the other. While nothing is asked it has
// the engine read on, part by part. An answer for which much is still to be
// read is drafted at once and given in full when that is read.
type Server struct {
	open     func() *engine.Engine // makes the engine, once
	reading  bool                  // there may be more to read
	drafted  []Request             // to be answered in full, the newest of each kind
	rehearse func(answer func(Request) Reply) (more bool)
}

// NewServer returns a server. What is asked for first waits until open has made
// the engine. When all is read, rehearse is called with what may be asked next,
// until there is no more.
func NewServer(open func() *engine.Engine, rehearse func(answer func(Request) Reply) (more bool)) *Server {
	return &Server{open: open, rehearse: rehearse}
}

// take answers the encoded request.
func (s *Server) take(message []byte) Reply {
	var req Request
	if err := json.Unmarshal(message, &req); err != nil {
		return Reply{Error: fmt.Sprintf("request of %d bytes: %v", len(message), err)}
	}
	e := s.open()
	s.drafted = slices.DeleteFunc(s.drafted, func(old Request) bool { return old.Kind == req.Kind })
	if reply, ok := draft(e, req); ok {
		s.drafted, s.reading = append(s.drafted, req), true
		return reply
	}
	if req.Kind == Prepare {
		s.reading = true
	}
	return Answer(e, req)
}

// idle reports whether there is nothing to do until something is asked.
func (s *Server) idle() bool { return !s.reading && len(s.drafted) == 0 }

// work does a part of what there is to do, a fraction of a second's work. It
// returns a reply if one is ready.
func (s *Server) work() (reply Reply, ok bool) {
	for n, req := range s.drafted {
		if e := s.open(); !s.reading || !slow(e, req) {
			s.drafted = slices.Delete(s.drafted, n, n+1)
			return Answer(e, req), true
		}
	}
	if s.reading {
		s.reading = s.readOn()
	}
	return Reply{}, false
}

// readOn has the engine read on, then rehearses, and reports whether there is
// more. What cannot be read is read again, and the fault said, when it is asked
// for.
func (s *Server) readOn() (more bool) {
	defer func() {
		if recover() != nil {
			more = false
		}
	}()
	e := s.open()
	return e.Prepare() || s.rehearse(func(req Request) Reply { return Answer(e, req) })
}
