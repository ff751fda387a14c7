/** The schedule of surveillance on one line: due, done, overdue. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useLabel } from '../../../../i18n/label.ts';
import type { Surveillance } from './data.ts';
import { type ShownState, shownDue } from './shown-due.ts';
import { dueStates } from './words.ts';

/** A shape each, so that colour does not stand alone. */
const SHAPES: Record<ShownState, string> = {
  DONE: '●',
  DUE: '◐',
  OVERDUE: '✕',
  MISSED: '–',
  PLANNED: '○',
};
const COLOURS: Record<ShownState, string> = {
  DONE: 'text.secondary',
  DUE: 'primary.main',
  OVERDUE: 'error.main',
  MISSED: 'text.secondary',
  PLANNED: 'text.secondary',
};

export function ScheduleLine({
  schedule,
  ended,
}: {
  schedule: NonNullable<Surveillance['schedule']>;
  /** Whether death, a recurrence or palliative treatment ended the surveillance. */
  ended: boolean;
}) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  return (
    <Box>
      {schedule.examinations.map(({ what, due: dates }) => {
        const due = shownDue(dates, ended);
        const overdue = due.find(({ state }) => state === 'OVERDUE');
        const missed = due.filter(({ state }) => state === 'MISSED').length;
        const next = due.find(({ state }) => state === 'DUE' || state === 'PLANNED');
        return (
          <Box key={what.en} sx={{ mb: 1 }}>
            <Typography variant="body2" component="p" sx={{ m: 0 }}>
              <Box
                component="strong"
                sx={{ display: 'inline-block', '&::first-letter': { textTransform: 'uppercase' } }}
              >
                {label(what)}
              </Box>
              {next && ` · ${t`next ${next.on}`}`}
              {overdue && ` · ${t`overdue: ${overdue.on}`}`}
              {missed > 0 && ` · ${t`${missed} not done`}`}
            </Typography>
            <Stack
              component="ol"
              direction="row"
              sx={{ m: 0, p: 0, listStyle: 'none', gap: 0.75, flexWrap: 'wrap' }}
            >
              {due.map(({ on, state, done }) => (
                <Tooltip
                  key={on}
                  title={
                    done
                      ? `${on}: ${i18n._(dueStates[state])} ${done}`
                      : `${on}: ${i18n._(dueStates[state])}`
                  }
                >
                  <Box
                    component="li"
                    sx={{ color: COLOURS[state], fontSize: '0.75rem', whiteSpace: 'nowrap' }}
                  >
                    <span aria-hidden="true">{SHAPES[state]}</span> {on.slice(0, 7)}
                    <Box
                      component="span"
                      sx={{
                        position: 'absolute',
                        width: '1px',
                        height: '1px',
                        overflow: 'hidden',
                        clip: 'rect(0 0 0 0)',
                      }}
                    >
                      {i18n._(dueStates[state])}
                    </Box>
                  </Box>
                </Tooltip>
              ))}
            </Stack>
          </Box>
        );
      })}
      <Typography variant="caption" component="p" sx={{ m: 0, color: 'text.secondary' }}>
        <Trans>
          ● done · ◐ due · ✕ overdue · – not done · ○ planned. {label(schedule.title)}.{' '}
          {label(schedule.source)} (
          {schedule.mark === 'CONFIRMED' ? t`confirmed` : t`draft, not confirmed by the board`}).
        </Trans>
      </Typography>
    </Box>
  );
}
