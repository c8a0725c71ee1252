// Command binary_trees is conformance/programs/binary_trees.py in Go.
package main

import (
	"bufio"
	"fmt"

	"krait/bench/lang/drive"
)

type tree struct{ left, right *tree }

func (t *tree) count() int {
	if t.left == nil || t.right == nil {
		return 1
	}
	return 1 + t.left.count() + t.right.count()
}

func build(depth int) *tree {
	if depth == 0 {
		return &tree{}
	}
	return &tree{build(depth - 1), build(depth - 1)}
}

func main() {
	drive.Main(func(size int, out *bufio.Writer) {
		deepest := max(6, size)
		check := build(deepest + 1).count()
		fmt.Fprintf(out, "stretch tree of depth %d\t check: %d\n", deepest+1, check)
		longLived := build(deepest)
		for depth := 4; depth <= deepest; depth += 2 {
			rounds := 1 << (deepest - depth + 4)
			nodes := 0
			for range rounds {
				nodes += build(depth).count()
			}
			fmt.Fprintf(out, "%d\t trees of depth %d\t check: %d\n", rounds, depth, nodes)
		}
		fmt.Fprintf(out, "long lived tree of depth %d\t check: %d\n", deepest, longLived.count())
	})
}
