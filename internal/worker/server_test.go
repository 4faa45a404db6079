package worker

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"parallax/internal/dossier"
	"parallax/internal/engine"
)

// collection makes an engine of articles of about 4,000 bytes.
func collection(t *testing.T, articles int) *engine.Engine {
	t.Helper()
	random := rand.New(rand.NewPCG(1, 2))
	var p dossier.Pack
	for i := range articles {
		var s strings.Builder
		for s.Len() < 4000 {
			fmt.Fprintf(&s, "On %d May 2021 the council met", 1+s.Len()%28)
			for range 10 {
				s.WriteString(" a" + strconv.FormatUint(random.Uint64N(1<<40), 36))
			}
			s.WriteString(".\n\n")
		}
		p.Articles = append(p.Articles, dossier.Meta{ID: fmt.Sprint("a", i), Text: s.String()})
	}
	d, err := dossier.New(p)
	if err != nil {
		t.Fatal(err)
	}
	return engine.New(d)
}

func encoded(t *testing.T, req Request) []byte {
	t.Helper()
	b, err := json.Marshal(req)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// worked has s work until it is idle and returns the replies.
func worked(t *testing.T, s *Server) []Reply {
	t.Helper()
	var replies []Reply
	for n := 0; !s.idle(); n++ {
		if n > 1000 {
			t.Fatal("works on and on")
		}
		if reply, ok := s.work(); ok {
			replies = append(replies, reply)
		}
	}
	return replies
}

// nothing is rehearsed.
func nothing(func(Request) Reply) bool { return false }

func TestSlowAnswersAreDrafted(t *testing.T) {
	for _, tt := range []struct {
		name     string
		articles int
		req      Request
		draft    bool
	}{
		{"article among many", 40, Request{Kind: Article, ID: "a3"}, true},
		{"article among few", 5, Request{Kind: Article, ID: "a3"}, false},
		{"pair among many", 40, Request{Kind: Compare, A: "a3", B: "a4"}, true},
		{"no such article", 40, Request{Kind: Article, ID: "b"}, false},
		{"search", 40, Request{Kind: Search, Query: engine.Query{Text: "council"}}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e := collection(t, tt.articles)
			s := NewServer(func() *engine.Engine { return e }, nothing)
			tt.req.Seq = 7
			reply := s.take(encoded(t, tt.req))
			if reply.Seq != 7 || reply.Error != "" || reply.Draft != tt.draft {
				t.Fatalf("reply to %d, draft %v, error %q", reply.Seq, reply.Draft, reply.Error)
			}
			rest := worked(t, s)
			if !tt.draft {
				if len(rest) != 0 {
					t.Errorf("%d replies more", len(rest))
				}
				return
			}
			want := Answer(collection(t, tt.articles), tt.req)
			if len(rest) != 1 || rest[0].Draft || string(rest[0].Body) != string(want.Body) {
				t.Errorf("after the draft came %d replies, or another answer", len(rest))
			}
			if reply := s.take(encoded(t, tt.req)); reply.Draft {
				t.Error("a draft although all is read")
			}
		})
	}
}

func TestNewerQuestionTakesTheDraftsPlace(t *testing.T) {
	e := collection(t, 40)
	s := NewServer(func() *engine.Engine { return e }, nothing)
	s.take(encoded(t, Request{Seq: 1, Kind: Article, ID: "a1"}))
	s.take(encoded(t, Request{Seq: 2, Kind: Compare, A: "a1", B: "a2"}))
	s.take(encoded(t, Request{Seq: 3, Kind: Article, ID: "a2"}))
	var got []uint32
	for _, reply := range worked(t, s) {
		got = append(got, reply.Seq)
	}
	if fmt.Sprint(got) != "[3 2]" { // an article needs less to be read
		t.Errorf("answered %v in full, want 3 and 2", got)
	}
}

func TestServerReadsAheadOnceAsked(t *testing.T) {
	e := collection(t, 40)
	var rehearsed []string
	s := NewServer(func() *engine.Engine { return e }, func(answer func(Request) Reply) bool {
		if e.SlowArticle() || e.SlowCompare() {
			t.Error("rehearses before all is read")
		}
		reply := answer(Request{Kind: Article, ID: "a1"})
		rehearsed = append(rehearsed, string(reply.Kind))
		return reply.Found && len(rehearsed) < 3
	})
	if !s.idle() {
		t.Error("works before anything is asked")
	}
	s.take(encoded(t, Request{Kind: Prepare}))
	if replies := worked(t, s); len(replies) != 0 || e.SlowArticle() || e.SlowCompare() {
		t.Errorf("%d replies, or answers are slow after all is read", len(replies))
	}
	if len(rehearsed) != 3 {
		t.Errorf("rehearsed %d times, want until there is no more", len(rehearsed))
	}
	if reply := s.take([]byte("{")); reply.Error == "" {
		t.Error("half a request is answered")
	}
}
