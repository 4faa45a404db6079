package search

import "math"

// Ranking is BM25F (Robertson & Zaragoza, The Probabilistic Relevance
// Framework, 2009, section 3.5): the occurrences of a term in all fields are
// added, weighted and divided by the relative length of the field, before the
// sum saturates. Which words an article has counts by their idf; how often it
// has them counts for all words nearly alike, see telling. To that comes a bonus
// for words standing near each other in the order typed, a larger one if all of
// them stand side by side, a large one if they do so in the headline, and the
// largest for a headline that begins with the query.
// Articles with all words come before those with some.
//
// The numbers were chosen by the mean reciprocal rank of known articles in a
// corpus of news agency copy (see the bench folder), over thirty sets of
// queries, and checked with thirty others: three words of an article, its
// headline with typing errors, its headline cut short, four words as they stand
// side by side. Halving or doubling one of them changes that by less than 0.01,
// but for those of the bonus in the headline and of that for all words.
const (
	// k1 is how fast repetitions stop to count. Less than the usual 1.2: a news
	// story has few words, and one that is there at all is there for a reason.
	k1 = 0.3
	// telling bounds the idf by which a word's frequency counts. That an article
	// has "the" often says nothing about it; but of the articles that have all
	// words, those rank first that are about each of them, not those that have
	// the rarest most often. From one article in seven (1/e²) down, a rarer word
	// counts no more.
	telling = 2.0
	// Field weights: one occurrence there is as much as so many in a text of
	// mean length. The headline counts more by its bonus.
	titleWeight    = 0.5
	subtitleWeight = 1.5
	peopleWeight   = 1.0
	outletWeight   = 0.5
	bodyWeight     = 1.0
	// How much of a field's length is made up for: 0 nothing, 1 all. Long
	// stories are not only wordy, they also tell more; headlines are all alike.
	bodyB  = 0.75
	titleB = 0.75

	// An expansion counts less than the word as typed.
	spellingWeight = 0.95 // Aliev for Aliyev: most likely the same person
	similarWeight  = 0.8  // a guess at a typing error
	prefixWeight   = 0.7  // a guess at how the word goes on
	toldWeight     = 0.7  // a year told of and not written, as in "last October"
	longerWeight   = 0.02 // the same, when what was typed is a word already: next to k1, little

	// nearWeight is the bonus for two neighbours of the query standing side by
	// side, as a share of the most that the frequency of a word gives. It is
	// little: the words that an article is about meet by chance as well.
	nearWeight = 0.05
	// phraseWeight is the bonus, instead, for all words of the query standing
	// side by side as typed. That is no chance: for four words copied out of an
	// article, the mean reciprocal rank of one that has them so is 0.96, without
	// the bonus 0.83.
	phraseWeight = 1.0
	// titleNear is the same in the headline, if it has all of the words: who
	// types a headline wants that article. Of the words that it lacks, each
	// takes away most (share¹² of the bonus is left): two words of three are in
	// many a headline.
	titleNear = 6.0
	// titleFirst multiplies it for the first words of the headline.
	titleFirst = 1.5
	// titleBegins is, beyond the bonus of all those words, what a headline gets
	// that begins with the query and ends there; less in proportion as it goes
	// on. So the shorter one leads, more of which has been typed.
	titleBegins = 20.0
	// nearest bounds the distance in words at which neighbours get a bonus.
	nearest = 3
	// rescored is how many of the best articles are looked at for words near
	// each other; beyond them the bonus changes nothing that anyone reads.
	rescored = 32
)

// readNorms makes the divisors of BM25F, inverted.
func (ix *Index) readNorms() {
	var title, body float64
	for i := range ix.layouts {
		title += float64(ix.layouts[i].length(Title))
		body += float64(ix.layouts[i].length(Body))
	}
	n := float64(len(ix.layouts))
	title, body = max(title/n, 1), max(body/n, 1)
	ix.titleNorm, ix.bodyNorm = make([]float32, len(ix.layouts)), make([]float32, len(ix.layouts))
	for i := range ix.layouts {
		ix.titleNorm[i] = float32(titleWeight / (1 - titleB + titleB*float64(ix.layouts[i].length(Title))/title))
		ix.bodyNorm[i] = float32(bodyWeight / (1 - bodyB + bodyB*float64(ix.layouts[i].length(Body))/body))
	}
}

// frequency is the weighted number of occurrences of a term in an article, as
// BM25F adds them over the fields. Only those in fields count; 0 is all.
func (ix *Index) frequency(doc uint32, occurrences uint16, fields uint8) float32 {
	o := occurrences
	counts := [numFields]uint8{Title: uint8(o >> 8 & 3), Subtitle: uint8(o >> 10 & 3), Body: uint8(o), People: uint8(o >> 12 & 3), Outlet: uint8(o >> 14)}
	if fields != 0 {
		for f := range counts {
			if fields&(1<<f) == 0 {
				counts[f] = 0
			}
		}
	}
	x := float32(ix.titleNorm[doc] * float32(counts[Title]))
	x += float32(subtitleWeight * float32(counts[Subtitle]))
	x += float32(ix.bodyNorm[doc] * float32(counts[Body]))
	x += float32(peopleWeight * float32(counts[People]))
	return x + float32(outletWeight*float32(counts[Outlet]))
}

// saturate is what x occurrences are worth: from 0 to below 1.
func saturate(x float32) float32 { return x / (k1 + x) }

// weight is what an article gets for a word: for having it, and by its
// saturated frequency.
func (s *slot) weight(often float32) float32 {
	return s.idf + float32(s.telling*saturate(often))
}

// idf is the weight of a word that stands in df of n articles.
func idf(df, n int) float32 {
	return float32(math.Log(1 + (float64(n-df)+0.5)/(float64(df)+0.5)))
}
