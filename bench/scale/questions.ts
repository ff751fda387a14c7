import type { Principal } from '@nodp/database';
import { encodeId } from '@nodp/graph';
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
const list = /\bpatients\(search:/;
const clinician = (world: World) => world.clinician;

const filters = [
  { siteGroup: ['LUNG'] },
  { siteGroup: ['BREAST'], stage: ['STAGE_II'] },
  { vitalStatus: ['DEAD'], sex: ['MALE'] },
  { stage: ['STAGE_IV'], siteGroup: ['STOMACH', 'LIVER'] },
];

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
];
