/** What happened to patients like this one from the start of a drug: asked for when a drug is picked. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorPanel, LoadingRows } from '../../../../design/states.tsx';
import { formatCount, formatNumber, formatPercent } from '../../../../format/quantity.ts';
import { execute } from '../../../../graph/execute.ts';
import {
  DrugExperienceDocument,
  type DrugExperienceQuery,
} from '../../../../graph/generated/graphql.ts';
import { useLabel } from '../../../../i18n/label.ts';
import type { DrugEvidence, OptionsOfTumour } from './data.ts';

type Found = NonNullable<DrugExperienceQuery['drugExperience']>;

const MOST_DRUGS = 12;

/** Single drugs of the evidence, in its order. */
const singlesOf = (drugs: readonly DrugEvidence[]): string[] => [
  ...new Set(drugs.flatMap((one) => (one.drugs.length === 1 ? one.drugs : []))),
];

/** The gene of the first alteration found, or of a fusion the one at its end. */
const driverOf = ({ targetedOptions: { found } }: OptionsOfTumour): string | null =>
  found[0]?.split(' ')[0]?.split('::').at(-1) ?? null;

export function Experience({
  tumour,
  drugs,
}: {
  tumour: OptionsOfTumour;
  drugs: readonly DrugEvidence[];
}) {
  const [drug, setDrug] = useState<string | null>(null);
  const { siteGroup } = tumour;
  const singles = singlesOf(drugs).slice(0, MOST_DRUGS);
  if (!siteGroup || singles.length === 0) return null;
  return (
    <Box sx={{ mt: 2 }}>
      <Typography variant="body2" component="p" sx={{ m: 0, fontWeight: 600 }}>
        <Trans>What happened to patients like this one from the start of a drug</Trans>
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, my: 0.5 }}>
        {singles.map((name) => (
          <Button
            key={name}
            size="small"
            variant={name === drug ? 'contained' : 'outlined'}
            aria-pressed={name === drug}
            onClick={() => setDrug(name)}
          >
            {name}
          </Button>
        ))}
      </Box>
      {drug && (
        <OfDrug
          siteGroup={siteGroup}
          drug={drug}
          driver={driverOf(tumour)}
          stage={tumour.broadStage}
        />
      )}
    </Box>
  );
}

function OfDrug(asked: {
  siteGroup: string;
  drug: string;
  driver: string | null;
  stage: OptionsOfTumour['broadStage'];
}) {
  const query = useQuery({
    queryKey: ['drug-experience', asked],
    queryFn: async ({ signal }) =>
      (await execute(DrugExperienceDocument, asked, signal)).drugExperience,
    staleTime: 600_000,
  });
  if (query.isPending) return <LoadingRows rows={3} />;
  if (query.isError) return <ErrorPanel error={query.error} retry={() => void query.refetch()} />;
  if (!query.data)
    return (
      <Typography variant="body2">
        <Trans>No release has been built yet</Trans>
      </Typography>
    );
  return <Answer found={query.data} />;
}

/** The years of the curve: 12, 24, 36 months. */
const YEARS = [12, 24, 36];

function Answer({ found }: { found: Found }) {
  const { t } = useLingui();
  const label = useLabel();
  const { persons, deaths, months, survival, lower, upper, medianMonths, steps } = found;
  const at = YEARS.flatMap((month) => {
    const i = months.indexOf(month);
    const share = survival[i];
    if (i < 0 || share === undefined) return [];
    const [from, to] = [lower[i], upper[i]];
    const interval =
      typeof from === 'number' && typeof to === 'number'
        ? ` (${formatPercent(from)}–${formatPercent(to)})`
        : '';
    return [t`${month} months: ${formatPercent(share)}${interval}`];
  });
  return (
    <Box role="status" sx={{ typography: 'body2' }}>
      {found.enough ? (
        <Typography variant="body2" component="p" sx={{ m: 0 }}>
          <Trans>
            {persons?.value ? formatCount(persons.value) : '—'} patients,{' '}
            {deaths?.value ? formatCount(deaths.value) : '—'} deaths. Alive after the start of the
            drug: {at.join('; ') || '—'}.
          </Trans>{' '}
          {medianMonths ? (
            <Trans>Median {formatNumber(medianMonths)} months.</Trans>
          ) : (
            <Trans>The median is not reached.</Trans>
          )}
        </Typography>
      ) : (
        <Typography variant="body2" component="p" sx={{ m: 0 }}>
          <Trans>Too few patients: at least 30, of whom 10 have died, are needed.</Trans>
        </Typography>
      )}
      <Box component="ol" sx={{ my: 0.5, pl: 2.5, color: 'text.secondary' }}>
        {steps.map((step) => (
          <li key={step.description.en}>
            {label(step.description)}: {step.enough ? t`enough patients` : t`too few patients`}
          </li>
        ))}
      </Box>
      <Typography variant="caption" component="p" sx={{ m: 0, color: 'text.secondary' }}>
        <Trans>
          Release {found.releaseNumber}, overall survival from the start of the drug, counts under
          disclosure control. The line of treatment, response and the next treatment are not in the
          release. No comparison of treatments, and not a recommendation.
        </Trans>
      </Typography>
    </Box>
  );
}
