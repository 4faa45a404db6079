//go:build linux

package main

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"parallax/internal/site"
)

// server is a program that serves the site.
type server struct {
	name            string
	cmd             *exec.Cmd
	addr            string
	freshKB, idleKB float64 // resident memory
	// What 99 of 100 requests take at most, in milliseconds.
	aloneMs, besideMs float64
}

// writeFiles lays the site out for servers of files, with its packed forms, and
// returns the path of the program.
func writeFiles(s *site.Site, dir string) (wasm string, err error) {
	for _, f := range s.Files {
		name := filepath.Join(dir, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return "", err
		}
		if err := os.WriteFile(name, f.Body, 0o644); err != nil {
			return "", err
		}
		if f.Gzip != nil {
			if err := os.WriteFile(name+".gz", f.Gzip, 0o644); err != nil {
				return "", err
			}
		}
		if strings.HasSuffix(f.Path, ".wasm") {
			wasm = f.Path
		}
	}
	// nginx gives its work to another user.
	return wasm, errors.Join(os.Chmod(filepath.Dir(dir), 0o755), os.Chmod(dir, 0o755))
}

// nginxConfig and caddyConfig take a folder, a port and header lines.
const (
	nginxConfig = `daemon off; worker_processes auto; pid %[1]s/nginx.pid; error_log stderr error;
events { worker_connections 4096; }
http {
	include /etc/nginx/mime.types; types { application/wasm wasm; }
	access_log off; sendfile on; tcp_nopush on; keepalive_timeout 65; keepalive_requests 1000000;
	client_body_temp_path %[1]s/t1; proxy_temp_path %[1]s/t2; fastcgi_temp_path %[1]s/t3; uwsgi_temp_path %[1]s/t4; scgi_temp_path %[1]s/t5;
	server { listen 127.0.0.1:%[2]d backlog=2048; root %[1]s/site; gzip_static on; gzip_vary on;
%[3]s	}
}
`
	caddyConfig = `{
	admin off
	auto_https off
	log {
		output discard
	}
}
http://127.0.0.1:%[2]d {
	bind 127.0.0.1
	root * %[1]s/site
%[3]s	file_server {
		precompressed gzip
	}
}
`
)

// ownHeaders are those that each server sets by itself; the rest are made the
// same for all.
var ownHeaders = map[string]bool{
	"Accept-Ranges": true, "Content-Encoding": true, "Content-Length": true, "Content-Type": true,
	"Date": true, "Etag": true, "Last-Modified": true, "Vary": true,
}

// start starts the servers that are there, Parallax first.
func start(parallax, dir string) ([]*server, error) {
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	own, err := launch("parallax", port, dir, parallax, "serve", "--addr", local(port))
	if err != nil {
		return nil, err
	}
	servers := []*server{own}
	like, err := own.ask("/help/", "")
	if err != nil {
		return servers, err
	}
	for _, other := range []struct {
		name, config, header string
		args                 []string
	}{
		{"nginx", nginxConfig, "\t\tadd_header %s %q;\n", []string{"-p", dir, "-c"}},
		{"caddy", caddyConfig, "\theader %s %q\n", []string{"run", "--adapter", "caddyfile", "--config"}},
	} {
		path, err := exec.LookPath(other.name)
		if err != nil {
			path, err = exec.LookPath("/usr/sbin/" + other.name)
		}
		if err != nil {
			fmt.Printf("%s is not installed and is left out\n", other.name)
			continue
		}
		if port, err = freePort(); err != nil {
			return servers, err
		}
		var headers strings.Builder
		for _, name := range slices.Sorted(maps.Keys(like.Header)) {
			if !ownHeaders[name] {
				fmt.Fprintf(&headers, other.header, name, like.Header.Get(name))
			}
		}
		config := filepath.Join(dir, other.name+".conf")
		if err := os.WriteFile(config, fmt.Appendf(nil, other.config, dir, port, headers.String()), 0o644); err != nil {
			return servers, err
		}
		s, err := launch(other.name, port, dir, path, append(other.args, config)...)
		if err != nil {
			return servers, err
		}
		servers = append(servers, s)
	}
	return servers, nil
}

// launch starts a server with dir as its home and waits until it answers.
func launch(name string, port int, dir, path string, args ...string) (*server, error) {
	s := &server{name: name, addr: local(port), cmd: exec.Command(path, args...)}
	s.cmd.Env = append(os.Environ(), "HOME="+dir, "XDG_DATA_HOME="+dir, "XDG_CONFIG_HOME="+dir)
	var said bytes.Buffer
	s.cmd.Stdout, s.cmd.Stderr = &said, &said
	s.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := s.cmd.Start(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	for begun := time.Now(); ; time.Sleep(20 * time.Millisecond) {
		conn, err := net.Dial("tcp", s.addr)
		if err == nil {
			return s, conn.Close()
		}
		if time.Since(begun) > patience {
			s.stop()
			return nil, fmt.Errorf("%s does not answer: %w\n%s", name, err, &said)
		}
	}
}

// local is the address of a port of this machine.
func local(port int) string { return net.JoinHostPort("127.0.0.1", strconv.Itoa(port)) }

func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port, nil
}

func (s *server) stop() {
	_ = syscall.Kill(-s.cmd.Process.Pid, syscall.SIGKILL)
	_ = s.cmd.Wait()
}

// stats returns the fields of /proc/PID/stat, from the state on, of the
// server's processes. See proc(5).
func (s *server) stats() ([][]string, error) {
	names, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil {
		return nil, err
	}
	var found [][]string
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			continue // the process ended meanwhile
		}
		// The name in parentheses may hold anything.
		fields := strings.Fields(string(b[bytes.LastIndexByte(b, ')')+1:]))
		// All that a server starts stays in its process group.
		if len(fields) > 21 && fields[2] == strconv.Itoa(s.cmd.Process.Pid) {
			found = append(found, fields)
		}
	}
	if len(found) == 0 {
		return nil, fmt.Errorf("%s is not running", s.name)
	}
	return found, nil
}

// tick is the unit of times in /proc; Linux shows 100 a second to all programs.
const tick = time.Second / 100

// processorTime is what the server's processes used so far, user and system.
func (s *server) processorTime() (time.Duration, error) {
	stats, err := s.stats()
	var sum time.Duration
	for _, fields := range stats {
		for _, field := range fields[11:13] {
			n, err := strconv.ParseInt(field, 10, 64)
			if err != nil {
				return 0, err
			}
			sum += time.Duration(n) * tick
		}
	}
	return sum, err
}

// memory is what the server's processes hold, in kB.
func (s *server) memory() (float64, error) {
	stats, err := s.stats()
	pages := 0
	for _, fields := range stats {
		n, err := strconv.Atoi(fields[21])
		if err != nil {
			return 0, err
		}
		pages += n
	}
	return float64(pages*os.Getpagesize()) / 1024, err
}
