package webpage

import (
	"encoding/base64"
	"strings"
	"testing"
)

// TestArchives reads the page out of web archives, as browsers save a page in one
// file.
func TestArchives(t *testing.T) {
	const page = "<title>Ships</title><h1>Ships come in</h1><p>Twelve ships came into the café on Monday, the harbour master said, and two left.</p>"
	archive := func(parts ...string) string {
		s := "From: <Saved by Blink>\nSubject: Ships\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype=\"text/html\";\n\tboundary=\"--b--\"\n\n\n"
		for _, part := range parts {
			s += "----b--\n" + part + "\n"
		}
		return strings.ReplaceAll(s+"----b----\n", "\n", "\r\n")
	}
	const address = "Content-Location: https://post.example/ships\n"
	quoted := strings.NewReplacer("é", "=C3=A9", "harbour", "har=\nbour").Replace(page)
	picture := "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA"
	for _, tt := range []struct{ name, file, want string }{
		{"quoted", archive("Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n"+address+"\n"+quoted, picture), ""},
		{"in base 64", archive(picture, "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: BASE64\n"+address+"\n"+base64.StdEncoding.EncodeToString([]byte(page))), ""},
		{"in an encoding that the part states", archive("Content-Type: text/html; charset=iso-8859-2\n" + address + "\n" + strings.ReplaceAll(page, "é", "\xe9")), ""},
		{"without a page", archive(picture), "a web archive without a page"},
		{"cut off", archive("Content-Type: text/html\n\n" + page)[:300], "a damaged web archive: unexpected EOF"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p, err := Read([]byte(tt.file))
			if tt.want != "" {
				if err == nil || err.Error() != tt.want {
					t.Errorf("got %v, want %s", err, tt.want)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if p.Title.Value != "Ships come in" || !strings.Contains(p.Text.Value, "into the café on Monday, the harbour master") || p.URL != (Field{"https://post.example/ships", fromSaver}) {
				t.Errorf("got %+v", p)
			}
		})
	}
}
