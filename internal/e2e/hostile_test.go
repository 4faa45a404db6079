package e2e

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"parallax/internal/dossier"
	"parallax/internal/site"
)

// hostile returns texts that run a script where text is taken for markup: ways
// out of the place they stand in, times what then runs.
func hostile() []string {
	outs := []string{
		"", `"`, `'`, "`", `">`, `'>`, `-->`, `]]>`, `</script>`, `</style>`, `</title>`, `</textarea>`, `</svg>`,
		`</noscript>`, `</template>`, `</p></article></main>`, `\u003c/script>`, `&quot;>`, "\u202e\u2066", "\u2069\u200f\">", "{{", "${", `\";`,
	}
	runs := []string{
		`<script>window.fired=1</script>`, `<img src=x onerror=window.fired=1>`, `<svg onload=window.fired=1>`,
		`<svg><script>window.fired=1</script></svg>`, `<iframe srcdoc="<script>parent.fired=1</script>"></iframe>`,
		`<iframe src="javascript:parent.fired=1"></iframe>`, `<a href="javascript:window.fired=1">x</a>`, `<details open ontoggle=window.fired=1>`,
		`<input autofocus onfocus=window.fired=1>`, `<video><source onerror=window.fired=1></video>`, `<math href="javascript:window.fired=1">x</math>`,
		`<object data="data:text/html,<script>parent.fired=1</script>"></object>`, `<meta http-equiv=refresh content="0;url=javascript:window.fired=1">`,
		`<base href="//example.org/">`, `<link rel=stylesheet href="//example.org/x.css">`, `<style>@import "//example.org/x.css";</style>`,
		`<form action="//example.org"><button>x</button></form>`, `" onmouseover="window.fired=1`, `' autofocus onfocus='window.fired=1`,
		"\x00<img\x00=src\x00 x\x00=onerror\x00 window.fired=1\x00>\x00", // steps of planned.go
		`javascript:window.fired=1`, `{{constructor.constructor('window.fired=1')()}}`,
	}
	var all []string
	for _, out := range outs {
		for _, run := range runs {
			all = append(all, out+run)
		}
	}
	return all
}

// elements counts what none of our pages has and a text that became markup would.
const elements = `document.querySelectorAll("iframe, object, embed, video, math, base, form[action^='//'], img, [onerror], [onload], [onfocus], [onmouseover], [ontoggle], [href^='javascript:'], [srcdoc], meta[http-equiv=refresh]").length`

// Texts that try to become scripts are shown as texts, in static pages and in
// the app, and the policy has nothing to stop.
func TestHostileTexts(t *testing.T) {
	texts := hostile()
	if len(texts) < 450 {
		t.Fatalf("%d hostile texts", len(texts))
	}
	pack := dossier.Pack{
		Title: texts[9] + "collection", Description: texts[40], Limits: texts[60], Language: `en" onload="window.fired=1`,
		Outlets: []dossier.Outlet{{ID: "x", Name: `Wire"><img src=x onerror=window.fired=1>`, Kind: `</script><svg onload=window.fired=1>`, URL: "javascript:window.fired=1"}},
	}
	const each = 60 // texts in an article
	for i := 0; i < len(texts); i += each {
		body := "On 27 September 2020 clashes erupted.\n\n“" + texts[i] + "”, Peskov said on 1 October 2020.\n\n" + strings.Join(texts[i:min(i+each, len(texts))], "\n\n")
		pack.Articles = append(pack.Articles, dossier.Meta{
			ID: fmt.Sprintf("h%d", i), File: "h.txt", Outlet: "x", Title: texts[(i+3)%len(texts)] + " title", Author: texts[(i+5)%len(texts)],
			URL: "javascript:window.fired=1", Published: "2020-10-01", Text: body,
		})
	}
	program, _ := parts(t)
	made, err := site.Build(pack, program, site.Options{Base: "/", URL: "https://example.org/", Static: true})
	must(t, err)
	s := serve(t, site.Handler(made))
	b := newBrowser(t)
	var pages []string
	for i := range made.Files {
		if folder, ok := strings.CutSuffix(made.Files[i].Path, "index.html"); ok {
			pages = append(pages, "/"+folder)
		}
	}
	still := b.open(screens[1])
	for _, at := range pages {
		still.do("open "+at, chromedp.Navigate(s.url(at)))
		if n := still.text(elements); n != "0" {
			t.Errorf("%s: %s elements came out of texts", at, n)
		}
		if still.text("window.fired") != "undefined" {
			t.Errorf("%s: a script ran", at)
		}
	}
	still.quiet(s)
	p := b.open(screens[1])
	for _, at := range []string{"/", "/a/#id=h0", "/a/#id=h60", "/timeline/", "/quotes/", "/reports/", "/search/#q=fired", "/compare/#a=h0&b=h60"} {
		p.goTo(s.url(at))
		if n := p.text(elements); n != "0" {
			t.Errorf("the app at %s: %s elements came out of texts", at, n)
		}
		if p.text("window.fired") != "undefined" {
			t.Errorf("the app at %s: a script ran", at)
		}
	}
	p.quiet(s)

	// The control: taken for markup and without a policy, they do run.
	raw := serve(t, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, "<!doctype html><main>"+strings.Join(texts[:21], "\n"))
	}))
	control := b.open(screens[1])
	control.do("open the control", emulation.SetScriptExecutionDisabled(false), chromedp.Navigate(raw.url("/")))
	control.until("a script runs where text is taken for markup", `window.fired === 1`)
}
