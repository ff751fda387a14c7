import type { Label } from '@nodp/terminology';
import { daysBetween, type LesionSeen, ONE_EVALUATION } from '../recist/timepoints.ts';
import { organOf } from '../target-choice/organ-of.ts';
import { type Candidate, doubtsOfTargets } from '../target-choice/target-choice.ts';

const ROLES: Readonly<Record<LesionSeen['role'], Label>> = {
  TARGET: { en: 'a target', zh: '靶病灶' },
  NON_TARGET: { en: 'a non-target', zh: '非靶病灶' },
  NEW: { en: 'a new lesion', zh: '新病灶' },
};

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Why a lesion cannot stand beside those of the same tumour; null where it can. */
export const clashOf = (entry: LesionSeen, others: readonly LesionSeen[]): Label | null =>
  others.some(({ lesion, day }) => sameName(lesion, entry.lesion) && day === entry.day)
    ? {
        en: `${entry.lesion} of ${entry.day} is recorded already: change it instead.`,
        zh: `${entry.day}的${entry.lesion}已有记录：请修改该记录。`,
      }
    : null;

/** The name as it is written at other examinations: t1 is T1. */
export const nameAsBefore = (name: string, others: readonly LesionSeen[]): string =>
  others.find(({ lesion }) => sameName(lesion, name))?.lesion ?? name;

const candidateOf = ({
  lesion: id,
  node,
  tenths,
  organ,
  organCode = null,
  modality,
  slice = null,
}: LesionSeen): Candidate => ({
  ...{ id, node, tenths, modality, slice, irradiated: null, grownSince: null },
  organ: organOf({ node, code: organCode, words: organ }),
  organWords: organ,
});

const isFirst = (one: LesionSeen, all: readonly LesionSeen[]): boolean =>
  !all.some(({ lesion, day }) => sameName(lesion, one.lesion) && day < one.day);

/** What RECIST would have otherwise of a target that is followed from this day on, for its own sake or beside the others. */
const ofChoice = (entry: LesionSeen, others: readonly LesionSeen[]): Label[] => {
  if (entry.role !== 'TARGET' || !isFirst(entry, others)) return [];
  const chosen = others.filter(
    (one) =>
      one.role === 'TARGET' &&
      Math.abs(daysBetween(one.day, entry.day)) <= ONE_EVALUATION &&
      isFirst(one, others),
  );
  const before = new Set(doubtsOfTargets(chosen.map(candidateOf)).map(({ en }) => en));
  return doubtsOfTargets([...chosen, entry].map(candidateOf)).filter(({ en }) => !before.has(en));
};

const ofKind = (entry: LesionSeen, others: readonly LesionSeen[]): Label[] => {
  const last = others
    .filter(({ lesion, day }) => sameName(lesion, entry.lesion) && day < entry.day)
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
    .at(-1);
  if (last === undefined) return [];
  const remarks: Label[] = [];
  if (last.role !== entry.role)
    remarks.push({
      en: `${last.lesion} was ${ROLES[last.role].en} on ${last.day}: a lesion keeps its kind under one line of treatment.`,
      zh: `${last.lesion}于${last.day}为${ROLES[last.role].zh}：同一线治疗内病灶类别不变。`,
    });
  if (last.modality !== null && entry.modality !== null && last.modality !== entry.modality)
    remarks.push({
      en: `${last.lesion} was measured by ${last.modality} on ${last.day}: RECIST asks for the same method.`,
      zh: `${last.lesion}于${last.day}以${last.modality}测量：RECIST要求方法一致。`,
    });
  return remarks;
};

/**
 * What to know of a lesion that is entered beside those of the same tumour: how RECIST 1.1 would choose targets, a kind or a method
 * that changes. Nothing of it is refused.
 * @param others every lesion of the tumour on every day, this entry left out
 */
export const remarksOn = (entry: LesionSeen, others: readonly LesionSeen[]): Label[] => [
  ...ofChoice(entry, others),
  ...ofKind(entry, others),
];
