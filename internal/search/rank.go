package search

import "math"

// Ranking is BM25F (Robertson & Zaragoza, The Probabilistic Relevance
// Framework, 2009, section 3.5): the occurrences of a term in all fields are
// added, weighted and divided by the relative length of the field, before the
// sum saturates. To that come a factor for how much of the query an article
// has, and a bonus for words standing near each other in the order typed.
//
// Chosen by the mean reciprocal rank of known articles (bench_test.go).
const (
	// k1 is how fast repetitions stop to count: the usual value.
	k1 = 1.2
	// Field weights: a word in the headline says as much about an article as
	// titleWeight occurrences in a text of mean length.
	titleWeight    = 3.0
	subtitleWeight = 2.0
	peopleWeight   = 1.0
	outletWeight   = 0.5
	bodyWeight     = 1.0
	// b is how much of a field's length is made up for: 0 nothing, 1 all.
	// Wire copy repeats itself more the longer it is, headlines do not.
	bodyB  = 0.75
	titleB = 0.5

	// An expansion counts less than the word as typed.
	spellingWeight = 0.95 // Aliev for Aliyev: most likely the same person
	similarWeight  = 0.8  // a guess at a typing error
	prefixWeight   = 0.7  // a guess at how the word goes on

	// coverage is what a word of the query gives just for being there, against
	// at most 1 for how often: two words once outweigh one word ten times.
	coverage = 0.5

	// nearWeight is the bonus for two neighbours of the query standing side
	// by side, as a share of the weight of the rarer one.
	nearWeight = 0.5
	// nearest bounds the distance in words at which neighbours get a bonus.
	nearest = 8
	// rescored is how many of the best articles are looked at for words near
	// each other; beyond them the bonus changes nothing that anyone reads.
	rescored = 64
)

// fieldNorms are the divisors of BM25F, inverted.
type fieldNorms struct{ title, body float32 }

func norms(docs [][numFields]uint32) []fieldNorms {
	length := func(s *[numFields]uint32, f Field) float64 { return float64(s[f+1] - s[f] - 1) }
	var title, body float64
	for i := range docs {
		title += length(&docs[i], Title)
		body += length(&docs[i], Body)
	}
	n := float64(len(docs))
	title, body = max(title/n, 1), max(body/n, 1)
	v := make([]fieldNorms, len(docs))
	for i := range docs {
		v[i] = fieldNorms{
			title: float32(titleWeight / (1 - titleB + titleB*length(&docs[i], Title)/title)),
			body:  float32(bodyWeight / (1 - bodyB + bodyB*length(&docs[i], Body)/body)),
		}
	}
	return v
}

// frequency is the weighted number of occurrences of a term in an article, as
// BM25F adds them over the fields. Only those in fields count; 0 is all.
func frequency(n *fieldNorms, count uint32, elsewhere, fields uint8) float32 {
	if elsewhere == 0 && fields == 0 {
		return n.body * float32(count)
	}
	title, subtitle, people, outlet := uint32(elsewhere&3), uint32(elsewhere>>2&3), uint32(elsewhere>>4&3), uint32(elsewhere>>6)
	body := count - title - subtitle - people - outlet
	if fields != 0 {
		for f, c := range [numFields]*uint32{&title, &subtitle, &body, &people, &outlet} {
			if fields&(1<<f) == 0 {
				*c = 0
			}
		}
	}
	x := float32(n.title * float32(title))
	x += float32(subtitleWeight * float32(subtitle))
	x += float32(n.body * float32(body))
	x += float32(peopleWeight * float32(people))
	return x + float32(outletWeight*float32(outlet))
}

// saturate is what x occurrences are worth: from 0 to below 1.
func saturate(x float32) float32 { return x / (k1 + x) }

// inFields reports whether any of the occurrences is in fields.
func inFields(count uint32, elsewhere, fields uint8) bool {
	return fields == 0 || frequency(&fieldNorms{1, 1}, count, elsewhere, fields) > 0
}

// idf is the weight of a word that stands in df of n articles.
func idf(df, n int) float32 {
	return float32(math.Log(1 + (float64(n-df)+0.5)/(float64(df)+0.5)))
}
