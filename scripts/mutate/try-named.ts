import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { modulesOf } from './modules.ts';
import { NAMED_MUTANTS, type NamedMutant } from './named-mutants.ts';
import { collect } from './testing.ts';

const root = resolve(import.meta.dirname, '../..');
const EXAMPLES = join(root, 'tests/intake/examples.test.ts');

let active: NamedMutant | null = null;

const mutated = ({ file, from, to, name }: NamedMutant, source: string): string => {
  if (source.split(from).length !== 2)
    throw new Error(`"${name}": ${JSON.stringify(from)} does not stand once in ${file}.`);
  return source.replace(from, () => to);
};

registerHooks({
  load(url, context, next) {
    if (active === null || !url.startsWith(pathToFileURL(join(root, active.file)).href))
      return next(url, context);
    const source = mutated(active, readFileSync(join(root, active.file), 'utf8'));
    return { format: 'module-typescript', source, shortCircuit: true };
  },
});
const modules = modulesOf(root);

/** Names of the examples that fail. */
const failing = async (): Promise<readonly string[]> => {
  const failed: string[] = [];
  for (const test of await collect(modules.address(EXAMPLES))) {
    for (const prepare of test.before) await prepare();
    try {
      await test.run();
    } catch {
      failed.push(test.name);
    }
  }
  return failed;
};

const withMutant = async (mutant: NamedMutant | null): Promise<readonly string[]> => {
  modules.forget(join(root, (mutant ?? active)?.file ?? EXAMPLES));
  active = mutant;
  return failing();
};

const tried = [{ name: 'none', failed: await withMutant(null) }];
for (const mutant of NAMED_MUTANTS) {
  tried.push({ name: mutant.name, failed: await withMutant(mutant) });
  await withMutant(null);
}
console.log(JSON.stringify(tried));
