//go:build linux

// Command benchservers sets `parallax serve` beside nginx and Caddy: the same
// files, the same headers, the same requests, in turns on the same machine. It
// prints the processor time of the server's processes for each request, and the
// memory they hold. It is a step of `make bench`; servers that are not installed
// are left out.
package main

import (
	"fmt"
	"os"
	"slices"
	"time"

	"github.com/spf13/pflag"

	"parallax/internal/site"
	"parallax/internal/site/bundle"
)

// idleConnections is how many are open, and do nothing, when memory is looked at.
const idleConnections = 1000

// smallPage is the address of a page of a few kB.
const smallPage = "/help/"

func main() {
	program := pflag.String("parallax", "bin/parallax", "the program to measure")
	rounds := pflag.Int("rounds", 3, "turns of each server; the middle one counts")
	pflag.Parse()
	if err := run(*program, *rounds); err != nil {
		fmt.Fprintln(os.Stderr, "benchservers:", err)
		os.Exit(1)
	}
}

// work is one kind of request.
type work struct {
	name  string
	path  string
	fresh bool // the client has the file already
	count int  // requests in a turn
	// At most so many times the processor time of the others; 0 is any.
	nginx, caddy float64
}

func run(program string, rounds int) error {
	s, _, err := site.Open(bundle.FS())
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "benchservers")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	wasm, err := writeFiles(s, dir+"/site")
	if err != nil {
		return err
	}
	works := []work{
		{"small HTML", smallPage, false, 20000, 3.3, 0.45},
		{"304", smallPage, true, 20000, 3.6, 0},
		{"wasm", "/" + wasm, false, 400, 0.8, 0},
	}

	servers, err := start(program, dir)
	defer func() {
		for _, s := range servers {
			s.stop()
		}
	}()
	if err != nil {
		return err
	}
	for _, s := range servers {
		if s.freshKB, err = s.memory(); err != nil {
			return err
		}
	}

	// cost[work][server] is the processor time of a request, in microseconds.
	cost := make([][]float64, len(works))
	for i, w := range works {
		times := make([][]float64, len(servers))
		for range rounds {
			for n, s := range servers {
				us, err := s.measure(w)
				if err != nil {
					return fmt.Errorf("%s of %s: %w", w.name, s.name, err)
				}
				times[n] = append(times[n], us)
			}
		}
		for _, t := range times {
			slices.Sort(t)
			cost[i] = append(cost[i], t[len(t)/2])
		}
	}
	for _, s := range servers {
		if s.aloneMs, err = s.latency(smallPage, 5000); err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
		if s.besideMs, err = s.latencyBesideSlow(slowReaders, "/"+wasm, smallPage, 5000); err != nil {
			return fmt.Errorf("%s beside slow readers: %w", s.name, err)
		}
	}
	for _, s := range servers {
		if s.idleKB, err = s.memoryWithIdle(idleConnections); err != nil {
			return fmt.Errorf("%d connections to %s: %w", idleConnections, s.name, err)
		}
	}
	report(servers, works, cost)
	return nil
}

func report(servers []*server, works []work, cost [][]float64) {
	fmt.Printf("%-34s", "server, CPU µs a request")
	for _, s := range servers {
		fmt.Printf(" %10s", s.name)
	}
	fmt.Println()
	for i, w := range works {
		fmt.Printf("%-34s", w.name)
		for n := range servers {
			fmt.Printf(" %10.1f", cost[i][n])
		}
		for n, s := range servers[1:] {
			limit := map[string]float64{"nginx": w.nginx, "caddy": w.caddy}[s.name]
			if limit > 0 {
				fmt.Printf("   %s", verdict("× "+s.name, cost[i][0]/cost[i][n+1], limit))
			}
		}
		fmt.Println()
	}
	for _, row := range []struct {
		name string
		of   func(*server) float64
	}{
		{"small HTML, 99 of 100 within, ms", func(s *server) float64 { return s.aloneMs }},
		{fmt.Sprintf("... beside %d slow readers, ms", slowReaders), func(s *server) float64 { return s.besideMs }},
	} {
		fmt.Printf("%-34s", row.name)
		for _, s := range servers {
			fmt.Printf(" %10.2f", row.of(s))
		}
		fmt.Println()
	}
	fmt.Printf("%-34s", "memory, fresh, MB")
	for _, s := range servers {
		fmt.Printf(" %10.1f", s.freshKB/1024)
	}
	fmt.Printf("   %s\n", verdict("MB", servers[0].freshKB/1024, 25))
	fmt.Printf("%-34s", fmt.Sprintf("memory, %d idle connections, MB", idleConnections))
	for _, s := range servers {
		fmt.Printf(" %10.1f", s.idleKB/1024)
	}
	fmt.Printf("   %s\n", verdict("MB", servers[0].idleKB/1024, 50))
}

// verdict says whether a figure keeps its limit.
func verdict(unit string, got, limit float64) string {
	word := "kept"
	if got > limit {
		word = "MISSED"
	}
	return fmt.Sprintf("%.2f %s (at most %.2f: %s)", got, unit, limit, word)
}

// patience is how long a server may take to start or to answer.
const patience = 20 * time.Second
