package route

// screens is a set of screens.
type screens uint16

func on(list ...Screen) (set screens) {
	for _, s := range list {
		set |= 1 << s
	}
	return set
}

func (set screens) has(s Screen) bool { return set&(1<<s) != 0 }

// field is one key of the fragment.
type field struct {
	key     string
	screens screens // where it means something
	get     func(State) string
	set     func(*State, string) // drops a value it does not know
}

// fields are the keys, in the order they are written.
var fields = [...]field{
	{"id", on(Article), func(s State) string { return s.Article }, func(s *State, v string) { s.Article = v }},
	{"q", on(Article, Timeline, Search, Reports, Quotes), func(s State) string { return s.Query }, func(s *State, v string) { s.Query = v }},
	{"kind", on(Search), func(s State) string { return s.Kind }, func(s *State, v string) { s.Kind = oneOf(v, "articles", "events", "quotes") }},
	{"order", on(Search), func(s State) string { return s.Order }, func(s *State, v string) { s.Order = oneOf(v, "date") }},
	{"outlet", on(Timeline, Search, Reports, Quotes), func(s State) string { return s.Outlet }, func(s *State, v string) { s.Outlet = v }},
	{"only", on(Reports), func(s State) string { return s.Only }, func(s *State, v string) { s.Only = v }},
	{"who", on(Timeline, Search, Reports, Quotes), func(s State) string { return s.Who }, func(s *State, v string) { s.Who = v }},
	{"from", on(Timeline, Search, Reports), func(s State) string { return s.From }, func(s *State, v string) { s.From = date(v) }},
	{"to", on(Timeline, Search, Reports), func(s State) string { return s.To }, func(s *State, v string) { s.To = date(v) }},
	{"clock", on(Timeline), func(s State) string { return s.Clock }, func(s *State, v string) { s.Clock = oneOf(v, "published") }},
	{"told", on(Reports), func(s State) string { return s.Told }, func(s *State, v string) { s.Told = oneOf(v, "several") }},
	{"a", on(Compare, Reports), func(s State) string { return s.A }, func(s *State, v string) { s.A = v }},
	{"b", on(Compare), func(s State) string { return s.B }, func(s *State, v string) { s.B = v }},
	{"at", on(Compare), func(s State) string { return digits(s.At) }, func(s *State, v string) { s.At = paragraph(v) }},
	{"layer", on(Compare), func(s State) string { return s.Layer }, func(s *State, v string) { s.Layer = oneOf(v, "events", "quotes") }},
	{"side", on(Compare), func(s State) string { return s.Side }, func(s *State, v string) { s.Side = oneOf(v, "a", "b") }},
	{"p", on(Article), func(s State) string { return digits(s.At) }, func(s *State, v string) { s.At = paragraph(v) }},
	{"e", on(Timeline, Reports), func(s State) string { return s.Event }, func(s *State, v string) { s.Event = v }},
	{"t", on(Passage), func(s State) string { return s.Topic }, func(s *State, v string) { s.Topic = v }},
}

// oneOf returns v if it is one of known, else "".
func oneOf(v string, known ...string) string {
	for _, k := range known {
		if v == k {
			return v
		}
	}
	return ""
}

// date returns v if it has the form of an EDTF year, month or day, else "".
// Whether there is such a day is for the engine to say.
func date(v string) string {
	const form = "0000-00-00"
	if len(v) != len("0000") && len(v) != len("0000-00") && len(v) != len(form) {
		return ""
	}
	for i := 0; i < len(v); i++ {
		if isDigit := v[i] >= '0' && v[i] <= '9'; isDigit != (form[i] == '0') || !isDigit && v[i] != '-' {
			return ""
		}
	}
	return v
}
