package dates

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"parallax/internal/text"
)

// What is said of a moment beyond TIMEX3: EDTF, bounds, zone, group, anchor.
func TestFindValues(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []string // "words|EDTF|earliest|latest|group|anchor"
	}{
		{"a season", "in the summer of 2014", []string{"the summer of 2014|2014-22|2014-06-01|2014-09-01|0|"}},
		{"a year is no day", "in 1992", []string{"1992|1992|1992-01-01|1993-01-01|0|"}},
		{"open to the future", "since 1992", []string{"1992|1992/..|1992-01-01||0|"}},
		{"open to the past", "until May 1994", []string{"May 1994|../1994-05||1994-06-01|0|"}},
		{"a range is one group", "in 1992-1994", []string{"1992|1992|1992-01-01|1993-01-01|1|", "1994|1994|1994-01-01|1995-01-01|1|"}},
		{"a range in words", "from March to May 2020", []string{"March|2020-03|2020-03-01|2020-04-01|1|sibling", "May 2020|2020-05|2020-05-01|2020-06-01|1|"}},
		{"between", "between 1955 and 1957", []string{"1955|1955|1955-01-01|1956-01-01|1|", "1957|1957|1957-01-01|1958-01-01|1|"}},
		{"two ranges are two groups", "in 1912-1914 and 1992-1994", []string{
			"1912|1912|1912-01-01|1913-01-01|1|", "1914|1914|1914-01-01|1915-01-01|1|",
			"1992|1992|1992-01-01|1993-01-01|2|", "1994|1994|1994-01-01|1995-01-01|2|",
		}},
		{"days that share a month", "on 9-10 October 2020", []string{"9|2020-10-09|2020-10-09|2020-10-10|1|sibling", "10 October 2020|2020-10-10|2020-10-10|2020-10-11|1|"}},
		{"years that share an ago", "two and three years ago", []string{"two|2018~|2018-01-01|2019-01-01|1|published", "three years ago|2017~|2017-01-01|2018-01-01|1|published"}},
		{"owners have until", "Their owners have until 15 August to object.", []string{"15 August|../2021-08-15||2021-08-16|0|published"}},
		{"what was done in a month, its name far from the verb", "Letters were sent to Thalassa Lines in December and again in March.", []string{"December|2019-12|2019-12-01|2020-01-01|0|published", "March|2020-03|2020-03-01|2020-04-01|0|published"}},
		{"a clock in a paragraph behind one that looks ahead", "\"I will be there tomorrow,\" he said.\n\nThe mayday came at 4:37.", []string{"tomorrow|2020-10-27|2020-10-27|2020-10-28|0|published", "4:37|2020-10-26T04:37:00|2020-10-26|2020-10-26|0|published"}},
		{"months of last year", "She wrote in May and October last year.", []string{"May|2019-05|2019-05-01|2019-06-01|0|published", "October last year|2019-10|2019-10-01|2019-11-01|0|published"}},
		{"a clock below the line that dates the page", "Posted on Monday 19 October 2020, last updated 00:15 on Tuesday\n\n23:52 The vote is in.", []string{
			"Monday 19 October 2020|2020-10-19|2020-10-19|2020-10-20|0|", "00:15 on Tuesday|2020-10-20T00:15:00|2020-10-20|2020-10-20|0|published", "23:52|2020-10-26T23:52:00|2020-10-26|2020-10-26|0|published",
		}},
		{"late on the day that midnight ends", "He was held shortly before midnight on October 13, and at midnight on October 18 the truce began.", []string{
			"midnight on October 13|2020-10-13|2020-10-13|2020-10-14|0|published", "midnight on October 18|2020-10-18T00:00:00|2020-10-18|2020-10-18|0|published",
		}},
		{"entries of a live page, the newest on top, one of which tells of the day before", "17:25\n\nThat is all.\n\n9:20\n\nYesterday the director spoke.\n\n8:40\n\nThe engineer has just been brought to the court.", []string{
			"17:25|2020-10-26T17:25:00|2020-10-26|2020-10-26|0|published", "9:20|2020-10-26T09:20:00|2020-10-26|2020-10-26|0|published",
			"Yesterday|2020-10-25|2020-10-25|2020-10-26|0|published", "8:40|2020-10-26T08:40:00|2020-10-26|2020-10-26|0|published",
		}},
		{"entries under the heading of a day", "Sunday 25 October\n\n9:20 Two boats left on Friday.\n\n9:50 They are back.", []string{
			"Sunday 25 October|2020-10-25|2020-10-25|2020-10-26|0|published", "9:20|2020-10-25T09:20:00|2020-10-25|2020-10-25|0|last day told",
			"Friday|2020-10-23|2020-10-23|2020-10-24|0|published", "9:50|2020-10-25T09:50:00|2020-10-25|2020-10-25|0|last day told",
		}},
		{"counted from what is told of no day", "He was arrested on October 13. The card was empty until, four days later, it was broken. Five days later he was freed.", []string{
			"October 13|2020-10-13|2020-10-13|2020-10-14|0|published", "four days later||||0|", "Five days later|2020-10-18|2020-10-18|2020-10-19|0|last day told",
		}},
		{"a week is an interval in EDTF", "last week", []string{"last week|2020-10-19/2020-10-25|2020-10-19|2020-10-26|0|published"}},
		{"about", "around October 10, 2019", []string{"around October 10, 2019|2019-10-10~|2019-10-10|2019-10-11|0|"}},
		{"a decade", "the 1990s", []string{"the 1990s|199X|1990-01-01|2000-01-01|0|"}},
		{"a century", "the 19th century", []string{"the 19th century|18XX|1800-01-01|1900-01-01|0|"}},
		{"the middle of a year", "by mid 2028", []string{"mid 2028|2028-38|2028-05-01|2028-09-01|0|"}},
		{"a quarter", "the third quarter of 2019", []string{"the third quarter of 2019|2019-35|2019-07-01|2019-10-01|0|"}},
		{"before Christ", "in 44 BC", []string{"44 BC|-0043|-0043-01-01|-0042-01-01|0|"}},
		{"no place on the calendar", "three years, every day, recently", []string{"three years||||0|", "every day||||0|", "recently||||0|"}},
		{"a month without a year, published unknown", "", nil},
		{"two clocks of one moment", "at 12:00 local time (11:00 Moscow time) on October 10", []string{
			"12:00 local time|2020-10-10T12:00:00+04:00|2020-10-10|2020-10-10|1|published",
			"11:00 Moscow time|2020-10-10T11:00:00+03:00|2020-10-10|2020-10-10|1|published",
			"October 10|2020-10-10|2020-10-10|2020-10-11|1|published",
		}},
		{"clocks that contradict each other", "at 12:00 Moscow time (11:07 Baku time) on October 10, 2020", []string{
			"12:00 Moscow time|2020-10-10T12:00:00+03:00|2020-10-10|2020-10-10|0|",
			"11:07 Baku time|2020-10-10T11:07:00+04:00|2020-10-10|2020-10-10|0|",
			"October 10, 2020|2020-10-10|2020-10-10|2020-10-11|0|",
		}},
		{"a day in German", "Am 1. März begann die Bergung, am 3. Oktober 2019 endete sie.", []string{"1. März|2020-03-01|2020-03-01|2020-03-02|0|published", "3. Oktober 2019|2019-10-03|2019-10-03|2019-10-04|0|"}},
		{"a day in French, bare", "Les négociations, dans une salle au bord du lac, reprendront 3 mars, ont dit des diplomates.", []string{"3 mars|2020-03-03|2020-03-03|2020-03-04|0|published"}},
		{"a chapter and a planet", "The probe photographed 3 Mars rocks and sent 12 mars bars to the crew of the ship.", nil},
		{"half past ten in the evening", "Councillors voted late on Monday. It was a promise made at half past ten that decided it.", []string{"Monday|2020-10-26|2020-10-26|2020-10-27|0|published", "half past ten|2020-10-26T22:30:00|2020-10-26|2020-10-26|0|last day told"}},
		{"a clock of the morning after an evening", "The ferry left on Sunday evening and was due to arrive at 6 a.m. It struck a reef at 5:40 a.m.", []string{
			"Sunday evening|2020-10-25|2020-10-25|2020-10-26|0|published", "6 a.m.|2020-10-26T06:00:00|2020-10-26|2020-10-26|0|last day told", "5:40 a.m.|2020-10-26T05:40:00|2020-10-26|2020-10-26|0|last day told",
		}},
		{"a clock of the night after the evening told before", "They sat down on the tracks on Sunday evening after a rumour. The officers moved in at 4:30 a.m. and the line was open again by 7 a.m.", []string{
			"Sunday evening|2020-10-25|2020-10-25|2020-10-26|0|published", "4:30 a.m.|2020-10-26T04:30:00|2020-10-26|2020-10-26|0|last day told", "7 a.m.|2020-10-26T07:00:00|2020-10-26|2020-10-26|0|last day told",
		}},
		{"but not of the night to come", "They sat down on the tracks this evening. The first of them had come at 4:30 a.m. on foot.", []string{
			"this evening|2020-10-26|2020-10-26|2020-10-27|0|published", "4:30 a.m.|2020-10-26T04:30:00|2020-10-26|2020-10-26|0|last day told",
		}},
		{"a day of a deed and the year until which it holds", "The concession, which would have run out at the end of 2026, was prolonged on 28 May until 2045.", []string{
			"the end of 2026|2026|2026-01-01|2027-01-01|0|", "28 May|2020-05-28|2020-05-28|2020-05-29|0|published", "2045|../2045||2046-01-01|0|",
		}},
		{"a clock of the evening before midnight", "He left at 8 p.m. on Saturday and came home at 2 a.m., long before 10 p.m.", []string{
			"8 p.m. on Saturday|2020-10-24T20:00:00|2020-10-24|2020-10-24|0|published", "2 a.m.|2020-10-25T02:00:00|2020-10-25|2020-10-25|0|last day told", "10 p.m.|2020-10-25T22:00:00|2020-10-25|2020-10-25|0|last day told",
		}},
		{"a clock in what is looked back on", "On Friday evening police arrested the captain. Records showed he had made a call lasting nine minutes which ended at 5:31 a.m.", []string{
			"Friday evening|2020-10-23|2020-10-23|2020-10-24|0|published", "nine minutes||||0|", "5:31 a.m.||||0|",
		}},
		{"a day in French", "Le 3 mars, puis le 1er avril 2019", []string{"3 mars|2020-03-03|2020-03-03|2020-03-04|0|published", "1er avril 2019|2019-04-01|2019-04-01|2019-04-02|0|"}},
		{"no day in German", "It came in at number 3. April 2019 was wet. They sold 11 Mars bars.", []string{"April 2019|2019-04|2019-04-01|2019-05-01|0|"}},
		{"an offset written out", "at 18:40 (GMT+8) on October 10, 2020", []string{"18:40 (GMT+8) on October 10, 2020|2020-10-10T18:40:00+08:00|2020-10-10|2020-10-10|0|"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			date := func(at time.Time) string {
				if at.IsZero() {
					return ""
				}
				return at.Format(time.DateOnly)
			}
			var got []string
			for _, m := range Find(tt.text, day(t, "2020-10-26")) {
				v := m.Value
				got = append(got, strings.Join([]string{m.Span.Of(tt.text), v.EDTF, date(v.Earliest), date(v.Latest), string('0' + rune(m.Group)), m.Anchor}, "|"))
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("\n got %q\nwant %q", got, tt.want)
			}
		})
	}
}

// Both clocks of a moment give the same UTC.
func TestTwoClocks(t *testing.T) {
	for _, tt := range []struct{ name, text, utc string }{
		{"one day", "from 12:00 local time (11:00 Moscow time) on October 10, 2020", "2020-10-10T08:00:00Z"},
		{"over midnight", "at midnight on October 18, 2020 (23:00 Moscow time on October 17, 2020)", "2020-10-17T20:00:00Z"},
		{"GMT in brackets", "at 14:30 local time (1130 GMT) on October 10, 2020", "2020-10-10T11:30:00Z"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			clocks := 0
			for _, m := range Find(tt.text, time.Time{}) {
				if m.Value.Precision != Minute {
					continue
				}
				clocks++
				if got := m.Value.UTC.Format(time.RFC3339); got != tt.utc || m.Group != 1 {
					t.Errorf("%q: got %s in group %d, want %s in group 1", m.Span.Of(tt.text), got, m.Group, tt.utc)
				}
			}
			if clocks != 2 {
				t.Errorf("got %d clocks, want 2", clocks)
			}
		})
	}
}

// What only bounds a time says so.
func TestLimits(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"They have to decide by June 30 whether to go.", "by"},
		{"They decided by Monday's vote.", ""},
		{"The verdict was read on Monday shortly after 11 a.m.", "after"},
		{"After Monday's vote he left.", ""},
		{"No verdict comes before Easter.", "before"},
		{"He was held shortly before midnight on October 13.", ""},
	} {
		ms := Find(tt.text, day(t, "2020-10-26"))
		if n := len(ms) - 1; n < 0 || ms[n].Value.Limit != tt.want {
			t.Errorf("%q: got %+v, want the limit %q", tt.text, ms, tt.want)
		}
	}
}

// Without a day of publication, nothing is invented.
func TestFindUnanchored(t *testing.T) {
	for _, s := range []string{"on Friday", "yesterday", "last week", "two years ago", "on October 20", "in March", "this summer", "the next day", "at 10 a.m.", "in the third quarter"} {
		for _, m := range Find(s, time.Time{}) {
			if m.Value.OnCalendar() || m.Anchor != "" {
				t.Errorf("%q: got %+v, anchor %q, want no place on the calendar", s, m.Value, m.Anchor)
			}
		}
	}
}

// A day counted from publication moves with it.
func TestMovesWithPublication(t *testing.T) {
	for _, tt := range []struct {
		text string
		days int
	}{
		{"He left today.", 0},
		{"He left yesterday.", -1},
		{"He leaves tomorrow.", 1},
		{"He left the day before yesterday.", -2},
		{"He left three days ago.", -3},
		{"He left last night.", -1},
		{"He leaves tonight.", 0},
		{"He left two days ago in the rain.", -2},
	} {
		for n := range 800 {
			published := civil(2019, 11, 5).AddDate(0, 0, n)
			ms := Find(tt.text, published)
			if len(ms) != 1 {
				t.Fatalf("%q: got %d mentions", tt.text, len(ms))
			}
			lo := ms[0].Value.Earliest
			if got, want := civil(lo.Year(), int(lo.Month()), lo.Day()), published.AddDate(0, 0, tt.days); !got.Equal(want) {
				t.Fatalf("%q published %v: got %v, want %v", tt.text, published, got, want)
			}
		}
	}
	for n := range 800 {
		published := civil(2019, 11, 5).AddDate(0, 0, n)
		lo := Find("He left on Friday.", published)[0].Value.Earliest
		if back := published.Sub(lo); lo.Weekday() != time.Friday || back < 0 || back > 6*24*time.Hour {
			t.Fatalf("published %v: Friday is %v", published, lo)
		}
	}
}

// The zone of the machine and of the value given changes nothing.
func TestIndependentOfZone(t *testing.T) {
	defer func(zone *time.Location) { time.Local = zone }(time.Local)
	docs := goldDocs(t, "karabakh")
	published := civil(2020, 10, 26)
	var want [][]Mention
	for i, zone := range []*time.Location{time.UTC, time.FixedZone("east", 14*3600), time.FixedZone("west", -12*3600)} {
		time.Local = zone
		for k, d := range docs {
			got := Find(d.Text, published.In(zone))
			if i == 0 {
				want = append(want, got)
			} else if !reflect.DeepEqual(got, want[k]) {
				t.Errorf("%s: the zone %v changes the answer", d.Doc, zone)
			}
		}
		for k, c := range Publication(karabakh(t), true) {
			if !strings.HasPrefix(c.EDTF, docs[k].DCT) {
				t.Errorf("in the zone %v article %d is published %s, want %s", zone, k, c.EDTF, docs[k].DCT)
			}
		}
	}
}

// Bad dates stay words, never become a wrong day, and break nothing around.
func TestBadDates(t *testing.T) {
	for _, bad := range []string{
		"31 February", "February 30, 2020", "13/13/2020", "2020-13-45", "32 October 2020", "0 May", "May 99999", "99999-10-10",
		"29 February 2019", "2019-02-29", "25:61", "October 2O2O", "00/00/0000", "31.11.2020", "2020-10-26-27", "1/2/3/4",
	} {
		s := "It was " + bad + " there, but on 3 May 2019 it was not."
		for _, m := range Find(s, day(t, "2020-10-26")) {
			if words := m.Span.Of(s); words != "3 May 2019" && m.Value.Precision >= Day {
				t.Errorf("%q: %q became %s", bad, words, m.Value.TIMEX3)
			}
		}
		if i := slices.IndexFunc(Find(s, day(t, "2020-10-26")), func(m Mention) bool { return m.Value.TIMEX3 == "2019-05-03" }); i < 0 {
			t.Errorf("%q: the date after it is lost", bad)
		}
	}
}

// Merge makes one value of a group.
func TestMerge(t *testing.T) {
	for _, tt := range []struct{ name, text, edtf, earliest, latest string }{
		{"a range", "in 1992-1994", "1992/1994", "1992-01-01", "1995-01-01"},
		{"a range of days", "from 9 to 12 October 2020", "2020-10-09/2020-10-12", "2020-10-09", "2020-10-13"},
		{"one by one", "two and three years ago", "{2017,2018}", "2017-01-01", "2019-01-01"},
		{"alone", "in May 1992", "1992-05", "1992-05-01", "1992-06-01"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			v := Merge(Find(tt.text, day(t, "2020-10-26")))
			if v.EDTF != tt.edtf || v.Earliest.Format(time.DateOnly) != tt.earliest || v.Latest.Format(time.DateOnly) != tt.latest {
				t.Errorf("got %s [%s, %s), want %s [%s, %s)", v.EDTF, v.Earliest.Format(time.DateOnly), v.Latest.Format(time.DateOnly), tt.edtf, tt.earliest, tt.latest)
			}
		})
	}
	if v := Merge(nil); v != (Value{}) {
		t.Errorf("no mentions merge to %+v", v)
	}
}

// seeds are texts that tried the scanners.
func seeds(f *testing.F) {
	f.Add("On Tuesday, October 20, at 12:00 local time (11:00 Moscow time)", int16(0))
	f.Add("31 February 2020, 13/13/2020, year 99999, 2020-10-26T25:61:61Z", int16(100))
	f.Add("\xff\xfe Monday’s “the 90’s” — 9–10 Oktober … ½ o’clock", int16(-9000))
	f.Add("two and three and four and five years ago ago ago", int16(7))
	f.Add("the first half of the second half of the last third quarter of fiscal 1992 BC", int16(366))
	f.Add("99999999999999999999 years ago, 9999 centuries later, in 9999 decades", int16(3))
	f.Add("'98'99'00s 1990s' o'clock o’clock O’Neill", int16(1))
	f.Add("Monday Monday Monday\n\nMonday. the day after the day before the next day", int16(30000))
}

// FuzzFind: spans are whole, sorted, disjoint and on rune borders; bounds are
// in order; what is counted in days from publication moves with it.
func FuzzFind(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, s string, n int16) {
		published := civil(2020, 6, 15).AddDate(0, 0, int(n))
		ms := Find(s, published)
		end, whole := int32(0), borders(s)
		for _, m := range ms {
			if m.Span.Start < end || m.Span.Empty() || int(m.Span.End) > len(s) {
				t.Fatalf("%q: span %v after %d", s, m.Span, end)
			}
			end = m.Span.End
			if !whole[m.Span.Start] || !whole[m.Span.End] {
				t.Fatalf("%q: span %v cuts a rune", s, m.Span)
			}
			v := m.Value
			if v.TIMEX3 == "" || m.Rule == "" {
				t.Fatalf("%q: %q has the value %q by the rule %q", s, m.Span.Of(s), v.TIMEX3, m.Rule)
			}
			if !v.Earliest.IsZero() && !v.Latest.IsZero() && !v.Earliest.Before(v.Latest) {
				t.Fatalf("%q: %q runs from %v to %v", s, m.Span.Of(s), v.Earliest, v.Latest)
			}
			if v.OnCalendar() != (v.EDTF != "" && v.Precision != NoPrecision) {
				t.Fatalf("%q: %q has the EDTF %q, precision %d and the bounds [%v, %v)", s, m.Span.Of(s), v.EDTF, v.Precision, v.Earliest, v.Latest)
			}
		}
		// A week later in the same year, weekdays and counted days have moved by a week.
		if published.AddDate(0, 0, 7).Year() != published.Year() {
			return
		}
		for i, m := range Find(s, published.AddDate(0, 0, 7)) {
			words := m.Span.Of(s)
			if i >= len(ms) || m.Span != ms[i].Span || m.Anchor != anchorPublished || m.Value.Precision != Day || strings.ContainsAny(words, "0123456789") || namesDay(words) {
				continue
			}
			if moved := m.Value.Earliest.Sub(ms[i].Value.Earliest); moved != 7*24*time.Hour {
				t.Fatalf("%q: %q moved by %v", s, words, moved)
			}
		}
	})
}

// namesDay reports whether words name a month or a holiday.
func namesDay(words string) bool {
	for _, sp := range text.Words(words) {
		switch lexicon()[strings.ToLower(sp.Of(words))].kind {
		case kMonth, kHoliday:
			return true
		}
	}
	return false
}

// borders are the offsets between the runes of s; a byte that is no part of a
// rune counts as one.
func borders(s string) []bool {
	at := make([]bool, len(s)+1)
	for i := range s {
		at[i] = true
	}
	at[len(s)] = true
	return at
}

// FuzzPublication: a claim is whole or absent, and lenders exist.
func FuzzPublication(f *testing.F) {
	f.Add("MOSCOW, October 26. /TASS/. He said on Monday", "2020-10-26", "https://e.org/2020/10/26/")
	f.Add("On September 27 clashes erupted in the disputed region of X.", "10/9/2020", "/2020/1/")
	f.Add("\xff", "~", "20201301")
	f.Fuzz(func(t *testing.T, s, given, url string) {
		in := []Source{{Text: s, URL: url}, {Text: given, Given: given}, {Text: s + " In 2020.", Given: url}}
		for i, c := range Publication(in, true) {
			if (c.EDTF == "") != c.Earliest.IsZero() || c.Earliest.IsZero() != c.Latest.IsZero() || c.Earliest.After(c.Latest) {
				t.Fatalf("%q %q %q: claim %d is %+v", s, given, url, i, c)
			}
			for _, b := range c.Borrowed {
				if b == i || b < 0 || b >= len(in) {
					t.Fatalf("text %d borrows from %d", i, b)
				}
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	for _, set := range []string{"karabakh", "meantime-dev", "wikiwars-dev"} {
		b.Run(set, func(b *testing.B) {
			docs := goldDocs(b, set)
			published := day(b, docs[0].DCT)
			size := 0
			for _, d := range docs {
				size += len(d.Text)
			}
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				for _, d := range docs {
					Find(d.Text, published)
				}
			}
			b.ReportMetric(testing.AllocsPerRun(1, func() {
				for _, d := range docs {
					Find(d.Text, published)
				}
			})/float64(len(docs)), "allocs/article")
		})
	}
}

func BenchmarkPublication(b *testing.B) {
	five := karabakh(b)
	size := 0
	for _, s := range five {
		size += len(s.Text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		Publication(five, true)
	}
}
