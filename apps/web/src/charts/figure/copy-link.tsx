/** Copies the address that opens a figure again. */
import { useLingui } from '@lingui/react/macro';
import { mdiCheck, mdiLinkVariant } from '@mdi/js';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { useState } from 'react';
import { Icon } from '../../design/icon.tsx';
import { VisuallyHidden } from '../../design/page.tsx';

type State = 'idle' | 'copied' | 'refused';

export function CopyLink({ name, link }: { name: string; link: string }) {
  const { t } = useLingui();
  const [state, setState] = useState<State>('idle');
  const copy = async () => {
    // The clipboard is there on secure origins alone; elsewhere the browser's own address is the link.
    if (!navigator.clipboard) return setState('refused');
    await navigator.clipboard.writeText(link).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  };
  const said = {
    idle: t`Copy the link that opens this figure`,
    copied: t`The link is copied`,
    refused: t`The browser does not let the page copy: take the address of the page`,
  }[state];
  return (
    <>
      <Tooltip title={said}>
        <IconButton
          aria-label={t`Copy the link to ${name}`}
          onClick={() => void copy()}
          onBlur={() => setState('idle')}
        >
          <Icon path={state === 'copied' ? mdiCheck : mdiLinkVariant} />
        </IconButton>
      </Tooltip>
      <VisuallyHidden live>{state === 'idle' ? '' : said}</VisuallyHidden>
    </>
  );
}
