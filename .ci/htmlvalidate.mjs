// What html-validate asks of the static pages: all that it recommends, but for
// what follows.
export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // The style sheet lays tables out as blocks on phones, and then browsers
    // forget that they are tables unless they are told.
    "no-redundant-role": "off",
    // Events and paragraphs are called "e=…" and "p=…", as in the addresses.
    "valid-id": ["error", { relaxed: true }],
    // Lists may have names; some name themselves by a picture or by their place.
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
    // A headline is not ours to cut.
    "long-title": "off",
  },
};
