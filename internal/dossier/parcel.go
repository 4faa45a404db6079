//go:build !js

package dossier

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
)

// NewParcel makes the parcel of p for the program of a build.
func NewParcel(p Pack, build string) (Parcel, error) {
	encoded, err := json.Marshal(p)
	if err != nil {
		return Parcel{}, err
	}
	sum := sha256.Sum256(encoded)
	return Parcel{Build: build, Stamp: hex.EncodeToString(sum[:6]), Pack: p}, nil
}
