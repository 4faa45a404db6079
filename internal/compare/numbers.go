package compare

import (
	"strconv"
	"strings"
)

// numberWords are the numbers written in letters that stand for themselves.
var numberWords = readNumberWords()

func readNumberWords() map[string]float64 {
	m := map[string]float64{}
	for i, w := range strings.Fields(`zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
		sixteen seventeen eighteen nineteen`) {
		m[w] = float64(i)
	}
	for i, w := range strings.Fields(`twenty thirty forty fifty sixty seventy eighty ninety`) {
		m[w] = float64(20 + 10*i)
	}
	m["dozen"] = 12
	m["hundred"] = 100
	m["thousand"] = 1e3
	m["million"] = 1e6
	m["mln"] = 1e6
	m["billion"] = 1e9
	m["bln"] = 1e9
	m["bn"] = 1e9
	m["trillion"] = 1e12
	return m
}

// numberWord reads one folded word as a number.
func numberWord(w string) (float64, bool) {
	if n, ok := numberWords[w]; ok {
		return n, true
	}
	if w == "" || w[0] < '0' || w[0] > '9' {
		return 0, false
	}
	n, err := strconv.ParseFloat(strings.ReplaceAll(w, ",", ""), 64)
	return n, err == nil
}
