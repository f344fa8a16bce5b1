// A thread of the worker process: loads what tsx must translate first, since threads do not take that over from the process.
import { register } from 'tsx/esm/api'

register()
await import('./thread.ts')
