package search

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"reflect"
	"testing"
)

// encoded returns the index of docs as bytes.
func encoded(docs []Doc) []byte {
	var b Builder
	for i := range docs {
		b.Add(&docs[i])
	}
	return b.Encode()
}

// An index that was stored answers like the one that was built.
func TestStoredIndex(t *testing.T) {
	docs := corpus(21, 300)
	built := Build(docs)
	stored, err := Decode(encoded(docs))
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
	if !bytes.Equal(b.Encode(), encoded(docs)) {
		t.Error("an index asked for early changes the one at the end")
	}
}

// Whichever byte is changed or missing, the index is refused.
func TestDamagedIndexIsRefused(t *testing.T) {
	data := encoded(corpus(23, 20))
	for i := range data {
		bad := bytes.Clone(data)
		bad[i] ^= 0x10
		if _, err := Decode(bad); !errors.Is(err, errDamaged) {
			t.Fatalf("byte %d changed: Decode returns %v", i, err)
		}
		if _, err := Decode(data[:i]); !errors.Is(err, errDamaged) {
			t.Fatalf("cut at byte %d: Decode returns %v", i, err)
		}
	}
	if _, err := Decode(append(bytes.Clone(data), 0)); !errors.Is(err, errDamaged) {
		t.Errorf("a byte too many: Decode returns %v", err)
	}
}

// rehashed returns data with the hash that fits it.
func rehashed(data []byte) []byte {
	data = bytes.Clone(data)
	if len(data) >= headerLen {
		binary.LittleEndian.PutUint32(data[len(magic):], crc32.Checksum(data[len(magic)+4:], castagnoli()))
	}
	return data
}

// probe opens data, which may be anything with the right hash: it is refused,
// or answers queries about the articles it has.
func probe(t *testing.T, data []byte) (opened bool) {
	t.Helper()
	ix, err := Decode(data)
	if err != nil {
		if !errors.Is(err, errDamaged) {
			t.Errorf("Decode returns %v", err)
		}
		return false
	}
	if ix.Len() > len(data) {
		t.Errorf("%d articles out of %d bytes", ix.Len(), len(data))
	}
	for _, q := range []string{"truce", "peskow ", "t", `"minsk group"`, "the of near:3", "who:peskov date:2020", "-the", "in:title talks"} {
		r := ix.Search(q, Options{Facets: true})
		if r.All > r.Total || r.Total > ix.Len() || len(r.Hits) > r.Total {
			t.Errorf("Search(%q): %d hits, %d of %d with all words", q, len(r.Hits), r.All, r.Total)
		}
		for _, h := range r.Hits {
			if h.Doc < 0 || int(h.Doc) >= ix.Len() {
				t.Errorf("Search(%q) finds article %d of %d", q, h.Doc, ix.Len())
			}
		}
	}
	return true
}

// Whichever byte is changed, and the hash made to fit: the index is refused,
// or answers; nothing panics.
func TestAlteredIndexWithRightHash(t *testing.T) {
	data := encoded(corpus(25, 12))
	opened, refused := 0, 0
	for i := headerLen; i < len(data); i++ {
		for _, change := range []byte{0x01, 0x10, 0x80, 0xff} {
			bad := bytes.Clone(data)
			bad[i] ^= change
			if probe(t, rehashed(bad)) {
				opened++
			} else {
				refused++
			}
		}
	}
	if opened == 0 || refused == 0 {
		t.Errorf("%d opened, %d refused: the changes say little", opened, refused)
	}
}

// Bytes that are no index are refused, even with the right hash, or answer
// like one; they never take more memory than a small multiple of their length.
func FuzzDecode(f *testing.F) {
	f.Add(encoded(corpus(24, 3)))
	f.Add([]byte(magic))
	f.Add(encoded(nil))
	f.Fuzz(func(t *testing.T, data []byte) { probe(t, rehashed(data)) })
}

// The numbers of terms are read as they were written, at every border of
// their lengths.
func TestNumbers(t *testing.T) {
	for _, n := range []uint32{0, 1, firstTwo - 1, firstTwo, firstTwo + 255, firstTwo + 256, fromThree - 1, fromThree, fromThree + 65536, fromFive - 1, fromFive, 1 << 31, 1<<32 - 1} {
		b := appendNumber(nil, n)
		if got, next := number(b, 0); got != n || next != len(b) || numberLen(b[0]) != len(b) {
			t.Errorf("number(% x) = %d, %d; want %d, %d", b, got, next, n, len(b))
		}
	}
}
