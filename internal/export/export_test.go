package export

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"parallax/internal/engine"
	"parallax/internal/golden"
)

func run(s string) []engine.Run { return []engine.Run{{Text: s}} }

var (
	tass = engine.ArticleRef{Index: 0, ID: "a1", Title: "Talks “go on”, says diplomat; truce holds", Outlet: "TASS", Date: "1 Oct 2020", EDTF: "2020-10-01", Language: "en", Author: "Jana Kolb", URL: "https://example.org/a_b?c=1&d=2"}
	site = engine.ArticleRef{Index: 1, ID: "b2", Title: `<script>alert("x")</script> & more`, Outlet: "unidentified site", Date: "20 Oct 2020", DateNote: "or soon after", EDTF: "2020-10-20~"}
)

// sample is a timeline with an event of every precision and status, and words
// that each format must escape.
func sample() engine.Timeline {
	cells := func(a, b string) []engine.CellRef {
		return []engine.CellRef{{Sign: "told", Word: a, Runs: run(a + " sentence, with comma; and\nline break")}, {Sign: "none", Word: b, Runs: run("nearest")}}
	}
	event := func(id, edtf, date, note, status, words string) engine.Item {
		return engine.Item{Event: &engine.Event{
			ID: id, EDTF: edtf, Date: date, DateNote: note, Status: status, Words: words,
			Count: "2 articles, 1 wording", Cells: cells("told", "nothing found"),
		}}
	}
	not := func(it engine.Item) engine.Item { it.Event.Not = true; return it }
	inferred := func(it engine.Item) engine.Item { it.Event.Inferred = true; return it }
	corrected := func(it engine.Item) engine.Item {
		it.Event.Yours = &engine.Yours{Date: "22 October", Was: "25 October 2020"}
		return it
	}
	return engine.Timeline{
		Articles: []engine.ArticleRef{tass, site},
		Groups: []engine.EventGroup{
			{Heading: "1988 to 2014", Items: []engine.Item{
				event("e1", "1988-02", "February 1988", "", "reported", "broke out in February 1988"),
				event("e2", "1992/1994", "1992 to 1994", "", "reported", "=large-scale military action"),
				event("e3", "1992/..", "since 1992", "", "reported", "Talks have been ongoing"),
				event("e4", "2014-22", "Summer 2014", "", "reported", "flare-ups of violence"),
			}},
			{Heading: "October 2020", Items: []engine.Item{
				event("e5", "2020-09-27", "27 September 2020", "", "reported", "Renewed clashes, with “intense battles” raging; the région suffered *greatly* and nobody in the area could leave"),
				{Published: &tass},
				event("f1", "2020-10-09T21:30:00", "after 9 October 2020, 21:30", "", "reported", "talks began"),
				event("f2", "2027", "by the end of 2027", "", "planned", "is to be built"),
				not(event("f3", "2020-10-11", "before 11 October 2020", "", "planned", "no talks are expected")),
				event("e6", "2020-10-10T12:00+04:00", "10 October 2020, 12:00", "local · 11:00 Moscow", "planned", "a ceasefire"),
				{Published: &site},
				inferred(event("e8", "2020-10-19", "19 October 2020", "“The day before”", "statement", "expressed his readiness")),
				corrected(event("e9", "2020-10-22", "22 October 2020", "corrected by hand; the articles: 25 October 2020", "reported", "approved a ceasefire")),
				event("e7", "{2020-10,2026-10}", "October 2020 or 2026", "", "alleged", "<b>violating</b> the truce"),
			}},
		},
		Hidden:  []engine.Event{{ID: "h1", EDTF: "2020-10-01", Date: "1 October 2020", Status: "reported", Words: "told reporters", Yours: &engine.Yours{}}},
		Undated: []engine.Event{{ID: "u1", Date: "No date", Status: "reported", Words: "imposed martial law", Cells: cells("told", "told")}},
	}
}

func TestTimelineCSV(t *testing.T) {
	var b strings.Builder
	if err := writeCSV(&b, sample(), ""); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(b.String())).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := len(rows), 1+12+2+1+1; got != want {
		t.Errorf("%d rows, want %d", got, want)
	}
	for _, tt := range []struct {
		row  int
		want []string
	}{
		{0, []string{"what", "edtf", "date", "status", "words", "told by", "title", "outlet", "author", "address", "sentence", "TASS 1 Oct 2020", "unidentified site 20 Oct 2020"}},
		{2, []string{"event", "1992/1994", "1992 to 1994", "reported", "'=large-scale military action", "2 articles, 1 wording", tass.Title, "TASS", "Jana Kolb", tass.URL, "told sentence, with comma; and line break", "told", "nothing found"}},
		{6, []string{"published", "2020-10-01", "1 Oct 2020", "", "", "", tass.Title, "TASS", "Jana Kolb", tass.URL, "", "", ""}},
		{10, []string{"event", "2020-10-10T12:00+04:00", "10 October 2020, 12:00 (local · 11:00 Moscow)", "planned", "a ceasefire", "2 articles, 1 wording", tass.Title, "TASS", "Jana Kolb", tass.URL, "told sentence, with comma; and line break", "told", "nothing found"}},
	} {
		if got := fmt.Sprintf("%q", rows[tt.row]); got != fmt.Sprintf("%q", tt.want) {
			t.Errorf("row %d\n got %s\nwant %q", tt.row, got, tt.want)
		}
	}
}

// The sentence beside an event is none that has another date.
func TestCSVTeller(t *testing.T) {
	e := engine.Event{Cells: []engine.CellRef{{Sign: engine.SignDisagree, Runs: run("On the 14th.")}, {Sign: engine.SignTold, Runs: run("On the 13th.")}}}
	if a, sentence := teller(engine.Timeline{Articles: []engine.ArticleRef{tass, site}}, e); a != site || sentence != "On the 13th." {
		t.Errorf("%s: %q", a.ID, sentence)
	}
}

func TestTimelineJS(t *testing.T) {
	var b strings.Builder
	if err := writeTimelineJS(&b, sample(), "Karabakh & more"); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Title struct {
			Text struct{ Headline, Text string }
		}
		Events []struct {
			Start map[string]any `json:"start_date"`
			End   map[string]any `json:"end_date"`
			Text  struct{ Headline, Text string }
			ID    string `json:"unique_id"`
			Group string
		}
	}
	if err := json.Unmarshal([]byte(b.String()), &got); err != nil {
		t.Fatal(err)
	}
	dates := map[string]string{}
	for _, e := range got.Events {
		dates[e.ID] = fmt.Sprintf("%v to %v", e.Start, e.End)
		if strings.Contains(e.Text.Headline+e.Text.Text, "<b>") || strings.Contains(e.Text.Headline, "<script") {
			t.Errorf("%s: words of an article are markup: %q %q", e.ID, e.Text.Headline, e.Text.Text)
		}
	}
	for id, want := range map[string]string{
		"e1":           "map[display_date:February 1988 month:2 year:1988] to map[]",
		"e2":           "map[display_date:1992 to 1994 year:1992] to map[year:1994]",
		"e3":           "map[display_date:since 1992 year:1992] to map[]",
		"e4":           "map[display_date:Summer 2014 month:6 year:2014] to map[month:8 year:2014]",
		"e5":           "map[day:27 display_date:27 September 2020 month:9 year:2020] to map[]",
		"e6":           "map[day:10 display_date:10 October 2020, 12:00 (local · 11:00 Moscow) hour:12 minute:0 month:10 year:2020] to map[]",
		"published-b2": "map[day:20 display_date:20 Oct 2020 or soon after month:10 year:2020] to map[]",
	} {
		if dates[id] != want {
			t.Errorf("%s\n got %s\nwant %s", id, dates[id], want)
		}
	}
	if !strings.Contains(got.Title.Text.Text, "imposed martial law") {
		t.Errorf("the undated event is missing: %q", got.Title.Text.Text)
	}
}

// readICS reads a calendar as RFC 5545 writes it and fails on any line that
// breaks its rules. Each entry is a map from property to value.
func readICS(t *testing.T, s string) []map[string]string {
	t.Helper()
	if !strings.HasSuffix(s, "\r\n") || strings.Contains(strings.ReplaceAll(s, "\r\n", ""), "\n") {
		t.Fatal("a line does not end in CR LF")
	}
	var lines []string
	for _, ln := range strings.Split(strings.TrimSuffix(s, "\r\n"), "\r\n") {
		if len(ln) > 75 {
			t.Errorf("line of %d bytes: %q", len(ln), ln)
		}
		if !utf8.ValidString(ln) {
			t.Errorf("a letter is cut: %q", ln)
		}
		if rest, folded := strings.CutPrefix(ln, " "); folded && len(lines) > 0 {
			lines[len(lines)-1] += rest
			continue
		}
		lines = append(lines, ln)
	}
	var entries []map[string]string
	var open []string
	for _, ln := range lines {
		key, value, ok := strings.Cut(ln, ":")
		if !ok {
			t.Fatalf("no property: %q", ln)
		}
		switch key {
		case "BEGIN":
			open = append(open, value)
			if value == "VEVENT" {
				entries = append(entries, map[string]string{})
			}
			continue
		case "END":
			if len(open) == 0 || open[len(open)-1] != value {
				t.Fatalf("END:%s within %v", value, open)
			}
			open = open[:len(open)-1]
			continue
		}
		if open[len(open)-1] == "VEVENT" {
			e := entries[len(entries)-1]
			if _, twice := e[key]; twice {
				t.Errorf("%s stands twice", key)
			}
			e[key] = strings.NewReplacer(`\n`, "\n", `\,`, ",", `\;`, ";", `\\`, `\`).Replace(value)
		}
	}
	if len(open) > 0 {
		t.Errorf("%v is not closed", open)
	}
	uids := map[string]bool{}
	for _, e := range entries {
		for _, key := range []string{"UID", "DTSTAMP", "SUMMARY"} {
			if e[key] == "" {
				t.Errorf("%s: no %s", e["UID"], key)
			}
		}
		if uids[e["UID"]] {
			t.Errorf("two entries have the UID %s", e["UID"])
		}
		uids[e["UID"]] = true
		if e["DTSTART"] != "" {
			continue // a moment: without an end it ends when it starts
		}
		start, err := time.Parse("20060102", e["DTSTART;VALUE=DATE"])
		end, err2 := time.Parse("20060102", e["DTEND;VALUE=DATE"])
		if err != nil || err2 != nil || !end.After(start) {
			t.Errorf("%s: from %s to %s", e["UID"], e["DTSTART;VALUE=DATE"], e["DTEND;VALUE=DATE"])
		}
	}
	return entries
}

func TestICS(t *testing.T) {
	var b strings.Builder
	if err := writeICS(&b, sample(), "Karabakh, 2020"); err != nil {
		t.Fatal(err)
	}
	entries := readICS(t, b.String())
	if got, want := len(entries), 9+2+2; got != want {
		t.Fatalf("%d entries, want %d", got, want)
	}
	for _, tt := range []struct {
		i                           int
		start, end, status, opening string
	}{
		{0, "19880201", "19880301", "TENTATIVE", "[only the month is known] broke out"},
		{1, "19920101", "19950101", "TENTATIVE", "[only the year is known]"},
		{2, "19920101", "19920102", "TENTATIVE", "[no end is given]"},
		{3, "20140601", "20140901", "TENTATIVE", "[only the season is known]"},
		{4, "20200927", "20200928", "CONFIRMED", "Renewed clashes, with “intense battles” raging; the région"},
		{5, "20201001", "20201002", "CONFIRMED", "TASS: Talks “go on”, says diplomat; truce holds"},
		{6, "20201009T213000", "", "TENTATIVE", "[after 9 October 2020, 21:30] talks began"},
		{7, "20271231", "20280101", "TENTATIVE", "[planned; by the end of 2027] is to be built"},
		{8, "20201010T080000Z", "", "TENTATIVE", "[planned] a ceasefire"},
		{9, "20201020", "20201021", "TENTATIVE", "unidentified site: "},
		{10, "20201019", "20201020", "TENTATIVE", "[statement] expressed"},
		{11, "20201022", "20201023", "TENTATIVE", "[corrected by hand; the articles: 25 October 2020] approved"},
		{12, "20201001", "20261101", "TENTATIVE", "[alleged; approximate date] <b>violating"},
	} {
		e := entries[tt.i]
		if e["DTSTART"]+e["DTSTART;VALUE=DATE"] != tt.start || e["DTEND;VALUE=DATE"] != tt.end || e["STATUS"] != tt.status || !strings.HasPrefix(e["SUMMARY"], tt.opening) {
			t.Errorf("entry %d: %v\nwant %+v", tt.i, e, tt)
		}
	}
	if got, want := entries[10]["DESCRIPTION"], "Note: statement; date worked out from “The day before”"; !strings.Contains(got, want) {
		t.Errorf("an inferred date is not flagged: %q", got)
	}
	if strings.Contains(b.String(), "told reporters") {
		t.Error("an event that the reader hid is an entry")
	}
	if got, want := entries[4]["DESCRIPTION"], "Date: 27 September 2020\nStatus: reported\nTASS 1 Oct 2020: told\nnothing found: unidentified site 20 Oct 2020"; got != want {
		t.Errorf("description %q, want %q", got, want)
	}
}

// comparison has a row of every kind.
func comparison() engine.Compare {
	side := func(s string) []engine.RowText {
		return []engine.RowText{{Paragraph: 1, Kind: "body", Runs: run(s)}}
	}
	changed := []engine.Run{{Text: "large-scale military "}, {Text: "action", Change: engine.OnlyA}, {Text: "combat", Change: engine.OnlyB}, {Text: " for control"}}
	return engine.Compare{
		A: tass, B: site,
		Summary: []string{"We found no shared sentence."},
		Sections: []engine.Section{{
			Heading: "The news", Note: "2 sentences correspond",
			Rows: []engine.Row{
				{
					Relation: "near", Label: "1 small change", Moved: "In B further down", Both: changed,
					A: []engine.RowText{{Runs: changed[:2]}}, B: []engine.RowText{{Runs: []engine.Run{changed[0], changed[2]}}},
				},
				{A: side("Words *with* stars & <tags>")},
				{B: side(`<img src=x onerror="alert(1)"> 'quoted'`)},
				{A: side("One news."), B: side("Other news.")},
				{Relation: "reworded", Clashes: []string{"number: 3 and 4"}, A: side("three"), B: side("four")},
			},
		}},
		Events: []engine.PairEvent{{
			Event: engine.Event{Date: "27 September 2020", Status: "reported", Words: "clashes | erupted"},
			A:     engine.CellRef{Sign: "told", Word: "told", Runs: run("Clashes erupted.")},
			B:     engine.CellRef{Sign: "none", Word: "nothing found", Runs: run("Nearest.")},
		}},
		Quotes: []engine.PairQuotes{{Speaker: "Dmitry Peskov", A: []engine.QuoteRef{{Type: "direct", Runs: run("“We wait.”")}}}, {B: []engine.QuoteRef{{Type: "mixed", Via: "Nikkei", Runs: run("ready")}}}},
	}
}

func TestCompareHTML(t *testing.T) {
	var b strings.Builder
	if err := CompareHTML(&b, comparison()); err != nil {
		t.Fatal(err)
	}
	s := b.String()
	for _, hostile := range []string{"<script", "<img", "<tags", `onerror="`} {
		if strings.Contains(s, hostile) {
			t.Errorf("%q stands unescaped", hostile)
		}
	}
	const source = `<a href="https://example.org/a_b?c=1&amp;d=2" rel="noreferrer">https://example.org/a_b?c=1&amp;d=2</a>`
	if !strings.Contains(s, source) {
		t.Errorf("no link to the source: %q", source)
	}
	for _, word := range []string{"href=", "src=x ", "url(", "@import", "http://", "https://"} {
		if strings.Contains(strings.NewReplacer("src=x onerror=&#34;", "", source, "").Replace(s), word) {
			t.Errorf("the file points elsewhere: %q", word)
		}
	}
	balanced(t, s)
	golden.Check(t, "compare.html", s)
}

// balanced checks that every tag of s is closed in its turn.
func balanced(t *testing.T, s string) {
	t.Helper()
	var open []string
	for rest := s; ; {
		i := strings.IndexByte(rest, '<')
		if i < 0 {
			break
		}
		rest = rest[i+1:]
		tag, after, ok := strings.Cut(rest, ">")
		if !ok {
			t.Fatalf("a tag is not closed: %.40q", rest)
		}
		rest = after
		name, _, _ := strings.Cut(tag, " ")
		switch {
		case name == "!DOCTYPE" || name == "meta":
		case strings.HasPrefix(name, "/"):
			if len(open) == 0 || open[len(open)-1] != name[1:] {
				t.Fatalf("<%s> within %v", name, open)
			}
			open = open[:len(open)-1]
		default:
			open = append(open, name)
		}
	}
	if len(open) > 0 {
		t.Errorf("%v are not closed", open)
	}
}

func TestMarkdown(t *testing.T) {
	var b strings.Builder
	if err := writeMarkdown(&b, sample(), "Karabakh"); err != nil {
		t.Fatal(err)
	}
	golden.Check(t, "timeline.md", b.String())
	b.Reset()
	if err := CompareMarkdown(&b, comparison()); err != nil {
		t.Fatal(err)
	}
	golden.Check(t, "compare.md", b.String())
	for _, ln := range strings.Split(b.String(), "\n") {
		if strings.HasPrefix(ln, "|") && strings.Count(strings.ReplaceAll(ln, `\|`, ""), "|") != 6 {
			t.Errorf("a row without five cells: %q", ln)
		}
	}
}

func TestCitation(t *testing.T) {
	for _, tt := range []struct {
		name string
		ref  engine.ArticleRef
		want string
	}{
		{"all known", tass, "TASS, “Talks “go on”, says diplomat; truce holds”, 1 Oct 2020, by Jana Kolb, <https://example.org/a_b?c=1&d=2>"},
		{"hostile title", site, `unidentified site, “&lt;script&gt;alert("x")&lt;/script&gt; &amp; more”, 20 Oct 2020 or soon after`},
		{"little known", engine.ArticleRef{Title: "T", Date: "no date"}, "unknown outlet, “T”, no date"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := citation(tt.ref); got != tt.want {
				t.Errorf("got %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestParseEDTF(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want string // first, after, unit, open, rough
	}{
		{"2020-10-26", "2020-10-26 2020-10-27 3 false false"},
		{"2020-10-20~", "2020-10-20 2020-10-21 3 false true"},
		{"2020-10", "2020-10-01 2020-11-01 2 false false"},
		{"2014-22", "2014-06-01 2014-09-01 1 false false"},
		{"2013-24", "2013-12-01 2014-03-01 1 false false"},
		{"1992", "1992-01-01 1993-01-01 0 false false"},
		{"199X", "1990-01-01 2000-01-01 0 false true"},
		{"19XX", "1900-01-01 2000-01-01 0 false true"},
		{"1992/1994", "1992-01-01 1995-01-01 0 false false"},
		{"1992/..", "1992-01-01 1993-01-01 0 true false"},
		{"../2020-10-01", "2020-10-01 2020-10-02 3 false true"},
		{"{2020,2026}", "2020-01-01 2027-01-01 0 false true"},
		{"2020-10-17T23:00+03:00", "2020-10-17 2020-10-18 4 false false"},
		{"2020-10-17T23:00:00", "2020-10-17 2020-10-18 4 false false"},
		{"2020-10-17T23:00Z", "2020-10-17 2020-10-18 4 false false"},
		{"", "none"},
		{"2020-13", "none"},
		{"2021-02-31", "none"},
		{"99999", "none"},
		{"../..", "none"},
		{"1994/1992", "none"},
		{"PRESENT_REF", "none"},
	} {
		got := "none"
		if p, ok := parseEDTF(tt.in); ok {
			got = fmt.Sprintf("%s %s %d %v %v", p.first.Format(time.DateOnly), p.after.Format(time.DateOnly), p.unit, p.open, p.rough)
		}
		if got != tt.want {
			t.Errorf("parseEDTF(%q) = %s, want %s", tt.in, got, tt.want)
		}
	}
}

func FuzzParseEDTF(f *testing.F) {
	for _, s := range []string{"2020-10-26", "199X", "1992/..", "{2020,2026}", "2020-10-17T23:00+03:00", "[..2020]", "{{1}}"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if p, ok := parseEDTF(s); ok && !p.after.After(p.first) {
			t.Errorf("parseEDTF(%q): %v is not after %v", s, p.after, p.first)
		}
	})
}
