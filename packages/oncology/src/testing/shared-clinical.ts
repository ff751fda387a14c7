import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ClinicalRule } from '../registry/rule.ts';
import { tryRule } from '../registry/try-rule.ts';

const folder = join(
  process.env.NODP_SHARED ?? resolve(import.meta.dirname, '../../../../../shared'),
  'clinical',
);

/** A file of clinical examples of the shared folder; null, and said, where it is not there. */
export const sharedClinical = (name: string): string | null => {
  const path = join(folder, name);
  if (existsSync(path)) return path;
  console.warn(`test skipped: shared data without clinical/${name}`);
  return null;
};

/** Tries a rule on a shared file: how many cases, which could not be read, which differ from what is expected. */
export const trySharedFile = (
  rule: ClinicalRule,
  name: string,
): {
  readonly cases: number;
  readonly unread: readonly string[];
  readonly different: readonly string[];
} => {
  const tried = tryRule(
    rule,
    readFileSync(join(folder, name), 'utf8'),
    name.endsWith('.csv') ? 'csv' : 'json',
  );
  return {
    cases: tried.length,
    unread: tried.filter(({ error }) => error !== null).map(({ where }) => where),
    different: tried
      .filter(({ differences }) => (differences?.length ?? 0) > 0)
      .map(({ where }) => where),
  };
};
