package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"time"
	"unicode/utf8"
)

// newEncoder returns a writer of JSON, a line a value, that leaves <, > and &
// as they are.
func newEncoder(out io.Writer) *json.Encoder {
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	return enc
}

// decodeLine reads one line of JSONL into v, which points to a struct. The
// error tells somebody who knows nothing of v what is wrong with the line.
func decodeLine(line []byte, v any) error {
	if !utf8.Valid(line) {
		return errors.New("the line is not UTF-8")
	}
	err := json.Unmarshal(line, v)
	var wrong *json.UnmarshalTypeError
	switch {
	case err == nil:
		return nil
	case !errors.As(err, &wrong):
		return fmt.Errorf("the line is not JSON: %w", err)
	}
	where, wanted := "the line", "object"
	if wrong.Field != "" {
		where = fmt.Sprintf("%q", wrong.Field)
	}
	if wrong.Type.Kind() == reflect.String {
		wanted = "string"
	}
	return fmt.Errorf("%s: %s in place of %s", where, wrong.Value, wanted)
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
