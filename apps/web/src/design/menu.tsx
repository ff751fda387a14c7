/** Menus, what stands in them, and drawers, whose code is fetched when one is first opened: they are a tenth of a first page's weight. */
import type { DrawerProps } from '@mui/material/Drawer';
import type { ListItemIconProps } from '@mui/material/ListItemIcon';
import type { MenuProps } from '@mui/material/Menu';
import type { MenuItemProps } from '@mui/material/MenuItem';
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

/** Within a `Menu`, which waits for them. */
export const MenuItem = lazy(
  () => import('@mui/material/MenuItem'),
) as unknown as ComponentType<MenuItemProps>;
export const ListItemIcon = lazy(
  () => import('@mui/material/ListItemIcon'),
) as unknown as ComponentType<ListItemIconProps>;
