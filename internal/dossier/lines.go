//go:build !js

package dossier

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
)

// A folder may hold articles in files of lines (JSONL) as well: each line is a
// Meta with its text. Whole collections come that way, and a single file is
// what can be added to a folder all at once or not at all.
const (
	linesFile = "articles.jsonl"
	linesExt  = ".jsonl"
	maxLine   = 6*MaxText + 1<<20 // JSON may write a byte of the text as six; all else is short
)

// articleLines writes articles as lines.
func articleLines(articles []Meta) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	for i := range articles {
		if err := enc.Encode(&articles[i]); err != nil {
			return nil, fmt.Errorf("article %s: %w", articles[i].ID, err)
		}
	}
	return b.Bytes(), nil
}

// addLines appends the articles in the files of lines among entries, in the
// order of the files' names.
func (p *Pack) addLines(fsys fs.FS, folder string, entries []fs.DirEntry, bad badFunc) error {
	for _, e := range entries {
		if e.IsDir() || path.Ext(e.Name()) != linesExt || e.Name() == notesFile || strings.HasPrefix(e.Name(), ".") {
			continue
		}
		at := path.Join(folder, e.Name())
		f, err := fsys.Open(e.Name())
		if err != nil {
			return fmt.Errorf("%s: %w", at, err)
		}
		var ended error // by bad, which says itself where
		err = EachLine(f, func(n int, line []byte) error {
			m, err := readLine(line)
			if err == nil {
				p.Articles = append(p.Articles, m)
			} else {
				ended = bad(fmt.Sprintf("%s: line %d", at, n), err)
			}
			return ended
		})
		err = errors.Join(err, f.Close())
		switch {
		case ended != nil:
			return ended
		case err != nil:
			return fmt.Errorf("%s: %w", at, err)
		}
	}
	return nil
}

// readLine reads one article.
func readLine(line []byte) (m Meta, err error) {
	if at := invalidUTF8(line); at >= 0 {
		return m, fmt.Errorf("not UTF-8 text (byte %d)", at)
	}
	if err := json.Unmarshal(line, &m); err != nil {
		return m, fmt.Errorf("not an article in JSON: %w", err)
	}
	return m, checkText(m.Text)
}

// EachLine calls f for every line of r that is not blank, numbered from 1. The
// line is valid until f returns. The byte order mark that some editors put
// before the first line is no part of it.
func EachLine(r io.Reader, f func(n int, line []byte) error) error {
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 64<<10), maxLine)
	n := 0
	for sc.Scan() {
		n++
		line := sc.Bytes()
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte("\uFEFF"))
		}
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		if err := f(n, line); err != nil {
			return err
		}
	}
	if err := sc.Err(); err != nil {
		return fmt.Errorf("line %d: %w", n+1, err)
	}
	return nil
}
