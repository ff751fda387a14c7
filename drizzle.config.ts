import { defineConfig } from 'drizzle-kit';

/** `SUBGRAPH=patients npm run migration -- --name what-changes` writes a subgraph's next migration from its tables. */
const subgraph = process.env.SUBGRAPH;
if (subgraph === undefined)
  throw new Error('Set SUBGRAPH to the subgraph (or `basic`) whose tables changed, e.g. patients.');
const folder = subgraph === 'basic' ? 'packages/database' : `subgraphs/${subgraph}`;

export default defineConfig({
  dialect: 'postgresql',
  schema:
    subgraph === 'basic'
      ? `./${folder}/src/basic.ts`
      : [`./${folder}/src/tables.ts`, `./${folder}/src/kinds/*/table.ts`],
  out: `./${folder}/migrations`,
  schemaFilter: [subgraph],
  breakpoints: true,
});
