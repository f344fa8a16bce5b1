/** What pays how much (`learning.md` §4), thin for now. Each source pays once; signing in, time and failing pay nothing. */
export const points = { lesson: 20, checkAnswer: 5, quiz: 30, practice: 10, scenario: 40, certificate: 300 } as const
