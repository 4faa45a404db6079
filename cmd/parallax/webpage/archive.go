package webpage

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"strings"
)

// A saved is a page as it was saved, and what was noted of it.
type saved struct {
	page    []byte
	kind    string // as HTTP states it: "text/html; charset=utf-8"
	address string
}

// unpack returns the page in a web archive (MHTML, RFC 2557), which is what
// browsers make of a page in a single file: a mail whose parts are the page, in
// HTML, and its pictures. Any other file is a page itself.
func unpack(file []byte) (saved, error) {
	m, err := mail.ReadMessage(bytes.NewReader(file))
	if err != nil { // it has no head
		return saved{page: file}, nil
	}
	kind, about, _ := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if kind != "multipart/related" {
		return saved{page: file}, nil
	}
	for parts := multipart.NewReader(m.Body, about["boundary"]); ; {
		part, err := parts.NextPart() // which reads quoted-printable
		if err == io.EOF {
			return saved{}, errors.New("a web archive without a page")
		}
		if err != nil {
			return saved{}, fmt.Errorf("a damaged web archive: %w", err)
		}
		s := saved{kind: part.Header.Get("Content-Type"), address: part.Header.Get("Content-Location")}
		if kind, _, _ := mime.ParseMediaType(s.kind); kind != "text/html" {
			continue
		}
		var r io.Reader = part
		if strings.EqualFold(part.Header.Get("Content-Transfer-Encoding"), "base64") {
			r = base64.NewDecoder(base64.StdEncoding, part)
		}
		if s.page, err = io.ReadAll(r); err != nil {
			return saved{}, fmt.Errorf("a damaged web archive: %w", err)
		}
		return s, nil
	}
}
