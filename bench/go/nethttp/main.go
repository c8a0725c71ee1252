// Command nethttp is the yardstick: the benchmark's handlers on Go's own HTTP server.
package main

import (
	"bytes"
	"flag"
	"io"
	"log"
	"net/http"
	"strconv"
	"time"
)

// lanes holds back more than a number of handlers at a time, as a pool of workers does.
func lanes(number int, next http.HandlerFunc) http.HandlerFunc {
	if number == 0 {
		return next
	}
	free := make(chan struct{}, number)
	return func(w http.ResponseWriter, r *http.Request) {
		free <- struct{}{}
		defer func() { <-free }()
		next(w, r)
	}
}

func answer(w http.ResponseWriter, contentType string, body []byte) {
	w.Header().Set("Content-Type", contentType)
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	if _, err := w.Write(body); err != nil {
		log.Print(err)
	}
}

func fixed(body []byte, wait time.Duration) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		time.Sleep(wait)
		answer(w, "text/plain; charset=utf-8", body)
	}
}

func echo(w http.ResponseWriter, r *http.Request) {
	body := make([]byte, max(0, r.ContentLength))
	if _, err := io.ReadFull(r.Body, body); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	answer(w, "application/octet-stream", body)
}

func fibonacci(n int) uint64 {
	var a, b uint64 = 0, 1
	for range n {
		a, b = b, (a+b)&0xFFFFFFFF
	}
	return a
}

func recursion(n int) int {
	if n < 2 {
		return n
	}
	return recursion(n-1) + recursion(n-2)
}

// ofNumber answers with a text made from the number in the path.
func ofNumber(text func(n int) string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		n, err := strconv.Atoi(r.PathValue("n"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusUnprocessableEntity)
			return
		}
		answer(w, "text/plain; charset=utf-8", []byte(text(n)))
	}
}

func main() {
	address := flag.String("addr", "127.0.0.1:8000", "address to listen on")
	app := flag.String("app", "hello", "hello, payload, echo, blocking, mixed or compiled")
	number := flag.Int("lanes", 0, "handlers that run at a time; 0 for no bound")
	flag.Parse()

	mux := http.NewServeMux()
	switch *app {
	case "hello":
		mux.HandleFunc("/", fixed([]byte("Hello, World!"), 0))
	case "payload":
		mux.HandleFunc("/", fixed(bytes.Repeat([]byte("x"), 10_240), 0))
	case "echo":
		mux.HandleFunc("/", echo)
	case "blocking":
		mux.HandleFunc("/", fixed([]byte("done"), 10*time.Millisecond))
	case "mixed":
		mux.HandleFunc("/fast", fixed([]byte("fast"), time.Millisecond))
		mux.HandleFunc("/slow", fixed([]byte("slow"), 100*time.Millisecond))
	case "compiled":
		mux.HandleFunc("GET /{$}", fixed([]byte("Hello, World!"), 0))
		mux.HandleFunc("GET /fibonacci/{n}", ofNumber(func(n int) string {
			return strconv.FormatUint(fibonacci(n), 10)
		}))
		mux.HandleFunc("GET /recursion/{n}", ofNumber(func(n int) string {
			return strconv.Itoa(recursion(n))
		}))
	default:
		log.Fatalf("no application is named %q", *app)
	}
	log.Fatal(http.ListenAndServe(*address, lanes(*number, mux.ServeHTTP)))
}
