/** A study with partners: signed for them, their answers taken in, and all places pooled. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { save } from '../../../design/downloads.ts';
import { FileButton } from '../../../design/file-button.tsx';
import { FormDialog } from '../../../design/form-dialog.tsx';
import { Panel } from '../../../design/page.tsx';
import { ErrorPanel, ErrorWords, LoadingRows } from '../../../design/states.tsx';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { formatStudyValue } from '../../../figures/study-value.ts';
import { formatInstant } from '../../../format/date.ts';
import { formatPercent } from '../../../format/quantity.ts';
import { execute } from '../../../graph/execute.ts';
import {
  ReceivePartnerAnswerDocument,
  SignStudyDocument,
} from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';
import { shortP } from '../compare/words.tsx';
import { type OpenStudy, pooledQuery, type StudyVersion, studiesKey } from './queries.ts';

/** A signed study or answer has this many bytes at most. */
const mostBytes = 4_000_000;

export function PartnersPanel({ study, version }: { study: OpenStudy; version: StudyVersion }) {
  const { t } = useLingui();
  const label = useLabel();
  const client = useQueryClient();
  const [signing, setSigning] = useState(false);
  const receive = useMutation({
    mutationFn: async (file: File) => {
      if (file.size > mostBytes) throw new Error(t`The file is too large for an answer.`);
      return execute(ReceivePartnerAnswerDocument, { id: study.id, signed: await file.text() });
    },
    onSettled: () => client.invalidateQueries({ queryKey: studiesKey }),
  });
  const { answers } = version;
  return (
    <Panel
      title={<Trans>Partners</Trans>}
      detail={
        <Trans>
          the study is run where the records are; figures come back as each place discloses them
        </Trans>
      }
    >
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center', mb: 1 }}>
        <Button
          variant="outlined"
          size="small"
          disabled={study.notSignable !== null}
          onClick={() => setSigning(true)}
        >
          <Trans>Sign for partners</Trans>
        </Button>
        <FileButton
          label={t`A partner’s signed answer`}
          accept=".jws,.txt,application/jose"
          disabled={receive.isPending}
          onChoose={(file) => receive.mutate(file)}
        />
        <Typography variant="caption">
          <Trans>a partner’s signed answer</Trans>
        </Typography>
      </Stack>
      {study.notSignable && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {label(study.notSignable)}
        </Typography>
      )}
      {receive.isError && (
        <Alert severity="error" sx={{ my: 1 }}>
          <Trans>The answer was not taken:</Trans> <ErrorWords error={receive.error} />
        </Alert>
      )}
      {answers.length === 0 ? (
        <Typography variant="body2">
          <Trans>No partner has answered this version.</Trans>
        </Typography>
      ) : (
        <>
          <SimpleTable
            label={t`Answers`}
            stacks
            rows={answers}
            rowKey={({ partner }) => partner.id}
            columns={[
              { header: t`Partner`, cell: ({ partner }) => label(partner.name) },
              { header: t`Release there`, align: 'right', cell: ({ answer }) => answer.release },
              { header: t`Closing date`, cell: ({ answer }) => answer.closing ?? '—' },
              {
                header: t`Smallest count told`,
                align: 'right',
                cell: ({ answer }) => answer.minimumCell,
              },
              { header: t`Figures`, align: 'right', cell: ({ answer }) => answer.lines.length },
              { header: t`Received`, nowrap: true, cell: (row) => formatInstant(row.receivedAt) },
            ]}
          />
          <Pooled study={study} version={version} />
        </>
      )}
      {signing && <SignDialog study={study} onClose={() => setSigning(false)} />}
    </Panel>
  );
}

function SignDialog({ study, onClose }: { study: OpenStudy; onClose: () => void }) {
  const { t } = useLingui();
  const [purpose, setPurpose] = useState('');
  const sign = useMutation({
    mutationFn: () => execute(SignStudyDocument, { id: study.id, purpose }),
    onSuccess: ({ signStudyForPartners: { signed, hash } }) => {
      save(`study-${hash.slice(0, 8)}.jws`, signed, 'application/jose');
      onClose();
    },
  });
  return (
    <FormDialog
      title={<Trans>Sign the study for partners</Trans>}
      submit={<Trans>Sign and save the file</Trans>}
      disabled={purpose.trim() === '' || sign.isPending}
      problem={
        sign.isError ? (
          <>
            <Trans>It was not signed:</Trans> <ErrorWords error={sign.error} />
          </>
        ) : null
      }
      onSubmit={() => sign.mutate()}
      onClose={onClose}
    >
      <Typography variant="body2">
        <Trans>
          The file holds definitions and text, no person and no count. Each partner’s committee
          decides whether it is run there.
        </Trans>
      </Typography>
      <TextField
        label={t`What for`}
        value={purpose}
        required
        multiline
        minRows={2}
        autoFocus
        slotProps={{ htmlInput: { maxLength: 1000 } }}
        onChange={(event) => setPurpose(event.target.value)}
      />
    </FormDialog>
  );
}

function Pooled({ study, version }: { study: OpenStudy; version: StudyVersion }) {
  const { t } = useLingui();
  const label = useLabel();
  const [asked, setAsked] = useState(false);
  const received = version.answers.map(({ receivedAt }) => receivedAt);
  const query = useQuery({ ...pooledQuery(study.id, version.number, received), enabled: asked });
  if (!asked)
    return (
      <Stack direction="row" sx={{ gap: 2, alignItems: 'center', flexWrap: 'wrap', mt: 1 }}>
        <Button variant="outlined" size="small" onClick={() => setAsked(true)}>
          <Trans>Pool all places</Trans>
        </Button>
        <span>
          <Trans>This takes counts of your day’s.</Trans>
        </span>
      </Stack>
    );
  if (query.isPending) return <LoadingRows rows={6} />;
  if (query.isError) return <ErrorPanel error={query.error} retry={() => void query.refetch()} />;
  const rows = query.data ?? [];
  if (rows.length === 0)
    return (
      <Alert severity="info" sx={{ mt: 1 }}>
        <Trans>No figure is told with its interval in two places.</Trans>
      </Alert>
    );
  return (
    <>
      <SimpleTable
        label={t`Pooled figures`}
        stacks
        rows={rows}
        rowKey={(_, place) => place}
        columns={[
          { header: t`Part`, align: 'right', cell: ({ block }) => block + 1 },
          { header: t`Figure`, leastWidth: 220, cell: ({ what }) => label(what) },
          {
            header: t`Cohort`,
            cell: ({ cohort }) =>
              cohort === null ? t`all` : (version.cohorts[cohort]?.name ?? cohort + 1),
          },
          {
            header: t`Places (weight)`,
            leastWidth: 240,
            cell: ({ scale, places }) => (
              <ul style={{ margin: 0, paddingInlineStart: 16 }}>
                {places.map(({ partner, value, weight }) => (
                  <li key={partner?.id ?? ''}>
                    {partner ? label(partner.name) : t`This place`}:{' '}
                    {formatStudyValue(scale, value)} · {formatPercent(weight)}
                  </li>
                ))}
              </ul>
            ),
          },
          {
            header: t`One effect (95% CI)`,
            align: 'right',
            cell: ({ scale, fixed }) => formatStudyValue(scale, fixed),
          },
          {
            header: t`Effects that differ (95% CI)`,
            align: 'right',
            cell: ({ scale, random }) => formatStudyValue(scale, random),
          },
          { header: 'I²', align: 'right', cell: ({ iSquared }) => formatPercent(iSquared) },
          {
            header: t`p of homogeneity`,
            align: 'right',
            cell: ({ heterogeneity }) => shortP(heterogeneity),
          },
        ]}
      />
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
        <Trans>
          Inverse variance; DerSimonian and Laird where effects differ. Ratios are pooled as
          logarithms, shares as logits. Counts, medians and p-values are not pooled.
        </Trans>
      </Typography>
    </>
  );
}
