package main

import "encoding/binary"

// The first bytes of instructions that are told apart. See the WebAssembly
// Core Specification, 5.4.
const (
	blockOp, loopOp, ifOp      = 0x02, 0x03, 0x04
	endOp                      = 0x0b
	branchOp, branchIfOp       = 0x0c, 0x0d
	branchTableOp              = 0x0e
	callOp, callIndirectOp     = 0x10, 0x11
	selectOp                   = 0x1b
	localGetOp, localSetOp     = 0x20, 0x21
	localTeeOp                 = 0x22
	globalGetOp, globalSetOp   = 0x23, 0x24
	firstLoadOp, lastLoadOp    = 0x28, 0x35
	firstStoreOp, lastStoreOp  = 0x36, 0x3e
	memorySizeOp, memoryGrowOp = 0x3f, 0x40
	i32ConstOp, i64ConstOp     = 0x41, 0x42
	f32ConstOp, f64ConstOp     = 0x43, 0x44
	i32EqzOp, i64EqzOp         = 0x45, 0x50
	firstComparisonOp          = 0x46
	lastArithmeticOp           = 0xa6
	i64AddOp, i64OrOp          = 0x7c, 0x84
	i32WrapOp, i64ExtendUOp    = 0xa7, 0xad
	lastConversionOp           = 0xc4
	longOp                     = 0xfc // the kind is in a second number
	memoryCopyOp, memoryFillOp = 10, 11
)

// What Go's compiler writes over and over: in its local variables 0 and 1 are the
// block of the function that comes next and the stack pointer, which is in the
// global variable 0 between functions.
const (
	getBlock = "\x20\x00"
	setBlock = "\x21\x00"
	getStack = "\x20\x01"
	setStack = "\x21\x01"
	oldStack = "\x23\x00"
	ifVoid   = "\x04\x40"
)

// shorterCode returns a section of code whose functions do the same with less.
func shorterCode(section []byte) []byte {
	count, n := binary.Uvarint(section)
	shorter := append([]byte(nil), section[:n]...)
	section = section[n:]
	for range count {
		size, n := binary.Uvarint(section)
		body := shorterBody(section[n:][:size])
		shorter = binary.AppendUvarint(shorter, uint64(len(body)))
		shorter = append(shorter, body...)
		section = section[n+int(size):]
	}
	return shorter
}

func shorterBody(body []byte) []byte {
	groups, at := binary.Uvarint(body)
	for range groups { // how many local variables of what type
		at = numberEnd(body, at) + 1
	}
	locals := body[:at]
	var code [][]byte
	for at < len(body) {
		end := instructionEnd(body, at)
		code = append(code, body[at:end])
		at = end
	}
	code = jumpStraight(foldAddresses(code))
	locals, code = shareFunction(locals, code)
	shorter := append([]byte(nil), locals...)
	for _, c := range code {
		shorter = append(shorter, c...)
	}
	return shorter
}

// stackUse tells how many values an instruction takes from the stack and leaves
// there, if it is one that goes on with the next.
func stackUse(op byte) (takes, leaves int, known bool) {
	switch {
	case op == localGetOp, op == globalGetOp, op >= i32ConstOp && op <= f64ConstOp:
		return 0, 1, true
	case op == localSetOp, op == globalSetOp:
		return 1, 0, true
	case op == localTeeOp, op >= firstLoadOp && op <= lastLoadOp, isUnary(op):
		return 1, 1, true
	case op >= firstStoreOp && op <= lastStoreOp:
		return 2, 0, true
	case op >= firstComparisonOp && op <= lastArithmeticOp:
		return 2, 1, true
	case op == selectOp:
		return 3, 1, true
	}
	return 0, 0, false
}

// isUnary reports whether an instruction makes a number of one other: is it
// zero, how many bits of it are, the rounding of floats, the conversions.
func isUnary(op byte) bool {
	return op == i32EqzOp || op == i64EqzOp ||
		op >= 0x67 && op <= 0x69 || op >= 0x79 && op <= 0x7b ||
		op >= 0x8b && op <= 0x91 || op >= 0x99 && op <= 0x9f ||
		op > lastArithmeticOp && op <= lastConversionOp
}

// instructionEnd returns where the instruction at a place ends.
func instructionEnd(code []byte, at int) int {
	op := code[at]
	at++
	switch {
	case op == branchTableOp:
		count, n := binary.Uvarint(code[at:])
		at += n
		for range count + 1 {
			at = numberEnd(code, at)
		}
	case op >= blockOp && op <= ifOp, op == branchOp, op == branchIfOp, op == callOp,
		op >= localGetOp && op <= globalSetOp, op >= memorySizeOp && op <= i64ConstOp:
		at = numberEnd(code, at)
	case op == callIndirectOp, op >= firstLoadOp && op <= lastStoreOp:
		at = numberEnd(code, numberEnd(code, at))
	case op == f32ConstOp:
		at += 4
	case op == f64ConstOp:
		at += 8
	case op == longOp:
		kind, n := binary.Uvarint(code[at:])
		at += n
		switch {
		case kind == memoryCopyOp:
			at += 2
		case kind == memoryFillOp:
			at++
		case kind >= 8:
			panic("not an instruction that Go writes") // shrink says what is wrong
		}
	case op > lastConversionOp:
		panic("not an instruction that Go writes")
	}
	return at
}

// numberEnd returns where the number at a place ends, of any size and sign.
func numberEnd(code []byte, at int) int {
	for code[at]&0x80 != 0 {
		at++
	}
	return at + 1
}

// signed returns the signed number b begins with.
func signed(b []byte) int64 {
	n := int64(0)
	for i, c := range b {
		shift := 7 * i
		n |= int64(c&0x7f) << shift
		if c&0x80 == 0 {
			if shift += 7; c&0x40 != 0 && shift < 64 {
				n -= 1 << shift
			}
			return n
		}
	}
	panic("no end") // shrink says what is wrong
}
