package e2e

import (
	"fmt"
	"net/http"
	"os"
	"sort"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"parallax/internal/site"
)

// checks holds the programs of others that look at pages; .ci/tools fetches
// them, in the versions of .ci/package-lock.json.
const checks = "../../.ci/node_modules/"

// axeRun looks at the whole page with every rule and returns a line for each
// element at fault.
const axeRun = `axe.run(document, { resultTypes: ["violations", "incomplete"] }).then(({ violations }) => violations.flatMap((v) =>
	v.nodes.map((n) => v.id + " (" + v.impact + "): " + v.help + "\n\t" + n.target.join(" ") + "\n\t" + n.html.slice(0, 200) + "\n\t" +
		(n.failureSummary || "").replace(/\s+/g, " "))).join("\n"))`

// TestAxe has axe-core look at every screen, with and without the program, at
// both widths and in both looks.
func TestAxe(t *testing.T) {
	source, err := os.ReadFile(checks + "axe-core/axe.min.js")
	if err != nil {
		missing(t, "no axe-core here: npm ci --prefix .ci")
	}
	handler := site.Handler(bundled(t))
	for _, form := range []struct {
		name    string
		handler http.Handler
		ready   string
	}{
		{"reader", handler, `document.documentElement.dataset.reader === "ready"`},
		{"static", withoutBoot(handler), `document.readyState === "complete"`},
	} {
		s := serve(t, form.handler)
		b := newBrowser(t)
		addresses := views(t)
		names := make([]string, 0, len(addresses))
		for name := range addresses {
			names = append(names, name)
		}
		sort.Strings(names)
		seen := map[string]bool{}
		for _, name := range names {
			// Without the program, what differs only after the # is one page.
			path, _, _ := strings.Cut(addresses[name], "#")
			if form.name == "static" && seen[path] {
				continue
			}
			seen[path] = true
			for _, size := range screens {
				p := b.open(size)
				p.do("open "+path, chromedp.Navigate(s.url(addresses[name])))
				p.until("the page stands", form.ready)
				p.do("load axe", chromedp.Evaluate(string(source)+"; 0", nil))
				for _, look := range []string{"light", "dark"} {
					t.Run(fmt.Sprintf("%s/%s/%d/%s", form.name, name, size.width, look), func(t *testing.T) {
						p.t = t
						p.do("set the look", emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: look}}))
						var found string
						p.do("look", chromedp.Evaluate(axeRun, &found, func(e *runtime.EvaluateParams) *runtime.EvaluateParams { return e.WithAwaitPromise(true) }))
						if found != "" {
							t.Error(found)
						}
					})
				}
				p.t = t
				p.do("close the tab", page.Close())
			}
		}
	}
}

// withoutBoot leaves out the script that starts the program.
func withoutBoot(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/assets/boot-") {
			http.NotFound(w, r)
			return
		}
		h.ServeHTTP(w, r)
	})
}
