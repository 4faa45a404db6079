package main

import (
	"fmt"
	"strings"
)

// count returns n with what is counted: "1 article", "5 articles".
func count(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return fmt.Sprintf("%d %s", n, what)
}

// byOutlets ends a sentence on articles: " by 2 outlets", or if none of them
// names one, nothing.
func byOutlets(n int) string {
	if n == 0 {
		return ""
	}
	return " by " + count(n, "outlet")
}

// quoteShort returns s in quotation marks, cut after sixty letters.
func quoteShort(s string) string {
	if r := []rune(s); len(r) > 60 {
		s = string(r[:59]) + "…"
	}
	return "“" + strings.Join(strings.Fields(s), " ") + "”"
}
