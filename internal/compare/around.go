package compare

import "strings"

// Who stands around a verb: before it, after it and after "by".

// skipped prepositions begin what is neither who nor whom: place, time, cause.
var skipped = wordSet(`in at on near during since within amid outside inside around for despite`)

// maxSide is how many words each side of a verb is read.
const maxSide = 12

// around returns the terms before and after the verb at word i within its
// clause, and those after "by".
func (s *sentence) around(i int) (left, right, by []int32) {
	// Subject, read backwards up to the verb or clause before. A relative
	// pronoun stands for what is before it.
	k, aside := s.beforeMain(i)-1, false
	for ; k >= 0 && i-k <= maxSide; k-- {
		if s.isVerb(k) && !s.words[k].form.be && len(left) > 0 || s.words[k].form.clause {
			break
		}
		aside = aside || len(left) == 0 && strings.HasPrefix(s.gap(k+1), ",")
		if s.isVerb(k) {
			// "failed to reach": one subject for both.
			continue
		}
		left = append(left, s.subjectParty(k)...)
		if k > 0 && strings.ContainsAny(s.gap(k), ",;:()–—\"“”") && len(left) > 0 {
			if !aside {
				break
			}
			aside = false // "Ann Lee, the coach, was dismissed"
		}
	}
	if len(left) == 0 && k > 0 && (s.fold(k) == "which" || s.fold(k) == "who" || s.fold(k) == "that") {
		for k--; k >= 0 && i-k <= maxSide; k-- {
			p := s.subjectParty(k)
			if len(p) == 0 && len(left) > 0 {
				break
			}
			left = append(left, p...)
		}
	}
	passive := false
	for k := i + 1; k < len(s.words) && k-i <= maxSide; k++ {
		if endsClause(s, k) && !s.nameApposed(k) || s.isVerb(k) && k > i+1 {
			break
		}
		if s.fold(k) == "by" {
			if s.amount(k + 1) {
				break // "rose by more than 3 percent"
			}
			passive = true
			continue
		}
		if s.fold(k) == "and" && k+2 < len(s.words) && (s.isVerb(k+1) || s.isVerb(k+2)) {
			break
		}
		if passive {
			by = append(by, s.party(k)...)
		} else if s.words[k].term != s.words[i].term { // "took part"
			right = append(right, s.party(k)...)
		}
	}
	return sortedSet(left), sortedSet(right), sortedSet(by)
}

// beforeMain returns the verb whose subject does or suffers what a participle at word i
// behind a comma tells, "India went out of the cup, beaten by Oman", else i.
func (s *sentence) beforeMain(i int) int {
	if !strings.HasPrefix(s.gap(i), ",") || !s.isVerb(i) {
		return i
	}
	for k := i - 1; k > 0 && !endsClause(s, k+1) || k == i-1; k-- {
		if s.isVerb(k) && s.words[k].class != saying {
			return k
		}
	}
	return i
}

// nameApposed reports whether the name of whom the word before i tells begins at
// word i: "her assistant, Ann Lee,".
func (s *sentence) nameApposed(i int) bool {
	if s.gap(i) != ", " || !s.properAt(i) || s.properAt(i-1) {
		return false
	}
	for i++; s.properAt(i) && s.gap(i) == " "; i++ {
	}
	return s.gap(i) != " "
}

// amount reports whether a number begins at word i, past "more than" or "a".
func (s *sentence) amount(i int) bool {
	for k := i; k < len(s.words) && k < i+4; k++ {
		if s.words[k].class == quantity || fractions[s.fold(k)] > 0 {
			for k++; s.fold(k) == "of" || s.formAt(k).determiner; k++ {
			}
			return !s.formAt(k).party // "was infected by two of the nurses"
		}
		if s.words[k].class != function {
			return false
		}
	}
	return false
}

// adverbs of time and place that look like nouns.
var adverbs = wordSet(`adrift aground ashore downstream upstream once twice overnight early late ahead ago home abroad upwards alone together aboard online yesterday today tomorrow`)

// timeNouns tell when or how long, not who or whom: "seized three weeks earlier".
var timeNouns = stemSet(`minute hour day week month year night morning afternoon evening earlier`)

var nounsInLy = wordSet(`family assembly supply ally bully monopoly anomaly reply butterfly`)

// subjectParty is party for word k before a verb: in "a strike by nurses was called
// off" the nurses are not what is called off.
func (s *sentence) subjectParty(k int) []int32 {
	if s.fold(k-1) == "by" || s.formAt(k-1).determiner && s.fold(k-2) == "by" {
		return nil
	}
	return s.party(k)
}

// party returns the term of word k if it can be part of who or whom: content
// that no preposition of place or time leads.
func (s *sentence) party(k int) []int32 {
	w := &s.words[k]
	switch w.class {
	case plain, name, country, light:
	default:
		return nil
	}
	if adverbs[w.form.fold] || timeNouns[w.form.stem] || strings.HasSuffix(w.form.fold, "ly") && w.class == plain && !nounsInLy[w.form.fold] {
		return nil
	}
	first := capital(s.text[w.at.Start-s.at.Start:])
	for j := k - 1; j >= 0 && k-j <= 3; j-- {
		p := &s.words[j]
		if strings.ContainsAny(s.gap(j+1), ",;:()\"") {
			break
		}
		if p.class == function {
			if skipped[p.form.fold] {
				return nil
			}
			if p.form.fold != "the" && p.form.fold != "a" && p.form.fold != "an" {
				break
			}
			continue
		}
		// "in Moscow Lavrov": the run of words after the preposition is of
		// one kind.
		if p.class == calendar || p.class == day || p.class == quantity || capital(s.text[p.at.Start-s.at.Start:]) != first || s.isVerb(j) {
			break
		}
	}
	return []int32{w.term}
}

// headBefore returns the term of the noun that stands right before the verb at
// word i, past words that only help it; -1 if none does.
func (s *sentence) headBefore(i int) int32 {
	for k := i - 1; k >= 0 && s.gap(k+1) == " "; k-- {
		w := &s.words[k]
		switch {
		case helpers[w.form.fold], bePassive[w.form.fold], w.form.fold == "has", w.form.fold == "have", w.form.fold == "had", w.form.fold == "also":
		case len(s.party(k)) > 0 && !s.isVerb(k):
			return w.term
		default:
			return -1
		}
	}
	return -1
}

// headAfter returns the term of the noun that ends the first group of words
// after the verb at word i, or -1.
func (s *sentence) headAfter(i int) int32 {
	head := int32(-1)
	for k := i + 1; k < len(s.words) && s.gap(k) == " " && !s.isVerb(k); k++ {
		f := s.fold(k)
		switch {
		case len(s.party(k)) > 0:
			head = s.words[k].term
		case head < 0 && (f == "the" || f == "a" || f == "an" || f == "its" || f == "their" || f == "his" || f == "her" || s.words[k].class == quantity):
		default:
			return head
		}
	}
	return head
}
