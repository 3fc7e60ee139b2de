module natsfleet.dev/tools/pause

go 1.26
