// Loaded before the web server: when the launcher is gone, killed even, its IPC channel closes and the server ends too.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
