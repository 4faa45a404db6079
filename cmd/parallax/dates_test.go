package main

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestDatesLines(t *testing.T) {
	for _, tt := range []struct {
		name, in, want string
		bad            bool
	}{
		{
			"a day, counted in bytes", `{"doc":7,"dct":"2020-10-26","text":"— On Friday he left."}`,
			`{"doc":7,"dct":"2020-10-26","dct_evidence":["Stated with the article: “2020-10-26”."],"dct_candidates":[],"timexes":[{"start":7,"end":13,"text":"Friday","type":"DATE","value":"2020-10-23","edtf":"2020-10-23","earliest":"2020-10-23T00:00:00Z","latest":"2020-10-24T00:00:00Z","anchor":"published","rule":"date"}]}`,
			false,
		},
		{
			"published is the same input", `{"published":"2020-10-26","text":"He left today."}`,
			`{"dct":"2020-10-26","dct_evidence":["Stated with the article: “2020-10-26”."],"dct_candidates":[],"timexes":[{"start":8,"end":13,"text":"today","type":"DATE","value":"2020-10-26","edtf":"2020-10-26","earliest":"2020-10-26T00:00:00Z","latest":"2020-10-27T00:00:00Z","anchor":"published","rule":"deictic"}]}`,
			false,
		},
		{
			"nothing known, nothing guessed", `{"doc":"d","dct":"","text":"He left on Friday, in 44 BC."}`,
			`{"doc":"d","dct":null,"dct_evidence":[],"dct_candidates":[],"timexes":[{"start":11,"end":17,"text":"Friday","type":"DATE","value":"XXXX-WXX-5","rule":"date"},{"start":22,"end":27,"text":"44 BC","type":"DATE","value":"BC0044","edtf":"-0043","rule":"date"}]}`,
			false,
		},
		{
			"an open end is left out", `{"text":"since 1992"}`,
			`{"dct":null,"dct_evidence":[],"dct_candidates":[],"timexes":[{"start":6,"end":10,"text":"1992","type":"DATE","value":"1992","edtf":"1992/..","earliest":"1992-01-01T00:00:00Z","rule":"date"}]}`,
			false,
		},
		{
			"a clock with its zone", `{"text":"at 11:00 Moscow time on October 10, 2020"}`,
			`{"dct":null,"dct_evidence":[],"dct_candidates":[],"timexes":[{"start":3,"end":40,"text":"11:00 Moscow time on October 10, 2020","type":"TIME","value":"2020-10-10T11:00","edtf":"2020-10-10T11:00:00+03:00","earliest":"2020-10-10T11:00:00+03:00","latest":"2020-10-10T11:01:00+03:00","utc":"2020-10-10T08:00:00Z","rule":"clock"}]}`,
			false,
		},
		{
			"a range is two, in one group", `{"text":"in 1992-1994"}`,
			`{"dct":null,"dct_evidence":[],"dct_candidates":[],"timexes":[{"start":3,"end":7,"text":"1992","type":"DATE","value":"1992","edtf":"1992","earliest":"1992-01-01T00:00:00Z","latest":"1993-01-01T00:00:00Z","group":1,"rule":"date"},{"start":8,"end":12,"text":"1994","type":"DATE","value":"1994","edtf":"1994","earliest":"1994-01-01T00:00:00Z","latest":"1995-01-01T00:00:00Z","group":1,"rule":"date"}]}`,
			false,
		},
		{
			"a day that is none", `{"dct":"2020-13-45","text":""}`,
			`{"dct":null,"dct_evidence":["Stated with the article, but not understood: “2020-13-45”."],"dct_candidates":[],"timexes":[]}`,
			false,
		},
		{"an empty text", `{"doc":null,"text":""}`, `{"doc":null,"dct":null,"dct_evidence":[],"dct_candidates":[],"timexes":[]}`, false},
		{
			"bad lines are answered, the next one read", "{\n\n{\"doc\":1}\n[]\n{\"text\":\"\xff\"}\n{\"doc\":2,\"text\":\"\"}",
			`{"line":1,"error":"the line is not JSON: unexpected end of JSON input"}` + "\n" + `{"line":3,"error":"no text"}` + "\n" +
				`{"line":4,"error":"the line: array in place of object"}` + "\n" +
				`{"line":5,"error":"the line is not UTF-8"}` + "\n" +
				`{"doc":2,"dct":null,"dct_evidence":[],"dct_candidates":[],"timexes":[]}`,
			true,
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for _, args := range [][]string{{"dates", "--jsonl"}, {"dates", "--together", "--jsonl"}} {
				var out strings.Builder
				err := run(args, strings.NewReader(tt.in+"\n"), &out)
				if got := errors.Is(err, errReported); got != tt.bad {
					t.Errorf("%v: error %v, want reported: %v", args, err, tt.bad)
				}
				if got := strings.TrimSuffix(out.String(), "\n"); got != tt.want {
					t.Errorf("%v:\n got %s\nwant %s", args, got, tt.want)
				}
			}
		})
	}
}

// The five articles, without dates given, date one another only together.
func TestDatesOfTheFive(t *testing.T) {
	files, err := filepath.Glob("../../data/karabakh/*.txt")
	if err != nil || len(files) != 5 {
		t.Fatalf("%d articles, %v", len(files), err)
	}
	var in strings.Builder
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		line, err := json.Marshal(map[string]string{"doc": filepath.Base(f)[:3], "text": string(b)})
		if err != nil {
			t.Fatal(err)
		}
		in.Write(append(line, '\n'))
	}
	for _, tt := range []struct {
		name string
		args []string
		want [5]string
	}{
		{"together", []string{"dates", "--jsonl", "--together"}, [5]string{"2020-10-26", "2023-09-19", "2020-10-20~", "2020-10-01", "2020-10-30"}},
		{"alone", []string{"dates", "--jsonl"}, [5]string{"", "2023-09-19", "", "", ""}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var out strings.Builder
			if err := run(tt.args, strings.NewReader(in.String()), &out); err != nil {
				t.Fatal(err)
			}
			i := 0
			for line := range strings.Lines(out.String()) {
				var reply struct {
					DCT        *string
					Candidates []string `json:"dct_candidates"`
				}
				if err := json.Unmarshal([]byte(line), &reply); err != nil {
					t.Fatal(err)
				}
				got := ""
				if reply.DCT != nil {
					got = *reply.DCT
				}
				if got != tt.want[i] {
					t.Errorf("article %d: got %q, want %q", i, got, tt.want[i])
				}
				if (got == "") != (len(reply.Candidates) > 1) {
					t.Errorf("article %d: got %q with the candidates %v", i, got, reply.Candidates)
				}
				i++
			}
			if i != 5 {
				t.Errorf("got %d lines, want 5", i)
			}
		})
	}
}

func TestDatesArguments(t *testing.T) {
	for _, args := range [][]string{{"dates"}, {"dates", "--jsonl", "folder"}, {"dates", "--nonsense"}} {
		var out strings.Builder
		if err := run(args, strings.NewReader(""), &out); err == nil || errors.Is(err, errReported) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%v: got the error %v, want one line", args, err)
		}
	}
}
