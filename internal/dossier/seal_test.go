package dossier

import "testing"

func TestUnseal(t *testing.T) {
	sealed := Seal("0123456789ab", "ba9876543210", []byte(`{"title":"}"}`))
	for _, tt := range []struct {
		name, build, stamp string
		sealed             []byte
		ok                 bool
	}{
		{"its own", "0123456789ab", "ba9876543210", sealed, true},
		{"another program", "0123456789ac", "ba9876543210", sealed, false},
		{"other pages", "0123456789ab", "", sealed, false},
		{"cut short", "0123456789ab", "ba9876543210", sealed[:len(sealed)-1], true}, // the hash of the file tells
		{"cut in the seal", "0123456789ab", "ba9876543210", sealed[:20], false},
		{"nothing", "0123456789ab", "ba9876543210", nil, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			content, ok := Unseal(tt.sealed, tt.build, tt.stamp)
			if ok != tt.ok {
				t.Fatalf("ok is %t, want %t", ok, tt.ok)
			}
			if want := `{"title":"}"}`; tt.name == "its own" && string(content) != want {
				t.Errorf("content %s, want %s", content, want)
			}
		})
	}
}
