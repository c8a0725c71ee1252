// Command nbody is conformance/programs/nbody.py in Go.
package main

import (
	"bufio"
	"fmt"
	"math"

	"krait/bench/lang/drive"
)

const (
	solarMass = 4 * math.Pi * math.Pi
	days      = 365.24
)

type body struct {
	x, y, z, vx, vy, vz, mass float64
}

type pair struct{ a, b *body }

func newBody(x, y, z, vx, vy, vz, mass float64) *body {
	return &body{x, y, z, vx * days, vy * days, vz * days, mass * solarMass}
}

func solarSystem() []*body {
	return []*body{
		newBody(0, 0, 0, 0, 0, 0, 1),
		newBody(4.841, -1.160, -0.1036, 0.00166, 0.0077, -0.000069, 0.000954),
		newBody(8.343, 4.125, -0.4035, -0.00277, 0.0050, 0.000023, 0.000286),
		newBody(12.894, -15.111, -0.2233, 0.00296, 0.0024, -0.0000297, 0.0000437),
		newBody(15.380, -25.919, 0.1793, 0.00268, 0.0016, -0.0000952, 0.0000515),
	}
}

func restAtCentre(bodies []*body) {
	var x, y, z float64
	for _, b := range bodies {
		x += b.vx * b.mass
		y += b.vy * b.mass
		z += b.vz * b.mass
	}
	sun := bodies[0]
	sun.vx, sun.vy, sun.vz = -x/sun.mass, -y/sun.mass, -z/sun.mass
}

func energy(bodies []*body) float64 {
	total := 0.0
	for i, a := range bodies {
		total += 0.5 * a.mass * (a.vx*a.vx + a.vy*a.vy + a.vz*a.vz)
		for _, b := range bodies[i+1:] {
			dx, dy, dz := a.x-b.x, a.y-b.y, a.z-b.z
			total -= a.mass * b.mass / math.Sqrt(dx*dx+dy*dy+dz*dz)
		}
	}
	return total
}

func advance(pairs []pair, bodies []*body, dt float64) {
	for _, p := range pairs {
		a, b := p.a, p.b
		dx := a.x - b.x
		dy := a.y - b.y
		dz := a.z - b.z
		squared := dx*dx + dy*dy + dz*dz
		pull := dt / (squared * math.Sqrt(squared))
		a.vx -= dx * b.mass * pull
		a.vy -= dy * b.mass * pull
		a.vz -= dz * b.mass * pull
		b.vx += dx * a.mass * pull
		b.vy += dy * a.mass * pull
		b.vz += dz * a.mass * pull
	}
	for _, b := range bodies {
		b.x += dt * b.vx
		b.y += dt * b.vy
		b.z += dt * b.vz
	}
}

func main() {
	drive.Main(func(steps int, out *bufio.Writer) {
		bodies := solarSystem()
		restAtCentre(bodies)
		var pairs []pair
		for i, a := range bodies {
			for _, b := range bodies[i+1:] {
				pairs = append(pairs, pair{a, b})
			}
		}
		fmt.Fprintf(out, "%.9f\n", energy(bodies))
		for range steps {
			advance(pairs, bodies, 0.01)
		}
		fmt.Fprintf(out, "%.9f\n", energy(bodies))
	})
}
