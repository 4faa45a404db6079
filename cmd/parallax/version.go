package main

import (
	"errors"
	"fmt"
	"io"
	"runtime"

	"github.com/spf13/pflag"

	"parallax/internal/site"
	"parallax/internal/site/bundle"
)

// runVersion says which build this is and what is in it.
func runVersion(args []string, _ io.Reader, out io.Writer) error {
	flags := pflag.NewFlagSet("version", pflag.ContinueOnError)
	licences := flags.Bool("licences", false, "print what is in the program, with the licence of each part")
	bill := flags.Bool("sbom", false, "print what is in the program as CycloneDX")
	if err := parseFlags(flags, args); err != nil {
		return err
	}
	if flags.NArg() > 0 {
		return errors.New("version takes no arguments")
	}
	_, program, err := site.Open(bundle.FS())
	if errors.Is(err, site.ErrNoBundle) {
		return errNoBundle
	}
	if err != nil {
		return err
	}
	switch {
	case *bill:
		_, err = out.Write(program.Bill)
	case *licences:
		_, err = out.Write(program.Licences)
	default:
		_, err = fmt.Fprintf(out, "parallax %s, %s %s/%s\n", program.Build, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	}
	return err
}
