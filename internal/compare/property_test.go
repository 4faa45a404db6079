package compare

import (
	"math/rand/v2"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"parallax/internal/dossier"
	"parallax/internal/names"
	"parallax/internal/text"
)

// stock is sentences of many scripts from which random articles are made.
var stock = []string{
	"The ferry left the port of Bari at 6 p.m. with 480 passengers on board.",
	"With 480 passengers aboard, the ferry departed the port of Bari at 18:00.",
	"Arsenal beat Chelsea 3-1 at Wembley on Saturday.",
	"Chelsea were beaten 3-1 by Arsenal at Wembley on Sunday.",
	"“We will not go,” Mayor Ines Prado told reporters; nobody asked why.",
	"МОСКВА, 26 октября. Президент России заявил, что переговоры продолжаются.",
	"Президент заявил в понедельник, что переговоры были прекращены.",
	"Հայաստանի վարչապետը հայտարարեց, որ բանակցությունները շարունակվում են։",
	"Վարչապետը հայտարարեց, որ բանակցությունները ավարտվել են։",
	"قال الرئيس يوم الاثنين إن المحادثات مستمرة في القاهرة.",
	"قال الوزير إن المحادثات انتهت في القاهرة؟",
	"总统星期一表示，谈判仍在继续。双方没有达成协议！",
	"总统星期二表示，谈判已经结束。",
	"😀 Wow — 5 people 👩‍👩‍👧 were hurt, \u0000 e\u0301te\u0301 \u200d🇦🇲.",
	"ALL CAPS HEADLINE ABOUT THE FERRY OF BARI",
	"The Ferry Of Bari Has Left The Port",
	"one word", "a", "5", "—", "\u0301", "...", "No", "not", "not not never no", "3-1 1-3 2-2", "by by by", "said", "said that",
	"According to", "of half a million and a half", "10:99 p.m. on the of May May 31 2020",
}

// words are joined at random into sentences that mean nothing.
var scrap = strings.Fields(`the a not no said that told by was were beaten Russia Ukraine Moscow Lavrov 3 5 percent $40 million May 26 October half third
	first Monday yesterday at in from to of and or , . ; : " ” « 10:30 p.m. U.S. didn't Bari’s — - accused lost won сказал 总统 😀 é`)

// randomText makes an article of up to n sentences.
func randomText(rng *rand.Rand, n int) string {
	var b strings.Builder
	for range 1 + rng.IntN(n) {
		if rng.IntN(3) > 0 {
			b.WriteString(stock[rng.IntN(len(stock))])
		} else {
			for range rng.IntN(25) {
				b.WriteString(scrap[rng.IntN(len(scrap))])
				b.WriteByte(' ')
			}
		}
		b.WriteString([]string{" ", "\n", "\n\n", ""}[rng.IntN(4)])
	}
	return b.String()
}

// changed makes another article of s: sentences moved, words lost, the end cut.
func changed(rng *rand.Rand, s string) string {
	parts := strings.SplitAfter(s, " ")
	for range rng.IntN(6) {
		i, j := rng.IntN(len(parts)), rng.IntN(len(parts))
		switch rng.IntN(4) {
		case 0:
			parts[i], parts[j] = parts[j], parts[i]
		case 1:
			parts[i] = ""
		case 2:
			parts[i] += scrap[rng.IntN(len(scrap))] + " "
		case 3:
			parts = append(append([]string{}, parts[i:]...), parts[:i]...)
		}
	}
	out := strings.Join(parts, "")
	if rng.IntN(4) == 0 {
		cut := rng.IntN(len(out) + 1)
		for cut < len(out) && !utf8.RuneStart(out[cut]) {
			cut++
		}
		out = out[:cut]
	}
	return out
}

// pairDossier is two articles, or one if b is empty; nil if no dossier can be
// made of them.
func pairDossier(texts ...string) *dossier.Dossier {
	var p dossier.Pack
	for i, s := range texts {
		p.Articles = append(p.Articles, dossier.Meta{ID: string(rune('a' + i)), Text: s, Published: []string{"2020-10-26", ""}[i%2]})
	}
	d, err := dossier.New(p)
	if err != nil {
		return nil
	}
	return d
}

// checkPair asserts what holds for any two articles.
func checkPair(t *testing.T, a, b string) {
	t.Helper()
	d := pairDossier(a, b)
	if d == nil {
		return
	}
	c := New(d, names.Collect(d))
	ab, ba := c.Compare(0, 1), c.Compare(1, 0)
	if got := c.Compare(1, 0).mirror(); !reflect.DeepEqual(got, ab) {
		t.Errorf("compare(b, a) is no mirror of compare(a, b):\n%+v\n%+v\na %q\nb %q", got, ab, a, b)
	}
	checkResult(t, d, ab, 0, 1)
	checkResult(t, d, ba, 1, 0)
	checkResult(t, d, c.Within(0), 0, 0)

	// The order of the articles in the dossier makes no difference.
	e := pairDossier(b, a)
	e.Articles[0], e.Articles[1] = d.Articles[1], d.Articles[0]
	if got := New(e, names.Collect(e)).Compare(1, 0); !reflect.DeepEqual(got, ab) {
		t.Errorf("another order of the dossier gives another comparison:\na %q\nb %q", a, b)
		for i := range min(len(got.Pairs), len(ab.Pairs)) {
			if !reflect.DeepEqual(got.Pairs[i], ab.Pairs[i]) {
				t.Errorf("pair %d: got %+v, want %+v", i, got.Pairs[i], ab.Pairs[i])
			}
		}
	}
}

// checkResult asserts that the steps of every pair turn its one sentence into
// the other, that equal steps are equal text on rune borders, and that shared,
// changed, only and hidden spans cover every rune.
func checkResult(t *testing.T, d *dossier.Dossier, r Result, a, b int) {
	t.Helper()
	var covered [2][]text.Span
	for _, p := range r.Pairs {
		s, u := &d.Articles[a], &d.Articles[b]
		if hidden(s.Sentences[p.A].Kind) || hidden(u.Sentences[p.B].Kind) {
			t.Errorf("a hidden line is paired: %v", p)
		}
		x, y := text.Trim(s.Text, s.Sentences[p.A].Span), text.Trim(u.Text, u.Sentences[p.B].Span)
		if p.Relation == Related {
			continue
		}
		if p.Relation == Reworded && len(p.Clashes) > 0 {
			t.Errorf("reworded with a clash: %v", p)
		}
		covered[0] = append(covered[0], x)
		covered[1] = append(covered[1], y)
		i, j := x.Start, y.Start
		for _, op := range p.Ops {
			if op.A.Start != i || op.B.Start != j {
				t.Fatalf("step %v does not go on from %d, %d", op, i, j)
			}
			i, j = op.A.End, op.B.End
			av, bv := op.A.Of(s.Text), op.B.Of(u.Text)
			switch {
			case op.Kind == Equal && av != bv, op.Kind == Delete && bv != "", op.Kind == Insert && av != "":
				t.Fatalf("step %v: %q, %q", op, av, bv)
			}
			if !utf8.ValidString(av) && utf8.ValidString(s.Text) || !utf8.ValidString(bv) && utf8.ValidString(u.Text) {
				t.Fatalf("step %v cuts a rune: %q, %q", op, av, bv)
			}
		}
		if i != x.End || j != y.End {
			t.Fatalf("steps end at %d, %d, want %d, %d", i, j, x.End, y.End)
		}
	}
	for side, only := range [][]int32{r.OnlyA, r.OnlyB} {
		art := &d.Articles[[]int{a, b}[side]]
		for _, n := range only {
			covered[side] = append(covered[side], art.Sentences[n].Span)
		}
		if side == 1 && a == b {
			return
		}
		if a == b {
			covered[0] = append(covered[0], covered[1]...)
		}
		for _, s := range art.Sentences {
			if hidden(s.Kind) {
				covered[side] = append(covered[side], s.Span)
			}
		}
		has := make([]bool, len(art.Text)+1)
		for _, sp := range covered[side] {
			for i := sp.Start; i < sp.End; i++ {
				has[i] = true
			}
		}
		for i, r := range art.Text {
			if !has[i] && !text.Space(r) {
				t.Fatalf("article %d: nothing covers %q at %d of %q", side, r, i, art.Text)
			}
		}
	}
}

// hidden reports whether text of a kind is compared with nothing.
func hidden(k dossier.Kind) bool { return k == dossier.Furniture || k == dossier.Dateline }

func TestRandomArticles(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		a := randomText(rng, 12)
		b := changed(rng, a)
		if rng.IntN(4) == 0 {
			b = randomText(rng, 12)
		}
		checkPair(t, a, b)
		if t.Failed() {
			return
		}
	}
}

func FuzzCompare(f *testing.F) {
	for i, s := range stock {
		f.Add(s, stock[(i+1)%len(stock)])
	}
	f.Add(strings.Join(stock, " "), strings.Join(stock[5:], "\n"))
	f.Add("MOSCOW, October 26. /TASS/. Talks go on in Cairo.", "MOSCOW, October 26. /TASS/. Talks ended in Cairo.")
	f.Add("Under fire from rebels near Kassala.", "Under fire from rebels in Kassala.")
	f.Add("AAA AAAA AAAAAABE ABOUT THE FERRY OF AAAA", " By FerrY Ofs 0 A000") // a word that is a name in one of them
	f.Fuzz(func(t *testing.T, a, b string) { checkPair(t, a, b) })
}

// TestBadInput compares texts that no newspaper prints; each in bounded time.
func TestBadInput(t *testing.T) {
	article := strings.Repeat(strings.Join(stock[:5], " ")+"\n\n", 40)
	var long strings.Builder // different sentences
	size := 1 << 20
	if testing.Short() || runtime.GOOS == "js" {
		size = 1 << 17
	}
	for i := 0; long.Len() < size; i++ {
		long.WriteString(strings.ReplaceAll(stock[i%5], "480", numeral(i)))
		long.WriteString(" ")
	}
	for _, tt := range []struct{ name, a, b string }{
		{"an article against itself", article, article},
		{"one sentence", "Yes.", "No."},
		{"one letter", "a", "b"},
		{"marks only", "… — !", "?"},
		{"1 MB", long.String(), long.String()},
		{"1 MB of other sentences", long.String(), strings.ToUpper(long.String())},
		{"no sentence ends", strings.Repeat("rain fell on 5 May in Rome and ", 4000), strings.Repeat("rain fell on 6 May in Bari but not ", 4000)},
		{"one word over and over", strings.Repeat("no ", 50000), strings.Repeat("no ", 40000)},
		{"no words at all", strings.Repeat(".", 100000), strings.Repeat("!", 100000)},
		{"unbalanced marks", strings.Repeat("“", 1000) + "Yes.", strings.Repeat("\"", 999) + "Yes."},
		{"invalid UTF-8", "\xff\xfe three people \x80", "three people \xc3"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := pairDossier(tt.a, tt.b)
			if d == nil {
				t.Skip("not a dossier")
			}
			start := time.Now()
			c := New(d, names.Collect(d))
			r := c.Compare(0, 1)
			if took := time.Since(start); took > time.Minute {
				t.Errorf("took %v", took)
			}
			checkResult(t, d, r, 0, 1)
			t.Logf("%d pairs in %v", len(r.Pairs), time.Since(start))
		})
	}
}

// numeral writes i as a number that no word of the stock has.
func numeral(i int) string {
	const digits = "0123456789"
	out := []byte{'1', ','}
	for range 3 {
		out = append(out, digits[i%10])
		i /= 10
	}
	return string(out)
}
