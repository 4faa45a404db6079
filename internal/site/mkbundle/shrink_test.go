package main

import (
	"bytes"
	"encoding/binary"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A shrunk program does what it did, and when it crashes it says in which
// package.
func TestShrunkProgramRuns(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("needs node")
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	whole := filepath.Join(t.TempDir(), "whole.wasm")
	cmd := exec.Command("go", "build", "-ldflags=-s -w", "-o", whole, "./testdata/crash")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	wasm, err := os.ReadFile(whole)
	if err != nil {
		t.Fatal(err)
	}
	small, err := shrink(wasm)
	if err != nil {
		t.Fatal(err)
	}
	shrunk := filepath.Join(t.TempDir(), "shrunk.wasm")
	if err := os.WriteFile(shrunk, small, 0o644); err != nil {
		t.Fatal(err)
	}
	run := func(name string) (said, trace string) {
		var out, errs bytes.Buffer
		cmd := exec.Command(node, filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec_node.js"), name)
		cmd.Env, cmd.Stdout, cmd.Stderr = []string{}, &out, &errs
		err := cmd.Run()
		if exit, ok := err.(*exec.ExitError); !ok || exit.ExitCode() != 2 {
			t.Fatalf("%s ended with %v, want status 2\n%s%s", filepath.Base(name), err, out.String(), errs.String())
		}
		return out.String(), errs.String()
	}
	said, trace := run(whole)
	if !strings.Contains(trace, "main.crash") || !strings.Contains(trace, "main.go:") {
		t.Fatalf("before it was shrunk the trace had no names and lines:\n%s", trace)
	}
	saidThen, traceThen := run(shrunk)
	if said != saidThen || said == "" {
		t.Errorf("it said %q, and shrunk %q", said, saidThen)
	}
	for _, want := range []string{"panic: crashed with 1 arguments", "goroutine 1 [running]:", "main.("} {
		if !strings.Contains(traceThen, want) {
			t.Errorf("the trace has no %q:\n%s", want, traceThen)
		}
	}
	if strings.Contains(traceThen, "main.crash") || strings.Contains(traceThen, "main.go") {
		t.Errorf("names and lines are still there:\n%s", traceThen)
	}
}

// FuzzShrink: on any bytes one error, or a file that fills as much memory, and
// with the same bytes but in the table of functions.
func FuzzShrink(f *testing.F) {
	f.Add([]byte("\x00asm\x01\x00\x00\x00"))
	f.Add(tinyProgram())
	f.Fuzz(func(t *testing.T, wasm []byte) {
		shrunk, err := shrink(wasm)
		if err != nil {
			return
		}
		before, after := memoryOf(t, wasm), memoryOf(t, shrunk)
		if len(before) != len(after) {
			t.Fatalf("%d stretches of memory, were %d", len(after), len(before))
		}
		for i, b := range before {
			a := after[i]
			table := bytes.Contains(b.bytes, []byte(tableMagic))
			if a.offset != b.offset || len(a.bytes) != len(b.bytes) || !table && !bytes.Equal(a.bytes, b.bytes) {
				t.Errorf("at %d %q, was at %d %q", a.offset, a.bytes, b.offset, b.bytes)
			}
		}
	})
}

// memoryOf returns what the sections of data of a file put into memory.
func memoryOf(t *testing.T, wasm []byte) []segment {
	t.Helper()
	var memory []segment
	for rest := wasm[8:]; len(rest) > 0; {
		size, n := binary.Uvarint(rest[1:])
		end := 1 + n + int(size)
		if rest[0] == dataSection {
			segments, err := readSegments(rest[1+n : end])
			if err != nil {
				t.Fatal(err)
			}
			if segments, err = join(segments); err != nil {
				t.Fatal(err)
			}
			memory = append(memory, segments...)
		}
		rest = rest[end:]
	}
	return memory
}

func TestShrinkTinyProgram(t *testing.T) {
	shrunk, err := shrink(tinyProgram())
	if err != nil {
		t.Fatal(err)
	}
	// The ends of the memory are far apart.
	segments := memoryOf(t, shrunk)
	if len(segments) != 2 || segments[0].offset != 100 || segments[1].offset != 5000 || string(segments[1].bytes) != "far" {
		t.Fatalf("segments %v", segments)
	}
	memory := string(segments[0].bytes)
	if !strings.HasPrefix(memory, "one\x00\x00\x00\x00\x00\x00\x00\x00\x00two\x00") {
		t.Errorf("memory %q", memory)
	}
	table := memory[16:]
	if names := table[72:][:21]; strings.TrimRight(names, "\x00") != "\x00p/q.\x00r." {
		t.Errorf("names %q, want those of the packages", names)
	}
	// The table of the stack of both functions stays, that of lines is gone.
	if counters := table[72+21:][:9]; counters != "\x00\x02\x03\x00\x00\x00\x00\x00\x00" {
		t.Errorf("counters %x", counters)
	}
}

func TestFoldAddresses(t *testing.T) {
	const up16 = "\xad\x42\x10\x7c\xa7" // what Go writes for 16 bytes up
	for _, c := range []struct{ what, code, want string }{
		{"a load", "\x20\x01" + up16 + "\x29\x03\x00\x21\x02", "\x20\x01\x29\x03\x10\x21\x02"},
		{"a load with an offset", "\x20\x01" + up16 + "\x29\x03\x78", "\x20\x01\x29\x03\x88\x01"},
		{"a store of a sum", "\x20\x01" + up16 + "\x20\x02\x42\x01\x7c\x37\x03\x00", "\x20\x01\x20\x02\x42\x01\x7c\x37\x03\x10"},
		{"a store of what was loaded", "\x20\x01" + up16 + "\x20\x01" + up16 + "\x29\x03\x00\x37\x03\x00", "\x20\x01\x20\x01\x29\x03\x10\x37\x03\x10"},
		{"not what is kept", "\x20\x01" + up16 + "\x21\x03", "\x20\x01" + up16 + "\x21\x03"},
		{"not an address that is stored", "\x20\x02\x20\x01" + up16 + "\x36\x02\x00", "\x20\x02\x20\x01" + up16 + "\x36\x02\x00"},
		{"not across a call", "\x20\x01" + up16 + "\x10\x07\x37\x03\x00", "\x20\x01" + up16 + "\x10\x07\x37\x03\x00"},
		{"not below the stack", "\x20\x01\xad\x42\x78\x7c\xa7\x29\x03\x00", "\x20\x01\xad\x42\x78\x7c\xa7\x29\x03\x00"},
		{"not elsewhere", "\x20\x02" + up16 + "\x29\x03\x00", "\x20\x02" + up16 + "\x29\x03\x00"},
	} {
		const oneLocal = "\x01\x03\x7e"
		if got := string(shorterBody([]byte(oneLocal + c.code))); got != oneLocal+c.want {
			t.Errorf("%s: %x becomes %x, want %x", c.what, c.code, got[len(oneLocal):], c.want)
		}
	}
}

func TestJumpStraight(t *testing.T) {
	const (
		begin  = "\x03\x40\x02\x40\x02\x40"           // a loop and two blocks in it
		table  = "\x20\x00\x0e\x01\x00\x01\x0b"       // which leads to the end of one of them
		isZero = "\x20\x02\x50"                       // a condition
		rest   = "\x0b\x0b"                           // the other block and the loop
		goTo1  = "\x41\x01\x21\x00\x0c"               // by the table, so many blocks up
		back   = "\x41\x00\x21\x00\x0c\x01"           // to the beginning
		onZero = isZero + "\x04\x40" + goTo1 + "\x02" // jumps
	)
	for _, c := range []struct{ what, code, want string }{
		{"down", begin + table + goTo1 + "\x01" + rest, begin + table + "\x0c\x00" + rest},
		{"down on a condition", begin + table + onZero + "\x0b" + rest, begin + table + isZero + "\x0d\x00" + rest},
		{"down from an else", begin + table + onZero + "\x05\x0b" + rest, begin + table + isZero + "\x04\x40\x0c\x01\x05\x0b" + rest},
		{"a number beyond the table", begin + table + "\x41\x07\x21\x00\x0c\x01" + rest, begin + table + "\x0c\x00" + rest},
		{"not up", begin + table + back + rest, begin + table + back + rest},
		{"not to another loop", begin + table + goTo1 + "\x00" + rest, begin + table + goTo1 + "\x00" + rest},
		{"not if the number is read", begin + table + goTo1 + "\x01\x20\x00\x1a" + rest, begin + table + goTo1 + "\x01\x20\x00\x1a" + rest},
		{"not if more is before the table", "\x03\x40\x01" + begin[2:] + table + goTo1 + "\x01" + rest, "\x03\x40\x01" + begin[2:] + table + goTo1 + "\x01" + rest},
	} {
		const oneLocal = "\x01\x03\x7e"
		if got := string(shorterBody([]byte(oneLocal + c.code))); got != oneLocal+c.want {
			t.Errorf("%s: %x becomes %x, want %x", c.what, c.code, got[len(oneLocal):], c.want)
		}
	}
}

func TestShareFunction(t *testing.T) {
	const (
		begin = "\x23\x00\x21\x01"
		to7   = "\x20\x01\x42\x87\x80\xd0\x91\x01\x37\x03\x00" // 0x1234 and 7
		call  = "\x41\x00\x10\x09"
		use   = "\x20\x02\x21\x03"
	)
	const locals, longer = "\x02\x01\x7f\x02\x7e", "\x03\x01\x7f\x01\x7e\x02\x7e"
	want := longer + "\x42\x80\x80\xd0\x91\x01\x21\x02" + begin + "\x20\x01\x20\x02\x42\x07\x84\x37\x03\x00" + call + "\x20\x03\x21\x04"
	if got := string(shorterBody([]byte(locals + begin + to7 + call + use))); got != want {
		t.Errorf("%x, want %x", got, want)
	}
	for _, same := range []string{
		locals + begin + to7 + use,                // no call
		locals + begin[2:] + to7 + call,           // not compiled by Go
		"\x01\x02\x7e" + begin + to7 + call + use, // other local variables
	} {
		if got := string(shorterBody([]byte(same))); got != same {
			t.Errorf("%x becomes %x", same, got)
		}
	}
}

func TestSigned(t *testing.T) {
	for b, want := range map[string]int64{
		"\x00": 0, "\x3f": 63, "\x40": -64, "\x7f": -1, "\xc0\x00": 64, "\x80\x7f": -128,
		"\x80\x80\x80\x80\x80\x80\x80\x80\x80\x7f": -1 << 63,
	} {
		if got := signed([]byte(b)); got != want {
			t.Errorf("%x is %d, want %d", b, got, want)
		}
	}
}

// tinyProgram is a wasm file of data only: two words, a table of two functions,
// and a word far away.
func tinyProgram() []byte {
	const names, counters = "\x00p/q.(*T).M\x00r.F[p/q]\x00", "\x00\x02\x03\x00\x04\x03\x06\x02\x00"
	var functions []byte
	word := func(n ...uint32) {
		for _, n := range n {
			functions = binary.LittleEndian.AppendUint32(functions, n)
		}
	}
	const index = 2*8 + 8
	word(0, index, 0x10000, index+functionFields+4, 0x20000, 0)
	//   start, name, args, defer, stack, file, line, tables, files, first line, kind, tables
	word(0, 1, 0, 0, 1, 4, 4, 1, 7, 12, 0, 1)
	word(0x10000, 12, 0, 0, 1, 4, 4, 1, 7, 34, 0, 0)

	table := []byte(tableMagic)
	const header = 72
	for _, n := range []uint64{2, 1, 0, header, header + uint64(len(names)), header + uint64(len(names)), header + uint64(len(names)), header + uint64(len(names)+len(counters))} {
		table = binary.LittleEndian.AppendUint64(table, n)
	}
	table = append(append(append(table, names...), counters...), functions...)
	section := writeSegments([]segment{{5000, []byte("far")}, {116, table}, {112, []byte("two")}, {100, []byte("one")}})
	wasm := append([]byte("\x00asm\x01\x00\x00\x00"), dataSection)
	return append(binary.AppendUvarint(wasm, uint64(len(section))), section...)
}
