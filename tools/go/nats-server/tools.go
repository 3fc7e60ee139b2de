//go:build tools

// Package tools pins the release of nats-server that natsfleet is tested with.
package tools

import _ "github.com/nats-io/nats-server/v2"
