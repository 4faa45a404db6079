package dates

import "strings"

// monthNames are the months as the languages of news agencies write them in
// dates, with their short forms: a line a month, English first, then Russian,
// German, French, Spanish, Italian, Portuguese and Turkish.
const monthNames = ` january jan января янв januar jänner janvier enero gennaio janeiro ocak 
 february feb февраля фев februar février febrero febbraio fevereiro şubat 
 march mar марта мар märz mars marzo março mart 
 april apr апреля апр avril abril aprile nisan 
 may мая mai mayo maggio maio mayıs 
 june jun июня июн juni juin junio giugno junho haziran 
 july jul июля июл juli juillet julio luglio julho temmuz 
 august aug августа авг août agosto ağustos 
 september sep sept сентября сен сент septembre septiembre settembre setembro eylül 
 october oct октября окт oktober octobre octubre ottobre outubro ekim 
 november nov ноября ноя novembre noviembre novembro kasım 
 december dec декабря дек dezember décembre diciembre dicembre dezembro aralık `

// MonthNamed returns the month, 1 to 12, that word names in one of these languages,
// or 0.
func MonthNamed(word string) int {
	if len(word) < 3 || strings.ContainsAny(word, " \n") {
		return 0
	}
	i := strings.Index(monthNames, " "+strings.ToLower(word)+" ")
	if i < 0 {
		return 0
	}
	return 1 + strings.Count(monthNames[:i], "\n")
}

// foreignDay reads "3. März 2021", "1er mars 2021", "3 de marzo de 2021" and
// "26 октября". The year may be missing only where nothing but a date is meant.
func (p *parser) foreignDay(i int) (reading, int) {
	day, j := p.val(i), i+1
	if p.kind(i) != kNumber || p.toks[i].digits > 2 || day < 1 {
		return reading{}, i
	}
	dot := p.tight(j, '.')
	if dot || p.joined(j) && p.isAny(j, "er º °") {
		j++
	}
	de := p.isAny(j, "de di")
	if de {
		j++
	}
	if !p.among(j, 1<<kWord|1<<kMonth) || p.joined(j) || p.toks[j].line {
		return reading{}, i
	}
	name := p.text(j)
	month := MonthNamed(name)
	// "… came in at number 3. April 2021 was wet" is no German date.
	introduced := p.punct(i-1, ',') || p.isAny(i-1, "am dem den der seit vom zum bis ab und")
	if month == 0 || !validDay(0, month, day) || p.kind(j) == kMonth && (!dot || !introduced) {
		return reading{}, i
	}
	r := reading{form: formCalendar, month: int8(month), day: int8(day)}
	j++
	y, e := p.year(p.skip(j, "de del"))
	switch {
	case e > p.skip(j, "de del") && validDay(y.value(), month, day):
		y.set(&r)
		return r, e
	case de || dot && introduced || name[0] >= 0x80 || p.isAny(i-1, "le du au il dal") || p.romance():
		return r, j
	}
	return reading{}, i
}

// romance reports whether the text begins in French, Italian, Spanish or
// Portuguese: of its first words a few are theirs and none is "the".
func (p *parser) romance() bool {
	n := 0
	for i := range p.toks[:min(len(p.toks), 200)] {
		switch {
		case p.is(i, "the"):
			return false
		case p.isAny(i, "les des une dans est pour que au el los las una che della il per uma não dos"):
			n++
		}
	}
	return n > 2
}
