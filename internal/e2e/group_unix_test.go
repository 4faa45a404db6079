//go:build unix

package e2e

import (
	"os/exec"
	"syscall"
)

// groupAlone has the program start in a process group of its own.
func groupAlone(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

// killGroup ends the program and all that it started.
func killGroup(cmd *exec.Cmd) { _ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
