// Package export writes what the engine found in the formats of other tools.
package export
