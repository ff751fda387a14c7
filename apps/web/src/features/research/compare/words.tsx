/** How the choices of a comparison read, and what is printed under each of its figures. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import Typography from '@mui/material/Typography';
import type {
  BaselineTestKind,
  CoxCovariate,
  StudyEndpoint,
} from '../../../graph/generated/graphql.ts';
import { type Label, useLabel } from '../../../i18n/label.ts';
import type { Design } from './asked.ts';

export const endpointNames: Record<StudyEndpoint, MessageDescriptor> = {
  OVERALL: msg`Overall survival`,
  CANCER_SPECIFIC: msg`Death from cancer, other deaths competing`,
  RECURRENCE_FREE: msg`Survival without recurrence or progression`,
  NEXT_TREATMENT: msg`Time to next treatment`,
};

export const designNames: Record<Design, MessageDescriptor> = {
  zero: msg`From time zero`,
  3: msg`Landmark at 3 months`,
  6: msg`Landmark at 6 months`,
  12: msg`Landmark at 12 months`,
  entry: msg`Delayed entry`,
};

export const covariateNames: Record<CoxCovariate, MessageDescriptor> = {
  AGE_GROUP: msg`Age at diagnosis`,
  SEX: msg`Sex`,
  STAGE: msg`Stage at diagnosis`,
  SITE_GROUP: msg`Site group`,
  DIAGNOSIS_PERIOD: msg`Year of diagnosis`,
};

export const testNames: Record<BaselineTestKind, MessageDescriptor> = {
  CHI_SQUARE: msg`χ²`,
  FISHER: msg`Fisher`,
  WILCOXON: msg`Wilcoxon`,
  KRUSKAL_WALLIS: msg`Kruskal–Wallis`,
};

/** A p value in a cell of a table. */
export const shortP = (p: number | null | undefined): string =>
  p === null || p === undefined ? '—' : p < 0.001 ? '< 0.001' : p.toFixed(p < 0.01 ? 3 : 2);

/** The definition of time zero, the event and who is left out. */
export function FigureWords({
  timeZero,
  event,
  leftOut,
  closing,
}: {
  timeZero: Label;
  event: Label;
  leftOut: Label;
  closing?: string | null;
}) {
  const label = useLabel();
  return (
    <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 1, mb: 0 }}>
      {label(timeZero)} {label(event)} {label(leftOut)}{' '}
      {closing && <Trans>Follow-up is complete to {closing}.</Trans>}
    </Typography>
  );
}
