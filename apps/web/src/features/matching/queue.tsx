/** The pairs of a view, the likeliest first. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import Paper from '@mui/material/Paper';
import type { Paged } from '../../design/paged.ts';
import { percent } from './percent.ts';
import { keyOf, type Pair } from './use-decisions.ts';
import { levelWords, partWords, stateWords } from './words.ts';

export function Queue({
  paged,
  shown,
  onChoose,
}: {
  paged: Paged<Pair>;
  shown: string;
  onChoose: (key: string) => void;
}) {
  const { t, i18n } = useLingui();
  return (
    <Paper variant="outlined" sx={{ maxHeight: { xs: 190, md: '72vh' }, overflow: 'auto' }}>
      <List dense disablePadding aria-label={t`Pairs, the likeliest first`}>
        {paged.rows.map((pair) => {
          // What differs is why somebody has to look.
          const doubtful = pair.evidence
            .filter(({ level }) => level !== 'SAME' && level !== 'BOTH')
            .toSorted((one, other) => one.weight - other.weight);
          const told = (doubtful.length > 0 ? doubtful : pair.evidence).slice(0, 2);
          return (
            <ListItem key={keyOf(pair)} disablePadding divider>
              <ListItemButton
                selected={keyOf(pair) === shown}
                aria-current={keyOf(pair) === shown}
                onClick={() => onChoose(keyOf(pair))}
                sx={{ display: 'block', py: 0.75 }}
              >
                <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
                  <strong>{percent(pair.probability)}</strong>
                  <Box component="span" sx={{ color: 'text.secondary' }}>
                    {pair.acrossInstitutions ? (
                      <Trans>two institutions</Trans>
                    ) : (
                      <Trans>one institution</Trans>
                    )}
                  </Box>
                </Box>
                <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
                  {told
                    .map(
                      ({ part, level }) =>
                        `${i18n._(partWords[part])}: ${i18n._(levelWords[level])}`,
                    )
                    .join('; ')}
                  {pair.state !== 'REVIEW' && ` · ${i18n._(stateWords[pair.state])}`}
                </Box>
              </ListItemButton>
            </ListItem>
          );
        })}
      </List>
      {paged.hasMore && (
        <Button fullWidth size="small" disabled={paged.isReading} onClick={paged.more}>
          <Trans>More pairs</Trans>
        </Button>
      )}
    </Paper>
  );
}
