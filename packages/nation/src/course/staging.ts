import { type Classification, chapterOf, stageGroup } from '@nodp/oncology';
import { parseStageGroup } from '@nodp/terminology';
import type { CancerModel, StageOption, Tnm } from '../cancers/model.ts';
import type { Random } from '../random/random.ts';
import { type Weighted, weighted } from '../random/weighted.ts';
import { type Day, dateOf, YEAR } from '../time/days.ts';
import { type Psa, psaIn } from './psa.ts';

/** A stage as it is assessed, by the tables in force at diagnosis. */
export interface Staged {
  /** `AJCC 8`, `Ann Arbor`, `ISS`. */
  readonly system: string;
  /** Null where the table gives none, as after treatment that left nothing. */
  readonly group: string | null;
  readonly categories: Tnm | null;
  /** Of the prostate: PSA at diagnosis in ng/mL, and the grade group. */
  readonly psa: number | null;
  readonly gradeGroup: string | null;
}

/** What decides by which table a tumour is staged, and how far it has come. */
export interface Stageable {
  readonly cancer: CancerModel;
  readonly topography: string;
  readonly morphology: string;
  readonly grade: string | null;
  readonly born: Day;
  readonly diagnosed: Day;
  /** 0 to 3 for I to IV. */
  readonly stage: number;
}

const ROMAN = ['I', 'II', 'III', 'IV'];

const chapters = new Map<string, string | null>();

/** The chapter by which a tumour is staged, the first where several may; null where none does. */
export const chapterFor = (topography: string, morphology: string): string | null => {
  const key = `${topography} ${morphology}`;
  let found = chapters.get(key);
  if (found === undefined) {
    const of = chapterOf(topography, morphology, SIEWERT);
    found =
      'chapters' in of ? (of.chapters.find((id) => id !== 'breast-prognostic') ?? null) : null;
    chapters.set(key, found);
  }
  return found;
};

/** The nation's tumours of the junction are of the stomach. */
const SIEWERT = { siewert: 'III' };
const PARTS: Readonly<Record<string, string>> = {
  'C15.3': 'upper',
  'C15.4': 'middle',
  'C15.5': 'lower',
};
/** PSA that stands for its band in the tables. */
const OF_BAND: Readonly<Record<string, string>> = {
  low: '6',
  middle: '15',
  high: '30',
  higher: '90',
};

/** The first year of the 8th edition: its tables and those of Version 9 are held, those of the 7th are not. */
const EIGHTH = 2018;

interface Found {
  readonly option: StageOption;
  readonly group: string;
  readonly system: string;
}

/** Where no table of the edition in force is held, only the digits are said, and the broad stage. */
const withoutTable = (option: StageOption, stage: number, year: number): Found => {
  const [t, n, m] = option.categories as Tnm;
  const digits = (category: string) => /^[TNM]\d/.exec(category)?.[0] ?? category;
  return {
    option: { ...option, categories: [digits(t), digits(n), digits(m)] },
    group: ROMAN[stage] as string,
    system: year < EIGHTH ? 'AJCC 7' : 'AJCC',
  };
};

interface Asked {
  readonly who: Stageable;
  readonly chapter: string;
  readonly year: number;
  readonly age: number;
  readonly classification: Classification;
  /** PSA band and grade group, where they are known already. */
  readonly known: Pick<StageOption, 'factors'> | null;
}

const derived = (
  { who, chapter, year, age, classification, known }: Asked,
  option: StageOption,
): { readonly group: string; readonly edition: number } | 'no-table' | null => {
  const [T, N, M] = option.categories as Tnm;
  const { psa, ...factors } = known?.factors ?? option.factors;
  const { value, because } = stageGroup({
    chapters: [chapter],
    topography: who.topography,
    morphology: who.morphology,
    diagnosed: { date: `${year}-07-01`, precision: 'day' },
    edition: null,
    classification,
    categories: { T, N, M },
    factors: {
      ...SIEWERT,
      ...factors,
      // The tables have three grades.
      grade: who.grade === '4' ? '3' : who.grade,
      age: String(age),
      location: PARTS[who.topography] ?? null,
      psa: psa === undefined ? null : (OF_BAND[psa] ?? null),
    },
  });
  if (because === 'edition-not-held') return 'no-table';
  return value?.exact === true ? { group: value.group, edition: value.editions[0] ?? 8 } : null;
};

/** Every way in which the cancer is found in each stage: those to which the tables give that stage, where there are any. */
const byBroadStage = (asked: Asked): readonly (Weighted<Found> | null)[] => {
  const found: { what: Found; weight: number; broad: number; from: number }[] = [];
  for (const [from, options] of (asked.who.cancer.staging?.options ?? []).entries()) {
    const sum = options?.weights.reduce((a, b) => a + b, 0) ?? 1;
    for (const [i, option] of (options?.items ?? []).entries()) {
      const by = asked.classification === 'c' ? 'c' : 'p';
      if (option.saidBy !== null && option.saidBy !== by) continue;
      // What had spread afar is not removed.
      if (by === 'p' && option.categories?.[2].startsWith('M1')) continue;
      const weight = (options?.weights[i] ?? 0) / sum;
      const told = derived(asked, option);
      if (told === 'no-table') {
        found.push({ what: withoutTable(option, from, asked.year), weight, broad: from, from });
        continue;
      }
      const broad = told === null ? -1 : ROMAN.indexOf(parseStageGroup(told.group)?.broad ?? '');
      if (told === null || broad < 0) continue;
      const what = { option, group: told.group, system: `AJCC ${told.edition}` };
      found.push({ what, weight, broad, from });
    }
  }
  return ROMAN.map((_, stage) => {
    // A young patient's thyroid cancer has the categories of its stage, and the group that the table gives the young.
    const own = found.filter(({ from }) => from === stage);
    const fitting = own.filter(({ broad }) => broad === stage);
    const taken = fitting.length > 0 ? fitting : own;
    return taken.length === 0
      ? null
      : weighted(
          taken.map(({ what }) => what),
          taken.map(({ weight }) => weight),
        );
  });
};

const tables = new Map<string, readonly (Weighted<Found> | null)[]>();

/** The stage nearest to the one wanted in which this tumour may be found, the earlier of two. */
const nearest = (
  found: readonly (Weighted<Found> | null)[],
  stage: number,
): Weighted<Found> | null => {
  for (const away of [0, -1, 1, -2, 2, -3, 3]) {
    const there = found[stage + away];
    if (there) return there;
  }
  return null;
};

const foundIn = (
  who: Stageable,
  classification: Classification,
  known: Asked['known'],
): readonly (Weighted<Found> | null)[] | null => {
  const chapter = chapterFor(who.topography, who.morphology);
  if (chapter === null) return null;
  const year = Number(dateOf(who.diagnosed).slice(0, 4));
  const age = Math.floor((who.diagnosed - who.born) / YEAR);
  const { psa = '', grade_group: gg = '' } = known?.factors ?? {};
  const key = `${who.cancer.id} ${chapter} ${Math.max(EIGHTH - 1, year)} ${classification} ${who.grade} ${age < 55} ${PARTS[who.topography] ?? ''} ${psa} ${gg}`;
  let there = tables.get(key);
  if (there === undefined) {
    there = byBroadStage({ who, chapter, year, age, classification, known });
    tables.set(key, there);
  }
  return there;
};

const staged = ({ option, group, system }: Found, psa: Psa): Staged => ({
  system,
  group,
  categories: option.categories,
  psa: psa.value,
  gradeGroup: psa.gradeGroup,
});

/** What the clinician says at diagnosis; null where the cancer has no stages. */
export const clinicalStage = (random: Random, who: Stageable): Staged | null => {
  const { staging } = who.cancer;
  if (staging === null) return null;
  if (staging.system !== 'AJCC') {
    const option = staging.options[who.stage]?.draw(random);
    const { system } = staging;
    return option
      ? { system, group: option.group, categories: null, psa: null, gradeGroup: null }
      : null;
  }
  const there = foundIn(who, 'c', null);
  const found = there === null ? undefined : nearest(there, who.stage)?.draw(random);
  return found === undefined ? null : staged(found, psaIn(random, found.option.factors));
};

const knownOf = ({ psa, gradeGroup }: Staged): Asked['known'] =>
  psa === null || gradeGroup === null
    ? null
    : {
        factors: { psa: psa < 10 ? 'low' : psa < 20 ? 'middle' : 'high', grade_group: gradeGroup },
      };

/** What the pathologist says of the tumour that was removed, of which the clinician had said `clinical`. */
export const pathologicalStage = (
  random: Random,
  who: Stageable,
  clinical: Staged,
): Staged | null => {
  const there = foundIn(who, 'p', knownOf(clinical));
  const found = there === null ? undefined : nearest(there, who.stage)?.draw(random);
  if (found === undefined) return null;
  return staged(found, { value: clinical.psa, gradeGroup: clinical.gradeGroup });
};

/** What the pathologist says of what treatment left: nothing, less than there was, or as much. */
export const stageAfterTreatment = (
  random: Random,
  who: Stageable,
  left: 'nothing' | 'less' | 'as much',
  clinical: Staged,
): Staged | null => {
  if (left === 'nothing') return { ...clinical, group: null, categories: ['T0', 'N0', 'M0'] };
  const there = foundIn(who, 'yp', null);
  if (there === null) return null;
  const stage = left === 'less' ? random.below(Math.max(1, who.stage)) : who.stage;
  const found = nearest(there, stage)?.draw(random);
  return found === undefined ? null : staged(found, { value: null, gradeGroup: null });
};
