package webpage

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
)

// maxHead is up to where the encoding of a page is looked for, in bytes. Programs
// that save pages put notes before what the page itself says of it.
const maxHead = 64 << 10

// unstated is the encoding that browsers take a page to be in that states none.
const unstated = "windows-1252"

// decode returns a page as UTF-8. What is UTF-8 stays as it is, whatever the
// page says of itself: programs that save pages change the one and forget the
// other. kind is what was said of it, "text/html; charset=latin1", or "".
func decode(file []byte, kind string) (string, error) {
	if !utf8.Valid(file) {
		encoding, name, _ := charset.DetermineEncoding(file, kind)
		for at := 0; name == unstated && at < min(len(file)-len("<meta"), maxHead); at++ {
			if bytes.EqualFold(file[at:at+len("<meta")], []byte("<meta")) {
				encoding, name, _ = charset.DetermineEncoding(file[at:], "")
			}
		}
		decoded, err := encoding.NewDecoder().Bytes(file)
		if err != nil {
			return "", fmt.Errorf("not text in %s: %w", name, err)
		}
		file = decoded
	}
	s := strings.TrimPrefix(strings.ToValidUTF8(string(file), "\uFFFD"), "\uFEFF")
	if strings.Contains(s, "\x00") {
		return "", errors.New("not a web page")
	}
	return s, nil
}
