import SvgIcon, { type SvgIconProps } from '@mui/material/SvgIcon';

/** An icon of Material Design Icons by its path; decorative unless given a title. */
export function Icon({ path, ...props }: { path: string } & SvgIconProps) {
  return (
    <SvgIcon fontSize="small" {...props}>
      <path d={path} />
    </SvgIcon>
  );
}
