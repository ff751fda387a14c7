import { parseAnnArbor, parseStageGroup } from '@nodp/terminology';

/** Raised whenever the same input gives another answer. */
export const BROAD_STAGE_VERSION = 2;

export type KnownBroadStage = 'STAGE_0' | 'STAGE_I' | 'STAGE_II' | 'STAGE_III' | 'STAGE_IV';
export type BroadStage = KnownBroadStage | 'UNKNOWN';

const BROAD: Readonly<Record<string, KnownBroadStage>> = {
  '0': 'STAGE_0',
  I: 'STAGE_I',
  II: 'STAGE_II',
  III: 'STAGE_III',
  IV: 'STAGE_IV',
};

type Reading = (value: string) => KnownBroadStage | null;

const ofRoman: Reading = (value) => {
  const group = parseStageGroup(value);
  return group === null ? null : (BROAD[group.broad] ?? null);
};
const ofAnnArbor: Reading = (value) => {
  const stage = parseAnnArbor(value);
  return stage === null ? null : (BROAD[stage.broad] ?? null);
};
const byLetter =
  (letters: Readonly<Record<string, KnownBroadStage>>): Reading =>
  (value) =>
    letters[value.trim().charAt(0).toUpperCase()] ?? null;

const A_TO_C = { A: 'STAGE_I', B: 'STAGE_II', C: 'STAGE_III' } as const;
const A_TO_D = { ...A_TO_C, D: 'STAGE_IV' } as const;

/** Staging systems whose groups are stage groups of the tumour itself. */
const STAGE_GROUPS: ReadonlyMap<string, Reading> = new Map([
  ['group', ofRoman],
  ['FIGO', ofRoman],
  ['Ann Arbor', ofAnnArbor],
]);

/**
 * Systems that stand in where there is no TNM group, the preferred of one disease first: myeloma R-ISS (Palumbo,
 * J Clin Oncol 2015;33:2863) before ISS (Greipp, J Clin Oncol 2005;23:3412) before Durie–Salmon; chronic lymphocytic
 * leukaemia Rai (Blood 1975;46:219) before Binet (Cancer 1981;48:198); liver CNLC (National Health Commission of
 * the PRC, 2024) before BCLC (Reig, J Hepatol 2022;76:681); colorectum Dukes; rhabdomyosarcoma IRS group.
 */
const STAND_INS: ReadonlyMap<string, Reading> = new Map([
  ['R-ISS', ofRoman],
  ['ISS', ofRoman],
  ['Durie-Salmon', ofRoman],
  ['Rai', ofRoman],
  ['Binet', byLetter(A_TO_C)],
  ['CNLC', ofRoman],
  ['BCLC', byLetter({ '0': 'STAGE_0', ...A_TO_D })],
  ['Dukes', byLetter(A_TO_D)],
  ['IRS', ofRoman],
]);

const standIns = [...STAND_INS.keys()];

/**
 * The broad stage of a stage said on an axis: the stage group without its subdivisions. Systems of letters count by
 * their order (Binet A to C as I to III, BCLC and Dukes A to D as I to IV); stage 0 of Rai and BCLC is the lowest of
 * those systems, not carcinoma in situ. Null where the axis gives no group (T, N, M, Gleason, Breslow, INRG ...) or the
 * value is none of it ("unknown", "X", "extensive").
 */
export const broadStage = (axis: string, value: string): KnownBroadStage | null =>
  (STAGE_GROUPS.get(axis) ?? STAND_INS.get(axis))?.(value) ?? null;

/**
 * 0 for a stage group (TNM, FIGO, Ann Arbor); what stands in for one counts on from 1, the preferred first. Null for
 * axes that give no group.
 */
export const rankOfAxis = (axis: string): number | null =>
  STAGE_GROUPS.has(axis) ? 0 : STAND_INS.has(axis) ? 1 + standIns.indexOf(axis) : null;
