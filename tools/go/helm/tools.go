//go:build tools

// Package tools pins the release of helm that natsfleet is tested with.
package tools

import _ "helm.sh/helm/v4/cmd/helm"
