package names

import (
	"strings"
	"sync"

	"parallax/internal/text"
)

// countryRows lists the states of the world and the places news treats like
// them, one a line: name | capital and its older names | adjectives and demonyms | other names and
// seats of government. A capital comes first among the words that may stand
// for its government.
const countryRows = `Afghanistan|Kabul|Afghan,Afghans|
Albania|Tirana|Albanian,Albanians|
Algeria|Algiers|Algerian,Algerians|
Andorra|Andorra la Vella|Andorran|
Angola|Luanda|Angolan,Angolans|
Argentina|Buenos Aires|Argentine,Argentinian,Argentines|
Armenia|Yerevan|Armenian,Armenians|
Australia|Canberra|Australian,Australians|
Austria|Vienna|Austrian,Austrians|
Azerbaijan|Baku|Azerbaijani,Azerbaijanis,Azeri,Azeris|
Bahamas|Nassau|Bahamian|
Bahrain|Manama|Bahraini,Bahrainis|
Bangladesh|Dhaka|Bangladeshi,Bangladeshis|
Barbados|Bridgetown|Barbadian|
Belarus|Minsk|Belarusian,Belarusians|
Belgium|Brussels|Belgian,Belgians|
Belize|Belmopan|Belizean|
Benin|Porto-Novo|Beninese|
Bhutan|Thimphu|Bhutanese|
Bolivia|La Paz|Bolivian,Bolivians|
Bosnia and Herzegovina|Sarajevo|Bosnian,Bosnians|Bosnia,Bosnia-Herzegovina
Botswana|Gaborone|Botswanan|
Brazil|Brasilia|Brazilian,Brazilians|
Britain|London|British,Britons|United Kingdom,UK,U.K.,Great Britain,Downing Street,Whitehall
Brunei|Bandar Seri Begawan|Bruneian|
Bulgaria|Sofia|Bulgarian,Bulgarians|
Burkina Faso|Ouagadougou|Burkinabe|
Burundi|Bujumbura|Burundian|
Cambodia|Phnom Penh|Cambodian,Cambodians|
Cameroon|Yaounde|Cameroonian|
Canada|Ottawa|Canadian,Canadians|
Cape Verde|Praia|Cape Verdean|
Central African Republic|Bangui|Central African|
Chad|N'Djamena|Chadian,Chadians|
Chile|Santiago|Chilean,Chileans|
China|Beijing,Peking|Chinese|People's Republic of China,PRC
Colombia|Bogota|Colombian,Colombians|
Comoros|Moroni|Comorian|
Congo|Kinshasa|Congolese|Democratic Republic of the Congo,DRC
Costa Rica|San Jose|Costa Rican|
Croatia|Zagreb|Croatian,Croatians,Croat,Croats|
Cuba|Havana|Cuban,Cubans|
Cyprus|Nicosia|Cypriot,Cypriots|
Czech Republic|Prague|Czech,Czechs|Czechia
Denmark|Copenhagen|Danish,Danes|
Djibouti|Djibouti City|Djiboutian|
Dominican Republic|Santo Domingo|Dominican|
East Timor|Dili|Timorese|Timor-Leste
Ecuador|Quito|Ecuadorean,Ecuadorian|
Egypt|Cairo|Egyptian,Egyptians|
El Salvador|San Salvador|Salvadoran,Salvadorans|
Equatorial Guinea|Malabo|Equatoguinean|
Eritrea|Asmara|Eritrean,Eritreans|
Estonia|Tallinn|Estonian,Estonians|
Eswatini|Mbabane|Swazi|Swaziland
Ethiopia|Addis Ababa|Ethiopian,Ethiopians|
Fiji|Suva|Fijian,Fijians|
Finland|Helsinki|Finnish,Finns|
France|Paris|French|Elysee,Élysée,Quai d'Orsay
Gabon|Libreville|Gabonese|
Gambia|Banjul|Gambian,Gambians|
Georgia|Tbilisi|Georgian,Georgians|
Germany|Berlin,Bonn|German,Germans|West Germany,Bundestag
Ghana|Accra|Ghanaian,Ghanaians|
Greece|Athens|Greek,Greeks|
Guatemala|Guatemala City|Guatemalan,Guatemalans|
Guinea|Conakry|Guinean,Guineans|
Guyana|Georgetown|Guyanese|
Haiti|Port-au-Prince|Haitian,Haitians|
Honduras|Tegucigalpa|Honduran,Hondurans|
Hungary|Budapest|Hungarian,Hungarians|
Iceland|Reykjavik|Icelandic,Icelanders|
India|New Delhi,Delhi|Indian,Indians|
Indonesia|Jakarta|Indonesian,Indonesians|
Iran|Tehran,Teheran|Iranian,Iranians|Islamic Republic
Iraq|Baghdad|Iraqi,Iraqis|
Ireland|Dublin|Irish|
Israel|Jerusalem|Israeli,Israelis|Knesset
Italy|Rome|Italian,Italians|
Ivory Coast|Yamoussoukro|Ivorian,Ivorians|Cote d'Ivoire
Jamaica|Kingston|Jamaican,Jamaicans|
Japan|Tokyo|Japanese|
Jordan|Amman|Jordanian,Jordanians|
Kazakhstan|Astana,Nur-Sultan|Kazakh,Kazakhs,Kazakhstani|
Kenya|Nairobi|Kenyan,Kenyans|
Kosovo|Pristina|Kosovar,Kosovars|
Kuwait|Kuwait City|Kuwaiti,Kuwaitis|
Kyrgyzstan|Bishkek|Kyrgyz|
Laos|Vientiane|Laotian|
Latvia|Riga|Latvian,Latvians|
Lebanon|Beirut|Lebanese|
Lesotho|Maseru|Basotho|
Liberia|Monrovia|Liberian,Liberians|
Libya|Tripoli|Libyan,Libyans|
Liechtenstein|Vaduz|Liechtenstein|
Lithuania|Vilnius|Lithuanian,Lithuanians|
Luxembourg|Luxembourg City|Luxembourgish|
Madagascar|Antananarivo|Malagasy|
Malawi|Lilongwe|Malawian|
Malaysia|Kuala Lumpur|Malaysian,Malaysians|
Maldives|Male|Maldivian|
Mali|Bamako|Malian,Malians|
Malta|Valletta|Maltese|
Mauritania|Nouakchott|Mauritanian|
Mauritius|Port Louis|Mauritian|
Mexico|Mexico City|Mexican,Mexicans|
Moldova|Chisinau|Moldovan,Moldovans|
Monaco|Monaco|Monegasque|
Mongolia|Ulaanbaatar|Mongolian,Mongolians|
Montenegro|Podgorica|Montenegrin,Montenegrins|
Morocco|Rabat|Moroccan,Moroccans|
Mozambique|Maputo|Mozambican|
Myanmar|Naypyitaw|Burmese|Burma
Namibia|Windhoek|Namibian,Namibians|
Nepal|Kathmandu|Nepalese,Nepali|
Netherlands|The Hague|Dutch|Holland
New Zealand|Wellington|New Zealander,New Zealanders|
Nicaragua|Managua|Nicaraguan,Nicaraguans|
Niger|Niamey|Nigerien|
Nigeria|Abuja|Nigerian,Nigerians|
North Korea|Pyongyang|North Korean,North Koreans|DPRK
North Macedonia|Skopje|Macedonian,Macedonians|Macedonia
Norway|Oslo|Norwegian,Norwegians|
Oman|Muscat|Omani,Omanis|
Pakistan|Islamabad|Pakistani,Pakistanis|
Palestine|Ramallah|Palestinian,Palestinians|
Panama|Panama City|Panamanian,Panamanians|
Papua New Guinea|Port Moresby|Papuan|
Paraguay|Asuncion|Paraguayan|
Peru|Lima|Peruvian,Peruvians|
Philippines|Manila|Philippine,Filipino,Filipinos|
Poland|Warsaw|Polish,Poles|
Portugal|Lisbon|Portuguese|
Qatar|Doha|Qatari,Qataris|
Romania|Bucharest|Romanian,Romanians|
Russia|Moscow|Russian,Russians|Russian Federation,Kremlin,State Duma
Rwanda|Kigali|Rwandan,Rwandans|
Saudi Arabia|Riyadh|Saudi,Saudis|
Senegal|Dakar|Senegalese|
Serbia|Belgrade|Serbian,Serbians,Serb,Serbs|
Sierra Leone|Freetown|Sierra Leonean|
Singapore|Singapore|Singaporean,Singaporeans|
Slovakia|Bratislava|Slovak,Slovaks|
Slovenia|Ljubljana|Slovenian,Slovene,Slovenes|
Somalia|Mogadishu|Somali,Somalis|
South Africa|Pretoria|South African,South Africans|
South Korea|Seoul|South Korean,South Koreans|
South Sudan|Juba|South Sudanese|
Soviet Union|Moscow|Soviet,Soviets|USSR
Spain|Madrid|Spanish,Spaniards|
Sri Lanka|Colombo|Sri Lankan,Sri Lankans|
Sudan|Khartoum|Sudanese|
Suriname|Paramaribo|Surinamese|
Sweden|Stockholm|Swedish,Swedes|
Switzerland|Bern|Swiss|
Syria|Damascus|Syrian,Syrians|
Taiwan|Taipei|Taiwanese|
Tajikistan|Dushanbe|Tajik,Tajiks|
Tanzania|Dodoma|Tanzanian,Tanzanians|
Thailand|Bangkok|Thai,Thais|
Togo|Lome|Togolese|
Trinidad and Tobago|Port of Spain|Trinidadian|
Tunisia|Tunis|Tunisian,Tunisians|
Turkey|Ankara|Turkish,Turks|Türkiye,Turkiye
Turkmenistan|Ashgabat|Turkmen|
Uganda|Kampala|Ugandan,Ugandans|
Ukraine|Kyiv,Kiev|Ukrainian,Ukrainians|
United Arab Emirates|Abu Dhabi|Emirati,Emiratis|UAE,U.A.E.
United States|Washington|American,Americans|US,U.S.,USA,U.S.A.,America,United States of America,White House,Pentagon,State Department,Capitol Hill
Uruguay|Montevideo|Uruguayan|
Uzbekistan|Tashkent|Uzbek,Uzbeks|
Vatican|Vatican City|Vatican|Holy See
Venezuela|Caracas|Venezuelan,Venezuelans|
Vietnam|Hanoi|Vietnamese|
Yemen|Sanaa|Yemeni,Yemenis|
Zambia|Lusaka|Zambian,Zambians|
Zimbabwe|Harare|Zimbabwean,Zimbabweans|`

// otherPlaces are names of wide use that are no state.
const otherPlaces = `Africa,Asia,Europe,Latin America,Middle East,Caucasus,South Caucasus,Balkans,Gaza,West Bank,Crimea,Kashmir,Hong Kong,Scotland,Wales,England,Northern Ireland,New York,Los Angeles,San Francisco,Chicago,Geneva,Strasbourg,Istanbul,Mumbai,Shanghai,Sydney,Frankfurt,Milan,Munich,Texas,California,Florida,Black Sea,Caspian Sea,Mediterranean,Persian Gulf,Wall Street,Asia Pacific,Nagorno-Karabakh,Karabakh,Donbas,Chechnya,Transnistria,Abkhazia,South Ossetia`

// seats are the buildings and chambers of countryRows: they stand for a
// government as Moscow does, but are no towns.
const seats = `Downing Street,Whitehall,Elysee,Élysée,Quai d'Orsay,Bundestag,Knesset,Kremlin,State Duma,White House,Pentagon,State Department,Capitol Hill`

// wordTowns are capitals that without their accent are words as well, so that
// one begins a sentence: "Male voters backed it".
var wordTowns = text.WordSet{Words: "male"}

// townLeads stand before the name of a town.
var townLeads = text.WordSet{Words: "in to from of"}

// A placeEntry is what the gazetteer knows of one folded name.
type placeEntry struct {
	country   string // English name of the state
	state     bool   // a name of the state itself
	adjective bool   // "Armenian", "Armenians": of the state, not the state
	seat      bool   // a building or chamber, not a town
}

// placeTable is the gazetteer, by folded names.
type placeTable struct {
	entries map[string]placeEntry
	starts  map[string]int // words of the longest name that begins with a word
	longest int            // words of the longest name
}

// allPlaces is read when it is first asked for: the page of the reader never
// does.
var allPlaces = sync.OnceValue(readPlaces)

// places holds what is known of a place by its folded name.
func places() map[string]placeEntry { return allPlaces().entries }

func readPlaces() *placeTable {
	m := make(map[string]placeEntry, 800)
	t := &placeTable{entries: m, starts: make(map[string]int, 800)}
	put := func(name string, e placeEntry) {
		if name == "" {
			return
		}
		k := fold(name)
		if _, taken := m[k]; taken {
			return // Moscow belongs to the first row that claims it
		}
		m[k] = e
		words := 1 + strings.Count(k, " ")
		first, _, _ := strings.Cut(k, " ")
		t.starts[first] = max(t.starts[first], words)
		t.longest = max(t.longest, words)
	}
	for name := range strings.SplitSeq(seats, ",") {
		put(name, placeEntry{seat: true})
	}
	for row := range strings.SplitSeq(countryRows, "\n") {
		f := strings.Split(row, "|")
		state := f[0]
		put(state, placeEntry{country: state, state: true})
		for capital := range strings.SplitSeq(f[1], ",") {
			put(capital, placeEntry{country: state})
		}
		for _, w := range strings.Split(f[2], ",") {
			put(w, placeEntry{country: state, adjective: true})
		}
		for _, w := range strings.Split(f[3], ",") {
			if e, ok := m[fold(w)]; ok && e.seat {
				e.country = state
				m[fold(w)] = e
			}
			put(w, placeEntry{country: state, state: true})
		}
	}
	for name := range strings.SplitSeq(otherPlaces, ",") {
		put(name, placeEntry{})
	}
	return t
}

// CountryOf returns the state that name is, belongs to or is the capital of:
// "Armenian", "Yerevan" and "Armenia" all give "Armenia"; "" if unknown, or a word
// as well.
func CountryOf(name string) string {
	if wordTowns.Has(strings.ToLower(name)) {
		return ""
	}
	return places()[fold(strings.TrimPrefix(name, "the "))].country
}
