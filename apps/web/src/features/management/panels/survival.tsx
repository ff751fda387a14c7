/** Observed survival from diagnosis, with its band. */
import { Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { ChartFrame } from '../../../charts/chart-frame.tsx';
import { Plot } from '../../../charts/plot/plot.tsx';
import { PlotBox } from '../../../charts/plot-box.tsx';
import { okabeIto } from '../../../design/palette.ts';
import { formatDay } from '../../../format/date.ts';
import { formatCount, formatPercent } from '../../../format/quantity.ts';
import { useLabel } from '../../../i18n/label.ts';
import { FigureText } from '../figures.tsx';
import { figureOfCount, intervalText } from '../measure.ts';
import type { Statistics } from '../overview.ts';
import { Note } from './note.tsx';

type Point = NonNullable<Statistics['survival']>['points'][number];

export function SurvivalCurve({
  statistics,
  closing,
}: {
  statistics: Statistics;
  closing: string | null;
}) {
  const { t } = useLingui();
  const chart = useRef<HTMLDivElement>(null);
  const name = t`Observed survival from diagnosis`;
  const survival = statistics.survival;
  const rows = survival?.points ?? [];
  const last = rows.at(-1)?.months ?? 0;
  return (
    <ChartFrame
      title={name}
      name={name}
      detail={t`share alive, with 95% confidence band`}
      chart={chart}
      rows={rows}
      columns={[
        {
          header: t`Months`,
          align: 'right',
          cell: (p: Point) => p.months,
          text: (p) => p.months,
          order: (p) => p.months,
        },
        {
          header: t`Survival`,
          align: 'right',
          cell: (p) => formatPercent(p.survival),
          text: (p) => p.survival,
        },
        {
          header: t`Lower limit`,
          align: 'right',
          cell: (p) => (p.lower === null ? '—' : formatPercent(p.lower)),
          text: (p) => p.lower,
        },
        {
          header: t`Upper limit`,
          align: 'right',
          cell: (p) => (p.upper === null ? '—' : formatPercent(p.upper)),
          text: (p) => p.upper,
        },
      ]}
    >
      {survival === null ? (
        <Note>
          <Trans>Too few of these cases have a known follow-up time for a curve.</Trans>
        </Note>
      ) : (
        <>
          <PlotBox name={name} chart={chart} height={240}>
            {(width) => (
              <Plot
                width={width}
                height={240}
                labels={rows.map((p) => String(p.months))}
                at={rows.map((p) => p.months)}
                words={Array.from({ length: Math.floor(last / 12) + 1 }, (_, years) => ({
                  at: years * 12,
                  label: String(years),
                }))}
                end={1}
                format={formatPercent}
                title={(position) => t`${String(rows[position]?.months ?? '')} months`}
                note={(_, position) => {
                  const point = rows[position];
                  return point ? intervalText(point, formatPercent) : '';
                }}
                series={[
                  {
                    as: 'band',
                    step: true,
                    name: t`95% confidence interval`,
                    colour: okabeIto.blue,
                    lower: rows.map((p) => p.lower),
                    upper: rows.map((p) => p.upper),
                  },
                  {
                    as: 'line',
                    step: true,
                    name: t`Alive`,
                    colour: okabeIto.blue,
                    values: rows.map((p) => p.survival),
                  },
                ]}
              />
            )}
          </PlotBox>
          <Note>
            <Trans>
              Years since diagnosis. Kaplan–Meier, death of any cause;{' '}
              <FigureText figure={figureOfCount(survival.cases)} format={formatCount} /> cases with
              a known follow-up time, of which{' '}
              <FigureText figure={figureOfCount(survival.deaths)} format={formatCount} /> died.
            </Trans>
          </Note>
          <WhoIsFollowed statistics={statistics} closing={closing} />
        </>
      )}
    </ChartFrame>
  );
}

/** Until when cases are followed, whose day of death was placed, and who is left out. */
function WhoIsFollowed({
  statistics: { leftOut, deathsPlaced },
  closing,
}: {
  statistics: Statistics;
  closing: string | null;
}) {
  const { t } = useLingui();
  const label = useLabel();
  return (
    <Note>
      {closing !== null && (
        <>
          <Trans>
            Followed to {formatDay(closing)}, the last day to which follow-up is complete; persons
            seen later are censored on that day.
          </Trans>{' '}
        </>
      )}
      <Trans>
        Deaths of unknown day, set to the middle of the known interval:{' '}
        <FigureText figure={figureOfCount(deathsPlaced)} format={formatCount} />.
      </Trans>{' '}
      <Trans>Left out:</Trans>{' '}
      {leftOut.map(({ reason, label: words, cases }, i) => (
        <span key={reason}>
          {i > 0 && t`; `}
          {label(words)} <FigureText figure={figureOfCount(cases)} format={formatCount} />
        </span>
      ))}
      {t`.`}
    </Note>
  );
}
