package e2e

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// webkit is one page of WebKitGTK's MiniBrowser, driven over WebDriver: JSON
// over HTTP. https://www.w3.org/TR/webdriver2/
type webkit struct {
	client  http.Client
	session string // address of the session
	said    []string
	asked   []string
}

// webkitBrowsers is where Debian keeps the browser beside the library.
const webkitBrowsers = "/usr/lib/*/webkit2gtk-4.*/MiniBrowser"

func newWebKit(t testing.TB, s screen) pilot {
	t.Helper()
	found, err := filepath.Glob(webkitBrowsers)
	if err != nil {
		t.Fatal(err)
	}
	program, err := exec.LookPath("WebKitWebDriver")
	if err != nil || len(found) == 0 {
		missing(t, "no WebKit here: on Debian, apt-get install webkit2gtk-driver")
	}
	display := newDisplay(t)
	home := t.TempDir()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	addr := listener.Addr().String()
	_ = listener.Close() // the driver cannot choose a port by itself
	_, port, _ := net.SplitHostPort(addr)
	cmd := exec.Command(program, "--host=127.0.0.1", "--port="+port)
	cmd.Env = append(os.Environ(), "DISPLAY="+display, "HOME="+home, "XDG_RUNTIME_DIR="+home, "GDK_BACKEND=x11")
	w := &webkit{client: http.Client{Timeout: 2 * patience}, session: "http://" + addr + "/session"}
	output := launch(t, cmd, func() bool {
		conn, err := net.Dial("tcp", addr)
		if err == nil {
			_ = conn.Close()
		}
		return err == nil
	})
	var answer struct {
		ID string `json:"sessionId"`
	}
	err = w.do(http.MethodPost, "", object{"capabilities": object{"alwaysMatch": object{"webkitgtk:browserOptions": object{
		"binary": found[len(found)-1], "args": []string{"--automation"},
	}}}}, &answer)
	if err != nil {
		t.Fatalf("joining WebKit: %v\n%s", err, output)
	}
	w.session += "/" + answer.ID
	t.Cleanup(func() { _ = w.do(http.MethodDelete, "", nil, nil) })
	if err := w.do(http.MethodPost, "/window/rect", object{"x": 0, "y": 0, "width": s.width, "height": s.height}, nil); err != nil {
		t.Fatalf("joining WebKit: %v", err)
	}
	return w
}

// newDisplay starts a screen that exists in memory only and returns its name.
func newDisplay(t testing.TB) string {
	t.Helper()
	program, err := exec.LookPath("Xvfb")
	if err != nil {
		missing(t, "no Xvfb here: on Debian, apt-get install xvfb")
	}
	// The server looks for a free number and writes it to the descriptor given.
	number, into, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer number.Close()
	cmd := exec.Command(program, "-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp")
	cmd.ExtraFiles = []*os.File{into}
	launch(t, cmd, func() bool { return true })
	_ = into.Close()
	if err := number.SetReadDeadline(time.Now().Add(patience)); err != nil {
		t.Fatal(err)
	}
	var display int
	if _, err := fmt.Fscanln(number, &display); err != nil {
		t.Fatalf("Xvfb names no display: %v", err)
	}
	return fmt.Sprintf(":%d", display)
}

// do sends a command and waits for its answer.
func (w *webkit) do(method, path string, params object, into any) error {
	var body bytes.Buffer
	if method == http.MethodPost {
		if err := json.NewEncoder(&body).Encode(params); err != nil {
			return err
		}
	}
	request, err := http.NewRequest(method, w.session+path, &body)
	if err != nil {
		return err
	}
	response, err := w.client.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	var answer struct {
		Value json.RawMessage `json:"value"`
	}
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		return fmt.Errorf("%s %s: %w", method, path, err)
	}
	if response.StatusCode != http.StatusOK {
		var fault struct{ Error, Message string }
		_ = json.Unmarshal(answer.Value, &fault)
		return fmt.Errorf("%s %s: %s: %s", method, path, fault.Error, fault.Message)
	}
	if into == nil {
		return nil
	}
	return json.Unmarshal(answer.Value, into)
}

func (w *webkit) navigate(address string) error {
	w.listen()
	if err := w.do(http.MethodPost, "/url", object{"url": address}, nil); err != nil {
		return err
	}
	w.listen()
	return nil
}

// listen takes what the page said on its console and asked for since the last
// time. The driver tells neither, so the page is made to keep it, from when its
// files are loaded; the program starts only then.
func (w *webkit) listen() {
	var heard struct{ Said, Asked []string }
	told, err := w.evaluate(`(() => {
		if (!window.heard) {
			const said = [];
			for (const level of ["debug", "log", "info", "warn", "error"]) {
				console[level] = (...words) => { said.push(level + ": " + words.join(" ")); };
			}
			addEventListener("error", (e) => said.push("error: " + e.message));
			addEventListener("unhandledrejection", (e) => said.push("rejection: " + e.reason));
			addEventListener("securitypolicyviolation", (e) => said.push("policy: " + e.violatedDirective + " " + e.blockedURI));
			window.heard = said;
		}
		const asked = performance.getEntriesByType("resource").map((entry) => entry.name);
		performance.clearResourceTimings();
		return JSON.stringify({ said: window.heard.splice(0), asked });
	})()`)
	if err != nil || json.Unmarshal([]byte(told), &heard) != nil {
		return // there is no page yet, or no longer
	}
	w.said = append(w.said, heard.Said...)
	w.asked = append(w.asked, heard.Asked...)
}

func (w *webkit) evaluate(expression string) (string, error) {
	var value string
	err := w.do(http.MethodPost, "/execute/sync", object{"script": "return String(" + expression + ")", "args": []any{}}, &value)
	return value, err
}

func (w *webkit) click(selector string) error {
	element, err := w.element(http.MethodPost, "/element", object{"using": "css selector", "value": selector})
	if err != nil {
		return err
	}
	return w.do(http.MethodPost, element+"/click", object{}, nil)
}

func (w *webkit) enter(words string) error {
	element, err := w.element(http.MethodGet, "/element/active", nil)
	if err != nil {
		return err
	}
	return w.do(http.MethodPost, element+"/value", object{"text": words}, nil)
}

// element asks for an element and returns the path of commands to it.
func (w *webkit) element(method, path string, params object) (string, error) {
	var found map[string]string
	err := w.do(method, path, params, &found)
	return "/element/" + found[elementKey], err
}

// elementKey marks references to elements.
// https://www.w3.org/TR/webdriver2/#dfn-web-element-identifier
const elementKey = "element-6066-11e4-a52e-4f735466cecf"

func (w *webkit) console() []string {
	w.listen()
	return w.said
}

func (w *webkit) requests() []string {
	w.listen()
	return w.asked
}
