import { type Label, SITE_GROUPS } from '@nodp/terminology';
import { biomarkers } from '@nodp/terminology/biomarkers';
import { drugOfAtc, regimen } from '@nodp/terminology/drugs';
import { PROVINCES } from '@nodp/terminology/provinces';
import { type CohortDefinition, FINDINGS, SEXES, STAGES, TREATMENT_KINDS } from './definition.ts';

export type ProblemCode =
  | 'empty-choice'
  | 'unknown-code'
  | 'range-reversed'
  | 'range-open'
  | 'out-of-range'
  | 'least-out-of-range'
  | 'too-deep'
  | 'too-large'
  | 'nothing-asked'
  | 'never-true'
  | 'said-twice';

export interface Problem {
  readonly code: ProblemCode;
  /** An `error` cannot be run; a `warning` can, and is likely not what was meant. */
  readonly severity: 'error' | 'warning';
  /** Where in the tree: `of.2.siteGroups.0`; empty for the root. */
  readonly path: string;
  readonly message: Label;
}

const MOST_LEVELS = 12;
const MOST_NODES = 200;
const MOST_CODES = 500;
const MOST_AGE = 130;
const [FIRST_YEAR, LAST_YEAR] = [1900, 2200];

const sites: ReadonlyMap<string, 'male' | 'female' | null> = new Map(
  SITE_GROUPS.map((group) => [group.id, group.sex]),
);
const provinces = new Set(PROVINCES.map((province) => province.code));
const known: Record<'biomarker' | 'stage' | 'sex' | 'kind' | 'finding', ReadonlySet<string>> = {
  biomarker: new Set(biomarkers().map((b) => b.id)),
  stage: new Set<string>(STAGES),
  sex: new Set<string>(SEXES),
  kind: new Set<string>(TREATMENT_KINDS),
  finding: new Set<string>(FINDINGS),
};
const isMorphology = (code: string) => /^\d{4}(\/[0-9])?$/.test(code);

/** Everything wrong with a definition; it may be compiled when no problem is an `error`. */
export const lint = (definition: CohortDefinition): readonly Problem[] => {
  const problems: Problem[] = [];
  let nodes = 0;
  const add = (
    code: ProblemCode,
    path: string,
    en: string,
    zh: string,
    severity: Problem['severity'] = 'error',
  ) => problems.push({ code, severity, path, message: { en, zh } });

  const choice = (
    path: string,
    codes: readonly string[],
    isKnown: (code: string) => boolean,
    mayBeEmpty = false,
  ) => {
    if (codes.length === 0 && !mayBeEmpty)
      add('empty-choice', path, 'Choose at least one.', '至少选择一项。');
    if (codes.length > MOST_CODES)
      add('too-large', path, `At most ${MOST_CODES} codes.`, `最多${MOST_CODES}个代码。`);
    codes.forEach((code, i) => {
      if (!isKnown(code))
        add('unknown-code', `${path}.${i}`, `“${code}” is not known.`, `未知代码“${code}”。`);
    });
  };

  const range = (
    path: string,
    { from, to }: { from?: number | undefined; to?: number | undefined },
    least: number,
    most: number,
  ) => {
    for (const value of [from, to]) {
      if (value === undefined) continue;
      if (!Number.isInteger(value) || value < least || value > most)
        add(
          'out-of-range',
          path,
          `Give a whole number from ${least} to ${most}.`,
          `请填写${least}至${most}之间的整数。`,
        );
    }
    if (from === undefined && to === undefined)
      add('range-open', path, 'Give a lower or an upper bound.', '请填写下限或上限。');
    if (from !== undefined && to !== undefined && from > to)
      add('range-reversed', path, 'The range ends before it begins.', '区间的上限小于下限。');
  };

  const siblings = (path: string, of: readonly CohortDefinition[]) => {
    const seen = new Set<string>();
    of.forEach((child, i) => {
      const text = JSON.stringify(child);
      if (seen.has(text))
        add('said-twice', `${path}of.${i}`, 'Said already.', '与前面的条件重复。', 'warning');
      seen.add(text);
    });
  };

  /** Sites of one sex only, asked for together with the other. */
  const contradiction = (path: string, of: readonly CohortDefinition[]) => {
    const sexes = of.flatMap((child) => (child.op === 'sex' ? [child.sexes] : []))[0];
    const site = of.findIndex(
      (child) =>
        child.op === 'site' &&
        child.siteGroups.length > 0 &&
        child.siteGroups.every((id) => {
          const only = sites.get(id) ?? null;
          return only && sexes?.every((sex) => sex === (only === 'male' ? 'FEMALE' : 'MALE'));
        }),
    );
    if (sexes !== undefined && sexes.length > 0 && site >= 0)
      add(
        'never-true',
        `${path}of.${site}`,
        'These sites do not occur in the sex asked for.',
        '所选部位不见于所选性别。',
        'warning',
      );
  };

  const visit = (node: CohortDefinition, path: string, level: number): void => {
    nodes++;
    if (nodes === MOST_NODES + 1)
      add('too-large', path, `At most ${MOST_NODES} criteria.`, `最多${MOST_NODES}个条件。`);
    if (level > MOST_LEVELS) {
      add('too-deep', path, `At most ${MOST_LEVELS} levels.`, `最多嵌套${MOST_LEVELS}层。`);
      return;
    }
    const at = path === '' ? '' : `${path}.`;
    switch (node.op) {
      case 'all':
      case 'any':
      case 'atLeast':
        if (node.op !== 'all' && node.of.length === 0)
          add('empty-choice', path, 'Add at least one criterion.', '至少添加一个条件。');
        if (
          node.op === 'atLeast' &&
          (!Number.isInteger(node.least) || node.least < 1 || node.least > node.of.length)
        )
          add(
            'least-out-of-range',
            path,
            `“At least” goes from 1 to ${node.of.length}, the criteria below it.`,
            `“至少”应为1至${node.of.length}（其下条件数）。`,
          );
        siblings(at, node.of);
        if (node.op === 'all') contradiction(at, node.of);
        node.of.forEach((child, i) => {
          visit(child, `${at}of.${i}`, level + 1);
        });
        return;
      case 'not':
        visit(node.of, `${at}of`, level + 1);
        return;
      case 'site':
        choice(`${at}siteGroups`, node.siteGroups, (code) => sites.has(code));
        return;
      case 'histology':
        choice(`${at}morphologies`, node.morphologies, isMorphology);
        return;
      case 'stage':
        choice(`${at}stages`, node.stages, (code) => known.stage.has(code));
        return;
      case 'sex':
        choice(`${at}sexes`, node.sexes, (code) => known.sex.has(code));
        return;
      case 'age':
        range(path, node, 0, MOST_AGE);
        return;
      case 'year':
        range(path, node, FIRST_YEAR, LAST_YEAR);
        return;
      case 'province':
        choice(`${at}provinces`, node.provinces, (code) => provinces.has(code));
        return;
      case 'treatment': {
        const { kind, drugs = [], regimens = [] } = node;
        if (kind === undefined && drugs.length === 0 && regimens.length === 0)
          add(
            'nothing-asked',
            path,
            'Name a kind, a drug or a regimen.',
            '请指定治疗类别、药物或方案。',
          );
        if (kind !== undefined) choice(`${at}kind`, [kind], (code) => known.kind.has(code));
        choice(`${at}drugs`, drugs, (code) => drugOfAtc(code) !== null, true);
        choice(`${at}regimens`, regimens, (id) => regimen(id) !== null, true);
        return;
      }
      case 'biomarker':
        choice(`${at}biomarker`, [node.biomarker], (id) => known.biomarker.has(id));
        choice(`${at}findings`, node.findings ?? [], (code) => known.finding.has(code), true);
        return;
      default:
        node satisfies never;
    }
  };
  visit(definition, '', 1);
  return problems;
};
