package dossier

import (
	"reflect"
	"slices"
	"testing"

	"parallax/internal/dates"
)

// What is found when it is first asked for does not depend on when that is,
// nor on what was asked before; opening a collection finds none of it.
func TestFoundLate(t *testing.T) {
	open := func() *Dossier {
		d, err := New(karabakh(t))
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	want := open()
	found := 0
	for i := range want.Articles {
		a := &want.Articles[i]
		if a.found.mentions || a.found.defects {
			t.Errorf("%s: read before it is asked for", a.ID)
		}
		if got := a.Mentions(); !reflect.DeepEqual(got, dates.Find(a.Text, a.Published.Day())) {
			t.Errorf("%s: not the dates that its day of publication gives", a.ID)
		}
		if !slices.Equal(a.Defects(), defects(a.Text)) {
			t.Errorf("%s: not the damage in its text", a.ID)
		}
		found += len(a.Mentions()) + len(a.Defects())
	}
	if found == 0 {
		t.Error("nothing was found")
	}
	backwards := open()
	for i := range slices.Backward(backwards.Articles) {
		a := &backwards.Articles[i]
		a.Defects()
		a.Mentions()
	}
	if !reflect.DeepEqual(backwards, want) {
		t.Error("asked from the last article to the first, it is another collection")
	}
}

func TestLineKey(t *testing.T) {
	for _, tt := range []struct{ name, line, want string }{
		{"empty", "", ""},
		{"blank", " \t\u200B", ""},
		{"case and spacing", "  Share \u00A0 THIS\tpage\n", "share this page"},
		{"other scripts", "ПОДЕЛИТЬСЯ 立即", "поделиться 立即"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := lineKey(tt.line); got != tt.want {
				t.Errorf("lineKey(%q) = %q, want %q", tt.line, got, tt.want)
			}
		})
	}
}
