package dates

// maxCount bounds what is counted in units of time.
const maxCount = 20_000_000

// number reads a whole or fractional count: "three", "twenty-five", "2.5",
// "two and a half", "a", "half a".
func (p *parser) number(i int) (quantity, int) {
	switch p.kind(i) {
	case kNumber, kAmount:
		if p.toks[i].digits > 4 || p.val(i) > maxCount {
			return vague, i
		}
		return p.andHalf(quantity(p.val(i)*10), i+1)
	case kDecimal:
		return quantity(p.val(i)), i + 1
	case kCardinal, kHundred:
		n, j := p.cardinal(i)
		return p.andHalf(quantity(n*10), j)
	case kVague:
		j := i + 1
		return vague, j
	case kHalf:
		j := i + 1
		j = p.hyphen(j)
		if p.isAny(j, "a an") {
			return 5, j + 1
		}
		if p.kind(j) == kUnit {
			return 5, j
		}
	case kArticle:
		if p.is(i, "the") {
			break
		}
		switch {
		case p.kind(i+1) == kVague && p.is(i+1, "few"):
			return vague, i + 2
		case p.is(i+1, "couple"):
			return 20, p.skip(i+2, "of")
		case p.is(i+1, "dozen"):
			return 120, i + 2
		case p.kind(i+1) == kHundred:
			return quantity(p.val(i+1) * 10), i + 2
		case p.kind(i+1) == kHalf && (p.kind(i+2) == kUnit || p.punct(i+2, '-')):
			return 5, p.hyphen(i + 2)
		case p.kind(i+1) == kUnit:
			return 10, i + 1
		}
	case kFunc:
		switch {
		case p.is(i, "dozen"):
			return 120, i + 1
		case p.is(i, "couple"):
			return 20, p.skip(i+1, "of")
		case p.is(i, "dozens") && p.is(i+1, "of"):
			return vague, i + 2
		}
	}
	return vague, i
}

// andHalf adds "and a half", "-and-a-half", "1/2".
func (p *parser) andHalf(q quantity, j int) (quantity, int) {
	k := p.hyphen(j)
	if p.is(k, "and") {
		k = p.hyphen(k + 1)
		if p.is(k, "a") {
			k = p.hyphen(k + 1)
		}
		if p.kind(k) == kHalf {
			return q + 5, k + 1
		}
	}
	if p.kind(j) == kNumber && p.val(j) == 1 && p.punct(j+1, '/') && p.kind(j+2) == kNumber && p.val(j+2) == 2 {
		return q + 5, j + 3
	}
	return q, j
}

// cardinal reads "twenty-five", "one hundred and twenty".
func (p *parser) cardinal(i int) (n, j int) {
	j = i
	for {
		switch p.kind(j) {
		case kCardinal:
			if j > i && (p.val(j) == 0 || n%100 != 0 && !(n%10 == 0 && p.val(j) < 10)) {
				return n, j
			}
			n += p.val(j)
		case kHundred:
			n = max(n, 1) * p.val(j)
			if n > 9999 {
				return n, j + 1
			}
			if p.is(j+1, "and") && p.kind(j+2) == kCardinal {
				j++
			}
		default:
			return n, j
		}
		j++
		if p.tight(j, '-') && p.glued(j+1, kCardinal) && n%10 == 0 && n%100 != 0 {
			j++
		}
	}
}

// qualifiers are phrases of several words that qualify a duration.
var qualifiers = [...]struct {
	words string
	mod   int8
}{
	{"more than", modMore},
	{"less than", modLess},
	{"fewer than", modLess},
	{"at least", modEqualMore},
	{"at most", modEqualLess},
	{"as many as", modEqualLess},
	{"as long as", modEqualLess},
	{"as much as", modEqualLess},
	{"up to", modEqualLess},
	{"close to", modApprox},
}

// approx reads what qualifies a duration: "about", "more than", "at least",
// "just under".
func (p *parser) approx(i int) (mod int8, j int) {
	j = i
	if p.isAny(i, "just only") && p.isAny(i+1, "over under about more less") {
		j++
	}
	switch {
	case p.kind(j) == kApprox:
		return int8(p.val(j)), j + 1
	case p.is(j, "over") && p.counts(j+1) && (j > i || !p.spread(i)):
		return modMore, j + 1
	case p.is(j, "under"):
		return modLess, j + 1
	}
	for n := range qualifiers {
		if k := p.run(j, qualifiers[n].words); k > j {
			return qualifiers[n].mod, k
		}
	}
	return 0, j
}

// spread reports whether "over" at token i tells how long something was spread
// out ("lost 860 million pounds over three years") and not more than how much:
// an object, or nothing, stands before it.
func (p *parser) spread(i int) bool {
	k := p.kind(i - 1)
	switch {
	case k == kFunc || k == kRef || k == kPart || k == kArticle || k == kShift:
		return false
	case k == kPunct:
		return p.punct(i-1, '%')
	case k == kWord:
		return !p.isAny(i-1, "lasted lasting lasts took taking takes spent spending spend spans spanned after waited lived served worked just well")
	}
	return k != kBreak
}

// counts reports whether a number stands at i, so that "over" before it means
// more than and not during.
func (p *parser) counts(i int) bool {
	switch p.kind(i) {
	case kNumber, kAmount, kDecimal, kCardinal, kHundred:
		return true
	}
	return p.isAny(i, "a an half")
}

// unitAt reads a unit; "second" counts as one only after a number or "a".
func (p *parser) unitAt(i int) (unit, j int) {
	if p.kind(i) == kUnit {
		return p.val(i), i + 1
	}
	switch {
	case p.is(i, "second") && (p.among(i-1, 1<<kNumber|1<<kCardinal) || p.punct(i-1, '-')):
		return unitSecond, i + 1
	case p.is(i, "night") && p.among(i-1, 1<<kCardinal|1<<kNumber):
		return unitNight, i + 1
	}
	return 0, i
}

// durationPhrase reads a length of time and, if "ago" or "later" follows, the
// date it leads to.
func (p *parser) durationPhrase(i int) (reading, int) {
	r := reading{form: formDuration}
	if p.kind(i) == kLong {
		r.amount, r.unit = 10, int8(p.val(i))
		return r, i + 1
	}
	j := p.durationLead(i, &r)
	if e := p.quarterCentury(j); e > j {
		r.amount, r.unit = 250, unitYear
		return p.later(r, e)
	}
	q, k := p.number(j)
	if k == j {
		var ok bool
		if q, ok = p.impliedCount(i, j, &r); !ok {
			return p.bareUnits(i, j, r)
		}
	} else if p.isAny(k, "million billion") {
		q, k = vague, k+1
	}
	k = p.skip(k, "more full consecutive straight long additional further whole bloody successive previous other entire brutal")
	if p.is(k, "of") && p.kind(k-1) != kVague {
		k++
	}
	hyphenated := p.hyphen(k) > k
	k = p.hyphen(k)
	unit, e := p.unitAt(k)
	switch {
	case e == k || unit == unitWeekend || q == vague && !plural(p.text(k)) && !hyphenated:
		return reading{}, i
	case unit == unitQuarter && (q == 10 && !hyphenated || p.is(e, "of") && r.shift == noShift || hyphenated && plural(p.text(k))):
		return reading{}, i // "a quarter of the vote"
	case p.is(j, "one") && (unit == unitDay || unit == unitNight) && (p.kind(e) == kShift || p.is(e, "when") || p.is(e, "in") && !p.closes(e+1)):
		return reading{}, i // "one night in 2004" is when, not how long
	case j > i && p.kind(j-1) == kArticle && q != vague && (hyphenated || p.punct(e, '-') && p.is(e+1, "long")):
		return reading{}, i // the article belongs to the noun: "a two-year deal"
	}
	r.amount, r.unit = q, int8(unit)
	if q != vague {
		r.amount, e = p.andHalf(q, e) // "an hour and a half", "a year and a half"
	}
	if f, fe := p.finerPart(q, unit, e, hyphenated); fe > e {
		r.finer, e = f, fe
	}
	r, e = p.durationTail(i, j, e, r)
	if e == j {
		return reading{}, i
	}
	return r, e
}

// durationLead skips what qualifies a duration before its number ("about the
// last", "another") and keeps it in r.
func (p *parser) durationLead(i int, r *reading) int {
	var j int
	r.mod, j = p.approx(i)
	if few := p.is(j, "a") && p.kind(j+1) == kVague && p.is(j+1, "few"); !few { // its article is part of the number
		j = p.skip(j, "the its his their her these those")
	}
	switch {
	case p.kind(j) == kShift && (p.kind(j+1) != kUnit || p.bareSpan(j)):
		r.shift = int8(p.val(j))
	case p.is(j, "first") && p.kind(j) == kOrdinal && p.kind(j+1) != kUnit:
		r.shift = shiftFirst
	case p.is(j, "another"):
	default:
		return j
	}
	return j + 1
}

// quarterCentury reads "a quarter of a century", "quarter-century".
func (p *parser) quarterCentury(i int) int {
	j := p.skip(i, "a")
	if !p.is(j, "quarter") {
		return i
	}
	k := p.hyphen(j + 1)
	if p.is(j+1, "of") && p.is(j+2, "a") {
		k = j + 3
	}
	if !p.is(k, "century") || k == j+1 && j == i {
		return i
	}
	return k + 1
}

// impliedCount is how many of the unit at token j a phrase from token i counts
// that gives no number: one in "another day" and "the past year".
func (p *parser) impliedCount(i, j int, r *reading) (q quantity, ok bool) {
	switch {
	case p.kind(j) != kUnit:
	case j > i && p.is(j-1, "another") && !plural(p.text(j)):
		return 10, true
	case r.shift == shiftPast || p.bareSpan(j-1):
		if plural(p.text(j)) {
			return vague, true
		}
		return 10, true
	}
	return vague, false
}

// durationTail reads what follows the unit of a duration whose number stands at
// token j of a phrase from token i: "long", "old", "ago". It returns an end of j
// if the words are no length of time after all.
func (p *parser) durationTail(i, j, e int, r reading) (reading, int) {
	h := p.hyphen(e)
	glued := h > e && p.joined(h)
	switch {
	case glued && p.isAny(h, "old olds"):
		return r, h + 1 // "two-year-old"
	case glued && p.is(h, "long"):
		if p.kind(j) == kArticle {
			return r, j // "a month-long siege"
		}
		e = h + 1
	case p.is(e, "long"):
		e++
	case p.is(e, "old") && p.kind(j) != kArticle:
		return r, e + 1
	}
	if p.isAny(i-1, "in within") && r.shift == noShift {
		if t := p.apostrophe(e); p.is(t, "time") {
			r.form, r.offset = formOffset, 1 // "in two years' time"
			return r, t + 1
		}
	}
	if p.punct(e, '\'') && p.joined(e) && plural(p.text(e-1)) {
		return p.later(r, e)
	}
	if r.shift == shiftSame {
		r.shift = noShift
	}
	a := j == i && p.isAny(i, "a an")
	if a && (p.isAny(e, "amount amounts") || p.is(e, "of") && p.isAny(i-1, "is was are were be been")) {
		return r, j // "a minute amount"; "Friday is a day of prayer"
	}
	l, le := p.later(r, e)
	if a && l.form == formDuration && (p.rateBefore(i) || p.isAny(le, "job trip care school shift off")) {
		return r, j // "barrels a day" is a rate, "a day job" no length
	}
	return l, le
}

// finerPart reads the second part of "12 years and six months", "two hours, 30
// minutes": whole numbers of the next finer unit, fewer than make one more.
func (p *parser) finerPart(q quantity, unit, e int, hyphenated bool) (quantity, int) {
	most := quantity(0)
	switch unit {
	case unitYear:
		most = 110
	case unitHour, unitMinute:
		most = 590
	}
	if q == vague || q%10 != 0 || most == 0 || hyphenated {
		return 0, e
	}
	j := p.skip(p.comma(e), "and")
	f, k := p.number(j)
	u, ue := p.unitAt(k)
	if k == j || ue == k || f <= 0 || f > most || f%10 != 0 || u != unit-1 && !(unit == unitYear && u == unitMonth) {
		return 0, e
	}
	return f, ue
}

// bareSpan reports whether "past", "last", "next" at token j, before a bare
// unit, counts a length ("the past year") rather than names a unit ("last year").
func (p *parser) bareSpan(j int) bool {
	if p.kind(j) != kShift || p.kind(j+1) != kUnit || !p.is(j-1, "the") {
		return false
	}
	return p.val(j) == shiftPast || p.val(j+1) == unitDecade && p.isAny(j, "next last coming") || plural(p.text(j+1)) && p.isAny(j, "next coming")
}

// bareUnits reads a plural without a number: "for weeks", "years ago",
// "months-long".
func (p *parser) bareUnits(i, j int, r reading) (reading, int) {
	unit, e := p.unitAt(j)
	if e == j || unit == unitWeekend {
		return reading{}, i
	}
	h := p.hyphen(e)
	long := h > e && p.isAny(h, "long old") && p.joined(h)
	r.amount, r.unit = vague, int8(unit)
	if long && j > i && p.kind(j-1) == kArticle {
		return reading{}, i
	}
	if long {
		if !plural(p.text(j)) {
			r.amount = 10
		}
		return r, h + 1
	}
	if !plural(p.text(j)) || r.shift != 0 && j > i+1 && r.shift != shiftPast && r.shift != shiftNext {
		return reading{}, i
	}
	if l, le := p.later(r, e); le > e && j == i {
		return l, le
	}
	if j == i+1 && p.is(i, "the") && p.isAny(i-1, "over through down") && unit >= unitYear {
		return r, e // "over the years"
	}
	if j == i && p.isAny(e, "after before") && !p.closesClause(e+1) && p.kind(i-1) != kArticle {
		return r, e // "minutes after takeoff"
	}
	if j > i || !p.isAny(i-1, "for in within after took lasted of over take by last") || p.is(e, "of") && !p.is(i-1, "for") && !p.is(i-1, "after") {
		return reading{}, i
	}
	return r, e
}

// later reads "ago", "earlier", "later", "from now" after a duration.
func (p *parser) later(r reading, e int) (reading, int) {
	if r.shift != 0 {
		return r, e
	}
	if p.isAny(e, "earlier later") && (p.is(e+1, "this") && (p.among(e+2, 1<<kUnit|1<<kPart)) || p.kind(e+1) == kDayWord || p.isAny(e+1, "in of") && p.is(e+2, "the") && p.kind(e+3) == kUnit) {
		return r, e // "spoke for 20 minutes earlier in the day"
	}
	toward := int32(0)
	j := e + 1
	switch {
	case p.is(e, "from") && p.is(e+1, "now"):
		toward, j = 1, e+2
	case p.tight(e, '-') && p.kind(e+1) == kLater && p.val(e+1) == laterAgo:
		toward, j = -1, e+2
	case p.kind(e) != kLater:
		return r, e
	default:
		switch p.val(e) {
		case laterAgo:
			toward = -1
		case laterHence:
			toward = 1
		case laterEarlier:
			toward, r.told = -1, true
			if p.is(e, "before") && !p.closesClause(j) {
				r.told = false
				return r, e
			}
		case laterLater:
			toward, r.told = 1, true
			if p.is(e, "after") && !p.closesClause(j) {
				r.told = false
				return r, e
			}
		}
		if p.is(j, "than") {
			r.told = true
		}
	}
	r.form, r.offset = formOffset, toward
	if r.finer > 0 && int(r.unit) == unitYear {
		r.unit, r.amount, r.finer = unitMonth, 12*r.amount+r.finer, 0
	}
	if toward < 0 && !r.told && p.kind(j) == kDayWord && p.isAny(j, "today yesterday tomorrow") && r.amount != vague && int(r.unit) >= unitWeek {
		r.ofDay, j = int8(2+p.val(j)), j+1 // "five years ago today": that very day
	} else if toward < 0 && !r.told && p.kind(j) == kShift && r.amount != vague && int(r.unit) == unitYear {
		switch {
		case p.is(j+1, "month"): // "20 years ago this month"
			r.unit, r.amount, j = unitMonth, 12*r.amount-quantity(10*step(p.val(j))), j+2
		case p.is(j, "this") && p.is(j+1, "week"):
			r.ofDay, r.ofWeek, j = 2, true, j+2
		}
	}
	return r, j
}
