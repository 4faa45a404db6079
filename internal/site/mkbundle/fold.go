package main

import (
	"bytes"
	"encoding/binary"
)

// Go reckons the places on its stack with 64 bits. For the word 16 bytes up it
// writes
//
//	local.get SP, i64.extend_i32_u, i64.const 16, i64.add, i32.wrap_i64, i64.load 0
//
// where this says the same, as the stack never ends where memory does:
//
//	local.get SP, i64.load 16
//
// Every variable, argument and result is read and written so. Without it the
// program is a tenth shorter, and packed a fortieth.

// getStack reads the local variable in which Go keeps its stack pointer.
const getStack = "\x20\x01"

// The first bytes of instructions that are told apart here. See the WebAssembly
// Core Specification, 5.4.
const (
	blockOp, loopOp, ifOp             = 0x02, 0x03, 0x04
	branchOp, branchIfOp              = 0x0c, 0x0d
	branchTableOp                     = 0x0e
	callOp, callIndirectOp            = 0x10, 0x11
	selectOp                          = 0x1b
	localGetOp, localSetOp            = 0x20, 0x21
	localTeeOp                        = 0x22
	globalGetOp, globalSetOp          = 0x23, 0x24
	firstLoadOp, lastLoadOp           = 0x28, 0x35
	firstStoreOp, lastStoreOp         = 0x36, 0x3e
	memorySizeOp, memoryGrowOp        = 0x3f, 0x40
	i32ConstOp, i64ConstOp            = 0x41, 0x42
	f32ConstOp, f64ConstOp            = 0x43, 0x44
	i32EqzOp, i64EqzOp                = 0x45, 0x50
	firstComparisonOp                 = 0x46
	lastArithmeticOp                  = 0xa6
	i64AddOp, i32WrapOp, i64ExtendUOp = 0x7c, 0xa7, 0xad
	lastConversionOp                  = 0xc4
	longOp                            = 0xfc // the kind is in a second number
	memoryCopyOp, memoryFillOp        = 10, 11
)

// foldAddresses returns a section of code with the places on the stack folded
// into the instructions that read and write there.
func foldAddresses(section []byte) []byte {
	count, n := binary.Uvarint(section)
	folded := append([]byte(nil), section[:n]...)
	section = section[n:]
	for range count {
		size, n := binary.Uvarint(section)
		body := foldBody(section[n:][:size])
		folded = binary.AppendUvarint(folded, uint64(len(body)))
		folded = append(folded, body...)
		section = section[n+int(size):]
	}
	return folded
}

func foldBody(body []byte) []byte {
	locals, at := binary.Uvarint(body)
	for range locals { // how many of what type
		at = numberEnd(body, at) + 1
	}
	folded := append([]byte(nil), body[:at]...)
	var code [][]byte
	for at < len(body) {
		end := instructionEnd(body, at)
		code = append(code, body[at:end])
		at = end
	}
	for i := 0; i < len(code); i++ {
		folded = append(folded, code[i]...)
		if string(code[i]) != getStack {
			continue
		}
		offset, ok := addedOffset(code[i+1:])
		if !ok {
			continue
		}
		const added = 4 // instructions
		if by := addressedBy(code[i+1+added:]); by >= 0 {
			by += i + 1 + added
			code[by] = withOffset(code[by], offset)
			i += added
		}
	}
	return folded
}

// addedOffset returns the number that code, as Go writes it, adds to the i32 on
// the stack.
func addedOffset(code [][]byte) (offset uint64, ok bool) {
	if len(code) < 4 || code[0][0] != i64ExtendUOp || code[1][0] != i64ConstOp || code[2][0] != i64AddOp || code[3][0] != i32WrapOp {
		return 0, false
	}
	const sign, large = 0x40, 5 // bytes
	number := code[1][1:]
	if len(number) >= large || number[len(number)-1]&sign != 0 {
		return 0, false
	}
	offset, _ = binary.Uvarint(number)
	return offset, true
}

// addressedBy returns which instruction of code loads or stores at the address
// on top of the stack, or -1 if another uses it or it cannot be told.
func addressedBy(code [][]byte) int {
	above := 0 // values on the stack above the address
	for i, c := range code {
		takes, leaves, known := stackUse(c[0])
		switch {
		case !known:
			return -1
		case takes > above:
			if isLoad := c[0] >= firstLoadOp && c[0] <= lastLoadOp; isLoad && above == 0 {
				return i
			}
			if isStore := c[0] >= firstStoreOp && c[0] <= lastStoreOp; isStore && above == 1 {
				return i
			}
			return -1
		}
		above += leaves - takes
	}
	return -1
}

// withOffset returns a load or store at an address that is larger by so much.
func withOffset(instruction []byte, by uint64) []byte {
	alignment := numberEnd(instruction, 1)
	offset, _ := binary.Uvarint(instruction[alignment:])
	return binary.AppendUvarint(bytes.Clone(instruction[:alignment]), offset+by)
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
