package site

import (
	"bytes"
	"encoding/json"
)

// pictures is the folder of the pictures that browsers show who installs.
const pictures = "pictures/"

// manifest describes the reader to a browser that installs it. The id is the
// base path, as a relative one would be shared by all sites of one host. The
// pictures show the collection that comes with the reader, and no other.
func manifest(title, base string, own bool) (File, error) {
	type icon struct {
		Src     string `json:"src"`
		Sizes   string `json:"sizes"`
		Type    string `json:"type"`
		Purpose string `json:"purpose,omitempty"`
	}
	type shortcut struct {
		Name string `json:"name"`
		URL  string `json:"url"`
	}
	type screenshot struct {
		Src        string `json:"src"`
		Sizes      string `json:"sizes"`
		Type       string `json:"type"`
		FormFactor string `json:"form_factor"`
		Label      string `json:"label"`
	}
	m := struct {
		ID              string            `json:"id"`
		Name            string            `json:"name"`
		ShortName       string            `json:"short_name"`
		Description     string            `json:"description"`
		StartURL        string            `json:"start_url"`
		Scope           string            `json:"scope"`
		Display         string            `json:"display"`
		DisplayOverride []string          `json:"display_override"`
		BackgroundColor string            `json:"background_color"`
		ThemeColor      string            `json:"theme_color"`
		Categories      []string          `json:"categories"`
		LaunchHandler   map[string]string `json:"launch_handler"`
		Icons           []icon            `json:"icons"`
		Shortcuts       []shortcut        `json:"shortcuts"`
		Screenshots     []screenshot      `json:"screenshots,omitempty"`
	}{
		ID: base, Name: "Parallax: " + title, ShortName: "Parallax",
		Description: "News articles about the same events, side by side.",
		StartURL:    base, Scope: base,
		Display: "standalone", DisplayOverride: []string{"standalone", "minimal-ui"},
		BackgroundColor: "#FBFAF7", ThemeColor: "#FBFAF7",
		Categories:    []string{"news", "education"},
		LaunchHandler: map[string]string{"client_mode": "navigate-existing"},
		Icons: []icon{
			{base + "icon.svg", "any", typeSVG, ""},
			{base + "icon-192.png", "192x192", typePNG, ""},
			{base + "icon-512.png", "512x512", typePNG, ""},
			{base + "icon-maskable-512.png", "512x512", typePNG, "maskable"},
		},
		Shortcuts: []shortcut{
			{"Timeline", base + "timeline/"},
			{"Search", base + "search/"},
			{"Compare", base + "compare/"},
		},
	}
	if own {
		m.Screenshots = []screenshot{
			{base + pictures + "compare.png", "1280x1240", typePNG, "wide", "Two articles side by side"},
			{base + pictures + "phone.png", "390x844", typePNG, "narrow", "A collection and its pairs"},
		}
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "\t")
	if err := enc.Encode(m); err != nil {
		return File{}, err
	}
	return newFile("manifest.webmanifest", out.Bytes()), nil
}
