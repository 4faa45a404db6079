package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
)

func TestCompareLines(t *testing.T) {
	for _, tt := range []struct {
		name, in, want string
		bad            bool
	}{
		{
			"same words", `{"id":7,"a":{"text":"It rained in Rome."},"b":{"text":"— It rained in Rome."}}`,
			`{"id":7,"pairs":[{"a":[0,18],"b":[0,22],"relation":"near","moved":false,"clash":[],"reason":"4 of 4 words in the same order","ops":[{"op":"insert","a":[0,0],"b":[0,4]},{"op":"equal","a":[0,18],"b":[4,22]}]}],"only_a":[],"only_b":[],"hidden":{"a":[],"b":[]}}`,
			false,
		},
		{
			"near with a clash stays near", `{"id":"x","a":{"text":"The wall fell on 5 May and 3 people were hurt."},"b":{"text":"The wall fell on 5 May and 4 people were hurt."}}`,
			`{"id":"x","pairs":[{"a":[0,46],"b":[0,46],"relation":"near","moved":false,"clash":[{"kind":"number","a":"3","b":"4"}],"reason":"10 of 11 words in the same order","ops":[{"op":"equal","a":[0,27],"b":[0,27]},{"op":"delete","a":[27,28],"b":[27,27]},{"op":"insert","a":[28,28],"b":[27,28]},{"op":"equal","a":[28,46],"b":[28,46]}]}],"only_a":[],"only_b":[],"hidden":{"a":[],"b":[]}}`,
			false,
		},
		{
			"related stays in only", `{"a":{"text":"Egypt accused Chad of shelling the fort on Monday."},"b":{"text":"On Monday, Chad accused Egypt of bombing the fort."}}`,
			`{"pairs":[{"a":[0,50],"b":[0,50],"relation":"related","moved":false,"clash":[{"kind":"direction","a":"Egypt accused Chad of shelling the","b":"Chad accused Egypt of bombing the"}],"reason":"both have: Egypt, accused, Chad, fort, Monday","ops":[]}],"only_a":[[0,50]],"only_b":[[0,50]],"hidden":{"a":[],"b":[]}}`,
			false,
		},
		{
			"what is hidden is never paired", `{"a":{"text":"MOSCOW, October 26. /TASS/. It rained."},"b":{"text":"MOSCOW, October 26. /TASS/. Nobody came."}}`,
			`{"pairs":[],"only_a":[[28,38]],"only_b":[[28,40]],"hidden":{"a":[[0,27]],"b":[[0,27]]}}`,
			false,
		},
		{"one text, within itself", `{"a":{"text":"Yes."}}`, `{"pairs":[],"only_a":[[0,4]],"only_b":[],"hidden":{"a":[],"b":[]}}`, false},
		{"an empty side", `{"a":{"text":""},"b":{"text":"It rained."}}`, `{"pairs":[],"only_a":[],"only_b":[[0,10]],"hidden":{"a":[],"b":[]}}`, false},
		{"nothing at all", `{"id":null,"a":{"text":" "},"b":{"text":""}}`, `{"id":null,"pairs":[],"only_a":[],"only_b":[],"hidden":{"a":[],"b":[]}}`, false},
		{
			"published on no day", `{"a":{"text":"It rained.","published":"yesterday"}}` + "\n" + `{"a":{"text":""},"b":{"text":"","dct":"2020-13-45"}}`,
			`{"line":1,"error":"a: published “yesterday” is no date such as 2020-10-26"}` + "\n" + `{"line":2,"error":"b: published “2020-13-45” is no date such as 2020-10-26"}`,
			true,
		},
		{
			"bad lines are answered, the next one read", "{\n\n{\"id\":1}\n{\"a\":{}}\n{\"a\":{\"text\":\"\xff\"}}\n{\"a\":{\"text\":\"\"},\"b\":{}}\n{\"id\":2,\"a\":{\"text\":\"\"}}",
			`{"line":1,"error":"the line is not JSON: unexpected end of JSON input"}` + "\n" + `{"line":3,"error":"no text a"}` + "\n" + `{"line":4,"error":"no text a"}` + "\n" +
				`{"line":5,"error":"the line is not UTF-8"}` + "\n" + `{"line":6,"error":"no text b"}` + "\n" +
				`{"id":2,"pairs":[],"only_a":[],"only_b":[],"hidden":{"a":[],"b":[]}}`,
			true,
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var out strings.Builder
			err := run([]string{"compare", "--jsonl"}, strings.NewReader(tt.in+"\n"), &out)
			if got := strings.TrimSuffix(out.String(), "\n"); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
			if errors.Is(err, errReported) != tt.bad {
				t.Errorf("error %v, bad %v", err, tt.bad)
			}
		})
	}
}

// Two articles of the embedded dossier, either way round.
func TestCompareArticles(t *testing.T) {
	ask := func(args ...string) compareReply {
		t.Helper()
		var out strings.Builder
		if err := run(append([]string{"compare"}, args...), strings.NewReader(""), &out); err != nil {
			t.Fatal(err)
		}
		var r compareReply
		if err := json.Unmarshal([]byte(out.String()), &r); err != nil {
			t.Fatal(err)
		}
		return r
	}
	ab, ba := ask("000", "003", "--json"), ask("003", "000")
	identical := 0
	for _, p := range ab.Pairs {
		if p.Relation == "identical" {
			identical++
		}
	}
	if identical != 7 {
		t.Errorf("%d identical pairs, want 7", identical)
	}
	if len(ab.Pairs) != len(ba.Pairs) || fmt.Sprint(ab.OnlyA) != fmt.Sprint(ba.OnlyB) || fmt.Sprint(ab.Hidden.A) != fmt.Sprint(ba.Hidden.B) {
		t.Errorf("the other way round differs:\n%+v\n%+v", ab, ba)
	}
	for _, args := range [][]string{{"000"}, {"000", "none"}, {"000", "003", "/nowhere"}, {"--jsonl", "000"}, {"--nonsense"}} {
		if err := run(append([]string{"compare"}, args...), strings.NewReader(""), &strings.Builder{}); err == nil || strings.Contains(err.Error(), "\n") {
			t.Errorf("compare %v: error %v, want one line", args, err)
		}
	}
}

// In the five articles no two are the same story.
func TestRelated(t *testing.T) {
	var out strings.Builder
	if err := run([]string{"related", "--jsonl"}, strings.NewReader(""), &out); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(lines) != 5 {
		t.Fatalf("%d lines, want 5", len(lines))
	}
	for _, line := range lines {
		var r relatedReply
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatal(err)
		}
		for i, x := range r.Related {
			if x.SameStory || x.ID == r.ID || x.Score < 0 || i > 0 && x.Score > r.Related[i-1].Score {
				t.Errorf("%s: %+v", r.ID, r.Related)
			}
		}
	}
	if err := run([]string{"related", "/nowhere"}, strings.NewReader(""), &out); err == nil {
		t.Error("a dossier that is not there: no error")
	}
}
