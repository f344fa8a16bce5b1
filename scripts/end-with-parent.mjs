// Loaded before a child's own program: when the launcher is gone, killed even, the IPC channel to it closes and the child ends too.
process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.exit(1), 3_000).unref() // open connections must not hold the port against the next launcher
})
process.channel?.unref()
