import {
  type CohortDefinition,
  type Finding,
  lint,
  type Problem,
  type Range,
} from '@nodp/warehouse';
import type { CohortDefinitionInput, CohortRangeInput } from '../generated/resolvers.ts';

/** A definition with what is wrong about it; it may be run when `runnable`. */
export interface ParsedDefinition {
  readonly definition: CohortDefinition;
  readonly problems: readonly (Omit<Problem, 'code'> & { readonly code: string })[];
  readonly runnable: boolean;
}

const everyone: CohortDefinition = { op: 'all', of: [] };
/** Below this the linter is not even asked: it refuses far shallower trees. */
const MOST_LEVELS = 50;

const range = ({ from, to }: CohortRangeInput): Range => ({
  ...(from === null || from === undefined ? {} : { from }),
  ...(to === null || to === undefined ? {} : { to }),
});

/** How the graph's input calls what a definition calls otherwise. */
const fields: Readonly<Record<CohortDefinition['op'], Readonly<Record<string, string>>>> = {
  all: { of: 'all' },
  any: { of: 'any' },
  not: { of: 'not' },
  atLeast: { of: 'atLeast.of' },
  site: { siteGroups: 'site' },
  histology: { morphologies: 'histology' },
  stage: { stages: 'stage' },
  sex: { sexes: 'sex' },
  age: {},
  year: {},
  province: { provinces: 'province' },
  treatment: { kind: 'treatment.kind', drugs: 'treatment.drugs', regimens: 'treatment.regimens' },
  biomarker: { biomarker: 'biomarker.biomarker', findings: 'biomarker.findings' },
};

/** A place in the definition as the place in the input it was read from. */
const inInput = (definition: CohortDefinition, path: string): string => {
  const words: string[] = [];
  let node: CohortDefinition | undefined = definition;
  for (const word of path === '' ? [] : path.split('.')) {
    words.push((node && fields[node.op][word]) ?? word);
    if (node?.op === 'not') node = word === 'of' ? node.of : undefined;
    else if (node !== undefined && 'of' in node) {
      const i: number = Number(word);
      if (Number.isInteger(i)) node = node.of[i];
    } else node = undefined;
  }
  return words.join('.');
};

/** From the graph's input, of which exactly one field has to be given at every node. */
export const parseDefinition = (input: CohortDefinitionInput): ParsedDefinition => {
  const misshapen: ParsedDefinition['problems'][number][] = [];
  const read = (node: CohortDefinitionInput, path: string, level: number): CohortDefinition => {
    const given = Object.entries(node).filter(([, value]) => value !== null && value !== undefined);
    const at = path === '' ? '' : `${path}.`;
    if (given.length !== 1 || level > MOST_LEVELS) {
      misshapen.push({
        code: level > MOST_LEVELS ? 'too-deep' : 'not-one-field',
        severity: 'error',
        path,
        message:
          level > MOST_LEVELS
            ? { en: 'Too many levels.', zh: '嵌套层数过多。' }
            : { en: 'Give exactly one criterion here.', zh: '此处应恰好给出一个条件。' },
      });
      return everyone;
    }
    const many = (name: string, of: readonly CohortDefinitionInput[]) =>
      of.map((child, i) => read(child, `${at}${name}.${i}`, level + 1));
    if (node.all) return { op: 'all', of: many('all', node.all) };
    if (node.any) return { op: 'any', of: many('any', node.any) };
    if (node.not) return { op: 'not', of: read(node.not, `${at}not`, level + 1) };
    if (node.atLeast)
      return {
        op: 'atLeast',
        least: node.atLeast.least,
        of: many('atLeast.of', node.atLeast.of),
      };
    if (node.site) return { op: 'site', siteGroups: node.site };
    if (node.histology) return { op: 'histology', morphologies: node.histology };
    if (node.stage) return { op: 'stage', stages: node.stage };
    if (node.sex) return { op: 'sex', sexes: node.sex };
    if (node.age) return { op: 'age', ...range(node.age) };
    if (node.year) return { op: 'year', ...range(node.year) };
    if (node.province) return { op: 'province', provinces: node.province };
    if (node.treatment) {
      const { kind, drugs, regimens } = node.treatment;
      return {
        op: 'treatment',
        kind: kind ?? undefined,
        drugs: drugs ?? undefined,
        regimens: regimens ?? undefined,
      };
    }
    const { biomarker, findings } = node.biomarker as NonNullable<typeof node.biomarker>;
    return {
      op: 'biomarker',
      biomarker,
      findings: findings?.map((finding) => finding.toLowerCase() as Finding),
    };
  };
  const definition = read(input, '', 1);
  const problems =
    misshapen.length > 0
      ? misshapen
      : lint(definition).map((p) => ({ ...p, path: inInput(definition, p.path) }));
  return { definition, problems, runnable: problems.every((p) => p.severity !== 'error') };
};
