package worker

// mailbox holds, for each kind, the request that is being answered and the
// newest one asked meanwhile. However fast somebody types, the engine works on
// one request of a kind and one waits.
type mailbox struct {
	seq     uint32
	asked   map[Kind]uint32  // Seq of the request being answered
	waiting map[Kind]Request // newest request asked since
}

// ask numbers req and reports whether it is to be sent now.
func (m *mailbox) ask(req Request) (Request, bool) {
	if m.asked == nil {
		m.asked = map[Kind]uint32{}
		m.waiting = map[Kind]Request{}
	}
	m.seq++
	req.Seq = m.seq
	if _, busy := m.asked[req.Kind]; busy {
		m.waiting[req.Kind] = req
		return req, false
	}
	m.asked[req.Kind] = req.Seq
	return req, true
}

// answered takes a reply. It returns the request to send next, if there is
// one, and reports whether the reply answers the newest request of its kind.
func (m *mailbox) answered(reply Reply) (next Request, send, newest bool) {
	if m.asked[reply.Kind] != reply.Seq || reply.Seq == 0 {
		return Request{}, false, false
	}
	delete(m.asked, reply.Kind)
	next, send = m.waiting[reply.Kind]
	if !send {
		return Request{}, false, true
	}
	delete(m.waiting, reply.Kind)
	m.asked[next.Kind] = next.Seq
	return next, true, false
}
