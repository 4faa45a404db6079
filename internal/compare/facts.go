package compare

// facts are what a sentence states that another may contradict.
type facts struct{}
