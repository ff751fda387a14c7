/** A study read: its words and figures in order, what it says on another release, and what partners say. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { Suspense, useRef, useState } from 'react';
import { letterOf } from '../../../charts/curves/arms.tsx';
import { AppLink } from '../../../design/links.tsx';
import { PageHeader, Panel } from '../../../design/page.tsx';
import { LoadingRows } from '../../../design/states.tsx';
import { formatInstant } from '../../../format/date.ts';
import { useLabel } from '../../../i18n/label.ts';
import type { DisclosureRule } from '../queries.ts';
import { contentOf } from './content.ts';
import { StudyEditor } from './editor.tsx';
import { ExportButtons } from './export-buttons.tsx';
import { Figure } from './figure.tsx';
import { PartnersPanel } from './partners.tsx';
import type { OpenStudy, StudyVersion } from './queries.ts';
import { RerunPanel } from './rerun.tsx';

export function StudyDetail({
  study,
  projects,
  releases,
  rule,
}: {
  study: OpenStudy;
  projects: readonly { id: string; title: string }[];
  releases: readonly number[];
  rule: DisclosureRule;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const [latest] = study.versions;
  const [chosen, choose] = useState<number | null>(null);
  const [editing, setEditing] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const version = study.versions.find(({ number }) => number === chosen) ?? latest;
  if (latest === undefined || version === undefined) return null;
  const isLatest = version.number === latest.number;
  const content = contentOf(version.content);
  const release = version.releaseNumber;
  if (editing)
    return (
      <StudyEditor
        study={study}
        version={version}
        projects={projects}
        releases={releases}
        onClose={() => setEditing(false)}
      />
    );
  return (
    <>
      <PageHeader
        title={study.name}
        detail={
          <AppLink to="/research/documents/{-$studyId}" params={{ studyId: undefined }} search={{}}>
            <Trans>study documents</Trans>
          </AppLink>
        }
        actions={
          study.removedAt === null && (
            <Button variant="contained" size="small" onClick={() => setEditing(true)}>
              <Trans>Edit the study</Trans>
            </Button>
          )
        }
      />
      <Stack direction="row" sx={{ gap: 1.5, flexWrap: 'wrap', alignItems: 'center', mb: 2 }}>
        <TextField
          select
          size="small"
          label={t`Version`}
          value={version.number}
          sx={{ minWidth: 220 }}
          onChange={(event) => choose(Number(event.target.value))}
        >
          {study.versions.map((each) => {
            const [number, at] = [each.number, formatInstant(each.savedAt)];
            return <MenuItem key={number} value={number}>{t`Version ${number}, ${at}`}</MenuItem>;
          })}
        </TextField>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          <Trans>
            release {release}, cited as <code>{version.hash}</code>
          </Trans>
          {' · '}
          {label(version.savedBy)}
          {version.note && ` · ${version.note}`}
        </Typography>
        <ExportButtons study={study} version={version} content={content} body={body} />
      </Stack>
      {study.removedAt !== null && (
        <Alert severity="info" sx={{ mb: 2 }}>
          <Trans>This study was removed from the lists; it stays for who cites it.</Trans>
        </Alert>
      )}
      <div ref={body}>
        <Cohorts version={version} />
        {content.blocks.map((block, place) =>
          block.kind === 'TEXT' ? (
            <Typography
              // biome-ignore lint/suspicious/noArrayIndexKey: a block is named by its place
              key={`${version.number} ${place}`}
              component="section"
              aria-label={t`Text of part ${place + 1}`}
              sx={{ whiteSpace: 'pre-wrap', mb: 2, maxWidth: 860 }}
            >
              {block.text}
            </Typography>
          ) : (
            <Suspense
              // biome-ignore lint/suspicious/noArrayIndexKey: a block is named by its place
              key={`${version.number} ${place}`}
              fallback={<LoadingRows rows={6} />}
            >
              <Figure content={content} {...block} release={release} rule={rule} />
            </Suspense>
          ),
        )}
      </div>
      {isLatest && (
        <>
          <RerunPanel
            id={study.id}
            version={version.number}
            release={release}
            releases={releases}
            names={version.cohorts.map(({ name }) => name)}
          />
          <PartnersPanel study={study} version={version} />
        </>
      )}
    </>
  );
}

function Cohorts({ version }: { version: StudyVersion }) {
  const label = useLabel();
  return (
    <Panel title={<Trans>Cohorts of the study</Trans>}>
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {version.cohorts.map(({ name, description }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a cohort is named by its place
          <li key={place}>
            <strong>
              {letterOf(place)} · {name}
            </strong>
            {': '}
            {label(description)}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
