/** Links and buttons that lead to pages of the app. */
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import ListItemButton from '@mui/material/ListItemButton';
import { createLink } from '@tanstack/react-router';

export const AppLink = createLink(Link);
export const ButtonLink = createLink(Button);
export const ListLink = createLink(ListItemButton);
