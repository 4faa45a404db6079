package search

import "math"

// Ranking is BM25F (Robertson & Zaragoza, The Probabilistic Relevance
// Framework, 2009, section 3.5): the occurrences of a term in all fields are
// added, weighted and divided by the relative length of the field, before the
// sum saturates. To that comes a bonus for words standing near each other in
// the order typed, a large one if they do so in the headline. Articles with
// all words come before those with some.
//
// The numbers were chosen by the mean reciprocal rank of known articles in a
// corpus of news agency copy (see the bench folder), with three sets of
// queries: three words of an article, its headline with typing errors, its
// headline cut short. No number was worth more than 0.01 but those of the
// bonus in the headline.
const (
	// k1 is how fast repetitions stop to count. Less than the usual 1.2: a news
	// story has few words, and one that is there at all is there for a reason.
	k1 = 0.3
	// coverage is what a word gives just for being there, against at most 1 for
	// how often.
	coverage = 0.1
	// Field weights: one occurrence there is as much as so many in a text of
	// mean length. The headline counts more by its bonus.
	titleWeight    = 1.5
	subtitleWeight = 1.5
	peopleWeight   = 1.0
	outletWeight   = 0.5
	bodyWeight     = 1.0
	// How much of a field's length is made up for: 0 nothing, 1 all. Long
	// stories are not only wordy, they also tell more; headlines are all alike.
	bodyB  = 0.5
	titleB = 0.75

	// An expansion counts less than the word as typed.
	spellingWeight = 0.95 // Aliev for Aliyev: most likely the same person
	similarWeight  = 0.8  // a guess at a typing error
	prefixWeight   = 0.7  // a guess at how the word goes on
	longerWeight   = 0.2  // the same, when what was typed is a word already

	// nearWeight is the bonus for two neighbours of the query standing side by
	// side, as a share of the most that the rarer one gives.
	nearWeight = 0.1
	// titleNear is the same in the headline, if it has all of the words: who
	// types a headline wants that article. Of the words that it lacks, each
	// takes away a good part (share⁴ of the bonus is left).
	titleNear = 3.0
	// titleFirst multiplies it for the first words of the headline.
	titleFirst = 1.5
	// nearest bounds the distance in words at which neighbours get a bonus.
	nearest = 8
	// rescored is how many of the best articles are looked at for words near
	// each other; beyond them the bonus changes nothing that anyone reads.
	rescored = 32
)

// fieldNorms are the divisors of BM25F, inverted.
type fieldNorms struct{ title, body float32 }

func norms(docs []layout) []fieldNorms {
	var title, body float64
	for i := range docs {
		title += float64(docs[i].length(Title))
		body += float64(docs[i].length(Body))
	}
	n := float64(len(docs))
	title, body = max(title/n, 1), max(body/n, 1)
	v := make([]fieldNorms, len(docs))
	for i := range docs {
		v[i] = fieldNorms{
			title: float32(titleWeight / (1 - titleB + titleB*float64(docs[i].length(Title))/title)),
			body:  float32(bodyWeight / (1 - bodyB + bodyB*float64(docs[i].length(Body))/body)),
		}
	}
	return v
}

// frequency is the weighted number of occurrences of a term in an article, as
// BM25F adds them over the fields. Only those in fields count; 0 is all.
func frequency(n *fieldNorms, body, elsewhere, fields uint8) float32 {
	if elsewhere == 0 && fields == 0 {
		return n.body * float32(body)
	}
	return frequencyIn(n, body, elsewhere, fields)
}

func frequencyIn(n *fieldNorms, body, elsewhere, fields uint8) float32 {
	counts := [numFields]uint8{Title: elsewhere & 3, Subtitle: elsewhere >> 2 & 3, Body: body, People: elsewhere >> 4 & 3, Outlet: elsewhere >> 6}
	if fields != 0 {
		for f := range counts {
			if fields&(1<<f) == 0 {
				counts[f] = 0
			}
		}
	}
	x := float32(n.title * float32(counts[Title]))
	x += float32(subtitleWeight * float32(counts[Subtitle]))
	x += float32(n.body * float32(counts[Body]))
	x += float32(peopleWeight * float32(counts[People]))
	return x + float32(outletWeight*float32(counts[Outlet]))
}

// saturate is what x occurrences are worth: from 0 to below 1.
func saturate(x float32) float32 { return x / (k1 + x) }

// inFields reports whether any of the occurrences is in fields.
func inFields(body, elsewhere, fields uint8) bool {
	return fields == 0 || frequency(&fieldNorms{1, 1}, body, elsewhere, fields) > 0
}

// idf is the weight of a word that stands in df of n articles.
func idf(df, n int) float32 {
	return float32(math.Log(1 + (float64(n-df)+0.5)/(float64(df)+0.5)))
}
