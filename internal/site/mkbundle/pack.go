package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"

	"github.com/foobaz/go-zopfli/zopfli"

	"parallax/internal/site"
)

// pack compresses the program both ways at once. At its best it takes half a
// minute, so what was packed before is kept in the folder work by content.
func pack(work string, wasm []byte, quality int) (brotli, gzipped []byte, err error) {
	sum := sha256.Sum256(wasm)
	key := filepath.Join(work, fmt.Sprintf("app-%x-%d", sum[:8], quality))
	var packing sync.WaitGroup
	var gzipErr error
	packing.Go(func() {
		gzipped, gzipErr = kept(key+".gz", func() ([]byte, error) { return zipped(wasm, quality) })
	})
	brotli, err = kept(key+".br", func() ([]byte, error) { return site.Brotli(wasm, quality), nil })
	packing.Wait()
	return brotli, gzipped, errors.Join(err, gzipErr)
}

// zipped is gzip by zopfli, which at its best is 5 % smaller than what others
// make of the program. It is asked for three rounds, as more win next to nothing,
// and for as many blocks as it likes: its usual 15 are for files of a tenth of
// this size.
func zipped(wasm []byte, quality int) ([]byte, error) {
	const best = 11
	if quality < best {
		return site.Gzip(wasm), nil
	}
	options := zopfli.DefaultOptions()
	options.NumIterations = 3
	options.BlockSplittingMax = 1000
	var out bytes.Buffer
	if err := zopfli.GzipCompress(&options, wasm, &out); err != nil {
		return nil, fmt.Errorf("zopfli: %w", err)
	}
	// The library is old, so what it made is read once.
	r, err := gzip.NewReader(bytes.NewReader(out.Bytes()))
	if err != nil {
		return nil, fmt.Errorf("reading what zopfli made: %w", err)
	}
	if read, err := io.ReadAll(r); err != nil || !bytes.Equal(read, wasm) {
		return nil, fmt.Errorf("zopfli made another file: %d bytes, %v", len(read), err)
	}
	return out.Bytes(), nil
}

// kept returns the file's content, made and written first if it is not there.
func kept(name string, make func() ([]byte, error)) ([]byte, error) {
	if b, err := os.ReadFile(name); err == nil {
		return b, nil
	}
	b, err := make()
	if err != nil {
		return nil, err
	}
	whole := name + ".part"
	if err := os.WriteFile(whole, b, 0o644); err != nil {
		return nil, err
	}
	return b, os.Rename(whole, name)
}
