package compare

import "testing"

func TestSynonymous(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"expelled", "expected", false},
		{"adopted", "adapted", false},
		{"resigned", "resisted", false},
		{"resigned", "signed", false},
		{"protected", "protested", false},
		{"convicted", "convinced", false},
		{"defended", "defeated", false},
		{"evacuated", "evaluated", false},
		{"attacked", "attached", false},
		{"invested", "investigated", false},
		{"suspected", "suspended", false},
		{"contract", "contrast", false},
		{"contract", "contact", false},
		{"executed", "exempted", false},
		{"confirmed", "confined", false},
		{"commended", "commanded", false},
		{"released", "relented", false},
		{"imported", "imposed", false},
		{"employer", "employee", false},
		{"governor", "government", false},
		{"communist", "community", false},
		{"general", "generation", false},
		{"council", "county", false},
		{"winger", "winner", false},
		{"prince", "prime", false},
		{"plan", "plant", false},
		{"bank", "bankrupt", false},
		{"practice", "practise", true},
		{"careful", "careless", false},

		{"evacuation", "evacuee", true},
		{"prosecution", "prosecutors", true},
		{"extended", "extension", true},
		{"decided", "decision", true},
		{"permitted", "permission", true},
		{"closed", "closure", true},
		{"survivors", "survived", true},
		{"visited", "visitors", true},
		{"injured", "injuries", true},
		{"voted", "voters", true},
		{"smokes", "smoker", true},
		{"council", "councillors", true},
		{"accident", "accidental", true},
		{"leaders", "leadership", true},
		{"apologised", "apology", true},
		{"volcano", "volcanic", true},
		{"reopened", "open", true},
		{"holder", "hodler", true},
		{"defence", "defense", true},
		{"organise", "organize", true},
		{"harbour", "harbor", true},
		{"clearest", "evident", true},
		{"steepest", "sharpest", true},
		{"severest", "gravest", true},
		{"committee", "comittee", true},
		{"government", "goverment", true},
	} {
		t.Run(tt.a+" "+tt.b, func(t *testing.T) {
			c, _ := compareTexts(t, "They "+tt.a+" it.", "They "+tt.b+" it.")
			s, u := &c.articles[0][0], &c.articles[1][0]
			if got := c.synonymous(s, 1, u, 1); got != tt.want {
				t.Errorf("synonymous = %t, want %t", got, tt.want)
			}
		})
	}
}

// A word is told in other words also by a phrase that it ends, and by a compound.
func TestTold(t *testing.T) {
	for _, tt := range []struct {
		a, word, b string
		want       bool
	}{
		{"It left after a hot spell in May.", "spell", "It left after a heatwave in May.", true},
		{"It left after a long spell in May.", "spell", "It left after a heatwave in May.", false},
		{"Ten miners lost their lives there.", "lives", "Ten miners died there.", true},
		{"They cleared the roadblocks there.", "roadblocks", "They blocked the roads there.", true},
		{"They cleared the roadblocks there.", "roadblocks", "They cleared the roads there.", false},
		{"They met the holders of bonds there.", "holders", "They met the bondholders there.", true},
		{"They met the holders of shares there.", "holders", "They met the bondholders there.", false},
		{"They shook hands there.", "hands", "They gave a handshake there.", true},
	} {
		c, _ := compareTexts(t, tt.a, tt.b)
		s, u := &c.articles[0][0], &c.articles[1][0]
		for i := range s.words {
			if s.fold(i) == tt.word && c.anySynonym(s, i, u, [2]int{0, len(u.words)}) != tt.want {
				t.Errorf("%s: %s told by %s: %t, want %t", tt.a, tt.word, tt.b, !tt.want, tt.want)
			}
		}
	}
}
