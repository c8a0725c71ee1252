// Command matrix_multiplication is conformance/programs/matrix_multiplication.py in Go.
package main

import (
	"bufio"
	"fmt"
	"math/big"

	"krait/bench/lang/drive"
)

func floatMatrix(n, seed int) [][]float64 {
	result := make([][]float64, n)
	for i := range result {
		result[i] = make([]float64, n)
		for j := range result[i] {
			result[i][j] = float64((i-j)*(i+j+seed)) / float64(n) / float64(n)
		}
	}
	return result
}

func multiply(a, b [][]float64) [][]float64 {
	columns := make([][]float64, len(b[0]))
	for j := range columns {
		columns[j] = make([]float64, len(b))
		for i := range b {
			columns[j][i] = b[i][j]
		}
	}
	result := make([][]float64, len(a))
	for i, row := range a {
		result[i] = make([]float64, len(columns))
		for j, column := range columns {
			total := 0.0
			for k, x := range row {
				total += x * column[k]
			}
			result[i][j] = total
		}
	}
	return result
}

func multiplyInts(a, b [][]int) [][]int {
	result := make([][]int, len(a))
	for i := range a {
		result[i] = make([]int, len(b[0]))
		for j := range b[0] {
			total := 0
			for k := range b {
				total += a[i][k] * b[k][j]
			}
			result[i][j] = total
		}
	}
	return result
}

// multiplyBig is multiplyInts where 64 bits are too few, which Python does not tell apart.
func multiplyBig(a, b [][]*big.Int) [][]*big.Int {
	result := make([][]*big.Int, len(a))
	product := new(big.Int)
	for i := range a {
		result[i] = make([]*big.Int, len(b[0]))
		for j := range b[0] {
			total := new(big.Int)
			for k := range b {
				total.Add(total, product.Mul(a[i][k], b[k][j]))
			}
			result[i][j] = total
		}
	}
	return result
}

func enlarged(a [][]int) [][]*big.Int {
	result := make([][]*big.Int, len(a))
	for i, row := range a {
		for _, value := range row {
			result[i] = append(result[i], big.NewInt(int64(value)))
		}
	}
	return result
}

func main() {
	drive.Main(func(n int, out *bufio.Writer) {
		c := multiply(floatMatrix(n, 1), floatMatrix(n, 2))
		sum := 0.0
		for _, row := range c {
			rowSum := 0.0
			for _, value := range row {
				rowSum += value
			}
			sum += rowSum
		}
		fmt.Fprintf(out, "%.12f %.3f\n", c[n/2][n/3], sum)
		d := make([][]int, n)
		for i := range d {
			for j := range n {
				d[i] = append(d[i], i*j+1)
			}
		}
		e := multiplyInts(d, d)
		total := 0
		for _, row := range e {
			for _, value := range row {
				total += value
			}
		}
		fmt.Fprintln(out, e[n-1][n-1], total)
		large := enlarged(e)
		fmt.Fprintln(out, multiplyBig(multiplyBig(large, large), large)[n-1][n-1])
	})
}
