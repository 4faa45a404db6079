package main

import (
	"bytes"
	"encoding/binary"
	"math"
)

// Go's runtime has a table of the functions of a program ("pclntab"; see
// moduledata in runtime/symtab.go and _func in runtime/runtime2.go). It begins
// with these bytes and eight numbers of eight bytes: how many functions and
// files there are, where the code starts, and where in the table the names, the
// files of each package, the names of files, the tables of program counters and
// the functions begin. This is the form from Go 1.20 on.
const tableMagic = "\xf1\xff\xff\xff\x00\x00\x01\x08"

// Places of the fields of a function, each of four bytes but the last, which is
// one. After them come as many tables of program counters as tablesField says,
// and then as many places of other data as dataField says.
const (
	nameField      = 4
	stackField     = 16 // table of the size of the stack
	fileField      = 20 // table of files
	lineField      = 24 // table of lines
	tablesField    = 28
	filesField     = 32 // where its package's files begin
	firstLineField = 36
	dataField      = 43
	functionFields = 44
)

// Which of those tables and data tell where a function may be stopped at any
// instruction, as none is in a browser; what was inlined; and how arguments are
// printed (PCDATA_ and FUNCDATA_ in internal/abi/symtab.go).
const (
	stoppedTable       = 0
	inlinedTable       = 2
	liveArgumentsTable = 3
	inlinedData        = 3
	argumentsData      = 5
	liveArgumentsData  = 6
)

// forgetLines takes out of the table what the runtime reads only to print where
// a program crashed: files, lines, arguments, and of the names all but the
// package, by which it tells its own functions from others. They were 10 % of the
// packed program. The bytes stay where they are and become zeros, so nothing moves.
func forgetLines(segments []segment) error {
	for _, s := range segments {
		if at := bytes.Index(s.bytes, []byte(tableMagic)); at >= 0 {
			return forgetLinesIn(s.bytes[at:])
		}
	}
	return errWasm
}

func forgetLinesIn(table []byte) error {
	var header [8]uint64
	if _, err := binary.Decode(table[len(tableMagic):], binary.LittleEndian, header[:]); err != nil {
		return errWasm
	}
	count, toNames, toFiles, toCounters, toFunctions := header[0], header[3], header[4], header[6], header[7]
	names, files := table[toNames:toFiles], table[toFiles:toCounters]
	counters, functions := table[toCounters:toFunctions], table[toFunctions:]

	word := func(b []byte, field int) uint32 { return binary.LittleEndian.Uint32(b[field:]) }
	set := func(b []byte, field int, n uint32) { binary.LittleEndian.PutUint32(b[field:], n) }

	kept := make([]byte, len(counters)) // what other tables than files and lines use
	keep := func(table uint32) {
		if table == 0 { // none
			return
		}
		end := counterTableEnd(counters, int(table))
		copy(kept[table:end], counters[table:end])
	}
	packages := []byte{0} // the new names, one after another; the first is empty
	places := map[string]uint32{}
	for i := range int(count) {
		// Before the functions is an index: where the code of each starts, and where
		// its fields are.
		f := functions[word(functions, 8*i+4):]
		keep(word(f, stackField))
		tables := int(word(f, tablesField))
		for j := range tables {
			if j == stoppedTable || j == inlinedTable || j == liveArgumentsTable {
				set(f, functionFields+4*j, 0) // none
			}
			keep(word(f, functionFields+4*j))
		}
		for _, j := range []int{inlinedData, argumentsData, liveArgumentsData} {
			if j < int(f[dataField]) {
				set(f, functionFields+4*(tables+j), math.MaxUint32) // none
			}
		}
		name, _, _ := bytes.Cut(names[word(f, nameField):], []byte{0})
		prefix := packageOf(string(name)) + "."
		if _, known := places[prefix]; !known {
			places[prefix] = uint32(len(packages))
			packages = append(append(packages, prefix...), 0)
		}
		set(f, nameField, places[prefix])
		for _, field := range []int{fileField, lineField, filesField, firstLineField} {
			set(f, field, 0)
		}
	}
	if len(packages) > len(names) {
		return errWasm
	}
	clear(names)
	copy(names, packages)
	clear(files)
	copy(counters, kept)
	return nil
}

// counterTableEnd returns where a table of program counters ends: it is pairs
// of numbers, the first of a pair zero at the end, but not in the first pair.
func counterTableEnd(counters []byte, at int) int {
	for first := true; ; first = false {
		value, n := binary.Uvarint(counters[at:])
		at += n
		if n <= 0 {
			panic("no end") // shrink says what is wrong
		}
		if value == 0 && !first {
			return at
		}
		_, n = binary.Uvarint(counters[at:])
		at += n
	}
}
