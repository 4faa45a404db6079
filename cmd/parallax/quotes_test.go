package main

import (
	"errors"
	"strings"
	"testing"
)

func TestQuotesLines(t *testing.T) {
	for _, tt := range []struct {
		name, in, want string
		bad            bool
	}{
		{
			"direct, marks included, pronoun resolved", `{"doc":7,"text":"Finance Minister Anna Lind resigned. “Enough,” she said."}`,
			`{"doc":7,"quotes":[{"start":37,"end":50,"text":"“Enough,”","type":"direct","speaker":"Anna Lind","speaker_start":51,"speaker_end":54,"cue_start":55,"cue_end":59,"via":null}]}`,
			false,
		},
		{
			"indirect, through a paper", `{"text":"Anna Lind told Japan's Nikkei newspaper that rates would fall."}`,
			`{"quotes":[{"start":45,"end":61,"text":"rates would fall","type":"indirect","speaker":"Anna Lind","speaker_start":0,"speaker_end":9,"cue_start":10,"cue_end":14,"via":"Nikkei"}]}`,
			false,
		},
		{
			"declined is no statement", `{"doc":"d","text":"Anna Lind declined to comment."}`,
			`{"doc":"d","quotes":[{"start":19,"end":29,"text":"to comment","type":"declined","speaker":"Anna Lind","speaker_start":0,"speaker_end":9,"cue_start":10,"cue_end":18,"via":null}]}`,
			false,
		},
		{
			"nobody named", `{"doc":"d","text":"It was reported that the bridge had fallen."}`,
			`{"doc":"d","quotes":[{"start":21,"end":42,"text":"the bridge had fallen","type":"indirect","speaker":null,"speaker_start":null,"speaker_end":null,"cue_start":0,"cue_end":15,"via":null}]}`,
			false,
		},
		{"empty text", `{"doc":"d","text":""}`, `{"doc":"d","quotes":[]}`, false},
		{
			"a bad line is answered, the next one read", "{\n\n{\"doc\":1}\n{\"doc\":2,\"text\":\"\"}",
			`{"line":1,"error":"the line is not JSON: unexpected end of JSON input"}` + "\n" + `{"line":3,"error":"no text"}` + "\n" + `{"doc":2,"quotes":[]}`,
			true,
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var out strings.Builder
			err := run([]string{"quotes", "--jsonl"}, strings.NewReader(tt.in+"\n"), &out)
			if got := errors.Is(err, errReported); got != tt.bad {
				t.Errorf("error %v, want reported: %v", err, tt.bad)
			}
			if got := strings.TrimSuffix(out.String(), "\n"); got != tt.want {
				t.Errorf("\n got %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestQuotesOfADossier(t *testing.T) {
	var out strings.Builder
	if err := run([]string{"quotes"}, strings.NewReader(""), &out); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(lines) != 5 || !strings.Contains(out.String(), `"via":"Nikkei"`) {
		t.Errorf("%d lines:\n%s", len(lines), out.String())
	}
	if err := run([]string{"quotes", "--jsonl", "folder"}, strings.NewReader(""), &out); err == nil {
		t.Error("a dossier beside --jsonl is taken")
	}
}
