// Command bench measures the search: time to build and to answer, bytes, and
// how high a known article ranks. It runs natively and, under Node, as the
// wasm that browsers run.
//
//	go run ./internal/search/bench [--corpus FILE] [--queries FILE] [--seed N] [--peers]
//
// The corpus is JSONL with title and body; without one it is made up. The
// queries are drawn from the corpus, or read from a file of the shape
// {"lat":[{"kind","q"}],"items":[{"n","body","typo","prefix"}],"titles":[]}:
// lat is timed, items are searched for by three words of the body, by the
// title with two typing errors, and by the beginning of the title; the phrases
// of lat by the first article that has their words side by side. With --peers
// it also measures minisearch, flexsearch, lunr and pagefind beside it, all in
// headless Chromium on the same articles and queries; that needs npm.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"maps"
	"math"
	"os"
	"runtime"
	"slices"
	"strings"
	"time"

	"parallax/internal/search"
	"parallax/internal/text"
)

// article is one line of the corpus.
type article struct {
	Title string `json:"title"`
	Body  string `json:"body"`
}

// questions are what is measured.
type questions struct {
	Lat    []timed  `json:"lat"`
	Items  []item   `json:"items"`
	Titles []string `json:"titles"` // in lower case
}

// timed is a query whose time is taken.
type timed struct {
	Kind string `json:"kind"`
	Q    string `json:"q"`
}

// item is a known article with three ways to look for it.
type item struct {
	N      int    `json:"n"`
	Body   string `json:"body"`
	Typo   string `json:"typo"`
	Prefix string `json:"prefix"`
}

func main() {
	log.SetFlags(0)
	if inPage() {
		return
	}
	corpus := flag.String("corpus", os.Getenv("PARALLAX_CORPUS"), "JSONL with title and body")
	queries := flag.String("queries", "", "JSON of queries")
	seed := flag.Uint64("seed", 7, "for what is made up and drawn")
	size := flag.Int("n", 16000, "articles to make up")
	peers := flag.Bool("peers", false, "measure the peers as well, in Chromium")
	verbose := flag.Bool("v", false, "list the known articles that are not first")
	flag.Parse()

	var articles []article
	if *corpus != "" {
		articles = readCorpus(*corpus)
	} else {
		articles = madeUp(*size, *seed)
	}
	var q questions
	if *queries != "" {
		b, err := os.ReadFile(*queries)
		if err == nil {
			err = json.Unmarshal(b, &q)
		}
		if err != nil {
			log.Fatal(err)
		}
	} else {
		q = draw(articles, *seed)
	}
	measure(articles, q, *verbose)
	if *peers {
		if err := comparePeers(articles, q); err != nil {
			log.Fatal(err)
		}
	}
}

func readCorpus(name string) []article {
	f, err := os.Open(name)
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	var out []article
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 64<<20)
	for sc.Scan() {
		var a article
		if err := json.Unmarshal(sc.Bytes(), &a); err != nil {
			log.Fatal(err)
		}
		out = append(out, a)
	}
	if err := sc.Err(); err != nil {
		log.Fatal(err)
	}
	return out
}

// docs returns the articles as the index takes them in.
func docs(articles []article) []search.Doc {
	out := make([]search.Doc, len(articles))
	for i, a := range articles {
		out[i] = newDoc(a)
		out[i].Sentences = text.Sentences(out[i].Text, out[i].Body[0])
	}
	return out
}

func newDoc(a article) search.Doc {
	s := a.Title + "\n" + a.Body
	at := int32(len(a.Title))
	return search.Doc{Text: s, Title: text.Span{End: at}, Body: []text.Span{{Start: at + 1, End: int32(len(s))}}}
}

// measure prints what searching the articles takes and finds.
func measure(articles []article, q questions, verbose bool) {
	all := docs(articles)
	ix := buildIndex(all)
	ix.Search("the", search.Options{Bare: true}) // tables made at first use
	ix.Search("misspeltword", search.Options{Bare: true})
	ix.Attach(all)
	timeQueries(ix, q.Lat)
	rankKnown(ix, q, verbose)
	rankPhrases(ix, q.Lat, all)
	printMemory()
}

// buildIndex builds, encodes and opens the index.
func buildIndex(all []search.Doc) *search.Index {
	bytes := 0
	for i := range all {
		bytes += len(all[i].Text)
	}
	start := time.Now()
	var b search.Builder
	for i := range all {
		b.Add(&all[i])
	}
	added := time.Since(start)
	data := b.Encode()
	built := time.Since(start)
	b = search.Builder{}
	start = time.Now()
	ix, err := search.Decode(data)
	if err != nil {
		log.Fatal(err)
	}
	loaded := time.Since(start)
	fmt.Printf("articles            %d, %.1f MB of text\n", len(all), float64(bytes)/1e6)
	fmt.Printf("build               %.2f s (reading %.2f)\n", built.Seconds(), added.Seconds())
	fmt.Printf("index               %.2f MB with positions\n", float64(len(data))/1e6)
	fmt.Printf("open                %.1f ms\n", loaded.Seconds()*1e3)
	return ix
}

// timeQueries prints how long queries take, all of them and by kind, and the
// work done for them.
func timeQueries(ix *search.Index, queries []timed) {
	byKind := map[string][]time.Duration{}
	var times, full []time.Duration
	counters := map[string]int{}
	for _, x := range queries {
		bare := best(func() { ix.Search(x.Q, search.Options{Bare: true}) })
		times = append(times, bare)
		byKind[x.Kind] = append(byKind[x.Kind], bare)
		full = append(full, best(func() { ix.Search(x.Q, search.Options{Facets: true}) }))
		for k, n := range ix.Search(x.Q, search.Options{Bare: true}).Counters {
			counters[k] += n
		}
	}
	report("query, ids only", times)
	report("with excerpts", full)
	for _, k := range slices.Sorted(maps.Keys(byKind)) {
		report("  "+k, byKind[k])
	}
	fmt.Printf("work for %d queries %v\n", len(queries), counters)
}

// rankKnown prints how high the known articles stand, for each way to look for
// them.
func rankKnown(ix *search.Index, q questions, verbose bool) {
	for _, way := range []struct {
		name string
		of   func(item) string
	}{
		{"three body words", func(i item) string { return i.Body }},
		{"two typing errors", func(i item) string { return i.Typo }},
		{"title cut short", func(i item) string { return i.Prefix }},
	} {
		sum, found := 0.0, 0
		for _, it := range q.Items {
			r := ix.Search(way.of(it), search.Options{Bare: true})
			rank := 1 + slices.IndexFunc(r.Hits, func(h search.Hit) bool {
				return int(h.Doc) == it.N || q.Titles[h.Doc] == q.Titles[it.N]
			})
			if rank > 0 {
				sum += 1 / float64(rank)
				found++
			}
			if rank != 1 && verbose {
				fmt.Printf("    %d %q for %q (all %d of %d)\n", rank, way.of(it), q.Titles[it.N], r.All, r.Total)
			}
		}
		n := float64(len(q.Items))
		fmt.Printf("%-19s MRR@10 %.4f, recall@10 %.4f of %d\n", way.name, sum/n, float64(found)/n, len(q.Items))
	}
}

// rankPhrases prints how high the first article stands that has the words of a
// query side by side.
func rankPhrases(ix *search.Index, queries []timed, all []search.Doc) {
	sum, phrases := 0.0, 0
	for _, x := range queries {
		if x.Kind != "phrase" {
			continue
		}
		phrases++
		for n, h := range ix.Search(x.Q, search.Options{Bare: true}).Hits {
			if strings.Contains(" "+text.Fold(all[h.Doc].Text)+" ", " "+x.Q+" ") {
				sum += 1 / float64(n+1)
				break
			}
		}
	}
	fmt.Printf("four words as typed MRR@10 %.4f of %d\n", sum/float64(phrases), phrases)
}

// printMemory prints how much memory is in use.
func printMemory() {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	fmt.Printf("memory              %.1f MB in use, %.1f MB from the system\n", float64(m.HeapAlloc)/1e6, float64(m.Sys)/1e6)
}

// best returns the shortest of five times, since other programs take their
// share of the machine.
func best(f func()) time.Duration {
	least := time.Duration(math.MaxInt64)
	for range 5 {
		start := time.Now()
		f()
		least = min(least, time.Since(start))
	}
	return least
}

func report(name string, times []time.Duration) {
	slices.Sort(times)
	at := func(share float64) float64 {
		return times[min(len(times)-1, int(float64(len(times))*share))].Seconds() * 1e3
	}
	fmt.Printf("%-19s p50 %.3f  p95 %.3f  p99 %.3f ms\n", name, at(.5), at(.95), at(.99))
}
