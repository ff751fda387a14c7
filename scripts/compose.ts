import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { composeSupergraph, readSupergraphFile } from '@nodp/graph/composition';

/** `npm run compose` writes supergraph.graphql; `-- --check` fails where it would change. */
const root = join(import.meta.dirname, '..');
const file = join(root, 'supergraph.graphql');
const composed = composeSupergraph(await readSupergraphFile(join(root, 'supergraph.yaml')));
if (!composed.ok) {
  for (const problem of composed.problems) console.error(problem);
  process.exit(1);
}
const text = `${composed.supergraph.trim()}\n`;
if (process.argv.includes('--check')) {
  if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    console.error(
      'supergraph.graphql is not what the subgraphs compose to: run `npm run compose`.',
    );
    process.exit(1);
  }
} else {
  await writeFile(file, text);
}
