package quotes

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"parallax/internal/dossier"
	"parallax/internal/golden"
	"parallax/internal/names"
	"parallax/internal/text"
)

// A goldQuote is one hand-checked attribution of data/gold.
type goldQuote struct {
	ID       string  `json:"id"`
	Article  string  `json:"article"`
	Type     string  `json:"type"`
	Quoted   bool    `json:"quoted"`
	Speaker  *string `json:"speaker"`
	Start    int32   `json:"start"`
	End      int32   `json:"end"`
	Optional bool    `json:"optional"`
}

func readGold(t testing.TB) []goldQuote {
	t.Helper()
	raw, err := os.ReadFile("../../data/gold/quotes-karabakh.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var out []goldQuote
	sc := bufio.NewScanner(bytes.NewReader(raw))
	for sc.Scan() {
		var g goldQuote
		if err := json.Unmarshal(sc.Bytes(), &g); err != nil {
			t.Fatal(err)
		}
		out = append(out, g)
	}
	return out
}

// karabakh reads the five articles as one dossier.
func karabakh(t testing.TB) *dossier.Dossier {
	t.Helper()
	files, err := filepath.Glob("../../data/karabakh/*.txt")
	if err != nil || len(files) != 5 {
		t.Fatalf("articles: %v, %v", files, err)
	}
	sort.Strings(files)
	p := dossier.Pack{Outlets: []dossier.Outlet{{ID: "tass", Name: "TASS"}, {ID: "site", Name: "Unidentified site"}}}
	for i, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		outlet := "tass"
		if i == 2 {
			outlet = "site"
		}
		p.Articles = append(p.Articles, dossier.Meta{ID: filepath.Base(f)[:3], Outlet: outlet, Text: string(raw)})
	}
	d, err := dossier.New(p)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// sameSpeaker compares a speaker with the gold, which adds "(government)" where
// a capital stands for one.
func sameSpeaker(got string, want *string) bool {
	if want == nil {
		return got == ""
	}
	w, _, _ := strings.Cut(*want, " (")
	return got == w
}

func TestGold(t *testing.T) {
	d := karabakh(t)
	people := names.Collect(d)
	gold := readGold(t)
	var b strings.Builder
	var quoted, quotedFound, quotedPredicted, speakers, all, found, predicted, speakersAll, types int
	for a := range d.Articles {
		id := d.Articles[a].ID
		got := Find(d, a, people)
		used := make([]bool, len(gold))
		for _, q := range got {
			hit := -1
			for i, g := range gold {
				if g.Article == id && !used[i] && g.Start == q.Span.Start && g.End == q.Span.End {
					hit = i
				}
			}
			if hit >= 0 {
				used[hit] = true
				if gold[hit].Optional {
					continue
				}
				if sameSpeaker(q.Speaker, gold[hit].Speaker) {
					speakersAll++
					if gold[hit].Quoted {
						speakers++
					}
				} else {
					fmt.Fprintf(&b, "speaker\t%s\t%q\n", gold[hit].ID, q.Speaker)
				}
				if string(q.Type) == gold[hit].Type {
					types++
				} else {
					fmt.Fprintf(&b, "type\t%s\t%s\n", gold[hit].ID, q.Type)
				}
			} else {
				overlaps := false
				for _, g := range gold {
					overlaps = overlaps || g.Optional && g.Article == id && (text.Span{Start: g.Start, End: g.End}).Overlaps(q.Span)
				}
				if overlaps {
					continue
				}
				fmt.Fprintf(&b, "extra\t%s\t%s\t%s\t%q\n", id, q.Type, q.Speaker, q.Span.Of(d.Articles[a].Text))
			}
			predicted++
			if q.Type == Direct || q.Type == Mixed {
				quotedPredicted++
			}
		}
		for i, g := range gold {
			if g.Article != id || g.Optional {
				continue
			}
			all++
			if g.Quoted {
				quoted++
			}
			switch {
			case used[i]:
				found++
				if g.Quoted {
					quotedFound++
				}
			default:
				fmt.Fprintf(&b, "missed\t%s\t%s\n", g.ID, g.Type)
			}
			if g.Type == string(Declined) {
				for _, q := range got {
					if q.Type != Declined && q.Span.Overlaps(text.Span{Start: g.Start, End: g.End}) {
						t.Errorf("%s is shown as said: %s", g.ID, q.Type)
					}
				}
			}
		}
	}
	f1 := 2 * float64(found) / float64(all+predicted)
	summary := fmt.Sprintf("quotes-karabakh\nquoted spans\t%d of %d, %d proposed\n  their speaker\t%d\nall spans\t%d of %d, %d proposed, F1 %.3f\n  their speaker\t%d\n  their type\t%d\n",
		quotedFound, quoted, quotedPredicted, speakers, found, all, predicted, f1, speakersAll, types)
	golden.Check(t, "scores.txt", summary+b.String())
	if quotedFound != quoted || speakers < 18 || f1 < .85 {
		t.Errorf("below the mark:\n%s", summary)
	}
}
