package app

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// canAsk reports whether the browser can be asked to keep what is saved here.
func (s storage) canAsk() bool {
	return (s.copy == "saved" || s.copy == "update") && !s.persisted && canPersist()
}

// keepCopy asks the browser not to remove what is saved here by itself.
func (r *reader) keepCopy() {
	persist(func(yes bool) {
		r.ctx.Dispatch(func(app.Context) {
			r.storage.persisted = yes
			r.said = choose(yes, "The browser promised to keep it", "The browser did not promise to keep it")
			r.redraw()
		})
	})
}
