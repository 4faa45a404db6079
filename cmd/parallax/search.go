package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/spf13/pflag"

	"parallax/internal/dossier"
	"parallax/internal/engine"
	"parallax/internal/search"
)

// The answer of parallax search: spans are bytes into the article's text.
type (
	searchReply struct {
		Q        string         `json:"q"`
		Total    int            `json:"total"` // articles with any of the words
		Hits     []searchHit    `json:"hits"`  // those with all words first
		Missing  []searchWord   `json:"missing,omitempty"`
		Unread   []string       `json:"unread,omitempty"` // parts searched as words, since they could not be read otherwise
		Left     []string       `json:"left,omitempty"`   // words left out, since the query has too many
		Counters map[string]int `json:"counters"`
	}
	searchHit struct {
		ID    string       `json:"id"`
		Kind  string       `json:"kind"` // "article"
		Score float64      `json:"score"`
		Spans []searchSpan `json:"spans"`
		Why   string       `json:"why"`
	}
	searchSpan struct {
		Field string `json:"field"` // "title", "subtitle", "body"
		Start int32  `json:"start"`
		End   int32  `json:"end"`
	}
	// searchWord is a word that is in no article, and what was searched for
	// instead.
	searchWord struct {
		Word    string   `json:"word"`
		Similar []string `json:"similar"`
	}
)

// searcher answers queries out of one index.
type searcher struct {
	d     *dossier.Dossier
	ix    *search.Index
	limit int
}

func runSearch(args []string, in io.Reader, out io.Writer) error {
	flags := pflag.NewFlagSet("search", pflag.ContinueOnError)
	name := flags.String("dossier", "", "folder or .parallax file to search instead of the five articles that come with the program")
	limit := flags.Int("limit", 10, "hits wanted")
	asJSON := flags.Bool("json", false, "one JSON object")
	lines := flags.Bool("jsonl", false, "read queries from standard input, one JSON object a line")
	args, err := wordsLast(flags, args)
	if err != nil {
		return err
	}
	if err := parseFlags(flags, args); err != nil {
		return err
	}
	query := strings.Join(flags.Args(), " ")
	switch {
	case *limit < 1:
		return errors.New("search: --limit is a number from 1 on")
	case *lines && flags.NArg() > 0:
		return errors.New("search --jsonl reads the queries from standard input and takes none as words")
	case !*lines && strings.TrimSpace(query) == "":
		return errors.New("search needs a query: parallax search QUERY [--dossier D]")
	}
	if flags.Changed("dossier") {
		if err := checkNamed(flags, []string{*name}); err != nil {
			return err
		}
	}
	d, err := openDossier(*name)
	if err != nil {
		return err
	}
	s := searcher{d, engine.New(d).Index(), *limit}
	if *lines {
		return eachLine(in, out, s.line)
	}
	if *asJSON {
		reply, _ := s.answer(query)
		return newEncoder(out).Encode(reply)
	}
	return s.print(query, out)
}

// wordsLast puts what is no flag behind "--": a word of a query with a minus
// before it is one to leave out.
func wordsLast(flags *pflag.FlagSet, args []string) ([]string, error) {
	var own, words []string
	for i := 0; i < len(args); i++ {
		arg := args[i]
		name, _, valued := strings.Cut(strings.TrimLeft(arg, "-"), "=")
		flag := flags.Lookup(name)
		switch {
		case arg == "--":
			words = append(words, args[i+1:]...)
			i = len(args)
		case arg == "-h" || strings.HasPrefix(arg, "--"):
			own = append(own, arg)
			if flag == nil || flag.NoOptDefVal != "" || valued {
				continue
			}
			if i++; i == len(args) {
				return own, nil // which lacks a value
			}
			own = append(own, args[i])
		case flag != nil && strings.HasPrefix(arg, "-"):
			return nil, fmt.Errorf("%s: write --%[2]s for the flag, or -- -%[2]s for the word to leave out", flags.Name(), name)
		default:
			words = append(words, arg)
		}
	}
	return append(append(own, "--"), words...), nil
}

// line answers one line of JSONL.
func (s searcher) line(line []byte) (any, error) {
	var ask struct {
		Q *string `json:"q"`
	}
	if err := dossier.DecodeLine(line, &ask); err != nil {
		return nil, err
	}
	if ask.Q == nil {
		return nil, errors.New(`no query: {"q":"words"}`)
	}
	reply, _ := s.answer(*ask.Q)
	return reply, nil
}

func (s searcher) answer(query string) (searchReply, search.Result) {
	r := s.ix.Search(query, search.Options{Limit: s.limit})
	reply := searchReply{Q: query, Total: r.Total, Hits: []searchHit{}, Unread: r.Unread, Left: r.Left, Counters: r.Counters}
	for _, h := range r.Hits {
		hit := searchHit{
			ID: s.d.Articles[h.Doc].ID, Kind: "article",
			Score: math.Round(h.Score*1e4) / 1e4, Spans: []searchSpan{}, Why: strings.Join(h.Why, "; "),
		}
		for _, m := range h.Marks {
			hit.Spans = append(hit.Spans, searchSpan{m.Field.String(), m.Span.Start, m.Span.End})
		}
		reply.Hits = append(reply.Hits, hit)
	}
	for _, t := range r.Terms {
		if t.Missing() {
			reply.Missing = append(reply.Missing, searchWord{t.Typed, orEmpty(t.Similar)})
		}
	}
	return reply, r
}

// print answers in words.
func (s searcher) print(query string, out io.Writer) error {
	reply, r := s.answer(query)
	var b strings.Builder
	for _, w := range reply.Missing {
		fmt.Fprintf(&b, "“%s” is in no article.", w.Word)
		if len(w.Similar) > 0 {
			fmt.Fprintf(&b, " Showing similar spelling: %s.", strings.Join(w.Similar, ", "))
		}
		b.WriteByte('\n')
	}
	if len(reply.Unread) > 0 {
		fmt.Fprintf(&b, "Searched as plain words: %s\n", strings.Join(reply.Unread, ", "))
	}
	if len(reply.Left) > 0 {
		fmt.Fprintf(&b, "Too many words to search for: those from “%s” on are left out.\n", reply.Left[0])
	}
	fmt.Fprintf(&b, "%s found", count(r.Total, "article"))
	if r.All < r.Total {
		fmt.Fprintf(&b, ", %d with all words", r.All)
	}
	b.WriteString(".\n")
	for i, h := range r.Hits {
		a := &s.d.Articles[h.Doc]
		fmt.Fprintf(&b, "\n%d. %s\n   %s, %s, id %s\n", i+1, a.Title, cmp.Or(s.d.Outlet(int(h.Doc)).Name, "no outlet"), cmp.Or(a.Published.EDTF, "no date"), a.ID)
		for _, sp := range h.Excerpts {
			fmt.Fprintf(&b, "   … %s\n", strings.Join(strings.Fields(sp.Of(a.Text)), " "))
		}
		for _, why := range h.Why {
			fmt.Fprintf(&b, "     %s\n", why)
		}
	}
	_, err := io.WriteString(out, b.String())
	return err
}
