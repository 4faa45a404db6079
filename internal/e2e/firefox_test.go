package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/gobwas/ws"
	"github.com/gobwas/ws/wsutil"
)

// firefoxPrefs keep Firefox from asking anybody but the tests' server.
const firefoxPrefs = `
user_pref("app.normandy.enabled", false);
user_pref("app.update.disabledForTesting", true);
user_pref("browser.safebrowsing.malware.enabled", false);
user_pref("browser.safebrowsing.phishing.enabled", false);
user_pref("browser.search.update", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("extensions.update.enabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("services.settings.server", "data:,#remote-settings-dummy/v1");
`

// firefox is one page of Firefox, driven over WebDriver BiDi: JSON commands and
// events on a WebSocket that the browser itself opens.
// https://www.w3.org/TR/webdriver-bidi/
type firefox struct {
	conn    net.Conn
	from    io.ReadWriter // conn, with what was read ahead of the handshake's end
	last    int           // id of the last command
	context string        // id of the page
	said    []string
	asked   []string
}

func newFirefox(t testing.TB, s screen) pilot {
	t.Helper()
	program, err := exec.LookPath("firefox-esr")
	if err != nil {
		program, err = exec.LookPath("firefox")
	}
	if err != nil {
		missing(t, "no Firefox here: on Debian, apt-get install firefox-esr")
	}
	home := t.TempDir()
	profile := filepath.Join(home, "profile")
	if err := os.Mkdir(profile, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(profile, "user.js"), []byte(firefoxPrefs), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program, "--headless", "--no-remote", "--remote-debugging-port=0", "--profile", profile, "about:blank")
	cmd.Env = append(os.Environ(), "HOME="+home, "MOZ_CRASHREPORTER_DISABLE=1")
	// The browser writes the port it chose into its profile.
	var at struct {
		Host string `json:"ws_host"`
		Port int    `json:"ws_port"`
	}
	launch(t, cmd, func() bool {
		b, err := os.ReadFile(filepath.Join(profile, "WebDriverBiDiServer.json"))
		return err == nil && json.Unmarshal(b, &at) == nil && at.Port > 0
	})

	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	conn, ahead, _, err := ws.Dial(ctx, fmt.Sprintf("ws://%s:%d/session", at.Host, at.Port))
	if err != nil {
		t.Fatalf("joining Firefox: %v", err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	f := &firefox{conn: conn, from: conn}
	if ahead != nil {
		f.from = struct {
			io.Reader
			io.Writer
		}{ahead, conn}
	}
	if err := f.begin(s); err != nil {
		t.Fatalf("joining Firefox: %v", err)
	}
	return f
}

type object = map[string]any

// begin opens the session and finds the page.
func (f *firefox) begin(s screen) error {
	if err := f.do("session.new", object{"capabilities": object{}}, nil); err != nil {
		return err
	}
	events := []string{"log.entryAdded", "network.beforeRequestSent"}
	if err := f.do("session.subscribe", object{"events": events}, nil); err != nil {
		return err
	}
	var tree struct {
		Contexts []struct {
			Context string `json:"context"`
		} `json:"contexts"`
	}
	if err := f.do("browsingContext.getTree", object{}, &tree); err != nil {
		return err
	}
	if len(tree.Contexts) != 1 {
		return fmt.Errorf("%d pages, want 1", len(tree.Contexts))
	}
	f.context = tree.Contexts[0].Context
	return f.do("browsingContext.setViewport", object{
		"context": f.context, "viewport": object{"width": s.width, "height": s.height},
	}, nil)
}

// do sends a command and waits for its answer; events on the way are noted.
func (f *firefox) do(method string, params object, into any) error {
	f.last++
	command, err := json.Marshal(object{"id": f.last, "method": method, "params": params})
	if err != nil {
		return err
	}
	if err := f.conn.SetDeadline(time.Now().Add(patience)); err != nil {
		return err
	}
	if err := wsutil.WriteClientText(f.conn, command); err != nil {
		return fmt.Errorf("%s: %w", method, err)
	}
	for {
		message, err := wsutil.ReadServerText(f.from)
		if err != nil {
			return fmt.Errorf("%s: %w", method, err)
		}
		var answer struct {
			Type    string          `json:"type"`
			ID      int             `json:"id"`
			Method  string          `json:"method"`
			Result  json.RawMessage `json:"result"`
			Params  json.RawMessage `json:"params"`
			Error   string          `json:"error"`
			Message string          `json:"message"`
		}
		if err := json.Unmarshal(message, &answer); err != nil {
			return fmt.Errorf("%s: %w", method, err)
		}
		switch {
		case answer.Type == "event":
			f.note(answer.Method, answer.Params)
		case answer.ID != f.last:
			// The answer to a command that was given up.
		case answer.Type == "error":
			return fmt.Errorf("%s: %s: %s", method, answer.Error, answer.Message)
		case into == nil:
			return nil
		default:
			return json.Unmarshal(answer.Result, into)
		}
	}
}

func (f *firefox) note(event string, params json.RawMessage) {
	var p struct {
		Level   string `json:"level"`
		Text    string `json:"text"`
		Request struct {
			URL string `json:"url"`
		} `json:"request"`
	}
	if json.Unmarshal(params, &p) != nil {
		return
	}
	switch event {
	case "log.entryAdded":
		f.said = append(f.said, p.Level+": "+p.Text)
	case "network.beforeRequestSent":
		f.asked = append(f.asked, p.Request.URL)
	}
}

func (f *firefox) navigate(address string) error {
	return f.do("browsingContext.navigate", object{"context": f.context, "url": address, "wait": "interactive"}, nil)
}

func (f *firefox) evaluate(expression string) (string, error) {
	var answer struct {
		Result struct {
			Value string `json:"value"`
		} `json:"result"`
		Fault *struct {
			Text string `json:"text"`
		} `json:"exceptionDetails"`
	}
	err := f.do("script.evaluate", object{
		"expression": "String(" + expression + ")", "target": object{"context": f.context}, "awaitPromise": false,
	}, &answer)
	if err == nil && answer.Fault != nil {
		err = fmt.Errorf("%s: %s", expression, answer.Fault.Text)
	}
	return answer.Result.Value, err
}

func (f *firefox) click(selector string) error {
	var found struct {
		Nodes []struct {
			ID string `json:"sharedId"`
		} `json:"nodes"`
	}
	err := f.do("browsingContext.locateNodes", object{
		"context": f.context, "locator": object{"type": "css", "value": selector}, "maxNodeCount": 1,
	}, &found)
	if err != nil {
		return err
	}
	if len(found.Nodes) == 0 {
		return fmt.Errorf("nothing is %s", selector)
	}
	return f.act(object{"type": "pointer", "id": "mouse", "actions": []object{
		{"type": "pointerMove", "x": 0, "y": 0, "origin": object{"type": "element", "element": object{"sharedId": found.Nodes[0].ID}}},
		{"type": "pointerDown", "button": 0},
		{"type": "pointerUp", "button": 0},
	}})
}

func (f *firefox) enter(words string) error {
	var keys []object
	for _, r := range words {
		keys = append(keys, object{"type": "keyDown", "value": string(r)}, object{"type": "keyUp", "value": string(r)})
	}
	return f.act(object{"type": "key", "id": "keyboard", "actions": keys})
}

func (f *firefox) act(source object) error {
	return f.do("input.performActions", object{"context": f.context, "actions": []object{source}}, nil)
}

func (f *firefox) console() []string { return f.said }

func (f *firefox) requests() []string { return f.asked }
