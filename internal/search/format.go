package search

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"math"
	"sync"
)

// The index is one byte slice. "uv" is an unsigned LEB128
// varint, "sv" a zigzag varint, u32 four bytes, little endian; a string is its
// length in bytes (uv) and its bytes.
//
//	magic      "PXS", then the version as one byte
//	hash       u32  CRC-32C of all that follows
//	lengths    u32 × numSections, bytes of each section
//	sections   in this order, nothing between them
//
// docs: uv number of articles N. Articles are numbered anew, newest first and
// then by the hash of their text, so that the order they came in changes no
// answer. Then N times:
//
//	place      uv   where it stood among the articles given
//	lengths    uv × numFields, terms in each field
//	earliest   sv   first day of publication, in days since 1970-01-01,
//	                against the article before; days are noDay if unknown
//	latest     sv   the day after the last, against earliest
//	outlet     uv   place in the table of outlets
//	people     uv   their number, then uv each: place in the table of people,
//	                against the one before
//	happened   uv   number of periods, then sv first and sv after − first
//
// names: uv number of outlets, then id and name of each (strings), in order of
// id; uv number of people, then their names, in order.
//
// terms: the dictionary in byte order. uv number of terms, then each term:
//
//	shared     1 byte  bytes shared with the term before; 0 at a block's start
//	rest       1 byte  length of what follows, and those bytes
//	df         uv   number of articles that have it
//	postings   uv   length of its postings in units of two bytes, 0 if it is
//	                dense; see postings.go
//
// texts: for each article its terms as they stand, field after field, by their
// numbers. Numbers count from 0 by falling df, equals in byte order. What
// stands where is read from this, and the postings are made from it when the
// index is opened. So the index packed is shorter than the articles packed, and
// no part of it can contradict another. A number takes as many bytes as its
// first byte says:
//
//	0 … 191    the number itself
//	192 … 247  one byte more, the lowest; counted from 192
//	248 … 254  two bytes more, big endian; counted from where those end
//	255        four bytes more, big endian; counted from where those end
const (
	magic         = "PXS\x04"
	termsPerBlock = 16
	// maxTerm is the length in bytes at which terms are cut.
	maxTerm = 60
)

const (
	secDocs = iota
	secNames
	secTerms
	secTexts
	numSections
)

const headerLen = len(magic) + 4 + 4*numSections

// errDamaged is what Decode wraps for bytes that are no index of this version.
var errDamaged = errors.New("damaged index")

// castagnoli is made when it is first asked for.
var castagnoli = sync.OnceValue(func() *crc32.Table { return crc32.MakeTable(crc32.Castagnoli) })

// join puts the sections into one index.
func join(sections [numSections][]byte) []byte {
	n := headerLen
	for _, s := range sections {
		n += len(s)
	}
	data := append(make([]byte, 0, n), magic...)
	data = append(data, 0, 0, 0, 0)
	for _, s := range sections {
		data = binary.LittleEndian.AppendUint32(data, uint32(len(s)))
	}
	for _, s := range sections {
		data = append(data, s...)
	}
	binary.LittleEndian.PutUint32(data[len(magic):], crc32.Checksum(data[len(magic)+4:], castagnoli()))
	return data
}

// split checks the hash and returns the sections, which share data's bytes.
func split(data []byte) (sections [numSections][]byte, err error) {
	if len(data) < headerLen || string(data[:len(magic)]) != magic {
		return sections, fmt.Errorf("%w: not an index of this version", errDamaged)
	}
	if crc32.Checksum(data[len(magic)+4:], castagnoli()) != binary.LittleEndian.Uint32(data[len(magic):]) {
		return sections, fmt.Errorf("%w: the hash does not fit", errDamaged)
	}
	rest := data[headerLen:]
	for i := range sections {
		n := int(binary.LittleEndian.Uint32(data[len(magic)+4+4*i:]))
		if n > len(rest) {
			return sections, fmt.Errorf("%w: it ends early", errDamaged)
		}
		sections[i], rest = rest[:n:n], rest[n:]
	}
	if len(rest) > 0 {
		return sections, fmt.Errorf("%w: it goes on after its end", errDamaged)
	}
	return sections, nil
}

// A source reads varints from the beginning of a section. After reading past
// the end, or a number beyond 32 bits, bad stays set and all reads give 0.
type source struct {
	b   []byte
	bad bool
}

func (s *source) uv() uint32 {
	v, n := binary.Uvarint(s.b)
	if n <= 0 || v > 1<<32-1 {
		s.b, s.bad = nil, true
		return 0
	}
	s.b = s.b[n:]
	return uint32(v)
}

func (s *source) sv() int32 {
	v := s.uv()
	return int32(v>>1) ^ -int32(v&1)
}

func (s *source) str() string {
	n := int(s.uv())
	if n > len(s.b) {
		s.b, s.bad = nil, true
		return ""
	}
	v := string(s.b[:n])
	s.b = s.b[n:]
	return v
}

// count reads a number of things that take at least one byte each.
func (s *source) count() int {
	n := int(s.uv())
	if n > len(s.b) {
		s.b, s.bad = nil, true
		return 0
	}
	return n
}

func appendUV(dst []byte, v uint32) []byte { return binary.AppendUvarint(dst, uint64(v)) }

func appendSV(dst []byte, v int32) []byte { return appendUV(dst, uint32(v<<1)^uint32(v>>31)) }

func appendStr(dst []byte, s string) []byte { return append(appendUV(dst, uint32(len(s))), s...) }

// The first bytes, and the numbers, from which a number takes two, three and
// five bytes.
const (
	firstTwo, firstThree, firstFive = 192, 248, 255

	fromThree = firstTwo + (firstThree-firstTwo)<<8
	fromFive  = fromThree + (firstFive-firstThree)<<16
)

// appendNumber appends the number of a term.
func appendNumber(dst []byte, n uint32) []byte {
	switch {
	case n < firstTwo:
		return append(dst, byte(n))
	case n < fromThree:
		n -= firstTwo
		return append(dst, byte(firstTwo+n>>8), byte(n))
	case n < fromFive:
		n -= fromThree
		return append(dst, byte(firstThree+n>>16), byte(n>>8), byte(n))
	}
	return binary.BigEndian.AppendUint32(append(dst, firstFive), n-fromFive)
}

// number reads the number of a term at b[i], which has been checked.
func number(b []byte, i int) (n uint32, next int) {
	switch first := uint32(b[i]); {
	case first < firstTwo:
		return first, i + 1
	case first < firstThree:
		return firstTwo + (first-firstTwo)<<8 + uint32(b[i+1]), i + 2
	case first < firstFive:
		return fromThree + (first-firstThree)<<16 + uint32(b[i+1])<<8 + uint32(b[i+2]), i + 3
	}
	return uint32(min(fromFive+uint64(binary.BigEndian.Uint32(b[i+1:])), math.MaxUint32)), i + 5
}

// numberLen returns the length in bytes of the number with the given first byte.
func numberLen(first byte) int {
	switch {
	case first < firstTwo:
		return 1
	case first < firstThree:
		return 2
	case first < firstFive:
		return 3
	}
	return 5
}

// varint reads the varint at b[i], which has been checked.
func varint(b []byte, i int) (v uint32, next int) {
	v = uint32(b[i])
	if v < 0x80 {
		return v, i + 1
	}
	v &= 0x7f
	for shift := 7; ; shift += 7 {
		i++
		c := b[i]
		v |= uint32(c&0x7f) << shift
		if c < 0x80 {
			return v, i + 1
		}
	}
}
