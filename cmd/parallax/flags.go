package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/spf13/pflag"
)

// parseFlags reads args, where flags may stand anywhere. The error is one line
// for the user, or on --help the flags there are.
func parseFlags(flags *pflag.FlagSet, args []string) error {
	flags.SetOutput(io.Discard)
	err := flags.ParseAll(args, func(f *pflag.Flag, value string) error {
		if flags.Set(f.Name, value) == nil {
			return nil
		}
		wanted := map[string]string{"int": "a whole number", "bool": "true or false"}[f.Value.Type()]
		return fmt.Errorf("--%s is %s, not %q", f.Name, cmp.Or(wanted, "a "+f.Value.Type()), value)
	})
	if errors.Is(err, pflag.ErrHelp) {
		return flagsAsked(fmt.Sprintf("%s takes these flags:\n%s", flags.Name(), flags.FlagUsages()))
	}
	if err != nil {
		return fmt.Errorf("%s: %w", flags.Name(), err)
	}
	return nil
}

// oneCollection returns the one argument that a command takes beside its flags,
// the name of a collection, or "".
func oneCollection(flags *pflag.FlagSet) (string, error) {
	if n := flags.NArg(); n > 1 {
		return "", fmt.Errorf("%s takes one collection, not %d", flags.Name(), n)
	}
	return flags.Arg(0), checkNamed(flags, flags.Args())
}

// checkNamed reports a collection that is given and called "", as by a variable
// of a shell that is not set: it is not to be taken for none.
func checkNamed(flags *pflag.FlagSet, given []string) error {
	if slices.Contains(given, "") {
		return fmt.Errorf("%s: the name of the collection is empty", flags.Name())
	}
	return nil
}

// flagsAsked ends a command with what it was asked for, its flags.
type flagsAsked string

func (f flagsAsked) Error() string { return string(f) }
