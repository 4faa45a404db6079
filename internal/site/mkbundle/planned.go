//go:build ignore

package app

import "syscall/js"

// Elements that are mounted are planned first, and made by the page all at once
// when the first of them is wanted, mostly to put them into the page: so that Go
// and the browser meet once for a screen instead of ten times for an element.
// parallax.carryOut in boot.js reads the plan: steps that end with NUL, on a stack of
// what is not yet put into anything.
//
//	<tag, ^tag  push an element, of HTML or SVG
//	"text       push a text node
//	=name value, !name value, ?name  set an attribute, a property, one to true
//	>           pop, and append it to the next on the stack
type plan struct {
	steps []byte
	open  []*planned // the stack
	next  int        // how many nodes there are
	then  []func()   // to be done when they are made
	made  js.Value   // the nodes, in the order in which they were pushed
}

var planning = &plan{}

// planned is a node of a plan, and the value of the node once that is carried out.
type planned struct {
	value
	of *plan
	at int
}

func (p *plan) step(sign byte, words string) {
	p.steps = append(p.steps, sign)
	for i := range len(words) {
		if words[i] != 0 {
			p.steps = append(p.steps, words[i])
		}
	}
	p.steps = append(p.steps, 0)
}

func (p *plan) push(sign byte, words string) *planned {
	p.step(sign, words)
	v := &planned{of: p, at: p.next}
	p.open, p.next = append(p.open, v), p.next+1
	return v
}

func planElement(tag, namespace string) *planned {
	if namespace != "" {
		return planning.push('^', tag)
	}
	return planning.push('<', tag)
}

func planText(words string) *planned { return planning.push('"', words) }

// within returns p's plan if p is the nth node from the top of its stack.
func (p *planned) within(nth int) *plan {
	if p.of == planning && len(planning.open) >= nth && planning.open[len(planning.open)-nth] == p {
		return planning
	}
	return nil
}

// JSValue has the plan carried out.
func (p *planned) JSValue() Value {
	if p.of == planning {
		planning = &plan{}
		p.of.made = js.Global().Get("parallax").Call("carryOut", string(p.of.steps))
		p.of.steps, p.of.open = nil, nil
		for _, do := range p.of.then {
			do()
		}
	}
	if p.jsValue == nil {
		p.jsValue = p.of.made.Index(p.at)
		p.of = nil
	}
	return p.value
}

func (p *planned) Call(method string, args ...any) Value {
	if to := p.within(1); to != nil && method == "setAttribute" {
		to.step('=', args[0].(string))
		to.step(' ', args[1].(string))
		return nil
	}
	return p.JSValue().Call(method, args...)
}

func (p *planned) Set(name string, x any) {
	switch words, is := x.(string); {
	case p.within(1) == nil || !is && x != true:
		p.JSValue().Set(name, x)
	case is:
		planning.step('!', name)
		planning.step(' ', words)
	default:
		planning.step('?', name)
	}
}

func (p *planned) appendChild(c Wrapper) {
	child, is := c.JSValue().(*planned)
	if to := p.within(2); to != nil && is && child.within(1) != nil {
		to.step('>', "")
		to.open = to.open[:len(to.open)-1]
		return
	}
	p.JSValue().appendChild(c)
}

func (p *planned) addEventListener(event string, f Func, options map[string]any) {
	if p.of == planning {
		planning.then = append(planning.then, func() { p.addEventListener(event, f, options) })
		return
	}
	p.JSValue().addEventListener(event, f, options)
}

func (p *planned) Get(name string) Value         { return p.JSValue().Get(name) }
func (p *planned) Truthy() bool                  { return p.JSValue().Truthy() }
func (p *planned) Equal(v Value) bool            { return p.JSValue().Equal(v) }
func (p *planned) replaceChild(put, old Wrapper) { p.JSValue().replaceChild(put, old) }
func (p *planned) removeChild(c Wrapper)         { p.JSValue().removeChild(c) }
func (p *planned) setNodeValue(words string)     { p.JSValue().setNodeValue(words) }
func (p *planned) removeEventListener(event string, f Func) {
	p.JSValue().removeEventListener(event, f)
}
