// Package site makes the reader's web site out of a dossier and serves it.
//
// A Site is a list of files with their compressed forms: static pages that can
// be read without a script, the assets under names that change with their
// content, a service worker with the list of all that must be saved, and a
// manifest. Build makes one, Handler serves it, Publish puts it into a folder for
// any host. WriteBundle and Open keep one with the list of its files: so the
// program carries the site of its own dossier ready made.
//
// In every page the first element of the body is #app, which the program
// replaces when its first screen is ready; the icons and what boot.js says
// stand behind it and stay.
package site
