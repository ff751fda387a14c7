/** Submissions over time: of all institutions, of those the account may see, or of one. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { useMemo, useRef } from 'react';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { AppLink } from '../../design/links.tsx';
import { NoPermission } from '../../design/no-permission.tsx';
import { byMonth, type Month } from '../../figures/by-month.ts';
import { MonthsPlot } from '../../figures/months-plot.tsx';
import { formatCount } from '../../format/quantity.ts';
import { useLabel } from '../../i18n/label.ts';
import type { Institution } from './submission.ts';

export function MonthlySubmissions({
  seen,
  all,
  chosen,
}: {
  /** Those shown whose submissions the account may see. */
  seen: readonly (Institution & { months: readonly Month[] })[];
  /** Whether the account may see every institution's. */
  all: boolean;
  chosen: Institution | undefined;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const chart = useRef<HTMLDivElement>(null);
  const months = useMemo(() => byMonth(seen.map((i) => i.months)), [seen]);
  const one = chosen ?? (all ? undefined : seen[0]);
  const name = one
    ? t`Submissions by month: ${label(one.name)}`
    : t`Submissions by month: all institutions`;
  const number = (value: number) => formatCount(value);
  return (
    <ChartFrame
      title={name}
      name={name}
      chart={chart}
      detail={
        chosen && (
          <AppLink
            to="/data-centre/institutions/{-$institutionId}"
            params={{ institutionId: undefined }}
            search={(s) => s}
          >
            {all ? <Trans>Show all institutions</Trans> : <Trans>Show your own institution</Trans>}
          </AppLink>
        )
      }
      rows={months}
      columns={[
        { header: t`Month`, cell: (m) => m.month, text: (m) => m.month, nowrap: true },
        {
          header: t`Submissions`,
          cell: (m) => number(m.submissions),
          text: (m) => m.submissions,
          align: 'right',
        },
        {
          header: t`Records`,
          cell: (m) => number(m.records),
          text: (m) => m.records,
          align: 'right',
        },
        {
          header: t`Refused`,
          cell: (m) => number(m.refused),
          text: (m) => m.refused,
          align: 'right',
        },
      ]}
    >
      {seen.length === 0 ? (
        <Box sx={{ py: 2, color: 'text.secondary' }}>
          <NoPermission />
          {'. '}
          <Trans>Your account sees what its own institution sent.</Trans>
        </Box>
      ) : (
        <MonthsPlot months={months} name={name} chart={chart} height={200} />
      )}
    </ChartFrame>
  );
}
