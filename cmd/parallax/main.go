// Command parallax reads dossiers of news articles: it serves the reader,
// builds it as a static site, and answers its questions on the command line.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
)

// A command is one verb of the command line. run reads flags anywhere among
// args; the error it returns is one line for the user.
type command struct {
	name, usage, does string
	run               func(args []string, in io.Reader, out io.Writer) error
}

// commands is in the order of the help text.
var commands = []command{
	{"serve", "serve [--addr :8080] [DOSSIER]", "serves the reader to browsers", serve},
	{"build", "build --out DIR [--base /repo/] [--url https://…] [DOSSIER]", "writes the reader as a static site for any host", build},
	{"search", "search QUERY [--dossier D] [--limit 10] [--json] | search --jsonl", "finds articles, forgiving typing errors and foreign letters", runSearch},
	{"import", "import FILE… --into DIR [--skip-bad]", "makes a collection of text, Markdown, saved web pages (.html, .mhtml), feeds (RSS, Atom, JSON Feed), JSONL and .parallax files, or of folders of them, or adds them to one", runImport},
	{"check", "check [DOSSIER] [--json]", "explains what was understood of each article, in words or as JSON", check},
	{"compare", "compare A B [DOSSIER] [--json] | compare --jsonl", "aligns the sentences of two articles, or of one with itself", runCompare},
	{"related", "related [DOSSIER] [--jsonl]", "ranks for each article the others on the same news", runRelated},
	{"dates", "dates --jsonl [--together]", "finds the times that texts mention, and when each text was published", runDates},
	{"quotes", "quotes [DOSSIER] | quotes --jsonl", "finds who said what, with the words that attribute it", runQuotes},
	{"timeline", "timeline [DOSSIER] [--format json|csv|ics|timelinejs|md] [--json] [--query WORDS] [--from DAY] [--to DAY]", "lists the events that the articles tell, with what each article has about each", runTimeline},
	{"version", "version [--licences] [--sbom]", "says which build this is and what is in it", runVersion},
}

func main() {
	if err := run(os.Args[1:], os.Stdin, os.Stdout); err != nil {
		if !errors.Is(err, errReported) {
			fmt.Fprintln(os.Stderr, "parallax:", err)
		}
		os.Exit(1)
	}
}

func run(args []string, in io.Reader, out io.Writer) error {
	if len(args) == 0 || args[0] == "help" || args[0] == "-h" || args[0] == "--help" {
		return help(out)
	}
	for _, c := range commands {
		if c.name != args[0] {
			continue
		}
		err := c.run(args[1:], in, out)
		var flags flagsAsked
		if errors.As(err, &flags) {
			_, err = fmt.Fprint(out, flags)
		}
		return err
	}
	return fmt.Errorf("no command %q; parallax help lists them", args[0])
}

func help(out io.Writer) error {
	fmt.Fprintln(out, "Parallax reads news by several sources side by side.")
	fmt.Fprintln(out)
	for _, c := range commands {
		fmt.Fprintf(out, "  parallax %s\n      %s\n", c.usage, c.does)
	}
	fmt.Fprintln(out, "\nDOSSIER is a collection, a folder or a .parallax file; without one, the five articles that come with the program.")
	return nil
}
