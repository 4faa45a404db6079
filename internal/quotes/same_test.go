package quotes

import "testing"

func TestSame(t *testing.T) {
	const whole = "“We will not sign the treaty before the prisoners are home, and nobody should expect us to sign it before that day.”"
	for _, tt := range []struct {
		name, a, b string
		want       Likeness
	}{
		{"other marks and case", "“Work continues,”", "\"work continues.\"", Identical},
		{"a contraction written out", "“We don’t sign it”", "'We do not sign it'", Identical},
		{"the end cut off", whole, "\"We will not sign the treaty before the prisoners are home,\"", Cut},
		{"a fragment of it", whole, "“nobody should expect us to sign”", Cut},
		{"the middle cut out", whole, "“We will not sign the treaty … before that day.”", Cut},
		{"an editor's words in brackets", whole, "“We will not sign [it] before the prisoners are home”", Cut},
		{"worded differently", whole, "“We shall not sign the treaty before all prisoners are home, and nobody should expect us to sign it sooner.”", Reworded},
		{"translated twice", "“The exercises will take place only with the agreement of both governments.”", "“The exercises take place only upon agreement of both governments.”", Reworded},
		{"a negation more", "“We will sign the treaty before the prisoners are home.”", "“We will not sign the treaty before the prisoners are home.”", Different},
		{"another number", "“We lost 12 men at the bridge on Sunday.”", "“We lost 14 men at the bridge on Sunday.”", Different},
		{"another number in words", "“We lost two men at the bridge on Sunday.”", "“We lost three men at the bridge on Sunday.”", Different},
		{"hollow words alone", "“It is what we have to do for all of you.”", "“It is what they will have to do with it.”", Different},
		{"too short to know", "“very good”", "“very good talks with all of them”", Different},
		{"scattered words are no cut", whole, "“We sign prisoners and us it that.”", Different},
		{"nothing in common", "“The dam held.”", "“Prices will fall by spring.”", Different},
		{"empty", "“”", "“”", Different},
		{"Cyrillic", "«Мы не подпишем договор до весны»", "«мы не подпишем договор»", Cut},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, b := SaidIn(tt.a), SaidIn(tt.b)
			if got := Same(a, b); got != tt.want {
				t.Errorf("Same(%q, %q) = %d, want %d", tt.a, tt.b, got, tt.want)
			}
			if got := Same(b, a); got != tt.want {
				t.Errorf("the other way round: %d, want %d", got, tt.want)
			}
		})
	}
}

func TestSameButFacts(t *testing.T) {
	for _, tt := range []struct {
		name, a, b string
		want       bool
	}{
		{"a negation", "\"We do not expect an oil spill at this stage.\"", "“We expect an oil spill at this stage.”", true},
		{"a number", "“We lost 12 men at the bridge on Sunday.”", "“We lost 14 men at the bridge on Sunday.”", true},
		{"the same words", "“We lost 12 men at the bridge on Sunday.”", "\"We lost 12 men at the bridge on Sunday.\"", false},
		{"other words too", "“We lost 12 men at the bridge on Sunday.”", "“The ministry counts 14 dead so far.”", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := SameButFacts(SaidIn(tt.a), SaidIn(tt.b)); got != tt.want {
				t.Errorf("got %v", got)
			}
		})
	}
}

func FuzzSame(f *testing.F) {
	f.Add("“We will not sign it.”", "we won't sign [the treaty] it")
	f.Add("a b c d a b c d", "a b c d")
	f.Fuzz(func(t *testing.T, a, b string) {
		x, y := SaidIn(a), SaidIn(b)
		if got, back := Same(x, y), Same(y, x); got != back {
			t.Errorf("Same(%q, %q) = %d, the other way round %d", a, b, got, back)
		}
		if got := Same(x, x); len(x.words) > 0 && got != Identical {
			t.Errorf("%q is not itself: %d", a, got)
		}
	})
}
