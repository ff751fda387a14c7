/** Puts the figure of the explorer into the report. */
import { Trans, useLingui } from '@lingui/react/macro';
import { mdiFileDocumentPlusOutline } from '@mdi/js';
import IconButton from '@mui/material/IconButton';
import Snackbar from '@mui/material/Snackbar';
import Tooltip from '@mui/material/Tooltip';
import { useState } from 'react';
import { Icon } from '../../../design/icon.tsx';
import { ButtonLink } from '../../../design/links.tsx';
import type { Question } from '../question/question.ts';
import { addToDraft } from '../report/draft.ts';

export function AddToReport({ question }: { question: Question }) {
  const { t } = useLingui();
  const [said, setSaid] = useState<string | null>(null);
  const add = () => {
    const count = addToDraft(question);
    setSaid(
      count === null
        ? t`The report has no room for more figures.`
        : t`The figure is in the report: part ${count}.`,
    );
  };
  return (
    <>
      <Tooltip title={t`Add to the report`}>
        <IconButton aria-label={t`Add to the report`} onClick={add}>
          <Icon path={mdiFileDocumentPlusOutline} />
        </IconButton>
      </Tooltip>
      <Snackbar
        open={said !== null}
        autoHideDuration={8000}
        onClose={() => setSaid(null)}
        message={said}
        action={
          <ButtonLink to="/management/report" search={{}} color="inherit">
            <Trans>Open the report</Trans>
          </ButtonLink>
        }
      />
    </>
  );
}
