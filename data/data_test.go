//go:build !js

package data

import (
	"crypto/sha256"
	"encoding/hex"
	"reflect"
	"testing"

	"parallax/internal/dossier"
)

// The articles stay as they were found.
func TestArticlesAreUnchanged(t *testing.T) {
	for name, want := range map[string]string{
		"000_b1e2d139cb9ffff5.txt": "a8a6b3dd6e4364b3551820c44a272f1c6f7c2a525837250fd7c908634524815e",
		"001_bbf1641f90d519da.txt": "3171012bd4ec82294763942d385e61f7ab6bfc49972216632363d81caaaaa520",
		"002_343405ef04f1da03.txt": "9f374edf8b7539b649cc77c00f2443d9c52fb02a066a68c0b5daa06db434ccc2",
		"003_53e1e31a5c87f6a0.txt": "b2e210785b06efb340f2a352ef25eaa9ff99afbac66aba5c878cc9cdf6d67881",
		"004_944bb16cfb0cb33f.txt": "986cfb7935b0be23055522109ee08ec01121f7b0ecb22ead6166c90d2a68211c",
	} {
		b, err := files.ReadFile("karabakh/" + name)
		if err != nil {
			t.Error(err)
			continue
		}
		if got := sha256.Sum256(b); hex.EncodeToString(got[:]) != want {
			t.Errorf("%s: SHA-256 %x, want %s", name, got, want)
		}
	}
}

func TestPackIsCurrent(t *testing.T) {
	got, err := Pack()
	if err != nil {
		t.Fatal(err)
	}
	want, err := dossier.Open("karabakh")
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("karabakh.json is not what dossier.yaml says: run go generate ./data\n got %+v\nwant %+v", got, want)
	}
}

func TestKarabakh(t *testing.T) {
	pack, err := Pack()
	if err != nil {
		t.Fatal(err)
	}
	d, err := dossier.New(pack)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := len(d.Articles), 5; got != want {
		t.Fatalf("%d articles, want %d", got, want)
	}
	if got, want := d.Outlet(2).Name, "unidentified site"; got != want {
		t.Errorf("article 002 is by %q, want %q", got, want)
	}
	if got, want := d.Articles[0].Title, "Karabakh settlement should not transform into platform for Russian-US rivalry — Kremlin"; got != want {
		t.Errorf("article 000 is called %q, want %q", got, want)
	}
}
