/** A roster file that is not read any further. The message is written for whoever keeps the roster. */
export class RosterRefused extends Error {}
