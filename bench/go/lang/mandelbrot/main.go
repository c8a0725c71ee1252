// Command mandelbrot is conformance/programs/mandelbrot.py in Go.
package main

import (
	"bufio"
	"fmt"
	"strings"

	"krait/bench/lang/drive"
)

const limit = 50

func inside(cr, ci float64) bool {
	zr, zi := 0.0, 0.0
	for range limit {
		zr, zi = zr*zr-zi*zi+cr, 2*zr*zi+ci
		if zr*zr+zi*zi > 4 {
			return false
		}
	}
	return true
}

func bitmap(size int) []byte {
	var data []byte
	for y := range size {
		ci := 2*float64(y)/float64(size) - 1
		var bits byte
		for x := range size {
			bits <<= 1
			if inside(2*float64(x)/float64(size)-1.5, ci) {
				bits |= 1
			}
			if x%8 == 7 {
				data = append(data, bits)
				bits = 0
			}
		}
		if size%8 != 0 {
			data = append(data, bits<<(8-size%8))
		}
	}
	return data
}

func main() {
	drive.Main(func(size int, out *bufio.Writer) {
		data := bitmap(size)
		var checksum uint32
		for _, each := range data {
			checksum = checksum*31 + uint32(each)
		}
		fmt.Fprintln(out, size, len(data), checksum)
		if size > 60 {
			return
		}
		width := (size + 7) / 8
		picture := strings.NewReplacer("0", " ", "1", "#")
		for y := 0; y < size; y += 2 {
			for _, each := range data[y*width : (y+1)*width] {
				fmt.Fprint(out, picture.Replace(fmt.Sprintf("%08b", each)))
			}
			fmt.Fprintln(out)
		}
	})
}
