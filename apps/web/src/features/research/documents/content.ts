/** A study's content as the pages of comparisons ask for it, and the other way round. */
import type { StudyBlock, StudyContent, StudyDesign, StudyFigure } from '@nodp/cohorts';
import type { ComparisonInput } from '../../../graph/generated/graphql.ts';
import { type Asked, type Design, designsOf } from '../compare/asked.ts';
import type { Chosen } from '../compare/queries.ts';

export const designOf = ({ endpoint, design, months, covariates }: Asked): StudyDesign => ({
  ...{ endpoint, months, covariates: [...covariates] },
  landmark: /^\d+$/.test(design) ? Number(design) : null,
  delayedEntry: design === 'entry',
});

/** What the controls of a comparison show of a design: a landmark that they do not offer reads as none. */
export const askedOf = (of: StudyDesign): Asked => {
  const { endpoint, months, covariates, landmark, delayedEntry } = of;
  const named = (delayedEntry ? 'entry' : String(landmark ?? 'zero')) as Design;
  const design = designsOf(endpoint).find((each) => each === named) ?? 'zero';
  return { cohorts: [], endpoint, design, months, covariates: [...covariates] };
};

export const inputOf = (
  { cohorts }: StudyContent,
  { covariates: _, ...design }: StudyDesign,
  release: number,
): ComparisonInput => ({
  arms: cohorts.map(({ definition }) => definition),
  release,
  ...design,
});

/** The cohorts of a study as the figures of a comparison name them. */
export const chosenOf = ({ cohorts }: StudyContent, release: number): Chosen[] =>
  cohorts.map(({ name, definition }, place) => ({
    ...{ hash: String(place), cohortId: String(place), name, release, definition },
    description: { en: name, zh: name },
  }));

/** A comparison as a study begins: its words, then the figures that its page shows. */
export const studyOf = (
  asked: Asked,
  chosen: readonly Chosen[],
  text: string,
  figures: readonly StudyFigure[],
): StudyContent => {
  const design = designOf(asked);
  const words: StudyBlock[] = text.trim() === '' ? [] : [{ kind: 'TEXT', text }];
  return {
    cohorts: chosen.map(({ name, definition }) => ({ name, definition })),
    blocks: [...words, ...figures.map((figure) => ({ kind: 'FIGURE', figure, design }) as const)],
  };
};

/** A block in another place; the same list where there is none. */
export const moved = <T>(blocks: readonly T[], from: number, to: number): readonly T[] => {
  if (to < 0 || to >= blocks.length) return blocks;
  const others = blocks.filter((_, place) => place !== from);
  return [...others.slice(0, to), blocks[from] as T, ...others.slice(to)];
};

/** What the graph gives was checked when it was saved. */
export const contentOf = (json: string): StudyContent => JSON.parse(json) as StudyContent;
