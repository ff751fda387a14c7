import { Trans } from '@lingui/react/macro';
import { mdiFileUploadOutline } from '@mdi/js';
import Button from '@mui/material/Button';
import { useRef } from 'react';
import { Icon } from './icon.tsx';

/**
 * Opens the choice of files and hands them over.
 * @param accept endings and media types, as the element `input` takes them
 */
export function FileButton(props: {
  label: string;
  accept: string;
  main?: boolean;
  several?: boolean;
  disabled: boolean;
  onChoose: (first: File, all: readonly File[]) => void;
}) {
  const { label, accept, main = false, several = false, disabled, onChoose } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        variant={main ? 'contained' : 'outlined'}
        startIcon={<Icon path={mdiFileUploadOutline} />}
        disabled={disabled}
        onClick={() => input.current?.click()}
      >
        {several ? <Trans>Choose files</Trans> : <Trans>Choose a file</Trans>}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={several}
        accept={accept}
        aria-label={label}
        onChange={(event) => {
          const all = [...(event.target.files ?? [])];
          if (all[0] !== undefined) onChoose(all[0], all);
          // The same file can be chosen again after it was corrected.
          event.target.value = '';
        }}
      />
    </>
  );
}
