package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"

	"parallax/internal/dossier"
)

// errReported ends the program with exit code 1; what went wrong stands in the
// output already.
var errReported = errors.New("some lines could not be read")

// badLine answers a line that cannot be read.
type badLine struct {
	Line  int    `json:"line"` // from 1
	Error string `json:"error"`
}

// eachLine answers every line of JSONL with one line of JSON, in order. A line
// that cannot be read is answered with {"line","error"} and makes eachLine
// return errReported at the end; blank lines are skipped.
func eachLine(in io.Reader, out io.Writer, answer func(line []byte) (any, error)) error {
	w := bufio.NewWriter(out)
	enc := newEncoder(w)
	bad := false
	err := scanLines(in, func(n int, line []byte) error {
		reply, err := answer(line)
		if err != nil {
			bad = true
			reply = badLine{n, err.Error()}
		}
		if err := enc.Encode(reply); err != nil {
			return err
		}
		// A caller that asks and waits for the answer must not wait for more lines.
		return w.Flush()
	})
	if err != nil {
		return err
	}
	if bad {
		return errReported
	}
	return nil
}

// scanLines calls do for every line but the blank ones, numbered from 1. The
// line is valid until do returns.
func scanLines(in io.Reader, do func(n int, line []byte) error) error {
	var done error // of do, which says itself what went wrong
	err := dossier.EachLine(in, func(n int, line []byte) error {
		done = do(n, line)
		return done
	})
	if err != nil && done == nil {
		return fmt.Errorf("standard input, %w", err)
	}
	return err
}
