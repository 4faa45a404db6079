package dates

import (
	"strings"

	"parallax/internal/text"
)

// leaning are words before a time that lean on it.
var leaning = text.WordSet{Words: "on in at during the shortly early late already"}

// Denied reports whether the text before a mention denies the time: "not on June 9",
// "and not that day".
func Denied(before string) bool {
	word, other := leadsTo(before)
	return word == "not" && other != "or" && other != "if" // "in May, if not in April"
}

// Instead reports whether the text before a mention puts the time in the place of
// another: "but already on June 8".
func Instead(before string) bool {
	word, _ := leadsTo(before)
	return word == "but"
}

// leadsTo returns the last word of before that does not lean on the time after it,
// in small letters, and the word before that.
func leadsTo(before string) (word, other string) {
	const reach = 40 // bytes
	before = strings.ToLower(before[max(0, len(before)-reach):])
	last := func() string {
		before = strings.TrimRight(before, " \n")
		w := before[strings.LastIndexAny(before, " \n")+1:]
		before = before[:len(before)-len(w)]
		return w
	}
	for word = last(); leaning.Has(word); {
		word = last()
	}
	return word, last()
}
