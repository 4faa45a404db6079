package dates

// centuryDate reads "20th century", "fourth century BC", "twenty-first century".
func (p *parser) centuryDate(i int) (reading, int) {
	n, j := 0, i
	switch {
	case p.kind(i) == kOrdinal:
		n, j = p.val(i), i+1
	case p.kind(i) == kCardinal && p.val(i)%10 == 0 && p.punct(i+1, '-') && p.kind(i+2) == kOrdinal:
		n, j = p.val(i)+p.val(i+2), i+3
	default:
		return reading{}, i
	}
	j = p.hyphen(j)
	if !p.is(j, "century") || n < 1 || n > 22 {
		return reading{}, i
	}
	r := reading{form: formCalendar, century: true, year: int16((n - 1) * 100)}
	j++
	if p.kind(j) == kEra && p.toks[j].upper {
		r.bc = p.val(j) == 1
		j++
	}
	return r, j
}

// seasonDate reads "summer 2014", "summer of 2014", "spring".
func (p *parser) seasonDate(i int) (reading, int) {
	r := reading{form: formCalendar, season: int8(p.val(i))}
	j := i + 1
	if y, e := p.year(p.skip(p.comma(j), "of")); e > j+1 || e > j && p.kind(j) == kNumber {
		y.set(&r)
		return r, e
	}
	return p.ofYear(r, j)
}

// holidayDate reads "Christmas", "Christmas 1963", "New Year's Eve".
func (p *parser) holidayDate(i int) (reading, int) {
	if !p.capital(i) {
		return reading{}, i
	}
	for h := p.val(i); h < len(holidays); h++ {
		j := p.run(i, holidays[h].words)
		if j == i {
			continue
		}
		r := reading{form: formCalendar, holiday: int8(h + 1)}
		k := p.skip(p.comma(j), "of")
		if y, e := p.year(k); e > k {
			y.set(&r)
			return r, e
		}
		return p.ofYear(r, j)
	}
	return reading{}, i
}

// fiscalDate reads "fiscal 1990", "fiscal year 1990".
func (p *parser) fiscalDate(i int) (reading, int) {
	j := p.skip(i+1, "year")
	if p.is(i, "fy") && p.kind(j) == kNumber && p.toks[j].digits == 2 && p.joined(j) && p.toks[i].upper {
		return reading{form: formCalendar, fiscal: true, year: int16(century(p.val(j)))}, j + 1
	}
	if y, e := p.year(j); e > j {
		r := reading{form: formCalendar, fiscal: true}
		y.set(&r)
		return r, e
	}
	return reading{}, i
}

// quarterCode reads "Q3", "Q3 2020", "H1 2020"; a half needs its year, since
// "H1" is much else besides.
func (p *parser) quarterCode(i int) (reading, int) {
	if !p.capital(i) || p.kind(i+1) != kNumber || !p.joined(i+1) || p.toks[i+1].digits != 1 || p.joined(i+2) && p.kind(i+2) != kPunct {
		return reading{}, i
	}
	r := reading{form: formCalendar}
	n, j := p.val(i+1), i+2
	k := p.skip(p.hyphen(p.comma(j)), "of")
	fiscal := p.kind(k) == kFiscal
	if fiscal {
		k = p.skip(k+1, "year")
	}
	y, e := p.year(k)
	switch {
	case n < 1 || n > 4:
		return reading{}, i
	case p.is(i, "q"):
		r.quarter = int8(n)
	case n <= 2 && e > k:
		r.half = int8(n)
	default:
		return reading{}, i
	}
	if e > k {
		y.set(&r)
		r.fiscal = fiscal
		return r, e
	}
	if !p.afterTimePreposition(i) && !p.isAny(i-1, "the for its their") && p.kind(i-1) != kShift {
		return reading{}, i // an Audi Q3
	}
	return r, j
}

// codeAfterYear reads the rest of "2020 Q3", "2020-Q3", "2020H1".
func (p *parser) codeAfterYear(r reading, j int) (reading, int) {
	k := p.hyphen(j)
	if p.kind(k) != kQuarterLetter || !p.capital(k) || p.kind(k+1) != kNumber || !p.joined(k+1) || p.toks[k+1].digits != 1 {
		return r, j
	}
	switch n := p.val(k + 1); {
	case n < 1 || n > 4:
	case p.is(k, "q"):
		r.quarter = int8(n)
		return r, k + 2
	case n <= 2:
		r.half = int8(n)
		return r, k + 2
	}
	return r, j
}

// quarterDate reads "third quarter", "third quarter of 1989", "first half of
// 2008", "second fiscal quarter".
func (p *parser) quarterDate(i int) (reading, int) {
	n := p.val(i)
	if p.isAny(i, "final closing") {
		n = 4
	}
	j := i + 1
	if p.kind(j) == kFiscal {
		j++
	}
	j = p.hyphen(j)
	r := reading{form: formCalendar}
	switch {
	case p.is(j, "quarter") && n <= 4:
		r.quarter = int8(n)
	case p.kind(j) == kHalf && n <= 2:
		r.half = int8(n)
	default:
		return reading{}, i
	}
	j++
	k := p.comma(j)
	if k == j {
		k = p.skip(j, "of in")
	}
	if p.kind(k) == kFiscal {
		if f, e := p.fiscalDate(k); e > k {
			r.year, r.fiscal = f.year, true
			return r, e
		}
	}
	if y, e := p.year(k); e > k {
		y.set(&r)
		return r, e
	}
	if k > j || p.kind(j) == kShift {
		if q, e := p.ofYear(r, j); e > j {
			return q, e
		}
	}
	if p.run(j, "of the year") > j {
		r.ofUnit, r.shift = 1+unitYear, shiftThis
		return r, j + 3
	}
	if n == 4 && p.kind(i) == kWord && !p.isAny(i-1, "the its their") {
		return reading{}, i // "a final quarter" may be of a match
	}
	if r.half > 0 && !p.is(k, "of") {
		// "the first half" of what? Of a match as often as of a year.
		if !p.isAny(i-2, "in for during") {
			return reading{}, i
		}
	}
	if p.is(j, "of") {
		if r.half > 0 {
			return reading{}, i
		}
	}
	return r, j
}

// articleDate reads "the 1980s", "the 20th of October", "the summer of 2014",
// "the third quarter", "the year 1950", "the 13th".
func (p *parser) articleDate(i int) (reading, int) {
	if !p.is(i, "the") {
		return reading{}, i
	}
	j := i + 1
	switch {
	case p.is(j, "year"):
		if y, e := p.year(j + 1); e > j+1 {
			r := reading{form: formCalendar}
			y.set(&r)
			return r, e
		}
	case p.is(j, "years"):
		return reading{}, i
	case p.kind(j) == kMonth && p.is(j+1, "quarter"):
		return p.monthDate(j)
	case p.isAny(j, "final closing") && p.is(p.hyphen(j+1), "quarter"):
		if r, e := p.quarterDate(j); e > j {
			return r, e
		}
	case p.kind(j) == kFiscal, p.kind(j) == kSeason, p.kind(j) == kDecade, p.kind(j) == kDecadeWord, p.kind(j) == kPunct, p.kind(j) == kOrdinal, p.kind(j) == kCardinal, p.kind(j) == kNumber:
		r, e := p.date(j)
		if e == j {
			return p.dayOnly(i, j)
		}
		if r.bareYear() && !r.fiscal || p.kind(j) == kNumber && r.day == 0 {
			return reading{}, i
		}
		if r.century && p.kind(e) == kWord && p.punct(e-2, '-') {
			return reading{}, i // "the 18th-century palace": the article is the noun's
		}
		if p.kind(j) == kNumber && !p.is(i-1, "on") && !p.closes(e) && !p.capital(e) {
			return reading{}, i // "the 15 September attack": the article is the noun's
		}
		if r.season > 0 && r.year == 0 && r.ofUnit == 0 && p.named(e, kWord) && !p.toks[e].line {
			return reading{}, i // "the Spring Offensive"
		}
		return r, e
	}
	return reading{}, i
}

// dayOnly reads "the 13th": a day whose month was told.
func (p *parser) dayOnly(i, j int) (reading, int) {
	if p.kind(j) != kOrdinal || !isDigit(p.s[p.toks[j].start]) || p.val(j) > 31 || p.val(j) == 0 {
		return reading{}, i
	}
	if !p.isAny(i-1, "on by until since from of to till") || !p.closes(j+1) {
		return reading{}, i
	}
	return reading{form: formCalendar, day: int8(p.val(j)), told: true}, j + 1
}
