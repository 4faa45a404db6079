package quotes

import (
	"testing"

	"parallax/internal/dossier"
	"parallax/internal/names"
)

// What a phrase says of somebody tells who it is, and no other occupation does.
func TestSpeaker(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"a suspect is no witness", "Witness Ada Quill waited outside.\n\nThe suspect said he had been at home.", "The suspect"},
		{"an office of several words behind a state", "US Secretary of State Ada Krol said it was late.", "Ada Krol"},
		{"an office with its place", "Mayor of London Pia Moe said it was late.", "Pia Moe"},
		{"an office of a body", "Governor of the Bank of England Mark Krol said it was late.", "Mark Krol"},
		{"a farmer is no teacher", "Teacher Ada Quill said the school would open. The farmer said it would rain.", "The farmer"},
		{"a nurse is no surgeon", "Surgeon Ada Quill said the ward would open. The nurse said it was full.", "The nurse"},
		{"a coach is no manager of a bank", "Bank manager Ada Quill said the branch would open. The coach said the match was off.", "The coach"},
		{"a novelist is no journalist", "Journalist Ada Quill said the paper would close. The novelist said it was a loss.", "The novelist"},
		{"nobody named, another occupation", "A nurse said the ward was full. “It is,” the surgeon added.", "the surgeon"},
		{"nobody named, the same", "A nurse said the ward was full. “It is,” the nurse added.", "A nurse"},
		{"a policeman is an officer", "Policeman Ivo Brandt said the road was closed. The officer said it would stay so.", "Ivo Brandt"},
		{"a surgeon is a doctor", "Surgeon Ada Quill said the ward would open. The doctor said it would take a week.", "Ada Quill"},
		{"a headmistress is a teacher", "Headmistress Ada Quill said the school would open. The teacher said it would take a week.", "Ada Quill"},
		{"a regional head is a governor", "Governor Ada Quill said the ferry would run. The regional head said it would be free.", "Ada Quill"},
		{"an operator's name, not the trade before it", "Port operator Calas Andinos said that two ships waited.", "Calas Andinos"},
		{"of an age, by name", "Ada Quill and her husband Tom Pask, 44, ran. Ada Quill said it hissed. The 44-year-old said it bit.", "Tom Pask"},
		{"of an age, before the name", "The 44-year-old teacher Tom Pask ran. Ada Quill said it hissed. The 44-year-old said it bit.", "Tom Pask"},
		{"two of an age", "Tom Pask, 44, and Jo Marsh, 44, ran. Tom Pask said it hissed. The 44-year-old said it bit.", "The 44-year-old"},
		{"of another age", "Ada Quill, 41, said it hissed. The 44-year-old said it bit.", "The 44-year-old"},
		{"of an age, unnamed", "A man, 44, was held. Ada Quill said she knew him. The 44-year-old said it was late.", "The 44-year-old"},
		{"of an age that nobody else has", "Ada Quill said it hissed. The 44-year-old said it bit.", "Ada Quill"},
		{"of an age, two named", "Ada Quill scored before Jo Marsh rose above the rest. “I shut my eyes,” said the 22-year-old.", "the 22-year-old"},
		{"what stands before a name", "It bit landlord Pete Nash, who ran. Ada Quill said it hissed. The landlord said it had been good for trade.", "Pete Nash"},
		{"what stands behind a name and an age", "Keith Pask, 61, a keen diver, ran. Ada Quill said it hissed. The diver said it was cold.", "Keith Pask"},
		{"two before a name", "It bit anglers Pete Nash and Jo Marsh. Ada Quill said it hissed. The anglers said it was late.", "The anglers"},
		{"what stands before a name in commas", "It bit a rancher, Pete Nash, who ran. Ada Quill said it hissed. The rancher said it was late.", "Pete Nash"},
		{"what ends the line before a name", "Swan bites landlord\n\nPete Nash ran. Ada Quill said it hissed. The landlord said it was late.", "The landlord"},
		{"the Democrat", "Ada Quill said it was late. The Democrat said the dam would hold.", "Ada Quill"},
		{"a place before a name", "Across town Ada Quill sang. The town said it was late.", "The town"},
		{"a mum is a mother", "Mum-of-two Ada Quill ran. Tom Pask said it hissed. The mother-of-two said it bit.", "Ada Quill"},
		{"what somebody once was", "Ada Quill, 72, who feeds the swans, fumed: “No.”\n\nThe retired headmistress called it “pathetic”.", "Ada Quill"},
		{"a teacher spoken of before", "A headmistress was bitten. Ada Quill said it hissed. The retired headmistress called it “pathetic”.", "The retired headmistress"},
		{"what nobody else could be", "Ada Quill said the page was new. “I was in that House,” the second-term legislator claimed.", "Ada Quill"},
		{"a bus has a driver", "Ada Quill said the bus overturned. The driver said he had braked.", "The driver"},
		{"who adds spoke before", "Ada Quill said it hissed. The teaching assistant added that it bit.", "Ada Quill"},
		{"who adds is no other", "Teacher Ada Quill said it hissed. The nurse added that it bit.", "The nurse"},
		{"the Italian", "Ada Quill said it was offside. The Italian refused to answer.", "Ada Quill"},
		{"the Swede", "Ada Quill said it was offside. The Swede added that it was late.", "Ada Quill"},
		{"the Italian, two named", "Ada Quill said Jo Marsh was offside. The Italian said it was late.", "The Italian"},
		{"no person but a people", "Ada Quill said it was offside. The Spanish said it was not.", "The Spanish"},
		{"a pupil", "Ada Quill told Radio Two that she would walk.\n\n“My friends are there,” said the Year 8 pupil.", "Ada Quill"},
		{"somebody's child", "Ada Quill said her son was bitten. “It hurt,” the teenager said.", "the teenager"},
		{"no former striker", "Former striker Tom Pask came. Ada Quill sang. The striker said his mother had come.", "The striker"},
		{"which manager", "Thornley manager Jo Marsh left. Des Pask confirmed that he would be fined. The manager said it was much.", "The manager"},
		{"who is named only later", "Ada Quill grew up by the sea. “I liked eels,” the scientist says. Her colleague Tom Pask, a hydrologist, wept.", "the scientist"},
		{"she, of several", "Goalkeeper Tilde Pask kept out Jo Marsh and Amy Cole before Sara Lund won. “I guessed,” she said.", "Tilde Pask"},
		{"a person is no company", "Vera Lund was dismissed on Monday. The company said it would appeal.", "The company"},
		{"two that the company may be", "Alfa Ltd closed a mine. Vera Lund sued Delta Ltd in May. The company said it would appeal.", "The company"},
		{"the company", "Alfa Ltd closed a mine in May. The company said it would not reopen.", "Alfa Ltd"},
		{"the ministry", "In Oslo, the Norwegian foreign ministry said nothing had been signed. The ministry added that talks would go on.", "the Norwegian foreign ministry"},
		{"named with what it is", "Alba, a privacy group, sued in May. The group said it would win.", "Alba"},
		{"a member of a group is no group", "Ivo Brandt, a member of a group, left. The group said it would go on.", "The group"},
		{"a time before the verb", "Minister Ada Quill on Monday said the road would open.", "Ada Quill"},
		{"another time before the verb", "Minister Ada Quill late last week said the road would open.", "Ada Quill"},
		{"which operator", "The ship was late, according to its operator, Baltline.", "Baltline"},
		{"which operator, first", "According to its operator, Baltline, the ship was late.", "Baltline"},
		{"no name of officials", "According to officials, Baltline, the operator, was late.", "officials"},
		{"a passenger", "Passenger Ada Quill, 61, wept as she told how she clung on. “I thought we were all going to die,” she said.", "Ada Quill"},
		{"his lawyer is another", "Prosecutor Ivo Brandt said records showed a call. His lawyer denies that he was on the phone.", "His lawyer"},
		{"his lawyer by name", "Prosecutor Ivo Brandt said records showed a call. His lawyer, Ada Quill, frowned.\n\nHis lawyer said there was no call.", "Ada Quill"},
		{"by name, his lawyer", "“No,” said Ada Quill, his lawyer.\n\nProsecutor Ivo Brandt said there was a call. His lawyer said there was none.", "Ada Quill"},
		{"the captain's lawyer", "Prosecutor Ivo Brandt said records showed a call. The captain's lawyer said there was none.", "The captain's lawyer"},
		{"the lawyer of one named", "Prosecutor Ivo Brandt said records showed a call. Brandt's lawyer said there was none.", "Brandt's lawyer"},
		{"the lawyer for one named", "Prosecutor Ivo Brandt said records showed a call. The lawyer for Brandt said there was none.", "The lawyer for Brandt"},
		{"her doctor", "Doctor Ada Quill said the ward was full. Her doctor said she would rest.", "Her doctor"},
		{"their lawyer", "Lawyer Ada Quill said the parents were tired. Their lawyer said they would rest.", "Their lawyer"},
		{"his spokesman", "Spokesman Ivo Brandt said it would rain. His spokesman said it would not.", "His spokesman"},
		{"his mother", "Tom Pask, 9, was bitten. His mother ran up. “It hissed,” she said.", "His mother"},
		{"her mother, named later", "Her mother saw the swan first. “It hissed,” she said. Ada Quill, 41, fed the ducks.", "Her mother"},
		{"her son", "Ada Quill, 41, sang. Her son fed the ducks. “It hissed,” he said.", "Her son"},
		{"no she, as he has a stick", "Robin Pask shook his stick. “It hissed,” she said.", ""},
		{"no she, as he has a wife", "Robin Pask said his wife was bitten. “It hissed,” she said.", ""},
		{"she, as she has a stick", "Robin Pask shook her stick. “It hissed,” she said.", "Robin Pask"},
		{"no she beside a woman", "Robin Pask, a farmer, came with a woman from the village. “It hissed,” she said.", ""},
		{"she, who is a mother", "Robin Pask, a mother of two, came with a dog. “It hissed,” she said.", "Robin Pask"},
		{"several of an occupation", "Two farmers said it would rain. “It will,” the farmer Ada Quill added.", "Ada Quill"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			all := quotesIn(t, tt.text)
			if len(all) == 0 || all[len(all)-1].speaker != tt.want {
				t.Errorf("got %q, want the last of %s", all, tt.want)
			}
		})
	}
}

// What somebody says is not so is told apart from what is said to be.
func TestDenies(t *testing.T) {
	for _, tt := range []struct {
		text string
		want bool
	}{
		{"Ada Quill denied taking the money from the till.", true},
		{"Ada Quill denies that the money was hers.", true},
		{"Ada Quill left the court, denying that the money was hers.", true},
		{"Ada Quill has always denied that the money was hers.", true},
		{"Ada Quill rejected claims that the money was hers.", true},
		{"Ada Quill dismissed reports that the money was hers.", true},
		{"Ada Quill refuted the claim that the money was hers.", true},
		{"Ada Quill rebutted claims that the money was hers.", true},
		{"Ada Quill said that the money was hers.", false},
		{"Ada Quill welcomed reports that the money was hers.", false},
	} {
		all := find(t, tt.text)
		if len(all) != 1 || all[0].Denies != tt.want {
			t.Errorf("%s: got %+v, want one that denies: %v", tt.text, all, tt.want)
		}
	}
}

// A statement is of the time at which it was made, not of one at which something
// else was done by whom the speaker stands for.
func TestWhen(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{`"This is a first victory for the river," said Ada Quill, the lawyer of Green Tarn, which had filed the suit on June 4, 2025.`, ""},
		{`"This is a victory," said Ada Quill, who had filed the suit, on June 4, 2025.`, "June 4, 2025"},
		{`"This is a victory," Ada Quill, who had filed the suit on June 3, 2025, said.`, ""},
		{`"This is a first victory for the river," Ada Quill said on June 4, 2025.`, "June 4, 2025"},
	} {
		d, err := dossier.New(dossier.Pack{Articles: []dossier.Meta{{ID: "a", Text: tt.text}}})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, q := range Find(d, 0, names.Collect(d)) {
			if q.When >= 0 {
				got = d.Articles[0].Mentions()[q.When].Span.Of(tt.text)
			}
		}
		if got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.text, got, tt.want)
		}
	}
}
