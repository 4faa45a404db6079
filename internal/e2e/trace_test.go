package e2e

import (
	"encoding/json"
	"time"

	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/tracing"
	"github.com/chromedp/chromedp"
)

// longestTask returns the processor time of the longest task on the page's own
// thread while act runs. Processor time, because other programs may hold up
// the machine that tests.
func (p *tab) longestTask(what string, act func()) time.Duration {
	p.t.Helper()
	type traced struct {
		Name string `json:"name"`
		PID  int    `json:"pid"`
		TID  int    `json:"tid"`
		Tdur int64  `json:"tdur"` // microseconds
		Args struct {
			Name string `json:"name"`
		} `json:"args"`
	}
	var events []traced
	done := make(chan bool, 1)
	listening := true
	chromedp.ListenTarget(p.ctx, func(event any) {
		if !listening {
			return
		}
		switch e := event.(type) {
		case *tracing.EventDataCollected:
			for _, raw := range e.Value {
				var t traced
				if json.Unmarshal(raw, &t) == nil {
					events = append(events, t)
				}
			}
		case *tracing.EventTracingComplete:
			listening = false
			done <- true
		}
	})
	p.do("trace", tracing.Start().WithTraceConfig(&tracing.TraceConfig{IncludedCategories: []string{"toplevel", "__metadata"}}))
	act()
	// Two frames later all that follows from it is drawn.
	p.do("let it settle", chromedp.Evaluate(`new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))`, nil,
		func(e *runtime.EvaluateParams) *runtime.EvaluateParams { return e.WithAwaitPromise(true) }))
	p.do("end the trace", tracing.End())
	select {
	case <-done:
	case <-time.After(patience):
		p.t.Fatalf("%s: the trace does not end", what)
	}
	page := map[[2]int]bool{}
	for _, e := range events {
		if e.Name == "thread_name" && e.Args.Name == "CrRendererMain" {
			page[[2]int{e.PID, e.TID}] = true
		}
	}
	longest, tasks := int64(0), 0
	for _, e := range events {
		if page[[2]int{e.PID, e.TID}] && e.Tdur > 0 {
			tasks++
			longest = max(longest, e.Tdur)
		}
	}
	if tasks == 0 {
		p.t.Fatalf("%s: no task was traced", what)
	}
	return time.Duration(longest) * time.Microsecond
}
