package text

import (
	"slices"
	"strings"
	"testing"
)

func TestParagraphs(t *testing.T) {
	long := strings.Repeat("Talks between the two sides resumed in Geneva. ", 4)
	for _, tt := range []struct {
		name, in string
		want     []string
	}{
		{"blank lines", "All news\n\nTalks resume\n\n\n" + long, []string{"All news", "Talks resume", strings.TrimSpace(long)}},
		{"single line breaks", "Talks resume\nBoth sides are hopeful\n" + long, []string{"Talks resume", "Both sides are hopeful", strings.TrimSpace(long)}},
		{"Windows line ends", "Talks resume\r\n\r\n" + long + "\r\n", []string{"Talks resume", strings.TrimSpace(long)}},
		{"old line ends", "Talks resume\r" + long, []string{"Talks resume", strings.TrimSpace(long)}},
		{"blank space", " \n\t\n\uFEFF", nil},
		{"byte order mark", "\uFEFFTalks resume", []string{"Talks resume"}},
		{
			"wrapped, indented",
			"The central bank was seen buying dollars in the\nopen market as the currency fell to a low of 144\nyen in nervous late trading.\n    They said that the size of it\nwas modest so far.\n    The dollar rose.",
			[]string{
				"The central bank was seen buying dollars in the\nopen market as the currency fell to a low of 144\nyen in nervous late trading.",
				"They said that the size of it\nwas modest so far.", "The dollar rose.",
			},
		},
		{
			"wrapped, blank lines",
			"Talks resume in Geneva\n\nThe two sides met on Monday for the first time since\nthe truce of October, which both of them have called\nan error.\n\nNobody spoke to the press after the meeting, which a\nspokesman described as long.",
			[]string{
				"Talks resume in Geneva",
				"The two sides met on Monday for the first time since\nthe truce of October, which both of them have called\nan error.",
				"Nobody spoke to the press after the meeting, which a\nspokesman described as long.",
			},
		},
		{
			"wrapped, lines left short",
			"The two sides met on Monday for the first time since\nthe truce of October, which both of them have called\nan error.\nNobody spoke to the press after the meeting, which a\nspokesman described as long.",
			[]string{
				"The two sides met on Monday for the first time since\nthe truce of October, which both of them have called\nan error.",
				"Nobody spoke to the press after the meeting, which a\nspokesman described as long.",
			},
		},
		{
			"a sentence a line is not wrapped",
			"The two sides met on Monday in Geneva for talks.\nThey parted on Tuesday with no word to the press.\nNobody knows whether they will meet there again.",
			[]string{"The two sides met on Monday in Geneva for talks.", "They parted on Tuesday with no word to the press.", "Nobody knows whether they will meet there again."},
		},
		{"a menu is not wrapped", "All news\nBreaking news\nWorld\nCaucasus\nSubscribe", []string{"All news", "Breaking news", "World", "Caucasus", "Subscribe"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, sp := range Paragraphs(tt.in) {
				got = append(got, sp.Of(tt.in))
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("\n got %q\nwant %q", got, tt.want)
			}
		})
	}
}
