import type { CohortDefinition } from '@nodp/cohorts';
import {
  branchOf,
  malignantUnlessSaid,
  type Problem,
  partsOfTime,
  placeIn,
} from '@nodp/cohorts/engine';
import { disclose } from '@nodp/disclosure';
import type { Releases } from '@nodp/warehouse';
import type { ReleaseRow } from '../release/release-rows.ts';

interface Part {
  readonly path: string;
  readonly definition: CohortDefinition;
}

/** Every part that is joined to others, excluded, or counted among several: what could be added to a cohort or taken from it. */
const partsOf = (definition: CohortDefinition, path: string, inside: boolean): Part[] => {
  const own = inside ? [{ path, definition }] : [];
  const at = (place: string) => (path === '' ? place : `${path}.${place}`);
  const branch = branchOf(definition);
  if (branch === null)
    return 'time' in definition
      ? [
          ...own,
          ...partsOfTime(definition.time).map(({ path: place, value }) => ({
            path: at(`time.${place}`),
            definition: { time: value },
          })),
        ]
      : own;
  const within = inside || branch.kind !== 'all';
  const of = branch.of.flatMap((part, i) => partsOf(part, at(placeIn(branch, i)), within));
  return [...own, ...of];
};

const problemAt = (path: string, few: number): Problem => ({
  code: 'isolates',
  severity: 'error',
  path,
  message: {
    en: `Fewer than ${few} persons, or nobody, meet this part by itself. Joined to others or excluded it could single them out: leave it out, or make it wider.`,
    zh: `单独满足此部分的人数不足${few}人（或没有人）。与其他条件并列或被排除时可能识别出个人：请删去或放宽此部分。`,
  },
});

/**
 * Parts of a definition that few persons meet. Such a part, joined to a cohort or taken from it, asks whether those few are
 * in it. Alone, or as one more thing that everyone has to meet, it is only suppressed.
 */
export const isolating = (
  releases: Releases,
  definition: CohortDefinition,
  release: ReleaseRow,
): Promise<readonly Problem[]> =>
  releases.once(release, ['isolating', JSON.stringify(definition)], async () => {
    const parts = partsOf(definition, '', false);
    if (parts.length === 0) return [];
    const { cohorts } = await releases.open(release.number);
    const sets = await cohorts.sets(parts.map((part) => malignantUnlessSaid(part.definition)));
    const { rule } = releases;
    // As the count would be shown: a part of ten that passes while one of nine is refused would tell them apart.
    return parts.flatMap(({ path }, i) => {
      const set = sets[i];
      return set === undefined || disclose(set, rule).suppressed
        ? [problemAt(path, rule.minimumCell)]
        : [];
    });
  });
