//go:build tools

// Package tools pins the nats command line that the benchmarks and the smoke run use.
package tools

import _ "github.com/nats-io/natscli/nats"
