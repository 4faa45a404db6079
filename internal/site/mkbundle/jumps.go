package main

import "encoding/binary"

// Around all blocks of a function Go writes a loop with a table: a jump sets the
// number of a block and goes back to the table, which leads there.
//
//	i32.const 7, local.set 0, br 3
//
// As each block begins where a block of WebAssembly ends, which are one within
// the other, one that is further down can be reached without the table:
//
//	br 1
//
// And what is done on a condition is one instruction then, br_if. The table
// was a sixteenth of the packed program, and a quarter of the time that the tests
// of search take in a browser's engine.

// jumpStraight returns code with jumps that go down straight. The number is read
// by nothing but the table, so it need not be set; and code that goes on into a
// block never set it.
func jumpStraight(code [][]byte) [][]byte {
	reads := 0
	for _, c := range code {
		if string(c) == getBlock {
			reads++
		}
	}
	if reads != 1 {
		return code
	}
	var table blockTable
	var open []int // where the blocks begin that are not at their end, from the outermost
	straight := code[:0:0]
	for i := 0; i < len(code); i++ {
		switch code[i][0] {
		case blockOp, loopOp, ifOp:
			open = append(open, i)
		case endOp:
			open = open[:max(0, len(open)-1)]
		case branchTableOp:
			table = readTable(code, i, open)
		}
		depth, ok := table.below(code[i:], open)
		if !ok {
			straight = append(straight, code[i])
			continue
		}
		const jump = 3 // instructions
		before := len(straight) - 1
		if before >= 0 && string(straight[before]) == ifVoid && code[i+jump][0] == endOp {
			straight[before] = binary.AppendUvarint([]byte{branchIfOp}, uint64(depth-1))
			open = open[:len(open)-1]
			i += jump
			continue
		}
		straight = append(straight, binary.AppendUvarint([]byte{branchOp}, uint64(depth)))
		i += jump - 1
	}
	return straight
}

// blockTable is the table at the beginning of a function. Blocks of WebAssembly
// are told by the instruction that begins them.
type blockTable struct {
	loop int   // whose beginning leads to the table
	ends []int // by number of the block of Go, the block whose end is its beginning; last, that of all other numbers
}

// readTable reads the table that is the instruction at a place, if there is
// nothing but beginnings of blocks between it and the loop around them.
func readTable(code [][]byte, at int, open []int) blockTable {
	if at == 0 || string(code[at-1]) != getBlock {
		return blockTable{}
	}
	loop := at - 2
	for loop >= 0 && code[loop][0] == blockOp {
		loop--
	}
	if loop < 0 || code[loop][0] != loopOp {
		return blockTable{}
	}
	table := blockTable{loop: loop}
	count, n := binary.Uvarint(code[at][1:])
	depths := code[at][1+n:]
	for range count + 1 {
		depth, n := binary.Uvarint(depths)
		depths = depths[n:]
		table.ends = append(table.ends, open[len(open)-1-int(depth)])
	}
	return table
}

// below reports whether code begins with a jump by the table to further down,
// and how many of the open blocks it leaves but that one.
func (t blockTable) below(code [][]byte, open []int) (depth int, ok bool) {
	if len(t.ends) == 0 || len(code) < 4 || code[0][0] != i32ConstOp || string(code[1]) != setBlock || code[2][0] != branchOp {
		return 0, false
	}
	back, _ := binary.Uvarint(code[2][1:])
	if back >= uint64(len(open)) || open[len(open)-1-int(back)] != t.loop {
		return 0, false
	}
	block := signed(code[0][1:])
	if block < 0 {
		return 0, false
	}
	end := t.ends[min(int(block), len(t.ends)-1)]
	for depth := range open {
		if open[len(open)-1-depth] == end {
			return depth, end != t.loop
		}
	}
	return 0, false
}
