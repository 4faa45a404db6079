package site

// policy is the content security policy of every answer. 'wasm-unsafe-eval'
// allows compiling WebAssembly and nothing else.
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
	"img-src 'self' blob:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; font-src 'self'; " +
	"base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; trusted-types parallax; frame-ancestors 'none'"

// metaPolicy is policy for pages of hosts that send no headers. Browsers
// ignore frame-ancestors there and complain about it.
var metaPolicy = policy[:len(policy)-len("; frame-ancestors 'none'")]

// security are the headers of every answer besides those about the file.
var security = [...]struct{ name, value string }{
	{"Content-Security-Policy", policy},
	{"X-Content-Type-Options", "nosniff"},
	{"Referrer-Policy", "no-referrer"},
	{"Cross-Origin-Opener-Policy", "same-origin"},
	{"Cross-Origin-Resource-Policy", "same-origin"},
	{"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
	{"X-Frame-Options", "DENY"},
}

const (
	// cacheForever is for names that change with their content.
	cacheForever = "public, max-age=31536000, immutable"
	// cacheAsk is for all others: keep it, but ask whether it is still the same.
	cacheAsk = "no-cache"
)

func (f *File) cacheControl() string {
	if f.Immutable {
		return cacheForever
	}
	return cacheAsk
}
