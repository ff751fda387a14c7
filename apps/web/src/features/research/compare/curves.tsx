/** The curves of up to six cohorts, falling or rising, with the numbers at risk beneath. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { ArmMark, letterOf } from '../../../charts/curves/arms.tsx';
import { axisWidth, StepCurves, useNarrow } from '../../../charts/curves/step-curves.tsx';
import { monthTicks } from '../../../charts/curves/steps.ts';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { shortCount } from '../counts.tsx';
import type { DisclosureRule } from '../queries.ts';
import type { Chosen, Comparison } from './queries.ts';

export function Curves({
  comparison: { arms, incidence, from },
  chosen,
  months,
  rule,
}: {
  comparison: Comparison;
  chosen: readonly Chosen[];
  months: number;
  rule: DisclosureRule;
}) {
  const { t } = useLingui();
  const ticks = monthTicks(months, axisWidth(useNarrow()), 60);
  const said = arms
    .map((arm, place) => {
      const last = arm.curve.at(-1);
      return last
        ? `${chosen[place]?.name}: ${(last.share * 100).toFixed(0)}% (${last.months})`
        : `${chosen[place]?.name}: —`;
    })
    .join('; ');
  const drawn = arms.map(({ curve, competing }) => ({
    curve: curve.map((point) => ({ ...point, survival: point.share })),
    competing: competing.map((point) => ({ ...point, survival: point.share })),
  }));
  return (
    <>
      <StepCurves
        label={
          incidence
            ? t`Cumulative incidence; share and month at the end of each curve. ${said}`
            : t`Kaplan–Meier curves; share and month at the end of each curve. ${said}`
        }
        axis={t`Months from time zero`}
        curves={drawn}
        months={months}
        ticksOf={(width, room) => monthTicks(months, width, room)}
      />
      {incidence && (
        <Box component="p" sx={{ m: 0, fontSize: 12, color: 'text.secondary' }}>
          <Trans>Dotted thin lines are the cumulative incidence of deaths that compete.</Trans>
        </Box>
      )}
      {from > 0 && (
        <Box component="p" sx={{ m: 0, fontSize: 12, color: 'text.secondary' }}>
          <Trans>Curves begin at month {from}.</Trans>
        </Box>
      )}
      <SimpleTable
        label={t`Number at risk`}
        rows={arms.map((arm, place) => ({ arm, place }))}
        rowKey={({ place }) => place}
        columns={[
          {
            header: t`Number at risk`,
            nowrap: true,
            cell: ({ place }) => (
              <Box component="span" sx={{ display: 'inline-flex', gap: 1, alignItems: 'center' }}>
                <ArmMark place={place} />
                {letterOf(place)}
              </Box>
            ),
          },
          ...ticks.map((month) => ({
            header: String(month),
            align: 'right' as const,
            cell: ({ arm }: { arm: Comparison['arms'][number] }) => {
              const found = arm.atRisk.find((each) => each.months === month);
              return found ? shortCount(found.count, rule) : '—';
            },
          })),
        ]}
      />
    </>
  );
}
