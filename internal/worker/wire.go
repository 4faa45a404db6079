package worker

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// encodeReply writes r as one message: a line of JSON, then the body as it is,
// so that the body is not escaped and parsed twice.
func encodeReply(r Reply) ([]byte, error) {
	head, err := json.Marshal(r)
	if err != nil {
		return nil, fmt.Errorf("reply %d: %w", r.Seq, err)
	}
	message := make([]byte, 0, len(head)+1+len(r.Body))
	message = append(message, head...)
	message = append(message, '\n')
	return append(message, r.Body...), nil
}

// decodeReply reads what encodeReply wrote. The body shares memory with message.
func decodeReply(message []byte) (Reply, error) {
	head, body, _ := bytes.Cut(message, []byte("\n"))
	var r Reply
	if err := json.Unmarshal(head, &r); err != nil {
		return Reply{}, fmt.Errorf("reply of %d bytes: %w", len(message), err)
	}
	if len(body) > 0 {
		r.Body = body
	}
	return r, nil
}
