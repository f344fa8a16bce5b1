import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Checks who imports whom, by the rules of `.dependency-cruiser.cjs`, and that it really looked: a broken alias would silence every rule. */

const folders = ['app', 'components', 'domain', 'e2e', 'prisma', 'scripts', 'server', 'tests']
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

type Cruise = {
  summary: { totalCruised: number; violations: { rule: { name: string }; from: string; to: string }[] }
  modules: { dependencies: { resolved: string; couldNotResolve: boolean; module: string }[] }[]
}

/** Everything wrong with the tree under `base`, one line each. */
export function directionFaults(base: string): { faults: string[]; modules: number } {
  const program = path.join(root, 'node_modules/.bin/depcruise')
  const present = folders.filter((folder) => existsSync(path.join(base, folder)))
  const { stdout, stderr } = spawnSync(program, ['--config', path.join(root, '.dependency-cruiser.cjs'), '--output-type', 'json', ...present], {
    cwd: base,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  })
  if (!stdout) throw new Error(`dependency-cruiser said nothing: ${stderr}`)
  const { summary, modules } = JSON.parse(stdout) as Cruise
  const faults = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)

  const files = present
    .flatMap((folder) => readdirSync(path.join(base, folder), { recursive: true, encoding: 'utf8' }))
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file)).length
  if (summary.totalCruised < files) faults.push(`looked at ${summary.totalCruised} modules although there are ${files} source files`)
  const aliases = modules.flatMap((module) => module.dependencies).filter((dependency) => dependency.module.startsWith('@/'))
  const lost = aliases.filter((dependency) => dependency.couldNotResolve)
  if (lost.length > 0) faults.push(...new Set(lost.map((dependency) => `cannot resolve ${dependency.module}`)))
  return { faults, modules: summary.totalCruised }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { faults, modules } = directionFaults(root)
  for (const fault of faults) console.error(fault)
  console.log(`direction: ${modules} modules, ${faults.length} faults`)
  process.exitCode = faults.length > 0 ? 1 : 0
}
