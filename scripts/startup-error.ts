/** What keeps the launcher from starting, as one sentence for the person at the terminal. Anything else thrown is a bug. */
export class StartupError extends Error {}
