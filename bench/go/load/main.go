// Command load drives /fast and /slow of one server and reports the latency of each apart.
//
// With -rate 0 the loop is closed: every connection asks again as soon as it is answered. With a
// rate the loop is open: requests fall due at random times of that mean rate (a Poisson process),
// whether the server keeps up or not, and latency counts from the time a request fell due, so a
// stalled server can't hide the requests that it kept waiting.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log"
	"math/rand/v2"
	"net"
	"net/http"
	"os"
	"slices"
	"sync"
	"time"
)

// class is one kind of request and the only right answer to it.
type class struct {
	name    string
	request []byte
}

// tally is what one connection saw of one class.
type tally struct {
	micros  []int64
	wrong   int // answered, but not with 200 and the right body
	sockets int // connection refused, cut or timed out
}

// client owns one connection, which it opens again when the server closes it.
type client struct {
	address string
	conn    net.Conn
	reader  *bufio.Reader
	tallies map[string]*tally
}

func (c *client) close() {
	if c.conn != nil {
		_ = c.conn.Close()
		c.conn = nil
	}
}

// ask sends one request; the answer's time counts from `due`.
func (c *client) ask(kind class, due time.Time) {
	seen := c.tallies[kind.name]
	reused := c.conn != nil
	right, err := c.exchange(kind)
	if err != nil && reused { // The server may have closed an idle connection: not an error yet.
		c.close()
		right, err = c.exchange(kind)
	}
	switch {
	case err != nil:
		seen.sockets++
		c.close()
	case !right:
		seen.wrong++
	default:
		seen.micros = append(seen.micros, time.Since(due).Microseconds())
	}
}

func (c *client) exchange(kind class) (bool, error) {
	if c.conn == nil {
		conn, err := net.DialTimeout("tcp", c.address, 5*time.Second)
		if err != nil {
			return false, err
		}
		c.conn = conn
		c.reader = bufio.NewReader(conn)
	}
	if err := c.conn.SetDeadline(time.Now().Add(10 * time.Second)); err != nil {
		return false, err
	}
	if _, err := c.conn.Write(kind.request); err != nil {
		return false, err
	}
	response, err := http.ReadResponse(c.reader, nil)
	if err != nil {
		return false, err
	}
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return false, err
	}
	if response.Close {
		c.close()
	}
	return response.StatusCode == http.StatusOK && string(body) == kind.name, nil
}

// chooser draws the class of each request.
type chooser struct {
	random      *rand.Rand
	slowPercent float64
	fast, slow  class
}

func (c *chooser) next() class {
	if c.random.Float64()*100 < c.slowPercent {
		return c.slow
	}
	return c.fast
}

type arrival struct {
	kind class
	due  time.Time
}

// schedule sends the arrivals of an open loop until `until`.
func schedule(choose *chooser, rate float64, until time.Time, out chan<- arrival) {
	defer close(out)
	for due := time.Now(); due.Before(until); {
		time.Sleep(time.Until(due))
		out <- arrival{choose.next(), due}
		due = due.Add(time.Duration(choose.random.ExpFloat64() / rate * float64(time.Second)))
	}
}

// Summary is one class in the output.
type Summary struct {
	Requests int   `json:"requests"`
	P50      int64 `json:"p50"`
	P99      int64 `json:"p99"`
	Max      int64 `json:"max"`
	Wrong    int   `json:"wrong"`
	Sockets  int   `json:"sockets"`
}

func summarise(clients []*client, name string) Summary {
	var all tally
	for _, c := range clients {
		seen := c.tallies[name]
		all.micros = append(all.micros, seen.micros...)
		all.wrong += seen.wrong
		all.sockets += seen.sockets
	}
	slices.Sort(all.micros)
	summary := Summary{Requests: len(all.micros), Wrong: all.wrong, Sockets: all.sockets}
	if last := len(all.micros) - 1; last >= 0 {
		summary.P50 = all.micros[last*50/100]
		summary.P99 = all.micros[last*99/100]
		summary.Max = all.micros[last]
	}
	return summary
}

func run(address string, connections int, lasting time.Duration, slow, rate float64, seed uint64) map[string]any {
	kind := func(name string) class {
		return class{name, fmt.Appendf(nil, "GET /%s HTTP/1.1\r\nHost: %s\r\n\r\n", name, address)}
	}
	choose := func(stream uint64) *chooser {
		return &chooser{rand.New(rand.NewPCG(seed, stream)), slow, kind("fast"), kind("slow")}
	}
	clients := make([]*client, connections)
	for i := range clients {
		clients[i] = &client{address: address, tallies: map[string]*tally{"fast": {}, "slow": {}}}
	}
	began := time.Now()
	until := began.Add(lasting)
	// The queue of an open loop holds every arrival of the run: the schedule never waits.
	arrivals := make(chan arrival, int(rate*lasting.Seconds()*2)+1)
	if rate > 0 {
		go schedule(choose(0), rate, until, arrivals)
	}
	var all sync.WaitGroup
	for i, c := range clients {
		all.Go(func() {
			defer c.close()
			if rate > 0 {
				for next := range arrivals {
					c.ask(next.kind, next.due)
				}
				return
			}
			mine := choose(uint64(i) + 1)
			for time.Now().Before(until) {
				c.ask(mine.next(), time.Now())
			}
		})
	}
	all.Wait()
	return map[string]any{
		"micros": time.Since(began).Microseconds(),
		"fast":   summarise(clients, "fast"),
		"slow":   summarise(clients, "slow"),
	}
}

func main() {
	address := flag.String("addr", "127.0.0.1:8000", "address of the server")
	connections := flag.Int("c", 64, "connections")
	lasting := flag.Duration("d", 8*time.Second, "duration")
	slow := flag.Float64("slow", 1, "percent of requests that ask for /slow")
	rate := flag.Float64("rate", 0, "requests a second of an open loop; 0 for a closed one")
	seed := flag.Uint64("seed", 1, "seed of the random choices")
	flag.Parse()
	result := run(*address, *connections, *lasting, *slow, *rate, *seed)
	if err := json.NewEncoder(os.Stdout).Encode(result); err != nil {
		log.Fatal(err)
	}
}
