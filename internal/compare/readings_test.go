package compare

import "testing"

// TestReadings holds what is easily misread: pairs that tell one fact and pairs that
// tell two.
func TestReadings(t *testing.T) {
	for _, tt := range []struct {
		name, a, b string
		same       bool
	}{
		{"the name of an office", "The port of Varna will close on Friday, Transport Minister Ana Petkova said.", "On Friday the port of Varna is to close, according to Transport Minister Ana Petkova.", true},
		{"a kind before a name", "British chess player Harriet Moss pulled out of the Linares tournament on Friday with a fever.", "On Friday a fever made Harriet Moss of Britain withdraw from the Linares tournament.", true},
		{"a place and its people", "The foreign minister will visit three Central Asian capitals in May.", "In May the foreign minister is to visit three capitals in Central Asia.", true},
		{"a union and a continent", "The EU Parliament adopted the law on Tuesday by 300 votes to 210.", "On Tuesday the European Parliament passed the law by 300 votes to 210.", true},
		{"half a dozen", "Six passengers were hurt when the tram left the rails in Graz.", "Half a dozen passengers were injured when the tram left the rails in Graz.", true},
		{"half a dozen and five", "Five passengers were hurt when the tram left the rails in Graz.", "When the tram left the rails in Graz, half a dozen passengers were injured.", false},
		{"twenty-first", "Croatia became the 21st member of the currency union on Sunday.", "On Sunday Croatia became the twenty-first member of the currency union.", true},
		{"twenty-first and first", "Croatia became the first member of the currency union on Sunday.", "On Sunday Croatia became the twenty-first member of the currency union.", false},
		{"seven tenths", "The fire destroyed seven tenths of the forest near Split.", "Near Split 70 percent of the forest was destroyed by the fire.", true},
		{"five sixths", "The fire destroyed five sixths of the forest near Split.", "Near Split 70 percent of the forest was destroyed by the fire.", false},
		{"the day before, a year before", "The minister sold the shares the day before the merger.", "The shares were sold by the minister a year before the merger.", false},
		{"unless", "The union will strike on Monday if the wages are not raised.", "On Monday the union will strike unless the wages are raised.", true},
		{"unless and if", "The union will strike on Monday if the wages are raised.", "On Monday the union will strike unless the wages are raised.", false},
		{"never before", "The club from Turku won the national cup for the first time.", "Never before had the club from Turku won the national cup.", true},
		{"no difference", "The new pill lowered the risk of a stroke, the study of 900 patients showed.", "The study of 900 patients showed that the new pill made no difference to the risk of a stroke.", false},
		{"an attribute denies nothing", "The losses of the failed brewery will be paid by the city of Linz.", "The losses of the failed brewery will be paid without any help by the city of Linz.", false},
		{"what is told besides", "A man who worked as a cook at the prison has been found unfit for trial in Lyon.", "A former cook at the prison has been ruled unfit to stand trial in Lyon.", true},
		{"instead of", "The city cut the speed limit on the bridge from 60 to 40 kilometres an hour.", "On the bridge the speed limit is 60 kilometres an hour instead of 40, the city said.", false},
		{"two verbs, one direction", "The ants guard the aphids against beetles.", "It is the ants that protect the aphids from beetles.", true},
		{"two verbs, two directions", "The ants guard the aphids against beetles.", "It is the aphids that protect the ants from beetles.", false},
		{"support behind somebody", "Mayor Ellen Crane endorsed Sheriff Tom Dade at a rally in Tulsa.", "In Tulsa, Sheriff Tom Dade threw his support behind Mayor Ellen Crane at a rally.", false},
		{"from both sides", "The prime minister of Laos received the king of Jordan on Monday.", "On Monday the king of Jordan visited the prime minister of Laos.", true},
		{"who is accused", "A farmer near Lodz accused two hunters of having shot his dog.", "Two hunters say that a farmer near Lodz shot their dog.", false},
		{"counted things", "Norway will send another 12 armoured vehicles to Estonia, Defence Minister Per Hagen announced.", "Estonia is to get 12 more armoured vehicles from Norway, according to Defence Minister Per Hagen.", true},
		{"who killed and who was killed", "Bears killed 12 cows near Brasov last week.", "Near Brasov, 12 bears were killed last week.", false},
		{"evening and night", "The bridge in Lublin collapsed on Wednesday evening, hours after an inspection.", "Hours after it had been inspected, the bridge in Lublin fell down on Wednesday night.", true},
		{"morning and night", "The bridge in Lublin collapsed on Wednesday morning, hours after an inspection.", "Hours after it had been inspected, the bridge in Lublin fell down on Wednesday night.", false},
		{"would not and declined", "The minister declined to meet the miners in Lublin on Friday.", "On Friday the minister would not meet the miners in Lublin.", true},
		{"kinds before and behind", "The commission proposed cutting fishing quotas for cod by a fifth.", "The commission has suggested that cod quotas should be reduced by 20 percent.", true},
		{"stand by somebody", "The club from Gijon sacked its coach after five defeats.", "The club from Gijon is standing by its coach despite five defeats.", false},
		{"who is accused of a deed that was suffered", "Peru accused Chile of violating its airspace on Friday.", "Chile says its airspace was violated by Peru on Friday.", false},
		{"points and percent", "The central bank in Oslo raised its base rate by half a point to 7.5 percent on Tuesday.", "On Tuesday the central bank in Oslo increased its base rate to 7.5 percent from 7 percent.", true},
		{"dearer", "Flats in Porto have become dearer for the third month in a row.", "For the third month in a row, flats in Porto have become cheaper.", false},
		{"a weekday and a feast", "The ferry to Texel will not sail until Monday because of repairs.", "The ferry to Texel will not sail until Easter because of repairs.", false},
		{"a feast and its month", "The ferry to Texel will not sail until Christmas because of repairs.", "Because of repairs the ferry to Texel will not sail until December.", true},
		{"as early as", "The mine near Ostrava was known to be unsafe as early as 2008.", "It was known as early as 2013 that the mine near Ostrava was unsafe.", false},
		{"stabbed and knifed", "A cook was stabbed by his landlord in Gdansk on Sunday.", "On Sunday in Gdansk a landlord was knifed by his cook.", false},
		{"attacked and mauled", "A farmer was attacked by a bear near Sibiu on Sunday.", "Near Sibiu, a bear mauled a farmer on Sunday.", true},
		{"to a place and leaving it", "The brewery will move its offices from Linz to Graz in May.", "In May the brewery is to move its offices to Linz, leaving Graz.", false},
		{"from a place and leaving it", "The brewery will move its offices from Linz to Graz in May.", "In May the brewery is to move its offices to Graz, leaving Linz.", true},
		{"stay and remove", "The statue of the general will stay in the main square of Brno.", "The statue of the general must be removed from the main square of Brno.", false},
		{"halted and would not stop", "The mayor halted the demolition of the mill on Friday, hours before it was to take place.", "Hours before it was to take place, the mayor on Friday refused to stop the demolition of the mill.", false},
		{"later than planned", "The bank agreed to postpone the repayment of the loan by two years.", "The bank agreed that the loan may be repaid two years later than planned.", true},
		{"the year of a thing", "A court in Pavia fined the builder over the collapse of a bridge in 2019.", "Over the 2019 collapse of a bridge, a court in Pavia fined the builder.", true},
		{"another year of a thing", "A court in Pavia fined the builder over the collapse of a bridge in 2016.", "Over the 2019 collapse of a bridge, a court in Pavia fined the builder.", false},
		{"protests from, by and against", "The senate raised the pension age despite protests from unions.", "The senate raised the pension age despite protests by unions.", true},
		{"protests against", "The senate raised the pension age despite protests from unions.", "The senate raised the pension age despite protests against unions.", false},
		{"two numbers led by to", "The council voted 24 to 11 on Friday to raise the age to 67.", "The council voted by 24 to 11 on Friday to lift the age to 67.", true},
		{"outside and near a town", "Nuns at a convent outside Mandalay took in 300 refugees in May.", "In May nuns at a convent near Mandalay took in 300 refugees.", true},
		{"the steepest and the sharpest", "Sales of flats in Lyon rose by 9 percent, the steepest increase since 2011.", "Flat sales in Lyon rose by 9 percent, their sharpest increase since 2011.", true},
		{"told after who says it", "The cholera outbreak in Beira is over, the WHO has declared, after 30 days without a new case.", "The WHO has declared the cholera outbreak in Beira over after no new case was recorded for 30 days.", true},
		{"whose a place is", "A fire has closed the main library of Spokane, the Washington city.", "A fire has closed the Washington city's main library in Spokane.", true},
		{"beaten after a comma", "Oman went out of the cup on Friday, beaten 2-1 by Jordan in Doha.", "Oman lost 2-1 to Jordan in Doha on Friday and went out of the cup.", true},
		{"beaten after a comma by who lost", "Oman went out of the cup on Friday, beaten 2-1 by Jordan in Doha.", "Jordan lost 2-1 to Oman in Doha on Friday and went out of the cup.", false},
		{"fined and must pay", "The commission fined the brewery 40 million euros for fixing prices.", "The brewery must pay a penalty of 40 million euros imposed by the commission for fixing prices.", true},
		{"not on one day but on another", "The smuggler was arrested not on the 14th but on the evening of the 13th near Varna.", "The smuggler was arrested near Varna on the night of the 13th.", true},
		{"was not on one day but on another", "The tunnel near Varna was not closed on 14 May but on 13 May.", "The tunnel near Varna was closed on 13 May.", true},
		{"a denied day and that day", "The smuggler was arrested not on 14 May but on 13 May near Varna.", "The smuggler was arrested near Varna on 14 May.", false},
		{"a day of a month not named", "The smuggler was arrested near Varna on the evening of the 14th.", "The smuggler was arrested near Varna on the evening of the 13th.", false},
		{"denied of another day too", "The smuggler did not come to Varna on Monday and not on Tuesday.", "The smuggler came to Varna on Tuesday.", false},
		{"denied of a day", "The tunnel near Varna was not closed on 14 May.", "The tunnel near Varna was closed on 13 May.", false},
		{"in a town and near it", "A fire in Kotor destroyed 12 boats on Friday.", "On Friday, 12 boats were destroyed by a fire near Kotor.", false},
		{"near a town in another", "A fire in Kotor destroyed 12 boats on Friday.", "On Friday a fire in a yard near Perast, in Kotor, destroyed 12 boats.", true},
		{"from the sea and by the sea", "The attack from the sea killed 12 guards on Friday.", "The attack by the sea killed 12 guards on Friday.", false},
		{"know somebody and know why", "“We do not know this man,” the ferryman Ivo Brandt said.", "“We do not know why he did it.”", false},
		{"the end and the middle of a year", "The tunnel under the Vara is to be open by the end of 2027.", "By the middle of 2027 the tunnel under the Vara is to be open.", false},
		{"early and at the start", "The tunnel under the Vara was opened in early 2027.", "The tunnel under the Vara was opened at the start of 2027.", true},
		{"evening and night, nearly the same words", "The tunnel was closed on the evening of 13 May.", "The tunnel was closed on the night of 13 May.", true},
		{"a people and its land", "The party came third in the Saxon election with 12 percent of the vote.", "In the election in Saxony, the party came third with 12 percent of the vote.", true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for _, turn := range [][2]string{{tt.a, tt.b}, {tt.b, tt.a}} {
				if _, r := compareTexts(t, turn[0], turn[1]); shownSame(r) != tt.same {
					t.Errorf("shown as the same: %t, want %t: %s | %s%s", !tt.same, tt.same, turn[0], turn[1], pairWords(r))
				}
			}
		})
	}
}
