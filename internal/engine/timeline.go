package engine

import "parallax/internal/timeline"

// Timeline returns the events that match q, by the clock "happened" or "published".
func (e *Engine) Timeline(q Query, clock string) Timeline { return Timeline{Clock: clock} }

// cellWords returns the few words of article a that tell or allude to an event.
func (e *Engine) cellWords(a int, c timeline.Cell) string {
	if !c.Words.Empty() {
		return c.Words.Of(e.d.Articles[a].Text)
	}
	if len(c.Sentences) > 0 {
		return opening(e.d.Articles[a].Sentences[c.Sentences[0]].Span.Of(e.d.Articles[a].Text), 80)
	}
	return ""
}
