// Command sieve is conformance/programs/sieve.py in Go.
package main

import (
	"bufio"
	"fmt"
	"iter"
	"strings"

	"krait/bench/lang/drive"
)

func byList(limit int) []int {
	flags := make([]bool, limit+1)
	for i := range flags {
		flags[i] = true
	}
	var primes []int
	for n := 2; n <= limit; n++ {
		if flags[n] {
			primes = append(primes, n)
			for multiple := n * n; multiple <= limit; multiple += n {
				flags[multiple] = false
			}
		}
	}
	return primes
}

func byBytes(limit int) int {
	flags := make([]byte, limit+1)
	for i := range flags {
		flags[i] = 1
	}
	flags[0], flags[1] = 0, 0
	for n := 2; n*n <= limit; n++ {
		if flags[n] != 0 {
			for multiple := n * n; multiple <= limit; multiple += n {
				flags[multiple] = 0
			}
		}
	}
	total := 0
	for _, flag := range flags {
		total += int(flag)
	}
	return total
}

func oneByOne() iter.Seq[int] {
	return func(yield func(int) bool) {
		multiples := map[int]int{}
		for n := 2; ; n++ {
			step, found := multiples[n]
			if !found {
				if !yield(n) {
					return
				}
				multiples[n*n] = n
				continue
			}
			delete(multiples, n)
			following := n + step
			for {
				if _, taken := multiples[following]; !taken {
					break
				}
				following += step
			}
			multiples[following] = step
		}
	}
}

// list prints as Python does.
func list(values []int) string {
	return strings.ReplaceAll(fmt.Sprint(values), " ", ", ")
}

// truth prints as Python does.
func truth(value bool) string {
	if value {
		return "True"
	}
	return "False"
}

func main() {
	drive.Main(func(limit int, out *bufio.Writer) {
		primes := byList(limit)
		last := primes[max(0, len(primes)-3):]
		first := primes[:min(10, len(primes))]
		fmt.Fprintln(out, len(primes), list(first), list(last), byBytes(limit))
		total := 0
		for p := range oneByOne() {
			if p > limit {
				break
			}
			total += p
		}
		sum := 0
		for _, p := range primes {
			sum += p
		}
		fmt.Fprintln(out, total, truth(total == sum))
	})
}
