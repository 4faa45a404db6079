package site

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"
)

// The sign of Parallax: two circles, one for each side, and what they share.
const iconSVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28"><rect width="28" height="28" rx="6" fill="#FBFAF7"/>` +
	`<path fill="#0B6652" d="M14 7.8a9 9 0 0 1 0 12.4a9 9 0 0 1 0-12.4z"/>` +
	`<g fill="none" stroke-width="2"><circle cx="10.5" cy="14" r="7" stroke="#0B57A4"/><circle cx="17.5" cy="14" r="7" stroke="#9A4600"/></g></svg>` + "\n"

var icons = [...]struct {
	name     string
	size     int // pixels
	maskable bool
}{
	{"icon-192.png", 192, false},
	{"icon-512.png", 512, false},
	{"icon-maskable-512.png", 512, true},
}

// drawIcon draws the sign as a PNG, the same bytes on every machine. A maskable
// icon is smaller within its square, which a phone cuts to its own shape.
func drawIcon(size int, maskable bool) []byte {
	paper := color.RGBA{0xFB, 0xFA, 0xF7, 0xFF}
	palette := color.Palette{
		paper,
		color.RGBA{0x0B, 0x66, 0x52, 0xFF},
		color.RGBA{0x0B, 0x57, 0xA4, 0xFF},
		color.RGBA{0x9A, 0x46, 0x00, 0xFF},
	}
	for _, c := range palette[1:] {
		palette = append(palette, mix(c, paper))
	}
	scale := 28.0
	if maskable {
		scale = 40
	}
	img := image.NewPaletted(image.Rect(0, 0, size, size), palette)
	for y := range size {
		for x := range size {
			img.SetColorIndex(x, y, signAt(float64(x)+.5, float64(y)+.5, scale/float64(size), scale/2))
		}
	}
	var out bytes.Buffer
	mustClose((&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, img))
	return out.Bytes()
}

// mix returns the colour half way between two.
func mix(a, b color.Color) color.Color {
	ar, ag, ab, _ := a.RGBA()
	br, bg, bb, _ := b.RGBA()
	return color.RGBA{uint8((ar + br) >> 9), uint8((ag + bg) >> 9), uint8((ab + bb) >> 9), 0xFF}
}

// signAt returns the palette index at pixel (px, py): 0 paper, 1 what is
// shared, 2 and 3 the circles, 4 to 6 the same at half strength on an edge.
func signAt(px, py, unit, centre float64) uint8 {
	x, y := px*unit-centre, py*unit-centre
	const radius, half, apart = 7.0, 1.0, 3.5
	for side, cx := range [...]float64{-apart, apart} {
		off := math.Abs(math.Hypot(x-cx, y)-radius) - half
		if off < -unit/2 {
			return uint8(2 + side)
		}
		if off < unit/2 {
			return uint8(5 + side)
		}
	}
	if math.Hypot(x+apart, y) < radius && math.Hypot(x-apart, y) < radius {
		return 1
	}
	return 0
}
