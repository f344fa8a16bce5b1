// Who may import whom; the picture is in docs/architecture.md. `npm run check` runs it through scripts/check-direction.ts.

/** Files that run under a test runner or make rows for one. */
const tests = '(^(tests|e2e)/|[.]test[.]tsx?$)'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'nobody-imports-app',
      comment: 'app/ is the outermost layer: routes and the pieces of one route. What two need belongs in components/ or server/.',
      severity: 'error',
      from: { pathNot: '^app/' },
      to: { path: '^app/' },
    },
    {
      name: 'app-uses-server-components-domain',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^(generated|prisma|scripts|tests|e2e|content)/' },
    },
    {
      name: 'components-use-domain-only',
      comment: 'Components are dumb: what they show comes in as props, so no server code can reach the browser through them.',
      severity: 'error',
      from: { path: '^components/', pathNot: tests },
      to: { path: '^(app|server|generated|prisma|scripts|tests|e2e|content)/' },
    },
    {
      name: 'domain-is-pure',
      comment: 'The rules know no database, no framework and no clock.',
      severity: 'error',
      from: { path: '^domain/', pathNot: tests },
      to: { pathNot: '^(domain/|node_modules/(zod|ts-fsrs|pinyin-pro)/)' },
    },
    {
      name: 'server-knows-no-outer-layer',
      severity: 'error',
      from: { path: '^server/', pathNot: tests },
      to: { path: '^(app|components|prisma|scripts|tests|e2e)/' },
    },
    {
      name: 'prisma-in-one-kind-of-file',
      comment: 'Queries are found in one kind of file. Its types may be named anywhere on the server: a type reads no row.',
      severity: 'error',
      from: { pathNot: `^(generated/|server/(db|access)[.]ts$|server/[^/]+/queries[.]ts$|server/(auth|content|jobs)/|scripts/|prisma/seed[.]ts$)|${tests}` },
      to: { path: '^generated/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'tests-are-for-tests',
      comment: 'Only the demo seed and the test runner share what makes rows for tests.',
      severity: 'error',
      from: { pathNot: `^(scripts/|prisma/seed[.]ts$|(vitest|playwright)[.]config[.]ts$)|${tests}` },
      to: { path: tests },
    },
    {
      name: 'no-development-dependency-in-the-product',
      comment: 'The product runs after `npm ci --omit=dev`.',
      severity: 'error',
      from: { path: '^(app|components|domain|server|prisma)/|^scripts/(start|install|serve|prepare|build|migrate|postgres|people-import)[.]', pathNot: tests },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'no-circle', severity: 'error', from: { pathNot: '^generated/' }, to: { circular: true } },
    {
      name: 'resolvable',
      severity: 'error',
      from: { pathNot: '^generated/' },
      to: { couldNotResolve: true, pathNot: '^mdast$' },
    } /* types without a program */,
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true, // also see imports of types
    doNotFollow: { path: '^(node_modules|generated)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
