/** A template of letters or text messages: both languages, checked and shown as it is typed. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormDialog } from '../../../design/form-dialog.tsx';
import { ErrorWords } from '../../../design/states.tsx';
import { useSettled } from '../../../design/use-settled.ts';
import { execute } from '../../../graph/execute.ts';
import {
  type MessageChannel,
  type MessageOccasion,
  SaveMessageTemplateDocument,
} from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';
import { exampleQuery, type Form, type Template } from './data.ts';
import { CHANNELS, channelWords, LANGUAGES, OCCASIONS, occasionWords } from './words.ts';

const LANGUAGE = ['zh', 'en'] as const;
/** In one text: a new object in each drawing would never settle. */
const asKey = (asked: Parameters<typeof exampleQuery>[0]): string => JSON.stringify(asked);
const MOST = { name: 100, title: 120, LETTER: 6000, SMS: 300 } as const;

export function TemplateDialog({
  template,
  forms,
  onClose,
}: {
  /** Null for a new one. */
  template: Template | null;
  forms: readonly Form[];
  onClose: () => void;
}) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const client = useQueryClient();
  const [occasion, setOccasion] = useState<MessageOccasion>(template?.occasion ?? 'APPOINTMENT');
  const [channel, setChannel] = useState<MessageChannel>(template?.channel ?? 'LETTER');
  const form = forms.find((one) => one.occasion === occasion && one.channel === channel);
  const [name, setName] = useState(template?.name ?? '');
  const [written, setWritten] = useState(
    template === null ? null : { title: template.title, text: template.text },
  );
  const [retired, setRetired] = useState(template?.retired ?? false);
  const { title, text } = written ??
    form ?? { title: { en: '', zh: '' }, text: { en: '', zh: '' } };
  const asked = useSettled(asKey({ occasion, channel, title, text }), 400);
  const example = useQuery(exampleQuery(JSON.parse(asked) as Parameters<typeof exampleQuery>[0]));
  const save = useMutation({
    mutationFn: async () =>
      (
        await execute(SaveMessageTemplateDocument, {
          id: template?.id ?? null,
          after: template?.version ?? null,
          template: {
            ...{ name, occasion, channel, retired },
            ...{ titleEn: title.en, titleZh: title.zh, textEn: text.en, textZh: text.zh },
          },
        })
      ).saveMessageTemplate,
    onSuccess: async ({ problems }) => {
      if (problems.length === 0) onClose();
      await client.invalidateQueries({ queryKey: ['messages'] });
    },
  });
  const refused = save.data?.problems ?? [];
  const problems = example.data?.problems ?? [];
  const begin = (next: () => void) => {
    next();
    setWritten(null);
  };
  const change = (part: 'title' | 'text', language: 'en' | 'zh', words: string) =>
    setWritten({ title, text, [part]: { ...{ title, text }[part], [language]: words } });
  return (
    <FormDialog
      title={template === null ? t`New template` : template.name}
      submit={<Trans>Save</Trans>}
      disabled={name.trim() === '' || problems.length > 0 || save.isPending}
      problem={
        save.error ? (
          <ErrorWords error={save.error} />
        ) : refused.length > 0 ? (
          refused.map(label).join(' ')
        ) : null
      }
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <TextField
        required
        label={t`Name of the template`}
        value={name}
        onChange={(event) => setName(event.target.value)}
        slotProps={{ htmlInput: { maxLength: MOST.name } }}
      />
      <TextField
        select
        label={t`What it is about`}
        value={occasion}
        disabled={template !== null}
        onChange={(event) => begin(() => setOccasion(event.target.value as MessageOccasion))}
      >
        {OCCASIONS.map((one) => (
          <MenuItem key={one} value={one}>
            {i18n._(occasionWords[one])}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={t`How it is sent`}
        value={channel}
        disabled={template !== null}
        onChange={(event) => begin(() => setChannel(event.target.value as MessageChannel))}
      >
        {CHANNELS.map((one) => (
          <MenuItem key={one} value={one}>
            {i18n._(channelWords[one])}
          </MenuItem>
        ))}
      </TextField>
      <span>
        <Trans>In braces:</Trans>{' '}
        {form?.placeholders
          .map((one) => `{${one.name}} ${label(one.meaning)}${one.needed ? ' *' : ''}`)
          .join(' · ')}
      </span>
      {channel === 'SMS' && (
        <span>
          <Trans>
            A text message names neither the patient nor the disease: others see it too.
          </Trans>
        </span>
      )}
      {LANGUAGE.map((language) => (
        <Words
          key={language}
          {...{ language, channel }}
          title={title[language]}
          text={text[language]}
          shown={example.data?.[language] ?? null}
          onTitle={(words) => change('title', language, words)}
          onText={(words) => change('text', language, words)}
        />
      ))}
      {problems.length > 0 && <Alert severity="warning">{problems.map(label).join(' ')}</Alert>}
      {template !== null && (
        <FormControlLabel
          control={
            <Switch checked={retired} onChange={(event) => setRetired(event.target.checked)} />
          }
          label={t`Retired: no further message is made of it`}
        />
      )}
    </FormDialog>
  );
}

function Words({
  language,
  channel,
  title,
  text,
  shown,
  onTitle,
  onText,
}: {
  language: 'en' | 'zh';
  channel: MessageChannel;
  title: string;
  text: string;
  shown: { readonly title: string; readonly text: string } | null;
  onTitle: (words: string) => void;
  onText: (words: string) => void;
}) {
  const { t } = useLingui();
  const own = LANGUAGES[language];
  return (
    <>
      {channel === 'LETTER' && (
        <TextField
          required
          label={t`Heading, ${own}`}
          value={title}
          onChange={(event) => onTitle(event.target.value)}
          slotProps={{ htmlInput: { maxLength: MOST.title, lang: language } }}
        />
      )}
      <TextField
        required
        multiline
        minRows={channel === 'LETTER' ? 5 : 2}
        label={t`Words, ${own}`}
        value={text}
        onChange={(event) => onText(event.target.value)}
        slotProps={{ htmlInput: { maxLength: MOST[channel], lang: language } }}
        helperText={
          shown !== null && (
            <span lang={language} style={{ whiteSpace: 'pre-wrap' }}>
              <Trans>For example:</Trans> {shown.text}
            </span>
          )
        }
      />
    </>
  );
}
