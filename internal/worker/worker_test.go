package worker

import (
	"encoding/json"
	"reflect"
	"testing"
)

// line connects a client to a list of the requests it sent.
func line() (*Client, *[]Request) {
	var sent []Request
	c := newClient(func(message []byte) {
		var req Request
		if err := json.Unmarshal(message, &req); err != nil {
			panic(err)
		}
		sent = append(sent, req)
	})
	return c, &sent
}

func reply(t *testing.T, c *Client, req Request, body string) {
	t.Helper()
	message, err := encodeReply(Reply{Seq: req.Seq, Kind: req.Kind, Found: true, Body: []byte(body)})
	if err != nil {
		t.Fatal(err)
	}
	c.receive(message)
}

func TestNewestKeystrokeOverwritesTheOlder(t *testing.T) {
	c, sent := line()
	var drawn []string
	for _, typed := range []string{"m", "mi", "min", "mins"} {
		c.Ask(Request{Kind: Search, Typed: typed}, func(r Reply) { drawn = append(drawn, typed+"="+string(r.Body)) })
	}
	if got := len(*sent); got != 1 {
		t.Fatalf("%d requests under way, want 1", got)
	}
	reply(t, c, (*sent)[0], `"old"`)
	if len(drawn) != 0 {
		t.Fatalf("drew %q, the reply to a request that was superseded", drawn)
	}
	if got := len(*sent); got != 2 {
		t.Fatalf("%d requests sent, want 2", got)
	}
	if got := (*sent)[1].Typed; got != "mins" {
		t.Fatalf("sent %q next, want the newest", got)
	}
	reply(t, c, (*sent)[1], `"new"`)
	if want := []string{`mins="new"`}; !reflect.DeepEqual(drawn, want) {
		t.Fatalf("drew %q, want %q", drawn, want)
	}
}

func TestKindsDoNotWaitForEachOther(t *testing.T) {
	c, sent := line()
	drawn := map[Kind]bool{}
	for _, kind := range kinds {
		c.Ask(Request{Kind: kind}, func(r Reply) { drawn[r.Kind] = true })
	}
	if len(*sent) != len(kinds) {
		t.Fatalf("%d requests sent, want one of each of %d kinds", len(*sent), len(kinds))
	}
	for i := len(*sent) - 1; i >= 0; i-- {
		reply(t, c, (*sent)[i], "{}")
	}
	if len(drawn) != len(kinds) {
		t.Fatalf("%d replies drawn, want %d", len(drawn), len(kinds))
	}
}

func TestReplyNobodyWaitsFor(t *testing.T) {
	c, sent := line()
	draws := 0
	c.Ask(Request{Kind: Quotes}, func(Reply) { draws++ })
	reply(t, c, (*sent)[0], "{}")
	reply(t, c, (*sent)[0], "{}")
	reply(t, c, Request{Kind: Search, Seq: 9}, "{}")
	if draws != 1 {
		t.Fatalf("drew %d times, want once", draws)
	}
}

func TestBrokenEngineAnswersEverybody(t *testing.T) {
	c, _ := line()
	var errs []string
	c.Ask(Request{Kind: Search}, func(r Reply) { errs = append(errs, r.Error) })
	c.Ask(Request{Kind: Quotes}, func(r Reply) { errs = append(errs, r.Error) })
	c.fail("stopped")
	c.fail("stopped again")
	c.Ask(Request{Kind: Quotes}, func(r Reply) { errs = append(errs, r.Error) })
	if want := []string{"stopped", "stopped", "stopped"}; !reflect.DeepEqual(errs, want) {
		t.Fatalf("got %q, want %q", errs, want)
	}
}

func TestUnreadableReplyBreaksTheLine(t *testing.T) {
	c, _ := line()
	var got string
	c.Ask(Request{Kind: Quotes}, func(r Reply) { got = r.Error })
	c.receive([]byte("not json"))
	if got == "" {
		t.Fatal("a request waits for ever after an unreadable reply")
	}
}

func TestAnswerNeverPanics(t *testing.T) {
	if got := Answer(nil, Request{Seq: 7, Kind: "weather"}); got.Error == "" || got.Seq != 7 {
		t.Errorf("unknown kind: %+v", got)
	}
	for _, kind := range kinds {
		got := Answer(nil, Request{Seq: 7, Kind: kind})
		if got.Seq != 7 || got.Kind != kind {
			t.Errorf("%s: reply to %d, %s", kind, got.Seq, got.Kind)
		}
	}
}

func FuzzReplyRoundTrip(f *testing.F) {
	f.Add(uint32(1), "search", true, []byte(`{"total":3}`), "")
	f.Add(uint32(0), "", false, []byte("two\nlines"), "no such article")
	f.Fuzz(func(t *testing.T, seq uint32, kind string, found bool, body []byte, fault string) {
		want := Reply{Seq: seq, Kind: Kind(kind), Found: found, Body: body, Error: fault}
		message, err := encodeReply(want)
		if err != nil {
			t.Fatal(err)
		}
		got, err := decodeReply(message)
		if err != nil {
			t.Fatalf("%q: %v", message, err)
		}
		if got.Seq != want.Seq || got.Found != want.Found || string(got.Body) != string(want.Body) {
			t.Errorf("got %+v, want %+v", got, want)
		}
	})
}

func TestDraftIsDrawnBeforeTheAnswer(t *testing.T) {
	c, sent := line()
	var drawn []string
	ask := func(id string) {
		c.Ask(Request{Kind: Article, ID: id}, func(r Reply) { drawn = append(drawn, id+"="+string(r.Body)) })
	}
	draft := func(req Request, body string) {
		t.Helper()
		message, err := encodeReply(Reply{Seq: req.Seq, Kind: req.Kind, Found: true, Draft: true, Body: []byte(body)})
		if err != nil {
			t.Fatal(err)
		}
		c.receive(message)
	}
	ask("first")
	draft((*sent)[0], "draft")
	reply(t, c, (*sent)[0], "whole")

	ask("second")
	draft((*sent)[1], "draft")
	ask("third") // is sent although the second is not answered in full
	if len(*sent) != 3 {
		t.Fatalf("%d requests sent, want 3", len(*sent))
	}
	reply(t, c, (*sent)[1], "whole") // comes too late
	ask("fourth")
	draft((*sent)[2], "draft") // of what is not wanted any more
	reply(t, c, (*sent)[3], "whole")

	if want := []string{"first=draft", "first=whole", "second=draft", "fourth=whole"}; !reflect.DeepEqual(drawn, want) {
		t.Fatalf("drew %q, want %q", drawn, want)
	}
}
