package dates

// setPhrase reads "daily", "every Monday", "each year", "per month", "twice a
// week", "$5 a day".
func (p *parser) setPhrase(i int) (reading, int) {
	switch p.kind(i) {
	case kSetWord:
		return p.setWord(i)
	case kEvery:
		return p.every(i)
	case kFunc, kCardinal, kNumber:
		return p.times(i)
	case kArticle:
		if u, e := p.unitAt(i + 1); e > i+1 && !p.is(i, "the") && u >= unitHour && !plural(p.text(i+1)) && p.rateBefore(i) {
			return reading{form: formSet, amount: 10, unit: int8(u)}, e
		}
	}
	return reading{}, i
}

// setWord reads "daily", "annual" where it is no part of a name.
func (p *parser) setWord(i int) (reading, int) {
	r := reading{form: formSet, amount: 10, unit: int8(p.val(i))}
	switch {
	case p.capital(i) && !p.toks[i].line && !p.punct(i-1, '"') && !p.punct(i-1, '.'):
		return r, i // the name of a paper
	case p.capital(i) && p.capital(i+1):
		return r, i
	case p.is(i, "annual") && (p.isAny(i-1, "its his her their our") || p.is(i-1, "s") && p.punct(i-2, '\'')):
		return r, i // "the company's annual conference" is one event, not a rate
	}
	return r, i + 1
}

// every reads "every other week", "every Friday night", "each year", "per month".
func (p *parser) every(i int) (reading, int) {
	r := reading{form: formSet, amount: 10}
	j := i + 1
	each := p.val(i) == eachEvery
	if each {
		if p.is(j, "other") {
			r.amount = 20
			j++
		} else if q, k := p.number(j); k > j && q > 0 {
			r.amount, j = q, k
		}
	}
	switch {
	case p.named(j, kWeekday):
		r.weekday, r.unit = int8(p.val(j)), unitWeek
		if p.kind(j+1) == kPart {
			r.part = int8(p.val(j + 1))
			return r, j + 2
		}
	case each && p.kind(j) == kPart:
		r.part, r.unit = int8(p.val(j)), unitDay
	case each && p.named(j, kMonth):
		r.month, r.unit = int8(p.val(j)), unitYear
	case each && p.kind(j) == kSeason:
		r.season, r.unit = int8(p.val(j)), unitYear
	default:
		u, e := p.unitAt(j)
		if e == j {
			return r, i
		}
		r.unit = int8(u)
		return r, e
	}
	return r, j + 1
}

// times reads "twice a week", "three times daily", "once every 10 years".
func (p *parser) times(i int) (reading, int) {
	r := reading{form: formSet, amount: 10}
	j := i + 1
	if !p.isAny(i, "once twice") {
		if !p.is(j, "times") || p.kind(i) == kFunc {
			return r, i
		}
		j++
	}
	if h := p.hyphen(j); p.kind(h) == kSetWord && !p.is(h, "annual") {
		r.unit = int8(p.val(h))
		return r, h + 1
	}
	if p.kind(j) == kEvery {
		if q, e := p.every(j); e > j {
			return q, e
		}
	}
	if p.isAny(j, "a an") || p.kind(j) == kEvery {
		if u, e := p.unitAt(j + 1); e > j+1 {
			r.unit = int8(u)
			return r, e
		}
	}
	return r, i
}

// rateBefore reports whether an amount stands right before token i, or one noun
// before it: "15 a year", "two million barrels a day".
func (p *parser) rateBefore(i int) bool {
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		switch p.kind(j) {
		case kNumber, kAmount, kDecimal, kHundred, kCardinal:
			return p.kind(j) != kNumber || p.toks[j].digits != 4 || p.val(j) < 1900 || p.val(j) > lastYear
		case kWord, kUnit:
		default:
			return p.punct(j, '%')
		}
	}
	return false
}

// fixedRefs are phrases of several words that point to past or present.
var fixedRefs = [...]struct {
	words string
	ref   int8
}{
	{"right now", refPresent},
	{"just now", refPresent},
	{"these days", refPresent},
	{"the moment", refPresent},
	{"the time being", refPresent},
	{"more recently", refPast},
	{"most recently", refPast},
	{"long ago", refPast},
	{"not long ago", refPast},
	{"so long ago", refPast},
	{"a long time ago", refPast},
}

// refPhrase reads what points to past, present or future without a date.
func (p *parser) refPhrase(i int) (reading, int) {
	r := reading{form: formRef}
	end := i
	switch {
	case p.kind(i) == kRef:
		r.ref = int8(p.val(i))
		end = i + 1
		switch {
		case p.is(i, "recent"):
			// "recent years"; alone it is an adjective like any other.
			if p.kind(i+1) != kUnit {
				return r, i
			}
			end = i + 2
		case p.is(i, "future"):
			if !p.isAny(i-1, "the in near foreseeable") {
				return r, i
			}
		case p.is(i, "now"):
			if p.tight(i+1, '-') {
				return r, i
			}
		}
	case p.is(i, "to") && p.is(i+1, "date") && p.closesClause(i+2):
		r.ref, end = refPresent, i+2
	case p.is(i, "present") && p.is(i-1, "at"):
		r.ref, end = refPresent, i+1
	case p.isAny(i, "present modern") && (p.is(i+1, "day") || p.punct(i+1, '-') && p.is(i+2, "day")):
		r.ref, end = refPresent, p.hyphen(i+1)+1
	case p.is(i, "the") && p.is(i+1, "past") && !p.phraseFollows(i+2):
		if p.isAny(i-1, "in of from than") {
			r.ref, end = refPast, i+2
		}
	case p.is(i, "the") && p.isAny(i+1, "near future foreseeable"):
		r.ref = refFuture
		j := p.skip(i+1, "near foreseeable")
		if p.is(j, "future") {
			end = j + 1
		}
	default:
		for n := range fixedRefs {
			if j := p.run(i, fixedRefs[n].words); j > i && (!p.is(i+1, "moment") || p.is(i-1, "at")) {
				r.ref, end = fixedRefs[n].ref, j
			}
		}
	}
	return r, end
}

// phraseFollows reports whether a unit or number follows "the past".
func (p *parser) phraseFollows(i int) bool {
	switch p.kind(i) {
	case kUnit, kNumber, kCardinal, kVague, kMonth, kSeason, kWeekday, kWord, kHalf, kPart:
		return true
	}
	return false
}
