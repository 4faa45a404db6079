package engine

import (
	"strconv"
	"time"
)

// The replies are plain data: they cross to the page as JSON, and both the
// app's screens and the static pages draw them without computing anything.

// ArticleRef names an article wherever it is linked or cited.
type ArticleRef struct {
	Index      int    `json:"i"` // in the dossier
	ID         string `json:"id"`
	Slug       string `json:"slug"`
	Title      string `json:"title"`
	Outlet     string `json:"outlet"` // "TASS", "unidentified site"
	OutletID   string `json:"outletId"`
	OutletKind string `json:"outletKind,omitempty"` // "Russian state news agency"
	Date       string `json:"date"`                 // "26 Oct 2020", "no date"; see DateWords
	Nth        int    `json:"nth,omitempty"`        // from 2: a later one of what its outlet published that day
	DateNote   string `json:"dateNote,omitempty"`   // "or soon after"
	EDTF       string `json:"edtf,omitempty"`
	Language   string `json:"language,omitempty"`

	// Only where an article is cited in full: compared, read, or put on a timeline.
	Author string `json:"author,omitempty"`
	URL    string `json:"url,omitempty"`
}

// Run is a stretch of an article's text with all that is marked on it. The
// runs of a paragraph, joined, are the paragraph, byte for byte.
type Run struct {
	Text    string `json:"t"`
	Event   string `json:"e,omitempty"` // id of the event this date leads to
	Date    string `json:"d,omitempty"` // what the date was resolved to: "27 September 2020"
	Quote   int    `json:"q,omitempty"` // 1 + index into Article.Quotes; 0 is none
	Defect  string `json:"x,omitempty"` // what is damaged here
	Hit     bool   `json:"h,omitempty"` // matches the query, or is the evidence wanted
	Change  Change `json:"c,omitempty"` // word difference
	Small   bool   `json:"s,omitempty"` // only punctuation or spelling differ
	Heading bool   `json:"w,omitempty"` // the words that head an event
}

// Change says on which side of a comparison the words of a run stand.
type Change string

// The changes; "" is both sides.
const (
	OnlyA Change = "a"
	OnlyB Change = "b"
)

// Home is the start screen.
type Home struct {
	Title       string        `json:"title"`
	Description string        `json:"description,omitempty"`
	Limits      string        `json:"limits,omitempty"`
	Count       int           `json:"count"`
	From        string        `json:"from,omitempty"` // "1 Oct 2020"
	To          string        `json:"to,omitempty"`
	Outlets     []OutletCount `json:"outlets"`
	Pairs       []PairCard    `json:"pairs"`
	PairsNote   string        `json:"pairsNote,omitempty"` // "No two articles report the same day's news"
	Passages    []PassageCard `json:"passages"`
	Strip       Strip         `json:"strip"`
	Table       []MiniRow     `json:"table"`   // a few rows of "who reports what"
	Columns     []string      `json:"columns"` // short dates over them
	Speakers    []SpeakerRow  `json:"speakers"`
	QuoteNote   string        `json:"quoteNote"`       // "18 quotations, 3 people quoted word for word"
	Articles    []ArticleRef  `json:"articles"`        // earliest first
	Large       string        `json:"large,omitempty"` // what is not read out of so large a collection
}

// OutletCount is one outlet and its number of articles.
type OutletCount struct {
	Name, Kind string
	Count      int
}

// PairCard offers two articles for comparison and says why.
type PairCard struct {
	A       ArticleRef `json:"a"`
	B       ArticleRef `json:"b"`
	Verdict string     `json:"verdict"` // "Same background, reworded, one sentence gone"
	Picture Picture    `json:"picture"`
}

// Offers is what one article is worth comparing with.
type Offers struct {
	Pairs []PairCard `json:"pairs"`          // the article is A; what shares most first
	Note  string     `json:"note,omitempty"` // that nothing is
}

// Picture is a comparison drawn small: the lengths of the sentences of both
// articles, and which are joined.
type Picture struct {
	A     []int     `json:"a"` // bytes of each sentence, in order
	B     []int     `json:"b"`
	Joins []PicJoin `json:"joins"`
}

// PicJoin joins sentence A to sentence B, both from 0 within the picture.
type PicJoin struct {
	A int `json:"a"`
	B int `json:"b"`
}

// PassageCard offers a paragraph that several articles carry.
type PassageCard struct {
	ID      string       `json:"id"`
	Opening string       `json:"opening"` // its first words
	Verdict string       `json:"verdict"` // "Same words 1, 26, 30 Oct 2020; changed 19 Sep 2023"
	Dots    []PassageDot `json:"dots"`
}

// PassageDot is one telling of a passage, oldest first.
type PassageDot struct {
	Date    string `json:"date"`
	Changed bool   `json:"changed"` // against the one before
}

// MiniRow is one event's row of states, for the small table on the start screen.
type MiniRow struct {
	Cells []Sign `json:"cells"`
}

// SpeakerRow is one person and how many statements are theirs.
type SpeakerRow struct {
	Name  string `json:"name"`
	Short string `json:"short,omitempty"` // for a small picture: "Petrou", "G. Petrou" if another is Petrou, too
	Count int    `json:"count"`
}

// Article is the reading screen.
type Article struct {
	Ref        ArticleRef  `json:"ref"`
	LongDate   string      `json:"longDate"` // "Monday 26 October 2020"
	Evidence   []string    `json:"evidence"` // why that date
	Candidates []string    `json:"candidates,omitempty"`
	Title      []Run       `json:"title"`
	Subtitle   []Run       `json:"subtitle,omitempty"`
	Paragraphs []Paragraph `json:"paragraphs"` // in order, furniture too
	Hidden     int         `json:"hidden"`     // paragraphs of page text
	Rail       []RailDate  `json:"rail"`       // dates in this article, earliest first
	Quotes     []QuoteRef  `json:"quotes"`
	Headline   []Contrast  `json:"headline,omitempty"` // headline against text
	Older      *ArticleRef `json:"older,omitempty"`
	Newer      *ArticleRef `json:"newer,omitempty"`
	Best       *ArticleRef `json:"best,omitempty"` // what to compare it with first
	BestWhy    string      `json:"bestWhy,omitempty"`
	Hits       int         `json:"hits,omitempty"`
}

// Paragraph is one raw paragraph.
type Paragraph struct {
	N       int         `json:"n"`             // from 1; #p=n
	Nth     int         `json:"nth,omitempty"` // of the body's as one counts on the page; 0 for others
	Kind    string      `json:"kind"`          // "furniture", "title", "subtitle", "heading", "body"
	Runs    []Run       `json:"runs"`
	Also    []AlsoIn    `json:"also,omitempty"`
	Passage string      `json:"passage,omitempty"` // id for "How this paragraph changed"
	Where   []Elsewhere `json:"where,omitempty"`   // events told here and their state elsewhere, when no sentence is shared
}

// Elsewhere is one line about an article that treats a paragraph's event
// otherwise: undated, less exact, in other words.
type Elsewhere struct {
	Article ArticleRef `json:"article"`
	State   string     `json:"state"`
	Words   string     `json:"words,omitempty"` // verbatim, for undated and less exact
}

// AlsoIn says how another article carries a paragraph.
type AlsoIn struct {
	Article ArticleRef `json:"article"`
	// Sentences has one entry per sentence of the paragraph: "identical",
	// "near", "reworded" or "".
	Sentences []string `json:"sentences"`
	Words     string   `json:"words"` // "4 of 5 sentences, same words"
	Moved     bool     `json:"moved,omitempty"`
	At        int      `json:"at"` // raw paragraph there
}

// RailDate is one date in the margin of an article.
type RailDate struct {
	Date      string `json:"date"`  // "Summer 2014"
	Words     string `json:"words"` // "in the summer of 2014"
	Event     string `json:"event,omitempty"`
	Paragraph int    `json:"p"`
	Published bool   `json:"published,omitempty"`
}

// QuoteRef is one statement.
type QuoteRef struct {
	Article   ArticleRef  `json:"article"`
	Paragraph int         `json:"p"`
	Type      string      `json:"type"`
	Runs      []Run       `json:"runs"`
	Speaker   string      `json:"speaker"` // "" if nobody is named
	As        string      `json:"as"`      // "the senior Russian diplomat"
	Cue       string      `json:"cue"`
	Denied    bool        `json:"denied,omitempty"` // the speaker says that it is not so
	Venue     string      `json:"venue,omitempty"`
	Via       string      `json:"via,omitempty"`
	When      string      `json:"when,omitempty"`
	said      time.Time   // the day of When; zero if that is no single day
	Beside    string      `json:"beside,omitempty"` // in a pair: how the other article's words relate, as in Retelling.How
	Also      []Retelling `json:"also,omitempty"`   // where else it is quoted, an article once; not in a pair
}

// Retelling is one wording of a quotation with all other places that print it.
type Retelling struct {
	How    string       `json:"how"`            // "same words", "cut differently", "reworded", "cut and reworded"
	Runs   []Run        `json:"runs,omitempty"` // if not the same words: the other wording, own words as OnlyB
	Places []QuotePlace `json:"places"`         // earliest article first
	More   int          `json:"more,omitempty"` // places that are not listed
	Find   string       `json:"find,omitempty"` // a query that finds them too, if there are More
}

// QuotePlace is where a quotation is printed: another article, or another place
// of its own.
type QuotePlace struct {
	Article   ArticleRef `json:"article"`
	Paragraph int        `json:"p"`
}

// Contrast sets words of the headline or standfirst beside those of the text.
type Contrast struct {
	Head      string `json:"head"` // "headline" or "standfirst"
	HeadRuns  []Run  `json:"headRuns"`
	BodyRuns  []Run  `json:"bodyRuns"`
	Paragraph int    `json:"p"`
	Nth       int    `json:"nth"`              // Paragraph as one counts on the page
	Quoted    bool   `json:"quoted,omitempty"` // the text's words are a quotation
}

// Timeline is the timeline screen and the table "who reports what".
type Timeline struct {
	Articles []ArticleRef `json:"articles"` // the columns, earliest first
	Groups   []EventGroup `json:"groups"`
	Undated  []Event      `json:"undated"`
	Hidden   []Event      `json:"hidden,omitempty"` // by the reader
	Strip    Strip        `json:"strip"`
	Total    int          `json:"total"` // events before filtering
	Shown    int          `json:"shown"`
	Parts    []Part       `json:"parts"` // headings of the whole list
	First    int          `json:"first"` // place of the first entry here, of Of
	Of       int          `json:"of"`    // entries of the whole list
}

// Part is a heading of the list and the window in which it begins.
type Part struct {
	Heading string `json:"heading"`
	Window  int    `json:"window"`
}

// EventGroup is a stretch of the timeline under one heading.
type EventGroup struct {
	Heading string `json:"heading"` // "September to October 2020"
	Items   []Item `json:"items"`
}

// Item is an event or the publication of an article.
type Item struct {
	Event     *Event      `json:"event,omitempty"`
	Published *ArticleRef `json:"published,omitempty"`
}

// Event is one event with its row of cells.
type Event struct {
	ID       string    `json:"id"`
	EDTF     string    `json:"edtf,omitempty"`
	Date     string    `json:"date"`               // "27 September 2020", "No date"
	DateNote string    `json:"dateNote,omitempty"` // "local · 11:00 Moscow", "“The day before”"
	Status   string    `json:"status"`
	Words    string    `json:"words"` // verbatim heading
	Count    string    `json:"count"` // "5 articles, 3 wordings"
	Cells    []CellRef `json:"cells"` // one per column
	Tellings []Telling `json:"tellings"`
	Not      bool      `json:"not,omitempty"`      // it is told not to be: "is not expected"
	Inferred bool      `json:"inferred,omitempty"` // the date was worked out: "the day before"
	Yours    *Yours    `json:"yours,omitempty"`
}

// Yours is what the reader made of an event.
type Yours struct {
	Date   string `json:"date,omitempty"`   // as written
	Was    string `json:"was"`              // the date by the articles
	Unread bool   `json:"unread,omitempty"` // no date was read in Date
}

// CellRef is an event's entry for one article.
type CellRef struct {
	Sign   Sign   `json:"sign"`
	Word   string `json:"word"`             // "told", "same words as TASS 1 Oct 2020", …
	Number bool   `json:"number,omitempty"` // it is reworded but for another number

	// Perhaps is set where nothing was found but a sentence that may tell the
	// event in other words or at another time, as Word asks.
	Perhaps bool `json:"perhaps,omitempty"`
	// Runs is the sentence that tells it, or the nearest one for SignNone.
	Runs      []Run `json:"runs,omitempty"`
	Paragraph int   `json:"p,omitempty"`
}

// Telling is one wording of an event with the articles that carry it.
type Telling struct {
	Article   ArticleRef `json:"article"`
	Sign      Sign       `json:"sign"`
	Note      string     `json:"note,omitempty"` // "same words: 26 Oct, 30 Oct 2020"
	Runs      []Run      `json:"runs"`
	Paragraph int        `json:"p"`
}

// Strip is the drawn timeline: zones from left to right, each with its own
// scale; between zones the scale breaks.
type Strip struct {
	Zones []Zone `json:"zones"`
	// Coarse is set where there are too many marks to send: those of one place
	// are counted, and only a shorter period tells them apart.
	Coarse bool `json:"coarse,omitempty"`
}

// Zone is a stretch of the strip. All X run from 0 to 1 within the zone.
type Zone struct {
	Label  string  `json:"label"`  // "27 September to 9 November 2020, to scale"
	Scale  bool    `json:"scale"`  // false: not to scale
	Weight float64 `json:"weight"` // share of the width; the weights add up to 1
	Marks  []Mark  `json:"marks"`  // above the axis: events, by X
	Pubs   []Mark  `json:"pubs"`   // below: publications
	Ticks  []Tick  `json:"ticks"`  // of each unit by X
}

// Mark is one sign on the strip.
type Mark struct {
	X        float64 `json:"x"`
	To       float64 `json:"to,omitempty"`   // > X for what takes longer than a day
	Day      string  `json:"day"`            // the first, as ISO writes it
	Last     string  `json:"last,omitempty"` // of several: the last day
	Count    int     `json:"n,omitempty"`    // how many, if several are counted as one
	Sign     Sign    `json:"sign"`           // of an event's status, or SignPublished
	Event    string  `json:"e,omitempty"`    // id
	Article  string  `json:"a,omitempty"`    // id, of a publication
	Label    string  `json:"label"`          // spoken and shown: "27 September 2020: Renewed clashes …", or the outlet
	Range    bool    `json:"r,omitempty"`    // from one time to another
	Open     bool    `json:"o,omitempty"`    // a range without an end
	Inexact  bool    `json:"ix,omitempty"`   // a month, a season, a year
	Inferred bool    `json:"inf,omitempty"`  // worked out, or approximate
}

// Tick is a place on the axis and when that is.
type Tick struct {
	X     float64 `json:"x"`
	Unit  string  `json:"u,omitempty"` // "month", "year", "decade" begin here; "" something happened
	Day   int     `json:"d,omitempty"`
	Month string  `json:"m,omitempty"` // "Sep"
	Year  int     `json:"y"`
	Until int     `json:"until,omitempty"` // last year of a stretch
}

// Words says when the tick is, in full but for the year of a day.
func (t Tick) Words() string {
	switch {
	case t.Until > 0 && t.Until/100 == t.Year/100:
		return strconv.Itoa(t.Year) + "–" + strconv.Itoa(100 + t.Until%100)[1:]
	case t.Until > 0:
		return strconv.Itoa(t.Year) + "–" + strconv.Itoa(t.Until)
	case t.Month == "":
		return strconv.Itoa(t.Year)
	case t.Day == 0:
		return t.Month + " " + strconv.Itoa(t.Year)
	}
	return strconv.Itoa(t.Day) + " " + t.Month
}

// Search is the search screen.
type Search struct {
	Query    string          `json:"query"`
	Missing  []MissingWord   `json:"missing,omitempty"` // words that are in no article
	Unread   []string        `json:"unread,omitempty"`
	Left     string          `json:"left,omitempty"` // the first word that was left out, if the query has too many
	Filters  []Filter        `json:"filters,omitempty"`
	All      []SearchArticle `json:"all"`  // with all words
	Some     []SearchArticle `json:"some"` // with some of them
	Events   []Event         `json:"events"`
	Quotes   []QuoteRef      `json:"quotes"`
	People   []SpeakerRow    `json:"people"`
	ByOutlet []Facet         `json:"byOutlet"`
	ByPerson []Facet         `json:"byPerson"`
	ByYear   []Facet         `json:"byYear"`
	More     bool            `json:"more"`     // a further window has more articles
	Total    int             `json:"total"`    // articles with any of the words; All and Some may hold fewer
	AllTotal int             `json:"allTotal"` // articles with all words
	QuotesOf int             `json:"quotesOf"` // of how many articles Quotes are, and no events are read; 0 if of all
	Counters map[string]int  `json:"counters"` // work done
}

// MissingWord is a word that stands in no article, and what was shown instead.
type MissingWord struct {
	Word    string   `json:"word"`
	Similar []string `json:"similar"`
}

// Filter is a restriction that can be removed.
type Filter struct {
	Words string `json:"words"` // "outlet: TASS"
	Text  string `json:"text"`  // as it stands in the query
}

// SearchArticle is one article found.
type SearchArticle struct {
	Article  ArticleRef `json:"article"`
	Title    []Run      `json:"title"`
	Excerpts []Excerpt  `json:"excerpts"`
	Words    string     `json:"words"` // "ceasefire 3 times, Minsk once"
	Why      []string   `json:"why"`
}

// Excerpt is a passage of an article with the hits in it.
type Excerpt struct {
	Runs      []Run `json:"runs"`
	Paragraph int   `json:"p"`
}

// Facet is a value that narrows the results.
type Facet struct {
	Label string `json:"label"`
	Value string `json:"value"` // for the state: outlet id, name, year
	Count int    `json:"count"`
	On    bool   `json:"on,omitempty"`
}

// Compare is the comparison of two articles.
type Compare struct {
	A        ArticleRef   `json:"a"`
	B        ArticleRef   `json:"b"`
	Summary  []string     `json:"summary"`  // plain sentences: what was found
	Sections []Section    `json:"sections"` // wording layer
	Events   []PairEvent  `json:"events"`   // events layer
	Quotes   []PairQuotes `json:"quotes"`   // quotes layer
	Picture  Picture      `json:"picture"`
	Steps    int          `json:"steps"` // differences that n and p step through
	Pairs    []PairCard   `json:"pairs"` // other pairs worth comparing
}

// Section groups rows: "The news", "Background".
type Section struct {
	Heading string `json:"heading"`
	Note    string `json:"note"` // "3 sentences correspond, 1 of them moved"
	Rows    []Row  `json:"rows"`
}

// Row is one line of the aligned columns: a joined pair, or sentences of one
// side alone. The rows of a comparison cover every sentence of both articles
// once, except that a moved pair has a row on each side.
type Row struct {
	Step     int       `json:"step,omitempty"` // difference number from 1; 0 is none
	Relation string    `json:"relation,omitempty"`
	Label    string    `json:"label,omitempty"` // "reworded", "1 small change", "same words, different number"
	Moved    string    `json:"moved,omitempty"` // "In B further down, under “…”"
	A        []RowText `json:"a,omitempty"`     // paragraphs
	B        []RowText `json:"b,omitempty"`
	Both     []Run     `json:"both,omitempty"` // one text with both wordings, for the phone
	Fold     bool      `json:"fold,omitempty"` // long unmatched text, folded after its first paragraph
	Clashes  []string  `json:"clashes,omitempty"`
	Nearest  []Nearest `json:"nearest,omitempty"` // to sentences of a row that is not joined, those of A first
}

// How a sentence is found in one of the other article that is joined to another.
const (
	FoundPart  = "part"  // it stands within it
	FoundTwice = "twice" // the other of its article that tells it is joined
)

// Nearest is a sentence of the other article that is like one of a row, but
// tells something else or is joined to another.
type Nearest struct {
	How       string   `json:"how,omitempty"` // FoundPart or FoundTwice, if the sentence of the row, which has the row for itself, is found there
	Of        string   `json:"of"`            // side of the sentence of the row: "a" or "b"
	Own       int      `json:"own"`           // its paragraph
	To        string   `json:"to,omitempty"`  // how it opens, if it is not the only one of its side
	Paragraph int      `json:"p"`
	Words     string   `json:"words"`
	Clashes   []string `json:"clashes,omitempty"` // of numbers and dates
	Again     bool     `json:"again,omitempty"`   // shown with the sentence of the other article

	pair [2]int32 // sentences of A and B
}

// Elsewhere reports whether the row's sentence is found in one of the other
// article that is joined to another.
func (r Row) Elsewhere() bool { return len(r.Nearest) > 0 && r.Nearest[0].How != "" }

// RowText is sentences of one paragraph.
type RowText struct {
	Paragraph int    `json:"p"`
	Kind      string `json:"kind"`
	Runs      []Run  `json:"runs"`
}

// PairEvent is an event, its head alone, with the cells of both articles.
type PairEvent struct {
	Event Event   `json:"event"`
	A     CellRef `json:"a"`
	B     CellRef `json:"b"`
}

// PairQuotes is what one person says in both articles.
type PairQuotes struct {
	Speaker string     `json:"speaker"`
	A       []QuoteRef `json:"a"`
	B       []QuoteRef `json:"b"`
}

// PassageView is "How this paragraph changed".
type PassageView struct {
	ID       string           `json:"id"`
	Opening  string           `json:"opening"`
	Summary  string           `json:"summary"`
	Tellings []PassageTelling `json:"tellings"` // oldest first
	Others   []PassageCard    `json:"others"`
}

// PassageTelling is one article's version of the passage.
type PassageTelling struct {
	Article   ArticleRef `json:"article"`
	Paragraph int        `json:"p"`
	// Lines has a line for each sentence of the passage; words that the telling
	// it is set against has not are marked OnlyB, what is gone stands beside.
	Lines []PassageLine `json:"lines"`
	Note  string        `json:"note"` // "1 sentence reworded, 3 new; 2 not found"
}

// PassageLine is one sentence of a passage in one telling.
type PassageLine struct {
	State LineState `json:"state"`
	Runs  []Run     `json:"runs,omitempty"`
	Word  string    `json:"word,omitempty"` // "same words", "reworded", "1 small change"
	Than  string    `json:"than,omitempty"` // date of the telling it is the same as, or changed against, with its outlet if need be
	Gone  []string  `json:"gone,omitempty"` // words of that telling that are not here
	At    int       `json:"at,omitempty"`   // of a line outside: the paragraph where it stands, in the article's numbers
	Nth   int       `json:"nth,omitempty"`  // At as one counts on the page
}

// QuotesView is "Who said what".
type QuotesView struct {
	Speakers []Speaker    `json:"speakers"`
	People   []SpeakerRow `json:"people"` // whoever may be chosen, with quotations
	Note     string       `json:"note"`
}

// Speaker is a person and all that is attributed to them, earliest first.
type Speaker struct {
	Name   string     `json:"name"`
	Titles []string   `json:"titles"`
	Quotes []QuoteRef `json:"quotes"` // one for all tellings of a statement
	Told   int        `json:"told"`   // how often statements are told, in all articles
	Direct int        `json:"direct"` // how often word for word
	// Declined is how often it is told that they would not speak.
	Declined int `json:"declined,omitempty"`
}

// JumpTarget is one entry of the jump-to box.
type JumpTarget struct {
	Words string `json:"words"`
	Kind  string `json:"kind"` // "screen", "article", "person", "place", "event"
	// Path and Fragment are its address below the base path.
	Path     string `json:"path"`
	Fragment string `json:"fragment,omitempty"`
	Match    []int  `json:"match,omitempty"` // byte offsets that match
}

// Query is what a screen may be narrowed by.
type Query struct {
	Text   string `json:"text,omitempty"`
	Outlet string `json:"outlet,omitempty"`
	Only   string `json:"only,omitempty"` // ids of articles, joined by commas; "" for all
	Who    string `json:"who,omitempty"`
	From   string `json:"from,omitempty"`  // an EDTF day, month or year
	To     string `json:"to,omitempty"`    // the same; the time ends with it
	Order  string `json:"order,omitempty"` // of a search: "" is best first, "date" newest first
}
