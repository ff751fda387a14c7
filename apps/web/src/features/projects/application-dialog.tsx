/** Writes an application: of a new project, of a draft, or of what an active one asks to be changed. */
import { Trans, useLingui } from '@lingui/react/macro';
import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { DateField } from '../../design/date-field.tsx';
import { FormDialog } from '../../design/form-dialog.tsx';
import { useSiteChoices } from '../../design/site-choices.tsx';
import { ErrorWords } from '../../design/states.tsx';
import { execute } from '../../graph/execute.ts';
import {
  type DataPermission,
  PutProjectDocument,
  StepProjectDocument,
} from '../../graph/generated/graphql.ts';
import { useLabel } from '../../i18n/label.ts';
import { applicationOf, emptyForm, type Form, formOf } from './form.ts';
import { choicesQuery, type Project, projectsKey } from './queries.ts';
import { permissionWords, wordsAsked } from './words.ts';

export function ApplicationDialog({
  project,
  change,
  onSaved,
  onClose,
}: {
  /** Null of a new one. */
  project: Project | null;
  /** What an active project asks for; left out of drafts and answers. */
  change?: 'AMEND' | 'RENEW';
  onSaved?: (id: string) => void;
  onClose: () => void;
}) {
  const { t, i18n } = useLingui();
  const client = useQueryClient();
  const [form, setForm] = useState<Form>(
    project?.application
      ? formOf(project.title, project.application)
      : { ...emptyForm, title: project?.title ?? '' },
  );
  const [words, setWords] = useState('');
  const set = (changed: Partial<Form>) => setForm((former) => ({ ...former, ...changed }));
  const save = useMutation({
    mutationFn: async () => {
      const application = applicationOf(form);
      if (change !== undefined && project !== null)
        return (
          await execute(StepProjectDocument, {
            input: { id: project.id, kind: change, words, application },
          })
        ).stepResearchProject.id;
      const input = {
        id: project?.id ?? null,
        title: form.title,
        members: project?.members ?? [],
        application,
      };
      return (await execute(PutProjectDocument, { input })).putResearchProject.id;
    },
    onSuccess: (id) => {
      onClose();
      onSaved?.(id);
    },
    onSettled: () => client.invalidateQueries({ queryKey: projectsKey }),
  });
  const text = (key: TextKey, name: string, rows = 1, helper?: string) => (
    <TextField
      label={name}
      value={form[key]}
      required
      multiline={rows > 1}
      minRows={rows}
      helperText={helper}
      onChange={(event) => set({ [key]: event.target.value })}
      slotProps={{ htmlInput: { maxLength: 4000 } }}
    />
  );
  return (
    <FormDialog
      title={
        change === undefined ? <Trans>Application</Trans> : <Trans>What is to be changed</Trans>
      }
      submit={change === undefined ? <Trans>Save the draft</Trans> : <Trans>Ask for it</Trans>}
      disabled={form.title.trim() === '' || save.isPending}
      problem={
        save.isError ? (
          <>
            <Trans>The application was not saved:</Trans> <ErrorWords error={save.error} />
          </>
        ) : null
      }
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      {change === undefined ? (
        text('title', t`Title`)
      ) : (
        <TextField
          label={i18n._(wordsAsked[change])}
          value={words}
          required
          multiline
          minRows={2}
          onChange={(event) => setWords(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 4000 } }}
        />
      )}
      {text('purpose', t`Purpose`, 2)}
      {text('questions', t`Questions`, 2)}
      {text('population', t`Population`, 2, t`The population of the study, in words.`)}
      <Picks form={form} set={set} />
      <TextField
        label={t`Saved cohort`}
        value={form.cohort}
        helperText={t`The digest by which it is cited, where the population is one.`}
        onChange={(event) => set({ cohort: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 32, spellCheck: false } }}
      />
      <TextField
        label={t`Members`}
        value={form.team}
        multiline
        minRows={2}
        helperText={t`One a line: account; name; institution.`}
        onChange={(event) => set({ team: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 10_000 } }}
      />
      {text('ethicsNumber', t`Ethics approval`)}
      <DateField
        label={t`Last day`}
        value={form.until || null}
        onChange={(until) => set({ until: until ?? '' })}
      />
      {text('funding', t`Funding`)}
      {text('publicationPlan', t`Plan for publication`, 2)}
    </FormDialog>
  );
}

type TextKey = {
  [Key in keyof Form]: Form[Key] extends string ? Key : never;
}[keyof Form];

/** Releases, sites and columns: what is chosen from what there is. */
function Picks({ form, set }: { form: Form; set: (changed: Partial<Form>) => void }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const choices = useQuery(choicesQuery);
  const sites = useSiteChoices({ parts: false });
  const elements = choices.data?.dataElements ?? [];
  const described = new Map(
    elements.map(({ table, column, description }) => [`${table}.${column}`, label(description)]),
  );
  const columns = (permission: DataPermission) => (
    <Several
      key={permission}
      label={t({
        message: `Columns: ${i18n._(permissionWords[permission])}`,
        comment: 'what is to be done with the columns',
      })}
      options={elements
        .filter(
          ({ leaves, seen }) =>
            permission === 'AGGREGATES' || (permission === 'ROWS' ? seen : leaves),
        )
        .map(({ table, column }) => `${table}.${column}`)}
      chosen={form.columns[permission]}
      show={(name) => (
        <span>
          <code>{name}</code>{' '}
          <Typography component="span" variant="caption" sx={{ color: 'text.secondary' }}>
            {described.get(name)}
          </Typography>
        </span>
      )}
      onChange={(chosen) => set({ columns: { ...form.columns, [permission]: chosen } })}
    />
  );
  return (
    <>
      <Several
        label={t`Releases`}
        options={(choices.data?.releases ?? []).map(({ number }) => String(number))}
        chosen={form.releases.map(String)}
        onChange={(chosen) => set({ releases: chosen.map(Number) })}
      />
      <Several
        label={t`Sites`}
        helper={t`None chosen: all sites.`}
        options={sites.map(({ value }) => value)}
        named={(id) => sites.find(({ value }) => value === id)?.words ?? id}
        chosen={form.sites}
        onChange={(chosen) => set({ sites: chosen })}
      />
      {(['AGGREGATES', 'ROWS', 'EXPORT'] as const).map(columns)}
      {choices.isError && <ErrorWords error={choices.error} />}
    </>
  );
}

function Several({
  label,
  helper,
  options,
  chosen,
  named = (option) => option,
  show,
  onChange,
}: {
  label: string;
  helper?: string;
  options: readonly string[];
  chosen: readonly string[];
  named?: (option: string) => string;
  show?: (option: string) => ReactNode;
  onChange: (chosen: string[]) => void;
}) {
  const { t } = useLingui();
  return (
    <Autocomplete
      multiple
      disableCloseOnSelect
      options={options}
      value={[...chosen]}
      getOptionLabel={named}
      onChange={(_, value) => onChange(value)}
      clearText={t`Clear`}
      openText={t`Open`}
      closeText={t`Close`}
      noOptionsText={t`No matches`}
      renderOption={({ key, ...props }, option) => (
        <li key={key} {...props}>
          {show?.(option) ?? named(option)}
        </li>
      )}
      renderInput={(params) => <TextField {...params} label={label} helperText={helper} />}
    />
  );
}
