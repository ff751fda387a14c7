/** The course of the disease on one axis. */

import { Trans, useLingui } from '@lingui/react/macro';
import { mdiFitToScreenOutline, mdiMagnifyMinusOutline, mdiMagnifyPlusOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import IconButton from '@mui/material/IconButton';
import Stack from '@mui/material/Stack';
import Tooltip from '@mui/material/Tooltip';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import type { Search } from '../../../../address.ts';
import { ChartFrame } from '../../../../charts/chart-frame.tsx';
import { type Domain, zoomed } from '../../../../charts/time-axis.ts';
import { useSearchState } from '../../../../design/filters/search-state.ts';
import { Icon } from '../../../../design/icon.tsx';
import { Empty } from '../../../../design/states.tsx';
import { spanOfPartialDate } from '../../../../format/date.ts';
import type { Patient } from '../data.ts';
import { TimelineChart } from './chart.tsx';
import { Details } from './details.tsx';
import { lanes as allLanes, laneNames } from './lanes.ts';
import { courseOf, type LaneId, type Mark } from './layout.ts';
import { useEvents } from './use-events.ts';

const AboveTimeline = lazy(async () => ({
  default: (await import('../surveillance/above-timeline.tsx')).AboveTimeline,
}));

const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10);

export function TimelineSection({ patient }: { patient: Patient }) {
  const { i18n, t } = useLingui();
  const [search, set] = useSearchState();
  const events = useEvents(patient);
  const [mark, setMark] = useState<Mark | null>(null);
  const chart = useRef<HTMLDivElement>(null);
  const [live, setLive] = useState<Domain | null>(null);
  const present = allLanes.filter((lane) => events.some((e) => e.lane === lane));
  // Procedures that treat no cancer are many and say little: they are shown when asked for.
  const hidden = useMemo(
    () => (search.hide === undefined ? ['other'] : search.hide.split(',')),
    [search.hide],
  );
  const lanes = present.filter((lane) => !hidden.includes(lane));
  const whole = useMemo(() => {
    const shown = events.filter((e) => !hidden.includes(e.lane));
    return courseOf(shown.length > 0 ? shown : events, Date.now());
  }, [events, hidden]);
  const domain = live ?? addressed(search) ?? whole;

  const onDomain = (next: Domain | null) => {
    setLive(next);
    set({ from: next ? isoDay(next.start) : undefined, to: next ? isoDay(next.end) : undefined });
  };
  const toggle = (lane: LaneId) => {
    const next = hidden.includes(lane) ? hidden.filter((h) => h !== lane) : [...hidden, lane];
    set({ hide: next.length > 0 ? next.join(',') : 'none' });
  };
  if (events.length === 0) {
    return (
      <Empty>
        <Trans>Nothing with a date is recorded</Trans>
      </Empty>
    );
  }
  const middle = (domain.start + domain.end) / 2;
  return (
    <>
      <Suspense fallback={null}>
        <AboveTimeline patient={patient} />
      </Suspense>
      <ChartFrame
        title={t`Course of the disease`}
        name={t`Course of the disease`}
        chart={chart}
        rows={events.toSorted((a, b) => a.start - b.start)}
        columns={[
          { header: t`Date`, cell: (e) => e.when, text: (e) => e.when, nowrap: true },
          {
            header: t`Kind`,
            cell: (e) => i18n._(laneNames[e.lane]),
            text: (e) => i18n._(laneNames[e.lane]),
          },
          { header: t`What`, cell: (e) => e.title, text: (e) => e.title },
          { header: t`Details`, cell: (e) => e.detail || '—', text: (e) => e.detail },
        ]}
        actions={
          <>
            <Action
              words={t`Zoom in`}
              icon={mdiMagnifyPlusOutline}
              onClick={() => onDomain(zoomed(domain, 0.6, middle))}
            />
            <Action
              words={t`Zoom out`}
              icon={mdiMagnifyMinusOutline}
              onClick={() => onDomain(zoomed(domain, 1 / 0.6, middle))}
            />
            <Action
              words={t`Whole course`}
              icon={mdiFitToScreenOutline}
              onClick={() => onDomain(null)}
            />
          </>
        }
      >
        <Stack
          direction="row"
          role="group"
          aria-label={t`Lanes shown`}
          sx={{ flexWrap: 'wrap', gap: 0.5, mb: 1 }}
        >
          {present.map((lane) => (
            <Chip
              key={lane}
              clickable
              label={i18n._(laneNames[lane])}
              variant={hidden.includes(lane) ? 'outlined' : 'filled'}
              aria-pressed={!hidden.includes(lane)}
              onClick={() => toggle(lane)}
            />
          ))}
        </Stack>
        <Box ref={chart}>
          <TimelineChart
            label={t`Course of the disease. Arrow keys go from event to event, plus and minus zoom, zero shows the whole course.`}
            events={events}
            lanes={lanes}
            domain={domain}
            onDomain={onDomain}
            selected={mark?.id ?? null}
            onSelect={setMark}
          />
        </Box>
        <Details mark={mark} />
      </ChartFrame>
    </>
  );
}

/** The stretch of time an address names. */
function addressed(search: Search): Domain | null {
  const start = spanOfPartialDate(search.from)?.start;
  const end = spanOfPartialDate(search.to)?.end;
  return start !== undefined && end !== undefined && start < end ? { start, end } : null;
}

const Action = ({ words, icon, onClick }: { words: string; icon: string; onClick: () => void }) => (
  <Tooltip title={words}>
    <IconButton aria-label={words} onClick={onClick}>
      <Icon path={icon} />
    </IconButton>
  </Tooltip>
);
