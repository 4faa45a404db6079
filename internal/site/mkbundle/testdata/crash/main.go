// Command crash sorts, collects its garbage, recovers from one panic and
// crashes with another.
package main

import (
	"fmt"
	"os"
	"runtime"
	"sort"
	"strings"
)

var zeros [5000]byte

func main() {
	words := strings.Fields("three sides of one story")
	sort.Strings(words)
	var kept [][]byte
	for range 100 {
		kept = append(kept, make([]byte, 10_000))
		runtime.GC()
	}
	fmt.Println(words, len(kept), recovered(), zeros[4999])
	crash(os.Args)
}

func recovered() (said any) {
	defer func() { said = recover() }()
	crash(nil)
	return nil
}

func crash(arguments []string) {
	panic(fmt.Sprintf("crashed with %d arguments", min(len(arguments), 1)))
}
