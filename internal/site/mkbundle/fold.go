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
// Every variable, argument and result is read and written so. It was a
// tenth of the code, and packed a fiftieth of the program.

// foldAddresses returns code with the places on the stack folded into the
// instructions that read and write there. It changes the list it is given.
func foldAddresses(code [][]byte) [][]byte {
	const added = 4 // instructions that addedOffset reads
	folded := code[:0:0]
	for i := 0; i < len(code); i++ {
		folded = append(folded, code[i])
		if string(code[i]) != getStack {
			continue
		}
		offset, ok := addedOffset(code[i+1:])
		if !ok {
			continue
		}
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
