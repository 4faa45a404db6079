package worker

import (
	"bytes"
	"encoding/json"
	"fmt"

	"parallax/internal/engine"
	"parallax/internal/export"
)

// Answer asks e the question of req. A fault of the engine in one answer
// becomes the Error of that reply and leaves the engine ready for the next.
func Answer(e *engine.Engine, req Request) (reply Reply) {
	reply = Reply{Seq: req.Seq, Kind: req.Kind}
	defer reply.catch()

	var body any
	found := true
	switch req.Kind {
	case Prepare:
		reply.Found = true
		return reply
	case Article:
		body, found = e.Article(req.ID, req.Query.Text)
	case Timeline:
		body = e.TimelineWindow(req.Query, req.Clock, req.Window, req.ID, corrections(req)...)
	case Export:
		var file bytes.Buffer
		if err := export.Timeline(&file, req.Format, e.Timeline(req.Query, req.Clock, corrections(req)...), e.Dossier().Title); err != nil {
			reply.Error = err.Error()
			return reply
		}
		reply.Found, reply.Body = true, file.Bytes()
		return reply
	case Search:
		body = e.Search(req.Query, req.Window)
	case Compare:
		body, found = e.Compare(req.A, req.B)
	case Pairs:
		if req.A != "" {
			body = e.Offers(req.A)
		} else {
			body = e.Pairs(req.Query)
		}
	case Passage:
		body, found = e.Passage(req.ID)
	case Quotes:
		body = e.Quotes(req.Query)
	case Jump:
		body = e.Jump(req.Typed)
	default:
		reply.Error = fmt.Sprintf("no question of kind %q", req.Kind)
		return reply
	}
	reply.put(body, found)
	return reply
}

// draft answers req with what can be said at once, if e has much to read
// before the answer and the kind of question has drafts.
func draft(e *engine.Engine, req Request) (reply Reply, ok bool) {
	reply = Reply{Seq: req.Seq, Kind: req.Kind, Draft: true}
	defer reply.catch()

	if !slow(e, req) {
		return reply, false
	}
	var body any
	switch req.Kind {
	case Article:
		body, ok = e.DraftArticle(req.ID, req.Query.Text)
	case Compare:
		body, ok = e.DraftCompare(req.A, req.B)
	}
	reply.put(body, ok)
	return reply, ok
}

// slow reports whether e has so much to read before it can answer req that a
// draft should be shown first.
func slow(e *engine.Engine, req Request) bool {
	switch req.Kind {
	case Article:
		return e.SlowArticle()
	case Compare:
		return e.SlowCompare()
	}
	return false
}

// put makes body the reply, if there is one.
func (r *Reply) put(body any, found bool) {
	if !found {
		return
	}
	encoded, err := json.Marshal(body)
	if err != nil {
		r.Error = fmt.Sprintf("%s: %v", r.Kind, err)
		return
	}
	r.Found, r.Body = true, encoded
}

// catch makes a fault of the engine the Error of the reply. It is deferred.
func (r *Reply) catch() {
	if fault := recover(); fault != nil {
		r.Found, r.Body = false, nil
		r.Error = fmt.Sprintf("%s: %v", r.Kind, fault)
	}
}

// corrections reads what the reader corrected. What cannot be read, as a
// newer version may have kept it, corrects nothing.
func corrections(req Request) []engine.Correction {
	var list []engine.Correction
	if req.Corrections == "" || json.Unmarshal([]byte(req.Corrections), &list) != nil {
		return nil
	}
	return list
}
