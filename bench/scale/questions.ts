import type { Principal, Role } from '@nodp/database';
import { encodeId } from '@nodp/graph';
import { PROVINCES } from '@nodp/terminology/provinces';
import type { World } from './world.ts';

/** A page of the web app: its own document, found by what it asks for, and what is asked with it. */
export interface Question {
  readonly name: string;
  readonly document: RegExp;
  readonly who: (world: World) => Principal;
  /** @param turn counts the calls: each asks for something else */
  readonly variables: (world: World, turn: number) => Readonly<Record<string, unknown>>;
  /** 95th percentile with 8 users at once that the platform is held to, in milliseconds. */
  readonly promised: number;
}

const of = <T>(list: readonly T[], turn: number): T => list[turn % list.length] as T;
const list = /\bquery Patients\b/;
const clinician = (world: World) => world.clinician;
const national = (role: Role) => (): Principal => ({
  accountId: 'bench',
  name: { en: 'Bench', zh: '基准' },
  role,
  institutionId: null,
});

const filters = [
  { siteGroup: ['lung'] },
  { siteGroup: ['breast'], stage: ['STAGE_II'] },
  { vitalStatus: ['DEAD'], sex: ['MALE'] },
  { stage: ['STAGE_IV'], siteGroup: ['stomach', 'liver'] },
];

const sites = ['lung', 'breast', 'stomach', 'liver', 'colorectum', 'oesophagus', 'thyroid'];
const drugs = ['osimertinib', 'cisplatin', 'paclitaxel', 'trastuzumab', 'fluorouracil'];
const provinces = PROVINCES.filter((p) => p.population2020 !== null).map(({ code }) => code);

/** Different each time, so that no answer is there already: as people build cohorts, a criterion at a time. */
const cohort = (turn: number) => ({
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

/** Different each time as well. */
const dashboard = (turn: number) => ({
  siteGroups: turn % 3 === 0 ? undefined : [of(sites, turn)],
  provinces: turn % 2 === 0 ? undefined : [of(provinces, turn), of(provinces, turn * 5 + 3)],
  sex: of([undefined, 'FEMALE', 'MALE'], turn),
  fromYear: 2015 + (turn % 9),
});

/** What is measured, page by page: another page is another entry. */
export const questions: readonly Question[] = [
  {
    name: 'patient list, first page',
    document: list,
    who: clinician,
    variables: () => ({ first: 50 }),
    promised: 200,
  },
  {
    name: 'patient list, filtered',
    document: list,
    who: clinician,
    variables: (_, turn) => ({ first: 50, filter: of(filters, turn) }),
    promised: 200,
  },
  {
    name: 'search by full name',
    document: list,
    who: clinician,
    variables: (world, turn) => ({ first: 50, search: of(world.names, turn) }),
    promised: 200,
  },
  {
    name: 'search by family name',
    document: list,
    who: clinician,
    variables: (world, turn) => ({ first: 50, search: [...of(world.names, turn)][0] }),
    promised: 200,
  },
  {
    name: 'patient page',
    document: /\bpatient\(id:/,
    who: clinician,
    variables: (world, turn) => ({ id: encodeId('Patient', of(world.ids, turn)) }),
    promised: 150,
  },
  {
    name: 'cohort: count and attrition, never asked before',
    document: /\bquery CohortCount\b/,
    who: national('RESEARCHER'),
    variables: (_, turn) => ({ definition: cohort(turn) }),
    promised: 50,
  },
  {
    name: 'cohort: who they are, never asked before',
    document: /\bquery CohortFacets\b/,
    who: national('RESEARCHER'),
    variables: (_, turn) => ({ definition: cohort(turn) }),
    promised: 200,
  },
  {
    name: 'dashboard, never asked before',
    document: /\bquery Overview\b/,
    who: national('POLICYMAKER'),
    variables: (_, turn) => ({ filter: dashboard(turn), standard: 'SEGI' }),
    promised: 50,
  },
  {
    name: 'dashboard as it opens',
    document: /\bquery Overview\b/,
    who: national('POLICYMAKER'),
    variables: () => ({ filter: {}, standard: 'SEGI' }),
    promised: 50,
  },
];
