// Package compare finds what two articles share: the same sentences, reworded
// ones, moved ones, and what was found in one only.
//
// It never says that two sentences mean the same, and calls nothing the same
// that differs in a fact. The rules that look for such facts are listed in rules.go,
// in the order in which they run.
//
// The wordings that tell one fact are in the tables: concepts are one meaning
// everywhere, synonyms only keep two words from being a difference.
package compare
