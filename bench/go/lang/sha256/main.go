// Command sha256 is conformance/programs/sha256.py in Go: the digest from its definition.
package main

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"math/big"
	"math/bits"
	"strings"

	"krait/bench/lang/drive"
)

var (
	rounds = fractions(64, 3)
	start  = fractions(8, 2)
)

func firstPrimes(count int) []int64 {
	var primes []int64
	for n := int64(2); len(primes) < count; n++ {
		prime := true
		for _, p := range primes {
			if n%p == 0 {
				prime = false
				break
			}
		}
		if prime {
			primes = append(primes, n)
		}
	}
	return primes
}

// integerRoot is the largest whole number whose k-th power is at most n.
func integerRoot(n *big.Int, k int) *big.Int {
	one := big.NewInt(1)
	low, high := new(big.Int), new(big.Int).Lsh(one, uint(n.BitLen()/k+1))
	for low.Cmp(high) < 0 {
		middle := new(big.Int).Add(low, high)
		middle.Rsh(middle.Add(middle, one), 1)
		if new(big.Int).Exp(middle, big.NewInt(int64(k)), nil).Cmp(n) <= 0 {
			low = middle
		} else {
			high = middle.Sub(middle, one)
		}
	}
	return low
}

// fractions are the first 32 bits behind the point of the k-th roots of the first primes.
func fractions(count, k int) []uint32 {
	var result []uint32
	for _, prime := range firstPrimes(count) {
		root := integerRoot(new(big.Int).Lsh(big.NewInt(prime), uint(32*k)), k)
		result = append(result, uint32(root.Uint64()))
	}
	return result
}

func rotate(x uint32, n int) uint32 {
	return bits.RotateLeft32(x, -n)
}

func compress(state []uint32, block []byte) []uint32 {
	w := make([]uint32, 64)
	for i := range 16 {
		w[i] = binary.BigEndian.Uint32(block[4*i:])
	}
	for i := 16; i < 64; i++ {
		s0 := rotate(w[i-15], 7) ^ rotate(w[i-15], 18) ^ w[i-15]>>3
		s1 := rotate(w[i-2], 17) ^ rotate(w[i-2], 19) ^ w[i-2]>>10
		w[i] = w[i-16] + s0 + w[i-7] + s1
	}
	a, b, c, d := state[0], state[1], state[2], state[3]
	e, f, g, h := state[4], state[5], state[6], state[7]
	for i := range 64 {
		s1 := rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
		choice := (e & f) ^ (^e & g)
		t1 := h + s1 + choice + rounds[i] + w[i]
		s0 := rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
		majority := (a & b) ^ (a & c) ^ (b & c)
		h, g, f, e = g, f, e, d+t1
		d, c, b, a = c, b, a, t1+s0+majority
	}
	next := []uint32{a, b, c, d, e, f, g, h}
	for i := range next {
		next[i] += state[i]
	}
	return next
}

func sha256(message []byte) string {
	data := append([]byte(nil), message...)
	data = append(data, 0x80)
	data = append(data, make([]byte, (64+55-len(message)%64)%64)...)
	data = binary.BigEndian.AppendUint64(data, uint64(8*len(message)))
	state := start
	for at := 0; at < len(data); at += 64 {
		state = compress(state, data[at:at+64])
	}
	var text strings.Builder
	for _, word := range state {
		fmt.Fprintf(&text, "%08x", word)
	}
	return text.String()
}

func main() {
	drive.Main(func(size int, out *bufio.Writer) {
		fmt.Fprintln(out, sha256(nil))
		fmt.Fprintln(out, sha256([]byte("abc")))
		message := make([]byte, size)
		for i := range message {
			message[i] = byte(i * 7)
		}
		fmt.Fprintln(out, sha256(message))
	})
}
