package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"

	"github.com/spf13/pflag"

	"parallax/internal/site"
	"parallax/internal/site/bundle"
)

// errNoBundle is for a parallax that was compiled without `make build`.
var errNoBundle = errors.New("this parallax was compiled without the reader in it; run `make build` and use bin/parallax")

func serve(args []string, _ io.Reader, out io.Writer) error {
	flags := pflag.NewFlagSet("serve", pflag.ContinueOnError)
	addr := flags.String("addr", ":8080", "host and port to listen on")
	if err := parseFlags(flags, args); err != nil {
		return err
	}
	name, err := oneCollection(flags)
	if err != nil {
		return err
	}
	s, err := siteOf(name, site.Options{Base: "/", Quality: 5}, out)
	if err != nil {
		return err
	}
	debug.FreeOSMemory() // what opening the site needed and serving does not
	listener, err := net.Listen("tcp", *addr)
	if errors.Is(err, syscall.EADDRINUSE) {
		return fmt.Errorf("serve: %s is in use by another program; choose another with --addr", *addr)
	}
	var wrong *net.AddrError
	if errors.As(err, &wrong) {
		return fmt.Errorf("serve: --addr %q: it must be host:port, such as :8080", *addr)
	}
	if err != nil {
		return fmt.Errorf("serve: %w", err)
	}
	fmt.Fprintf(out, "Parallax is at http://%s/ — stop with Ctrl-C\n", shown(listener.Addr()))

	stop, done := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer done()
	server := site.NewServer(s)
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return fmt.Errorf("serve: %w", err)
	case <-stop.Done():
	}
	// Answers under way are finished, but nobody can hold the program up.
	ending, cancel := context.WithTimeout(context.Background(), 3*time.Second)
	defer cancel()
	if err := server.Shutdown(ending); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return fmt.Errorf("serve: %w", err)
	}
	if err := server.Close(); err != nil && !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve: %w", err)
	}
	return nil
}

// shown writes an address as a person would type it.
func shown(addr net.Addr) string {
	host, port, err := net.SplitHostPort(addr.String())
	if err != nil {
		return addr.String()
	}
	if ip := net.ParseIP(host); ip == nil || ip.IsUnspecified() {
		host = "localhost"
	}
	return net.JoinHostPort(host, port)
}

// siteOf returns the site of the dossier at name, or for "" the one that the
// program carries, and says what of it was not read.
func siteOf(name string, o site.Options, out io.Writer) (*site.Site, error) {
	carried, program, err := site.Open(bundle.FS())
	if errors.Is(err, site.ErrNoBundle) {
		return nil, errNoBundle
	}
	if err != nil {
		return nil, err
	}
	if name == "" && o.Base == carried.Base && !o.Static {
		return carried, nil
	}
	pack, err := openPack(name)
	if err != nil {
		return nil, err
	}
	if _, err := io.WriteString(out, notRead(name, pack)); err != nil {
		return nil, err
	}
	o.Own = name == ""
	return site.Build(pack, program, o)
}
