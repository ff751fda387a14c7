/** One tumour marker's course since the treatment, and what its rule says. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { useRef } from 'react';
import { ChartFrame } from '../../../../charts/chart-frame.tsx';
import { PlotBox } from '../../../../charts/plot-box.tsx';
import { TimeLines } from '../../../../charts/time-lines.tsx';
import { okabeIto } from '../../../../design/palette.ts';
import { formatNumber, formatUnit } from '../../../../format/quantity.ts';
import { useLabel, useLabels } from '../../../../i18n/label.ts';
import { Cited } from './cited.tsx';
import { isRaised, slowDecline } from './course-notes.ts';
import type { Course, Surveillance } from './data.ts';
import { courseStates } from './words.ts';

export function CoursePanel({
  course,
  anchor,
}: {
  course: Course;
  anchor: Surveillance['anchor'];
}) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const labels = useLabels();
  const chart = useRef<HTMLDivElement>(null);
  const name = label(course.name);
  const unit = formatUnit(course.unit);
  const [shortest = 0, longest = 0] = course.halfLifeDays;
  const halfLife = [...new Set([shortest, longest])]
    .map((days) => formatNumber(Number(days.toPrecision(2))))
    .join('–');
  const slow = slowDecline(course);
  return (
    <ChartFrame
      title={name}
      name={name}
      detail={`${unit} · ${i18n._(courseStates[course.state])}`}
      chart={chart}
      rows={course.points}
      columns={[
        { header: t`Date`, cell: (p) => p.on, text: (p) => p.on, nowrap: true },
        {
          header: unit,
          cell: (p) => `${p.below ? '<' : ''}${formatNumber(p.value)}`,
          text: (p) => `${p.below ? '<' : ''}${p.value}`,
          align: 'right',
        },
        {
          header: t`Judged`,
          cell: (p) => (p.judged ? t`yes` : t`no`),
          text: (p) => (p.judged ? t`yes` : t`no`),
        },
      ]}
    >
      <PlotBox name={name} chart={chart} height={190} empty={course.points.length === 0}>
        {(width) => (
          <TimeLines
            width={width}
            height={190}
            lines={[
              {
                name,
                colour: okabeIto.blue,
                points: course.points.map(({ on, value, below }) => ({
                  at: Date.parse(on),
                  value,
                  hollow: below,
                })),
              },
            ]}
            limits={
              course.upperLimit
                ? [{ value: course.upperLimit, name: t`limit ${course.upperLimit}` }]
                : []
            }
            moments={
              anchor
                ? [
                    {
                      at: Date.parse(anchor.date),
                      name: anchor.kind === 'OPERATION' ? t`operation` : t`end of radiotherapy`,
                    },
                  ]
                : []
            }
            format={formatNumber}
          />
        )}
      </PlotBox>
      <Box component="ul" sx={{ my: 0.5, pl: 2.5, typography: 'body2' }}>
        {course.explanation.map((line) => (
          <li key={line.en}>{label(line)}</li>
        ))}
        {course.repeatBy && (
          <li>
            {course.repeatOverdue ? (
              <strong>
                <Trans>
                  The repeat was due by {course.repeatBy}: it is overdue, and no later value is
                  recorded.
                </Trans>
              </strong>
            ) : (
              <Trans>Repeat by {course.repeatBy}.</Trans>
            )}
          </li>
        )}
        {course.restartedOn && (
          <li>
            <Trans>The baseline counts since {course.restartedOn}.</Trans>
          </li>
        )}
        {course.doublingMonths && isRaised(course) && (
          <li>
            <Trans>Doubles in {course.doublingMonths.toFixed(1)} months.</Trans>
          </li>
        )}
        {slow && (
          <li>
            <Trans>
              On {slow.on} it was {formatNumber(slow.value)}, expected{' '}
              {slow.expected < 0.01
                ? `<${formatNumber(0.01)}`
                : formatNumber(Number(slow.expected.toPrecision(2)))}
              : it falls slower than twice its half-life
              {slow.halfLifeDays ? ` (${slow.halfLifeDays.toFixed(0)} d)` : ''}. Disease may be
              left.
            </Trans>
          </li>
        )}
        <li>
          <Trans>
            Half-life in days: {halfLife}; values are not judged for {course.clearanceDays} days
            after an operation. Also raised by: {labels(course.couldBe)}. {label(course.source)}.
          </Trans>
        </li>
      </Box>
      {course.rule && <Cited rule={course.rule} />}
    </ChartFrame>
  );
}
