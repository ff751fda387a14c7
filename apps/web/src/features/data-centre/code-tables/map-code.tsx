/** Says what a code of an institution's own means: the likeliest codes offered, others found by typing, with what was said before. */
import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { FormDialog } from '../../../design/form-dialog.tsx';
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
    <FormDialog
      title={<Trans>What {name} means</Trans>}
      submit={<Trans>Save the mapping</Trans>}
      disabled={!ready || chosen === null}
      problem={
        map.isError ? (
          <>
            <Trans>The code was not mapped:</Trans> {map.error.message}
          </>
        ) : map.data ? (
          i18n._(problemWords[map.data])
        ) : null
      }
      actions={
        code.mapping && (
          <Button color="error" disabled={!ready} onClick={() => map.mutate(null)}>
            <Trans>Withdraw the mapping</Trans>
          </Button>
        )
      }
      onSubmit={() => {
        if (ready && chosen !== null) map.mutate(chosen);
      }}
      onClose={onClose}
    >
      <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
        {i18n._(domainWords[code.domain])} · <code>{code.code}</code>
        {code.system !== '' && <> · {code.system}</>}
        {code.examples.length > 0 && <> · {code.examples.join('; ')}</>}
      </Typography>
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
      <History code={code} />
    </FormDialog>
  );
}
