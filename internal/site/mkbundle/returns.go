package main

import "encoding/binary"

// Before each call Go puts on its stack where to go on: the number of the
// function, and in the lower 16 bits that of its block.
//
//	local.get SP, i64.const 0x1234_0007, i64.store 0
//
// The number of the function is put into a local variable once instead, so that
// what comes before calls is much the same in all functions:
//
//	local.get SP, local.get 2, i64.const 7, i64.or, i64.store 0
//
// That is longer, and packed a thirtieth of the program less.
const (
	blockBits     = 16
	functionLocal = 2
	storeReturn   = "\x37\x03\x00"
	i64Type       = 0x7e
	oneStack      = "\x01\x7f" // the first local variables: the stack pointer, an i32
)

// shareFunction returns the local variables and the code of a function changed
// so. Only functions that Go compiled are, of one parameter, the block.
func shareFunction(locals []byte, code [][]byte) ([]byte, [][]byte) {
	function, ok := functionOf(code)
	groups, n := binary.Uvarint(locals)
	if !ok || groups == 0 || string(locals[n:n+2]) != oneStack || string(code[0]) != oldStack || string(code[1]) != setStack {
		return locals, code
	}
	longer := binary.AppendUvarint(nil, groups+1)
	longer = append(longer, oneStack...)
	longer = append(longer, 1, i64Type)
	longer = append(longer, locals[n+2:]...)

	number := append([]byte{i64ConstOp}, appendSigned(nil, int(function<<blockBits))...)
	shared := [][]byte{number, {localSetOp, functionLocal}}
	for i, c := range code {
		op := c[0]
		switch {
		case op >= localGetOp && op <= localTeeOp:
			if local, _ := binary.Uvarint(c[1:]); local >= functionLocal {
				c = binary.AppendUvarint([]byte{op}, local+1)
			}
			shared = append(shared, c)
		case isReturn(code, i) && signed(c[1:])>>blockBits == function:
			block := appendSigned([]byte{i64ConstOp}, int(signed(c[1:])&(1<<blockBits-1)))
			shared = append(shared, []byte{localGetOp, functionLocal}, block, []byte{i64OrOp})
		default:
			shared = append(shared, c)
		}
	}
	return longer, shared
}

// functionOf returns the number of the function that code goes on in after its
// first call.
func functionOf(code [][]byte) (function int64, ok bool) {
	for i := range code {
		if isReturn(code, i) && i+3 < len(code) && code[i+2][0] == i32ConstOp && code[i+3][0] == callOp {
			function = signed(code[i][1:]) >> blockBits
			return function, function > 0
		}
	}
	return 0, false
}

// isReturn reports whether the instruction at a place is a number that is stored
// at the top of Go's stack.
func isReturn(code [][]byte, at int) bool {
	return code[at][0] == i64ConstOp && at > 0 && string(code[at-1]) == getStack && at+1 < len(code) && string(code[at+1]) == storeReturn
}
