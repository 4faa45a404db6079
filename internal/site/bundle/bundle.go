// Package bundle carries the ready-made site of the embedded dossier. `make
// build` fills the folder files before it compiles; without that, the package
// compiles all the same and carries nothing.
package bundle

import (
	"embed"
	"io/fs"
)

//go:embed all:files
var files embed.FS

// FS returns what was bundled; it is empty but for .gitignore if nothing was.
func FS() fs.FS {
	sub, err := fs.Sub(files, "files")
	if err != nil {
		panic(err) // the name is a constant
	}
	return sub
}
