/** The schedule of surveillance on one line: due, done, overdue. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useLabel } from '../../../../i18n/label.ts';
import type { Surveillance } from './data.ts';
import { type DueState, dueStates } from './words.ts';

/** A shape each, so that colour does not stand alone. */
const SHAPES: Record<DueState, string> = { DONE: '●', DUE: '◐', OVERDUE: '✕', PLANNED: '○' };
const COLOURS: Record<DueState, string> = {
  DONE: 'text.secondary',
  DUE: 'primary.main',
  OVERDUE: 'error.main',
  PLANNED: 'text.secondary',
};

export function ScheduleLine({ schedule }: { schedule: NonNullable<Surveillance['schedule']> }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  return (
    <Box>
      {schedule.examinations.map(({ what, due }) => {
        const overdue = due.filter(({ state }) => state === 'OVERDUE').length;
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
              {overdue > 0 && ` · ${t`${overdue} overdue`}`}
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
          ● done · ◐ due · ✕ overdue · ○ planned. {label(schedule.title)}. {label(schedule.source)}{' '}
          ({schedule.mark === 'CONFIRMED' ? t`confirmed` : t`draft, not confirmed by the board`}).
        </Trans>
      </Typography>
    </Box>
  );
}
