package dates

func Publication(s []Source, together bool) []Claim { return make([]Claim, len(s)) }
