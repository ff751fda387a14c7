/** A rule tried on a file of cases: its answers, why, and where they are not what the file expects. Nothing is stored. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import { useMutation } from '@tanstack/react-query';
import { FileButton } from '../../design/file-button.tsx';
import { Panel } from '../../design/page.tsx';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { formatCount } from '../../format/quantity.ts';
import { execute, GraphError } from '../../graph/execute.ts';
import {
  TryClinicalRuleDocument,
  type TryClinicalRuleQuery,
} from '../../graph/generated/graphql.ts';
import { useLabel } from '../../i18n/label.ts';
import { readAnswer } from './answer.ts';
import type { Rule } from './queries.ts';

type Trial = TryClinicalRuleQuery['tryClinicalRule'];
type Tried = Trial['cases'][number];

/** What the graph takes at once, in bytes. */
const limit = 1_000_000;

export function TryRule({ rule }: { rule: Rule }) {
  const { t } = useLingui();
  const work = useMutation({
    mutationFn: async (file: File) => {
      if (file.size > limit)
        throw new GraphError('BAD_USER_INPUT', t`The file is larger than 1 MB.`, null);
      const content = await file.text();
      const format = /\.json$/i.test(file.name) ? 'JSON' : 'CSV';
      return (await execute(TryClinicalRuleDocument, { rule: rule.id, format, content }))
        .tryClinicalRule;
    },
  });
  return (
    <Panel
      title={<Trans>Try it with cases of your own</Trans>}
      detail={t`CSV with a heading or JSON, 1 MB and 2,000 cases at most; nothing is stored`}
      actions={
        <FileButton
          label={t`File of cases`}
          accept=".csv,.json,text/csv,application/json"
          disabled={work.isPending}
          onChoose={(file) => work.mutate(file)}
        />
      }
    >
      <Box component="p" sx={{ m: 0, typography: 'body2', color: 'text.secondary' }}>
        <Trans>
          The columns are the fields below; beside them what you expect, in{' '}
          <code>{['expected', ...rule.outputs].slice(0, 4).join(', ')}</code>. An empty cell is not
          known.
        </Trans>
      </Box>
      <Box role="status" sx={{ mt: 1 }}>
        {work.isPending && <LinearProgress aria-label={t`The file is being tried`} />}
        {work.isSuccess && <Result name={work.variables.name} trial={work.data} />}
      </Box>
      {work.isError && (
        <Alert severity="error" sx={{ mt: 1 }}>
          {work.error.message}
        </Alert>
      )}
    </Panel>
  );
}

function Result({ name, trial }: { name: string; trial: Trial }) {
  const { t } = useLingui();
  const label = useLabel();
  if (trial.problem !== null)
    return (
      <Alert severity="error">
        <strong>{name}</strong>: {label(trial.problem)}
      </Alert>
    );
  const { total, unreadable, agreeing, differing } = trial;
  const wrong = unreadable + differing > 0;
  const answer = (one: Tried) =>
    one.error
      ? label(one.error)
      : one.notApplicable
        ? label(one.notApplicable)
        : readAnswer(one.answer);
  return (
    <>
      <Alert severity={wrong ? 'warning' : 'success'}>
        <strong>{name}</strong>:{' '}
        <Trans>
          {formatCount(total)} cases; {formatCount(agreeing)} as expected, {formatCount(differing)}{' '}
          differ, {formatCount(unreadable)} not read
        </Trans>
      </Alert>
      <SimpleTable
        label={t`What the rule made of the cases`}
        rows={trial.cases}
        rowKey={(_, index) => index}
        maxHeight={480}
        columns={[
          { header: t`Case`, nowrap: true, cell: (one) => label(one.where) },
          { header: t`Answer`, leastWidth: 160, cell: answer },
          {
            header: t`Expected`,
            leastWidth: 140,
            cell: (one) =>
              one.differences === null
                ? null
                : one.differences.length === 0
                  ? t`met`
                  : one.differences
                      .map(({ at, expected, got }) =>
                        at === ''
                          ? t`${expected} expected, not ${got}`
                          : t`${at}: ${expected} expected, not ${got}`,
                      )
                      .join('; '),
          },
          {
            header: t`Why`,
            leastWidth: 260,
            cell: (one) => one.explanation.map(label).join(' ') || null,
          },
          { header: t`Not known`, cell: (one) => one.missing.join(', ') || null },
        ]}
      />
    </>
  );
}
