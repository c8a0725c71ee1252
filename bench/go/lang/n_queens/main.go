// Command n_queens is conformance/programs/n_queens.py in Go.
package main

import (
	"bufio"
	"fmt"
	"iter"
	"slices"
	"strings"

	"krait/bench/lang/drive"
)

type set map[int]struct{}

func (s set) has(value int) bool {
	_, found := s[value]
	return found
}

func solutions(n int) iter.Seq[[]int] {
	columns, rising, falling := set{}, set{}, set{}
	var placed []int
	var place func(row int, yield func([]int) bool) bool
	place = func(row int, yield func([]int) bool) bool {
		if row == n {
			return yield(slices.Clone(placed))
		}
		for column := range n {
			if columns.has(column) || rising.has(row+column) || falling.has(row-column) {
				continue
			}
			columns[column] = struct{}{}
			rising[row+column] = struct{}{}
			falling[row-column] = struct{}{}
			placed = append(placed, column)
			if !place(row+1, yield) {
				return false
			}
			placed = placed[:len(placed)-1]
			delete(columns, column)
			delete(rising, row+column)
			delete(falling, row-column)
		}
		return true
	}
	return func(yield func([]int) bool) { place(0, yield) }
}

func countByBits(n, columns, rising, falling int) int {
	full := 1<<n - 1
	if columns == full {
		return 1
	}
	total := 0
	free := full &^ (columns | rising | falling)
	for free != 0 {
		bit := free & -free
		free ^= bit
		total += countByBits(n, columns|bit, (rising|bit)<<1, (falling|bit)>>1)
	}
	return total
}

// list prints as Python does.
func list(values []int) string {
	return strings.ReplaceAll(fmt.Sprint(values), " ", ", ")
}

func main() {
	drive.Main(func(n int, out *bufio.Writer) {
		found := slices.Collect(solutions(n))
		fmt.Fprintln(out, len(found), list(found[0]), list(found[len(found)-1]))
		for _, column := range found[0] {
			row := strings.Repeat(". ", column) + "Q " + strings.Repeat(". ", n-column-1)
			fmt.Fprintln(out, row)
		}
		var counts []int
		for k := 1; k <= n; k++ {
			counts = append(counts, countByBits(k, 0, 0, 0))
		}
		fmt.Fprintln(out, list(counts))
	})
}
