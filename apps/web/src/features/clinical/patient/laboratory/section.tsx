/** Laboratory values over time, with what was given meanwhile. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import { useMemo, useState } from 'react';
import { useSearchState } from '../../../../design/filters/search-state.ts';
import { Dot } from '../../../../design/marks.tsx';
import { treatmentColours } from '../../../../design/palette.ts';
import { Empty } from '../../../../design/states.tsx';
import { treatmentKindWords } from '../../../../design/words.ts';
import { spanOfPartialDate } from '../../../../format/date.ts';
import { useLabel } from '../../../../i18n/label.ts';
import type { Patient } from '../data.ts';
import { courseOf } from '../timeline/layout.ts';
import { useEvents } from '../timeline/use-events.ts';
import { regimensGiven } from '../treatments.ts';
import { bandsOf } from './bands.ts';
import { Picker } from './picker.tsx';
import { firstShown, keyOf, numbersOf, ordered } from './series.ts';
import { Trend } from './trend.tsx';

/** More curves at once than this are more than one can read. */
const most = 8;

export function LaboratorySection({ patient }: { patient: Patient }) {
  const { i18n, t } = useLingui();
  const [search, set] = useSearchState();
  const series = useMemo(() => ordered(patient.laboratory), [patient.laboratory]);
  const keys = useMemo(() => series.map(keyOf), [series]);
  const shown = (search.analytes?.split(',') ?? firstShown(series)).filter((k) => keys.includes(k));
  const events = useEvents(patient);
  const label = useLabel();
  const [now] = useState(() => Date.now());
  const until = spanOfPartialDate(patient.deathDate)?.end ?? now;
  // biome-ignore lint/correctness/useExhaustiveDependencies: events change with the language, as labels do
  const bands = useMemo(() => {
    const site = patient.tumours.find((tumour) => tumour.kind === 'PRIMARY')?.siteGroup ?? null;
    const regimens = regimensGiven(patient.treatments, site);
    return bandsOf(events, regimens, (regimen) => label(regimen.label), until);
  }, [events]);
  const chosen = series.filter((s) => shown.includes(keyOf(s)));
  const span = chosen.flatMap((s) => numbersOf(s).map(([at]) => at));
  const start = Math.min(...span);
  const domain = useMemo(
    // To today, so that a curve that broke off is seen to have; of the dead to their death.
    () => courseOf(Number.isFinite(start) ? [{ start, end: until }] : [], until),
    [start, until],
  );
  if (series.length === 0) {
    return (
      <Empty>
        <Trans>No laboratory value is recorded</Trans>
      </Empty>
    );
  }
  const toggle = (key: string) => {
    const next = shown.includes(key)
      ? shown.filter((k) => k !== key)
      : [...shown, key].slice(-most);
    set({ analytes: next.length > 0 ? next.join(',') : 'none' });
  };
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '300px minmax(0, 1fr)' },
      }}
    >
      <Picker series={series} shown={shown} onToggle={toggle} />
      <Box sx={{ minWidth: 0 }}>
        {bands.length > 0 && (
          <Stack
            direction="row"
            aria-label={t`What the bands mean`}
            role="group"
            sx={{ gap: 2, flexWrap: 'wrap', mb: 1, fontSize: '0.75rem', color: 'text.secondary' }}
          >
            {(['SURGERY', 'RADIOTHERAPY', 'SYSTEMIC'] as const).map((kind) => (
              <Dot key={kind} square colour={treatmentColours[kind]}>
                {i18n._(treatmentKindWords[kind])}
              </Dot>
            ))}
            <Dot square colour="#1B6B4A">
              <Trans>Reference range</Trans>
            </Dot>
          </Stack>
        )}
        {chosen.length === 0 && (
          <Empty>
            <Trans>Pick an analyte to see its course</Trans>
          </Empty>
        )}
        {chosen.map((s) => (
          <Trend key={keyOf(s)} series={s} bands={bands} domain={domain} until={until} />
        ))}
      </Box>
    </Box>
  );
}
