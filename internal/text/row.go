package text

import "strings"

// Row returns what stands behind key and a space at the head of a line of table,
// "" if no line has it. The first line of table is empty, and so is the last. A
// table takes less room in the program than a map, which is filled by code.
func Row(table, key string) string {
	i := strings.Index(table, "\n"+key+" ")
	if i < 0 {
		return ""
	}
	row, _, _ := strings.Cut(table[i+len(key)+2:], "\n")
	return row
}
