package main

import (
	"encoding/binary"
	"sort"
)

// segment is a run of bytes that a wasm file puts into memory when it starts.
type segment struct {
	offset int // in memory
	bytes  []byte
}

// Bytes of a data section. What Go writes before each segment is its memory,
// the only one, and its offset as a constant.
const (
	onlyMemory = 0x00
	i32Const   = 0x41
	endOfCode  = 0x0b
)

// maxGap is the longest run of zeros that is written out rather than skipped
// by a new segment: packed, a kilobyte of zeros is shorter than a header.
const maxGap = 1024

// shrink returns a program that packs a fourth smaller and does the same. Go's
// linker starts a new segment of data wherever eight bytes are zero, up to the
// 100,000 that browsers allow, and no two of their headers are alike; here they
// are joined. And what is only there to be printed when the program crashes is
// taken out of its table of functions, see forgetLines; and its code
// is written shorter, see foldAddresses, jumpStraight and shareFunction.
//
// See the WebAssembly Core Specification, 5.5.14.
func shrink(wasm []byte) (shrunk []byte, err error) {
	defer func() {
		if recover() != nil { // cut off in the middle of something
			shrunk, err = nil, errWasm
		}
	}()
	if string(wasm[:4]) != "\x00asm" {
		return nil, errWasm
	}
	shrunk = append(shrunk, wasm[:8]...)
	for rest := wasm[8:]; len(rest) > 0; {
		size, n := binary.Uvarint(rest[1:])
		end := 1 + n + int(size)
		switch rest[0] {
		case codeSection:
			section := shorterCode(rest[1+n : end])
			shrunk = append(shrunk, codeSection)
			shrunk = binary.AppendUvarint(shrunk, uint64(len(section)))
			shrunk = append(shrunk, section...)
		case dataSection:
			segments, err := readSegments(rest[1+n : end])
			if err != nil {
				return nil, err
			}
			if segments, err = join(segments); err != nil {
				return nil, err
			}
			if err := forgetLines(segments); err != nil {
				return nil, err
			}
			section := writeSegments(segments)
			shrunk = append(shrunk, dataSection)
			shrunk = binary.AppendUvarint(shrunk, uint64(len(section)))
			shrunk = append(shrunk, section...)
		default:
			shrunk = append(shrunk, rest[:end]...)
		}
		rest = rest[end:]
	}
	return shrunk, nil
}

func readSegments(section []byte) ([]segment, error) {
	count, n := binary.Uvarint(section)
	section = section[n:]
	var segments []segment
	for range count {
		if section[0] != onlyMemory || section[1] != i32Const {
			return nil, errWasm
		}
		// The number is signed, but no offset is negative, and then the bits are
		// those of one without a sign.
		offset, n := binary.Uvarint(section[2:])
		section = section[2+n:]
		if section[0] != endOfCode {
			return nil, errWasm
		}
		size, n := binary.Uvarint(section[1:])
		segments = append(segments, segment{int(offset), section[1+n:][:size]})
		section = section[1+n+int(size):]
	}
	return segments, nil
}

// join puts the segments in order, and those together that are at most maxGap
// apart.
func join(segments []segment) ([]segment, error) {
	sort.Slice(segments, func(i, j int) bool { return segments[i].offset < segments[j].offset })
	var joined []segment
	for _, s := range segments {
		if len(joined) > 0 {
			last := &joined[len(joined)-1]
			gap := s.offset - last.offset - len(last.bytes)
			if gap < 0 { // one would write over the other
				return nil, errWasm
			}
			if gap <= maxGap {
				last.bytes = append(append(last.bytes, make([]byte, gap)...), s.bytes...)
				continue
			}
		}
		joined = append(joined, segment{s.offset, append([]byte(nil), s.bytes...)})
	}
	return joined, nil
}

func writeSegments(segments []segment) []byte {
	section := binary.AppendUvarint(nil, uint64(len(segments)))
	for _, s := range segments {
		section = append(section, onlyMemory, i32Const)
		section = appendSigned(section, s.offset)
		section = append(section, endOfCode)
		section = binary.AppendUvarint(section, uint64(len(s.bytes)))
		section = append(section, s.bytes...)
	}
	return section
}

// appendSigned writes a number that is not negative as signed LEB128: in its
// last byte there must be room for the sign.
func appendSigned(b []byte, n int) []byte {
	for n >= 0x40 {
		b = append(b, byte(n)|0x80)
		n >>= 7
	}
	return append(b, byte(n))
}
