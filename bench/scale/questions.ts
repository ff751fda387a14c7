import type { Principal, Role } from '@nodp/database';
import { encodeId } from '@nodp/graph';
import { cohort, provinces, sites } from './cohorts.ts';
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
