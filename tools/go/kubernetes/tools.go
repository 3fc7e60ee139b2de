//go:build tools

// Package tools pins the Kubernetes release whose API server natsfleet is tested with.
package tools

import (
	_ "k8s.io/kubernetes/cmd/kube-apiserver"
	_ "k8s.io/kubernetes/cmd/kubectl"
)
