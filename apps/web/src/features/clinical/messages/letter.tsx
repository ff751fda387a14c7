/** A message as it goes out: of a letter the sheet, of a text message the number and the words. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import type { MessageText } from './data.ts';

export function Letter({ message }: { message: MessageText }) {
  const { t } = useLingui();
  const { channel, title, text, name, address, phone } = message;
  const lines = { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', m: 0 } as const;
  return (
    <Box
      role="group"
      aria-label={channel === 'LETTER' ? t`The letter` : t`The text message`}
      sx={{ border: '1px solid', borderColor: 'divider', borderRadius: 1, p: 2 }}
    >
      {channel === 'LETTER' ? (
        <Box component="p" sx={{ ...lines, mb: 2 }}>
          {name ?? <Trans>(no name on record)</Trans>}
          {'\n'}
          {address ?? <Trans>(no address on record)</Trans>}
        </Box>
      ) : (
        <Box component="p" sx={{ ...lines, mb: 1, color: 'text.secondary' }}>
          {phone ?? <Trans>(no telephone number on record)</Trans>}
        </Box>
      )}
      {title !== '' && (
        <Box component="p" sx={{ ...lines, fontWeight: 600, mb: 1 }}>
          {title}
        </Box>
      )}
      <Box component="p" sx={lines}>
        {text}
      </Box>
    </Box>
  );
}
