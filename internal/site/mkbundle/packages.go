package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"sort"
	"strings"
)

// Sections of a wasm file that are read here.
const (
	customSection = 0
	importSection = 2
	codeSection   = 10
	dataSection   = 11
)

var errWasm = errors.New("not a wasm file as Go writes it")

// packageSizes prints how many bytes of code each package has in the program,
// compiled as it is but with the names kept.
func packageSizes(work, modfile string, out io.Writer) error {
	wasm, err := compiled(filepath.Join(work, "named.wasm"), buildArguments("named", modfile, ""))
	if err != nil {
		return fmt.Errorf("compiling the reader with names: %w", err)
	}
	sizes, data, err := codeByPackage(smaller(wasm))
	if err != nil {
		return err
	}
	packages := make([]string, 0, len(sizes))
	all := 0
	for p, n := range sizes {
		packages = append(packages, p)
		all += n
	}
	sort.Slice(packages, func(i, j int) bool {
		a, b := packages[i], packages[j]
		return sizes[a] > sizes[b] || sizes[a] == sizes[b] && a < b
	})
	fmt.Fprintf(out, "\n%-44s %9s\n", "the program by package, bytes of code", "plain")
	const shown = 30
	for _, p := range packages[:min(shown, len(packages))] {
		fmt.Fprintf(out, "%-44s %9d\n", p, sizes[p])
	}
	fmt.Fprintf(out, "%-44s %9d\n%-44s %9d\n", fmt.Sprintf("all %d packages", len(packages)), all, "data", data)
	return nil
}

// codeByPackage adds up the functions of each package in a wasm file with
// names, and returns the bytes of its data too.
func codeByPackage(wasm []byte) (sizes map[string]int, data int, err error) {
	defer func() {
		if recover() != nil { // cut off in the middle of something
			err = errWasm
		}
	}()
	if string(wasm[:4]) != "\x00asm" {
		return nil, 0, errWasm
	}
	var bodies []int
	names := map[uint64]string{}
	imported := uint64(0)
	for rest := wasm[8:]; len(rest) > 0; {
		id := rest[0]
		size, n := binary.Uvarint(rest[1:])
		section := rest[1+n:][:size]
		rest = rest[1+n+int(size):]
		switch id {
		case importSection:
			// Go imports nothing but functions.
			imported, _ = binary.Uvarint(section)
		case codeSection:
			count, n := binary.Uvarint(section)
			section = section[n:]
			for range count {
				size, n := binary.Uvarint(section)
				bodies = append(bodies, int(size)+n)
				section = section[n+int(size):]
			}
		case dataSection:
			data = int(size)
		case customSection:
			if kind, body := text(section); kind == "name" {
				readNames(body, names)
			}
		}
	}
	sizes = map[string]int{}
	for i, size := range bodies {
		sizes[packageOf(names[imported+uint64(i)])] += size
	}
	return sizes, data, nil
}

// text reads a string with its length before it, and returns what follows.
func text(b []byte) (string, []byte) {
	size, n := binary.Uvarint(b)
	return string(b[n:][:size]), b[n+int(size):]
}

// readNames reads the names of functions out of the section of that name.
func readNames(section []byte, names map[uint64]string) {
	const functions = 1
	for len(section) > 0 {
		id := section[0]
		size, n := binary.Uvarint(section[1:])
		body := section[1+n:][:size]
		section = section[1+n+int(size):]
		if id != functions {
			continue
		}
		count, n := binary.Uvarint(body)
		body = body[n:]
		for range count {
			index, n := binary.Uvarint(body)
			names[index], body = text(body[n:])
		}
	}
}

// packageOf returns the package of a function's name: "net/http" of
// "net/http.(*Server).Serve", "slices" of "slices.Sort[go.shape.string]". In a
// wasm file the linker wrote net_http.__Server_.Serve.
func packageOf(function string) string {
	if of := strings.IndexAny(function, "[{"); of >= 0 {
		function = function[:of]
	}
	slash := strings.LastIndexByte(function, '/')
	if dot := strings.IndexByte(function[slash+1:], '.'); dot >= 0 {
		return function[:slash+1+dot]
	}
	return function
}
