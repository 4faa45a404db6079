package text

import (
	"fmt"
	"strings"
	"testing"
)

func TestCommon(t *testing.T) {
	for _, tt := range []struct{ name, a, b, want string }{
		{"nothing", "", "a b", "[]"},
		{"no word", "a b", "c d", "[]"},
		{"all", "a b", "a b", "[[0 0] [1 1]]"},
		{"left out on either side", "a x b c", "a b y c", "[[0 0] [2 1] [3 3]]"},
		{"exchanged", "a b", "b a", "[[1 0]]"},
		{"twice", "a a b", "a b", "[[0 0] [2 1]]"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := fmt.Sprint(Common(strings.Fields(tt.a), strings.Fields(tt.b))); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}
