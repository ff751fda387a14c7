import type { Label } from '@nodp/terminology';
import { bodySite } from '@nodp/terminology/snomed';
import { organOf } from '../target-choice/organ-of.ts';

/** Where a lesion lies against what was irradiated. */
export type FieldPosition = 'in field' | 'marginal' | 'outside' | 'not known';

/** A place in the body as it was sent. */
export interface Place {
  /** SNOMED CT; null where it is not coded so. */
  readonly code: string | null;
  readonly words: Label | null;
  readonly node: boolean;
}

/** A position, and by what it is known. */
export interface Placed {
  readonly position: FieldPosition;
  readonly by: Label;
}

/** Organs of which radiotherapy seldom treats the whole: being in them says nothing of the field. */
const TREATED_IN_PART = new Set([
  ...['C22', 'C34', 'C38', 'C40', 'C41', 'C42', 'C44', 'C48', 'C71'],
  'lymph nodes',
]);

const sideOf = ({ code, words }: Place): 'left' | 'right' | null => {
  const known = code === null ? null : (bodySite(code)?.laterality ?? null);
  if (known === 'left' || known === 'right') return known;
  if (/\bleft\b/i.test(words?.en ?? '') || /左/.test(words?.zh ?? '')) return 'left';
  return /\bright\b/i.test(words?.en ?? '') || /右/.test(words?.zh ?? '') ? 'right' : null;
};

const UNKNOWN: Placed = {
  position: 'not known',
  by: { en: 'the sites do not tell', zh: '部位无法判断' },
};

/** By the site of the lesion against that of the volume, where neither plan nor reader says it. */
const bySite = (lesion: Place, volume: Place): Placed => {
  const [here, there] = [organOf(lesion), organOf(volume)];
  // A part of the body (chest wall, abdomen) holds several organs.
  if (here === null || there === null || here.startsWith('C76') || there.startsWith('C76'))
    return UNKNOWN;
  if (here !== there)
    return {
      position: 'outside',
      by: { en: 'another organ than the treated one', zh: '与照射部位不同的器官' },
    };
  const [side, treated] = [sideOf(lesion), sideOf(volume)];
  if (side !== null && treated !== null && side !== treated)
    return {
      position: 'outside',
      by: { en: 'the other side of the treated organ', zh: '照射器官的对侧' },
    };
  return TREATED_IN_PART.has(here)
    ? {
        position: 'not known',
        by: {
          en: 'in the treated organ, of which a part was irradiated: only the plan tells',
          zh: '位于部分受照射的器官内：须对照计划判断',
        },
      }
    : {
        position: 'in field',
        by: { en: 'in the treated site, by the site alone', zh: '位于照射部位（仅按部位判断）' },
      };
};

/** Shares of a lesion inside the 95 % isodose from which it counts in field, and under which outside. */
const IN_FIELD = 0.95;
const OUTSIDE = 0.2;

/**
 * By the share of the lesion inside the 95 % isodose: in field from 95 % on, outside under 20 %, marginal between. Source: Dawson
 * LA et al., Int J Radiat Oncol Biol Phys 2000;46:1117–1126.
 */
const byDose = (inside: number): Placed => {
  const share = `${Math.round(inside * 1000) / 10} %`;
  return {
    position: inside >= IN_FIELD ? 'in field' : inside < OUTSIDE ? 'outside' : 'marginal',
    by: { en: `${share} of it inside the 95 % isodose`, zh: `95%等剂量线内占${share}` },
  };
};

const NEAREST: readonly FieldPosition[] = ['in field', 'marginal', 'not known', 'outside'];

/** Where a lesion lies against the volumes of a course: as it was stated, by the volume that names it, else by the site. */
export const positionOf = (
  lesion: Place & {
    readonly name: string;
    readonly stated: FieldPosition | null;
    /** Share inside the 95 % isodose, 0 to 1; null where not known. */
    readonly inside: number | null;
  },
  volumes: readonly (Place & { readonly lesions: readonly string[] })[],
): Placed => {
  if (lesion.inside !== null) return byDose(lesion.inside);
  if (lesion.stated !== null && lesion.stated !== 'not known')
    return {
      position: lesion.stated,
      by: { en: 'as it was recorded against the plan', zh: '按与计划对照的记录' },
    };
  const name = lesion.name.toLowerCase();
  if (volumes.some(({ lesions }) => lesions.some((one) => one.toLowerCase() === name)))
    return {
      position: 'in field',
      by: { en: 'a volume of the plan names it', zh: '照射靶区包含该病灶' },
    };
  const placed = volumes.map((volume) => bySite(lesion, volume));
  for (const position of NEAREST) {
    const found = placed.find((one) => one.position === position);
    if (found !== undefined) return found;
  }
  return UNKNOWN;
};
