/** Menus and drawers, whose code is fetched when one is first opened: they are a tenth of a first page's weight. */
import type { DrawerProps } from '@mui/material/Drawer';
import type { MenuProps } from '@mui/material/Menu';
import { type ComponentType, lazy, Suspense, useState } from 'react';

/** Draws nothing until it is first open, and then stays, so that it closes as it opened. */
const whenOpened = <Props extends { open?: boolean }>(
  fetch: () => Promise<{ default: ComponentType<Props> }>,
) => {
  const Fetched = lazy(fetch) as unknown as ComponentType<Props>;
  return function WhenOpened(props: Props) {
    const [wanted, setWanted] = useState(false);
    if (props.open && !wanted) setWanted(true);
    if (!wanted) return null;
    return (
      <Suspense fallback={null}>
        <Fetched {...props} />
      </Suspense>
    );
  };
};

export const Menu = whenOpened<MenuProps>(() => import('@mui/material/Menu'));
export const Drawer = whenOpened<DrawerProps>(() => import('@mui/material/Drawer'));
