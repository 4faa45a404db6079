package dossier

import (
	"bytes"
	"fmt"
	"slices"
)

// Seal wraps JSON on its way to a browser. It names the program that may open
// it and, by its stamp, the pages that were made with it; both are hex digits.
func Seal(build, stamp string, content []byte) []byte {
	return slices.Concat(seal(build, stamp), content, []byte("}"))
}

func seal(build, stamp string) []byte {
	return fmt.Appendf(nil, `{"build":%q,"stamp":%q,"content":`, build, stamp)
}

// Unseal returns what Seal wrapped, without reading it. It is not ok if that
// was meant for another program or for other pages.
func Unseal(sealed []byte, build, stamp string) (content []byte, ok bool) {
	content, ok = bytes.CutPrefix(sealed, seal(build, stamp))
	if !ok {
		return nil, false
	}
	return bytes.CutSuffix(content, []byte("}"))
}
