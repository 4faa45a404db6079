package dossier

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/internal/text"
)

// A shape is what must be true of a whole line beyond the words it opens with.
type shape uint8

const (
	whole  shape = iota // the line is these words, and figures at most
	opens               // a line of the page opens with these words: no sentence, at most maxPage words
	people              // names follow: "By Jane Doe and John Roe"
	always              // whatever follows, sentences too
)

// cues are the words by which news pages in several languages label what is
// not the article. They are compared in lower case. A cue that is also common
// in prose is used only with a narrow shape.
var cues = map[shape][]string{
	whole: {
		"home", "news", "all news", "latest news", "top stories", "breaking news", "world", "politics", "business",
		"menu", "search", "close", "subscribe", "sign in", "sign up", "log in", "login", "register", "my account",
		"advertisement", "advertising", "sponsored", "loading", "skip to content", "skip to main content", "back to top",
		"share", "tweet", "email", "e-mail", "print", "copy link", "save", "facebook", "twitter", "telegram", "whatsapp", "linkedin", "x",
		"comment", "comments", "no comments", "reply", "post comment", "name", "email *", "name *", "website", "cancel reply",
		"related", "related articles", "related stories", "related news", "related topics", "more stories", "most read", "most popular", "trending",
		"read more", "see also", "read also", "listen", "watch", "play", "gallery", "previous", "next", "tags", "topics", "min read", "photo", "video",
		"все новости", "новости", "главная", "поделиться", "комментарии", "реклама", "теги", "читайте также", "подписаться",
		"teilen", "kommentare", "anzeige", "startseite", "drucken", "merken", "mehr zum thema",
		"partager", "commentaires", "publicité", "accueil", "imprimer", "lire aussi",
		"compartir", "comentarios", "publicidad", "inicio", "imprimir", "leer más",
		"condividi", "commenti", "pubblicità", "leggi anche", "paylaş", "yorumlar",
		"հաստատել", "լրահոս", "paylaşın",
	},
	opens: {
		"photo of author", "photo of the author", "author:", "author :", "photo:", "photo by ", "photo credit", "photograph:", "photos:", "file photo",
		"image:", "image source", "image caption", "image credit", "picture:", "illustration:", "video:", "credit:", "caption:", "source:",
		"getty images", "©", "(c) ", "copyright ",
		"leave a comment", "leave a reply", "leave your comment", "post a comment", "add a comment", "write a comment", "be the first to comment",
		"join the conversation", "comments are closed", "comments (", "view comments", "show comments", "log in to comment", "logged in as",
		"share this", "share on", "share via", "share article", "follow us", "like us on", "click to share", "tweet this",
		"read more:", "read more on", "read also:", "read next", "also read:", "see also:", "also on", "related:", "more on this", "more from ", "more about ",
		"you may also like", "you might also like", "recommended for you", "editor's pick", "editors' picks", "don't miss", "continue reading", "click here",
		"most viewed", "up next", "watch:", "listen:", "previous post", "next post", "older posts", "newer posts", "posted in", "filed under", "tagged with", "tagged:", "tags:", "topics:", "categories:", "category:",
		"subscribe to", "subscribe now", "sign up for", "sign up to", "get our newsletter", "newsletter", "download our app", "get the app", "enable notifications", "turn on notifications",
		"privacy policy", "terms of use", "terms of service", "terms and conditions", "cookie policy", "accept cookies", "all rights reserved", "contact us", "about us",
		"читайте также:", "фото:", "автор:", "источник:", "подписывайтесь", "оставить комментарий", "видео:",
		"lesen sie auch", "foto:", "quelle:", "bild:", "autor:", "lire aussi :", "lire aussi:", "crédit photo", "photo :", "à lire aussi",
		"lea también", "lee también", "fuente:", "imagen:", "leggi anche:", "fonte:",
	},
	people: {
		"by ", "written by ", "reported by ", "reporting by ", "editing by ", "posted by ", "published by ", "edited by ", "compiled by ", "words by ", "text by ",
		"story by ", "additional reporting by ", "writing by ", "translated by ", "from our correspondent ",
		"von ", "par ", "por ", "di ", "автор ", "текст ",
	},
	always: {
		"your email address will not be published", "required fields are marked", "this site uses akismet", "you must be logged in",
		"all rights reserved", "save my name, email",
		"(reporting by ", "reporting by ", "(editing by ",
		"sign up for our ", "sign up to our ", "subscribe to our ", "follow us on ", "we use cookies", "this website uses cookies", "this story was originally published",
		"подписывайтесь на наш",
	},
}

// opening reports whether key opens with one of the cues of shape.
func opening(key string, s shape) bool {
	for _, cue := range cues[s] {
		if strings.HasPrefix(key, cue) {
			return true
		}
	}
	return false
}

// isFurniture reports whether l, by itself, is a line of the page around an
// article.
func isFurniture(l line) bool {
	if l.key == "" {
		return false
	}
	if opening(l.key, always) && l.words <= 4*maxPage {
		return true
	}
	if l.words > maxPage {
		return false
	}
	bare := strings.TrimFunc(l.key, func(r rune) bool {
		return unicode.IsDigit(r) || unicode.IsPunct(r) || unicode.IsSymbol(r) || text.Space(r)
	})
	if bare == "" {
		return true // "***", "1 / 12", "|"
	}
	if l.sentence && !strings.HasSuffix(l.key, "…") && !strings.HasSuffix(l.key, "...") {
		return false
	}
	for _, cue := range cues[whole] {
		if bare == cue {
			return true
		}
	}
	return opening(l.key, opens) || byline(l) || trail(l.text)
}

// byline reports whether l names who wrote or took it: a cue, then names only.
func byline(l line) bool {
	for _, cue := range cues[people] {
		if rest, ok := strings.CutPrefix(l.key, cue); ok {
			return names(l.text[len(l.text)-len(rest):])
		}
	}
	return false
}

// nameWords are the small words that stand among the names of a byline.
const nameWords = " and for in of the de la da di von van der den al bin und et y e with as told to staff writer writers reporter reporters " +
	"correspondent correspondents editor editors desk agencies web team our special associated press news service admin "

// names reports whether s is nothing but names, as in a byline. A single word
// needs no capital: "By admin".
func names(s string) bool {
	fields := strings.Fields(s)
	if len(fields) == 1 {
		return true
	}
	for _, w := range fields {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "(|-–—@"))
		if r == utf8.RuneError || unicode.IsUpper(r) {
			continue
		}
		if !strings.Contains(nameWords, " "+strings.Trim(w, ",;.")+" ") {
			return false
		}
	}
	return len(fields) > 0
}

// trail reports whether s is a row of links: short labels between separators,
// such as "Home » World » Caucasus" or "Share | Tweet | Print".
func trail(s string) bool {
	for _, sep := range []string{"»", "›", ">", "|", "•", "·", " / "} {
		labels := strings.Split(s, sep)
		if len(labels) < 3 {
			continue
		}
		long := 0
		for _, l := range labels {
			if len(text.Words(l)) > 3 {
				long++
			}
		}
		if long == 0 {
			return true
		}
	}
	return false
}
