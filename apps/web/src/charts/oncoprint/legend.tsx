/** What the colours of an oncoprint mean. */
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import type { OncoprintMark } from './rows.ts';
import type { TrackColours } from './track-colours.ts';

export function Legend({
  marks,
  tracks,
  unknownWords,
}: {
  marks: readonly OncoprintMark[];
  tracks: readonly { readonly id: string; readonly name: string; readonly colours: TrackColours }[];
  unknownWords?: string | undefined;
}) {
  const { t } = useLingui();
  return (
    <Stack sx={{ mt: 1, gap: 0.5, fontSize: 12 }}>
      <Entries
        name={t`Alterations`}
        entries={[
          ...marks,
          ...(unknownWords === undefined ? [] : [{ words: unknownWords, colour: null }]),
        ]}
      />
      {tracks.map(({ id, name, colours }) => (
        <Entries
          key={id}
          name={name}
          entries={colours.map(({ value, colour }) => ({ words: value, colour }))}
        />
      ))}
    </Stack>
  );
}

function Entries({
  name,
  entries,
}: {
  name: string;
  entries: readonly { readonly words: string; readonly colour: string | null }[];
}) {
  return (
    <Stack direction="row" sx={{ gap: 1.5, flexWrap: 'wrap', rowGap: 0.25 }}>
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {name}
      </Box>
      {entries.map(({ words, colour }) => (
        <Stack key={words} direction="row" component="span" sx={{ gap: 0.5, alignItems: 'center' }}>
          <Box component="svg" viewBox="0 0 10 10" aria-hidden sx={{ width: 10, height: 10 }}>
            <rect
              width={10}
              height={10}
              fill={colour ?? 'none'}
              stroke={colour === null ? 'var(--mui-palette-text-secondary)' : 'none'}
            />
          </Box>
          {words}
        </Stack>
      ))}
    </Stack>
  );
}
