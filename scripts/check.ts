import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** What can be told without running the platform: types, lint, architecture, unused code, the schema's rules. */
const root = join(import.meta.dirname, '..');

export interface Check {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
}

export const checks: readonly Check[] = [
  { name: 'types', command: ['tsc', '--noEmit', '-p', 'tsconfig.json'] },
  {
    name: 'types of the web app',
    command: ['npm', 'run', '--silent', 'typecheck', '-w', 'apps/web'],
  },
  { name: 'lint', command: ['biome', 'check', '--error-on-warnings', '--max-diagnostics=20', '.'] },
  {
    name: 'architecture',
    command: ['depcruise', '--config', '.dependency-cruiser.json', 'packages', 'subgraphs', 'apps'],
  },
  { name: 'unused code', command: ['knip', '--no-progress'] },
  { name: 'supergraph', command: ['node', 'scripts/compose.ts', '--check'] },
  { name: 'data dictionary', command: ['node', 'scripts/data-dictionary.ts', '--check'] },
  { name: 'placement', command: ['node', 'scripts/placement/index.ts'] },
];

/** @returns what the check printed where it found fault, else null */
export const runCheck = ({ command: [program, ...args] }: Check): string | null => {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: root,
    encoding: 'utf8',
  });
  if (error) return error.message;
  return status === 0 ? null : `${stdout}${stderr}`.trim();
};

if (import.meta.main) {
  let failed = 0;
  for (const check of checks) {
    const fault = runCheck(check);
    console.log(`${fault === null ? '✓' : '✗'} ${check.name}`);
    if (fault !== null) {
      failed++;
      console.log(fault);
    }
  }
  process.exit(failed === 0 ? 0 : 1);
}
