// Package worker carries requests from the page to the engine and replies
// back over postMessage. The newest keystroke overwrites the older: the page
// holds at most one unanswered request of each kind, and only the reply to the
// newest is drawn.
package worker
