package worker

// mailbox holds, for each kind, the request that is being answered and the
// newest one asked meanwhile. However fast somebody types, the engine works on
// one request of a kind and one waits. A draft of an answer sets free the next
// request too.
type mailbox struct {
	seq     uint32
	asked   map[Kind]uint32  // Seq of the newest request sent and not answered in full
	busy    map[Kind]bool    // it has no answer yet, not even a draft
	waiting map[Kind]Request // newest request asked since
}

// ask numbers req and reports whether it is to be sent now.
func (m *mailbox) ask(req Request) (Request, bool) {
	if m.asked == nil {
		m.asked = map[Kind]uint32{}
		m.busy = map[Kind]bool{}
		m.waiting = map[Kind]Request{}
	}
	m.seq++
	req.Seq = m.seq
	if m.busy[req.Kind] {
		m.waiting[req.Kind] = req
		return req, false
	}
	m.asked[req.Kind], m.busy[req.Kind] = req.Seq, true
	return req, true
}

// answered takes a reply. It returns the request to send next, if there is
// one, and reports whether the reply answers the newest request of its kind.
func (m *mailbox) answered(reply Reply) (next Request, send, newest bool) {
	if m.asked[reply.Kind] != reply.Seq || reply.Seq == 0 {
		return Request{}, false, false
	}
	delete(m.busy, reply.Kind)
	next, send = m.waiting[reply.Kind]
	if !send {
		if !reply.Draft {
			delete(m.asked, reply.Kind)
		}
		return Request{}, false, true
	}
	delete(m.waiting, reply.Kind)
	m.asked[next.Kind], m.busy[next.Kind] = next.Seq, true
	return next, true, false
}
