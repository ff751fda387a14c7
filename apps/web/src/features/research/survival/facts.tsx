/** The figures of the comparison: persons, deaths, median, survival after one, three and five years. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { pointAt } from '../../../charts/curves/steps.ts';
import { type SimpleColumn, SimpleTable } from '../../../design/table/simple-table.tsx';
import { formatNumber } from '../../../format/quantity.ts';
import { shortCount } from '../counts.tsx';
import type { DisclosureRule } from '../queries.ts';
import { type DrawnArm, formatSurvival } from './arms.ts';

const years = [1, 3, 5];

export function ArmFacts({ arms, rule }: { arms: readonly DrawnArm[]; rule: DisclosureRule }) {
  const { t } = useLingui();
  // On a telephone the figures stand under each other: side by side the last would be cut.
  const narrow = useMediaQuery(useTheme().breakpoints.down('sm'));
  const limit = (months: number | null) => (months === null ? t`NR` : formatNumber(months));
  const figures: SimpleColumn<DrawnArm>[] = [
    { header: t`Persons`, align: 'right', cell: (arm: DrawnArm) => shortCount(arm.persons, rule) },
    { header: t`Deaths`, align: 'right', cell: (arm) => shortCount(arm.deaths, rule) },
    {
      header: t`Median (95% CI), months`,
      align: 'right',
      cell: ({ median }) =>
        median ? (
          <>
            <strong>{formatNumber(median.months)}</strong> ({limit(median.lower)}–
            {limit(median.upper)})
          </>
        ) : (
          <Trans>not reached</Trans>
        ),
    },
    ...years.map((year) => ({
      header: t`${year} y survival`,
      align: 'right' as const,
      cell: (arm: DrawnArm) => formatSurvival(pointAt(arm.curve, year * 12)?.survival ?? null),
    })),
  ];
  return narrow ? (
    <SimpleTable
      label={t`Survival in figures`}
      rows={figures}
      rowKey={(figure) => figure.header}
      columns={[
        { header: t`Figure`, cell: (figure) => figure.header },
        ...arms.map((arm) => ({
          header: arm.words,
          align: 'right' as const,
          cell: (figure: SimpleColumn<DrawnArm>) => figure.cell(arm),
        })),
      ]}
    />
  ) : (
    <SimpleTable
      label={t`Survival in figures`}
      rows={arms}
      rowKey={(arm) => arm.name}
      columns={[
        { header: t`Cohort`, nowrap: true, cell: (arm) => <ArmName arm={arm} /> },
        ...figures,
      ]}
    />
  );
}

const ArmName = ({ arm }: { arm: DrawnArm }) => (
  <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1 }}>
    <Box
      component="span"
      aria-hidden
      sx={{
        width: 18,
        borderTop: `3px ${arm.name === 'a' ? 'solid' : 'dashed'} ${arm.colour}`,
      }}
    />
    {arm.words}
  </Box>
);
