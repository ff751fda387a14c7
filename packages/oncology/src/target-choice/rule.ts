import { lengthOf, rowOf } from '../recist/read.ts';
import { FieldError, list } from '../registry/fields.ts';
import { clinicalRule, decided, missingOf, needs } from '../registry/rule.ts';
import { organOf } from './organ-of.ts';
import {
  type Candidate,
  classOf,
  doubtsOfTargets,
  TARGET_CHOICE_VERSION,
} from './target-choice.ts';

const textOf = (value: unknown, where: string): string | null => {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string' || value.length > 200)
    throw new FieldError(where, 'words are expected', '应为文字');
  return value;
};

const flagOf = (value: unknown, where: string): boolean | null => {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'boolean')
    throw new FieldError(where, 'true or false is expected', '应为true或false');
  return value;
};

const candidateOf = (raw: unknown, index: number): Candidate => {
  const where = `lesions[${index}]`;
  const row = rowOf(raw, where);
  const node = flagOf(row.node, `${where}.node`) ?? false;
  const organ = textOf(row.organ, `${where}.organ`);
  const words = organ === null ? null : { en: organ, zh: organ };
  return {
    id: textOf(row.id, `${where}.id`) ?? `lesion ${index + 1}`,
    node,
    tenths: lengthOf(row.mm, `${where}.mm`),
    organ: organOf({ node, code: organ, words }),
    organWords: words,
    modality: textOf(row.modality, `${where}.modality`),
    slice: lengthOf(row.slice_mm, `${where}.slice_mm`),
    irradiated: flagOf(row.irradiated, `${where}.irradiated`),
    grownSince: flagOf(row.grown_since, `${where}.grown_since`),
  };
};

export const RECIST_TARGET_CHOICE = clinicalRule({
  id: 'recist-target-choice',
  version: TARGET_CHOICE_VERSION,
  title: { en: 'RECIST 1.1: choice of target lesions', zh: 'RECIST 1.1：靶病灶的选择' },
  source:
    'Eisenhauer EA et al. Eur J Cancer 2009;45:228-47, 3.1 and 4.2; Schwartz LH et al. Eur J Cancer 2016;62:132-7',
  mark: 'known',
  population: null,
  fields: {
    lesions: list(
      'lesions to be targets: [{"id": "T1", "node": false, "mm": 14.5, "organ": "liver", "modality": "CT", "slice_mm": 5, "irradiated": false, "grown_since": null}]; organ in words or as SNOMED CT',
      '拟作为靶病灶的列表；organ为文字或SNOMED CT编码；irradiated为曾受照射，grown_since为此后增大',
    ),
  },
  outputs: ['within_rules', 'classes'],
  names: ['target-choice'],
  decide: (given) => {
    if (given.lesions === null) return needs(missingOf(given, ['lesions']));
    const candidates = given.lesions.map(candidateOf);
    const doubts = doubtsOfTargets(candidates);
    const unmeasured = candidates.filter(({ tenths }) => tenths === null).map(({ id }) => id);
    return decided(
      {
        within_rules: doubts.length === 0 && unmeasured.length === 0,
        classes: Object.fromEntries(candidates.map((one) => [one.id, classOf(one)])),
      },
      [
        ...doubts,
        ...unmeasured.map((id) => ({
          en: `${id} is not measured: a target lesion is.`,
          zh: `${id}未测量：靶病灶须测量。`,
        })),
      ],
    );
  },
});
