//go:build !unix

package e2e

import "os/exec"

// Where there are no process groups, what the program started ends with it or
// stays.
func groupAlone(*exec.Cmd) {}

func killGroup(cmd *exec.Cmd) { _ = cmd.Process.Kill() }
