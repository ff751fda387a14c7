import { PROVINCES } from '@nodp/terminology/provinces';

const of = <T>(list: readonly T[], turn: number): T => list[turn % list.length] as T;

export const sites = ['lung', 'breast', 'stomach', 'liver', 'colorectum', 'oesophagus', 'thyroid'];
export const provinces = PROVINCES.filter((p) => p.population2020 !== null).map(({ code }) => code);
const drugs = ['osimertinib', 'cisplatin', 'paclitaxel', 'trastuzumab', 'fluorouracil'];

/** Different each time, so that no answer is there already: as people build cohorts, a criterion at a time. */
export const cohort = (turn: number) => ({
  all: [
    { site: [of(sites, turn)] },
    { age: { from: 30 + (turn % 41), to: 71 + (turn % 19) } },
    of(
      [
        { stage: ['STAGE_III', 'STAGE_IV'] },
        { treatment: { drugs: [of(drugs, turn)] } },
        { not: { treatment: { kind: 'SURGERY' } } },
        { province: [of(provinces, turn), of(provinces, turn + 7)] },
        { biomarker: { biomarker: 'EGFR', findings: ['POSITIVE'] } },
      ],
      turn,
    ),
    { year: { from: 2015 + (turn % 10) } },
  ],
});
