// Command levenshtein is conformance/programs/levenshtein.py in Go.
package main

import (
	"bufio"
	"fmt"
	"strings"

	"krait/bench/lang/drive"
)

func distance(a, b string) int {
	return between([]rune(a), []rune(b))
}

func between(a, b []rune) int {
	if len(a) < len(b) {
		a, b = b, a
	}
	previous := make([]int, len(b)+1)
	for j := range previous {
		previous[j] = j
	}
	for i, ca := range a {
		current := make([]int, 1, len(b)+1)
		current[0] = i + 1
		for j, cb := range b {
			change := previous[j]
			if ca != cb {
				change++
			}
			current = append(current, min(previous[j+1]+1, current[j]+1, change))
		}
		previous = current
	}
	return previous[len(b)]
}

func words(count int) []string {
	syllables := []string{"ka", "to", "mi", "re", "lu", "sen", "do", "vi", "ra", "pe"}
	var result []string
	state := uint32(7)
	for range count {
		var word strings.Builder
		for range 2 + state%4 {
			state = state*69069 + 1
			word.WriteString(syllables[(state>>16)%uint32(len(syllables))])
		}
		result = append(result, word.String())
	}
	return result
}

func main() {
	drive.Main(func(count int, out *bufio.Writer) {
		fmt.Fprintln(out, distance("kitten", "sitting"), distance("", "abc"), distance("flaw", "lawn"))
		fmt.Fprintln(out, distance("日本語", "日本"), distance("a😀b", "ab"))
		vocabulary := words(count)
		total := 0
		for i, a := range vocabulary {
			for _, b := range vocabulary[:i] {
				total += distance(a, b)
			}
		}
		nearest, least := "", 0
		for i, word := range vocabulary {
			d := distance(word, "torelumika")
			if i == 0 || d < least || (d == least && word < nearest) {
				nearest, least = word, d
			}
		}
		fmt.Fprintln(out, len(vocabulary), total, nearest)
	})
}
