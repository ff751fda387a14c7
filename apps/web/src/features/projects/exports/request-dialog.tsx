/** Requests an export: what leaves of what was granted, in which form, and to whom. */
import { Trans, useLingui } from '@lingui/react/macro';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import FormLabel from '@mui/material/FormLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormDialog } from '../../../design/form-dialog.tsx';
import { ErrorWords } from '../../../design/states.tsx';
import { execute } from '../../../graph/execute.ts';
import {
  type DataExportFormat,
  RequestDataExportDocument,
} from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';
import { type Project, projectsKey } from '../queries.ts';
import { formsQuery } from './queries.ts';

const nameOf = ({ table, column }: { table: string; column: string }) => `${table}.${column}`;

export default function RequestDialog({
  project,
  onClose,
}: {
  project: Project;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const client = useQueryClient();
  const { data: forms = [] } = useQuery(formsQuery);
  const granted =
    project.grant?.elements.filter(({ permissions }) => permissions.includes('EXPORT')) ?? [];
  const releases = project.grant?.releases ?? [];
  const [chosen, setChosen] = useState(() => new Set(granted.map(nameOf)));
  const [release, setRelease] = useState(releases.at(-1) ?? 0);
  const [format, setFormat] = useState<DataExportFormat>('CSV');
  const [name, setName] = useState('');
  const [institution, setInstitution] = useState('');
  const [key, setKey] = useState('');
  const request = useMutation({
    mutationFn: () =>
      execute(RequestDataExportDocument, {
        input: {
          ...{ project: project.id, release, format },
          elements: granted
            .filter((one) => chosen.has(nameOf(one)))
            .map(({ table, column }) => ({ table, column })),
          ...{ recipientName: name, recipientInstitution: institution, recipientKey: key },
        },
      }),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: projectsKey }),
  });
  const complete = [name, institution, key].every((one) => one.trim() !== '') && chosen.size > 0;
  const toggle = (one: string) =>
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(one)) after.add(one);
      return after;
    });
  return (
    <FormDialog
      title={<Trans>Request an export</Trans>}
      submit={<Trans>Request it</Trans>}
      disabled={!complete || request.isPending}
      problem={
        request.isError ? (
          <>
            <Trans>It was not requested:</Trans> <ErrorWords error={request.error} />
          </>
        ) : null
      }
      onSubmit={() => request.mutate()}
      onClose={onClose}
    >
      <Typography variant="body2">
        <Trans>
          First it is worked out what has to be generalised so that nobody stands alone. You consent
          to that, the files are made and encrypted, and a second person releases them.
        </Trans>
      </Typography>
      <FormGroup>
        <FormLabel component="legend">
          <Trans>Columns that leave</Trans>
        </FormLabel>
        {granted.map((one) => (
          <FormControlLabel
            key={nameOf(one)}
            control={
              <Checkbox
                size="small"
                checked={chosen.has(nameOf(one))}
                onChange={() => toggle(nameOf(one))}
              />
            }
            label={nameOf(one)}
          />
        ))}
      </FormGroup>
      <TextField
        select
        label={t`Release`}
        value={release}
        onChange={(event) => setRelease(Number(event.target.value))}
      >
        {releases.map((number) => (
          <MenuItem key={number} value={number}>
            {number}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={t`Format`}
        value={forms.length === 0 ? '' : format}
        onChange={(event) => setFormat(event.target.value as DataExportFormat)}
      >
        {forms.map((one) => (
          <MenuItem key={one.format} value={one.format}>
            {label(one.label)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        label={t`Recipient`}
        value={name}
        required
        onChange={(event) => setName(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 120, autoComplete: 'off' } }}
      />
      <TextField
        label={t`Institution of the recipient`}
        value={institution}
        required
        onChange={(event) => setInstitution(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 200, autoComplete: 'off' } }}
      />
      <TextField
        label={t`Public key (age)`}
        value={key}
        required
        multiline
        helperText={t`Made by the recipient with age-keygen; it begins with age1. Nobody else opens the file.`}
        onChange={(event) => setKey(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 2500, autoComplete: 'off', spellCheck: false } }}
      />
    </FormDialog>
  );
}
