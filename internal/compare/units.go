package compare

import (
	"strconv"
	"strings"
)

// scale is a unit of measurement: how many base units it is.
type scale struct {
	measure measure
	unit    string
	base    float64
}

// scales is by the stem of the unit's name and by its abbreviation.
var scales = later(readScales)

var unitRows = map[measure]string{
	share: "percent,pct,percentage,pc:0.01",
	money: "dollar,dollars,usd,dlr,dlrs:1 euro,eur:1 pound,pounds,sterling,gbp:1 yen,jpy:1 yuan,renminbi:1 ruble,rubles,rouble:1 franc:1 mark,marks:1 " +
		"rupee:1 peso:1 lira:1 krona,kronor:1 krone,kroner:1 real,reais:1 won:1 cent:0.01 pence,penny:0.01",
	duration: "second:0.00027777 minute:0.0166667 hour,hr,hrs:1 day:24 night:24 week:168 fortnight:336 month:730.5 year:8766 decade:87660 century,centuries:876600",
	distance: "metre,meter:1 kilometre,kilometer,km,kms,kph,kmh:1000 mile,mph:1609.34 yard,yards:0.9144 foot,feet,ft:0.3048 inch,inches:0.0254 centimetre,centimeter,cm:0.01 mm:0.001",
	mass:     "kilogram,kilo,kg:1 gram:0.001 tonne,ton:1000 lb,lbs:0.4536",
}

func readScales(m map[string]scale) {
	for ms, row := range unitRows {
		for entry := range strings.FieldsSeq(row) {
			names, size, _ := strings.Cut(entry, ":")
			base, err := strconv.ParseFloat(size, 64)
			if err != nil {
				panic("compare: size of unit " + entry)
			}
			first, _, _ := strings.Cut(names, ",")
			for name := range strings.SplitSeq(names, ",") {
				m[stem(name)] = scale{ms, first, base}
			}
		}
	}
}

// unitAt reports whether word i is a unit of measurement.
func (s *sentence) unitAt(i int) bool {
	_, ok := scales[s.stem(i)]
	return ok && !s.isVerb(i) && ordinal(s.fold(i)) == 0
}

// currencyMarks stand before an amount.
var currencyMarks = map[rune]string{'$': "dollar", '€': "euro", '£': "pound", '¥': "yen", '₽': "ruble", '₹': "rupee"}

// unitJoins are the words over which two numbers share a unit.
var unitJoins = wordSet(`from to instead of rather than compared with against or`)

// shareUnit gives the bare number m the unit of n, if only such words stand
// between them: "from five hours to three", "from 6.4 to 6.1 percent".
func (s *sentence) shareUnit(n, m *number) bool {
	if n.measure < share || n.measure > mass || m.measure != count || m.soft || n.raw == 0 || m.to < len(s.words) && s.gap(m.to) == " " && s.words[m.to].class != function {
		return false
	}
	joined := false
	for k := min(n.to, m.to); k < max(n.from, m.from); k++ {
		if _, unit := scales[s.stem(k)]; s.gap(k) != " " || !unit && !unitJoins[s.fold(k)] {
			return false
		}
		joined = joined || unitJoins[s.fold(k)]
	}
	if joined {
		base := n.hi / n.raw
		m.measure, m.unit, m.lo, m.hi = n.measure, n.unit, m.lo*base, m.hi*base
		m.least, m.most = m.least*base, m.most*base
	}
	return joined
}
