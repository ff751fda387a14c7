/** A letter or text message is put into the outbox: by which template, in which language, from which day. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { DateField } from '../../../design/date-field.tsx';
import { FormDialog } from '../../../design/form-dialog.tsx';
import { AppLink } from '../../../design/links.tsx';
import { ErrorPanel, ErrorWords, LoadingRows } from '../../../design/states.tsx';
import { formatDay } from '../../../format/date.ts';
import { execute } from '../../../graph/execute.ts';
import {
  type MessageLanguage,
  type MessageOccasion,
  PlanMessageDocument,
} from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';
import { previewQuery, type Template, templatesQuery } from './data.ts';
import { Letter } from './letter.tsx';
import { channelWords, LANGUAGES, occasionWords } from './words.ts';

interface Given {
  /** The id of what it is about. */
  about: string;
  occasion: MessageOccasion;
  name: string;
  /** Of a questionnaire whose link was made just now. */
  token?: string;
  onClose: () => void;
}

export function PlanDialog(given: Given) {
  const { i18n } = useLingui();
  const templates = useQuery(templatesQuery);
  const title = `${i18n._(occasionWords[given.occasion])}: ${given.name}`;
  if (templates.data !== undefined) {
    const fitting = templates.data.messageTemplates.filter(
      ({ occasion, retired }) => occasion === given.occasion && !retired,
    );
    if (fitting.length > 0) return <Plan {...given} title={title} templates={fitting} />;
  }
  return (
    <FormDialog
      title={title}
      submit={null}
      disabled
      problem={null}
      onSubmit={() => {}}
      onClose={given.onClose}
    >
      {templates.isPending ? (
        <LoadingRows rows={4} />
      ) : templates.isError ? (
        <ErrorPanel error={templates.error} retry={() => void templates.refetch()} />
      ) : (
        <Alert severity="info">
          <Trans>Your institution has no template for this yet.</Trans>{' '}
          <AppLink to="/follow-up/messages" search={{ view: 'templates' }}>
            <Trans>Templates</Trans>
          </AppLink>
        </Alert>
      )}
    </FormDialog>
  );
}

function Plan({
  about,
  token,
  title,
  templates,
  onClose,
}: Given & { title: string; templates: readonly Template[] }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const client = useQueryClient();
  const [template, setTemplate] = useState(templates[0]?.id ?? '');
  const [language, setLanguage] = useState<MessageLanguage>('zh');
  const [sendOn, setSendOn] = useState<string | null>(formatDay(Date.now()));
  const preview = useQuery(previewQuery(about, template, language));
  const plan = useMutation({
    mutationFn: async () =>
      (await execute(PlanMessageDocument, { about, template, language, sendOn, token }))
        .planMessage,
    onSuccess: async ({ problem }) => {
      if (problem === null || problem === undefined) onClose();
      await client.invalidateQueries({ queryKey: ['messages'] });
    },
  });
  const refused = plan.data?.problem;
  return (
    <FormDialog
      title={title}
      submit={<Trans>Put into the outbox</Trans>}
      disabled={sendOn === null || plan.isPending || !preview.isSuccess}
      problem={plan.error ? <ErrorWords error={plan.error} /> : refused ? label(refused) : null}
      onSubmit={() => plan.mutate()}
      onClose={onClose}
    >
      <TextField
        select
        label={t`Template`}
        value={template}
        onChange={(event) => setTemplate(event.target.value)}
      >
        {templates.map((one) => (
          <MenuItem key={one.id} value={one.id}>
            {i18n._(channelWords[one.channel])} · {one.name}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={t`Language of the message`}
        value={language}
        onChange={(event) => setLanguage(event.target.value as MessageLanguage)}
      >
        {Object.entries(LANGUAGES).map(([code, own]) => (
          <MenuItem key={code} value={code} lang={code}>
            {own}
          </MenuItem>
        ))}
      </TextField>
      <DateField label={t`Send from`} value={sendOn} onChange={(day) => setSendOn(day ?? null)} />
      {preview.isPending ? (
        <LoadingRows rows={3} />
      ) : preview.isError ? (
        <Alert severity="warning">
          <ErrorWords error={preview.error} />
        </Alert>
      ) : (
        <Letter message={preview.data} />
      )}
    </FormDialog>
  );
}
