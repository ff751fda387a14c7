/** One or several of a few, from a list that opens. Its face stands until someone turns to it. */
import { mdiMenuDown } from '@mdi/js';
import FormControl from '@mui/material/FormControl';
import type { InputBaseComponentProps } from '@mui/material/InputBase';
import InputLabel from '@mui/material/InputLabel';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useId } from 'react';
import { Icon } from '../icon.tsx';
import type { SelectBoxProps } from './properties.ts';
import { type Face, useWhenMeant } from './when-meant.ts';
import { wordsOf } from './words-of.ts';

const fetchControl = async () => (await import('./select-control.tsx')).SelectControl;

export function SelectBox({ sx = {}, ...props }: SelectBoxProps) {
  const { label, choices, chosen, always } = props;
  const id = useId();
  const meant = useWhenMeant(fetchControl);
  // The face tells nobody that it holds something: the label would stay over its words.
  const raised = always || chosen.length > 0;
  return (
    <FormControl size="small" sx={sx}>
      <InputLabel id={`${id}-label`} {...(raised ? { shrink: true } : {})}>
        {label}
      </InputLabel>
      {meant.control ? (
        <meant.control {...props} id={id} beginning={meant.beginning} />
      ) : (
        <OutlinedInput
          label={label}
          {...(raised ? { notched: true } : {})}
          value={wordsOf(choices, chosen)}
          inputComponent={SelectFace}
          inputProps={{ id, labelId: `${id}-label`, face: meant.face }}
          sx={{ maxWidth: { sm: 220 } }}
        />
      )}
    </FormControl>
  );
}

/** What a select shows while it is closed. */
function SelectFace({
  id,
  labelId,
  face,
  value,
  className,
}: InputBaseComponentProps & { labelId?: string; face?: Face }) {
  return (
    <>
      <div
        role="combobox"
        aria-expanded={false}
        aria-haspopup="listbox"
        aria-labelledby={`${labelId} ${id}`}
        id={id}
        tabIndex={0}
        className={className}
        style={{
          height: 'auto',
          minWidth: 16,
          minHeight: '1.4375em',
          paddingRight: 32,
          overflow: 'hidden',
          textOverflow: 'ellipsis',
          whiteSpace: 'nowrap',
          cursor: 'pointer',
        }}
        onPointerEnter={face?.onPointerEnter}
        onFocus={face?.onFocus}
        onBlur={face?.onBlur}
        onMouseDown={(event) => {
          if (event.button === 0) face?.open();
        }}
        onKeyDown={(event) => {
          if (![' ', 'Enter', 'ArrowDown', 'ArrowUp'].includes(event.key)) return;
          event.preventDefault();
          face?.open();
        }}
      >
        {/* A zero-width space keeps the height of a line. */}
        {value || '\u200b'}
      </div>
      <Icon
        path={mdiMenuDown}
        sx={{
          position: 'absolute',
          right: 7,
          top: 'calc(50% - .5em)',
          fontSize: 24,
          color: 'action.active',
          pointerEvents: 'none',
        }}
      />
    </>
  );
}
