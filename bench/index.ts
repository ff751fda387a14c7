import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import type { BenchRow } from './row.ts';

/** `npm run bench [-- SECTION…] [--json FILE]`: one table of every measurement, ratios taken in the same run. */
const sections: Readonly<Record<string, () => Promise<{ default: () => Promise<BenchRow[]> }>>> = {
  'start-up': () => import('./start-up.ts'),
  'patient-page': () => import('./patient-page.ts'),
  pages: () => import('./pages.ts'),
  intake: () => import('./intake.ts'),
  csv: () => import('./csv.ts'),
  hl7v2: () => import('./hl7v2.ts'),
  claims: () => import('./claims.ts'),
  matching: () => import('./matching.ts'),
  nation: () => import('./nation.ts'),
  scale: () => import('./scale.ts'),
  worklists: () => import('./worklists.ts'),
  biostatistics: () => import('./biostatistics.ts'),
  warehouse: () => import('./warehouse.ts'),
  disclosed: () => import('./disclosed.ts'),
  crossings: () => import('./crossings.ts'),
  survival: () => import('./survival.ts'),
  timelines: () => import('./timelines.ts'),
};

const { values, positionals } = parseArgs({
  options: { json: { type: 'string' } },
  allowPositionals: true,
});
const asked = positionals.length > 0 ? positionals : Object.keys(sections);
const unknown = asked.filter((name) => sections[name] === undefined);
if (unknown.length > 0) {
  console.error(
    `There is no section ${unknown.join(', ')}; there are ${Object.keys(sections).join(', ')}.`,
  );
  process.exit(1);
}

const figure = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);

const line = ({ name, value, unit, comparedWith, ratio, note }: BenchRow): string =>
  `| ${name} | ${figure(value)} ${unit} | ${ratio === undefined ? '' : `${figure(ratio)} × ${comparedWith ?? ''}`} | ${note ?? ''} |`;

const machine = `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
const rows: BenchRow[] = [];
console.log(`Machine: ${machine}\n\n| measurement | figure | compared | note |\n|---|---|---|---|`);
for (const name of asked) {
  const section = await sections[name]?.();
  for (const row of (await section?.default()) ?? []) {
    rows.push(row);
    console.log(line(row));
  }
}
if (values.json !== undefined) {
  await writeFile(values.json, `${JSON.stringify({ machine, at: new Date(), rows }, null, 2)}\n`);
}
