// Command spectral_norm is conformance/programs/spectral_norm.py in Go.
package main

import (
	"bufio"
	"fmt"
	"math"

	"krait/bench/lang/drive"
)

func entry(i, j int) float64 {
	return 1 / float64((i+j)*(i+j+1)/2+i+1)
}

func times(v []float64) []float64 {
	result := make([]float64, len(v))
	for i := range result {
		total := 0.0
		for j, x := range v {
			total += entry(i, j) * x
		}
		result[i] = total
	}
	return result
}

func timesTransposed(v []float64) []float64 {
	result := make([]float64, len(v))
	for i := range result {
		total := 0.0
		for j, x := range v {
			total += entry(j, i) * x
		}
		result[i] = total
	}
	return result
}

func spectralNorm(n int) float64 {
	u := make([]float64, n)
	for i := range u {
		u[i] = 1
	}
	v := u
	for range 10 {
		v = timesTransposed(times(u))
		u = timesTransposed(times(v))
	}
	vbv, vv := 0.0, 0.0
	for i, b := range v {
		vbv += u[i] * b
		vv += b * b
	}
	return math.Sqrt(vbv / vv)
}

func main() {
	drive.Main(func(n int, out *bufio.Writer) {
		fmt.Fprintf(out, "%.9f\n", spectralNorm(n))
	})
}
