/** One pair under review: both persons, what may be decided, and the keys for it. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Panel } from '../../design/page.tsx';
import { formatInstant } from '../../format/date.ts';
import type { MatchDecision } from '../../graph/generated/graphql.ts';
import { Comparison } from './comparison.tsx';
import { percent } from './percent.ts';
import { keyOf, type Pair } from './use-decisions.ts';
import { holdWords, stateWords } from './words.ts';

/** From here on a pair is joined without being looked at, unless what differs may be a relative's. */
const JOINED_UNSEEN = 0.999;

interface Action {
  readonly key: string;
  readonly words: string;
  readonly run: () => void;
  readonly color: 'primary' | 'error' | 'inherit';
}

/** A button that says its key, which works while the focus is within the review. */
const ActionButton = ({
  action: { key, words, run, color },
  disabled,
}: {
  action: Action;
  disabled: boolean;
}) => (
  <Button
    size="small"
    variant={color === 'inherit' ? 'outlined' : 'contained'}
    color={color}
    disabled={disabled}
    onClick={run}
    aria-keyshortcuts={key}
  >
    {words}
    <Box
      component="kbd"
      aria-hidden
      sx={{ ml: 1, px: 0.5, border: 1, borderRadius: 0.5, fontSize: '0.6875rem', opacity: 0.85 }}
    >
      {key}
    </Box>
  </Button>
);

export function Review({
  pair,
  pending,
  undo,
  onDecide,
  onSkip,
  message,
}: {
  pair: Pair;
  pending: boolean;
  /** Takes the last decision back; null where there is none. */
  undo: (() => void) | null;
  onDecide: (decision: MatchDecision, reason: string) => void;
  onSkip: () => void;
  message: ReactNode;
}) {
  const { t, i18n } = useLingui();
  const [reason, setReason] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const shown = useRef(keyOf(pair));
  // The next pair takes the focus, so that the keys go on working; the first leaves it where the reader is.
  useEffect(() => {
    if (shown.current === keyOf(pair)) return;
    shown.current = keyOf(pair);
    setReason('');
    box.current?.focus();
  }, [pair]);

  const decide = (decision: MatchDecision) => () => onDecide(decision, reason);
  const { state, held } = pair;
  const actions: Action[] = [
    ...(held !== 'NUMBERS' && (state === 'REVIEW' || state === 'PROPOSED')
      ? [
          {
            key: 'J',
            words: state === 'PROPOSED' ? t`Agree to join` : t`Join`,
            run: decide('JOIN'),
            color: 'primary' as const,
          },
        ]
      : []),
    ...(state === 'APART'
      ? []
      : [
          {
            key: 'A',
            words: state === 'REVIEW' || state === 'PROPOSED' ? t`Keep apart` : t`Take apart`,
            run: decide('APART'),
            color: 'error' as const,
          },
        ]),
    ...(state === 'JOINED' || state === 'APART'
      ? [{ key: 'R', words: t`Review again`, run: decide('UNDO'), color: 'inherit' as const }]
      : []),
    { key: 'S', words: t`Skip`, run: onSkip, color: 'inherit' },
    ...(undo === null
      ? []
      : [{ key: 'Z', words: t`Undo the last`, run: undo, color: 'inherit' as const }]),
  ];
  const press = (event: KeyboardEvent) => {
    const typing =
      event.target instanceof HTMLElement && event.target.closest('input, textarea') !== null;
    if (pending || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const action = actions.find(({ key }) => key === event.key.toUpperCase());
    if (action === undefined) return;
    event.preventDefault();
    action.run();
  };
  return (
    <Panel
      flush
      title={<Trans>Are these one person?</Trans>}
      detail={
        <>
          {i18n._(stateWords[state])}, <Trans>{percent(pair.probability)} likely</Trans>
          {pair.acrossInstitutions && (
            <>
              , <Trans>of two institutions</Trans>
            </>
          )}
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys of the buttons within */}
      <div ref={box} tabIndex={-1} onKeyDown={press}>
        {held && (
          <Alert severity="warning" sx={{ mx: 2, mb: 1 }}>
            {i18n._(holdWords[held])}
          </Alert>
        )}
        {state === 'REVIEW' && held === null && pair.probability >= JOINED_UNSEEN && (
          <Alert severity="info" sx={{ mx: 2, mb: 1 }}>
            <Trans>
              So much agrees that it would be joined unseen, but the name differs by more than its
              sound, or birth or sex differ: brothers, sisters and twins look like this.
            </Trans>
          </Alert>
        )}
        <Comparison pair={pair} />
        <Box sx={{ p: 2 }}>
          {(pair.decidedBy ?? pair.proposedBy) !== null && (
            <Box sx={{ mb: 1, color: 'text.secondary' }}>
              {pair.decidedBy === null ? (
                <Trans>Proposed by {pair.proposedBy}</Trans>
              ) : (
                <Trans>
                  Decided by {pair.decidedBy}, {formatInstant(pair.decidedAt ?? pair.foundAt)}
                </Trans>
              )}
              {pair.reason && `: ${pair.reason}`}
            </Box>
          )}
          <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
            {actions.map((action) => (
              <ActionButton key={action.key} action={action} disabled={pending} />
            ))}
            <TextField
              label={t`Why (may be left empty)`}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              size="small"
              slotProps={{ htmlInput: { maxLength: 500 } }}
              sx={{ flex: '1 1 220px' }}
            />
          </Stack>
          <Box role="status" sx={{ mt: 1 }}>
            {message}
          </Box>
          <Box sx={{ mt: 1, color: 'text.secondary', fontSize: '0.8125rem' }}>
            <Trans>
              A join counts the two as one person in research and statistics. It opens neither’s
              record to anybody, and can be taken back at any time. The letters are keys while the
              focus is in this panel.
            </Trans>
          </Box>
        </Box>
      </div>
    </Panel>
  );
}
