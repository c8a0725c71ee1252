// Command fannkuch is conformance/programs/fannkuch.py in Go.
package main

import (
	"bufio"
	"fmt"

	"krait/bench/lang/drive"
)

func flipsOf(permutation, work []int) int {
	copy(work, permutation)
	flips := 0
	for first := work[0]; first != 0; first = work[0] {
		for i, j := 0, first; i < j; i, j = i+1, j-1 {
			work[i], work[j] = work[j], work[i]
		}
		flips++
	}
	return flips
}

func fannkuch(n int) (checksum, most int) {
	permutation := make([]int, n)
	for i := range permutation {
		permutation[i] = i
	}
	work := make([]int, n)
	counts := make([]int, n)
	even := true
	level := n
	for {
		for ; level > 1; level-- {
			counts[level-1] = level
		}
		if permutation[0] != 0 {
			flips := flipsOf(permutation, work)
			most = max(most, flips)
			if even {
				checksum += flips
			} else {
				checksum -= flips
			}
		}
		even = !even
		for {
			if level == n {
				return checksum, most
			}
			first := permutation[0]
			copy(permutation, permutation[1:level+1])
			permutation[level] = first
			counts[level]--
			if counts[level] > 0 {
				break
			}
			level++
		}
	}
}

func main() {
	drive.Main(func(n int, out *bufio.Writer) {
		checksum, most := fannkuch(n)
		fmt.Fprintf(out, "%d\nflips(%d) = %d\n", checksum, n, most)
	})
}
