/** What of a comparison leaves the platform: a document of its figures, its definitions, and R code for the rows of an export. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { save } from '../../../design/downloads.ts';
import { Panel } from '../../../design/page.tsx';
import { ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import type { ComparisonInput } from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';
import type { Asked } from './asked.ts';
import { documentOf } from './document.ts';
import { KeepStudy } from './keep-study.tsx';
import { type Chosen, codeQuery } from './queries.ts';

export function ReproducePanel({
  comparison,
  asked,
  chosen,
}: {
  comparison: ComparisonInput;
  asked: Asked;
  chosen: readonly Chosen[];
}) {
  const { i18n, t } = useLingui();
  const label = useLabel();
  const here = useRef<HTMLDivElement>(null);
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const query = useQuery(codeQuery(comparison, asked.covariates));
  if (query.isPending) return <LoadingRows rows={2} />;
  if (query.isError) return <ErrorPanel error={query.error} retry={() => void query.refetch()} />;
  const { data } = query;
  if (!data) return null;
  const { script, definitions, refused } = data;
  const release = comparison.release ?? 0;
  const saveDocument = () => {
    const page = here.current?.closest('main');
    if (!page) return;
    const address = window.location.href;
    const cited = chosen.map(({ name, hash }) => `${name} (${hash})`).join(', ');
    save(
      'study.html',
      documentOf(page, {
        title: title.trim() || t`Comparison of cohorts`,
        text,
        language: i18n.locale,
        facts: [t`Release ${release}. Cohorts: ${cited}.`, t`Address: ${address}`],
        appendices: [
          { title: t`Definitions`, text: definitions },
          ...(script === null ? [] : [{ title: t`R code`, text: script }]),
        ],
      }),
      'text/html;charset=utf-8',
    );
  };
  return (
    <Panel
      title={<Trans>The study as a document</Trans>}
      detail={
        <Trans>figures as they are shown, definitions, and code that makes them of an export</Trans>
      }
    >
      <Stack ref={here} data-reproduce sx={{ gap: 1.5, maxWidth: 720 }}>
        <TextField
          size="small"
          label={t`Title of the study`}
          value={title}
          slotProps={{ htmlInput: { maxLength: 200 } }}
          onChange={(event) => setTitle(event.target.value)}
        />
        <TextField
          size="small"
          multiline
          minRows={2}
          label={t`Question, methods and what was found`}
          value={text}
          slotProps={{ htmlInput: { maxLength: 20_000 } }}
          onChange={(event) => setText(event.target.value)}
        />
        <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
          <KeepStudy {...{ name: title, text, asked, chosen, release }} />
          <Button variant="outlined" size="small" onClick={saveDocument}>
            <Trans>Save as a document (HTML)</Trans>
          </Button>
          <Button variant="outlined" size="small" onClick={() => window.print()}>
            <Trans>Print, or save as PDF</Trans>
          </Button>
          <Button
            variant="outlined"
            size="small"
            onClick={() => save('definitions.json', definitions, 'application/json')}
          >
            <Trans>Definitions (JSON)</Trans>
          </Button>
          {script !== null && (
            <Button variant="outlined" size="small" onClick={() => save('comparison.R', script)}>
              <Trans>R code</Trans>
            </Button>
          )}
        </Stack>
        {refused && <Alert severity="info">{label(refused)}</Alert>}
        <Typography variant="caption" component="p" sx={{ color: 'text.secondary', m: 0 }}>
          <Trans>
            The address of this page holds the whole comparison: who has the rights opens the same
            figures from it. The code reads the CSV files of a data export of each cohort.
          </Trans>
        </Typography>
      </Stack>
    </Panel>
  );
}
