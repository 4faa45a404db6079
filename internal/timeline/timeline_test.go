package timeline

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"parallax/internal/compare"
	"parallax/internal/dossier"
)

// news is a dossier of one article for each text, each published on its day.
func news(t testing.TB, rows ...[2]string) *dossier.Dossier {
	t.Helper()
	pack := dossier.Pack{Title: "Test", Language: "en"}
	var days []string
	for i, row := range rows {
		pack.Articles = append(pack.Articles, dossier.Meta{ID: string(rune('a' + i)), Text: row[1]})
		days = append(days, row[0])
	}
	return dated(t, pack, days...)
}

// paper wraps a paragraph in an article with a headline and a lead of its own.
func paper(paragraph string) string {
	return "Rivers rise in the valley\n\nPeople in the valley look at the water.\n\n" + paragraph + "\n"
}

func TestStatus(t *testing.T) {
	const published = "2021-06-16" // a Wednesday
	for _, tt := range []struct {
		name, text string
		edtf       string
		want       Status
	}{
		{"past", "The bridge over the Vara collapsed on June 12.", "2021-06-12", Reported},
		{"what a day had", "Anna Ruiz won Sunday's mayoral run-off by 412 votes.", "2021-06-13", Reported},
		{"passive", "A truce was reached on June 12 in the capital.", "2021-06-12", Reported},
		{"set to", "The truce was set to enter into force on June 12.", "2021-06-12", Planned},
		{"was to", "The captain was to be heard on June 12, but did not come.", "2021-06-12", Planned},
		{"what is hard to do", "The mill is hard to reach since June 12.", "2021-06-12/..", Reported},
		{"due to", "The talks were due to open on June 12 in Basel.", "2021-06-12", Planned},
		{"expected to", "The court is expected to rule on June 22.", "2021-06-22", Planned},
		{"will", "The two ministers will meet on June 20.", "2021-06-20", Planned},
		{"scheduled for", "A second round is scheduled for June 20.", "2021-06-20", Planned},
		{"agreed from", "Both parties agreed on a ceasefire from June 14.", "2021-06-14", Planned},
		{"after the article", "The summit opens on June 28 in Geneva.", "2021-06-28", Planned},
		{"accused", "On June 13, Arland accused Borland of shelling a village.", "2021-06-13", Alleged},
		{"blamed", "Borland blamed Arland for the attack on June 13.", "2021-06-13", Alleged},
		{"allegedly", "The rebels allegedly burned the archive on June 11.", "2021-06-11", Alleged},
		{"denied", "The minister has rejected a report that he met the mine's owner on June 9.", "2021-06-09", Alleged},
		{"backed by votes", "Councillors backed the bridge on June 14 by 23 votes to 21.", "2021-06-14", Reported},
		{"backed in words", "On June 14, the minister backed the general.", "2021-06-14", Statement},
		{"called for", "On June 14, Minister Anna Ruiz called for new elections.", "2021-06-14", Statement},
		{"stressed", "On June 14, the minister stressed that the border stays open.", "2021-06-14", Statement},
		{"would", "On June 14, the minister said that all bridges would be closed by June 30.", "2021-06-30", Planned},
		{"will be", "The mayor will be questioned on June 16 or the day after.", "2021-06-16", Planned},
		{"died", "Two people died of their burns on June 13, the hospital said.", "2021-06-13", Reported},
		{"of one accused of something", "The trial of an engineer accused of spying began on June 14.", "2021-06-14", Reported},
		{"what somebody is accused of", "The engineer is accused of selling drawings on June 9.", "2021-06-09", Alleged},
		{"what prosecutors say", "Prosecutors say he handed drawings to a diplomat on June 9.", "2021-06-09", Alleged},
		{"what an indictment says", "According to the indictment, which the paper has seen, he met a diplomat twice: on June 9 in a bar and on June 11 on a ferry.", "2021-06-11", Alleged},
		{"what prosecutors did", "The captain was detained on June 12 on suspicion of negligence, prosecutor Jonas Aker said.", "2021-06-12", Reported},
		{"appealed to a court", "The lawyers appealed against the verdict on June 16.", "2021-06-16", Reported},
		{"appealed to somebody", "On June 14, the minister appealed to the miners to go home.", "2021-06-14", Statement},
		{"recalled an ambassador", "Borland recalled its ambassador on June 14.", "2021-06-14", Reported},
		{"recalled how it was", "On June 14, the minister recalled that the border had been open.", "2021-06-14", Statement},
		{"offered a thing", "The director offered his resignation on June 14.", "2021-06-14", Reported},
		{"as somebody says", "The engineer was arrested, as the indictment says, on June 9.", "2021-06-09", Reported},
		{"called on the phone is no call for", "The ambassador called home on June 9.", "2021-06-09", Reported},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := news(t, [2]string{published, paper(tt.text)})
			tl := build(d)
			n := slices.IndexFunc(tl.Events, func(e Event) bool { return bare(e.When.EDTF) == tt.edtf })
			if n < 0 {
				t.Fatalf("no event of %s in %q: %q", tt.edtf, tt.text, sketch(d, tl))
			}
			if got := tl.Events[n].Status; got != tt.want {
				t.Errorf("%q is %s, want %s", tt.text, got, tt.want)
			}
		})
	}
}

// TestWords has sentences of one article and the headings of their events.
func TestWords(t *testing.T) {
	const published = "2021-06-16" // a Wednesday
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"an adverb leans on the time", "The blaze started on the car deck shortly after 2 a.m. on June 13.", []string{"The blaze started on the car deck"}},
		{"a second verb has no subject of its own", "The guard called off the search on June 14 because of high waves and resumed it early on June 15.", []string{"The guard called off the search", "resumed it early on June 15"}},
		{"the subject before the time", "An appeals court on June 14 threw out a fine of 290 million euros that had been imposed on the mill.", []string{"An appeals court on June 14 threw out a fine"}},
		{"what was said", "The minister, who was in Lindheim, said on June 14 that all bridges of the same type were safe.", []string{"all bridges of the same type were safe"}},
		{"who said what", "The president said on June 14 he would ask the winner to form a government.", []string{"The president said on June 14 he would ask the winner"}},
		{"a range", "The trial ran from May 2017 to April 2021.", []string{"The trial ran"}},
		{"from a plan on", "The plant can make 100 million doses a year from July.", []string{"The plant can make 100 million doses a year"}},
		{"a long subject stays", "On June 14 a smaller fire on the same deck was put out by the crew.", []string{"a smaller fire on the same deck was put out"}},
		{"a particle stays", "The towing has been put off until June 21.", []string{"The towing has been put off"}},
		{"a particle before by", "All passengers were taken off by 9 a.m. on June 14.", []string{"All passengers were taken off"}},
		{"the whole name of a thing", "The passenger ferry Aurora Star ran aground on rocks off the port of Halsund on June 14.", []string{"Aurora Star ran aground on rocks off the port of Halsund"}},
		{"a quotation before its speaker and his name", "\"He was not using his phone,\" his lawyer, Petra Vance, said on June 14.", []string{"He was not using his phone"}},
		{"no cut within a compound", "On June 14 the town council bought five big new blue clean electric low-floor buses.", []string{"the town council bought five big new blue clean electric"}},
		{"since when", "It was the worst accident since 1968, when a ferry sank off Mell.", []string{"a ferry sank off Mell"}},
		{"a relative clause has a verb of its own", "The mill, which runs the ferry that ran aground off Mell on June 13, said an old chart had misled the crew.", []string{"the ferry that ran aground off Mell"}},
		{"who said it stands before an aside", "Petrou, who leads the union, said letters were sent to the owners on June 14.", []string{"letters were sent to the owners"}},
		{"a count of votes", "Councillors in Mell voted by 23 to 21 late on June 14 to build a road bridge, ending a dispute that has divided the town.", []string{"Councillors in Mell voted by 23 to 21"}},
		{"a second plan", "Work is due to begin on June 21 and to be finished by the end of July.", []string{"Work is due to begin", "to be finished"}},
		{"what a day had", "Anna Ruiz won Sunday's mayoral run-off by 412 votes.", []string{"Anna Ruiz won"}},
		{"what a day had, not what was done about it", "The league cleared the referee of errors in last Saturday's cup final.", []string{"last Saturday's cup final"}},
		{"an aside is not what happens then", "Under the deal, brokered by the former judge Pavel Hirsh, wages rise by 8 per cent on July 1.", []string{"wages rise by 8 per cent on July 1"}},
		{"the second of two times of one verb", "The mill had offered a pay rise of 5 percent from July and another 2 percent from January 2022.", []string{"The mill had offered a pay rise of 5 percent", "another 2 percent from January 2022"}},
		{"where it was said is not what was said", "\"This contract secures three thousand jobs for a generation,\" he said on June 14 on state television.", []string{"This contract secures three thousand jobs for a generation"}},
		{"a quotation before a named speaker", "\"The positions were always closer than the tone,\" Mr Hirsh said on June 13.", []string{"The positions were always closer than the tone"}},
		{"a quotation from its beginning", "\"I have met Ms. Brandt many times, but not there and not about this,\" he said on June 14.", []string{"I have met Ms. Brandt many times, but not there and not about this"}},
		{"what was said ends in a quotation", "His spokesman, Anton Rehm, said on June 12 that the entry referred to \"a courtesy call that did not take place\".", []string{"the entry referred to \"a courtesy call that did not take place\""}},
		{"what somebody was told", "Mr Reyk told state television on June 14 that there had been no such meeting.", []string{"there had been no such meeting"}},
		{"a relative clause tells more of what stands before it", "The concession, which would have run out at the end of 2022, was unpopular.", []string{"The concession, which would have run out"}},
		{"a main verb behind an aside", "Hirsh, a former judge of the high court, was named as mediator on June 6.", []string{"Hirsh, a former judge of the high court, was named as mediator"}},
		{"no cut within a name", "The dispute began when the Ministry of Resources extended Corvane's concession for Lomnica by 20 years on May 28.", []string{"Ministry of Resources extended Corvane's concession for Lomnica by 20 years"}},
		{"a noun and what was done to it", "Members of the union voted on June 14 to accept the agreement reached on June 12.", []string{"the agreement reached", "Members of the union voted"}},
		{"what is denied, with the denial", "Resources Minister Tomas Reyk has rejected a report by a newspaper that he met Brandt on June 9.", []string{"Reyk has rejected a report by a newspaper that he met Brandt on June 9"}},
		{"not then but then", "He was arrested not on June 9, as the paper says, but on the evening of June 8.", []string{"He was arrested"}},
		{"was not then but then", "Jonas Aker was not arrested on June 9 but on June 8.", []string{"Jonas Aker was not arrested on June 9 but on June 8"}},
		{"was not then, as somebody says, but before", "The bridge was not closed on June 9, as the town says, but already on June 8, witnesses said.", []string{"The bridge was not closed on June 9, as the town says, but already on June 8"}},
		{"was not then, but then, somebody said", "The bridge was not closed on June 9, but on June 8, witnesses said.", []string{"The bridge was not closed on June 9, but on June 8"}},
		{"did not then, but then did something else", "The builder did not answer on June 9, but on June 10, he resigned.", []string{"The builder did not answer", "he resigned"}},
		{"was not then, but then something else", "The strike did not end on June 9, but on June 10 the two sides met.", []string{"The strike did not end", "the two sides met"}},
		{"then, not then", "On June 8, not on June 9, Jonas Aker was arrested.", []string{"Jonas Aker was arrested"}},
		{"not only then", "Jonas Aker was questioned not only on June 8 but also on June 9.", []string{"Jonas Aker was questioned", "Jonas Aker was questioned"}},
		{"not until then", "It was not until June 9 that Jonas Aker was freed.", []string{"Jonas Aker was freed"}},
		{"then and not then", "Jonas Aker was detained late on June 8 and not on June 9.", []string{"Jonas Aker was detained"}},
		{"the subject of one accused of something", "The trial of a naval engineer accused of selling drawings to Borland began on June 15.", []string{"The trial of a naval engineer accused of selling drawings to Borland began"}},
		{"first and then", "First he was arrested on June 9, then on June 8.", []string{"he was arrested", "was arrested on June 9"}},
		{"who said it, and nothing of what", "That is what Tomas Reyk, a diver of the coast guard, said on June 14 as the first witness.", []string{"Tomas Reyk, a diver of the coast guard, said on June 14"}},
		{"a second verb with nothing of its own", "The clerk was fined twice in 1986 and pardoned in 1994.", []string{"The clerk was fined twice", "The clerk was fined twice in 1986 and pardoned in 1994"}},
		{"in a document of its time", "The union says 312 crates were lost. The mill itself counted 214, in a report of November 2020 that lies before us.", []string{"The mill itself counted 214"}},
		{"the present of a plan", "The mill reports first-quarter earnings on June 17.", []string{"The mill reports first-quarter earnings on June 17"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := news(t, [2]string{published, paper(tt.text)})
			var got []string
			for _, ev := range build(d).Events {
				got = append(got, ev.Words.Of(d.Articles[ev.Teller].Text))
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("%q\n got %q\nwant %q", tt.text, got, tt.want)
			}
		})
	}
}

func TestNoEvent(t *testing.T) {
	for _, tt := range []struct{ name, text string }{
		{"a date that describes", "The two sides still dispute the 1991 borders."},
		{"of a year", "She cited the constitution of 1998 at length."},
		{"of a report", "She cited the report of November 2020 at length."},
		{"how often", "Ferries leave every Monday from the northern pier."},
		{"a when of the sentence, not of the year", "Mell looked set for their first cup since 1987 when Osei put them two goals up."},
		{"told to ask again", "\"Ask me tomorrow,\" she said."},
		{"a page written while it happened", "LIVE: the ferry off Mell, Monday 14 June 2021, as it happened"},
		{"a day on which it was not", "\"I have met her on many days, but not that day,\" the minister said."},
		{"a day named and denied", "The minister met her not on June 9, he says."},
		{"a day by itself", "Monday 14 June 2021. The newest entries stand on top."},
		{"the end of a page", "That is all for today. Nobody knows more."},
		{"a score", "The home team won 3-2 in front of 20,000 people."},
		{"how long without its like", "It was the heaviest rain in the valley since May 3, the weather office says."},
		{"a quarter of a year that describes", "The mill lost money despite strong first-quarter sales."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := news(t, [2]string{"2021-06-16", paper(tt.text)})
			if tl := build(d); len(tl.Events) > 0 {
				t.Errorf("%q became %q", tt.text, sketch(d, tl))
			}
		})
	}
}

// TestCells has two to four articles for one event; want is the state of each
// article, in order of publication, and the relation to an earlier wording.
func TestCells(t *testing.T) {
	const collapse = "The old railway bridge over the Vara near Lindheim collapsed on June 12, killing four workers."
	for _, tt := range []struct {
		name     string
		articles [][2]string
		edtf     string
		want     []State
		relation []compare.Relation
		wordings int
	}{
		{
			"same words",
			[][2]string{{"2021-06-13", paper(collapse)}, {"2021-06-15", paper(collapse)}},
			"2021-06-12",
			[]State{Told, Told},
			[]compare.Relation{"", compare.Identical},
			1,
		},
		{
			"own words",
			[][2]string{
				{"2021-06-13", paper(collapse)},
				{"2021-06-15", paper("The collapse of the bridge near Lindheim happened on June 12 before dawn, when nobody but a repair crew was about.")},
			},
			"2021-06-12",
			[]State{Told, Told},
			[]compare.Relation{"", ""},
			2,
		},
		{
			"less exact",
			[][2]string{
				{"2021-06-13", paper(collapse)},
				{"2022-03-01", paper("The old railway bridge over the Vara near Lindheim collapsed in June 2021.")},
			},
			"2021-06-12",
			[]State{Told, LessExact},
			nil, 0,
		},
		{
			"the year is less exact too",
			[][2]string{
				{"2021-06-13", paper(collapse)},
				{"2023-03-01", paper("The old railway bridge over the Vara near Lindheim collapsed in 2021.")},
			},
			"2021-06-12",
			[]State{Told, LessExact},
			nil, 0,
		},
		{
			"one verb on one day",
			[][2]string{
				{"2021-06-13", paper("The coast guard called off the search on June 12 because of high waves.")},
				{"2021-06-14", paper("The search was called off on June 12 when the wind turned.")},
			},
			"2021-06-12",
			[]State{Told, Told},
			nil, 2,
		},
		{
			"British and American spelling",
			[][2]string{
				{"2021-06-13", paper("The mill, opened in 1968 and privatised in 1997, is the largest employer in the valley.")},
				{"2021-06-14", paper("The mill was opened in 1968 and privatized in 1997.")},
			},
			"1997",
			[]State{Told, Told},
			nil, 2,
		},
		{
			"arrested in the evening, and detained",
			[][2]string{
				{"2021-06-13", paper("The captain, a man of 52, was detained on June 12 on suspicion of negligence, prosecutor Jonas Aker said.")},
				{"2021-06-14", paper("On the evening of June 12 police arrested the ship's captain, whose name has not been released.")},
			},
			"2021-06-12",
			[]State{Told, Told},
			nil, 2,
		},
		{
			"a blockade cleared, and people removed who had blocked",
			[][2]string{
				{"2021-06-13", paper("Police on June 12 cleared a blockade of the railway line to the Mell copper mine and detained 17 people.")},
				{"2021-06-14", paper("Early on June 12 police removed some 200 people who had blocked the railway to the mine. They arrested 27.")},
			},
			"2021-06-12",
			[]State{Told, Told},
			nil, 2,
		},
		{
			"people removed from elsewhere",
			[][2]string{
				{"2021-06-13", paper("Police on June 12 cleared a blockade of the railway line to the Mell copper mine and detained 17 people.")},
				{"2021-06-14", paper("Early on June 12 police removed some 200 people who had climbed a roof in Lindheim.")},
			},
			"2021-06-12",
			[]State{Told, NothingFound},
			nil, 1,
		},
		{
			"received and met",
			[][2]string{
				{"2021-06-13", paper("The minister received the head of the mine, Elena Brandt, at his office on June 12.")},
				{"2021-06-14", paper("The opposition knows that he met Ms Brandt on June 12.")},
			},
			"2021-06-12",
			[]State{Told, Told},
			nil, 2,
		},
		{
			"two meetings of one day",
			[][2]string{
				{"2021-06-13", paper("President Karo Vance met with the miners of Mell on June 12.")},
				{"2021-06-14", paper("President Karo Vance received the ambassador of Borland on June 12.")},
			},
			"2021-06-12",
			[]State{Told, NothingFound},
			nil, 1,
		},
		{
			"resigned and stepped down",
			[][2]string{
				{"2021-06-13", paper("Marten Kroll, who has led the company since 2020, resigned on the morning of June 12.")},
				{"2021-06-14", paper("Marten Kroll stepped down as chief executive of Baltline on June 12.")},
			},
			"2021-06-12",
			[]State{Told, Told},
			nil, 2,
		},
		{
			"one wreck in many words",
			[][2]string{
				{"2021-06-12", paper("The ferry Aurora Star ran aground on rocks off Halsund early on June 12. The vessel struck the Kestrel reef at 5:40 a.m. in thick fog.")},
				{"2021-06-12", paper("Baltline confirms that its vessel Aurora Star made contact with the seabed off Halsund this morning at 05:40.")},
				{"2021-06-13", paper("Seven people were hurt when the ship hit the Kestrel reef at about 6 a.m. on June 12.")},
				{"2021-06-14", paper("The Aurora Star, built in 1994, ran aground on the Kestrel reef on June 12 with 214 people on board.")},
			},
			"2021-06-12T05:40:00",
			[]State{Told, Told, Told, Told},
			nil, 0,
		},
		{
			"the year of what is told with its month",
			[][2]string{
				{"2021-06-13", paper("In August 2019 the ferry lost power for six hours in the Halsund strait.")},
				{"2021-06-14", paper("It is the third accident of the ferry: she lost power in 2019.")},
			},
			"2019-08",
			[]State{Told, LessExact},
			nil, 0,
		},
		{
			"two arrests in two towns",
			[][2]string{
				{"2021-06-13", paper("Police arrested two men in Mell on June 12 over a fire at the old mill.")},
				{"2021-06-14", paper("Police arrested two men in Lindheim on June 12 who had robbed a bank.")},
			},
			"2021-06-12",
			[]State{Told, NothingFound},
			nil, 1,
		},
		{
			"a bus and a train on one day",
			[][2]string{
				{"2021-06-13", paper("A bus hit a wall near Mell on June 12, police said.")},
				{"2021-06-14", paper("A train struck a car at a crossing on June 12, police said.")},
			},
			"2021-06-12",
			[]State{Told, NothingFound},
			nil, 1,
		},
		{
			"clocks within the hour",
			[][2]string{
				{"2021-06-13", paper("The blaze started on the car deck at 2 a.m. on June 12.")},
				{"2021-06-14", paper("The fire broke out at 2:10 a.m. on June 12 among lorries on the car deck.")},
			},
			"2021-06-12T02:00:00",
			[]State{Told, Told},
			nil, 2,
		},
		{
			"clocks far apart",
			[][2]string{
				{"2021-06-13", paper("The fire on the car deck started at 2 a.m. on June 12.")},
				{"2021-06-14", paper("The fire on the car deck started at 8 p.m. on June 12.")},
			},
			"2021-06-12T02:00:00",
			[]State{Told, NothingFound},
			nil, 1,
		},
		{
			"two days that cannot both hold",
			[][2]string{
				{"2021-06-14", paper(collapse)},
				{"2021-06-15", paper(collapse)},
				{"2021-06-16", paper("The old railway bridge over the Vara near Lindheim collapsed on June 11, killing four workers.")},
			},
			"2021-06-12",
			[]State{Told, Told, Disagree},
			nil, 0,
		},
		{
			"not then but then, against two that say then",
			[][2]string{
				{"2021-06-13", paper("Jonas Aker was arrested on June 9 in Lund with a card in his shoe.")},
				{"2021-06-14", paper("Jonas Aker was arrested on June 9, when he was about to board a train.")},
				{"2021-06-15", paper("Jonas Aker was arrested not on June 9, as the indictment says, but on the evening of June 8.")},
			},
			"2021-06-09",
			[]State{Told, Told, Disagree},
			nil, 0,
		},
		{
			"then and not then, as one more says",
			[][2]string{
				{"2021-06-13", paper("Jonas Aker was arrested on June 9 in Lund with a card in his shoe.")},
				{"2021-06-14", paper("Jonas Aker was detained shortly before midnight on June 8 and not on June 9.")},
				{"2021-06-15", paper("Jonas Aker was arrested on June 8 at the station.")},
			},
			"2021-06-08",
			[]State{Disagree, Told, Told},
			nil, 0,
		},
		{
			"was not then but then",
			[][2]string{
				{"2021-06-13", paper("Jonas Aker was arrested on June 9 in Lund with a card in his shoe.")},
				{"2021-06-14", paper("Jonas Aker was not arrested on June 9 but on June 8.")},
				{"2021-06-15", paper("Jonas Aker was arrested on June 8 at the station.")},
			},
			"2021-06-08",
			[]State{Disagree, Told, Told},
			nil, 0,
		},
		{
			"not then",
			[][2]string{
				{"2021-06-13", paper("Jonas Aker was arrested on June 9 in Lund with a card in his shoe.")},
				{"2021-06-14", paper("Jonas Aker was not arrested on June 9, his lawyer said.")},
			},
			"2021-06-09",
			[]State{Told, Disagree},
			nil, 0,
		},
		{
			"not then, between two who say so",
			[][2]string{
				{"2021-06-13", paper("Jonas Aker was arrested on June 9 in Lund with a card in his shoe.")},
				{"2021-06-14", paper("Jonas Aker was not arrested on June 9, his lawyer said.")},
				{"2021-06-15", paper("Police arrested Jonas Aker on June 9 in Lund with a card in his shoe.")},
			},
			"2021-06-09",
			[]State{Told, Disagree, Told},
			nil, 0,
		},
		{
			"not then, and then but then",
			[][2]string{
				{"2021-06-13", paper("Jonas Aker was arrested on June 9 in Lund with a card in his shoe.")},
				{"2021-06-14", paper("Jonas Aker was not arrested on June 9, his lawyer said.")},
				{"2021-06-15", paper("Jonas Aker was arrested on June 8 at the station.")},
				{"2021-06-16", paper("Jonas Aker was not arrested on June 9 but on June 8.")},
			},
			"2021-06-08",
			[]State{Disagree, NothingFound, Told, Told}, // who denies June 9 does not deny June 8
			nil, 0,
		},
		{
			"no denial by another's not",
			[][2]string{
				{"2021-06-13", paper("Jonas Aker was arrested on June 9 in Lund with a card in his shoe.")},
				{"2021-06-14", paper("Jonas Aker, who has not been charged, was arrested on June 9.")},
			},
			"2021-06-09",
			[]State{Told, Told},
			nil, 0,
		},
		{
			"one plan put off",
			[][2]string{
				{"2021-06-13", paper("The Heron radar, which the yard has been building since 2019, is to be fitted to eight frigates by the end of 2027.")},
				{"2021-06-14", paper("The Heron radar, which the yard has been building since 2019, is to be fitted to eight frigates by the middle of 2028.")},
			},
			"2027",
			[]State{Told, Disagree},
			nil, 0,
		},
		{
			"the same of two years",
			[][2]string{
				{"2021-06-13", paper("Sales of the mill of Mell fell by two percent in 2018.")},
				{"2021-06-14", paper("Sales of the mill of Mell fell by two percent in 2019.")},
			},
			"2018",
			[]State{Told, NothingFound},
			nil, 0,
		},
		{
			"an age and what he is stand behind the name",
			[][2]string{
				{"2021-06-13", paper("Aker, 47, an engineer at the Naval Yard in Mell, was arrested on June 9 at a station.")},
				{"2021-06-14", paper("Police detained Aker on June 9.")},
			},
			"2021-06-09",
			[]State{Told, Told},
			nil, 0,
		},
		{
			"what the article looks ahead to itself is not later",
			[][2]string{
				{"2021-06-13", paper("The court will hear the first of eleven witnesses on June 17.")},
				{"2021-06-14", paper("The trial of the captain continues on June 17.")},
			},
			"2021-06-17",
			[]State{Told, NothingFound},
			nil, 0,
		},
		{
			"a year for a month",
			[][2]string{
				{"2021-06-13", paper("Ten years ago 42 people died when the ferry Elpida hit rocks near Mell.")},
				{"2021-06-15", paper("In September 2011, 42 people died when the ferry Elpida hit rocks near Mell.")},
			},
			"2011-09",
			[]State{LessExact, Told},
			nil, 0,
		},
		{
			"later and nothing found",
			[][2]string{
				{"2021-06-01", paper("The mayor of Lindheim opened a school on May 30.")},
				{"2021-06-13", paper(collapse)},
				{"2021-06-20", paper("The mayor of Lindheim opened a library on June 19.")},
			},
			"2021-06-12",
			[]State{Later, Told, NothingFound},
			nil, 0,
		},
		{
			"what is planned already is not later",
			[][2]string{
				{"2021-06-01", paper("The mayor of Lindheim opened a school on May 30.")},
				{"2021-06-12", paper("The mayor of Lindheim closed a school on June 11.")},
				{"2021-06-13", paper("The bridge near Lindheim will open on June 30.")},
				{"2021-06-20", paper("The mayor of Lindheim opened a library on June 19.")},
			},
			"2021-06-30",
			[]State{Later, NothingFound, Told, NothingFound},
			nil, 0,
		},
		{
			"an allusion is undated",
			[][2]string{
				{"2021-06-13", paper("On June 12, Arland and Borland signed a truce in Basel.")},
				{"2021-06-20", paper("Arland and Borland traded fire on June 19 despite the previously signed truce.")},
				{"2021-06-21", paper("Shelling in Arland goes on despite the previously signed truce.")},
			},
			"2021-06-12",
			[]State{Told, NothingFound, Undated},
			nil, 0,
		},
		{
			"news without a day is of the day that another gives",
			[][2]string{
				{"2021-06-13", paper("A court in Mell sentenced the captain Jonas Aker to nine years in prison on June 12.")},
				{"2021-06-14", "The court in Mell\n\nThe captain Jonas Aker has been sentenced to nine years in prison by a court in Mell.\n"},
				{"2021-06-14", "The court in Mell\n\nThe captain Jonas Aker has not been sentenced to nine years in prison by a court in Mell.\n"},
				{"2021-06-14", "The court in Mell\n\nThe captain Ivo Brandt has been sentenced to nine years in prison by a court in Arland.\n"},
				{"2021-06-24", "The court in Mell\n\nThe captain Jonas Aker has been sentenced to nine years in prison by a court in Mell.\n"},
			},
			"2021-06-12",
			[]State{Told, Undated, NothingFound, NothingFound, NothingFound},
			nil, 0,
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := news(t, tt.articles...)
			tl := build(d)
			n := slices.IndexFunc(tl.Events, func(e Event) bool { return bare(e.When.EDTF) == tt.edtf })
			if n < 0 {
				t.Fatalf("no event of %s: %q", tt.edtf, sketch(d, tl))
			}
			ev := &tl.Events[n]
			for a := range d.Articles {
				c := tl.Cell(ev, a)
				if c.State != tt.want[a] {
					t.Errorf("article %d: %s, want %s\n%s", a, c.State, tt.want[a], strings.Join(sketch(d, tl), "\n"))
				}
				if tt.relation != nil && c.Relation != tt.relation[a] {
					t.Errorf("article %d: relation %q, want %q", a, c.Relation, tt.relation[a])
				}
			}
			if tt.wordings > 0 && ev.Wordings != tt.wordings {
				t.Errorf("%d wordings, want %d", ev.Wordings, tt.wordings)
			}
		})
	}
}

// TestOrder has what only ends, "until 2045", where it ends, as the strip does.
func TestOrder(t *testing.T) {
	d := news(t, [2]string{"2021-06-16", paper("Mell opened a mill in 1968. The ministry signed the copper away until 2045. The mill will close on June 30.")})
	var got []string
	for _, e := range build(d).Events {
		got = append(got, e.When.EDTF)
	}
	if want := []string{"1968", "2021-06-30", "../2045"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestDifferentThingsOfOneDayStayApart has a day with a truce agreed, a truce
// in force and a truce broken: three events.
func TestDifferentThingsOfOneDayStayApart(t *testing.T) {
	d := news(t, [2]string{"2021-06-16", paper("On June 12, Arland and Borland signed a truce in Basel. The truce was due to start at 18:00 on June 12. On June 12, Borland accused Arland of shelling the port of Mell.")})
	tl := build(d)
	var got []Status
	for _, ev := range tl.Events {
		got = append(got, ev.Status)
	}
	if want := []Status{Reported, Planned, Alleged}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v: %q", got, want, sketch(d, tl))
	}
}

// Where nothing was found, the nearest sentence is one of the same clock, day or
// deed before one that shares more words, and is asked about if it may tell the
// event after all.
func TestFindNearest(t *testing.T) {
	const wreck = "The passenger ferry Aurora Star struck the Kestrel reef off Halsund at 5:40 a.m. on June 12."
	for _, tt := range []struct {
		name, other, nearest string
		perhaps              Doubt
	}{
		{"no day", "The Aurora Star is a passenger ferry of 1994. Days after the ship hit a reef outside Halsund, the questions are no longer only about fog.", "Days after", OtherWords},
		{"the same clock", "The passenger ferry Aurora Star is stable, the company says. A call for help from the ferry came on June 12 at 5:40 a.m. from its bridge.", "A call", OtherWords},
		{"another day", "The passenger ferry Aurora Star is stable. The ship hit the reef off Halsund on June 14, a newspaper claims.", "The ship", OtherTime},
		{"another day of something else", "The passenger ferry Aurora Star is stable. The crew were praised on June 14, two days after the ship hit the reef off Halsund.", "The crew", OtherWords},
		{"another year", "The passenger ferry Aurora Star is stable. In May 2019 it hit a reef, and nobody was hurt.", "The passenger", NoDoubt},
		{"another deed", "The company runs a passenger ferry. A concert was given at Halsund on June 12.", "A concert", NoDoubt},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := news(t, [2]string{"2021-06-13", paper(wreck)}, [2]string{"2021-06-15", paper(tt.other)})
			tl := build(d)
			n := slices.IndexFunc(tl.Events, func(e Event) bool { return e.Teller == 0 })
			c := tl.Cell(&tl.Events[n], 1)
			tl.FindNearest(&tl.Events[n], &c)
			if c.Nearest < 0 {
				t.Fatalf("none is near: %s", c.State)
			}
			a := &d.Articles[1]
			if got := a.Sentences[c.Nearest].Span.Of(a.Text); !strings.HasPrefix(got, tt.nearest) || c.Perhaps != tt.perhaps {
				t.Errorf("nearest %q, doubt %d; want %q, %d", got, c.Perhaps, tt.nearest, tt.perhaps)
			}
		})
	}
}

// Of a year, like words tell one thing, with a question mark where the years differ;
// of a day, who is named before may be whom another names.
func TestPerhaps(t *testing.T) {
	const sold = "The engineer sold 312 pages of radar drawings to a diplomat of Borland at least three times between 2015 and 2018."
	for _, tt := range []struct {
		name, one, other string
		perhaps          Doubt
	}{
		{"a stretch of years, in like words", "Prosecutors say: " + sold, "The court found that the engineer sold 214 pages of radar drawings to a diplomat of Borland three times between 2015 and 2018.", OtherWords},
		{"a stretch that begins in another year", "Prosecutors say: " + sold, "Prosecutors say: The engineer sold 312 pages of radar drawings to a diplomat of Borland at least three times between 2014 and 2018.", OtherTime},
		{"a pronoun", "Jonas Aker was arrested on June 9 at a station.", "Before the trial he was arrested on June 9, then released.", OtherWords},
		{"not of that day", "Jonas Aker was arrested on June 9 at a station.", "He was arrested not on June 9 but on June 8, if that is true.", NoDoubt},
		{"no more is no not", "\"It is an error of a few minutes, no more,\" he said on June 11.", "\"It is an error of a few minutes,\" he told reporters.", OtherWords},
		{"no longer is one", "\"It is an error of a few minutes,\" he said on June 11.", "\"It is no longer an error of a few minutes,\" he told reporters.", NoDoubt},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := news(t, [2]string{"2021-06-13", paper(tt.one)}, [2]string{"2021-06-15", paper(tt.other)})
			tl := build(d)
			n := slices.IndexFunc(tl.Events, func(e Event) bool { return e.Teller == 0 })
			c := tl.Cell(&tl.Events[n], 1)
			tl.FindNearest(&tl.Events[n], &c)
			if c.State != NothingFound || c.Perhaps != tt.perhaps {
				t.Errorf("%s, doubt %d; want nothing found, %d", c.State, c.Perhaps, tt.perhaps)
			}
		})
	}
}

func TestUndatedLane(t *testing.T) {
	d := news(t,
		[2]string{"2021-06-16", paper("Fighting between Arland and Borland broke out on June 2. Both governments have imposed a curfew. Hospitals were evacuated.")},
		[2]string{"2021-06-18", paper("Fighting between Arland and Borland broke out on June 2. Both governments have imposed a curfew.")})
	tl := build(d)
	var got []string
	for _, ev := range tl.Undated {
		if ev.When.OnCalendar() {
			t.Errorf("an undated event has the time %s", ev.When.EDTF)
		}
		got = append(got, ev.Words.Of(d.Articles[ev.Teller].Text))
	}
	want := []string{"Both governments have imposed a curfew", "Hospitals were evacuated"}
	if !slices.Equal(got, want) {
		t.Fatalf("undated\n got %q\nwant %q", got, want)
	}
	if tl.Undated[0].Told != 2 {
		t.Errorf("the curfew is told by %d articles, want 2", tl.Undated[0].Told)
	}
	if after := tl.Undated[1].After.EDTF; after != "2021-06-02" {
		t.Errorf("what follows in the telling is after %q, want 2021-06-02", after)
	}
}

// FuzzNew reads any text as an article: sentences and words lie within it, and
// every dated event has a place on the calendar.
func FuzzNew(f *testing.F) {
	f.Add("On June 12, Arland and Borland signed a truce. It fell apart a few hours later.", "The truce of June 12 was signed in 2021.")
	f.Add("", "31 February, 99999, 13/13/2020")
	f.Fuzz(func(t *testing.T, one, two string) {
		pack := dossier.Pack{Articles: []dossier.Meta{{ID: "a", Text: strings.ToValidUTF8(one, "")}, {ID: "b", Text: strings.ToValidUTF8(two, "")}}}
		if _, err := dossier.New(pack); err != nil {
			t.Skip()
		}
		d := dated(t, pack, "2021-06-16", "2021-06-18")
		tl := build(d)
		for _, lane := range [][]Event{tl.Events, tl.Undated} {
			for i := range lane {
				ev := &lane[i]
				if int(ev.Words.End) > len(d.Articles[ev.Teller].Text) || ev.Words.Empty() {
					t.Errorf("heading %v of a text of %d bytes", ev.Words, len(d.Articles[ev.Teller].Text))
				}
				for a := range d.Articles {
					for _, n := range tl.Cell(ev, a).Sentences {
						if int(n) >= len(d.Articles[a].Sentences) {
							t.Errorf("sentence %d of %d", n, len(d.Articles[a].Sentences))
						}
					}
				}
			}
		}
		for _, ev := range tl.Events {
			if !ev.When.OnCalendar() {
				t.Errorf("a dated event without a date: %q", ev.Words.Of(d.Articles[ev.Teller].Text))
			}
		}
	})
}

// The entries of a live page are of the time that stands above them, or at
// their head; a heading says what was said rather than when.
func TestLivePage(t *testing.T) {
	d := news(t, [2]string{"2026-03-12", "Ferry disaster, Thursday 12 March 2026, as it happened\n\nThis page is no longer updated.\n\n" +
		"22:05\nGood night. The search for survivors goes on with flares.\n\n" +
		"17:40\nCaptain detained\nPolice have taken the captain in for questioning.\n\n" +
		"14:30\nThe number of dead has risen to 14.\n\n"},
		[2]string{"2026-05-18", "The referee will be asked to explain himself.\n\nHartley, who was sent off, said on Sunday he regretted his language but not his view.\n\n" +
			"Ruth Calloway, who took over last year, promised an inquiry. \"We will establish the facts,\" she said on Friday morning."},
		[2]string{"2026-04-07", "Live: the spy trial\n\n9:20\n\nYesterday the director of the yard spoke in court.\n\n8:40\n\nGood morning from Port Amber. The engineer has just been brought to the court."},
		[2]string{"2026-02-03", "Bridge vote, Monday 2 February 2026\n\n19:40 Sandra Whitlock opens the debate.\n\n18:10 Here we go. The mayor has opened the meeting."})
	var got []string
	for _, ev := range build(d).Events {
		got = append(got, ev.When.EDTF+" "+ev.Words.Of(d.Articles[ev.Teller].Text))
	}
	for _, want := range []string{
		"2026-03-12T17:40:00 Police have taken the captain in for questioning",
		"2026-03-12T14:30:00 The number of dead has risen to 14",
		"2026-02-02T19:40:00 Sandra Whitlock opens the debate",
		"2026-04-07T08:40:00 The engineer has just been brought to the court",
		"2026-05-17 he regretted his language but not his view",
		"2026-05-15 We will establish the facts",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("no event %q in %q", want, got)
		}
	}
}

// TestAnyWords reads sentences that nobody wrote.
func TestAnyWords(t *testing.T) {
	var words []string
	for _, a := range written(t).Articles {
		words = append(words, strings.Fields(a.Text)...)
	}
	marks := strings.Fields(`" “ ” , — . who which that said rejected denied reported and to on from June 5 Monday evening 4:30 not`)
	r := rand.New(rand.NewPCG(7, 7))
	for range 2000 {
		var s []string
		for range 4 + r.IntN(40) {
			from := words
			if r.IntN(3) == 0 {
				from = marks
			}
			s = append(s, from[r.IntN(len(from))])
		}
		d := news(t, [2]string{"2021-06-13", strings.Join(s, " ")}, [2]string{"2021-06-14", paper(strings.Join(s, " ") + ".")})
		tl := build(d)
		for i := range tl.Events {
			e := &tl.Events[i]
			c := tl.Cell(e, 0)
			tl.FindNearest(e, &c)
			_ = e.Words.Of(d.Articles[e.Teller].Text) // panics if they lie outside
		}
	}
}

// TestNearestOfTheDayBefore has what is told after a day without its own: its
// nearest is of that day, with another number.
func TestNearestOfTheDayBefore(t *testing.T) {
	d := news(t,
		[2]string{"2021-06-13", paper("Police on June 12 cleared a blockade of the railway line to the mine and detained 17 people. In March 2019, 27 people died there.")},
		[2]string{"2021-06-16", paper("Early on June 12 police removed some 200 people who had blocked the railway to the mine. They arrested 27, of whom all but four have been released.")})
	tl := build(d)
	n := slices.IndexFunc(tl.Undated, func(e Event) bool { return e.Words.Of(d.Articles[e.Teller].Text) == "arrested 27" })
	if n < 0 {
		t.Fatalf("no arrests: %q", sketch(d, tl))
	}
	c := tl.Cell(&tl.Undated[n], 0)
	tl.FindNearest(&tl.Undated[n], &c)
	if c.Nearest < 0 || !strings.Contains(tl.sentence(0, int(c.Nearest)), "detained 17") || c.Perhaps != OtherWords {
		t.Errorf("nearest %d, doubt %d", c.Nearest, c.Perhaps)
	}
}
