package site

import (
	"bytes"
	"compress/gzip"
	"io"

	"github.com/andybalholm/brotli"
)

// Brotli returns body in Brotli's format. Quality runs from 0 to 11.
func Brotli(body []byte, quality int) []byte {
	var out bytes.Buffer
	// The window holds the whole program, which gains 2 % over the default.
	w := brotli.NewWriterOptions(&out, brotli.WriterOptions{Quality: quality, LGWin: 24})
	mustWrite(w.Write(body))
	mustClose(w.Close())
	return out.Bytes()
}

// Gzip returns body in gzip's format, the same bytes on every machine.
func Gzip(body []byte) []byte {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		panic(err) // the level is a constant
	}
	mustWrite(w.Write(body))
	mustClose(w.Close())
	return out.Bytes()
}

// Writing to memory cannot fail.
func mustWrite(_ int, err error) { mustClose(err) }

func mustClose(err error) {
	if err != nil {
		panic(err)
	}
}

// minCompressed is the size in bytes from which compressing pays: below, an
// answer fits one packet anyhow.
const minCompressed = 512

// compress fills in the compressed forms of f where they are smaller and f is
// not of a compressed format itself.
func (f *File) compress(quality int) {
	if len(f.Body) < minCompressed || !compressible[f.Type] {
		return
	}
	if br := Brotli(f.Body, quality); len(br) < len(f.Body) {
		f.Brotli = br
	}
	if gz := Gzip(f.Body); len(gz) < len(f.Body) {
		f.Gzip = gz
	}
}

func compressAll(files []File, quality int) {
	for i := range files {
		files[i].compress(quality)
	}
}

func gunzip(packed []byte) ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}
