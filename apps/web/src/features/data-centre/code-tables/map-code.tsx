/** Says what a code of an institution's own means: the likeliest codes offered, others found by typing, with what was said before. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useId, useState } from 'react';
import { Empty, ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import { execute } from '../../../graph/execute.ts';
import { CodeTargetsDocument, MapLocalCodeDocument } from '../../../graph/generated/graphql.ts';
import { History } from './history.tsx';
import { type Target, TargetName } from './target-name.tsx';
import { asked, codesKey, domainWords, type LocalCode, problemWords } from './words.ts';

const keyOf = ({ system, code }: Pick<Target, 'system' | 'code'>): string => `${system}|${code}`;

export function MapCode({ code, onClose }: { code: LocalCode; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const client = useQueryClient();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const [chosen, setChosen] = useState<Target | null>(code.mapping?.target ?? null);
  const search = useDeferredValue(typed.trim());
  const targets = useQuery({
    queryKey: ['code-targets', code.id, search],
    queryFn: async ({ signal }) => {
      const variables = { domain: code.domain, code: code.code, display: code.display, search };
      return (await execute(CodeTargetsDocument, variables, signal)).codeTargets;
    },
    placeholderData: (before) => before,
  });
  const map = useMutation({
    mutationFn: async (target: Target | null) => {
      const variables = {
        code: asked(code),
        targetSystem: target?.system ?? null,
        targetCode: target?.code ?? null,
        reason: reason.trim(),
      };
      return (await execute(MapLocalCodeDocument, variables)).mapLocalCode.problem;
    },
    onSuccess: async (problem) => {
      if (problem !== null) return;
      await client.invalidateQueries({ queryKey: codesKey });
      onClose();
    },
  });
  const listed = targets.data ?? [];
  // What was chosen stays in sight while something else is typed.
  const offered =
    chosen !== null && !listed.some((one) => keyOf(one) === keyOf(chosen))
      ? [chosen, ...listed]
      : listed;
  const name = code.display ?? code.code;
  const ready = reason.trim().length >= 3 && !map.isPending;
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && chosen !== null) map.mutate(chosen);
        }}
      >
        <DialogTitle id={id}>
          <Trans>What {name} means</Trans>
        </DialogTitle>
        <DialogContent>
          <Typography variant="body2" sx={{ mb: 1.5, overflowWrap: 'anywhere' }}>
            {i18n._(domainWords[code.domain])} · <code>{code.code}</code>
            {code.system !== '' && <> · {code.system}</>}
            {code.examples.length > 0 && <> · {code.examples.join('; ')}</>}
          </Typography>
          <Stack sx={{ gap: 1.5 }}>
            <TextField
              label={t`Find a standard code by name, pinyin or code`}
              value={typed}
              size="small"
              onChange={(event) => setTyped(event.target.value)}
              slotProps={{ htmlInput: { maxLength: 100, autoComplete: 'off' } }}
            />
            {targets.isPending ? (
              <LoadingRows rows={3} />
            ) : targets.isError ? (
              <ErrorPanel error={targets.error} retry={() => void targets.refetch()} />
            ) : offered.length === 0 ? (
              <Empty>
                {search === '' ? (
                  <Trans>No standard code resembles it; type to find one</Trans>
                ) : (
                  <Trans>No standard code answers to {search}</Trans>
                )}
              </Empty>
            ) : (
              <RadioGroup
                aria-label={search === '' ? t`Likeliest codes` : t`Codes found`}
                value={chosen === null ? '' : keyOf(chosen)}
                onChange={(_, key) => setChosen(offered.find((one) => keyOf(one) === key) ?? null)}
                sx={{ maxHeight: 260, overflowY: 'auto', flexWrap: 'nowrap' }}
              >
                {offered.map((target) => (
                  <FormControlLabel
                    key={keyOf(target)}
                    value={keyOf(target)}
                    control={<Radio size="small" />}
                    label={<TargetName target={target} />}
                    sx={{ mr: 0 }}
                  />
                ))}
              </RadioGroup>
            )}
            <TextField
              label={t`Reason`}
              value={reason}
              required
              size="small"
              onChange={(event) => setReason(event.target.value)}
              helperText={t`3 to 500 characters; it stays in the history of the code.`}
              slotProps={{ htmlInput: { maxLength: 500 } }}
            />
          </Stack>
          {map.isError && (
            <Alert severity="error" sx={{ mt: 1.5 }}>
              <Trans>The code was not mapped:</Trans> {map.error.message}
            </Alert>
          )}
          {map.data && (
            <Alert severity="error" sx={{ mt: 1.5 }}>
              {i18n._(problemWords[map.data])}
            </Alert>
          )}
          <History code={code} />
        </DialogContent>
        <DialogActions sx={{ flexWrap: 'wrap', rowGap: 1 }}>
          {code.mapping && (
            <Button color="error" disabled={!ready} onClick={() => map.mutate(null)}>
              <Trans>Withdraw the mapping</Trans>
            </Button>
          )}
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" variant="contained" disabled={!ready || chosen === null}>
            <Trans>Save the mapping</Trans>
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
