import { codesForm } from '../../criterion/codes-form.ts';

/** Site groups of `@nodp/terminology`, e.g. `lung`, parts of one, e.g. `colorectum.colon`, or several under one name, e.g. `all-but-skin`. */
export const form = codesForm({
  name: { en: 'Cancer site', zh: '癌种' },
  detail: null,
  shape: /^[a-z]+(?:[.-][a-z]+)*$/,
});
