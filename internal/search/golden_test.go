package search

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"parallax/internal/golden"
)

// write writes a result out, scores and all.
func (r *Result) write(b *strings.Builder) {
	fmt.Fprintf(b, "%d of %d with all words", r.All, r.Total)
	for _, t := range r.Terms {
		if t.Missing() {
			fmt.Fprintf(b, "; “%s” is in none, similar: %s", t.Typed, strings.Join(t.Similar, " "))
		}
	}
	if len(r.Unread) > 0 {
		fmt.Fprintf(b, "; as words: %q", r.Unread)
	}
	fmt.Fprintf(b, "; %v", r.Counters)
	for _, h := range r.Hits {
		fmt.Fprintf(b, "\n\t%d\t%.4f\t%v\t%v", h.Doc, h.Score, h.Marks, h.Excerpts)
	}
	b.WriteByte('\n')
}

// The answers stand in a file that the native program and the one compiled for
// browsers must both give: some written out, of many others a sum of every
// article found and every bit of its score.
func TestResultsAreTheSameEverywhere(t *testing.T) {
	docs := corpus(41, 400)
	ix := Build(docs)
	var b strings.Builder
	for _, q := range []string{
		"truce", "peskow cesefire", "Песков", "ԱԼԻԵՎ", "minsk group", `"minsk group"`, "minsk OR baku -truce", "outlet:tass talks",
		"who:lavrov date:2020-10", "published:2021 ministers", "in:title ceasefire", "minsk baku near:3", "reykjavik", "北京", "near:x the",
	} {
		fmt.Fprintf(&b, "%s: ", q)
		r := ix.Search(q, Options{Limit: 3})
		r.write(&b)
	}
	r := rand.New(rand.NewPCG(8, 8))
	sum, found := fnv.New64a(), 0
	for range 1500 {
		for _, h := range ix.Search(ask(r), Options{Bare: true}).Hits {
			var bits [12]byte
			binary.LittleEndian.PutUint32(bits[:], uint32(h.Doc))
			binary.LittleEndian.PutUint64(bits[4:], math.Float64bits(h.Score))
			_, _ = sum.Write(bits[:]) // a hash takes everything
			found++
		}
	}
	fmt.Fprintf(&b, "1500 queries: %d hits, %016x\n", found, sum.Sum64())
	golden.Check(t, "results.txt", b.String())
}
