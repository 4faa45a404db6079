package compare

import (
	"strings"
	"testing"
)

// A word or phrase has one concept: what stands in a second row would be read as
// of the first, and so would the whole row if it is its first word.
func TestConceptsStandOnce(t *testing.T) {
	fillTables()
	rows := map[string]string{}
	for row := range strings.SplitSeq(concepts, "\n") {
		for side := range strings.SplitSeq(row, "|") {
			for entry := range strings.SplitSeq(side, ",") {
				stemmed := stemEntry(strings.Join(strings.Fields(entry), "_"))
				if before, ok := rows[stemmed]; ok {
					t.Errorf("%q of the row %q stands in %q, too", entry, row, before)
				}
				rows[stemmed] = row
			}
		}
	}
}

// What is important is no import, and a decline is a fall more often than a refusal.
func TestWordsWithStemsOfOthers(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		same bool
	}{
		{"Farmers say the import of grain is crucial.", "The export of grain is important, farmers say.", false},
		{"Ferry operators declined the offer of a subsidy on Monday.", "On Monday the ferry operators accepted the offer of a subsidy.", false},
		{"The minister declined to answer questions about the bridge.", "Questions about the bridge were ones the minister refused to answer.", true},
		{"The market saw a decline of 5 percent in March.", "A fall of 5 percent in March was what the market saw.", true},
	} {
		if _, r := compareTexts(t, tt.a, tt.b); shownSame(r) != tt.same {
			t.Errorf("%s | %s: shown as the same: %v; %s", tt.a, tt.b, !tt.same, pairWords(r))
		}
	}
}
