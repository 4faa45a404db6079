package main

import (
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"

	"github.com/spf13/pflag"

	"parallax/internal/site"
)

func build(args []string, _ io.Reader, out io.Writer) error {
	flags := pflag.NewFlagSet("build", pflag.ContinueOnError)
	dir := flags.String("out", "", "folder to write the site to")
	base := flags.String("base", "", "path the site will lie under, such as /repo/ (default: the path of --url, else /)")
	address := flags.String("url", "", "full address of the site, for the sitemap, the feed and search engines")
	if err := parseFlags(flags, args); err != nil {
		return err
	}
	name, err := oneCollection(flags)
	if err != nil {
		return err
	}
	if *dir == "" {
		return errors.New("build: say with --out DIR where the site goes")
	}
	o, err := host(*base, *address)
	if err != nil {
		return fmt.Errorf("build: %w", err)
	}
	s, err := siteOf(name, o, out)
	if err != nil {
		return err
	}
	if err := s.Publish(*dir); err != nil {
		return fmt.Errorf("build: %w", err)
	}
	fmt.Fprintf(out, "%s: %d files, version %s. Serve this folder as %s; offline reading needs https (or localhost).\n",
		*dir, len(s.Files), s.Version, s.Base)
	return nil
}

// host makes the options of a site that lies at the path base of some host, or
// at a full address; either may be "".
func host(base, address string) (site.Options, error) {
	o := site.Options{Static: true, Quality: 11}
	if address != "" {
		u, err := url.Parse(address)
		if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
			return o, fmt.Errorf("--url %q: it must be a full address such as https://example.org/repo/", address)
		}
		if u.RawQuery != "" || u.Fragment != "" || u.User != nil {
			return o, fmt.Errorf("--url %q: it must end with its path", address)
		}
		u.Path = asFolder(u.Path)
		if base == "" {
			base = u.Path
		} else if asFolder(base) != u.Path {
			return o, fmt.Errorf("--base %s and --url %s name different paths", base, address)
		}
		o.URL = u.String()
	}
	o.Base = asFolder(base)
	return o, nil
}

// asFolder puts a slash before and behind a path.
func asFolder(path string) string {
	path = strings.Trim(path, "/")
	if path == "" {
		return "/"
	}
	return "/" + path + "/"
}
