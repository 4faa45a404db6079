package site

import (
	"net/http"
	"strconv"
	"strings"
)

// quality returns the weight that an Accept-Encoding header gives to a coding,
// 0 to 1, or -1 if the header does not name it. What cannot be read counts as 0.
func quality(accept, coding string) float64 {
	for accept != "" {
		var item string
		item, accept, _ = strings.Cut(accept, ",")
		name, parameters, _ := strings.Cut(item, ";")
		if !strings.EqualFold(strings.TrimSpace(name), coding) {
			continue
		}
		key, value, weighed := strings.Cut(strings.TrimSpace(parameters), "=")
		if !weighed || !strings.EqualFold(strings.TrimSpace(key), "q") {
			return 1
		}
		q, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
		if err != nil || q < 0 || q > 1 {
			return 0
		}
		return q
	}
	return -1
}

func setLength(h http.Header, n int) { h.Set("Content-Length", strconv.Itoa(n)) }
