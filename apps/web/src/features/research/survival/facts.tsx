/** The figures of the comparison: persons, deaths, median, survival after one, three and five years. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { formatNumber } from '../../../format/quantity.ts';
import { shortCount } from '../counts.tsx';
import type { DisclosureRule } from '../queries.ts';
import { type DrawnArm, formatSurvival } from './arms.ts';
import { pointAt } from './geometry.ts';

const years = [12, 36, 60];

export function ArmFacts({ arms, rule }: { arms: readonly DrawnArm[]; rule: DisclosureRule }) {
  const { t } = useLingui();
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
          header: t`Median, months (95% CI)`,
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
        ...years.map((months) => ({
          header: t`At ${months} months`,
          align: 'right' as const,
          cell: (arm: DrawnArm) => formatSurvival(pointAt(arm.curve, months)?.survival ?? null),
        })),
      ]}
    />
  );
}

const limit = (months: number | null) => (months === null ? '?' : formatNumber(months));
