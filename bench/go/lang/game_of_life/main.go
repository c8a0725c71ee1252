// Command game_of_life is conformance/programs/game_of_life.py in Go.
package main

import (
	"bufio"
	"fmt"

	"krait/bench/lang/drive"
)

type cell struct{ x, y int }

func (c cell) less(other cell) bool {
	return c.x < other.x || (c.x == other.x && c.y < other.y)
}

func step(alive map[cell]struct{}) map[cell]struct{} {
	neighbours := map[cell]int{}
	for at := range alive {
		for dx := -1; dx <= 1; dx++ {
			for dy := -1; dy <= 1; dy++ {
				if dx != 0 || dy != 0 {
					neighbours[cell{at.x + dx, at.y + dy}]++
				}
			}
		}
	}
	next := map[cell]struct{}{}
	for at, n := range neighbours {
		if _, lives := alive[at]; n == 3 || (n == 2 && lives) {
			next[at] = struct{}{}
		}
	}
	return next
}

type torus struct {
	width, height int
	rows          [][]bool
}

func newTorus(width, height int) *torus {
	t := &torus{width: width, height: height}
	for range height {
		t.rows = append(t.rows, make([]bool, width))
	}
	return t
}

func (t *torus) count(x, y int) int {
	total := 0
	for dy := -1; dy <= 1; dy++ {
		row := t.rows[(y+dy+t.height)%t.height]
		for dx := -1; dx <= 1; dx++ {
			if (dx != 0 || dy != 0) && row[(x+dx+t.width)%t.width] {
				total++
			}
		}
	}
	return total
}

func (t *torus) step() {
	next := newTorus(t.width, t.height)
	for y := range next.rows {
		for x := range next.rows[y] {
			next.rows[y][x] = t.count(x, y) == 3 || (t.rows[y][x] && t.count(x, y) == 2)
		}
	}
	t.rows = next.rows
}

func main() {
	glider := []cell{{1, 0}, {2, 1}, {0, 2}, {1, 2}, {2, 2}}
	rPentomino := []cell{{1, 0}, {2, 0}, {0, 1}, {1, 1}, {1, 2}}
	drive.Main(func(generations int, out *bufio.Writer) {
		alive := map[cell]struct{}{}
		for _, at := range rPentomino {
			alive[at] = struct{}{}
		}
		for range generations {
			alive = step(alive)
		}
		var least, most *cell
		for at := range alive {
			if least == nil || at.less(*least) {
				least = &at
			}
			if most == nil || most.less(at) {
				most = &at
			}
		}
		fmt.Fprintf(out, "%d (%d, %d) (%d, %d)\n", len(alive), least.x, least.y, most.x, most.y)
		t := newTorus(16, 10)
		for _, at := range glider {
			t.rows[at.y][at.x] = true
		}
		for range min(generations, 30) {
			t.step()
		}
		for _, row := range t.rows {
			for _, lives := range row {
				if lives {
					out.WriteByte('#')
				} else {
					out.WriteByte('.')
				}
			}
			out.WriteByte('\n')
		}
	})
}
