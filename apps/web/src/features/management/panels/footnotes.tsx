/** What the page's figures rest on. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { standardWords } from '../../../design/words.ts';
import { CountsLeft } from '../../../figures/counts-left.tsx';
import { formatInstant } from '../../../format/date.ts';
import { useLabel } from '../../../i18n/label.ts';
import { suppressedSign } from '../measure.ts';
import type { Release, Statistics } from '../overview.ts';
import type { Request } from '../request.ts';

export function Footnotes({ release }: { release: Release }) {
  return (
    <Box
      sx={{ fontSize: 12, color: 'text.secondary', maxWidth: '90ch', '& p': { m: 0, mb: 0.75 } }}
    >
      <p>
        <Trans>
          Malignant cases of release {release.number}, built {formatInstant(release.builtAt)}: first
          primaries of a site group in a person. Cancers of several sites in one person count at
          each.
        </Trans>
      </p>
      <p>
        <Trans>
          To protect patients every count shown is a few more or less than the true count (9 at most
          for a choice of one value; each further one chosen adds its own), so that parts need not
          add up to their total. {suppressedSign} not shown: too few cases, or it would disclose a
          number that is too small. — not known: e.g. a rate where no registry covers the
          population.
        </Trans>
      </p>
      <CountsLeft />
    </Box>
  );
}

/** What the rates rest on; it stands beside them. */
export function RatesNote({ statistics, request }: { statistics: Statistics; request: Request }) {
  const { i18n } = useLingui();
  const label = useLabel();
  const { years, populationBasis } = statistics;
  return (
    <Box
      component="p"
      data-rates-note
      sx={{ m: 0, mt: -1, mb: 2, fontSize: 12, color: 'text.secondary', maxWidth: '110ch' }}
    >
      {label(populationBasis)}
      {years.first !== null && (
        <>
          {' '}
          <Trans>Age-standardised to: {i18n._(standardWords[request.standard])}.</Trans>
        </>
      )}
    </Box>
  );
}
