package feed

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
)

// declared finds the encoding that a file of XML states.
var declared = regexp.MustCompile(`^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)["']`)

// wide are the encodings of two bytes a character, by how a file in them begins:
// with the mark of the byte order, or with the first sign of any feed.
var wide = []struct{ begins, name string }{
	{"\xff\xfe", "utf-16le"},
	{"\xfe\xff", "utf-16be"},
	{"<\x00", "utf-16le"},
	{"\x00<", "utf-16be"},
}

// decode returns a feed as UTF-8. What is UTF-8 stays as it is, whatever the feed
// says of itself; what is not, and does not say what it is, is refused: a guess
// would turn letters into others.
func decode(file []byte) (string, error) {
	name := ""
	for _, w := range wide {
		if name == "" && bytes.HasPrefix(file, []byte(w.begins)) {
			name = w.name
		}
	}
	if name == "" && !utf8.Valid(file) {
		stated := declared.FindSubmatch(file[:min(len(file), maxHead)])
		if stated == nil || strings.EqualFold(string(stated[1]), "utf-8") {
			return "", errors.New("not UTF-8 text, and states no other encoding")
		}
		name = string(stated[1])
	}
	if name != "" {
		encoding, _ := charset.Lookup(name)
		if encoding == nil {
			return "", fmt.Errorf("in an encoding that is not known: %s", name)
		}
		decoded, err := encoding.NewDecoder().Bytes(file)
		if err != nil {
			return "", fmt.Errorf("not text in %s: %w", name, err)
		}
		file = decoded
	}
	return strings.Map(printed, strings.TrimPrefix(string(file), "\uFEFF")), nil
}

// printed puts a space in place of characters that XML forbids and feeds have
// nevertheless.
func printed(r rune) rune {
	if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == '\uFFFE' || r == '\uFFFF' {
		return ' '
	}
	return r
}
