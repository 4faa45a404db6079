//go:build !js

package dossier

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"reflect"
	"strings"
	"unicode/utf8"
)

// A folder may hold articles in files of lines (JSONL) as well: each line is a
// Meta with its text, or what people write for one. Whole collections come that
// way, and a single file is what can be added to a folder all at once or not at
// all.
const (
	linesFile = "articles.jsonl"
	linesExt  = ".jsonl"
	maxLine   = 6*MaxText + 1<<20 // JSON may write a byte of the text as six; all else is short
)

// HoldsLines reports whether a file of that name holds articles, one a line.
func HoldsLines(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == linesExt || ext == ".ndjson"
}

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
		if e.IsDir() || !HoldsLines(e.Name()) || e.Name() == notesFile || strings.HasPrefix(e.Name(), ".") {
			continue
		}
		at := path.Join(folder, e.Name())
		f, err := fsys.Open(e.Name())
		if err != nil {
			return fmt.Errorf("%s: %w", at, SystemReason(err))
		}
		var ended error // by bad, which says itself where
		err = EachLine(f, func(n int, line []byte) error {
			m, err := ReadLine(line)
			if err == nil {
				p.Articles = append(p.Articles, m)
			} else {
				ended = bad(fmt.Sprintf("%s, line %d", at, n), err)
			}
			return ended
		})
		closing := f.Close()
		switch {
		case ended != nil:
			return ended
		case err != nil:
			return fmt.Errorf("%s, %w", at, err) // it begins with the line
		case closing != nil:
			return fmt.Errorf("%s: %w", at, closing)
		}
	}
	return nil
}

// articleLine is a Meta as people write it: "source" is accepted for outlet,
// "date" for published, "body" for text.
type articleLine struct {
	ID        json.RawMessage `json:"id"` // a string or a number
	File      string          `json:"file"`
	Outlet    string          `json:"outlet"`
	Source    string          `json:"source"`
	URL       string          `json:"url"`
	Title     string          `json:"title"`
	Author    string          `json:"author"`
	Language  string          `json:"language"`
	Published string          `json:"published"`
	Date      string          `json:"date"`
	Text      string          `json:"text"`
	Body      string          `json:"body"`
}

// ReadLine reads one article.
func ReadLine(line []byte) (Meta, error) {
	var l articleLine
	if err := DecodeLine(line, &l); err != nil {
		return Meta{}, err
	}
	m := Meta{
		File: l.File, Outlet: cmp.Or(l.Outlet, l.Source), URL: l.URL, Title: l.Title, Author: l.Author, Language: l.Language,
		Published: cmp.Or(l.Published, l.Date), Text: cmp.Or(l.Text, l.Body),
	}
	var id json.Number
	if l.ID != nil && json.Unmarshal(l.ID, &m.ID) != nil {
		if json.Unmarshal(l.ID, &id) != nil {
			return m, errors.New(`"id": neither a string nor a number`)
		}
		m.ID = id.String()
	}
	return m, checkText(m.Text)
}

// DecodeLine reads one line of JSONL into v, which points to a struct. The
// error tells somebody who knows nothing of v what is wrong with the line.
func DecodeLine(line []byte, v any) error {
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

// EachLine calls f for every line of r that is not blank, numbered from 1. The
// line is valid until f returns. The byte order mark that some editors put
// before the first line is no part of it. Its errors, but for those of f, begin with
// the line.
func EachLine(r io.Reader, f func(n int, line []byte) error) error {
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 64<<10), maxLine)
	n := 0
	for sc.Scan() {
		n++
		line := sc.Bytes()
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte(byteOrderMark))
		}
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		if err := f(n, line); err != nil {
			return err
		}
	}
	err := sc.Err()
	if errors.Is(err, bufio.ErrTooLong) {
		err = fmt.Errorf("longer than %d MB", maxLine>>20)
	}
	if err != nil {
		return fmt.Errorf("line %d: %w", n+1, err)
	}
	return nil
}
