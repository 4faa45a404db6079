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
	defer func() {
		if fault := recover(); fault != nil {
			reply.Found = false
			reply.Body = nil
			reply.Error = fmt.Sprintf("%s: %v", req.Kind, fault)
		}
	}()

	var body any
	found := true
	switch req.Kind {
	case Prepare:
		reply.Found = true
		return reply
	case Home:
		body = e.Home()
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
		body = e.SearchWindow(req.Query, req.Window)
	case Compare:
		body, found = e.Compare(req.A, req.B)
	case Pairs:
		body = e.Pairs(req.Query)
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
	if !found {
		return reply
	}
	encoded, err := json.Marshal(body)
	if err != nil {
		reply.Error = fmt.Sprintf("%s: %v", req.Kind, err)
		return reply
	}
	reply.Found = true
	reply.Body = encoded
	return reply
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
