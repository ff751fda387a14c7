import { badInput, type SubgraphContext } from '@nodp/graph';
import { asText, delimiterOf, rowOf, rowsIn } from '@nodp/intake';
import type { Label } from '@nodp/terminology';
import { isCodeDomain, TARGET_SYSTEMS, targetOf } from '@nodp/terminology/code-tables';
import type {
  MutationImportCodeTableArgs,
  QueryCodeTableFileArgs,
} from '../generated/resolvers.ts';
import { everyLocalCode, institutionAsked } from './list.ts';
import { type NewMapping, putMappings } from './map.ts';

/** Codes of a file, going out and coming in; a hospital has some thousands. */
const MOST_ROWS = 20_000;
const MOST_CHARACTERS = 4_000_000;
const MOST_PROBLEMS = 200;

const COLUMNS = [
  'domain',
  'system',
  'code',
  'name',
  'records',
  'unmapped',
  'target_system',
  'target_code',
] as const;
const NEEDED = ['domain', 'code', 'target_system', 'target_code'] as const;

/** A cell that a spreadsheet would read as a formula is text. */
const nameOf = (system: string): string =>
  Object.values(TARGET_SYSTEMS)
    .flat()
    .find(([, url]) => url === system)?.[0] ?? system;

/** Every code of an institution with what it is mapped to, as a file to be filled in and sent back. */
export const codeTableFile = async (
  { institution }: QueryCodeTableFileArgs,
  context: SubgraphContext,
): Promise<string> => {
  const rows = await everyLocalCode(institutionAsked(institution, context), MOST_ROWS, context);
  const lines = rows.map((row) => [
    row.domain,
    asText(row.system),
    asText(row.code),
    asText(row.display ?? ''),
    String(row.records),
    String(row.unmapped),
    row.targetSystem === null ? '' : nameOf(row.targetSystem),
    row.targetCode ?? '',
  ]);
  return `\uFEFF${[COLUMNS, ...lines].map((cells) => rowOf(cells)).join('')}`;
};

interface Problem {
  readonly line: number;
  readonly reason: Label;
}

const said = (en: string, zh: string): Label => ({ en, zh });

/** A row's mapping; null of a row whose target was left empty, which says nothing. */
const mappingIn = (cell: (name: string) => string): NewMapping | Label | null => {
  const [domain, code] = [cell('domain').toUpperCase(), cell('code')];
  const [system, target] = [cell('target_system'), cell('target_code')];
  if (system === '' && target === '') return null;
  if (!isCodeDomain(domain))
    return said(
      `There is no domain ${domain.slice(0, 20)}. Write TEST, DIAGNOSIS, SITE or DRUG.`,
      `没有“${domain.slice(0, 20)}”这一类别。请填写 TEST、DIAGNOSIS、SITE 或 DRUG。`,
    );
  if (code === '' || code.length > 200)
    return said(
      'The code is missing. Write it as it is sent.',
      '缺少本院编码。请按上报的写法填写。',
    );
  const known = targetOf(domain, system, target);
  if (known === null) {
    const systems = TARGET_SYSTEMS[domain].map(([name]) => name).join(', ');
    return said(
      `${system.slice(0, 40)} has no code ${target.slice(0, 40)} for ${domain}. Write a code of ${systems}.`,
      `${system.slice(0, 40)} 中没有可用于 ${domain} 的编码 ${target.slice(0, 40)}。请填写 ${systems} 的编码。`,
    );
  }
  return {
    ...{
      domain,
      system: cell('system').slice(0, 200),
      code,
      display: cell('name').slice(0, 200) || null,
    },
    ...{ targetSystem: known.system, targetCode: known.code },
  };
};

/** Takes a file of mappings in: good rows are taken, each bad one is told by its line. */
export const importCodeTable = async (
  { institution, csv, reason }: MutationImportCodeTableArgs,
  context: SubgraphContext,
): Promise<{ readonly added: number; readonly problems: Problem[] }> => {
  const whose = institutionAsked(institution, context);
  if (csv.length > MOST_CHARACTERS)
    throw badInput(`A file of mappings has ${MOST_CHARACTERS} characters at most.`);
  const text = csv.replace(/^\uFEFF/, '');
  const [first, ...rows] = rowsIn(text, delimiterOf(text.slice(0, text.indexOf('\n'))));
  const header =
    first !== undefined && 'cells' in first ? first.cells.map((c) => c.trim().toLowerCase()) : [];
  const missing = NEEDED.filter((name) => !header.includes(name));
  if (missing.length > 0)
    throw badInput(
      `The file has no column ${missing.join(', ')}. Begin with the file that the page gives.`,
    );
  if (rows.length > MOST_ROWS) throw badInput(`A file has ${MOST_ROWS} rows at most.`);
  const problems: Problem[] = [];
  const mappings = new Map<string, NewMapping>();
  for (const row of rows) {
    if (!('cells' in row)) {
      problems.push({
        line: row.line,
        reason: said(
          'The row cannot be taken apart. Correct its quotes.',
          '该行无法解析。请检查引号。',
        ),
      });
      continue;
    }
    const cell = (name: string): string =>
      (row.cells[header.indexOf(name)] ?? '').trim().replace(/^'(?=[=+\-@])/, '');
    const read = mappingIn(cell);
    if (read === null) continue;
    if ('en' in read) problems.push({ line: row.line, reason: read });
    // Of a code that a file names twice the last row holds.
    else mappings.set(`${read.domain} ${read.system} ${read.code}`, read);
  }
  const added = await putMappings(
    context.session,
    whose,
    [...mappings.values()],
    reason.trim() || 'CSV',
  );
  return { added, problems: problems.slice(0, MOST_PROBLEMS) };
};
