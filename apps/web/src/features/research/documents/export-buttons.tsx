/** A study taken out: one HTML file, paper, or a bundle with definitions and R code. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import type { StudyContent } from '@nodp/cohorts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { save } from '../../../design/downloads.ts';
import { ErrorWords } from '../../../design/states.tsx';
import { documentOf } from '../compare/document.ts';
import { codeQuery } from '../compare/queries.ts';
import { inputOf } from './content.ts';
import type { OpenStudy, StudyVersion } from './queries.ts';

export function ExportButtons({
  study,
  version,
  content,
  body,
}: {
  study: OpenStudy;
  version: StudyVersion;
  content: StudyContent;
  /** What is read of the study. */
  body: RefObject<HTMLDivElement | null>;
}) {
  const { i18n, t } = useLingui();
  const client = useQueryClient();
  const { releaseNumber: release, hash, number } = version;
  const html = (page: Element) =>
    documentOf(page, {
      ...{ title: study.name, text: '', language: i18n.locale },
      facts: [
        t`Version ${number} on release ${release}, cited as ${hash}.`,
        t`Address: ${window.location.href}`,
      ],
      appendices: [{ title: t`Definitions`, text: JSON.stringify(content, null, 2) }],
    });
  const bundle = useMutation({
    mutationFn: async (page: Element) => {
      const { strToU8, zipSync } = await import('fflate');
      const files: Record<string, Uint8Array> = {
        'study.html': strToU8(html(page)),
        'study.json': strToU8(JSON.stringify(content, null, 2)),
      };
      for (const [place, block] of content.blocks.entries()) {
        if (block.kind === 'TEXT' || !['COX', 'ENDPOINT'].includes(block.figure)) continue;
        const { design } = block;
        const code = await client.fetchQuery(
          codeQuery(inputOf(content, design, release), design.covariates),
        );
        if (code?.script != null) files[`part-${place + 1}.R`] = strToU8(code.script);
      }
      save(`study-${hash.slice(0, 8)}.zip`, new Blob([zipSync(files).slice()]), 'application/zip');
    },
  });
  const taken = (work: (page: Element) => void) => () => {
    if (body.current !== null) work(body.current);
  };
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        onClick={taken((page) => save('study.html', html(page), 'text/html;charset=utf-8'))}
      >
        <Trans>Save as a document (HTML)</Trans>
      </Button>
      <Button size="small" variant="outlined" onClick={() => window.print()}>
        <Trans>Print, or save as PDF</Trans>
      </Button>
      <Button
        size="small"
        variant="outlined"
        disabled={bundle.isPending}
        onClick={taken((page) => bundle.mutate(page))}
      >
        <Trans>Bundle with definitions and R code (ZIP)</Trans>
      </Button>
      {bundle.isError && (
        <Alert severity="error">
          <Trans>It was not done:</Trans> <ErrorWords error={bundle.error} />
        </Alert>
      )}
    </>
  );
}
