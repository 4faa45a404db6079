// Compares texts with the word differs that JavaScript programs use.
// usage: node peers.mjs WORKS.json; the packages stand in ./node_modules.
// WORKS.json is [{"name","a","b"}]; the answer is one JSON object a line:
// {"name","peer","ms","hunks","shared"}, shared being the share of a's words
// that the difference leaves equal.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
const require = createRequire(join(process.cwd(), 'x.js'))
const { diffWordsWithSpace } = require('diff')
const { diff_match_patch: DMP } = require('diff-match-patch')

const words = s => (s.match(/[\p{L}\p{N}]+/gu) ?? []).length

// steps are [kind, text], kind 0 for equal.
const peers = {
  'diff': (a, b) => diffWordsWithSpace(a, b).map(c => [c.added ? 1 : c.removed ? -1 : 0, c.value]),
  'diff-match-patch': (a, b) => {
    const dmp = new DMP()
    const codes = new Map(), list = ['']
    const encode = s => s.split(/([\p{L}\p{N}]+)/u).filter(w => w).map(w => {
      if (!codes.has(w)) { codes.set(w, list.length); list.push(w) }
      return String.fromCharCode(codes.get(w))
    }).join('')
    const d = dmp.diff_main(encode(a), encode(b), false)
    for (const x of d) x[1] = [...x[1]].map(c => list[c.charCodeAt(0)]).join('')
    dmp.diff_cleanupSemantic(d)
    return d.map(x => [x[0], x[1]])
  },
}

for (const { name, a, b } of JSON.parse(readFileSync(process.argv[2], 'utf8'))) {
  for (const [peer, run] of Object.entries(peers)) {
    let steps = run(a, b)
    const times = []
    for (let i = 0; i < 5; i++) {
      const start = performance.now()
      steps = run(a, b)
      times.push(performance.now() - start)
    }
    let hunks = 0, equal = 0, before = 0
    for (const [kind, text] of steps) {
      if (kind !== 0 && before === 0) hunks++
      if (kind === 0) equal += words(text)
      before = kind
    }
    console.log(JSON.stringify({ name, peer, ms: Math.min(...times), hunks, shared: equal / Math.max(words(a), 1) }))
  }
}
