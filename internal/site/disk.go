package site

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// indexName is the file that lists a bundled site: what a File says besides
// its bytes, so that opening a site reads no other file.
const indexName = "index.json"

type index struct {
	Base    string
	Version string
	Build   string
	Files   []indexed
}

type indexed struct {
	Path, Type, Hash        string
	Immutable, Brotli, Gzip bool
}

// ErrNoBundle says that a folder holds no site.
var ErrNoBundle = errors.New("no site here")

// packedOnly reports whether a file is bundled in its packed forms only: the
// program is several times as large unpacked, and no browser asks for that.
func (i indexed) packedOnly() bool { return i.Type == typeWasm && i.Gzip }

// Open reads a site that WriteBundle wrote. Files that are only packed have no
// Body.
func Open(from fs.FS) (*Site, Program, error) {
	listed, err := fs.ReadFile(from, indexName)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, Program{}, ErrNoBundle
	}
	if err != nil {
		return nil, Program{}, err
	}
	var ix index
	if err := json.Unmarshal(listed, &ix); err != nil {
		return nil, Program{}, fmt.Errorf("%s: %w", indexName, err)
	}
	s := &Site{Base: ix.Base, Version: ix.Version}
	program := Program{Build: ix.Build}
	for _, entry := range ix.Files {
		f := File{Path: entry.Path, Type: entry.Type, Hash: entry.Hash, Immutable: entry.Immutable}
		for _, part := range []struct {
			there bool
			into  *[]byte
			name  string
		}{
			{!entry.packedOnly(), &f.Body, entry.Path},
			{entry.Brotli, &f.Brotli, entry.Path + ".br"},
			{entry.Gzip, &f.Gzip, entry.Path + ".gz"},
		} {
			if !part.there {
				continue
			}
			if *part.into, err = fs.ReadFile(from, part.name); err != nil {
				return nil, Program{}, err
			}
		}
		switch {
		case f.Type == typeWasm:
			program.Wasm, program.Brotli, program.Gzip = f.Body, f.Brotli, f.Gzip
		case f.Path == hashedName("wasm_exec.js", f.Body):
			program.Runtime = f.Body
		case f.Path == licencesName:
			program.Licences = f.Body
		case f.Path == billName:
			program.Bill = f.Body
		}
		s.Files = append(s.Files, f)
	}
	return s, program, nil
}

// WriteBundle writes s with its list into dir, which Open reads.
func (s *Site) WriteBundle(dir string, program Program) error {
	ix := index{Base: s.Base, Version: s.Version, Build: program.Build}
	for _, f := range s.Files {
		ix.Files = append(ix.Files, indexed{
			f.Path, f.Type, f.Hash,
			f.Immutable, f.Brotli != nil, f.Gzip != nil,
		})
	}
	listed, err := json.MarshalIndent(ix, "", "\t")
	if err != nil {
		return err
	}
	if err := s.writeFiles(dir); err != nil {
		return err
	}
	for _, entry := range ix.Files {
		if entry.packedOnly() {
			if err := os.Remove(filepath.Join(dir, filepath.FromSlash(entry.Path))); err != nil {
				return err
			}
		}
	}
	return os.WriteFile(filepath.Join(dir, indexName), listed, 0o644)
}

// writeFiles writes every file of s with its compressed forms below dir.
func (s *Site) writeFiles(dir string) error {
	for _, f := range s.Files {
		name := filepath.Join(dir, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		for _, part := range []struct {
			suffix string
			body   []byte
		}{{"", f.Body}, {".br", f.Brotli}, {".gz", f.Gzip}} {
			if part.body == nil && part.suffix != "" {
				continue
			}
			if err := os.WriteFile(name+part.suffix, part.body, 0o644); err != nil {
				return err
			}
		}
	}
	return nil
}
