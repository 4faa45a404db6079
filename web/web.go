// Package web holds what a browser is given as it is: scripts, styles, fonts.
package web

import "embed"

// FS has the files of this folder.
//
//go:embed *.js *.css fonts/*
var FS embed.FS
