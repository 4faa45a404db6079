package dates

import (
	"strings"
	"time"
)

// Merge makes one value of the mentions of a group: the span of "1992-1994",
// the set of "two and three years ago", the one moment of two clocks. The
// clock of the teller, which stands first, is kept. A group of one is itself.
func Merge(group []Mention) Value {
	if len(group) == 0 {
		return Value{}
	}
	first, last := group[0].Value, group[len(group)-1].Value
	if len(group) == 1 {
		return first
	}
	if first.Precision == Minute {
		return first
	}
	if !first.OnCalendar() || !last.OnCalendar() {
		return first
	}
	v := Value{TIMEX3: first.TIMEX3 + "/" + last.TIMEX3, Precision: min(first.Precision, last.Precision)}
	if group[0].Each {
		edtf := make([]string, len(group))
		for i := range group {
			edtf[i] = strings.TrimSuffix(group[i].Value.EDTF, "~")
		}
		if last.Earliest.Before(first.Earliest) {
			for i, j := 0, len(edtf)-1; i < j; i, j = i+1, j-1 {
				edtf[i], edtf[j] = edtf[j], edtf[i]
			}
		}
		v.EDTF = "{" + strings.Join(edtf, ",") + "}"
	} else {
		v.EDTF = ends(first.EDTF, 0) + "/" + ends(last.EDTF, 1)
	}
	v.Earliest, v.Latest = earlier(first.Earliest, last.Earliest), later(first.Latest, last.Latest)
	return v
}

// ends is one end of an interval in EDTF, if edtf is an interval itself.
func ends(edtf string, end int) string {
	if a, b, ok := strings.Cut(edtf, "/"); ok {
		return [2]string{a, b}[end]
	}
	return edtf
}

func earlier(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
