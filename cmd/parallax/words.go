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

// listed joins words: "title, outlet and date".
func listed(words []string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + " and " + words[last]
}

// fewOf names the first three of a list, and counts the others.
func fewOf(list []string) string {
	const most = 3
	if n := len(list) - most; n > 0 {
		return fmt.Sprintf("%s and %d more", strings.Join(list[:most], ", "), n)
	}
	return strings.Join(list, ", ")
}
