package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image/png"
	"strings"
	"testing"
)

// What the manifest names is on the site, and as large as it says.
func TestManifestNamesWhatIsThere(t *testing.T) {
	s := built(t, collection("One"), Options{Base: "/news/", Own: true})
	files := map[string]*File{}
	for i := range s.Files {
		files[s.Files[i].Path] = &s.Files[i]
	}
	type picture struct{ Src, Sizes, Type string }
	var m struct{ Icons, Screenshots []picture }
	if err := json.Unmarshal(files["manifest.webmanifest"].Body, &m); err != nil {
		t.Fatal(err)
	}
	if len(m.Icons) == 0 || len(m.Screenshots) != 2 {
		t.Fatalf("%d icons and %d screenshots", len(m.Icons), len(m.Screenshots))
	}
	for _, p := range append(m.Icons, m.Screenshots...) {
		f := files[strings.TrimPrefix(p.Src, "/news/")]
		if f == nil {
			t.Errorf("%s is not there", p.Src)
			continue
		}
		if p.Type != typePNG {
			continue
		}
		c, err := png.DecodeConfig(bytes.NewReader(f.Body))
		if err != nil {
			t.Errorf("%s: %v", p.Src, err)
		} else if got := fmt.Sprintf("%dx%d", c.Width, c.Height); got != p.Sizes {
			t.Errorf("%s is %s, the manifest says %s", p.Src, got, p.Sizes)
		}
	}
}

// A collection of somebody else's is not shown with pictures of ours.
func TestNoPicturesOfOtherCollections(t *testing.T) {
	s := built(t, collection("One"), Options{Base: "/"})
	for i := range s.Files {
		if strings.HasPrefix(s.Files[i].Path, pictures) {
			t.Errorf("%s is on the site", s.Files[i].Path)
		}
	}
}
