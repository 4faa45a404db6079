package search

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"reflect"
	"testing"
)

// An index that was stored answers like the one that was built.
func TestStoredIndex(t *testing.T) {
	docs := corpus(21, 300)
	built := Build(docs)
	stored, err := Decode(bytes.Clone(built.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	stored.Attach(docs)
	for _, q := range []string{"truce", "peskow", "the of -tass", `"minsk group" near:4`, "who:лавров date:2020"} {
		got, want := stored.Search(q, Options{Facets: true}), built.Search(q, Options{Facets: true})
		if !reflect.DeepEqual(got, want) {
			t.Errorf("Search(%q) = %+v, want %+v", q, got, want)
		}
	}
}

// The first articles can be searched while others still arrive.
func TestBuilderWhileArticlesArrive(t *testing.T) {
	docs := corpus(22, 50)
	var b Builder
	for i := range docs {
		b.Add(&docs[i])
		if i != 9 {
			continue
		}
		ix, err := Decode(b.Encode())
		if err != nil || ix.Len() != 10 {
			t.Fatalf("after ten articles: %v", err)
		}
	}
	if !bytes.Equal(b.Encode(), Build(docs).Encode()) {
		t.Error("an index asked for early changes the one at the end")
	}
}

// Whichever byte is changed or missing, the index is refused.
func TestDamagedIndexIsRefused(t *testing.T) {
	data := Build(corpus(23, 20)).Encode()
	for i := range data {
		bad := bytes.Clone(data)
		bad[i] ^= 0x10
		if _, err := Decode(bad); !errors.Is(err, ErrDamaged) {
			t.Fatalf("byte %d changed: Decode returns %v", i, err)
		}
		if _, err := Decode(data[:i]); !errors.Is(err, ErrDamaged) {
			t.Fatalf("cut at byte %d: Decode returns %v", i, err)
		}
	}
	if _, err := Decode(append(bytes.Clone(data), 0)); !errors.Is(err, ErrDamaged) {
		t.Errorf("a byte too many: Decode returns %v", err)
	}
}

// Bytes that are no index are refused, even with the right hash, and never
// take more memory than a small multiple of their length.
func FuzzDecode(f *testing.F) {
	whole := Build(corpus(24, 3)).Encode()
	f.Add(whole)
	f.Add([]byte(magic))
	f.Add(Build(nil).Encode())
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) >= headerLen {
			data = bytes.Clone(data)
			binary.LittleEndian.PutUint32(data[len(magic):], crc32.Checksum(data[len(magic)+4:], castagnoli))
		}
		ix, err := Decode(data)
		if err != nil {
			if !errors.Is(err, ErrDamaged) {
				t.Errorf("Decode returns %v", err)
			}
			return
		}
		if ix.Len() > len(data) {
			t.Errorf("%d articles out of %d bytes", ix.Len(), len(data))
		}
	})
}
