// Package web holds what a browser is given as it is: scripts, styles, fonts,
// pictures of the reader.
package web

import "embed"

// FS has the files of this folder.
//
//go:embed *.js *.css fonts/* pictures/*
var FS embed.FS
