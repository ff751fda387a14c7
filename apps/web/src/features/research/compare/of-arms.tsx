/** What the figures of a comparison are given, and one of them for each cohort. */
import Typography from '@mui/material/Typography';
import { Fragment, type ReactNode } from 'react';
import { letterOf } from '../../../charts/curves/arms.tsx';
import type { ComparisonInput } from '../../../graph/generated/graphql.ts';
import { shortCount } from '../counts.tsx';
import type { DisclosureRule } from '../queries.ts';
import type { Chosen } from './queries.ts';

export interface Compared {
  readonly comparison: ComparisonInput;
  readonly chosen: readonly Chosen[];
  readonly rule: DisclosureRule;
}

const nameOf = (chosen: readonly Chosen[], place: number): string =>
  `${letterOf(place)} · ${chosen[place]?.name ?? ''}`;

/** @param figure of a cohort and its name */
export const figureOfEach = <A,>(
  arms: readonly A[],
  chosen: readonly Chosen[],
  figure: (arm: A, name: string) => ReactNode,
): ReactNode =>
  arms.map((arm, place) => {
    const name = nameOf(chosen, place);
    // biome-ignore lint/suspicious/noArrayIndexKey: a cohort is named by its place
    return <Fragment key={place}>{figure(arm, name)}</Fragment>;
  });

export const ArmHeading = ({
  name,
  persons,
  rule,
}: {
  name: string;
  persons: Parameters<typeof shortCount>[0];
  rule: DisclosureRule;
}) => (
  <Typography variant="subtitle2" component="h3" sx={{ mb: 0.5 }}>
    {name} <span>({shortCount(persons, rule)})</span>
  </Typography>
);
