/** One element of a disease: its values as bars, how much of it is known, and the rule it is derived by. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useHeading } from '../../design/heading-level.tsx';
import { okabeIto } from '../../design/palette.ts';
import { formatCount, formatUnit } from '../../format/quantity.ts';
import { useLabel } from '../../i18n/label.ts';
import type { Element } from './queries.ts';
import { shareText } from './share.ts';

export function ElementCard({ element, minimum }: { element: Element; minimum: number }) {
  const { t } = useLingui();
  const label = useLabel();
  const id = useId();
  const times: Record<string, string> = { a: t`years`, d: t`days` };
  const unit = times[element.unit ?? ''] ?? formatUnit(element.unit);
  const most = Math.max(1, ...element.distribution.map(({ count }) => count.value ?? 0));
  const shown = element.distribution.filter(({ count }) => count.value !== null);
  const hidden = element.distribution.length - shown.length;
  return (
    <Box component="section" aria-labelledby={id} sx={{ minWidth: 0 }}>
      <Typography id={id} variant="h3" component={useHeading()} sx={{ mb: 0.5 }}>
        {label(element.label)}
        {unit !== '' && (
          <Box component="span" sx={{ fontWeight: 400, color: 'text.secondary' }}>
            {' '}
            ({unit})
          </Box>
        )}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 0.5 }}>
        <Trans>Known: {shareText(element.completeness)}</Trans>
      </Typography>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', fontSize: '0.8125rem' }}>
        {shown.map(({ key, label: words, isKnown, count }) => (
          <Box component="li" key={key} sx={{ py: 0.25 }}>
            <Box sx={{ display: 'flex', gap: 1 }}>
              <Box
                component="span"
                sx={{ flex: 1, minWidth: 0, ...(isKnown ? {} : { color: 'text.secondary' }) }}
              >
                {label(words)}
              </Box>
              <span>{formatCount(count.value ?? 0)}</span>
            </Box>
            <Box aria-hidden sx={{ height: 5, borderRadius: 0.5, bgcolor: 'action.hover' }}>
              <Box
                sx={{
                  height: '100%',
                  borderRadius: 0.5,
                  width: `${(100 * (count.value ?? 0)) / most}%`,
                  minWidth: 2,
                  bgcolor: isKnown ? okabeIto.blue : 'text.disabled',
                }}
              />
            </Box>
          </Box>
        ))}
      </Box>
      {hidden > 0 && (
        <Typography variant="caption" sx={{ color: 'text.secondary', display: 'block' }}>
          <Trans>
            {hidden} values of fewer than {minimum} cases, or hidden with them
          </Trans>
        </Typography>
      )}
      <Box component="details" sx={{ mt: 0.5, fontSize: '0.75rem', color: 'text.secondary' }}>
        <Box component="summary" sx={{ cursor: 'pointer' }}>
          <Trans>How it is derived</Trans>
        </Box>
        <Box component="p" sx={{ m: 0, mt: 0.5 }}>
          {label(element.rule)}
        </Box>
        <Box component="p" sx={{ m: 0, mt: 0.5 }}>
          <Trans>Source: {element.source}</Trans>
        </Box>
        <Box component="p" sx={{ m: 0, mt: 0.5 }}>
          <Trans>
            Column <code>{element.id}</code>
          </Trans>
        </Box>
      </Box>
    </Box>
  );
}
