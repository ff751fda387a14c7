/** How the patient is: what was last recorded of each. */
import { useLingui } from '@lingui/react/macro';
import { useCodeWords } from '../../../design/code-words.ts';
import { Dot } from '../../../design/marks.tsx';
import { Facts, Panel, Unbroken } from '../../../design/page.tsx';
import { trendColours } from '../../../design/palette.ts';
import { trendWords } from '../../../design/words.ts';
import { formatDay, formatPartialDate } from '../../../format/date.ts';
import { formatQuantity } from '../../../format/quantity.ts';
import { useLabel } from '../../../i18n/label.ts';
import { lastAndNext } from './contacts.ts';
import type { Patient } from './data.ts';
import { useFlagWords } from './laboratory/picker.tsx';
import { flagOf, ordered } from './laboratory/series.ts';

/** How many tumour markers there is room for. */
const markers = 4;

export function LastRecorded({ patient }: { patient: Patient }) {
  const { i18n, t } = useLingui();
  const label = useLabel();
  const flags = useFlagWords();
  const code = useCodeWords();
  const performance = patient.performance.at(-1);
  const disease = patient.diseaseStatuses.at(-1);
  const { last, next } = lastAndNext(patient.followupContacts);
  const overdue = (next?.daysLate ?? 0) > 0 && patient.vitalStatus !== 'DEAD';
  const latest = ordered(patient.laboratory)
    .filter((s) => s.category === 'tumour-marker' && s.points.length > 0)
    .slice(0, markers);
  return (
    <Panel title={t`Last recorded`}>
      <Facts
        facts={[
          {
            name: t`Disease status`,
            value: disease ? (
              <>
                <Dot colour={trendColours[disease.trend]}>{i18n._(trendWords[disease.trend])}</Dot>{' '}
                <Unbroken>{formatPartialDate(disease.date)}</Unbroken>
              </>
            ) : (
              '—'
            ),
          },
          {
            name: t`Performance status`,
            value: performance
              ? `${performance.scale} ${performance.score} · ${formatDay(performance.at)}`
              : '—',
          },
          {
            name: t`Last contact`,
            value: last ? `${formatDay(last.at)} · ${label(last.what.label)}` : '—',
          },
          {
            name: t`Next contact`,
            value: next ? (
              <>
                {formatDay(next.at)} · {label(next.what.label)}
                {overdue && <strong> · {t`overdue`}</strong>}
              </>
            ) : (
              '—'
            ),
          },
          ...latest.map((s) => {
            const point = s.points.at(-1);
            const flag = flagOf(point?.value ?? null, s);
            return {
              name: label(s.analyte.label),
              value: point ? (
                <>
                  {point.value === null
                    ? point.asSent
                    : formatQuantity({
                        value: point.value,
                        digits: point.digits,
                        comparator: point.comparator,
                        unit: s.unit,
                      })}
                  {flag && flag !== 'within' && <strong> {flags[flag]}</strong>}
                  {point.notFinal !== null && ` (${code('status', point.notFinal)})`} ·{' '}
                  <Unbroken>{formatDay(point.at)}</Unbroken>
                </>
              ) : (
                '—'
              ),
            };
          }),
        ]}
      />
    </Panel>
  );
}
