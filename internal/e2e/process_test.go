package e2e

import (
	"bytes"
	"os/exec"
	"sync"
	"testing"
	"time"
)

// output collects what a program says, for reading while it runs.
type output struct {
	mu    sync.Mutex
	bytes bytes.Buffer
}

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.bytes.Write(p)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.bytes.String()
}

// launch starts a program and waits until it is ready. At the end of the test
// it is ended with all the programs that it started. It returns what it says.
func launch(t testing.TB, cmd *exec.Cmd, ready func() bool) *output {
	t.Helper()
	said := &output{}
	cmd.Stdout, cmd.Stderr = said, said
	groupAlone(cmd)
	// A grandchild that lives on must not keep Wait waiting for its output.
	cmd.WaitDelay = time.Second
	if err := cmd.Start(); err != nil {
		t.Fatalf("%s: %v", cmd.Path, err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	gone := false
	t.Cleanup(func() {
		killGroup(cmd)
		if !gone {
			<-ended
		}
	})
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for begun := time.Now(); !ready(); {
		select {
		case err := <-ended:
			gone = true
			t.Fatalf("%s ended: %v\n%s", cmd.Path, err, said)
		case <-tick.C:
			if time.Since(begun) > patience {
				t.Fatalf("%s is not ready after %v\n%s", cmd.Path, patience, said)
			}
		}
	}
	return said
}
