package text

// Common returns a longest common subsequence of two lists of words: which of a
// is which of b, in order. Of several it takes the one that leaves out words of
// a first.
// Cost: words of a times words of b.
func Common(a, b []string) [][2]int {
	// longest[i][j] is its length for a[i:] and b[j:].
	longest, room := make([][]uint16, len(a)+1), make([]uint16, (len(a)+1)*(len(b)+1))
	for i := range longest {
		longest[i], room = room[:len(b)+1], room[len(b)+1:]
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				longest[i][j] = longest[i+1][j+1] + 1
			} else {
				longest[i][j] = max(longest[i+1][j], longest[i][j+1])
			}
		}
	}
	var out [][2]int
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			out = append(out, [2]int{i, j})
			i, j = i+1, j+1
		case longest[i+1][j] >= longest[i][j+1]:
			i++
		default:
			j++
		}
	}
	return out
}
