# make run     builds the reader and serves it at http://localhost:8080/
# make build   leaves bin/parallax with the reader inside
# make test    tests everything, in a browser too
# make check   formatting, vet, staticcheck and unit tests; before each commit
# make bench   sizes and times
# make release programs for Linux, macOS and Windows in build/release, the same bytes wherever they are built
# make shots   pictures of every screen in build/shots

SHELL := /bin/sh
GOFLAGS := -trimpath -buildvcs=false
LDFLAGS := -s -w -buildid=
# Without C the program is the same bytes wherever it is built.
BUILD := CGO_ENABLED=0 go build $(GOFLAGS) -ldflags="$(LDFLAGS)"
# Quality of the compression: 11 is the smallest, 5 is quick while working.
BROTLI ?= 11
# TRACES=1 keeps the files and lines that are printed when the reader crashes.
TRACES ?=
ADDR ?= :8080

GOFUMPT := go run mvdan.cc/gofumpt@v0.8.0
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.6.1
# What is compiled for the browser.
IN_BROWSER := ./app ./cmd/reader ./data ./internal/...

.PHONY: run build bundle test check bench release shots rules vet unit wasm-test browser-test tools clean

run: build
	bin/parallax serve --addr $(ADDR)

build: bundle
	$(BUILD) -o bin/parallax ./cmd/parallax

bundle:
	go run -buildvcs=false ./internal/site/mkbundle --brotli $(BROTLI) $(if $(TRACES),--traces)

test: tools build vet unit wasm-test browser-test

check: rules unit

# What holds of all code, for the program and for the browser.
rules: vet
	@test -z "$$($(GOFUMPT) -l app cmd data internal web | tee /dev/stderr)" || { echo "run: $(GOFUMPT) -w app cmd data internal web"; exit 1; }
	go run $(STATICCHECK) ./...
	go run -exec 'env GOOS=js GOARCH=wasm' $(STATICCHECK) $(IN_BROWSER)

vet:
	go vet ./...
	GOOS=js GOARCH=wasm go vet $(IN_BROWSER)

unit:
	go test $$(go list ./... | grep -v /e2e)

# The same tests again as they run in the browser.
wasm-test:
	GOOS=js GOARCH=wasm go test -exec "$$(go env GOROOT)/lib/wasm/go_js_wasm_exec" \
		$$(GOOS=js GOARCH=wasm go list ./internal/... | grep -v -e /site -e /e2e)

browser-test:
	PARALLAX_BROWSER=required go test -count=1 -timeout 60m ./internal/e2e

bench:
	go run -buildvcs=false ./internal/site/mkbundle --brotli 11 --sizes
	$(BUILD) -o bin/parallax ./cmd/parallax
	@[ "$$(uname)" != Linux ] || go run -buildvcs=false ./internal/site/benchservers
	go run ./internal/search/bench $$(command -v npm >/dev/null && echo --peers)
	! command -v npm >/dev/null || npm install --silent --no-audit --no-fund --prefix build/lighthouse lighthouse@12.8.2 >/dev/null
	PARALLAX_BROWSER=required go test -count=1 -timeout 30m -run '^$$' -bench . -benchtime 1x ./internal/e2e
	go test -count=1 -run '^$$' -bench . ./internal/compare ./internal/engine ./internal/dates
	GOOS=js GOARCH=wasm go test -count=1 -exec "$$(go env GOROOT)/lib/wasm/go_js_wasm_exec" -run '^$$' -bench . ./internal/compare ./internal/engine ./internal/dates
	! command -v npm || PARALLAX_PEERS=1 go test -count=1 -run TestPeers -v ./internal/compare

release: bundle
	rm -rf build/release && mkdir -p build/release
	for to in linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64; do \
		name=build/release/parallax-$${to%/*}-$${to#*/}; case $$to in windows/*) name=$$name.exe;; esac; \
		GOOS=$${to%/*} GOARCH=$${to#*/} $(BUILD) -o $$name ./cmd/parallax || exit 1; \
	done
	cp internal/site/bundle/files/licences.txt internal/site/bundle/files/sbom.cdx.json build/release/
	cd build/release && sha256sum * >SHA256SUMS && cat SHA256SUMS

shots:
	$(MAKE) build BROTLI=5
	PARALLAX_BROWSER=required PARALLAX_SHOTS=$(CURDIR)/build/shots go test -count=1 -run TestShots ./internal/e2e

tools:
	@sh .ci/tools

clean:
	rm -rf bin build
