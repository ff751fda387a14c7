/** The events of the mark pointed at or focused, in words, said aloud. */
import { Plural, Trans } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { screenOnly } from '../../../../design/print/styles.ts';
import { formatCount } from '../../../../format/quantity.ts';
import type { Mark } from './layout.ts';

/** Listed one by one; further events are in the table. */
const listed = 6;

export function Details({ mark }: { mark: Mark | null }) {
  return (
    <Box
      role="status"
      {...(mark ? {} : screenOnly)}
      sx={{
        minHeight: 58,
        mt: 1,
        pt: 1,
        borderTop: '1px solid',
        borderColor: 'divider',
        fontSize: '0.8125rem',
      }}
    >
      {mark ? (
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {mark.events.slice(0, listed).map((event) => (
            <li key={event.id}>
              <Box component="span" sx={{ color: 'text.secondary', mr: 1 }}>
                {event.when}
              </Box>
              <strong>{event.title}</strong>
              {event.detail && ` · ${event.detail}`}
            </li>
          ))}
          {mark.events.length > listed && (
            <Box component="li" sx={{ color: 'text.secondary' }}>
              <Plural
                value={mark.events.length - listed}
                one={`and ${formatCount(mark.events.length - listed)} more, see the table`}
                other={`and ${formatCount(mark.events.length - listed)} more, see the table`}
              />
            </Box>
          )}
        </Box>
      ) : (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          <Trans>
            Point at an event, or move through them with the arrow keys, to read it here.
          </Trans>
        </Box>
      )}
    </Box>
  );
}
