package main

import (
	"encoding/json"
	"io"
	"time"
)

// newEncoder returns a writer of JSON, a line a value, that leaves <, > and &
// as they are.
func newEncoder(out io.Writer) *json.Encoder {
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	return enc
}

// orNull is null for "".
func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// orEmpty returns list, or a list that JSON writes as [].
func orEmpty(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}

// rfc3339 writes t, or nothing if it is zero, before Christ or after 9999, which
// RFC 3339 cannot say.
func rfc3339(t time.Time) string {
	if t.IsZero() || t.Year() < 0 || t.Year() > 9999 {
		return ""
	}
	return t.Format(time.RFC3339)
}
