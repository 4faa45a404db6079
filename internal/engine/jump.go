package engine

// Jump returns the entries of the jump-to box that match typed, best first.
func (e *Engine) Jump(typed string) []JumpTarget { return nil }
