package compare

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"parallax/internal/dossier"
	"parallax/internal/golden"
	"parallax/internal/names"
)

// storyArticles reads a file of testdata. The story of each article is the part
// of its id before the number sign.
func storyArticles(t testing.TB, name string) []dossier.Meta {
	t.Helper()
	b, err := os.ReadFile("testdata/stories/" + name + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []dossier.Meta
	for _, part := range strings.Split(string(b), "\n== ")[1:] {
		part, _, _ = strings.Cut(part, "\n#")
		head, rest, _ := strings.Cut(part, "\n")
		story, published, _ := strings.Cut(head, " ")
		title, body, _ := strings.Cut(rest, "\n")
		out = append(out, dossier.Meta{
			ID: fmt.Sprintf("%s#%02d", story, len(out)), Title: title, Text: title + "\n\n" + strings.TrimSpace(body), Published: published,
		})
	}
	return out
}

// TestStories asks which of the articles of a file of testdata report the same
// story: all at once, and every two by themselves.
func TestStories(t *testing.T) {
	for _, name := range testSets(t, "stories") {
		t.Run(name, func(t *testing.T) {
			articles := storyArticles(t, name)
			together := sameStories(t, articles)
			var b strings.Builder
			scoreStories(&b, "together", articles, func(i, j int) bool { return together[[2]int{i, j}] })
			scoreStories(&b, "two by two", articles, func(i, j int) bool {
				return sameStories(t, []dossier.Meta{articles[j], articles[i]})[[2]int{1, 0}]
			})
			golden.Check(t, "stories/"+name+".golden", b.String())
		})
	}
}

// TestStoriesInOneCollection asks the same of all files of testdata in one
// collection, which knows better what is rare, and that what is one story with
// another is so the other way round.
func TestStoriesInOneCollection(t *testing.T) {
	var all []dossier.Meta
	for _, name := range testSets(t, "stories") {
		for _, m := range storyArticles(t, name) {
			m.ID = name + " " + m.ID
			all = append(all, m)
		}
	}
	same := sameStories(t, all)
	for pair := range same {
		if !same[[2]int{pair[1], pair[0]}] {
			t.Errorf("%s is one story with %s, and not the other way round", all[pair[0]].ID, all[pair[1]].ID)
		}
	}
	var b strings.Builder
	scoreStories(&b, "all together", all, func(i, j int) bool { return same[[2]int{i, j}] })
	golden.Check(t, "stories/all.golden", b.String())
}

// scoreStories writes which of the articles are wrongly said to report one story,
// which are not said to, and the score.
func scoreStories(b *strings.Builder, name string, articles []dossier.Meta, of func(i, j int) bool) {
	right, said, wanted := 0, 0, 0
	for i := range articles {
		for j := range i {
			want := storyOf(articles[i]) == storyOf(articles[j])
			got := of(i, j)
			if want {
				wanted++
			}
			if got {
				said++
			}
			switch {
			case want && got:
				right++
			case want:
				fmt.Fprintf(b, "%s: missed %s, %s\n", name, articles[j].ID, articles[i].ID)
			case got:
				fmt.Fprintf(b, "%s: wrong %s, %s\n", name, articles[j].ID, articles[i].ID)
			}
		}
	}
	fmt.Fprintf(b, "%s: said %d, right %d of %d, F1 %.3f\n", name, said, right, wanted, 2*float64(right)/float64(said+wanted))
}

func storyOf(m dossier.Meta) string {
	story, _, _ := strings.Cut(m.ID, "#")
	return story
}

// sameStories returns which of articles are said to report the same story.
func sameStories(t *testing.T, articles []dossier.Meta) map[[2]int]bool {
	t.Helper()
	d, err := dossier.New(dossier.Pack{Articles: articles})
	if err != nil {
		t.Fatal(err)
	}
	c := New(d, names.Collect(d))
	at := map[string]int{}
	for i, m := range articles {
		at[m.ID] = i
	}
	out := map[[2]int]bool{}
	for i := range d.Articles {
		for _, r := range c.Related(i) {
			if testing.Verbose() && r.Score > 0.15 && i < int(r.Article) {
				t.Logf("%.2f %v %s %s %s", r.Score, r.SameStory, d.Articles[i].ID, d.Articles[r.Article].ID, r.Reason)
			}
			if r.SameStory {
				out[[2]int{at[d.Articles[i].ID], at[d.Articles[r.Article].ID]}] = true
			}
		}
	}
	return out
}
