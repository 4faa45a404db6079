package site

import "path"

// The types of the files of a site. They are given here and not taken from the
// machine, which would make two servers answer differently.
const (
	typeHTML     = "text/html; charset=utf-8"
	typeCSS      = "text/css; charset=utf-8"
	typeScript   = "text/javascript; charset=utf-8"
	typeJSON     = "application/json"
	typeManifest = "application/manifest+json"
	typeWasm     = "application/wasm"
	typeSVG      = "image/svg+xml"
	typePNG      = "image/png"
	typeFont     = "font/woff2"
	typeText     = "text/plain; charset=utf-8"
	typeXML      = "application/xml"
	typeAtom     = "application/atom+xml"
)

var typeOf = map[string]string{
	".html":        typeHTML,
	".css":         typeCSS,
	".js":          typeScript,
	".json":        typeJSON,
	".webmanifest": typeManifest,
	".wasm":        typeWasm,
	".svg":         typeSVG,
	".png":         typePNG,
	".woff2":       typeFont,
	".txt":         typeText,
	".xml":         typeXML,
	".atom":        typeAtom,
}

var compressible = map[string]bool{
	typeHTML: true, typeCSS: true, typeScript: true, typeJSON: true, typeManifest: true,
	typeWasm: true, typeSVG: true, typeText: true, typeXML: true, typeAtom: true,
}

// contentType returns the type of a file by its name.
func contentType(name string) string {
	if t, ok := typeOf[path.Ext(name)]; ok {
		return t
	}
	return "application/octet-stream"
}
