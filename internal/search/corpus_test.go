package search

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"parallax/internal/text"
)

// vocabulary is small, so that words meet; it has several alphabets, words
// that begin like others, and some that are one letter apart.
var vocabulary = strings.Fields(`the of and in a said truce truces trucem ceasefire talks talk Baku Yerevan yerevan
	Nagorno-Karabakh Karabakh's Minsk Group Песков Peskov Peskow Əliyev Aliyev ԱԼԻԵՎ U.S. NKR 1992 2020 Reykjavík
	北京市 東京 minister ministers ministry mission border hostilities region Lavrov Лавров`)

var people = []string{"Dmitry Peskov", "Ilham Aliyev", "Sergei Lavrov", "Ann Lee"}

// corpus makes up n articles out of the vocabulary.
func corpus(seed uint64, n int) []Doc {
	r := rand.New(rand.NewPCG(seed, 3))
	words := func(n int) string {
		var w []string
		for range n {
			// The first words of the vocabulary are the most frequent.
			w = append(w, vocabulary[min(r.IntN(len(vocabulary)), r.IntN(len(vocabulary)))])
		}
		return strings.Join(w, " ")
	}
	docs := make([]Doc, n)
	for i := range docs {
		var b strings.Builder
		part := func(s string) text.Span {
			start := int32(b.Len())
			b.WriteString(s)
			sp := text.Span{Start: start, End: int32(b.Len())}
			b.WriteString(".\n")
			return sp
		}
		d := &docs[i]
		d.Title = part(fmt.Sprint(words(1+r.IntN(6)), " ", i)) // no two articles are the same
		if r.IntN(2) == 0 {
			d.Subtitle = part(words(1 + r.IntN(6)))
		}
		for range 1 + r.IntN(4) {
			part("furniture " + words(2))
			sp := part(words(1 + r.IntN(20)))
			d.Body = append(d.Body, sp)
			d.Sentences = append(d.Sentences, sp)
		}
		d.Text = b.String()
		d.Outlet = []string{"tass", "apa", "post"}[r.IntN(3)]
		d.OutletName = strings.ToUpper(d.Outlet) + " Agency"
		for _, p := range people {
			if r.IntN(3) == 0 {
				d.People = append(d.People, p)
			}
		}
		day := time.Date(2020, time.Month(1+r.IntN(24)), 1+r.IntN(28), 0, 0, 0, 0, time.UTC)
		if r.IntN(5) > 0 {
			d.Earliest, d.Latest = day, day.AddDate(0, 0, 1)
		}
		for range r.IntN(3) {
			first := day.AddDate(0, 0, -r.IntN(400))
			d.Happened = append(d.Happened, Period{first, first.Add(time.Duration(1+r.IntN(60*24)) * time.Hour)})
		}
	}
	return docs
}
