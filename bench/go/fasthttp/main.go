// Command fasthttp is a second yardstick: the benchmark's handlers on valyala/fasthttp.
package main

import (
	"bytes"
	"flag"
	"log"
	"strconv"
	"strings"
	"time"

	"github.com/valyala/fasthttp"
)

// lanes holds back more than a number of handlers at a time, as a pool of workers does.
func lanes(number int, next fasthttp.RequestHandler) fasthttp.RequestHandler {
	if number == 0 {
		return next
	}
	free := make(chan struct{}, number)
	return func(c *fasthttp.RequestCtx) {
		free <- struct{}{}
		defer func() { <-free }()
		next(c)
	}
}

func fixed(body []byte, wait time.Duration) fasthttp.RequestHandler {
	return func(c *fasthttp.RequestCtx) {
		time.Sleep(wait)
		c.SetContentType("text/plain; charset=utf-8")
		c.SetBody(body)
	}
}

func echo(c *fasthttp.RequestCtx) {
	c.SetContentType("application/octet-stream")
	c.SetBody(c.PostBody())
}

func mixed(c *fasthttp.RequestCtx) {
	switch string(c.Path()) {
	case "/fast":
		fixed([]byte("fast"), time.Millisecond)(c)
	case "/slow":
		fixed([]byte("slow"), 100*time.Millisecond)(c)
	default:
		c.NotFound()
	}
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

// compiled tells its few routes apart by hand, which costs less than a router.
func compiled(c *fasthttp.RequestCtx) {
	path := string(c.Path())
	if path == "/" {
		fixed([]byte("Hello, World!"), 0)(c)
	} else if text, found := strings.CutPrefix(path, "/fibonacci/"); found {
		ofNumber(c, text, func(n int) string { return strconv.FormatUint(fibonacci(n), 10) })
	} else if text, found := strings.CutPrefix(path, "/recursion/"); found {
		ofNumber(c, text, func(n int) string { return strconv.Itoa(recursion(n)) })
	} else {
		c.NotFound()
	}
}

func ofNumber(c *fasthttp.RequestCtx, text string, answer func(n int) string) {
	n, err := strconv.Atoi(text)
	if err != nil {
		c.Error(err.Error(), fasthttp.StatusUnprocessableEntity)
		return
	}
	c.SetContentType("text/plain; charset=utf-8")
	c.SetBodyString(answer(n))
}

func main() {
	address := flag.String("addr", "127.0.0.1:8000", "address to listen on")
	app := flag.String("app", "hello", "hello, payload, echo, blocking, mixed or compiled")
	number := flag.Int("lanes", 0, "handlers that run at a time; 0 for no bound")
	flag.Parse()

	var handler fasthttp.RequestHandler
	switch *app {
	case "hello":
		handler = fixed([]byte("Hello, World!"), 0)
	case "payload":
		handler = fixed(bytes.Repeat([]byte("x"), 10_240), 0)
	case "echo":
		handler = echo
	case "blocking":
		handler = fixed([]byte("done"), 10*time.Millisecond)
	case "mixed":
		handler = mixed
	case "compiled":
		handler = compiled
	default:
		log.Fatalf("no application is named %q", *app)
	}
	log.Fatal(fasthttp.ListenAndServe(*address, lanes(*number, handler)))
}
