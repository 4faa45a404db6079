package engine

// Passage returns how a paragraph changed; "" is the one most articles carry.
func (e *Engine) Passage(id string) (PassageView, bool) { return PassageView{}, false }
