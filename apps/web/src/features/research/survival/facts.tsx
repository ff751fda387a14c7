/** The figures of the comparison: persons, deaths, median, survival after one, three and five years. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { formatNumber } from '../../../format/quantity.ts';
import { shortCount } from '../counts.tsx';
import type { DisclosureRule } from '../queries.ts';
import { type DrawnArm, formatSurvival } from './arms.ts';
import { pointAt } from './geometry.ts';

const years = [1, 3, 5];

export function ArmFacts({ arms, rule }: { arms: readonly DrawnArm[]; rule: DisclosureRule }) {
  const { t } = useLingui();
  const limit = (months: number | null) => (months === null ? t`NR` : formatNumber(months));
  return (
    <SimpleTable
      label={t`Survival in figures`}
      rows={arms}
      rowKey={(arm) => arm.name}
      columns={[
        {
          header: t`Cohort`,
          nowrap: true,
          cell: (arm) => (
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
          ),
        },
        { header: t`Persons`, align: 'right', cell: (arm) => shortCount(arm.persons, rule) },
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
      ]}
    />
  );
}
