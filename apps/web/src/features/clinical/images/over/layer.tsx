/** Outlines over the picture that is drawn, in its pixels, and their names. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Placed } from '../stage/placed.ts';
import type { Outline } from './outline.ts';

type Props = { placed: Placed; outlines: readonly Outline[] };

export function OverLayer({ placed, outlines }: Props) {
  const { t } = useLingui();
  const here = outlines.filter(({ path }) => path !== '');
  const names = here.map(({ name }) => name).join(', ');
  return (
    <Box
      component="svg"
      role="img"
      aria-label={names === '' ? t`Nothing lies over this image` : t`Over the image: ${names}`}
      sx={{ position: 'absolute', inset: 0, width: 1, height: 1, pointerEvents: 'none' }}
    >
      <g transform={placed.matrix}>
        {here.map(({ key, name, colour, path }) => (
          <path
            key={key}
            data-name={name}
            d={path}
            fill="none"
            stroke={colour}
            strokeWidth={1.5}
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </g>
    </Box>
  );
}

/** The names with their colours; those that do not reach the picture are paler. */
export function OverNames({ outlines, isDose }: Pick<Props, 'outlines'> & { isDose: boolean }) {
  const { t } = useLingui();
  return (
    <>
      <Box component="ul" aria-label={t`Over the images`} sx={names}>
        {outlines.map(({ key, name, colour, path }) => (
          <Box component="li" key={key} sx={{ color: path === '' ? 'text.secondary' : undefined }}>
            <Box component="span" aria-hidden sx={{ ...line, borderTop: `3px solid ${colour}` }} />
            {name}
            {path === '' && ` (${t`not on this image`})`}
          </Box>
        ))}
      </Box>
      {isDose && (
        <Typography variant="caption" component="p">
          <Trans>
            Percentages are of the highest dose of the grid, not of the dose prescribed.
          </Trans>
        </Typography>
      )}
    </>
  );
}

const names = {
  ...{ display: 'flex', flexWrap: 'wrap', columnGap: 2, m: 0, p: 0, listStyle: 'none' },
  fontSize: 'caption.fontSize',
} as const;
const line = { display: 'inline-block', width: 14, mr: 0.5, verticalAlign: 'middle' } as const;
