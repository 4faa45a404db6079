package site

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// listName is the file by which a folder is known as a site of ours. It lists
// every other file of the folder, one a line.
const listName = ".parallax-site"

// errNotOurs says that a folder holds something else than a site of ours.
var errNotOurs = errors.New("left as it is")

// Publish makes dir hold s and nothing else: all is written to a folder beside
// it, which then takes its place, so that no moment shows half a site. A folder
// with anything in it that an earlier Publish did not write is refused.
func (s *Site) Publish(dir string) (err error) {
	dir, err = filepath.Abs(dir)
	if err != nil {
		return err
	}
	there, err := ours(dir)
	if err != nil {
		return err
	}
	parent := filepath.Dir(dir)
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return err
	}
	next, err := os.MkdirTemp(parent, "."+filepath.Base(dir)+"-new-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(next)) }()
	// MkdirTemp keeps others out, a web server among them.
	if err := os.Chmod(next, 0o755); err != nil {
		return err
	}
	if err := s.writeFiles(next); err != nil {
		return err
	}
	if err := writeList(next); err != nil {
		return err
	}
	if !there {
		return os.Rename(next, dir)
	}
	old := next + "-old"
	if err := os.Rename(dir, old); err != nil {
		return err
	}
	if err := os.Rename(next, dir); err != nil {
		return errors.Join(err, os.Rename(old, dir))
	}
	return os.RemoveAll(old)
}

// ours reports whether dir is there, and returns an error if it may not be
// replaced.
func ours(dir string) (bool, error) {
	info, err := os.Lstat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, err
	case !info.IsDir():
		return false, fmt.Errorf("%s is no folder: %w", dir, errNotOurs)
	}
	found, err := listFiles(dir)
	if err != nil {
		return false, err
	}
	listed := map[string]bool{listName: true}
	list, err := os.ReadFile(filepath.Join(dir, listName))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return false, err
	}
	for lines := bufio.NewScanner(bytes.NewReader(list)); lines.Scan(); {
		listed[lines.Text()] = true
	}
	for _, name := range found {
		if !listed[name] {
			return false, fmt.Errorf("%s holds %s, which was not made by parallax build: %w", dir, name, errNotOurs)
		}
	}
	return true, nil
}

// listFiles returns the files below dir with slashes in their names, sorted.
func listFiles(dir string) ([]string, error) {
	var names []string
	err := filepath.WalkDir(dir, func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, file)
		names = append(names, filepath.ToSlash(name))
		return err
	})
	sort.Strings(names)
	return names, err
}

func writeList(dir string) error {
	names, err := listFiles(dir)
	if err != nil {
		return err
	}
	list := strings.Join(names, "\n") + "\n"
	return os.WriteFile(filepath.Join(dir, listName), []byte(list), 0o644)
}
