// Package site
package site
