// Package drive runs a program once, or again and again in one process as bench/lang/drive.py does.
package drive

import (
	"bufio"
	"fmt"
	"log"
	"os"
	"strconv"
	"time"
)

// Main reads SIZE [WARM-UP CALLS, WARM-UP SECONDS, SECONDS] from the command line.
func Main(program func(size int, out *bufio.Writer)) {
	size, err := strconv.Atoi(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	if len(os.Args) == 2 {
		program(size, out)
		return
	}
	warmCalls, warmSeconds, seconds := number(2), number(3), number(4)
	calls := 0
	began := time.Now()
	for float64(calls) < warmCalls || time.Since(began).Seconds() < warmSeconds {
		program(size, out)
		calls++
	}
	var times []float64
	began = time.Now()
	for len(times) == 0 || time.Since(began).Seconds() < seconds {
		start := time.Now()
		program(size, out)
		times = append(times, time.Since(start).Seconds())
	}
	fmt.Fprintf(os.Stderr, "CALLS %d\n", calls+len(times))
	for _, each := range times {
		fmt.Fprintf(os.Stderr, "TIME %g\n", each)
	}
}

func number(place int) float64 {
	value, err := strconv.ParseFloat(os.Args[place], 64)
	if err != nil {
		log.Fatal(err)
	}
	return value
}
