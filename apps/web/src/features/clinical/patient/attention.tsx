/** What should not be overlooked, on top of the overview, each with the way to it. */
import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { useState } from 'react';
import { AppLink } from '../../../design/links.tsx';
import { Tag } from '../../../design/marks.tsx';
import { Panel } from '../../../design/page.tsx';
import { formatDay } from '../../../format/date.ts';
import { formatQuantity } from '../../../format/quantity.ts';
import { useLabel } from '../../../i18n/label.ts';
import { type Alarm, alarmsOf } from './alarms.ts';
import type { Patient } from './data.ts';

/** Of severities and of what is overdue: Okabe and Ito's vermillion, orange and yellow, paler the less it is. */
const colours = {
  4: '#B33A00',
  3: '#D55E00',
  2: '#E69F00',
  high: '#F0E442',
  low: '#F0E442',
} as const;
const overdueColour = '#56B4E9';

/** How many are shown before somebody asks for all. */
const few = 6;

export function Attention({ patient }: { patient: Patient }) {
  const { t } = useLingui();
  const [now] = useState(() => Date.now());
  const [all, setAll] = useState(false);
  const alarms = alarmsOf(patient, now);
  if (alarms.length === 0) return null;
  const more = alarms.length - few;
  return (
    <Panel title={t`Needs attention`}>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 0.75 }}>
        {alarms.slice(0, all ? undefined : few).map((alarm) => (
          <Line key={keyOf(alarm)} alarm={alarm} patientId={patient.id} />
        ))}
      </Box>
      {more > 0 && !all && (
        <Box
          component="button"
          type="button"
          onClick={() => setAll(true)}
          sx={{
            all: 'unset',
            mt: 1,
            cursor: 'pointer',
            color: 'primary.main',
            fontSize: '0.8125rem',
            '&:focus-visible': { outline: '2px solid', outlineOffset: 2 },
          }}
        >
          <Trans>{more} more</Trans>
        </Box>
      )}
    </Panel>
  );
}

const keyOf = (alarm: Alarm): string =>
  alarm.kind === 'contact' ? alarm.contact.id : `${alarm.kind} ${alarm.key}`;

function Line({ alarm, patientId }: { alarm: Alarm; patientId: string }) {
  const words = useAlarmWords(alarm);
  const laboratory = alarm.kind !== 'contact';
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 1,
        alignItems: 'baseline',
        fontSize: '0.8125rem',
      }}
    >
      <Tag colour={alarm.kind === 'value' ? colours[alarm.severity] : overdueColour}>
        {words.tag}
      </Tag>
      <AppLink
        to="/clinical/patients/$patientId/{-$section}"
        params={{ patientId, section: laboratory ? 'laboratory' : 'follow-up' }}
        search={laboratory ? { analytes: alarm.key } : {}}
        resetScroll={false}
        preload={false}
        sx={{ fontWeight: 600 }}
      >
        {words.what}
      </AppLink>
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {words.when}
      </Box>
    </Box>
  );
}

function useAlarmWords(alarm: Alarm): { tag: string; what: string; when: string } {
  const { t } = useLingui();
  const label = useLabel();
  const ago = (days: number) =>
    days === 0
      ? t`today`
      : days < 60
        ? t`${plural(days, { one: '# day ago', other: '# days ago' })}`
        : t`${plural(Math.floor(days / 30.4375), { one: '# month ago', other: '# months ago' })}`;
  if (alarm.kind === 'contact') {
    return {
      tag: t`Overdue`,
      what: label(alarm.contact.what.label),
      when: `${t`${plural(alarm.days, { one: '# day late', other: '# days late' })}`} · ${formatDay(alarm.contact.at)}`,
    };
  }
  const { series } = alarm;
  const name = label(series.analyte.label);
  if (alarm.kind === 'test') {
    const { months } = alarm;
    return { tag: t`Overdue`, what: t`No ${name} for ${months} months`, when: '' };
  }
  const point = series.points.findLast((p) => p.value !== null);
  const grade = alarm.severity;
  const value = formatQuantity({
    value: point?.value ?? 0,
    digits: point?.digits ?? null,
    comparator: point?.comparator ?? null,
    unit: series.unit,
  });
  return {
    tag: grade === 'high' ? t`Above range` : grade === 'low' ? t`Below range` : t`Grade ${grade}`,
    what: `${name} ${value}`,
    when: [
      ago(alarm.days),
      formatDay(alarm.at),
      ...(series.latestGrade?.missing.includes('albumin') ? [t`not corrected for albumin`] : []),
    ].join(' · '),
  };
}
